//! Judges a plan, or the duty table of today, against the rules.
//!
//! Shares nothing with [`crate::optimise`]: its own reading of every rule, exact decimals, no solver.

mod violation;

pub use violation::{Breach, Violation};

use crate::model::{PersonIx, Plan, PostIx, Unit};
use std::collections::BTreeSet;

/// Stand-in until the real one is merged.
#[must_use]
pub fn verify(_: &Unit, _: &Plan) -> Vec<Violation> {
    Vec::new()
}

/// Stand-in until the real one is merged.
#[must_use]
pub fn verify_duty_table(_: &Unit, _: &BTreeSet<(PersonIx, PostIx)>) -> Vec<Violation> {
    Vec::new()
}
