# Reports: headings, columns and sentences of plan, check and verify.

plan-title = { $unit }: posts and dual-review capacity in { $year }
plan-as-of = People on duty in { $as_of }; volumes and hours of a full year.

verdict-heading = Verdict
verdict-all = With the people on duty and the rules in force all { $matters } matters are served in full; nothing stalls, nothing is slowed.
verdict-tier = { $tier }: { $count } of { $total } matters { $status }: { $matters }.
verdict-tier-full = { $tier }: all { $total } matters served in full.
verdict-because = Main reason: { $reason }.
verdict-because-people = Main reason: { $section } is short of people; { $shortage }.
verdict-rest = Matters served in full: { $count }.
verdict-unproven = The search was not finished: this plan is not proven optimal; it is at most { $gap } from the optimum.
    .open = The search was not finished: this plan is not proven optimal.
verdict-unknown = Of matters marked unknown it is open whether and how far they can be served.
and-others = { $list } and others, { $count } in all
rests-on-conflict = The verdict depends on a conflict of the sources: { $topic } is taken as { $used } ({ $used_source }); with { $other } ({ $other_source }): { $outcome }.
stands-in-conflict = Solved again with the other reading of { $topic }, { $other } ({ $other_source }), the same matters stall and slow.
rests-on-people = { $matters }: people are short. For each of them: { $proof }.
rests-on-hours = { $matters }: hours are short. Each would be served in full, perhaps at the expense of others of its tier, if its own cases took no time at all; the verdict may rest on its volume and minutes, { $assumed } of which are assumptions, and how far it does is told by shuanggang sensitivity.
rests-on-assumptions = Of { $total } numbers of the input { $count } ({ $share }) are assumptions.
rests-on-roster = The roster holds assumptions and is illustrative; who sits where must be settled with the real staff.

headcount-heading = Headcount
headcount-conflict = The sources disagree on { $topic }: { $values }.
conflict-value = with { $value } ({ $source }) { $outcome }
headcount-authorised = authorised posts
headcount-on-books = on the books
headcount-on-duty = established, on duty
headcount-leaders = leaders of them
headcount-seconded-out = on loan elsewhere
headcount-seconded-in = on loan here
headcount-contract = contract

shortfalls-heading = Stalled and slowed matters
shortfall-explained = { $matters }: { $reason }. Done if the unit did nothing else: { $alone }; after the higher tiers only: { $after }.

service-heading = Service by tier
people-counted = people: { $count }

sections-heading = Sections and posts
sections-note = A section’s hours are those of the people who sit there; a post’s hours held are those of its holders for all their posts, so who holds several counts at each. Leaders sit in no section.
posts-heading = Posts

people-heading = People
unplaced = Without a post: { $people }.

spare-heading = Spare capacity
spare-contract = Contract staff are idle for { $idle } hours, { $share } of what they have, and the rules keep them from reviewing; the holders of review posts use { $use } of their hours.

rules-heading = Rules
rule-explained = { $rule }: { $what }
findings-heading = Findings
finding-exempt = { $matter } has no review: { $why }.
finding-overtaken-retired = { $person } reached the month of retirement, { $month }, and is not counted from the month after; the roster still has the person.
finding-overtaken-left = { $person } was to leave at the end of { $month } and is not counted from then on; the roster still has the person.
finding-overtaken-went_back = The loan of { $person } to this unit ended with { $month }; the person is not counted from then on, though the roster still has the person here.
finding-overtaken-returned = The loan of { $person } elsewhere ended with { $month }; the person counts as back on duty, though the roster still has the person away.
finding-retirement-approved = { $person } leaves at the end of { $month }, fixed by approval: { $reason }.
finding-long-tenure = { $person } has been in the { $post } since { $since }, longer than the rotation rule has it.
finding-cashier = { $matter } is worked at the cashier’s { $post }; within one post the two cannot be kept apart.

