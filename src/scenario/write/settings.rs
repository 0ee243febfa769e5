//! Every value of a scenario by its path, with where it was written; paths are those of `--set`.

use crate::model::Setting;
use crate::scenario::Loaded;
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::{defaults, merge};
use crate::scenario::spec::{Kind, Named, ROSTER, SCENARIO, Table};

impl Loaded {
    /// Every value that the files say, in their order; what they leave out to the defaults is not among them.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting> {
        let mut settings = Vec::new();
        of_table(&SCENARIO, &self.tree, "", &mut settings);
        settings
    }

    /// Every value of the scenario, defaults and roster included, for a comparison with another one. What a number
    /// rests on stands with the number.
    #[must_use]
    pub fn all_settings(&self) -> Vec<Setting> {
        let mut tree = self.tree.clone();
        // The defaults are part of the program, and a test parses them.
        let _ = defaults::fill(&mut tree);
        let mut settings = Vec::new();
        of_table(&SCENARIO, &merge::pinned(tree), "", &mut settings);
        for person in self.people.as_list() {
            let path = format!("roster.{}", person.text("id").unwrap_or_default());
            of_table(&ROSTER, person, &path, &mut settings);
        }
        settings
    }
}

fn of_table(table: &Table, node: &Node, path: &str, settings: &mut Vec<Setting>) {
    for entry in node.entries().iter().filter(|entry| table.identity() != Some(&entry.key)) {
        let path = join(path, &entry.key);
        match table.key(&entry.key).map(|key| key.kind) {
            Some(kind) => of_value(kind, &entry.node, path, settings),
            None => settings.push(setting(path, &entry.node)),
        }
    }
}

fn of_value(kind: Kind, node: &Node, path: String, settings: &mut Vec<Setting>) {
    match (kind, &node.value) {
        (Kind::Table(of), _) => of_table(of, node, &path, settings),
        (Kind::ByYear(of), _) => {
            for entry in node.entries() {
                of_value(*of, &entry.node, join(&path, &entry.key), settings);
            }
        }
        (Kind::Tables(of, _), _) => {
            // A tier means something by its place in the list, a recall by being there.
            if of.keys.first().is_some_and(|key| path == Named::Tier.id() || matches!(key.kind, Kind::Reference(_))) {
                let identity = of.identity().unwrap_or_default();
                let ids: Vec<_> = node.as_list().iter().filter_map(|item| item.string(identity)).collect();
                settings.push(Setting { value: ids.join(", "), ..setting(path.clone(), node) });
            }
            for (index, item) in node.as_list().iter().enumerate() {
                let id = of.identity().and_then(|identity| item.string(identity));
                let path = join(&path, &id.unwrap_or_else(|| (index + 1).to_string()));
                of_table(of, item, &path, settings);
            }
        }
        (Kind::Sourced(_), Value::Table(entries)) => {
            for entry in entries {
                let path = if entry.key == "value" { path.clone() } else { join(&path, &entry.key) };
                settings.push(setting(path, &entry.node));
            }
        }
        _ => settings.push(setting(path, node)),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn setting(path: String, node: &Node) -> Setting {
    let file = node.place.source();
    Setting { path, value: shown(node), file, line: node.place.line }
}

fn shown(node: &Node) -> String {
    let list = |items: Vec<String>| items.join(", ");
    match &node.value {
        Value::Text(text) | Value::Date(text) => text.clone(),
        Value::Number(number) => number.text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => list(items.iter().map(|item| nested(item, shown(item))).collect()),
        Value::Table(entries) => {
            list(entries.iter().map(|entry| format!("{} = {}", entry.key, shown(&entry.node))).collect())
        }
        Value::Rejected => String::new(),
    }
}

/// A list or table inside a list, in brackets.
fn nested(item: &Node, text: String) -> String {
    if matches!(item.value, Value::List(_) | Value::Table(_)) { format!("[{text}]") } else { text }
}
