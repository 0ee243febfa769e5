//! The arithmetic of a plan: hours, conservation of cases, and whether cases can be dealt out to different people.

use super::{Breach, Violation};
use crate::model::{MatterIx, PersonIx, Plan, PostIx, SectionIx, Separation, Step, Unit, Work};
use crate::units::Cases;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Hours by which a person may exceed the year: 3.6 seconds, the rounding of an engine.
fn hours_tolerance() -> Decimal {
    Decimal::new(1, 3)
}

/// Cases by which sums may differ: the rounding of a plan saved with six places, over all its people.
pub(super) fn cases_tolerance() -> Decimal {
    Decimal::new(1, 4)
}

pub(super) fn verify(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let mut found = posts(unit, plan);
    found.extend(hours(unit, plan));
    for (matter, _) in unit.matters() {
        let done = plan.done.get(matter.0).copied().unwrap_or_default();
        found.extend(level(unit, matter, done));
        found.extend(conservation(unit, plan, matter, done));
        found.extend(pairing(unit, plan, matter, done));
    }
    found
}

/// Work is done by people who hold the post, of a step that the matter has, in no negative amount.
fn posts(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let broken = plan.work.iter().filter(|work| {
        let held = post_of(unit, work.matter, work.step).is_some_and(|post| plan.held.contains(&(work.person, post)));
        !held || work.cases < Cases::ZERO
    });
    broken
        .map(|work| Violation {
            breach: Breach::WorkWithoutPost,
            people: vec![work.person],
            posts: post_of(unit, work.matter, work.step).into_iter().collect(),
            matter: Some(work.matter),
            numbers: Some((work.cases.value(), Decimal::ZERO)),
        })
        .collect()
}

fn post_of(unit: &Unit, matter: MatterIx, step: Step) -> Option<PostIx> {
    let matter = &unit[matter];
    let done = matter.steps.iter().find(|s| s.step == step)?;
    let place = if let Some(hall) = done.hall { hall } else { matter.section };
    let is_its_post = |p: &crate::model::Post| (p.section, p.duty, p.step) == (place, matter.duty, step);
    unit.posts.iter().position(is_its_post).map(PostIx)
}

/// Σ minutes × cases / 60 of a person ≤ the person's hours.
fn hours(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let mut minutes: BTreeMap<PersonIx, Decimal> = BTreeMap::new();
    for work in &plan.work {
        let steps = unit[work.matter].steps.iter().filter(|s| s.step == work.step);
        let each: Decimal = steps.map(|s| s.minutes.value.value()).sum();
        *minutes.entry(work.person).or_default() += each * work.cases.value();
    }
    let mut found = Vec::new();
    let mut judge = |breach: Breach, person: PersonIx, minutes: Decimal, allowed: Decimal| {
        let used = minutes / Decimal::from(60);
        if used > allowed + hours_tolerance() {
            let numbers = Some((used, allowed));
            found.push(Violation { breach, people: vec![person], posts: Vec::new(), matter: None, numbers });
        }
    };
    for (person, minutes) in minutes {
        let own = unit[person].hours.value();
        judge(Breach::Hours, person, minutes, own);
        for (section, share) in &unit[person].terms.split {
            let own_work = plan.work.iter().filter(|work| work.person == person);
            let here = own_work.filter(|work| section_of(unit, work.matter, work.step) == Some(*section));
            let each = |work: &Work| {
                let steps = unit[work.matter].steps.iter().filter(|s| s.step == work.step);
                steps.map(|s| s.minutes.value.value()).sum::<Decimal>() * work.cases.value()
            };
            judge(Breach::Split, person, here.map(each).sum(), own * share.value());
        }
    }
    found
}

/// Where a step of a matter is done.
fn section_of(unit: &Unit, matter: MatterIx, step: Step) -> Option<SectionIx> {
    let done = unit[matter].steps.iter().find(|s| s.step == step)?;
    Some(done.hall.unwrap_or(unit[matter].section))
}

/// 0 ≤ done ≤ arriving.
fn level(unit: &Unit, matter: MatterIx, done: Cases) -> Option<Violation> {
    let (done, arriving) = (done.value(), unit[matter].arriving.value());
    let broken = done < Decimal::ZERO || done > arriving + cases_tolerance();
    broken.then(|| on_matter(Breach::Level, matter, Vec::new(), done, arriving))
}

/// At every step, Σ cases over people = people of the step × cases done.
fn conservation(unit: &Unit, plan: &Plan, matter: MatterIx, done: Cases) -> Vec<Violation> {
    let mut found = Vec::new();
    for step in &unit[matter].steps {
        let at_step = plan.work.iter().filter(|w| w.matter == matter && w.step == step.step);
        let sum: Decimal = at_step.map(|w| w.cases.value()).sum();
        let wanted = done.value() * Decimal::from(step.people);
        if (sum - wanted).abs() > cases_tolerance() {
            let posts = post_of(unit, matter, step.step).into_iter().collect();
            found.push(on_matter(Breach::Conservation, matter, posts, sum, wanted));
        }
    }
    found
}

/// The cases can be dealt out so that nobody meets one case twice iff no person's total exceeds the cases done
/// (Hall; König for the dealing; Birkhoff–von Neumann for shares). The total counts each step alone,
/// and all steps together where the rules want different people at different steps.
fn pairing(unit: &Unit, plan: &Plan, matter: MatterIx, done: Cases) -> Vec<Violation> {
    let mut totals: BTreeMap<(PersonIx, Option<Step>), Decimal> = BTreeMap::new();
    for work in plan.work.iter().filter(|w| w.matter == matter) {
        let step = (unit.rules.separation == Separation::Off).then_some(work.step);
        *totals.entry((work.person, step)).or_default() += work.cases.value();
    }
    let over = totals.into_iter().filter(|(_, total)| *total > done.value() + cases_tolerance());
    over.map(|((person, _), total)| Violation {
        people: vec![person],
        ..on_matter(Breach::Pairing, matter, Vec::new(), total, done.value())
    })
    .collect()
}

fn on_matter(breach: Breach, matter: MatterIx, posts: Vec<PostIx>, found: Decimal, allowed: Decimal) -> Violation {
    Violation { breach, people: Vec::new(), posts, matter: Some(matter), numbers: Some((found, allowed)) }
}
