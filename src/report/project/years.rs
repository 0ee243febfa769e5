//! The end of each year in numbers and as a chart.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::project::Point;
use crate::model::{Employment, Event};
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Kind, Table, Tone};
use crate::report::parts::columns::columns;
use crate::units::Month;
use rust_decimal::Decimal;

impl View<'_> {
    pub(super) fn years(&self) -> Vec<Block> {
        vec![
            Block::heading(self.text, "years-heading"),
            Block::Table(self.year_table()),
            Block::Chart(self.staffing_chart()),
        ]
    }

    pub(in crate::report) fn year_table(&self) -> Table {
        let rows = self.outlook.year_ends().into_iter().map(|end| (end.year(), self.outlook.chosen.at(end)));
        columns("years", self.text, rows)
            .col("year", Kind::Year, |(year, _)| *year)
            .col("left", Kind::Whole, |(year, _)| self.retired_in(*year))
            .with(|columns| self.headcount(columns, |(_, point)| point))
            .head("stalled", "status-stalled", Kind::Whole, |(_, point)| {
                point.with_status(ServiceStatus::Stalled).count()
            })
            .head("slowed", "status-slowed", Kind::Whole, |(_, point)| point.with_status(ServiceStatus::Slowed).count())
            .with(|columns| self.service(columns, |(_, point)| point))
            .table()
    }

    /// Established people whose last month lies in a year.
    fn retired_in(&self, year: i32) -> usize {
        let points = self.outlook.chosen.points.iter().filter(|point| point.month.plus(-1).year() == year);
        let events = points.flat_map(|point| &point.events);
        events
            .filter(|event| matches!(event, Event::Retired(ix) if self.unit[*ix].employment == Employment::Established))
            .count()
    }

    /// At the start and at the end of each year: established on duty, contract staff, vacancies.
    pub(in crate::report) fn staffing_chart(&self) -> Chart {
        let ends: Vec<Month> = [self.outlook.from].into_iter().chain(self.outlook.year_ends()).collect();
        let series = |key: &str, tone, count: fn(&Point) -> i64| {
            let values = ends.iter().map(|end| Decimal::from(count(self.outlook.chosen.at(*end))));
            Series::new(self.text.get(key), tone, values)
        };
        let mut series = vec![
            series("headcount-on-duty", Tone::Plain, |point| point.headcount.on_duty.into()),
            series("headcount-contract", Tone::Plain, |point| point.headcount.contract.into()),
            series("column-vacancies", Tone::Caution, |point| point.vacancies.unwrap_or_default().max(0)),
        ];
        // Where no source states the authorised posts, nobody knows what is vacant.
        series.truncate(if self.unit.stated.authorised.is_some() { 3 } else { 2 });
        Chart {
            name: "staffing",
            title: self.text.get("chart-heading").into(),
            shape: Shape::Stacked,
            kind: Kind::Whole,
            axes: Axes::new(self.text.get("column-month"), self.text.get("column-people")),
            categories: ends.iter().map(|end| end.to_string().into()).collect(),
            series,
        }
    }
}
