//! A unit as a workbook: what the reader of workbooks reads back as the same unit, for people to fill in.

use super::cells::NOTE;
use super::fields::{self, Field, Part, Role};
use super::labels::{self, Names};
use super::layout::{self, Block, List};
use super::look::{self, Choice, HEADS, LAST_ROW, Looks};
use super::shown::{Shown, Words};
use super::ways::{at, find, step};
use super::whatifs::{self, WhatIf};
use crate::model::{Overlay, Step};
use crate::scenario::Loaded;
use crate::scenario::import::words::vocabulary;
use crate::scenario::read::merge;
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::spec::{CHANGE, Key, Kind, Named, Need, ORIGIN_KEYS, ROSTER};
use crate::text::{Language, Text};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// Columns of the roster that few offices have: the duty table of today, kinds of employment.
const RARE: [&str; 3] = ["posts", "post_since", "kind"];
/// Steps that few matters have.
const RARE_STEPS: [&str; 1] = [Step::SecondReview.id()];
/// What most steps say of themselves.
const USUAL_IN_STEPS: [&str; 2] = ["minutes", "people"];
/// Lists that are changed more often than others.
const USUALLY_CHANGED: [&str; 8] = ["hire", "recall", "leave", "transfer", "matter", "driver", "scale", "tier"];
/// Columns of a table that is there once: table, item, value, basis, source, help.
const WIDTHS: [u16; 6] = [16, 26, 24, 12, 34, 70];

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
    example_of(&loaded.tree, &loaded.people, what_ifs, text)
}

