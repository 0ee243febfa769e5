//! One table of a document as CSV (RFC 4180, UTF-8).

use super::document::{Cell, Table, Value};
use crate::units::round_half_up;

/// Renders a table: a row of heads, then the rows. Numbers stand plain, to 6 decimals, shares as 0 to 1.
#[must_use]
pub fn render(table: &Table) -> String {
    let mut rows = vec![table.columns.iter().map(|column| harmless(column.head.as_str())).collect::<Vec<_>>()];
    rows.extend(table.rows.iter().map(|row| row.iter().map(field).collect()));
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        // Rows are of equal width by construction and memory takes them all: nothing here can fail.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn field(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(line) | Value::List { joined: line, .. } => harmless(line.as_str()),
        Value::Number(number) => round_half_up(*number, 6).normalize().to_string(),
        Value::Month(month) => month.to_string(),
        Value::Empty => String::new(),
    }
}

/// Text that a spreadsheet would run as a formula gets a leading apostrophe.
fn harmless(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
