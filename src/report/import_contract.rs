//! The JSON of `import`: how a table of people was read, and the roster that came of it.

use crate::diag::Diagnostics;
use crate::diag::reading::{self, Reading};
use serde::Serialize;
use std::collections::BTreeMap;

/// Name and version of the contract.
pub const SCHEMA: &str = "shuanggang.import/1";

/// An import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportFile {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// File as the user named it.
    pub file: String,
    /// The sheet that was read; null where a file is one table.
    pub sheet: Option<String>,
    /// Sheets that were not read.
    pub other_sheets: Vec<String>,
    /// The row that names the columns.
    pub header_row: usize,
    /// The columns that were read.
    pub columns: Vec<Column>,
    /// The columns that were not: `counts`, `identity` or `unknown`.
    pub dropped: Vec<Dropped>,
    /// Rows below the header that are nobody: `total`, `note` or `header`.
    pub skipped: Vec<Skipped>,
    /// What was filled in.
    pub defaults: Vec<Filled>,
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    /// The people, by the columns of the roster.
    pub people: Vec<BTreeMap<&'static str, String>>,
}

/// A column that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The cell of its head.
    pub cell: String,
    /// Its head.
    pub header: String,
    /// The column of the roster, or `remark`.
    pub read_as: &'static str,
    /// Cells that say something.
    pub values: usize,
    /// What became of them; none for names.
    pub conversions: Vec<Conversion>,
}

/// How a value was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conversion {
    /// As written.
    pub from: String,
    /// As in the roster.
    pub to: String,
    /// In how many cells.
    pub count: usize,
}

/// A column that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// The cell of its head.
    pub cell: String,
    /// Its head.
    pub header: String,
    /// Why.
    pub why: &'static str,
}

/// A row that is nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The row.
    pub row: usize,
    /// Why.
    pub why: &'static str,
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// The column of the roster.
    pub column: &'static str,
    /// The value.
    pub value: &'static str,
    /// For how many people.
    pub count: usize,
}

/// A doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// The cell.
    pub cell: String,
}

impl ImportFile {
    /// Puts a reading into the contract's terms.
    #[must_use]
    pub fn of(reading: &Reading, found: &Diagnostics) -> Self {
        let Reading { file, sheet, other_sheets, header_row, columns, dropped, skipped, defaults, roster } = reading;
        let person = |row: &Vec<String>| roster.columns.iter().copied().zip(row.iter().cloned()).collect();
        let warning =
            |finding: &crate::diag::Diagnostic| Warning { code: finding.code.id(), cell: finding.place.cell() };
        Self {
            schema: SCHEMA,
            file: file.to_string(),
            sheet: (!sheet.is_empty()).then(|| sheet.to_string()),
            other_sheets: other_sheets.clone(),
            header_row: *header_row,
            columns: columns.iter().map(Column::of).collect(),
            dropped: dropped
                .iter()
                .map(|column| Dropped {
                    cell: column.cell.clone(),
                    header: column.header.clone(),
                    why: column.why.id(),
                })
                .collect(),
            skipped: skipped.iter().map(|row| Skipped { row: row.row, why: row.why.id() }).collect(),
            defaults: defaults
                .iter()
                .map(|filled| Filled { column: filled.key, value: filled.value, count: filled.count })
                .collect(),
            warnings: found.as_slice().iter().map(warning).collect(),
            people: roster.rows.iter().map(person).collect(),
        }
    }
}

impl Column {
    fn of(column: &reading::Column) -> Self {
        let conversion =
            |one: &reading::Conversion| Conversion { from: one.from.clone(), to: one.to.clone(), count: one.count };
        Self {
            cell: column.cell.clone(),
            header: column.header.clone(),
            read_as: column.key,
            values: column.values,
            conversions: column.conversions.iter().map(conversion).collect(),
        }
    }
}
