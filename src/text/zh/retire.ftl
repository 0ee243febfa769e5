# 退休：类别、起止月份、法规依据。

sex-male = 男
sex-female = 女
post-category-management = 管理岗位
post-category-professional = 专业技术岗位
post-category-worker = 工勤技能岗位
post-category-contract = 合同工

retirement-male60 = 男职工，原法定退休年龄 60 周岁
    .short = 男 60
retirement-female55 = 女职工，原法定退休年龄 55 周岁
    .short = 女 55
retirement-female50 = 女职工，原法定退休年龄 50 周岁
    .short = 女 50
retirement-female60_senior = 具有高级职称的女性专业技术人员，原退休年龄 60 周岁
    .short = 女 60（高级职称）
policy-statutory = 按法定时间
policy-earliest = 按最早时间
policy-latest = 按最晚时间
policy-pre_reform = 按改革前规定

retire-title = 退休时间测算
retire-answer = { $born }出生，{ $sex }，{ $category }：法定退休时间为{ $statutory }，较改革前延迟 { $delay } 个月。{ $window }
retire-answer-before_reform = { $born }出生，{ $sex }，{ $category }：改革前已到龄，按原规定于{ $statutory }退休，不适用渐进式延迟和弹性退休。
retire-answer-contract = 合同工不适用本测算，方案写明离岗月份的方计离岗；以下按工勤技能岗位列示，供参考。
window-both = 本人可选择提前至{ $earliest }，经与单位协商一致可延迟至{ $latest }。
window-early = 本人可选择提前至{ $earliest }；管理岗位人员达到法定退休年龄时应当及时办理退休手续，不得延迟。
late-closed-management = 管理岗位不得延迟
late-closed-before_reform = 改革前到龄
retire-age = 类别：{ $retirement }。法定退休年龄 { $years } 周岁零 { $months } 个月；工作至{ $statutory }月末（{ $last_day }）。

window-heading = 可选时间
window-pre_reform = 改革前
window-earliest = 最早
window-statutory = 法定
window-latest = 最晚

law-heading = 依据
law-delay = 《国务院关于渐进式延迟法定退休年龄的办法》第一条：法定退休年龄每{ $pace }延迟一个月，逐步延迟至 { $until } 周岁。
pace-2 = 二个月
pace-4 = 四个月
law-contribution = 同办法第二条：最低缴费年限自2030年1月1日起由十五年逐步提高至二十年，每年提高六个月。
law-flexible = 同办法第三条：弹性提前、弹性延迟均不超过三年，提前不得低于原法定退休年龄，不得违背职工意愿。
law-early = 《实施弹性退休制度暂行办法》（人社部发〔2024〕94号，据转载文本）：提前退休的，至少提前三个月书面告知单位；最低缴费年限按所选退休年份计。
law-late = 同暂行办法（据转载文本）：延迟退休的，至少在法定退休时间前一个月书面明确；最低缴费年限按法定退休年份计。
law-management = 同暂行办法第四条（据转载文本）：领导人员及其他管理人员达到法定退休年龄时应当及时办理退休手续。
law-senior = 组通字〔2015〕14号：具有高级职称的女性专业技术人员年满六十周岁退休，本人申请可在年满五十五周岁时自愿退休；此处按 60 周岁计，未计本人申请。
law-before_reform = 《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》自2025年1月1日起施行；此前到龄的按原规定退休。
law-practice = 女性按岗位类别区分原法定退休年龄（管理、专业技术岗位 55 周岁，工勤技能岗位 50 周岁）系通行做法，以人社部门认定为准。
law-month = 退休按月计；退休当月月末离岗为本程序的计算口径。

roster-heading = 退休名册
retire-roster = 名册 { $people } 人，其中在编 { $established } 人。{ $next }
retire-next = 最先到龄：{ $people }。
retire-who = { $person }（{ $month }）
retire-roster-contract = 合同工不适用法定退休测算，方案写明离岗月份的方计离岗。
retire-roster-approved = { $person }：{ $month }，经审批确定：{ $reason }。
retire-roster-choice = 名册已列明本人选择的，见“本人选择”栏。

column-window = 时间
column-month = 月份
column-notice = 书面告知不迟于
column-contribution = 最低缴费年限
column-category = 类别
column-born = 出生
column-delay-months = 延迟月数
column-statutory-month = 法定
column-earliest-month = 最早
column-latest-month = 最晚
column-minimum-contribution-years = 缴费年限
column-choice = 本人选择
