# 命令行：命令、选项、用法错误与提示。

heading-usage = 用法:
heading-commands = 命令
heading-arguments = 参数
heading-options = 选项
heading-common = 通用选项

command-shuanggang = 双岗：小型公共机构人员安排与双审能力测算
usage-shuanggang = shuanggang <命令> [选项]
after-shuanggang =
    退出码：0 完成；1 结论为否（核验、检查发现违规）；
    2 输入或用法有误；3 求解、内部故障或无法写出；4 搜索未完成。
    求解到时限或按 Ctrl-C 时，plan、explain 给出已得最好结果，未证明的标为“未定”；
    其他测算不出结果。再按一次 Ctrl-C 立即退出。
command-plan = 测算：谁任哪个岗位，哪些事项停摆，原因何在
usage-plan = shuanggang plan [选项] [方案]
after-plan =
    结果按事项逐级求解，经独立核验后输出；核验不过的方案不输出。
    数据输出到标准输出，其余信息输出到标准错误。
command-explain = 解释：事项为何停摆、什么办法可行、代价何在
usage-explain = shuanggang explain [选项] [方案] [事项]
after-explain =
    事项可写标识或名称，省略时逐项解释全部停摆、迟滞事项。
    只写一个参数且不是文件的，按内置洪江方案的事项处理。
command-project = 多年推演：逐次人员变动后，哪些事项何时停摆
usage-project = shuanggang project [选项] [方案]
after-project =
    退休时间：statutory 法定、earliest 最早、latest 最晚、pre_reform 改革前；
    名册列明本人选择的从其选择。--draws 另做抽样，列示区间和停摆概率。
command-tradeoff = 取舍：必须办理稽核时，须停哪些日常业务
usage-tradeoff = shuanggang tradeoff [选项] [方案]
after-tradeoff =
    默认逐项测算末级未足额的事项，再合并测算。写明 --protect 而保不住的，
    退出码为 1。
command-absence = 人员不在岗：任一人、任几人不在岗时，哪些事项停摆
usage-absence = shuanggang absence [选项] [方案]
after-absence =
    “守岗”为其余人员岗位不变，“重排”为在岗人员重新安排岗位；
    另列可增设的 AB 角。不列示任何人的请假原因。
argument-away = 至多几人同时不在岗：1（默认）、2、3
value-away = 人数
command-calendar = 年休假日历：全年按周排年休假，使在办事项不缺人
usage-calendar = shuanggang calendar [选项] [方案]
after-calendar =
    休假意愿和不安排休假的周：方案中的 [[vacation]]、no_leave，或工作簿的同名表。
    按整周（周一至周五）编排。--output 休假.ics 写成日历文件，可导入日历软件。
command-sensitivity = 敏感性：结论取决于哪些数值和规则
usage-sensitivity = shuanggang sensitivity [选项] [方案]
after-sensitivity =
    逐个试算依据为假设或政策选择的数值、各项规则和口径不一之处，
    按距结论改变的远近列示。
command-request = 起草编制请示，附论证报告，另出供起草人核对的核对单
usage-request = shuanggang request [选项] [方案]
after-request =
    按 GB/T 9704-2012 版式：--output 请示.docx 写出 请示.docx、请示-论证报告.docx、
    请示-核对单.docx，写全或不写；写文件夹名的，写入其中。不写文件的输出
    Markdown。只有本单位能填写的内容留空，列入核对单。各材料所载编制数不一的，
    不起草正式请示，退出码为 1。
command-need = 人员需求：只看工时、只看规则、两者兼顾，各需多少人
usage-need =
    shuanggang need [选项] [方案]
           shuanggang need --wisn <文件> [选项]
after-need =
    求解口径的最少人数均经核验，未证明的予以注明；
    对照比例无论有利与否均列示。
command-compare = 对比：把多个方案的人数、办理程度、停摆事项并列比较
usage-compare = shuanggang compare [选项] [方案]...
after-compare =
    方案可写文件、文件夹、内置方案名；改动接在后面，整体加引号，如
    'baseline +hire established=2'。只写改动如 '+rule separation=case' 的，在
    第一个方案上改动。只写一个方案的，与在其上改动的各方案对比；都不写的，
    对比内置洪江方案及其各项改动。有方案出错的，其余照出，退出码为 2。
