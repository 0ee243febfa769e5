//! The report of `absence`: who is missed, how many may be away, and which backup helps most.

pub mod json;
mod map;
mod tables;
mod verdict;

pub(super) use self::verdict::{days, missed};

use super::parts::assumptions;
use super::words::Words;
use crate::analysis::ServiceStatus;
use crate::analysis::absence::{Covered, Loss};
use crate::model::{MatterIx, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document};
use crate::text::Text;
use rust_decimal::Decimal;

/// Names of the tables, in order.
pub const TABLES: [&str; 6] = ["people", "absences", "matters", "survived", "posts", "backups"];

/// Writes the report.
#[must_use]
pub fn document(unit: &Unit, found: &Covered, text: &Text, detail: Detail) -> Document {
    let view = View { unit, found, text, words: Words { unit, text }, detail };
    let arguments = [("unit", view.words.unit_name()), ("year", &*unit.year.to_string())];
    let note = if detail == Detail::Folded { "absence-people-note-counted" } else { "absence-people-note" };
    Document {
        title: text.with("absence-title", &arguments).into(),
        blocks: [
            view.verdict(),
            view.survived(),
            vec![Block::About(Topic::People)],
            view.people(note),
            view.absences(),
            vec![Block::About(Topic::Matters)],
            view.map(),
            view.matters(),
            vec![Block::About(Topic::Sections)],
            view.posts(),
            view.backups(),
            vec![Block::About(Topic::Basis)],
            view.assumptions(),
        ]
        .concat(),
    }
}

/// The answer as a section within the report of a plan: who is missed, the map of people and matters, what would help.
pub(super) fn section(unit: &Unit, found: &Covered, text: &Text) -> Vec<Block> {
    let view = View { unit, found, text, words: Words { unit, text }, detail: Detail::Folded };
    let opening = vec![Block::About(Topic::People), Block::heading(view.text, "page-absence-heading")];
    // Who each matter depends on is a reading of the map.
    [opening, view.said(), view.people("absence-people-note-map"), view.map(), view.backups()].concat()
}

/// How few backups make the first tier survive any one absence, in a sentence.
pub(super) fn fewest(unit: &Unit, found: &Covered, text: &Text) -> String {
    View { unit, found, text, words: Words { unit, text }, detail: Detail::Folded }.fewest().text.to_string()
}

struct View<'a> {
    unit: &'a Unit,
    found: &'a Covered,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl View<'_> {
    fn assumptions(&self) -> Vec<Block> {
        assumptions::section(self.words, "absence-assumptions-heading", Vec::new())
    }
}

/// The matters of some losses that become of a status.
fn with(losses: &[Loss], status: ServiceStatus) -> Vec<MatterIx> {
    losses.iter().filter(|loss| loss.status == status).map(|loss| loss.matter).collect()
}

/// Cases of a working day that are not done.
fn cases(losses: &[Loss]) -> Decimal {
    losses.iter().map(|loss| loss.cases_a_day).sum()
}
