//! The year of a plan by month: what arrives, what is done, what waits.

use super::{Calendar, Matter, Work};
use crate::units::{Cases, Hours, Share, round_half_up};
use rust_decimal::Decimal;

/// Months of a year.
pub const MONTHS: usize = 12;

/// Who does what in which month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyWork {
    /// January first.
    pub months: Vec<MonthWork>,
}

/// One month of [`MonthlyWork`]; every list by matter is as long as the unit's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthWork {
    /// Who does how many cases in the month.
    pub work: Vec<Work>,
    /// Cases done, by matter.
    pub done: Vec<Cases>,
    /// Cases that had to be done by now and were not, by matter; they are lost.
    pub missed: Vec<Cases>,
    /// Cases that wait for the next month, by matter.
    pub carried: Vec<Cases>,
}

/// Splits a yearly number over the months in proportion, exact to six places and adding up exactly.
fn split(whole: Decimal, weights: [Decimal; MONTHS]) -> [Decimal; MONTHS] {
    let all: Decimal = weights.iter().sum();
    let mut so_far = Decimal::ZERO;
    let mut given = Decimal::ZERO;
    weights.map(|weight| {
        so_far += weight;
        let until_now = round_half_up((whole * so_far).checked_div(all).unwrap_or_default(), 6);
        let now = until_now - given;
        given = until_now;
        now
    })
}

impl Calendar {
    /// Working days by month, January first: as published, else the year's days spread evenly.
    #[must_use]
    pub fn days_by_month(&self, year: i32) -> [Decimal; MONTHS] {
        match self.month_days.get(&year) {
            Some(days) => days.value.map(Decimal::from),
            None => [Decimal::from(self.working_days(year)) / Decimal::from(MONTHS); MONTHS],
        }
    }

    /// A person's hours of a year by month, in proportion to the working days; leave is spread evenly.
    #[must_use]
    pub fn hours_by_month(&self, year: i32, hours: Hours) -> [Hours; MONTHS] {
        split(hours.value(), self.days_by_month(year)).map(Hours::new)
    }
}

impl Matter {
    /// Cases that arrive by month: by the profile, else evenly over the fixed months, else over the year.
    #[must_use]
    pub fn arriving_by_month(&self) -> [Cases; MONTHS] {
        let mut weights = match &self.profile {
            Some(profile) => profile.map(Share::value),
            None => [Decimal::ONE; MONTHS],
        };
        if !self.months.is_empty() {
            for (i, weight) in weights.iter_mut().enumerate() {
                let is_fixed = self.months.iter().any(|month| usize::from(*month) == i + 1);
                *weight = if is_fixed { Decimal::ONE } else { Decimal::ZERO };
            }
        }
        split(self.arriving.value(), weights).map(Cases::new)
    }

    /// Most cases that may wait for the next month, of those that arrive in one of so many working days;
    /// `None` without limit. Monthly work and work of fixed months cannot wait at all; with a deadline of d days
    /// those of the last d days may.
    #[must_use]
    pub fn may_wait(&self, arriving: Cases, days: Decimal) -> Option<Cases> {
        if self.monthly || !self.months.is_empty() {
            return Some(Cases::ZERO);
        }
        let deadline = Decimal::from(self.deadline_days?);
        let share = deadline.checked_div(days).unwrap_or_default().min(Decimal::ONE);
        Some(Cases::new(round_half_up(arriving.value() * share, 6)))
    }
}
