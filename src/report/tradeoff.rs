//! The report of `tradeoff`: what stops if audits must happen.

mod chart;
pub mod json;
mod verdict;

use super::parts::{assumptions, findings};
use super::words::Words;
use crate::analysis::tradeoff::{Cost, Frontier, Loss, Stretch, Tradeoff};
use crate::analysis::{ServiceStatus, basis_counts};
use crate::model::{MatterIx, TierIx, Unit};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Column, Document, Kind, Table, Tone};
use crate::text::Text;
use rust_decimal::Decimal;

/// Names of the tables, in order.
pub const TABLES: [&str; 2] = ["frontier", "losses"];

/// Writes the report; `protect` is the tier that must not give way, with those above it.
#[must_use]
pub fn document(unit: &Unit, found: &Tradeoff, protect: TierIx, text: &Text, detail: Detail) -> Document {
    let view = View { unit, found, protect, text, words: Words { unit, text }, detail };
    let arguments = [("unit", &*unit.name), ("year", &*unit.year.to_string())];
    Document {
        title: text.with("tradeoff-title", &arguments).into(),
        blocks: [view.verdict(), view.frontier(), view.charts(), view.losses(), view.assumptions()].concat(),
    }
}

/// The same within the report of a plan: without what the plan itself says.
pub(super) fn section(unit: &Unit, found: &Tradeoff, text: &Text, detail: Detail) -> Vec<Block> {
    let view = View { unit, found, protect: TierIx(0), text, words: Words { unit, text }, detail };
    let opening = vec![view.heading("page-tradeoff-heading"), view.basis()];
    [opening, view.answers(), view.frontier(), view.charts(), view.losses()].concat()
}

