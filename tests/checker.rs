//! The checker against plans that are good but for one thing.

use crate::support::good_plan::{
    ADVISE, ARCHIVE, ARCHIVE_HANDLE, ARCHIVE_REVIEW, AWAY, CASH, ENROL, ENROL_APPROVE, ENROL_HANDLE, ENROL_REVIEW,
    HANDLE, INSPECT, INSPECT_HANDLE, PAY, good, holder, only,
};
use crate::support::tiny::{matter, no_rules, person, unit};
use rust_decimal::Decimal;
use shuanggang::check::{Breach, Violation, verify, verify_duty_table};
use shuanggang::model::{
    ContractRule, DutyGroup, Employment, EmploymentKind, KindIx, MatterIx, Method, PersonIx, Pin, Plan, PlanStatus,
    PostIx, RuleId, Rules, SectionIx, Separation, Step, Terms, Unit, Work,
};
use shuanggang::units::{Cases, Hours, Share};
use std::collections::{BTreeMap, BTreeSet};

fn violation(breach: Breach, people: &[PersonIx], posts: &[PostIx]) -> Violation {
    Violation { breach, people: people.to_vec(), posts: posts.to_vec(), matter: None, numbers: None }
}

fn pair(found: i64, allowed: i64) -> (Decimal, Decimal) {
    (Decimal::from(found), Decimal::from(allowed))
}

/// One thing done to the good plan, and what the checker must say of it.
struct Mutation {
    mutate: fn(&mut Unit, &mut Plan),
    expected: Violation,
}

/// Somebody holds one post more.
fn rule_mutations() -> Vec<Mutation> {
    let rule = |rule, people: &[PersonIx], posts: &[PostIx]| violation(Breach::Rule(rule), people, posts);
    vec![
        Mutation {
            mutate: |unit, _| unit.matters[ADVISE.0].dual_review_exempt = None,
            expected: Violation { matter: Some(ADVISE), ..rule(RuleId::DualReview, &[], &[]) },
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ENROL_HANDLE, 1), ENROL_REVIEW),
            expected: rule(RuleId::Separation, &[holder(ENROL_HANDLE, 1)], &[ENROL_HANDLE, ENROL_REVIEW]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ENROL_HANDLE, 1), CASH),
            expected: rule(RuleId::DutyGroups, &[holder(ENROL_HANDLE, 1)], &[ENROL_HANDLE, CASH]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ENROL_HANDLE, 1), ARCHIVE_HANDLE),
            expected: Violation {
                numbers: Some(pair(2, 1)),
                ..rule(RuleId::SectionsPerPerson, &[holder(ENROL_HANDLE, 1)], &[ENROL_HANDLE, ARCHIVE_HANDLE])
            },
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ARCHIVE_HANDLE, 1), ARCHIVE_REVIEW),
            expected: rule(RuleId::ContractSteps, &[holder(ARCHIVE_HANDLE, 1)], &[ARCHIVE_REVIEW]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ARCHIVE_HANDLE, 1), CASH),
            expected: rule(RuleId::ContractSteps, &[holder(ARCHIVE_HANDLE, 1)], &[CASH]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ENROL_APPROVE, 1), ENROL_REVIEW),
            expected: rule(RuleId::LeaderSteps, &[holder(ENROL_APPROVE, 1)], &[ENROL_REVIEW]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(ENROL_REVIEW, 1), ENROL_APPROVE),
            expected: rule(RuleId::LeaderSteps, &[holder(ENROL_REVIEW, 1)], &[ENROL_APPROVE]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(INSPECT_HANDLE, 0), ENROL_REVIEW),
            expected: Violation {
                matter: Some(ENROL),
                ..rule(
                    RuleId::Kin,
                    &[holder(ENROL_HANDLE, 0), holder(INSPECT_HANDLE, 0)],
                    &[ENROL_HANDLE, ENROL_REVIEW],
                )
            },
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(CASH, 1), ARCHIVE_HANDLE),
            expected: rule(RuleId::Cashier, &[holder(CASH, 1)], &[ARCHIVE_HANDLE, CASH]),
        },
        Mutation {
            mutate: |_, plan| hold(plan, holder(INSPECT_HANDLE, 2), ENROL_HANDLE),
            expected: rule(RuleId::OwnAudit, &[holder(INSPECT_HANDLE, 2)], &[ENROL_HANDLE, INSPECT_HANDLE]),
        },
        Mutation {
            mutate: |_, plan| drop_post(plan, holder(ARCHIVE_REVIEW, 1), ARCHIVE_REVIEW),
            expected: Violation {
                matter: Some(ARCHIVE),
                numbers: Some(pair(1, 2)),
                ..rule(RuleId::Cover, &[], &[ARCHIVE_REVIEW])
            },
        },
        Mutation {
            // Two inspect, and one more stands by.
            mutate: |_, plan| drop_post(plan, holder(INSPECT_HANDLE, 2), INSPECT_HANDLE),
            expected: Violation {
                matter: Some(INSPECT),
                numbers: Some(pair(2, 3)),
                ..rule(RuleId::Cover, &[], &[INSPECT_HANDLE])
            },
        },
    ]
}

