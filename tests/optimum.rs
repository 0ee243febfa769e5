//! Optimal values against answers worked out on paper: every rule on and off.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::check::verify;
use shuanggang::model::{
    CashierRule, ContractRule, DutyGroup, Employment, MatterIx, PersonIx, Plan, PlanStatus, PostIx, Rank, Separation,
    StageId, Step, Unit,
};
use shuanggang::optimise::{Formulation, Settings, plan};
use shuanggang::units::Share;
use std::collections::BTreeSet;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];
const ESTABLISHED: Employment = Employment::Established;
const CONTRACT: Employment = Employment::Contract;

/// Plans in both formulations, has both plans checked, and returns the grouped one.
fn solve(unit: &Unit) -> Plan {
    let named = Settings { formulation: Formulation::Named, ..Settings::default() };
    let [grouped, named] = [Settings::default(), named].map(|settings| plan(unit, &settings, &mut ()).unwrap());
    for plan in [&grouped, &named] {
        assert_eq!(verify(unit, plan), []);
        assert_eq!(plan.status, PlanStatus::Optimal);
    }
    for (one, other) in grouped.stages.iter().zip(&named.stages).filter(|(s, _)| s.id != StageId::Balance) {
        assert!((one.objective - other.objective).abs() < Decimal::new(1, 5), "{one:?} {other:?}");
    }
    grouped
}

/// Service levels of all matters, to six places.
fn levels(unit: &Unit) -> Vec<Decimal> {
    let plan = solve(unit);
    unit.matters().map(|(ix, _)| plan.level(unit, ix).round(6).value().normalize()).collect()
}

fn sum(unit: &Unit) -> Decimal {
    levels(unit).into_iter().sum()
}

fn stage(plan: &Plan, id: StageId) -> Decimal {
    plan.stages.iter().find(|stage| stage.id == id).unwrap().objective
}

fn tenths(n: i64) -> Decimal {
    Decimal::new(n, 1).normalize()
}

#[test]
fn separation_by_post_costs_more_people_than_by_case() {
    // 100 cases of 1 + 1 hour.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 100, BOTH);
    person(&mut unit, ESTABLISHED, 0, 100);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), [tenths(0)]);
    unit.rules.separation = Separation::Off;
    assert_eq!(levels(&unit), [tenths(5)], "100 hours do 50 cases of 2 hours");

    person(&mut unit, ESTABLISHED, 0, 50);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), [tenths(5)], "the one with 50 hours does 50 cases");
    unit.rules.separation = Separation::Case;
    assert_eq!(levels(&unit), [tenths(5)], "200f ≤ 100f + 50: nobody touches more than 100f cases");

    person(&mut unit, ESTABLISHED, 0, 50);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), [tenths(10)], "100 hours handle, 50 + 50 review");

    person(&mut unit, ESTABLISHED, 0, 100);
    unit.people.remove(0);
    unit.rules.separation = Separation::Case;
    assert_eq!(levels(&unit), [tenths(10)], "50 + 50 + 100 hours, nobody above 100 cases");
}

#[test]
fn the_price_of_fixed_posts_shows_where_hours_are_split_badly() {
    // Three people of 100 hours, 150 cases of 1 + 1 hour = 300 hours. By case all is done (each 100 ≤ 150 cases);
    // with fixed posts one post has a single holder: 100 of 150 cases.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 150, BOTH);
    for _ in 0..3 {
        person(&mut unit, ESTABLISHED, 0, 100);
    }
    unit.rules.separation = Separation::Case;
    assert_eq!(levels(&unit), [Decimal::ONE]);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), [Decimal::new(666_667, 6)]);
}

#[test]
fn duty_groups_keep_one_person_out_of_two() {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Finance], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    matter(&mut unit, 1, 0, 10, HANDLE);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(sum(&unit), Decimal::TWO);
    unit.rules.duty_groups = true;
    assert_eq!(sum(&unit), Decimal::ONE);
}

#[test]
fn sections_per_person_limits_how_far_one_person_reaches() {
    let mut unit = unit(&[DutyGroup::Operations; 3], 1);
    for section in 0..3 {
        matter(&mut unit, section, 0, 10, HANDLE);
    }
    person(&mut unit, ESTABLISHED, 0, 100);
    for (most, served) in [(None, 3), (Some(2), 2), (Some(1), 1)] {
        unit.rules.sections_per_person = most;
        assert_eq!(sum(&unit), Decimal::from(served), "{most:?}");
    }
}

#[test]
fn contract_staff_do_only_the_steps_and_duties_of_the_rule() {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Finance], 1);
    matter(&mut unit, 0, 0, 10, BOTH);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.rules.separation = Separation::Post;
    person(&mut unit, CONTRACT, 0, 100);
    person(&mut unit, CONTRACT, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ONE, Decimal::ONE]);
    let handle = BTreeSet::from([Step::Handle]);
    unit.rules.contract_steps =
        Some(ContractRule { steps: handle, duties: BTreeSet::from([DutyGroup::Operations, DutyGroup::Finance]) });
    assert_eq!(levels(&unit), [Decimal::ZERO, Decimal::ONE], "nobody may review");
    unit.rules.contract_steps.as_mut().unwrap().duties = BTreeSet::from([DutyGroup::Operations]);
    assert_eq!(levels(&unit), [Decimal::ZERO, Decimal::ZERO], "nor handle in finance");
}

