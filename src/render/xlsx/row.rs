//! The rows of a sheet before it is known how wide its columns are, and how high each is then.

use super::leaf::Part;
use super::looks;
use super::widths::{Widths, lines};
use crate::render::document::glance::Figure;
use crate::render::document::{Block, Cell, Note, Table, Tone};
use std::borrow::Cow;

/// A row.
pub(super) enum Row<'a> {
    /// Words across all columns.
    Said(Cow<'a, str>, Look),
    /// The way to another sheet: its name, and what is said of it.
    Link(&'a str, &'a str),
    Figure(&'a Figure),
    Head(&'a Table),
    Cells(&'a Table, &'a [Cell]),
    Gap,
}

/// How words across all columns look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    /// A section begins with it.
    Heading,
    Question,
    Prose(Tone),
}

impl Look {
    /// Steps by which its letters are larger than those of running text.
    pub(super) const fn larger(self) -> u32 {
        match self {
            Self::Title => 2,
            Self::Heading => 1,
            Self::Question | Self::Prose(_) => 0,
        }
    }
}

/// The rows of a sheet, a gap before every heading and after every table.
pub(super) fn rows<'a>(parts: &'a [Part<'_>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for part in parts {
        let follows_gap = rows.last().is_none_or(|last| matches!(last, Row::Gap));
        match part {
            Part::Title(title) => rows.push(Row::Said(title.as_str().into(), Look::Title)),
            Part::Heading(heading) => {
                rows.extend((!follows_gap).then_some(Row::Gap));
                rows.push(Row::Said(heading.into(), Look::Heading));
            }
            Part::Prose(block) => rows.extend(said(block)),
            Part::Link(sheet, said) => rows.push(Row::Link(sheet, said)),
            Part::Table(table) => {
                rows.push(Row::Head(table));
                rows.extend(table.rows.iter().map(|cells| Row::Cells(table, cells)));
                rows.push(Row::Gap);
            }
        }
    }
    rows
}

fn said(block: &Block) -> Vec<Row<'_>> {
    fn of<'n>(note: &'n Note, bullet: &str) -> Row<'n> {
        let said = if bullet.is_empty() { note.text.as_str().into() } else { format!("{bullet}{}", note.text).into() };
        Row::Said(said, Look::Prose(note.tone))
    }
    match block {
        Block::Paragraph(note) => vec![of(note, "")],
        Block::List(notes) => notes.iter().map(|note| of(note, "· ")).collect(),
        Block::Figures(figures) => figures.iter().map(Row::Figure).collect(),
        Block::Answers(answers) => answers
            .iter()
            .flat_map(|answer| [Row::Said(answer.question.as_str().into(), Look::Question), of(&answer.answer, "")])
            .collect(),
        _ => Vec::new(),
    }
}

impl Row<'_> {
    /// Points of its height.
    pub(super) fn height(&self, widths: &Widths) -> u32 {
        match self {
            Self::Said(said, look) => {
                // Larger letters need more room for the same words.
                let larger = look.larger();
                let room = widths.line() * 10 / (10 + 2 * usize::try_from(larger).unwrap_or_default());
                looks::height(lines(said, room), larger)
            }
            Self::Link(_, said) => looks::height(lines(said, widths.line()), 0),
            Self::Figure(figure) => {
                let first = widths.all().first().copied().unwrap_or_default();
                looks::height(lines(figure.name.as_str(), first), 0)
            }
            Self::Head(table) => looks::height(widths.head_lines(table), 0),
            Self::Cells(table, cells) => looks::height(widths.lines(table, cells), 0),
            Self::Gap => looks::height(1, 0),
        }
    }
}
