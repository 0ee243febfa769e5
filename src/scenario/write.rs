//! A scenario as one TOML text, with the file and line of every value behind it.

pub mod anonymise;
pub(super) mod settings;

use super::book::WhatIf;
use super::read::csv;
use super::read::tree::{Entry, Node, Value};
use super::spec::{Key, Kind, Need, ROSTER, SCENARIO, Table};
use super::{Loaded, Options};
use crate::model::Overlay;
use std::collections::BTreeSet;
use std::fmt::Write as _;

impl Loaded {
    /// The scenario as one file: read again beside the same roster, it gives the same unit. What the files leave to
    /// the defaults is left out here too. A comment behind each value names the file and line that say so.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        for overlay in &self.unit.overlays {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "# {}", overlay.name);
            if let Some(why) = &overlay.why {
                let _ = writeln!(out, "# {why}");
            }
        }
        Writer { has_places: true }.table(&SCENARIO, &self.tree, "", &mut out);
        out
    }

    /// Changes of the scenario as a file that extends it under a name and a reason of its own.
    #[must_use]
    pub fn overlay(&self, changes: &Options, extends: &str, [name, why]: [&str; 2]) -> String {
        let [extends, name, why] = [extends, name, why].map(quoted);
        let mut out = format!("extends = {extends}\n\n[overlay]\nname = {name}\nwhy = {why}\n");
        Writer { has_places: false }.table(&SCENARIO, &changes.alone(&self.tree), "", &mut out);
        out
    }

    /// Changes of the scenario as one of its what-ifs, which may be laid over another one.
    #[must_use]
    pub fn what_if(&self, changes: &Options, name: String, why: Option<String>, base: Option<String>) -> WhatIf {
        WhatIf { name, why, base, tree: changes.alone(&self.tree) }
    }

    /// The scenario as one file and its roster, which lies beside it under this name: read again, they give the same
    /// unit.
    #[must_use]
    pub fn to_files(&self, roster: &str) -> (String, String) {
        let mut tree = self.tree.clone();
        set_roster(&mut tree, roster);
        let mut out = String::new();
        Writer { has_places: false }.table(&SCENARIO, &tree, "", &mut out);
        let one = if let [_] = self.unit.overlays[..] { "[overlay]" } else { "[[overlay]]" };
        for overlay in &self.unit.overlays {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "\n{one}\nname = {}", quoted(&overlay.name));
            let _ = writeln!(out, "why = {}", quoted(overlay.why.as_deref().unwrap_or(&overlay.name)));
        }
        (out, csv::join(&rows(&self.people)))
    }
}

/// A file that lays a tree over a scenario.
pub(super) fn file_of_overlay(tree: &Node, extends: &str, overlay: &Overlay) -> String {
    let mut out = format!("extends = {}\n", quoted(extends));
    let (mut tree, mut top) = (tree.clone(), String::new());
    // What stands under no header comes before all that does.
    if let Value::Table(entries) = &mut tree.value {
        let (plain, rest): (Vec<_>, Vec<_>) = std::mem::take(entries)
            .into_iter()
            .partition(|entry| !has_header(SCENARIO.key(&entry.key).map(|key| key.kind)));
        for entry in &plain {
            Writer { has_places: false }.entry(entry, &mut top);
        }
        *entries = rest;
    }
    out.push_str(&top);
    let why = overlay.why.as_deref().unwrap_or(&overlay.name);
    let _ = writeln!(out, "\n[overlay]\nname = {}\nwhy = {}", quoted(&overlay.name), quoted(why));
    Writer { has_places: false }.table(&SCENARIO, &tree, "", &mut out);
    out
}

/// Says where the people are.
fn set_roster(tree: &mut Node, file: &str) {
    let Value::Table(entries) = &mut tree.value else { return };
    let roster = entries.iter_mut().find(|entry| entry.key == "roster").map(|entry| &mut entry.node.value);
    let Some(Value::Table(entries)) = roster else { return };
    if let Some(entry) = entries.iter_mut().find(|entry| entry.key == "file") {
        entry.node.value = Value::Text(file.to_owned());
    }
}

