//! The report of `show` as a table: every value of a scenario, and where it was written.

pub mod diff;
pub mod json;

use super::parts::columns::columns;
use super::parts::{overlays, pack};
use super::words::Words;
use crate::model::{Setting, Unit};
use crate::render::document::{Block, Document, Kind};
use crate::text::Text;

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, settings: &[Setting], text: &Text) -> Document {
    let table = columns("values", text, settings)
        .col("path", Kind::Text, |setting| &*setting.path)
        .head("value", "column-written", Kind::Text, |setting| &*setting.value)
        .col("place", Kind::Text, |setting| place(setting))
        .table();
    let words = Words { unit, text };
    let trade = pack::note(words).map(Block::Paragraph).into_iter().collect();
    let blocks = [overlays::section(words), trade, vec![Block::plain(text.get("show-defaults")), Block::Table(table)]];
    Document { title: text.with("show-title", &[("unit", words.unit_name())]).into(), blocks: blocks.concat() }
}

/// What is said of the pack before a scenario in text: a comment, so that it can be used as a scenario again.
#[must_use]
pub fn comment(unit: &Unit, text: &Text) -> String {
    pack::note(Words { unit, text }).map(|note| format!("# {}\n", note.text)).unwrap_or_default()
}

/// File and line.
fn place(setting: &Setting) -> String {
    format!("{}:{}", setting.file, setting.line)
}
