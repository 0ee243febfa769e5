//! A workbook as the tree of a scenario, with its people and what was changed about it.

use super::cells::Grid;
use super::fields::{self, Part, Role};
use super::heads::{columns, field_of};
use super::labels::is_named;
use super::layout::{self, Block, Content};
use super::put::{at_mut, id_of, put, put_year};
use super::whatifs::{self, WhatIf};
use super::{people, say};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Overlay;
use crate::scenario::FORMAT;
use crate::scenario::import::cell::Cell;
use crate::scenario::import::sheet::{self, Sheet};
use crate::scenario::read::file::{self, start};
use crate::scenario::read::shape;
use crate::scenario::read::sources::Sources;
use crate::scenario::read::tree::{Entry, Node, Number, Value};
use crate::scenario::spec::{Kind, OVERLAY, Table};
use std::path::Path;
use std::sync::Arc;

/// What a workbook says.
pub(in crate::scenario) struct Book {
    /// The scenario, as if it were one file.
    pub(in crate::scenario) tree: Node,
    /// The people, if there is a sheet of them.
    pub(in crate::scenario) people: Option<Node>,
    /// What was changed about the unit, the oldest change first.
    pub(in crate::scenario) overlays: Vec<Overlay>,
    /// What might be otherwise, scenario by scenario.
    pub(in crate::scenario) what_ifs: Vec<WhatIf>,
}

/// Columns of a table that is there once.
const TABLE: usize = 0;
const ITEM: usize = 1;
const VALUE: usize = 2;
const ORIGIN: [(usize, &str); 2] = [(3, "basis"), (4, "source")];

