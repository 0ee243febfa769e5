//! What a scenario may contain, as data: every table, key, type, range and word.
//!
//! From it come the checks of every file read and the reference tables of `docs/scenario.md`.

mod tables;
mod wisn;

pub use tables::{ALL, ROSTER, SCENARIO};
pub(super) use tables::{CHANGE, NAME_KEYS, NOTE_KEYS, ORIGIN_KEYS, OVERLAY, RETIREMENT_COLUMNS, RULES};
pub use wisn::{STUDY, STUDY_TABLES};

use crate::word::words;
use rust_decimal::Decimal;
use std::fmt;
use std::ops::{Bound, RangeBounds};

/// A table of the format.
#[derive(Debug)]
pub struct Table {
    /// Its header without brackets; `people` for the roster, empty for the top of the file.
    pub name: &'static str,
    /// Its keys in the order of the documentation.
    pub keys: &'static [Key],
}

impl Table {
    /// The key by whose value the tables of a list are told apart: their first, unless it is a number.
    #[must_use]
    pub fn identity(&self) -> Option<&'static str> {
        let first = self.keys.first()?;
        matches!(first.kind, Kind::Id | Kind::Name | Kind::Word(_) | Kind::Reference(_)).then_some(first.name)
    }

    /// Whether `basis` and `source` speak about the table as such and not only about the numbers in it.
    #[must_use]
    pub fn speaks_for_itself(&self) -> bool {
        self.name.starts_with("rules.") || self.name == "roster"
    }

    /// The key of a name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// Key of the sentence that explains it, in the catalogue `scenario.ftl`.
    pub doc: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Must,
    /// It must, unless another key is there.
    Unless(&'static str),
    /// It may be left out.
    May,
    /// The column of the roster must be there, a cell of it may be empty.
    Column,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Text that says something and has no control characters.
    Text,
    /// The id of the thing itself: letters, digits, `_` and `-`.
    Id,
    /// What a person is called, which is their id: any text of 1 to 64 characters without `@`.
    Name,
    /// The id of another thing.
    Reference(Named),
    /// A post: `section/duty/step`.
    Post,
    /// A number of the scenario that sources disagree on: `headcount.authorised`, `driver.insured`.
    Target,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A month in quotes: `"2024-01"`.
    Month,
    /// A month, or one of these words instead.
    MonthOr(&'static [&'static str]),
    /// An exact number.
    Number(Range),
    /// A whole number.
    Whole(Range),
    /// A value, bare or as `{ value, basis, source }`.
    Sourced(&'static Self),
    /// A list of values, none twice.
    List(&'static Self, Length),
    /// A table.
    Table(&'static Table),
    /// A list of tables.
    Tables(&'static Table, Length),
    /// A table with a value for each of several years.
    ByYear(&'static Self),
}

words! {
    /// Things that have ids.
    pub enum Named {
        /// A tier.
        Tier = "tier",
        /// A section.
        Section = "section",
        /// A kind of employment.
        Kind = "kind",
        /// A driver.
        Driver = "driver",
        /// A matter.
        Matter = "matter",
        /// A conflict.
        Conflict = "conflict",
        /// People to be hired.
        Hire = "hire",
        /// A scaling of volumes or minutes.
        Scale = "scale",
        /// A person of the roster.
        Person = "person",
    }
}

impl Kind {
    /// The type, as named in findings; the catalogues have a word for each.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text | Self::Id | Self::Name | Self::Reference(_) | Self::Post | Self::Target | Self::Word(_) => {
                "text"
            }
            Self::Flag => "flag",
            Self::Month | Self::MonthOr(_) => "month",
            Self::Number(_) => "number",
            Self::Whole(_) => "whole",
            Self::Sourced(kind) => kind.word(),
            Self::List(..) => "list",
            Self::Table(_) | Self::ByYear(_) => "table",
            Self::Tables(..) => "tables",
        }
    }
}

/// The numbers that are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    low: Bound<i64>,
    high: Bound<i64>,
    /// Decimals of the two bounds.
    decimals: u32,
}

impl Range {
    /// `low` to `high`, both included.
    const fn within(low: i64, high: i64) -> Self {
        Self { low: Bound::Included(low), high: Bound::Included(high), decimals: 0 }
    }

    /// `low` to `high` tenths, both included.
    const fn tenths(low: i64, high: i64) -> Self {
        Self { decimals: 1, ..Self::within(low, high) }
    }

    /// Above `low`, up to `high`.
    const fn above(low: i64, high: i64) -> Self {
        Self { low: Bound::Excluded(low), high: Bound::Included(high), decimals: 0 }
    }

    /// From `low`, below `high`.
    const fn below(low: i64, high: i64) -> Self {
        Self { low: Bound::Included(low), high: Bound::Excluded(high), decimals: 0 }
    }

    /// Both bounds as exact numbers.
    pub(super) fn bounds(self) -> (Bound<Decimal>, Bound<Decimal>) {
        let exact = |bound: i64| Decimal::new(bound, self.decimals).normalize();
        (self.low.map(exact), self.high.map(exact))
    }

    /// Whether a number is in the range.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.bounds().contains(&value)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.bounds();
        match low {
            Bound::Included(low) => write!(f, "{low} ≤ ")?,
            Bound::Excluded(low) => write!(f, "{low} < ")?,
            Bound::Unbounded => {}
        }
        f.write_str("x")?;
        match high {
            Bound::Included(high) => write!(f, " ≤ {high}"),
            Bound::Excluded(high) => write!(f, " < {high}"),
            Bound::Unbounded => Ok(()),
        }
    }
}

/// How many entries a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Any number, none included.
    Any,
    /// At least this many.
    AtLeast(usize),
    /// Exactly this many.
    Exactly(usize),
}

impl Length {
    /// Whether a list of `n` entries is as long as it should be.
    #[must_use]
    pub const fn allows(self, n: usize) -> bool {
        match self {
            Self::Any => true,
            Self::AtLeast(least) => n >= least,
            Self::Exactly(exact) => n == exact,
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("≥ 0"),
            Self::AtLeast(least) => write!(f, "≥ {least}"),
            Self::Exactly(exact) => write!(f, "{exact}"),
        }
    }
}
