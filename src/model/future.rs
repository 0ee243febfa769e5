//! What the scenario says of the years ahead.

use super::{Employment, KindIx, Learning, PersonIx, Rank, SectionIx, Sourced};
use crate::units::{Month, Share};
use rust_decimal::Decimal;

/// People who join in a month.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hire {
    /// Stable id; the people are called `id-1`, `id-2`, ...
    pub id: String,
    /// First month on duty.
    pub month: Month,
    /// How many.
    pub count: u32,
    /// In the establishment or on contract.
    pub employment: Employment,
    /// The kind of employment, where it is none of the built-in ones.
    pub kind: Option<KindIx>,
    /// Rank.
    pub rank: Rank,
    /// Home section.
    pub section: SectionIx,
    /// First month of work anywhere; fixes annual leave.
    pub work_since: Month,
    /// How long they are new to the work: the last month, and the share of the hours that is of use until then.
    pub learning: Option<Learning>,
}

impl Hire {
    /// First month in which they are no longer new to the work.
    #[must_use]
    pub fn able_from(&self) -> Month {
        self.learning.map_or(self.month, |learning| learning.until.plus(1))
    }
}

/// What happens to a person of the roster in a month.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Movement {
    /// First month in which it is so.
    pub month: Month,
    /// Who.
    pub person: PersonIx,
    /// What.
    pub kind: MovementKind,
}

/// What can happen to a person of the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MovementKind {
    /// Back from a loan elsewhere.
    Recall,
    /// Gone for good.
    Leave,
    /// Another home section.
    Transfer(SectionIx),
}

/// Chances and ranges of what nobody knows yet; each with its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncertainty {
    /// Chance that a person with a choice leaves before the statutory month (evenly over the months open).
    pub early: Sourced<Share>,
    /// Chance that a person with a choice stays beyond it (evenly over the months open).
    pub late: Sourced<Share>,
    /// Chance a year that an established person resigns.
    pub resign_established: Sourced<Share>,
    /// Chance a year that a contract worker resigns.
    pub resign_contract: Sourced<Share>,
    /// Chance a year that a person falls ill for long.
    pub long_sick: Sourced<Share>,
    /// Months that a long illness lasts.
    pub long_sick_months: Sourced<u32>,
    /// Least, most likely and most growth of all volumes a year; −0.05 is 5 % less.
    pub growth: [Sourced<Decimal>; 3],
}
