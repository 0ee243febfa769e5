# The letter, its report and the checklist (request): a reading version of the Chinese ones.

letter-file = request
letter-report = feasibility report
letter-report-mark = Attachment
letter-checklist = checklist
letter-draft = DRAFT
letter-disputed-value = { $value } ({ $source })
letter-supposed = Sources disagree on the authorised posts: { $values }. This draft takes { $authorised }; it may not leave before the number is settled.

letter-asking = To keep two posts and two reviews on every matter we ask for { $ways }, to take on { $heads }: { $posts }.
letter-asking-open = To keep two posts and two reviews on every matter we ask to take on { $heads }: { $posts }.
letter-way-use = the use of { $count } vacant posts
letter-way-use-freed = the use of { $count } posts that retirements will free
letter-way-use-some-freed = the use of { $count } vacant posts (of which retirements will free { $of_these })
letter-way-add = { $count } additional posts
letter-way-add-over = { $count } additional posts (those we are over by, { $of_these }, among them)
letter-post = { $count }{ $month } ({ $section }, { $posts })
letter-post-of = { $count } { $employment }{ $month } ({ $section }, { $posts })
letter-post-month = { " " }in { $month }
letter-posts-others = { $list } and others, { $count } groups in all
letter-cost = The cost to the end of { $until } is { $cost }; for each head and year: { $pay }.
letter-cost-unknown = Cost: { $blank }.
letter-pay = { $employment } { $range }
letter-money = { $amount } ten thousand yuan
letter-money-range = { $low } to { $high } ten thousand yuan
request-opening-end = We submit the following.

letter-limits = What cannot be done with the people on duty, and why
letter-service = What is done
letter-stalled = Not done at all ({ $count }): { $matters }.
letter-slowed = Done in part ({ $count }): { $matters }.
letter-these = These
letter-lack-people = { $matters }: a case takes { $needed } different people to handle and review it; once what comes first is kept, { $left } can be had, { $short } too few.
letter-lack-hours = { $matters }: hours are short; once what comes first is kept, { $after } can be done.
letter-lack = { $matters }: { $reason }.

letter-years = How the people change, and how many are needed
letter-derived-established = For full service the hardest month (from { $month }) needs { $needed } established people on duty; { $there } will be there; { $asked } are missing, and these are asked for.
letter-derived-contract = For full service the hardest month (from { $month }) needs { $needed } contract workers; { $there } will be there; { $asked } are missing, and these are asked for.
letter-derived-course = The hardest month (from { $month }) needs { $most } more; month after month it takes { $asked } in all, and these are asked for.
letter-proven = With fewer, every mix was tried: not every matter is served in full.
letter-condition = This holds for the rules of today and for volumes that stay.

letter-compared = What else was compared
letter-compared-note = Compared at the hardest month (from { $month }), each solved again. The unit fills in why each was not taken.
letter-table-compared = What else than hiring
letter-recall = recall { $count } from loan
letter-no-cost = none
letter-column-heads = still needed
letter-column-yearly = cost a year
letter-column-reason = why not taken
letter-column-year = year
letter-column-retired = retired
letter-column-on-books = on the books
letter-column-on-duty = on duty
letter-column-contract = contract
letter-column-full = in full
letter-column-slowed = in part
letter-column-stalled = not at all
letter-column-cost-low = low
letter-column-cost-high = high

study-general = General
study-purpose = Purpose and grounds
study-base = Basic facts
study-factors = What decides
study-method = How the posts are worked out
study-hires = People, posts and cost
study-checks = Rounding and checks
study-rounding = Rounding
study-rounding-note = People are whole; a part of one counts as one. People worked out from hours are shown to one place, for comparison only. Pay is shared out to the cent and shown in ten thousands of yuan. Stalled: not done at all in the year; slowed: done in part; in full: every case done.

checklist-note = For whoever drafts; it stays in the house.
checklist-blanks = To be filled in and confirmed
checklist-conflicts = Numbers on which sources disagree
checklist-assumed = Numbers assumed
checklist-assumed-note = These { $count } numbers are assumed; count them and put them into the scenario.
checklist-table-assumed = Numbers assumed
checklist-place = { $matter }: { $what }
checklist-volume = cases a year
checklist-minutes = minutes a case
checklist-people = people a case
