# Why a matter stalls and what would help (explain).

explain-title = { $unit }: why work stalls or is slowed in { $year }, and what would help
explain-why = { $matters } ({ $status }): { $reason }.
explain-full = { $matter } is served in full; there is nothing to explain.
explain-unknown-matter = the scenario has no matter “{ $matter }”

shortfall-unsettled = { $matters }: { $reason }.

shortfall-remedy = { $matters }: with the rules as they are, the least by people: { $changes }; { $reach }.
shortfall-remedies-apart = Each was worked out on its own; they cannot always be had together.
shortfall-remedies-now = This is for the staff of { $as_of }; for later months see the years ahead.
shortfall-without-people = { $matters }: without more people: { $changes }; { $reach }.
shortfall-remedy-unknown = { $matters }: whether more people would help was not worked out in the time given; it is open.
shortfall-no-remedy = { $matters }: one more person, or one recalled, does not do more of it without less of others.
rivals-equal = { $tier }: the weights are equal, so the sum of service decided who comes first. These could change places:
rivals-weighted = { $tier }: matters compete for the same people, and the weights decided who comes first. These could change places:
rival = { $matter }: served first it goes from { $from } to { $to }, and of its tier less is done of { $less }; its weight is { $own }, and any above { $weight } does more of it.
rival-free = { $matter }: served first it goes from { $from } to { $to }, and nothing else of its tier is done less; its weight is { $own }, and any above { $weight } does more of it.
shortfalls-more = For what cannot all hold and what would help: shuanggang explain.
shortfalls-more-here = Which conditions cannot hold together and what would help stands under “What cannot all hold” and “What would help”.
shortfalls-more-asked = Which conditions cannot hold together and what would help was not worked out for this report; whoever makes it can have it added.
shortfalls-counted = The posts and the people who may hold them are listed one by one, to be counted again.

help-single = First of the single changes tried: { $changes }; { $reach }.
help-by-people = With the rules as they are, by people: { $changes }; { $reach }.
help-pair = No single change that was tried helps, is the unit’s to make, keeps handler and reviewer apart and takes from no other matter; two together do: { $changes }; { $reach }.
help-at-a-price = No single change that was tried helps, is the unit’s to make, keeps handler and reviewer apart and takes from no other matter; { $changes } reaches { $reach } at the expense of { $worse }.
help-against-law = No single change that was tried helps and is the unit’s to make; { $changes } reaches { $reach }, but the rule is law and not for the unit to relax.
help-without-separation = No single change that was tried helps, is the unit’s to make and keeps handler and reviewer apart; { $changes } reaches { $reach }, but gives up dual review.
help-none = No single change and no two together of those tried help.
help-none-by-rule = Under the rules in force no number of people can do it, and no change that was tried helps.

count-short = By counting alone: to work { $matters } and keep { $kept } other matters open, the posts need { $needed } different people, and only { $there } may hold any of them under the rules: { $needed } − { $there } = { $short } short, whatever the volumes and minutes.
count-short-each = By counting alone: to work any one of { $matters } and keep { $kept } other matters open, the posts need { $needed } different people, and only { $there } may hold any of them under the rules: { $needed } − { $there } = { $short } short, whatever the volumes and minutes.
count-short-alone = By counting alone: the posts of { $matters } need { $needed } different people, and only { $there } may hold any of them under the rules: { $needed } − { $there } = { $short } short, even if everything else stops and whatever the volumes and minutes.
count-hours = By counting alone: there are enough people for the posts of { $matters } and of all that is open; hours are short, not heads.
count-enough = By counting alone: there are enough people for the posts of { $matters } and of all that is open; what stands in the way is not their number, see below.
count-shared = By counting alone nothing is shown of { $matters }: the rules let one person hold several of the posts; see below.
count-posts = Posts: { $posts }
count-post = { $post } ({ $people } people)
count-people = Who may hold one of them: { $people }
count-of-established = established { $count } ({ $people })
count-of-contract = contract { $count } ({ $people })
count-of-leaders = leaders { $count } ({ $people })
count-heading = Posts and people counted
count-table-posts = The posts, each held by somebody else:
count-table-people = Who may hold one of these posts by the rules in force:
count-table-staff = The people of the unit, but for those who have left:
column-count-number = group
column-standing = standing
column-rank = rank
column-recount-what = figure
column-recount-number = number
column-recount-how = how it is counted
recount-note = In the workbook the numbers are formulas that count the rows of these tables; change the rows and they count again.
recount-needed = Group { $number }, people needed ({ $matters })
recount-needed-how = people of the posts of group { $number }, added up
recount-there = Group { $number }, people who may hold these posts
recount-there-how = rows of group { $number } among those who may
recount-short = Group { $number }, short
recount-short-how = people needed less people who may
recount-matters = Matters
recount-matters-how = rows of “Matters one by one”
recount-status-how = rows of “Matters one by one” that are { $status }
recount-on-books-how = people of the unit: established, but for those on loan here
recount-on-duty-how = people of the unit: established and on duty
recount-leaders-how = people of the unit: established, on duty and leader
recount-seconded-out-how = people of the unit: established and on loan elsewhere
recount-contract-how = people of the unit: contract and on duty
recount-seconded-in-how = people of the unit: on loan here
recount-away-how = people of the unit: established and away for a time
recount-contract-away-how = people of the unit: contract and away for a time
recount-present-how = rows of “People”
recount-vacant-how = { $authorised } authorised posts less people on the books
count-kept = Kept open: { $matters }