command-board = 测算台：在浏览器中改动人员、规则、月份，随即看结果
usage-board = shuanggang board [选项] [方案|文件夹]
after-board =
    写文件夹的，打开其中唯一的单位（工作簿或方案文件）。
    只在本机 127.0.0.1 上提供一页，地址含一次性口令，输出到标准输出。
    不写任何文件；按 Ctrl-C 停止。详见 docs/board.md。
argument-port = 端口，默认由系统分配
value-port = 端口
argument-no_open = 不打开浏览器，只输出地址
argument-idle = 无操作多少分钟后停止（默认60）
value-idle = 分钟
command-check = 检查方案：口径、依据、假设和现行岗位安排，不求解
usage-check = shuanggang check [选项] [方案]
after-check = 名册列有现行岗位且违反规则的，退出码为 1。
command-duties = 核查岗位权限台账：谁的权限违反规则，逐条列出整改
usage-duties = shuanggang duties [选项] <台账> [方案]
after-duties =
    除推演轮岗外不求解。台账为 .xlsx、.xls 或 .csv（UTF-8 或
    GB18030），列名见 docs/duties.md。发现问题的，退出码为 1。
argument-from_duties = 以岗位权限台账（.xlsx、.xls、.csv）为起点：
    调动从台账所列股室算起，并列出须签字的授权与收回
    .verify = 结果以岗位权限台账为起点的，写同一台账
value-from_duties = 台账
argument-rotation = 另推演这么多年（1 至 20）内高风险岗位的轮岗，
    须求解
value-rotation = 年数
argument-ledger = 岗位权限台账
value-ledger = 台账
command-verify = 核验已保存的结果：是否符合规则，各项数字是否属实
usage-verify = shuanggang verify [选项] <方案> <结果>
after-verify =
    各项数字和结论均按方案与人员分工重新计算。
    无误的退出码为 0，有误的为 1，无法读取的为 2。

command-show = 查看方案合并后的全文，逐项注明出处
usage-show = shuanggang show [选项] [方案]
after-show =
    table 格式输出 TOML，与同一名册放在一起即可作方案使用；
    csv、json、markdown 逐项列出路径、内容、文件和行号。
command-diff = 比对两个方案：哪些内容不同，各自出处
usage-diff = shuanggang diff [选项] <前者> <后者>
after-diff = 默认值和名册一并比对。
command-hire = 增员测算：达到目标的人数最少、费用最低的增员方案
usage-hire = shuanggang hire [选项] [方案]
after-hire =
    方案经逐次推演和核验后输出。目标不能达到的，退出码为 1，
    并给出可以达到的最接近目标。
command-retire = 退休时间：法定、最早、最晚月份及依据
usage-retire =
    shuanggang retire --born <年月> --sex <性别> --category <类别>
           shuanggang retire --roster <名册>
after-retire =
    类别：management 管理、professional 专业技术、worker 工勤技能、
    contract 合同工。csv 输出可选时间或名册。

command-init = 新建单位：一个 Excel 工作簿，或带注释的方案、名册和模板
usage-init = shuanggang init [选项] <文件夹或工作簿>
after-init =
    写作“单位.xlsx”的，建一个工作簿，在 Excel、WPS 中填写；写文件夹的，
    建方案、名册和模板。建成即可测算；已有同名文件的，须加 --force
    才覆盖。
command-convert = 转换：工作簿与方案、名册互转
usage-convert = shuanggang convert [选项] <原文件> <新文件>
after-convert =
    工作簿（.xlsx）与方案（.toml，名册为 .csv）互转，内容不变；在其他方案上改动的，
    合并为一份。
argument-from = 原文件：工作簿、方案或内置方案
    .init = 从单位自有花名册（.xlsx、.xls、.csv）开始
