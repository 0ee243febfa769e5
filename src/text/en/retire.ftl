# Retirement: categories, windows, sources in law.

sex-male = male
sex-female = female
post-category-management = management post
post-category-professional = professional post
post-category-worker = worker post
post-category-contract = contract worker

retirement-male60 = men, retired at 60 before the reform
    .short = male 60
retirement-female55 = women, retired at 55 before the reform
    .short = female 55
retirement-female50 = women, retired at 50 before the reform
    .short = female 50
retirement-female60_senior = women professionals with a senior title, retired at 60 before the reform
    .short = female 60, senior title
policy-statutory = statutory
policy-earliest = earliest
policy-latest = latest
policy-pre_reform = pre-reform

retire-title = Retirement window
retire-answer = Born { $born }, { $sex }, { $category }: statutory retirement in { $statutory }, months later than before the reform: { $delay }. { $window }
retire-answer-before_reform = Born { $born }, { $sex }, { $category }: reached the old age before the reform and retires in { $statutory } under the old rules, without delay or choice.
retire-answer-contract = The law does not fix when contract workers leave; they leave only if the scenario names a month. What follows reads them as worker posts, for orientation.
window-both = By own choice as early as { $earliest }; by agreement with the unit as late as { $latest }.
window-early = By own choice as early as { $earliest }; not later: leaders and other management staff retire when they reach the statutory age.
late-closed-management = closed to management
late-closed-before_reform = before the reform
retire-age = Category: { $retirement }. Statutory age { $years } years and { $months } months; at work until the end of { $statutory } ({ $last_day }).

window-heading = The choice
window-pre_reform = before the reform
window-earliest = earliest
window-statutory = statutory
window-latest = latest

law-heading = Sources
law-delay = 国务院关于渐进式延迟法定退休年龄的办法, Art. 1: one month later for every { $pace } months, up to { $until } years of age.
pace-2 = two
pace-4 = four
law-contribution = The same, Art. 2: from 2030 the least contributions rise from 15 to 20 years, six months each year.
law-flexible = The same, Art. 3: at most three years earlier or later by choice, never before the old age, never against the person’s will.
law-early = 实施弹性退休制度暂行办法 (人社部发〔2024〕94号, from reprints): who leaves early tells the unit in writing at least three months ahead; the least contributions are those of the year chosen.
law-late = The same (from reprints): who stays agrees in writing at least one month before the statutory date; the least contributions are those of the statutory year.
law-management = The same, Art. 4 (from reprints): leaders and other management staff retire when they reach the statutory age.
law-senior = 组通字〔2015〕14号: women professionals with a senior title retire at 60, or at 55 at their own request; here at 60, no request assumed.
law-before_reform = The decision of the National People’s Congress Standing Committee applies from 2025-01-01; who reached the old age before retired under the old rules.
law-practice = That a woman’s old age follows her post category (management and professional 55, worker 50) is common practice; the human resources authority decides.
law-month = The law counts in months; that people leave at the end of the month is how this program counts.

roster-heading = Retirement roster
retire-roster = People on the roster: { $people }, of them established: { $established }. { $next }
retire-next = First to reach the statutory month: { $people }.
retire-who = { $person } ({ $month })
retire-roster-contract = The law does not fix when contract workers leave; they leave only if the scenario names a month.
retire-roster-approved = { $person }: { $month }, fixed by approval: { $reason }.
retire-roster-choice = Where the roster names a choice, it stands under “choice”.

column-window = point
column-month = month
column-notice = notice by
column-contribution = least contributions
column-category = category
column-born = born
column-delay-months = delay
column-statutory-month = statutory
column-earliest-month = earliest
column-latest-month = latest
column-minimum-contribution-years = least years
column-choice = choice
