//! A unit planned by every way there is: all find the same service, and the checker passes each plan.

use rust_decimal::Decimal;
use shuanggang::check::verify;
use shuanggang::model::{Plan, Unit};
use shuanggang::optimise::{Formulation, Settings, plan};

/// The plan by one way.
pub(crate) fn planned(unit: &Unit, formulation: Formulation) -> Plan {
    let plan = plan(unit, &Settings { formulation, ..Settings::default() }, &mut ()).unwrap();
    assert_eq!(verify(unit, &plan), []);
    plan
}

/// Service levels of all matters, by each way of planning.
pub(crate) fn levels(unit: &Unit) -> Vec<Decimal> {
    let of = |formulation| {
        let plan = planned(unit, formulation);
        unit.matters().map(|(ix, _)| plan.level(unit, ix).round(6).value().normalize()).collect::<Vec<_>>()
    };
    let found = [Formulation::Sections, Formulation::Grouped, Formulation::Named].map(of);
    assert!(found.iter().all(|other| *other == found[0]), "{found:?}");
    found[0].clone()
}

/// Levels as they are written.
pub(crate) fn decimals<const N: usize>(levels: [&str; N]) -> Vec<Decimal> {
    levels.map(|level| level.parse().unwrap()).to_vec()
}
