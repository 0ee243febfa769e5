//! The fewest moves of a rotation over all its months: small units against every course there is.

use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use shuanggang::analysis::assess_from;
use shuanggang::analysis::duties::{Rotation, rotation, starting_from};
use shuanggang::model::{
    DutyGroup, Employment, Grant, Ledger, PersonIx, PostIx, RotationRule, SectionIx, Separation, Signed, Step, Unit,
    Used,
};
use shuanggang::optimise::{DutyTable, Settings};
use shuanggang::units::Month;
use std::collections::BTreeMap;

const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 1, 1), (Step::Review, 1, 1)];
/// Years after which a holder is to go.
const YEARS: u32 = 2;
/// Months after which a holder exceeds the limit.
const BEYOND: i32 = 25;

/// Desks of one matter each, handled and reviewed by two different people; handling is what people rotate from.
fn desks(sections: usize, homes: &[usize], kept_from: &[(usize, usize)]) -> Unit {
    let mut unit = unit(&vec![DutyGroup::Operations; sections], 1);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    for section in 0..sections {
        matter(&mut unit, section, 0, 20, BOTH);
    }
    for home in homes {
        person(&mut unit, Employment::Established, home % sections, 300);
    }
    let handling = unit.posts().filter(|(_, post)| post.step == Step::Handle).map(|(ix, _)| ix).collect();
    unit.rules.rotation = Some(RotationRule { years: YEARS, posts: handling });
    for (who, post) in kept_from {
        let count = unit.posts.len();
        unit.people[who % homes.len()].terms.not_at.insert(PostIx(post % count));
    }
    unit
}

/// A table in which everybody holds a post since a month.
fn ledger(unit: &Unit, rows: &[(PersonIx, PostIx, Month)]) -> Ledger {
    let grant = |(person, post, since): &(PersonIx, PostIx, Month)| {
        let of = |ix: &shuanggang::model::MatterIx| unit.post_at(*ix, unit[*post].step) == Some(*post);
        Grant {
            place: "1".into(),
            name: unit.people[person.0].id.clone(),
            person: Some(*person),
            rights: unit.matters().map(|(ix, _)| ix).filter(of).map(|ix| (ix, unit[*post].step)).collect(),
            since: Some(*since),
            used: Used::Unsaid,
            signed: Signed::Unsaid,
        }
    };
    Ledger {
        file: "t.csv".into(),
        grants: rows.iter().map(grant).collect(),
        ended: Vec::new(),
        unread: Vec::new(),
        hidden_rows: None,
        hidden_sheets: Vec::new(),
        left_sheets: Vec::new(),
        says_signatures: false,
    }
}

/// Everybody at a post each, so that every post has somebody; whoever may hold high-risk posts alone may be at none.
fn tables(unit: &Unit) -> Vec<Vec<Option<PostIx>>> {
    let risky = &unit.rules.rotation.as_ref().unwrap().posts;
    let mut all: Vec<Vec<Option<PostIx>>> = vec![Vec::new()];
    for (_, person) in unit.people() {
        let may = |post: &PostIx| !person.terms.not_at.contains(post);
        let own: Vec<PostIx> = unit.posts().map(|(ix, _)| ix).filter(may).collect();
        let none = own.iter().all(|post| risky.contains(post)).then_some(None);
        let posts: Vec<Option<PostIx>> = own.into_iter().map(Some).chain(none).collect();
        all = all.iter().flat_map(|known| posts.iter().map(|post| [&known[..], &[*post]].concat())).collect();
    }
    all.retain(|table| unit.posts().all(|(post, _)| table.contains(&Some(post))));
    all
}

