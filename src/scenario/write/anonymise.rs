//! Codes in the place of names, the same in the roster and wherever a scenario names people.

mod book;

pub use self::book::{AnonymousBook, workbook};

use crate::diag::reading::Roster;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Unit;
use crate::scenario::import;
use crate::scenario::import::{Imported, Options};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::{csv, file, parse, roster};
use crate::scenario::spec::{Kind, Named, ROSTER, SCENARIO, Table};
use file::start;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// A roster and, if there is one, its scenario, with codes instead of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anonymous {
    /// The text of the scenario.
    pub scenario: Option<String>,
    /// The path of the roster in the scenario.
    pub roster_file: Option<String>,
    /// The roster as CSV.
    pub roster: String,
    /// Who has which code, in the order of the roster.
    pub key: Vec<(String, String)>,
    /// The name of the file with codes for the names in it.
    pub file_name: String,
    /// Lines of the scenario whose words or comments still hold a name that is too short or too common to be replaced.
    pub doubtful_lines: Vec<usize>,
}

/// Puts codes into a roster: 编01 for the established, 合01 for contract workers, in the order of the roster.
///
/// # Errors
///
/// Everything that is wrong with the file, which need not be in our format.
pub fn roster_file(path: &Path) -> Result<Anonymous, Diagnostics> {
    // As people keep it or as we write it: the import reads both.
    let Imported { reading, found, .. } = import::import(path, &Options::default());
    if found.has_errors() {
        return Err(found);
    }
    let Roster { columns, rows } = reading.roster;
    let head = columns.into_iter().map(str::to_owned).collect();
    let text = csv::join(&std::iter::once(head).chain(rows).collect());
    let (by_id, key) = code_roster(&reading.file, &text)?;
    let roster = in_words(&by_id, &codes(&key));
    let file_name = file_name(path, &codes(&key));
    Ok(Anonymous { scenario: None, roster_file: None, roster, key, file_name, doubtful_lines: Vec::new() })
}

/// Puts codes into a scenario and its roster.
///
/// # Errors
///
/// Everything that is wrong with the two files; the scenario must be one that can be planned.
pub fn scenario(path: &Path) -> Result<Anonymous, Diagnostics> {
    let before = crate::scenario::load(path)?.unit;
    let (name, text) = read(path)?;
    let tree = parse::parse(&name, &text)?;
    let Some(file) = tree.get("roster").and_then(|roster| roster.text("file")) else {
        let mut found = Diagnostics::default();
        found.push(Diagnostic::new(Code::MissingKey, &start(&name)).fact("key", "roster").fact("table", "top"));
        return Err(found);
    };
    let (roster_name, roster_text) = read(&path.parent().unwrap_or(Path::new("")).join(file))?;
    let (by_id, key) = code_roster(&roster_name, &roster_text)?;
    let coded = codes(&key);
    // Sections may bear the names of people; wherever the roster speaks of them they bear codes as well.
    let everywhere = in_words(&by_id, &coded);
    let mut places = Vec::new();
    named_people(&tree, &SCENARIO, &mut places);
    let (mut scenario, mut doubtful_lines) = code_text(&text, &places, &coded, in_words);
    let says_the_same = |scenario: &str, roster: &str, in_words| {
        let loaded = crate::scenario::load_text(&name, scenario, |_| Ok(roster.as_bytes().to_vec()));
        loaded.is_ok_and(|loaded| says_the_same(&before, &loaded.unit, &coded, in_words))
    };
    let mut roster = everywhere;
    if !says_the_same(&scenario, &roster, in_words) {
        // A code is the name of something else: then only what surely names a person is replaced.
        (scenario, doubtful_lines) = code_text(&text, &places, &coded, as_it_is);
        roster = by_id;
    }
    let file_of = |text: &str| parse::parse(&name, text).ok().and_then(|tree| tree.get("roster")?.string("file"));
    let roster_file = file_of(&scenario).unwrap_or_else(|| file.to_owned());
    let file_name = file_name(path, &coded);
    Ok(Anonymous { scenario: Some(scenario), roster_file: Some(roster_file), roster, key, file_name, doubtful_lines })
}

