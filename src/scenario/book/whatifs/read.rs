//! Rows of changes as the trees of files that extend another one.

use super::WhatIf;
use super::aim::{Aim, REMOVE, SHORT, sheets, split};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::book::cells::Grid;
use crate::scenario::book::fields::{self, Field, Part, Role};
use crate::scenario::book::heads::{columns, field_of};
use crate::scenario::book::labels::is_named;
use crate::scenario::book::put::{lies, open, put, put_year};
use crate::scenario::book::say;
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::spec::{CHANGE, Kind};

/// Adds what a sheet says to what was said before.
pub(in crate::scenario::book) fn read(grid: &Grid<'_>, what_ifs: &mut Vec<WhatIf>, found: &mut Diagnostics) {
    let mut rows = grid.written();
    let Some(head) = rows.next() else { return };
    let fields = fields::of_items(&CHANGE);
    let columns = columns(grid, head, &fields, found);
    let mut state = State { at: None, sheet: None, item: None };
    for row in rows {
        Row { grid, columns: &columns, at: row }.read(what_ifs, &mut state, found);
    }
    for one in what_ifs.iter().filter(|one| one.base.is_some()) {
        super::chain(what_ifs, &one.name, &one.tree.place, found);
    }
}

/// What the rows before were about.
struct State {
    /// The scenario.
    at: Option<usize>,
    /// The sheet that is changed, as written.
    sheet: Option<String>,
    /// What of it: the way to the thing, which is a list and an identity, or a table.
    item: Option<(Aim, Vec<Part>, Option<String>)>,
}

struct Row<'a> {
    grid: &'a Grid<'a>,
    columns: &'a [(&'a Field, usize)],
    at: usize,
}

