# Scenarios that extend others, changes on the command line, and what shows and compares them.

doc-extends = The scenario that this file changes: a path in the folder of this file or below it.
doc-overlay = What is changed and why; must be there in a file that extends another. A file made of several has one [[overlay]] for each.
doc-overlay-name = Name of the change, printed by every report.
doc-overlay-why = Why anybody would ask, in one sentence.
doc-scale = Factors on the volumes or minutes of matters.
doc-scale-id = Id.
doc-scale-matters = Matters that are scaled; all unless said otherwise.
doc-scale-volume = Factor on the cases a year; 1.2 is 20 % more. Whole cases, rounded half up.
doc-scale-minutes = Factor on the minutes of every step.
doc-recall = People who come back from a loan elsewhere.
doc-recall-month = First month back; the month planned for unless said otherwise.
doc-leave = People who leave for good.
doc-leave-month = First month in which the person is no longer here; the month planned for unless said otherwise.
doc-transfer = People who get another home section.
doc-transfer-to = The section.
doc-transfer-month = First month there; the month planned for unless said otherwise.
doc-moved-person = The person, by the id of the roster.

overlay-change = Change: { $name }. Why: { $why }.
overlay-typed = Changed on the command line: { $options }.

event-recalled = { $person } is recalled from loan
event-transferred = { $person } moves to { $section }

show-title = { $unit }: the scenario as it is read
show-defaults = What the files leave to the defaults is not listed; docs/scenario.md has the defaults.
diff-title = { $left } against { $right }
diff-none = The two scenarios say the same, defaults and rosters included.
diff-count = Values that differ, defaults and rosters included: { $count }.
column-written = value
column-place = where set
column-first = first
column-second = second
nothing = (nothing)
