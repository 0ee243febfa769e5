//! The year by month, against answers worked out on paper.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::plan::months::{MonthlyPlan, monthly};
use shuanggang::model::{Basis, Calendar, DutyGroup, Employment, MatterIx, Sourced, Step, Unit};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario::{self, Options};
use shuanggang::units::Cases;
use std::collections::BTreeMap;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];

fn by_month(unit: &Unit) -> MonthlyPlan {
    let yearly = plan(unit, &Settings::default(), &mut ()).unwrap();
    monthly(unit, &yearly, &Settings::default()).unwrap()
}

/// (missed, carried) of the only matter by month; zero where nothing slips.
fn slips(unit: &Unit) -> Vec<(Decimal, Decimal)> {
    let months = by_month(unit).months;
    let of = |slipped: &[shuanggang::analysis::plan::months::Slip]| {
        slipped.first().map_or((Decimal::ZERO, Decimal::ZERO), |slip| (slip.missed.value(), slip.carried.value()))
    };
    months
        .iter()
        .map(|month| of(&month.slipped))
        .map(|(m, c)| (m.round_dp(3).normalize(), c.round_dp(3).normalize()))
        .collect()
}

/// One person of 120 hours a year, 10 a month; 60 cases of one hour.
fn one_person() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 60, HANDLE);
    person(&mut unit, Employment::Established, 0, 120);
    unit
}

fn decimals(pairs: &[(i64, i64)]) -> Vec<(Decimal, Decimal)> {
    pairs.iter().map(|(m, c)| (Decimal::from(*m), Decimal::from(*c))).collect()
}

#[test]
fn what_fits_the_month_never_slips() {
    assert_eq!(slips(&one_person()), decimals(&[(0, 0); 12]));
}

#[test]
fn a_fixed_month_does_what_it_can_and_loses_the_rest() {
    let mut unit = one_person();
    unit.matters[0].months = vec![1];
    let mut expected = vec![(0, 0); 12];
    expected[0] = (50, 0);
    assert_eq!(slips(&unit), decimals(&expected), "60 cases in January, 10 hours");
    assert_eq!(by_month(&unit).backlog, [Cases::from(50)]);
}

#[test]
fn without_a_deadline_a_peak_waits_within_the_year() {
    let mut unit = one_person();
    let share = |n: i64| shuanggang::units::Share::new(Decimal::new(n, 1));
    let mut profile = [share(0); 12];
    (profile[0], profile[11]) = (share(5), share(5));
    unit.matters[0].profile = Some(profile);
    // 30 in January: 10 a month until March. 30 in December: 10 done, 20 wait beyond the year.
    let mut expected = vec![(0, 0); 12];
    (expected[0], expected[1], expected[11]) = ((0, 20), (0, 10), (0, 20));
    assert_eq!(slips(&unit), decimals(&expected));
    assert_eq!(by_month(&unit).backlog, [Cases::from(20)]);
}

#[test]
fn a_deadline_lets_only_the_last_days_wait() {
    // 240 working days, 20 a month; a deadline of 10 days: half of what arrives in a month may wait one month.
    let mut unit = one_person();
    unit.calendar.otherwise = Some(Sourced { value: 240, basis: Basis::Assumption, source: None });
    unit.matters[0].deadline_days = Some(10);
    let share = |n: i64| shuanggang::units::Share::new(Decimal::new(n, 1));
    let mut profile = [share(0); 12];
    (profile[0], profile[5]) = (share(5), share(5));
    unit.matters[0].profile = Some(profile);
    // 30 in January: 10 done, 15 wait, 5 are lost; February does 10 of the 15 and loses 5. So again in June.
    let mut expected = vec![(0, 0); 12];
    (expected[0], expected[1]) = ((5, 15), (5, 0));
    (expected[5], expected[6]) = ((5, 15), (5, 0));
    assert_eq!(slips(&unit), decimals(&expected));
}

#[test]
fn a_higher_tier_takes_its_month_first() {
    let mut unit = unit(&[DutyGroup::Operations], 2);
    matter(&mut unit, 0, 1, 12, HANDLE);
    matter(&mut unit, 0, 0, 8, HANDLE);
    unit.matters[0].monthly = true;
    unit.matters[1].months = vec![3];
    person(&mut unit, Employment::Established, 0, 24);
    // 2 hours a month. March: 2 of the 8 cases of the first tier, none of the monthly one.
    let months = by_month(&unit);
    let march: Vec<(usize, Decimal)> =
        months.months[2].slipped.iter().map(|s| (s.matter.0, s.missed.value().round_dp(3).normalize())).collect();
    assert_eq!(march, [(1, Decimal::from(6)), (0, Decimal::ONE)]);
    assert!(months.months.iter().filter(|m| m.month != 3).all(|m| m.slipped.is_empty()));
}