conflicts-heading = Conflicts of the sources
conflict-note = { $topic }: { $note }.
conflicts-without-effect = Nothing is computed from the other conflicts: { $count }. List them with --full.
inputs-heading = What the input rests on
solver-heading = How the plan was found
solver = The plan is { $status }. Service and posts: { $method }. Engine: { $engine }; shuanggang { $version }. The stages were solved in this order, none at the cost of an earlier one.

check-title = { $unit }: check of the scenario for { $year }
check-usable = The scenario can be used: sections { $sections }, matters { $matters }, people on the roster { $people }, numbers { $numbers }.
check-conflicts = Conflicts of the sources: { $count }; the table says what depends on them, and plan solves again with the other volumes.
check-duty-table-broken = The duty table of today breaks the rules; breaches: { $count }.
warnings-heading = Warnings
warning = { $code } at { $place }: { $cause }
assumptions-heading = Where the assumptions are
duty-table-heading = Duty table of today
duty-table-clean = The duty table of the roster keeps the rules.

verify-title = { $unit }: verification of a plan for { $year }
verify-clean = The plan keeps every rule, adds up, and says what follows from it.
verify-differs = The plan does not say what follows from it; places: { $count }.
verify-other-volumes = It was made for other volumes.
verify-other-month = It was made for another year or month.
verify-other-roster = It was made for another roster or other hours.
verify-unconfirmed = Everything else was worked out again; only checked for consistency: { $paths }.
verify-broken = The plan breaks rules or does not add up; breaches: { $count }.

column-id = id
column-matter = matter
column-matters = matters
column-section = section
column-section-and-post = section and post
column-staff = people
column-tier = tier
column-unit = counted in
column-arriving = arriving
column-done = done
column-service-level = service level
column-status = status
column-reason = reason
column-people = people
column-person = person
column-post = post
column-posts = posts
column-holders = holders
column-hours = hours
column-hours-used = hours used
column-hours-available = hours held
column-hours-idle = hours idle
column-use = use
column-moved = moved
column-backup-for = backs up
column-group = group
column-rule = rule
column-setting = setting
column-basis = basis
column-source = source
column-numbers = numbers
column-share = share
column-topic = topic
column-value = value
column-used = used
column-effect = effect
column-stage = stage
column-objective = objective
column-bound = bound
column-gap = gap
column-stop = end
column-headcount = headcount
column-planned = in the month planned
column-stated = stated
column-roster = roster
column-part = part
column-breach = breach
column-people-concerned = people
column-posts-concerned = posts
column-file-path = place in the file
column-recomputed = recomputed
column-found = found
column-allowed = allowed

plan-file-unknown = { $path }: the scenario has no “{ $found }”
plan-file-repeated = { $path }: “{ $found }” stands twice
plan-file-missing = { $path }: “{ $found }” is missing
plan-file-suggestion = { $problem }; did you mean “{ $suggestion }”?

figure-matters = { $count } of { $total }
figure-people = on duty
figure-vacant = vacancies
figure-over = over the establishment
figure-count = { $count }
question-cheapest = Cheapest repairs
question-people = More people?
question-audits = If the audits must happen, what stops?
question-year = Which year does it break?
people-enough = No: the people on duty serve all matters in full.
people-help = Of the matters below full service, { $count } in all and each tried by itself, one more person (hired or recalled) improves { $helped }, { $full } of them to full service.
people-no-help = Of the matters below full service, { $count } in all and each tried by itself, one more person (hired or recalled) improves none; see shuanggang explain.
people-open = Of the matters below full service, { $count } in all, { $open } were not tried to the end; of the others one more person (hired or recalled) improves { $helped }, { $full } of them to full service.
page-study-not-asked = Not worked out here; --with { $study } adds it.
page-study-unfinished = Not finished within the time limit; make it anew with a longer --time-limit.
rests-heading = What the verdict rests on
rows-shown = The first { $shown } of { $count }; --full lists all.
plan-more = Not shown: each person’s place, reasons in full, spare capacity, rules, findings, conflicts of sources, basis of the input, how the plan was found; --full shows all.
plan-page = --output x.html shows this as a page.
