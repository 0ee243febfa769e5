//! Units drawn at random by proptest, small enough for brute force or for both formulations.

use super::tiny::{matter, person, unit};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use shuanggang::model::{
    CashierRule, ContractRule, DutyGroup, Employment, EmploymentKind, KindIx, Learning, MatterIx, MatterStep, Outside,
    PersonIx, Pin, PostIx, Rank, SectionIx, Separation, Status, Step, SystemStep, Terms, Unit,
};
use shuanggang::units::{Cases, Hours, Month, Share};
use std::collections::{BTreeMap, BTreeSet};

/// How large the units may become.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) sections: usize,
    pub(crate) matters: usize,
    pub(crate) people: usize,
}

/// Numbers that fix a matter: section, tier, cases, minutes of each step, inspectors, kinds of steps.
type MatterSeed = (usize, usize, u32, [u32; 3], u32, u8);
/// Numbers that fix a person: contract, leader, home, hours.
type PersonSeed = (bool, bool, usize, u32);
/// Switches of the rules.
type RuleSeed = (u8, bool, u8, bool, bool, bool, bool, bool, u32);

/// Units that are the same in every run.
pub(crate) fn generated(size: Size, count: usize) -> Vec<Unit> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| units(size).new_tree(&mut runner).unwrap().current()).collect()
}

pub(crate) fn units(size: Size) -> impl Strategy<Value = Unit> {
    let duty = prop::sample::select(vec![DutyGroup::Operations, DutyGroup::Finance, DutyGroup::Audit]);
    let sections = prop::collection::vec(duty, 1..=size.sections);
    let matter = (0..9usize, 0..2usize, 1..4u32, [0..3u32, 0..3u32, 0..3u32], 1..3u32, 0..8u8);
    let person = (any::<bool>(), prop::bool::weighted(0.15), 0..9usize, 1..3u32);
    let flag = any::<bool>();
    let rules = (0..3u8, flag, 0..4u8, flag, flag, flag, flag, flag, 1..3u32);
    let matters = prop::collection::vec(matter, 1..=size.matters);
    let people = prop::collection::vec(person, 1..=size.people);
    (sections, matters, people, rules).prop_map(|(sections, matters, people, rules)| {
        let mut unit = unit(&sections, 2);
        for seed in matters {
            add_matter(&mut unit, seed);
        }
        for seed in people {
            add_person(&mut unit, seed);
        }
        set_rules(&mut unit, rules);
        unit
    })
}

/// The same units with people on terms of their own: fixed or kept from places, with rights of their own.
pub(crate) fn units_with_terms(size: Size) -> impl Strategy<Value = Unit> {
    let terms = prop::collection::vec((0..8u8, 0..9usize), size.people);
    (units(size), terms).prop_map(|(mut unit, seeds)| {
        for (i, seed) in seeds.into_iter().enumerate().take(unit.people.len()) {
            set_terms(&mut unit, i, seed);
        }
        add_hall(&mut unit);
        add_second_review(&mut unit);
        unit
    })
}

/// The same units with everything else that real offices have, mixed: order, one handler for two matters, sections with
/// people of their own, people split between sections, away or part-time, newcomers, windows, work of the system and
/// work done outside.
pub(crate) fn units_of_all_kinds(size: Size) -> impl Strategy<Value = Unit> {
    let bounds = prop::collection::vec((0..6u8, 0..9usize), size.matters);
    let minima = prop::collection::vec(0..4u32, size.sections);
    let people = prop::collection::vec(0..10u8, size.people);
    (units_with_terms(size), bounds, minima, people, any::<bool>()).prop_map(
        |(mut unit, bounds, minima, people, window)| {
            if window {
                // Whoever mans it: two people for an hour on each of two days.
                let ix = matter(&mut unit, 0, 0, 2, &[(Step::Handle, 60, 2)]);
                unit.matters[ix.0].monthly = true;
                rename_posts(&mut unit);
            }
            for (i, seed) in bounds.into_iter().enumerate().take(unit.matters.len()) {
                bind(&mut unit, i, seed);
            }
            for (section, minimum) in unit.sections.iter_mut().zip(minima) {
                section.minimum = minimum.saturating_sub(1);
            }
            for (i, seed) in people.into_iter().enumerate().take(unit.people.len()) {
                set_presence(&mut unit, i, seed);
            }
            unit
        },
    )
}

