# 输入文件的问题：每个代码一条原因（cause）和一条改法（remedy）。
diagnostic-cause = { $cause }（{ $code }）
diagnostic-error = 错误 { $code }　{ $place }
diagnostic-warning = 提示 { $code }　{ $place }
diagnostic-remedy = 改法：{ $remedy }
diagnostic-suggestion = 是否应为“{ $word }”？
diagnostic-more = { $code }：另有 { $more } 处，不逐一列出。
diagnostic-wide = 其中“{ $found }”是全角字符，应改为半角“{ $narrow }”。
diagnostic-summary = 错误 { $errors } 处，提示 { $warnings } 处。

E001 = { $reason ->
    [missing] 找不到文件“{ $file }”。
    [folder] “{ $file }”是文件夹，不是文件。
    [denied] 无权读取文件“{ $file }”。
    [too_large] 文件“{ $file }”超过16 MB，不是方案或名册。
    [device] “{ $file }”不是普通文件（是管道或设备），未读取。
   *[other] 无法读取文件“{ $file }”。
}
    .remedy = 核对文件名和所在文件夹；名册须与方案文件同在一个文件夹或其下级文件夹。
E002 = { $kind ->
    [office] “{ $file }”是 Excel、WPS、Word 等办公软件的文件，此处应为文本文件。
   *[text] 文件“{ $file }”不是 UTF-8 编码，可能是 GB18030（GBK）编码。
}
    .remedy = { $kind ->
    [office] 方案须是 .toml 文件；工作簿中的花名册，先用 shuanggang import 转为名册。
   *[text] 用 Excel 另存为“CSV UTF-8（逗号分隔）”，或用记事本另存为 UTF-8 编码；Excel 工作簿和其他格式的花名册，先用 shuanggang import 转为名册。
}
E003 = 文件“{ $file }”没有内容。
    .remedy = 核对是否选错文件；可从 scenarios/minimal.toml 及其名册改起。
E004 = 名册“{ $file }”不在方案文件所在文件夹之内。
    .remedy = 将名册本身（不是链接）放到方案文件所在文件夹，只写相对路径，用“/”分隔。
E005 = 所要改动的方案“{ $file }”不在本文件所在文件夹之内。
    .remedy = 将两个文件本身（不是链接）放在同一文件夹，只写相对路径，用“/”分隔，不用“..”。
E006 = “{ $file }”直接或间接以自身为基础。
    .remedy = { $form ->
    [cell] “基础方案”只写更接近现状的方案；直接在现状上变动的，不写。
   *[other] 每个文件只在更接近完整方案的文件上改动；完整方案不写 extends。
}
E007 = 没有可以删去的“{ $key }”。
    .remedy = 改正名称，或去掉这处删除；现有内容可用 shuanggang show 查看。
E008 = { $option ->
    [set] “{ $found }”不是“项目=内容”，或内容不合
    [rule] “{ $found }”不是“规则=设置”
    [hire] “{ $found }”不是“身份=人数@月份:股室”
   *[other] “{ $found }”不是“人员@月份”
}。
    .remedy = { $option ->
    [set] 例如 matter.transfers.volume=900；开关写 true 或 false，列表用英文逗号分隔。
    [rule] 例如 separation=case、duty_groups=off、sections_per_person=2。
    [hire] 例如 established=2@2025-07:audit；人数、月份、股室可省略。
   *[other] 例如 编07@2025-01；月份可省略。
}
E009 = 方案中没有“{ $path }”。
    .remedy = 改正路径；方案所写各项可用 shuanggang show --format csv 列出，全部名称见 docs/scenario.md。
E101 = { $what ->
    [quotes] 文字的引号有误
    [brackets] 括号或表的开头有误
    [number] 数字写法有误
    [date] 日期写法有误
    [key] 此处应为“名称 = 值”
   *[other] 不符合 TOML 语法
}（{ $detail }）。
    .remedy = 核对引号、括号、等号是否成对，文字是否加了英文双引号；语法错误改完后再核对其他内容。
