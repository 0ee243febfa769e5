//! What tables and keys are called in a workbook, in both languages.

use crate::scenario::spec::{ALL, CHANGE, Key, Kind, ROSTER, Table};
use crate::text::{Language, Text};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The names of one thing: in the order of [`Language::ALL`], then as scenario files write it.
pub(super) type Names = [String; 3];

/// The names of the sheets that hold no single table.
pub(super) const UNIT: &str = "tab-unit";
pub(super) const RULES: &str = "tab-rules";
pub(super) const SETTINGS: &str = "tab-settings";
pub(super) const NOTES: &str = "tab-notes";
/// How the names of sheets of results begin.
pub(super) const RESULTS: &str = "tab-result";

/// The catalogue key of the head of a column or row.
fn head_of(key: &Key) -> String {
    key.doc.replacen("doc-", "head-", 1)
}

/// The catalogue key of the name of a table: that of its rule, if it is one.
pub(super) fn sheet_of(table: &Table) -> String {
    match table.name.strip_prefix("rules.") {
        Some(rule) => format!("rule-{rule}"),
        None => format!("tab-{}", table.name.replace(['.', '_'], "-")),
    }
}

/// The catalogue key of the head of a column of the roster.
pub(super) fn of_roster(key: &str) -> String {
    // People are told by whatever they are called.
    if key == "id" { "head-person-id".to_owned() } else { format!("roster-{key}") }
}

fn all() -> &'static BTreeMap<String, [String; 2]> {
    static LABELS: OnceLock<BTreeMap<String, [String; 2]>> = OnceLock::new();
    LABELS.get_or_init(|| {
        let texts = Language::ALL.map(Text::new);
        let is_roster = |table: &&'static Table| table.name == ROSTER.name;
        let tables = || ALL.iter().copied().chain([&CHANGE]);
        let heads = tables().filter(|table| !is_roster(table)).flat_map(|table| table.keys).map(head_of);
        let sheets = tables().map(sheet_of);
        let fixed = [UNIT, RULES, SETTINGS, NOTES, RESULTS].map(str::to_owned);
        let roster = ROSTER.keys.iter().map(|key| of_roster(key.name));
        let known = heads.chain(sheets).chain(fixed).chain(roster).filter(|id| texts.iter().all(|text| text.has(id)));
        known.map(|id| (id.clone(), texts.each_ref().map(|text| text.get(&id)))).collect()
    })
}

/// What a catalogue key says in both languages; what it does not know is called as in scenario files.
pub(super) fn named(id: &str, raw: &str) -> Names {
    match all().get(id) {
        Some([chinese, english]) => [chinese.clone(), english.clone(), raw.to_owned()],
        None => [raw.to_owned(), raw.to_owned(), raw.to_owned()],
    }
}

/// The names of a key: those of its table, if it holds one.
pub(super) fn of_key(key: &Key) -> Names {
    let id = match key.kind {
        Kind::Table(table) | Kind::Tables(table, _) => sheet_of(table),
        _ => head_of(key),
    };
    named(&id, key.name)
}

/// The names of a table.
pub(super) fn of_table(table: &Table) -> Names {
    named(&sheet_of(table), table.name)
}

/// A name as it is compared: without blanks, marks and what stands in brackets behind it.
pub(super) fn plain(name: &str) -> String {
    let name = name.split(['(', '（', '[', '【']).next().unwrap_or_default();
    let kept = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | ':' | '：'));
    kept.flat_map(char::to_lowercase).collect()
}

/// Whether a text is one of some names.
pub(super) fn is_named(names: &Names, text: &str) -> bool {
    let text = plain(text);
    names.iter().any(|name| plain(name) == text)
}