value-from = 原文件
argument-to = 新文件，.xlsx 或 .toml
value-to = 新文件
command-anonymise = 脱敏：以编号代替姓名，另存副本，测算结果不变
usage-anonymise = shuanggang anonymise [选项] <文件> <文件夹>
after-anonymise =
    在编为编01、编02……，合同工为合01……；名册、亲属回避等处同步替换。
    对照表只在加 --key 时写出。
command-examples = 内置示例：列出，或取出副本
usage-examples = shuanggang examples [list | extract]
after-examples = 取出的副本可以直接测算和改写。
command-list = 列出内置示例
usage-list = shuanggang examples list [选项]
after-list = 名称用于 extract。
command-extract = 把一个内置示例写到文件夹
usage-extract = shuanggang examples extract [选项] <名称> [文件夹]
after-extract = 文件夹默认与示例同名。
command-schema = 输出方案文件或某项结果的 JSON Schema
usage-schema = shuanggang schema [选项]
after-schema =
    JSON Schema 2020-12。在方案第一行写 #:schema 文件路径，支持的编辑器
    即可补全和检查；检查以 shuanggang check 为准。
    --of 输出某项结果的 JSON 格式，汇总见 docs/json.md。
argument-of = 哪项结果：plan、changed、explain、project、
    tradeoff、absence、calendar、sensitivity、need、wisn、
    hire、compare、check、duties、verify、retire、
    retire-roster、show、diff、import、files
value-of = 结果
command-completions = 输出命令行补全脚本
usage-completions = shuanggang completions [选项] <bash|zsh|fish|powershell|elvish>
after-completions = 用法见 docs/cli-habits.md。
command-man = 输出手册页（roff）
usage-man = shuanggang man [选项] [文件夹]
after-man = 不写文件夹输出总页；写文件夹则每个命令一页。
command-help = 显示命令的说明
usage-help = shuanggang help [命令]
after-help = 不写命令即程序的说明，与 --help 相同。
argument-command = 命令
value-command = 命令
command-import = 导入名册：把 Excel 或 CSV 人员表转为本程序的名册
usage-import = shuanggang import [选项] <文件>
after-import =
    列示各列如何读取；加 --output roster.csv 写出名册。有一处不明即不写，
    逐处说明单元格、原因和改法。身份证号从不需要，一律不读。
    在岗情况写“离职”“退休”的行略去并列出；
    没有该列的，先删去已离开人员的行。

argument-scenario = 方案文件（.toml）或工作簿（.xlsx，其变动方案写
    单位.xlsx#方案名）；- 为标准输入；省略时用内置洪江方案
    .verify = 方案文件（.toml）
value-scenario = 方案
argument-scenarios = 要对比的方案，第一个为基准；省略时为内置洪江方案
    .manifest = 除各单位现状外另测算的方案：own（在其上改动的各方案、
        其工作簿中的变动方案），或改动，如
        '+hire established=1'；可写多次
value-scenarios = 方案
argument-left = 前一个方案
value-left = 前者
argument-right = 后一个方案
value-right = 后者
argument-set = 改动一处，如 matter.transfers.volume=900；
    与以下四项均可多次使用
value-set = 项目=内容
argument-rule = 改动规则，写编号或名称：separation=case、
    每人任职股室数=2、岗位类别互斥=不执行
value-rule = 规则=设置
argument-hire = 增员：在编、合同工=2、在编=2@2025-07:稽核部、
    established=2@2025-07:audit
value-hire = 身份
argument-recall = 召回借调人员：编16、编16@2025-01
value-recall = 人员
argument-leave = 离岗：编07、编07@2025-01（不在岗的首月）
value-leave = 人员
argument-matter = 要解释的事项，写标识或名称
value-matter = 事项
argument-plan = plan 以 json 格式保存的结果
value-plan = 结果
argument-lang = 语言：zh、en；默认取环境变量
    SHUANGGANG_LANG，再取系统语言
value-lang = 语言
argument-format = 格式：table（默认）、json、csv、markdown（md）、
    xlsx、html；请示为 docx 或 markdown；年休假日历
    另有 ics
