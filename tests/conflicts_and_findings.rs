//! What the other value of a conflict would change, and what the rules report but do not forbid.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::{Assessment, Finding, Outcome, ServiceStatus, assess, findings};
use shuanggang::model::{
    Basis, CashierRule, Conflict, ConflictTarget, ConflictValue, DutyGroup, Employment, PersonIx, PostIx, RotationRule,
    Sourced, Step, TierIx, Unit, Volume,
};
use shuanggang::optimise::Settings;
use shuanggang::units::{Month, Share};
use std::collections::BTreeSet;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const OPERATIONS: DutyGroup = DutyGroup::Operations;
const HANDLE_POST: PostIx = PostIx(0);
const SECOND_POST: PostIx = PostIx(1);

fn assessed(unit: &Unit) -> Assessment {
    assess(unit, &Settings::default(), &mut ()).unwrap()
}

fn conflict(target: Option<ConflictTarget>, values: [i64; 2]) -> Conflict {
    let value = |value| ConflictValue { value: Decimal::from(value), basis: Basis::Document, source: "S".into() };
    let values = values.map(value).to_vec();
    Conflict { id: "c".into(), topic: "C".into(), values, used: 0, target, note: None }
}

fn outcomes(unit: &Unit) -> Vec<Outcome> {
    let mut effects = assessed(unit).conflicts;
    assert_eq!(effects.len(), 1);
    effects.remove(0).outcomes
}

#[test]
fn the_other_value_of_a_driver_is_planned_again() {
    // 100 hours. The driver as used, 200, gives 100 cases of the first tier: all the hours, and the second stalls.
    // With 101 it gives 50.5, rounded half up 51 cases: 49 of the second tier's 70 hours remain.
    let mut unit = unit(&[OPERATIONS], 2);
    let driven = matter(&mut unit, 0, 0, 100, HANDLE);
    let below = matter(&mut unit, 0, 1, 70, HANDLE);
    person(&mut unit, Employment::Established, 0, 100);
    let rate = Sourced { value: Decimal::new(5, 1), basis: Basis::Assumption, source: None };
    unit.matters[driven.0].volume = Volume::Driven { driver: "insured".into(), rate };
    unit.drivers.insert("insured".into(), Decimal::from(200));
    unit.conflicts = vec![conflict(Some(ConflictTarget::Driver("insured".into())), [200, 101])];

    let assessment = assessed(&unit);
    let stalled: Vec<_> = assessment.shortfalls.iter().map(|s| (s.matter, s.status)).collect();
    assert_eq!(stalled, [(below, ServiceStatus::Stalled)]);
    let replanned = Outcome::Replanned {
        service: vec![(TierIx(0), Decimal::ONE), (TierIx(1), Decimal::new(7, 1))],
        stalled: vec![],
        slowed: vec![below],
    };
    // The value in use needs no second plan.
    assert_eq!(outcomes(&unit), [Outcome::Nothing, replanned]);

    // The other way round: with the larger value the second tier stalls.
    unit.drivers.insert("insured".into(), Decimal::from(101));
    unit.matters[driven.0].arriving = shuanggang::units::Cases::from(51);
    unit.conflicts[0].used = 1;
    let replanned = Outcome::Replanned {
        service: vec![(TierIx(0), Decimal::ONE), (TierIx(1), Decimal::ZERO)],
        stalled: vec![below],
        slowed: vec![],
    };
    assert_eq!(outcomes(&unit), [replanned, Outcome::Nothing]);
}

