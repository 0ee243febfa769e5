//! Lays one tree over another before either is checked: tables key by key, lists of tables item by item, everything
//! else whole.
//!
//! What a number rests on is said by the file that writes it: an overlay's numbers neither take the basis of the
//! table they are laid into nor change that of the numbers beside them.

use super::tree::{Entry, Node, Value};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::lower::Origin;
use crate::scenario::spec::{Key, Kind, NOTE_KEYS, ORIGIN_KEYS, SCENARIO, Table};
use std::collections::BTreeSet;

/// The key that takes something away: `true` the table it stands in, a list of keys those keys.
pub(in crate::scenario) const REMOVE: &str = "remove";

/// Keys that answer one question in different ways: whoever writes one of them means it instead of the others.
const INSTEAD: [(&str, &[&str]); 6] = [
    ("volume", &["driver", "rate"]),
    ("driver", &["volume"]),
    ("rate", &["volume"]),
    ("monthly", &["months", "profile"]),
    ("months", &["monthly", "profile"]),
    ("profile", &["monthly", "months"]),
];

/// A scenario with another laid over it.
pub(in crate::scenario) fn lay(base: Node, over: Node, found: &mut Diagnostics) -> Node {
    merge(Kind::Table(&SCENARIO), base, over, found)
}

fn merge(kind: Kind, base: Node, over: Node, found: &mut Diagnostics) -> Node {
    let (place, value_place) = (base.place.clone(), over.place.clone());
    let value = match (kind, base.value, over.value) {
        (Kind::Table(of), Value::Table(base), Value::Table(over)) => {
            Value::Table(tables(&Shape::of(of), base, over, found))
        }
        (Kind::ByYear(of), Value::Table(base), Value::Table(over)) => {
            Value::Table(tables(&Shape::by_year(*of), base, over, found))
        }
        (Kind::Tables(of, _), Value::List(base), Value::List(over)) if of.identity().is_some() => {
            let before = ids(of, &base);
            let items = lists(of, base, over, found);
            let is_reordered = ids(of, &items) != before && ids(of, &items).len() == before.len();
            let place = if is_reordered { value_place } else { place };
            return Node { place, value: Value::List(items) };
        }
        (_, _, value) => return Node { place: over.place, value },
    };
    Node { place, value }
}

/// The ids of a list in its order.
fn ids(of: &Table, items: &[Node]) -> Vec<Option<String>> {
    items.iter().map(|item| item.string(of.identity()?)).collect()
}

/// What the entries of a table mean.
struct Shape<'a> {
    /// See [`Table::speaks_for_itself`].
    speaks_for_itself: bool,
    keys: &'a [Key],
    /// The kind of the values whose key is a year.
    years: Option<Kind>,
}

impl Shape<'_> {
    fn of(table: &'static Table) -> Self {
        Self { speaks_for_itself: table.speaks_for_itself(), keys: table.keys, years: None }
    }

    fn by_year(kind: Kind) -> Self {
        Self { speaks_for_itself: false, keys: ORIGIN_KEYS, years: Some(kind) }
    }

    fn kind_of(&self, key: &str) -> Option<Kind> {
        self.keys.iter().find(|known| known.name == key).map(|known| known.kind).or(self.years)
    }

    fn has_origin(&self) -> bool {
        ORIGIN_KEYS.iter().all(|origin| self.keys.iter().any(|key| key.name == origin.name))
    }
}