/// The same from what a unit says, which need not be one that can be planned.
pub(super) fn example_of(tree: &Node, people: &Node, what_ifs: &[WhatIf], text: &Text) -> Result<Vec<u8>, XlsxError> {
    let mut tree = tree.clone();
    one_name(&mut tree, text.language());
    Writing::new(&tree, people, &[], true, text).write(what_ifs)
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
            words: Words::of(tree, text.language()),
            looks: Looks::new(is_example),
            text,
        }
    }

    fn write(&self, what_ifs: &[WhatIf]) -> Result<Vec<u8>, XlsxError> {
        let mut book = look::workbook()?;
        let [unit, rules, settings] = layout::SHEETS_OF_BLOCKS;
        self.notes(self.sheet(&mut book, &labels::named(labels::NOTES, "notes"))?)?;
        self.blocks(&mut book, unit)?;
        let lists = layout::lists();
        for list in &lists {
            let is_basic = matches!(list.path[..], ["tier" | "section" | "driver" | "matter"]);
            let items = find(self.tree, &list.path).map(Node::as_list).unwrap_or_default();
            if is_basic || !items.is_empty() {
                self.list(self.sheet(&mut book, &list.names)?, list, items)?;
            }
            if list.path == ["matter"] {
                self.people(self.sheet(&mut book, &labels::of_table(&ROSTER))?)?;
                self.blocks(&mut book, rules)?;
                self.blocks(&mut book, settings)?;
            }
        }
        if !what_ifs.is_empty() {
            let list = layout::what_ifs();
            let rows = whatifs::rows(what_ifs, &self.words, self.text.language());
            self.list(self.sheet(&mut book, &list.names)?, &list, &rows)?;
        }
        if !self.overlays.is_empty() {
            let list = layout::overlays();
            self.list(self.sheet(&mut book, &list.names)?, &list, &self.overlay_items())?;
        }
        book.save_to_buffer()
    }

    fn name<'n>(&self, names: &'n Names) -> &'n str {
        let [chinese, english, _] = names;
        if self.text.language() == Language::Chinese { chinese } else { english }
    }

    /// What is said of a key, in the words of a workbook.
    fn help(&self, doc: &str) -> String {
        self.text.get(if doc == "doc-basis" { "book-help-basis" } else { doc })
    }

    fn sheet<'b>(&self, book: &'b mut Workbook, names: &Names) -> Result<&'b mut Worksheet, XlsxError> {
        book.add_worksheet().set_name(self.name(names))
    }

    fn notes(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_width(0, 100)?;
        for (row, line) in (0..).zip(self.text.get("book-notes").lines()) {
            let format = if row == 0 { &self.looks.head } else { &self.looks.text };
            sheet.write_string_with_format(row, 0, line, format)?;
        }
        Ok(())
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
    fn list(&self, sheet: &mut Worksheet, list: &List, items: &[Node]) -> Result<(), XlsxError> {
        let fields = self.chosen(list, items);
        let mut lines = 0;
        for (column, field) in (0..).zip(&fields) {
            let message = self.help(field.doc);
            let is_sheet = list.table.name == CHANGE.name && field.path == [Part::Key("table")];
            let choice = if is_sheet { Choice::Words(self.sheets_changed()) } else { self.choice(field.kind) };
            let name = field.name(self.text.language());
            let name = if field.is_needed { format!("{name}*") } else { name.to_owned() };
            lines = lines.max(self.head(sheet, column, (&name, &message), field.kind)?);
            look::offer(sheet, (HEADS, LAST_ROW), column, &choice, &message)?;
        }
        let mut row = HEADS;
        for item in items {
            let continued = fields.iter().filter_map(|field| match field.path.first() {
                Some(Part::Row(key)) => Some(item.items(key).len()),
                _ => None,
            });
            let height = continued.max().unwrap_or_default().max(1);
            for more in 0..height {
                for (column, field) in (0..).zip(&fields) {
                    if let Some(node) = at(item, field, more) {
                        look::put(sheet, row, column, &self.words.show(field.kind, node), &self.looks.value)?;
                    }
                }
                row += 1;
            }
        }
        finish(sheet, lines, fields.len())
    }

    /// The sheets that what-ifs mostly change.
    fn sheets_changed(&self) -> Vec<String> {
        let lists = layout::lists();
        let named = USUALLY_CHANGED.iter().filter_map(|path| lists.iter().find(|list| list.path == [*path]));
        let blocks = layout::SHEETS_OF_BLOCKS.map(|id| labels::named(id, id));
        named.map(|list| &list.names).chain(&blocks).map(|names| self.name(names).to_owned()).collect()
    }

    /// The columns of a list: those that say something and those that most lists have. What a thing is called comes
    /// first, its id and its English name last.
    fn chosen(&self, list: &List, items: &[Node]) -> Vec<Field> {
        let is_named = list.table.key("name").is_some();
        let is_key = |field: &Field, name: &str| field.path == [Part::Key(name_of(field))] && name_of(field) == name;
        let is_used = |field: &Field| {
            let rows = |item: &Node| {
                field.path.first().map_or(1, |part| if let Part::Row(key) = part { item.items(key).len() } else { 1 })
            };
            items.iter().any(|item| (0..rows(item)).any(|row| at(item, field, row).is_some()))
        };
        let is_left_out = |field: &Field| self.is_example && is_named && is_key(field, "id");
        let is_usual = |field: &Field| match field.path[..] {
            [Part::Key(key)] => !["name_en", "base"].contains(&key),
            [Part::Item(_, _, step), Part::Key(key)] => !RARE_STEPS.contains(&step) && USUAL_IN_STEPS.contains(&key),
            _ => false,
        };
        let fields = fields::of_items(list.table).into_iter();
        let mut chosen: Vec<_> =
            fields.filter(|field| (is_usual(field) || is_used(field)) && !is_left_out(field)).collect();
        chosen.sort_by_key(|field| is_named && (is_key(field, "id") || is_key(field, "name_en")));
        chosen
    }

    /// Writes a head with its help; returns the lines that the help takes.
    fn head(&self, sheet: &mut Worksheet, column: u16, said: (&str, &str), kind: Kind) -> Result<usize, XlsxError> {
        let (name, help) = said;
        let is_number = matches!(kind, Kind::Number(_) | Kind::Whole(_));
        sheet.set_column_format(column, if is_number { &self.looks.open_number } else { &self.looks.open })?;
        let width = match kind {
            _ if column == 0 => 26,
            // What is said in sentences.
            Kind::Text => 22,
            _ => u16::try_from(name.chars().count() * 2 + 2).unwrap_or(20).clamp(12, 30),
        };
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &self.looks.head)?;
        let help = if column == 0 { format!("{NOTE} {help}") } else { help.to_owned() };
        sheet.write_string_with_format(1, column, &help, &self.looks.help)?;
        let columns: usize = help.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        Ok(columns / usize::from(width) + 1)
    }

    fn choice(&self, kind: Kind) -> Choice {
        match kind {
            Kind::Word(words) => Choice::Words(words.iter().map(|word| self.words.word(word, words)).collect()),
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

    fn people(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let people = self.people.as_list();
        let mut lines = 0;
        for (column, key) in (0..).zip(columns_of_people(people, self.is_example)) {
            let template = format!("template-{}", key.name);
            let help = self.text.get(if self.text.has(&template) { &template } else { key.doc });
            let names = labels::named(&labels::of_roster(key.name), key.name);
            lines = lines.max(self.head(sheet, column, (self.name(&names), &help), key.kind)?);
            let choice = match key.kind {
                Kind::Word(words) => Choice::Words(words.iter().map(|word| self.of_person(key, word)).collect()),
                kind => self.choice(kind),
            };
            look::offer(sheet, (HEADS, LAST_ROW), column, &choice, &help)?;
            for (row, person) in (HEADS..).zip(people) {
                let Some(node) = person.get(key.name) else { continue };
                let shown = match (key.kind, node.as_text()) {
                    (Kind::Word(_) | Kind::MonthOr(_), Some(word)) => Shown::Text(self.of_person(key, word)),
                    (kind, _) => self.words.show(kind, node),
                };
                look::put(sheet, row, column, &shown, &self.looks.value)?;
            }
        }
        finish(sheet, lines, columns_of_people(people, self.is_example).count())
    }

    /// The word for what a column of the roster says, as the reader of rosters knows it.
    fn of_person(&self, key: &Key, id: &str) -> String {
        let forms = vocabulary(key.name).iter().find(|(known, _)| *known == id).and_then(|(_, forms)| forms.first());
        let chinese = forms.filter(|_| self.text.language() == Language::Chinese);
        chinese.map_or_else(|| id.to_owned(), |form| (*form).to_owned())
    }

    /// A sheet of tables that are there once.
    fn blocks(&self, book: &mut Workbook, name: &'static str) -> Result<(), XlsxError> {
        let sheet = self.sheet(book, &labels::named(name, name))?;
        for (column, (key, width)) in (0..).zip(HEADS_OF_BLOCKS.into_iter().zip(WIDTHS)) {
            if (2..5).contains(&column) {
                sheet.set_column_format(column, &self.looks.open_number)?;
            }
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(0, column, self.text.get(key), &self.looks.head)?;
        }
        let mut row = 1;
        for block in layout::blocks().iter().filter(|block| block.sheet == name) {
            for field in block.fields.iter().filter(|field| field.role != Role::Origin) {
                for (label, node) in self.values(block, field) {
                    self.row(sheet, row, (block, field), &label, node)?;
                    row += 1;
                }
            }
        }
        sheet.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        look::protect(sheet);
        Ok(())
    }

    /// The rows of a field with their labels: one, or one a year.
    fn values(&self, block: &Block, field: &Field) -> Vec<(String, Option<&Node>)> {
        let table = find(&self.pinned, &block.path);
        let name = field.name(self.text.language());
        let node = table.and_then(|table| step(table, &field.path, 0));
        // Basis and source stand beside the numbers.
        let is_origin = ORIGIN_KEYS.iter().any(|key| key.name == name_of(field));
        if is_origin && node.is_none() && !block.speaks_for_itself {
            return Vec::new();
        }
        if field.role != Role::ByYear {
            return vec![(name.to_owned(), node)];
        }
        let years = node.map(Node::entries).unwrap_or_default();
        let years = years.iter().filter(|entry| ORIGIN_KEYS.iter().all(|key| key.name != entry.key));
        let bare = name.split(['（', '(']).next().unwrap_or_default().trim();
        let mut rows: Vec<_> = years.map(|entry| (format!("{bare} {}", entry.key), Some(&entry.node))).collect();
        if rows.is_empty() {
            rows.push((format!("{bare} {}", self.tree.whole("year").unwrap_or_default()), None));
        }
        rows
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        (block, field): (&Block, &Field),
        label: &str,
        node: Option<&Node>,
    ) -> Result<(), XlsxError> {
        let help = self.help(field.doc);
        sheet.write_string_with_format(row, 0, self.name(&block.names), &self.looks.label)?;
        sheet.write_string_with_format(row, 1, label, &self.looks.label)?;
        sheet.write_string_with_format(row, 5, &help, &self.looks.help)?;
        look::offer(sheet, (row, row), 2, &self.choice(field.kind), &help)?;
        let value = node.map(|node| node.get("value").unwrap_or(node));
        let own = |key: &str| node.and_then(|node| node.get(key));
        let parts = ORIGIN_KEYS.iter().filter(|_| field.role != Role::Plain).map(|key| (key.kind, own(key.name)));
        for (column, (kind, node)) in (2..).zip(std::iter::once((field.kind, value)).chain(parts)) {
            if let Some(node) = node {
                look::put(sheet, row, column, &self.words.show(kind, node), &self.looks.value)?;
            }
            if column == 3 {
                look::offer(sheet, (row, row), column, &self.choice(kind), &self.help("doc-basis"))?;
            }
        }
        Ok(())
    }
}

/// The columns of the sheet of people.
pub(super) fn columns_of_people(people: &[Node], is_example: bool) -> impl Iterator<Item = &'static Key> {
    let is_used = |key: &Key| people.iter().any(|person| person.has(key.name));
    let is_usual = move |key: &Key| key.need != Need::May || is_example && !RARE.contains(&key.name);
    ROSTER.keys.iter().filter(move |key| is_used(key) || is_usual(key))
}

/// The heads of a sheet of tables that are there once.
const HEADS_OF_BLOCKS: [&str; 6] =
    ["book-head-table", "book-head-item", "book-head-value", "head-basis", "head-source", "book-head-help"];

/// The last key on the way to a field.
fn name_of(field: &Field) -> &'static str {
    if let Some(Part::Key(key)) = field.path.last() { key } else { "" }
}

/// Columns that fit on the width of one page and can still be read.
const COLUMNS_OF_PAGE: usize = 16;

fn finish(sheet: &mut Worksheet, lines: usize, columns: usize) -> Result<(), XlsxError> {
    let height = u16::try_from(lines.clamp(3, 10) * 13).unwrap_or(60);
    sheet.set_row_height(0, 32)?.set_row_height(1, height)?.set_freeze_panes(HEADS, 1)?;
    let pages = if columns > COLUMNS_OF_PAGE { 2 } else { 1 };
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(pages, 0).set_repeat_rows(0, 0)?;
    sheet.set_repeat_columns(0, 0)?;
    look::protect(sheet);
    Ok(())
}
