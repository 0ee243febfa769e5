# 人员需求测算（need）。

need-title = { $unit }{ $year }年人员需求测算
need-basis = 同一需求按三种口径并列：只看工时、只看双岗双审等规则、两者兼顾。后两种为求解所得的最少人数，并以一份经独立核验的岗位安排印证；各口径均不含单位领导。
need-answer = 既要人手符合规则、又要工时够用，全部事项足额办理至少需 { $all } 人：在编 { $established } 人、合同工 { $contract } 人。现在岗在编{ $present_established }，{ $gap_established }；合同工 { $present_contract } 人，{ $gap_contract }。
need-present = （领导除外）{ $count } 人
need-present-lent = （领导除外，含借调来 { $lent } 人）{ $count } 人
need-answer-in-all = 既要人手符合规则、又要工时够用，全部事项足额办理至少需 { $all } 人，如在编 { $established } 人、合同工 { $contract } 人。现在岗在编{ $present_established }、合同工 { $present_contract } 人，无论在编与合同工如何搭配，都还缺 { $missing } 人。
need-answer-unknown = 既要人手符合规则、又要工时够用，{ $all } 人可足额办理全部事项，如在编 { $established } 人、合同工 { $contract } 人。现在岗在编{ $present_established }、合同工 { $present_contract } 人；限时内未能证明是否缺人。
need-gap-short = 缺 { $count } 人
need-gap-none = 不缺不余
need-gap-spare = 富余 { $count } 人
need-never = 按现行规则，增加多少人都不能使全部事项足额办理：受限的是规则，不是人数。
need-leaders = 另须增加可任审批的单位领导 { $count } 人。
need-split = 只看工时需 { $hours } 人，即至少 { $whole } 人；只看规则需 { $rule } 人；两者兼顾需 { $both } 人。即在工时需求之上，规则{ $from_rule }；在规则需求之上，工时{ $from_hours }。
need-adds = 使人数增加 { $count } 人
    .none = 不再增加总人数
need-pooled = 如允许一人在多个股室任职（全单位统筹），只看规则{ $moves }；兼顾工时的按公式估算为 { $least } 人左右，未经求解（按股室配齐为 { $both } 人）。一并列出，供比较。
need-pooled-moves = 由 { $apart } 人降为 { $rule } 人
    .none = 仍为 { $rule } 人
need-covered = 如要求任何一人离岗各事项仍能办理（各岗均有AB角），只看规则需 { $rule } 人，两者兼顾需 { $both } 人：在编 { $established } 人、合同工 { $contract } 人。
    .case = 如要求各岗均有AB角（比现行规则多一人可任），只看规则需 { $rule } 人，两者兼顾需 { $both } 人：在编 { $established } 人、合同工 { $contract } 人；一人可任同一事项的几个岗位，有AB角不等于一人离岗时各事项仍能办理。
need-on-paper = 连同单位领导 { $leaders } 人，两者兼顾共需在编 { $all } 人；编制 { $authorised }，在编 { $on_books } 人，在编在岗 { $on_duty } 人。
    .unknown = 连同单位领导 { $leaders } 人，两者兼顾共需在编 { $all } 人；在编 { $on_books } 人，在编在岗 { $on_duty } 人。
need-unproven = 有 { $count } 种口径在求解时限内未证明人数最少，实际可能更少。

need-readings-heading = 各口径需求与现有人员
need-readings-note = 差额为现在岗人数（领导除外）减需求，负数为按总人数最少的各种搭配都缺的人数；现有合同工多于所列的，实际须增的在编人数可能少于此数，以增员测算为准；空格表示另有总人数同为最少的搭配所需该类人员更少，不能断定缺员。工时口径可有小数；求解口径为整人，先求总人数最少，再求比现在岗人员缺得最少，再求其中在编最少。
need-reading-hours = 只看工时（按世界卫生组织WISN方法）
need-reading-rule = 只看规则{ $sections }{ $cover }
need-reading-both = 两者兼顾{ $sections }{ $cover }
need-reading-sections-in_force = { "" }
need-reading-sections-alone = ，各股室各自配齐
need-reading-sections-pooled = ，全单位统筹
need-reading-bare = { "" }
need-reading-covered = ，各岗有AB角
need-reading-never = 无法满足

