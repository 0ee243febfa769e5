# 停摆原因与解决办法（explain）。

explain-title = { $unit }{ $year }年停摆、迟滞事项的原因与解决办法
explain-why = { $matters }{ $status }：{ $reason }。
explain-full = { $matter }足额办理，无须解释。
explain-unknown-matter = 方案中没有事项“{ $matter }”

shortfall-unsettled = { $matters }：{ $reason }。

shortfall-remedy = { $matters }：不改规则，最少的添人办法是{ $changes }，{ $reach }。
shortfall-remedies-apart = 以上各项单独测算，不一定能同时取得。
shortfall-remedies-now = 以上只就{ $as_of }的人员而言，以后的见多年推演。
shortfall-without-people = { $matters }：不添人，{ $changes }，{ $reach }。
shortfall-remedy-unknown = { $matters }：添人能否多办，限时内未测算完，尚无定论。
shortfall-no-remedy = { $matters }：在不减少其他事项的前提下，增加或召回 1 人均不能多办。
rivals-equal = { $tier }各事项权重相等，先办哪一项由办理程度之和决定；以下各项可以互换：
rivals-weighted = { $tier }各事项争用同样的人员，先办哪一项由权重决定；以下各项可以互换：
rival = { $matter }：改由其先办，{ $from }→{ $to }，同级中相应减少的是{ $less }；其权重现为 { $own }，调到大于 { $weight } 即可多办。
rival-free = { $matter }：改由其先办，{ $from }→{ $to }，同级其他事项不减少；其权重现为 { $own }，调到大于 { $weight } 即可多办。
shortfalls-more = 哪些条件不能并存、哪些办法可行，见 shuanggang explain。
shortfalls-more-here = 哪些条件不能并存、哪些办法可行，见“不能并存的条件”“解决办法”。
shortfalls-more-asked = 哪些条件不能并存、哪些办法可行，本报告未作测算，可请制作人补列。
shortfalls-counted = 须配岗位和可任人员逐一列出，可以复核。

help-single = 所试单项办法中居首的：{ $changes }，{ $reach }。
help-by-people = 不改规则而添人的：{ $changes }，{ $reach }。
help-pair = 所试单项办法中，没有单位可自行采取、保留经办复核分离又不减损其他事项的；两项并举可行：{ $changes }，{ $reach }。
help-at-a-price = 所试单项办法中，没有单位可自行采取、保留经办复核分离又不减损其他事项的；{ $changes }，{ $reach }，代价是减损{ $worse }。
help-against-law = 所试单项办法中，没有单位可自行采取的；{ $changes }，{ $reach }，但该规则出自法规，单位无权放宽。
help-without-separation = 所试单项办法中，没有单位可自行采取又保留经办复核分离的；{ $changes }，{ $reach }，但等于放弃双岗双审。
help-none = 所试单项办法和两项并举的办法均不可行。
help-none-by-rule = 按现行规则，配多少人都不能办；所试各项办法均不可行。

count-short = 先数岗位和人：办理{ $matters }，同时保持另 { $kept } 项事项办理，所需岗位须由 { $needed } 名不同人员担任，而按现行规则可任这些岗位的只有 { $there } 人，{ $needed } − { $there } = { $short }，缺 { $short } 人；与业务量、用时无关。
count-short-each = 先数岗位和人：{ $matters }中每办一项，同时保持另 { $kept } 项事项办理，所需岗位须由 { $needed } 名不同人员担任，而按现行规则可任这些岗位的只有 { $there } 人，{ $needed } − { $there } = { $short }，缺 { $short } 人；与业务量、用时无关。
count-short-alone = 先数岗位和人：{ $matters }本身所需岗位须由 { $needed } 名不同人员担任，而按现行规则可任这些岗位的只有 { $there } 人，{ $needed } − { $there } = { $short }，缺 { $short } 人；即使其他事项全部停办也不能办理，与业务量、用时无关。
count-hours = 先数岗位和人：{ $matters }连同已开办事项所需的岗位，按人数可以配齐，缺的是工时，不是人头。
count-enough = 先数岗位和人：{ $matters }连同已开办事项所需的岗位，按人数可以配齐；不能办理的原因不在人头总数，见下。
count-shared = 先数岗位和人：按现行规则一人可兼任其中多个岗位，{ $matters }不能单凭岗位数和人数相减来说明，见下。
count-posts = 岗位：{ $posts }
count-post = { $post }（{ $people } 人）
count-people = 可任其一的人员：{ $people }
count-of-established = 在编 { $count } 人（{ $people }）
count-of-contract = 合同工 { $count } 人（{ $people }）
count-of-leaders = 单位领导 { $count } 人（{ $people }）
count-heading = 岗位和人员核数
count-table-posts = 须由不同人员担任的岗位：
count-table-people = 按现行规则可任上列岗位之一的人员：
count-table-staff = 本单位人员（已离岗的不列）：
column-count-number = 组
column-standing = 在岗情况
column-rank = 职务
column-recount-what = 项目
column-recount-number = 数量
column-recount-how = 数法
recount-note = 工作簿中，“数量”一列是计数公式，点数各表的行，所点各行改动后随之重算。
recount-needed = 第 { $number } 组须配人员（{ $matters }）
recount-needed-how = 第 { $number } 组各岗位人数相加
recount-there = 第 { $number } 组可任人员
recount-there-how = 第 { $number } 组可任人员的行数
recount-short = 第 { $number } 组缺人
recount-short-how = 须配人员减可任人员
recount-matters = 事项
recount-matters-how = “逐项办理情况”的行数
recount-status-how = “逐项办理情况”中“{ $status }”的行数
recount-on-books-how = 本单位人员中在编的行数，借调来的除外
recount-on-duty-how = 本单位人员中在编、在岗的行数
recount-leaders-how = 本单位人员中在编、在岗、单位领导的行数
recount-seconded-out-how = 本单位人员中在编、借调在外的行数
recount-contract-how = 本单位人员中合同工、在岗的行数
recount-seconded-in-how = 本单位人员中借调来的行数
recount-away-how = 本单位人员中在编、休假在外的行数
recount-contract-away-how = 本单位人员中合同工、休假在外的行数
recount-present-how = “人员安排”的行数
recount-vacant-how = 编制 { $authorised } 减在编
count-kept = 保持办理的事项：{ $matters }