E102 = “{ $key }”写了两次。
    .remedy = { $form ->
    [cell] 每项只写一行，留一处，其余删去。
   *[other] 只保留一处；列表中的每一条须以 [[名称]] 双方括号开头。
}
E103 = { $table ->
    [top] 文件顶层没有“{ $key }”这一项。
   *[other] [{ $table }] 中没有“{ $key }”这一项。
}
    .remedy = { $form ->
    [cell] 改正名称，或删去；可用的列名和项目见 docs/workbook.md。
   *[other] 改正名称或删去该行；各项名称见 docs/scenario.md。
}
E104 = { $table ->
    [top] 文件顶层缺少“{ $key }”。
    [people] 名册此行缺少“{ $key }”。
   *[other] [{ $table }] 缺少“{ $key }”。
}
    .remedy = { $form ->
    [cell] 补写该格；各项含义见列名下方或“怎么填”一栏。
   *[other] 补写该项；各项含义见 docs/scenario.md。
}
E105 = “{ $key }”应为{ $expected ->
    [text] 文字
    [flag] { $form ->
        [cell] “是”或“否”
       *[other] true 或 false
    }
    [month] 加引号的月份
    [number] 数字
    [whole] 整数
    [list] 列表
    [table] 一张表
   *[tables] 若干张表
}，写成了{ $found ->
    [text] 文字
    [number] 数字
    [flag] true 或 false
    [date] 日期
    [list] 列表
   *[table] 表
}。
    .remedy = { $form ->
    [cell] 数字只写数字，不带单位、逗号或文字；“是”“否”照写；一格几项的用“、”隔开。
   *[other] 文字加英文双引号，数字不加；列表写作 ["甲", "乙"]，每条一张的表写作 [[名称]]。
}
E106 = “{ $key }”不能写“{ $found }”，只能写：{ $allowed }。
    .remedy = { $form ->
    [cell] 从下拉列表中选一个，或照写所列词语之一。
   *[other] 从所列词语中选一个，照写，不译成中文。
}
E107 = “{ $key }”是空的。
    .remedy = 填写内容；确实没有时删去该项。
E108 = “{ $key }”含有换行、制表符等控制字符。
    .remedy = 删去控制字符，写成一行。
E109 = 文件格式版本为 { $found }，本程序只读版本 { $known }。
    .remedy = { $form ->
    [cell] “格式版本”写 { $known }，或改用与该文件相应版本的程序。
   *[other] 写 format = { $known }，或改用与该文件相应版本的程序。
}
E110 = “{ $key }”有 { $found } 条，{ $bound ->
    [exact] 应为
   *[least] 至少应有
} { $allowed } 条。
    .remedy = { $form ->
    [cell] 按要求的项数填写，各项之间用“、”隔开。
   *[other] 按要求的条数增减。
}
E111 = “{ $key }”中“{ $entry }”重复。
    .remedy = 同一内容只保留一次。
E201 = 编号“{ $id }”不合规则。
    .remedy = 编号只用汉字、字母、数字、“_”和“-”，人员姓名可用“@”以外的任何文字，1至64个字符。
E202 = { $kind ->
    [vacation] “{ $id }”的年休假已写在 { $first } 处
    [terms] “{ $id }”的个别情形已写在 { $first } 处
    [tier] 编号“{ $id }”重复，{ $first } 处已用于另一优先级
    [section] 编号“{ $id }”重复，{ $first } 处已用于另一股室
    [driver] 编号“{ $id }”重复，{ $first } 处已用于另一驱动因素
    [kind] 编号“{ $id }”重复，{ $first } 处已用于另一用工类别
    [matter] 编号“{ $id }”重复，{ $first } 处已用于另一事项
    [conflict] 编号“{ $id }”重复，{ $first } 处已用于另一口径不一事项
    [hire] 编号“{ $id }”重复，{ $first } 处已用于另一增员
    [scale] 编号“{ $id }”重复，{ $first } 处已用于另一倍数
   *[person] 编号“{ $id }”重复，{ $first } 处已用于另一人员
}。
    .remedy = { $kind ->
        [vacation] 一人只写一行，两行并为一行。
        [terms] 一人只写一行，两行并为一行。
       *[other] 换一个编号，并同时改正引用它的地方。
    }
E203 = 没有名称或编号为“{ $id }”的{ $kind ->
    [tier] 优先级
    [section] 股室
    [driver] 驱动因素
    [kind] 用工类别
    [matter] 事项
    [conflict] 口径不一事项
    [hire] 增员
    [scale] 倍数
   *[person] 人员
}。
    .remedy = { $form ->
    [cell] 照写所在表中的名称，或先在该表添加。
   *[other] 改正编号，或先定义再引用。
}
E204 = 没有岗位“{ $id }”。
    .remedy = { $form ->
    [cell] 岗位写作 股室/岗位类别/环节，例如 财务部/基金财务/经办，且须有事项用到该岗位。
   *[other] 岗位写作 股室/岗位类别/环节，例如 finance/finance/handle，且须有事项用到该岗位。
}
E205 = “{ $key }”写的是身份证号码，为保护个人信息不予读入，也不在此处显示。
    .remedy = 改用姓名、工号或编号；测算不需要身份证号码。
E301 = “{ $key }”为 { $value }，超出范围（{ $range }）。
    .remedy = 改为范围之内的数字，并核对单位。
E302 = “{ $key }”为 { $value }，应为整数。
    .remedy = 改为整数。
E303 = “{ $key }”为 { $value }，不是确定的数字。
    .remedy = 改为确定的数字。
E304 = “{ $key }”为 { $value }，位数过多，无法精确计算。
    .remedy = 保留至多9位小数、总共至多28位数字。
E305 = “{ $key }”为“{ $value }”，不是月份。
    .remedy = { $form ->
    [cell] 写四位年份和两位月份，如 2025-07、2025年7月；年份在1900至2200之间。
   *[other] 写四位年份和两位月份，例如 "2024-01"；年份在1900至2200之间。
}
E306 = “{ $key }”写成了日期 { $value }，应为加引号的月份。
    .remedy = 只写到月并加英文双引号，例如 "2024-01"。
