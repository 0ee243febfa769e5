//! The report of `show` as a table: every value of a scenario, and where it was written.

pub mod diff;
pub mod json;

use super::parts::overlays;
use super::words::Words;
use crate::model::{Setting, Unit};
use crate::render::document::{Block, Cell, Column, Document, Kind, Table};
use crate::text::Text;

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, settings: &[Setting], text: &Text) -> Document {
    let column = |key| Column::new(Kind::Text, text.get(key));
    let columns = [column("column-path"), column("column-written"), column("column-place")];
    let rows = settings
        .iter()
        .map(|setting| [Cell::from(&*setting.path), Cell::from(&*setting.value), Cell::from(place(setting))]);
    let blocks = [
        overlays::section(Words { unit, text }),
        vec![Block::plain(text.get("show-defaults")), Block::Table(Table::new("values", columns, rows))],
    ];
    Document { title: text.with("show-title", &[("unit", &unit.name)]).into(), blocks: blocks.concat() }
}

/// File and line.
fn place(setting: &Setting) -> String {
    format!("{}:{}", setting.file, setting.line)
}
