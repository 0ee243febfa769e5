//! A document as an Excel workbook: the text first, then a sheet for each table and one for the charts.
//!
//! Every text is written as text, so that no cell is ever computed; numbers and months are numbers and dates.

mod charts;
mod looks;
mod names;
mod prose;
mod sheet;

use self::looks::Looks;
use self::names::Names;
use super::document::chart::Chart;
use super::document::{Block, Document, Table};
use super::line::Line;
use crate::text::Text;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// Pages are A4, as `set_paper_size` numbers them.
const A4: u8 = 9;
/// Excel refuses a longer header.
const LONGEST_HEADER: usize = 120;

/// Renders a document. The workbook carries a fixed date of creation: the same document gives the same bytes.
///
/// # Errors
/// Whatever Excel has no room for, such as more than a million rows.
pub fn render(document: &Document, text: &Text) -> Result<Vec<u8>, XlsxError> {
    let book = Book { document, text, looks: Looks::new() };
    let mut names = Names::default();
    let first = names.free(&text.get("sheet-report"));
    let entries = book.entries(&mut names);
    let charts: Vec<&Chart> = entries.iter().filter_map(|entry| entry.chart()).collect();
    let chart_sheet = (!charts.is_empty()).then(|| names.free(&text.get("sheet-charts")));

    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    prose::write(&book, book.sheet(&mut workbook, &first, false)?, &entries, chart_sheet.as_deref())?;
    for (table, name) in entries.iter().filter_map(|entry| entry.table()) {
        let wide = sheet::is_wide(table);
        sheet::write(&book, book.sheet(&mut workbook, name, wide)?, table)?;
    }
    if let Some(name) = chart_sheet {
        charts::write(&book, book.sheet(&mut workbook, &name, true)?, &name, &charts)?;
    }
    workbook.save_to_buffer()
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_title(document.title.as_str()).set_author("shuanggang").set_creation_datetime(&fixed))
}

/// What every sheet needs to know.
struct Book<'a> {
    document: &'a Document,
    text: &'a Text,
    looks: Looks,
}

/// A block of the document, and where its numbers are to be found.
enum Entry<'a> {
    Prose(&'a Block),
    /// A table, the sheet that it has, and the heading above it.
    Table(Table, String, &'a Line),
    Chart(&'a Chart),
}

impl Entry<'_> {
    const fn chart(&self) -> Option<&Chart> {
        if let Entry::Chart(chart) = self { Some(chart) } else { None }
    }

    const fn table(&self) -> Option<(&Table, &String)> {
        if let Entry::Table(table, name, _) = self { Some((table, name)) } else { None }
    }
}

impl<'a> Book<'a> {
    /// The blocks in order; each table gets a sheet named by the heading above it.
    fn entries(&self, names: &mut Names) -> Vec<Entry<'a>> {
        let mut heading = &self.document.title;
        let mut entries = Vec::new();
        for block in self.document.readable() {
            entries.push(match block {
                Block::Table(table) => Entry::Table(table.without_ids(), names.free(heading.as_str()), heading),
                Block::Chart(chart) => Entry::Chart(chart),
                block => {
                    if let Block::Heading(line) | Block::Annex(line) = block {
                        heading = line;
                    }
                    Entry::Prose(block)
                }
            });
        }
        entries
    }

    /// A sheet set up for printing.
    fn sheet<'b>(&self, workbook: &'b mut Workbook, name: &str, wide: bool) -> Result<&'b mut Worksheet, XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        if wide {
            sheet.set_landscape();
        }
        // In a header "&" begins a command; doubled it stands for itself. The space keeps a title that begins with a
        // digit from becoming part of the size of the letters.
        let title: String = self.document.title.as_str().chars().take(LONGEST_HEADER).collect();
        sheet.set_header(format!("&L&9 {}", title.replace('&', "&&")));
        sheet.set_footer(format!("&L&9 {}&R&9&P / &N", name.replace('&', "&&")));
        Ok(sheet)
    }
}
