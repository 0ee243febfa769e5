//! The sets of posts that one person may hold at once.
//!
//! Holding one post more never hurts a plan, so only sets that cannot grow within their sections matter;
//! smaller sets of sections stay, because working away from home counts as a move.

use super::rights::Rights;
use crate::model::{PostIx, SectionIx, Unit};
use std::collections::BTreeSet;

/// Posts that one person holds together.
pub(in crate::optimise) type Bundle = BTreeSet<PostIx>;

/// Every bundle of a person who may hold `posts`, in order; `None` when there are more than `most`.
/// Empty when the person may hold nothing.
pub(in crate::optimise) fn bundles(unit: &Unit, rights: &Rights, posts: &Bundle, most: usize) -> Option<Vec<Bundle>> {
    let working: BTreeSet<SectionIx> =
        posts.iter().map(|post| unit[*post]).filter(|post| post.is_working()).map(|post| post.section).collect();
    let working: Vec<SectionIx> = working.into_iter().collect();
    let mut found = BTreeSet::new();
    let mut chosen = Vec::new();
    let complete = for_each_choice(&working, rights.most_sections.min(working.len()), &mut chosen, &mut |sections| {
        let allowed = posts.iter().copied().filter(|p| !unit[*p].is_working() || sections.contains(&unit[*p].section));
        grow(rights, &mut Bundle::new(), allowed.collect(), Bundle::new(), most, &mut found);
        found.len() <= most
    });
    found.remove(&Bundle::new());
    complete.then(|| found.into_iter().collect())
}

/// Calls `visit` with every set of at most `most` items, the empty one first; stops when it says so.
fn for_each_choice(
    items: &[SectionIx],
    most: usize,
    chosen: &mut Vec<SectionIx>,
    visit: &mut impl FnMut(&[SectionIx]) -> bool,
) -> bool {
    if !visit(chosen) {
        return false;
    }
    if chosen.len() == most {
        return true;
    }
    items.iter().enumerate().all(|(i, item)| {
        chosen.push(*item);
        let go_on = for_each_choice(&items[i + 1..], most, chosen, visit);
        chosen.pop();
        go_on
    })
}

/// Bron–Kerbosch: every maximal set of pairwise compatible posts.
/// `bundle` grows by posts of `open`; posts of `closed` were tried before and forbid a set that could take them.
fn grow(
    rights: &Rights,
    bundle: &mut Bundle,
    mut open: Bundle,
    mut closed: Bundle,
    most: usize,
    found: &mut BTreeSet<Bundle>,
) {
    if found.len() > most {
        return;
    }
    let Some(pivot) =
        open.iter().chain(&closed).copied().max_by_key(|p| {
            (open.iter().filter(|o| *o != p && rights.compatible(*p, **o)).count(), std::cmp::Reverse(*p))
        })
    else {
        found.insert(bundle.clone());
        return;
    };
    let tried: Vec<PostIx> =
        open.iter().copied().filter(|post| *post == pivot || !rights.compatible(pivot, *post)).collect();
    for post in tried {
        let beside = |set: &Bundle| -> Bundle {
            set.iter().copied().filter(|other| *other != post && rights.compatible(post, *other)).collect()
        };
        bundle.insert(post);
        grow(rights, bundle, beside(&open), beside(&closed), most, found);
        bundle.remove(&post);
        open.remove(&post);
        closed.insert(post);
    }
}
