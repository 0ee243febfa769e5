//! Which sheets a workbook has, and what stands on each.

use super::fields::{self, Field};
use super::labels::{self, Names, is_named};
use crate::scenario::spec::{CHANGE, Kind, OVERLAY, ROSTER, SCENARIO, Table};

/// A list of tables, each of which takes a row of a sheet.
pub(super) struct List {
    /// What the sheet is called.
    pub(super) names: Names,
    /// The way to the list from the top of a scenario.
    pub(super) path: Vec<&'static str>,
    /// Its tables.
    pub(super) table: &'static Table,
}

/// A table that is there once, whose values take a row each.
pub(super) struct Block {
    /// What it is called.
    pub(super) names: Names,
    /// The way to it from the top of a scenario.
    pub(super) path: Vec<&'static str>,
    /// Its table.
    pub(super) table: &'static Table,
    /// Its values.
    pub(super) fields: Vec<Field>,
    /// Whether basis and source speak of the table itself, and not only of the numbers in it.
    pub(super) speaks_for_itself: bool,
    /// The sheet on which it is written; it is read on each of them.
    pub(super) sheet: &'static str,
}

/// What stands on a sheet.
pub(super) enum Content {
    /// A list of tables.
    List(List),
    /// Tables that are there once.
    Blocks,
    /// The people.
    People,
    /// What was changed about a unit, and why.
    Overlays,
    /// What might be otherwise.
    WhatIfs,
    /// Words for the reader.
    Notes,
}

/// The sheets of tables that are there once.
pub(super) const SHEETS_OF_BLOCKS: [&str; 3] = [labels::UNIT, labels::RULES, labels::SETTINGS];
/// The key under which a workbook has no value: its people are a sheet of its own.
const ROSTER_FILE: &str = "file";

/// The lists in the order of the format.
pub(super) fn lists() -> Vec<List> {
    let list = |path: Vec<&'static str>, table| List { names: labels::of_table(table), path, table };
    let mut lists = Vec::new();
    for key in SCENARIO.keys {
        match key.kind {
            Kind::Tables(table, _) => lists.push(list(vec![key.name], table)),
            Kind::Table(outer) => lists.extend(outer.keys.iter().filter_map(|inner| match inner.kind {
                Kind::Tables(table, _) => Some(list(vec![key.name, inner.name], table)),
                _ => None,
            })),
            _ => {}
        }
    }
    lists
}

/// The list of what was changed.
pub(super) fn overlays() -> List {
    List { names: labels::of_table(&OVERLAY), path: vec![OVERLAY.name], table: &OVERLAY }
}

/// The list of what might be otherwise.
pub(super) fn what_ifs() -> List {
    List { names: labels::of_table(&CHANGE), path: vec![CHANGE.name], table: &CHANGE }
}

/// The tables that are there once, in the order of the format; the top of the scenario first.
pub(super) fn blocks() -> Vec<Block> {
    let is_value = |kind: Kind| !matches!(kind, Kind::Table(_) | Kind::Tables(..));
    let top = fields::of_single(&SCENARIO, |key| is_value(key.kind) && key.name != "extends");
    let top = Block {
        names: labels::named(labels::UNIT, ""),
        path: Vec::new(),
        table: &SCENARIO,
        fields: top,
        speaks_for_itself: false,
        sheet: labels::UNIT,
    };
    let mut blocks = vec![top];
    for key in SCENARIO.keys.iter().filter(|key| key.name != OVERLAY.name) {
        let Kind::Table(table) = key.kind else { continue };
        let is_group = table.keys.iter().all(|key| matches!(key.kind, Kind::Table(_)));
        if is_group {
            let inner = table.keys.iter().filter_map(|inner| match inner.kind {
                Kind::Table(of) => Some(block(vec![key.name, inner.name], of, labels::RULES)),
                _ => None,
            });
            blocks.extend(inner);
        } else {
            let sheet = if matches!(key.name, "headcount" | "roster") { labels::UNIT } else { labels::SETTINGS };
            blocks.push(block(vec![key.name], table, sheet));
        }
    }
    blocks
}

fn block(path: Vec<&'static str>, table: &'static Table, sheet: &'static str) -> Block {
    let fields = fields::of_single(table, |key| path != ["roster"] || key.name != ROSTER_FILE);
    Block { names: labels::of_table(table), path, table, fields, speaks_for_itself: table.speaks_for_itself(), sheet }
}

/// What stands on a sheet of this name.
pub(super) fn content(name: &str) -> Option<Content> {
    let is = |id: &str| is_named(&labels::named(id, id.trim_start_matches("tab-")), name);
    if is_named(&labels::of_table(&ROSTER), name) {
        return Some(Content::People);
    }
    let is_result = labels::named(labels::RESULTS, "").iter().any(|begin| !begin.is_empty() && name.starts_with(begin));
    if is(labels::NOTES) || is_result {
        return Some(Content::Notes);
    }
    if SHEETS_OF_BLOCKS.into_iter().any(is) {
        return Some(Content::Blocks);
    }
    if is_named(&overlays().names, name) {
        return Some(Content::Overlays);
    }
    if is_named(&what_ifs().names, name) {
        return Some(Content::WhatIfs);
    }
    lists().into_iter().find(|list| is_named(&list.names, name)).map(Content::List)
}

/// What every sheet may be called, for whoever misspells one.
pub(super) fn known() -> Vec<String> {
    let fixed = SHEETS_OF_BLOCKS.into_iter().chain([labels::NOTES]).map(|id| labels::named(id, ""));
    let all = fixed.chain([labels::of_table(&ROSTER), overlays().names, what_ifs().names]);
    all.chain(lists().into_iter().map(|list| list.names)).flatten().filter(|name| !name.is_empty()).collect()
}

/// Whether a sheet of this name holds what might be otherwise.
pub(in crate::scenario) fn has_what_ifs(name: &str) -> bool {
    matches!(content(name), Some(Content::WhatIfs))
}
