//! The report of `diff`: where two scenarios differ, and who says so.

use super::show_view::place;
use super::view::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use crate::model::{Difference, Setting};
use crate::text::Text;

/// Writes the report; `names` are the two scenarios as the user named them.
#[must_use]
pub fn document(names: [&str; 2], differences: &[Difference], text: &Text) -> Document {
    let [left, right] = names;
    let column = |key| Column::new(Kind::Text, text.get(key));
    let columns = [
        column("column-path"),
        Column::new(Kind::Text, text.get("column-first-value")),
        Column::new(Kind::Text, text.get("column-second-value")),
        column("column-left-place"),
        column("column-right-place"),
    ];
    let rows = differences.iter().map(|difference| {
        let value = |side: &Option<Setting>| match side {
            Some(setting) => Cell::from(&*setting.value),
            None => Cell::from(text.get("nothing")),
        };
        let at = |side: &Option<Setting>| side.as_ref().map_or(Cell::empty(), |setting| Cell::from(place(setting)));
        [
            Cell::from(&*difference.path),
            value(&difference.left),
            value(&difference.right),
            at(&difference.left),
            at(&difference.right),
        ]
    });
    let count = differences.len().to_string();
    let answer = if differences.is_empty() {
        Note::new(Tone::Good, text.get("diff-none"))
    } else {
        Note::plain(text.with("diff-count", &[("count", &count)]))
    };
    Document {
        title: text.with("diff-title", &[("left", left), ("right", right)]).into(),
        blocks: vec![Block::Paragraph(answer), Block::Table(Table::new("differences", columns, rows))],
    }
}
