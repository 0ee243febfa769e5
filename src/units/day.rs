//! A day, and the weeks of a year as ISO 8601 counts them: from Monday, the first with most of its days in the year.

use chrono::{Datelike as _, NaiveDate, Weekday};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A day of the calendar. In JSON `2027-01-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// A day of a year and month; `None` where the month has no such day.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// A day of a week of a year, 0 for Monday; `None` where the year has no such week.
    #[must_use]
    pub fn of_week(year: i32, week: u32, weekday: u8) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::try_from(weekday).ok()?).map(Self)
    }

    /// The year of the calendar.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The number of its week, in the year that has most of that week.
    #[must_use]
    pub fn week(self) -> u32 {
        self.0.iso_week().week()
    }

    /// The day of the week, 0 for Monday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// The day after; itself at the end of all calendars.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.succ_opt().unwrap_or(self.0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}
