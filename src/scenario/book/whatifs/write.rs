//! Changes as rows, a value each; changes of people take one row where they say no more than most.

use super::WhatIf;
use super::aim::{Aim, REMOVE, SHORT, split};
use crate::scenario::book::fields::{Field, Part, Role};
use crate::scenario::book::labels::Names;
use crate::scenario::book::layout::{self, Block, List};
use crate::scenario::book::put::at;
use crate::scenario::book::shown::{Shown, Words};
use crate::scenario::read::tree::{Entry, Node, Number, Value};
use crate::scenario::spec::{Kind, Named, ORIGIN_KEYS};
use crate::text::Language;

/// The rows of changes.
pub(in crate::scenario::book) fn rows(what_ifs: &[WhatIf], words: &Words, language: Language) -> Vec<Node> {
    let mut rows = Rows { words, language, done: Vec::new(), scenario: "", sheet: String::new(), item: String::new() };
    for one in what_ifs {
        let first = rows.done.len();
        rows.scenario = &one.name;
        for list in layout::lists() {
            rows.list(list, &one.tree);
        }
        for block in layout::blocks() {
            rows.block(block, &one.tree);
        }
        if rows.done.len() == first {
            (rows.sheet, rows.item) = (String::new(), String::new());
            rows.push(&one.tree, &[]);
        }
        let said = [("why", &one.why), ("base", &one.base)];
        for (key, text) in said.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
            if let Some(Value::Table(entries)) = rows.done.get_mut(first).map(|row| &mut row.value) {
                entries.push(entry(&one.tree, key, Value::Text(text.clone())));
            }
        }
    }
    rows.done
}

struct Rows<'a> {
    words: &'a Words,
    language: Language,
    done: Vec<Node>,
    scenario: &'a str,
    sheet: String,
    item: String,
}

fn entry(at: &Node, key: &str, value: Value) -> Entry {
    Entry { key: key.to_owned(), place: at.place.clone(), node: Node { place: at.place.clone(), value } }
}