fn tables(shape: &Shape<'_>, mut base: Vec<Entry>, mut over: Vec<Entry>, found: &mut Diagnostics) -> Vec<Entry> {
    remove_keys(&mut base, &mut over, found);
    if shape.has_origin() {
        pin_entries(shape, &mut over, &Origin::UNKNOWN);
        // A profile has no basis of its own but that of its matter.
        if shape.speaks_for_itself || over.iter().any(|entry| entry.key == "profile") {
            pin_entries(shape, &mut base, &Origin::UNKNOWN);
            base.retain(|entry| !is_origin(entry));
        } else {
            over.retain(|entry| !is_origin(entry));
        }
    }
    let answers = |key: &str| INSTEAD.iter().any(|(own, _)| *own == key);
    let written: Vec<String> = over.iter().map(|entry| entry.key.clone()).filter(|key| answers(key)).collect();
    let is_replaced = |key: &str| {
        let instead = INSTEAD.iter().filter(|(own, _)| written.iter().any(|written| written == own));
        instead.flat_map(|(_, others)| *others).any(|other| *other == key)
    };
    base.retain(|entry| !is_replaced(&entry.key));
    let known: BTreeSet<String> = base.iter().map(|entry| entry.key.clone()).collect();
    for entry in over {
        let at = if known.contains(&entry.key) { base.iter().position(|known| known.key == entry.key) } else { None };
        match at {
            _ if takes_away(&entry.node) => match at {
                Some(at) => drop(base.remove(at)),
                None => found.push(missing(&entry.node.place, &entry.key, &base)),
            },
            Some(at) => {
                let known = base.remove(at);
                let node = match shape.kind_of(&entry.key) {
                    Some(kind) => merge(kind, known.node, entry.node, found),
                    None => entry.node,
                };
                base.insert(at, Entry { node, ..entry });
            }
            None => base.push(without_items_to_remove(entry, found)),
        }
    }
    base
}

/// Items of the overlay are matched with those of the base, never with each other: the second of two with one id is
/// a mistake, which is found when the ids are collected.
fn lists(of: &'static Table, base: Vec<Node>, over: Vec<Node>, found: &mut Diagnostics) -> Vec<Node> {
    let identity = of.identity().unwrap_or_default();
    let mut items = base;
    let mut order: Vec<String> = Vec::new();
    for item in over {
        let id = item.string(identity).unwrap_or_default();
        let is_new = order.contains(&id);
        let at = items.iter().position(|known| !is_new && known.text(identity) == Some(&*id));
        match at {
            Some(at) if takes_away(&item) => {
                items.remove(at);
                continue;
            }
            None if takes_away(&item) => {
                let known = items.iter().filter_map(|item| item.text(identity));
                let place = item.get(identity).map_or(&item.place, |id| &id.place);
                found.push(Diagnostic::new(Code::NothingToRemove, place).fact("key", &id).suggest(&id, known));
                continue;
            }
            Some(at) => {
                let known = items.remove(at);
                items.insert(at, merge(Kind::Table(of), known, item, found));
            }
            None => items.push(item),
        }
        order.push(id);
    }
    // Whoever names every item gives their order as well.
    let rank = |item: &Node| order.iter().position(|id| item.text(identity) == Some(id));
    if items.iter().all(|item| rank(item).is_some()) {
        items.sort_by_key(rank);
    }
    items
}

/// Whether a table says that what it is laid over goes.
fn takes_away(node: &Node) -> bool {
    node.flag(REMOVE) == Some(true)
}

/// A list that the base does not have cannot have anything removed from it.
fn without_items_to_remove(entry: Entry, found: &mut Diagnostics) -> Entry {
    let Entry { key, place, node } = entry;
    let Value::List(items) = node.value else { return Entry { key, place, node } };
    let (gone, kept): (Vec<_>, Vec<_>) = items.into_iter().partition(takes_away);
    for item in gone {
        found.push(missing(&item.place, &key, &[]));
    }
    let value = Value::List(kept);
    Entry { key, place, node: Node { place: node.place, value } }
}

fn missing(place: &Place, key: &str, known: &[Entry]) -> Diagnostic {
    let missing = Diagnostic::new(Code::NothingToRemove, place).fact("key", key);
    missing.suggest(key, known.iter().map(|entry| entry.key.as_str()))
}

/// Takes the keys that `remove = ["key"]` names out of the base.
fn remove_keys(base: &mut Vec<Entry>, over: &mut Vec<Entry>, found: &mut Diagnostics) {
    let Some(at) = over.iter().position(|entry| entry.key == REMOVE) else { return };
    let is_list = matches!(over.get(at).map(|entry| &entry.node.value), Some(Value::List(_)));
    if !is_list {
        // `true` was for whoever holds this table, `false` takes nothing away; anything else is no key of it.
        return;
    }
    let keys = over.remove(at).node;
    for key in keys.as_list() {
        let name = key.as_text().unwrap_or_default();
        match base.iter().position(|entry| entry.key == name) {
            Some(at) => drop(base.remove(at)),
            None => found.push(missing(&key.place, name, base)),
        }
    }
}