/// The people as the rows of a roster, with the columns that must be there or say something.
fn rows(people: &Node) -> csv::Rows {
    let is_used = |key: &Key| people.as_list().iter().any(|person| person.has(key.name));
    let keys: Vec<_> = ROSTER.keys.iter().filter(|key| key.need != Need::May || is_used(key)).collect();
    let cell = |node: &Node| match &node.value {
        Value::List(items) => items.iter().filter_map(Node::as_text).collect::<Vec<_>>().join(";"),
        _ => node.as_text().unwrap_or_default().to_owned(),
    };
    let row = |person: &Node| keys.iter().map(|key| person.get(key.name).map(cell).unwrap_or_default()).collect();
    let head = keys.iter().map(|key| key.name.to_owned()).collect();
    std::iter::once(head).chain(people.as_list().iter().map(row)).collect()
}

/// Whether a value gets a header of its own, so that it must stand behind all that have none.
fn has_header(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Table(_) | Kind::ByYear(_) | Kind::Tables(..)))
}

/// How a scenario is written.
#[derive(Clone, Copy)]
struct Writer {
    /// Whether a comment behind each value says where it was read.
    has_places: bool,
}

impl Writer {
    fn table(self, table: &Table, node: &Node, path: &str, out: &mut String) {
        let kind_of = |entry: &Entry| table.key(&entry.key).map(|key| key.kind);
        // Only the top of a file has lists of tables with headers; further inside they are written in brackets.
        let is_apart = |entry: &Entry| match kind_of(entry) {
            Some(Kind::Tables(..)) => path.is_empty() && matches!(entry.node.value, Value::List(_)),
            kind => has_header(kind),
        };
        let (apart, plain): (Vec<_>, Vec<_>) = node.entries().iter().partition(|entry| is_apart(entry));
        for entry in plain {
            self.entry(entry, out);
        }
        for entry in apart {
            let path = if path.is_empty() { entry.key.clone() } else { format!("{path}.{}", entry.key) };
            match kind_of(entry) {
                Some(Kind::Table(of)) => {
                    header(&path, &entry.node, of.keys.iter().any(|key| !has_header(Some(key.kind))), out);
                    self.table(of, &entry.node, &path, out);
                }
                Some(Kind::Tables(of, _)) => {
                    for item in entry.node.as_list() {
                        let _ = writeln!(out, "\n[[{path}]]");
                        self.table(of, item, &path, out);
                    }
                }
                _ => {
                    header(&path, &entry.node, true, out);
                    entry.node.entries().iter().for_each(|entry| self.entry(entry, out));
                }
            }
        }
    }

    /// A key with its value: on one line, or a list of tables with a line for each.
    fn entry(self, entry: &Entry, out: &mut String) {
        let _ = match &entry.node.value {
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Table(_))) => {
                let _ = writeln!(out, "{} = [", entry.key);
                for item in items {
                    let _ = writeln!(out, "    {},{}", inline(item), self.places(item));
                }
                writeln!(out, "]")
            }
            _ => writeln!(out, "{} = {}{}", entry.key, inline(&entry.node), self.places(&entry.node)),
        };
    }

    /// Where a value and its parts were written, as a comment.
    fn places(self, node: &Node) -> String {
        if !self.has_places {
            return String::new();
        }
        let mut found = BTreeSet::new();
        gather(node, &mut found);
        let names: Vec<_> = found.into_iter().map(|(file, line)| format!("{file}:{line}")).collect();
        format!(" # {}", names.join(", "))
    }
}

/// The header of a table; one that can hold nothing but further tables needs none.
fn header(path: &str, node: &Node, can_hold_values: bool, out: &mut String) {
    if can_hold_values || node.entries().is_empty() {
        let _ = writeln!(out, "\n[{path}]");
    }
}

/// A value on one line, as in TOML.
pub(super) fn inline(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => number.text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Date(date) => date.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entries = entries.iter().map(|entry| format!("{} = {}", entry.key, inline(&entry.node)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Rejected => String::new(),
    }
}

/// A text in quotes. Scenarios have no control characters in texts, so only two marks need escaping.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn gather(node: &Node, found: &mut BTreeSet<(String, usize)>) {
    let (file, line) = (node.place.source(), node.place.line);
    match &node.value {
        Value::Table(entries) if !entries.is_empty() => entries.iter().for_each(|entry| gather(&entry.node, found)),
        Value::List(items) if !items.is_empty() => items.iter().for_each(|item| gather(item, found)),
        _ => drop(found.insert((file, line))),
    }
}
