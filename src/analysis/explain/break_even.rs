//! How far a number must be cut for a matter to be served in full.

use super::super::{AssessError, ServiceStatus};
use super::trials::Trial;
use crate::model::{Change, MatterIx, Quantity, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The numbers of a matter itself: its volume, and the minutes of its steps.
pub(super) fn quantities(unit: &Unit, matter: MatterIx) -> Vec<Quantity> {
    let minutes = unit[matter].steps.iter().map(|step| Quantity::Minutes(matter, step.step));
    [Quantity::Volume(matter)].into_iter().chain(minutes).collect()
}

/// The largest value of a number, on its grid, at which the matter is served in full, by bisection: one grid step
/// more and it is not, each value planned as the caller has it. `None` when no value above zero will do.
pub(super) fn find(
    unit: &Unit,
    matter: MatterIx,
    quantity: &Quantity,
    plan: impl Fn(&[Change]) -> Result<Option<Trial>, AssessError>,
) -> Result<Option<(Change, Trial)>, AssessError> {
    let value = quantity.of(unit);
    let grid = grid(quantity, value);
    let at = |steps: u64| Change::Number(quantity.clone(), Decimal::from(steps) * grid);
    // At the most that is known to serve it in full; at the least that is known not to.
    let mut most = None;
    let (mut full, mut short) = (0, (value / grid).ceil().to_u64().unwrap_or(u64::MAX));
    while short - full > 1 {
        // The least cut that can be is asked for first: if it does not help, nothing does.
        let middle = if most.is_none() { 1 } else { full + (short - full) / 2 };
        let change = at(middle);
        // A cut that is not known to be the least is none.
        let Some(trial) = plan(std::slice::from_ref(&change))? else { return Ok(None) };
        if ServiceStatus::from(trial.level(matter)) == ServiceStatus::Full {
            full = middle;
            most = Some((change, trial));
        } else if most.is_none() {
            return Ok(None);
        } else {
            short = middle;
        }
    }
    Ok(most)
}

/// Whole cases; whole minutes, or tenths of a minute below ten.
fn grid(quantity: &Quantity, value: Decimal) -> Decimal {
    let fine = matches!(quantity, Quantity::Minutes(..)) && value < Decimal::TEN;
    if fine { Decimal::new(1, 1) } else { Decimal::ONE }
}