E307 = 测算月份 { $as_of } 不在测算年度 { $year } 之内。
    .remedy = { $form ->
    [cell] 改正“测算月份”或“测算年度”；“测算月份”不填的，为当年1月。
   *[other] 改正 as_of 或 year，或删去 as_of（默认为当年1月）。
}
E308 = 全年 { $days } 个工作日，扣除年休假 { $leave } 天、培训 { $training } 天、病假等 { $sick } 天后没有剩余。
    .remedy = 核对工作日、培训和病假天数，单位均为每年天数。
E309 = 弹性提前退休与弹性延迟退休的比例合计为 { $sum }，超过1。
    .remedy = { $form ->
    [cell] “弹性提前退休比例”与“弹性延迟退休比例”是同一批人员中的比例，合计不超过1，其余按法定月份退休。
   *[other] 两项是同一批人员中的比例，合计不超过1，其余按法定月份退休。
}
E310 = 业务量增长率的顺序不对：下限 { $low }、最可能值 { $mode }、上限 { $high }。
    .remedy = 按下限、最可能值、上限从小到大写；减少写负数，例如 -0.02。
E311 = { $year }年各月工作日合计 { $sum } 天，全年为 { $days } 天。
    .remedy = 按公布的放假安排核对各月（1月在前）和全年工作日，使两者一致。
E401 = 事项“{ $matter }”未写业务量。
    .remedy = { $form ->
    [cell] 填写“全年件数”，或同时填写“驱动因素”和“发生率”。
   *[other] 写 volume（全年件数），或同时写 driver 和 rate。
}
E402 = 事项“{ $matter }”的业务量写了两种。
    .remedy = { $form ->
    [cell] “全年件数”与“驱动因素”“发生率”二者只填其一。
   *[other] volume 与 driver、rate 二者只留其一。
}
E403 = 事项“{ $matter }”写了发生率，没有写驱动因素。
    .remedy = { $form ->
    [cell] 补写“驱动因素”，或改写“全年件数”。
   *[other] 补写 driver（驱动因素编号），或改写 volume。
}
E404 = 事项“{ $matter }”写了驱动因素，没有写发生率。
    .remedy = { $form ->
    [cell] 补写“发生率”（每单位驱动因素每年的件数）。
   *[other] 补写 rate（每单位驱动因素每年的件数）。
}
E405 = 事项“{ $matter }”的环节顺序不对：{ $step } 写在 { $before } 之后。
    .remedy = { $form ->
    [cell] 按经办、复核、复审、审批的顺序写。
   *[other] 按 handle、review、second_review、approve 的顺序写。
}
E406 = 事项“{ $matter }”的环节 { $step } 写了两次。
    .remedy = { $form ->
    [cell] 每个环节只写一次；需要两人同办的，人数写2。
   *[other] 每个环节只写一次；需要两人同办时写 people = 2。
}
E407 = 事项“{ $matter }”没有 { $step } 环节，不符合双岗双审，也未说明理由。
    .remedy = { $form ->
    [cell] 补写该环节的用时，或在“免双岗双审理由”写明理由和依据。
   *[other] 补写该环节，或用 dual_review_exempt 写明理由和依据。
}
E408 = 事项“{ $matter }”经办、复核齐全，却写了免于双岗双审的理由。
    .remedy = { $form ->
    [cell] 删去“免双岗双审理由”，或核对环节是否多写。
   *[other] 删去 dual_review_exempt，或核对环节是否多写。
}
E409 = 事项“{ $matter }”稽核的是它自己。
    .remedy = { $form ->
    [cell] 从“稽核的事项”中删去该事项。
   *[other] 从 audits 中删去该事项。
}
E410 = 事项“{ $matter }”按驱动因素算得 { $value } 件，超过上限 { $most } 件。
    .remedy = 核对驱动因素的数值和发生率的单位。
E411 = 事项“{ $matter }”既写须当月办结，又写办理月份。
    .remedy = { $form ->
    [cell] “须当月办结”与“办理月份”二者只填其一。
   *[other] 二者只留其一。
}
E412 = 事项“{ $matter }”既写各月收件，又写须当月办结或办理月份。
    .remedy = { $form ->
    [cell] “各月收件”“须当月办结”“办理月份”三者只填其一；“各月收件”是各月收件比例，后两项是须办结的月份。
   *[other] 三者只留其一；profile 是各月收件比例，monthly、months 是须办结的月份。
}
E413 = 事项“{ $matter }”的各月收件全为零。
    .remedy = { $form ->
    [cell] 写各月件数或比例，1月在前，至少一个月大于零；不知道的，“各月收件”留空，按各月平均。
   *[other] 写各月件数或比例，1月在前，至少一个月大于零；不知道的，删去 profile，按各月平均。
}
E414 = 事项“{ $matter }”的环节 { $step } 由系统办理，又写了办理时间或人数。
    .remedy = { $form ->
    [cell] 由系统办理的只写“由系统办理的理由”；由人办理的删去该理由。
   *[other] 由系统办理的只写 by_system（理由）；由人办理的删去 by_system。
}
E415 = 事项“{ $matter }”的各环节均由系统办理，没有需要人员的环节。
    .remedy = 删去该事项，或写明由人办理的环节。
