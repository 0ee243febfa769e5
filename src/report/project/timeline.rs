//! Every change of staffing, and what it changes in the service.

use super::View;
use crate::model::MatterIx;
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Shape};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;
use crate::report::parts::statuses;
use crate::units::Month;

impl View<'_> {
    pub(super) fn timeline(&self) -> Vec<Block> {
        let full = self.outlook.chosen.points.first().map(|point| {
            self.words.list(point.service.iter().map(|(tier, _, count)| {
                self.text.with("tier-full", &[("tier", &self.words.tier(*tier)), ("count", &count.to_string())])
            }))
        });
        let note = self.text.with("timeline-note", &[("full", &full.unwrap_or_default())]);
        let changes = self.change_table();
        let mut blocks = vec![
            Block::heading(self.text, "timeline-heading"),
            Block::Table(self.timeline_table()),
            Block::plain(note),
        ];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.service_chart()));
        }
        if !changes.rows.is_empty() {
            blocks.push(Block::heading(self.text, "changes-heading"));
        }
        blocks.push(Block::Table(changes));
        blocks
    }

    fn timeline_table(&self) -> Table {
        columns("timeline", self.text, &self.outlook.chosen.points)
            .col("month", Kind::Text, |point| point.month)
            .col("events", Kind::Text, |point| self.events_cell(&point.events))
            .with(|columns| self.headcount(columns, |point| point))
            .with(|columns| self.service(columns, |point| point))
            .table()
    }

    /// Matters by status, month by month.
    fn service_chart(&self) -> Chart {
        let months: Vec<Month> = self.months().collect();
        let count = |month: &Month, status| self.outlook.chosen.at(*month).with_status(status).count();
        Chart {
            name: "service",
            title: self.text.get("chart-service").into(),
            shape: Shape::Steps,
            kind: Kind::Whole,
            axes: Axes::new(self.text.get("column-month"), self.text.get("column-matters")),
            categories: months.iter().map(|month| month.to_string().into()).collect(),
            series: statuses::series(self.text, &months, count),
        }
    }

    /// One row for each matter whose service a change of staffing moves over a threshold.
    fn change_table(&self) -> Table {
        let rows = self.outlook.chosen.points.iter().flat_map(|point| {
            let groups = [
                ("stalled", point.new_stalls().collect(), "status-stalled", Tone::Bad),
                ("exchanged", point.exchanged.clone(), "change-exchanged.word", Tone::Caution),
                ("slowed", point.newly_slowed.clone(), "status-slowed", Tone::Caution),
                ("recovered", point.recovered.clone(), "change-recovered.word", Tone::Good),
            ];
            groups.into_iter().flat_map(move |(id, matters, key, tone): (_, Vec<MatterIx>, _, _)| {
                let word = Cell::word(id, self.text.get(key)).tone(tone);
                matters.into_iter().map(move |matter| (point, matter, word.clone()))
            })
        });
        columns("changes", self.text, rows)
            .col("month", Kind::Text, |(point, ..)| point.month)
            .matter("column-matter", self.words, |(_, matter, _)| *matter)
            .col("tier", Kind::Text, |(_, matter, _)| self.words.tier_cell(self.unit[*matter].tier))
            .col("change", Kind::Text, |(.., change)| change.clone())
            .col("service_level", Kind::Percent, |(point, matter, _)| point.levels[matter.0])
            .table()
    }
}
