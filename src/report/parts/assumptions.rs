//! How much of a scenario is assumption, and where.

use crate::analysis::BasisCount;
use crate::model::{Basis, Unit};
use crate::render::document::{Block, Cell, Column, Kind, Note, Table, Tone};
use crate::report::words::Words;
use crate::units::Share;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How much of the input rests on what.
pub(in crate::report) fn table(words: Words<'_>, counts: &[BasisCount]) -> Vec<Block> {
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
    vec![Block::Annex(words.text.get("inputs-heading").into()), Block::Table(Table::new("inputs", columns, rows))]
}

/// How much of the input is assumption, and whether the people themselves are.
pub(in crate::report) fn notes(words: Words<'_>, counts: &[BasisCount]) -> Vec<Note> {
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

/// Assumptions by part of the scenario, the first part of their path.
#[must_use]
pub(in crate::report) fn by_part(unit: &Unit) -> BTreeMap<&str, usize> {
    let mut groups = BTreeMap::new();
    for input in unit.inputs.iter().filter(|input| input.basis == Basis::Assumption) {
        let part = input.path.split('.').next().unwrap_or_default();
        *groups.entry(part).or_default() += 1;
    }
    groups
}