impl Row<'_> {
    fn column(&self, key: &str) -> Option<usize> {
        let is_meant = |field: &Field| matches!(field.path[..], [Part::Key(own)] if own == key);
        self.columns.iter().find(|(field, _)| is_meant(field)).map(|(_, column)| *column)
    }

    fn place(&self, key: &str) -> Place {
        self.grid.place(self.at, self.column(key).unwrap_or_default())
    }

    fn text(&self, key: &str) -> Option<String> {
        Some(self.grid.cell(self.at, self.column(key)?)?.text.clone())
    }

    fn node(&self, key: &str, kind: Kind, found: &mut Diagnostics) -> Option<Node> {
        self.grid.value(kind, self.at, self.column(key)?, found)
    }

    fn missing(&self, key: &str, found: &mut Diagnostics) {
        let missing = Diagnostic::new(Code::MissingKey, &self.place(key)).fact("key", key);
        found.push(missing.fact("table", CHANGE.name));
    }

    fn read(&self, what_ifs: &mut Vec<WhatIf>, state: &mut State, found: &mut Diagnostics) {
        let place = self.grid.place(self.at, 0);
        if let Some(name) = self.text("scenario") {
            let known = what_ifs.iter().position(|one| one.name == name);
            let at = known.unwrap_or_else(|| {
                let tree = Node { place: self.place("scenario"), value: Value::Table(Vec::new()) };
                what_ifs.push(WhatIf { name, why: None, base: None, tree });
                what_ifs.len() - 1
            });
            if state.at != Some(at) {
                *state = State { at: Some(at), sheet: None, item: None };
            }
        }
        let Some(one) = state.at.and_then(|at| what_ifs.get_mut(at)) else { return self.missing("scenario", found) };
        one.why = one.why.take().or_else(|| self.text("why"));
        one.base = one.base.take().or_else(|| self.text("base"));
        let (sheet, item) = (self.text("table"), self.text("item"));
        if sheet.is_some() || item.is_some() {
            state.item = None;
            state.sheet = sheet.or(state.sheet.take());
            let Some(sheet) = &state.sheet else { return self.missing("table", found) };
            state.item = self.aim(sheet, item.as_deref(), found);
        }
        let says = |key: &str| self.text(key).is_some();
        let Some((aim, path, id)) = &state.item else {
            // A row about something that is not known has been told of.
            if state.sheet.is_none() && ["field", "value", "month", "count"].into_iter().any(says) {
                self.missing("table", found);
            }
            return;
        };
        let Some(node) = open(&mut one.tree, path, &place) else { return };
        let Some(node) = item_of(node, aim, id.as_deref(), &self.place("item")) else { return };
        self.change(aim, node, found);
    }

    /// What the row is about. A mistake is told once.
    fn aim(
        &self,
        sheet: &str,
        item: Option<&str>,
        found: &mut Diagnostics,
    ) -> Option<(Aim, Vec<Part>, Option<String>)> {
        let Some(aim) = Aim::of(sheet, item) else {
            let known = sheets();
            found.push(say::unknown(&self.place("table"), sheet, &self.grid.name, known.iter().map(String::as_str)));
            return None;
        };
        let path = |aim: &Aim| aim.path().iter().map(|key| Part::Key(key)).collect::<Vec<_>>();
        match aim {
            Ok(aim @ Aim::Block(_)) => Some((path(&aim), None)).map(|(path, id)| (aim, path, id)),
            Ok(aim @ Aim::List(_)) => {
                let Some(id) = item else {
                    self.missing("item", found);
                    return None;
                };
                let mut path = path(&aim);
                if let Some(Part::Key(list)) = path.pop() {
                    path.push(Part::Row(list));
                }
                Some((aim, path, Some(id.to_owned())))
            }
            Err(known) => {
                match item {
                    Some(item) => {
                        let known = known.iter().map(String::as_str);
                        found.push(say::unknown(&self.place("item"), item, &self.grid.name, known));
                    }
                    None => self.missing("item", found),
                }
                None
            }
        }
    }

    /// Puts what the row says into the thing that it is about.
    fn change(&self, aim: &Aim, node: &mut Node, found: &mut Diagnostics) {
        for (column, _) in SHORT {
            let Some(text) = self.text(column) else { continue };
            let place = self.place(column);
            match aim.key_of(column).and_then(|key| aim.table().key(key)) {
                None => found.push(Diagnostic::new(Code::CellApart, &place).fact("value", text)),
                Some(key) => {
                    if let Some(value) = self.node(column, key.kind, found) {
                        add(node, &[Part::Key(key.name)], &place, value, found);
                    }
                }
            }
        }
        let field = self.text("field");
        let place = self.place("field");
        let mut is_said = false;
        if let Some(field) = &field {
            if REMOVE.contains(&field.as_str()) {
                self.remove(aim, node, found);
            } else {
                is_said = self.set(aim, node, (field, &place), found);
            }
        } else if self.text("value").is_some() {
            self.missing("field", found);
        }
        if is_said {
            return;
        }
        for key in ["basis", "source"] {
            let Some(value) = self.node(key, Kind::Text, found) else { continue };
            let place = self.place(key);
            if !aim.has_origin() {
                let told = self.text(key).unwrap_or_default();
                found.push(Diagnostic::new(Code::OriginApart, &place).fact("value", told));
            } else if !node.has(key) {
                put(node, &[Part::Key(if key == "basis" { "basis" } else { "source" })], &place, value);
            }
        }
    }

    /// Puts a value where a head says; whether basis and source of the row are those of the value.
    fn set(&self, aim: &Aim, node: &mut Node, (head, at): (&str, &Place), found: &mut Diagnostics) -> bool {
        let fields = aim.fields();
        let plain = fields
            .iter()
            .find(|field| field.role != Role::ByYear && field.role != Role::Group && is_named(&field.names, head));
        let by_year = || if let Aim::Block(block) = aim { field_of(block, head) } else { None };
        let (field, year) = match (plain, by_year()) {
            (Some(field), _) => (field.clone(), None),
            (None, Some((field, year))) => (field.clone(), year),
            (None, None) => {
                let known = fields.iter().flat_map(|field| &field.names).map(String::as_str).chain(REMOVE);
                found.push(say::unknown(at, head, &self.grid.name, known));
                return true;
            }
        };
        let Some(mut value) = self.node("value", field.kind, found) else {
            self.missing("value", found);
            return true;
        };
        let has_origin = matches!(field.role, Role::Sourced | Role::ByYear);
        if has_origin {
            for key in ["basis", "source"] {
                if let Some(said) = self.node(key, Kind::Text, found) {
                    put(
                        &mut value,
                        &[Part::Key(if key == "basis" { "basis" } else { "source" })],
                        &self.place(key),
                        said,
                    );
                }
            }
        }
        match year {
            Some(year) => put_year(node, &field.path, at, year, value, found),
            None => add(node, &field.path, at, value, found),
        }
        has_origin
    }

    /// Takes away the thing, or what a head names of it.
    fn remove(&self, aim: &Aim, node: &mut Node, found: &mut Diagnostics) {
        let place = self.place("value");
        let flag = Node { place: self.place("field"), value: Value::Flag(true) };
        let Some(name) = self.text("value") else {
            return put(node, &[Part::Key("remove")], &place, flag);
        };
        let fields = aim.fields();
        let path = fields.iter().find(|field| is_named(&field.names, &name)).map(|field| field.path.clone());
        let raw = || aim.table().key(&name).map(|key| vec![Part::Key(key.name)]);
        let Some(mut path) = path.or_else(raw) else {
            let known = fields.iter().flat_map(|field| &field.names).map(String::as_str);
            found.push(say::unknown(&place, &name, &self.grid.name, known));
            return;
        };
        let Some(Part::Key(key) | Part::Row(key)) = path.last().copied() else {
            path.push(Part::Key("remove"));
            return put(node, &path, &place, flag);
        };
        path.pop();
        let Some(table) = open(node, &path, &place) else { return };
        let key = Node { place: place.clone(), value: Value::Text(key.to_owned()) };
        if let Some(Value::List(keys)) = list_of(table, "remove") {
            keys.push(key);
        } else {
            let keys = Node { place: place.clone(), value: Value::List(vec![key]) };
            put(table, &[Part::Key("remove")], &place, keys);
        }
    }
}

