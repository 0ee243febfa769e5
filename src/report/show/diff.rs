//! The report of `diff`: where two scenarios differ, and who says so.

use crate::model::{Difference, Setting};
use crate::render::document::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use crate::text::Text;

/// File without its folder, which the names above the table tell, and line.
fn place(setting: &Setting) -> String {
    let file = setting.file.rsplit('/').next().unwrap_or_default();
    format!("{file}:{}", setting.line)
}

/// Writes the report; `names` are the two scenarios as the user named them.
#[must_use]
pub fn document(names: [&str; 2], differences: &[Difference], text: &Text) -> Document {
    let [left, right] = names;
    let column = |key| Column::new(Kind::Text, text.get(key));
    let columns = [
        column("column-path"),
        Column::new(Kind::Text, text.get("column-first")),
        Column::new(Kind::Text, text.get("column-second")),
        column("column-place"),
    ];
    let rows = differences.iter().map(|difference| {
        let value = |side: &Option<Setting>| match side {
            Some(setting) => Cell::from(&*setting.value),
            None => Cell::from(text.get("nothing")),
        };
        let places: Vec<_> = [&difference.left, &difference.right].into_iter().flatten().map(place).collect();
        [
            Cell::from(&*difference.path),
            value(&difference.left),
            value(&difference.right),
            Cell::from(places.join(" → ")),
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
