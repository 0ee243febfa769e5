//! What people are called who join by the levers: on the command line nobody reads their ids, on the board everybody does.

use crate::model::{Person, Unit};
use crate::report::words::Words;
use crate::text::Text;
use std::collections::BTreeMap;

/// The unit as it would be, in which those have a name who are not on the roster and were given none: what they are
/// employed as, and which of them it is.
#[must_use]
pub fn named(mut unit: Unit, roster: &[Person], text: &Text) -> Unit {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let names: Vec<Option<String>> = unit
        .people
        .iter()
        .map(|person| {
            if !is_made(&person.id) || roster.iter().any(|known| known.id == person.id) {
                return None;
            }
            let employment = Words { unit: &unit, text }.employment(person.employment);
            let number = counts.entry(employment.clone()).or_default();
            *number += 1;
            let arguments = [("employment", &*employment), ("number", &*number.to_string())];
            Some(text.with("board-newcomer", &arguments))
        })
        .collect();
    for (person, name) in unit.people.iter_mut().zip(names) {
        person.id = name.unwrap_or_else(|| std::mem::take(&mut person.id));
    }
    unit
}

/// Whether an id is one that `--hire` makes: `hire1-2`, the second of the first.
fn is_made(id: &str) -> bool {
    let numbers = id.strip_prefix("hire").and_then(|rest| rest.split_once('-'));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(hire, person)| is_number(hire) && is_number(person))
}
