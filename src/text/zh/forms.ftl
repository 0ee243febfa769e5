# 工作簿和网页报告：附件、图表与页面用语。

matters-heading = 逐项办理情况
board-heading = 岗位安排总览
column-duty = 岗位类别
chart-tiers = 各优先级事项办理情况
chart-load = 各人工时使用率
chart-service = 各月事项办理情况
numbers-heading = 输入数值及依据
column-path = 数值所在
roster-annex = 名册
roster-annex-note = 按名册文件的格式列示，栏目名称为程序所用，可直接作为名册读入。

page-skip = 跳到正文
page-contents = 目录
page-choose = 选择要看的项目
page-stacked = 条后数字按此次序
page-numbers = 图中数值
page-more = 详见“{ $section }”
page-summary = 领导摘要
page-unprinted = 本表较长，打印时略去；打印前展开本节的，一并印出。
page-filter = 筛选本表
page-made = 由 shuanggang { $version } 生成。本页不联网，可离线保存、打印。

sheet-summary = 摘要
sheet-units = 单位
sheet-matters = 事项
sheet-people = 人员
sheet-places = 地区
sheet-sections = 股室
sheet-months = 月度
sheet-years = 多年
sheet-options = 方案
sheet-recount = 核数
sheet-basis = 依据
sheet-roster = 名册
sheet-charts = 图表
sheet-link = 见工作表“{ $sheet }”
sheet-contents = 各工作表
sheet-holds = { $sheet }：{ $sections }
xlsx-failed = 工作簿未能生成：{ $cause }
xlsx-needs-file = 工作簿不能显示在终端上；用 --output 写入 .xlsx 文件
