//! A WISN study: what somebody published about the hours of some staff, inputs beside results.

use crate::units::{Hours, Share};
use crate::word::words;
use rust_decimal::Decimal;

words! {
    /// A result that a study may state, in the order in which they are worked out.
    pub enum Figure {
        /// Days left after this and the earlier days off.
        DaysLeft = "days_left",
        /// Available working time in days.
        AvailableDays = "available_days",
        /// Available working time in hours.
        AvailableHours = "available_hours",
        /// Available working time in minutes.
        AvailableMinutes = "available_minutes",
        /// Cases a year.
        Annual = "annual",
        /// Hours: of an activity in a year, of all of them, or of a deduction.
        Hours = "hours",
        /// Cases that one person can do in a year.
        StandardWorkload = "standard_workload",
        /// People for the cases alone.
        Staff = "staff",
        /// People for an activity with the allowances that are added to it.
        StaffWithAllowance = "staff_with_allowance",
        /// Share of the time that goes into support.
        Support = "support",
        /// Category allowance factor.
        CategoryFactor = "caf",
        /// Individual allowance factor, in people.
        IndividualFactor = "iaf",
        /// Staff there is.
        Current = "current",
        /// Required staff.
        Required = "required",
        /// Current less required.
        Difference = "difference",
        /// Current / required.
        Ratio = "ratio",
    }
}

/// Results as printed by the source; the decimals printed say how exactly.
pub type Stated = Vec<(Figure, Decimal)>;

/// A study: one or more groups of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// What it is about.
    pub name: String,
    /// Where it was published.
    pub source: String,
    /// What a reader must know.
    pub note: Option<String>,
    /// How far a stated value may be off beyond its own rounding.
    pub tolerance: Decimal,
    /// The groups of staff.
    pub groups: Vec<Group>,
    /// What it states of all groups together.
    pub stated: Stated,
}

words! {
    /// Whether support multiplies the need or is added to it.
    pub enum Method {
        /// WHO: required = staff × 1 / (1 − support) + IAF.
        Factor = "factor",
        /// Indonesia (Kepmenkes 81/2004): required = Σ (staff + support), the support added to every activity.
        Added = "added",
    }
}

/// One group of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Who.
    pub name: String,
    /// How support counts.
    pub method: Method,
    /// How many there are.
    pub current: Option<Decimal>,
    /// Available working time; a group of which only results are known has none.
    pub time: Option<Time>,
    /// Activities with cases.
    pub activities: Vec<Activity>,
    /// Work of everyone beside the cases.
    pub support: Vec<Support>,
    /// Hours of work that only some do, of all of them in a year.
    pub individual: Hours,
    /// Results that are taken as inputs, where their working was not published: staff, CAF or required.
    pub given: Stated,
    /// What the source states of this group.
    pub stated: Stated,
}

/// The time of one person in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Possible hours.
    pub possible: Hours,
    /// Hours in a working day, if days count.
    pub per_day: Option<Hours>,
    /// Holidays, leave and the like, in order.
    pub off: Vec<Off>,
}

impl Time {
    /// Possible hours less those off.
    #[must_use]
    pub fn available(&self) -> Hours {
        self.possible - self.off.iter().map(|off| off.hours).sum()
    }
}

/// Time off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// What for.
    pub name: String,
    /// Hours.
    pub hours: Hours,
    /// What the source states of it.
    pub stated: Stated,
}

/// An activity with cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What.
    pub name: String,
    /// Hours for one case.
    pub unit_time: Hours,
    /// Cases a year.
    pub annual: Decimal,
    /// What the source states of it.
    pub stated: Stated,
}

/// Work of everyone beside the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// What.
    pub name: String,
    /// Share of everyone's time, as the source goes on with it.
    pub share: Share,
    /// What the source states of it.
    pub stated: Stated,
}
