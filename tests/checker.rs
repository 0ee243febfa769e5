//! The checker against plans that are good but for one thing.

use crate::support::regressions;
use crate::support::tiny::{matter, no_rules, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::check::{Breach, Violation, verify, verify_duty_table};
use shuanggang::model::{
    CashierRule, ContractRule, DutyGroup, Employment, MatterIx, PersonIx, Plan, PlanStatus, PostIx, Rank, RuleId,
    Rules, SectionIx, Separation, Status, Step, Unit, Work,
};
use shuanggang::units::{Cases, Hours};
use std::collections::BTreeSet;

const HANDLE: (Step, u32, u32) = (Step::Handle, 60, 1);
const REVIEW: (Step, u32, u32) = (Step::Review, 60, 1);

/// The matters of [`good`], ten cases each.
const ENROL: MatterIx = MatterIx(0);
const ARCHIVE: MatterIx = MatterIx(1);
const PAY: MatterIx = MatterIx(2);
const INSPECT: MatterIx = MatterIx(3);
const ADVISE: MatterIx = MatterIx(4);

/// The posts of [`good`], in order of section, duty group and step.
const ENROL_HANDLE: PostIx = PostIx(0);
const ENROL_REVIEW: PostIx = PostIx(1);
const ENROL_APPROVE: PostIx = PostIx(2);
const ARCHIVE_HANDLE: PostIx = PostIx(3);
const ARCHIVE_REVIEW: PostIx = PostIx(4);
const CASH: PostIx = PostIx(5);
const INSPECT_HANDLE: PostIx = PostIx(7);

/// On loan elsewhere.
const AWAY: PersonIx = PersonIx(19);

/// Whoever is the first, second, ... holder of a post in [`good`]: two at each post, three where two must inspect.
fn holder(post: PostIx, nth: usize) -> PersonIx {
    let before = if post.0 > INSPECT_HANDLE.0 { 2 * post.0 + 1 } else { 2 * post.0 };
    PersonIx(before + nth)
}

/// A unit with every rule on, and a plan that keeps them all: everyone holds one post at home,
/// and the first holders do all the cases.
fn good() -> (Unit, Plan) {
    use DutyGroup::{Audit, Finance, Operations};
    let mut unit = unit(&[Operations, Operations, Finance, Audit], 1);
    matter(&mut unit, 0, 0, 10, &[HANDLE, REVIEW, (Step::Approve, 60, 1)]);
    matter(&mut unit, 1, 0, 10, &[HANDLE, REVIEW]);
    matter(&mut unit, 2, 0, 10, &[HANDLE, REVIEW]);
    matter(&mut unit, 3, 0, 10, &[(Step::Handle, 60, 2), REVIEW]);
    matter(&mut unit, 0, 0, 10, &[HANDLE]);
    unit.matters[ADVISE.0].dual_review_exempt = Some("咨询不形成业务结论".into());
    unit.matters[INSPECT.0].audits = vec![ENROL];

    let mut held = BTreeSet::new();
    for (post, cell) in unit.posts.clone().into_iter().enumerate().map(|(i, cell)| (PostIx(i), cell)) {
        for nth in 0..if post == INSPECT_HANDLE { 3 } else { 2 } {
            let ix = person(&mut unit, Employment::Established, cell.section.0, 100);
            assert_eq!(ix, holder(post, nth));
            held.insert((ix, post));
            if post == ENROL_APPROVE {
                unit.people[ix.0].rank = Rank::Leader;
                unit.people[ix.0].home = None;
            }
            if post == ARCHIVE_HANDLE {
                unit.people[ix.0].employment = Employment::Contract;
            }
        }
    }
    let away = person(&mut unit, Employment::Established, 0, 0);
    assert_eq!(away, AWAY);
    unit.people[away.0].status = Status::SecondedOut;
    unit.rules = all_rules();

    let ten = Cases::from(10);
    let mut work = Vec::new();
    for (ix, matter) in unit.matters() {
        for step in &matter.steps {
            let post = unit.post_for(matter, step);
            for nth in 0..step.people as usize {
                work.push(Work { person: holder(post, nth), matter: ix, step: step.step, cases: ten });
            }
        }
    }
    let done = vec![ten; unit.matters.len()];
    (unit, Plan { status: PlanStatus::Optimal, stages: Vec::new(), engine: String::new(), held, work, done })
}

fn all_rules() -> Rules {
    Rules {
        dual_review: true,
        separation: Separation::Post,
        duty_groups: true,
        sections_per_person: Some(1),
        contract_steps: Some(ContractRule {
            steps: BTreeSet::from([Step::Handle]),
            duties: BTreeSet::from([DutyGroup::Operations]),
        }),
        leader_steps: true,
        kin: Some(BTreeSet::from([(holder(ENROL_HANDLE, 0), holder(INSPECT_HANDLE, 0))])),
        cashier: Some(CashierRule { posts: BTreeSet::from([CASH]), excludes: BTreeSet::from([ARCHIVE]) }),
        own_audit: true,
        rotation: None,
        cover: 2,
        ..no_rules()
    }
}

/// All rules off but one.
fn only(rule: RuleId) -> Rules {
    let all = all_rules();
    let off = no_rules();
    match rule {
        RuleId::DualReview => Rules { dual_review: all.dual_review, ..off },
        RuleId::Separation => Rules { separation: all.separation, ..off },
        RuleId::DutyGroups => Rules { duty_groups: all.duty_groups, ..off },
        RuleId::SectionsPerPerson => Rules { sections_per_person: all.sections_per_person, ..off },
        RuleId::ContractSteps => Rules { contract_steps: all.contract_steps, ..off },
        RuleId::LeaderSteps => Rules { leader_steps: all.leader_steps, ..off },
        RuleId::Kin => Rules { kin: all.kin, ..off },
        RuleId::Cashier => Rules { cashier: all.cashier, ..off },
        RuleId::OwnAudit => Rules { own_audit: all.own_audit, ..off },
        RuleId::Rotation => Rules { rotation: all.rotation, ..off },
        RuleId::Cover => Rules { cover: all.cover, ..off },
    }
}

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
    for Mutation { mutate, expected } in arithmetic_mutations() {
        let (mut unit, mut plan) = good();
        mutate(&mut unit, &mut plan);
        assert!(verify(&unit, &plan).contains(&expected), "{expected:?} among all rules");
        unit.rules = no_rules();
        assert_eq!(verify(&unit, &plan), [expected]);
    }
}

