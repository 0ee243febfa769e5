# 结论取决于哪些数值和规则（sensitivity）。

sensitivity-title = { $unit }{ $year }年结论敏感性
sensitivity-basis = “结论”指各事项足额、迟滞或停摆。依据为假设或政策选择的数值逐个试算，件数、发生率、用时从原值的 1/{ $factor } 到 { $factor } 倍；每一结果均重新求解并经独立核验。
sensitivity-now = 目前停摆：{ $stalled }；迟滞：{ $slowed }。
sensitivity-holds = 逐个试算（共 { $tried } 次，每个数值两个方向），均不改变结论。
sensitivity-unless = 距结论改变最近的：{ $nearest }。{ $tried } 次单项试算（每个数值两个方向）中，{ $broken } 次会改变结论，其余 { $holding } 次在试算范围内结论不变。
sensitivity-rises = { $subject }由 { $value } 升至 { $flips }（{ $changes }）
sensitivity-falls = { $subject }由 { $value } 降至 { $flips }（{ $changes }）
sensitivity-flip = { $matter }由{ $from }变为{ $to }
sensitivity-together = { $case }：{ $outcome }。
sensitivity-untried = 另有假设 { $count } 个未逐个试算（名册、各年工作日、不确定因素等）。
sensitivity-assumptions-heading = 所依据的假设
sensitivity-rules-heading = 规则改变的影响
sensitivity-rules-note = 每次只改一项规则。各优先级列为该级事项服务水平之和，与现行相比的差即该项规则的代价。

subject-volumes = 全部件数和发生率（{ $count } 个）同乘
subject-minutes = 全部用时（{ $count } 个）同乘
quantity-driver = 驱动因素 { $driver }
quantity-rate = { $matter }发生率
quantity-volume = { $matter }件数
quantity-minutes = { $matter }{ $step }分钟
quantity-hours_per_day = 每日工时
quantity-training_days = 培训天数
quantity-sick_days = 病假天数
quantity-overhead = 其他事务占比
quantity-rank_share = { $rank }办理业务占比
quantity-working_days = 全年工作日
direction-easier = 负荷减轻
direction-harder = 负荷加重

margins-heading = 各数值距结论改变多远
margins-note = “不变至”为结论不变的最后一个值，“改变于”为下一个试算值：件数精确到 1 件，用时到 0.5 分钟（不足 5 分钟的到 0.1），发生率、占比、倍数到百分之一，天数到 1 天。
margins-chart = 距结论改变的幅度（占原值）
together-heading = 多项同时变化
together-work-easier = 件数、发生率、用时全部取最低值
together-everything-easier = 全部数值取最有利值
together-work-harder = 件数、发生率、用时全部取最高值
together-everything-harder = 全部数值取最不利值
column-number = 数值
column-now = 现值
column-holds = 不变至
column-flips = 改变于
column-distance = 幅度
column-case = 情形
