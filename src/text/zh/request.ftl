# 请示（request）。语句按公文写法，数字两侧不空格。

request-blank = （　　　　）
request-issuer = { $unit }文件
request-number = { $blank }〔{ $year }〕（　　）号
request-signer = 签发人：{ $blank }
request-title =
    { $unit }
    关于双岗双审工作力量有关编制事项的请示
request-title-use =
    { $unit }
    关于使用空缺编制补充工作人员的请示
request-title-add =
    { $unit }
    关于增加编制补充工作人员的请示
request-addressee = { $blank }：
request-opening = 为落实一事双岗双审，我单位以{ $as_of }在岗人员为准，测算了{ $year }年岗位安排和办理能力，并推演至{ $until }。
request-checked = 文中人员安排均由程序求解，并经独立核验。
request-assumed = 测算所用{ $total }个数值中，{ $count }个（{ $share }）为假设，主要是业务量和单件用时，不是定额。
request-roster = 名册为示意，年龄、职务等须以实有人员核定。
request-unproven = 部分安排未证明最优，与最优相差不超过{ $gap }。
request-opening-end = 现将有关情况请示如下。
request-point = { $number }．{ $point }

request-duties = 职责和岗位规则
request-duties-work = 承担的职责
request-work = 我单位设股室{ $sections }个，承担事项{ $matters }项，按优先次序为：{ $tiers }。人手不足时，先保障次序在前的事项。
request-tier-count = { $tier }{ $count }项
request-duties-rules = 执行的规则
request-rules = 测算执行的规则，{ $rules }；取值和出处见附件1表1。
request-rules-of = 依据为{ $basis }的有{ $rules }
request-rules-policy = 依据为政策选择的规则不是法定要求，须经确认；放宽后的结果另行列明。
request-dual = 一事双审的依据是：{ $source }。
request-exempt = 不设复核的事项及理由：{ $matters }。
request-exempt-one = { $matter }，{ $why }

request-present = 编制和人员现状
request-headcounts = 编制、在编、在岗和合同工
request-authorised = 编制{ $authorised }名，减去在编人数，{ $vacancies }。
request-authorised-unknown = 编制数为{ $blank }。
request-vacancies-free = 空编{ $count }名
request-vacancies-none = 无空编
request-vacancies-over = 超编{ $count }名
request-on-books = 在编{ $on_books }人，其中在岗{ $on_duty }人、借调在外{ $seconded_out }人。
request-seconded-in = 另有借调来{ $seconded_in }人。
request-contract = 合同工{ $contract }人，不占编制。
request-contract-limited = 合同工{ $contract }人，不占编制，按现行规则只可担任：{ $setting }。
request-conflicts = 口径不一之处
request-conflict = { $topic }：{ $values }。
request-value-used = { $value }（{ $source }，本文采用），{ $effect }
request-value = { $value }（{ $source }），{ $effect }
request-route-use = { $vacancies }，属使用空编
request-route-add = { $vacancies }，属增加编制
request-authorised-open = 编制数以编办批复{ $blank }为准。批复查明之前，办理途径不能确定，本文不作选择，请示事项按两种情形分别列出。

request-stalls = 停摆事项和原因
request-stalls-which = 办理情况
request-service = { $matters }项事项中，足额办理{ $full }项。
request-stalled = 停摆{ $count }项：{ $matters }。
request-slowed = 迟滞{ $count }项：{ $matters }。
request-tiers = 足额办理的：{ $tiers }。
request-tier-full = { $tier }{ $total }项中{ $full }项
request-stalls-why = 原因
request-reason = { $matters }：{ $reason }。经重新求解，若全单位只办此项，可办{ $alone }；若只保障更高优先级事项，可办{ $after }。
request-rests-people = 症结在人手：即使每件用时为零也不能足额办理，结论不取决于所假设的业务量和单件用时。
request-rests-hours = 症结在工时：结论取决于所假设的业务量和单件用时。

request-outlook = 今后各年推演
request-outlook-people = 人员变化
request-course = 按法定退休时间，{ $from }至{ $until }在编人员退休{ $retired }人；如不补充，在编人数{ $on_books }，在岗人数{ $on_duty }，合同工{ $contract }。
request-moves = 由{ $from }人变为{ $to }人
request-stays = 保持{ $from }人
request-stated = 单位文件所列为{ $stated }人（{ $source }），未注明起算时间和所依据的退休规定；按名册推算，{ $counts }。
request-policy-count = { $policy }{ $count }人
request-away = 借调在外的{ $count }人未注明返回时间，按期内不返回计。
request-outlook-work = 对业务的影响
request-no-change = 期内人员变动不影响各事项办理。
request-change = { $month }，{ $events }后，在岗在编人员为{ $on_duty }人，{ $changes }；停摆事项共{ $total }项。
request-newly-stalled = { $matters }停摆
request-newly-slowed = { $matters }迟滞
request-recovered = { $matters }恢复足额办理
request-event-retired = { $count }人退休
request-event-retired-contract = 合同工{ $count }人离岗
request-event-left = { $count }人离职
request-event-returned = { $count }人借调期满返回
request-event-recalled = { $count }人由借调召回
request-event-went-back = 借调来的{ $count }人返回原单位
request-event-joined = 新增{ $count }人入职
request-event-transferred = { $count }人调整股室
request-and-others = { $list }等{ $count }项
request-first = 首次新增停摆的月份：{ $policies }。
request-first-at = { $policy }退休为{ $month }
request-first-never = { $policy }退休则期内不出现
request-outlook-assumes = 以上推演业务量不变，合同工按留用计，退休空出的岗位不补充。

