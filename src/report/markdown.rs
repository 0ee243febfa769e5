//! A document as Markdown (`CommonMark` with GitHub's tables).

use super::view::{Block, Document, Kind, Note, Table};

/// Renders a document; every mark in its text stands for itself.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", escape(document.title.as_str()));
    for block in document.blocks.iter().filter(|block| !block.is_empty()) {
        out.push('\n');
        match block {
            Block::Heading(line) => out.push_str(&format!("## {}\n", escape(line.as_str()))),
            Block::Paragraph(note) => out.push_str(&format!("{}\n", start_of_line(note))),
            Block::List(notes) => {
                for note in notes {
                    out.push_str(&format!("- {}\n", start_of_line(note)));
                }
            }
            Block::Table(table) => push_table(&mut out, table),
        }
    }
    out
}

fn push_table(out: &mut String, table: &Table) {
    let mut push_row = |cells: Vec<String>| out.push_str(&format!("| {} |\n", cells.join(" | ")));
    push_row(table.columns.iter().map(|column| escape(column.head.as_str())).collect());
    let rule = |kind: Kind| if kind == Kind::Text { "---" } else { "---:" };
    push_row(table.columns.iter().map(|column| rule(column.kind).to_owned()).collect());
    for row in &table.rows {
        push_row(row.iter().zip(&table.columns).map(|(cell, column)| escape(&cell.show(column.kind))).collect());
    }
}

/// A text at the start of a line, where more marks have a meaning than within it.
fn start_of_line(note: &Note) -> String {
    let text = escape(note.text.as_str());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        Some('#' | '-' | '+' | '=') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
