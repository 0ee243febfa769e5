//! What a finished document says.

use shuanggang::render::document::{Block, Cell, Document};

/// The running text of a document, without its tables.
pub(crate) fn sentences(document: &Document) -> Vec<&str> {
    let notes = document.blocks.iter().flat_map(|block| match block {
        Block::Heading(line) => vec![line.as_str()],
        Block::Paragraph(note) => vec![note.text.as_str()],
        Block::List(notes) => notes.iter().map(|note| note.text.as_str()).collect(),
        Block::Figures(figures) => figures.iter().map(|figure| figure.value.text.as_str()).collect(),
        Block::Answers(answers) => answers.iter().map(|answer| answer.answer.text.as_str()).collect(),
        Block::About(_)
        | Block::Table(_)
        | Block::Chart(_)
        | Block::Grid(_)
        | Block::Choice(_)
        | Block::Solved(_)
        | Block::Dates(_) => Vec::new(),
    });
    notes.collect()
}

/// The cells of a table as they are shown.
pub(crate) fn table<'a>(document: &'a Document, name: &str) -> Vec<Vec<String>> {
    let table = document.tables().find(|table| table.name == name).unwrap_or_else(|| panic!("{name}"));
    let row = |row: &'a Vec<Cell>| row.iter().zip(&table.columns).map(|(cell, c)| cell.show(c.kind)).collect();
    table.rows.iter().map(row).collect()
}
