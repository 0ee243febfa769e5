//! What holds for the agencies of one trade: its law, its sources of rules, its published loads, its habits.
//!
//! A pack is data in the form of a scenario, with articles of law besides. Nothing of it is used unless a scenario
//! names it. A pack of a trade whose law was not seen holds habits only, and none of them as law.

use crate::diag::Diagnostics;
use crate::model::{Law, Pack, Seen};
use crate::scenario::read::parse;
use crate::scenario::read::tree::{Node, Value};
use crate::text::Language;
use std::sync::LazyLock;

/// The key of a scenario that names its pack.
pub(in crate::scenario) const KEY: &str = "pack";
const PACKS: [(&str, &str); 4] = [
    ("social_insurance", include_str!("packs/social_insurance.toml")),
    ("housing_fund", include_str!("packs/housing_fund.toml")),
    ("land_registration", include_str!("packs/land_registration.toml")),
    ("medical_insurance", include_str!("packs/medical_insurance.toml")),
];
/// The names of the packs.
pub(in crate::scenario) const NAMES: &[&str] = &[PACKS[0].0, PACKS[1].0, PACKS[2].0, PACKS[3].0];

/// The keys of a pack that need more than a place in a scenario.
const LAW: &str = "law";
const BENCHMARK: &str = "benchmark";
/// What a pack is called.
const NAME: [&str; 2] = ["name", "name_en"];
/// Lists that a scenario has whole or not at all; things of the scenario are named in them.
const LISTS: [&str; 2] = ["tier", "kind"];

/// The packs as they are written, each with its name; parsed once for all scenarios.
static PARSED: LazyLock<Vec<(&str, Result<Node, Diagnostics>)>> = LazyLock::new(|| {
    PACKS.into_iter().map(|(name, text)| (name, parse::parse(&format!("{name}.toml").into(), text))).collect()
});

/// The pack that a scenario names, with its name; `None` if it names none.
///
/// # Errors
///
/// None; a test parses every pack.
fn named(scenario: &Node) -> Result<Option<(&'static str, &'static Node)>, Diagnostics> {
    let found = PARSED.iter().find(|(name, _)| scenario.text(KEY) == Some(name));
    found.map(|(name, pack)| pack.as_ref().map(|pack| (*name, pack)).map_err(Clone::clone)).transpose()
}

/// Adds the lists of the pack that a scenario does not have: its usual tiers and kinds of employment.
///
/// # Errors
///
/// None; a test parses every pack.
pub(in crate::scenario) fn add_lists(scenario: &mut Node) -> Result<(), Diagnostics> {
    let Some((_, pack)) = named(scenario)? else { return Ok(()) };
    let (Value::Table(entries), Value::Table(pack)) = (&mut scenario.value, &pack.value) else { return Ok(()) };
    let missing = |key: &str| LISTS.contains(&key) && entries.iter().all(|entry| entry.key != key);
    let lists: Vec<_> = pack.iter().filter(|entry| missing(&entry.key)).cloned().collect();
    entries.extend(lists);
    Ok(())
}

/// What the pack of a scenario says in the place of the scenario: everything but its law. With what load the unit is
/// compared is the pack's to say, whether it is compared is the scenario's.
///
/// # Errors
///
/// None; a test parses every pack.
pub(in crate::scenario) fn values(scenario: &Node) -> Result<Option<Node>, Diagnostics> {
    let Some(mut pack) = named(scenario)?.map(|(_, pack)| pack.clone()) else { return Ok(None) };
    if let Value::Table(entries) = &mut pack.value {
        entries.retain(|entry| match &*entry.key {
            LAW => false,
            BENCHMARK => scenario.has(BENCHMARK),
            key => !NAME.contains(&key) && !LISTS.contains(&key),
        });
    }
    Ok(Some(pack))
}

/// The pack of a scenario: what it is called and its law.
///
/// # Errors
///
/// None; a test parses every pack.
pub(in crate::scenario) fn pack(scenario: &Node) -> Result<Option<Pack>, Diagnostics> {
    let article = |node: &Node| {
        Some(Law {
            instrument: node.string("instrument")?,
            article: node.string("article"),
            text: node.string("text")?,
            seen: node.word("seen", &Seen::ALL, Seen::id)?,
        })
    };
    let pack = named(scenario)?.and_then(|(id, node)| {
        let [name, name_en] = NAME.map(|key| node.string(key));
        Some(Pack { id, name: name?, name_en: name_en?, laws: node.items(LAW).filter_map(article).collect() })
    });
    Ok(pack)
}

/// What the packs are called, each with the pack and the language.
pub(in crate::scenario) fn words() -> Vec<(String, &'static str, Language)> {
    let languages = [(NAME[0], Language::Chinese), (NAME[1], Language::English)];
    let called = |(id, pack): &'static (&str, Result<Node, Diagnostics>)| {
        let pack = pack.as_ref().ok()?;
        Some(languages.map(|(key, language)| (pack.string(key).unwrap_or_default(), *id, language)))
    };
    PARSED.iter().filter_map(called).flatten().collect()
}