fn terms(unit: &mut Unit) -> &mut Terms {
    &mut unit.people[holder(ENROL_HANDLE, 1).0].terms
}

/// People on terms of their own, which the plan does not keep; no rule of the scenario speaks of that.
fn term_mutations() -> Vec<Mutation> {
    let of = |breach| violation(breach, &[holder(ENROL_HANDLE, 1)], &[ENROL_HANDLE]);
    vec![
        Mutation { mutate: |unit, _| terms(unit).pinned = Some(Pin::Post(CASH)), expected: of(Breach::Pinned) },
        Mutation { mutate: |unit, _| terms(unit).not_at.extend([ENROL_HANDLE]), expected: of(Breach::NotAt) },
        Mutation {
            mutate: |unit, _| terms(unit).split = BTreeMap::from([(SectionIx(1), Share::ONE)]),
            expected: of(Breach::Split),
        },
        Mutation {
            mutate: |unit, _| terms(unit).rights = Some(ContractRule::default()),
            expected: of(Breach::OwnRights),
        },
        Mutation {
            mutate: |unit, _| {
                let (id, name) = ("trainee".to_owned(), "见习".to_owned());
                let may = ContractRule::default();
                unit.kinds.push(EmploymentKind { id, name, name_en: None, employment: Employment::Established, may });
                terms(unit).kind = Some(KindIx(0));
            },
            expected: of(Breach::Kind),
        },
    ]
}

/// What is agreed between sections, people and matters is broken.
fn bound_mutations() -> Vec<Mutation> {
    let of = |breach, person: PersonIx, posts: &[PostIx]| violation(breach, &[person], posts);
    vec![
        Mutation {
            mutate: |unit, _| {
                let cashier = &mut unit.people[holder(CASH, 0).0];
                cashier.terms.split = BTreeMap::from([(SectionIx(2), Share::new(Decimal::new(9, 2)))]);
            },
            expected: Violation { numbers: Some(pair(10, 9)), ..of(Breach::Split, holder(CASH, 0), &[]) },
        },
        Mutation {
            // Four people sit in the section of the archive, and one of them goes elsewhere.
            mutate: |unit, plan| {
                unit.sections[1].minimum = 4;
                plan.held.remove(&(holder(ARCHIVE_REVIEW, 1), ARCHIVE_REVIEW));
                hold(plan, holder(ARCHIVE_REVIEW, 1), ENROL_REVIEW);
            },
            expected: Violation { numbers: Some(pair(3, 4)), ..violation(Breach::Minimum, &[], &[ARCHIVE_HANDLE]) },
        },
        Mutation {
            mutate: |unit, plan| {
                unit.matters[PAY.0].after = vec![ARCHIVE];
                plan.done[ARCHIVE.0] = Cases::from(5);
                plan.work.iter_mut().filter(|w| w.matter == ARCHIVE).for_each(|w| w.cases = Cases::from(5));
            },
            expected: Violation { matter: Some(PAY), numbers: Some(pair(10, 5)), ..violation(Breach::Order, &[], &[]) },
        },
        Mutation {
            mutate: |unit, plan| {
                unit.matters[ADVISE.0].same_handler = Some(ENROL);
                work_of(plan, ADVISE, Step::Handle).person = holder(ENROL_HANDLE, 1);
            },
            expected: Violation {
                matter: Some(ADVISE),
                numbers: Some(pair(10, 0)),
                ..of(Breach::SameHandler, holder(ENROL_HANDLE, 1), &[])
            },
        },
    ]
}

