//! The posts that one person may hold together.

use super::pool::Pool;
use crate::model::PostIx;
use std::collections::BTreeSet;

/// Past this many sets of posts a crew makes use of smaller ones only: nothing is missed that a bound promised, since a
/// plan that does not reach it is none.
const MOST_SETS: usize = 2000;

/// Sets of at most so many posts in different sections.
pub(super) fn sets(pool: &Pool, posts: &[PostIx], most: usize) -> Vec<BTreeSet<PostIx>> {
    let mut all: Vec<BTreeSet<PostIx>> = vec![BTreeSet::new()];
    let mut largest = all.clone();
    for _ in 0..most {
        // Posts come in order, so each set is made once.
        let beyond = |set: &BTreeSet<PostIx>, post: &PostIx| {
            set.last().is_none_or(|last| last < post)
                && set.iter().all(|other| pool.section(*other) != pool.section(*post))
        };
        let with = |set: &BTreeSet<PostIx>| -> Vec<BTreeSet<PostIx>> {
            let more = posts.iter().filter(|post| beyond(set, post));
            more.map(|post| set.iter().copied().chain([*post]).collect()).collect()
        };
        largest = largest.iter().flat_map(with).collect();
        if largest.is_empty() || all.len() + largest.len() > MOST_SETS {
            break;
        }
        all.extend(largest.iter().cloned());
    }
    all
}
