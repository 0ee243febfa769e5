//! The JSON of `import`: how a table of people was read, and the roster that came of it.

use crate::diag::Diagnostics;
use crate::diag::reading::{self, Reading};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// An import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportFile {
    /// Name and version of this form.
    pub schema: &'static str,
    /// File as the user named it.
    pub file: String,
    /// The sheets that were read, one where a file is one table.
    pub sheets: Vec<Sheet>,
    /// Sheets that were not read.
    pub other_sheets: Vec<OtherSheet>,
    /// The columns that were read.
    pub columns: Vec<Column>,
    /// The columns that were not: `counts`, `identity`, `other-birth` or `unknown`.
    pub dropped: Vec<Dropped>,
    /// Rows below the header that are nobody who works here: `total`, `note`, `header`, `title` or `left`.
    pub skipped: Vec<Skipped>,
    /// What was filled in.
    pub defaults: Vec<Filled>,
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    /// What the list rests on; null if nobody said.
    pub origin: Option<Origin>,
    /// The people, by the columns of the roster.
    pub people: Vec<BTreeMap<&'static str, String>>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sheet {
    /// Its name; null where a file is one table.
    pub name: Option<String>,
    /// The row that names the columns.
    pub header_row: usize,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Hidden rows that were read; null if the format does not tell.
    pub hidden_rows: Option<Vec<usize>>,
    /// Hidden columns that were read, by their letters; null if the format does not tell.
    pub hidden_columns: Option<Vec<String>>,
}

/// A sheet that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherSheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// A column that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conversion {
    /// As written.
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
    /// Its head.
    pub header: String,
    /// Why.
    pub why: &'static str,
}

/// A row that is nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Skipped {
    /// Its sheet; null where a file is one table.
    pub sheet: Option<String>,
    /// The row.
    pub row: usize,
    /// Why.
    pub why: &'static str,
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Filled {
    /// The column of the roster.
    pub column: &'static str,
    /// The value.
    pub value: &'static str,
    /// For how many people.
    pub count: usize,
}

/// A doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// The cell.
    pub cell: String,
}

impl ImportFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.import/2";

    /// Puts a reading into the contract's terms.
    #[must_use]
    pub fn of(reading: &Reading, found: &Diagnostics, origin: Option<&Origin>) -> Self {
        let Reading { file, sheets, other_sheets, columns, dropped, skipped, defaults, roster } = reading;
        let named = |sheet: &String| (!sheet.is_empty()).then(|| sheet.clone());
        let person = |row: &Vec<String>| roster.columns.iter().copied().zip(row.iter().cloned()).collect();
        let warning =
            |finding: &crate::diag::Diagnostic| Warning { code: finding.code.id(), cell: finding.place.cell() };
        Self {
            schema: Self::SCHEMA,
            file: file.to_string(),
            sheets: sheets
                .iter()
                .map(|sheet| Sheet {
                    name: named(&sheet.name),
                    header_row: sheet.header_row,
                    hidden: sheet.is_hidden,
                    hidden_rows: sheet.unseen.as_ref().map(|unseen| unseen.rows.clone()),
                    hidden_columns: sheet.unseen.as_ref().map(|unseen| unseen.columns.clone()),
                })
                .collect(),
            other_sheets: other_sheets
                .iter()
                .map(|sheet| OtherSheet { name: sheet.name.clone(), hidden: sheet.is_hidden })
                .collect(),
            columns: columns.iter().map(Column::of).collect(),
            dropped: dropped
                .iter()
                .map(|column| Dropped {
                    cell: column.cell.clone(),
                    header: column.header.clone(),
                    why: column.why.id(),
                })
                .collect(),
            skipped: skipped
                .iter()
                .map(|row| Skipped { sheet: named(&row.sheet), row: row.row, why: row.why.id() })
                .collect(),
            defaults: defaults
                .iter()
                .map(|filled| Filled { column: filled.key, value: filled.value, count: filled.count })
                .collect(),
            warnings: found.as_slice().iter().map(warning).collect(),
            origin: origin.cloned(),
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
