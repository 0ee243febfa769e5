//! The JSON of `import`: how a table of people was read, and the roster that came of it.

use crate::diag::reading::{Column, Dropped, Filled, OtherSheet, Reading, SheetRead, Skipped};
use crate::diag::{Diagnostic, Diagnostics};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// An import.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ImportFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// File as the user named it.
    pub file: &'a str,
    /// The sheets that were read, one where a file is one table.
    pub sheets: Vec<Sheet<'a>>,
    /// Sheets that were not read.
    pub other_sheets: &'a [OtherSheet],
    /// The columns that were read.
    pub columns: &'a [Column],
    /// The columns that were not.
    pub dropped: &'a [Dropped],
    /// Rows below the header that are nobody who works here.
    pub skipped: &'a [Skipped],
    /// What was filled in.
    pub defaults: &'a [Filled],
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    /// What the list rests on; null if nobody said.
    pub origin: Option<&'a Origin>,
    /// The people, by the columns of the roster.
    pub people: Vec<BTreeMap<&'static str, &'a str>>,
}

/// What a list of people rests on, as a scenario says it under `[roster]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Origin {
    /// The roster file that the scenario names.
    pub file: String,
    /// `document`, `law`, `measured`, `policy` or `assumption`.
    pub basis: String,
    /// The document itself.
    pub source: String,
}

/// A sheet that was read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Sheet<'a> {
    /// Its name; null where a file is one table.
    pub name: Option<&'a str>,
    /// The row that names the columns.
    pub header_row: usize,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Hidden rows that were read; null if the format does not tell.
    pub hidden_rows: Option<&'a [usize]>,
    /// Hidden columns that were read, by their letters; null if the format does not tell.
    pub hidden_columns: Option<&'a [String]>,
}

/// A doubt.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// The cell.
    pub cell: String,
}

impl<'a> ImportFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.import/2";

    /// A reading, with what is doubtful and what the list rests on.
    #[must_use]
    pub fn of(reading: &'a Reading, found: &Diagnostics, origin: Option<&'a Origin>) -> Self {
        let Reading { file, sheets, other_sheets, columns, dropped, skipped, defaults, roster } = reading;
        let person =
            |row: &'a Vec<String>| roster.columns.iter().copied().zip(row.iter().map(String::as_str)).collect();
        let warning = |finding: &Diagnostic| Warning { code: finding.code.id(), cell: finding.place.cell() };
        Self {
            schema: Self::SCHEMA,
            file,
            sheets: sheets.iter().map(Sheet::from).collect(),
            other_sheets,
            columns,
            dropped,
            skipped,
            defaults,
            warnings: found.as_slice().iter().map(warning).collect(),
            origin,
            people: roster.rows.iter().map(person).collect(),
        }
    }
}

impl<'a> From<&'a SheetRead> for Sheet<'a> {
    fn from(sheet: &'a SheetRead) -> Self {
        let unseen = sheet.unseen.as_ref();
        Self {
            name: Some(&*sheet.name).filter(|name| !name.is_empty()),
            header_row: sheet.header_row,
            hidden: sheet.is_hidden,
            hidden_rows: unseen.map(|unseen| &*unseen.rows),
            hidden_columns: unseen.map(|unseen| &*unseen.columns),
        }
    }
}
