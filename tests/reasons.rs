//! What the analysis says of units whose reasons were worked out on paper.

use crate::support::tiny::{matter, person, two_desks, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::{Assessment, Limit, PeopleProof, Reason, ReasonCode, ServiceStatus, assess};
use shuanggang::model::{ContractRule, DutyGroup, Employment, MatterIx, PostIx, Separation, Step, TierIx, Unit};
use shuanggang::optimise::Settings;
use shuanggang::units::Share;
use std::collections::BTreeSet;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];
const OPERATIONS: DutyGroup = DutyGroup::Operations;
const HANDLE_POST: PostIx = PostIx(0);
const SECOND_POST: PostIx = PostIx(1);

fn assessed(unit: &Unit) -> Assessment {
    assess(unit, &Settings::default(), &mut ()).unwrap()
}

fn level(hundredths: i64) -> Share {
    Share::new(Decimal::new(hundredths, 2).normalize())
}

/// The only shortfall of a unit, its levels to four places: further down stand the tolerances of the engine.
fn shortfall(unit: &Unit) -> (MatterIx, ServiceStatus, Reason) {
    let shortfalls = assessed(unit).shortfalls;
    assert_eq!(shortfalls.len(), 1, "{shortfalls:?}");
    let found = shortfalls[0].clone();
    let rounded = |share: Share| Share::new(share.round(4).value().normalize());
    let (alone, after_higher_tiers) = (rounded(found.reason.alone), rounded(found.reason.after_higher_tiers));
    (found.matter, found.status, Reason { alone, after_higher_tiers, ..found.reason })
}

/// A desk with one matter of ten cases and `people` who have time for all of them.
fn desk(steps: &[(Step, u32, u32)], people: usize, employment: Employment) -> Unit {
    let mut unit = unit(&[OPERATIONS], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 10, steps);
    for _ in 0..people {
        person(&mut unit, employment, 0, 100);
    }
    unit
}

fn contract_rule(step: Step) -> ContractRule {
    ContractRule { steps: BTreeSet::from([step]), duties: BTreeSet::from([OPERATIONS]) }
}

/// Nobody may hold a post: nothing can be done, however many may hold the others.
fn nobody(code: ReasonCode, post: PostIx, people_left: u32) -> (MatterIx, ServiceStatus, Reason) {
    let reason = Reason {
        code,
        post: Some(post),
        limit: Limit::People(PeopleProof::Alone),
        alone: Share::ZERO,
        after_higher_tiers: Share::ZERO,
        people_needed: 2,
        people_left,
        waits_for: None,
    };
    (MatterIx(0), ServiceStatus::Stalled, reason)
}

#[test]
fn no_eligible_handler() {
    // Contract staff may only review, and there is nobody else; two of them could sit at the review post.
    let mut unit = desk(BOTH, 2, Employment::Contract);
    unit.rules.contract_steps = Some(contract_rule(Step::Review));
    assert_eq!(shortfall(&unit), nobody(ReasonCode::NoEligibleHandler, HANDLE_POST, 2));
}

#[test]
fn no_eligible_reviewer() {
    let mut unit = desk(BOTH, 3, Employment::Contract);
    unit.rules.contract_steps = Some(contract_rule(Step::Handle));
    assert_eq!(shortfall(&unit), nobody(ReasonCode::NoEligibleReviewer, SECOND_POST, 3));
}

#[test]
fn no_eligible_approver() {
    // Only leaders approve, and there is none.
    let mut unit = desk(&[(Step::Handle, 60, 1), (Step::Approve, 60, 1)], 2, Employment::Established);
    unit.rules.leader_steps = true;
    assert_eq!(shortfall(&unit), nobody(ReasonCode::NoEligibleApprover, SECOND_POST, 2));
}

#[test]
fn no_second_person() {
    // One person may hold either post but not both.
    let mut unit = desk(BOTH, 1, Employment::Established);
    let reason = Reason {
        code: ReasonCode::NoSecondPerson,
        post: None,
        limit: Limit::People(PeopleProof::Alone),
        alone: Share::ZERO,
        after_higher_tiers: Share::ZERO,
        people_needed: 2,
        people_left: 1,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(0), ServiceStatus::Stalled, reason.clone()));

    // Two inspectors, a reviewer, and one more for each of the two posts: five. One is there.
    unit.matters[0].steps[0].people = 2;
    unit.rules.cover = 2;
    assert_eq!(shortfall(&unit).2, Reason { people_needed: 5, ..reason.clone() });

    // The only person sits in another section for the sake of a higher tier: nobody is left.
    let mut unit = desk(BOTH, 1, Employment::Established);
    unit.matters[0].tier = TierIx(1);
    unit.tiers.push(shuanggang::model::Tier { id: "t1".into(), name: "T1".into(), name_en: None });
    unit.sections.push(shuanggang::model::Section {
        id: "s1".into(),
        name: "S1".into(),
        name_en: None,
        duty: OPERATIONS,
        minimum: 0,
    });
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.rules.sections_per_person = Some(1);
    assert_eq!(shortfall(&unit).2, Reason { people_left: 0, ..reason });
}