/// What comes before a matter stands before it, so that there are no circles.
fn bind(unit: &mut Unit, i: usize, (what, which): (u8, usize)) {
    let other = MatterIx(which % i.max(1));
    let handlers = |ix: usize| unit.matters[ix].steps.iter().find(|s| s.step == Step::Handle).map(|step| step.people);
    match what {
        0 if i > 0 => unit.matters[i].after = vec![other],
        1 if i > 0 && handlers(i) == Some(1) && handlers(other.0).is_some() => {
            unit.matters[i].same_handler = Some(other);
        }
        2 => {
            let (share, cases) = (Share::new(Decimal::new(5, 1)), unit.matters[i].arriving);
            unit.matters[i].outside = Some(Outside { share, by: "市级".into(), cases: Cases::ZERO });
            unit.matters[i].arrive(cases);
        }
        3 if unit.matters[i].steps.len() > 1 => {
            let step = unit.matters[i].steps.pop().unwrap().step;
            unit.matters[i].by_system = vec![SystemStep { step, reason: "自动".into() }];
            rename_posts(unit);
        }
        _ => {}
    }
}

fn set_presence(unit: &mut Unit, i: usize, seed: u8) {
    let half = Share::new(Decimal::new(5, 1));
    let sections = unit.sections.len();
    let person = &mut unit.people[i];
    match seed {
        0 if sections > 1 && person.terms.pinned.is_none() => {
            let rest = Share::new(Decimal::new(25, 2));
            person.terms.split = BTreeMap::from([(SectionIx(0), half), (SectionIx(sections - 1), rest)]);
        }
        1 => {
            person.status = Status::Away;
            person.hours = Hours::ZERO;
        }
        2 => {
            person.terms.share = half;
            person.hours = person.hours * half;
        }
        3 => {
            person.terms.learning = Some(Learning { until: Month::january(2024).plus(5), share: half });
            person.hours = person.hours * half;
        }
        _ => {}
    }
}

/// With three people or more the first section accepts for every third matter of another one; its posts are named
/// anew by whoever comes next.
fn add_hall(unit: &mut Unit) {
    let counts = unit.people.len() > 2;
    for matter in unit.matters.iter_mut().step_by(3).filter(|matter| counts && matter.section != SectionIx(0)) {
        matter.steps[0].hall = Some(SectionIx(0));
    }
}

/// Every second matter with a review has one more, as long as the review.
fn add_second_review(unit: &mut Unit) {
    for matter in unit.matters.iter_mut().skip(1).step_by(2) {
        if let Some(at) = matter.steps.iter().position(|step| step.step == Step::Review) {
            let second = MatterStep { step: Step::SecondReview, ..matter.steps[at].clone() };
            matter.steps.insert(at + 1, second);
        }
    }
    rename_posts(unit);
}

/// Makes the posts of the matters anew.
fn rename_posts(unit: &mut Unit) {
    // Posts by section, duty group and step: those that terms name keep their place in the order, if not their number.
    let before = unit.posts.clone();
    unit.posts = Unit::posts_of(&unit.matters);
    // A post that went to the hall is the first one there now.
    let place = |post: PostIx| unit.posts.iter().position(|other| *other == before[post.0]).unwrap_or_default();
    let renamed = |post: PostIx| PostIx(place(post));
    for person in &mut unit.people {
        person.terms.not_at = person.terms.not_at.iter().map(|post| renamed(*post)).collect();
        if let Some(Pin::Post(post)) = person.terms.pinned {
            person.terms.pinned = Some(Pin::Post(renamed(post)));
        }
    }
    if let Some(cashier) = &mut unit.rules.cashier {
        cashier.posts = cashier.posts.iter().map(|post| renamed(*post)).collect();
    }
}