E416 = 事项“{ $matter }”各分项的比例合计为 { $sum }，超过1。
    .remedy = { $form ->
    [cell] 核对各分项的“占件数比例”；其余部分按本事项的环节办理，不必写。
   *[other] 核对各部分的 share；其余部分按本事项的环节办理，不必写。
}
E417 = 事项“{ $matter }”与“{ $other }”互为先后，成了循环。
    .remedy = { $form ->
    [cell] “先办事项”“同一人经办”只在后办的事项上填写。
   *[other] 只在后办的事项上写 after 或 same_handler。
}
E418 = 事项“{ $matter }”须与“{ $other }”由同一人经办，但每件经办不是一人，或“{ $other }”没有由人经办的环节。
    .remedy = { $form ->
    [cell] 经办环节的人数写1；或改填“先办事项”，只限办理程度。
   *[other] 经办环节的人数写1；或改写 after，只限办理程度。
}
E501 = 名册没有“{ $column }”这一列。
    .remedy = 改正列名或删去该列；各列名称见 docs/scenario.md。
E502 = 名册缺少“{ $column }”列。
    .remedy = 在首行补写该列名，并逐人填写。
E503 = 名册的“{ $column }”列出现两次。
    .remedy = 只保留一列。
E504 = 此行有 { $found } 格，首行有 { $expected } 列。
    .remedy = 补齐或删去多余的逗号；内容本身有逗号时，整格加英文双引号。
E505 = 引号不成对，或引号位置不对。
    .remedy = 需要引号时，整格用英文双引号括起，格内的引号写两个。
E506 = 名册用“{ $found }”分隔，应为英文逗号。
    .remedy = 另存为“CSV UTF-8（逗号分隔）”。
E507 = “{ $person }”不是单位领导，未写所在股室。
    .remedy = { $form ->
    [cell] 填写“所在股室”。
   *[other] 在 home 列填写股室编号。
}
E508 = “{ $person }”写为在岗，又写了借调期限。
    .remedy = { $form ->
    [cell] 借调在外的，在岗情况写“借调在外”；在岗的，删去借调期满月份。
   *[other] 借调在外的，status 写 seconded_out；在岗的，删去 seconded_until。
}
E510 = “{ $person }”的用工形式与岗位类别不一致。
    .remedy = { $form ->
    [cell] 合同工的岗位类别写“合同工”；在编人员写“管理”“专业技术”或“工勤”。
   *[other] 合同工的 post_category 写 contract；在编人员写 management、professional 或 worker。
}
E511 = “{ $person }”的出生月份在测算月份之后。
    .remedy = 核对出生年月。
E512 = “{ $person }”参加工作时不满16周岁。
    .remedy = 核对出生年月和参加工作年月。
E513 = “{ $person }”在测算月份之后才参加工作。
    .remedy = 核对参加工作年月；尚未到岗的人员不列入名册。
E514 = “{ $person }”写了任岗起始月份，没有写所任岗位。
    .remedy = { $form ->
    [cell] 填写现任岗位，或删去任岗起始月份。
   *[other] 在 posts 列填写岗位，或删去 post_since。
}
E515 = “{ $person }”的任岗起始月份早于参加工作或晚于测算月份。
    .remedy = { $form ->
    [cell] 核对任岗起始年月。
   *[other] 核对任岗起始年月。
}
E516 = “{ $person }”的退休月份 { $month } 不在可选范围 { $earliest } 至 { $latest } 之内{ $late ->
    [management] （管理岗位人员不得弹性延迟退休）
    [before_reform] （2025年1月前已达到法定退休年龄，没有选择余地）
   *[open] {""}
}。
    .remedy = { $form ->
    [cell] 核对出生年月和岗位类别，或改为范围之内的月份；按法定、最早、最晚月份的，照写“法定”“最早”“最晚”。经审批确定的月份（特殊工种、病退、经批准延长等），在“退休审批依据”列写明依据。
   *[other] 核对出生年月和岗位类别，或改为范围之内的月份；按法定、最早、最晚月份的，写 statutory、earliest、latest。经审批确定的月份（特殊工种、病退、经批准延长等），在 retirement_reason（退休审批依据）列写明依据。
}
E518 = “{ $person }”为合同工，离岗不按法定退休年龄，不能写 statutory、earliest、latest。
    .remedy = { $form ->
    [cell] 写预计离岗的月份，例如 2027-06；不离岗的，留空。
   *[other] 写预计离岗的月份，例如 2027-06；不离岗的，留空。
}
E520 = 增员“{ $hire }”的参加工作月份晚于到岗月份。
    .remedy = { $form ->
    [cell] 核对两个月份；首次参加工作的，删去“参加工作月份”。
   *[other] 核对两个月份；首次参加工作的，删去 work_since。
}
E521 = “{ $person }”于 { $month } 召回，但当时并未借调在外。
    .remedy = 核对人员及名册中的在岗状态；借调到期自行返回的不必召回。