#[test]
fn hours_exhausted_names_the_post_whose_hours_bind() {
    // 100 cases of half an hour and one hour, two people of 50 hours: one handles all 100, the other reviews 50.
    // Handling in no time would not help, reviewing in no time would.
    let mut unit = unit(&[OPERATIONS], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 100, &[(Step::Handle, 30, 1), (Step::Review, 60, 1)]);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 50);
    }
    let reason = Reason {
        code: ReasonCode::HoursExhausted,
        post: Some(SECOND_POST),
        limit: Limit::Hours,
        alone: level(50),
        after_higher_tiers: level(50),
        people_needed: 2,
        people_left: 2,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(0), ServiceStatus::Slowed, reason.clone()));

    // With an hour at both steps either post binds, and neither alone would help.
    unit.matters[0].steps[0].minutes = unit.matters[0].steps[1].minutes.clone();
    assert_eq!(shortfall(&unit).2, Reason { post: None, ..reason });
}

#[test]
fn kept_for_a_higher_tier_for_want_of_people() {
    // Three people, each in one section: the first tier takes two, and one cannot both handle and review.
    let unit = two_desks();
    let reason = Reason {
        code: ReasonCode::KeptForHigherTier,
        post: None,
        limit: Limit::People(PeopleProof::AboveTimeless),
        alone: Share::ONE,
        after_higher_tiers: Share::ZERO,
        people_needed: 2,
        people_left: 1,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(1), ServiceStatus::Stalled, reason));
}

#[test]
fn kept_for_a_higher_tier_for_want_of_hours() {
    // 120 hours: 100 go to the first tier, 20 of 50 cases remain.
    let mut unit = unit(&[OPERATIONS], 2);
    matter(&mut unit, 0, 0, 100, HANDLE);
    matter(&mut unit, 0, 1, 50, HANDLE);
    person(&mut unit, Employment::Established, 0, 120);
    let reason = Reason {
        code: ReasonCode::KeptForHigherTier,
        post: None,
        limit: Limit::Hours,
        alone: Share::ONE,
        after_higher_tiers: level(40),
        people_needed: 1,
        people_left: 1,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(1), ServiceStatus::Slowed, reason));
}

#[test]
fn kept_for_the_same_tier_for_want_of_hours() {
    // 100 hours serve the matter of 100 cases in full, or half of the one of 200 cases: the first adds more.
    let mut unit = unit(&[OPERATIONS], 1);
    matter(&mut unit, 0, 0, 200, HANDLE);
    matter(&mut unit, 0, 0, 100, HANDLE);
    person(&mut unit, Employment::Established, 0, 100);
    let reason = Reason {
        code: ReasonCode::KeptForSameTier,
        post: None,
        limit: Limit::Hours,
        alone: level(50),
        after_higher_tiers: level(50),
        people_needed: 1,
        people_left: 1,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(0), ServiceStatus::Stalled, reason));
}

#[test]
fn kept_for_the_same_tier_for_want_of_people() {
    // One person sits in one of two sections: where the weight is.
    let mut unit = unit(&[OPERATIONS; 2], 1);
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.matters[1].weight = Share::new(Decimal::TWO);
    person(&mut unit, Employment::Established, 0, 100);
    let reason = Reason {
        code: ReasonCode::KeptForSameTier,
        post: None,
        limit: Limit::People(PeopleProof::TierTimeless),
        alone: Share::ONE,
        after_higher_tiers: Share::ONE,
        people_needed: 1,
        people_left: 1,
        waits_for: None,
    };
    assert_eq!(shortfall(&unit), (MatterIx(0), ServiceStatus::Stalled, reason));
}

#[test]
fn shortfalls_stand_in_order_of_tier() {
    // 10 hours for three matters of 100: one of the first tier has them, the others stall.
    let mut unit = unit(&[OPERATIONS], 2);
    for tier in [1, 0, 0] {
        matter(&mut unit, 0, tier, 100, HANDLE);
    }
    unit.matters[2].weight = Share::new(Decimal::TWO);
    person(&mut unit, Employment::Established, 0, 10);
    let found: Vec<_> = assessed(&unit).shortfalls.into_iter().map(|s| (s.matter.0, s.status)).collect();
    let (stalled, slowed) = (ServiceStatus::Stalled, ServiceStatus::Slowed);
    assert_eq!(found, [(1, stalled), (2, slowed), (0, stalled)]);
}

#[test]
fn status_turns_at_one_thousandth_from_either_end() {
    for (millionths, status) in [
        (1_000_000, ServiceStatus::Full),
        (999_000, ServiceStatus::Full),
        (998_999, ServiceStatus::Slowed),
        (1_001, ServiceStatus::Slowed),
        (1_000, ServiceStatus::Stalled),
        (0, ServiceStatus::Stalled),
    ] {
        assert_eq!(ServiceStatus::from(Share::new(Decimal::new(millionths, 6))), status, "{millionths}");
    }
}

#[test]
fn a_plan_that_reaches_the_threshold_has_the_status_of_the_threshold() {
    // 1,000 cases of one hour: the hours are the thousandths.
    for (hours, status) in [
        (1000, ServiceStatus::Full),
        (999, ServiceStatus::Full),
        (998, ServiceStatus::Slowed),
        (2, ServiceStatus::Slowed),
        (1, ServiceStatus::Stalled),
    ] {
        let mut unit = unit(&[OPERATIONS], 1);
        matter(&mut unit, 0, 0, 1000, HANDLE);
        person(&mut unit, Employment::Established, 0, hours);
        let found: Vec<_> = assessed(&unit).shortfalls.iter().map(|s| s.status).collect();
        let expected = if status == ServiceStatus::Full { vec![] } else { vec![status] };
        assert_eq!(found, expected, "{hours} hours");
    }
}
