//! What a scenario rests on: counting that needs no plan.

use crate::analysis::{BasisCount, Outcome};
use crate::model::{Basis, Conflict, ConflictTarget, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// Numbers of the scenario by basis, every basis once.
#[must_use]
pub fn inputs_by_basis(unit: &Unit) -> Vec<BasisCount> {
    let count = |basis| unit.inputs.iter().filter(|input| input.basis == basis).count();
    Basis::ALL.map(|basis| BasisCount { basis, count: count(basis) }).to_vec()
}

/// Assumptions by part of the scenario, the first part of their path.
#[must_use]
pub fn assumption_groups(unit: &Unit) -> BTreeMap<&str, usize> {
    let mut groups = BTreeMap::new();
    for input in unit.inputs.iter().filter(|input| input.basis == Basis::Assumption) {
        let part = input.path.split('.').next().unwrap_or_default();
        *groups.entry(part).or_default() += 1;
    }
    groups
}

/// What follows from a value of a conflict as far as counting tells; `None` where only a plan can.
#[must_use]
pub fn effect_without_plan(unit: &Unit, conflict: &Conflict, value: Decimal) -> Option<Outcome> {
    let roster = unit.headcount();
    let headcount = |roster| Outcome::Headcount { stated: value, roster };
    match &conflict.target {
        None => Some(Outcome::Nothing),
        Some(ConflictTarget::Authorised) => {
            let vacancies = (value - Decimal::from(roster.on_books)).to_i64();
            Some(vacancies.map_or(Outcome::Nothing, Outcome::Vacancies))
        }
        Some(ConflictTarget::OnBooks) => Some(headcount(roster.on_books)),
        Some(ConflictTarget::OnDuty) => Some(headcount(roster.on_duty)),
        Some(ConflictTarget::Contract) => Some(headcount(roster.contract)),
        Some(ConflictTarget::Driver(_)) => None,
    }
}
