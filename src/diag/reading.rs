//! How a table of people was read: what each column was taken for, and what was left out, filled in or dropped.
//!
//! Data for a report, without any sentence. No names: the roster itself is the only place where they stand.

use std::sync::Arc;

/// How a file was read, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// File as the user named it.
    pub file: Arc<str>,
    /// The sheet that was read; empty where a file is one table.
    pub sheet: Arc<str>,
    /// Sheets of the same workbook that were not read.
    pub other_sheets: Vec<String>,
    /// The row that names the columns, from 1.
    pub header_row: usize,
    /// The columns that were read, from left to right.
    pub columns: Vec<Column>,
    /// The columns that were not.
    pub dropped: Vec<Dropped>,
    /// The rows below the header that are nobody.
    pub skipped: Vec<Skipped>,
    /// What was filled in where nothing was written.
    pub defaults: Vec<Filled>,
    /// The roster: its columns and the rows of everybody who could be read.
    pub roster: Roster,
}

/// A column that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The cell of its head: `C3`.
    pub cell: String,
    /// Its head as written.
    pub header: String,
    /// The column of the roster that it became; `remark` for remarks, which only tell who is on loan.
    pub key: &'static str,
    /// Cells that say something.
    pub values: usize,
    /// What became of them, most frequent first; none for names.
    pub conversions: Vec<Conversion>,
}

/// How a value was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    /// As written; for months the first of those written in the same way.
    pub from: String,
    /// As in the roster.
    pub to: String,
    /// In how many cells.
    pub count: usize,
}

/// A column that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The cell of its head.
    pub cell: String,
    /// Its head as written.
    pub header: String,
    /// Why.
    pub why: DroppedBecause,
}

/// Why a column was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DroppedBecause {
    /// It only counts the rows.
    Counts,
    /// It holds identity-card numbers.
    Identity,
    /// A roster has no such column.
    Unknown,
}

impl DroppedBecause {
    /// Stable word for catalogues and JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Identity => "identity",
            Self::Unknown => "unknown",
        }
    }

    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Counts, Self::Identity, Self::Unknown];
}

/// A row that is nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The row, from 1.
    pub row: usize,
    /// Why.
    pub why: SkippedBecause,
}

/// Why a row is nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkippedBecause {
    /// It adds up others.
    Total,
    /// It is a note below the table.
    Note,
    /// It repeats the header.
    Header,
}

impl SkippedBecause {
    /// Stable word for catalogues and JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Note => "note",
            Self::Header => "header",
        }
    }

    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Total, Self::Note, Self::Header];
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The column of the roster.
    pub key: &'static str,
    /// The value.
    pub value: &'static str,
    /// For how many people.
    pub count: usize,
}

/// A roster in exactly the format of scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// Its columns.
    pub columns: Vec<&'static str>,
    /// A row for each person, as many cells as columns.
    pub rows: Vec<Vec<String>>,
}
