//! A letter in the making: numbers its parts and remembers what it left blank.

use super::blank::Blank;
use crate::analysis::request::{Ask, Evidence};
use crate::model::{Conflict, MatterIx, Unit};
use crate::render::detail::Detail;
use crate::render::document::chart::Chart;
use crate::render::document::{Block, Table, Value};
use crate::render::letter::{Letter, Level, Part};
use crate::render::line::Line;
use crate::report::words::Words;
use crate::report::{explain, hire, need};
use crate::text::{Language, Text};
use std::collections::BTreeSet;

/// Matters named in a sentence before the rest is counted; the attachment names all.
const NAMED: usize = 6;

pub(super) struct Draft<'a> {
    pub(super) unit: &'a Unit,
    pub(super) evidence: &'a Evidence,
    pub(super) ask: &'a Ask<'a>,
    pub(super) words: Words<'a>,
    pub(super) text: &'a Text,
    /// The disagreement on the authorised posts in which this draft takes one side; `None` in what may leave the house.
    pub(super) dispute: Option<&'a Conflict>,
    pub(super) title: String,
    parts: Vec<Part>,
    blanks: BTreeSet<Blank>,
    chapters: usize,
    sections: usize,
    tables: usize,
    charts: usize,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        words: Words<'a>,
        evidence: &'a Evidence,
        ask: &'a Ask<'a>,
        dispute: Option<&'a Conflict>,
    ) -> Self {
        Self {
            unit: words.unit,
            evidence,
            ask,
            words,
            text: words.text,
            dispute,
            title: String::new(),
            parts: Vec::new(),
            blanks: BTreeSet::new(),
            chapters: 0,
            sections: 0,
            tables: 0,
            charts: 0,
        }
    }

    /// The finished letter.
    pub(super) fn finish(self) -> Letter {
        let blanks = self.blanks.iter().map(|blank| Line::from(self.text.get(blank.key()))).collect();
        let mark = self.dispute.map(|_| self.text.get("letter-draft").into());
        Letter { title: self.title.as_str().into(), parts: self.parts, mark, blanks }
    }

    /// The sections of `explain`.
    pub(super) const fn explained(&self) -> explain::View<'a> {
        explain::View::new(self.unit, &self.evidence.explained, None, self.text, Detail::Full)
    }

    /// The sections of `need`.
    pub(super) const fn need(&self) -> need::View<'a> {
        need::View::new(self.unit, &self.evidence.need, self.text, Detail::Full)
    }

    /// The sections of `hire`.
    pub(super) const fn hiring(&self) -> hire::View<'a> {
        hire::View::new(self.unit, &self.evidence.hiring, self.text)
    }

    /// Lists what another document left blank too.
    pub(super) fn adopt(&mut self, other: &Self) {
        self.blanks.extend(&other.blanks);
    }

    /// What was left blank so far, in the order of the list.
    pub(super) fn blanks(&self) -> Vec<Blank> {
        self.blanks.iter().copied().collect()
    }

    pub(super) fn add(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Starts a part of the first level.
    pub(super) fn chapter(&mut self, key: &str) {
        self.chapters += 1;
        self.sections = 0;
        let number = number(self.text.language(), Level::First, self.chapters);
        self.parts.push(Part::Heading(Level::First, format!("{number}{}", self.text.get(key)).into()));
    }

    /// Starts a part of the second level.
    pub(super) fn section(&mut self, key: &str) {
        self.sections += 1;
        let number = number(self.text.language(), Level::Second, self.sections);
        self.parts.push(Part::Heading(Level::Second, format!("{number}{}", self.text.get(key)).into()));
    }

    /// A paragraph of one sentence.
    pub(super) fn say(&mut self, key: &str, arguments: &[(&str, &str)]) {
        self.paragraph([self.text.with(key, arguments)]);
    }

    /// A paragraph of several sentences; nothing without any.
    pub(super) fn paragraph(&mut self, sentences: impl IntoIterator<Item = String>) {
        let sentences: Vec<_> = sentences.into_iter().collect();
        if !sentences.is_empty() {
            let line = self.line(&self.words.sentences(sentences));
            self.parts.push(Part::Paragraph(line));
        }
    }

    /// What a reader of the table just written has to know; nothing where there is none.
    pub(super) fn note(&mut self, key: &str) {
        if matches!(self.parts.last(), Some(Part::Table(..))) {
            let line = self.line(&self.text.get(key));
            self.parts.push(Part::Note(line));
        }
    }

    /// Paragraphs numbered 1, 2, 3 where there are several.
    pub(super) fn points(&mut self, points: Vec<String>) {
        let several = points.len() > 1;
        for (i, point) in points.into_iter().enumerate() {
            let number = (i + 1).to_string();
            let said = if several {
                self.text.with("request-point", &[("number", &number), ("point", &point)])
            } else {
                point
            };
            self.paragraph([said]);
        }
    }

    /// What a section of another report says, in its own words: its paragraphs and its points.
    pub(super) fn quote(&mut self, section: impl IntoIterator<Item = Block>) {
        for block in section {
            match block {
                Block::Paragraph(note) => self.paragraph([note.text.to_string()]),
                Block::List(notes) => self.points(notes.iter().map(|note| note.text.to_string()).collect()),
                _ => {}
            }
        }
    }

    /// A table under a title of the catalogues, numbered; nothing if it has no rows.
    pub(super) fn table(&mut self, key: &str, table: Table) {
        self.titled(&self.text.get(key), table);
    }

    /// A table, numbered; nothing if it has no rows.
    pub(super) fn titled(&mut self, title: &str, mut table: Table) {
        for cell in table.rows.iter_mut().flatten() {
            if let Value::Text(line) = &mut cell.value {
                *line = self.line(line.as_str());
            }
        }
        if !table.rows.is_empty() {
            self.tables += 1;
            let title = [("number", &*self.tables.to_string()), ("title", title)];
            self.parts.push(Part::Table(self.line(&self.text.with("request-table", &title)), table));
        }
    }

    /// A chart, numbered; nothing if there is nothing to draw.
    pub(super) fn chart(&mut self, chart: Chart) {
        if !chart.is_empty() {
            self.charts += 1;
            let title = [("number", &*self.charts.to_string()), ("title", chart.title.as_str())];
            let title = self.line(&self.text.with("request-chart", &title));
            self.parts.push(Part::Chart(Chart { title, ..chart }));
        }
    }

    /// A blank for the unit to fill in.
    pub(super) fn blank(&mut self, blank: Blank) -> String {
        self.blanks.insert(blank);
        self.text.get("request-blank")
    }

    /// The names of matters; many are counted after the first few.
    pub(super) fn named(&self, matters: &[MatterIx]) -> String {
        let some = matters.get(..NAMED).unwrap_or(matters);
        let list = self.words.matters(some);
        if some.len() == matters.len() {
            return list;
        }
        self.text.with("request-and-others", &[("list", &list), ("count", &matters.len().to_string())])
    }

    /// A sentence as it stands in a letter.
    pub(super) fn line(&self, said: &str) -> Line {
        line(self.text, said)
    }
}