conflict-heading = 不能并存的条件
conflict-stalled = { $matters }要开办，以下各项不能同时成立；任放宽一项，其余各项即不再互相冲突：
conflict-slowed = { $matters }要多办，以下各项不能同时成立；任放宽一项，其余各项即不再互相冲突：
conflict-by-rule = { $matters }按现行规则不论配多少人都不能办，因为以下各项不能同时成立：
conflict-unsettled = { $matters }：求解到时限中止，未能证明哪些条件不能并存。
conflict-unproven = 求解到时限中止，以上各项不能并存已经证明，但其中可能有多余的项。
demand-hours = 每人全年工时以可用为限
demand-promise = { $matter }保持办结 { $level }
    .full = { $matter }保持足额办理
reach-full = 可足额办理
reach-part = 可办结 { $level }
demand-promises = { $tier }事项保持足额：{ $matters }
demand-rule = 规则“{ $rule }”现为“{ $setting }”
demand-headcount-established = 在岗在编人员（含借调来，领导除外）只有 { $count } 人
demand-headcount-contract = 合同工只有 { $count } 人
demand-headcount-leaders = 单位领导只有 { $count } 人
demand-step = 每件须有 { $people } 人{ $step }
demand-pinned = { $person }固定在一处
demand-minimum = { $section }最少须有 { $count } 人

repairs-heading = 解决办法
repairs-law = 标注“法规所定”的规则，单位无权自行放宽，列示仅供说明影响。
repairs-in-vain = 单独采取仍不能使{ $matters }多办的：{ $changes }。
repairs-apart = 一行为一套安排，不同行的效果不一定能同时取得。
pairs-note = 单项办法不可行，或须减损其他事项、触及法规、放弃双岗双审的，另试两项并举：
repair-against-law = { $repair }（法规所定，单位无权放宽）
repair-without-separation = { $repair }（等于放弃双岗双审）
repair-unproven = { $repair }（限时内未证明最优）
repair-for = { $matters }：{ $repair }
repair-shift = { $matter } { $from }→{ $to }
repair-full = { $matter }足额

change-both = { $first }，并{ $second }
change-join-established = 增加在编 { $count } 人
    .one = 增加在编 1 人
change-join-contract = 增加合同工 { $count } 人
    .one = 增加合同工 1 人
change-join-leaders = 增加单位领导 { $count } 人
    .one = 增加单位领导 1 人
change-recall = 召回借调在外的{ $person }
change-unpin = { $person }不再固定在一处
change-no-minimum = { $section }不再保留固定人数
change-leave = { $person }离岗
change-rule = 将规则“{ $rule }”改为“{ $to }”
change-volume = { $matter }全年由 { $from } { $unit }减至 { $to } { $unit }
change-minutes = { $matter }{ $step }每件由 { $from } 分钟减至 { $to } 分钟
change-number = { $path } 由 { $from } 改为 { $to }
change-prefer = 优先保障{ $matter }

explain-basis-heading = 依据和说明
explain-how-conflict = 不能并存的条件逐项重新求解得出：各项同时成立则无法多办，任去一项则可多办。未列入的条件视为放开，因此现实中去掉一项未必就能开办，能否开办以“解决办法”为准。
explain-how-repair = 每项办法都按改变后的情况重新求解并经核验：先求其他事项均不低于现状时该事项能办到几成；求不出增加的，才允许其他事项让出，所减损的并列注明。先列单位可自行采取、保留经办复核分离、不减损其他事项、可达足额的，再依次按新增人员（合同工先于在编）、召回、改规则、改数字从少到多排列；此处只比较人数，不比较费用。减少业务量、用时以整件、整分钟（10 分钟以下为 0.1 分钟）为步长，再放宽一步即不能足额。
explain-how-promises = 所列须保持的事项，每项代表其所在股室须有的岗位；同一股室岗位相同的其他事项不重复列出。
explain-transfers = 单位内部调剂不另列为办法：测算已在在岗人员的各种安排中求解。

column-needed-by = 所属事项
column-demand = 条件
column-level-without = 去掉后办理程度
column-repair = 办法
column-worse = 减损
column-better = 改善
