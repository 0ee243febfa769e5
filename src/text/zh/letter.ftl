# 请示、论证报告、核对单（request）。语句按公文写法，数字两侧不空格。

letter-file = 请示
letter-report = 论证报告
    .title =
        { $unit }
        关于{ $matter }的论证报告
    .told =
        { $unit }
        关于{ $matter }的论证报告
letter-report-mark = 附件
letter-checklist = 核对单
    .title = 核对单
    .of = { $title }核对单
letter-draft = 草稿
letter-disputed-value = { $value }（{ $source }）
letter-supposed = 编制数各材料不一：{ $values }。本稿按{ $authorised }名测算。

letter-asking = 为落实一事双岗双审，现申请{ $ways }，补充{ $heads }：{ $posts }。
letter-asking-open = 为落实一事双岗双审，现申请补充{ $heads }：{ $posts }。
letter-way-use = 使用空缺编制{ $count }名
letter-way-use-freed = 使用退休空出编制{ $count }名
letter-way-use-some-freed = 使用空缺编制{ $count }名（其中{ $of_these }名待退休空出）
letter-way-add = 增加编制{ $count }名
letter-way-add-over = 增加编制{ $count }名（含现超编{ $of_these }名）
letter-post = { $month }{ $section }{ $posts }{ $count }人
letter-post-of = { $month }{ $section }{ $posts }{ $employment }{ $count }人
letter-post-month = { $month }
    .again = { $month ->
       *[other] { "" }
    }
letter-posts-others = { $list }等{ $count }批
letter-cost = 所需经费至{ $until }年末合计{ $cost }，{ $pay }。
letter-cost-unknown = 所需经费{ $blank }。
letter-pay = { $employment }每人每年{ $range }
letter-money = { $amount }万元
letter-money-range = { $low }万元至{ $high }万元
request-opening-end = 现将有关情况请示如下。
    .report = 现将有关情况报告如下。

letter-limits = 现有人员不能办理的事项及原因
letter-service = 事项办理情况
letter-stalled = 不能办理的{ $count }项：{ $matters }。
letter-slowed = 只能部分办理的{ $count }项：{ $matters }。
letter-these = 上述事项
letter-this = 该事项
letter-lack-people = { $matters }每件须由{ $needed }名不同人员经办、复核，先保障优先次序在前的事项后，可用的只有{ $left }名，缺{ $short }名。
letter-count = 办理{ $matters }{ $each }，同时保持另{ $kept }项事项办理，有关岗位须由{ $needed }名不同人员担任，按测算采用的规则可任这些岗位的只有{ $people }，缺{ $short }人{ $table }，与业务量、用时无关。
letter-count-alone = { $matters }{ $each }所需岗位须由{ $needed }名不同人员担任，按测算采用的规则可任这些岗位的只有{ $people }，缺{ $short }人{ $table }，与业务量、用时无关。
letter-count-table = （见下表）
    .kept = （见下表；保持办理的事项见论证报告）
letter-count-each = 中的任何一项
letter-count-nobody = 0人
letter-count-established = 在编{ $count }人
letter-count-contract = 合同工{ $count }人
letter-count-leaders = 单位领导{ $count }人
letter-table-count = 须配人员与可任人员
letter-column-count-post = 岗位
letter-column-count-sections = 所在股室
letter-column-count-people = 人数
letter-count-post = { $duty }{ $step }岗
letter-count-sections = { $count }个股室
letter-count-needed = 须配人员合计
letter-count-there = 可任上述岗位人员（缺{ $short }人）
letter-lack-hours = { $matters }工时不足，先保障优先次序在前的事项后，可办{ $after }。
letter-lack = { $matters }：{ $reason }。
    .only = 原因是：{ $reason }。

letter-rival = 先办优先次序在前的事项后，所余人手不够办齐同级事项：{ $matter }如在同级中先办，可办{ $level }，但{ $less }。
letter-rival-less = { $matter }由{ $from }减至{ $to }

letter-years = 人员变化的影响和所需人数
    .nobody = 人员变化的影响