/// The fewest changes of section on the way through some months, trying every table in each. Nobody stays at a high-risk
/// post beyond the limit; whoever of today has to go does not come back.
fn fewest(unit: &Unit, first: &[PostIx], begun: &[Month], months: &[Month]) -> Option<usize> {
    type State = (Vec<Option<PostIx>>, Vec<SectionIx>, Vec<Month>);
    let risky = &unit.rules.rotation.as_ref().unwrap().posts;
    let tables = tables(unit);
    let at_first: Vec<SectionIx> = first.iter().map(|post| unit[*post].section).collect();
    let mut open: BTreeMap<State, usize> = BTreeMap::new();
    open.insert((first.iter().copied().map(Some).collect(), at_first, begun.to_vec()), 0);
    for month in months {
        let mut next: BTreeMap<State, usize> = BTreeMap::new();
        for ((held, works, since), moves) in &open {
            for table in &tables {
                let is_over = |at: usize| {
                    let Some(post) = table[at].filter(|post| risky.contains(post)) else { return false };
                    let stays = held[at] == Some(post) && month.months_since(since[at]) >= BEYOND;
                    stays || first[at] == post && month.months_since(begun[at]) >= BEYOND
                };
                if (0..table.len()).any(is_over) {
                    continue;
                }
                let section = |at: usize| table[at].map_or(works[at], |post| unit[post].section);
                let moves = moves + (0..table.len()).filter(|at| section(*at) != works[*at]).count();
                // Only at high-risk posts it matters since when.
                let from = |at: usize| match table[at].is_some_and(|post| risky.contains(&post)) {
                    true if table[at] == held[at] => since[at],
                    true => *month,
                    false => unit.as_of,
                };
                let people = 0..table.len();
                let state = (table.clone(), people.clone().map(section).collect(), people.map(from).collect());
                let known = next.entry(state).or_insert(moves);
                *known = moves.min(*known);
            }
        }
        open = next;
    }
    open.into_values().min()
}

fn found(unit: &Unit, rows: &[(PersonIx, PostIx, Month)]) -> (Rotation, DutyTable) {
    let held: DutyTable = rows.iter().map(|(person, post, _)| (*person, *post)).collect();
    let settings = Settings::default();
    let first = assess_from(&starting_from(unit, &held), Some(&held), &settings, &mut ()).unwrap().plan.held;
    let ahead = rotation(unit, &ledger(unit, rows), &held, 5, &settings, &mut ()).unwrap().unwrap();
    (ahead, first)
}

proptest! {
    #![proptest_config(regressions(24))]

    #[test]
    fn no_course_moves_fewer(
        homes in prop::collection::vec(0..2_usize, 5),
        kept_from in prop::collection::vec((0..5_usize, 0..4_usize), 0..4),
        ago in prop::collection::vec(0..40_i32, 5),
        which in 0..1000_usize,
    ) {
        let unit = desks(2, &homes, &kept_from);
        let tables: Vec<Vec<PostIx>> =
            tables(&unit).into_iter().filter_map(|table| table.into_iter().collect::<Option<_>>()).collect();
        prop_assume!(!tables.is_empty());
        let today = &tables[which % tables.len()];
        let rows: Vec<_> = today
            .iter()
            .zip(&ago)
            .enumerate()
            .map(|(at, (post, ago))| (PersonIx(at), *post, unit.as_of.plus(-*ago)))
            .collect();
        let (ahead, first) = found(&unit, &rows);
        // Who cannot be spared stays, and what is the least then is another question.
        prop_assume!(ahead.turns.iter().flat_map(|turn| &turn.due).all(|due| due.costs.is_empty()));
        let first: Vec<PostIx> = first.iter().map(|(_, post)| *post).collect();
        prop_assert_eq!(first.len(), 5);
        let since: Vec<Month> =
            rows.iter().zip(&first).map(|((_, post, since), now)| if post == now { *since } else { unit.as_of }).collect();
        let least = fewest(&unit, &first, &since, &ahead.months);
        prop_assert!(least.is_some_and(|least| least <= ahead.moves), "{:?} {}", least, ahead.moves);
        prop_assert_eq!(ahead.at_least, least, "{:?}", ahead);
        let told: usize = ahead.turns.iter().map(|turn| turn.moved.len() + turn.followed.len()).sum();
        prop_assert_eq!(ahead.moves, told);
    }
}
