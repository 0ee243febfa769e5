//! The numbers behind a drawing: a row for each category, and of steps a row before and after each.

use crate::render::document::chart::{Chart, Shape};
use crate::render::line::Line;
use crate::units::Month;
use rust_decimal::Decimal;

/// A row of numbers: what it is of, and a number for each series.
pub(super) struct Point {
    pub(super) name: Line,
    /// Of steps the month of the category.
    pub(super) month: Option<Month>,
    pub(super) values: Vec<Option<Decimal>>,
}

/// The rows. A step is drawn through two points, the number before and the number after it, so that it stands
/// upright; of steps there are only the months in which a number changes, and the last.
pub(super) fn points(chart: &Chart) -> Vec<Point> {
    let point = |category: usize, of: usize, month| Point {
        name: chart.categories.get(category).cloned().unwrap_or_default(),
        month,
        values: chart.series.iter().map(|series| series.value(of)).collect(),
    };
    let months = months(chart);
    let Some(last) = months.len().checked_sub(1) else {
        return (0..chart.categories.len()).map(|category| point(category, category, None)).collect();
    };
    let mut points = Vec::new();
    for category in chart.told() {
        let month = months.get(category).copied();
        points.extend(category.checked_sub(1).map(|before| point(category, before, month)));
        points.push(point(category, category, month));
    }
    if chart.told().last() != Some(last) {
        points.push(point(last, last, months.get(last).copied()));
    }
    points
}

/// The months of the categories of steps; nothing where one of them is no month.
fn months(chart: &Chart) -> Vec<Month> {
    if chart.shape != Shape::Steps {
        return Vec::new();
    }
    chart.categories.iter().map(|category| Month::parse(category.as_str())).collect::<Option<_>>().unwrap_or_default()
}
