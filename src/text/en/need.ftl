# The requirement (need).

need-title = { $unit }: how many people the work takes, { $year }
need-basis = One need in three readings side by side: by hours alone, by the rules (two people a case and the others) alone, and by both. The last two are the fewest people, found by solving and confirmed by a plan that a separate checker passed. Leaders are counted in none of them.
need-answer = To serve every matter in full within the rules and the hours takes at least { $all } people: { $established } established, { $contract } on contract. On duty, leaders left out, are { $present_established } established ({ $gap_established }) and { $present_contract } on contract ({ $gap_contract }).
need-present = { $count }
need-present-lent = { $count } (of whom { $lent } on loan here)
need-answer-in-all = To serve every matter in full within the rules and the hours takes at least { $all } people, such as { $established } established and { $contract } on contract. On duty, leaders left out, are { $present_established } established and { $present_contract } on contract: whatever the mix, { $missing ->
    [one] 1 is
   *[other] { $missing } are
} missing.
need-answer-unknown = To serve every matter in full within the rules and the hours { $all } people are enough, such as { $established } established and { $contract } on contract. On duty, leaders left out, are { $present_established } established and { $present_contract } on contract; whether anybody is missing was not proven in the time given.
need-gap-short = { $count } short
need-gap-none = as many as needed
need-gap-spare = { $count } to spare
need-never = Under these rules no number of people serves every matter in full: it is the rules that exclude it, not the number.
need-leaders = { $count } more leaders are needed to approve.
need-split = Hours alone ask for { $hours } people, { $whole } at least; rules alone for { $rule }; both together for { $both }. So the rules add { $from_rule } to what the hours ask for, and the hours add { $from_hours } to what the rules ask for.
need-adds = { $count }
    .none = nobody in all
need-pooled = If people could work in any number of sections (pooled), rules alone would ask for { $moves }; with the hours about { $least } by the formula, which was not solved ({ $both } under the rules in force). It is stated for comparison.
need-pooled-moves = { $rule } instead of { $apart }
    .none = { $rule } as well
need-covered = If every matter is to stay open whichever one person is away (a backup for every post), rules alone ask for { $rule }, both together for { $both }: { $established } established, { $contract } on contract.
    .case = If every post is to have a backup (one more holder than the rules ask for), rules alone ask for { $rule }, both together for { $both }: { $established } established, { $contract } on contract; one person may hold several posts of a matter, so that a backup does not keep every matter open whoever is away.
need-on-paper = Established people with leaders ({ $leaders }): { $all } in all; authorised { $authorised }, on the books { $on_books }, established on duty { $on_duty }.
    .unknown = Established people with leaders ({ $leaders }): { $all } in all; on the books { $on_books }, established on duty { $on_duty }.
need-unproven = In { $count } readings the time limit came before the proof; fewer people may do.

need-readings-heading = Readings beside the people at work
need-readings-note = The differences are people on duty (without leaders) less the need; below zero: missing in every mix of the fewest people; where more contract staff are at hand than the mix has, fewer established may do, see the hiring study; an empty field means that another mix of as few people asks for fewer of that employment. By hours, parts of people count; solved readings are in whole people: fewest in all first, then those that fall least short of the people on duty, then fewest established.
need-reading-hours = hours alone (WISN, the method of the WHO)
need-reading-rule = rules alone{ $sections }{ $cover }
need-reading-both = both{ $sections }{ $cover }
need-reading-sections-in_force = { "" }
need-reading-sections-alone = , each section by itself
need-reading-sections-pooled = , sections pooled
need-reading-bare = { "" }
need-reading-covered = , with backup
need-reading-never = impossible

need-wisn-heading = By hours (WISN), step by step
need-wisn-leave = annual leave, mean days
need-wisn-available = available hours a person
need-wisn-service-hours = hours of the year's cases
need-wisn-service-staff = people for the cases
need-wisn-caf = category allowance factor CAF
need-wisn-iaf = individual allowance IAF, people
need-wisn-required = required
need-wisn-present = on duty, without leaders
need-wisn-difference = difference
need-wisn-ratio = WISN ratio
need-wisn-note = Required = hours of cases / available hours × CAF + IAF; CAF = 1 / (1 − share of meetings and other duties); IAF is the time that section heads spend on leading, as people; difference = on duty − required; ratio = on duty / required, below 1 the work presses. The contract column has the hours of steps open to contract staff, the established column those that only established staff may do.
need-wisn-leaders = Leaders approve beside this: { $needed } hours a year, of { $have } they have.

need-sections-heading = Section by section
need-sections-note = People when each section has its own and nobody works in two, leaders left out; with backup: one more holder for every post. In the section: by home section of the roster.
need-posts-heading = Post by post

need-benchmark-heading = Beside the load elsewhere
need-benchmark-against = Against more people: at this ratio { $load } person-times take { $people } people; { $on_duty } established are on duty and { $contract } on contract.
need-benchmark-for = For more people: at this ratio { $load } person-times take { $people } people; { $on_duty } established are on duty and { $contract } on contract.
need-benchmark-source = Source of the ratio: { $source }; basis: { $basis }. It speaks of volume only, not of the least number of people for posts that must be kept apart.

need-assumptions-heading = What this rests on
need-assume-newcomers = Solved readings staff the unit from nothing with people who are alike within their employment, on the mean annual leave of those at work; where hours count there are as many section heads as now, with their share of time for cases.
need-assume-leaders = Leaders are those present and no part of the need; where they cannot do all approvals, the number missing is named.
need-assume-part-time = Needed are people of all their hours; of those here { $count } work a part of theirs. The difference counts heads: where none is missing, hours still may be.
need-assume-year = The year is one sum, peaks are not seen; authorised, on the books, on duty and contract are never mixed.

need-holder-leader = leaders
need-holder-established = established
need-holder-contract = contract may

column-need-reading = reading
column-need-established = estab.
column-need-contract = contract
column-need-in-all = in all
column-need-established-difference = estab. difference
column-need-contract-difference = contract difference
column-need-quantity = quantity
column-need-by-hours = by hours (people)
column-need-by-rule = by rule (people)
column-need-by-rule-covered = with backup (people)
column-need-both-established = both, estab.
column-need-both-contract = both, contract
column-need-home-established = in the section, estab.
column-need-home-contract = in the section, contract
column-need-holder = who
column-need-drivers = drivers
column-need-load = person-times
column-need-ratio = ratio
column-need-at-ratio = people at ratio
column-need-each-on-duty = each on duty
column-need-each-of-all = each with contract

doc-benchmark = What the unit is held against; shown beside the need, no part of it.
doc-benchmark-ratio = How much of the drivers there is for each handler elsewhere, such as people served; where it is left out, as the pack says.
doc-benchmark-drivers = The drivers whose sum the ratio is about.
doc-benchmark-wider = Drivers that a wider reading counts as well, in a line of its own.
