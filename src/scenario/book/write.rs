//! A unit as a workbook: what the reader of workbooks reads back as the same unit, for people to fill in.

mod blocks;
mod columns;
mod notes;

use super::cells::NOTE;
use super::fields::Part;
use super::labels::{self, Names};
use super::layout::{self, List};
use super::look::{self, Choice, Further, HEADS, LAST_ROW, Looks};
use super::shown::{Shown, Words};
use super::ways::{at, find};
use super::whatifs::{self, WhatIf};
use crate::model::Overlay;
use crate::scenario::Loaded;
use crate::scenario::import::words::vocabulary;
use crate::scenario::read::merge;
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::wording::word_of;
use crate::scenario::spec::{CHANGE, Key, Kind, Named, Need, ROSTER};
use crate::text::{Language, Text};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// Columns of the roster that few offices have: the duty table of today, kinds of employment.
const RARE: [&str; 3] = ["posts", "post_since", "kind"];
/// Lists that are changed more often than others.
const USUALLY_CHANGED: [&str; 8] = ["hire", "recall", "leave", "transfer", "matter", "driver", "scale", "tier"];
/// Lists that every unit has, and one that most have.
const BASIC: [&str; 4] = ["tier", "section", "matter", "driver"];

/// A unit as a workbook.
///
/// # Errors
///
/// If the sheets break the limits of the format.
pub fn workbook(loaded: &Loaded, what_ifs: &[WhatIf], text: &Text) -> Result<Vec<u8>, XlsxError> {
    Writing::new(&loaded.tree, &loaded.people, &loaded.unit.overlays, false, text).write(what_ifs)
}

/// An example as a workbook to be written over: things are told by their names alone, and every sheet that most units
/// need is there.
///
/// # Errors
///
/// If the sheets break the limits of the format.
pub fn example(loaded: &Loaded, what_ifs: &[WhatIf], text: &Text) -> Result<Vec<u8>, XlsxError> {
    example_of(&loaded.tree, &loaded.people, &[], what_ifs, text)
}

/// The same from what a unit says, which need not be one that can be planned; some lists are its own.
pub(super) fn example_of(
    tree: &Node,
    people: &Node,
    own: &'static [&'static str],
    what_ifs: &[WhatIf],
    text: &Text,
) -> Result<Vec<u8>, XlsxError> {
    let mut tree = tree.clone();
    one_name(&mut tree, text.language());
    Writing { own, ..Writing::new(&tree, people, &[], true, text) }.write(what_ifs)
}

/// Leaves everything the name that it has in a language.
fn one_name(node: &mut Node, language: Language) {
    let english = node.string("name_en");
    match &mut node.value {
        Value::Table(entries) => {
            entries.retain(|entry| entry.key != "name_en");
            for entry in entries.iter_mut() {
                one_name(&mut entry.node, language);
            }
            let name = entries.iter_mut().find(|entry| entry.key == "name" && language == Language::English);
            if let Some((entry, english)) = name.zip(english) {
                entry.node.value = Value::Text(english);
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| one_name(item, language)),
        _ => {}
    }
}

struct Writing<'a> {
    tree: &'a Node,
    /// The same with basis and source beside every number.
    pinned: Node,
    people: &'a Node,
    overlays: &'a [Overlay],
    is_example: bool,
    /// Lists of an example that are not: those that came from an office's own list.
    own: &'static [&'static str],
    words: Words,
    looks: Looks,
    text: &'a Text,
}

impl<'a> Writing<'a> {
    fn new(tree: &'a Node, people: &'a Node, overlays: &'a [Overlay], is_example: bool, text: &'a Text) -> Self {
        Self {
            tree,
            pinned: merge::pinned(tree.clone()),
            people,
            overlays,
            is_example,
            own: &[],
            words: Words::of(tree, text.language()),
            looks: Looks::new(),
            text,
        }
    }

    fn write(&self, what_ifs: &[WhatIf]) -> Result<Vec<u8>, XlsxError> {
        let mut book = look::workbook()?;
        let [unit, rules, settings] = layout::SHEETS_OF_BLOCKS;
        let lists = self.lists(what_ifs);
        let further = self.further(&lists, self.first_further());
        self.notes(self.sheet(&mut book, &labels::named(labels::NOTES, "notes"))?, &further)?;
        self.blocks(&mut book, unit)?;
        for (list, items) in &lists {
            self.list(self.sheet(&mut book, &list.names)?, list, items, &further)?;
            if list.path == ["matter"] {
                self.people(self.sheet(&mut book, &labels::of_table(&ROSTER))?, &further)?;
                self.blocks(&mut book, rules)?;
                self.blocks(&mut book, settings)?;
            }
        }
        book.save_to_buffer()
    }

