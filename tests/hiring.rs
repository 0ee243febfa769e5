//! Hiring plans against plans worked out by hand, and against trying every plan there is.

use crate::support::brute_force::best_service;
use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::analysis::hire::{Aim, Hiring, Means, Targets, Wanted, hire};
use shuanggang::analysis::project::project;
use shuanggang::model::{
    Basis, Change, ContractRule, DutyGroup, Employment, Hire, MoneyRange, MonthsRange, Pay, Rank, Recruitment,
    RetirementChoice, RetirementPolicy, SectionIx, Separation, Sourced, Staff, Step, Training, Unit,
};
use shuanggang::optimise::Settings;
use shuanggang::units::{Hours, Money, Month, Share};
use std::collections::BTreeSet;

fn assumed<T>(value: T) -> Sourced<T> {
    Sourced { value, basis: Basis::Assumption, source: None }
}

fn yuan(amount: u32) -> Money {
    Money::from(amount)
}

/// The example of `docs/hiring.md`: one person is missing in the inspection, from 2025-04 one more at the desk.
/// Established staff cost 100,000 to 120,000 a year, contract workers 60,000.
fn example(authorised: u32, windows: &[u8]) -> Unit {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Audit], 2);
    matter(&mut unit, 0, 0, 100, &[(Step::Handle, 60, 1), (Step::Review, 30, 1)]);
    matter(&mut unit, 1, 1, 10, &[(Step::Handle, 60, 1), (Step::Review, 60, 1)]);
    person(&mut unit, Employment::Contract, 0, 1000);
    let leaver = person(&mut unit, Employment::Established, 0, 1000);
    person(&mut unit, Employment::Established, 1, 1000);
    unit.people[leaver.0].retirement = Some(RetirementChoice::Month(Month::new(2025, 3).unwrap()));
    unit.rules.separation = Separation::Post;
    unit.rules.duty_groups = true;
    unit.rules.sections_per_person = Some(1);
    unit.rules.contract_steps = Some(ContractRule {
        steps: BTreeSet::from([Step::Handle]),
        duties: BTreeSet::from([DutyGroup::Operations, DutyGroup::Data]),
    });
    unit.stated.authorised = Some(assumed(authorised));
    let pay = |employment, total, heads| Pay {
        employment,
        total: yuan(total),
        heads,
        basis: Basis::Assumption,
        source: None,
    };
    unit.recruitment = Some(Recruitment {
        lead_months: assumed(3),
        windows: assumed(windows.iter().copied().collect()),
        training: None,
        pay: vec![
            pay(Employment::Established, 360_000, 3),
            pay(Employment::Established, 400_000, 4),
            pay(Employment::Contract, 60_000, 1),
        ],
    });
    unit
}

fn request(shares: &[u32]) -> Wanted {
    let shares = shares.iter().map(|percent| Share::new(Decimal::new((*percent).into(), 2))).collect();
    let targets = Targets::new(shares).unwrap();
    Wanted { years: 3, policy: RetirementPolicy::Statutory, targets, cover: None, budget: None }
}

fn search(unit: &Unit, request: &Wanted) -> Hiring {
    hire(unit, request, &Settings::default(), &mut ()).unwrap()
}

/// (month, established, contract, section) of every hire of the smallest plan.
fn hired(hiring: &Hiring) -> Vec<(String, Employment, u32, usize)> {
    let hires = &hiring.smallest().unwrap().hires;
    hires.iter().map(|p| (p.hire.month.to_string(), p.hire.employment, p.hire.count, p.hire.section.0)).collect()
}

#[test]
fn the_example_on_paper() {
    let hiring = search(&example(3, &[4, 10]), &request(&[100, 100]));
    assert!(hiring.is_reached() && hiring.is_proven());
    let established = Employment::Established;
    assert_eq!(hired(&hiring), [("2024-04".to_owned(), established, 1, 1), ("2025-04".to_owned(), established, 1, 0)]);
    assert_eq!(hiring.waiting.len(), 3);
    // First: 9 months of 2024 and two years; second: 9 months of 2025 and a year.
    let plan = hiring.smallest().unwrap();
    assert_eq!(plan.cost(), MoneyRange { low: yuan(450_000), high: yuan(540_000) });
    assert_eq!(plan.aims, Aim::ALL);
    let fewer = &hiring.fewer[0];
    assert_eq!((fewer.employment, fewer.month.to_string()), (established, "2025-04".to_owned()));
    assert_eq!(fewer.shortfall.as_ref().unwrap().matter.0, 1, "the audit gives way to enrolment");
}

