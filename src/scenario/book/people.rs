//! The people of a workbook: read as any table of people is, with nothing left out.

use super::cells::Grid;
use crate::diag::Diagnostics;
use crate::scenario::import::{self, SectionName};
use crate::scenario::read::tree::{Node, Value};
use std::sync::Arc;

/// The people of a sheet, whose sections are those of the scenario.
pub(super) fn read(grid: &Grid<'_>, scenario: &Node, found: &mut Diagnostics) -> Node {
    let text = |node: &Node, key: &str| node.string(key);
    let sections = scenario.items("section");
    let sections: Vec<_> = sections
        .filter_map(|section| {
            let id = text(section, "id")?;
            let name = text(section, "name").unwrap_or_else(|| id.clone());
            Some(SectionName { name, name_en: text(section, "name_en"), id })
        })
        .collect();
    let rows: Vec<usize> = grid.written().collect();
    let mut own = Diagnostics::default();
    let mut people = import::people_in(grid.file, grid.rows, &rows, grid.epoch, &sections, &mut own);
    found.append(own.on_sheet(&grid.name));
    for person in &mut people {
        on_sheet(person, &grid.name);
    }
    Node { place: grid.place(rows.first().copied().unwrap_or_default(), 0), value: Value::List(people) }
}

fn on_sheet(node: &mut Node, sheet: &Arc<str>) {
    node.place.sheet = Some(Arc::clone(sheet));
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| on_sheet(item, sheet)),
        Value::Table(entries) => {
            for entry in entries {
                entry.place.sheet = Some(Arc::clone(sheet));
                on_sheet(&mut entry.node, sheet);
            }
        }
        _ => {}
    }
}
