//! The report of a plan: a memo, most important first.

mod conflicts;
mod people;
mod rules;
mod sections;
mod service;
mod shortfalls;
mod solver;
mod spare;
mod verdict;

pub(super) use conflicts::conflicts;

use super::tally::Tally;
use super::view::{Block, Column, Document, Kind};
use super::words::Words;
use super::{assumptions, findings};
use crate::analysis::Assessment;
use crate::model::Unit;
use crate::text::Text;

/// How much of the long lists a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// For a screen: matters in full service are counted by section, rules are named.
    Folded,
    /// For a file: every matter in a row of its own, every rule with its meaning.
    Full,
}

/// Names of the tables of a plan report in [`Detail::Full`], in order.
pub const TABLES: [&str; 11] = [
    "shortfalls",
    "tiers",
    "matters",
    "sections",
    "posts",
    "people",
    "spare",
    "rules",
    "conflicts",
    "inputs",
    "stages",
];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, assessment: &Assessment, text: &Text, detail: Detail) -> Document {
    let words = Words { unit, text };
    let tally = Tally::new(unit, &assessment.plan);
    let view = View { unit, assessment, text, words, tally, detail };
    let year = unit.year.to_string();
    Document {
        title: text.with("plan-title", &[("unit", &unit.name), ("year", &year)]).into(),
        blocks: [
            view.verdict(),
            view.shortfalls(),
            view.service(),
            view.sections(),
            view.people(),
            view.spare(),
            view.rules(),
            findings::section(words, &assessment.findings),
            view.conflicts(),
            assumptions::table(words, &assessment.inputs),
            view.solver(),
        ]
        .concat(),
    }
}

struct View<'a> {
    unit: &'a Unit,
    assessment: &'a Assessment,
    text: &'a Text,
    words: Words<'a>,
    tally: Tally<'a>,
    detail: Detail,
}

impl View<'_> {
    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.text.get(key).into())
    }

    fn column(&self, kind: Kind, key: &str) -> Column {
        Column::new(kind, self.text.get(key))
    }
}