/// The example where newcomers learn for six months, in which half of their hours count; their days are so short that a
/// year holds `hours` per mille of 243 hours. An audit post takes 10 hours, and the desk is kept by people of 1000.
fn with_learners(authorised: u32, hours: i64) -> Unit {
    let mut unit = example(authorised, &[4, 10]);
    let share = assumed(Share::new(Decimal::new(5, 1)));
    unit.recruitment.as_mut().unwrap().training = Some(Training { months: assumed(6), share });
    unit.capacity.hours_per_day.value = Hours::new(Decimal::new(hours, 3));
    unit
}

#[test]
fn who_must_be_able_begins_an_intake_earlier() {
    // 14.58 hours a year are enough for a post of 10, the half of them, 7.29, are not.
    let hiring = search(&with_learners(4, 60), &request(&[100, 100]));
    assert!(hiring.is_reached() && hiring.fewest);
    let established = Employment::Established;
    // The second, needed from 2025-04, is able then if they begin in 2024-10.
    let months: Vec<_> = hired(&hiring).into_iter().map(|(month, kind, count, _)| (month, kind, count)).collect();
    assert_eq!(months, [("2024-04".to_owned(), established, 1), ("2024-10".to_owned(), established, 1)]);
    let plan = hiring.smallest().unwrap();
    let learning = &plan.learning;
    assert_eq!((learning.len(), learning[0].to_string()), (6, "2024-04".to_owned()), "the first learns until 2024-09");
    assert_eq!((hiring.waiting.len(), hiring.terms.able_from.unwrap().to_string()), (3, "2024-10".to_owned()));
    // First: 9 months and two years; second: 3 months and two years, at 100,000 to 120,000.
    assert_eq!(plan.cost(), MoneyRange { low: yuan(500_000), high: yuan(600_000) });
    assert_eq!(hiring.fewer[0].month.to_string(), "2025-04");
    // Three months of recruiting, none to five of waiting, six of learning.
    assert_eq!(hiring.terms.cycle, MonthsRange { least: 9, most: 14 });
    // The projection of `project` sees the same: audits are at 72.9 % while the first learns.
    let audits: Vec<_> = plan.projection.points.iter().map(|point| point.levels[1].value()).collect();
    assert_eq!(audits[1], Decimal::new(729, 3));
}

#[test]
fn a_post_that_falls_free_too_late_is_missed_while_its_successor_learns() {
    // 3 authorised: the second post is free from 2025-04, when the first is already needed at the desk.
    let hiring = search(&with_learners(3, 60), &request(&[100, 100]));
    assert!(!hiring.is_reached());
    let missed = &hiring.smallest().unwrap().missed;
    assert_eq!((missed.len(), missed[0].to_string()), (6, "2025-04".to_owned()));
}

#[test]
fn half_of_the_hours_are_enough_where_the_rule_wants_a_second_person() {
    // 24.3 hours a year: the half of them, 12.15, are more than 10, and nothing differs from people able at once.
    let (learning, mut able) = (with_learners(3, 100), with_learners(3, 100));
    able.recruitment.as_mut().unwrap().training = None;
    let (learning, able) = (search(&learning, &request(&[100, 100])), search(&able, &request(&[100, 100])));
    assert_eq!(hired(&learning), hired(&able));
    assert_eq!(learning.smallest().unwrap().learning, []);
    assert!(learning.smallest().unwrap().hires[0].hire.learning.is_some());
}

