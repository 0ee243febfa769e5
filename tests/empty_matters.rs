//! A matter to which nothing arrives binds nobody and seats nobody: neither in the plan nor before the checker.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::ServiceStatus;
use shuanggang::analysis::explain::explain;
use shuanggang::analysis::need::need;
use shuanggang::check::{Breach, verify, verify_duty_table};
use shuanggang::model::{CashierRule, DutyGroup, Employment, MatterIx, PersonIx, Plan, PostIx, RuleId, Step, Unit};
use shuanggang::optimise::{Settings, plan};
use std::collections::BTreeSet;

const OPERATIONS: DutyGroup = DutyGroup::Operations;
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

fn planned(unit: &Unit) -> Plan {
    plan(unit, &Settings::default(), &mut ()).unwrap()
}

fn statuses(unit: &Unit) -> Vec<ServiceStatus> {
    let plan = planned(unit);
    assert_eq!(verify(unit, &plan), vec![]);
    unit.matters().map(|(ix, _)| plan.status_of(unit, ix)).collect()
}

/// A desk that nothing arrives at any more and a desk that works, both of section 0; an inspection in section 1.
/// Two people, each of whom may hold posts in both sections, so they must both sit at the desk and inspect.
fn desk_and_inspection(old: u32) -> Unit {
    let mut unit = unit(&[OPERATIONS; 2], 2);
    unit.rules.separation = shuanggang::model::Separation::Post;
    matter(&mut unit, 0, 0, old, BOTH);
    matter(&mut unit, 0, 0, 10, BOTH);
    matter(&mut unit, 1, 1, 10, BOTH);
    person(&mut unit, Employment::Established, 0, 100);
    person(&mut unit, Employment::Established, 0, 100);
    unit
}

/// Who works the desk may inspect, since what is inspected had no case; with one case, nobody is left who may.
#[test]
fn the_audit_of_a_matter_without_cases_keeps_nobody_away() {
    for (old, expected) in [(0, ServiceStatus::Full), (1, ServiceStatus::Stalled)] {
        let mut unit = desk_and_inspection(old);
        unit.rules.own_audit = true;
        unit.matters[2].audits = vec![MatterIx(0)];
        assert_eq!(statuses(&unit), [ServiceStatus::Full, ServiceStatus::Full, expected]);
    }
}

#[test]
fn the_cashier_is_kept_from_no_matter_without_cases() {
    for (old, expected) in [(0, ServiceStatus::Full), (1, ServiceStatus::Stalled)] {
        let mut unit = desk_and_inspection(old);
        let cash = unit.posts_of_matter(&unit[MatterIx(2)]).collect();
        unit.rules.cashier = Some(CashierRule { posts: cash, excludes: BTreeSet::from([MatterIx(0)]) });
        assert_eq!(statuses(&unit), [ServiceStatus::Full, ServiceStatus::Full, expected]);
    }
}

/// Handling and review lie in different sections here but for one old matter that joins the two posts of the relatives.
#[test]
fn relatives_do_not_meet_on_a_matter_without_cases() {
    for (old, expected) in [(0, ServiceStatus::Full), (1, ServiceStatus::Stalled)] {
        let mut unit = unit(&[OPERATIONS], 2);
        unit.rules.separation = shuanggang::model::Separation::Post;
        unit.rules.kin = Some(BTreeSet::from([(PersonIx(0), PersonIx(1))]));
        matter(&mut unit, 0, 1, old, BOTH);
        matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1)]);
        matter(&mut unit, 0, 1, 10, &[(Step::Review, 60, 1)]);
        person(&mut unit, Employment::Established, 0, 100);
        person(&mut unit, Employment::Established, 0, 100);
        assert_eq!(statuses(&unit)[2], expected);
    }
}

#[test]
fn the_checker_lets_people_stay_at_posts_without_cases() {
    for old in [0, 1] {
        let mut unit = unit(&[OPERATIONS, DutyGroup::Audit], 1);
        matter(&mut unit, 0, 0, old, BOTH);
        matter(&mut unit, 1, 0, 10, BOTH);
        unit.rules.duty_groups = true;
        unit.rules.sections_per_person = Some(1);
        let somebody = person(&mut unit, Employment::Established, 0, 100);
        let held = BTreeSet::from([(somebody, PostIx(0)), (somebody, PostIx(2))]);
        let breaches: Vec<_> = verify_duty_table(&unit, &held).into_iter().map(|violation| violation.breach).collect();
        let both = [Breach::Rule(RuleId::DutyGroups), Breach::Rule(RuleId::SectionsPerPerson)];
        assert_eq!(breaches, if old == 0 { vec![] } else { both.to_vec() });
    }
}

#[test]
fn posts_without_cases_are_nobodys_and_are_not_listed() {
    let mut unit = unit(&[OPERATIONS, OPERATIONS], 1);
    matter(&mut unit, 0, 0, 0, BOTH);
    matter(&mut unit, 1, 0, 10, BOTH);
    unit.rules.separation = shuanggang::model::Separation::Post;
    for _ in 0..3 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    let plan = planned(&unit);
    assert!(plan.held.iter().all(|(_, post)| unit[*post].section.0 == 1));
    assert_eq!(unit.needed_posts().map(|(post, _)| post).collect::<Vec<_>>(), [PostIx(2), PostIx(3)]);
    let need = need(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(need.posts.len(), 2);
    assert_eq!(need.in_force(true).unwrap().staff.all(), 2);
    assert!(explain(&unit, None, &Settings::default(), &mut ()).unwrap().matters.is_empty());
}

fn service(unit: &Unit) -> Vec<Decimal> {
    planned(unit).service(unit).into_iter().map(|(_, reached, _)| reached).collect()
}

proptest! {
    #![proptest_config(regressions(150))]

    /// Whatever a matter without cases asks for, audits, is audited by, or excludes: the service is as without it.
    #[test]
    fn a_matter_without_cases_changes_nothing_of_the_service(
        unit in units(Size { sections: 3, matters: 4, people: 5 }), section in 0..3usize, people in 1..4u32,
    ) {
        let mut with = unit.clone();
        let (section, other) = (section % unit.sections.len(), MatterIx(0));
        let steps = [(Step::Handle, 60, people), (Step::Review, 60, 1), (Step::Approve, 60, 1)];
        let posts: Vec<_> = with.posts.clone();
        let empty = matter(&mut with, section, 0, 0, &steps);
        // Posts are numbered anew.
        let moved = |post: &PostIx| PostIx(with.posts.iter().position(|p| *p == posts[post.0]).unwrap());
        if let Some(rule) = &unit.rules.cashier {
            let posts = rule.posts.iter().map(moved).collect();
            let excludes = rule.excludes.iter().copied().chain([empty]).collect();
            with.rules.cashier = Some(CashierRule { posts, excludes });
        }
        with.matters[empty.0].audits = vec![other];
        with.matters[other.0].audits.push(empty);
        let plan = planned(&with);
        prop_assert_eq!(verify(&with, &plan), vec![]);
        for (with, without) in service(&with).into_iter().zip(service(&unit)) {
            prop_assert!((with - without).abs() < Decimal::new(1, 4), "{} with, {} without", with, without);
        }
    }
}
