# The letter, its report and the checklist (request): a reading version of the Chinese ones.

letter-file = request
letter-report = feasibility report
    .title = Feasibility report on the request by { $unit } { $matter }
    .told = Feasibility report by { $unit } { $matter }
letter-report-mark = Attachment
letter-checklist = checklist
    .title = Checklist
    .of = Checklist: { $title }
letter-draft = DRAFT
letter-disputed-value = { $value } ({ $source })
letter-supposed = Sources disagree on the authorised posts: { $values }. This draft takes { $authorised }.

letter-asking = For two posts and two reviews on every matter we ask for staff ({ $heads }), { $ways }: { $posts }.
letter-asking-open = For two posts and two reviews on every matter we ask for staff ({ $heads }): { $posts }.
letter-way-use = using { $count ->
    [one] 1 vacant post
   *[other] { $count } vacant posts
}
letter-way-use-freed = using { $count ->
    [one] 1 post
   *[other] { $count } posts
} that retirements free
letter-way-use-some-freed = using { $count ->
    [one] 1 vacant post
   *[other] { $count } vacant posts
} ({ $of_these } of them once freed by retirements)
letter-way-add = adding { $count ->
    [one] 1 post
   *[other] { $count } posts
}
letter-way-add-over = adding { $count ->
    [one] 1 post
   *[other] { $count } posts
} ({ $of_these } for people over the establishment)
letter-post = { $count }{ $month } ({ $section }, { $posts })
letter-post-of = { $count } { $employment }{ $month } ({ $section }, { $posts })
letter-post-month = { " " }in { $month }
    .again = { $month ->
       *[other] { " " }in the same month
    }
letter-posts-others = { $list } and others, { $count } groups in all
letter-cost = Cost to the end of { $until }: { $cost }; { $pay }.
letter-cost-unknown = Cost: { $blank }.
letter-pay = { $employment } staff cost { $range } each a year
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
letter-count = To work { $matters }{ $each } and keep { $kept } other matters open, the posts need { $needed } different people; under the rules assumed here only these may hold any of them: { $people }; { $short } short{ $table }, whatever the volumes and minutes.
letter-count-alone = The posts of { $matters }{ $each } need { $needed } different people; under the rules only these may hold any of them: { $people }; { $short } short{ $table }, whatever the volumes and minutes.
letter-count-table = { " " }(table below)
    .kept = { " " }(table below; the matters kept are in the report)
letter-count-each = { " " }(any one of them)
letter-count-nobody = nobody
letter-count-established = { $count } established
letter-count-contract = { $count } on contract
letter-count-leaders = { $count } leaders
letter-table-count = People needed and people eligible
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

letter-rival = After the tiers before it, the people left are too few for the whole tier: served first within it, { $matter } would reach { $level }, but { $less }.
letter-rival-less = { $matter } would fall from { $from } to { $to }

letter-years = How the people change, and how many are needed
    .nobody = How the people change
letter-derived-established = To serve every matter in full{ $mix } takes { $needed } established people on duty when staffing is tightest (from { $month }); { $there } will be there, so { $asked ->
    [one] 1 is
   *[other] { $asked } are
} missing, the number asked for.
letter-derived-contract = To serve every matter in full{ $mix } takes { $needed } contract workers when staffing is tightest (from { $month }); { $there } will be there, so { $asked ->
    [one] 1 is
   *[other] { $asked } are
} missing, the number asked for.
letter-derived-both = To serve every matter in full{ $mix } takes { $needed } established people on duty and { $needed_contract } contract workers when staffing is tightest (from { $month }); { $there } and { $there_contract } will be there, so { $asked } and { $asked_contract } are missing, the numbers asked for.
letter-derived-course = When staffing is tightest (from { $month }) { $most } more are needed; month after month it takes { $asked } in all, and these are asked for.
letter-mix = { "," } in the mix asked for,
letter-mixes = Other mixes that would do: { $mixes }.
letter-eases = From { $month } ({ $events }) to the last month { $count } are needed; the need for the other { $rest } ends before.
letter-proven = No mix of fewer serves every matter in full.
letter-condition = This holds for the rules assumed here and unchanged volumes.
    .rules = This holds for unchanged volumes and the rules assumed here; for other rules see the next part.

letter-compared = Alternatives to hiring
letter-compared-note = Each was solved again for every change of staffing to { $until }; shown is how many are still needed at the tightest time.
letter-compared-end = Why each of them was not taken stands in the last column.
letter-table-compared = Alternatives to hiring
letter-recall = recall { $count } from loan
letter-no-heads = none
letter-heads-from = { $heads } (from { $month })
letter-no-cost = none
letter-column-heads = still needed
letter-column-yearly = cost a year
letter-column-reason = why it was not taken (what stands against it, by which document)
letter-column-year = year
letter-exchanged = From { $month } ({ $events }), { $matters } cannot be done; others of the tier gain as much.
    .recovered = From { $month } ({ $events }), { $matters } cannot be done instead, and { $recovered } can be done in full again; the tier loses nothing in all.
letter-within = Between the year ends: { $spans }.
letter-span = { $from } to { $until }, { $stalled } not at all and { $slowed } in part
    .full = { $from } to { $until }, every matter in full
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
study-method = How the posts are worked out
study-hires = People, posts and cost
study-checks = Rounding, checks and questions
study-rounding = Rounding
study-rounding-note = People are whole; a part of one counts as one. People worked out from hours are shown to one place, for comparison only; each number is rounded by itself, so parts may differ from their sum by 0.1. Stalled: not done at all in the year; slowed: done in part; in full: every case done.
study-rounding-pay = Pay is shared out to the cent and shown rounded to thousands of yuan, in the table of costs in units of 10,000 yuan to one place; each number is rounded by itself.

checklist-note = For the drafter; not to be sent.
checklist-unsettled = The letter and its report may not be sent before the number of authorised posts is settled.
checklist-blanks = To be filled in and confirmed
checklist-conflicts = Numbers on which sources disagree
checklist-assumed = Numbers assumed
checklist-assumed-note = These { $count } numbers are assumed; count them and put them into the scenario.
checklist-table-assumed = Numbers assumed
checklist-column-counted = counted
checklist-people = Everyone on the roster ({ $count }): { $what }
    .some = On the roster { $people }: { $what }
checklist-roster = see roster
