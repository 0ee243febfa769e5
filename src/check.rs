//! Judges a plan, or the duty table of today, against the rules.
//!
//! Shares nothing with [`crate::optimise`]: its own reading of every rule, exact decimals, no solver.
//! What it can tell from posts alone is in `rules`, what needs hours and cases in `cases`;
//! `bounds` judges what one matter lets another be, `minimum` whether sections have people of their own;
//! `rights` judges a table of rights, matter by matter; `count` judges a count of heads, which claims that there is no plan; `leave` goes through a year of leave day by day.

mod bounds;
mod cases;
mod count;
mod leave;
mod minimum;
mod months;
mod rights;
mod rules;
mod violation;

pub use count::confirms;
pub use leave::{Lacking, leave_gaps, verify_leave};
pub use rights::{Right, lets, verify_rights};
pub use violation::{Breach, Misheld, Violation};

use crate::model::{MonthlyWork, PersonIx, Plan, PostIx, Unit};
use std::collections::BTreeSet;

/// Everything that is wrong with a plan, in a stable order; nothing when it may be shown.
#[must_use]
pub fn verify(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let mut violations = verify_duty_table(unit, &plan.held);
    violations.extend(cases::verify(unit, plan));
    violations.extend(bounds::verify(unit, plan));
    violations.extend(rules::cover(unit, plan));
    violations.sort();
    violations
}

/// Everything that is wrong with a plan's year by month.
#[must_use]
pub fn verify_months(unit: &Unit, plan: &Plan, monthly: &MonthlyWork) -> Vec<Violation> {
    let mut violations = months::verify(unit, plan, monthly);
    violations.sort();
    violations
}

/// Everything that is wrong with a table of who holds which post, whatever work is done there.
#[must_use]
pub fn verify_duty_table(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>) -> Vec<Violation> {
    let mut violations = rules::verify(unit, held);
    violations.extend(minimum::verify(unit, held));
    violations.sort();
    violations
}