conflict-heading = What cannot all hold
conflict-stalled = { $matters }: to be worked at all, these cannot all hold; without any one of them the others no longer conflict:
conflict-slowed = { $matters }: for more to be done, these cannot all hold; without any one of them the others no longer conflict:
conflict-by-rule = { $matters }: under the rules no number of people can do it, because these cannot all hold:
conflict-unsettled = { $matters }: the search was stopped before it was proven what cannot hold together.
conflict-unproven = The search was stopped: that these cannot all hold is proven, but some of them may be superfluous.
demand-hours = nobody works more hours than the year has
demand-promise = { $matter }: still at { $level }
    .full = { $matter }: still served in full
reach-full = full service
reach-part = service level { $level }
demand-promises = { $tier }, still served in full: { $matters }
demand-rule = the rule “{ $rule }” is set to “{ $setting }”
demand-headcount-established = established people here, on loan here included, leaders apart: only { $count }
demand-headcount-contract = contract workers: only { $count }
demand-headcount-leaders = leaders: only { $count }
demand-step = people per case at the { $step } step: { $people }
demand-pinned = { $person } is fixed to one place
demand-minimum = the section { $section } has at least { $count } people of its own

repairs-heading = What would help
repairs-law = Rules marked as law are not for the unit to relax; they are listed to show their effect only.
repairs-in-vain = Tried alone, without helping { $matters }: { $changes }.
repairs-apart = One row is one plan; what stands in two rows cannot always be had together.
pairs-note = Where no single change helps, or only at the expense of other matters, of a law or of dual review, two changes together were tried:
repair-against-law = { $repair } (law, not for the unit to relax)
repair-without-separation = { $repair } (gives up dual review)
repair-unproven = { $repair } (not proven best in the time given)
repair-for = { $matters }: { $repair }
repair-shift = { $matter } { $from } → { $to }
repair-full = { $matter } in full

change-both = { $first } and { $second }
change-join-established = hire { $count } established people
    .one = hire 1 established person
change-join-contract = hire { $count } contract workers
    .one = hire 1 contract worker
change-join-leaders = appoint { $count } leaders
    .one = appoint 1 leader
change-recall = recall { $person } from loan
change-unpin = no longer fix { $person } to one place
change-no-minimum = no longer ask for people of its own in { $section }
change-leave = { $person } leaves
change-rule = set the rule “{ $rule }” to “{ $to }”
change-volume = { $matter }: { $from } { $unit } a year cut to { $to } { $unit }
change-minutes = { $matter }, { $step }: { $from } minutes a case cut to { $to }
change-number = { $path } from { $from } to { $to }
change-prefer = put { $matter } first

explain-basis-heading = How this was found
explain-how-conflict = What cannot all hold was found by solving again for every condition: with all of them no more can be done, without any one of them more can. Conditions that are not listed count as lifted, so lifting one alone may not be enough in practice; whether it is, stands under “What would help”.
explain-how-repair = Every change was solved again and checked: first for the matter in question, with every other kept at least where it is; only where that gives it nothing, with other matters giving way, and then what they lose stands beside it. First come those that the unit may make, that keep handler and reviewer apart, that cost no other matter anything and that reach full service; then those with fewer new people (contract staff before established), fewer recalls, rule changes and changes of numbers. Only people are compared here, not costs. Volumes and minutes are cut in whole cases and whole minutes (tenths below 10 minutes); one step less is not enough.
explain-how-promises = A matter that must stay stands for the posts of its section; others of the section that need the same posts are not listed again.
explain-transfers = Transfers within the unit are no repair: the plan chooses among all placements of the people on duty.

column-needed-by = needed by
column-demand = condition
column-level-without = level without
column-repair = change
column-worse = takes from
column-better = improves
