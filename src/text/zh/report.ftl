# 报告：plan、check、verify 的标题、栏目与语句。

plan-title = { $unit }{ $year }年岗位安排与双审能力测算
plan-as-of = 以{ $as_of }在岗人员为准，业务量和工时按全年计算。

verdict-heading = 结论
verdict-all = 按在岗人员和现行规则，全部 { $matters } 项事项均可足额办理，无停摆、无迟滞。
verdict-tier = { $tier } { $total } 项事项中 { $count } 项{ $status }：{ $matters }。
verdict-tier-full = { $tier } { $total } 项事项均可足额办理。
verdict-because = 主要原因：{ $reason }。
verdict-because-people = 主要原因：{ $section }人手不足，{ $shortage }。
verdict-rest = 全部事项中足额办理 { $count } 项。
verdict-unproven = 搜索未完成：本方案未证明最优，与最优相差不超过 { $gap }。
    .open = 搜索未完成：本方案未证明最优。
verdict-unknown = 标为“未定”的事项，能否办理、能办多少，尚无定论。
and-others = { $list }等 { $count } 项
rests-on-conflict = 结论取决于口径：{ $topic }现采用 { $used }（{ $used_source }）；若采用 { $other }（{ $other_source }），则{ $outcome }。
stands-in-conflict = { $topic }按另一口径 { $other }（{ $other_source }）重新测算，停摆、迟滞事项不变。
rests-on-people = { $matters }：症结在人手。{ $proof }。
rests-on-hours = { $matters }：症结在工时。各项如自身每件完全不用时即可足额办理（同级其他事项可能因此少办）；结论可能取决于其业务量和单件用时，其中 { $assumed } 个数值为假设，取决于到何程度见 shuanggang sensitivity。
rests-on-assumptions = 输入数值共 { $total } 个，其中 { $count } 个（{ $share }）为假设。
rests-on-roster = 名册含假设内容，属示意；到人的安排须以实有人员核定。

headcount-heading = 人员编制
headcount-conflict = { $topic }口径不一：{ $values }。
conflict-value = 按 { $value }（{ $source }）则{ $outcome }
headcount-authorised = 编制数
headcount-on-books = 在编
headcount-on-duty = 在编在岗
headcount-leaders = 其中单位领导
headcount-seconded-out = 借调在外
headcount-seconded-in = 借调来
headcount-contract = 合同工

shortfalls-heading = 停摆和迟滞事项
shortfall-explained = { $matters }：{ $reason }。若全单位只办此项，可办 { $alone }；若仅保障更高优先级，可办 { $after }。

service-heading = 各优先级办理情况
people-counted = { $count } 人

sections-heading = 股室和岗位
sections-note = 股室合计为本股室人员的工时；岗位可用工时为任岗人员全年可用于各岗的工时，一人任多岗的重复列示。单位领导不计入股室。
posts-heading = 各岗位

people-heading = 人员安排
unplaced = 未安排岗位：{ $people }。

spare-heading = 富余能力
spare-contract = 合同工闲置 { $idle } 小时，占其可用工时 { $share }，按现行规则不得用于复核；任复核岗人员工时使用率为 { $use }。

rules-heading = 执行规则
rule-explained = { $rule }：{ $what }
findings-heading = 提示事项
finding-exempt = { $matter }不设复核：{ $why }。
finding-overtaken-retired = { $person }已于{ $month }到退休时间，自次月起不计入在岗，名册尚列为在册人员，请核实更新。
finding-overtaken-left = { $person }应于{ $month }底离岗，自次月起不计入在岗，名册尚列为在册人员，请核实更新。
finding-overtaken-went_back = { $person }借调来本单位已于{ $month }期满，自次月起不计入在岗，名册尚列为借调来，请核实更新。
finding-overtaken-returned = { $person }借调在外已于{ $month }期满，自次月起按返回在岗计，名册尚列为借调在外，请核实更新。
finding-retirement-approved = { $person }于{ $month }底退休离岗，月份经审批确定：{ $reason }。
finding-long-tenure = { $person }自{ $since }起任{ $post }，超过轮岗年限。
finding-cashier = { $matter }在出纳所在的{ $post }办理，岗位内无法分离。

