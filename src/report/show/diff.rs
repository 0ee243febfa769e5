//! The report of `diff`: where two scenarios differ, and who says so.

use crate::model::{Difference, Setting};
use crate::render::document::{Block, Cell, Document, Kind, Note, Tone};
use crate::report::parts::columns::columns;
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
    let value = |side: &Option<Setting>| match side {
        Some(setting) => Cell::from(&*setting.value),
        None => Cell::word("", text.get("nothing")),
    };
    let places = |difference: &Difference| {
        let places: Vec<_> = [&difference.left, &difference.right].into_iter().flatten().map(place).collect();
        places.join(" → ")
    };
    let table = columns("differences", text, differences)
        .col("path", Kind::Text, |difference| &*difference.path)
        .head("left", "column-first", Kind::Text, |difference| value(&difference.left))
        .head("right", "column-second", Kind::Text, |difference| value(&difference.right))
        .col("place", Kind::Text, |difference| places(difference))
        .table();
    let count = differences.len().to_string();
    let answer = if differences.is_empty() {
        Note::new(Tone::Good, text.get("diff-none"))
    } else {
        Note::plain(text.with("diff-count", &[("count", &count)]))
    };
    Document {
        title: text.with("diff-title", &[("left", left), ("right", right)]).into(),
        blocks: vec![Block::Paragraph(answer), Block::Table(table)],
    }
}
