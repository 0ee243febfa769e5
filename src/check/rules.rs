//! The rules that speak of who holds which post, each read straight from its definition.

use super::{Breach, Violation};
use crate::model::{
    ContractRule, DutyGroup, Employment, Matter, MatterStep, PersonIx, Pin, Plan, Post, PostIx, Rank, RuleId,
    SectionIx, Separation, Step, Terms, Unit,
};
use crate::units::Cases;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

type Held = BTreeSet<(PersonIx, PostIx)>;

/// Posts at which no case arrives bind nobody: who is kept there in name only breaks no rule by it.
pub(super) fn verify(unit: &Unit, held: &Held) -> Vec<Violation> {
    let mut by_person: BTreeMap<PersonIx, Vec<PostIx>> = BTreeMap::new();
    for (person, post) in held.iter().filter(|(_, post)| unit.matters.iter().any(|m| serves(m, unit[*post]))) {
        by_person.entry(*person).or_default().push(*post);
    }
    let mut found = Vec::new();
    for (person, posts) in &by_person {
        found.extend(rights(unit, *person, posts));
        found.extend(pairs(unit, *person, posts));
        found.extend(duty_groups(unit, *person, posts));
        found.extend(sections(unit, *person, posts));
    }
    found.extend(kin(unit, &by_person));
    found.extend(dual_review(unit));
    found
}

/// Whether the rules that speak of one person let them hold some posts, all of which are worked, at once.
pub(super) fn allows(unit: &Unit, person: PersonIx, posts: &[PostIx]) -> bool {
    sections(unit, person, posts).is_none()
        && duty_groups(unit, person, posts).is_none()
        && rights(unit, person, posts).is_empty()
        && pairs(unit, person, posts).is_empty()
}

fn violation(breach: Breach, person: PersonIx, posts: Vec<PostIx>) -> Violation {
    Violation { breach, people: vec![person], posts, matter: None, numbers: None }
}

/// Presence, and what contract staff and leaders may hold.
pub(super) fn rights(unit: &Unit, ix: PersonIx, posts: &[PostIx]) -> Vec<Violation> {
    let person = &unit[ix];
    let mut found = Vec::new();
    if !person.is_present() {
        found.push(violation(Breach::Absent, ix, posts.to_vec()));
    }
    for post_ix in posts {
        let post = unit[*post_ix];
        found.extend(terms(&person.terms, post, *post_ix).map(|breach| violation(breach, ix, vec![*post_ix])));
        if person.terms.rights.is_some() {
            // The person's own rights stand in the place of those of contract staff and leaders.
            continue;
        }
        let beyond = |rule: &ContractRule| !rule.steps.contains(&post.step) || !rule.duties.contains(&post.duty);
        let kind = person.terms.kind.and_then(|kind| unit.kinds.get(kind.0));
        let contract = unit.rules.contract_steps.as_ref().filter(|_| person.employment == Employment::Contract);
        match (kind, contract) {
            (Some(kind), _) if beyond(&kind.may) => found.push(violation(Breach::Kind, ix, vec![*post_ix])),
            (None, Some(rule)) if beyond(rule) => {
                found.push(violation(Breach::Rule(RuleId::ContractSteps), ix, vec![*post_ix]));
            }
            _ => {}
        }
        let leads = person.rank == Rank::Leader;
        let approves = post.step == Step::Approve;
        if unit.rules.leader_steps && leads != approves {
            found.push(violation(Breach::Rule(RuleId::LeaderSteps), ix, vec![*post_ix]));
        }
    }
    found
}

/// What a person's own terms say against a post.
fn terms(terms: &Terms, post: Post, ix: PostIx) -> impl Iterator<Item = Breach> {
    let elsewhere = match terms.pinned {
        Some(Pin::Section(section)) => post.section != section,
        Some(Pin::Post(only)) => ix != only,
        None => false,
    };
    let beyond = terms.rights.as_ref().is_some_and(|own| {
        own.steps.iter().all(|step| *step != post.step) || own.duties.iter().all(|duty| *duty != post.duty)
    });
    let barred = terms.not_at.iter().any(|barred| *barred == ix);
    let outside = !terms.split.is_empty() && terms.split.keys().all(|section| *section != post.section);
    let broken =
        [(elsewhere, Breach::Pinned), (outside, Breach::Split), (barred, Breach::NotAt), (beyond, Breach::OwnRights)];
    broken.into_iter().filter(|(is_broken, _)| *is_broken).map(|(_, breach)| breach)
}

/// Rules that forbid two posts together: separation by post, cashier, own audit.
fn pairs(unit: &Unit, ix: PersonIx, posts: &[PostIx]) -> Vec<Violation> {
    let mut found = Vec::new();
    for (i, a) in posts.iter().enumerate() {
        for b in &posts[i..] {
            let meet = |matter: &Matter| serves(matter, unit[*a]) && serves(matter, unit[*b]);
            let cell = same_cell(unit[*a], unit[*b]) || unit.matters.iter().any(meet);
            if a != b && cell && unit.rules.separation == Separation::Post {
                found.push(violation(Breach::Rule(RuleId::Separation), ix, vec![*a, *b]));
            }
            if cashier(unit, *a, *b) || cashier(unit, *b, *a) {
                found.push(violation(Breach::Rule(RuleId::Cashier), ix, vec![*a, *b]));
            }
            if unit.rules.own_audit && (audits(unit, *a, *b) || audits(unit, *b, *a)) {
                found.push(violation(Breach::Rule(RuleId::OwnAudit), ix, vec![*a, *b]));
            }
        }
    }
    found
}

fn same_cell(a: Post, b: Post) -> bool {
    (a.section, a.duty) == (b.section, b.duty)
}