E522 = “{ $person }”于 { $month } 变动，而此前已离岗。
    .remedy = 删去其中一项，或改正月份。
E523 = “{ $person }”是单位领导，没有所在股室，不能调整股室。
    .remedy = { $form ->
    [cell] 删去该项；如单位领导承担经办，在“规则”表关闭对单位领导岗位的限制。
   *[other] 删去该项；如单位领导承担经办，关闭规则 leader_steps。
}
E524 = “{ $file }”不是名册：首行写有名册列名的不足3列。
    .remedy = 核对文件名；人事部门的花名册，先用 shuanggang import 转为名册；各列名称见 docs/scenario.md。
E525 = “{ $person }”写有退休审批依据，没有写审批确定的月份。
    .remedy = { $form ->
    [cell] 在退休月份列写月份，例如 2027-06；没有审批的，删去“退休审批依据”。
   *[other] 在 retirement 列写月份，例如 2027-06；没有审批的，删去 retirement_reason。
}
E526 = “{ $person }”写了休假期满月份，状态不是休假在外。
    .remedy = { $form ->
    [cell] 休假在外的，在岗情况写“休假在外”；已在岗的，删去休假期满月份；以后才休假的，在“个别情形”表写休假开始月份。
   *[other] 休假在外的，status 写 away；已在岗的，删去 away_until；以后才休假的，在方案 [[person]] 中写 away。
}
E527 = “{ $person }”休假期满 { $month } 早于开始月份。
    .remedy = { $form ->
    [cell] 核对休假的开始月份和期满月份。
   *[other] 核对 from（开始月份）和 until（期满月份）。
}
E528 = “{ $person }”处于借调（借出或借入），又写了自 { $month } 起休假在外。
    .remedy = { $form ->
    [cell] 借调期间的休假由用人单位计；借调已结束的，改正人员的在岗情况。借调来的不再工作的，写在“离岗”表。
   *[other] 借调期间的休假由用人单位计；借调已结束的，改正名册的 status。借调来的不再工作的，用 [[leave]]。
}
E529 = 名册已将“{ $person }”列为休假在外，方案写的开始月份 { $month } 却在测算月份之后。
    .remedy = { $form ->
    [cell] 人员的在岗情况改为“在岗”，或改正休假开始月份。
   *[other] 名册的 status 改为 on_duty，或改正 away.from。
}
E530 = “{ $person }”的“{ $key }”须写股室或岗位，二者取一。
    .remedy = { $form ->
    [cell] 固定到股室的写股室，固定到某一岗位的写岗位，只写一个。
   *[other] 固定到股室的写 section，固定到某一岗位的写 post，只写一个。
}
E531 = “{ $person }”固定在“{ $place }”，但按规则或本人权限不得任该处任何岗位。
    .remedy = { $form ->
    [cell] 改正“固定”各列，或改正“不任”“可任”各列、用工形式；该股室没有事项的，换一个股室。
   *[other] 改正 pinned，或改正 not_at、rights、用工形式；该股室没有事项的，换一个股室。
}
E532 = “{ $person }”的用工类别“{ $kind }”与用工形式 { $employment } 不一致。
    .remedy = { $form ->
    [cell] 改正人员的用工形式或用工类别，或“用工类别”表中的“是否占编”。
   *[other] 改正名册的 employment 或 kind，或 [[kind]] 中的 employment。
}
E533 = 增员“{ $hire }”既写到岗月份，又写接替的人员。
    .remedy = { $form ->
    [cell] 二者只留其一：写“接替的人员”的，到岗月份由退休月份和交接时间推算。
   *[other] 二者只留其一：写 replaces 的，到岗月份由退休月份和 handover_months 推算。
}
E534 = 增员“{ $hire }”写了交接时间，没有写接替的人员。
    .remedy = { $form ->
    [cell] 补写“接替的人员”，或删去“交接时间”。
   *[other] 补写 replaces，或删去 handover_months。
}
E535 = 增员“{ $hire }”接替的“{ $person }”没有退休月份。
    .remedy = { $form ->
    [cell] 合同工在“人员”表的退休月份列写预计离岗月份；或删去“接替的人员”，改写“到岗月份”。
   *[other] 合同工在名册 retirement 列写预计离岗月份；或删去 replaces，改写 month。
}
E537 = “{ $person }”在各股室的比例合计为 { $sum }，超过1。
    .remedy = { $form ->
    [cell] 核对“分在几处所占比例”，合计不超过1；不足1的部分不用于办件。
   *[other] 核对各股室的 share，合计不超过1；不足1的部分不用于办件。
}
E538 = “{ $person }”分在股室“{ $section }”，但在该股室无岗可任。
    .remedy = { $form ->
    [cell] 改正“分在几处”的股室，或改正“不任”“可任”各列、用工形式；该股室没有事项的，删去这一项。
   *[other] 改正股室，或改正 not_at、rights、用工形式；该股室没有事项的，删去这一项。
}
E539 = “{ $person }”既写分在几个股室，又写固定在一处。
    .remedy = { $form ->
    [cell] “分在几处”“固定”各列只填一项。
   *[other] split 与 pinned 只留一项。
}
E540 = 股室“{ $section }”最少须有 { $minimum } 人，可在该股室任职的在岗人员只有 { $count } 人。
    .remedy = { $form ->
    [cell] 核对“股室”表的“最少人数”；分在几个股室的人不计入任何一个股室。
   *[other] 核对 minimum；分在几个股室的人不计入任何一个股室。
}
E541 = 至股室“{ $section }”为止，各股室最少人数合计 { $sum } 人，可任经办、复核岗的在岗人员只有 { $count } 人。
    .remedy = { $form ->
    [cell] 核对“股室”表的“最少人数”；一人只计入一个股室。
   *[other] 核对各股室的 minimum；一人只计入一个股室。
}
E542 = 第 { $week } 周不整周在 { $year } 年内。
    .remedy = { $year } 年可排第 { $first } 至 { $last } 周（按 ISO 8601 编号）。
