# Which numbers and rules carry the verdict (sensitivity).

sensitivity-title = { $unit }: what the verdict for { $year } depends on
sensitivity-basis = The verdict is which matters are served in full, slowed or stalled. Every number that rests on an assumption or a policy is moved by itself, volumes, rates and minutes from 1/{ $factor } to { $factor } times; every result is solved again and passes the checker.
sensitivity-now = Stalled now: { $stalled }; slowed: { $slowed }.
sensitivity-holds = No number changes that by itself (tried: { $tried }, each number both ways).
sensitivity-unless = That holds unless, nearest first: { $nearest }. Of { $tried } tries (each number both ways) { $broken } change the verdict; in the other { $holding } it is the same over the whole range.
sensitivity-rises = { $subject } rises from { $value } to { $flips } ({ $changes })
sensitivity-falls = { $subject } falls from { $value } to { $flips } ({ $changes })
sensitivity-flip = { $matter }: { $from } to { $to }
sensitivity-together = { $case }: { $outcome }.
sensitivity-untried = Assumptions not tried one by one: { $count } (roster, working days of other years, uncertainty and the like).
sensitivity-assumptions-heading = What this rests on
sensitivity-rules-heading = What each rule does
sensitivity-rules-note = One rule at a time. A tier’s column adds up the service levels of its matters; the difference to what is served now is the price of the rule.

subject-volumes = all volumes and rates ({ $count }), times
subject-minutes = all minutes ({ $count }), times
quantity-driver = driver { $driver }
quantity-rate = { $matter }, rate
quantity-volume = { $matter }, cases
quantity-minutes = { $matter }, minutes to { $step }
quantity-hours_per_day = hours a day
quantity-training_days = training days
quantity-sick_days = sick days
quantity-overhead = share of other duties
quantity-rank_share = share of { $rank } at posts
quantity-working_days = working days
direction-easier = easier
direction-harder = harder

margins-heading = How far each number is from another verdict
margins-note = “Holds to” is the last value with the same verdict, “changes at” the next one tried: whole cases, half minutes (tenths below five), hundredths of rates, shares and factors, whole days.
margins-chart = Distance to another verdict (of the value)
together-heading = Many at once
together-work-easier = all volumes, rates and minutes at their lowest
together-everything-easier = every number at its most favourable
together-work-harder = all volumes, rates and minutes at their highest
together-everything-harder = every number at its least favourable
column-number = number
column-now = now
column-holds = holds to
column-flips = changes at
column-distance = distance
column-case = case