#[test]
fn a_conflict_of_headcounts_moves_vacancies_and_never_the_plan() {
    // Three established, one of them on loan elsewhere, and one contract worker.
    let mut unit = unit(&[OPERATIONS], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    for employment in [Employment::Established, Employment::Established, Employment::Established, Employment::Contract]
    {
        person(&mut unit, employment, 0, 100);
    }
    unit.people[0].status = shuanggang::model::Status::SecondedOut;
    unit.on_paper = unit.headcount();
    let stated = |stated: i64, roster| Outcome::Headcount { stated: Decimal::from(stated), roster };
    for (target, expected) in [
        (Some(ConflictTarget::Authorised), [Outcome::Vacancies(2), Outcome::Vacancies(-1)]),
        (Some(ConflictTarget::OnBooks), [stated(5, 3), stated(2, 3)]),
        (Some(ConflictTarget::OnDuty), [stated(5, 2), stated(2, 2)]),
        (Some(ConflictTarget::Contract), [stated(5, 1), stated(2, 1)]),
        (None, [Outcome::Nothing, Outcome::Nothing]),
    ] {
        unit.conflicts = vec![conflict(target, [5, 2])];
        assert_eq!(outcomes(&unit), expected);
    }
}

/// One person at a high-risk post of the second section since a month; the plan year begins in 2024-01.
fn long_serving(since: Month) -> Unit {
    let mut unit = unit(&[OPERATIONS; 2], 1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.rules.sections_per_person = Some(1);
    unit.rules.rotation = Some(RotationRule { years: 5, posts: BTreeSet::from([SECOND_POST]) });
    let holder = person(&mut unit, Employment::Established, 1, 100);
    unit.people[holder.0].posts_today = vec![SECOND_POST];
    unit.people[holder.0].post_since = Some(since);
    unit
}

#[test]
fn five_years_at_a_high_risk_post_are_allowed_and_one_month_more_is_reported() {
    let five_years = long_serving(Month::new(2019, 1).unwrap());
    assert_eq!(findings(&five_years, None), []);

    let since = Month::new(2018, 12).unwrap();
    let mut unit = long_serving(since);
    let finding = [Finding::LongTenure { person: PersonIx(0), post: SECOND_POST, since }];
    assert_eq!(findings(&unit, None), finding);
    person(&mut unit, Employment::Established, 0, 100);
    assert_eq!(assessed(&unit).findings, finding, "both stay at home");

    // The first section's matter weighs more and only this person is left: the plan moves them away.
    unit.people.pop();
    unit.matters[0].weight = Share::new(Decimal::TWO);
    assert_eq!(assessed(&unit).findings, []);
    assert_eq!(findings(&unit, None).len(), 1, "today the person is still there");

    unit.rules.rotation = None;
    assert_eq!(findings(&unit, None), []);
}

#[test]
fn a_high_risk_post_of_people_on_loan_and_an_ordinary_post_are_not_reported() {
    let mut unit = long_serving(Month::new(2010, 1).unwrap());
    unit.people[0].posts_today = vec![HANDLE_POST];
    assert_eq!(findings(&unit, None), []);
    unit.people[0].posts_today = vec![SECOND_POST];
    unit.people[0].status = shuanggang::model::Status::SecondedOut;
    assert_eq!(findings(&unit, None), []);
}

#[test]
fn exempt_matters_and_accounts_at_the_cashiers_own_post_are_reported() {
    let mut unit = unit(&[DutyGroup::Finance, OPERATIONS], 1);
    let cash = matter(&mut unit, 0, 0, 10, HANDLE);
    let accounts = matter(&mut unit, 0, 0, 10, HANDLE);
    let archives = matter(&mut unit, 1, 0, 10, HANDLE);
    unit.matters[cash.0].dual_review_exempt = Some("出纳单独收付，按日核对".into());
    unit.rules.cashier =
        Some(CashierRule { posts: BTreeSet::from([HANDLE_POST]), excludes: BTreeSet::from([accounts, archives]) });
    let expected =
        [Finding::ExemptFromDualReview(cash), Finding::CashierKeepsAccounts { matter: accounts, post: HANDLE_POST }];
    assert_eq!(findings(&unit, None), expected, "archives lie at another post, which the rule keeps apart");
    unit.rules.cashier = None;
    assert_eq!(findings(&unit, None), expected[..1]);
}