E543 = “{ $person }”既希望第 { $week } 周休假，又列为该周不休假。
    .remedy = 从两处之一删去该周。
E544 = “{ $person }”应休年休假 { $due } 周，可安排的只有 { $left } 周。
    .remedy = 减少不安排休假的周，或核对天数。
E601 = “{ $person }”与本人列为亲属。
    .remedy = 改为两名不同的人员。
E701 = 采用第 { $used } 个值，但只列了 { $count } 个。
    .remedy = { $form ->
    [cell] “采用第几个值”从1数起，不超过所列值的个数。
   *[other] used 从1数起，不超过所列值的个数。
}
E702 = 没有“{ $target }”这一对象。
    .remedy = { $form ->
    [cell] 写 编制数、在编人数、在编在岗人数、合同工人数，或“基数”表中的名称；不参与测算的，留空。
   *[other] 写 headcount.authorised、headcount.on_books、headcount.on_duty、headcount.contract 或 driver.编号；不参与测算的，删去 target。
}
E703 = “{ $target }”采用值写为 { $used }，方案中用的是 { $value }。
    .remedy = { $form ->
    [cell] 使两处一致：改“采用第几个值”，或改单位的数字。
   *[other] 使两处一致：改 used，或改方案中的数字。
}
E704 = 方案中没有“{ $target }”的数字。
    .remedy = { $form ->
    [cell] 在“单位”表的“人数”中补写，或删去“对应的数字”。
   *[other] 在 [headcount] 中补写，或删去 target。
}
E801 = { $reason ->
    [web_page] “{ $file }”其实是网页，只是文件名写成了工作簿
    [text] “{ $file }”其实是文本，只是文件名写成了工作簿
    [locked] “{ $file }”设有打开密码
    [far_cell] “{ $file }”的内容一直到 { $cell } 格，大得不像名册
    [too_large] “{ $file }”的内容或合并单元格多得不像名册
   *[damaged] “{ $file }”不是工作簿，或已损坏
}，未读取。
    .remedy = { $reason ->
    [web_page] 在 Excel 或 WPS 中打开，另存为 .xlsx 后重试。
    [text] 将文件名的后缀改为 .csv，或在 Excel 或 WPS 中打开，另存为 .xlsx 后重试。
    [locked] 在 Excel 或 WPS 中打开，去掉密码，另存后重试。
    [far_cell] 删去名册以外的内容（含远处的单元格），或只将名册复制到新工作簿，另存为 .xlsx 后重试。
    [too_large] 只将名册（值）复制到新工作簿，另存为 .xlsx 后重试。
   *[damaged] 在 Excel 或 WPS 中打开，另存为 .xlsx 或“CSV UTF-8”后重试；打不开的，请原件的提供人重新发送。
}
E802 = 没有找到列名行：前30行中没有一行写有名册的 { $least } 个以上列名。
    .remedy = 列名写在同一行，如：姓名、用工形式、性别、出生年月、参加工作时间、岗位类别、所在股室；各列可用的名称见 docs/roster.md。
E803 = 工作簿中没有工作表“{ $sheet }”，只有：{ $sheets }。
    .remedy = 改正 --sheet 后的名称；只有一张像名册的，可以不写。
E804 = { $why ->
    [hidden] 像名册的工作表都是隐藏的
   *[alike] 有几张工作表都像名册
}：{ $sheets }。
    .remedy = 用 --sheet 指明一张；在职人员分写在几张表的，逐张写明（--sheet 在编 --sheet 临聘），合并读取。
E805 = “{ $header }”列{ $by ->
    [header] 为身份证号
   *[content] 中有身份证号
}。测算只用出生年月和性别，不需要身份证号，为保护个人信息不予读入。
    .remedy = 在表中删去该列；或加 --drop-extra，略去测算不需要的各列。