value-format = 格式
argument-heads = csv 的表头和取值：keys（默认），各语言相同的
    键名和编号；text，所选语言的文字
value-heads = 表头
argument-output = 写入文件，写全或不写；扩展名 .txt .json .csv
    或 .md .xlsx .html .docx .ics 定格式
value-output = 文件
argument-force = 覆盖已有文件
argument-color = 颜色：auto（默认）、always、never
value-color = 时机
argument-quiet = 标准错误只报错误
argument-help = 显示说明
argument-version = 显示版本
argument-time_limit = 整个命令的时限，秒；单个方案默认 60，
    多方案测算和网页、工作簿默认 600
    .run = 每个任务的时限，秒；plan 默认 60，其他默认 600
value-time_limit = 秒
argument-gap = 视为已证明的相对差距，0 以上、1 以下；
    默认 0.000001
value-gap = 差距
argument-solver = 求解器：highs（默认）、microlp
value-solver = 求解器
argument-export_model = 把各阶段模型以 MPS 格式写入文件夹
value-export_model = 位置
argument-table =
    .plan = csv 输出的表：matters（默认）、shortfalls、tiers、
        sections、posts、people、spare、rules、
        conflicts、inputs、stages；按月测算另有
        months、slips、backlog；备选安排另有
        alternatives、moves；以台账为起点另有 rights
    .project = csv 输出的表：timeline（默认）、changes、stalls、
        years、reform、policies；抽样另有 forecast、risks
    .explain = csv 输出的表：repairs（默认）、shortfalls、
        conflict、pairs、in_vain
    .verify = csv 输出的表：violations、differences
        （默认取有内容的前一个）
    .tradeoff = csv 输出的表：frontier（默认）、losses
    .absence = csv 输出的表：people（默认）、absences、matters、
        survived、posts、backups
    .calendar = csv 输出的表：leave（默认）、weeks、gaps、
        appointments
    .sensitivity = csv 输出的表：margins（默认）、together、rules、
        conflicts
    .need = csv 输出的表：readings（默认）、wisn、sections、
        posts、benchmark；--wisn 为 groups（默认）、stated
    .compare = csv 输出的表：measures（默认）、differences、
        statuses
    .check = csv 输出的表：inputs（默认）、headcounts、
        conflicts、assumptions、duty_table
    .duties = csv 输出的表：faults（默认）、kinds；推演轮岗
        另有 due、turns
    .import = csv 输出的表：roster（默认）、columns、dropped
    .hire = csv 输出的表：plans、hires（默认）、costs、
        targets、timeline、needs、alternatives、pay
    .status = csv 输出的表：commands（默认）、holes
    .merge = csv 输出的表：units（默认）、tiers、stalls、
        places、scenarios、unread
    .allocate = csv 输出的表：units（默认）、ways
value-table = 表
argument-wisn = 不测算方案，核算一份 WISN 研究文件（.toml），
    原文结果不能由其数据算得的，退出码为 1
value-wisn = 文件
argument-only_changes = 只列示命令行改动带来的变化
argument-month = 只测算某年某月的在岗人员，如 2027-06
value-month = 年月
argument-year = 测算该年12月的在岗人员
value-year = 年度
argument-cases = 只列示办理这么多件时须停哪些业务，配合 --audit
value-cases = 件数
argument-full = 逐项列示足额办理的事项和规则含义
    .compare = 另绘各方案事项办理情况图
    .explain = 另列每一条件和试而无效的办法
    .status = 列出全部没有结果的任务
    .merge = 列出全部单位
    .allocate = 列出全部单位
argument-with = 网页、工作簿另附的测算，多个用逗号：
    project 五年推演、tradeoff 稽核取舍（不写即附这两
    项，人员超过 64 人的只附前一项）、
    compare 各方案对比、explain 停摆原因与解决办法、
    absence 人员不在岗的影响；all 以上各项，none 不
    附；须写明的：calendar 年休假安排，levers 网页内
    的增员、月份试算另含规则改动（较慢）
