//! A letter as Markdown.

use super::{Letter, Level, Part};
use crate::render::document::{Block, Note};
use crate::render::line::Line;
use crate::render::markdown::{block, escape};

/// Renders a letter; every mark in its text stands for itself.
#[must_use]
pub fn render(letter: &Letter) -> String {
    let mark = letter.mark.iter().map(|mark| format!("**{}**\n", escape(mark.as_str())));
    let parts = letter.parts.iter().map(part).filter(|part| !part.is_empty());
    mark.chain(parts).collect::<Vec<_>>().join("\n")
}

fn part(part: &Part) -> String {
    match part {
        Part::Masthead { issuer, number, signer } => {
            let lines = [format!("**{}**", escape(issuer.as_str())), paragraph(number), paragraph(signer)];
            lines.map(|line| line.trim_end().to_owned() + "\n").join("\n") + "\n---\n"
        }
        Part::Title(lines) => format!("# {}\n", title(lines)),
        Part::Heading(Level::First, line) => format!("## {}\n", escape(line.as_str())),
        Part::Heading(Level::Second, line) => format!("### {}\n", escape(line.as_str())),
        Part::Subtitle(line)
        | Part::Addressee(line)
        | Part::Paragraph(line)
        | Part::Formula(line)
        | Part::Contact(line)
        | Part::Note(line) => paragraph(line),
        Part::Attachments { mark, names } => {
            let names: Vec<_> = names.iter().map(|name| Note::plain(name.to_string())).collect();
            [paragraph(mark), block(&Block::List(names))].join("\n")
        }
        Part::Signature { unit, date } => [paragraph(unit), paragraph(date)].join("\n"),
        Part::Annex { mark, title } => format!("# {}　{}\n", escape(mark.as_str()), self::title(title)),
        Part::Table(_, table) if table.rows.is_empty() => String::new(),
        Part::Table(title, table) => [paragraph(title), block(&Block::Table(table.clone()))].join("\n"),
        Part::Chart(chart) if chart.is_empty() => String::new(),
        Part::Chart(chart) => block(&Block::Chart(chart.clone())),
    }
}

/// The lines of a title as one.
fn title(lines: &[Line]) -> String {
    escape(&lines.iter().map(Line::as_str).collect::<String>())
}

fn paragraph(line: &Line) -> String {
    block(&Block::Paragraph(Note::plain(line.to_string())))
}
