//! Puts the values of cells into the tree of a scenario, where their fields lead.

use super::fields::Part;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::read::tree::{Entry, Node, Value};

/// The id of a thing that has only a name.
pub(super) fn id_of(name: &str) -> String {
    let kept = name.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' });
    kept.take(64).collect()
}

/// The value that a way of keys leads to.
pub(super) fn at_mut<'a>(node: &'a mut Node, path: &[Part]) -> Option<&'a mut Node> {
    let Some((Part::Key(first), rest)) = path.split_first() else { return path.is_empty().then_some(node) };
    let Value::Table(entries) = &mut node.value else { return None };
    at_mut(&mut entries.iter_mut().find(|entry| entry.key == *first)?.node, rest)
}

/// Puts a value for a year where a way leads.
pub(super) fn put_year(
    tree: &mut Node,
    path: &[Part],
    place: &Place,
    year: String,
    node: Node,
    found: &mut Diagnostics,
) {
    if at_mut(tree, path).is_none() {
        put(tree, path, place, Node { place: place.clone(), value: Value::Table(Vec::new()) });
    }
    let Some(Value::Table(entries)) = at_mut(tree, path).map(|node| &mut node.value) else { return };
    if entries.iter().any(|entry| entry.key == year) {
        found.push(Diagnostic::new(Code::DuplicateKey, place).fact("key", year).fact("form", "cell"));
    } else {
        entries.push(Entry { key: year, place: place.clone(), node });
    }
}

/// Puts a value where a way leads, and makes the tables and lists on it. A number that gets a basis becomes a table.
pub(super) fn put(table: &mut Node, path: &[Part], place: &Place, node: Node) {
    if !matches!(table.value, Value::Table(_)) {
        let bare = Entry { key: "value".to_owned(), place: table.place.clone(), node: table.clone() };
        table.value = Value::Table(vec![bare]);
    }
    let Value::Table(entries) = &mut table.value else { return };
    let Some((part, rest)) = path.split_first() else { return };
    let (Part::Key(key) | Part::Item(key, ..) | Part::Row(key)) = *part;
    let empty = |value| Entry { key: key.to_owned(), place: place.clone(), node: Node { place: place.clone(), value } };
    let at = entries.iter().position(|entry| entry.key == key);
    if rest.is_empty() {
        entries.push(Entry { key: key.to_owned(), place: place.clone(), node });
        return;
    }
    let at = at.unwrap_or_else(|| {
        let is_list = !matches!(part, Part::Key(_));
        entries.push(empty(if is_list { Value::List(Vec::new()) } else { Value::Table(Vec::new()) }));
        entries.len() - 1
    });
    let Some(inner) = entries.get_mut(at).map(|entry| &mut entry.node) else { return };
    let Value::List(items) = &mut inner.value else { return put(inner, rest, place, node) };
    let is_meant = |item: &Node| match part {
        Part::Item(_, identity, word) => item.text(identity) == Some(word),
        _ => item.place.line == place.line,
    };
    let at = items.iter().position(is_meant).unwrap_or_else(|| {
        let word = |identity: &str, word: &str| Entry {
            key: identity.to_owned(),
            place: place.clone(),
            node: Node { place: place.clone(), value: Value::Text(word.to_owned()) },
        };
        let entries = if let Part::Item(_, identity, id) = part { vec![word(identity, id)] } else { Vec::new() };
        items.push(Node { place: place.clone(), value: Value::Table(entries) });
        items.len() - 1
    });
    if let Some(item) = items.get_mut(at) {
        put(item, rest, place, node);
    }
}

/// The table or list at a way, made with all that lies on it if it is not there. A list of things ends the way as a
/// [`Part::Row`].
pub(super) fn open<'a>(node: &'a mut Node, path: &[Part], place: &Place) -> Option<&'a mut Node> {
    let Some((part, rest)) = path.split_first() else { return Some(node) };
    let Value::Table(entries) = &mut node.value else { return None };
    let (Part::Key(key) | Part::Item(key, ..) | Part::Row(key)) = *part;
    let at = entries.iter().position(|entry| entry.key == key).unwrap_or_else(|| {
        let value = if matches!(part, Part::Key(_)) { Value::Table(Vec::new()) } else { Value::List(Vec::new()) };
        entries.push(Entry { key: key.to_owned(), place: place.clone(), node: Node { place: place.clone(), value } });
        entries.len() - 1
    });
    let inner = &mut entries.get_mut(at)?.node;
    let Part::Item(_, identity, word) = part else { return open(inner, rest, place) };
    let Value::List(items) = &mut inner.value else { return None };
    let at = items.iter().position(|item| item.text(identity) == Some(word)).unwrap_or_else(|| {
        let node = Node { place: place.clone(), value: Value::Text((*word).to_owned()) };
        let own = Entry { key: (*identity).to_owned(), place: place.clone(), node };
        items.push(Node { place: place.clone(), value: Value::Table(vec![own]) });
        items.len() - 1
    });
    open(items.get_mut(at)?, rest, place)
}

/// The value at a way without lists whose items only their order tells apart.
pub(super) fn at<'a>(node: &'a Node, path: &[Part]) -> Option<&'a Node> {
    path.iter().try_fold(node, |node, part| match part {
        Part::Key(key) => node.get(key),
        Part::Item(list, identity, word) => node.items(list).find(|item| item.text(identity) == Some(word)),
        Part::Row(list) => node.get(list),
    })
}

/// Whether anything lies at a way.
pub(super) fn lies(node: &Node, path: &[Part]) -> bool {
    at(node, path).is_some()
}
