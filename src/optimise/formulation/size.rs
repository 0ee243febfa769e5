//! How large a program would at least be, before it is written down.

use super::groups::Group;
use super::rights::Rights;
use crate::model::{PostIx, Unit};
use crate::optimise::Ask;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers that the rows of a program have at least: those of shares in the rows of coverage and of hours, and of named
/// people in the rows that keep two posts apart. Every other row comes on top.
pub(super) fn least_entries(unit: &Unit, rights: &Rights, groups: &[Group], ask: &Ask) -> usize {
    let steps = steps_by_post(unit, ask);
    let steps_of = |posts: &BTreeSet<PostIx>| -> usize { posts.iter().filter_map(|post| steps.get(post)).sum() };
    let mut apart: BTreeMap<&BTreeSet<PostIx>, usize> = BTreeMap::new();
    let mut entries = 0_usize;
    for group in groups {
        // Who has no hours works nowhere.
        let rows = if group.hours > 0.0 { ROWS_OF_A_SHARE } else { 0 };
        let of_group = if let Some(bundles) = &group.bundles {
            rows * bundles.iter().map(steps_of).sum::<usize>()
        } else {
            let pairs = apart.entry(&group.posts).or_insert_with(|| pairs_apart(rights, &group.posts));
            rows * steps_of(&group.posts) + 2 * *pairs
        };
        entries = entries.saturating_add(of_group);
    }
    entries
}

/// Each share stands in the row that covers its step, and in one of hours.
const ROWS_OF_A_SHARE: usize = 2;

/// Steps in question that are done at each post.
fn steps_by_post(unit: &Unit, ask: &Ask) -> BTreeMap<PostIx, usize> {
    let mut steps: BTreeMap<PostIx, usize> = BTreeMap::new();
    for (matter, of) in unit.open_matters().filter(|(matter, _)| ask.is_about(*matter)) {
        for step in ask.steps(unit, matter) {
            *steps.entry(unit.post_for(of, step)).or_default() += 1;
        }
    }
    steps
}

/// Pairs of posts that one person may not hold together.
fn pairs_apart(rights: &Rights, posts: &BTreeSet<PostIx>) -> usize {
    posts.iter().map(|a| posts.range(..a).filter(|b| !rights.compatible(*a, **b)).count()).sum()
}