/// The code of each name.
fn codes(key: &[(String, String)]) -> BTreeMap<&str, &str> {
    key.iter().map(|(name, code)| (name.as_str(), code.as_str())).collect()
}

/// The name of a file with codes for the names in it.
fn file_name(path: &Path, codes: &BTreeMap<&str, &str>) -> String {
    in_words(&path.file_name().unwrap_or_default().to_string_lossy(), codes)
}

fn read(path: &Path) -> Result<(Arc<str>, String), Diagnostics> {
    let name: Arc<str> = path.display().to_string().into();
    let mut found = Diagnostics::default();
    let text = file::text(&name, file::read(path), &start(&name), &mut found).ok_or(found)?;
    Ok((name, text))
}

/// Whether nothing but the names of people has changed, also where something else bears one.
fn says_the_same(before: &Unit, after: &Unit, codes: &BTreeMap<&str, &str>, in_words: InWords) -> bool {
    let names = |unit: &Unit, named: &dyn Fn(&String) -> String| {
        let all = |id: &String, name: &String, english: &Option<String>| {
            (named(id), named(name), english.as_ref().map(named))
        };
        let matters = unit.matters.iter().map(|matter| all(&matter.id, &matter.name, &matter.name_en));
        let sections = unit.sections.iter().map(|section| all(&section.id, &section.name, &section.name_en));
        let tiers = unit.tiers.iter().map(|tier| all(&tier.id, &tier.name, &tier.name_en));
        matters.chain(sections).chain(tiers).collect::<Vec<_>>()
    };
    let replaced = |name: &String| in_words(name, codes);
    let drivers: BTreeMap<_, _> = before.drivers.iter().map(|(id, value)| (replaced(id), *value)).collect();
    names(before, &replaced) == names(after, &String::clone) && drivers == after.drivers && before.posts == after.posts
}

/// Who has which code, among people without mistakes.
fn key_of(people: &Node) -> Vec<(String, String)> {
    let is_contract = |person: &&Node| person.text("employment") == Some("contract");
    let contract = people.as_list().iter().filter(is_contract).count();
    let width = contract.max(people.as_list().len() - contract).to_string().len().max(2);
    let (mut established, mut contract) = (0, 0);
    let code = |person: &Node| {
        let (letter, number) = if is_contract(&person) { ("合", &mut contract) } else { ("编", &mut established) };
        *number += 1;
        Some((person.string("id")?, format!("{letter}{number:0width$}")))
    };
    people.as_list().iter().filter_map(code).collect()
}

/// The roster with codes, and who has which.
fn code_roster(name: &Arc<str>, text: &str) -> Result<(String, Vec<(String, String)>), Diagnostics> {
    let mut found = Diagnostics::default();
    let (people, mut rows) = roster::parse(name, text, |key| ["id", "employment"].contains(&key.name), &mut found);
    let people = people.filter(|_| !found.has_errors()).ok_or_else(|| found.clone())?;
    let count = |employment| people.as_list().iter().filter(|row| row.text("employment") == Some(employment)).count();
    let width = count("established").max(count("contract")).to_string().len().max(2);
    let (mut established, mut contract, mut key) = (0, 0, Vec::new());
    let mut known = BTreeSet::new();
    for person in people.as_list() {
        let (Some(id), Some(place)) = (person.text("id"), person.get("id").map(|id| &id.place)) else { continue };
        let (letter, number) = match person.text("employment") {
            Some("contract") => ("合", &mut contract),
            _ => ("编", &mut established),
        };
        *number += 1;
        let code = format!("{letter}{number:0width$}");
        if !known.insert(id) {
            let twice = Diagnostic::new(Code::DuplicateId, place).fact("kind", Named::Person.id()).fact("id", id);
            found.push(twice.fact("first", ""));
        }
        key.push((id.to_owned(), code.clone()));
        if let Some(cell) = rows.get_mut(place.line - 1).and_then(|row| row.get_mut(place.column - 1)) {
            *cell = code;
        }
    }
    if found.has_errors() { Err(found) } else { Ok((csv::join(&rows), key)) }
}

