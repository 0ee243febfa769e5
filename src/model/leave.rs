//! Annual leave by weeks: what people are due and wish for, when none is given, and a year of it.

use super::{Person, PersonIx, SectionIx, annual_leave_days};
use crate::units::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Days of leave that a week takes: Monday to Friday. Days off within it are the unit's to give back.
pub const WEEK_DAYS: u8 = 5;

/// What is agreed with one person about annual leave. Weeks are those of ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeaveTerms {
    /// Days a year, where they are not those of the law.
    pub days: Option<u32>,
    /// Weeks wished for.
    pub wished: BTreeSet<u32>,
    /// Weeks in which the person takes none.
    pub blocked: BTreeSet<u32>,
}

/// Weeks in which no leave is given to a section, or to anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoLeave {
    /// The section; `None`: everybody.
    pub section: Option<SectionIx>,
    /// Weeks.
    pub weeks: BTreeSet<u32>,
}

/// A year's annual leave: for each person the weeks, with the days of each from Monday on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveCalendar {
    /// The year.
    pub year: i32,
    /// Days of leave by person and week; who takes none is not named.
    pub weeks: BTreeMap<PersonIx, BTreeMap<u32, u8>>,
}

impl LeaveCalendar {
    /// Everyone who is on leave in a week, with the days of it.
    pub fn in_week(&self, week: u32) -> impl Iterator<Item = (PersonIx, u8)> {
        self.weeks.iter().filter_map(move |(person, weeks)| Some((*person, *weeks.get(&week)?)))
    }
}

impl Person {
    /// Days of annual leave in a year: as agreed, else by law.
    #[must_use]
    pub fn leave_days(&self, year: i32) -> u32 {
        self.terms.leave.days.unwrap_or_else(|| annual_leave_days(self.work_since, year))
    }
}

/// The weeks in which leave is given: those of which all five working days lie in the year.
#[must_use]
pub fn leave_weeks(year: i32) -> Vec<u32> {
    let is_within = |week: &u32| [0, WEEK_DAYS - 1].into_iter().all(|day| day_of(year, *week, day).is_some());
    (1..=53).filter(is_within).collect()
}

fn day_of(year: i32, week: u32, weekday: u8) -> Option<Day> {
    Day::of_week(year, week, weekday).filter(|day| day.year() == year)
}