    /// The lists that have a sheet, in its order: those that say something, those that every unit has; an example shows
    /// all others as well, empty and last.
    fn lists(&self, what_ifs: &[WhatIf]) -> Vec<(List, Vec<Node>)> {
        let items = |list: &List| find(self.tree, &list.path).map(Node::as_list).unwrap_or_default().to_vec();
        let all = layout::lists().into_iter().map(|list| (items(&list), list)).map(|(items, list)| (list, items));
        let (mut lists, others): (Vec<_>, Vec<_>) = all.partition(|(list, items)| is_basic(list) || !items.is_empty());
        let changes = whatifs::rows(what_ifs, &self.words, self.text.language());
        let said = [(layout::what_ifs(), changes), (layout::overlays(), self.overlay_items())];
        lists.extend(said.into_iter().filter(|(_, items)| !items.is_empty()));
        lists.extend(others.into_iter().filter(|_| self.is_example));
        lists
    }

    fn name<'n>(&self, names: &'n Names) -> &'n str {
        let [chinese, english, _] = names;
        if self.text.language() == Language::Chinese { chinese } else { english }
    }

    /// What is said of a key, in the words of a workbook.
    fn help(&self, doc: &str) -> String {
        let own = doc.replacen("doc-", "book-help-", 1);
        self.text.get(if self.text.has(&own) { &own } else { doc })
    }

    fn sheet<'b>(&self, book: &'b mut Workbook, names: &Names) -> Result<&'b mut Worksheet, XlsxError> {
        book.add_worksheet().set_name(self.name(names))
    }

    fn overlay_items(&self) -> Vec<Node> {
        let item = |overlay: &Overlay| {
            let place = &self.tree.place;
            let text = |text: &str| Node { place: place.clone(), value: Value::Text(text.to_owned()) };
            let why = overlay.why.as_deref().unwrap_or(&overlay.name);
            crate::scenario::read::path::table(place, [("name", text(&overlay.name)), ("why", text(why))])
        };
        self.overlays.iter().map(item).collect()
    }

    /// A sheet with a row for each table of a list, further rows for lists in it.
    fn list(&self, sheet: &mut Worksheet, list: &List, items: &[Node], further: &[Further]) -> Result<(), XlsxError> {
        let fields = self.chosen(list, items);
        let mut lines = 0;
        for (column, field) in (0..).zip(&fields) {
            let message = self.help(field.doc);
            let is_sheet = list.table.name == CHANGE.name && field.path == [Part::Key("table")];
            let choice = if is_sheet { Choice::Words(self.sheets_changed()) } else { self.choice(field.kind) };
            let name = field.name(self.text.language());
            let name = if field.is_needed { format!("{name}*") } else { name.to_owned() };
            let shown = items.iter().filter_map(|item| Some(self.words.show(field.kind, at(item, field, 0)?)));
            let longest = shown.map(|shown| look::columns(&shown.said())).max().unwrap_or_default();
            lines = lines.max(self.head(sheet, column, (&name, &message), (field.kind, longest))?);
            look::offer(sheet, (HEADS, LAST_ROW), column, &choice, &message)?;
        }
        let is_grey = self.is_example && !list.path.iter().any(|path| self.own.contains(path));
        let mut row = HEADS;
        for item in items {
            let continued = fields.iter().filter_map(|field| match field.path.first() {
                Some(Part::Row(key)) => Some(item.items(key).len()),
                _ => None,
            });
            let height = continued.max().unwrap_or_default().max(1);
            for more in 0..height {
                for (column, field) in (0..).zip(&fields) {
                    match at(item, field, more) {
                        Some(node) => {
                            look::put(sheet, row, column, &self.words.show(field.kind, node), (&self.looks, is_grey))?;
                        }
                        None => look::blank(sheet, row, column, is_number(field.kind), &self.looks)?,
                    }
                }
                row += 1;
            }
        }
        look::tab(sheet, is_basic(list), items.is_empty());
        self.finish(sheet, (lines, fields.len()), self.name(&list.names), further)
    }

    /// The sheets that what-ifs mostly change.
    fn sheets_changed(&self) -> Vec<String> {
        let lists = layout::lists();
        let named = USUALLY_CHANGED.iter().filter_map(|path| lists.iter().find(|list| list.path == [*path]));
        let blocks = layout::SHEETS_OF_BLOCKS.map(|id| labels::named(id, id));
        named.map(|list| &list.names).chain(&blocks).map(|names| self.name(names).to_owned()).collect()
    }

    /// Writes a head with its help; returns the lines that the help takes.
    fn head(
        &self,
        sheet: &mut Worksheet,
        column: u16,
        (name, help): (&str, &str),
        (kind, longest): (Kind, u16),
    ) -> Result<u16, XlsxError> {
        sheet.set_column_format(column, if is_number(kind) { &self.looks.open_number } else { &self.looks.open })?;
        let width = match kind {
            _ if column == 0 => 26,
            // What is said in sentences.
            Kind::Text => 22,
            _ => (look::columns(name) + 3).max(longest + 3).clamp(12, 30),
        };
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &self.looks.head)?;
        let help = if column == 0 { format!("{NOTE} {help}") } else { help.to_owned() };
        sheet.write_string_with_format(1, column, &help, &self.looks.help)?;
        // The letters of the help are smaller.
        Ok(look::lines(&help, width * 6 / 5))
    }

    fn choice(&self, kind: Kind) -> Choice {
        match kind {
            Kind::Word(words) => Choice::Words(words.iter().map(|word| self.words.word(word, words)).collect()),
            Kind::Target => Choice::Words(self.words.targets(self.tree.items("driver"))),
            Kind::Flag => Choice::Words(["yes", "no"].map(|word| self.words.word(word, &["yes", "no"])).to_vec()),
            Kind::Reference(Named::Person) => Choice::Sheet(self.name(&labels::of_table(&ROSTER)).to_owned()),
            Kind::Reference(what) => {
                let lists = layout::lists();
                let list = lists.iter().find(|list| list.path == [what.id()]);
                list.map_or(Choice::Any, |list| Choice::Sheet(self.name(&list.names).to_owned()))
            }
            _ => Choice::Any,
        }
    }

    fn people(&self, sheet: &mut Worksheet, further: &[Further]) -> Result<(), XlsxError> {
        let people = self.people.as_list();
        let is_grey = self.is_example && !self.own.contains(&ROSTER.name);
        let mut lines = 0;
        for (column, key) in (0..).zip(columns_of_people(people, self.is_example)) {
            let help = self.help_of_person(key);
            let names = labels::named(&labels::of_roster(key.name), key.name);
            let longest = people.iter().filter_map(|person| person.get(key.name)?.as_text().map(look::columns)).max();
            let longest = longest.unwrap_or_default();
            lines = lines.max(self.head(sheet, column, (self.name(&names), &help), (key.kind, longest))?);
            let choice = match key.kind {
                Kind::Word(words) => Choice::Words(words.iter().map(|word| self.of_person(key, word)).collect()),
                kind => self.choice(kind),
            };
            look::offer(sheet, (HEADS, LAST_ROW), column, &choice, &help)?;
            for (row, person) in (HEADS..).zip(people) {
                let Some(node) = person.get(key.name) else {
                    look::blank(sheet, row, column, is_number(key.kind), &self.looks)?;
                    continue;
                };
                let shown = match (key.kind, node.as_text()) {
                    (Kind::Word(_) | Kind::MonthOr(_), Some(word)) => Shown::Text(self.of_person(key, word)),
                    (kind, _) => self.words.show(kind, node),
                };
                look::put(sheet, row, column, &shown, (&self.looks, is_grey))?;
            }
        }
        look::tab(sheet, true, false);
        let columns = columns_of_people(people, self.is_example).count();
        self.finish(sheet, (lines, columns), self.name(&labels::of_table(&ROSTER)), further)
    }

    fn help_of_person(&self, key: &Key) -> String {
        let template = format!("template-{}", key.name);
        self.text.get(if self.text.has(&template) { &template } else { key.doc })
    }

    /// What a sheet with heads in its first row gets besides: columns for further heads, the setting of its pages.
    fn finish(
        &self,
        sheet: &mut Worksheet,
        (lines, columns): (u16, usize),
        name: &str,
        further: &[Further],
    ) -> Result<(), XlsxError> {
        if let Some(more) = further.iter().find(|more| more.sheet == name) {
            let notes = labels::named(labels::NOTES, "notes");
            let range = more.range(self.name(&notes));
            let first = u16::try_from(columns).unwrap_or_default();
            look::spare(sheet, first, &range, &self.text.get("book-further-choose"), &self.looks)?;
        }
        sheet.set_row_height(0, 32)?.set_row_height(1, lines.clamp(3, 10) * 13)?.set_freeze_panes(HEADS, 1)?;
        let pages = if columns > COLUMNS_OF_PAGE { 2 } else { 1 };
        look::pages(sheet, pages);
        sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
        look::protect(sheet);
        Ok(())
    }

    /// The word for what a column of the roster says, as the reader of rosters knows it.
    fn of_person(&self, key: &Key, id: &str) -> String {
        let words = vocabulary(key.name);
        if self.text.language() == Language::Chinese {
            let forms = words.iter().find(|(known, _)| *known == id).and_then(|(_, forms)| forms.first());
            return forms.map_or_else(|| id.to_owned(), |form| (*form).to_owned());
        }
        // Ranks are printed of several people, here they are those of one.
        let ids: Vec<_> = words.iter().map(|(id, _)| *id).collect();
        let printed = word_of(id, &ids, Language::English).filter(|_| key.name != "duty_rank");
        printed.map_or_else(|| id.replace('_', " "), str::to_owned)
    }
}

/// The columns of the sheet of people.
pub(super) fn columns_of_people(people: &[Node], is_example: bool) -> impl Iterator<Item = &'static Key> {
    let is_used = |key: &Key| people.iter().any(|person| person.has(key.name));
    let is_usual = move |key: &Key| key.need != Need::May || is_example && !RARE.contains(&key.name);
    ROSTER.keys.iter().filter(move |key| is_used(key) || is_usual(key))
}

/// Whether what is filled in is a number.
const fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Number(_) | Kind::Whole(_))
}

/// Whether a list is one that every unit fills in.
fn is_basic(list: &List) -> bool {
    matches!(list.path[..], [path] if BASIC.contains(&path))
}

/// Columns that fit on the width of one page and can still be read.
const COLUMNS_OF_PAGE: usize = 16;
