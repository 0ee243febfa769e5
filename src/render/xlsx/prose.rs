//! The first sheet: everything that is said in words, with the way to the tables.

use super::looks::LINE_HEIGHT;
use super::sheet::text;
use super::{Book, Entry, looks};
use crate::render::document::{Block, Note};
use crate::render::wrap::wrap;
use rust_xlsxwriter::{Format, RowNum, Worksheet, XlsxError};

/// Width of the text, in digits.
const WIDTH: u32 = 70;
/// Columns of text in a line of that width, Chinese letters being wider than two digits.
const COLUMNS: usize = 60;

/// Writes title, headings, sentences, and a link for each table and chart.
pub(super) fn write(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    entries: &[Entry<'_>],
    charts: Option<&str>,
) -> Result<(), XlsxError> {
    let mut page = Page { sheet, row: 0 };
    page.sheet.set_column_width(0, WIDTH)?;
    page.line(book.document.title.as_str(), &book.looks.title, 2)?;
    for entry in entries {
        match entry {
            Entry::Prose(block) => page.block(book, block)?,
            Entry::Table(_, name, heading) => {
                page.link(book, name, book.text.with("sheet-link", &[("sheet", heading.as_str())]))?;
            }
            Entry::Chart(chart) => {
                if let Some(name) = charts {
                    page.link(book, name, book.text.with("chart-link", &[("chart", chart.title.as_str())]))?;
                }
            }
        }
    }
    Ok(())
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: RowNum,
}

impl Page<'_> {
    fn block(&mut self, book: &Book<'_>, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(line) | Block::Annex(line) => {
                self.row += 1;
                self.line(line.as_str(), &book.looks.heading, 1)
            }
            Block::Paragraph(note) => self.note(note, ""),
            Block::List(notes) => notes.iter().try_for_each(|note| self.note(note, "· ")),
            Block::Figures(figures) => figures.iter().try_for_each(|figure| self.note(&figure.told(), "· ")),
            Block::Answers(answers) => answers.iter().try_for_each(|answer| self.note(&answer.told(), "· ")),
            Block::Table(_) | Block::Chart(_) | Block::Grid(_) | Block::Choice(_) => Ok(()),
        }
    }

    fn note(&mut self, note: &Note, bullet: &str) -> Result<(), XlsxError> {
        self.line(&format!("{bullet}{}", note.text), &looks::prose(note.tone), 0)
    }

    /// A text in a row of its own, as high as its lines: not every reader of the file finds that out by itself.
    fn line(&mut self, said: &str, format: &Format, larger: u32) -> Result<(), XlsxError> {
        let lines = u32::try_from(wrap(said, COLUMNS, "").len()).unwrap_or(1);
        self.sheet.set_row_height(self.row, (lines * (LINE_HEIGHT + 3 * larger)).min(400))?;
        text(self.sheet, self.row, 0, said, format)?;
        self.row += 1;
        Ok(())
    }

    fn link(&mut self, book: &Book<'_>, sheet: &str, shown: String) -> Result<(), XlsxError> {
        let url = rust_xlsxwriter::Url::new(format!("internal:'{sheet}'!A1"));
        self.sheet.write_url_with_format(self.row, 0, url.set_text(shown), &book.looks.link)?;
        self.row += 1;
        Ok(())
    }
}
