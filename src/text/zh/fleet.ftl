# 多单位批量测算（fleet）：命令、提示、报告。

command-fleet = 批量：全省各单位一次测算，一台或多台机器均可
usage-fleet = shuanggang fleet <命令> [选项]
after-fleet =
    先列任务，再运行，最后汇总。单个进程用满全部处理器；
    多台机器共用一份任务清单，办法见 docs/fleet.md。
command-manifest = 列出一个文件夹下各单位的测算任务
usage-manifest = shuanggang fleet manifest [选项] <文件夹>
after-manifest =
    每个任务一行 JSON，输出到标准输出或 --output 所列文件。任务编号由所读全部文件的
    内容、所问事项和程序版本得出。读不通的单位也列任务，结果载明错在何处。
command-run = 运行清单中尚无结果的任务
usage-run = shuanggang fleet run --out <文件夹> [选项] <清单>
after-run =
    退出码：0 各任务均有结果（读不通的单位，其结果即错误所在）；
    2 清单有误，或文件与列任务时不同，重试无用；
    3 故障或结果无法写出，可重试或换机器；
    4 被中止或到时限，再运行一次即可，已完成的保留。
    不写 --shard 的，按 Slurm 数组作业的序号和总数分片（如有）。
command-status = 查看任务完成了多少、缺哪些
usage-status = shuanggang fleet status [选项] <结果文件夹>
after-status = 全部有结果的，退出码为 0，否则为 4。
command-merge = 按清单顺序汇总结果
usage-merge = shuanggang fleet merge [选项] <结果文件夹>
after-merge =
    汇总报告输出到标准输出或 --output（.xlsx、.html、.csv、.json、.md），
    逐条结果写入 --lines 所列文件。缺任一结果即不写出，退出码为 4；
    加 --partial 则就现有结果汇总，退出码仍为 4。

argument-folder = 单位所在文件夹，含各级子文件夹：工作簿，以及不在其他
    方案上改动的方案文件
value-folder = 文件夹
argument-commands = 所问事项，多个用逗号：plan（默认）、project、need、
    hire、absence、front（增编各能办成什么，供
    fleet allocate 使用）
value-commands = 事项
argument-posts = front 至多试增几个编制，1 至 50；默认 6
    .allocate = 要分配的编制数，1 至 100000
value-posts = 个数
argument-places = 以文件夹之下前几级子文件夹为地区名，0 至 9；默认 1
value-places = 级数
argument-manifest = 任务清单
value-manifest = 清单
argument-out = 存放结果的文件夹；已有结果的任务不再运行
value-out = 文件夹
argument-shard = 只运行其中一份，如 3/8；写 auto/8 则取 Slurm 数组作业
    或 Kubernetes 索引作业的序号
value-shard = 份
argument-task = 只运行这一编号的任务
value-task = 编号
argument-results = 结果文件夹
value-results = 结果文件夹
argument-lines = 另将逐条结果写入此文件，每条一行：.jsonl 或 .csv；
    可写多次
value-lines = 文件
argument-partial = 有缺的也汇总，只用现有结果

expected-posts = 1 以上的整数（列任务时至多 50）
expected-places = 0 至 9 的整数
expected-shard = 3/8 或 auto/8 这样的份数

fleet-listed = 共 { $tasks } 个任务，{ $units } 个单位。
fleet-task-unknown = 清单中没有任务 { $id }
fleet-shard-count = 只有任务序号，不知共几份；请写明，如 --shard auto/8
fleet-shard-number = --shard auto 需有 SLURM_ARRAY_TASK_ID 或 JOB_COMPLETION_INDEX
fleet-shard = 运行清单的 { $shard }。
fleet-folder-unwritable = { $folder } 无法写入：{ $cause }
fleet-results-form = { $file } 的扩展名须为 .jsonl 或 .csv

fleet-pace = 已完成 { $done }／{ $of } 个任务，约需 { $left }
fleet-pace-failed = 已完成 { $done }／{ $of } 个任务，其中 { $failed } 个没有结果，约需 { $left }
fleet-seconds = { $count } 秒
fleet-minutes = { $count } 分钟
fleet-hours = { $count } 小时
fleet-unread = { $file } 读不通，已记入结果；运行 shuanggang check { $file } 可查看错误。
fleet-failed = { $task }：{ $cause }
fleet-ran = 完成 { $done } 个任务，此前已完成 { $before } 个；{ $unread } 个单位读不通。结果在 { $folder }
fleet-ran-changed = 错误：{ $changed } 个任务的文件在列出后有改动，没有运行；请用 fleet manifest 重新列出，另用一个文件夹运行
fleet-ran-failed = 错误：{ $failed } 个任务出了故障，没有结果；再运行一次，只运行这些任务
fleet-ran-unfinished = { $unfinished } 个任务没有做完：被中止，或到了时限。再运行一次，只运行这些任务；可用 --time-limit 放宽每个任务的时限。
fleet-unwritten = 结果无法写入 { $folder }：{ $cause }；还有 { $left } 个任务没有运行

fleet-status-title = { $folder } 的结果
fleet-complete = { $tasks } 个任务均有结果。
fleet-incomplete = { $tasks } 个任务中，{ $done } 个有结果，{ $holes } 个没有。
fleet-status-unread = 其中 { $unread } 条结果载明单位读不通。
fleet-holes-heading = 没有结果的任务
fleet-hole-missing = 未运行
fleet-hole-broken = 不完整
column-fleet-command = 所问事项
column-fleet-tasks = 任务数
column-fleet-done = 已完成
column-fleet-unit = 单位
column-fleet-scenario = 方案
column-fleet-state = 情况

