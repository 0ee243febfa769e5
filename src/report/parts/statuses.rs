//! Matters counted by what becomes of them, as the series of a chart: a sum of service levels would say nothing of any.

use crate::analysis::ServiceStatus::{self, Full, Slowed, Stalled};
use crate::render::document::chart::Series;
use crate::report::words::cells::tone;
use crate::text::Text;
use rust_decimal::Decimal;

/// A series for each status: how many matters have it at each place of the chart.
pub(in crate::report) fn series<T>(
    text: &Text,
    places: &[T],
    count: impl Fn(&T, ServiceStatus) -> usize,
) -> Vec<Series> {
    let of = |status: ServiceStatus| {
        let counts = places.iter().map(|place| Decimal::from(count(place, status)));
        Series::new(text.get(&format!("status-{}", status.id())), tone(status), counts)
    };
    [Full, Slowed, Stalled].map(of).into()
}