#[test]
fn published_working_days_shape_the_months() {
    let mut unit = one_person();
    let mut days = [20; 12];
    (days[0], days[1]) = (10, 30);
    unit.calendar.month_days.insert(2024, Sourced { value: days, basis: Basis::Law, source: None });
    let months = by_month(&unit);
    assert!(months.days_known);
    let held: Vec<Decimal> = months.months.iter().map(|m| m.sections[0].2.value().normalize()).collect();
    assert_eq!(held[..3], [Decimal::from(5), Decimal::from(15), Decimal::from(10)], "120 hours over 240 days");
    assert_eq!(held.iter().sum::<Decimal>(), Decimal::from(120));
}

#[test]
fn the_baseline_cannot_draw_up_its_budget_in_january() {
    // 基金预算 takes 9,600 minutes = 160 hours of handling, in January. The handler 编13 has 8 × (251 − 10 − 12 − 3)
    // × 0.85 = 1,536.8 hours a year, 128.067 a month; payments take 4 batches × 8 hours of it and come first,
    // bookkeeping can wait. 96.067 of 160 hours: 0.399583 of the budget is left undone.
    let unit = scenario::embedded().unwrap().unit;
    let months = by_month(&unit);
    let budget = unit.matters().find(|(_, m)| m.id == "fund_budget").map(|(ix, _)| ix).unwrap();
    let late: Vec<MatterIx> = months.months[0].slipped.iter().map(|slip| slip.matter).collect();
    assert!(late.contains(&budget), "{late:?}");
    assert_eq!(months.backlog[budget.0].value().round_dp(6), Decimal::new(399_583, 6));
}

#[test]
fn working_days_of_unpublished_years_follow_the_law() {
    // Days − weekend days − 13 holidays. 2027 begins on a Friday: 365 − 104 − 13. 2028, a leap year from a Saturday:
    // 366 − 106 − 13. 2032, a leap year from a Thursday: 366 − 104 − 13. 2033 begins on a Saturday, 2034 on a Sunday:
    // 365 − 105 − 13. Before 2025 there were 11 holidays: as published, 2023 (from a Sunday) 249, 2024 251.
    let calendar = Calendar { working_days: BTreeMap::new(), month_days: BTreeMap::new(), otherwise: None };
    let expected = [
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
        (2027, 248),
        (2028, 247),
        (2029, 248),
        (2030, 248),
        (2031, 248),
        (2032, 249),
        (2033, 247),
        (2034, 247),
    ];
    for (year, days) in expected {
        assert_eq!(calendar.working_days(year), days, "{year}");
    }
    assert_eq!(calendar.days_of(2028).basis, Basis::Law);
}

#[test]
fn the_built_in_unit_of_2028_works_247_days_and_its_months_are_an_estimate() {
    let options = Options { set: vec!["year=2028".to_owned(), "as_of=2028-01".to_owned()], ..Options::default() };
    let unit = scenario::embedded_with(&options).unwrap().unit;
    assert_eq!(unit.calendar.working_days(2028), 247);
    assert!(!unit.calendar.knows_days(2028) && !unit.calendar.knows_months(2028));
    assert!(unit.calendar.knows_days(2026) && unit.calendar.knows_months(2026));
}

#[test]
fn of_who_is_away_for_a_time_only_the_other_months_count() {
    // 120 hours a year, 10 a month; 60 cases an hour each, 5 a month, which must be done in it.
    let mut unit = one_person();
    unit.matters[0].monthly = true;
    let month = |text| shuanggang::units::Month::parse(text);
    unit.people[0].away =
        Some(shuanggang::model::Absence { from: month("2024-03"), until: month("2024-05"), reason: None });
    let mut expected = vec![(0, 0); 12];
    expected[2..5].fill((5, 0));
    assert_eq!(slips(&unit), decimals(&expected));
    let held: Vec<_> = by_month(&unit).months.iter().map(|month| month.sections[0].2.value().normalize()).collect();
    assert_eq!((held[1], held[2], held[5]), (10.into(), 0.into(), 10.into()));
}

#[test]
fn who_is_new_to_the_work_does_all_of_it_from_the_month_after() {
    // 60 hours of a newcomer at half, 5 a month; 120 cases an hour each, 10 a month, which must be done in it.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 120, HANDLE);
    person(&mut unit, Employment::Established, 0, 60);
    unit.matters[0].monthly = true;
    let half = shuanggang::units::Share::new(Decimal::new(5, 1));
    let until = shuanggang::units::Month::new(2024, 6).unwrap();
    unit.people[0].terms.learning = Some(shuanggang::model::Learning { until, share: half });
    let mut expected = vec![(0, 0); 12];
    expected[..6].fill((5, 0));
    assert_eq!(slips(&unit), decimals(&expected));
}
