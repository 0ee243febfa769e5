//! One table of a document as CSV (RFC 4180, UTF-8).

use super::document::{Cell, Column, Table, Value};
use super::line::Line;
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// A table for programs: heads and words are keys and ids, the same in every language. Numbers stand plain, to 6
/// decimals, shares as 0 to 1, lists with semicolons.
#[must_use]
pub fn with_keys(table: &Table) -> String {
    let has_key: Vec<usize> =
        table.columns.iter().enumerate().filter(|(_, column)| column.key.is_some()).map(|(i, _)| i).collect();
    let table = table.only(&has_key);
    let cell = |cell: &Cell| match (&cell.id, &cell.value) {
        // A sum or a difference that people read in words; no sign makes a formula of a number.
        (Some(id), _) if id.parse::<Decimal>().is_ok() => id.clone(),
        (Some(id), _) => harmless(id),
        (None, Value::List { items, .. }) => harmless(&items.iter().map(Line::as_str).collect::<Vec<_>>().join(";")),
        _ => shown(cell),
    };
    write(&table, |column| column.key.clone().unwrap_or_default(), cell)
}

/// The same with the heads and the words that people read.
#[must_use]
pub fn with_text(table: &Table) -> String {
    write(table, |column| harmless(column.head.as_str()), shown)
}

/// A row by itself, for files that grow row by row.
#[must_use]
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    rows([cells.into_iter().map(|cell| harmless(&cell)).collect::<Vec<_>>()])
}

/// A row of heads, then the rows.
fn write(table: &Table, head: impl Fn(&Column) -> String, cell: impl Fn(&Cell) -> String) -> String {
    let mut all = vec![table.columns.iter().map(head).collect::<Vec<_>>()];
    all.extend(table.rows.iter().map(|row| row.iter().map(&cell).collect()));
    rows(all)
}

fn rows(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        // Rows are of equal width by construction and memory takes them all: nothing here can fail.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(line) | Value::List { joined: line, .. } => harmless(line.as_str()),
        Value::Number(number) | Value::Counted(number, _) => round_half_up(*number, 6).normalize().to_string(),
        Value::Month(month) => month.to_string(),
        Value::Empty => String::new(),
    }
}

/// Text that a spreadsheet would run as a formula gets a leading apostrophe.
fn harmless(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
