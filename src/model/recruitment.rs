//! How new people can be had, and what they cost.

use super::{Basis, Employment, Learning, Sourced};
use crate::units::{Money, Month, Share};
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
    /// How long newcomers are new to the work; `None`: able from their first day.
    pub training: Option<Training>,
    /// What is known of pay. Readings of one employment that differ make a range.
    pub pay: Vec<Pay>,
}

/// The time in which whoever has just begun does less than they will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Months from the first day of work.
    pub months: Sourced<u32>,
    /// Share of the hours that is of use until then.
    pub share: Sourced<Share>,
}

/// The shortest and the longest of some times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthsRange {
    /// The shortest, months.
    pub least: u32,
    /// The longest, months.
    pub most: u32,
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

impl Default for Recruitment {
    /// Anybody can begin in any month from the next on, able at once; nothing is known of pay.
    fn default() -> Self {
        let assumed = |value| Sourced { value, basis: Basis::Assumption, source: None };
        let windows = Sourced { value: (1..=12).collect(), basis: Basis::Assumption, source: None };
        Self { lead_months: assumed(1), windows, training: None, pay: Vec::new() }
    }
}

impl Recruitment {
    /// Months from the decision to the first month in which anybody can begin; at least one, for the month of the
    /// decision has begun.
    #[must_use]
    pub fn lead(&self) -> i32 {
        i32::try_from(self.lead_months.value).unwrap_or(i32::MAX).max(1)
    }

    /// Whether newcomers can begin in a month, if it is not too early for the decision.
    #[must_use]
    pub fn takes_in(&self, month: Month) -> bool {
        self.windows.value.contains(&month.month())
    }

    /// Until when somebody who begins in a month is new to the work.
    #[must_use]
    pub fn learning(&self, first: Month) -> Option<Learning> {
        let training = self.training.as_ref().filter(|training| training.months.value > 0)?;
        let months = i32::try_from(training.months.value).unwrap_or(i32::MAX);
        Some(Learning { until: first.plus(months.saturating_sub(1)), share: training.share.value })
    }

    /// The replacement cycle: months from the decision to a successor who is able. The longest is that of the decision
    /// which just misses an intake.
    #[must_use]
    pub fn cycle(&self) -> MonthsRange {
        let decided = Month::january(2001);
        let waits = |month: i32| {
            let from = decided.plus(month + self.lead());
            (0..12).find(|wait| self.takes_in(from.plus(*wait)))
        };
        let learning = self.training.as_ref().map_or(0, |training| training.months.value);
        let whole = |wait: i32| self.lead().saturating_add(wait).unsigned_abs().saturating_add(learning);
        let cycles = || (0..12).filter_map(waits).map(whole);
        MonthsRange { least: cycles().min().unwrap_or_default(), most: cycles().max().unwrap_or_default() }
    }

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
