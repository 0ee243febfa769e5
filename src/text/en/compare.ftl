# Scenarios side by side (compare), and the studies on the page of a plan.

compare-title = { $count } scenarios side by side
compare-heading = Scenarios side by side
compare-basis = Every scenario is solved by itself and passes the checker; differences are against the first, “{ $first }”.
compare-answer = { $name }: { $said }.
compare-answer-why = { $name } ({ $why }): { $said }.
compare-all-full = all matters are served in full
compare-stalled = { $count } stalled ({ $matters })
compare-slowed = { $count } slowed ({ $matters })
compare-recovered = { $count } back in full ({ $matters })
compare-eased = { $count } slowed, no longer stalled ({ $matters })
compare-newly-stalled = { $count } newly stalled ({ $matters })
compare-newly-slowed = { $count } newly slowed ({ $matters })
compare-same = every matter fares as in the first scenario
compare-other-unit = The scenarios are not all of one unit and year, so that comparing their numbers means little.
compare-later = Some scenarios have hires or movements after the month planned. Here only the people on duty in that month count; see project for what comes later.
compare-not-proven = Some plans are not proven optimal in the time given; their numbers might still improve.
compare-assumptions-heading = What the first scenario rests on
compare-measures-heading = Measure by measure
compare-measures-note = * marks the best of a row, or several; it speaks of that row alone, not of the scenario. Nothing is marked where all are the same. Authorised posts, headcounts and spare hours are neither good nor bad, and fewer slowed matters may be fewer because they stall: these rows have no mark. Headcounts are the roster’s, authorised posts the papers’; none stands in for another. Posts without a backup include those of stalled matters.
compare-differences-heading = Differences against the first
compare-matters-heading = Matters that some scenario does not serve in full
compared-stalled = matters stalled
compared-slowed = matters slowed
compared-full = matters in full service
compared-service = { $tier }: sum of levels
    .of = { $tier } (of { $count })
compared-authorised = { headcount-authorised }
compared-on_books = { headcount-on-books }
compared-on_duty = { headcount-on-duty }
compared-seconded_out = { headcount-seconded-out }
compared-seconded_in = { headcount-seconded-in }
compared-contract = { headcount-contract }
compared-vacancies = vacant (below 0: over)
compared-moved = people moved
compared-without_backup = posts without backup
compared-slack_hours = spare hours
compared-yearly_pay_low = yearly pay, low (yuan)
compared-yearly_pay_high = yearly pay, high (yuan)
compare-proven = proven
compare-unproven = open
compare-bad-input = bad input
    .told = bad input, not planned; the mistakes are listed elsewhere
compare-failed = no plan
    .told = no plan was found; the cause is told elsewhere
compare-chart = Service of each tier, scenario by scenario
compare-chart-scenario = scenario
compare-mistakes = “{ $scenario }” is left out of the comparison:
compare-nothing = nothing to compare with: name a second scenario, or a change such as '+hire established=2'
compare-folder = the folder { $folder } cannot be read: { $cause }
compare-change-unknown = in “{ $operand }”, “{ $word }” is no change; write +hire established=2, with one of { $known } and no space within a value

page-project-heading = The years ahead
page-tradeoff-heading = Audits against daily work
page-compared-library = Compared are the scenario planned here and those of the program that extend it.
page-compared-files = Compared are the scenario planned here and the scenario files in its folder that extend it.
page-compared-typed = The changes of the command line are laid over each of them as well.
