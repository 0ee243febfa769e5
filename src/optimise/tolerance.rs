//! Within what sums of service and levels count as equal.

use rust_decimal::Decimal;

/// Slack around a value that was rounded to the six places of reports; wider than the engines' own tolerances.
pub(super) const SLACK: f64 = 1e-6;

/// Slack that a tier served in part leaves to the stages after it: what they could buy with it must not show.
pub(super) const TIGHT: f64 = 1e-9;

/// Sums of service that differ by less are equal to the optimiser.
pub(super) const HAIR: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// Wider than the tolerance of the engines, far narrower than a case.
const NARROW: f64 = 1e-8;

/// A level as it is promised: full and none without a hair's breadth, else rounded down so that it can be kept.
pub(super) fn settled_level(value: f64) -> f64 {
    if value >= 1.0 - NARROW {
        1.0
    } else if value <= NARROW {
        0.0
    } else {
        (value * 1e9 - 1.0).floor() / 1e9
    }
}
