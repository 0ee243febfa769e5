//! The report of `verify`: whether a saved plan keeps the rules and says what follows from it, and where it does not.

pub mod json;

use super::parts::columns::columns;
use super::plan::json::Difference;
use super::words::Words;
use crate::check::Violation;
use crate::model::Unit;
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::text::Text;
use rust_decimal::Decimal;

/// Names of the tables of the report, in order.
pub const TABLES: [&str; 2] = ["violations", "differences"];

/// What is found about a saved plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The rules and laws of arithmetic that it breaks.
    pub violations: Vec<Violation>,
    /// Where it does not say what follows; not looked for while rules are broken.
    pub differences: Vec<Difference>,
    /// Paths of what was only checked for consistency.
    pub unconfirmed: Vec<String>,
}

impl Judgement {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.violations.is_empty() && self.differences.is_empty()
    }
}

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, judgement: &Judgement, text: &Text) -> Document {
    let words = Words { unit, text };
    let year = unit.year.to_string();
    let Judgement { violations, differences, unconfirmed } = judgement;
    let bad = |key: &str, count: usize| Note::new(Tone::Bad, text.with(key, &[("count", &count.to_string())]));
    let mut notes = Vec::new();
    if judgement.is_clean() {
        notes.push(Note::new(Tone::Good, text.get("verify-clean")));
    }
    if !violations.is_empty() {
        notes.push(bad("verify-broken", violations.len()));
    }
    if !differences.is_empty() {
        notes.push(bad("verify-differs", differences.len()));
        notes.extend(foreign(differences).map(|key| Note::new(Tone::Bad, text.get(key))));
    }
    if !unconfirmed.is_empty() {
        let paths = words.list(unconfirmed);
        notes.push(Note::new(Tone::Plain, text.with("verify-unconfirmed", &[("paths", &paths)])));
    }
    Document {
        title: text.with("verify-title", &[("unit", words.unit_name()), ("year", &year)]).into(),
        blocks: vec![
            Block::List(notes),
            Block::Table(table("violations", words, violations)),
            Block::Table(difference_table(words, differences)),
        ],
    }
}

/// The words for what the file was made for, where that is not this scenario.
fn foreign(differences: &[Difference]) -> impl Iterator<Item = &'static str> {
    let any = |is: fn(&str) -> bool| differences.iter().any(|difference| is(&difference.path));
    let volumes = any(|path| path.starts_with("matters[") && path.ends_with(".arriving"));
    let month = any(|path| matches!(path, "scenario.year" | "scenario.as_of"));
    let roster = any(|path| {
        let of_person = path.starts_with("people[") && (path.ends_with("].id") || path.ends_with(".hours_available"));
        path == "people" || of_person || path.starts_with("headcount.")
    });
    let keys = [("verify-other-volumes", volumes), ("verify-other-month", month), ("verify-other-roster", roster)];
    keys.into_iter().filter(|(_, is)| *is).map(|(key, _)| key)
}

fn difference_table(words: Words<'_>, differences: &[Difference]) -> Table {
    columns("differences", words.text, differences)
        .head("path", "column-file-path", Kind::Text, |difference| &difference.path)
        .col("stated", Kind::Text, |difference| Cell::from(&difference.stated).tone(Tone::Bad))
        .col("recomputed", Kind::Text, |difference| &difference.recomputed)
        .table()
}

/// The breaches as a table.
pub(super) fn table(name: &'static str, words: Words<'_>, violations: &[Violation]) -> Table {
    let places = Kind::Decimal(violations.iter().map(places).max().unwrap_or_default());
    columns(name, words.text, violations)
        .col("breach", Kind::Text, |violation| words.breach_cell(violation.breach))
        .head("people", "column-people-concerned", Kind::Text, |violation| {
            words.people_cell(violation.people.iter().copied())
        })
        .head("posts", "column-posts-concerned", Kind::Text, |violation| {
            words.posts_cell(&violation.posts, words.list(violation.posts.iter().map(|post| words.post(*post))))
        })
        .col("matter", Kind::Text, |violation| violation.matter.map(|matter| words.matter_cell(matter)))
        .col("found", places, |violation| violation.numbers.map(|(found, _)| found))
        .col("allowed", places, |violation| violation.numbers.map(|(_, allowed)| allowed))
        .table()
}

/// Two decimals, and more where only they tell what was found from what is allowed.
fn places(violation: &Violation) -> u32 {
    let apart = |places: &u32| {
        let show = |number| Kind::Decimal(*places).show(number);
        violation.numbers.is_none_or(|(found, allowed)| show(found) != show(allowed))
    };
    (2..Decimal::MAX_SCALE).find(apart).unwrap_or(2)
}

/// A breach in one sentence.
#[must_use]
pub fn sentence(words: Words<'_>, violation: &Violation) -> String {
    let show = |number| Kind::Decimal(places(violation)).show(number);
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
