//! The report of `explain`: why a matter stalls, what would help, what that costs.

mod conflict;
pub mod json;
mod repairs;
mod verdict;

use super::parts::count::Told;
use super::parts::{assumptions, count};
use super::words;
use super::words::Words;
use crate::analysis::explain::{Demand, Explained, Explanation};
use crate::model::{MatterIx, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document, Note};
use crate::text::Text;

/// Names of the tables of an explanation, in order.
pub const TABLES: [&str; 8] =
    ["shortfalls", "count", "count_people", "recount", "conflict", "repairs", "pairs", "in_vain"];

/// Writes the report; `asked` is the one matter that it is about, if not all.
#[must_use]
pub fn document(unit: &Unit, explained: &Explained, asked: Option<MatterIx>, text: &Text, detail: Detail) -> Document {
    let view = View::new(unit, explained, asked, text, detail);
    let year = unit.year.to_string();
    Document {
        title: text.with("explain-title", &[("unit", view.words.unit_name()), ("year", &year)]).into(),
        blocks: [
            view.verdict(),
            vec![Block::About(Topic::Recount)],
            view.recount(),
            vec![Block::About(Topic::Matters)],
            view.conflicts(),
            vec![Block::About(Topic::Options)],
            view.repairs(),
            vec![Block::About(Topic::Basis)],
            view.basis(),
        ]
        .concat(),
    }
}

/// What cannot hold together, and what would help, within the report of a plan.
pub(super) fn section(unit: &Unit, explained: &Explained, text: &Text) -> Vec<Block> {
    let view = View::new(unit, explained, None, text, Detail::Folded);
    [vec![Block::About(Topic::Matters)], view.conflicts(), vec![Block::About(Topic::Options)], view.repairs()].concat()
}

/// What cannot all hold, without a heading.
pub(super) fn conflict(unit: &Unit, explained: &Explained, text: &Text, detail: Detail) -> Vec<Block> {
    let blocks = View::new(unit, explained, None, text, detail).conflicts();
    blocks.into_iter().filter(|block| !matches!(block, Block::Heading(_))).collect()
}

/// The sections of the report, and what they share.
pub(super) struct View<'a> {
    unit: &'a Unit,
    explained: &'a Explained,
    asked: Option<MatterIx>,
    text: &'a Text,
    words: Words<'a>,
    detail: Detail,
}

impl<'a> View<'a> {
    pub(super) const fn new(
        unit: &'a Unit,
        explained: &'a Explained,
        asked: Option<MatterIx>,
        text: &'a Text,
        detail: Detail,
    ) -> Self {
        Self { unit, explained, asked, text, words: Words { unit, text }, detail }
    }
}

impl View<'_> {
    /// Explanations that say the same of several matters, put together, in order of the first of each.
    fn alike(&self, same: impl Fn(&Explanation, &Explanation) -> bool) -> Vec<(Vec<MatterIx>, &Explanation)> {
        let mut groups: Vec<(Vec<MatterIx>, &Explanation)> = Vec::new();
        for explanation in &self.explained.matters {
            match groups.iter_mut().find(|(_, first)| same(first, explanation)) {
                Some((matters, _)) => matters.push(explanation.shortfall.matter),
                None => groups.push((vec![explanation.shortfall.matter], explanation)),
            }
        }
        groups
    }

    fn counted(&self) -> Vec<Told<'_>> {
        let matters = self.explained.matters.iter();
        matters.map(|e| Told { shortfall: &e.shortfall, counted: e.counted.as_ref() }).collect()
    }

    /// The lists that were counted, where there is room for them.
    fn recount(&self) -> Vec<Block> {
        if self.detail == Detail::Folded {
            return Vec::new();
        }
        let told = self.counted();
        let figures = count::figures(self.words, &told);
        let heading = (!figures.is_empty()).then(|| Block::heading(self.text, "sheet-recount"));
        let note = (!figures.is_empty()).then(|| Block::plain(self.text.get("recount-note")));
        let figures = Block::Table(count::recounted(self.text, figures));
        heading.into_iter().chain(count::lists(self.words, &told)).chain(note).chain([figures]).collect()
    }

    /// What all of it rests on.
    fn basis(&self) -> Vec<Block> {
        if self.explained.matters.is_empty() {
            return Vec::new();
        }
        let members = || self.explained.matters.iter().flat_map(|e| &e.conflict.members);
        let promised = members().any(|member| matches!(member.demand, Demand::Promise(_)));
        let mut keys = vec!["explain-how-conflict", "explain-how-repair", "explain-transfers"];
        if promised {
            keys.insert(1, "explain-how-promises");
        }
        let mut notes: Vec<Note> = keys.into_iter().map(|key| Note::plain(self.text.get(key))).collect();
        let as_of = words::month(self.text, self.unit.as_of);
        notes.push(Note::plain(self.text.with("plan-as-of", &[("as_of", &as_of)])));
        assumptions::section(self.words, "explain-basis-heading", notes)
    }
}
