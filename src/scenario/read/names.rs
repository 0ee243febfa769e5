//! Which ids there are, whether or not the things they name are sound.
//!
//! Taken from the tree as it was written, so that a reference to a thing that was rejected for some other mistake is
//! not reported as well.

use super::shape::{is_id, is_name};
use super::tree::{Node, Value};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::spec::{NAME_KEYS, Named};
use std::collections::{BTreeMap, BTreeSet};

/// The ids of everything that has one.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Names(BTreeMap<Named, Ids>);

#[derive(Debug, Default)]
struct Ids {
    /// Position in the list of such things, and where the id stands.
    known: BTreeMap<String, (usize, Place)>,
    /// The ids by the names that they bear; none for a name that two things bear.
    named: BTreeMap<String, Option<String>>,
    /// Whether there are things whose id could not be read; then no reference is known to be wrong.
    incomplete: bool,
}

impl Names {
    /// Collects the ids of a scenario and its roster; the second of two equal ones is reported.
    pub(in crate::scenario) fn collect(scenario: &Node, people: Option<&Node>, found: &mut Diagnostics) -> Self {
        let mut names = Self::default();
        for kind in Named::ALL {
            let list = if kind == Named::Person { people } else { scenario.get(kind.id()) };
            let absent = kind == Named::Person && people.is_none();
            names.0.insert(kind, Ids::collect(kind, list, absent, found));
        }
        names
    }

    /// Where an id is given to a thing, if it is.
    pub(in crate::scenario) fn place(&self, kind: Named, id: &str) -> Option<&Place> {
        self.0.get(&kind)?.known.get(id).map(|(_, place)| place)
    }

    /// The id of the thing that bears a name. What is an id already means nothing else.
    pub(in crate::scenario) fn id_of(&self, kind: Named, name: &str) -> Option<&str> {
        let ids = self.0.get(&kind)?;
        if ids.known.contains_key(name) { None } else { ids.named.get(name)?.as_deref() }
    }

    /// The position of the thing that a reference names. An unknown id is reported.
    pub(in crate::scenario) fn resolve(&self, kind: Named, reference: &Node, found: &mut Diagnostics) -> Option<usize> {
        let id = reference.as_text()?;
        let ids = self.0.get(&kind)?;
        if let Some((position, _)) = ids.known.get(id) {
            return Some(*position);
        }
        if !ids.incomplete {
            let unknown = Diagnostic::new(Code::UnknownId, &reference.place).fact("kind", kind.id()).fact("id", id);
            let known = ids.known.keys().chain(ids.named.keys()).map(String::as_str);
            found.push(if found.has_room(Code::UnknownId) { unknown.suggest(id, known) } else { unknown });
        }
        None
    }
}

impl Ids {
    fn collect(kind: Named, list: Option<&Node>, absent: bool, found: &mut Diagnostics) -> Self {
        let mut ids = Self { incomplete: absent, ..Self::default() };
        let items = match list.map(|node| &node.value) {
            None => return ids,
            Some(Value::List(items)) if !items.is_empty() => items,
            Some(_) => {
                ids.incomplete = true;
                return ids;
            }
        };
        for (position, item) in items.iter().enumerate() {
            let Some((id, place)) = item.get("id").and_then(|id| Some((id.as_text()?, &id.place))) else {
                ids.incomplete = true;
                continue;
            };
            ids.incomplete |= if kind == Named::Person { !is_name(id) } else { !is_id(id) };
            if let Some((_, first)) = ids.known.get(id) {
                let again = Diagnostic::new(Code::DuplicateId, place).fact("kind", kind.id()).fact("id", id);
                found.push(again.fact("first", first.from(place)));
                // One of the two should have been called something else.
                ids.incomplete = true;
            } else {
                ids.known.insert(id.to_owned(), (position, place.clone()));
                for name in NAME_KEYS.iter().filter_map(|key| item.text(key)).collect::<BTreeSet<_>>() {
                    let once = ids.named.entry(name.to_owned());
                    once.and_modify(|id| *id = None).or_insert_with(|| Some(id.to_owned()));
                }
            }
        }
        ids
    }
}
