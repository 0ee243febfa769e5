//! How far each number may move, nearest first, as a table and drawn.

use super::View;
use crate::analysis::sensitivity::{Direction, Margin};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::render::line::Line;
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
        let blocks = [self.heading("margins-heading"), Block::Table(table), note].into_iter().chain(unsteady);
        blocks.chain([Block::Chart(self.chart())]).collect()
    }

    /// How many breaks may have others before them.
    fn unsteady(&self) -> Option<String> {
        let breaks = self.found.margins.iter().filter_map(|margin| margin.breaks.as_ref());
        let count = breaks.filter(|found| !found.steady).count();
        (count > 0).then(|| self.text.with("margins-unsteady", &[("count", &count.to_string())]))
    }

    fn margin_table(&self) -> Table {
        let columns = [
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-number"),
            self.column(Kind::Text, "column-basis"),
            self.column(Kind::Given, "column-now"),
            self.column(Kind::Given, "column-holds"),
            self.column(Kind::Given, "column-flips"),
            self.column(Kind::Percent, "column-distance"),
            self.column(Kind::Text, "column-change"),
        ];
        let shown = self.found.margins.iter().filter(|m| self.detail != Detail::Folded || m.breaks.is_some());
        Table::new("margins", columns, shown.map(|margin| self.margin_row(margin)))
    }

    fn margin_row(&self, margin: &Margin) -> [Cell; 8] {
        let number = |value: Decimal| Cell::from(crate::units::round_half_up(value, 6).normalize());
        let found = margin.breaks.as_ref();
        [
            Cell::from(margin.subject.id(self.unit)),
            self.subject(&margin.subject).into(),
            self.words.basis(margin.basis).into(),
            number(margin.value),
            number(found.map_or(margin.end, |found| found.holds)),
            found.map_or(Cell::empty(), |found| number(found.flips).tone(Tone::Caution)),
            margin.distance().map_or(Cell::empty(), Cell::from),
            found.map_or(Cell::empty(), |found| self.flips(&found.flipped).into()),
        ]
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
