# The letter, its report and the checklist (request): a reading version of the Chinese ones.

letter-file = request
letter-report = feasibility report
    .title = Feasibility report
letter-report-mark = Attachment
letter-checklist = checklist
    .title = Checklist
letter-draft = DRAFT
letter-disputed-value = { $value } ({ $source })
letter-supposed = Sources disagree on the authorised posts: { $values }. This draft takes { $authorised }; it may not leave before the number is settled.

letter-asking = For two posts and two reviews on every matter we ask for { $heads }, by { $ways }: { $posts }.
letter-asking-open = For two posts and two reviews on every matter we ask for { $heads }: { $posts }.
letter-way-use = use of { $count } vacant posts
letter-way-use-freed = use of { $count } posts that retirements free
letter-way-use-some-freed = use of { $count } vacant posts ({ $of_these } of them once freed by retirements)
letter-way-add = { $count } additional posts
letter-way-add-over = { $count } additional posts ({ $of_these } for people over the establishment)
letter-post = { $count }{ $month } ({ $section }, { $posts })
letter-post-of = { $count } { $employment }{ $month } ({ $section }, { $posts })
letter-post-month = { " " }in { $month }
    .again = { $month ->
       *[other] { " " }then
    }
letter-posts-others = { $list } and others, { $count } groups in all
letter-cost = Cost to the end of { $until }: { $cost }; a head and year: { $pay }.
letter-cost-unknown = Cost: { $blank }.
letter-pay = { $employment } { $range }
letter-money = { $amount } yuan
letter-money-range = { $low } to { $high } yuan
request-opening-end = Details follow.
    .report = Details follow.

letter-limits = What cannot be done with the people on duty, and why
letter-service = What is done
letter-stalled = Not done at all ({ $count }): { $matters }.
letter-slowed = Done in part ({ $count }): { $matters }.
letter-these = these matters
letter-this = this matter
letter-lack-people = For { $matters } a case takes { $needed } different people to handle and review it; once what comes first is kept, { $left } can be had, { $short } too few.
letter-count = To work { $matters }{ $each } and keep { $kept } other matters open, the posts need { $needed } different people; under the rules only these may hold any of them: { $people }; { $short } short (table below), whatever the volumes and minutes.
letter-count-alone = The posts of { $matters }{ $each } need { $needed } different people; under the rules only these may hold any of them: { $people }; { $short } short (table below), whatever the volumes and minutes.
letter-count-each = { " " }(any one of them)
letter-count-nobody = nobody
letter-count-established = { $count } established
letter-count-contract = { $count } contract
letter-count-leaders = { $count } leaders
letter-table-count = People needed and people who may
letter-column-count-post = post
letter-column-count-sections = sections
letter-column-count-people = people
letter-count-post = { $duty }, { $step }
letter-count-sections = { $count }
letter-count-needed = people needed, together
letter-count-there = people who may hold any of them ({ $short } short)
letter-lack-hours = For { $matters } hours are short; once what comes first is kept, { $after } can be done.
letter-lack = As for { $matters }: { $reason }.
    .only = The reason: { $reason }.

letter-years = How the people change, and how many are needed
letter-derived-established = For full service the hardest month (from { $month }) needs { $needed } established people on duty; { $there } will be there; missing: { $asked }, asked for here.
letter-derived-contract = For full service the hardest month (from { $month }) needs { $needed } contract workers; { $there } will be there; missing: { $asked }, asked for here.
letter-derived-both = For full service the hardest month (from { $month }) needs { $needed } established people on duty and { $needed_contract } contract workers; { $there } and { $there_contract } will be there; missing: { $asked } and { $asked_contract }, asked for here.
letter-derived-course = The hardest month (from { $month }) needs { $most } more; month after month it takes { $asked } in all, and these are asked for.
letter-proven = With fewer, every mix was tried: not every matter is served in full.
letter-condition = This holds for the rules of today and for volumes that stay.

letter-compared = What else was compared
letter-compared-note = Compared at the hardest month (from { $month }), each solved again.
letter-compared-end = Why each of them was not taken stands in the last column.
letter-table-compared = What else than hiring
letter-recall = recall { $count } from loan
letter-no-heads = none
letter-no-cost = none
letter-column-heads = still needed
letter-column-yearly = cost a year
letter-column-reason = why not taken
letter-column-year = year
letter-years-alike = { $first } to { $last }
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
study-absence = What absences do
study-absence-people = Nobody stands in for: { $people }.
study-method = How the posts are worked out
study-hires = People, posts and cost
study-checks = Rounding and checks
study-rounding = Rounding
study-rounding-note = People are whole; a part of one counts as one. People worked out from hours are shown to one place, for comparison only. Pay is shared out to the cent and shown in yuan rounded to thousands; tables count it in units of 10,000 yuan. Stalled: not done at all in the year; slowed: done in part; in full: every case done.

checklist-note = For whoever drafts; it stays in the house.
checklist-blanks = To be filled in and confirmed
checklist-conflicts = Numbers on which sources disagree
checklist-assumed = Numbers assumed
checklist-assumed-note = These { $count } numbers are assumed; count them and put them into the scenario.
checklist-table-assumed = Numbers assumed
