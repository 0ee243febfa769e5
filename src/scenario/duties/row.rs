//! What a row of a table of duties says: who may do what, since when, and who signed.

use super::Columns;
use super::heads::{HEADS, Key, STEP_WORDS, is_all, is_never, is_open_end, step_of};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{Grant, Ledger, MatterIx, PostIx, SectionIx, Signature, Signed, Step, Unit, Used};
use crate::scenario::import::cell::{Cell, Form};
use crate::scenario::import::month::{self, Epoch, Reading};
use crate::scenario::import::words::plain;
use crate::scenario::read::months::Of;
use crate::text::{Language, Text, holds_identity_number};
use crate::units::Month;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How the rows of a sheet are read.
pub(super) struct Rows<'a> {
    pub(super) unit: &'a Unit,
    pub(super) file: &'a Arc<str>,
    pub(super) epoch: Epoch,
    pub(super) columns: &'a Columns,
    pub(super) called: &'a Called,
    /// Columns under other heads; what a row lacks may stand there.
    pub(super) unread: &'a str,
}

/// The posts by their ids and by the words that reports print for them, in both languages.
pub(super) type Called = BTreeMap<String, PostIx>;

/// What the posts of a unit are called.
pub(super) fn called(unit: &Unit) -> Called {
    let mut called: Called = unit.posts().map(|(ix, _)| (plain(&unit.post_id(ix)), ix)).collect();
    for text in Language::ALL.map(Text::new) {
        for (ix, post) in unit.posts() {
            let (section, step) = (&unit[post.section], text.get(&format!("step-{}", post.step.id())));
            let duty = text.get(&format!("duty-{}", post.duty.id()));
            let own = if post.duty == section.duty {
                text.with("post-of-step", &[("step", &step)])
            } else {
                text.with("post-of-duty-and-step", &[("duty", &duty), ("step", &step)])
            };
            let english = section.name_en.as_ref().filter(|_| text.language() == Language::English);
            let said = text.with("post-in-section", &[("section", english.unwrap_or(&section.name)), ("post", &own)]);
            called.entry(plain(&said)).or_insert(ix);
        }
    }
    called
}

/// A row.
pub(super) struct Row<'a> {
    /// Its position, from 0.
    pub(super) at: usize,
    pub(super) cells: &'a [Cell],
    /// What the report calls it.
    pub(super) place: String,
}

/// What the cell of the post names.
#[derive(Clone, Copy)]
enum What {
    Step(Step),
    Post(PostIx),
}

/// Marks between several things in one cell; people also break the line.
const MARKS: [char; 6] = ['、', ';', '；', ',', '，', '\n'];
/// Marks between steps alone: ids of posts and names of matters may have them within.
const BETWEEN_STEPS: [char; 8] = ['/', '／', '+', '＋', '和', '与', '及', '兼'];

