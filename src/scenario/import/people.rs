//! What the cells of a row say of a person, in the words of the roster.

use super::cell::{Cell, Form};
use super::header::Column;
use super::month::{self, Epoch, Reading as MonthReading, Way};
use super::words::{self, Answer, answer, plain, vocabulary};
use super::{At, REMARK, SectionName};
use crate::diag::reading::{Conversion, Filled};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::read::months::Of;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::spec::{Key, Kind, Need, ROSTER};
use crate::units::Month;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where each person stands, by name.
pub(super) type Seen = BTreeMap<String, Place>;

/// Reads people, and keeps account of how.
pub(super) struct People<'a> {
    pub(super) file: &'a Arc<str>,
    pub(super) heads: &'a [Cell],
    pub(super) columns: &'a [Column],
    pub(super) sections: Option<&'a [SectionName]>,
    pub(super) epoch: Epoch,
    pub(super) found: &'a mut Diagnostics,
    /// How values were read, by column; months by the way in which they are written.
    pub(super) conversions: BTreeMap<&'static str, Vec<(Option<Way>, Conversion)>>,
    /// Where each of them stands: there may be as many as people.
    recorded: BTreeMap<(&'static str, String), usize>,
    pub(super) filled: Vec<Filled>,
    /// Where each person stands.
    seen: &'a mut Seen,
    /// Where remarks stand that say nothing of presence.
    unused_remarks: Vec<Place>,
    /// Whether somebody has a post category that has to be written.
    pub(super) needs_category: bool,
}

/// A row of the sheet.
struct Row<'a> {
    cells: &'a [Cell],
    at: At<'a>,
    employment: Option<&'static str>,
    born: Option<Month>,
}

impl<'a> People<'a> {
    pub(super) fn new(
        file: &'a Arc<str>,
        heads: &'a [Cell],
        columns: &'a [Column],
        sections: Option<&'a [SectionName]>,
        epoch: Epoch,
        seen: &'a mut Seen,
        found: &'a mut Diagnostics,
    ) -> Self {
        let (conversions, recorded, filled) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        Self {
            file,
            heads,
            columns,
            sections,
            epoch,
            found,
            conversions,
            recorded,
            filled,
            seen,
            unused_remarks: Vec::new(),
            needs_category: false,
        }
    }

    /// Tells once of all remarks that were not used.
    pub(super) fn tell_of_remarks(&mut self) {
        if let Some(first) = self.unused_remarks.first() {
            let unused = Diagnostic::new(Code::RemarkUnused, first);
            self.found.push(unused.fact("count", self.unused_remarks.len()));
        }
    }

    /// The person in a row (from 0), as a table of the roster.
    pub(super) fn read(&mut self, row: usize, cells: &[Cell]) -> Node {
        let mut row = Row { cells, at: At { file: self.file, row }, employment: None, born: None };
        let mut entries = Vec::new();
        for key in ROSTER.keys {
            let place = self.column(key.name).map_or(row.at.place(0), |column| row.at.place(column.at));
            if let Some(value) = self.value(key, &mut row, &place) {
                let node = Node { place: place.clone(), value };
                entries.push(Entry { key: key.name.to_owned(), place, node });
            }
        }
        // What is wrong with the row as a whole is told beside the name.
        let place = row.at.place(self.column("id").map_or(0, |column| column.at));
        Node { place, value: Value::Table(entries) }
    }

    fn column(&self, key: &str) -> Option<Column> {
        self.columns.iter().find(|column| column.key == key).copied()
    }

