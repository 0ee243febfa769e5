# 多年推演（project）和按月测算（plan --months）。

project-title = { $unit }{ $from }至{ $until }人员与办理能力推演
project-basis = 按现有名册和规则，退休{ $policy }，每次人员变动重新求解并核验。

verdict-start = 起点（{ $month }）停摆 { $count } 项：{ $matters }。
verdict-start-none = 起点（{ $month }）无停摆事项。
verdict-change = 到{ $month }，{ $events }后，{ $changes }。
change-stalled = { $matters }停摆
change-tier-gone = { $tier } { $total } 项至此全部停摆
change-slowed = { $matters }迟滞
change-recovered = { $matters }恢复足额办理
    .word = 恢复
verdict-more-changes = 此后另有 { $count } 次变动影响办理，见变动表。
verdict-no-new-stalls = 期内人员变动不新增停摆事项。
verdict-course = 期内在编在岗{ $on_duty }，合同工{ $contract }；始终足额办理 { $full } 项。
count-moves = 由 { $from } 人变为 { $to } 人
count-stays = 保持 { $from } 人
verdict-band = 首次新增停摆：{ $policies }。
band-at = { $policy }退休为{ $month }
band-never = { $policy }退休则期内不出现
project-unproven = 有 { $count } 处结果未证明最优，与最优相差至多 { $gap }。

event-retired = { $person }退休
event-left = { $person }离岗
event-returned = { $person }借调期满返回
event-went_back = { $person }（借调来）期满返回原单位
event-went_away = { $person }休假在外
event-came_back = { $person }休假期满返岗
event-able = { $person }上手，按全部工时计
event-learnt = { $hire }（{ $count }人）上手，按全部工时计
event-joined = { $hire }入职 { $count } 人
events-none = 起点

lanes-ahead = 逐月办理情况（其余 { $full } 项始终足额）
timeline-heading = 人员变动与办理能力
timeline-note = 当月退休的自次月起不在岗。服务水平为该级各事项服务水平之和，足额为：{ $full }。
tier-full = { $tier } { $count }
changes-heading = 事项变化
stalls-heading = 各事项首次停摆月份
stalls-note = 各列为按不同时间退休的首次停摆月份；“最早”“最晚”两列之间为本人选择可能造成的范围。
never-within = 期内不停摆
years-heading = 各年末
chart-heading = 各年末人员

reform-heading = 退休政策影响
reform-shift = 2025年改革使期内退休由 { $before } 人变为 { $after } 人，逐人推迟月数见表。
stated-heading = 与文件所列退休人数核对
stated-note = 文件所列未来五年退休 { $stated } 人（{ $source }）；按名册，本次 { $years } 年内：{ $policies }。
stated-unlike-horizon = 文件所指为五年，本次推演为 { $years } 年，二者不可直接比对。
stated-policy = { $policy } { $count } 人
stated-reading = 文件未注明起算时间，所依据的是改革前还是改革后规定亦未注明。

assumptions-project-heading = 推演所依据的假设
assume-away = { $people }借调在外，未注明返回时间，按期内不返回计。
assume-away-for-a-time = { $people }休假在外，未注明期满时间，按期内不返岗计。
assume-hours = 工时和业务量按 { $year } 年全年计，期内年休假、业务量变化未计。
assume-days = { $year }年放假安排尚未公布或未列，全年按 { $days } 个工作日估算（全年天数减周末和法定节假日）。
assume-hours-drawn = 工时按 { $year } 年全年计，期内年休假变化未计；主推演业务量不变，抽样部分按方案所列范围变动。
assume-contract = 合同工除名册写明离岗月份的，均按留用计。
assume-newcomers = 退休空出的岗位，除方案列明的新增人员外，不补充。

forecast-heading = 不确定性：{ $draws } 次抽样
forecast-note = 随机种子 { $seed }，同一种子结果相同。退休选择、辞职、长期病假、业务量按方案所列概率抽样；列示各年末中位数和 10%—90% 区间。
forecast-certain = 方案未列 uncertainty，各次抽样相同，区间无意义。
measure-on_duty = 在编在岗
measure-contract = 合同工
measure-service = 服务水平：{ $tier }
risks-heading = 各事项截至各年末停摆的概率
risks-none = 各次抽样均无事项停摆。

months-heading = 按月测算
months-grid = 各股室逐月忙闲
months-load-easy = 低于 70%
months-load-tight = 70% 以上
months-load-full = 满负荷
months-note = 岗位沿用全年安排；表中为各股室人员各月工时使用率（%）。
months-days-assumed = { $year }年各月工作日尚未公布或未列，按全年 { $days } 个工作日均分，各月数据为估算。
months-slips = 按月看有 { $count } 项出现延误：{ $matters }。首见于{ $month }，见下表。
months-slips-none = 按月看，全年安排的业务均可按时办理，无延误。
months-backlog = 年末积压：{ $matters }。
months-backlog-none = 全年安排的业务年末无积压。
backlog-count = { $matter } { $cases } 件
backlog-heading = 年末积压
slips-heading = 各月延误
slips-note = “未按期”为须当月办结而未办结、不再补办的件数；“结转”为转入下月的件数。

column-events = 变动
column-on-books = 在编
column-on-duty = 在岗
column-contract-staff = 合同
column-vacancies = 空编
column-change = 变化
column-left = 退休
column-year = 年份
column-retired = 退休
column-policy = 退休时间
column-people-named = 人员
column-pre-reform-month = 改革前
column-months-later = 推迟月数
column-measure = 指标
column-low = 一成
column-median = 中位
column-high = 九成
column-missed = 未按期
column-carried = 结转
column-backlog = 年末积压