/// Reads a workbook. `None` if it is none; everything else that is wrong is reported cell by cell.
pub(in crate::scenario) fn read(
    file: &Arc<str>,
    bytes: Vec<u8>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<Book> {
    let sheets = match sheet::read_workbook(file, bytes) {
        Ok(sheets) => sheets,
        Err(refusal) => {
            found.push(*refusal);
            return None;
        }
    };
    let grids: Vec<_> = sheets.iter().map(|sheet| grid(file, sheet)).collect();
    let first = grids.iter().find(|grid| !matches!(layout::content(&grid.name), Some(Content::Notes) | None));
    let place = first.or(grids.first()).map_or_else(|| start(file), |grid| grid.place(0, 0));
    let mut tree = Node { place: place.clone(), value: Value::Table(Vec::new()) };
    let (mut overlays, mut people, mut what_ifs) = (Vec::new(), Vec::new(), Vec::new());
    for (grid, sheet) in grids.iter().zip(&sheets) {
        let texts = grid.rows.iter().map(|cells| cells.iter().map(|cell| cell.text.clone()).collect()).collect();
        sources.sheet(file, &grid.name, texts);
        if sheet.is_hidden && grid.written().next().is_some() {
            found.push(Diagnostic::new(Code::HiddenRead, &grid.place(0, 0)).fact("what", "sheet").fact("rows", ""));
        }
        match layout::content(&grid.name) {
            None if grid.written().next().is_none() => {}
            None => {
                let known = layout::known();
                let unknown = Diagnostic::new(Code::SheetUnknown, &grid.place(0, 0)).fact("sheet", &grid.name);
                found.push(unknown.suggest(&grid.name, known.iter().map(String::as_str)));
            }
            Some(Content::Notes) => {}
            Some(Content::People) => people.push(grid),
            Some(Content::Blocks) => blocks(grid, &mut tree, found),
            Some(Content::WhatIfs) => whatifs::read(grid, &mut what_ifs, found),
            Some(Content::Overlays) => overlays.extend(items(grid, &OVERLAY, found)),
            Some(Content::List(list)) => {
                let items = items(grid, list.table, found);
                add_list(&mut tree, &list.path, &grid.place(0, 0), items);
            }
        }
        hidden(grid, sheet, found);
    }
    // Sections have to be known before the people who work there.
    let people = people.into_iter().map(|grid| people::read(grid, &tree, found)).reduce(|mut all, more| {
        if let (Value::List(all), Value::List(more)) = (&mut all.value, more.value) {
            all.extend(more);
        }
        all
    });
    add_what_every_workbook_says(&mut tree, &place, people.as_ref());
    let overlays = overlays.into_iter().map(|node| overlay(node, found)).collect();
    Some(Book { tree, people, overlays, what_ifs })
}

/// Whether a file is the workbook of a unit and not some other one.
pub(in crate::scenario) fn is_unit(path: &Path) -> bool {
    let name: Arc<str> = path.display().to_string().into();
    let bytes = file::read(path).ok().filter(|bytes| sheet::is_workbook(&name, bytes));
    let sheets = bytes.and_then(|bytes| sheet::read_workbook(&name, bytes).ok()).unwrap_or_default();
    sheets.iter().any(|sheet| matches!(layout::content(sheet.name.trim()), Some(Content::Blocks)))
}

fn grid<'a>(file: &'a Arc<str>, sheet: &'a Sheet) -> Grid<'a> {
    Grid { file, name: sheet.name.trim().into(), rows: &sheet.rows, epoch: sheet.epoch }
}

/// Tells of rows and columns that say something and are not shown; they are read like all others.
fn hidden(grid: &Grid<'_>, sheet: &Sheet, found: &mut Diagnostics) {
    let Some(facts) = &sheet.facts else { return };
    let index = |number: &u32| usize::try_from(*number).unwrap_or(usize::MAX);
    let says = |row: &usize| grid.rows.get(*row).is_some_and(|cells| cells.iter().any(|cell| !cell.text.is_empty()));
    let rows: Vec<_> = facts.rows.iter().map(index).filter(says).collect();
    let says = |column: &usize| grid.rows.iter().any(|cells| cells.get(*column).is_some_and(Cell::is_written));
    let columns: Vec<_> = facts.columns.iter().map(index).filter(says).collect();
    if let Some(first) = rows.first() {
        let all: Vec<_> = rows.iter().map(|row| (row + 1).to_string()).collect();
        let told = Diagnostic::new(Code::HiddenRead, &grid.place(*first, 0)).fact("what", "rows");
        found.push(told.fact("rows", all.join(", ")));
    }
    if let Some(first) = columns.first() {
        let name = |column: &usize| grid.place(0, *column).cell().trim_end_matches('1').to_owned();
        let all: Vec<_> = columns.iter().map(name).collect();
        let told = Diagnostic::new(Code::HiddenRead, &grid.place(0, *first)).fact("what", "columns");
        found.push(told.fact("rows", all.join(", ")));
    }
}

fn overlay(node: Node, found: &mut Diagnostics) -> Overlay {
    let about = shape::check(node, Kind::Table(&OVERLAY), OVERLAY.name, found);
    Overlay { name: about.string("name").unwrap_or_default(), why: about.string("why") }
}

/// The version of the format, if the workbook names none, and that its people are its own.
fn add_what_every_workbook_says(tree: &mut Node, place: &Place, people: Option<&Node>) {
    let format = Number { text: FORMAT.to_string(), exact: Some(FORMAT.into()) };
    if !tree.has("format") {
        put(tree, &[Part::Key("format")], place, Node { place: place.clone(), value: Value::Number(format) });
    }
    let place = people.map_or(place, |people| &people.place);
    let own = Node { place: place.clone(), value: Value::Text(place.file.to_string()) };
    put(tree, &[Part::Key("roster"), Part::Key("file")], place, own);
}

/// The tables of a sheet with a row for each.
fn items(grid: &Grid<'_>, table: &'static Table, found: &mut Diagnostics) -> Vec<Node> {
    let mut rows = grid.written();
    let Some(head) = rows.next() else { return Vec::new() };
    let fields = fields::of_items(table);
    let columns = columns(grid, head, &fields, found);
    let mut items: Vec<Node> = Vec::new();
    for row in rows {
        let cells: Vec<_> = columns
            .iter()
            .filter_map(|(field, column)| Some((*field, grid.value(field.kind, row, *column, found)?)))
            .collect();
        if cells.is_empty() {
            continue;
        }
        let continues = cells.iter().all(|(field, _)| field.is_continued());
        if !continues || items.is_empty() {
            items.push(Node { place: grid.place(row, 0), value: Value::Table(Vec::new()) });
        }
        let Some(item) = items.last_mut() else { continue };
        for (field, node) in cells {
            let place = node.place.clone();
            put(item, &field.path, &place, node);
        }
    }
    for item in &mut items {
        name_is_id(item, table);
    }
    items
}

/// Who names a thing need not give it an id: the name is one, as far as it can be. The same holds of things within it.
fn name_is_id(item: &mut Node, table: &Table) {
    if let Value::Table(entries) = &mut item.value {
        for entry in entries {
            let Some(Kind::Tables(inner, _)) = table.key(&entry.key).map(|key| key.kind) else { continue };
            let Value::List(items) = &mut entry.node.value else { continue };
            for item in items {
                name_is_id(item, inner);
            }
        }
    }
    let has_id = table.key("id").is_some_and(|key| matches!(key.kind, Kind::Id));
    let Some(name) = item.get("name").filter(|_| has_id && !item.has("id")) else { return };
    let (place, Some(id)) = (name.place.clone(), name.as_text().map(id_of)) else { return };
    let id = Node { place: place.clone(), value: Value::Text(id) };
    if let Value::Table(entries) = &mut item.value {
        entries.insert(0, Entry { key: "id".to_owned(), place, node: id });
    }
}

fn add_list(tree: &mut Node, path: &[&'static str], place: &Place, items: Vec<Node>) {
    if items.is_empty() {
        return;
    }
    let path: Vec<_> = path.iter().map(|key| Part::Key(key)).collect();
    if let Some(Value::List(known)) = at_mut(tree, &path).map(|node| &mut node.value) {
        known.extend(items);
        return;
    }
    put(tree, &path, place, Node { place: place.clone(), value: Value::List(items) });
}

/// Reads a sheet of tables that are there once: table, item, value, basis, source.
fn blocks(grid: &Grid<'_>, tree: &mut Node, found: &mut Diagnostics) {
    let blocks = layout::blocks();
    let mut block: Option<&Block> = None;
    for row in grid.written().skip(1) {
        if let Some(cell) = grid.cell(row, TABLE) {
            block = blocks.iter().find(|block| is_named(&block.names, &cell.text));
            if block.is_none() {
                let known = blocks.iter().flat_map(|block| &block.names).map(String::as_str);
                found.push(say::unknown(&grid.place(row, TABLE), &cell.text, &grid.name, known));
            }
        }
        let says = |column| grid.cell(row, column).is_some();
        let Some(block) = block.filter(|_| says(VALUE) || ORIGIN.iter().any(|(column, _)| says(*column))) else {
            continue;
        };
        let place = grid.place(row, ITEM);
        let item = grid.cell(row, ITEM).map(|cell| cell.text.as_str()).unwrap_or_default();
        let Some((field, year)) = field_of(block, item) else {
            let known = block.fields.iter().flat_map(|field| &field.names).map(String::as_str);
            found.push(say::unknown(&place, item, &grid.name, known));
            continue;
        };
        let key = |key: &'static str| Part::Key(key);
        let mut path: Vec<_> = block.path.iter().map(|part| key(part)).chain(field.path.iter().copied()).collect();
        let value = grid.value(field.kind, row, VALUE, found);
        let has_origin = matches!(field.role, Role::Sourced | Role::ByYear);
        let mut node = value.clone().unwrap_or(Node { place: place.clone(), value: Value::Table(Vec::new()) });
        for (column, origin) in ORIGIN {
            if has_origin && let Some(said) = grid.value(Kind::Text, row, column, found) {
                put(&mut node, &[Part::Key(origin)], &said.place.clone(), said);
            } else if let Some(cell) = grid.cell(row, column) {
                found.push(Diagnostic::new(Code::OriginApart, &grid.place(row, column)).fact("value", &cell.text));
            }
        }
        if value.is_none() && !has_origin {
            continue;
        }
        if let Some(year) = year {
            put_year(tree, &path, &place, year, node, found);
            continue;
        }
        let last = path.pop();
        let is_known = at_mut(tree, &path).is_some_and(|node| matches!(last, Some(Part::Key(key)) if node.has(key)));
        if is_known {
            found.push(Diagnostic::new(Code::DuplicateKey, &place).fact("key", item).fact("form", "cell"));
            continue;
        }
        path.extend(last);
        put(tree, &path, &place, node);
    }
}