request-asked = 请示事项
request-by-use = 按编制{ $authorised }名（{ $source }），{ $vacancies }，申请使用空编{ $use }名
request-by-add = 按编制{ $authorised }名（{ $source }），{ $vacancies }，须先增加编制{ $add }名
request-by-both = 按编制{ $authorised }名（{ $source }），{ $vacancies }，申请使用空编{ $use }名、增加编制{ $add }名
request-route-one = 办理途径：{ $route }。
request-route-open = 办理途径取决于编制数的核定：{ $routes }。以编办批复为准，只取其一。
request-route-unknown = 编制数{ $blank }核定后，有空编的使用空编，无空编的申请增加编制。
request-formula = 妥否，请批示。
request-annex-mark = 附件：
request-annex-number = 附件{ $number }
request-annex-name = { $number }．{ $name }
request-annex-tables = 测算表
request-annex-charts = 测算图
request-annex-blanks = 待填写和待核实事项
request-date = （　　　）年（　）月（　）日
request-contact = （联系人：（　　　）　电话：（　　　　　））

request-table = 表{ $number }　{ $title }
request-table-rules = 执行的规则
request-table-conflicts = 口径不一之处
request-table-shortfalls = 停摆和迟滞事项
request-table-years = 各年末人员和办理情况（按法定退休时间，不补充）
request-table-stalls = 各事项首次停摆月份（按不同退休时间）
request-table-blanks = 待填写和待核实事项
request-chart = 图{ $number }　{ $title }
request-chart-service = 各年末事项办理情况（不补充）
request-axis-month = 月份
request-axis-matters = 事项数
request-column-number = 序号
request-column-blank = 事项
request-column-filled = 填写
request-blanks-note = 下列内容程序无从得知，报送前由本单位填写或核实；核实后的数值填入方案，重新生成本请示。
request-blank-number = 发文字号
request-blank-signer = 签发人
request-blank-addressee = 主送机关（只写一个）
request-blank-approval = 编办批复：核定的编制数、文号和日期
request-blank-budget = 经费来源和年度预算
request-blank-date = 成文日期
request-blank-contact = 联系人和电话
request-blank-volumes = 实际办件量和单件用时，替换假设数值
request-blank-roster = 实有人员名册，替换示意名册
request-blank-policies = 依据为政策选择的规则由本单位或上级确认
request-blank-loans = 借调人员的返回时间

request-need = 人员需求
request-need-basis = 需求按只看工时、只看双岗双审等规则、两者兼顾三种口径分别测算，均不含单位领导。
request-table-readings = 各口径需求与现有人员
request-table-sections = 分股室需求

request-left-blank = 待填写和待核实 { $count } 处：
letter-forms = 请示只有 docx、markdown 两种格式，不能用 { $format }
docx-for-letters = docx 只用于请示（request）
docx-needs-file = Word 文档不能显示在终端上；用 --output 写入 .docx 文件
docx-failed = Word 文档未能生成：{ $cause }

request-rests-unknown = 求解到时限中止，症结在人手还是工时未能判明。

request-stalls-conflict = 不能并存的条件
request-help = 已比较的其他办法
request-help-now = 针对现有停摆、迟滞事项
request-help-for = { $matters }：{ $help }
request-help-annex = 逐项办法及其对其他事项的影响见附件1。
request-table-repairs = 解决办法（单项）
request-table-pairs = 解决办法（两项并举）
request-questions = 有关问题的说明
request-question-workload = 工作量及其增长
request-growth = 业务量取自附件所列测算方案，推演中按不变计；单位未提供历年办件量，本文不主张业务量增长。
request-limits = 现停摆、迟滞事项中，症结在人手的{ $people }项，不因业务量增减而改变；其余{ $hours }项取决于业务量和单件用时。
request-question-output = 人均负荷及比较
request-load = 业务量{ $load }人次，按在编在岗人员人均{ $on_duty }人次，连同合同工人均{ $of_all }人次；对照比例为每人{ $ratio }人次。
request-no-benchmark = 测算方案未列可对照的负荷比例，本文不作比较。
request-question-lasting = 需求是长期还是临时
request-lasting = 如不补充，停摆事项由{ $from }的{ $starts }项变为{ $until }的{ $ends }项；退休空出的岗位不会自行恢复，需求不是临时性的。
request-lasting-passing = 如不补充，停摆事项由{ $from }的{ $starts }项变为{ $until }的{ $ends }项，未见增加；需求是否长期，须结合业务量另行核定。
request-lasting-loans = 借调人员如能返回，所需人数相应减少，见上一部分。
request-question-otherwise = 能否以信息化、统筹使用或合同工替代
request-automation = 症结在人手的事项，即使每件用时为零也不能足额办理，单靠信息化压缩用时不能解决。
request-question-elsewhere = 同类单位的情况
request-elsewhere = 未取得同类县区经办机构的岗位和人员数据{ $blank }，本文不作比较。
request-question-refused = 如不批准的后果
request-refused = 到{ $until }，在岗在编人员为{ $on_duty }人，停摆{ $count }项：{ $matters }；足额办理{ $full }项。
request-refused-nothing = 到{ $until }，无停摆事项。
request-blank-peers = 同类县区经办机构的编制、在岗人数和参保人次