impl Rows<'_> {
    fn name(&self, names: &Names) -> String {
        let [chinese, english, _] = names;
        if self.language == Language::Chinese { chinese.clone() } else { english.clone() }
    }

    /// Adds a row about the thing that it is about now.
    fn push(&mut self, at: &Node, said: &[(&str, Value)]) {
        let text = |text: &str| Value::Text(text.to_owned());
        let about = [("scenario", text(self.scenario)), ("table", text(&self.sheet)), ("item", text(&self.item))];
        let said = about.into_iter().chain(said.iter().map(|(key, value)| (*key, value.clone())));
        let says = |value: &Value| !matches!(value, Value::Text(text) if text.is_empty());
        let entries = said.filter(|(_, value)| says(value)).map(|(key, value)| entry(at, key, value)).collect();
        self.done.push(Node { place: at.place.clone(), value: Value::Table(entries) });
    }

    fn shown(&self, kind: Kind, node: &Node) -> Value {
        match self.words.show(kind, node) {
            Shown::Text(text) => Value::Text(text),
            Shown::Number(number) => Value::Number(Number { text: number.to_string(), exact: Some(number) }),
        }
    }

    /// Basis and source of a node, as they are written beside it.
    fn origin(&self, node: &Node) -> Vec<(&'static str, Value)> {
        let own = ORIGIN_KEYS.iter().filter_map(|key| Some((key.name, self.shown(key.kind, node.get(key.name)?))));
        own.collect()
    }

    fn list(&mut self, list: List, tree: &Node) {
        let items = list.path.iter().try_fold(tree, |node, key| node.get(key)).map(Node::as_list).unwrap_or_default();
        if items.is_empty() {
            return;
        }
        let identity = list.table.identity().unwrap_or_default();
        let kind = list.table.keys.first().map_or(Kind::Text, |key| key.kind);
        let named = Named::ALL.into_iter().find(|named| list.path == [named.id()]);
        self.sheet = self.name(&list.names);
        let aim = Aim::List(list);
        let fields = aim.fields();
        for item in items {
            let Some(id) = item.get(identity) else { continue };
            let kind = named.filter(|_| matches!(kind, Kind::Id)).map_or(kind, Kind::Reference);
            self.item = if let Value::Text(text) = self.shown(kind, id) { text } else { String::new() };
            self.thing(&aim, &fields, item, identity);
        }
    }

    fn block(&mut self, block: Block, tree: &Node) {
        let Some(table) = block.path.iter().try_fold(tree, |node, key| node.get(key)) else { return };
        self.sheet = self.name(&crate::scenario::book::labels::named(block.sheet, ""));
        self.item = self.name(&block.names);
        let is_top = block.path.is_empty();
        let aim = Aim::Block(block);
        let own = |field: &Field| field.role != Role::Group && matches!(field.path[..], [Part::Key(_)]);
        let fields: Vec<_> = aim.fields().into_iter().filter(|field| !is_top || own(field)).collect();
        if !is_top || fields.iter().any(|field| at(table, &field.path).is_some()) || table.has("remove") {
            self.thing(&aim, &fields, table, "");
        }
    }

    /// The rows of a thing.
    fn thing(&mut self, aim: &Aim, fields: &[Field], item: &Node, identity: &str) {
        let before = self.done.len();
        let is_own = |field: &Field| matches!(field.path[..], [Part::Key(key)] if key == identity || aim.has_origin() && is_origin(key));
        let (mut said, mut is_short) = (Vec::new(), Vec::new());
        for (column, _) in SHORT {
            let Some(key) = aim.key_of(column) else { continue };
            let kind = aim.table().key(key).map_or(Kind::Text, |key| key.kind);
            // A number with a basis of its own has a row of its own.
            if let Some(node) = item.get(key).filter(|node| !matches!(node.value, Value::Table(_))) {
                said.push((column, self.shown(kind, node)));
                is_short.push(key);
            }
        }
        let is_removed = item.flag("remove") == Some(true);
        let has_origin = aim.has_origin();
        let mut origin = if has_origin { self.origin(item) } else { Vec::new() };
        if is_removed {
            said.push(("field", Value::Text(self.word_of_removal().to_owned())));
        }
        if !said.is_empty() {
            said.append(&mut origin);
            self.push(item, &said);
        }
        // Numbers without a basis of their own have that of their table; each says so in its row.
        let is_clear = |field: &Field| {
            let number = at(item, &field.path).filter(|_| field.role == Role::Sourced);
            let is_inner =
                split(&field.path).is_some_and(|(before, list, _)| at(item, before).is_some_and(|node| node.has(list)));
            !is_inner && number.is_none_or(|node| node.has("basis") || !matches!(node.value, Value::Table(_)))
        };
        let lends = !aim.table().speaks_for_itself() && fields.iter().all(is_clear);
        let lent = if lends { origin.clone() } else { Vec::new() };
        let mut is_lent = false;
        let mut done: Vec<Vec<Part>> = Vec::new();
        for field in fields.iter().filter(|field| !matches!(field.role, Role::Origin | Role::Group) && !is_own(field)) {
            if matches!(field.path[..], [Part::Key(key)] if is_short.contains(&key)) {
                continue;
            }
            if let Some((path, list, _)) = split(&field.path) {
                let path: Vec<_> = path.iter().copied().chain([Part::Key(list)]).collect();
                if !done.contains(&path) {
                    self.inner(fields, item, &path);
                    done.push(path);
                }
                continue;
            }
            let Some(node) = at(item, &field.path) else { continue };
            if field.role == Role::ByYear {
                let years = node.entries().iter().filter(|entry| !is_origin(&entry.key));
                for entry in years {
                    let bare =
                        field.name(self.language).split(['（', '(']).next().unwrap_or_default().trim().to_owned();
                    self.value(format!("{bare} {}", entry.key), field, &entry.node, &mut Vec::new());
                }
                continue;
            }
            let is_bare = field.role == Role::Sourced && !node.has("basis") && !lent.is_empty();
            let of_thing = match field.role {
                Role::Sourced if is_bare => &mut lent.clone(),
                Role::Sourced => &mut Vec::new(),
                _ => &mut origin,
            };
            is_lent |= is_bare;
            self.value(field.name(self.language).to_owned(), field, node, of_thing);
        }
        if is_lent {
            origin.clear();
        }
        self.removals(fields, item);
        if !origin.is_empty() || self.done.len() == before {
            let origin = std::mem::take(&mut origin);
            if self.done.len() > before || identity.is_empty() {
                for (key, value) in origin {
                    let key = ORIGIN_KEYS.iter().find(|known| known.name == key);
                    let Some(key) = key else { continue };
                    let head = self.name(&crate::scenario::book::labels::of_key(key));
                    self.push(item, &[("field", Value::Text(head)), ("value", value)]);
                }
            } else {
                self.push(item, &origin);
            }
        }
    }

    /// A row with a value. Basis and source of a thing are said beside its first value that has none of its own.
    fn value(&mut self, head: String, field: &Field, node: &Node, of_thing: &mut Vec<(&'static str, Value)>) {
        let is_number = matches!(field.role, Role::Sourced | Role::ByYear);
        let value = node.get("value").filter(|_| is_number).unwrap_or(node);
        let mut said = vec![("field", Value::Text(head)), ("value", self.shown(field.kind, value))];
        let own = if is_number { self.origin(node) } else { Vec::new() };
        if own.is_empty() {
            said.append(of_thing);
        }
        said.extend(own);
        self.push(node, &said);
    }

    /// The rows of a list within a thing, item by item.
    fn inner(&mut self, fields: &[Field], item: &Node, list: &[Part]) {
        let Some(items) = at(item, list) else { return };
        for inner in items.as_list() {
            for field in fields.iter().filter(|field| !matches!(field.role, Role::Origin | Role::Group)) {
                let Some((before, key, behind)) = split(&field.path) else { continue };
                let is_same = before.iter().copied().chain([Part::Key(key)]).eq(list.iter().copied());
                if let Some(node) = at(inner, behind).filter(|_| is_same) {
                    self.value(field.name(self.language).to_owned(), field, node, &mut Vec::new());
                }
            }
        }
    }

    fn word_of_removal(&self) -> &'static str {
        let [chinese, english] = REMOVE;
        if self.language == Language::Chinese { chinese } else { english }
    }

    /// The rows that take something of a thing away.
    fn removals(&mut self, fields: &[Field], item: &Node) {
        let word = Value::Text(self.word_of_removal().to_owned());
        let mut gone: Vec<(Vec<Part>, String)> = Vec::new();
        let mut of = |path: Vec<Part>, node: &Node| {
            for key in node.get("remove").map(Node::as_list).unwrap_or_default().iter().filter_map(Node::as_text) {
                gone.push((path.clone(), key.to_owned()));
            }
        };
        of(Vec::new(), item);
        let groups: Vec<_> = fields.iter().filter(|field| field.role == Role::Group).collect();
        let mut whole = Vec::new();
        for group in &groups {
            if let Some(node) = at(item, &group.path) {
                of(group.path.clone(), node);
                if node.flag("remove") == Some(true) {
                    whole.push(group.name(self.language).to_owned());
                }
            }
        }
        for (path, key) in gone {
            let is_meant = |field: &&Field| {
                let Some((Part::Key(last) | Part::Row(last), before)) = field.path.split_last() else { return false };
                *last == key && before == path
            };
            whole.push(fields.iter().find(is_meant).map_or(key.clone(), |field| field.name(self.language).to_owned()));
        }
        for name in whole {
            self.push(item, &[("field", word.clone()), ("value", Value::Text(name))]);
        }
    }
}

fn is_origin(key: &str) -> bool {
    ORIGIN_KEYS.iter().any(|origin| origin.name == key)
}
