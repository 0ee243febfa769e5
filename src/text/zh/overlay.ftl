# 在其他方案上改动的方案、命令行上的改动，以及查看和比对。

doc-extends = 在哪个方案上改动：文件路径，在本文件所在文件夹或其下级文件夹。
doc-overlay = 改动的名称和缘由；在其他方案上改动时必写。合并而成的一份方案写几个 [[overlay]]，一次改动一个。
doc-overlay-name = 改动名称，各报告均列出。
doc-overlay-why = 为何测算这一改动，一句话。
doc-scale = 业务量或用时的倍数。
doc-scale-id = 编号。
doc-scale-matters = 适用的事项，默认全部。
doc-scale-volume = 全年件数的倍数，1.2 即增加20%；四舍五入到整件。
doc-scale-minutes = 各环节用时的倍数。
doc-recall = 从外单位召回的借调人员。
doc-recall-month = 返回后的首月，默认测算月份。
doc-leave = 离岗不再回来的人员。
doc-leave-month = 不在岗的首月，默认测算月份。
doc-transfer = 调整所在股室的人员。
doc-transfer-to = 调往股室。
doc-transfer-month = 调整后的首月，默认测算月份。
doc-moved-person = 名册中的人员编号。

overlay-change = 改动：{ $name }。缘由：{ $why }。
overlay-typed = 命令行改动：{ $options }。

event-recalled = { $person }由借调单位召回
event-transferred = { $person }调往{ $section }

show-title = { $unit }：方案合并结果
show-defaults = 各文件未写、按默认值计的各项不列，默认值见 docs/scenario.md。
diff-title = { $left } 与 { $right } 比对
diff-none = 两个方案内容一致（含默认值和名册）。
diff-count = 内容不同之处 { $count } 项（含默认值和名册）。
column-written = 内容
column-place = 出处
column-first = 前者
column-second = 后者
nothing = （无）