E806 = { $header ->
    [0] 此列没有列名
   *[other] 名册不需要“{ $header }”列
}。
    .remedy = 在表中删去该列或改正列名；或加 --drop-extra，略去测算不需要的各列。
E807 = “{ $header }”列与 { $first } 的列是同一内容，不知以哪一列为准。
    .remedy = 只留一列。姓名和工号都有的，留下要在报告中显示的一列；出生年月有两列的，在以其为准的一列列名上写明“档案”。
E808 = 缺少一列，列名可写：{ $headers }。
    .remedy = 补上该列；已有的，把列名改为其中之一。
E809 = { $named ->
    [no] 此行的“{ $column }”没有填写
   *[other] “{ $person }”的“{ $column }”没有填写
}。
    .remedy = 填写该单元格；此行不是人员的，删去此行。
E810 = “{ $column }”写作“{ $value }”，不知其意。
    .remedy = 改写为其中之一：{ $allowed }；已离职、退休的，写“离职”“退休”或删去此行。其他可用的写法见 docs/roster.md。
E811 = “{ $value }”可以有不同理解{ $why ->
    [hired] ：在编人员与编外人员都可能是聘用
    [two-posts] ：退休按管理岗还是专业技术岗办理，须由单位写明
    [director] ：既写了股室，可能是单位领导，也可能是该股室负责人
    [october] ：可能是1月，也可能是10月，表格软件会去掉末尾的0
    [epoch] ：这是表格软件的日期序列值，文件没有说明从哪一天算起
    [long] ：这是按数字保存的15位以上号码，表格软件只保留前15位，后面的位数已不可靠
    [away] ：是暂时离开，不知测算时是否计入在岗
    [trainee] ：见习人员可能占编，也可能不占编
    [agency] ：人事代理人员可能占编，也可能不占编
    [window] ：窗口是工作地点，不是岗位类别，退休按管理、专业技术或工勤岗位办理
   *[remark] ：不知此人现在是否在岗
}。
    .remedy = { $why ->
        [hired] 写“在编”或“合同工”。
        [two-posts] 写“管理”或“专业技术”。
        [director] 写“单位领导”或“股室负责人”。
        [october] 写成“1975年1月”或“1975-10”这样的形式。
        [epoch] 设为日期格式，或写成“1975-10”这样的形式。
        [long] 把该列设为文本格式后重新填写；不需要的列删去。
        [away] 休假（产假、病假、脱产学习）期满返岗的写“休假在外”；仍计入在岗的写“在岗”；不再回来的写“离职”或删去此行；自某月起离开的，先写“在岗”，再在“离岗”中写明月份。
        [trainee] 占编的写“在编”，不占编的写“合同工”。
        [agency] 占编的写“在编”，不占编的写“合同工”。
        [window] 写“管理”“专业技术”或“工勤”。
       *[remark] 加一列“在岗情况”，写“在岗”“借调在外”或“借调来”；已离开的，删去此行。
    }
E812 = “{ $column }”写作“{ $value }”，不是可以辨认的年月。
    .remedy = 写四位年份和月份，如 1975年3月、1975-03、197503，或使用表格的日期格式。
E813 = 方案中没有股室“{ $value }”。
    .remedy = 改为方案中的股室之一：{ $sections }；或在方案中加上该股室。
E814 = “{ $person }”已在 { $first } 出现。
    .remedy = 同一人只写一行；确系同名的，在姓名后加数字区分，如“张三1”“张三2”。
E815 = { $why ->
    [formula] 此格是公式 { $value }，文件中没有保存计算结果
   *[error] 此格是表格软件的错误值 { $value }
}。
    .remedy = { $why ->
        [formula] 在 Excel 或 WPS 中打开，计算后保存；或直接填写内容。
       *[error] 在表中改正公式，或直接填写内容。
    }
E816 = { $header ->
    [0] 没有列名的一列
   *[other] “{ $header }”列
}不是名册的列，却写有“{ $value }”，说明有人已经离开。
    .remedy = 把列名改为“在岗情况”，在职人员写“在岗”，程序即略去离职、退休的行；或删去已离开人员的行和此列。
E821 = 下列各项须且只须写一项，现写了 { $count } 项：{ $keys }。
    .remedy = 只保留其中一项；各项含义见 docs/wisn.md。
E822 = 应工作 { $possible } 小时，扣除 { $off } 小时，没有剩余的工作时间。
    .remedy = 核对应工作时间和各项扣除。
E823 = 其他工作合计占全部时间的 { $percent }%，没有时间办件。
    .remedy = 核对各项其他工作，合计须小于100%。
E831 = 单位的工作簿没有“{ $sheet }”这张表。
    .remedy = 改正表名；只供自己看的内容写在“说明”表，或在每行开头写“※”。
E832 = 此格所在的列没有列名，不知写的是什么。
    .remedy = 补写列名，或删去此列的内容。