fleet-holes = { $holes } 个任务没有结果；请对文件夹 { $folder } 再运行一次 fleet run，或加 --partial 就现有结果汇总：
fleet-merged-partial = { $holes } 个任务没有结果，未计入：
fleet-merge-title = { $units } 个单位汇总
fleet-partial = { $holes } 个任务没有结果，以下各数均不含。
fleet-merge-unread = { $units } 个单位读不通，各数均不含，见末表。
fleet-none = { $units } 个单位目前均无事项停摆。
fleet-none-known = { $units } 个单位目前未见事项停摆；部分事项能办到何种程度尚未定。
fleet-some = { $units } 个单位中，{ $stalled } 个目前有事项停摆：{ $tiers }。最重的是{ $worst }。
fleet-in-tier = { $tier } { $matters } 项，涉及 { $units } 个单位
fleet-ahead-none = 到 { $until }为止，不再有新的事项停摆。
fleet-ahead = 到 { $until }为止，{ $units } 个单位还将有事项停摆，最早是{ $unit }，自 { $since }起。
fleet-people = { $units } 个单位现有 { $there } 人（不含领导），兼顾工时和规则，至少需 { $needed } 人；{ $short } 个单位共缺 { $missing } 人，一个单位多出的人不能补另一个单位的缺。
fleet-people-unknown = 另有 { $unknown } 个单位所需人数不明，或多少人都不够。
fleet-stalled-in = { $tier }停摆
fleet-as-it-is = 现状
fleet-tiers-heading = 分级合计
fleet-units-heading = 各单位（由重到轻）
fleet-units-note = 共 { $units } 个单位，只列最重的 { $shown } 个；--full 列出全部。
fleet-matters-heading = 哪些事项停摆（按涉及的单位数）
fleet-matters-note = 共 { $matters } 项，只列 { $shown } 项；--full 列出全部。
fleet-stalls-elsewhere = 逐单位的停摆、迟滞事项和起始月份见 --full、网页、工作簿或 --format csv --table stalls。
fleet-stalls-heading = 停摆、迟滞事项和起始月份
fleet-places-heading = 分地区
fleet-scenarios-heading = 各方案
fleet-unread-heading = 读不通的单位
column-fleet-place = 地区
column-fleet-units = 单位数
column-fleet-units-stalled = 有停摆的单位
column-fleet-stalled = 停摆（逐级）
column-fleet-next = 新增停摆起
column-fleet-stalled-units = 停摆单位
column-fleet-slowed-units = 迟滞（含未定）
column-fleet-later-units = 此后停摆
column-fleet-first = 最早自
column-fleet-reason = 主要原因
column-fleet-since = 停摆起
column-fleet-on-duty = 在岗
column-fleet-there = 现有
column-fleet-needed = 所需
column-fleet-missing = 缺
column-fleet-hires = 须招
column-fleet-irreplaceable = 离不开的人
column-fleet-code = 代码
column-fleet-at = 位置

command-allocate = 分配：增加若干编制，各给哪些单位
usage-allocate = shuanggang fleet allocate --posts <个数> [选项] <结果文件夹>
after-allocate =
    须先运行 front。编制分给使第一级办成最多的单位，其次第二级，依次类推；
    另列按服务对象人数、按空编的比例分配，供对照。
argument-most = 一个单位至多几个；默认与 front 试增的个数相同
value-most = 个数
argument-least = 每个单位至少几个；默认 0
value-least = 个数
expected-most = 1 至 50 的整数
expected-least = 0 至 50 的整数

allocate-holes = { $folder } 中有 { $holes } 个 front 任务没有结果；请再运行一次 fleet run
allocate-no-fronts = { $folder } 中没有 front 的结果；请列任务时写 --commands front
allocate-beyond = --most { $most } 超过 front 试增的 { $tried } 个；请列任务时写 --posts { $most }
allocate-floor = 共 { $posts } 个编制，无法使每个单位得 { $least } 至 { $most } 个
allocate-title = 增加 { $posts } 个编制的分配
allocate-best = 逐级使办成的最多：{ $posts } 个编制中分出 { $given } 个，给 { $of } 个单位中的 { $units } 个，每个单位 { $floor } 至 { $cap } 个。多办成（项）：{ $gain }。
allocate-left = 余 { $left } 个：在上下限之内，再给任何单位都不能多办。
allocate-beside = 对照，{ $way }：分出 { $given } 个，多办成（项）：{ $gain }。
allocate-no-way = 对照，{ $way }：各单位均无此数，无法计算。
allocate-unread = { $units } 个单位读不通，不参加分配。
allocate-gain = { $tier } { $more }
allocate-way-none = 现状
allocate-way-best = 逐级最优
allocate-way-insured = 按服务对象人数比例
allocate-way-vacancy = 按空编比例
allocate-ways-heading = 各种分法
allocate-units-heading = 各单位编制
allocate-units-note = { $units } 个单位中 { $gets } 个得编制，此处列 { $shown } 个；--full 列出全部单位。
allocate-served-in = { $tier }办成
allocate-from-in = { $tier }原
allocate-to-in = { $tier }增编后
allocate-from-to-in = { $tier }办成
allocate-check = 办成以项计，部分办理的按比例计。各单位可自行核对本单位一行：运行 shuanggang plan 方案 --hire established=所得编制数，并各试多一个、少一个。
column-allocate-way = 分法
column-allocate-given = 分出编制
column-allocate-posts = 编制
column-allocate-insured = 按服务对象
column-allocate-vacancy = 按空编