/// Adds a value; what is said already of a thing is a mistake.
fn add(node: &mut Node, path: &[Part], place: &Place, value: Node, found: &mut Diagnostics) {
    if let Some((before, list, behind)) = split(path) {
        // What an item says already is said of the next one.
        let path: Vec<_> = before.iter().copied().chain([Part::Key(list)]).collect();
        if !lies(node, &path) {
            put(node, &path, place, Node { place: place.clone(), value: Value::List(Vec::new()) });
        }
        let Some(Value::List(items)) = open(node, before, place).and_then(|node| list_of(node, list)) else {
            return;
        };
        if items.last().is_none_or(|item| lies(item, behind)) {
            items.push(Node { place: place.clone(), value: Value::Table(Vec::new()) });
        }
        if let Some(item) = items.last_mut() {
            put(item, behind, place, value);
        }
    } else if lies(node, path) {
        let key = path.iter().rev().find_map(|part| if let Part::Key(key) = part { Some(*key) } else { None });
        let twice = Diagnostic::new(Code::DuplicateKey, &value.place).fact("key", key.unwrap_or_default());
        found.push(twice);
    } else {
        put(node, path, place, value);
    }
}

/// The value under a key of a table.
fn list_of<'a>(table: &'a mut Node, key: &str) -> Option<&'a mut Value> {
    let Value::Table(entries) = &mut table.value else { return None };
    entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node.value)
}

/// The thing of this identity in a list, which is made if it is not there; a table that is there once is it itself.
fn item_of<'a>(node: &'a mut Node, aim: &Aim, id: Option<&str>, place: &Place) -> Option<&'a mut Node> {
    let (Aim::List(list), Some(id)) = (aim, id) else { return Some(node) };
    let identity = list.table.identity()?;
    let Value::List(items) = &mut node.value else { return None };
    let at = items.iter().position(|item| item.text(identity) == Some(id)).unwrap_or_else(|| {
        let id = Node { place: place.clone(), value: Value::Text(id.to_owned()) };
        items.push(crate::scenario::read::path::table(place, [(identity, id)]));
        items.len() - 1
    });
    items.get_mut(at)
}