E833 = “{ $value }”写在依据或出处一格，但此项不是数字，不需要依据。
    .remedy = 删去此格；规则的依据、出处另有各自的行。
E834 = “{ $value }”写在用工形式、人数、月份或股室一栏，而所变动的表没有这一项。
    .remedy = 删去此格；其他内容写在“项目”和“新值”两栏。
E835 = 没有名为“{ $name }”的变动方案。
    .remedy = 改正名称；“变动”表中的方案有：{ $known }。
E841 = 没有找到列名行：前 30 行中没有一行既有“姓名”列，又有“岗位”“环节”或“事项”列。
    .remedy = 列名写在同一行，如：姓名、股室、岗位、事项、起始时间、授权人；各列可用的名称见 docs/duties.md。
E842 = 方案中没有事项“{ $value }”。
    .remedy = 改为方案中的事项名称或编号，见 shuanggang show；几个事项用顿号隔开，本股室全部事项写“全部”。
E843 = “{ $value }”不能认定为一个环节。
    .remedy = 写一个环节：{ $allowed }；或写方案中岗位的全称、编号，如“综合服务股经办岗”。
E844 = { $lacks ->
    [post] 此行没有写岗位或环节
   *[matter] 此行只写了环节，没有写事项，也没有写股室
}，不知有权办理什么。
    .remedy = { $lacks ->
        [post] 填上岗位或环节。
       *[matter] { $unread ->
            [none] 填上事项；有权办理本股室全部事项的，填上股室。
           *[some] 填上事项；有权办理本股室全部事项的，填上股室。未读取的列：{ $unread }；股室或事项写在其中的，把列名改为“股室”“事项”。
        }
    }
E851 = 清单中没有任务。
    .remedy = 重新列出任务：shuanggang fleet manifest 文件夹 > tasks.jsonl。
E852 = 此行不是任务：{ $cause }。
    .remedy = 用 fleet manifest 重新列出，不要让其他内容写入该文件。
E853 = 任务属于 { $found } 版，本程序为 { $own } 版。
    .remedy = 用本版重新列出，或用原版运行。
E854 = 此行列出后被改动，编号 { $id } 与内容不符。
    .remedy = 用 fleet manifest 重新列出；需要改动方案的，列任务时用 --scenarios 写明。
E855 = 任务 { $id } 重复。
    .remedy = 删去其中一行。
E856 = 此行超过1 MB，不是任务。
    .remedy = 用 fleet manifest 重新列出，不要让其他内容写入该文件。
E857 = 文件夹“{ $folder }”存的是另一份清单的结果，与“{ $manifest }”不同。
    .remedy = 用 --out 为这份清单的结果另设文件夹。
E858 = “{ $file }”与列任务时不同，“{ $unit }”的任务没有运行。
    .remedy = 用 fleet manifest 重新列出，另用一个文件夹运行；或将文件恢复原样。
E859 = 文件夹“{ $folder }”中没有单位：既无工作簿，也无不在其他方案上改动的方案文件。
    .remedy = 核对文件夹；名称以“.”或“~”开头的不算，不进入指向文件夹的链接。
W901 = 所写人数 { $key } 为 { $stated }，名册为 { $roster }。
    .remedy = { $form ->
    [cell] 核对人数口径与人员名单；确有不同来源的，写在“口径”表。
   *[other] 核对人数口径与名册；确有不同来源的，用 [[conflict]] 写明。
}
W902 = 股室“{ $section }”没有事项。
    .remedy = 补写事项，或删去该股室。
W903 = 驱动因素“{ $driver }”没有事项使用。
    .remedy = 在事项中引用，或删去。
W904 = 口径不一事项“{ $conflict }”所列的值都相同。
    .remedy = 核对各来源的数字；确无差异的，删去该条。
W905 = 单位领导“{ $person }”只任审批岗，所在股室不起作用。
    .remedy = { $form ->
    [cell] 删去所在股室；如该领导同时办理业务，在“规则”表关闭对单位领导岗位的限制。
   *[other] 删去 home；如该领导同时办理业务，关闭规则 leader_steps。
}
W906 = 名册中没有人在岗。
    .remedy = { $form ->
    [cell] 核对在岗情况列。
   *[other] 核对 status 列。
}
W907 = 自此格起有 { $count } 处年月为表格软件改写后的写法，已按原月份读取，例如“{ $value }”按 { $month }。
    .remedy = 请核对。出生年份只有两位的按1925年至2024年，其他年月按出生之后一百年以内。先把单元格设为文本再填写，年月即不被改写。
W908 = { $what ->
    [sheet] 此表是隐藏的
    [rows] 第 { $rows } 行是隐藏的
   *[columns] { $rows } 列是隐藏的
}，内容已照常读取。
    .remedy = 取消隐藏后核对；不应采用的，删去。
W981 = 自此格起有 { $count } 处备注没有用上；这些人员是否在岗按在岗情况列，没有该列的按在岗计。
    .remedy = 不在岗的，加一列“在岗情况”写明；其他备注可以不管。
