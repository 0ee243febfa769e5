//! The report of `tradeoff`: what stops if audits must happen.

mod chart;
pub mod json;
mod lanes;
mod verdict;

use super::parts::assumptions;
use super::parts::columns::{Columns, columns};
use super::words::Words;
use super::words::cells::{ids, tone};
use crate::analysis::ServiceStatus;
use crate::analysis::tradeoff::{Cost, Frontier, Loss, Stretch, Tradeoff};
use crate::model::{MatterIx, TierIx, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document, Kind, Note, Table};
use crate::text::Text;
use rust_decimal::Decimal;

/// Names of the tables, in order.
pub const TABLES: [&str; 2] = ["frontier", "losses"];

/// Writes the report; `protect` is the tier that must not give way, with those above it.
#[must_use]
pub fn document(unit: &Unit, found: &Tradeoff, protect: TierIx, text: &Text, detail: Detail) -> Document {
    let view = View { unit, found, protect, text, words: Words { unit, text }, detail };
    let arguments = [("unit", view.words.unit_name()), ("year", &*unit.year.to_string())];
    Document {
        title: text.with("tradeoff-title", &arguments).into(),
        blocks: [
            view.verdict(),
            vec![Block::About(Topic::Options)],
            view.frontier(),
            view.lanes(),
            if detail == Detail::Folded { Vec::new() } else { view.charts() },
            view.losses(),
            vec![Block::About(Topic::Basis)],
            view.assumptions(),
        ]
        .concat(),
    }
}

/// What one number of cases stops, in a sentence for each demand.
#[must_use]
pub fn answer(unit: &Unit, found: &Tradeoff, cases: u32, text: &Text) -> Document {
    let view = View { unit, found, protect: TierIx(0), text, words: Words { unit, text }, detail: Detail::Folded };
    let arguments = [("unit", view.words.unit_name()), ("year", &*unit.year.to_string())];
    let told = found.frontiers.iter().map(|frontier| Block::Paragraph(view.told(frontier, cases)));
    let blocks =
        [view.basis(), Block::heading(view.text, "verdict-heading")].into_iter().chain(told).chain(view.assumptions());
    Document { title: text.with("tradeoff-title", &arguments).into(), blocks: blocks.collect() }
}

/// The same within the report of a plan: without what the plan itself says, and only the demands at which the matters
/// that give way change.
pub(super) fn section(unit: &Unit, found: &Tradeoff, text: &Text) -> Vec<Block> {
    let view = View { unit, found, protect: TierIx(0), text, words: Words { unit, text }, detail: Detail::Folded };
    let opening = vec![Block::heading(view.text, "page-tradeoff-heading"), view.basis()];
    let rest = (!found.frontiers.is_empty()).then(|| Block::plain(text.get("page-tradeoff-rest")));
    [opening, view.answers(), view.frontier(), view.charts(), view.losses(), rest.into_iter().collect()].concat()
}

/// What the demand for all the audits together costs, in a sentence or two.
pub(super) fn gist(unit: &Unit, found: &Tradeoff, text: &Text) -> Note {
    View { unit, found, protect: TierIx(0), text, words: Words { unit, text }, detail: Detail::Folded }.gist()
}

