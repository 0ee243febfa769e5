# Words: posts, people, statuses, bases, reasons, rules, stages.

list-separator = { ", " }
clause-separator = { "; " }
sentence-separator = { " " }
none = none
yes = yes
no = no
nobody = nobody
not-stated = not stated

duty-operations = operations
duty-finance = fund finance
duty-data = data
duty-audit = audit

step-handle = handle
step-review = review
step-approve = approve

post-of-step = { $step } post
post-of-duty-and-step = { $duty } { $step } post
post-across = { $post } (sections: { $count })
post-in-section = { $post } of { $section }

employment-established = established
employment-contract = contract
rank-leader = leaders
rank-section_head = section heads
rank-staff = staff
staff-group = { $employment } { $rank }

basis-document = document
basis-law = law
basis-measured = measured
basis-policy = policy
basis-assumption = assumption

status-full = full
status-slowed = slowed
status-stalled = stalled

plan-status-optimal = proven optimal
plan-status-feasible = feasible, at most { $gap } from the optimum

limit-people = people
limit-hours = hours

reason-no_eligible_handler = nobody may handle
    .at = nobody on duty may hold the { $post } (short of { $limit })
    .anywhere = nobody on duty may hold its handle post (short of { $limit })
reason-no_eligible_reviewer = nobody may review
    .at = nobody on duty may hold the { $post } (short of { $limit })
    .anywhere = nobody on duty may hold its review post (short of { $limit })
reason-no_eligible_approver = nobody may approve
    .at = nobody on duty may hold the { $post } (short of { $limit })
    .anywhere = nobody on duty may hold its approve post (short of { $limit })
reason-no_second_person = no second person
    .at = each step has somebody, but there are not enough different people for one case; the gap is at the { $post } (short of { $limit })
    .anywhere = each step has somebody, but there are not enough different people for one case (short of { $limit })
reason-hours_exhausted = not enough hours
    .at = too few { $limit } at the { $post }, even if the unit did nothing else
    .anywhere = too few { $limit }, even if the unit did nothing else
reason-kept_for_higher_tier = kept for higher tiers
    .at = possible on its own, but the { $limit } it needs at the { $post } are kept for higher tiers
    .anywhere = possible on its own, but the { $limit } it needs are kept for higher tiers
reason-kept_for_same_tier = kept for its own tier
    .at = possible after the higher tiers, but the { $limit } it needs at the { $post } serve other matters of its tier
    .anywhere = possible after the higher tiers, but the { $limit } it needs serve other matters of its tier
reason-short = { $reason }, { $short } short
shortage = different people for one case: { $needed } needed, { $left } eligible, { $short } short
shortage-kept = different people for one case: { $needed } needed, { $left } left once the higher tiers are served, { $short } short

breach-dual_review = no review step
breach-separation = handler and reviewer are one person
breach-duty_groups = posts of two duty groups
breach-sections_per_person = posts in too many sections
breach-contract_steps = beyond what contract staff may do
breach-leader_steps = leaders and approve posts do not match
breach-kin = relatives meet
breach-cashier = cashier in an excluded post
breach-own_audit = audits a matter of their own
breach-rotation = too long in a high-risk post
breach-cover = too few holders
breach-absent = somebody absent is given work
breach-work_without_post = work without the post
breach-hours = more hours than available
breach-conservation = cases of a step do not add up
breach-level = cases done exceed those arriving, or are negative
breach-pairing = one person meets a case twice
violation = { $breach }: { $facts }
violation-numbers = found { $found }, allowed { $allowed }

rule-dual_review = dual review
    .what = Every matter has at least a handle and a review step; one that has not says why and is listed.
rule-separation = separation
    .what = Handler and reviewer are two people; by post, nobody holds two posts of one section and duty group.
rule-duty_groups = duty groups apart
    .what = Nobody holds handle or review posts of two of the duty groups operations, fund finance, data and audit.
rule-sections_per_person = sections per person
    .what = Nobody holds handle or review posts in more than so many sections.
rule-contract_steps = contract staff
    .what = Contract staff hold only these steps, and only in these duty groups.
rule-leader_steps = leaders approve
    .what = Leaders hold approve posts only, and only leaders hold them; never on a case they handled or reviewed.
rule-kin = relatives apart
    .what = Relatives never work on one matter.
rule-cashier = cashier
    .what = The cashier keeps no audit, archive or account entries.
rule-own_audit = no own audit
    .what = Nobody holds a post of a matter and one of an audit of that matter.
rule-rotation = rotation
    .what = Who has held a high-risk post for more than so many years is reported, not moved.
rule-cover = backup
    .what = Every post of an open matter has so many holders beyond the needs of one case.
rule-on = in force
rule-off = off
separation-post = by post
separation-case = by case
rule-sections = at most { $most }
rule-contract = { $steps }; { $duties }
rule-years = { $years } years
rule-holders = holders: { $holders }
rule-pairs = pairs: { $pairs }

stage-service = service: { $tier }
stage-placement = fewest people without a post
stage-moves = fewest people moved
stage-backups = most posts with a backup
stage-balance = most even hours
stop-proven = proven
stop-time_limit = time limit
stop-engine = engine gave up

headcount = Authorised { $authorised }; on the books { $on_books }, of them on duty { $on_duty } and on loan elsewhere { $seconded_out }; on loan here { $seconded_in }; contract { $contract }; { $vacancies }.
vacancies-free = vacancies { $count }
vacancies-over = over the establishment by { $count }
vacancies-unknown = vacancies cannot be told
outcome-nothing = nothing is computed from it
outcome-as-roster = as in the roster
outcome-unlike-roster = the roster has { $roster }
outcome-same = same conclusion
outcome-differs = stalled: { $stalled }; slowed: { $slowed }
outcome-this-plan = this plan
outcome-plan-tells = plan solves again with it