/// Whether cases of a matter are worked at a post; of a matter without cases none are.
pub(super) fn serves(matter: &Matter, post: Post) -> bool {
    let is_here = |step: &MatterStep| step.step == post.step && step.hall.unwrap_or(matter.section) == post.section;
    matter.arriving > Cases::ZERO && matter.duty == post.duty && matter.steps.iter().any(is_here)
}

/// Whether `cash` is a cashier's post and `other` one that this excludes. Two cashier's posts go together.
fn cashier(unit: &Unit, cash: PostIx, other: PostIx) -> bool {
    unit.rules.cashier.as_ref().is_some_and(|rule| {
        rule.posts.contains(&cash)
            && !rule.posts.contains(&other)
            && rule.excludes.iter().any(|matter| serves(&unit[*matter], unit[other]))
    })
}

/// Whether `audit` serves a matter that inspects a matter of `other`.
fn audits(unit: &Unit, audit: PostIx, other: PostIx) -> bool {
    unit.matters
        .iter()
        .filter(|matter| serves(matter, unit[audit]))
        .flat_map(|matter| &matter.audits)
        .any(|audited| serves(&unit[*audited], unit[other]))
}

fn duty_groups(unit: &Unit, ix: PersonIx, posts: &[PostIx]) -> Option<Violation> {
    let duties: BTreeSet<DutyGroup> = working(unit, posts).map(|(_, post)| post.duty).collect();
    let broken = unit.rules.duty_groups && duties.len() > 1;
    broken.then(|| {
        let posts = working(unit, posts).map(|(ix, _)| ix).collect();
        violation(Breach::Rule(RuleId::DutyGroups), ix, posts)
    })
}

fn sections(unit: &Unit, ix: PersonIx, posts: &[PostIx]) -> Option<Violation> {
    // An agreement on several sections is an agreement to work in them.
    let most = unit.rules.sections_per_person?.max(u32::try_from(unit[ix].terms.split.len()).unwrap_or(u32::MAX));
    let sections: BTreeSet<SectionIx> = working(unit, posts).map(|(_, post)| post.section).collect();
    (sections.len() > most as usize).then(|| Violation {
        numbers: Some((Decimal::from(sections.len()), Decimal::from(most))),
        ..violation(Breach::Rule(RuleId::SectionsPerPerson), ix, working(unit, posts).map(|(ix, _)| ix).collect())
    })
}

/// Posts subject to the rules on duty groups and sections: all but approval.
fn working<'a>(unit: &'a Unit, posts: &'a [PostIx]) -> impl Iterator<Item = (PostIx, Post)> + 'a {
    posts
        .iter()
        .map(|ix| (*ix, unit[*ix]))
        .filter(|(_, post)| matches!(post.step, Step::Handle | Step::Review | Step::SecondReview))
}

/// Relatives who both hold a post of one matter.
fn kin(unit: &Unit, by_person: &BTreeMap<PersonIx, Vec<PostIx>>) -> Vec<Violation> {
    let mut found = Vec::new();
    for (a, b) in unit.rules.kin.iter().flatten() {
        for (ix, matter) in unit.matters() {
            let serving = |person: &PersonIx| -> Vec<PostIx> {
                let posts = by_person.get(person).into_iter().flatten();
                posts.copied().filter(|post| serves(matter, unit[*post])).collect()
            };
            let (one, other) = (serving(a), serving(b));
            if !one.is_empty() && !other.is_empty() {
                found.push(Violation {
                    breach: Breach::Rule(RuleId::Kin),
                    people: vec![*a, *b],
                    posts: one.into_iter().chain(other).collect(),
                    matter: Some(ix),
                    numbers: None,
                });
            }
        }
    }
    found
}

/// Matters that go without handle or review and do not say why.
fn dual_review(unit: &Unit) -> Vec<Violation> {
    let has = |matter: &Matter, step: Step| {
        matter.steps.iter().any(|own| own.step == step) || matter.by_system.iter().any(|own| own.step == step)
    };
    let lacks = |matter: &Matter| !has(matter, Step::Handle) || !has(matter, Step::Review);
    unit.matters()
        .filter(|(_, matter)| unit.rules.dual_review && matter.dual_review_exempt.is_none() && lacks(matter))
        .map(|(ix, _)| Violation {
            breach: Breach::Rule(RuleId::DualReview),
            people: Vec::new(),
            posts: Vec::new(),
            matter: Some(ix),
            numbers: None,
        })
        .collect()
}

/// Every post of a matter that is worked has people − 1 + cover holders.
pub(super) fn cover(unit: &Unit, plan: &Plan) -> Vec<Violation> {
    let mut found = Vec::new();
    for (ix, matter) in unit.matters().filter(|(ix, _)| plan.done.get(ix.0).is_some_and(|done| *done > Cases::ZERO)) {
        for step in &matter.steps {
            let wanted = step.people - 1 + unit.rules.cover;
            let place = step.hall.unwrap_or(matter.section);
            let is_its_own = |p: &Post| (p.section, p.duty, p.step) == (place, matter.duty, step.step);
            let post = unit.posts().find(|(_, p)| is_its_own(p));
            let Some((post, _)) = post else { continue };
            let holders = plan.held.iter().filter(|(_, held)| *held == post).count();
            if Decimal::from(holders) < Decimal::from(wanted) {
                found.push(Violation {
                    breach: Breach::Rule(RuleId::Cover),
                    people: Vec::new(),
                    posts: vec![post],
                    matter: Some(ix),
                    numbers: Some((Decimal::from(holders), Decimal::from(wanted))),
                });
            }
        }
    }
    found
}