conflicts-heading = 口径不一
conflict-note = { $topic }：{ $note }。
conflicts-without-effect = 另有 { $count } 处口径不一不参与测算，用 --full 列示。
inputs-heading = 输入依据
solver-heading = 求解说明
solver = 结果{ $status }。办理程度与定岗：{ $method }。求解器：{ $engine }；shuanggang { $version }。各阶段依次求解，后一阶段不降低前一阶段的结果。

check-title = { $unit }{ $year }年方案检查
check-usable = 方案可用：股室 { $sections } 个，事项 { $matters } 项，名册 { $people } 人，输入数值 { $numbers } 个。
check-conflicts = 口径不一 { $count } 处，影响见下表；涉及业务量的，由 plan 重新测算。
check-duty-table-broken = 现行岗位安排违反规则 { $count } 处。
warnings-heading = 读入警告
warning = { $code }　{ $place }　{ $cause }
assumptions-heading = 假设所在
duty-table-heading = 现行岗位安排
duty-table-clean = 名册所列现行岗位安排符合规则。

verify-title = { $unit }{ $year }年方案核验
verify-clean = 方案符合全部规则和数量关系，所载数字和结论均属实。
verify-differs = 方案所载与重新计算的结果不符，共 { $count } 处。
verify-other-volumes = 该结果按另外的业务量编制。
verify-other-month = 该结果按另外的年度或月份编制。
verify-other-roster = 该结果按另外的名册或工时编制。
verify-unconfirmed = 其余各项均已重新计算，仅核对前后一致的有：{ $paths }。
verify-broken = 方案违反规则或数量关系 { $count } 处。

column-id = 编号
column-matter = 事项
column-matters = 事项数
column-section = 股室
column-section-and-post = 股室和岗位
column-staff = 人员
column-tier = 优先级
column-unit = 计量单位
column-arriving = 应办件数
column-done = 办结
column-service-level = 服务水平
column-status = 状态
column-reason = 原因
column-people = 人数
column-person = 人员
column-post = 岗位
column-posts = 岗位
column-holders = 任岗人员
column-hours = 工时
column-hours-used = 已用工时
column-hours-available = 可用工时
column-hours-idle = 闲置工时
column-use = 使用率
column-moved = 调动
column-backup-for = 为谁备份
column-group = 人员类别
column-rule = 规则
column-setting = 取值
column-basis = 依据
column-source = 来源
column-numbers = 数值个数
column-share = 占比
column-topic = 事由
column-value = 数值
column-used = 采用
column-effect = 影响
column-stage = 阶段
column-objective = 目标值
column-bound = 界限
column-gap = 相对差距
column-stop = 终止
column-headcount = 口径
column-planned = 测算月份
column-stated = 文件所列
column-roster = 名册
column-part = 所在部分
column-breach = 违反
column-people-concerned = 涉及人员
column-posts-concerned = 涉及岗位
column-file-path = 文件中位置
column-recomputed = 重算
column-found = 实为
column-allowed = 限为

plan-file-unknown = { $path }：方案中没有“{ $found }”
plan-file-repeated = { $path }：“{ $found }”重复
plan-file-missing = { $path }：缺少“{ $found }”
plan-file-suggestion = { $problem }，是否应为“{ $suggestion }”？

figure-matters = { $count } / { $total } 项
figure-people = 在岗人员
figure-vacant = 空编
figure-over = 超编
figure-count = { $count } 人
question-cheapest = 最省的办法
question-people = 要不要添人？
question-audits = 稽核非办不可，要停什么？
question-year = 哪一年开始办不下去？
people-enough = 不要：在岗人员可足额办理全部事项。
people-help = 未足额 { $count } 项逐项测算：只添 1 人（新增或召回）可改善 { $helped } 项，其中 { $full } 项可达足额。
people-no-help = 未足额 { $count } 项逐项测算：只添 1 人（新增或召回）均不能改善，见 shuanggang explain。
people-open = 未足额 { $count } 项中 { $open } 项尚未测算完毕；已测算的，只添 1 人（新增或召回）可改善 { $helped } 项，其中 { $full } 项可达足额。
page-study-not-asked = 未作测算；生成时加 --with { $study } 即列入。
page-study-unfinished = 限时内未测算完毕，放宽 --time-limit 后重新生成。
rests-heading = 结论的依据
rows-shown = 以上为前 { $shown } 项，共 { $count } 项，用 --full 全部列示。
plan-more = 各人安排、原因详解、富余能力、执行规则、提示事项、口径不一、输入依据和求解说明未列，用 --full 列示。
plan-page = 用 --output x.html 可作网页查看。