struct View<'a> {
    unit: &'a Unit,
    found: &'a Tradeoff,
    protect: TierIx,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl View<'_> {
    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.text.get(key).into())
    }

    fn column(&self, kind: Kind, key: &str) -> Column {
        Column::new(kind, self.text.get(key))
    }

    /// Matters with so many cases of each, in the unit of each.
    fn demand(&self, cases: &[(MatterIx, u32)]) -> String {
        self.words.list(cases.iter().map(|(matter, cases)| {
            let (name, cases) = (self.words.matter(*matter), Kind::Whole.show(Decimal::from(*cases)));
            let arguments = [("matter", &*name), ("cases", &*cases), ("unit", &*self.unit[*matter].unit)];
            self.text.with("tradeoff-demand", &arguments)
        }))
    }

    /// The stretches shown: all of them, or where the matters that give way change.
    fn shown<'f>(&self, frontier: &'f Frontier) -> Vec<&'f Stretch> {
        let mut shown: Vec<&Stretch> = Vec::new();
        for stretch in &frontier.stretches {
            let repeats = shown.last().is_some_and(|last| matters(last) == matters(stretch));
            let is_last = Some(stretch) == frontier.stretches.last();
            if self.detail != Detail::Folded || !repeats || is_last {
                shown.push(stretch);
            }
        }
        shown
    }

    fn frontier(&self) -> Vec<Block> {
        if self.found.frontiers.is_empty() {
            return vec![Block::Table(self.frontier_table())];
        }
        let note = Block::plain(self.text.get("tradeoff-frontier-note"));
        vec![self.heading("tradeoff-frontier-heading"), Block::Table(self.frontier_table()), note]
    }

    fn frontier_table(&self) -> Table {
        let mut columns = vec![
            self.column(Kind::Text, "column-audits"),
            self.column(Kind::Whole, "column-from"),
            self.column(Kind::Whole, "column-to"),
        ];
        columns.extend(self.unit.tiers().map(|(tier, _)| Column::new(Kind::Decimal(2), self.words.tier(tier))));
        columns.extend(
            ["status-stalled", "status-slowed", "column-people-at-it", "column-people-moved"]
                .map(|key| self.column(Kind::Whole, key)),
        );
        let rows = self.found.frontiers.iter().flat_map(|frontier| {
            self.shown(frontier).into_iter().map(move |stretch| {
                let mut row = self.at(frontier, stretch).to_vec();
                row.extend(self.cost_cells(stretch.cost.as_ref()));
                row
            })
        });
        Table { name: "frontier", columns, rows: rows.collect() }
    }

    fn at(&self, frontier: &Frontier, stretch: &Stretch) -> [Cell; 3] {
        let number = |cases: u32| Cell::from(Decimal::from(cases));
        [self.name(frontier).into(), number(stretch.from), number(stretch.to)]
    }

    /// The matter demanded, or how many together.
    fn name(&self, frontier: &Frontier) -> String {
        match &frontier.matters[..] {
            [matter] => self.words.matter(*matter),
            matters => self.text.with("tradeoff-together", &[("count", &matters.len().to_string())]),
        }
    }

    /// The service by tier and what it takes; empty where the demand cannot be done.
    fn cost_cells(&self, cost: Option<&Cost>) -> Vec<Cell> {
        let Some(cost) = cost else { return vec![Cell::empty(); self.unit.tiers.len() + 4] };
        let with = |status| cost.losses.iter().filter(|loss| loss.status() == status).count();
        let (stalled, slowed) = (with(ServiceStatus::Stalled), with(ServiceStatus::Slowed));
        let tone = |count: usize, tone| if count > 0 { tone } else { Tone::Plain };
        let mut cells: Vec<_> = cost.service.iter().map(|sum| Cell::from(*sum)).collect();
        cells.push(Cell::from(stalled).tone(tone(stalled, Tone::Bad)));
        cells.push(Cell::from(slowed).tone(tone(slowed, Tone::Caution)));
        cells.extend([cost.people.len().into(), cost.moved.len().into()]);
        cells
    }

    fn losses(&self) -> Vec<Block> {
        let table = self.loss_table();
        let heading = (!table.rows.is_empty()).then(|| self.heading("tradeoff-losses-heading"));
        heading.into_iter().chain([Block::Table(table)]).collect()
    }

    fn loss_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-audits"),
            self.column(Kind::Whole, "column-from"),
            self.column(Kind::Whole, "column-to"),
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-gives-way"),
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-tier"),
            self.column(Kind::Percent, "column-level"),
            self.column(Kind::Decimal(1), "column-cases-lost"),
            self.column(Kind::Text, "column-status"),
        ];
        let of_stretch = |frontier, stretch| move |loss: &Loss| self.loss_row(frontier, stretch, loss);
        let rows = self.found.frontiers.iter().flat_map(|frontier| {
            self.costs_shown(frontier)
                .into_iter()
                .flat_map(move |(stretch, cost)| cost.losses.iter().map(of_stretch(frontier, stretch)))
        });
        Table::new("losses", columns, rows)
    }

    /// Every stretch that can be done, or the furthest.
    fn costs_shown<'f>(&self, frontier: &'f Frontier) -> Vec<(&'f Stretch, &'f Cost)> {
        if self.detail == Detail::Folded {
            return frontier.furthest().into_iter().collect();
        }
        frontier.stretches.iter().filter_map(|stretch| Some((stretch, stretch.cost.as_ref()?))).collect()
    }

    fn loss_row(&self, frontier: &Frontier, stretch: &Stretch, loss: &Loss) -> [Cell; 10] {
        let matter = &self.unit[loss.matter];
        let tone = if loss.status() == ServiceStatus::Stalled { Tone::Bad } else { Tone::Caution };
        let [audits, from, to] = self.at(frontier, stretch);
        [
            audits,
            from,
            to,
            Cell::from(&*matter.id),
            self.words.matter(loss.matter).into(),
            self.words.section(matter.section).into(),
            self.words.tier(matter.tier).into(),
            loss.after.into(),
            loss.cases.into(),
            Cell::from(self.words.status(loss.status())).tone(tone),
        ]
    }

    fn assumptions(&self) -> Vec<Block> {
        let mut notes: Vec<_> = findings::of_roster(self.words).collect();
        notes.extend(assumptions::notes(self.words, &basis_counts(self.unit)));
        let heading = (!notes.is_empty()).then(|| self.heading("tradeoff-assumptions-heading"));
        heading.into_iter().chain([Block::List(notes)]).collect()
    }
}

/// Which matters give way, and how far.
fn matters(stretch: &Stretch) -> Option<Vec<(MatterIx, ServiceStatus)>> {
    let cost = stretch.cost.as_ref()?;
    Some(cost.losses.iter().map(|loss| (loss.matter, loss.status())).collect())
}
