//! A unit with every rule on, and a plan that keeps them all.

use super::tiny::{matter, no_rules, person, unit};
use shuanggang::model::{
    CashierRule, ContractRule, DutyGroup, Employment, MatterIx, Method, PersonIx, Plan, PlanStatus, PostIx, Rank,
    RuleId, Rules, Separation, Status, Step, Unit, Work,
};
use shuanggang::units::Cases;
use std::collections::BTreeSet;

pub(crate) const HANDLE: (Step, u32, u32) = (Step::Handle, 60, 1);
pub(crate) const REVIEW: (Step, u32, u32) = (Step::Review, 60, 1);

/// The matters of [`good`], ten cases each.
pub(crate) const ENROL: MatterIx = MatterIx(0);
pub(crate) const ARCHIVE: MatterIx = MatterIx(1);
pub(crate) const PAY: MatterIx = MatterIx(2);
pub(crate) const INSPECT: MatterIx = MatterIx(3);
pub(crate) const ADVISE: MatterIx = MatterIx(4);

/// The posts of [`good`], in order of section, duty group and step.
pub(crate) const ENROL_HANDLE: PostIx = PostIx(0);
pub(crate) const ENROL_REVIEW: PostIx = PostIx(1);
pub(crate) const ENROL_APPROVE: PostIx = PostIx(2);
pub(crate) const ARCHIVE_HANDLE: PostIx = PostIx(3);
pub(crate) const ARCHIVE_REVIEW: PostIx = PostIx(4);
pub(crate) const CASH: PostIx = PostIx(5);
pub(crate) const INSPECT_HANDLE: PostIx = PostIx(7);

/// On loan elsewhere.
pub(crate) const AWAY: PersonIx = PersonIx(19);

/// Whoever is the first, second, ... holder of a post in [`good`]: two at each post, three where two must inspect.
pub(crate) fn holder(post: PostIx, nth: usize) -> PersonIx {
    let before = if post.0 > INSPECT_HANDLE.0 { 2 * post.0 + 1 } else { 2 * post.0 };
    PersonIx(before + nth)
}

/// A unit with every rule on, and a plan that keeps them all: everyone holds one post at home,
/// and the first holders do all the cases.
pub(crate) fn good() -> (Unit, Plan) {
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
    (
        unit,
        Plan {
            status: PlanStatus::Optimal,
            stages: Vec::new(),
            method: Method::Program,
            engine: String::new(),
            held,
            work,
            done,
        },
    )
}

pub(crate) fn all_rules() -> Rules {
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
pub(crate) fn only(rule: RuleId) -> Rules {
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
