# 各类用语：岗位、人员、状态、依据、原因、规则、求解阶段。

list-separator = 、
clause-separator = ；
sentence-separator = { "" }
none = 无
yes = 是
no = 否
nobody = 无人
not-stated = 未注明

duty-operations = 业务运行
duty-finance = 基金财务
duty-data = 数据管理
duty-audit = 稽核内控

step-handle = 经办
step-review = 复核
step-approve = 审批

post-of-step = { $step }岗
post-of-duty-and-step = { $duty }{ $step }岗
post-across = { $post }（{ $count } 个股室）
post-in-section = { $section }{ $post }

employment-established = 在编
employment-contract = 合同工
rank-leader = 单位领导
rank-section_head = 股室负责人
rank-staff = 一般人员
staff-group = { $employment }{ $rank }

basis-document = 文件
basis-law = 法规
basis-measured = 实测
basis-policy = 政策选择
basis-assumption = 假定

status-full = 足额
status-slowed = 迟滞
status-stalled = 停摆

plan-status-optimal = 已证明最优
plan-status-feasible = 可行，与最优相差不超过 { $gap }

limit-people = 人手
limit-hours = 工时

reason-no_eligible_handler = 无人可任经办
    .at = 在岗人员中无人可任{ $post }（缺{ $limit }）
    .anywhere = 在岗人员中无人可任其经办岗（缺{ $limit }）
reason-no_eligible_reviewer = 无人可任复核
    .at = 在岗人员中无人可任{ $post }（缺{ $limit }）
    .anywhere = 在岗人员中无人可任其复核岗（缺{ $limit }）
reason-no_eligible_approver = 无人可任审批
    .at = 在岗人员中无人可任{ $post }（缺{ $limit }）
    .anywhere = 在岗人员中无人可任其审批岗（缺{ $limit }）
reason-no_second_person = 凑不齐双岗
    .at = 各环节单看均有人可任，但凑不齐同一件所需的不同人员，缺口在{ $post }（缺{ $limit }）
    .anywhere = 各环节单看均有人可任，但凑不齐同一件所需的不同人员（缺{ $limit }）
reason-hours_exhausted = 工时不足
    .at = { $post }{ $limit }不足，即使全单位只办此项也办不完
    .anywhere = { $limit }不足，即使全单位只办此项也办不完
reason-kept_for_higher_tier = 让位于更高优先级
    .at = 单独办理可行，但{ $post }所需{ $limit }须先保障更高优先级事项
    .anywhere = 单独办理可行，但所需{ $limit }须先保障更高优先级事项
reason-kept_for_same_tier = 让位于同级事项
    .at = 保障更高优先级后仍可办理，但{ $post }所需{ $limit }用于同级其他事项
    .anywhere = 保障更高优先级后仍可办理，但所需{ $limit }用于同级其他事项
reason-short = { $reason }，缺 { $short } 人
shortage = 一件须 { $needed } 名不同人员，可任其岗位的仅 { $left } 名，缺 { $short } 名
shortage-kept = 一件须 { $needed } 名不同人员，保障更高优先级后仅余 { $left } 名可用，缺 { $short } 名

breach-dual_review = 缺少复核环节
breach-separation = 同一人兼任经办与复核
breach-duty_groups = 跨岗位类别兼任
breach-sections_per_person = 任职股室超过上限
breach-contract_steps = 合同工超出可任范围
breach-leader_steps = 单位领导与审批岗不对应
breach-kin = 亲属未回避
breach-cashier = 出纳兼任不相容岗位
breach-own_audit = 稽核本人经办事项
breach-rotation = 高风险岗位任职超期
breach-cover = 岗位人数不足
breach-absent = 不在岗人员被安排工作
breach-work_without_post = 未任岗而办件
breach-hours = 工时超出可用
breach-conservation = 环节件数不平衡
breach-level = 办结数超出到件数或为负
breach-pairing = 同一人重复经手同一件
violation = { $breach }：{ $facts }
violation-numbers = 实为 { $found }，限为 { $allowed }

rule-dual_review = 一事双审
    .what = 每一事项至少设经办、复核两个环节；不设复核的须说明理由并逐项列示。
rule-separation = 经办复核分离
    .what = 经办与复核不得为同一人；按岗分离时，同一股室同一类别只任一个岗位。
rule-duty_groups = 岗位类别互斥
    .what = 业务运行、基金财务、数据管理、稽核内控四类岗位的经办、复核人员不得相互兼任。
rule-sections_per_person = 每人任职股室数
    .what = 一人担任经办、复核岗位的股室不超过规定个数。
rule-contract_steps = 合同工任岗范围
    .what = 合同工只可在规定的岗位类别担任规定的环节。
rule-leader_steps = 领导审批
    .what = 单位领导只任审批岗，审批岗只由单位领导担任；不得审批本人经办、复核的件。
rule-kin = 亲属回避
    .what = 有亲属关系的人员不得经手同一事项。
rule-cashier = 出纳不相容
    .what = 出纳不得兼任稽核、会计档案保管和账目登记。
rule-own_audit = 不稽核本人事项
    .what = 任某事项岗位的人员不得任稽核该事项的岗位。
rule-rotation = 高风险岗位轮岗
    .what = 高风险岗位任职超过规定年限的予以提示，不作约束。
rule-cover = 岗位备份
    .what = 所办事项的每个岗位须有规定人数在一件所需人数之外备份。
rule-on = 执行
rule-off = 不执行
separation-post = 按岗分离
separation-case = 按件分离
rule-sections = 至多 { $most } 个
rule-contract = { $steps }；{ $duties }
rule-years = { $years } 年
rule-holders = { $holders } 人
rule-pairs = 亲属 { $pairs } 对

stage-service = 服务水平：{ $tier }
stage-placement = 未安排岗位人数最少
stage-moves = 调动人数最少
stage-backups = 有备份岗位最多
stage-balance = 工时最均衡
stop-proven = 已证明
stop-time_limit = 到时限
stop-engine = 求解器中止

headcount = 编制 { $authorised }；在编 { $on_books }，其中在岗 { $on_duty }、借调在外 { $seconded_out }；借调来 { $seconded_in }；合同工 { $contract }；{ $vacancies }。
vacancies-free = 空编 { $count }
vacancies-over = 超编 { $count }
vacancies-unknown = 空编无从计算
outcome-nothing = 不参与计算
outcome-as-roster = 与花名册一致
outcome-unlike-roster = 花名册为 { $roster }
outcome-same = 结论不变
outcome-differs = 停摆：{ $stalled }；迟滞：{ $slowed }
outcome-this-plan = 本结论所据
outcome-plan-tells = 由 plan 重新测算
