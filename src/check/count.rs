//! Whether a count of heads proves what it says: read from the rules, nothing solved.

use super::rules::{allows, serves};
use crate::model::{CountedPost, HeadCount, MatterIx, PersonIx, PostIx, Unit};
use std::collections::BTreeSet;

/// Whether it follows from the rules alone that a matter and those kept beside it cannot all be open.
#[must_use]
pub fn confirms(unit: &Unit, matter: MatterIx, count: &HeadCount) -> bool {
    let posts: BTreeSet<PostIx> = count.posts.iter().map(|counted| counted.post).collect();
    let people: BTreeSet<PersonIx> = count.people.iter().copied().collect();
    let needed: u32 = count.posts.iter().map(|counted| counted.people).sum();
    let there = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let adds_up = posts.len() == count.posts.len()
        && people.len() == count.people.len()
        && (count.needed, count.there) == (needed, there)
        && needed.checked_sub(there) == Some(count.short)
        && count.short > 0;
    adds_up
        && count.posts.iter().all(|counted| needs(unit, matter, &count.kept, counted))
        && unit.people().all(|(person, _)| holds_one(unit, person, &posts, people.contains(&person)))
}

/// Whether a matter that is to be open needs as many people at a post as are counted.
fn needs(unit: &Unit, matter: MatterIx, kept: &[MatterIx], counted: &CountedPost) -> bool {
    let by = counted.needed_by;
    let of_step = unit[by].steps.iter().filter(|step| step.step == unit[counted.post].step);
    let most = of_step.map(|step| step.people - 1 + unit.rules.cover).max();
    (by == matter || kept.contains(&by)) && serves(&unit[by], unit[counted.post]) && most >= Some(counted.people)
}

/// Whether a person may hold at most one of the posts, and none if not counted among those who may.
fn holds_one(unit: &Unit, person: PersonIx, posts: &BTreeSet<PostIx>, is_counted: bool) -> bool {
    let may: Vec<PostIx> = posts.iter().copied().filter(|post| allows(unit, person, &[*post])).collect();
    let apart = |(i, a): (usize, &PostIx)| may[i + 1..].iter().all(|b| !allows(unit, person, &[*a, *b]));
    may.is_empty() || (is_counted && may.iter().enumerate().all(apart))
}
