//! Units as they are that recruit people who are new to the work at first: whoever is there in a month is planned as by
//! trying every table of posts, counted as named, and the year by month keeps to the plan of the year.

use crate::support::brute_force::best_service;
use crate::support::generated::{Size, units_of_all_kinds};
use crate::support::regressions;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::analysis::hire::{Targets, Wanted, hire};
use shuanggang::analysis::project::project;
use shuanggang::check::{verify, verify_months};
use shuanggang::model::{
    Basis, Employment, Hire, Learning, Rank, Recruitment, RetirementPolicy, SectionIx, Sourced, Training, Unit,
};
use shuanggang::optimise::{Formulation, Settings, monthly, plan};
use shuanggang::units::{Hours, Month, Share};
use std::collections::BTreeSet;

const POLICY: RetirementPolicy = RetirementPolicy::Statutory;
/// More people than this have too many tables to try all of them.
const MOST: usize = 4;

fn assumed<T>(value: T) -> Sourced<T> {
    Sourced { value, basis: Basis::Assumption, source: None }
}

/// The day is so short that whoever joins has about six hours a year, like everybody else in these units.
fn recruits(unit: &mut Unit, months: u32, share: i64, lead: u32, windows: BTreeSet<u8>) {
    unit.capacity.hours_per_day.value = Hours::new(Decimal::new(25, 3));
    let training = Training { months: assumed(months), share: assumed(Share::new(Decimal::new(share, 2))) };
    let (lead_months, windows) = (assumed(lead), assumed(windows));
    unit.recruitment = Some(Recruitment { lead_months, windows, training: Some(training), pay: Vec::new() });
}

/// Service of every tier, as the optimiser has it and as trying every table has it.
fn is_planned_as_by_hand(unit: &Unit) -> Result<Vec<f64>, TestCaseError> {
    let best = best_service(unit);
    for formulation in [Formulation::Grouped, Formulation::Named, Formulation::Sections] {
        let settings = Settings { formulation, ..Settings::default() };
        let made = plan(unit, &settings, &mut ()).unwrap();
        prop_assert_eq!(verify(unit, &made), vec![]);
        for ((tier, reached, _), truth) in made.service(unit).into_iter().zip(&best) {
            let reached = reached.to_f64().unwrap();
            prop_assert!((reached - truth).abs() < 1e-5, "{:?} {:?}: {} {}", formulation, tier, reached, truth);
        }
        let months = monthly(unit, &made, &Settings::default()).unwrap();
        prop_assert_eq!(verify_months(unit, &made, &months), vec![]);
    }
    Ok(best)
}

proptest! {
    #![proptest_config(regressions(60))]

    /// Before they come, while they learn, and when they are able: the plan of the month is the best there is, it is what
    /// the projection says of the month, and the year by month does not do more than it.
    #[test]
    fn newcomers_are_planned_alike_before_and_after_they_have_learnt(
        mut unit in units_of_all_kinds(Size { sections: 2, matters: 3, people: 2 }),
        (first, months, share) in (1i32..10, 1i32..8, prop::sample::select(vec![25i64, 50, 100])),
        (contract, count) in (any::<bool>(), 1u32..3),
    ) {
        recruits(&mut unit, 1, 100, 1, (1..=12).collect());
        let month = unit.as_of.plus(first);
        let learning = Learning { until: month.plus(months - 1), share: Share::new(Decimal::new(share, 2)) };
        unit.hires = vec![Hire {
            id: "新".into(),
            month,
            count,
            employment: if contract { Employment::Contract } else { Employment::Established },
            kind: None,
            rank: Rank::Staff,
            section: SectionIx(0),
            work_since: month,
            learning: Some(learning),
        }];
        let outlook = project(&unit, 2, POLICY, &Settings::default(), &mut ()).unwrap();
        for when in [unit.as_of, month, learning.until.plus(1)] {
            let then = unit.in_month(when, POLICY).0;
            let best = is_planned_as_by_hand(&then)?;
            let point = outlook.chosen.points.iter().rev().find(|point| point.month <= when).unwrap();
            for ((_, reached, _), truth) in point.service.iter().zip(best) {
                prop_assert!((reached.to_f64().unwrap() - truth).abs() < 1e-5, "{}: {} {}", when, reached, truth);
            }
        }
    }
}

proptest! {
    #![proptest_config(regressions(12))]

    /// The months in which the plan of hiring says that targets are missed are those in which trying every table finds
    /// no full service with the people hired by then, new or able.
    #[test]
    fn what_is_missed_while_newcomers_learn_is_what_people_one_by_one_cannot_do(
        mut unit in units_of_all_kinds(Size { sections: 2, matters: 2, people: 2 }),
        (months, share, lead) in (1u32..7, prop::sample::select(vec![25i64, 50]), 1u32..4),
        windows in prop::collection::btree_set(1u8..=12, 1..4),
    ) {
        recruits(&mut unit, months, share, lead, windows);
        let targets = Targets::new(vec![Share::ONE; unit.tiers.len()]).unwrap();
        let wanted = Wanted { years: 2, policy: POLICY, targets, cover: None, budget: None };
        let found = hire(&unit, &wanted, &Settings::default(), &mut ()).unwrap();
        let (Some(smallest), Some(from)) = (found.smallest(), found.terms.intakes.first()) else { return Ok(()) };
        let mut with = unit.clone();
        with.hires = smallest.hires.iter().map(|planned| planned.hire.clone()).collect();
        for hire in &with.hires {
            let last = hire.month.plus(i32::try_from(months).unwrap() - 1);
            prop_assert_eq!(hire.learning.map(|learning| (learning.until, learning.share)), Some((last, Share::new(Decimal::new(share, 2)))));
        }
        let changes: BTreeSet<Month> = smallest.projection.points.iter().map(|point| point.month).collect();
        for month in changes.into_iter().filter(|month| month >= from) {
            let then = with.in_month(month, POLICY).0;
            if then.present().count() > MOST {
                continue;
            }
            let open = |tier| then.open_matters().filter(move |(_, m)| m.tier.0 == tier).map(|(_, m)| m.weight.value());
            let whole = |tier| open(tier).sum::<Decimal>().to_f64().unwrap();
            let full = best_service(&then).iter().enumerate().all(|(tier, sum)| *sum > whole(tier) - 1e-5);
            let told = [&smallest.missed, &smallest.learning].iter().any(|months| months.contains(&month));
            prop_assert_eq!(full, !told, "{} {:?} {:?}", month, &smallest.missed, &smallest.learning);
        }
    }
}