letter-derived-established = 要使各事项足额办理，人员最紧时（{ $month }起）{ $mix }须有在岗在编{ $needed }人，届时在岗在编{ $there }人，缺{ $asked }人，即本次申请补充的在编人数。
letter-derived-contract = 要使各事项足额办理，人员最紧时（{ $month }起）{ $mix }须有合同工{ $needed }人，届时有{ $there }人，缺{ $asked }人，即本次申请补充的合同工人数。
letter-derived-both = 要使各事项足额办理，人员最紧时（{ $month }起）{ $mix }须有在岗在编{ $needed }人、合同工{ $needed_contract }人，届时在岗在编{ $there }人、合同工{ $there_contract }人，分别缺{ $asked }人、{ $asked_contract }人，即本次申请补充的人数。
letter-derived-course = 人员最紧时（{ $month }起）须增{ $most }；逐月衔接，共须增{ $asked }，即本次申请人数。
letter-mix = 按本次申请的搭配
letter-mixes = 届时同样可使各事项足额办理的搭配另有：{ $mixes }。
letter-eases = { $month }（{ $events }）起至期末所需较少，按测算须增{ $count }人，其余{ $rest }人只在此前需要。
letter-proven = 少于此数的，各种搭配均经测算，不能使各事项足额办理。
letter-condition = 以上按测算采用的规则、业务量不变测算。
    .rules = 以上按测算采用的规则、业务量不变测算；其中可另行确定的规则放宽后的人数，见下一部分。

letter-compared = 其他办法的比较
letter-compared-note = 各项办法均按{ $until }前历次人员变动重新测算，列出采取后人员最紧时仍须补充的人数。
letter-compared-end = 各项办法未予采取的理由，见表中末栏。
letter-table-compared = 增员以外的办法
letter-recall = 召回借调在外的{ $count }人
letter-no-heads = 0人
letter-heads-from = { $heads }（{ $month }起）
letter-no-cost = 无
letter-column-heads = 仍须补充
letter-column-yearly = 补充人员每年经费
letter-column-reason = 未采取的理由（不可行的原因、所依据的文件）
letter-column-year = 年份
letter-exchanged = { $month }（{ $events }）起，{ $matters }转为不能办理，同级其他事项相应多办，合计不减。
    .recovered = { $month }（{ $events }）起，不能办理的改为{ $matters }，{ $recovered }恢复足额办理，同级事项合计不减。
letter-within = 年末之间另有变化：{ $spans }。
letter-span = { $from }至{ $until }不能办理{ $stalled }项、部分办理{ $slowed }项
    .full = { $from }至{ $until }各事项均足额办理
letter-years-alike = { $first }至{ $last }
letter-column-retired = 退休
letter-column-on-books = 在编
letter-column-on-duty = 在岗在编
letter-column-contract = 合同工
letter-column-full = 足额办理
letter-column-slowed = 部分办理
letter-column-stalled = 不能办理
letter-column-cost-low = 低
letter-column-cost-high = 高

study-general = 总则
study-purpose = 目的和依据
study-base = 基础信息
study-factors = 关键因素
study-absence = 人员不在岗的影响
study-method = 核定方法
study-hires = 补充人数、岗位和经费
study-checks = 数值修约、校验和有关问题
study-rounding = 数值修约
study-rounding-note = 人数取整，不足1人的按1人计；工时折算的人数保留1位小数，只作参考，各数分别修约，分项相加与合计可能相差0.1。停摆指全年不能办理，迟滞指只能部分办理，足额指应办件数全部办结。
study-rounding-pay = 每人经费按分摊口径计至分，文中和费用表以万元列示，保留1位小数，同样分别修约。

checklist-note = 本单供起草人核对，不随文报送。
checklist-unsettled = 编制数核定前，请示和论证报告不得报送。
checklist-blanks = 待填写和待核实事项
checklist-conflicts = 口径不一、须核定的数值
checklist-assumed = 暂估的数值
checklist-assumed-note = 下列{ $count }个数值为暂估，以实际台账核实后填入方案。
checklist-table-assumed = 暂估的数值
checklist-column-counted = 核实值
checklist-people = 名册全部{ $count }人：{ $what }
    .some = 名册中{ $people }：{ $what }
checklist-roster = 见名册
