//! Whether heads alone show that a matter cannot be opened: posts that need different people, and too few of those.
//!
//! The posts are a minimum cut: of all posts that are to be held at once, those whose people are too few by most.

use crate::analysis::Shortfall;
use crate::check;
use crate::model::{CountedPost, HeadCount, MatterIx, PersonIx, Plan, PostIx, ServiceStatus, Unit};
use crate::optimise::{Rights, Settings};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What counting heads says of a matter that stalls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Too few people; confirmed by the checker from the rules alone.
    Short(HeadCount),
    /// Counted by heads there are enough people for its posts and those of every matter of its tier and those above that
    /// is open; something else stands in the way.
    Enough,
    /// Heads do not show it: the rules let one person hold several of the posts.
    Shared,
}

/// Counts heads for every matter that a plan does not open, in order, as far as the time goes.
#[must_use]
pub fn counts(unit: &Unit, plan: &Plan, shortfalls: &[Shortfall], settings: &Settings) -> Vec<(MatterIx, Counted)> {
    let stalled = shortfalls.iter().filter(|short| short.status == ServiceStatus::Stalled).map(|short| short.matter);
    let in_time = stalled.take_while(|_| !settings.deadline.is_past());
    in_time.map(|matter| (matter, counted(unit, plan, matter))).collect()
}

/// Counts heads for a matter that the plan does not open. First nothing else is kept, then the open matters of the tiers
/// above, then those of its own tier too: what needs the least to be kept is told.
#[must_use]
pub fn counted(unit: &Unit, plan: &Plan, matter: MatterIx) -> Counted {
    let own = unit[matter].tier;
    let is_open = |ix: &MatterIx| {
        *ix != matter && ServiceStatus::from(plan.level(unit, *ix)) != ServiceStatus::Stalled && unit[*ix].has_cases()
    };
    let mut open: Vec<MatterIx> = unit.matters().map(|(ix, _)| ix).filter(is_open).collect();
    open.retain(|ix| unit[*ix].tier <= own);
    open.sort_by_key(|ix| unit[*ix].tier);
    let above = open.partition_point(|ix| unit[*ix].tier < own);
    let rights = Rights::of(unit);
    for kept in [&open[..0], &open[..above], &open] {
        let needs = needs(unit, matter, kept);
        for posts in apart(unit, &rights, matter, &needs) {
            let found = cut(unit, &rights, &needs, &posts).map(|(posts, people)| head_count(matter, posts, people));
            if let Some(count) = found.filter(|count| check::confirms(unit, matter, count)) {
                return Counted::Short(count);
            }
        }
    }
    let needs = needs(unit, matter, &open);
    let covers = |posts: &Vec<PostIx>| needs.keys().all(|post| posts.contains(post) || !unit[*post].is_working());
    let is_counted = apart(unit, &rights, matter, &needs).iter().any(covers);
    if is_counted { Counted::Enough } else { Counted::Shared }
}

/// How many different people each post needs while some matters are open, and the matter that needs most: the one in
/// question, or the first of those kept.
fn needs(unit: &Unit, matter: MatterIx, kept: &[MatterIx]) -> BTreeMap<PostIx, CountedPost> {
    let mut needs: BTreeMap<PostIx, CountedPost> = BTreeMap::new();
    for by in [matter].iter().chain(kept) {
        for step in &unit[*by].steps {
            let post = unit.post_for(&unit[*by], step);
            let need = CountedPost { post, people: step.people - 1 + unit.rules.cover, needed_by: *by };
            let most = needs.entry(post).or_insert(need);
            if need.people > most.people {
                *most = need;
            }
        }
    }
    needs
}

/// Sets of posts of which nobody may hold two, the matter's own among them: the handling and reviewing ones with as many
/// others as go with them, and all of its own.
fn apart(unit: &Unit, rights: &Rights, matter: MatterIx, needs: &BTreeMap<PostIx, CountedPost>) -> Vec<Vec<PostIx>> {
    let own: Vec<PostIx> = unit.posts_of_matter(&unit[matter]).collect();
    let grown = |first: &mut dyn Iterator<Item = PostIx>| {
        let mut set: Vec<PostIx> = Vec::new();
        for post in first {
            if !set.contains(&post) && set.iter().all(|other| rights.excludes(unit, *other, post)) {
                set.push(post);
            }
        }
        set
    };
    let working = |post: &PostIx| unit[*post].is_working();
    let with_others = grown(&mut own.iter().chain(needs.keys()).copied().filter(working));
    vec![with_others, grown(&mut own.iter().copied())]
}

/// Of some posts those whose people are too few by most, as few as can be, with everybody who may hold any of them;
/// `None` where all can be held at once.
fn cut(
    unit: &Unit,
    rights: &Rights,
    needs: &BTreeMap<PostIx, CountedPost>,
    posts: &[PostIx],
) -> Option<(Vec<CountedPost>, Vec<PersonIx>)> {
    let mut needs: Vec<CountedPost> = posts.iter().filter_map(|post| needs.get(post)).copied().collect();
    needs.sort_by_key(|need| need.post);
    let eligible = needs.iter().map(|need| rights.eligible(unit, need.post)).collect();
    let mut holders = Holders { eligible, of: BTreeMap::new() };
    let seats = needs.iter().enumerate().flat_map(|(i, need)| (0..need.people).map(move |_| i));
    // A seat that finds nobody finds nobody later either: the others only change places.
    let empty: Vec<usize> = seats.filter(|seat| !holders.fill(*seat, &mut Met::default())).collect();
    let mut met = Met::default();
    for seat in &empty {
        holders.fill(*seat, &mut met);
    }
    let posts = needs.iter().enumerate().filter(|(i, _)| met.posts.contains(i)).map(|(_, need)| *need);
    (!empty.is_empty()).then(|| (posts.collect(), met.people.into_iter().collect()))
}

/// Who holds one of some posts, by their place in the list.
struct Holders {
    /// Who may hold each.
    eligible: Vec<Vec<PersonIx>>,
    /// The post of each person that has one.
    of: BTreeMap<PersonIx, usize>,
}

/// What a search for one more holder came by.
#[derive(Default)]
struct Met {
    posts: BTreeSet<usize>,
    people: BTreeSet<PersonIx>,
}

impl Holders {
    /// Finds one more holder for a post: somebody without any, or somebody whose post finds another.
    fn fill(&mut self, post: usize, met: &mut Met) -> bool {
        met.posts.insert(post);
        for person in self.eligible[post].clone() {
            if met.people.insert(person) && self.of.get(&person).copied().is_none_or(|held| self.fill(held, met)) {
                self.of.insert(person, post);
                return true;
            }
        }
        false
    }
}

fn head_count(matter: MatterIx, posts: Vec<CountedPost>, people: Vec<PersonIx>) -> HeadCount {
    let needed: u32 = posts.iter().map(|counted| counted.people).sum();
    let there = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let by: BTreeSet<MatterIx> = posts.iter().map(|counted| counted.needed_by).filter(|by| *by != matter).collect();
    HeadCount { kept: by.into_iter().collect(), posts, people, needed, there, short: needed.saturating_sub(there) }
}
