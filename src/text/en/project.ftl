# The years ahead (project) and the year by month (plan --months).

project-title = { $unit }: people and capacity from { $from } to { $until }
project-basis = Roster and rules as they are, { $policy } retirement; every change of staffing is solved again and checked.

verdict-start = At the start ({ $month }) { $count } matters stall: { $matters }.
verdict-start-none = At the start ({ $month }) nothing stalls.
verdict-change = From { $month }, after { $events }: { $changes }.
change-stalled = { $matters } stall
change-tier-gone = with that all { $total } matters of { $tier } stall
change-slowed = { $matters } are slowed
change-recovered = { $matters } are served in full again
    .word = recovered
verdict-more-changes = Later changes that affect the service: { $count }; see the table of changes.
verdict-no-new-stalls = No change of staffing makes anything else stall.
verdict-course = Established on duty: { $on_duty }; contract staff: { $contract }; matters served in full throughout: { $full }.
count-moves = from { $from } to { $to }
count-stays = { $from } throughout
verdict-band = The first new stall: { $policies }.
band-at = with { $policy } retirement { $month }
band-never = with { $policy } retirement none within the years
project-unproven = Points not proven optimal: { $count }; at most { $gap } from the optimum.

event-retired = { $person } retires
event-left = { $person } leaves
event-returned = { $person } returns from loan
event-went_back = { $person }, on loan here, goes back
event-went_away = { $person } is away for a time
event-came_back = { $person } is back after a time away
event-able = { $person } is no longer new to the work
event-learnt = { $hire } ({ $count }) is no longer new to the work
event-joined = { $hire } joins, people: { $count }
events-none = start

lanes-ahead = Month by month (the other { $full } matters are served in full throughout)
timeline-heading = Staffing and service
timeline-note = Who retires in a month is gone from the next. Service is the sum of the service levels of a tier’s matters; in full it is: { $full }.
tier-full = { $tier } { $count }
changes-heading = What changes
stalls-heading = First month in which a matter stalls
stalls-note = Each column is a way to choose the month of retirement; between earliest and latest lies what people’s own choices can do.
never-within = not within
years-heading = At the end of each year
chart-heading = People at the end of each year

reform-heading = What the rules on retirement change
reform-shift = The reform of 2025 takes the retirements within the years from { $before } to { $after }; by how many months for whom is in the table.
stated-heading = Against the retirements stated on paper
stated-note = Stated for the next five years: { $stated } ({ $source }). By the roster, within these { $years } years: { $policies }.
stated-unlike-horizon = The paper speaks of five years, this projection of { $years }; the two cannot be compared as they are.
stated-policy = { $policy } { $count }
stated-reading = The paper names no first month, and does not say whether it reads the law before or after the reform.

assumptions-project-heading = What the projection assumes
assume-away = On loan elsewhere without a month of return, taken to stay away: { $people }.
assume-away-for-a-time = Away for a time without a last month, taken to stay away: { $people }.
assume-hours = Hours and volumes are those of the full year { $year }; longer leave and other volumes in later years do not count.
assume-days = No calendar of { $year } is known: its { $days } working days are an estimate, the days of the year less weekends and statutory holidays.
assume-hours-drawn = Hours are those of the full year { $year }; volumes stay the same but in the draws, which change them as the scenario says.
assume-contract = Contract staff stay unless the roster names the month in which they leave.
assume-newcomers = Nobody follows those who retire but the hires that the scenario names.

forecast-heading = Uncertainty: { $draws } draws
forecast-note = Seed { $seed }; the same seed gives the same result. Choices of retirement, resignations, long illness and volumes are drawn by the chances in the scenario; shown are the median and the range from 10 to 90 % at the end of each year.
forecast-certain = The scenario has no uncertainty, so all draws are the same and the ranges mean nothing.
measure-on_duty = established on duty
measure-contract = contract staff
measure-service = service: { $tier }
risks-heading = Chance that a matter has stalled by the end of a year
risks-none = Nothing stalls in any draw.

months-heading = The year by month
months-grid = How busy each section is
months-load-easy = below 70%
months-load-tight = 70% and more
months-load-full = full to the hour
months-note = Posts as in the yearly plan. The table shows how much of their hours the people of each section use in each month, in per cent.
months-days-assumed = The calendar of { $year } is not known: the months are an estimate, with the year’s { $days } working days spread evenly.
months-slips = Month by month work slips in { $count } matters: { $matters }. First in month { $month }; see the table.
months-slips-none = Month by month all planned work is done in time.
months-backlog = Left at the end of the year: { $matters }.
months-backlog-none = No planned work is left at the end of the year.
backlog-count = { $matter } { $cases }
backlog-heading = Left at the end of the year
slips-heading = What slips in which month
slips-note = Missed cases had to be done in their month and are not made up; carried cases go on to the next month.

column-events = change
column-on-books = on the books
column-on-duty = on duty
column-contract-staff = contract
column-vacancies = vacant
column-change = change
column-left = left
column-year = year
column-retired = retired
column-policy = retirement
column-people-named = people
column-pre-reform-month = before the reform
column-months-later = months later
column-measure = measure
column-low = 10 %
column-median = median
column-high = 90 %
column-missed = missed
column-carried = carried
column-backlog = left at year end
