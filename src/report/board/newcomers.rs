//! What people are called who join by the levers: on the command line nobody reads their ids, on the board everybody does.

use crate::model::{Hire, Person, Unit};
use crate::report::words::Words;
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// The unit as it would be, in which those have a name whom the unit as it is does not have and will not have: what they
/// are employed as, and which of them it is. Whoever joins by the scenario itself is called as it calls them.
#[must_use]
pub fn named(mut unit: Unit, as_it_is: &Unit, text: &Text) -> Unit {
    let own: BTreeSet<String> = as_it_is.hires.iter().flat_map(Hire::names).collect();
    let is_own =
        |person: &Person| own.contains(&person.id) || as_it_is.people.iter().any(|known| known.id == person.id);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let names: Vec<Option<String>> = unit
        .people
        .iter()
        .map(|person| {
            if is_own(person) {
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
