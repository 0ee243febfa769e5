//! Sheets of cells, from workbooks and from CSV in UTF-8 or GB18030.

use super::cell::{Cell, Form};
use super::guard::{self, guarded};
use super::month::Epoch;
use super::workbook_facts::{self, Facts};
use crate::diag::{Code, Diagnostic, Place};
use crate::scenario::read::csv;
use crate::scenario::read::csv::BrokenQuotes;
use calamine::{Data, Dimensions, Range, Reader as _, SheetVisible, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;
use std::sync::Arc;

/// A formula further out than this many cells is not told; no roster comes near.
const MOST_CELLS: usize = 1_000_000;

/// A table of cells.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Sheet {
    /// Its name; empty where a file is one table.
    pub(in crate::scenario) name: String,
    /// Its rows from the first of the sheet on.
    pub(in crate::scenario) rows: Vec<Vec<Cell>>,
    /// Whether a user does not see it.
    pub(in crate::scenario) is_hidden: bool,
    /// What it says beyond its cells; `None` if that cannot be told.
    pub(in crate::scenario) facts: Option<Facts>,
    /// From when its day numbers count.
    pub(in crate::scenario) epoch: Epoch,
}

/// The sheets of a file: a workbook if it begins like one, else CSV.
pub(in crate::scenario) fn read(file: &Arc<str>, bytes: Vec<u8>) -> Result<Vec<Sheet>, Box<Diagnostic>> {
    if is_workbook(file, &bytes) {
        return read_workbook(file, bytes);
    }
    let text = decode(&bytes);
    if text.trim().is_empty() {
        return Err(Diagnostic::new(Code::FileEmpty, &super::start(file)).fact("file", file).into());
    }
    let separator = separator(&text);
    guard::text(&text, separator).map_err(|refusal| refusal.finding(file))?;
    let rows = csv::split(&text, separator).map_err(|BrokenQuotes { row, column }| {
        Box::new(Diagnostic::new(Code::BrokenQuotes, &Place { file: Arc::clone(file), sheet: None, line: row, column }))
    })?;
    let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::of_text).collect()).collect();
    Ok(vec![Sheet { rows, facts: Some(Facts::default()), ..Sheet::default() }])
}

/// Whether a file is to be read as a workbook: by its name, or because it is a ZIP archive or a compound file.
pub(in crate::scenario) fn is_workbook(file: &str, bytes: &[u8]) -> bool {
    let file = file.to_lowercase();
    let is_named = [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".et"].iter().any(|end| file.ends_with(end));
    is_named || bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// The sheets of a workbook.
pub(in crate::scenario) fn read_workbook(file: &Arc<str>, bytes: Vec<u8>) -> Result<Vec<Sheet>, Box<Diagnostic>> {
    guarded(bytes, workbook).map_err(|refusal| refusal.finding(file).into())
}

/// UTF-8, with or without a byte order mark; else GB18030, the other encoding in which Chinese spreadsheets save.
fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::GB18030.decode(bytes).0.into_owned(), str::to_owned)
}

/// The separator of a text: the one that is met most often, a comma if none is.
fn separator(text: &str) -> char {
    let count = |separator: &char| text.matches(*separator).count();
    let mut best = ',';
    for candidate in ['\t', ';'] {
        if count(&candidate) > count(&best) {
            best = candidate;
        }
    }
    best
}

fn workbook(bytes: Vec<u8>) -> Option<Vec<Sheet>> {
    let mut facts = workbook_facts::of(&bytes);
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let epoch = match &book {
        Sheets::Xls(book) => Epoch::of(book.has_1904_epoch()),
        Sheets::Xlsx(book) => Epoch::of(book.has_1904_epoch()),
        Sheets::Xlsb(book) => Epoch::of(book.has_1904_epoch()),
        Sheets::Ods(_) => Epoch::Unknown,
    };
    let sheets = book.sheets_metadata().to_vec().into_iter().map(|about| {
        let name = about.name;
        let range = book.worksheet_range(&name).ok()?;
        let merged = merged(&mut book, &name);
        let facts = facts.remove(&name);
        let mut rows = cells(&range, &merged);
        write_formulas(&mut rows, facts.as_ref());
        Some(Sheet { rows, is_hidden: about.visible != SheetVisible::Visible, facts, epoch, name })
    });
    sheets.collect()
}

/// Puts formulas without a result where the reader of values sees nothing.
fn write_formulas(rows: &mut Vec<Vec<Cell>>, facts: Option<&Facts>) {
    for ((row, column), formula) in facts.into_iter().flat_map(|facts| &facts.uncalculated) {
        let (row, column) = (index(*row), index(*column));
        if row.saturating_mul(column) < MOST_CELLS {
            rows.resize_with(rows.len().max(row + 1), Vec::new);
            if let Some(cells) = rows.get_mut(row) {
                cells.resize_with(cells.len().max(column + 1), Cell::default);
                if let Some(cell) = cells.get_mut(column) {
                    *cell = Cell { text: format!("={formula}"), form: Form::Uncalculated, filled: false };
                }
            }
        }
    }
}

fn index(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or(usize::MAX)
}

fn merged<R: std::io::Read + std::io::Seek>(book: &mut Sheets<R>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    }
}

/// The cells of a sheet, so that row and column are those that the user sees, every merged cell in all of its places.
fn cells(range: &Range<Data>, merged: &[Dimensions]) -> Vec<Vec<Cell>> {
    let Some((last_row, last_column)) = range.end() else { return Vec::new() };
    let value = |row, column| range.get_value((row, column)).map(Cell::of_data).unwrap_or_default();
    let mut rows: Vec<Vec<Cell>> =
        (0..=last_row).map(|row| (0..=last_column).map(|column| value(row, column)).collect()).collect();
    for area in merged {
        let (top, left) = area.start;
        let first = value(top, left);
        let (bottom, right) = (index(area.end.0), index(area.end.1));
        let end = bottom.saturating_add(1).min(rows.len());
        for (row, cells) in (index(top)..).zip(rows.get_mut(index(top)..end).unwrap_or_default()) {
            let end = right.saturating_add(1).min(cells.len());
            for (column, cell) in (index(left)..).zip(cells.get_mut(index(left)..end).unwrap_or_default()) {
                if (row, column) != (index(top), index(left)) {
                    *cell = Cell { filled: true, ..first.clone() };
                }
            }
        }
    }
    rows
}
