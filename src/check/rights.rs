//! What a table of rights breaks. Rights are finer than posts: one may be given for one matter and not for another.
//!
//! As for posts, what is held of matters without cases binds nobody.

use super::rules::{allows, rights};
use super::{Breach, violation::Misheld};
use crate::model::{
    DutyGroup, MatterIx, MatterStep, PersonIx, Post, PostIx, RuleId, SectionIx, Separation, Step, Unit,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who is here may do a step of a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Right {
    /// The person.
    pub person: PersonIx,
    /// The matter; it has cases.
    pub matter: MatterIx,
    /// The step; the matter has it.
    pub step: Step,
    /// The row that says so.
    pub row: usize,
}

/// A right with its post.
#[derive(Clone, Copy)]
struct Held {
    right: Right,
    ix: PostIx,
    post: Post,
}

/// Whether the rules that speak of one person let somebody hold posts at once. Relatives are not looked at.
#[must_use]
pub fn lets(unit: &Unit, person: PersonIx, posts: &[PostIx]) -> bool {
    allows(unit, person, posts)
}

/// Everything that is wrong with a table of rights, person by person, then relatives.
#[must_use]
pub fn verify_rights(unit: &Unit, table: &[Right]) -> Vec<Misheld> {
    let mut by_person: BTreeMap<PersonIx, Vec<Held>> = BTreeMap::new();
    for right in table {
        if let Some(ix) = post(unit, right.matter, right.step) {
            by_person.entry(right.person).or_default().push(Held { right: *right, ix, post: unit[ix] });
        }
    }
    let mut found = Vec::new();
    for (person, held) in &by_person {
        found.extend(separation(unit, held));
        found.extend(duty_groups(unit, held));
        found.extend(sections(unit, *person, held));
        found.extend(cashier(unit, held));
        found.extend(own_audit(unit, held));
        found.extend(terms(unit, *person, held));
    }
    found.extend(kin(unit, &by_person));
    found
}

fn post(unit: &Unit, matter: MatterIx, step: Step) -> Option<PostIx> {
    let of = &unit[matter];
    let own: &MatterStep = of.steps.iter().find(|own| own.step == step)?;
    let place = own.hall.unwrap_or(of.section);
    let is = |post: &Post| (post.section, post.duty, post.step) == (place, of.duty, step);
    unit.posts.iter().position(is).map(PostIx)
}

fn misheld<'h>(breach: Breach, held: impl IntoIterator<Item = &'h Held>) -> Misheld {
    let mut found = Misheld::new(breach);
    for one in held {
        found.people.insert(one.right.person);
        found.matters.insert(one.right.matter);
        found.posts.insert(one.ix);
        found.rows.insert(one.right.row);
    }
    found
}

/// Two steps of one matter; and, where posts are fixed, two posts of one section and duty group.
fn separation(unit: &Unit, held: &[Held]) -> Vec<Misheld> {
    if unit.rules.separation != Separation::Post {
        return Vec::new();
    }
    let breach = Breach::Rule(RuleId::Separation);
    let mut found = Vec::new();
    let steps = |held: &[&Held]| held.iter().map(|one| one.post.step).collect::<BTreeSet<Step>>().len();
    let matters: BTreeSet<MatterIx> = held.iter().map(|one| one.right.matter).collect();
    let mut told: BTreeSet<(SectionIx, DutyGroup)> = BTreeSet::new();
    let of_matters = matters.into_iter().filter_map(|matter| {
        let own: Vec<&Held> = held.iter().filter(|one| one.right.matter == matter).collect();
        (steps(&own) > 1).then_some(own)
    });
    // What is held twice in the same posts is one mistake, of several matters.
    let mut by_posts: BTreeMap<BTreeSet<PostIx>, Vec<&Held>> = BTreeMap::new();
    for own in of_matters {
        told.extend(own.iter().map(|one| (one.post.section, one.post.duty)));
        by_posts.entry(own.iter().map(|one| one.ix).collect()).or_default().extend(own);
    }
    found.extend(by_posts.into_values().map(|own| Misheld { same_matter: true, ..misheld(breach, own) }));
    let cells: BTreeSet<(SectionIx, DutyGroup)> = held.iter().map(|one| (one.post.section, one.post.duty)).collect();
    for cell in cells.difference(&told) {
        let own: Vec<&Held> = held.iter().filter(|one| (one.post.section, one.post.duty) == *cell).collect();
        if steps(&own) > 1 {
            found.push(misheld(breach, own));
        }
    }
    found
}