#[test]
fn measures_beside_hiring() {
    let hiring = search(&example(3, &[4, 10]), &request(&[100, 100]));
    assert_eq!(hiring.hardest.to_string(), "2025-04");
    let heads: Vec<_> = hiring.alternatives.iter().map(|a| a.heads.unwrap()).collect();
    let heads_of = |established, contract| Staff { established, contract };
    // Alone: a reviewer and an auditor. Pooled: duty groups still keep 编丙 from the desk, and two must audit.
    // Reviewing contract staff: a second one at the desk, and the auditor. Audits handed over: 编丙 reviews at the desk.
    assert_eq!(heads, [heads_of(2, 0), heads_of(2, 0), heads_of(1, 1), heads_of(1, 1), heads_of(0, 0)]);
    let measures: Vec<_> = hiring.alternatives.iter().map(|a| a.measure.as_ref().map(Means::id)).collect();
    assert_eq!(measures, [None, Some("pool"), Some("contract_review"), Some("together"), Some("hand_over")]);
    assert_eq!(hiring.alternatives[2].yearly, MoneyRange { low: yuan(160_000), high: yuan(180_000) });
}

/// Whoever is recalled is back anyway before the second person on loan leaves: the measure is judged by the later
/// month. Held against a search of the unit in which the measure was taken.
#[test]
fn a_measure_is_judged_by_every_staffing_of_the_years() {
    let unit = shuanggang::scenario::load("scenarios/housing-fund/branch.toml".as_ref()).unwrap().unit;
    let wanted = |unit: &Unit| Wanted { years: 5, targets: Targets::full(unit), ..request(&[100]) };
    let hiring = search(&unit, &wanted(&unit));
    let recall = hiring.alternatives.iter().find(|a| matches!(a.measure, Some(Means::Recall(_)))).unwrap();
    let Some(Means::Recall(people)) = &recall.measure else { unreachable!() };
    let recalled = unit.with(&people.iter().map(|person| Change::Recall(*person)).collect::<Vec<_>>());
    let there = search(&recalled, &wanted(&recalled));
    let most = there.intervals.iter().filter_map(|interval| interval.front.fewest()).max();
    assert_eq!((recall.month.to_string(), recall.heads.map(Staff::all)), ("2026-07".to_owned(), most));
    assert_eq!((hiring.hardest.to_string(), most), ("2025-01".to_owned(), Some(1)));
}

#[test]
fn without_a_vacancy_nobody_established_begins() {
    // 2 authorised, 2 on the books: a post is free from 2025-04 only, and then the desk needs it.
    let hiring = search(&example(2, &[4, 10]), &request(&[100, 100]));
    assert!(!hiring.is_reached());
    assert_eq!(hired(&hiring), []);
    assert_eq!(hiring.smallest().unwrap().missed.len(), 33, "from 2024-04 to 2026-12");
    let nearest = hiring.nearest.unwrap();
    assert_eq!(nearest.targets, request(&[100, 0]).targets);
    // The auditor takes the seat at the desk, and nobody need be hired for that.
    assert!(nearest.plan.hires.is_empty());
}

#[test]
fn a_late_intake_misses_the_months_before_it() {
    // People begin in January only: the post that is free from 2025-04 is filled in 2026-01.
    let hiring = search(&example(3, &[1]), &request(&[100, 100]));
    assert!(!hiring.is_reached());
    let months: Vec<_> = hired(&hiring).into_iter().map(|(month, ..)| month).collect();
    assert_eq!(months, ["2025-01", "2026-01"]);
    let missed = &hiring.smallest().unwrap().missed;
    assert_eq!((missed.len(), missed[0].to_string()), (9, "2025-04".to_owned()));
    assert_eq!(hiring.waiting.len(), 12);
}

#[test]
fn a_budget_binds_in_every_year() {
    // One established head costs 120,000 in a full year at the highest reading; 100,000 pay for nine months at most.
    let unit = example(3, &[4, 10]);
    let short = Wanted { budget: Some(yuan(100_000)), ..request(&[100, 100]) };
    let hiring = search(&unit, &short);
    assert!(!hiring.is_reached());
    // Two heads for three months of 2026 are 60,000: so late that the budget bears them, and no month earlier.
    let established = Employment::Established;
    assert_eq!(hired(&hiring), [("2026-10".to_owned(), established, 1, 0), ("2026-10".to_owned(), established, 1, 1)]);
    assert_eq!(hiring.smallest().unwrap().missed.len(), 30, "from 2024-04 to 2026-09");
    let enough = Wanted { budget: Some(yuan(240_000)), ..request(&[100, 100]) };
    assert!(search(&unit, &enough).is_reached());
    let hair = Wanted { budget: Some(Money::new(Decimal::new(23_999_999, 2))), ..request(&[100, 100]) };
    assert!(!search(&unit, &hair).is_reached());
}

