//! A document as Markdown (`CommonMark` with GitHub's tables).

use super::document::glance::{Answer, Figure};
use super::document::{Block, Document, Kind, Note};
use super::drawing;
use super::line::Line;

/// Columns of a chart.
const WIDTH: usize = 80;

/// Renders a document; every mark in its text stands for itself.
#[must_use]
pub fn render(document: &Document) -> String {
    let blocks = document.readable();
    let title = format!("# {}\n", escape(document.title.as_str()));
    [title].into_iter().chain(blocks.map(block)).collect::<Vec<_>>().join("\n")
}

pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Heading(line) => format!("## {}\n", escape(line.as_str())),
        Block::Paragraph(note) => format!("{}\n", start_of_line(note)),
        Block::List(notes) => points(notes),
        Block::Chart(chart) => drawn(&chart.title, drawing::lines(chart, WIDTH)),
        Block::Grid(grid) => drawn(&grid.title, drawing::lanes(grid, WIDTH)),
        Block::Figures(figures) => points(&figures.iter().map(Figure::told).collect::<Vec<_>>()),
        Block::Answers(answers) => points(&answers.iter().map(Answer::told).collect::<Vec<_>>()),
        Block::About(_) | Block::Choice(_) | Block::Solved(_) | Block::Dates(_) => String::new(),
        Block::Table(table) => {
            let table = table.without_ids();
            let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
            let rule = |kind: Kind| if kind.is_name() { "---" } else { "---:" };
            let head = row(table.columns.iter().map(|column| escape(column.head.as_str())).collect());
            let rules = row(table.columns.iter().map(|column| rule(column.kind).to_owned()).collect());
            let rows = table.rows.iter().map(|cells| {
                let cells = cells.iter().zip(&table.columns);
                row(cells.map(|(cell, column)| escape(&cell.show(column.kind))).collect())
            });
            lines([head, rules].into_iter().chain(rows))
        }
    }
}

fn points(notes: &[Note]) -> String {
    lines(notes.iter().map(|note| format!("- {}", start_of_line(note))))
}

/// Indented by four, nothing in a line has a meaning, not even the mark of a fence.
fn drawn(title: &Line, drawn: Vec<String>) -> String {
    format!("**{}**\n\n{}", escape(title.as_str()), lines(drawn.into_iter().map(|line| format!("    {line}"))))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
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

pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