/// Rights subject to the rules on duty groups and sections: all but approval.
fn working(held: &[Held]) -> impl Iterator<Item = &Held> {
    held.iter().filter(|one| one.post.step != Step::Approve)
}

fn duty_groups(unit: &Unit, held: &[Held]) -> Option<Misheld> {
    let groups: BTreeSet<DutyGroup> = working(held).map(|one| one.post.duty).collect();
    (unit.rules.duty_groups && groups.len() > 1).then(|| misheld(Breach::Rule(RuleId::DutyGroups), working(held)))
}

fn sections(unit: &Unit, person: PersonIx, held: &[Held]) -> Option<Misheld> {
    let agreed = u32::try_from(unit[person].terms.split.len()).unwrap_or(u32::MAX);
    let most = unit.rules.sections_per_person?.max(agreed);
    let sections: BTreeSet<SectionIx> = working(held).map(|one| one.post.section).collect();
    (sections.len() > most as usize).then(|| Misheld {
        numbers: Some((Decimal::from(sections.len()), Decimal::from(most))),
        ..misheld(Breach::Rule(RuleId::SectionsPerPerson), working(held))
    })
}

/// A post of the cashier, and another of a matter that this excludes.
fn cashier(unit: &Unit, held: &[Held]) -> Option<Misheld> {
    let rule = unit.rules.cashier.as_ref()?;
    let of_cash = held.iter().filter(|one| rule.posts.contains(&one.ix));
    let excluded = held.iter().filter(|one| !rule.posts.contains(&one.ix) && rule.excludes.contains(&one.right.matter));
    let (of_cash, excluded): (Vec<&Held>, Vec<&Held>) = (of_cash.collect(), excluded.collect());
    let broken = !of_cash.is_empty() && !excluded.is_empty();
    broken.then(|| misheld(Breach::Rule(RuleId::Cashier), of_cash.into_iter().chain(excluded)))
}

fn own_audit(unit: &Unit, held: &[Held]) -> Option<Misheld> {
    let is_audit_of = |audit: &Held, other: &Held| unit[audit.right.matter].audits.contains(&other.right.matter);
    let meets = |one: &&Held| held.iter().any(|other| is_audit_of(one, other) || is_audit_of(other, one));
    let both: Vec<&Held> = if unit.rules.own_audit { held.iter().filter(meets).collect() } else { Vec::new() };
    (!both.is_empty()).then(|| misheld(Breach::Rule(RuleId::OwnAudit), both))
}

/// What the person may hold at all, by breach.
fn terms(unit: &Unit, person: PersonIx, held: &[Held]) -> Vec<Misheld> {
    let posts: Vec<PostIx> = held.iter().map(|one| one.ix).collect::<BTreeSet<_>>().into_iter().collect();
    let mut by_breach: BTreeMap<Breach, BTreeSet<PostIx>> = BTreeMap::new();
    for broken in rights(unit, person, &posts) {
        by_breach.entry(broken.breach).or_default().extend(broken.posts);
    }
    let of = |(breach, posts): (Breach, BTreeSet<PostIx>)| {
        misheld(breach, held.iter().filter(|one| posts.contains(&one.ix)))
    };
    by_breach.into_iter().map(of).collect()
}

/// Relatives who both hold a right of one matter.
fn kin(unit: &Unit, by_person: &BTreeMap<PersonIx, Vec<Held>>) -> Vec<Misheld> {
    let of = |person: &PersonIx| by_person.get(person).map(Vec::as_slice).unwrap_or_default();
    let mut found = Vec::new();
    for (a, b) in unit.rules.kin.iter().flatten() {
        let shared: BTreeSet<MatterIx> = of(a).iter().map(|one| one.right.matter).collect();
        let shared: BTreeSet<MatterIx> =
            of(b).iter().map(|one| one.right.matter).filter(|matter| shared.contains(matter)).collect();
        if !shared.is_empty() {
            let both = of(a).iter().chain(of(b)).filter(|one| shared.contains(&one.right.matter));
            found.push(misheld(Breach::Rule(RuleId::Kin), both));
        }
    }
    found
}
