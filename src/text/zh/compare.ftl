# 多方案对比（compare），以及网页报告中的推演、取舍、对比三部分。

compare-title = { $count }个方案对比
compare-heading = 各方案对比
compare-basis = 各方案均单独求解并经独立核验；增减以第一个方案“{ $first }”为准。
compare-answer = { $name }：{ $said }。
compare-answer-why = { $name }（{ $why }）：{ $said }。
compare-all-full = 全部事项足额办理
compare-stalled = 停摆 { $count } 项（{ $matters }）
compare-slowed = 迟滞 { $count } 项（{ $matters }）
compare-recovered = 恢复足额 { $count } 项（{ $matters }）
compare-eased = 由停摆转为迟滞 { $count } 项（{ $matters }）
compare-newly-stalled = 新增停摆 { $count } 项（{ $matters }）
compare-newly-slowed = 新增迟滞 { $count } 项（{ $matters }）
compare-same = 各事项办理状态与第一个方案相同
compare-other-unit = 所列方案不全属同一单位、同一年度，数值之间的比较意义有限。
compare-later = 有的方案含测算月份以后的增员或人员变动；本对比只计测算月份在岗人员，以后的变动见多年推演（project）。
compare-not-proven = 有的结果在时限内未证明最优，其数值可能还有改进余地。
compare-assumptions-heading = 第一个方案所依据的假设
compare-measures-heading = 各项指标
compare-measures-note = 带 * 的为该行最优（可并列），只就该行而言，不代表整个方案更好；各方案相同的不标。编制、人数和富余工时无所谓优劣，迟滞事项少也可能因为已经停摆，均不标。人数按名册，编制数按所列文件，各口径互不替代。缺AB角的岗位含停摆事项的岗位。
compare-differences-heading = 与第一个方案相比的增减
compare-matters-heading = 有方案不能足额办理的事项
compared-stalled = 停摆事项（项）
compared-slowed = 迟滞事项（项）
compared-full = 足额办理事项（项）
compared-service = { $tier }：服务水平之和
    .of = { $tier }（满 { $count }）
compared-authorised = { headcount-authorised }
compared-on_books = { headcount-on-books }
compared-on_duty = { headcount-on-duty }
compared-seconded_out = { headcount-seconded-out }
compared-seconded_in = { headcount-seconded-in }
compared-contract = { headcount-contract }
compared-vacancies = 空编（负数为超编）
compared-moved = 跨股室任岗（人）
compared-without_backup = 缺AB角的岗位（个）
compared-slack_hours = 富余工时（小时）
compared-yearly_pay_low = 全年人员经费（低，元）
compared-yearly_pay_high = 全年人员经费（高，元）
compare-proven = 已证
compare-unproven = 未证
compare-bad-input = 有误
    .told = 输入有误，未作测算，错误另行列出
compare-failed = 未得
    .told = 未求得结果，原因另行列出
compare-chart = 各方案各级事项的服务水平
compare-chart-scenario = 方案
compare-mistakes = 方案“{ $scenario }”未参加对比：
compare-nothing = 没有可对比的方案：请再列一个方案，或写改动，如 '+hire established=2'
compare-folder = 无法读取文件夹 { $folder }：{ $cause }
compare-change-unknown = “{ $operand }”中的“{ $word }”不是改动；改动写作 +hire established=2，可用 { $known }，内容不能含空格

page-project-heading = 多年推演
page-tradeoff-heading = 稽核与日常业务的取舍
page-compared-library = 所比较的是本次测算的方案和内置的、在其上改动的各个方案。
page-compared-files = 所比较的是本次测算的方案和同一文件夹中在其上改动的各个方案文件。
page-compared-typed = 命令行上的改动同样加在各个方案上。
