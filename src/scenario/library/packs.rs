//! What holds for the agencies of one trade: its law, its sources of rules, its published loads.
//!
//! A pack is data in the form of a scenario, with articles of law besides. Nothing of it is used unless a scenario
//! names it.

use crate::diag::Diagnostics;
use crate::model::{Law, Seen};
use crate::scenario::read::parse;
use crate::scenario::read::tree::{Node, Value};

/// The key of a scenario that names its pack.
pub(in crate::scenario) const KEY: &str = "pack";
const PACKS: [(&str, &str); 1] = [("social_insurance", include_str!("packs/social_insurance.toml"))];
/// The names of the packs.
pub(in crate::scenario) const NAMES: &[&str] = &[PACKS[0].0];

/// The keys of a pack that need more than a place in a scenario.
const LAW: &str = "law";
const BENCHMARK: &str = "benchmark";

/// The pack that a scenario names, as it is written; `None` if it names none.
///
/// # Errors
///
/// None; a test parses every pack.
fn named(scenario: &Node) -> Result<Option<Node>, Diagnostics> {
    let pack = PACKS.iter().find(|(name, _)| scenario.text(KEY) == Some(name));
    pack.map(|(name, text)| parse::parse(&format!("{name}.toml").into(), text)).transpose()
}

/// What the pack of a scenario says in the place of the scenario: everything but its law. With what load the unit is
/// compared is the pack's to say, whether it is compared is the scenario's.
///
/// # Errors
///
/// None; a test parses every pack.
pub(in crate::scenario) fn values(scenario: &Node) -> Result<Option<Node>, Diagnostics> {
    let Some(mut pack) = named(scenario)? else { return Ok(None) };
    if let Value::Table(entries) = &mut pack.value {
        entries.retain(|entry| entry.key != LAW && (entry.key != BENCHMARK || scenario.has(BENCHMARK)));
    }
    Ok(Some(pack))
}

/// The law of the pack of a scenario.
///
/// # Errors
///
/// None; a test parses every pack.
pub(in crate::scenario) fn laws(scenario: &Node) -> Result<Vec<Law>, Diagnostics> {
    let pack = named(scenario)?;
    let article = |node: &Node| {
        Some(Law {
            instrument: node.string("instrument")?,
            article: node.string("article"),
            text: node.string("text")?,
            seen: node.word("seen", &Seen::ALL, Seen::id)?,
        })
    };
    Ok(pack.iter().flat_map(|pack| pack.items(LAW)).filter_map(article).collect())
}
