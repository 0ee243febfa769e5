//! A sheet, written: what is said in words across its columns, its tables one below the other.

use super::leaf::{Leaf, Part};
use super::paper::{Paper, breaks};
use super::widths::{Widths, lines};
use super::{Book, Tables, col, looks, row, table, write_text};
use crate::render::document::glance::{Answer, Figure};
use crate::render::document::{Block, Note, Table, Tone};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Rows above a table up to which they stay in sight with its head.
const ABOVE: usize = 6;

/// Writes a sheet; `tables` are those written before it.
pub(super) fn write(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    leaf: &Leaf<'_>,
    tables: &mut Tables,
) -> Result<(), XlsxError> {
    let widths = Widths::of(&leaf.tables().collect::<Vec<&Table>>());
    let paper = Paper::of(widths.all());
    book.set_up(sheet, &leaf.name, paper)?;
    for (i, width) in widths.all().iter().enumerate() {
        sheet.set_column_width(col(i), u32::try_from(*width).unwrap_or_default())?;
    }
    let mut page =
        Page { book, sheet, name: &leaf.name, widths, heights: Vec::new(), sections: Vec::new(), heads: Vec::new() };
    for part in &leaf.parts {
        page.part(part, tables)?;
    }
    let Page { heights, mut sections, heads, .. } = page;
    // A single table keeps its head in sight and on every page.
    let ends = leaf.parts.last().is_some_and(|part| matches!(part, Part::Table(_)));
    if let Some(head) = heads.first().filter(|head| heads.len() == 1 && ends && **head <= ABOVE) {
        sheet.set_freeze_panes(row(head + 1), 1)?.set_repeat_rows(row(*head), row(*head))?;
    }
    sections.push(heights.len());
    let spans = sections.windows(2).filter_map(|span| {
        let height = heights.get(span[0]..span[1])?.iter().sum();
        Some((row(span[0]), height))
    });
    let breaks = breaks(&spans.collect::<Vec<_>>(), paper.height());
    if !breaks.is_empty() {
        sheet.set_page_breaks(&breaks)?;
    }
    Ok(())
}

struct Page<'a> {
    book: &'a Book<'a>,
    sheet: &'a mut Worksheet,
    name: &'a str,
    widths: Widths,
    /// Points of each row so far.
    heights: Vec<u32>,
    /// The rows at which a section begins.
    sections: Vec<usize>,
    /// The rows of the heads of tables.
    heads: Vec<usize>,
}

impl Page<'_> {
    fn part(&mut self, part: &Part<'_>, tables: &mut Tables) -> Result<(), XlsxError> {
        let looks = &self.book.looks;
        match part {
            Part::Title(title) => self.line(title.as_str(), &looks.title, 2),
            Part::Heading(heading) => {
                if !self.heights.is_empty() {
                    self.gap()?;
                }
                self.sections.push(self.heights.len());
                self.line(heading, &looks.heading, 1)
            }
            Part::Prose(block) => self.prose(block),
            Part::Link(sheet, said) => self.link(sheet, said),
            Part::Table(table) => {
                let top = self.heights.len();
                self.heads.push(top);
                tables.places.note(self.name, table, top);
                self.heights.extend(table::write(self.book, self.sheet, table, top, &self.widths, tables)?);
                self.gap()
            }
        }
    }

    fn prose(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Paragraph(note) => self.note(note, ""),
            Block::List(notes) => notes.iter().try_for_each(|note| self.note(note, "· ")),
            Block::Figures(figures) => figures.iter().try_for_each(|figure| self.figure(figure)),
            Block::Answers(answers) => answers.iter().try_for_each(|answer| self.answer(answer)),
            _ => Ok(()),
        }
    }

    fn note(&mut self, note: &Note, bullet: &str) -> Result<(), XlsxError> {
        self.line(&format!("{bullet}{}", note.text), &looks::prose(note.tone), 0)
    }

    /// What is counted in the first column, the number beside it.
    fn figure(&mut self, figure: &Figure) -> Result<(), XlsxError> {
        let at = row(self.heights.len());
        write_text(self.sheet, at, 0, figure.name.as_str(), &looks::prose(Tone::Plain))?;
        write_text(self.sheet, at, 1, figure.value.text.as_str(), &looks::figure(figure.value.tone))?;
        let first = self.widths.all().first().copied().unwrap_or_default();
        self.end_row(lines(figure.name.as_str(), first), 0)
    }

    fn answer(&mut self, answer: &Answer) -> Result<(), XlsxError> {
        self.line(answer.question.as_str(), &looks::prose(Tone::Plain).set_bold(), 0)?;
        self.note(&answer.answer, "")
    }

    /// A text across all columns.
    fn line(&mut self, said: &str, format: &Format, larger: u32) -> Result<(), XlsxError> {
        let (at, last) = (row(self.heights.len()), col(self.widths.all().len() - 1));
        // Merged first, then written as what it is.
        self.sheet.merge_range(at, 0, at, last, "", format)?;
        write_text(self.sheet, at, 0, said, format)?;
        // Larger letters need more room for the same words.
        let room = self.widths.total() * 10 / (10 + 2 * usize::try_from(larger).unwrap_or_default());
        self.end_row(lines(said, room), larger)
    }

    fn link(&mut self, sheet: &str, said: &str) -> Result<(), XlsxError> {
        let (at, last) = (row(self.heights.len()), col(self.widths.all().len() - 1));
        let format = &self.book.looks.link;
        self.sheet.merge_range(at, 0, at, last, "", format)?;
        let url = rust_xlsxwriter::Url::new(format!("internal:'{sheet}'!A1")).set_text(said);
        self.sheet.write_url_with_format(at, 0, url, format)?;
        self.end_row(lines(said, self.widths.total()), 0)
    }

    fn gap(&mut self) -> Result<(), XlsxError> {
        self.end_row(1, 0)
    }

    fn end_row(&mut self, lines: u32, larger: u32) -> Result<(), XlsxError> {
        let height = looks::height(lines, larger);
        self.sheet.set_row_height(row(self.heights.len()), height)?;
        self.heights.push(height);
        Ok(())
    }
}
