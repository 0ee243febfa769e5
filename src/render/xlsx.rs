//! A document as an Excel workbook: a sheet for each topic, one for a long or broad table amid others, one for the charts.
//!
//! Every text is written as text; numbers, months and years are numbers and dates. The only formulas are those that count
//! the rows of tables again, made of our own words alone, with their results stored.

mod beside;
mod charts;
mod drawing;
mod layout;
mod leaf;
mod looks;
pub mod marks;
mod names;
mod page;
mod paper;
mod points;
mod recount;
mod row;
mod table;
mod widths;

use self::leaf::Leaves;
use self::looks::Looks;
use self::names::Names;
use self::paper::Paper;
use self::recount::Places;
use super::document::Document;
use crate::text::{Language, Text};
pub use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet};

/// Excel refuses a longer header.
const LONGEST_HEADER: usize = 120;
/// Most letters in a cell.
const LONGEST: usize = 32_000;

/// Renders a document. The workbook carries a fixed date of creation: the same document gives the same bytes.
///
/// # Errors
/// Whatever Excel has no room for, such as more than a million rows.
pub fn render(document: &Document, text: &Text) -> Result<Vec<u8>, XlsxError> {
    named(document, "", text)
}

/// The same behind the sheets of a workbook, which are kept as they are; its sheets of earlier results go. `None` if the
/// workbook cannot be added to.
///
/// # Errors
/// Whatever Excel has no room for.
pub fn render_beside(document: &Document, book: &[u8], text: &Text) -> Result<Option<Vec<u8>>, XlsxError> {
    let results = named(document, &text.get(RESULTS), text)?;
    let before = Language::ALL.map(|language| Text::new(language).get(RESULTS));
    Ok(beside::beside(book, &results, &before))
}

/// How the names of sheets of results begin where others stand before them.
const RESULTS: &str = "tab-result";

fn named(document: &Document, begin: &str, text: &Text) -> Result<Vec<u8>, XlsxError> {
    let book = Book { document, looks: Looks::new() };
    let Leaves { leaves, charts } = Leaves::of(document, begin, text);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    let mut tables = Tables::default();
    for leaf in &leaves {
        page::write(&book, workbook.add_worksheet(), leaf, &mut tables)?;
    }
    if let Some((name, charts)) = charts {
        charts::write(&book, workbook.add_worksheet(), &name, &charts)?;
    }
    workbook.save_to_buffer()
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_title(document.title.as_str()).set_author("shuanggang").set_creation_datetime(&fixed))
}

/// The tables written so far.
#[derive(Default)]
struct Tables {
    names: Names,
    places: Places,
}

/// What every sheet needs to know.
struct Book<'a> {
    document: &'a Document,
    looks: Looks,
}

impl Book<'_> {
    /// Names a sheet and sets it up for printing.
    fn set_up(&self, sheet: &mut Worksheet, name: &str, paper: &Paper) -> Result<(), XlsxError> {
        sheet.set_name(name)?.set_screen_gridlines(false);
        paper.apply(sheet)?;
        // In a header "&" begins a command; doubled it stands for itself. The space keeps a title that begins with a
        // digit from becoming part of the size of the letters.
        let title: String = self.document.title.as_str().chars().take(LONGEST_HEADER).collect();
        sheet.set_header(format!("&L&9 {}", title.replace('&', "&&")));
        sheet.set_footer(format!("&L&9 {}&R&9&P / &N", name.replace('&', "&&")));
        Ok(())
    }
}

/// Writes a text, as much of it as a cell takes. Text stays text, whatever it begins with.
fn write_text<'a>(
    sheet: &'a mut Worksheet,
    row: RowNum,
    col: ColNum,
    text: &str,
    format: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let shown: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, col, shown, format)
}

fn col(i: usize) -> ColNum {
    ColNum::try_from(i).unwrap_or(ColNum::MAX)
}

fn row(i: usize) -> RowNum {
    RowNum::try_from(i).unwrap_or(RowNum::MAX)
}