/// Writes beside every bare number of a table what it rests on.
fn pin_entries(shape: &Shape<'_>, entries: &mut [Entry], enclosing: &Origin) {
    let Some(first) = entries.first() else { return };
    let table = Node { place: first.place.clone(), value: Value::Table(origin_of(entries)) };
    let origin = Origin::of(&table, enclosing);
    for entry in entries.iter_mut().filter(|entry| !NOTE_KEYS.contains(&entry.key.as_str())) {
        if let Some(kind) = shape.kind_of(&entry.key) {
            pin(kind, &mut entry.node, &origin);
        }
    }
}

fn origin_of(entries: &[Entry]) -> Vec<Entry> {
    entries.iter().filter(|entry| is_origin(entry)).cloned().collect()
}

fn is_origin(entry: &Entry) -> bool {
    ORIGIN_KEYS.iter().any(|key| key.name == entry.key)
}

/// A scenario in which every number says itself what it rests on, and no table says it for its numbers.
pub(in crate::scenario) fn pinned(mut scenario: Node) -> Node {
    pin(Kind::Table(&SCENARIO), &mut scenario, &Origin::UNKNOWN);
    strip(Kind::Table(&SCENARIO), &mut scenario);
    scenario
}

fn strip(kind: Kind, node: &mut Node) {
    match (kind, &mut node.value) {
        (Kind::Table(of), Value::Table(entries)) => strip_entries(&Shape::of(of), entries),
        (Kind::ByYear(of), Value::Table(entries)) => strip_entries(&Shape::by_year(*of), entries),
        (Kind::Tables(of, _), Value::List(items)) => items.iter_mut().for_each(|item| strip(Kind::Table(of), item)),
        _ => {}
    }
}

fn strip_entries(shape: &Shape<'_>, entries: &mut Vec<Entry>) {
    let has_numbers = shape.years.is_some() || shape.keys.iter().any(|key| matches!(key.kind, Kind::Sourced(_)));
    if has_numbers && shape.has_origin() && !shape.speaks_for_itself {
        entries.retain(|entry| !is_origin(entry));
    }
    for entry in entries {
        if let Some(kind) = shape.kind_of(&entry.key) {
            strip(kind, &mut entry.node);
        }
    }
}

fn pin(kind: Kind, node: &mut Node, origin: &Origin) {
    match (kind, &mut node.value) {
        // What a number says of itself it has said; the rest is as its table says.
        (Kind::Sourced(_), Value::Table(entries)) if entries.iter().all(|entry| entry.key != "basis") => {
            let place = node.place.clone();
            let table = Node { place: place.clone(), value: Value::Table(origin_of(entries)) };
            entries.retain(|entry| !is_origin(entry));
            entries.extend(entries_of(&place, &Origin::of(&table, origin)));
        }
        (Kind::Sourced(_), Value::Table(_)) => {}
        (Kind::Sourced(_), _) => *node = with_origin(node.clone(), origin),
        (Kind::Table(of), Value::Table(entries)) => {
            pin_entries(&Shape::of(of), entries, origin);
        }
        (Kind::ByYear(of), Value::Table(entries)) => {
            pin_entries(&Shape::by_year(*of), entries, origin);
        }
        (Kind::Tables(of, _), Value::List(items)) => {
            for item in items {
                pin(Kind::Table(of), item, origin);
            }
        }
        _ => {}
    }
}

fn with_origin(node: Node, origin: &Origin) -> Node {
    let place = node.place.clone();
    let mut entries = vec![Entry { key: "value".to_owned(), place: place.clone(), node }];
    entries.extend(entries_of(&place, origin));
    Node { place, value: Value::Table(entries) }
}

/// A basis and a source as they are written.
fn entries_of(place: &Place, origin: &Origin) -> Vec<Entry> {
    let text = |text: &str| Node { place: place.clone(), value: Value::Text(text.to_owned()) };
    let entry = |key: &str, said: &str| Entry { key: key.to_owned(), place: place.clone(), node: text(said) };
    let source = origin.source.as_deref().map(|source| entry("source", source));
    std::iter::once(entry("basis", origin.basis.id())).chain(source).collect()
}
