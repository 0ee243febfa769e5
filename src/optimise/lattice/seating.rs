//! Gives names to the holders that a staffing counts: whoever can stays at home.

use super::layers::Part;
use super::question::Question;
use super::separable::{Kind, Pieces};
use super::stronger::substituted;
use super::tables::Crews;
use crate::model::{PersonIx, PostIx};
use crate::optimise::DutyTable;
use crate::optimise::formulation::bundles::Bundle;
use std::collections::{BTreeMap, BTreeSet};

/// The posts of everyone with the choice of each section. Of a crew people at home come first, in order of the
/// roster; where more are needed the last of the roster move; who is left over sits at home, or where they may, at the
/// post with the most work for each of its holders.
pub(super) fn seat<'a>(
    question: &Question,
    pieces: &Pieces,
    crews: &Crews,
    chosen: impl Iterator<Item = (&'a Part, usize)>,
) -> DutyTable {
    let Question { unit, resting, .. } = *question;
    let mut held = DutyTable::new();
    let members = |kind: &Kind| {
        let crew = pieces.crews.iter().find(|crew| crew.kind == *kind);
        crew.map(|crew| crew.members.clone()).unwrap_or_default()
    };
    let mut free: Vec<Vec<PersonIx>> = crews.iter().map(|(kind, _)| members(kind)).collect();
    let mut wanted: BTreeMap<(usize, &Bundle), u8> = BTreeMap::new();
    for (part, choice) in chosen {
        for (seat, holders) in part.seats.iter().zip(&part.choices[choice].holders) {
            for (crew, count) in part.crews.iter().zip(holders).filter(|(_, count)| **count > 0) {
                *wanted.entry((*crew, seat)).or_default() += count;
            }
        }
    }
    let there: Vec<usize> = free.iter().map(Vec::len).collect();
    let mut wanted = substituted(&wanted, &there, crews);
    let mut sit = |person: PersonIx, seat: &Bundle| held.extend(seat.iter().map(|post| (person, *post)));
    for ((crew, seat), count) in &mut wanted {
        let at_home = |person: &PersonIx| seat.iter().all(|post| unit[*person].home == Some(unit[*post].section));
        while let Some(place) = free[*crew].iter().position(at_home).filter(|_| *count > 0) {
            sit(free[*crew].remove(place), seat);
            *count -= 1;
        }
    }
    for ((crew, seat), count) in wanted {
        for _ in 0..count {
            if let Some(person) = free[crew].pop() {
                sit(person, seat);
            }
        }
    }
    for ((kind, _), left) in crews.iter().zip(free) {
        for person in left {
            let at_home = |post: &&PostIx| Some(unit[**post].section) == unit[person].home;
            let posts: BTreeSet<PostIx> = kind.1.iter().filter(at_home).copied().collect();
            if posts.is_empty() && resting.contains(&person) {
                continue;
            }
            let posts = if posts.is_empty() { &kind.1 } else { &posts };
            let busiest = posts.iter().rev().max_by_key(|post| pressure(pieces, &held, **post));
            let Some(busiest) = busiest else { continue };
            let here = posts.iter().copied().filter(|post| unit[*post].section == unit[*busiest].section).collect();
            let seats = pieces.seats(unit, &here).unwrap_or_default();
            let seat = seats.into_iter().find(|seat| seat.contains(busiest));
            held.extend(seat.iter().flatten().map(|post| (person, *post)));
        }
    }
    held.extend(pieces.leaders.iter().flat_map(|person| pieces.approvals.iter().map(|post| (*person, *post))));
    held
}

/// Work at a post for each of its holders.
fn pressure(pieces: &Pieces, held: &DutyTable, post: PostIx) -> i128 {
    let holders = held.iter().filter(|(_, other)| *other == post).count();
    let work: i128 = pieces.sections.iter().map(|piece| piece.work_at(post)).sum();
    // One more than the holders: what there would be for each with the person in question.
    work / i128::try_from(holders + 1).unwrap_or(i128::MAX)
}
