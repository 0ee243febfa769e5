//! The lattice finds the service that the program finds, wherever it applies; its duty tables keep the rules.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::check::verify_duty_table;
use shuanggang::model::{Separation, Unit};
use shuanggang::optimise::{Known, Settings, exact_service, service, service_knowing};
use shuanggang::scenario;

/// The rules under which sections share people only.
fn separable(mut unit: Unit) -> Unit {
    unit.rules.separation = Separation::Post;
    unit.rules.duty_groups = true;
    unit.rules.sections_per_person = Some(1);
    unit.rules.leader_steps = true;
    unit.rules.kin = None;
    unit
}

fn compare(unit: &Unit) -> bool {
    let Some((found, held)) = exact_service(unit) else { return false };
    let plan = service(unit, &Settings::default()).unwrap();
    let sums: Vec<Decimal> = plan.service(unit).into_iter().map(|(_, sum, _)| sum).collect();
    let rounded: Vec<_> = found.iter().map(|sum| sum.round_dp(6).normalize()).collect();
    assert_eq!(rounded, sums);
    assert_eq!(verify_duty_table(unit, &held), []);
    let known = Known { tables: vec![&held], at_most: Some(&found), ..Known::default() };
    let plan = service_knowing(unit, &known, &Settings::default()).unwrap();
    let served: Vec<Decimal> = plan.service(unit).into_iter().map(|(_, sum, _)| sum).collect();
    assert_eq!(served, sums);
    true
}

#[test]
fn the_built_in_unit() {
    let unit = scenario::load("scenarios/hongjiang/baseline.toml".as_ref()).unwrap().unit;
    let found = exact_service(&unit).unwrap().0;
    assert_eq!(found, [13, 18, 3].map(Decimal::from));
    assert!(compare(&unit));
}

proptest! {
    #![proptest_config(regressions(200))]
    #[test]
    fn the_lattice_equals_the_program(unit in units(Size { sections: 3, matters: 6, people: 8 })) {
        compare(&unit);
        prop_assume!(compare(&separable(unit)));
    }
}
