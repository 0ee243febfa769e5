//! How much of a scenario is assumption, and where.

use super::findings;
use crate::analysis::{BasisCount, basis_counts};
use crate::model::{Basis, Unit};
use crate::render::document::{Block, Kind, Note, Tone};
use crate::report::parts::columns::columns;
use crate::report::words::Words;
use crate::units::Share;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How much of the input rests on what.
pub(in crate::report) fn table(words: Words<'_>, counts: &[BasisCount]) -> Vec<Block> {
    let total: usize = counts.iter().map(|c| c.count).sum();
    let tone = |basis, count| if basis == Basis::Assumption && count > 0 { Tone::Caution } else { Tone::Plain };
    let table = columns("inputs", words.text, counts)
        .col("basis", Kind::Text, |of| words.basis_cell(of.basis).tone(tone(of.basis, of.count)))
        .head("count", "column-numbers", Kind::Whole, |of| of.count)
        .col("share", Kind::Percent, |of| share(of.count, total))
        .table();
    vec![Block::heading(words.text, "inputs-heading"), Block::Table(table)]
}

/// What a report rests on, as a section: what it says of itself, what a reader must know of the roster, and how much is
/// assumption. Nothing where there is nothing to say.
pub(in crate::report) fn section(words: Words<'_>, heading: &str, own: Vec<Note>) -> Vec<Block> {
    let mut notes = own;
    notes.extend(findings::of_roster(words));
    notes.extend(self::notes(words, &basis_counts(words.unit)));
    if notes.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(words.text, heading), Block::List(notes)]
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

/// What a part of the scenario is called: as its sheet in the unit's workbook.
pub(in crate::report) fn part(words: Words<'_>, part: &str) -> String {
    let sheet = format!("tab-{part}");
    if words.text.has(&sheet) { words.text.get(&sheet) } else { part.to_owned() }
}
