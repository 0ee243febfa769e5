//! What might be otherwise: the rows of a sheet as changes to be laid over the unit, each under the name of a scenario.

mod aim;
mod read;
mod write;

pub(super) use self::read::read;
pub(super) use self::write::rows;

use super::layout;
use super::put::id_of;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Overlay;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::spec::{Kind, NAME_KEYS, Named, Need, Table};

/// A named change of a unit: what a file says that extends another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// What it is called.
    pub name: String,
    /// Why anybody would ask.
    pub why: Option<String>,
    /// The change that it is laid over, where it is not the unit itself.
    pub base: Option<String>,
    /// What it says.
    pub tree: Node,
}

impl WhatIf {
    /// What reports say of it.
    #[must_use]
    pub fn overlay(&self) -> Overlay {
        let why = self.why.clone().or_else(|| Some(self.name.clone()));
        Overlay { name: self.name.clone(), why }
    }
}

/// A change with those that it is laid over, the first of them first.
pub(in crate::scenario) fn chain<'w>(
    what_ifs: &'w [WhatIf],
    name: &str,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Vec<&'w WhatIf>> {
    let (mut chain, mut wanted, mut place) = (Vec::<&WhatIf>::new(), name, place.clone());
    loop {
        let Some(one) = what_ifs.iter().find(|one| one.name == wanted) else {
            let known = what_ifs.iter().map(|one| one.name.as_str());
            let all = known.clone().collect::<Vec<_>>().join("、");
            let unknown = Diagnostic::new(Code::WhatIfUnknown, &place).fact("name", wanted).fact("known", all);
            let unknown = unknown.suggest(wanted, known);
            if !found.as_slice().contains(&unknown) {
                found.push(unknown);
            }
            return None;
        };
        if chain.iter().any(|known| known.name == one.name) {
            found.push(Diagnostic::new(Code::ExtendsItself, &place).fact("file", wanted));
            return None;
        }
        chain.insert(0, one);
        match &one.base {
            None => return Some(chain),
            Some(base) => (wanted, place) = (base, one.tree.place.clone()),
        }
    }
}

/// A change in which things are told by their ids, as the trees are that it is laid over. What has neither the id nor
/// the name of anything there is new, if it says enough to be; if not, it is a mistake.
pub(in crate::scenario) fn settled(mut over: Node, base: &Node, found: &mut Diagnostics) -> Node {
    for list in layout::lists() {
        let Some(identity) = list.table.keys.first().filter(|key| matches!(key.kind, Kind::Id)) else { continue };
        let known = list.path.iter().try_fold(base, |node, key| node.get(key)).map(Node::as_list).unwrap_or_default();
        let Some(items) = items_mut(&mut over, &list.path) else { continue };
        items.retain_mut(|item| {
            let Some(said) = item.string(identity.name) else { return true };
            if known.iter().any(|one| one.text(identity.name) == Some(&*said)) {
                return true;
            }
            let bears = |one: &&Node| NAME_KEYS.iter().any(|key| one.text(key) == Some(&*said));
            let mut named = known.iter().filter(bears).filter_map(|one| one.string(identity.name));
            if let (Some(id), None) = (named.next(), named.next()) {
                set_identity(item, identity.name, id);
                return true;
            }
            let kind = Named::ALL.into_iter().find(|kind| list.path == [kind.id()]);
            if item.has("remove") {
                return true;
            }
            if let Some(kind) = kind.filter(|kind| *kind != Named::Hire && lacks(item, list.table)) {
                let place = item.get(identity.name).map_or(&item.place, |id| &id.place);
                let all =
                    known.iter().flat_map(|one| [identity.name, NAME_KEYS[0], NAME_KEYS[1]].map(|key| one.text(key)));
                let unknown = Diagnostic::new(Code::UnknownId, place).fact("kind", kind.id()).fact("id", &said);
                found.push(unknown.suggest(&said, all.flatten()));
                return false;
            }
            set_identity(item, identity.name, id_of(&said));
            let is_named = list.table.key(NAME_KEYS[0]).is_some_and(|key| key.need == Need::Must);
            if is_named && !item.has(NAME_KEYS[0]) {
                let place = item.place.clone();
                let node = Node { place: place.clone(), value: Value::Text(said) };
                if let Value::Table(entries) = &mut item.value {
                    entries.push(Entry { key: NAME_KEYS[0].to_owned(), place, node });
                }
            }
            true
        });
    }
    over
}

/// Whether a thing says less than it must.
fn lacks(item: &Node, table: &Table) -> bool {
    let must = |name: &&str| *name != NAME_KEYS[0];
    let keys = table.keys.iter().skip(1).filter(|key| key.need == Need::Must).map(|key| key.name);
    keys.filter(must).any(|key| !item.has(key))
}

fn set_identity(item: &mut Node, identity: &str, id: String) {
    let Value::Table(entries) = &mut item.value else { return };
    if let Some(entry) = entries.iter_mut().find(|entry| entry.key == identity) {
        entry.node.value = Value::Text(id);
    }
}

fn items_mut<'a>(node: &'a mut Node, path: &[&str]) -> Option<&'a mut Vec<Node>> {
    match (&mut node.value, path.split_first()) {
        (Value::List(items), None) => Some(items),
        (Value::Table(entries), Some((first, rest))) => {
            items_mut(&mut entries.iter_mut().find(|entry| entry.key == *first)?.node, rest)
        }
        _ => None,
    }
}