/// What one demand costs, in a sentence.
pub(super) fn price(unit: &Unit, frontier: &Frontier, text: &Text) -> Note {
    let found = Tradeoff { before: Vec::new(), frontiers: Vec::new() };
    let words = Words { unit, text };
    View { unit, found: &found, protect: TierIx(0), text, words, detail: Detail::Folded }.single(frontier)
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
    /// Matters with so many cases of each, in the unit of each.
    fn demand(&self, cases: &[(MatterIx, u32)]) -> String {
        self.words.list(cases.iter().map(|(matter, cases)| {
            let (name, cases) = (self.words.matter(*matter), Kind::Whole.show(Decimal::from(*cases)));
            let arguments = [("matter", &*name), ("cases", &*cases), ("unit", self.words.counted_in(*matter))];
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
        vec![Block::heading(self.text, "tradeoff-frontier-heading"), Block::Table(self.frontier_table()), note]
    }

    fn frontier_table(&self) -> Table {
        let rows = self.found.frontiers.iter().flat_map(|frontier| {
            self.shown(frontier).into_iter().map(move |stretch| (frontier, stretch, stretch.cost.as_ref()))
        });
        let with = |cost: &Cost, status| cost.losses.iter().filter(|loss| loss.status() == status).count();
        let count = |cost: Option<&Cost>, status: ServiceStatus| {
            cost.map(|cost| match with(cost, status) {
                0 => Cell::from(0),
                count => Cell::from(count).tone(tone(status)),
            })
        };
        // Everything beyond the cases is empty where the demand cannot be done.
        self.at("frontier", rows, |(frontier, stretch, _)| (*frontier, *stretch))
            .tiers(self.words, Kind::Text, |(frontier, _, cost), tier| {
                // The matters asked for stand in the first column.
                let others = self.words.matters_of(tier).filter(|matter| !frontier.matters.contains(matter));
                cost.map(|cost| {
                    self.words.service_cell_of(cost.service[tier.0], others.map(|matter| cost.levels[matter.0]))
                })
            })
            .head("stalled", "column-gives-way-stalled", Kind::Whole, |(.., cost)| count(*cost, ServiceStatus::Stalled))
            .head("slowed", "column-gives-way-slowed", Kind::Whole, |(.., cost)| count(*cost, ServiceStatus::Slowed))
            .head("people", "column-people-at-it", Kind::Whole, |(.., cost)| cost.map(|cost| cost.people.len()))
            .head("moved", "column-people-moved", Kind::Whole, |(.., cost)| cost.map(|cost| cost.moved.len()))
            .table()
    }

    /// What is demanded in each row, and from how many cases to how many.
    fn at<'s, R>(
        &'s self,
        name: &'static str,
        rows: impl IntoIterator<Item = R>,
        of: impl Fn(&R) -> (&'s Frontier, &'s Stretch),
    ) -> Columns<'s, R> {
        columns(name, self.text, rows)
            .col("audits", Kind::Text, |row| self.audits(of(row).0))
            .col("from", Kind::Whole, |row| of(row).1.from)
            .col("to", Kind::Whole, |row| of(row).1.to)
    }

    /// The matter demanded, or how many together.
    fn audits(&self, frontier: &Frontier) -> Cell {
        Cell::word(ids(frontier.matters.iter().map(|matter| &self.unit[*matter].id)), self.name(frontier))
    }

    fn name(&self, frontier: &Frontier) -> String {
        match &frontier.matters[..] {
            [matter] => self.words.matter(*matter),
            matters => self.text.with("tradeoff-together", &[("count", &matters.len().to_string())]),
        }
    }

    fn losses(&self) -> Vec<Block> {
        let table = self.loss_table();
        let furthest = self.detail == Detail::Folded;
        let key = if furthest { "tradeoff-losses-heading" } else { "tradeoff-losses-heading.all" };
        let heading = (!table.rows.is_empty()).then(|| Block::heading(self.text, key));
        heading.into_iter().chain([Block::Table(table)]).collect()
    }

    fn loss_table(&self) -> Table {
        let rows = self.found.frontiers.iter().flat_map(|frontier| {
            let costs = self.costs_shown(frontier).into_iter();
            costs.flat_map(move |(stretch, cost)| cost.losses.iter().map(move |loss| (frontier, stretch, loss)))
        });
        let matter = |loss: &Loss| &self.unit[loss.matter];
        self.at("losses", rows, |(frontier, stretch, _)| (*frontier, *stretch))
            .matter("column-gives-way", self.words, |(.., loss)| loss.matter)
            .col("section", Kind::Text, |(.., loss)| self.words.section_cell(matter(loss).section))
            .col("tier", Kind::Text, |(.., loss)| self.words.tier_cell(matter(loss).tier))
            .head("after", "column-service-level", Kind::Percent, |(.., loss)| loss.after)
            .head("cases", "column-cases-lost", Kind::Decimal(1), |(.., loss)| loss.cases)
            .col("status", Kind::Text, |(.., loss)| self.words.status_cell(loss.status()))
            .table()
    }

    /// Every stretch that can be done, or the furthest.
    fn costs_shown<'f>(&self, frontier: &'f Frontier) -> Vec<(&'f Stretch, &'f Cost)> {
        if self.detail == Detail::Folded {
            return frontier.furthest().into_iter().collect();
        }
        frontier.stretches.iter().filter_map(|stretch| Some((stretch, stretch.cost.as_ref()?))).collect()
    }

    fn assumptions(&self) -> Vec<Block> {
        assumptions::section(self.words, "tradeoff-assumptions-heading", Vec::new())
    }
}

/// Which matters give way, and how far.
fn matters(stretch: &Stretch) -> Option<Vec<(MatterIx, ServiceStatus)>> {
    let cost = stretch.cost.as_ref()?;
    Some(cost.losses.iter().map(|loss| (loss.matter, loss.status())).collect())
}
