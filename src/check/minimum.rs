//! Sections that are to have people of their own: as many as they can have, section by section in their order.
//!
//! How many that is, follows from Hall's theorem in König's form without seating anybody: of the places of some sections
//! as many can be filled as the least, over all ways to give some of these sections up, of who may sit in one that is
//! given up plus the places of the others.

use super::rules::{allows, serves};
use super::{Breach, Violation};
use crate::model::{PersonIx, PostIx, SectionIx, Step, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Sections that are looked at; more of them with a number of people of their own take too many combinations.
const MOST: usize = 16;

/// Sections that have fewer people than they could have and are to have. A person counts in the section of all their
/// handle and review posts; whoever works in two, or is split between some, counts in none.
pub(super) fn verify(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>) -> Vec<Violation> {
    let sections: Vec<(SectionIx, usize)> = unit
        .sections()
        .filter(|(_, section)| section.minimum > 0)
        .map(|(ix, section)| (ix, section.minimum as usize))
        .take(MOST)
        .collect();
    let who = who_may(unit, &sections);
    let mut before = 0;
    let mut found = Vec::new();
    for (index, (section, _)) in sections.iter().enumerate() {
        let filled = places(&who, &sections[..=index]);
        let (wanted, here) = (filled - before, people_of(unit, held, *section));
        before = filled;
        if here < wanted {
            let posts = worked(unit).filter(|post| unit[*post].section == *section).take(1).collect();
            let numbers = Some((Decimal::from(here), Decimal::from(wanted)));
            found.push(Violation { breach: Breach::Minimum, people: Vec::new(), posts, matter: None, numbers });
        }
    }
    found
}

/// Most places of some sections, the first of those that are looked at, that different people can fill.
fn places(who: &[u32], sections: &[(SectionIx, usize)]) -> usize {
    let given_up = |set: u32| {
        let people = who.iter().filter(|may| **may & set != 0).count();
        let kept = sections.iter().enumerate().filter(|(i, _)| set >> i & 1 == 0);
        people + kept.map(|(_, (_, minimum))| minimum).sum::<usize>()
    };
    (0..1_u32 << sections.len()).map(given_up).min().unwrap_or_default()
}

/// For each person who can be of one section alone, in which of the sections, as bits. Relatives are left out: who of
/// them may sit where depends on the others.
fn who_may(unit: &Unit, sections: &[(SectionIx, usize)]) -> Vec<u32> {
    let is_kin = |person: PersonIx| unit.rules.kin.iter().flatten().any(|(a, b)| *a == person || *b == person);
    let alone = unit.present().filter(|(ix, person)| person.terms.split.is_empty() && !is_kin(*ix));
    let may = |person: PersonIx, section: SectionIx| {
        worked(unit).any(|post| unit[post].section == section && allows(unit, person, &[post]))
    };
    let bits = |person: PersonIx| {
        let of = sections.iter().enumerate().filter(|(_, (section, _))| may(person, *section));
        of.fold(0, |bits, (index, _)| bits | 1_u32 << index)
    };
    alone.map(|(ix, _)| bits(ix)).collect()
}

/// Handle and review posts at which cases arrive.
fn worked(unit: &Unit) -> impl Iterator<Item = PostIx> + '_ {
    let serving = |post: PostIx| unit.matters.iter().any(|matter| serves(matter, unit[post]));
    unit.posts().filter(|(_, post)| post.step != Step::Approve).map(|(ix, _)| ix).filter(move |ix| serving(*ix))
}

/// People who work in a section and nowhere else.
fn people_of(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>, section: SectionIx) -> usize {
    let working: BTreeSet<PostIx> = worked(unit).collect();
    let places = |person: PersonIx| -> BTreeSet<SectionIx> {
        let own = held.iter().filter(|(holder, post)| *holder == person && working.contains(post));
        own.map(|(_, post)| unit[*post].section).collect()
    };
    let here = |person: PersonIx| unit[person].terms.split.is_empty() && places(person) == BTreeSet::from([section]);
    unit.present().map(|(ix, _)| ix).filter(|ix| here(*ix)).count()
}
