//! The sheet of charts: the drawings that Excel makes, one below the other, and beside the paper the numbers of each.

use super::drawing::{Place, drawing};
use super::paper::{Paper, UPRIGHT};
use super::points::{Point, points};
use super::widths::Widths;
use super::{Book, col, looks, row, table, write_text};
use crate::render::document::chart::{Chart, Shape};
use crate::render::document::{Kind, Tone};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Rows that a drawing of bars takes at least and at most, with room for the name of every bar, and any other.
const BARS: (usize, usize) = (15, 46);
const ROWS: usize = 15;
/// Columns that it covers, of the usual 64 pixels each; behind them are the numbers.
const COLUMNS: usize = 16;
/// Rows between two charts.
const GAP: usize = 2;

/// Writes every chart below the one before.
pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet, name: &str, charts: &[&Chart]) -> Result<(), XlsxError> {
    let paper = Paper::of(&Widths::given(&[9; COLUMNS]), UPRIGHT);
    book.set_up(sheet, name, &paper)?;
    sheet.set_column_width(col(COLUMNS), 24)?;
    let most = charts.iter().map(|chart| chart.series.len()).max().unwrap_or_default();
    for i in 1..=most {
        sheet.set_column_width(col(COLUMNS + i), 14)?;
    }
    let (mut top, mut breaks, mut page) = (0, Vec::new(), 0);
    let fit = usize::try_from(paper.height()).unwrap_or_default() / 15;
    for chart in charts {
        let points = points(chart);
        numbers(book, sheet, chart, &points, top)?;
        let is_bars = matches!(chart.shape, Shape::Bars | Shape::Stacked);
        let height = if is_bars { (chart.categories.len() * 3 / 2 + 9).clamp(BARS.0, BARS.1) } else { ROWS };
        if page > 0 && page + height > fit {
            // Above the row between: else the border of the drawing is left on the page before.
            breaks.push(row(top - 1));
            page = 1;
        }
        let place = Place { sheet: name, head: top + 1, column: COLUMNS, rows: height };
        sheet.insert_chart(row(top), 0, &drawing(chart, &points, place))?;
        let taken = height.max(points.len() + 2) + GAP;
        (top, page) = (top + taken, page + taken);
    }
    if !breaks.is_empty() {
        sheet.set_page_breaks(&breaks)?;
    }
    sheet.set_print_area(0, 0, row(top), col(COLUMNS - 1))?;
    Ok(())
}

/// Title, heads, and a row for each point, from row `top` on.
fn numbers(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    chart: &Chart,
    points: &[Point],
    top: usize,
) -> Result<(), XlsxError> {
    write_text(sheet, row(top), col(COLUMNS), chart.title.as_str(), &book.looks.heading.clone().unset_text_wrap())?;
    write_text(sheet, row(top + 1), col(COLUMNS), chart.axes.categories.as_str(), &book.looks.head)?;
    let (named, numbered) = (looks::cell(Kind::Text, Tone::Plain), looks::cell(chart.kind, Tone::Plain));
    for (k, series) in chart.series.iter().enumerate() {
        write_text(sheet, row(top + 1), col(COLUMNS + 1 + k), series.name.as_str(), &book.looks.number_head)?;
    }
    for (i, point) in points.iter().enumerate() {
        let at = row(top + 2 + i);
        match point.month.and_then(table::date) {
            Some(date) => sheet.write_datetime_with_format(at, col(COLUMNS), &date, &looks::month(Tone::Plain))?,
            None => write_text(sheet, at, col(COLUMNS), point.name.as_str(), &named)?,
        };
        for (k, value) in point.values.iter().enumerate() {
            if let Some(value) = value {
                sheet.write_with_format(at, col(COLUMNS + 1 + k), table::rounded(*value), &numbered)?;
            }
        }
    }
    Ok(())
}