#[test]
fn cheap_contract_staff_are_taken_where_rules_let_them() {
    // Without the rule on contract staff a contract worker audits as well; 60,000 against 100,000.
    let mut unit = example(3, &[4, 10]);
    unit.rules.contract_steps = None;
    let hiring = search(&unit, &request(&[100, 100]));
    let plan = hiring.plans.iter().find(|plan| plan.aims.contains(&Aim::CheapestHigh)).unwrap();
    assert_eq!(plan.heads(), Staff { established: 0, contract: 2 });
    assert_eq!(plan.cost().high, yuan(45_000 + 60_000 + 60_000 + 45_000 + 60_000));
}

/// The audit and what it audits share their only post: with the rule on own audits nobody may hold it.
#[test]
fn a_post_that_nobody_may_hold_is_no_case_for_hiring() {
    let mut unit = unit(&[DutyGroup::Operations], 2);
    let audit = matter(&mut unit, 0, 1, 1, &[(Step::Handle, 60, 1)]);
    let audited = matter(&mut unit, 0, 1, 1, &[(Step::Handle, 60, 1)]);
    unit.matters[audit.0].audits = vec![audited];
    unit.rules.own_audit = true;
    person(&mut unit, Employment::Established, 0, 1000);
    let hiring = search(&unit, &request(&[100, 100]));
    assert!(!hiring.is_reached());
    assert_eq!(hiring.intervals[0].front.least, []);
    assert_eq!(hiring.nearest.unwrap().targets, request(&[100, 0]).targets);
}

#[test]
fn nothing_is_asked_after_a_tier_that_need_not_be_full() {
    let share = |percent: i64| Share::new(Decimal::new(percent, 2));
    assert!(Targets::new(vec![share(100), share(60), share(0)]).is_some());
    assert!(Targets::new(vec![share(60), share(100)]).is_none());
    assert!(Targets::new(vec![share(60), share(1)]).is_none());
}

#[test]
fn money_adds_up_to_the_cent() {
    // 193.68 / 17 = 11.39294… ten thousand yuan; three months of it are 28,482.3525.
    let head = Money::of_ten_thousands(Decimal::new(19_368, 2)).a_head(17);
    assert_eq!(head.to_string(), "113929.41");
    assert_eq!(head.for_months(3).to_string(), "28482.35");
    assert_eq!((head.for_months(3) * 3).to_string(), "85447.05");
    assert_eq!(head.for_months(12), head);
}

#[test]
fn project_confirms_the_plan_when_its_hires_are_written_into_the_scenario() {
    let mut unit = example(3, &[4, 10]);
    let hiring = search(&unit, &request(&[100, 100]));
    unit.hires = hiring.smallest().unwrap().hires.iter().map(|planned| planned.hire.clone()).collect();
    let outlook = project(&unit, 3, RetirementPolicy::Statutory, &Settings::default(), &mut ()).unwrap();
    for point in outlook.chosen.points.iter().filter(|point| point.month >= hiring.terms.intakes[0]) {
        assert!(point.levels.iter().all(|level| *level == Share::ONE), "{}", point.month);
    }
    assert_eq!(outlook.chosen, hiring.smallest().unwrap().projection);
}

/// A unit with so many newcomers as the search counts them.
fn joined(unit: &Unit, heads: Staff) -> Unit {
    let join = |employment: &Employment| {
        Change::Join(Hire {
            id: employment.id().to_owned(),
            month: unit.as_of,
            count: heads.of(*employment),
            employment: *employment,
            kind: None,
            learning: None,
            rank: Rank::Staff,
            section: SectionIx(0),
            work_since: Month::january(2023),
        })
    };
    unit.with(&Employment::ALL.iter().map(join).collect::<Vec<_>>())
}

