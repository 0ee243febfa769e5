# Workbook and page: annexes, charts, and the words around a report.

matters-heading = Matters one by one
board-heading = Who sits where
column-duty = duty group
chart-tiers = Matters of each tier by status
chart-load = Use of each person’s hours
chart-service = Matters by status, month by month
numbers-heading = Every number of the input
column-path = where
roster-annex = Roster
roster-annex-note = In the form of a roster file; the names of the columns are the program’s, so the sheet can be read as a roster.

page-skip = Skip to the report
page-contents = Contents
page-choose = Choose what to see
page-stacked = numbers after a bar in this order
page-numbers = Numbers of this chart
page-more = See “{ $section }”
page-summary = Summary for the leadership
page-unprinted = This list is long and is left out on paper; it is printed when it was unfolded before.
page-filter = Filter this table
page-made = Made by shuanggang { $version }. This page needs no network; save or print it as it is.

sheet-summary = Summary
sheet-units = Units
sheet-matters = Matters
sheet-people = People
sheet-places = Places
sheet-sections = Sections
sheet-months = Months
sheet-years = Years
sheet-options = Options
sheet-recount = Recount
sheet-basis = Basis
sheet-roster = Roster
sheet-charts = Charts
sheet-link = See the sheet “{ $sheet }”
sheet-contents = Sheets
sheet-holds = { $sheet }: { $sections }
xlsx-failed = the workbook could not be made: { $cause }
xlsx-needs-file = a workbook cannot be shown on a terminal; write it to an .xlsx file with --output
