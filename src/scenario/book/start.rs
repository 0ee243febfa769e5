//! A workbook to be filled in that begins with the people of an office's own list, and its sections.

use super::labels;
use super::look::HEADS;
use super::put::id_of;
use super::write::{columns_of_people, example_of};
use crate::diag::{Diagnostics, Place};
use crate::model::DutyGroup;
use crate::scenario::import::Imported;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::spec::{ROSTER, SCENARIO, Table};
use crate::text::{Language, Text};
use rust_xlsxwriter::XlsxError;
use std::sync::Arc;

/// A workbook with what is doubtful about it.
pub struct Started {
    /// The workbook.
    pub workbook: Vec<u8>,
    /// What was found in the list of people, at the cells of the workbook.
    pub found: Diagnostics,
    /// Cells that were filled in from names alone: sheet, row, column, and the catalogue key of what is to be looked at.
    pub guesses: Vec<(String, u32, u32, &'static str)>,
    /// People, sections.
    pub counts: (usize, usize),
}

/// What names of sections say of their duty group; all others serve.
const DUTIES: [(&str, DutyGroup); 8] = [
    ("稽核", DutyGroup::Audit),
    ("内控", DutyGroup::Audit),
    ("审计", DutyGroup::Audit),
    ("监督", DutyGroup::Audit),
    ("财务", DutyGroup::Finance),
    ("基金", DutyGroup::Finance),
    ("信息", DutyGroup::Data),
    ("数据", DutyGroup::Data),
];

/// Begins a unit with the people of a list; what else it needs comes from an example. `file` is the workbook as findings
/// call it.
///
/// # Errors
///
/// If the sheets break the limits of the format.
pub fn start(file: &str, example: &Node, imported: &Imported, text: &Text) -> Result<Started, XlsxError> {
    let Imported { people, found, .. } = imported;
    let mut people = people.clone();
    for person in &mut people {
        as_written(person, found);
    }
    let mut sections: Vec<String> = Vec::new();
    for home in people.iter().filter_map(|person| person.string("home")) {
        if !sections.contains(&home) {
            sections.push(home);
        }
    }
    let language = text.language();
    let tree = if sections.is_empty() { example.clone() } else { with_sections(example, &sections) };
    let place = example.place.clone();
    let people = Node { place, value: Value::List(people) };
    let own: &[_] = if sections.is_empty() { &["people"] } else { &["people", "section"] };
    let workbook = example_of(&tree, &people, own, &[], text)?;

    let name = |table: &Table| {
        let [chinese, english, _] = labels::of_table(table);
        if language == Language::Chinese { chinese } else { english }
    };
    let sheet: Arc<str> = name(&ROSTER).into();
    let columns: Vec<&str> = columns_of_people(people.as_list(), true).map(|key| key.name).collect();
    let at = |finding: &Place| {
        let person =
            people.as_list().iter().position(|one| one.place.file == finding.file && one.place.line == finding.line);
        let heads = usize::try_from(HEADS).unwrap_or_default();
        let line = person.map_or(1, |person| person + heads + 1);
        let key = imported.key_at(finding);
        let column = key.and_then(|key| columns.iter().position(|known| *known == key)).unwrap_or_default() + 1;
        Place { file: file.into(), sheet: Some(Arc::clone(&sheet)), line, column }
    };
    let found = found.clone().said_anew(|finding| {
        finding.place = at(&finding.place);
        finding.sheet = None;
    });
    let mut guesses = Vec::new();
    if !sections.is_empty() {
        let (sheet, matters) = (name(table("section")), name(table("matter")));
        for (row, _) in (HEADS + 1..).zip(&sections) {
            guesses.push((sheet.clone(), row, 2, "init-guessed-duty"));
        }
        for (row, _) in (HEADS + 1..).zip(tree.items("matter")) {
            guesses.push((matters.clone(), row, 2, "init-guessed-section"));
        }
    }
    Ok(Started { workbook, found: found.sorted(), guesses, counts: (people.as_list().len(), sections.len()) })
}

/// The table of a list at the top of a scenario.
fn table(list: &str) -> &'static Table {
    use crate::scenario::spec::Kind;
    match SCENARIO.key(list).map(|key| key.kind) {
        Some(Kind::Tables(table, _)) => table,
        _ => &SCENARIO,
    }
}

/// What could not be read of a person stays as the office wrote it.
fn as_written(person: &mut Node, found: &Diagnostics) {
    let (file, line) = (Arc::clone(&person.place.file), person.place.line);
    let Value::Table(entries) = &mut person.value else { return };
    for entry in entries.iter_mut().filter(|entry| matches!(entry.node.value, Value::Rejected)) {
        let is_meant = |place: &Place| place.file == file && place.line == line && place.column == entry.place.column;
        let written = found.as_slice().iter().find(|finding| is_meant(&finding.place));
        let text = written.and_then(|finding| finding.excerpt.as_ref()).map(|excerpt| excerpt.text.clone());
        entry.node.value = Value::Text(text.unwrap_or_default());
    }
    entries.retain(|entry| entry.node.as_text() != Some(""));
}

/// The example with these sections: its matters go to one that audits and to the first other one.
fn with_sections(example: &Node, names: &[String]) -> Node {
    let duty = |name: &str| {
        DUTIES.iter().find(|(word, _)| name.contains(word)).map_or(DutyGroup::Operations, |(_, duty)| *duty)
    };
    let first = |wanted: &dyn Fn(DutyGroup) -> bool| names.iter().find(|name| wanted(duty(name))).or(names.first());
    let audits = first(&|duty| duty == DutyGroup::Audit).map(|name| id_of(name)).unwrap_or_default();
    let serves = first(&|duty| duty == DutyGroup::Operations).map(|name| id_of(name)).unwrap_or_default();
    let place = &example.place;
    let text = |text: &str| Node { place: place.clone(), value: Value::Text(text.to_owned()) };
    let section = |name: &String| {
        let entries = [("id", text(&id_of(name))), ("name", text(name)), ("duty", text(duty(name).id()))];
        crate::scenario::read::path::table(place, entries)
    };
    let mut tree = example.clone();
    let Value::Table(entries) = &mut tree.value else { return tree };
    for Entry { key, node, .. } in entries {
        match (key.as_str(), &mut node.value) {
            ("section", value) => *value = Value::List(names.iter().map(section).collect()),
            ("matter", Value::List(matters)) => {
                for matter in matters {
                    let is_audit = matter.has("audits");
                    let Value::Table(entries) = &mut matter.value else { continue };
                    if let Some(entry) = entries.iter_mut().find(|entry| entry.key == "section") {
                        entry.node.value = Value::Text(if is_audit { audits.clone() } else { serves.clone() });
                    }
                }
            }
            _ => {}
        }
    }
    tree
}
