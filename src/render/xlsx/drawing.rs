//! The drawing that Excel makes of the numbers of a chart.

use super::points::Point;
use super::{col, looks, row, table};
use crate::render::document::Kind;
use crate::render::document::chart::{Chart, Shape};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartAxisCrossing, ChartAxisDateUnitType, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartSolidFill, ChartType,
};

/// Pixels of the width of a drawing, and of a row of its height.
const WIDTH: u32 = 960;
const ROW: usize = 20;
/// Years up to which an axis names each.
const YEARS: u32 = 12;

/// Where a drawing has its numbers, and how many rows it is high.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) sheet: &'a str,
    /// The row of the heads.
    pub(super) head: usize,
    /// The column of the categories.
    pub(super) column: usize,
    pub(super) rows: usize,
}

/// The drawing.
pub(super) fn drawing(chart: &Chart, points: &[Point], place: Place<'_>) -> Drawing {
    let is_bar = matches!(chart.shape, Shape::Bars | Shape::Stacked);
    // On an axis of time two points of one month lie one above the other, as steps do.
    let is_dated = points.iter().all(|point| point.month.is_some());
    let mut drawing = Drawing::new(match chart.shape {
        Shape::Bars => ChartType::Bar,
        Shape::Stacked => ChartType::BarStacked,
        Shape::Steps | Shape::Lines => ChartType::Line,
    });
    let (first, last) = (row(place.head + 1), row(place.head + points.len()));
    for (k, series) in chart.series.iter().enumerate() {
        let colour = looks::series(k, series.tone);
        let mut format = ChartFormat::new();
        if is_bar {
            format.set_solid_fill(ChartSolidFill::new().set_color(colour));
        } else {
            format.set_line(ChartLine::new().set_color(colour).set_width(2.5).set_dash_type(dash(k)));
        }
        let column = col(place.column + 1 + k);
        let drawn = drawing.add_series();
        drawn.set_name((place.sheet, row(place.head), column));
        drawn.set_categories((place.sheet, first, col(place.column), last, col(place.column)));
        drawn.set_values((place.sheet, first, column, last, column)).set_format(&mut format);
        if is_bar {
            drawn.set_gap(50);
        }
    }
    drawing.title().set_name(chart.title.as_str());
    // The axes are named by where they lie: of bars the categories go down.
    let (categories, values) = (chart.axes.categories.as_str(), chart.axes.values.as_str());
    if is_bar {
        // Upside down, the numbers would stand above; every category has its name.
        drawing.y_axis().set_name(categories).set_reverse().set_label_interval(1);
        drawing.y_axis().set_crossing(ChartAxisCrossing::Max);
        value_axis(drawing.x_axis().set_name(values), chart);
    } else {
        let axis = drawing.x_axis().set_name(categories);
        if is_dated {
            month_axis(axis, points);
        }
        value_axis(drawing.y_axis().set_name(values), chart);
    }
    if chart.series.len() > 1 {
        drawing.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        drawing.legend().set_hidden();
    }
    let height = u32::try_from(place.rows * ROW).unwrap_or_default();
    drawing.set_alt_text(chart.title.as_str()).set_width(WIDTH).set_height(height);
    drawing
}

/// An axis of time with a name each year, or every few years.
fn month_axis(axis: &mut ChartAxis, points: &[Point]) {
    let months = || points.iter().filter_map(|point| point.month);
    let (Some(first), Some(last)) = (months().next(), months().next_back()) else { return };
    let years = u32::try_from(last.year() - first.year()).unwrap_or_default();
    axis.set_date_axis(true).set_num_format("yyyy-mm");
    axis.set_major_unit(years / YEARS + 1).set_major_unit_date_type(ChartAxisDateUnitType::Years);
    if let (Some(first), Some(last)) = (table::date(first), table::date(last)) {
        axis.set_min_date(&first).set_max_date(&last);
    }
}

fn value_axis(axis: &mut ChartAxis, chart: &Chart) {
    axis.set_min(0).set_num_format(looks::number(chart.kind));
    axis.set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(looks::LINE));
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
