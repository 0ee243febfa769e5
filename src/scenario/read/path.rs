//! Finds what a path such as `matter.transfers.volume` names, by the specification and the ids of a scenario.

use super::tree::{Entry, Node, Value};
use super::wording;
use crate::diag::Place;
use crate::scenario::spec::{Key, Kind, NAME_KEYS, SCENARIO, Table};

/// The table of what is special about a person.
const PERSON: &str = "person";

/// A way from the top of a scenario to one value.
#[derive(Debug)]
pub(in crate::scenario) struct Path {
    steps: Vec<Step>,
    /// What the value is.
    pub(in crate::scenario) kind: Kind,
}

/// One step of a way.
#[derive(Debug)]
enum Step {
    /// A key of a table.
    Key(String),
    /// An item of a list, by its identity.
    Item(&'static str, String),
}

/// A path that leads nowhere: the part that names nothing, and what could stand in its place.
#[derive(Debug)]
pub(in crate::scenario) struct Lost {
    pub(in crate::scenario) part: String,
    pub(in crate::scenario) known: Vec<String>,
}

impl Path {
    /// Finds a path in a scenario. The items of a list that a word tells apart, such as the steps of a matter, may be
    /// named without the list: `matter.transfers.handle.minutes`. A path that ends at an item means its value.
    pub(in crate::scenario) fn find(path: &str, scenario: &Node) -> Result<Self, Lost> {
        let mut parts = path.split('.');
        let mut steps = Vec::new();
        let mut table = &SCENARIO;
        let mut node = Some(scenario);
        while let Some(part) = parts.next() {
            let (key, item) = match table.key(part) {
                Some(key) => (key, None),
                None => list_of_word(table, part)
                    .map(|(key, word)| (key, Some(word)))
                    .ok_or_else(|| lost_key(part, table))?,
            };
            steps.push(Step::Key(key.name.to_owned()));
            node = node.and_then(|node| node.get(key.name));
            match key.kind {
                Kind::Table(inner) => table = inner,
                Kind::Tables(inner, _) => {
                    let Some(identity) = inner.identity() else { return Err(lost_key(part, table)) };
                    let id = item.or_else(|| parts.next()).unwrap_or_default();
                    let found = match find_item(node, identity, id) {
                        Ok(found) => Some(found),
                        // Of most people a scenario says nothing but on the roster; that there is one is asked later.
                        Err(_) if inner.name == PERSON && !id.is_empty() => None,
                        Err(lost) => return Err(lost),
                    };
                    steps.push(Step::Item(
                        identity,
                        found.and_then(|item| item.text(identity)).unwrap_or(id).to_owned(),
                    ));
                    node = found;
                    table = inner;
                }
                Kind::ByYear(of) => {
                    let Some(year) = parts.next() else { return Err(lost_key("", table)) };
                    steps.push(Step::Key(year.to_owned()));
                    return Self::end(steps, *of, parts.next());
                }
                kind => return Self::end(steps, kind, parts.next()),
            }
        }
        match (steps.last(), table.key("value")) {
            (Some(Step::Item(..)), Some(value)) => {
                steps.push(Step::Key(value.name.to_owned()));
                Ok(Self { steps, kind: value.kind })
            }
            _ => Err(lost_key("", table)),
        }
    }

    fn end(steps: Vec<Step>, kind: Kind, rest: Option<&str>) -> Result<Self, Lost> {
        match rest {
            None => Ok(Self { steps, kind }),
            Some(part) => Err(Lost { part: part.to_owned(), known: Vec::new() }),
        }
    }

    /// A tree with nothing in it but a value at the end of this way.
    pub(in crate::scenario) fn tree(&self, leaf: Node) -> Node {
        let place = leaf.place.clone();
        self.steps.iter().rev().fold(leaf, |node, step| match step {
            Step::Key(key) => table(&place, [(key.as_str(), node)]),
            Step::Item(identity, id) => {
                let id = Node { place: place.clone(), value: Value::Text(id.clone()) };
                let Value::Table(entries) = node.value else { return node };
                let mut item = table(&place, [(*identity, id)]);
                if let Value::Table(own) = &mut item.value {
                    own.extend(entries);
                }
                Node { place: place.clone(), value: Value::List(vec![item]) }
            }
        })
    }
}

/// A table of values that all stand at one place.
pub(in crate::scenario) fn table<const N: usize>(place: &Place, entries: [(&str, Node); N]) -> Node {
    let entry = |(key, node): (&str, Node)| Entry { key: key.to_owned(), place: place.clone(), node };
    Node { place: place.clone(), value: Value::Table(entries.into_iter().map(entry).collect()) }
}

/// The list of a table whose items are told apart by this word, and the word as an id.
fn list_of_word(table: &'static Table, part: &str) -> Option<(&'static Key, &'static str)> {
    table.keys.iter().find_map(|key| match key.kind {
        Kind::Tables(inner, _) => match inner.keys.first()?.kind {
            Kind::Word(words) => Some((key, wording::id_of(part, words)?)),
            _ => None,
        },
        _ => None,
    })
}

/// The item that an id or a name means.
fn find_item<'a>(list: Option<&'a Node>, identity: &str, wanted: &str) -> Result<&'a Node, Lost> {
    let items = list.map(Node::as_list).unwrap_or_default();
    let said = |item: &'a Node, key: &str| item.text(key).unwrap_or_default();
    let told = items.iter().map(|item| (said(item, identity), NAME_KEYS.map(|key| said(item, key))));
    wording::position(wanted, told).and_then(|at| items.get(at)).ok_or_else(|| Lost {
        part: wanted.to_owned(),
        known: items
            .iter()
            .flat_map(|item| [identity, NAME_KEYS[0], NAME_KEYS[1]].map(|key| item.string(key)))
            .flatten()
            .collect(),
    })
}

fn lost_key(part: &str, table: &Table) -> Lost {
    Lost { part: part.to_owned(), known: table.keys.iter().map(|key| key.name.to_owned()).collect() }
}
