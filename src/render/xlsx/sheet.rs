//! A table on a sheet of its own: heads in the first row, so that it can be filtered, counted on and read back.

use super::looks::LINE_HEIGHT;
use super::{Book, looks};
use crate::render::document::{Cell, Column, Kind, Table, Value};
use crate::render::wrap::{width, wrap};
use crate::units::Month;
use rust_xlsxwriter::{
    ColNum, ConditionalFormatDataBar, ConditionalFormatType, ExcelDateTime, Format, RowNum, Worksheet, XlsxError,
};

/// Most letters in a cell.
const LONGEST: usize = 32_000;
/// Widest column; longer text is wrapped.
const WIDEST: usize = 50;
/// Wider than an upright page.
const PAGE: usize = 95;

/// Whether a table is better printed across.
pub(super) fn is_wide(table: &Table) -> bool {
    (0..table.columns.len()).map(|i| column_width(table, i)).sum::<usize>() > PAGE
}

/// Writes a table.
pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let widths: Vec<usize> = (0..table.columns.len()).map(|i| column_width(table, i)).collect();
    for (i, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
        let format = if column.kind == Kind::Text { &book.looks.head } else { &book.looks.number_head };
        sheet.write_string_with_format(0, col(i), column.head.as_str(), format)?;
        sheet.set_column_width(col(i), u32::try_from(*width).unwrap_or_default())?;
    }
    for (number, cells) in table.rows.iter().enumerate() {
        for (i, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            put(sheet, row(number + 1), col(i), cell, column)?;
        }
        // Not every program that opens the file finds the height of wrapped text by itself.
        let lines = lines(table, cells, &widths);
        if lines > 1 {
            sheet.set_row_height(row(number + 1), (lines * LINE_HEIGHT).min(400))?;
        }
    }
    let last = (row(table.rows.len()), col(table.columns.len().saturating_sub(1)));
    for (i, _) in table.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Percent) {
        sheet.add_conditional_format(1, col(i), last.0, col(i), &share_bar())?;
    }
    sheet.autofilter(0, 0, last.0, last.1)?.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes a cell as what it is. Text stays text, whatever it begins with.
fn put(sheet: &mut Worksheet, row: RowNum, col: ColNum, cell: &Cell, column: &Column) -> Result<(), XlsxError> {
    let format = looks::cell(column.kind, cell.tone);
    let format = if cell.best { format.set_num_format(format!("\"*\"{}", looks::number(column.kind))) } else { format };
    match &cell.value {
        Value::Number(number) => sheet.write_with_format(row, col, *number, &format)?,
        Value::Month(month) => match date(*month) {
            Some(date) => sheet.write_datetime_with_format(row, col, &date, &looks::month(cell.tone))?,
            None => sheet.write_string_with_format(row, col, month.to_string(), &format)?,
        },
        Value::Text(line) | Value::List { joined: line, .. } => text(sheet, row, col, line.as_str(), &format)?,
        Value::Empty => sheet.write_blank(row, col, &format)?,
    };
    Ok(())
}

/// Writes a text, as much of it as a cell takes.
pub(super) fn text<'a>(
    sheet: &'a mut Worksheet,
    row: RowNum,
    col: ColNum,
    text: &str,
    format: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let shown: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, col, shown, format)
}

/// The first day of a month; nothing before 1900, where the calendar of Excel begins.
fn date(month: Month) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(month.year()).ok()?, month.month(), 1).ok()
}

/// A bar behind a share, from nothing to the whole.
fn share_bar() -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(looks::series(2, crate::render::document::Tone::Plain))
        .set_solid_fill(true)
}

/// Lines of the longest text of a row.
fn lines(table: &Table, cells: &[Cell], widths: &[usize]) -> u32 {
    let lines = cells.iter().zip(&table.columns).zip(widths).map(|((cell, column), width)| {
        // The same room as `column_width` gives, less the indent.
        let room = width.saturating_sub(4) * 10;
        wrap(&cell.show(column.kind), room.div_ceil(11).max(6), "").len()
    });
    lines.max().and_then(|lines| u32::try_from(lines).ok()).unwrap_or(1)
}

/// The width of a column in digits. Chinese letters are somewhat wider than two digits; the head has an arrow beside it.
fn column_width(table: &Table, i: usize) -> usize {
    let Some(column) = table.columns.get(i) else { return 0 };
    let cells = table.rows.iter().filter_map(|row| row.get(i)).map(|cell| width(&cell.show(column.kind)));
    let needed = cells.max().unwrap_or_default().max(width(column.head.as_str()) + 3);
    (needed * 11 / 10 + 4).min(WIDEST)
}

pub(super) fn col(i: usize) -> ColNum {
    ColNum::try_from(i).unwrap_or(ColNum::MAX)
}

pub(super) fn row(i: usize) -> RowNum {
    RowNum::try_from(i).unwrap_or(RowNum::MAX)
}
