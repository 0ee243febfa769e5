//! The end of each year in numbers and as a chart.

use super::{View, with_status};
use crate::analysis::ServiceStatus;
use crate::analysis::project::{Event, Point};
use crate::model::Employment;
use crate::report::inert::Line;
use crate::report::view::{Block, Cell, Kind, Table};
use crate::units::Month;
use rust_decimal::Decimal;

/// Most marks in a bar of the chart; with the month and the numbers it fits 80 columns.
const MARKS: u32 = 56;

impl View<'_> {
    pub(super) fn years(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("years-heading"), Block::Table(self.year_table())];
        let most = self.bars().iter().map(|(_, parts)| parts.iter().sum::<u32>()).max().unwrap_or_default();
        let scale = most.div_ceil(MARKS).max(1);
        blocks.push(self.heading("chart-heading"));
        blocks.push(Block::Figure(self.chart(scale)));
        if scale > 1 {
            blocks.push(Block::plain(self.text.with("chart-scale", &[("people", &scale.to_string())])));
        }
        blocks
    }

    fn year_table(&self) -> Table {
        let mut columns = vec![
            self.column(Kind::Text, "column-year"),
            self.column(Kind::Whole, "column-left"),
            self.column(Kind::Whole, "column-on-books"),
            self.column(Kind::Whole, "column-on-duty"),
            self.column(Kind::Whole, "column-contract-staff"),
            self.column(Kind::Whole, "column-vacancies"),
            self.column(Kind::Whole, "status-stalled"),
            self.column(Kind::Whole, "status-slowed"),
        ];
        columns.extend(self.tier_columns());
        let rows = self.outlook.year_ends().into_iter().map(|end| {
            let point = self.outlook.chosen.at(end);
            let number = |count: u32| Cell::from(Decimal::from(count));
            let mut row = vec![
                Cell::from(end.year().to_string()),
                self.retired_in(end.year()).into(),
                number(point.headcount.on_books),
                number(point.headcount.on_duty),
                number(point.headcount.contract),
                Self::vacancies(point),
                with_status(point, ServiceStatus::Stalled).len().into(),
                with_status(point, ServiceStatus::Slowed).len().into(),
            ];
            row.extend(Self::tier_cells(point));
            row
        });
        Table { name: "years", columns, rows: rows.collect() }
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
    fn bars(&self) -> Vec<(Month, [u32; 3])> {
        let ends = [self.outlook.from].into_iter().chain(self.outlook.year_ends());
        let parts = |point: &Point| {
            let vacancies = point.vacancies.and_then(|count| u32::try_from(count).ok()).unwrap_or_default();
            [point.headcount.on_duty, point.headcount.contract, vacancies]
        };
        ends.map(|end| (end, parts(self.outlook.chosen.at(end)))).collect()
    }

    fn chart(&self, scale: u32) -> Vec<Line> {
        let marks = ["#", "=", "."];
        let bars = self.bars().into_iter().map(|(month, parts)| {
            let bar: String = marks.iter().zip(parts).map(|(mark, part)| mark.repeat(times(part, scale))).collect();
            let [on_duty, contract, vacancies] = parts;
            Line::from(format!("{month}  {bar}  {on_duty} / {contract} / {vacancies}"))
        });
        [Line::from(self.text.get("chart-legend"))].into_iter().chain(bars).collect()
    }
}

/// How many marks stand for a count; a count that is not nothing has one at least.
fn times(count: u32, scale: u32) -> usize {
    usize::try_from(count.div_ceil(scale)).unwrap_or_default()
}