#[test]
fn leaders_approve_and_only_they_do() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1), (Step::Approve, 60, 1)]);
    unit.rules.separation = Separation::Post;
    for _ in 0..2 {
        let leader = person(&mut unit, ESTABLISHED, 0, 100);
        unit.people[leader.0].rank = Rank::Leader;
        unit.people[leader.0].home = None;
    }
    assert_eq!(levels(&unit), [Decimal::ONE]);
    unit.rules.leader_steps = true;
    assert_eq!(levels(&unit), [Decimal::ZERO], "nobody may handle");
    unit.people[0].rank = Rank::Staff;
    assert_eq!(levels(&unit), [Decimal::ONE]);
    unit.people[1].rank = Rank::Staff;
    assert_eq!(levels(&unit), [Decimal::ZERO], "nobody may approve");
}

#[test]
fn approval_is_free_of_the_rules_on_duties_and_sections() {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Finance], 1);
    for section in 0..2 {
        matter(&mut unit, section, 0, 10, &[(Step::Handle, 60, 1), (Step::Approve, 60, 1)]);
        person(&mut unit, ESTABLISHED, section, 100);
    }
    let leader = person(&mut unit, ESTABLISHED, 0, 100);
    unit.people[leader.0].rank = Rank::Leader;
    unit.people[leader.0].home = None;
    unit.rules.leader_steps = true;
    unit.rules.duty_groups = true;
    unit.rules.sections_per_person = Some(1);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit), [Decimal::ONE, Decimal::ONE]);
    assert_eq!(stage(&solve(&unit), StageId::Moves), Decimal::ZERO);
}

#[test]
fn relatives_never_meet_on_one_matter() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, BOTH);
    unit.rules.separation = Separation::Post;
    person(&mut unit, ESTABLISHED, 0, 100);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ONE]);
    unit.rules.kin = Some(BTreeSet::from([(PersonIx(0), PersonIx(1))]));
    let plan = solve(&unit);
    assert_eq!(levels(&unit), [Decimal::ZERO]);
    assert_eq!(stage(&plan, StageId::Placement), Decimal::ONE, "one of the two can hold no post");
    assert_eq!(plan.unplaced(&unit).count(), 1);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ONE], "a third person works with one of them");
}

#[test]
fn the_cashier_keeps_no_archives() {
    let mut unit = unit(&[DutyGroup::Finance, DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    let archives = matter(&mut unit, 1, 0, 10, HANDLE);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(sum(&unit), Decimal::TWO);
    unit.rules.cashier = Some(CashierRule { posts: BTreeSet::from([PostIx(0)]), excludes: BTreeSet::from([archives]) });
    assert_eq!(sum(&unit), Decimal::ONE);
}

#[test]
fn nobody_audits_their_own_matter() {
    let mut unit = unit(&[DutyGroup::Audit, DutyGroup::Operations], 1);
    let audit = matter(&mut unit, 0, 0, 10, HANDLE);
    let audited = matter(&mut unit, 1, 0, 10, HANDLE);
    unit.matters[audit.0].audits = vec![audited];
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(sum(&unit), Decimal::TWO);
    unit.rules.own_audit = true;
    assert_eq!(sum(&unit), Decimal::ONE);
}

#[test]
fn cover_asks_for_one_holder_more_than_a_case_needs() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 2)]);
    person(&mut unit, ESTABLISHED, 0, 100);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ONE]);
    assert_eq!(stage(&solve(&unit), StageId::Backups), Decimal::ZERO, "both are needed on every case");
    unit.rules.cover = 2;
    assert_eq!(levels(&unit), [Decimal::ZERO]);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ONE]);
    assert_eq!(stage(&solve(&unit), StageId::Backups), Decimal::ONE);
}

#[test]
fn two_inspectors_are_two_people_also_at_a_partial_level() {
    // 100 cases, each needs two people for one hour. 100 and 20 hours: the second person limits it to 20 cases,
    // whatever the first has left; pooling their 120 hours would claim 60.
    let mut unit = unit(&[DutyGroup::Audit], 1);
    matter(&mut unit, 0, 0, 100, &[(Step::Handle, 60, 2)]);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ZERO]);
    person(&mut unit, ESTABLISHED, 0, 20);
    assert_eq!(levels(&unit), [tenths(2)]);
    // Three of 50 hours: 150 hours for 2 × 100f, and nobody on more than 50 cases: f = 0.75.
    unit.people.clear();
    for _ in 0..3 {
        person(&mut unit, ESTABLISHED, 0, 50);
    }
    assert_eq!(levels(&unit), [Decimal::new(75, 2)]);
}

