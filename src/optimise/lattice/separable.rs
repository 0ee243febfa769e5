//! Whether a unit falls apart into sections that share nothing but people, and what each section then is.

use crate::model::{MatterIx, PostIx, SectionIx, Step, Unit};
use crate::optimise::formulation::groups::{Formulation, Group, groups};
use crate::optimise::formulation::rights::Rights;
use crate::units::Hours;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// People of the same rights and hours who hold one handle or review post each.
pub(super) struct Crew {
    /// Index among the groups of the formulation.
    pub(super) group: usize,
    pub(super) size: u32,
    /// Hours of each in the units of [`scale`].
    pub(super) hours: i128,
    pub(super) posts: BTreeSet<PostIx>,
}

/// The work of a matter at one post of its section.
pub(super) struct Load {
    /// Index among the matters of the section.
    pub(super) matter: usize,
    /// What one person doing all of its cases would work, in the units of the hours.
    pub(super) alone: i128,
    /// Different people needed on one case.
    pub(super) people: u32,
    /// Holders without which the matter may not be open.
    pub(super) least: u32,
}

/// One section: its matters and the posts over which they flow.
pub(super) struct Section {
    pub(super) matters: Vec<MatterIx>,
    pub(super) posts: Vec<(PostIx, Vec<Load>)>,
}

/// A unit in pieces.
pub(super) struct Pieces {
    pub(super) groups: Vec<Group>,
    pub(super) crews: Vec<Crew>,
    pub(super) sections: Vec<Section>,
}

/// The pieces of a unit, if nobody's posts link two sections and approvals bind nothing.
///
/// That is so where everyone but the leaders holds exactly one handle or review post, whatever else the rules say of
/// other pairs of posts, where relatives are not among those present, and where the leaders, who alone approve, have
/// the hours to approve everything.
pub(super) fn pieces(unit: &Unit, rights: &Rights) -> Option<Pieces> {
    let groups = groups(unit, rights, Formulation::Grouped);
    if rights.most_sections != 1 || unit.present().any(|(person, _)| Rights::has_kin(unit, person)) {
        return None;
    }
    let (workers, leaders): (Vec<_>, Vec<_>) = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| !group.posts.is_empty())
        .partition(|(_, group)| group.posts.iter().all(|post| unit[*post].is_working()));
    if !workers.iter().all(|(_, group)| holds_one_post(unit, rights, group)) {
        return None;
    }
    let served = approved(unit, rights, &leaders)?;
    let scale = scale(unit)?;
    let crew = |(index, group): &(usize, &Group)| {
        let hours = group.members.first().map(|person| unit[*person].hours)?;
        let size = u32::try_from(group.members.len()).ok()?;
        Some(Crew {
            group: *index,
            size,
            hours: whole(hours.value() * Decimal::from(60), scale)?,
            posts: group.posts.clone(),
        })
    };
    let crews = workers.iter().map(crew).collect::<Option<Vec<_>>>()?;
    let sections = unit.sections().map(|(section, _)| of_section(unit, section, &served, scale));
    let sections = sections.collect::<Option<Vec<_>>>()?;
    Some(Pieces { groups, crews, sections: sections.into_iter().filter(|s| !s.matters.is_empty()).collect() })
}

/// Whether no two posts of one section go together for the members of a group.
fn holds_one_post(unit: &Unit, rights: &Rights, group: &Group) -> bool {
    let mut pairs = group.posts.iter().flat_map(|a| group.posts.range(..*a).map(move |b| (*a, *b)));
    pairs.all(|(a, b)| unit[a].section != unit[b].section || !rights.compatible(a, b))
}

/// The matters that the leaders can approve, or that need no approval; `None` where approvals may bind.
fn approved(unit: &Unit, rights: &Rights, leaders: &[(usize, &Group)]) -> Option<BTreeSet<MatterIx>> {
    let approve = |post: &PostIx| !unit[*post].is_working();
    let posts: BTreeSet<PostIx> = unit.needed_posts().map(|(post, _)| post).filter(approve).collect();
    let apart = posts.iter().any(|a| posts.iter().any(|b| !rights.compatible(*a, *b)));
    if apart || leaders.iter().any(|(_, group)| group.posts != posts) {
        return None;
    }
    let people: Vec<_> = leaders.iter().flat_map(|(_, group)| &group.members).collect();
    let count = u32::try_from(people.len()).ok()?;
    let hours: Hours = people.iter().map(|person| unit[**person].hours).sum();
    let mut needed = Hours::ZERO;
    let mut served = BTreeSet::new();
    for (ix, matter) in unit.matters().filter(|(_, matter)| matter.has_cases()) {
        let Some(step) = matter.steps.iter().find(|step| step.step == Step::Approve) else {
            served.insert(ix);
            continue;
        };
        if step.people != 1 {
            return None;
        }
        if count >= unit.rules.cover {
            needed += step.minutes.value * matter.arriving;
            served.insert(ix);
        }
    }
    (needed <= hours).then_some(served)
}

/// The power of ten by which minutes of every load and of everyone's hours become whole numbers.
fn scale(unit: &Unit) -> Option<Decimal> {
    let minutes = unit.matters.iter().flat_map(|matter| &matter.steps).map(|step| step.minutes.value.value());
    let hours = unit.present().map(|(_, person)| person.hours.value() * Decimal::from(60));
    let places = minutes.chain(hours).map(|value| value.normalize().scale()).max().unwrap_or(0);
    // Beyond that the products outgrow what is solved exactly.
    (places <= 12).then(|| Decimal::from(10_u64.pow(places)))
}

/// A number of minutes in the units of [`scale`]; `None` if it is not whole in them.
fn whole(minutes: Decimal, scale: Decimal) -> Option<i128> {
    let scaled = minutes.checked_mul(scale)?;
    if scaled.fract().is_zero() { scaled.to_i128() } else { None }
}

fn of_section(unit: &Unit, section: SectionIx, served: &BTreeSet<MatterIx>, scale: Decimal) -> Option<Section> {
    let mut here = Section { matters: Vec::new(), posts: Vec::new() };
    for (ix, matter) in unit.matters().filter(|(ix, matter)| matter.section == section && served.contains(ix)) {
        let index = here.matters.len();
        here.matters.push(ix);
        for step in matter.steps.iter().filter(|step| step.step != Step::Approve) {
            let post = unit.post_for(matter, step);
            let alone = whole(step.minutes.value.value() * matter.arriving.value(), scale)?;
            let load = Load { matter: index, alone, people: step.people, least: step.people - 1 + unit.rules.cover };
            match here.posts.iter_mut().find(|(other, _)| *other == post) {
                Some((_, loads)) => loads.push(load),
                None => here.posts.push((post, vec![load])),
            }
        }
    }
    here.posts.sort_by_key(|(post, _)| *post);
    Some(here)
}
