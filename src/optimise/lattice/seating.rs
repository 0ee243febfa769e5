//! Gives names to the holders that a staffing counts: whoever can stays at home.

use super::layers::Part;
use super::separable::{Kind, Pieces};
use crate::model::{PersonIx, PostIx, Unit};
use crate::optimise::DutyTable;
use std::collections::BTreeMap;

/// The posts of everyone with the choice of each section. Of a crew people at home come first, in order of the
/// roster; where more are needed the last of the roster move; who is left over sits at home, or where they may, at the
/// post with the most work for each of its holders.
pub(super) fn seat<'a>(
    unit: &Unit,
    pieces: &Pieces,
    crews: &[(Kind, u8)],
    chosen: impl Iterator<Item = (&'a Part, usize)>,
) -> DutyTable {
    let mut held = DutyTable::new();
    let members = |kind: &Kind| {
        let crew = pieces.crews.iter().find(|crew| crew.kind == *kind);
        crew.map(|crew| crew.members.clone()).unwrap_or_default()
    };
    let mut free: Vec<Vec<PersonIx>> = crews.iter().map(|(kind, _)| members(kind)).collect();
    let mut wanted: BTreeMap<(usize, PostIx), u8> = BTreeMap::new();
    for (part, choice) in chosen {
        for (post, holders) in pieces.sections[part.piece].posts.iter().zip(&part.choices[choice].holders) {
            for (crew, count) in part.crews.iter().zip(holders).filter(|(_, count)| **count > 0) {
                *wanted.entry((*crew, *post)).or_default() += count;
            }
        }
    }
    for ((crew, post), count) in &mut wanted {
        let at_home = |person: &PersonIx| unit[*person].home == Some(unit[*post].section);
        while let Some(place) = free[*crew].iter().position(at_home).filter(|_| *count > 0) {
            held.insert((free[*crew].remove(place), *post));
            *count -= 1;
        }
    }
    for ((crew, post), count) in wanted {
        for _ in 0..count {
            held.extend(free[crew].pop().map(|person| (person, post)));
        }
    }
    for ((kind, _), left) in crews.iter().zip(free) {
        for person in left {
            let at_home = |post: &&PostIx| Some(unit[**post].section) == unit[person].home;
            let posts: Vec<PostIx> = kind.1.iter().filter(at_home).copied().collect();
            let posts = if posts.is_empty() { kind.1.iter().copied().collect() } else { posts };
            let busiest = posts.into_iter().rev().max_by_key(|post| pressure(pieces, &held, *post));
            held.extend(busiest.map(|post| (person, post)));
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