#[test]
fn a_start_is_no_proof() {
    // p0 alone may review and approve: 4 hours do 1 of the 3 approvals of 4 hours each, so 1/3 is served.
    // From a start that serves nothing, HiGHS 1.15.1 called nothing the optimum.
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Operations, DutyGroup::Finance], 2);
    matter(&mut unit, 0, 0, 3, &[(Step::Handle, 0, 2), (Step::Review, 0, 1), (Step::Approve, 240, 1)]);
    matter(&mut unit, 0, 1, 1, &[(Step::Handle, 0, 2)]);
    matter(&mut unit, 2, 1, 1, &[(Step::Handle, 0, 1)]);
    person(&mut unit, ESTABLISHED, 0, 4);
    person(&mut unit, CONTRACT, 0, 8);
    person(&mut unit, CONTRACT, 0, 8);
    unit.rules.duty_groups = true;
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([Step::Handle]), duties: BTreeSet::from([DutyGroup::Operations]) });
    assert_eq!(levels(&unit)[0], Decimal::new(333_333, 6));
}

#[test]
fn higher_tiers_and_heavier_weights_come_first() {
    // 100 hours for two matters of 100 hours each.
    let mut unit = unit(&[DutyGroup::Operations], 2);
    matter(&mut unit, 0, 1, 100, HANDLE);
    matter(&mut unit, 0, 0, 100, HANDLE);
    person(&mut unit, ESTABLISHED, 0, 100);
    assert_eq!(levels(&unit), [Decimal::ZERO, Decimal::ONE]);
    unit.matters[1].tier = unit.matters[0].tier;
    unit.matters[0].weight = Share::new(Decimal::TWO);
    assert_eq!(levels(&unit), [Decimal::ONE, Decimal::ZERO]);
}

#[test]
fn nothing_arriving_counts_as_full_and_needs_nobody() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 0, BOTH);
    assert_eq!(levels(&unit), [Decimal::ONE]);
    assert_eq!(stage(&solve(&unit), StageId::Placement), Decimal::ZERO);
}

#[test]
fn as_few_people_move_as_the_work_allows() {
    // All three are at home in section 0, section 1 needs one of them.
    let mut unit = unit(&[DutyGroup::Operations; 2], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.rules.sections_per_person = Some(1);
    for _ in 0..3 {
        person(&mut unit, ESTABLISHED, 0, 100);
    }
    let plan = solve(&unit);
    assert_eq!(stage(&plan, StageId::Moves), Decimal::ONE);
    assert_eq!(unit.present().filter(|(ix, _)| plan.is_moved(&unit, *ix)).count(), 1);
    assert_eq!(stage(&plan, StageId::Backups), Decimal::ONE, "the two who stay back each other up");
}

#[test]
fn who_can_hold_nothing_is_named_and_the_rest_have_a_section() {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Finance], 1);
    matter(&mut unit, 0, 0, 10, BOTH);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.rules.sections_per_person = Some(1);
    unit.rules.separation = Separation::Post;
    unit.rules.contract_steps =
        Some(ContractRule { steps: BTreeSet::from([Step::Review]), duties: BTreeSet::from([DutyGroup::Finance]) });
    for _ in 0..4 {
        person(&mut unit, ESTABLISHED, 0, 100);
    }
    let barred = person(&mut unit, CONTRACT, 0, 100);
    let plan = solve(&unit);
    assert_eq!(plan.unplaced(&unit).collect::<Vec<_>>(), [barred]);
    assert_eq!(stage(&plan, StageId::Placement), Decimal::ONE);
    assert!((0..4).all(|i| plan.section_of(&unit, PersonIx(i)).is_some()));
}

#[test]
fn hours_are_shared_as_evenly_as_the_posts_allow() {
    // 90 hours over 100 + 50 hours held: both at 60 %.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 90, HANDLE);
    person(&mut unit, ESTABLISHED, 0, 100);
    person(&mut unit, ESTABLISHED, 0, 50);
    let plan = solve(&unit);
    let use_of = |i: usize| plan.hours(&unit, PersonIx(i), None).share_of(unit.people[i].hours).round(6);
    assert_eq!(use_of(0).value().normalize(), tenths(6));
    assert_eq!(use_of(1).value().normalize(), tenths(6));
    assert_eq!(plan.done[0].value(), Decimal::from(90));
    assert_eq!(stage(&plan, StageId::Balance), Decimal::new(36, 2), "0.6²");
}

#[test]
fn people_on_loan_elsewhere_do_not_count() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    let away = person(&mut unit, ESTABLISHED, 0, 100);
    unit.people[away.0].status = shuanggang::model::Status::SecondedOut;
    assert_eq!(levels(&unit), [Decimal::ZERO]);
    assert_eq!(solve(&unit).level(&unit, MatterIx(0)), Share::ZERO);
}
