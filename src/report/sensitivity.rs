//! The report of `sensitivity`: which numbers and rules carry the verdict.

pub mod json;
mod margins;
mod verdict;
mod whatif;

use super::parts::assumptions;
use super::words::Words;
use super::words::cells::ids;
use crate::analysis::ServiceStatus;
use crate::analysis::sensitivity::{Flip, Sensitivity, Subject};
use crate::model::{MatterIx, Quantity, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document};
use crate::text::Text;
use std::collections::BTreeMap;

/// Names of the tables, in order.
pub const TABLES: [&str; 4] = ["margins", "together", "rules", "conflicts"];

/// Matters of one change named before the rest is counted.
const NAMED: usize = 3;

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, found: &Sensitivity, text: &Text, detail: Detail) -> Document {
    let view = View { unit, found, text, words: Words { unit, text }, detail };
    let arguments = [("unit", view.words.unit_name()), ("year", &*unit.year.to_string())];
    Document {
        title: text.with("sensitivity-title", &arguments).into(),
        blocks: [
            view.verdict(),
            vec![Block::About(Topic::Options)],
            view.margins(),
            view.together(),
            view.rules(),
            vec![Block::About(Topic::Basis)],
            view.conflicts(),
            view.assumptions(),
        ]
        .concat(),
    }
}

struct View<'a> {
    unit: &'a Unit,
    found: &'a Sensitivity,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl View<'_> {
    /// What is moved, in words.
    fn subject(&self, subject: &Subject) -> String {
        let count = |all: &[Quantity]| all.len().to_string();
        match subject {
            Subject::One(quantity) => self.quantity(quantity),
            Subject::Volumes(all) => self.text.with("subject-volumes", &[("count", &count(all))]),
            Subject::Minutes(all) => self.text.with("subject-minutes", &[("count", &count(all))]),
        }
    }

    fn quantity(&self, quantity: &Quantity) -> String {
        let of_matter = |key, matter| self.text.with(key, &[("matter", &self.words.matter(matter))]);
        match quantity {
            Quantity::Driver(id) => self.text.with("quantity-driver", &[("driver", id)]),
            Quantity::Rate(matter) => of_matter("quantity-rate", *matter),
            Quantity::Volume(matter) => of_matter("quantity-volume", *matter),
            Quantity::Minutes(matter, step) => {
                let (matter, step) = (self.words.matter(*matter), self.words.step(*step));
                self.text.with("quantity-minutes", &[("matter", &matter), ("step", &step)])
            }
            Quantity::HoursPerDay => self.text.get("quantity-hours_per_day"),
            Quantity::TrainingDays => self.text.get("quantity-training_days"),
            Quantity::SickDays => self.text.get("quantity-sick_days"),
            Quantity::Overhead => self.text.get("quantity-overhead"),
            Quantity::RankShare(rank) => self.text.with("quantity-rank_share", &[("rank", &self.words.rank(*rank))]),
            Quantity::WorkingDays => self.text.get("quantity-working_days"),
        }
    }

    /// What changes in the status of matters.
    fn flips_cell(&self, flips: &[Flip], said: String) -> Cell {
        let id = |flip: &Flip| format!("{}:{}>{}", self.unit[flip.matter].id, flip.from.id(), flip.to.id());
        Cell::word(ids(flips.iter().map(id)), said)
    }

    /// The same in words: matters of the same change together, the first few by name.
    fn flips(&self, flips: &[Flip]) -> String {
        let mut alike: BTreeMap<(ServiceStatus, ServiceStatus), Vec<MatterIx>> = BTreeMap::new();
        for flip in flips {
            alike.entry((flip.from, flip.to)).or_default().push(flip.matter);
        }
        self.words.clauses(alike.into_iter().map(|((from, to), matters)| {
            let named = self.words.matters(matters.get(..NAMED).unwrap_or(&matters));
            let list = match matters.len() {
                count if count > NAMED => {
                    self.text.with("and-others", &[("list", &named), ("count", &count.to_string())])
                }
                _ => named,
            };
            let (from, to) = (self.words.status(from), self.words.status(to));
            self.text.with("sensitivity-flip", &[("matters", &list), ("from", &from), ("to", &to)])
        }))
    }

    fn assumptions(&self) -> Vec<Block> {
        assumptions::section(self.words, "sensitivity-assumptions-heading", Vec::new())
    }
}