#[test]
fn every_breach_has_a_mutation() {
    let mutations = rule_mutations().into_iter().chain(arithmetic_mutations());
    let tried: BTreeSet<Breach> = mutations.map(|mutation| mutation.expected.breach).collect();
    let mut all: BTreeSet<Breach> = Breach::all().into_iter().collect();
    // Long tenure is a finding; no plan breaks it.
    all.remove(&Breach::Rule(RuleId::Rotation));
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

/// Whole cases that each person does at each step: at step `j`, `people[j]` × `cases` in all.
#[derive(Debug, Clone)]
struct Deal {
    cases: usize,
    people: Vec<usize>,
    /// By step, then by person.
    counts: Vec<Vec<usize>>,
}

fn deals() -> impl Strategy<Value = Deal> {
    (1..=4usize, prop::collection::vec(1..=2usize, 2..=3), 2..=4usize).prop_flat_map(|(cases, people, persons)| {
        // Each place at a step goes to anybody; that is how totals come to exceed the cases.
        let steps: Vec<_> = people.iter().map(|n| prop::collection::vec(0..persons, n * cases)).collect();
        steps.prop_map(move |steps| {
            let count = |places: Vec<usize>| (0..persons).map(|p| places.iter().filter(|x| **x == p).count()).collect();
            Deal { cases, people: people.clone(), counts: steps.into_iter().map(count).collect() }
        })
    })
}

impl Deal {
    /// Tries every way to deal out the cases one after the other, so that no case meets one person twice:
    /// at all steps together, or within each step alone.
    fn can_be_dealt(&self, across_steps: bool) -> bool {
        self.deal(&mut self.counts.clone(), self.cases, across_steps)
    }

    fn deal(&self, left: &mut [Vec<usize>], cases: usize, across_steps: bool) -> bool {
        cases == 0 || self.staff_case(left, cases, &mut Vec::new(), across_steps)
    }

    /// `staffed` holds the (step, person) pairs of the case at hand, in order of step.
    fn staff_case(
        &self,
        left: &mut [Vec<usize>],
        cases: usize,
        staffed: &mut Vec<(usize, usize)>,
        across_steps: bool,
    ) -> bool {
        let full = |step: usize| staffed.iter().filter(|(s, _)| *s == step).count() == self.people[step];
        let Some(step) = (0..self.people.len()).find(|step| !full(*step)) else {
            return self.deal(left, cases - 1, across_steps);
        };
        for person in 0..left[step].len() {
            let met = staffed.iter().any(|(s, p)| *p == person && (across_steps || *s == step));
            if met || left[step][person] == 0 {
                continue;
            }
            left[step][person] -= 1;
            staffed.push((step, person));
            if self.staff_case(left, cases, staffed, across_steps) {
                return true;
            }
            staffed.pop();
            left[step][person] += 1;
        }
        false
    }

    /// What the checker says: everyone holds every post and has time enough, so only the pairing can be wrong.
    fn passes(&self, separation: Separation) -> bool {
        let mut unit = unit(&[DutyGroup::Operations], 1);
        unit.rules.separation = separation;
        let cases = u32::try_from(self.cases).unwrap();
        let people = self.people.iter().map(|n| u32::try_from(*n).unwrap());
        let steps: Vec<_> = Step::ALL.into_iter().zip(people).map(|(step, people)| (step, 60, people)).collect();
        let only = matter(&mut unit, 0, 0, cases, &steps);
        let mut plan = Plan {
            status: PlanStatus::Optimal,
            stages: Vec::new(),
            engine: String::new(),
            held: BTreeSet::new(),
            work: Vec::new(),
            done: vec![Cases::from(cases)],
        };
        for p in 0..self.counts[0].len() {
            let doer = person(&mut unit, Employment::Established, 0, 100);
            for (s, (step, _, _)) in steps.iter().enumerate() {
                plan.held.insert((doer, PostIx(s)));
                let count = Cases::from(u32::try_from(self.counts[s][p]).unwrap());
                plan.work.push(Work { person: doer, matter: only, step: *step, cases: count });
            }
        }
        let found = verify(&unit, &plan);
        assert!(found.iter().all(|v| v.breach == Breach::Pairing), "{found:?}");
        found.is_empty()
    }
}

proptest! {
    #![proptest_config(regressions(3000))]

    #[test]
    fn the_pairing_is_refused_exactly_when_the_cases_cannot_be_dealt_out(deal in deals()) {
        prop_assert_eq!(deal.passes(Separation::Case), deal.can_be_dealt(true), "each case by different people");
        prop_assert_eq!(deal.passes(Separation::Off), deal.can_be_dealt(false), "different people within a step");
    }
}

#[test]
fn the_pairing_property_meets_both_answers() {
    let deal = |counts: [[usize; 3]; 2]| Deal {
        cases: 2,
        people: vec![1, 1],
        counts: counts.into_iter().map(Vec::from).collect(),
    };
    // Two cases: the first person handles both and then has none left to review.
    for (counts, dealt) in
        [([[2, 0, 0], [0, 1, 1]], true), ([[1, 1, 0], [1, 1, 0]], true), ([[2, 0, 0], [1, 1, 0]], false)]
    {
        assert_eq!(deal(counts).can_be_dealt(true), dealt);
        assert_eq!(deal(counts).passes(Separation::Case), dealt);
        assert!(deal(counts).can_be_dealt(false));
    }
}
