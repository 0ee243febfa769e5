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
use super::view::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use super::words::Words;
use crate::analysis::{Assessment, BasisCount};
use crate::model::{Basis, Unit};
use crate::text::Text;
use crate::units::Share;
use rust_decimal::Decimal;

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
            view.findings(),
            view.conflicts(),
            inputs(words, &assessment.inputs),
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

/// How much of the input rests on what.
pub(super) fn inputs(words: Words<'_>, counts: &[BasisCount]) -> Vec<Block> {
    let total: usize = counts.iter().map(|c| c.count).sum();
    let column = |kind, key| Column::new(kind, words.text.get(key));
    let rows = counts.iter().map(|BasisCount { basis, count }| {
        let tone = if *basis == Basis::Assumption && *count > 0 { Tone::Caution } else { Tone::Plain };
        [Cell::from(words.basis(*basis)).tone(tone), Cell::from(*count), Cell::from(share(*count, total))]
    });
    let columns = [
        column(Kind::Text, "column-basis"),
        column(Kind::Whole, "column-numbers"),
        column(Kind::Percent, "column-share"),
    ];
    vec![Block::Heading(words.text.get("inputs-heading").into()), Block::Table(Table::new("inputs", columns, rows))]
}

/// How much of the input is assumption, and whether the people themselves are.
pub(super) fn assumptions(words: Words<'_>, counts: &[BasisCount]) -> Vec<Note> {
    let total: usize = counts.iter().map(|c| c.count).sum();
    let assumed: usize = counts.iter().filter(|c| c.basis == Basis::Assumption).map(|c| c.count).sum();
    let mut notes = Vec::new();
    if assumed > 0 {
        let share = Kind::Percent.show(share(assumed, total).value());
        let arguments = [("total", &*total.to_string()), ("count", &*assumed.to_string()), ("share", &*share)];
        notes.push(Note::new(Tone::Caution, words.text.with("rests-on-assumptions", &arguments)));
    }
    let illustrative = |path: &str| path.split('.').next() == Some("roster");
    if words.unit.inputs.iter().any(|input| input.basis == Basis::Assumption && illustrative(&input.path)) {
        notes.push(Note::new(Tone::Caution, words.text.get("rests-on-roster")));
    }
    notes
}

fn share(part: usize, whole: usize) -> Share {
    Share::new(Decimal::from(part).checked_div(Decimal::from(whole)).unwrap_or_default())
}
