//! How far each number may move, nearest first, as a table and drawn.

use super::View;
use crate::analysis::sensitivity::{Direction, Margin};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::render::line::Line;
use crate::report::parts::columns::columns;
use rust_decimal::Decimal;

/// Numbers drawn.
const DRAWN: usize = 12;

impl View<'_> {
    pub(super) fn margins(&self) -> Vec<Block> {
        let table = self.margin_table();
        if table.rows.is_empty() {
            return vec![Block::Table(table)];
        }
        let note = Block::plain(self.text.get("margins-note"));
        let unsteady = self.unsteady().map(Block::plain);
        let blocks =
            [Block::heading(self.text, "margins-heading"), Block::Table(table), note].into_iter().chain(unsteady);
        blocks.chain([Block::Chart(self.chart())]).collect()
    }

    /// How many breaks may have others before them.
    fn unsteady(&self) -> Option<String> {
        let breaks = self.found.margins.iter().filter_map(|margin| margin.breaks.as_ref());
        let count = breaks.filter(|found| !found.steady).count();
        (count > 0).then(|| self.text.with("margins-unsteady", &[("count", &count.to_string())]))
    }

    fn margin_table(&self) -> Table {
        let shown = self.found.margins.iter().filter(|m| self.detail != Detail::Folded || m.breaks.is_some());
        let number = |value: Decimal| Cell::from(crate::units::round_half_up(value, 6).normalize());
        columns("margins", self.text, shown)
            .id("number", |margin| margin.subject.id(self.unit))
            .words("column-number", |margin| self.subject(&margin.subject))
            .col("basis", Kind::Text, |margin| self.words.basis_cell(margin.basis))
            .head("value", "column-now", Kind::Given, |margin| number(margin.value))
            .col("holds", Kind::Given, |margin| number(margin.breaks.as_ref().map_or(margin.end, |found| found.holds)))
            .col("flips", Kind::Given, |margin| {
                margin.breaks.as_ref().map(|found| number(found.flips).tone(Tone::Caution))
            })
            .col("distance", Kind::Percent, |margin| margin.distance())
            .head("flipped", "column-change", Kind::Text, |margin| {
                margin.breaks.as_ref().map(|found| self.flips_cell(&found.flipped, self.flips(&found.flipped)))
            })
            .table()
    }

    /// The nearest breaks by how far they are, easier and harder apart.
    fn chart(&self) -> Chart {
        let broken: Vec<&Margin> = self.found.margins.iter().filter(|m| m.breaks.is_some()).take(DRAWN).collect();
        let series = |direction: Direction, tone| Series {
            name: self.text.get(&format!("direction-{}", direction.id())).into(),
            tone,
            values: broken.iter().map(|m| m.distance().filter(|_| m.direction == direction)).collect(),
        };
        let series = [series(Direction::Easier, Tone::Good), series(Direction::Harder, Tone::Bad)];
        Chart {
            name: "margins",
            title: self.text.get("margins-chart").into(),
            shape: Shape::Stacked,
            kind: Kind::Percent,
            axes: Axes::new(self.text.get("column-number"), self.text.get("column-distance")),
            categories: broken.iter().map(|margin| Line::from(self.subject(&margin.subject))).collect(),
            series: series.into_iter().filter(|series| series.values.iter().any(Option::is_some)).collect(),
        }
    }
}
