//! The report of `duties`: what is wrong with the table of duties and rights that people hold today.

mod fault;
pub mod json;
mod rotation;

use super::parts::columns::columns;
use super::words::Words;
use super::words::cells::ids;
use crate::analysis::duties::{Fault, Judged, Kind as Wrong, Rotation, origin};
use crate::model::{Ledger, Unit};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Cell, Document, Kind, Note, Tone};
use crate::text::Text;

/// Names of the tables, in order.
pub const TABLES: [&str; 4] = ["faults", "kinds", "due", "turns"];
/// Those of [`TABLES`] that look ahead.
pub const ROTATION_TABLES: [&str; 2] = ["due", "turns"];
/// Findings of a kind that a screen shows.
const SHOWN: usize = 12;

/// Writes the report.
#[must_use]
pub fn document(
    unit: &Unit,
    ledger: &Ledger,
    judged: &Judged,
    ahead: Option<&Rotation>,
    text: &Text,
    detail: Detail,
) -> Document {
    let view = View { unit, ledger, judged, text, words: Words { unit, text } };
    let title = text.with("duties-title", &[("unit", view.words.unit_name()), ("file", ledger.name())]);
    let (listed, table) = match detail {
        Detail::Folded => (view.by_kind(), Vec::new()),
        _ => (Vec::new(), view.faults()),
    };
    let years = ahead.map(|found| [vec![Block::About(Topic::Years)], view.rotation(found)].concat());
    let years = years.unwrap_or_default();
    Document {
        title: title.into(),
        blocks: [view.verdict(ahead), view.kinds(), vec![Block::About(Topic::People)], listed, table, years].concat(),
    }
}

/// A table, what is wrong with it, and the words for that.
struct View<'a> {
    unit: &'a Unit,
    ledger: &'a Ledger,
    judged: &'a Judged,
    text: &'a Text,
    words: Words<'a>,
}