need-wisn-heading = 工时口径（WISN）计算过程
need-wisn-leave = 人均年休假（天）
need-wisn-available = 人均可用工时
need-wisn-service-hours = 全年办件工时
need-wisn-service-staff = 办件所需人数
need-wisn-caf = 类别津贴系数 CAF
need-wisn-iaf = 个别津贴系数 IAF（人）
need-wisn-required = 所需人数
need-wisn-present = 现在岗（领导除外）
need-wisn-difference = 差额
need-wisn-ratio = WISN 比率
need-wisn-note = 所需人数＝全年办件工时÷人均可用工时×CAF＋IAF；CAF＝1÷（1－会议等占比）；IAF 为股室负责人用于管理的时间折合人数；差额＝现在岗－所需；比率＝现在岗÷所需，小于 1 为负荷偏重。合同工一列为合同工可任环节的工时，在编一列为只能由在编人员办理的工时。
need-wisn-leaders = 审批另由单位领导承担：全年需 { $needed } 小时，现有 { $have } 小时。

need-sections-heading = 分股室需求
need-sections-note = 各股室自行配齐、一人只在一个股室任职时的人数，领导除外；AB角为各岗另有一人备份。现有按名册所属股室计。
need-posts-heading = 分岗位需求

need-benchmark-heading = 与其他单位的负荷比例对照
need-benchmark-against = 不利于增人：按该比例，{ $load } 人次只需 { $people } 人；现在编在岗 { $on_duty } 人，另有合同工 { $contract } 人。
need-benchmark-for = 支持增人：按该比例，{ $load } 人次需 { $people } 人；现在编在岗 { $on_duty } 人，另有合同工 { $contract } 人。
need-benchmark-source = 比例出处：{ $source }；依据类别：{ $basis }。该比例只反映业务量，不反映不相容岗位分设的最低人数。

need-assumptions-heading = 测算所依据的假设
need-assume-newcomers = 求解口径中人员由零配起，同一类人员年休假按现在岗同类人员平均数计；计工时的，股室负责人按现有人数和规定的办件时间占比计。
need-assume-leaders = 单位领导按现有人员计，不列入需求；确不够审批的，另行列明须增加的人数。
need-assume-part-time = 所需人数按全部工时计；现有人员中有 { $count } 人为部分时间在岗，差额按人头计、未折算工时，人数不缺，工时仍可能缺。
need-assume-year = 按全年总量计，未计忙闲不均；编制数、在编、在岗、合同工分别列示，不相互替代。

need-holder-leader = 单位领导
need-holder-established = 在编
need-holder-contract = 合同工可任

column-need-reading = 口径
column-need-established = 在编
column-need-contract = 合同工
column-need-in-all = 合计
column-need-established-difference = 在编差额
column-need-contract-difference = 合同工差额
column-need-quantity = 项目
column-need-by-hours = 按工时（人）
column-need-by-rule = 按规则（人）
column-need-by-rule-covered = 按规则并设AB角（人）
column-need-both-established = 兼顾在编
column-need-both-contract = 兼顾合同工
column-need-home-established = 现有在编
column-need-home-contract = 现有合同工
column-need-holder = 任岗人员
column-need-drivers = 驱动因素
column-need-load = 人次
column-need-ratio = 对照比例
column-need-at-ratio = 按比例需
column-need-each-on-duty = 在岗人均
column-need-each-of-all = 含合同工人均

doc-benchmark = 与其他单位的负荷比例对照；只作对照，不参与测算。
doc-benchmark-ratio = 每名经办人员对应的驱动因素数量，如服务人次；不写则取所属行业规定所列。
doc-benchmark-drivers = 该比例所对应的驱动因素，合计计算。
doc-benchmark-wider = 更宽口径另加的驱动因素，另列一行。
