//! How new people can be had, and what they cost.

use super::{Basis, Employment, Sourced};
use crate::units::Money;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// What the scenario says of recruiting. Without it anybody can begin in any month, at a cost nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recruitment {
    /// Months from the decision, taken in the unit's month, to the first day of work.
    pub lead_months: Sourced<u32>,
    /// Months of the year, 1 to 12, in which newcomers can begin.
    pub windows: Sourced<BTreeSet<u8>>,
    /// What is known of pay. Readings of one employment that differ make a range.
    pub pay: Vec<Pay>,
}

/// One reading of what a head costs a year: an amount paid, over the heads it is paid to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// Whose pay.
    pub employment: Employment,
    /// The amount of a year.
    pub total: Money,
    /// People among whom it is shared, at least 1.
    pub heads: u32,
    /// What the reading rests on.
    pub basis: Basis,
    /// Where it is stated.
    pub source: Option<String>,
}

/// The lowest and the highest reading of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, JsonSchema)]
pub struct MoneyRange {
    /// The lowest.
    pub low: Money,
    /// The highest.
    pub high: Money,
}

impl Pay {
    /// A year's pay of one head, to the cent.
    #[must_use]
    pub fn a_head(&self) -> Money {
        self.total.a_head(self.heads)
    }
}

impl Recruitment {
    /// A year's pay of one head: the range of all readings; `None` when there is none.
    #[must_use]
    pub fn yearly(&self, employment: Employment) -> Option<MoneyRange> {
        let readings = || self.pay.iter().filter(|pay| pay.employment == employment).map(Pay::a_head);
        Some(MoneyRange { low: readings().min()?, high: readings().max()? })
    }
}

impl std::ops::Add for MoneyRange {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl std::iter::Sum for MoneyRange {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::default(), std::ops::Add::add)
    }
}

impl std::ops::Mul<u32> for MoneyRange {
    type Output = Self;
    fn mul(self, heads: u32) -> Self {
        Self { low: self.low * heads, high: self.high * heads }
    }
}

impl MoneyRange {
    /// What yearly amounts come to in so many months.
    #[must_use]
    pub fn for_months(self, months: u32) -> Self {
        Self { low: self.low.for_months(months), high: self.high.for_months(months) }
    }
}
