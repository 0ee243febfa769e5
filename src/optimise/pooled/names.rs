//! Gives names to people who are counted: whoever can stays at home.

use super::pool::Pool;
use crate::model::{PersonIx, PostIx};
use crate::optimise::DutyTable;
use std::collections::BTreeSet;

/// People of one crew who hold the same posts.
pub(super) struct Seats {
    pub(super) crew: usize,
    pub(super) posts: BTreeSet<PostIx>,
    pub(super) people: usize,
}

/// The posts of everyone. Of a crew people at home come first, in order of the roster, then the last of the roster;
/// who is left over holds a post at home, or where they may.
pub(super) fn named(pool: &Pool, seated: &[Seats]) -> DutyTable {
    let home = |person: PersonIx, post: PostIx| pool.question.unit[person].home == Some(pool.section(post));
    let mut held = DutyTable::new();
    for (index, crew) in pool.crews.iter().enumerate() {
        let mut free = crew.members.clone();
        let mut open: Vec<(&BTreeSet<PostIx>, usize)> =
            seated.iter().filter(|seats| seats.crew == index).map(|seats| (&seats.posts, seats.people)).collect();
        for (posts, people) in &mut open {
            let stays = |person: &PersonIx| posts.iter().all(|post| home(*person, *post));
            while let Some(place) = free.iter().position(stays).filter(|_| *people > 0) {
                let person = free.remove(place);
                held.extend(posts.iter().map(|post| (person, *post)));
                *people -= 1;
            }
        }
        for (posts, people) in open {
            for person in free.split_off(free.len().saturating_sub(people)) {
                held.extend(posts.iter().map(|post| (person, *post)));
            }
        }
        for person in free {
            let post = crew.posts.iter().find(|post| home(person, **post)).or_else(|| crew.posts.first());
            held.extend(post.map(|post| (person, *post)));
        }
    }
    held.extend(pool.leaders.iter().flat_map(|person| pool.approvals.iter().map(|post| (*person, *post))));
    held
}