value-with = 测算
argument-months = 另按月测算：各股室各月负荷、延误和年末积压
argument-alternatives = 另列至多这么多个备选安排（1 至 20）：各优先级的
    办理程度不变，调动人员尽量不同
value-alternatives = 个数
argument-within = 备选安排可以比最少调动人数多出在岗人数的这一
    份额，0 至 1，至少一人；默认 0
value-within = 份额
argument-target = 各优先级目标，如 audit=full、audit=60%，多个用逗号
    分隔；0% 为不要求；默认全部足额
value-target = 目标
argument-cover = 每个岗位所需在岗人数，1 至 20；默认依方案
value-cover = 人数
argument-lead_months = 自决定至到岗的月数，代替方案所写
value-lead_months = 月
argument-learning_months = 新手期月数，代替方案所写
value-learning_months = 月
argument-learning_share = 新手期内按此比例计工时，如 0.5
value-learning_share = 值
argument-budget = 新增人员每年费用上限，万元
value-budget = 万元
argument-years = 推演年数，1 至 40；默认 5
    .manifest = project、hire 推演年数，1 至 40；默认 5
value-years = 年数
argument-as_if = 编制数各材料不一时，按其中一个起草，逐页标明草稿
value-as_if = 编制数
argument-part =
    只出一种：letter 请示、report 论证报告、
    checklist 核对单；不写的，--output 写出三种，
    标准输出只有请示
value-part = 文件
argument-policy = 退休时间：statutory（默认）、earliest、latest、
    pre_reform
value-policy = 时间
argument-draws = 抽样次数，1 至 100000
value-draws = 次数
argument-seed = 随机种子，与 --draws 同用；默认 1
value-seed = 种子
argument-audit = 必须办理的事项，写编号或名称；可重复
value-audit = 事项
argument-protect = 必须保住的优先级（连同更高级），写编号或
    名称；默认最高一级
value-protect = 优先级
argument-range = 件数、发生率、用时的试算范围：除以至乘以该倍数，
    大于 1、至多 10；默认 2
value-range = 倍数
argument-born = 出生年月，如 1971-04
value-born = 年月
argument-sex = 性别：男、女（male、female）
value-sex = 性别
argument-category = 岗位类别：管理岗位、专业技术岗位、工勤技能
    岗位、合同工（management、professional、
    worker、contract）
value-category = 类别
argument-senior_title = 具有高级职称（副高以上），限专业技术岗位
argument-roster = 名册（.csv），逐人测算
value-roster = 名册

argument-dir = 写入的文件夹
    .init = 写入的文件夹，或工作簿（.xlsx）
    .extract = 写入的文件夹，默认与示例同名；工作簿写在当前文件夹
    .man = 写入的文件夹
value-dir = 文件夹
argument-key = 另写编号与姓名对照表
value-key = 文件
argument-name = 示例名称
value-name = 名称
argument-shell = bash、zsh、fish、powershell、elvish
value-shell = 外壳
argument-file = 人员表（.xlsx、.xls、.csv）
    .anonymise = 方案（.toml）、工作簿（.xlsx）或人员表
value-file = 文件
argument-mark = 另存一份工作簿，问题各格着色并加批注
value-mark = 文件.xlsx
argument-sections = 方案文件（.toml）；按其股室核对
value-sections = 方案
argument-sheet = 工作表，多张的逐张写明；默认取唯一像名册的一张
value-sheet = 工作表
argument-drop_extra = 略去测算不需要的列，不作错误
argument-basis = 名册的依据，与 --source 同用：document、law、
    measured、policy 或 assumption
value-basis = 依据
argument-source = 名册的来源：名称和日期
value-source = 来源