/// The arithmetic of the plan is broken; no rule of the scenario speaks of that.
fn arithmetic_mutations() -> Vec<Mutation> {
    let of = |breach, person: PersonIx, posts: &[PostIx]| violation(breach, &[person], posts);
    vec![
        Mutation {
            mutate: |_, plan| hold(plan, AWAY, ENROL_HANDLE),
            expected: of(Breach::Absent, AWAY, &[ENROL_HANDLE]),
        },
        Mutation {
            mutate: |_, plan| work_of(plan, ENROL, Step::Handle).person = holder(ENROL_REVIEW, 1),
            expected: Violation {
                matter: Some(ENROL),
                numbers: Some(pair(10, 0)),
                ..of(Breach::WorkWithoutPost, holder(ENROL_REVIEW, 1), &[ENROL_HANDLE])
            },
        },
        Mutation {
            // Advice has no review step, though its section has a review post.
            mutate: |_, plan| add_work(plan, holder(ENROL_REVIEW, 0), ADVISE, Step::Review, 3),
            expected: Violation {
                matter: Some(ADVISE),
                numbers: Some(pair(3, 0)),
                ..of(Breach::WorkWithoutPost, holder(ENROL_REVIEW, 0), &[])
            },
        },
        Mutation {
            mutate: |_, plan| {
                hold(plan, holder(ARCHIVE_REVIEW, 1), ARCHIVE_HANDLE);
                work_of(plan, ARCHIVE, Step::Handle).cases = Cases::from(6);
                add_work(plan, holder(ARCHIVE_HANDLE, 1), ARCHIVE, Step::Handle, 5);
                add_work(plan, holder(ARCHIVE_REVIEW, 1), ARCHIVE, Step::Handle, -1);
            },
            expected: Violation {
                matter: Some(ARCHIVE),
                numbers: Some(pair(-1, 0)),
                ..of(Breach::WorkWithoutPost, holder(ARCHIVE_REVIEW, 1), &[ARCHIVE_HANDLE])
            },
        },
        Mutation {
            mutate: |unit, _| unit.people[holder(CASH, 0).0].hours = Hours::from(9),
            expected: Violation { numbers: Some(pair(10, 9)), ..of(Breach::Hours, holder(CASH, 0), &[]) },
        },
        Mutation {
            mutate: |_, plan| work_of(plan, ENROL, Step::Review).cases = Cases::from(9),
            expected: Violation {
                matter: Some(ENROL),
                numbers: Some(pair(9, 10)),
                ..violation(Breach::Conservation, &[], &[ENROL_REVIEW])
            },
        },
        Mutation {
            // Two inspectors on each of ten cases make twenty.
            mutate: |_, plan| work_of(plan, INSPECT, Step::Handle).cases = Cases::from(9),
            expected: Violation {
                matter: Some(INSPECT),
                numbers: Some(pair(19, 20)),
                ..violation(Breach::Conservation, &[], &[INSPECT_HANDLE])
            },
        },
        Mutation {
            mutate: |_, plan| {
                plan.done[PAY.0] = Cases::from(11);
                plan.work.iter_mut().filter(|w| w.matter == PAY).for_each(|w| w.cases = Cases::from(11));
            },
            expected: Violation {
                matter: Some(PAY),
                numbers: Some(pair(11, 10)),
                ..violation(Breach::Level, &[], &[])
            },
        },
        Mutation {
            // 12 + 8 are twenty, but one of ten cases would meet the first inspector twice.
            mutate: |_, plan| {
                let shares = [12, 8];
                let inspections = plan.work.iter_mut().filter(|w| w.matter == INSPECT && w.step == Step::Handle);
                inspections.zip(shares).for_each(|(work, cases)| work.cases = Cases::from(cases));
            },
            expected: Violation {
                matter: Some(INSPECT),
                numbers: Some(pair(12, 10)),
                ..of(Breach::Pairing, holder(INSPECT_HANDLE, 0), &[])
            },
        },
    ]
}