    /// The head of a column as the user wrote it.
    fn head(&self, key: &str) -> &'a str {
        self.column(key).and_then(|column| self.heads.get(column.at)).map(|head| head.text.as_str()).unwrap_or_default()
    }

    /// The cell of a column, if it says something.
    fn cell<'r>(&self, key: &str, row: &Row<'r>) -> Option<&'r Cell> {
        row.cells.get(self.column(key)?.at).filter(|cell| !cell.text.is_empty())
    }

    fn value(&mut self, key: &'static Key, row: &mut Row<'_>, place: &Place) -> Option<Value> {
        let cell = self.cell(key.name, row);
        if let Some(cell) = cell
            && self.is_unusable(cell, place)
        {
            return Some(Value::Rejected);
        }
        let word = match (key.name, cell) {
            ("id", Some(cell)) => return Some(self.name(&cell.text, place)),
            ("home", None) if self.column("home").is_none() => return Some(Value::Rejected),
            ("home", cell) => return self.home(cell, place),
            ("status", _) => self.status(row, place),
            ("duty_rank", Some(cell)) if words::is_director(&cell.text) => self.director(cell, row, place),
            ("post_category", _) if row.employment == Some("contract") => {
                // Whatever is written of their posts, the law of retirement knows them as contract workers.
                let written = cell.map(|cell| cell.text.clone());
                self.record(key.name, written.as_deref().unwrap_or_default(), "contract", None);
                Some("contract")
            }
            ("duty_rank", None) => Some(self.fill(key.name, "staff")),
            ("senior_title", None) => Some(self.fill(key.name, "no")),
            (_, None) => return self.blank(key, row, place),
            ("retirement", Some(cell)) if self.month_in(cell, key.name, row) != MonthReading::Nothing => {
                return Some(self.month(key.name, cell, row, place));
            }
            (_, Some(cell)) => match key.kind {
                Kind::Month => return Some(self.month(key.name, cell, row, place)),
                Kind::List(..) => return Some(self.posts(&cell.text, place)),
                Kind::Text | Kind::Reference(_) => return Some(Value::Text(cell.text.clone())),
                _ => self.word(key.name, &cell.text, place),
            },
        };
        if key.name == "employment" {
            row.employment = word;
        }
        Some(word.map_or(Value::Rejected, |word| Value::Text(word.to_owned())))
    }

    /// Whether a cell holds no value to be read; that is reported.
    fn is_unusable(&mut self, cell: &Cell, place: &Place) -> bool {
        match cell.form {
            Form::Broken | Form::Uncalculated => {
                let why = if cell.form == Form::Broken { "error" } else { "formula" };
                self.found.push(Diagnostic::new(Code::CellBroken, place).fact("value", &cell.text).fact("why", why));
            }
            Form::Long => {
                self.unclear(&cell.text, "long", place);
            }
            Form::Text | Form::Number | Form::Date(_) => return false,
        }
        true
    }

    /// An empty cell, or a column that is not there: fine if the roster need not say it.
    fn blank(&mut self, key: &'static Key, row: &Row<'_>, place: &Place) -> Option<Value> {
        if key.need != Need::Must {
            return None;
        }
        self.needs_category |= key.name == "post_category";
        if self.column(key.name).is_some() {
            let whom = self.cell("id", row).map_or_else(String::new, |cell| plain(&cell.text));
            let named = if whom.is_empty() { "no" } else { "yes" };
            let empty = Diagnostic::new(Code::CellEmpty, place).fact("column", self.head(key.name));
            self.found.push(empty.fact("person", whom).fact("named", named));
        }
        Some(Value::Rejected)
    }

    /// What people are called. Blanks that only spread a short Chinese name are left out.
    fn name(&mut self, text: &str, place: &Place) -> Value {
        let between = if text.is_ascii() { " " } else { "" };
        let name = text.split_whitespace().collect::<Vec<_>>().join(between);
        if let Some(first) = self.seen.get(&name) {
            let twice = Diagnostic::new(Code::PersonTwice, place).fact("person", &name).fact("first", first.cell());
            self.found.push(twice);
            return Value::Rejected;
        }
        self.seen.insert(name.clone(), place.clone());
        Value::Text(name)
    }

    fn word(&mut self, key: &'static str, text: &str, place: &Place) -> Option<&'static str> {
        match answer(key, text) {
            Answer::Is(word) => {
                self.record(key, text, word, None);
                Some(word)
            }
            // Rows of people who have left are left out before.
            Answer::Left => self.unclear(text, "away", place),
            Answer::Unclear(why) => self.unclear(text, why, place),
            Answer::Unknown => {
                let forms = || vocabulary(key).iter().flat_map(|(_, forms)| forms.iter().copied());
                let allowed: Vec<_> = vocabulary(key).iter().filter_map(|(_, forms)| forms.first().copied()).collect();
                let unknown =
                    Diagnostic::new(Code::CellUnknown, place).fact("column", self.head(key)).fact("value", text);
                self.found.push(unknown.fact("allowed", allowed.join("、")).suggest(&plain(text), forms()));
                None
            }
        }
    }

    fn unclear(&mut self, text: &str, why: &'static str, place: &Place) -> Option<&'static str> {
        self.found.push(Diagnostic::new(Code::CellUnclear, place).fact("value", text).fact("why", why));
        None
    }

    /// On duty unless the cell, or else the remark, says otherwise.
    fn status(&mut self, row: &Row<'_>, place: &Place) -> Option<&'static str> {
        let remark = self.cell(REMARK, row);
        let remark_at = self.column(REMARK).map(|column| row.at.place(column.at));
        if let Some(cell) = self.cell("status", row) {
            if let Some(at) = remark_at.filter(|_| remark.is_some()) {
                self.unused_remarks.push(at);
            }
            return self.word("status", &cell.text, place);
        }
        if let Some((remark, at)) = remark.zip(remark_at) {
            if self.is_unusable(remark, &at) {
                return None;
            }
            match words::remark(&remark.text) {
                Answer::Is(word) => {
                    self.record(REMARK, &remark.text, word, None);
                    return Some(word);
                }
                Answer::Left => return self.unclear(&remark.text, "away", &at),
                Answer::Unclear(why) => return self.unclear(&remark.text, why, &at),
                Answer::Unknown => self.unused_remarks.push(at),
            }
        }
        Some(self.fill("status", "on_duty"))
    }

    /// A director leads the unit, unless the row names a section: then of which of the two is not said.
    fn director(&mut self, cell: &Cell, row: &Row<'_>, place: &Place) -> Option<&'static str> {
        if self.cell("home", row).is_some_and(|home| !words::is_leadership(&home.text)) {
            return self.unclear(&cell.text, "director", place);
        }
        self.record("duty_rank", &cell.text, "leader", None);
        Some("leader")
    }

    fn home(&mut self, cell: Option<&Cell>, place: &Place) -> Option<Value> {
        let text = &cell?.text;
        if words::is_leadership(text) {
            self.record("home", text, "", None);
            return None;
        }
        let Some(sections) = self.sections else {
            let name = plain(text);
            self.record("home", text, &name, None);
            return Some(Value::Text(name));
        };
        let is_meant = |section: &&SectionName| {
            let names = [Some(&section.name), section.name_en.as_ref()];
            section.id == *text || names.into_iter().flatten().any(|name| plain(name) == plain(text))
        };
        if let Some(section) = sections.iter().find(is_meant) {
            self.record("home", text, &section.id, None);
            return Some(Value::Text(section.id.clone()));
        }
        let names = || sections.iter().map(|section| &*section.name);
        let unmatched = Diagnostic::new(Code::SectionUnmatched, place).fact("value", text);
        self.found.push(unmatched.fact("sections", names().collect::<Vec<_>>().join("、")).suggest(text, names()));
        Some(Value::Rejected)
    }

    fn month_in(&self, cell: &Cell, key: &str, row: &Row<'_>) -> MonthReading {
        month::read(cell, self.epoch, if key == "birth" { Of::Birth } else { Of::Life(row.born) })
    }

    fn month(&mut self, key: &'static str, cell: &Cell, row: &mut Row<'_>, place: &Place) -> Value {
        match self.month_in(cell, key, row) {
            MonthReading::Month(month, way) => {
                if key == "birth" {
                    row.born = Some(month);
                }
                self.record(key, &cell.text, &month.to_string(), Some(way));
                return Value::Text(month.to_string());
            }
            MonthReading::JanuaryOrOctober => {
                self.unclear(&cell.text, "october", place);
            }
            MonthReading::SerialOfUnknownEpoch => {
                self.unclear(&cell.text, "epoch", place);
            }
            MonthReading::Nothing => {
                self.found.push(
                    Diagnostic::new(Code::CellNotMonth, place).fact("column", self.head(key)).fact("value", &cell.text),
                );
            }
        }
        Value::Rejected
    }

    fn posts(&mut self, text: &str, place: &Place) -> Value {
        self.record("posts", text, text, None);
        let post = |post: &str| Node { place: place.clone(), value: Value::Text(post.trim().to_owned()) };
        Value::List(text.split([';', '；']).map(post).collect())
    }

    /// A value that nobody wrote, counted for the report.
    fn fill(&mut self, key: &'static str, value: &'static str) -> &'static str {
        match self.filled.iter_mut().find(|filled| (filled.key, filled.value) == (key, value)) {
            Some(filled) => filled.count += 1,
            None => self.filled.push(Filled { key, value, count: 1 }),
        }
        value
    }

    fn record(&mut self, key: &'static str, from: &str, to: &str, way: Option<Way>) {
        let known = self.conversions.entry(key).or_default();
        let called = way.map_or_else(|| format!("{from}\n{to}"), |way| format!("{way:?}"));
        let at = *self.recorded.entry((key, called)).or_insert(known.len());
        match known.get_mut(at) {
            Some((_, known)) => known.count += 1,
            None => known.push((way, Conversion { from: from.to_owned(), to: to.to_owned(), count: 1 })),
        }
    }
}
