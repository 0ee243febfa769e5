//! How a table of people was read: what each column was taken for, and what was left out, filled in or dropped.
//!
//! Data for a report, without any sentence. No names: the roster itself is the only place where they stand.

use crate::word::words;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// How a file was read, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// File as the user named it.
    pub file: Arc<str>,
    /// The sheets that were read, one where a file is one table.
    pub sheets: Vec<SheetRead>,
    /// Sheets of the same workbook that were not read.
    pub other_sheets: Vec<OtherSheet>,
    /// The columns that were read, sheet by sheet from left to right.
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

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRead {
    /// Its name; empty where a file is one table.
    pub name: String,
    /// The row that names the columns, from 1.
    pub header_row: usize,
    /// Whether the user does not see the sheet.
    pub is_hidden: bool,
    /// What was read though it is not shown; `None` if the format does not tell.
    pub unseen: Option<Unseen>,
}

/// What a sheet holds and does not show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unseen {
    /// Rows, from 1.
    pub rows: Vec<usize>,
    /// Columns, by their letters.
    pub columns: Vec<String>,
}

/// A sheet that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherSheet {
    /// Its name.
    pub name: String,
    /// Whether the user does not see it.
    #[serde(rename = "hidden")]
    pub is_hidden: bool,
}

/// A column that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// The cell of its head: `C3`, with several sheets `在编!C3`.
    pub cell: String,
    /// Its head as written.
    pub header: String,
    /// The column of the roster that it became; `remark` for remarks, which only tell who is on loan.
    #[serde(rename = "read_as")]
    pub key: &'static str,
    /// Cells that say something.
    pub values: usize,
    /// What became of them, most frequent first; none for names.
    pub conversions: Vec<Conversion>,
}

/// How a value was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conversion {
    /// As written; for months the first of those written in the same way.
    pub from: String,
    /// As in the roster.
    pub to: String,
    /// In how many cells.
    pub count: usize,
}

/// A column that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dropped {
    /// The cell of its head.
    pub cell: String,
    /// Its head as written.
    pub header: String,
    /// Why.
    pub why: DroppedBecause,
}

words! {
    /// Why a column was not read.
    pub enum DroppedBecause {
        /// It only counts the rows.
        Counts = "counts",
        /// It holds identity-card numbers.
        Identity = "identity",
        /// Another column has the month of birth as the personnel file records it, which is the one that counts.
        OtherBirth = "other-birth",
        /// A roster has no such column.
        Unknown = "unknown",
    }
}

/// A row that is nobody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Skipped {
    /// The sheet; null where a file is one table.
    #[serde(serialize_with = "named")]
    #[schemars(with = "Option<String>")]
    pub sheet: String,
    /// The row, from 1.
    pub row: usize,
    /// Why.
    pub why: SkippedBecause,
}

words! {
    /// Why a row is nobody who works here.
    pub enum SkippedBecause {
        /// It adds up others.
        Total = "total",
        /// It is a note below the table.
        Note = "note",
        /// It repeats the header.
        Header = "header",
        /// It is the title of the table again, or of a part of it.
        Title = "title",
        /// Somebody who does not work here any more.
        Left = "left",
    }
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Filled {
    /// The column of the roster.
    #[serde(rename = "column")]
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

/// The name of a sheet; nothing where a file is one table.
fn named<S: Serializer>(sheet: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Some(sheet).filter(|sheet| !sheet.is_empty()).serialize(serializer)
}
