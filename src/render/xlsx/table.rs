//! A table as Excel knows it: named, with heads by which it is filtered and counted on.

use super::names::Names;
use super::{Book, Tables, col, looks, row, write_text};
use crate::render::document::{Cell, Column, Kind, Table, Tone, Value};
use crate::units::{Month, round_half_up};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ColNum, ConditionalFormatDataBar, ConditionalFormatType, ExcelDateTime, Formula, RowNum, Table as Named,
    TableColumn, TableStyle, Worksheet, XlsxError,
};

/// Places after the point to which a number is written: as many as in CSV.
const PLACES: u32 = 6;

/// Writes a table whose head stands in row `top`; its name is the stable one, with a number behind it if that is
/// taken.
pub(super) fn write(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    table: &Table,
    top: usize,
    tables: &mut Tables,
) -> Result<(), XlsxError> {
    let last = (row(top + table.rows.len()), col(table.columns.len().saturating_sub(1)));
    let mut heads = Names::default();
    let columns = table.columns.iter().map(|column| {
        let format = if column.kind.is_name() { &book.looks.head } else { &book.looks.number_head };
        TableColumn::new().set_header(heads.head(column.head.as_str())).set_header_format(format)
    });
    let excel = Named::new().set_name(tables.names.table(table.name)).set_style(TableStyle::None);
    sheet.add_table(row(top), 0, last.0, last.1, &excel.set_columns(&columns.collect::<Vec<_>>()))?;
    for (number, cells) in table.rows.iter().enumerate() {
        let at = row(top + 1 + number);
        for (i, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            put(sheet, at, col(i), cell, column, tables)?;
        }
    }
    for (i, _) in table.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Percent) {
        sheet.add_conditional_format(row(top + 1), col(i), last.0, col(i), &share_bar())?;
    }
    Ok(())
}

/// Writes a cell as what it is.
fn put(
    sheet: &mut Worksheet,
    row: RowNum,
    col: ColNum,
    cell: &Cell,
    column: &Column,
    tables: &Tables,
) -> Result<(), XlsxError> {
    let shown = match &cell.value {
        Value::Number(number) | Value::Counted(number, _) => looks::number_of(column.kind, rounded(*number)),
        _ => looks::number(column.kind),
    };
    // What is not there is neither good nor bad.
    let tone = if matches!(cell.value, Value::Empty) { Tone::Plain } else { cell.tone };
    let format = looks::cell(column.kind, tone);
    let format = match (cell.best, column.kind.is_name()) {
        (true, _) => format.set_num_format(format!("\"*\"{shown}")),
        (false, true) => format,
        (false, false) => format.set_num_format(shown),
    };
    match &cell.value {
        Value::Number(number) => sheet.write_with_format(row, col, rounded(*number), &format)?,
        Value::Counted(number, by) => match tables.places.formula(by) {
            Some(formula) => {
                let formula = Formula::new(formula).set_result(rounded(*number).normalize().to_string());
                sheet.write_formula_with_format(row, col, formula, &format)?
            }
            None => sheet.write_with_format(row, col, rounded(*number), &format)?,
        },
        Value::Month(month) => match date(*month) {
            Some(date) => sheet.write_datetime_with_format(row, col, &date, &looks::month(cell.tone))?,
            None => sheet.write_string_with_format(row, col, month.to_string(), &format)?,
        },
        Value::Text(line) | Value::List { joined: line, .. } => write_text(sheet, row, col, line.as_str(), &format)?,
        Value::Empty => sheet.write_blank(row, col, &format)?,
    };
    Ok(())
}

/// A number as it is written: what a solver leaves behind the last place that means anything is not.
pub(super) fn rounded(number: Decimal) -> Decimal {
    round_half_up(number, PLACES)
}

/// The first day of a month; nothing before 1900, where the calendar of Excel begins.
pub(super) fn date(month: Month) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(month.year()).ok()?, month.month(), 1).ok()
}

/// A bar behind a share, from nothing to the whole.
fn share_bar() -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(looks::BAR)
        .set_solid_fill(true)
}
