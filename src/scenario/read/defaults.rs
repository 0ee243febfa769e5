//! What a scenario need not say: what its pack says of the trade, the built-in calendar, working time and rules.

use super::parse;
use super::tree::{Node, Value};
use crate::diag::Diagnostics;
use crate::scenario::library::packs;
use crate::scenario::spec::NOTE_KEYS;

/// The defaults in the form of a scenario.
pub(in crate::scenario) const FILE: &str = "defaults.toml";
const TEXT: &str = include_str!("../defaults.toml");

/// Adds to a scenario what it leaves out: first what its pack says, then what holds for every unit.
///
/// # Errors
///
/// None; tests parse the packs and the defaults.
pub(in crate::scenario) fn fill(scenario: &mut Node) -> Result<(), Diagnostics> {
    if let Some(pack) = packs::values(scenario)? {
        add(scenario, pack);
    }
    add(scenario, parse::parse(&FILE.into(), TEXT)?);
    Ok(())
}

/// Adds to a table the keys it does not have, table by table. What a default rests on says nothing about values that
/// the scenario wrote itself, so `basis` and `source` are not added to a table that is already there.
fn add(table: &mut Node, defaults: Node) {
    let (Value::Table(entries), Value::Table(defaults)) = (&mut table.value, defaults.value) else { return };
    for default in defaults {
        match entries.iter_mut().find(|entry| entry.key == default.key) {
            Some(entry) => add(&mut entry.node, default.node),
            None if NOTE_KEYS.contains(&default.key.as_str()) => {}
            None => entries.push(default),
        }
    }
}