fn set_terms(unit: &mut Unit, i: usize, (what, which): (u8, usize)) {
    let post = PostIx(which % unit.posts.len());
    let section = unit.posts[post.0].section;
    let mut terms = Terms::default();
    match what {
        0 => terms.pinned = Some(Pin::Section(section)),
        1 => terms.pinned = Some(Pin::Post(post)),
        2 => terms.not_at = BTreeSet::from([post]),
        3 => {
            let steps = [[Step::Handle, Step::Review], [Step::Review, Step::Approve]][which % 2];
            let duties = BTreeSet::from([DutyGroup::Operations, DutyGroup::Finance]);
            terms.rights = Some(ContractRule { steps: BTreeSet::from(steps), duties });
        }
        4 => {
            if unit.kinds.is_empty() {
                let may = ContractRule {
                    steps: BTreeSet::from([Step::Handle, Step::Review]),
                    duties: BTreeSet::from([DutyGroup::Operations, DutyGroup::Audit]),
                };
                let (id, name) = ("trainee".to_owned(), "见习".to_owned());
                unit.kinds.push(EmploymentKind { id, name, name_en: None, employment: Employment::Contract, may });
            }
            terms.kind = Some(KindIx(0));
        }
        _ => {}
    }
    unit.people[i].terms = terms;
}

/// Cases × minutes come in whole hours against people of 4 or 8 hours, so that hours often are the limit.
fn add_matter(unit: &mut Unit, (section, tier, cases, minutes, inspectors, kinds): MatterSeed) {
    let minutes = minutes.map(|m| m * 120);
    let mut steps = vec![(Step::Handle, minutes[0], inspectors)];
    if kinds & 3 != 0 {
        steps.push((Step::Review, minutes[1], 1));
    }
    if kinds & 4 != 0 {
        steps.push((Step::Approve, minutes[2], 1));
    }
    let section = section % unit.sections.len();
    matter(unit, section, tier, cases, &steps);
}

fn add_person(unit: &mut Unit, (contract, leader, home, hours): PersonSeed) {
    let employment = if contract { Employment::Contract } else { Employment::Established };
    let home = home % unit.sections.len();
    let ix = person(unit, employment, home, hours * 4);
    if leader {
        unit.people[ix.0].rank = Rank::Leader;
        unit.people[ix.0].home = None;
    }
}

fn set_rules(unit: &mut Unit, seed: RuleSeed) {
    let (separation, duty_groups, most, contract, leaders, kin, cashier, own_audit, cover) = seed;
    unit.rules.separation = [Separation::Post, Separation::Case, Separation::Off][usize::from(separation)];
    unit.rules.duty_groups = duty_groups;
    unit.rules.sections_per_person = (most > 0).then_some(u32::from(most));
    unit.rules.contract_steps = contract.then(|| ContractRule {
        steps: BTreeSet::from([Step::Handle]),
        duties: BTreeSet::from([DutyGroup::Operations]),
    });
    unit.rules.leader_steps = leaders;
    unit.rules.kin = (kin && unit.people.len() > 1).then(|| BTreeSet::from([(PersonIx(0), PersonIx(1))]));
    unit.rules.cashier = cashier.then(|| CashierRule {
        posts: BTreeSet::from([PostIx(0)]),
        excludes: BTreeSet::from([MatterIx(unit.matters.len() - 1)]),
    });
    unit.rules.own_audit = own_audit;
    if own_audit && unit.matters.len() > 1 {
        unit.matters[0].audits = vec![MatterIx(1)];
    }
    unit.rules.cover = cover;
}
