//! The scenario with which a new unit starts: the smallest one, with every table of the format explained in it.

use crate::diag::Diagnostics;
use crate::scenario::book::WhatIf;
use crate::scenario::read::layers;
use crate::scenario::spec::{ALL, Key, Kind, ROSTER, SCENARIO, Table};
use crate::scenario::{self, Loaded};
use crate::text::Text;
use std::fmt::Write as _;

const MINIMAL: &str = include_str!("../../../scenarios/minimal.toml");
/// The name of the schema beside a new scenario.
pub const SCHEMA_FILE: &str = "scenario.schema.json";
/// The name of the roster in a new scenario.
pub const ROSTER_FILE: &str = "roster.csv";

/// The unit with which a workbook starts: the smallest one, its drivers called by words, all in one language.
///
/// # Errors
///
/// None; a test loads it.
pub fn example(text: &Text) -> Result<Loaded, Diagnostics> {
    let words = [
        ("insured", "book-example-driver"),
        ("件", "book-example-unit"),
        ("户", "book-example-site"),
        ("年度统计报表", "book-example-report"),
        ("上年办件台账", "book-example-ledger"),
    ];
    let said = |scenario: String, (word, key): (&str, &str)| {
        scenario.replace(&format!("\"{word}\""), &format!("\"{}\"", text.get(key)))
    };
    let scenario = words.into_iter().fold(MINIMAL.to_owned(), said);
    scenario::load_text("minimal.toml", &scenario, |_| Ok(roster().to_vec()))
}

/// What might be otherwise about it: one more person, a rule relaxed.
#[must_use]
pub fn what_ifs(text: &Text) -> Vec<WhatIf> {
    let one = |(key, why): (&str, &str), says: &str| {
        let name = text.get(key);
        let (tree, ..) = layers::own(&key.into(), says)?;
        Some(WhatIf { name, why: Some(text.get(why)), base: None, tree })
    };
    let hire = format!(
        "[[hire]]\nid = \"{}\"\nemployment = \"established\"\nsection = \"inspection\"\n",
        text.get("book-example-hire-id")
    );
    let rule = "[rules.contract_steps]\nsteps = [\"handle\", \"review\"]\nbasis = \"policy\"\n";
    [
        one(("book-example-hire", "book-example-hire-why"), &hire),
        one(("book-example-rule", "book-example-rule-why"), rule),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The people of the new scenario, to be replaced.
#[must_use]
pub const fn roster() -> &'static [u8] {
    include_bytes!("../../../scenarios/minimal-roster.csv")
}

/// The names of its sections.
#[must_use]
pub fn sections() -> Vec<String> {
    let tables = MINIMAL.split("\n[[").filter(|table| table.starts_with("section]]"));
    let name = |table: &str| Some(table.split_once("name = \"")?.1.split('"').next()?.to_owned());
    tables.filter_map(name).collect()
}

/// The scenario in the language of its comments: the values of the smallest one; before each table what it is for and
/// what can be written in it; the tables that it does without below, as comments.
#[must_use]
pub fn scenario(text: &Text) -> String {
    let mut out = format!("#:schema {SCHEMA_FILE}\n{}\n", comment(&text.get("start-head")));
    let mut explained: Vec<&str> = Vec::new();
    explain(&mut out, &SCENARIO, text);
    for line in MINIMAL.lines().map(without_comment).filter(|line| !line.is_empty()) {
        let header = line.trim_matches(['[', ']']);
        let table = ALL.iter().find(|table| line.starts_with('[') && table.name == header);
        if let Some(table) = table.filter(|table| !explained.contains(&table.name)) {
            explained.push(table.name);
            out.push('\n');
            explain(&mut out, table, text);
            let inner = table.keys.iter().filter_map(|key| within(key).map(|inner| (key, inner)));
            for (key, inner) in inner.filter(|(_, inner)| inner.name.starts_with(&format!("{}.", table.name))) {
                let _ = writeln!(out, "#   {}: {}", key.name, text.get(key.doc));
                let _ = writeln!(out, "# {}", text.with("start-within", &[("key", key.name)]));
                keys(&mut out, inner, text);
                explained.push(inner.name);
            }
        }
        out.push_str(&line.replace("minimal-roster.csv", ROSTER_FILE));
        out.push('\n');
    }
    let _ = writeln!(out, "\n{}", comment(&text.get("start-others")));
    let others = ALL.iter().filter(|table| !table.name.is_empty() && table.name != ROSTER.name);
    for table in others.filter(|table| !explained.contains(&table.name)) {
        let _ = writeln!(out, "\n# {}", header(table));
        explain(&mut out, table, text);
    }
    out
}

/// A line of the example without the comment behind it; its strings have no `#`.
fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim_end()
}

fn comment(text: &str) -> String {
    text.lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n")
}

/// What a table is for and what stands in it.
fn explain(out: &mut String, table: &Table, text: &Text) {
    let below = |key: &'static Key| within(key).map_or(&[][..], |table| table.keys);
    // The tables of the rules lie in a table that holds nothing else.
    let mut known = ALL.iter().flat_map(|table| table.keys).flat_map(|key| std::iter::once(key).chain(below(key)));
    if let Some(key) = known.find(|key| within(key).is_some_and(|of| of.name == table.name)) {
        let _ = writeln!(out, "# {}", text.get(key.doc));
    }
    keys(out, table, text);
}

fn keys(out: &mut String, table: &Table, text: &Text) {
    // Tables have comments of their own.
    for key in table.keys.iter().filter(|key| within(key).is_none()) {
        let _ = writeln!(out, "#   {}: {}", key.name, text.get(key.doc));
    }
}

/// The table under a key, if there is one.
const fn within(key: &Key) -> Option<&'static Table> {
    match key.kind {
        Kind::Table(table) | Kind::Tables(table, _) => Some(table),
        _ => None,
    }
}

/// The header of a table as it is written.
fn header(table: &Table) -> String {
    let is_list = SCENARIO.keys.iter().any(|key| key.name == table.name && matches!(key.kind, Kind::Tables(..)));
    match (is_list, table.name.split_once('.')) {
        (true, _) => format!("[[{}]]", table.name),
        (_, Some((outer, inner)))
            if SCENARIO.keys.iter().any(|key| key.name == outer && matches!(key.kind, Kind::Tables(..))) =>
        {
            format!("[[{outer}]] {inner}")
        }
        _ => format!("[{}]", table.name),
    }
}
