//! Puts ids into a tree in the place of the words and names that mean them.

use super::names::Names;
use super::tree::{Node, Value};
use super::wording::{headcount_of, id_of};
use crate::model::{DutyGroup, Step};
use crate::scenario::spec::{Kind, Named, ORIGIN_KEYS, Table};

/// Puts ids in the place of printed words.
pub(in crate::scenario) fn words_to_ids(node: &mut Node, kind: Kind) {
    walk(node, kind, &mut |kind, text| match kind {
        Kind::Word(ids) | Kind::MonthOr(ids) => id_of(text, ids).map(str::to_owned),
        Kind::Post => {
            let (section, duty, step) = post(text)?;
            let duty = id_of(duty, &DutyGroup::ALL.map(DutyGroup::id))?;
            Some(format!("{section}/{duty}/{}", id_of(step, &Step::ALL.map(Step::id))?))
        }
        Kind::Target => headcount_of(text).map(|id| format!("headcount.{id}")),
        _ => None,
    });
}

/// Puts ids in the place of the names of things.
pub(in crate::scenario) fn names_to_ids(node: &mut Node, kind: Kind, names: &Names) {
    walk(node, kind, &mut |kind, text| match kind {
        Kind::Reference(what) => names.id_of(what, text).map(str::to_owned),
        Kind::Post => {
            let (section, duty, step) = post(text)?;
            Some(format!("{}/{duty}/{step}", names.id_of(Named::Section, section)?))
        }
        Kind::Target => {
            let driver = text.strip_prefix("driver.").unwrap_or(text);
            let is_id = names.place(Named::Driver, driver).is_some();
            let id = if is_id { driver } else { names.id_of(Named::Driver, driver)? };
            Some(format!("driver.{id}"))
        }
        _ => None,
    });
}

/// The section, the duty group and the step of a post as written.
fn post(text: &str) -> Option<(&str, &str, &str)> {
    let (section, rest) = text.split_once('/')?;
    let (duty, step) = rest.split_once('/')?;
    Some((section, duty, step))
}

/// Offers every text of a tree with what it is; what comes back takes its place.
fn walk(node: &mut Node, kind: Kind, change: &mut dyn FnMut(Kind, &str) -> Option<String>) {
    match (kind, &mut node.value) {
        (Kind::Sourced(of), Value::Table(entries)) => {
            entries
                .iter_mut()
                .filter(|entry| entry.key == "value")
                .for_each(|entry| walk(&mut entry.node, *of, change));
            let origin = entries.iter_mut().find(|entry| entry.key == "basis");
            let basis = ORIGIN_KEYS.iter().find(|key| key.name == "basis");
            if let (Some(entry), Some(key)) = (origin, basis) {
                walk(&mut entry.node, key.kind, change);
            }
        }
        (Kind::Sourced(of), _) => walk(node, *of, change),
        (Kind::ByYear(of), Value::Table(entries)) => {
            for entry in entries {
                let origin = ORIGIN_KEYS.iter().find(|key| key.name == entry.key);
                walk(&mut entry.node, origin.map_or(*of, |key| key.kind), change);
            }
        }
        (Kind::List(of, _), Value::List(items)) => items.iter_mut().for_each(|item| walk(item, *of, change)),
        (Kind::Table(of), Value::Table(_)) => walk_table(node, of, change),
        (Kind::Tables(of, _), Value::List(items)) => items.iter_mut().for_each(|item| walk_table(item, of, change)),
        (kind, Value::Text(text)) => {
            if let Some(changed) = change(kind, text) {
                *text = changed;
            }
        }
        _ => {}
    }
}

fn walk_table(node: &mut Node, table: &'static Table, change: &mut dyn FnMut(Kind, &str) -> Option<String>) {
    let Value::Table(entries) = &mut node.value else { return };
    for entry in entries {
        if let Some(key) = table.key(&entry.key) {
            walk(&mut entry.node, key.kind, change);
        }
    }
}