/// Whether every matter is full in the best plan found by trying all.
fn is_full(unit: &Unit) -> bool {
    let open = |tier| unit.matters.iter().filter(move |m| m.tier.0 == tier && m.arriving.value() > Decimal::ZERO);
    let best = best_service(unit);
    best.iter().enumerate().all(|(tier, sum)| *sum > open(tier).count().to_f64().unwrap() - 1e-5)
}

proptest! {
    #![proptest_config(regressions(12))]

    /// A mix is named enough exactly when trying every table of posts finds full service with it.
    #[test]
    fn mixes_are_those_that_brute_force_finds(mut unit in units(Size { sections: 2, matters: 2, people: 1 })) {
        // Newcomers have 8 × 243 hours unless the day is short: here about six a year, like everybody else.
        unit.capacity.hours_per_day.value = Hours::new(Decimal::new(25, 3));
        let request = Wanted { years: 1, ..request(&[100, 100]) };
        let found = search(&unit, &request);
        for (established, contract) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2)] {
            let heads = Staff { established, contract };
            let named = found.intervals[0].front.admits(heads);
            prop_assert_eq!(named, is_full(&joined(&unit, heads)), "{:?} {:?}", heads, &found.intervals[0].front);
        }
    }

    /// Of all courses over the intake months none misses fewer months, and of those none has fewer heads or costs less.
    #[test]
    fn no_course_is_better(
        authorised in 2u32..5,
        windows in prop::collection::btree_set(1u8..=12, 1..3),
        leaves in prop::collection::vec(prop::option::of(0i32..35), 3),
    ) {
        let windows: Vec<u8> = windows.into_iter().collect();
        let mut unit = example(authorised, &windows);
        for (person, month) in unit.people.iter_mut().zip(leaves) {
            person.retirement = month.map(|month| RetirementChoice::Month(Month::january(2024).plus(month)));
        }
        let found = search(&unit, &Wanted { years: 3, ..request(&[100, 100]) });
        let best = Courses { unit: &unit, found: &found }.best(&[], 0, Staff::default());
        let plan = found.smallest().unwrap();
        prop_assert_eq!((plan.missed.len(), plan.heads().all(), plan.cost().high), best);
    }
}

/// Every course of hiring, judged month by month.
struct Courses<'a> {
    unit: &'a Unit,
    found: &'a Hiring,
}

impl Courses<'_> {
    /// The least (months missed, heads, cost) of the courses that begin like this.
    fn best(&self, course: &[Staff], at: usize, now: Staff) -> (usize, u32, Money) {
        if at == self.found.terms.intakes.len() {
            return self.judged(course);
        }
        let numbers = (now.established..=3).flat_map(move |e| (now.contract..=2).map(move |c| (e, c)));
        let next = numbers.filter_map(|(established, contract)| {
            let heads = Staff { established, contract };
            let grows = established > now.established;
            let fits = |i: &shuanggang::analysis::hire::Interval| i64::from(established) <= i.vacancies.unwrap();
            let later = self.found.intervals.iter().filter(|i| i.until >= self.found.terms.intakes[at]);
            // A course that ends later has nothing to gain from people whom no staffing needs.
            (!grows || later.into_iter().all(fits)).then(|| self.best(&[course, &[heads]].concat(), at + 1, heads))
        });
        next.min().unwrap()
    }

    fn judged(&self, course: &[Staff]) -> (usize, u32, Money) {
        let intakes = &self.found.terms.intakes;
        let mut missed = 0;
        let mut cost = Money::ZERO;
        let Some(first) = intakes.first() else { return (0, 0, cost) };
        let yearly = |e| self.unit.recruitment.as_ref().unwrap().yearly(e).unwrap().high;
        for month in (0..36).map(|i| Month::january(2024).plus(i)).filter(|month| month >= first) {
            let at = intakes.iter().take_while(|intake| **intake <= month).count() - 1;
            let interval = self.found.intervals.iter().find(|i| i.month <= month && month <= i.until).unwrap();
            missed += usize::from(!interval.front.admits(course[at]));
            // 120,000 and 60,000 a year divide by twelve: a month is a month.
            cost += yearly(Employment::Established).for_months(1) * course[at].established;
            cost += yearly(Employment::Contract).for_months(1) * course[at].contract;
        }
        (missed, course.last().map_or(0, |heads| heads.all()), cost)
    }
}
