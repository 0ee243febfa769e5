# Hiring plans (hire).

hire-title = { $unit }: whom to hire, { $from } to { $until }
hire-unkept = the hiring plan misses its targets in { $month } when projected; this is a fault of the program

hire-reached = Targets ({ $targets }); fewest to hire: { $heads }. From { $month } on the targets hold in every month.
hire-steps = To begin: { $steps }.
hire-step = { $month } { $count } { $employment ->
    [contract] { $count ->
        [one] contract worker
       *[other] contract workers
    }
   *[other] { $employment }
}, { $section }, { $posts }
hire-cost = Cost over these years: { $cost }.
hire-nobody = Targets ({ $targets }): nobody need be hired; they hold from { $month } on in every month.
hire-nobody-later = Targets ({ $targets }): nobody need be hired; they hold from { $month } on in every month, though not before.
hire-unreachable = Targets ({ $targets }): hires alone cannot reach them in every month. The plan that misses fewest hires { $heads } and still misses them in { $missed } months of those in which somebody could have begun.
hire-unreachable-none = Targets ({ $targets }): hires alone cannot reach them in every month. No hire that posts, intake months and budget allow changes that: they are missed in { $missed } months of those in which somebody could have begun.
hire-no-intake = Targets ({ $targets }): hires cannot reach them; nobody can begin within these years.
hire-no-plan = Targets ({ $targets }): no plan was found.
hire-nearest = Nearest that can be reached: { $targets }, with { $heads }.
hire-nearest-none = Nearest that can be reached: { $targets }, without hires.
hire-waiting = Before anybody can begin, the targets are missed in { $count } months ({ $from } to { $until }), whatever hires are decided now.
    .month = Before anybody can begin, the targets are missed in { $from }, whatever hires are decided now.
hire-learning = While the first newcomers are still new to the work, the targets are missed in { $count } months ({ $from } to { $until }).
    .month = While the first newcomers are still new to the work, the targets are missed in { $from }.
hire-fewer = With one { $employment ->
    [contract] contract worker
   *[other] { $employment } person
} fewer: from { $month } on { $matter }, { $status }: { $reason }.
hire-fewer-unknown = With one { $employment ->
    [contract] contract worker
   *[other] { $employment } person
} fewer: from { $month } on the targets are missed.
hire-proven = That fewer than { $heads } are not enough, in any mix, is proven: every staffing was solved with as many newcomers as it takes, and all courses over the intake months were compared.
    .one = It is proven that without hiring the targets are missed: every staffing was solved with as many newcomers as it takes, and all courses over the intake months were compared.
hire-not-fewest = Because newcomers take time to learn, these are not proven to be the fewest; fewer would do if all were able from their first day.
hire-unproven = Solving was cut short: some counts are not proven to be the fewest.
hire-authorised = With { $authorised } authorised posts ({ $source }): { $heads }.
hire-authorised-none = With { $authorised } authorised posts ({ $source }): no post is free in time for a hire that would help; the targets are missed in { $missed } months. To reach them by established hires, more posts must be approved first.
hire-authorised-short = With { $authorised } authorised posts ({ $source }): { $heads }; the targets are missed in { $missed } months. More established staff would need more authorised posts.

hire-target-of = { $tier } { $share }
hire-heads-of = { $count } { $employment }
hire-money-range = { $low } to { $high } yuan
hire-aim-smallest = fewest people
hire-aim-cheapest_high = cheapest at high pay
hire-aim-cheapest_low = cheapest at low pay
hire-event-hired = { $count } { $employment } begin ({ $section })

hire-plans-heading = Hiring plans
hire-hires-heading = Whom to hire
hire-costs-heading = Cost by year, yuan
hire-costs-note = Pay of the newcomers from their first month to the last month of these years, at the lowest and the highest reading of pay.
hire-total = total
hire-targets-heading = Targets
hire-targets-note = Least share of full service from the first intake on, without hires and with the plan of fewest people.
hire-timeline-heading = The years with the plan of fewest people
hire-needs-heading = What each staffing needs
hire-needs-note = Newcomers needed in all, with nobody hired before. Of the mixes named nobody can be spared.
hire-mixes-none = no number is enough
hire-mixes-or = { " or " }
hire-alternatives-heading = Instead of hiring
hire-alternatives-note = Over every change of staffing to { $until }: newcomers still needed beside each measure when most are, from which month, and their pay in a full year, yuan. Every row is solved anew and checked.
hire-alternatives-cost = Only newcomers are paid for here. What a measure itself costs, such as the work that the other unit or the level above then does, is in no source and not counted.
hire-hand-over-matters = Matters the level above would take over: { $matters }.
hire-measure-hire = hiring alone
hire-measure-recall = recall { $people } from loan
hire-measure-pool = pool posts: work in up to { $most } sections
hire-measure-contract_review = let contract staff review
hire-measure-together = all measures above together
hire-measure-hand_over = hand over to the level above (matters: { $count })
hire-pay-heading = Pay per person by source
hire-pay-note = The sources allow several readings. The lowest and the highest of each employment make its range.

hire-assumptions-heading = What this rests on
hire-assume-no-recruitment = The scenario says nothing of recruiting: newcomers are taken to begin in any month from the next on, and their pay is not known.
hire-assume-recruitment = Recruiting takes { $lead } months ({ $basis }: { $source }); newcomers begin in { $windows } ({ $windows_basis }: { $windows_source }).
hire-assume-learning = Newcomers are new to the work for { $months } months, in which { $share } of their hours count ({ $basis }: { $source }). Nobody is hired only to fill that time.
hire-assume-cycle = Replacement cycle, from the decision to a successor who works unaided: { $least } months. For a successor to be able when somebody leaves, the decision must come that much earlier.
hire-assume-cycles = Replacement cycle, from the decision to a successor who works unaided: { $least } months at best, { $most } where an intake is just missed. For a successor to be able when somebody leaves, the decision must come that much earlier.
hire-assume-relief = Relief factor: of { $open } working days a year a newcomer is there on { $there }, without annual leave, training and sickness; to keep one post manned every working day takes { $factor } people.
hire-assume-budget = In no calendar year do newcomers cost more than { $budget } yuan, at the highest reading of pay.
hire-assume-no-authorised = The authorised posts are not stated, so established newcomers are not limited by them.
hire-assume-authorised = Established newcomers never exceed the vacancies: { $authorised } authorised posts less those on the books, retirements counted.
hire-assume-cover = Holders needed at each post: { $holders }.
hire-assume-new-hours = Newcomers are staff with five days of annual leave and stay; hours and volumes are those of { $year }.

hire-column-plan = plan
hire-column-best-in = best in
hire-column-new-established = new established
hire-column-new-contract = new contract
hire-column-missed-months = months missed
hire-column-cost-low = cost, low
hire-column-cost-high = cost, high
hire-column-from-month = from
hire-column-until-month = until
hire-column-begins = from
hire-column-employment = employment
hire-column-able-from = able from
hire-column-home-section = home section
hire-column-target = target
hire-column-without = without hires
hire-column-with = with hires
hire-column-least-heads = fewest
hire-column-mixes = mixes that are enough
hire-column-measure = measure
hire-column-pay-total = total, 10,000 yuan
hire-column-pay-heads = heads
hire-column-pay-head = yuan a head