impl Rows<'_> {
    /// Adds what a row says to the ledger, and what is wrong with it to the findings.
    pub(super) fn read(&self, row: &Row<'_>, ledger: &mut Ledger, found: &mut Diagnostics) {
        let count = found.as_slice().len();
        for key in Key::ALL {
            self.refuse_unusable(key, row, found);
        }
        let name = self.name(row, found);
        let rights = self.rights(row, found);
        let since = self.month(Key::Since, row, |_| false, found);
        let until = self.month(Key::Until, row, is_open_end, found);
        let used = self.month(Key::Used, row, is_never, found);
        if found.as_slice().len() > count {
            return;
        }
        if until.is_some_and(|until| until <= self.unit.as_of) {
            ledger.ended.push(row.place.clone());
            return;
        }
        let person = self.unit.people().find(|(_, person)| plain(&person.id) == plain(&name)).map(|(ix, _)| ix);
        let used = match (self.columns.contains_key(&Key::Used), used) {
            (false, _) => Used::Unsaid,
            (true, None) => Used::Never,
            (true, Some(month)) => Used::In(month),
        };
        ledger.grants.push(Grant {
            place: row.place.clone(),
            name,
            person,
            rights,
            since,
            used,
            signed: self.signed(row),
        });
    }

    fn place(&self, key: Key, row: &Row<'_>) -> Place {
        let column = self.columns.get(&key).copied().unwrap_or_default();
        Place { file: Arc::clone(self.file), sheet: None, line: row.at + 1, column: column + 1 }
    }

    /// The cell of a column, if it says something.
    fn cell<'r>(&self, key: Key, row: &Row<'r>) -> Option<&'r Cell> {
        row.cells.get(*self.columns.get(&key)?).filter(|cell| !cell.text.is_empty())
    }

    fn refuse_unusable(&self, key: Key, row: &Row<'_>, found: &mut Diagnostics) {
        let Some(cell) = self.cell(key, row) else { return };
        let place = self.place(key, row);
        if holds_identity_number(&cell.text) {
            let said = Diagnostic::new(Code::IdentityNumbers, &place).fact("header", head_of(key));
            found.push(said.fact("by", "content"));
        } else if matches!(cell.form, Form::Broken | Form::Uncalculated) {
            let why = if cell.form == Form::Broken { "error" } else { "formula" };
            found.push(Diagnostic::new(Code::CellBroken, &place).fact("value", &cell.text).fact("why", why));
        }
    }

    /// The name, without the blanks that only spread a short Chinese one.
    fn name(&self, row: &Row<'_>, found: &mut Diagnostics) -> String {
        let Some(cell) = self.cell(Key::Person, row) else {
            let empty = Diagnostic::new(Code::CellEmpty, &self.place(Key::Person, row));
            found.push(empty.fact("column", head_of(Key::Person)).fact("person", "").fact("named", "no"));
            return String::new();
        };
        let between = if cell.text.is_ascii() { " " } else { "" };
        cell.text.split_whitespace().collect::<Vec<_>>().join(between)
    }

    /// The steps of matters that the row opens.
    fn rights(&self, row: &Row<'_>, found: &mut Diagnostics) -> Vec<(MatterIx, Step)> {
        let posts = self.posts(row, found);
        let matters = self.matters(row, found);
        let (Some(posts), Some(matters)) = (posts, matters) else { return Vec::new() };
        let needs_section = matters.is_empty() && posts.iter().any(|what| matches!(what, What::Step(_)));
        let section = if needs_section { self.section(row, found) } else { None };
        if posts.is_empty() || needs_section && section.is_none() {
            let has_section = self.cell(Key::Section, row).is_some();
            if posts.is_empty() || !has_section {
                let place = self.place(if posts.is_empty() { Key::Post } else { Key::Matter }, row);
                let lacks = if posts.is_empty() { "post" } else { "matter" };
                let unread = if self.unread.is_empty() { "none" } else { self.unread };
                let unclear = Diagnostic::new(Code::RightUnclear, &place).fact("lacks", lacks);
                found.push(unclear.fact("unread", unread));
            }
            return Vec::new();
        }
        let mut rights: Vec<(MatterIx, Step)> =
            posts.iter().flat_map(|what| self.opened(*what, &matters, section)).collect();
        rights.sort_unstable();
        rights.dedup();
        rights
    }

    /// What a step or post opens of the matters named, or else of all that are done there.
    fn opened(&self, what: What, matters: &[MatterIx], section: Option<SectionIx>) -> Vec<(MatterIx, Step)> {
        let step = match what {
            What::Step(step) => step,
            What::Post(post) => self.unit[post].step,
        };
        if !matters.is_empty() {
            return matters.iter().map(|matter| (*matter, step)).collect();
        }
        let is_here = |post: PostIx| match what {
            What::Post(only) => post == only,
            What::Step(_) => Some(self.unit[post].section) == section,
        };
        let is_opened = |ix: &MatterIx| self.unit.post_at(*ix, step).is_some_and(is_here);
        self.unit.matters().map(|(ix, _)| ix).filter(is_opened).map(|ix| (ix, step)).collect()
    }

    /// The steps or posts of the cell; nothing where one is not known.
    fn posts(&self, row: &Row<'_>, found: &mut Diagnostics) -> Option<Vec<What>> {
        let Some(cell) = self.cell(Key::Post, row) else { return Some(Vec::new()) };
        if let Some(post) = self.post_of(&cell.text) {
            return Some(vec![What::Post(post)]);
        }
        let mut all = Vec::new();
        for part in cell.text.split(MARKS).map(str::trim).filter(|part| !part.is_empty()) {
            let Some(what) = self.what(part) else {
                let unknown = Diagnostic::new(Code::DutyStepUnknown, &self.place(Key::Post, row));
                found.push(unknown.fact("value", part).fact("allowed", STEP_WORDS));
                return None;
            };
            all.extend(what);
        }
        Some(all)
    }

    /// The post or the step that a part of the cell names, or its several steps.
    fn what(&self, part: &str) -> Option<Vec<What>> {
        let step = |text: &str| step_of(text).map(|step| What::Step(self.known(step)));
        let one = self.post_of(part).map(What::Post).or_else(|| step(part));
        one.map(|one| vec![one]).or_else(|| part.split(BETWEEN_STEPS).map(step).collect())
    }

    /// Where no matter has a second review, 复审 is the review.
    fn known(&self, step: Step) -> Step {
        let has = self.unit.posts().any(|(_, post)| post.step == step);
        if step == Step::SecondReview && !has { Step::Review } else { step }
    }

    /// The post of an id, or of the words that reports print for it.
    fn post_of(&self, text: &str) -> Option<PostIx> {
        self.called.get(&plain(text)).copied()
    }

    /// The matters of the cell, none where it names all or is empty; nothing where one is not known.
    fn matters(&self, row: &Row<'_>, found: &mut Diagnostics) -> Option<Vec<MatterIx>> {
        let Some(cell) = self.cell(Key::Matter, row).filter(|cell| !is_all(&cell.text)) else {
            return Some(Vec::new());
        };
        if let Some(matter) = self.matter(&cell.text) {
            return Some(vec![matter]);
        }
        let mut all = Vec::new();
        for part in cell.text.split(MARKS).map(str::trim).filter(|part| !part.is_empty()) {
            let Some(matter) = self.matter(part) else {
                let unknown = Diagnostic::new(Code::MatterUnmatched, &self.place(Key::Matter, row)).fact("value", part);
                found.push(unknown.suggest(part, self.unit.matters.iter().map(|matter| &*matter.name)));
                return None;
            };
            all.push(matter);
        }
        Some(all)
    }

    fn matter(&self, text: &str) -> Option<MatterIx> {
        let wanted = plain(text);
        let is = |id: &str, name: &str, english: Option<&String>| {
            id == text || plain(name) == wanted || english.is_some_and(|name| plain(name) == wanted)
        };
        self.unit.matters().find(|(_, m)| is(&m.id, &m.name, m.name_en.as_ref())).map(|(ix, _)| ix)
    }

    /// The section of a post that is given by its step alone.
    fn section(&self, row: &Row<'_>, found: &mut Diagnostics) -> Option<SectionIx> {
        let cell = self.cell(Key::Section, row)?;
        let wanted = plain(&cell.text);
        let is = |section: &crate::model::Section| {
            section.id == cell.text
                || plain(&section.name) == wanted
                || section.name_en.as_ref().is_some_and(|name| plain(name) == wanted)
        };
        let known = self.unit.sections().find(|(_, section)| is(section)).map(|(ix, _)| ix);
        if known.is_none() {
            let names = || self.unit.sections.iter().map(|section| &*section.name);
            let unmatched = Diagnostic::new(Code::SectionUnmatched, &self.place(Key::Section, row));
            let unmatched =
                unmatched.fact("value", &cell.text).fact("sections", names().collect::<Vec<_>>().join("、"));
            found.push(unmatched.suggest(&cell.text, names()));
        }
        known
    }

    fn month(&self, key: Key, row: &Row<'_>, is_none: fn(&str) -> bool, found: &mut Diagnostics) -> Option<Month> {
        let cell = self.cell(key, row).filter(|cell| !is_none(&cell.text))?;
        let place = self.place(key, row);
        let unclear = |why| Diagnostic::new(Code::CellUnclear, &place).fact("value", &cell.text).fact("why", why);
        match month::read(cell, self.epoch, Of::Life(None)) {
            Reading::Month(month, _) => return Some(month),
            Reading::JanuaryOrOctober => found.push(unclear("october")),
            Reading::SerialOfUnknownEpoch => found.push(unclear("epoch")),
            Reading::Nothing => {
                let none = Diagnostic::new(Code::CellNotMonth, &place).fact("column", head_of(key));
                found.push(none.fact("value", &cell.text));
            }
        }
        None
    }

    fn signed(&self, row: &Row<'_>) -> Signed {
        let own = [
            (Key::Requested, Signature::Requested),
            (Key::Audited, Signature::Audited),
            (Key::Approved, Signature::Approved),
            (Key::Granted, Signature::Granted),
        ];
        if own.iter().any(|(key, _)| self.columns.contains_key(key)) {
            let there = own.iter().filter(|(key, _)| self.cell(*key, row).is_some());
            return Signed::By(there.map(|(_, signature)| *signature).collect());
        }
        if !self.columns.contains_key(&Key::Signed) {
            return Signed::Unsaid;
        }
        let names = self.cell(Key::Signed, row).map(|cell| {
            let names = cell.text.split(|c: char| MARKS.contains(&c) || c == '/' || c.is_whitespace());
            names.filter(|name| !name.is_empty()).count()
        });
        Signed::Names(names.unwrap_or_default())
    }
}

/// What a column is called in a finding.
fn head_of(key: Key) -> &'static str {
    HEADS.iter().find(|(known, _)| *known == key).and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}