fn hold(plan: &mut Plan, person: PersonIx, post: PostIx) {
    assert!(plan.held.insert((person, post)), "the good plan has it already");
}

fn drop_post(plan: &mut Plan, person: PersonIx, post: PostIx) {
    assert!(plan.held.remove(&(person, post)), "the good plan has it not");
}

/// The first entry of a step's work.
fn work_of(plan: &mut Plan, matter: MatterIx, step: Step) -> &mut Work {
    plan.work.iter_mut().find(|w| w.matter == matter && w.step == step).unwrap()
}

fn add_work(plan: &mut Plan, person: PersonIx, matter: MatterIx, step: Step, cases: i64) {
    plan.work.push(Work { person, matter, step, cases: Cases::new(Decimal::from(cases)) });
}

#[test]
fn the_good_plan_passes_with_all_rules_on() {
    let (unit, plan) = good();
    assert_eq!(verify(&unit, &plan), []);
    assert_eq!(verify_duty_table(&unit, &plan.held), []);
}

#[test]
fn a_broken_rule_is_named_alone_and_a_rule_that_is_off_is_not_broken() {
    for Mutation { mutate, expected } in rule_mutations() {
        let Breach::Rule(rule) = expected.breach else { panic!("{expected:?} is no rule") };
        let (mut unit, mut plan) = good();
        mutate(&mut unit, &mut plan);
        assert!(verify(&unit, &plan).contains(&expected), "{expected:?} among all rules");
        unit.rules = only(rule);
        let expected = [expected];
        assert_eq!(verify(&unit, &plan), expected);
        let of_table = if rule == RuleId::Cover { &[][..] } else { &expected };
        assert_eq!(verify_duty_table(&unit, &plan.held), of_table, "cover speaks of work, not of the table");
        unit.rules = no_rules();
        assert_eq!(verify(&unit, &plan), [], "{rule:?} is off");
    }
}

#[test]
fn broken_arithmetic_is_named_whatever_the_rules() {
    for Mutation { mutate, expected } in
        arithmetic_mutations().into_iter().chain(term_mutations()).chain(bound_mutations())
    {
        let (mut unit, mut plan) = good();
        mutate(&mut unit, &mut plan);
        assert!(verify(&unit, &plan).contains(&expected), "{expected:?} among all rules");
        unit.rules = no_rules();
        assert_eq!(verify(&unit, &plan), [expected]);
    }
}

#[test]
fn every_breach_has_a_mutation() {
    let mutations =
        rule_mutations().into_iter().chain(term_mutations()).chain(bound_mutations()).chain(arithmetic_mutations());
    let tried: BTreeSet<Breach> = mutations.map(|mutation| mutation.expected.breach).collect();
    let mut all: BTreeSet<Breach> = Breach::all().into_iter().collect();
    // Long tenure is a finding, a year's leave is judged by itself (tests/calendar.rs): no plan breaks them.
    all.retain(|breach| ![Breach::Rule(RuleId::Rotation), Breach::Leave].contains(breach));
    assert_eq!(tried, all);
}