impl View<'_> {
    fn verdict(&self, ahead: Option<&Rotation>) -> Vec<Block> {
        let count = self.judged.faults.len().to_string();
        let arguments = [
            ("rows", &*self.ledger.grants.len().to_string()),
            ("people", &*self.judged.people.to_string()),
            ("count", &*count),
        ];
        let answer = if self.judged.faults.is_empty() {
            Note::new(Tone::Good, self.text.with("duties-clean", &arguments))
        } else {
            Note::new(Tone::Bad, self.text.with("duties-broken", &arguments))
        };
        let mut notes = ahead.map(|found| self.rotates(found)).unwrap_or_default();
        if !self.ledger.ended.is_empty() {
            let arguments = [("rows", &*self.words.list(&self.ledger.ended))];
            notes.push(Note::plain(self.text.with("duties-ended", &arguments)));
        }
        notes.extend(self.unseen());
        if !self.ledger.unread.is_empty() {
            let arguments = [("columns", &*self.words.list(&self.ledger.unread))];
            notes.push(Note::plain(self.text.with("duties-unread", &arguments)));
        }
        notes.push(Note::plain(self.text.get("duties-basis")));
        vec![Block::heading(self.text, "verdict-heading"), Block::Paragraph(answer), Block::List(notes)]
    }

    /// What was read and is not shown, and what was not read for that.
    fn unseen(&self) -> Vec<Note> {
        let Ledger { hidden_rows, hidden_sheets, left_sheets, .. } = self.ledger;
        let told = |key: &str, what: &[String]| {
            let arguments = [("count", &*what.len().to_string()), ("what", &*self.words.list(what))];
            (!what.is_empty()).then(|| Note::new(Tone::Caution, self.text.with(key, &arguments)))
        };
        let rows = match hidden_rows {
            Some(rows) => told("duties-hidden-rows", rows),
            None => Some(Note::new(Tone::Caution, self.text.get("import-hidden-unknown"))),
        };
        let sheets = [told("duties-hidden-sheets", hidden_sheets), told("duties-left-sheets", left_sheets)];
        rows.into_iter().chain(sheets.into_iter().flatten()).collect()
    }

    /// How many findings there are of which kind, and what they rest on.
    fn kinds(&self) -> Vec<Block> {
        let there = Wrong::ALL.into_iter().filter(|kind| self.judged.of_kind(*kind).next().is_some());
        let table = columns("kinds", self.text, there)
            .head("kind", "column-duties-kind", Kind::Text, |kind| self.kind_cell(*kind))
            .head("count", "column-duties-count", Kind::Whole, |kind| self.judged.of_kind(*kind).count())
            .col("basis", Kind::Text, |kind| self.first(*kind).map(|(basis, _)| self.words.basis_cell(basis)))
            .col("source", Kind::Text, |kind| self.source(*kind))
            .table();
        let heading = (!table.rows.is_empty()).then(|| Block::heading(self.text, "duties-kinds-heading"));
        heading.into_iter().chain([Block::Table(table)]).collect()
    }

    fn first(&self, kind: Wrong) -> Option<(crate::model::Basis, Option<String>)> {
        self.judged.of_kind(kind).next().map(|fault| origin(self.unit, fault))
    }

    /// What the findings of a kind rest on, in words.
    fn source(&self, kind: Wrong) -> String {
        let own = self.text.get(&format!("duties-{}.source", kind.id()));
        self.first(kind).and_then(|(_, source)| source).unwrap_or(own)
    }

    fn kind_cell(&self, kind: Wrong) -> Cell {
        Cell::word(kind.id(), self.text.get(&format!("duties-{}", kind.id())))
    }

    /// The findings of each kind, as a screen has room for them.
    fn by_kind(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for kind in Wrong::ALL {
            let faults: Vec<&Fault> = self.judged.of_kind(kind).collect();
            if faults.is_empty() {
                continue;
            }
            let name = self.text.get(&format!("duties-{}", kind.id()));
            let arguments = [("kind", &*name), ("count", &*faults.len().to_string())];
            blocks.push(Block::Heading(self.text.with("duties-kind-heading", &arguments).into()));
            let mut notes: Vec<Note> =
                faults.iter().take(SHOWN).map(|fault| Note::new(Tone::Bad, self.sentence(fault))).collect();
            if faults.len() > SHOWN {
                let more = (faults.len() - SHOWN).to_string();
                notes.push(Note::plain(self.text.with("duties-more", &[("count", &more)])));
            }
            blocks.push(Block::List(notes));
            blocks.push(Block::plain(self.text.with("duties-remedy", &[("remedy", &self.remedy(kind))])));
        }
        blocks
    }

    fn faults(&self) -> Vec<Block> {
        let table = columns("faults", self.text, &self.judged.faults)
            .head("kind", "column-duties-kind", Kind::Text, |fault| self.kind_cell(fault.kind).tone(Tone::Bad))
            .head("people", "column-people-concerned", Kind::Text, |fault| {
                let people = self.people(fault);
                Cell::word(ids(&people), self.words.list(&people))
            })
            .head("posts", "column-posts-concerned", Kind::Text, |fault| {
                let said = self.words.list(fault.posts.iter().map(|post| self.words.post(*post)));
                self.words.posts_cell(&fault.posts, said)
            })
            .head("matters", "column-duties-matters", Kind::Text, |fault| {
                let own = ids(fault.matters.iter().map(|matter| &self.unit[*matter].id));
                Cell::word(own, self.words.list(fault.matters.iter().map(|matter| self.words.matter(*matter))))
            })
            .head("rows", "column-duties-rows", Kind::Text, |fault| {
                let rows = self.rows(fault);
                Cell::word(ids(&rows), self.words.list(&rows))
            })
            .head("detail", "column-duties-detail", Kind::Text, |fault| self.detail(fault))
            .head("remedy", "column-duties-remedy", Kind::Text, |fault| self.remedy(fault.kind))
            .head("takers", "column-duties-takers", Kind::Text, |fault| self.words.people_cell(fault.takers.clone()))
            .col("basis", Kind::Text, |fault| self.words.basis_cell(origin(self.unit, fault).0))
            .col("source", Kind::Text, |fault| self.source(fault.kind))
            .table();
        let heading = (!table.rows.is_empty()).then(|| Block::heading(self.text, "duties-faults-heading"));
        heading.into_iter().chain([Block::Table(table)]).collect()
    }

    fn remedy(&self, kind: Wrong) -> String {
        self.text.get(&format!("duties-{}.remedy", kind.id()))
    }
}
