//! Every change of staffing, and what it changes in the service.

use super::View;
use crate::analysis::project::Point;
use crate::model::{MatterIx, TierIx};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::units::Month;
use rust_decimal::Decimal;

impl View<'_> {
    pub(super) fn timeline(&self) -> Vec<Block> {
        let full = self.outlook.chosen.points.first().map(|point| {
            self.words.list(point.service.iter().map(|(tier, _, count)| {
                self.text.with("tier-full", &[("tier", &self.words.tier(*tier)), ("count", &count.to_string())])
            }))
        });
        let note = self.text.with("timeline-note", &[("full", &full.unwrap_or_default())]);
        let changes = self.change_table();
        let mut blocks =
            vec![self.heading("timeline-heading"), Block::Table(self.timeline_table()), Block::plain(note)];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.service_chart()));
        }
        if !changes.rows.is_empty() {
            blocks.push(self.heading("changes-heading"));
        }
        blocks.push(Block::Table(changes));
        blocks
    }

    fn timeline_table(&self) -> Table {
        let mut columns = vec![
            self.column(Kind::Text, "column-month"),
            self.column(Kind::Text, "column-events"),
            self.column(Kind::Whole, "column-on-books"),
            self.column(Kind::Whole, "column-on-duty"),
            self.column(Kind::Whole, "column-contract-staff"),
            self.column(Kind::Whole, "column-vacancies"),
        ];
        columns.extend(self.tier_columns());
        let rows = self.outlook.chosen.points.iter().map(|point| {
            let headcount = point.headcount;
            let events =
                if point.events.is_empty() { self.text.get("events-none") } else { self.events(&point.events) };
            let number = |count: u32| Cell::from(Decimal::from(count));
            let mut row = vec![
                Cell::from(point.month),
                events.into(),
                number(headcount.on_books),
                number(headcount.on_duty),
                number(headcount.contract),
                Self::vacancies(point),
            ];
            row.extend(Self::tier_cells(point));
            row
        });
        Table { name: "timeline", columns, rows: rows.collect() }
    }

    /// The share of each tier's service, month by month.
    fn service_chart(&self) -> Chart {
        let outlook = self.outlook;
        let months: Vec<Month> =
            (0..=outlook.until.months_since(outlook.from)).map(|ahead| outlook.from.plus(ahead)).collect();
        let share = |month: &Month, tier: TierIx| {
            let service = outlook.chosen.at(*month).service.iter().find(|(of, ..)| *of == tier);
            service.and_then(|(_, sum, count)| sum.checked_div(Decimal::from(*count))).unwrap_or_default()
        };
        let series = self.unit.tiers().map(|(tier, _)| {
            Series::new(self.words.tier(tier), Tone::Plain, months.iter().map(|month| share(month, tier)))
        });
        Chart {
            name: "service",
            title: self.text.get("chart-service").into(),
            shape: Shape::Steps,
            kind: Kind::Percent,
            axes: Axes::new(self.text.get("column-month"), self.text.get("column-service-share")),
            categories: months.iter().map(|month| month.to_string().into()).collect(),
            series: series.collect(),
        }
    }

    /// One row for each matter whose service a change of staffing moves over a threshold.
    fn change_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-month"),
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-matter"),
            self.column(Kind::Text, "column-tier"),
            self.column(Kind::Text, "column-change"),
            self.column(Kind::Percent, "column-level"),
        ];
        let rows = self.outlook.chosen.points.iter().flat_map(|point| {
            let groups = [
                (&point.newly_stalled, "status-stalled", Tone::Bad),
                (&point.newly_slowed, "status-slowed", Tone::Caution),
                (&point.recovered, "change-recovered.word", Tone::Good),
            ];
            groups.into_iter().flat_map(move |(matters, key, tone)| {
                matters.iter().map(move |matter| self.change_row(point, *matter, key, tone))
            })
        });
        Table::new("changes", columns, rows)
    }

    fn change_row(&self, point: &Point, matter: MatterIx, key: &str, tone: Tone) -> [Cell; 6] {
        [
            Cell::from(point.month),
            Cell::from(&*self.unit[matter].id),
            self.words.matter(matter).into(),
            self.words.tier(self.unit[matter].tier).into(),
            Cell::from(self.text.get(key)).tone(tone),
            point.levels[matter.0].into(),
        ]
    }
}