#[test]
fn fewer_cases_than_none_are_refused() {
    let (mut unit, mut plan) = good();
    unit.rules = no_rules();
    plan.done[PAY.0] = Cases::new(Decimal::NEGATIVE_ONE);
    plan.work.retain(|work| work.matter != PAY);
    let found: Vec<_> = verify(&unit, &plan).into_iter().map(|v| (v.breach, v.numbers)).collect();
    let (nothing, less) = (Decimal::ZERO, Decimal::NEGATIVE_ONE);
    let unbalanced = (Breach::Conservation, Some((nothing, less)));
    assert_eq!(found, [unbalanced, unbalanced, (Breach::Level, Some((less, Decimal::TEN)))]);
}

#[test]
fn with_case_separation_one_person_may_do_both_steps_up_to_the_cases_there_are() {
    // One person handles 6 of 10 cases; reviewing the other 4 is fine, reviewing 5 is one case too many.
    let (first, second) = (holder(ARCHIVE_HANDLE, 0), holder(ARCHIVE_HANDLE, 1));
    for (reviewed, separation, expected) in [
        (4, Separation::Case, vec![]),
        (5, Separation::Case, vec![(first, Some(pair(11, 10)))]),
        (5, Separation::Off, vec![]),
    ] {
        let (mut unit, mut plan) = good();
        unit.rules = Rules { separation, ..no_rules() };
        hold(&mut plan, first, ARCHIVE_REVIEW);
        work_of(&mut plan, ARCHIVE, Step::Handle).cases = Cases::from(6);
        add_work(&mut plan, second, ARCHIVE, Step::Handle, 4);
        work_of(&mut plan, ARCHIVE, Step::Review).cases = Cases::new(Decimal::from(10 - reviewed));
        add_work(&mut plan, first, ARCHIVE, Step::Review, reviewed);
        let found = verify(&unit, &plan);
        assert!(found.iter().all(|v| v.breach == Breach::Pairing && v.matter == Some(ARCHIVE)), "{found:?}");
        let found: Vec<_> = found.into_iter().map(|v| (v.people[0], v.numbers)).collect();
        assert_eq!(found, expected);
    }
}

/// 12.5 minutes a case: 480 cases take 100 hours, and each 0.0048 cases more take 0.001 hours more.
#[test]
fn hours_are_exact_decimals_with_a_thousandth_of_an_hour_to_spare() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    let only = matter(&mut unit, 0, 0, 1000, &[HANDLE]);
    unit.matters[only.0].steps[0].minutes.value = shuanggang::units::Minutes::new(Decimal::new(125, 1));
    let doer = person(&mut unit, Employment::Established, 0, 100);
    assert_eq!(unit.people[doer.0].home, Some(SectionIx(0)));
    for (cases, used) in [
        (Decimal::from(480), None),
        (Decimal::new(4_800_024, 4), None),
        (Decimal::new(4_800_048, 4), None),
        (Decimal::new(4_800_096, 4), Some(Decimal::new(100_002, 3))),
    ] {
        let cases = Cases::new(cases);
        let plan = Plan {
            status: PlanStatus::Optimal,
            stages: Vec::new(),
            method: Method::Program,
            engine: String::new(),
            held: BTreeSet::from([(doer, PostIx(0))]),
            work: vec![Work { person: doer, matter: only, step: Step::Handle, cases }],
            done: vec![cases],
        };
        let expected: Vec<Violation> = used
            .into_iter()
            .map(|used| Violation {
                numbers: Some((used, Decimal::ONE_HUNDRED)),
                ..violation(Breach::Hours, &[doer], &[])
            })
            .collect();
        assert_eq!(verify(&unit, &plan), expected, "{cases} cases");
    }
}
