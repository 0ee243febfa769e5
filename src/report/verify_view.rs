//! The report of `verify`: whether a saved plan keeps the rules, and where it does not.

use super::view::{Block, Cell, Column, Document, Kind, Note, Table, Tone};
use super::words::Words;
use crate::check::Violation;
use crate::model::Unit;
use crate::text::Text;

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, violations: &[Violation], text: &Text) -> Document {
    let words = Words { unit, text };
    let year = unit.year.to_string();
    let verdict = if violations.is_empty() {
        Note::new(Tone::Good, text.get("verify-clean"))
    } else {
        Note::new(Tone::Bad, text.with("verify-broken", &[("count", &violations.len().to_string())]))
    };
    Document {
        title: text.with("verify-title", &[("unit", &unit.name), ("year", &year)]).into(),
        blocks: vec![Block::Paragraph(verdict), Block::Table(table("violations", words, violations))],
    }
}

/// The breaches as a table.
pub(super) fn table(name: &'static str, words: Words<'_>, violations: &[Violation]) -> Table {
    let column = |key| Column::new(Kind::Text, words.text.get(key));
    let number = |key| Column::new(Kind::Decimal(2), words.text.get(key));
    let columns = [
        column("column-breach"),
        column("column-people-concerned"),
        column("column-posts-concerned"),
        column("column-matter"),
        number("column-found"),
        number("column-allowed"),
    ];
    let rows = violations.iter().map(|violation| {
        [
            Cell::from(words.breach(violation.breach)).tone(Tone::Bad),
            words.list(violation.people.iter().map(|person| words.person(*person))).into(),
            words.list(violation.posts.iter().map(|post| words.post(*post))).into(),
            violation.matter.map_or(Cell::empty(), |matter| words.matter(matter).into()),
            violation.numbers.map_or(Cell::empty(), |(found, _)| found.into()),
            violation.numbers.map_or(Cell::empty(), |(_, allowed)| allowed.into()),
        ]
    });
    Table::new(name, columns, rows)
}

/// A breach in one sentence.
#[must_use]
pub fn sentence(words: Words<'_>, violation: &Violation) -> String {
    let show = |number| Kind::Decimal(2).show(number);
    let mut facts = Vec::new();
    if !violation.people.is_empty() {
        facts.push(words.list(violation.people.iter().map(|person| words.person(*person))));
    }
    if !violation.posts.is_empty() {
        facts.push(words.list(violation.posts.iter().map(|post| words.post(*post))));
    }
    facts.extend(violation.matter.map(|matter| words.matter(matter)));
    facts.extend(violation.numbers.map(|(found, allowed)| {
        words.text.with("violation-numbers", &[("found", &show(found)), ("allowed", &show(allowed))])
    }));
    let breach = words.breach(violation.breach);
    words.text.with("violation", &[("breach", &breach), ("facts", &words.clauses(facts))])
}