/// A sentence as it stands in a letter. Chinese sets no space beside a character, as reports on a screen do, and no
/// brackets of one kind within each other, as a source in brackets brings them with it.
pub(super) fn line(text: &Text, said: &str) -> Line {
    match text.language() {
        Language::Chinese => unnested(&without_spaces(said)).into(),
        Language::English => said.into(),
    }
}

/// The text with other brackets within brackets: （〔〕）.
fn unnested(said: &str) -> String {
    let mut depth = 0_u32;
    let mut bracket = |c: char| match c {
        '（' => {
            depth += 1;
            if depth > 1 { '〔' } else { c }
        }
        '）' => {
            depth = depth.saturating_sub(1);
            if depth > 0 { '〕' } else { c }
        }
        _ => c,
    };
    said.chars().map(&mut bracket).collect()
}

/// The number of a heading.
fn number(language: Language, level: Level, n: usize) -> String {
    match (language, level) {
        (Language::Chinese, Level::First) => format!("{}、", chinese(n)),
        (Language::Chinese, Level::Second) => format!("（{}）", chinese(n)),
        (Language::English, Level::First) => format!("{n}. "),
        (Language::English, Level::Second) => format!("({n}) "),
    }
}

/// 1 to 19 in Chinese; no letter has more parts.
fn chinese(n: usize) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let unit = digits[n % 10];
    if n < 10 { unit.to_owned() } else { format!("十{unit}") }
}

/// The text without the spaces that stand beside a wide character.
fn without_spaces(said: &str) -> String {
    let wide = |c: Option<&char>| c.is_some_and(|c| *c >= '\u{2E80}' || ('\u{2010}'..='\u{2030}').contains(c));
    let characters: Vec<char> = said.chars().collect();
    let kept = characters.iter().enumerate().filter(|(i, c)| {
        let before = i.checked_sub(1).and_then(|i| characters.get(i));
        **c != ' ' || !(wide(before) || wide(characters.get(i + 1)))
    });
    kept.map(|(_, c)| *c).collect()
}
