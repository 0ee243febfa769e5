//! What lies where a field of a workbook leads in the tree of a scenario.

use super::fields::{Field, Part, Role};
use crate::scenario::read::tree::{Node, Value};

/// The table or list at a way from the top of a scenario.
pub(super) fn find<'n>(node: &'n Node, path: &[&'static str]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, key| node.get(key))
}

/// The value of a field in an item; that of a list in it in this of its rows.
pub(super) fn at<'n>(item: &'n Node, field: &Field, row: usize) -> Option<&'n Node> {
    if row > 0 && !field.is_continued() {
        return None;
    }
    let node = step(item, &field.path, row)?;
    match (field.role, &node.value) {
        (Role::Sourced, Value::Table(_)) => node.get("value"),
        _ => Some(node),
    }
}

/// What lies where a way leads; of a list whose items take a row each the one of this row.
pub(super) fn step<'n>(node: &'n Node, path: &[Part], row: usize) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, part| match part {
        Part::Key(key) => node.get(key),
        Part::Item(list, identity, word) => node.items(list).find(|item| item.text(identity) == Some(word)),
        Part::Row(list) => node.items(list).nth(row),
    })
}
