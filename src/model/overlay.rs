//! What a scenario says where, and in what two of them differ.

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A named change of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// What it is called; for a change on the command line the options as typed.
    pub name: String,
    /// Why anybody would ask; a change on the command line gives no reason.
    pub why: Option<String>,
}

/// One value of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Setting {
    /// Its path: `matter.transfers.volume`.
    pub path: String,
    /// The value as written, a list as its entries with commas between.
    pub value: String,
    /// The file, or the option of the command line, that says so.
    pub file: String,
    /// The line of the file, or the row of a roster.
    pub line: usize,
}

/// A path at which two scenarios differ; at least one of them says something there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// The path.
    pub path: String,
    /// What the first says; null when it says nothing.
    pub left: Option<Setting>,
    /// What the second says; null when it says nothing.
    pub right: Option<Setting>,
}

/// Where two scenarios differ: in the order of the first, then what only the second has.
#[must_use]
pub fn differences(left: &[Setting], right: &[Setting]) -> Vec<Difference> {
    let by_path = |settings: &[Setting]| -> BTreeMap<String, Setting> {
        settings.iter().map(|setting| (setting.path.clone(), setting.clone())).collect()
    };
    let (ours, theirs) = (by_path(left), by_path(right));
    let only_theirs = right.iter().filter(|setting| !ours.contains_key(&setting.path));
    left.iter()
        .chain(only_theirs)
        .map(|setting| Difference {
            path: setting.path.clone(),
            left: ours.get(&setting.path).cloned(),
            right: theirs.get(&setting.path).cloned(),
        })
        .filter(|pair| pair.left.as_ref().map(|s| &s.value) != pair.right.as_ref().map(|s| &s.value))
        .collect()
}
