//! The numbers that are assumed, each with room for what was counted in its place. Months of a roster that rest on one
//! source are one row: a real roster takes the place of all of them.

use super::draft::Draft;
use crate::model::{Basis, Input};
use crate::render::document::{Cell, Kind, Table};
use crate::report::parts::annexes;
use crate::report::parts::columns::columns;

/// What a roster tells of everyone: the end of its path, and what it is called.
const MONTHS: [(&str, &str); 3] =
    [("birth", "place-birth"), ("work_since", "place-work-since"), ("retirement", "place-retirement")];

/// A number, or the same month of several people of the roster.
enum Row<'a> {
    One(&'a Input),
    People { end: &'a str, inputs: Vec<&'a Input> },
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let assumed: Vec<&Input> = assumed(draft.unit.inputs.iter());
    if !assumed.is_empty() {
        draft.chapter("checklist-assumed");
        draft.say("checklist-assumed-note", &[("count", &assumed.len().to_string())]);
        let table = table(draft, &assumed);
        draft.table("checklist-table-assumed", table);
    }
}

fn assumed<'a>(inputs: impl Iterator<Item = &'a Input>) -> Vec<&'a Input> {
    inputs.filter(|input| input.basis == Basis::Assumption).collect()
}

fn table(draft: &Draft<'_>, assumed: &[&Input]) -> Table {
    let (text, words) = (draft.text, draft.words);
    columns("assumed", text, rows(assumed))
        .col("path", Kind::Text, |row| match row {
            Row::One(input) => words.place(&input.path),
            Row::People { end, inputs } => people(draft, end, inputs),
        })
        .col("value", Kind::Given, |row| match row {
            Row::One(input) => annexes::value(words, input),
            Row::People { .. } => text.get("checklist-roster").into(),
        })
        .head("counted", "checklist-column-counted", Kind::Text, |_| Cell::empty())
        .col("source", Kind::Text, |row| match row.first().and_then(|input| input.source.as_deref()) {
            Some(said) => words.quoted_cell(said),
            None => text.get("not-stated").into(),
        })
        .table()
}

/// The rows, in the order of their first numbers.
fn rows<'a>(assumed: &[&'a Input]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for input in assumed.iter().copied() {
        let Some((_, end)) = of_roster(input) else {
            rows.push(Row::One(input));
            continue;
        };
        let alike = rows.iter_mut().find_map(|row| match row {
            Row::People { end: other, inputs }
                if *other == end && inputs.iter().all(|one| one.source == input.source) =>
            {
                Some(inputs)
            }
            _ => None,
        });
        match alike {
            Some(inputs) => inputs.push(input),
            None => rows.push(Row::People { end, inputs: vec![input] }),
        }
    }
    rows
}

impl<'a> Row<'a> {
    fn first(&self) -> Option<&'a Input> {
        match self {
            Self::One(input) => Some(input),
            Self::People { inputs, .. } => inputs.first().copied(),
        }
    }
}

/// Whose month it is, and which.
fn of_roster(input: &Input) -> Option<(&str, &str)> {
    input.path.strip_prefix("roster.")?.rsplit_once('.')
}

/// Of how many people a month is assumed; those who are not all are named.
fn people(draft: &Draft<'_>, end: &str, inputs: &[&Input]) -> String {
    let known = MONTHS.iter().find(|(one, _)| *one == end);
    let what = known.map_or_else(|| end.to_owned(), |(_, key)| draft.text.get(key));
    let all = draft.unit.inputs.iter().filter(|input| of_roster(input).is_some_and(|(_, other)| other == end)).count();
    let named = draft.words.list(inputs.iter().filter_map(|input| of_roster(input)).map(|(person, _)| person));
    let arguments = [("count", &*inputs.len().to_string()), ("people", &*named), ("what", &*what)];
    draft.text.with(if all == inputs.len() { "checklist-people" } else { "checklist-people.some" }, &arguments)
}
