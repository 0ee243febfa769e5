//! Where numbers lie on a drawing. All of it in decimals: a drawing is as exact as what it shows.

use crate::render::document::Kind;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// An axis from 0 to a round number at or beyond the largest number.
pub(super) struct Scale {
    /// Pixels from 0 to the end.
    length: Decimal,
    step: Decimal,
    steps: u32,
}

/// Most steps of an axis.
const MOST: u32 = 5;

impl Scale {
    pub(super) fn new(end: Decimal, kind: Kind, length: u32) -> Self {
        let step = round_step(end, matches!(kind, Kind::Whole | Kind::Hours));
        let mut steps = 1;
        while step * Decimal::from(steps) < end {
            steps += 1;
        }
        Self { length: length.into(), step, steps }
    }

    /// Pixels from 0 to a number.
    pub(super) fn at(&self, value: Decimal) -> Decimal {
        value * self.length / (self.step * Decimal::from(self.steps))
    }

    /// The numbers written at the axis.
    pub(super) fn ticks(&self) -> impl Iterator<Item = Decimal> {
        (0..=self.steps).map(|i| self.step * Decimal::from(i))
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … (and the same below 1, unless numbers are whole) with few steps to the end.
fn round_step(end: Decimal, whole: bool) -> Decimal {
    let enough = |step: Decimal| step * Decimal::from(MOST) >= end;
    let mut power = if whole { Decimal::ONE } else { Decimal::new(1, 6) };
    loop {
        for factor in [1, 2, 5] {
            let step = power * Decimal::from(factor);
            if enough(step) {
                return step;
            }
        }
        power *= Decimal::TEN;
    }
}

/// A length in pixels as SVG wants it.
pub(super) fn px(value: Decimal) -> String {
    round_half_up(value, 1).normalize().to_string()
}
