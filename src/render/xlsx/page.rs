//! A sheet, written: what is said in words across its columns, its tables one below the other.

use super::layout::Layout;
use super::leaf::{LONG, Leaf};
use super::row::{Look, Row, rows};
use super::{Book, Tables, col, looks, row, table, write_text};
use crate::render::document::glance::Figure;
use crate::render::document::{Table, Tone};
use rust_xlsxwriter::{ColNum, Format, RowNum, Worksheet, XlsxError};

/// Rows above a table up to which they stay in sight with its head.
const ABOVE: usize = 6;

/// Writes a sheet; `tables` are those written before it.
pub(super) fn write(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    leaf: &Leaf<'_>,
    tables: &mut Tables,
) -> Result<(), XlsxError> {
    let rows = rows(&leaf.parts);
    let layout = Layout::of(&rows, &leaf.tables().collect::<Vec<&Table>>());
    book.set_up(sheet, &leaf.name, &layout.paper)?;
    for (i, width) in layout.widths.all().iter().enumerate() {
        sheet.set_column_width(col(i), u32::try_from(*width).unwrap_or_default())?;
    }
    let last = col(layout.widths.columns() - 1);
    let mut page = Page { book, sheet, last };
    for (at, written) in rows.iter().enumerate() {
        page.row(row(at), written)?;
        if let Row::Head(table) = written {
            tables.places.note(&leaf.name, table, at);
            table::write(book, page.sheet, table, at, tables)?;
        }
    }
    // Not every program that opens the file finds out by itself how high a row must be.
    for (at, height) in layout.heights.iter().enumerate() {
        sheet.set_row_height(row(at), *height)?;
    }
    repeat_head(sheet, &rows, &layout)?;
    if !layout.breaks.is_empty() {
        sheet.set_page_breaks(&layout.breaks)?;
    }
    Ok(())
}

/// A single table keeps its head in sight and on every page; one that ends a sheet, and is long or goes over a page, keeps
/// it on its own pages.
fn repeat_head(sheet: &mut Worksheet, rows: &[Row<'_>], layout: &Layout) -> Result<(), XlsxError> {
    let heads: Vec<(usize, &Table)> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| if let Row::Head(table) = row { Some((at, *table)) } else { None })
        .collect();
    let Some((head, table)) = heads.last() else { return Ok(()) };
    let ends = head + table.rows.len() + 2 == rows.len();
    let is_alone = heads.len() == 1 && *head <= ABOVE;
    if ends && (is_alone || table.rows.len() > LONG || layout.parts(*head, head + table.rows.len())) {
        sheet.set_repeat_rows(row(*head), row(*head))?;
    }
    if ends && is_alone {
        sheet.set_freeze_panes(row(head + 1), 1)?;
    } else if layout.widths.columns() < layout.widths.all().len() {
        sheet.set_freeze_panes(0, 1)?;
    }
    Ok(())
}

struct Page<'a> {
    book: &'a Book<'a>,
    sheet: &'a mut Worksheet,
    /// The last column that running text goes across.
    last: ColNum,
}

impl Page<'_> {
    /// Writes a row that is none of a table.
    fn row(&mut self, at: RowNum, row: &Row<'_>) -> Result<(), XlsxError> {
        match row {
            Row::Said(said, look) => self.line(at, said, &self.format(*look)),
            Row::Link(sheet, said) => self.link(at, sheet, said),
            Row::Figure(figure) => self.figure(at, figure),
            Row::Head(_) | Row::Cells(..) | Row::Gap => Ok(()),
        }
    }

    fn format(&self, look: Look) -> Format {
        match look {
            Look::Title => self.book.looks.title.clone(),
            Look::Heading => self.book.looks.heading.clone(),
            Look::Question => looks::prose(Tone::Plain).set_bold(),
            Look::Prose(tone) => looks::prose(tone),
        }
    }

    /// What is counted in the first column, the number beside it.
    fn figure(&mut self, at: RowNum, figure: &Figure) -> Result<(), XlsxError> {
        let name = looks::prose(Tone::Plain);
        write_text(self.sheet, at, 0, figure.name.as_str(), &name)?;
        write_text(self.sheet, at, 1, figure.value.text.as_str(), &looks::figure(figure.value.tone))?;
        Ok(())
    }

    /// A text across all columns.
    fn line(&mut self, at: RowNum, said: &str, format: &Format) -> Result<(), XlsxError> {
        // Merged first, then written as what it is.
        self.sheet.merge_range(at, 0, at, self.last, "", format)?;
        write_text(self.sheet, at, 0, said, format)?;
        Ok(())
    }

    fn link(&mut self, at: RowNum, sheet: &str, said: &str) -> Result<(), XlsxError> {
        let format = &self.book.looks.link;
        self.sheet.merge_range(at, 0, at, self.last, "", format)?;
        let url = rust_xlsxwriter::Url::new(format!("internal:'{sheet}'!A1")).set_text(said);
        self.sheet.write_url_with_format(at, 0, url, format)?;
        Ok(())
    }
}
