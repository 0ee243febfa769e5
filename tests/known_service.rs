//! What is known of a unit saves work and changes nothing: the service is that of a plain solve.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::check::{verify, verify_duty_table};
use shuanggang::model::{
    Change, DutyGroup, Employment, Hire, MatterIx, PersonIx, Plan, PlanStatus, Quantity, Rank, RuleChange, Separation,
    Step, Unit,
};
use shuanggang::optimise::{Known, Settings, service, service_knowing};

fn sums(unit: &Unit, plan: &Plan) -> Vec<Decimal> {
    plan.service(unit).into_iter().map(|(_, sum, _)| sum).collect()
}

/// All minutes times `percent` / 100.
fn minutes(unit: &Unit, percent: i64) -> Vec<Change> {
    let steps = unit.matters().flat_map(|(ix, m)| m.steps.iter().map(move |step| Quantity::Minutes(ix, step.step)));
    steps.map(|minutes| Change::Number(minutes.clone(), minutes.of(unit) * Decimal::new(percent, 2))).collect()
}

/// Ways to change a unit, and whether the changed one can serve no more.
fn changed(unit: &Unit, way: u8) -> (Vec<Change>, bool) {
    let hire = |employment| Hire {
        id: "new".into(),
        month: unit.as_of,
        count: 1,
        employment,
        kind: None,
        learning: None,
        rank: Rank::Staff,
        section: unit.matters[0].section,
        work_since: unit.as_of,
    };
    let rule = |rule| (vec![Change::Rule(rule)], false);
    match way {
        0 => (minutes(unit, 200), true),
        1 => (minutes(unit, 125), true),
        2 => (minutes(unit, 50), false),
        3 => (vec![Change::Join(hire(Employment::Established))], false),
        4 => (vec![Change::Join(hire(Employment::Contract))], false),
        5 => (vec![Change::Leave(PersonIx(0))], true),
        6 => rule(RuleChange::Separation(Separation::Off)),
        7 => rule(RuleChange::Separation(Separation::Post)),
        8 => rule(RuleChange::SectionsPerPerson(Some(2))),
        _ => rule(RuleChange::DutyGroups(!unit.rules.duty_groups)),
    }
}

/// How far a plan is from its bound; some of it is the slack between stages.
fn gap(plan: &Plan) -> Decimal {
    match plan.status {
        PlanStatus::Optimal => Decimal::ZERO,
        PlanStatus::Feasible { gap } => gap,
    }
}

proptest! {
    #![proptest_config(regressions(400))]

    #[test]
    fn a_changed_unit_is_served_as_far_as_without_knowing_anything(
        unit in units(Size { sections: 3, matters: 5, people: 6 }),
        way in 0..10u8,
    ) {
        let settings = Settings::default();
        let before = service(&unit, &settings).unwrap();
        let ceiling = sums(&unit, &before);
        let (changes, harder) = changed(&unit, way);
        let unit = unit.with(&changes);
        let tables = if verify_duty_table(&unit, &before.held).is_empty() { vec![&before.held] } else { vec![] };
        let known = Known { tables, at_most: harder.then_some(&*ceiling), ..Known::default() };
        let knowing = service_knowing(&unit, &known, &settings).unwrap();
        prop_assert_eq!(verify(&unit, &knowing), vec![]);
        let plain = service(&unit, &settings).unwrap();
        prop_assert!(gap(&knowing) <= gap(&plain) + Decimal::new(1, 4), "{} {}", gap(&knowing), gap(&plain));
        let plain = sums(&unit, &plain);
        for (one, other) in sums(&unit, &knowing).into_iter().zip(plain) {
            prop_assert!((one - other).abs() < Decimal::new(1, 4), "knowing {} plain {}", one, other);
        }
    }
}

/// Two people of 8 hours; handling takes 12 hours, so one handler does 8 / 12 of it beside one reviewer. An hour a
/// case less, 8 hours: full.
#[test]
fn a_table_that_is_no_longer_the_best_gives_way() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 4, &[(Step::Handle, 180, 1), (Step::Review, 15, 1)]);
    person(&mut unit, Employment::Established, 0, 8);
    person(&mut unit, Employment::Established, 0, 8);
    let settings = Settings::default();
    let before = service(&unit, &settings).unwrap();
    assert_eq!(sums(&unit, &before), [Decimal::new(666_667, 6)]);
    let known = Known { tables: vec![&before.held], ..Known::default() };
    let easier = unit.with(&[Change::Number(Quantity::Minutes(MatterIx(0), Step::Handle), 120.into())]);
    assert_eq!(sums(&easier, &service_knowing(&easier, &known, &settings).unwrap()), [Decimal::ONE]);

    // A third person comes: one more handler, and all is done, though the table known has no post for the newcomer.
    person(&mut unit, Employment::Established, 0, 8);
    assert_eq!(sums(&unit, &service_knowing(&unit, &known, &settings).unwrap()), [Decimal::ONE]);
}