error = 错误：{ $message }
see-help = 用 --help 查看用法。
usage-value-missing = { $argument } 缺少取值
usage-value-unknown = { $argument } 不能取“{ $value }”，可取：{ $values }
usage-value-unfit = { $argument } 不能取“{ $value }”，应为：{ $expected }
usage-value-count = { $argument } 的取值个数不对
usage-argument-unknown = 无法识别“{ $argument }”
usage-argument-repeated = { $argument } 不能重复
usage-argument-conflict = { $argument } 不能与 { $other } 同时使用
usage-argument-missing = 缺少参数：{ $argument }
usage-command-unknown = 没有命令“{ $command }”
usage-command-missing = 请指明命令，如 plan；全部命令见 --help
usage-not-utf8 = 参数不是有效的 UTF-8 文本
usage-other = 用法有误（{ $kind }）
usage-suggestion = { $message }；是否应为“{ $suggestion }”？
expected-time-limit = 大于 0 的秒数
expected-gap = 0 以上、1 以下的数
expected-years = 1 至 40 的整数
expected-rotation = 1 至 20 的整数
expected-as-if = 0 至 100000 的整数
expected-port = 1 至 65535 的整数
expected-idle = 1 至 1440 的整数（分钟）
expected-away = 1、2 或 3
expected-range = 大于 1、至多 10 的数
expected-draws = 1 至 100000 的整数
expected-seed = 0 以上的整数
expected-alternatives = 1 至 20 的整数
expected-within = 0 至 1 的份额
expected-cases = 1 以上的整数
expected-month = 年月，如 2027-06
expected-year = 年度，如 2027
expected-born = 年月，如 1971-04
expected-target = 优先级=full 或 优先级=60%，0 至 100
expected-cover = 1 至 20 的整数
expected-budget = 0 以上的万元数
target-unknown = --target 中没有优先级“{ $tier }”，现有：{ $tiers }
target-repeated = --target 中“{ $tier }”重复
target-order = --target 对未要求足额的优先级之后又有要求；各级按序保障，其后各级应为 0%
budget-needs-pay = --budget 须在方案 [recruitment] 中列明在编和合同工费用
senior-title-unfit = --senior-title 只用于专业技术岗位（--category professional）

format-conflict = --format { $format } 与 { $file } 的扩展名（{ $named }）不一致
format-unknown = 不能由 { $file } 的扩展名判断格式；用 .txt .json .csv .md .xlsx .html .docx .ics，或加 --format
option-needs-csv = { $option } 只用于 csv，当前格式为 { $format }
table-missing = 本报告没有表“{ $table }”
only-changes-of-none = --only-changes 须与 --hire、--recall、--leave、--rule 或 --set 同用
only-changes-of-file = --only-changes 须从文件读取方案，不能用标准输入
month-not-ahead = { $month } 不在方案测算月份 { $first } 起的五十年之内
tradeoff-too-many = { $cases } 件超过全年应办的 { $most } 件
engine-missing = 本程序编译时未包含求解器 { $engine }
output-exists = { $file } 已存在；覆盖用 --force
output-not-a-file = { $file } 不是普通文件
output-no-folder = { $file } 所在文件夹不存在
output-forbidden = { $file } 没有写入权限
output-disk-full = { $file } 所在磁盘已满，未写入
output-unwritable = { $file } 未能写入：{ $cause }
stdout-unwritable = 标准输出未能写入：{ $cause }

progress-plans = 逐次求解
progress = 第 { $number }/{ $of } 阶段：{ $stage }
solved-in = { $engine }，用时 { $seconds } 秒。
unfinished = 搜索未完成：已到时限或被中止。以上为目前最好结果，标为“未定”的尚无定论；可用 --time-limit 放宽时限。
study-unfinished = 搜索未完成：已到时限或被中止，结论尚不能下，未出结果；可用 --time-limit 放宽时限
program-too-large = 模型过大（系数至少 { $entries } 个），求解将占尽内存，未予求解；请分单位或分批测算，或减少一人可任的股室数、岗位数
plan-failed = 求解失败：{ $cause }
plan-rejected = 求得的方案未通过核验，不予输出：
plan-file-unreadable = { $file } 无法读取：{ $cause }
plan-file-schema = { $file } 的 schema 为“{ $found }”，应为“{ $expected }”
plan-file-shape = { $place }：不是本程序保存的结果：{ $detail }
plan-file-foreign = { $file } 与方案不符，可能属于另一方案：