/// Where a scenario names people, by its specification.
fn named_people<'a>(node: &'a Node, table: &Table, places: &mut Vec<&'a Place>) {
    for key in table.keys {
        if let Some(value) = node.get(key.name) {
            within(value, key.kind, places);
        }
    }
}

fn within<'a>(node: &'a Node, kind: Kind, places: &mut Vec<&'a Place>) {
    match (kind, &node.value) {
        (Kind::Reference(Named::Person), Value::Text(_)) => places.push(&node.place),
        (Kind::List(kind, _) | Kind::Sourced(kind), Value::List(items)) => {
            for item in items {
                within(item, *kind, places);
            }
        }
        (Kind::Table(table), _) => named_people(node, table, places),
        (Kind::Tables(table, _), Value::List(items)) => items.iter().for_each(|item| named_people(item, table, places)),
        _ => {}
    }
}

/// The text of a scenario with codes where it names people, and where words or comments hold a name that is one
/// beyond doubt; and the lines that hold one that may be something else.
fn code_text(text: &str, places: &[&Place], codes: &BTreeMap<&str, &str>, in_words: InWords) -> (String, Vec<usize>) {
    let (mut out, mut doubtful) = (String::new(), Vec::new());
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let mut columns: Vec<_> =
            places.iter().filter(|place| place.line == number + 1).map(|place| place.column).collect();
        columns.sort_unstable();
        let (mut rest, mut at) = (line, 1);
        let mut pieces = Vec::new();
        for column in columns {
            let offset = rest.char_indices().nth(column - at).map_or(rest.len(), |(offset, _)| offset);
            let (before, quoted) = rest.split_at(offset);
            pieces.push(in_words(before, codes));
            // A reference is a string in quotes; what it names is a person of the roster.
            let mut parts = quoted.splitn(3, ['"', '\'']);
            let (_, id, after) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            pieces.push(format!("\"{}\"", codes.get(id).copied().unwrap_or(id)));
            at = column + id.chars().count() + 2;
            rest = after;
        }
        pieces.push(in_words(rest, codes));
        let line = pieces.concat();
        let is_left = |name: &str| name.chars().count() > 1 && line.contains(name);
        if codes.keys().filter(|name| !codes.values().any(|code| code == *name)).any(|name| is_left(name)) {
            doubtful.push(number + 1);
        }
        out.push_str(&line);
    }
    (out, doubtful)
}

/// Characters of the longest names that are surely names.
const LONGEST_NAME: usize = 4;

/// What becomes of words that are no reference to a person.
type InWords = fn(&str, &BTreeMap<&str, &str>) -> String;

fn as_it_is(text: &str, _: &BTreeMap<&str, &str>) -> String {
    text.to_owned()
}

/// A piece of text with codes for the names in it; of several that begin at one place the longest.
fn in_words(text: &str, codes: &BTreeMap<&str, &str>) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_NAME);
        let names = ends.filter_map(|end| rest.split_at_checked(end));
        let known = names.filter(|(name, _)| is_surely_a_name(name));
        let longest = known.filter_map(|(name, after)| Some((*codes.get(name)?, after))).last();
        let (code, after) = longest.unwrap_or_else(|| rest.split_at(first.len_utf8()));
        out.push_str(code);
        rest = after;
    }
    out
}

/// Two to four Chinese characters: the names of most people, and no id of anything else in a sound scenario.
fn is_surely_a_name(name: &str) -> bool {
    (2..=LONGEST_NAME).contains(&name.chars().count()) && name.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

/// The keys of people as CSV: `name,code`.
#[must_use]
pub fn key_list(key: &[(String, String)]) -> String {
    let head = ROSTER.keys.first().map_or("id", |key| key.name);
    let rows = key.iter().map(|(name, code)| vec![name.clone(), code.clone()]);
    csv::join(&std::iter::once(vec![head.to_owned(), "code".to_owned()]).chain(rows).collect::<Vec<_>>())
}
