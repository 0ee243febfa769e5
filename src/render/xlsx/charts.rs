//! The sheet of charts: the numbers of each, and beside them the drawing that Excel makes of them.

use super::sheet::{col, row, text};
use super::{Book, looks};
use crate::render::document::chart::{Chart, Shape};
use crate::render::document::{Kind, Tone};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartSolidFill,
    ChartType, Worksheet, XlsxError,
};

/// Rows that a drawing takes at least.
const ROWS: usize = 20;
/// Pixels of a row.
const ROW: u32 = 20;

/// Writes every chart below the one before.
pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet, name: &str, charts: &[&Chart]) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 24)?;
    let right = charts.iter().map(|chart| chart.series.len()).max().unwrap_or_default() + 2;
    for i in 1..right.saturating_sub(1) {
        sheet.set_column_width(col(i), 16)?;
    }
    let mut top = 0;
    for chart in charts {
        numbers(book, sheet, chart, top)?;
        let rows = chart.categories.len().clamp(ROWS, 60);
        let drawing = drawing(chart, name, top + 1, u32::try_from(rows).unwrap_or_default());
        sheet.insert_chart(row(top + 1), col(right), &drawing)?;
        top += rows.max(chart.categories.len()) + 4;
    }
    Ok(())
}

/// Title, heads, and a row for each category, from row `top` on.
fn numbers(book: &Book<'_>, sheet: &mut Worksheet, chart: &Chart, top: usize) -> Result<(), XlsxError> {
    text(sheet, row(top), 0, chart.title.as_str(), &book.looks.heading.clone().unset_text_wrap())?;
    text(sheet, row(top + 1), 0, chart.axes.categories.as_str(), &book.looks.head)?;
    let (named, numbered) = (looks::cell(Kind::Text, Tone::Plain), looks::cell(chart.kind, Tone::Plain));
    for (i, category) in chart.categories.iter().enumerate() {
        text(sheet, row(top + 2 + i), 0, category.as_str(), &named)?;
    }
    for (k, series) in chart.series.iter().enumerate() {
        text(sheet, row(top + 1), col(k + 1), series.name.as_str(), &book.looks.number_head)?;
        for (i, value) in series.values.iter().enumerate() {
            if let Some(value) = value {
                sheet.write_with_format(row(top + 2 + i), col(k + 1), *value, &numbered)?;
            }
        }
    }
    Ok(())
}

/// The chart of the numbers whose heads stand in row `head`.
fn drawing(chart: &Chart, sheet: &str, head: usize, rows: u32) -> Drawing {
    let mut drawing = Drawing::new(match chart.shape {
        Shape::Bars => ChartType::Bar,
        Shape::Stacked => ChartType::BarStacked,
        Shape::Steps | Shape::Lines => ChartType::Line,
    });
    let is_bar = matches!(chart.shape, Shape::Bars | Shape::Stacked);
    let (first, last) = (row(head + 1), row(head + chart.categories.len()));
    for (k, series) in chart.series.iter().enumerate() {
        let colour = looks::series(k, series.tone);
        let mut format = ChartFormat::new();
        if is_bar {
            format.set_solid_fill(ChartSolidFill::new().set_color(colour));
        } else {
            format.set_line(ChartLine::new().set_color(colour).set_width(2).set_dash_type(dash(k)));
        }
        let drawn = drawing.add_series();
        drawn.set_name((sheet, row(head), col(k + 1))).set_categories((sheet, first, 0, last, 0));
        drawn.set_values((sheet, first, col(k + 1), last, col(k + 1))).set_format(&mut format);
        if is_bar {
            drawn.set_gap(50);
        }
    }
    drawing.title().set_name(chart.title.as_str());
    // The axes are named by where they lie: of bars the categories go down.
    let (categories, values) = (chart.axes.categories.as_str(), chart.axes.values.as_str());
    if is_bar {
        drawing.y_axis().set_name(categories).set_reverse();
        value_axis(drawing.x_axis().set_name(values), chart);
    } else {
        drawing.x_axis().set_name(categories);
        value_axis(drawing.y_axis().set_name(values), chart);
    }
    if chart.series.len() > 1 {
        drawing.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        drawing.legend().set_hidden();
    }
    drawing.set_alt_text(chart.title.as_str()).set_width(760).set_height(rows * ROW);
    drawing
}

fn value_axis(axis: &mut ChartAxis, chart: &Chart) {
    axis.set_min(0).set_num_format(looks::number(chart.kind));
    // Shares end at the whole, unless one of them is more.
    if chart.kind == Kind::Percent && chart.end() == Decimal::ONE {
        axis.set_max(1).set_num_format("0%");
    }
}

/// Lines are told apart without colour.
fn dash(series: usize) -> ChartLineDashType {
    [
        ChartLineDashType::Solid,
        ChartLineDashType::Dash,
        ChartLineDashType::RoundDot,
        ChartLineDashType::DashDot,
        ChartLineDashType::LongDash,
        ChartLineDashType::LongDashDot,
    ]
    .into_iter()
    .nth(series % 6)
    .unwrap_or(ChartLineDashType::Solid)
}
