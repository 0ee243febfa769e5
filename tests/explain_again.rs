//! Every claim of an explanation solved again: what a repair reaches, that no member of a conflict can be spared; each as
//! a plan of its own, which the checker judges.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::ServiceStatus;
use shuanggang::analysis::explain::{Demand, Explained, Explanation, Member, Repair, StaffKind, explain};
use shuanggang::check::verify;
use shuanggang::model::{Change, Employment, Hire, MatterIx, Plan, Rank, RuleId, Separation, TierIx, Unit};
use shuanggang::optimise::{Settings, plan, service};
use shuanggang::units::Share;

/// A repair put as a plan of its own. What takes from nobody: the matter comes right after all who must keep full
/// service, in tiers of their own. What takes from others serves each tier as the whole plan of the changed unit does.
pub(crate) fn serves_as_a_plan_of_its_own(unit: &Unit, today: &Plan, explanation: &Explanation, repair: &Repair) {
    let matter = explanation.shortfall.matter;
    let mut changed = unit.with(&repair.changes);
    let before = |ix: MatterIx| today.level(unit, ix);
    let is_preferred = repair.changes.iter().any(|change| matches!(change, Change::Prefer(_)));
    if repair.worse.is_empty() && !is_preferred {
        let others = || unit.matters().map(|(ix, _)| ix).filter(|ix| *ix != matter);
        if others().any(|ix| before(ix) > Share::ZERO && before(ix) < Share::ONE) {
            return;
        }
        changed.tiers = vec![unit.tiers[0].clone(); 3];
        for ix in others() {
            changed.matters[ix.0].tier = TierIx(if before(ix) == Share::ONE { 0 } else { 2 });
        }
        changed.matters[matter.0].tier = TierIx(1);
        let plan = plan(&changed, &Settings::default(), &mut ()).unwrap();
        assert_eq!(verify(&changed, &plan), vec![]);
        let full = others().filter(|ix| before(*ix) == Share::ONE);
        assert!(full.into_iter().all(|ix| plan.status_of(&changed, ix) == ServiceStatus::Full));
        let difference = (plan.level(&changed, matter).value() - repair.level.value()).abs();
        assert!(difference < Decimal::new(1, 4), "{:?}: {difference}", repair.changes);
        return;
    }
    let whole = service(&changed, &Settings::default()).unwrap();
    let shifts = || repair.worse.iter().chain(&repair.better);
    let after = |ix: MatterIx| match shifts().find(|shift| shift.matter == ix) {
        Some(shift) => shift.to,
        None if ix == matter => repair.level,
        None => before(ix),
    };
    for (tier, sum, _) in whole.service(&changed).into_iter().take(changed[matter].tier.0 + 1) {
        let of_tier = changed.matters().filter(|(_, m)| m.tier == tier && m.has_cases());
        let served: Decimal = of_tier.map(|(ix, m)| m.weight.value() * after(ix).value()).sum();
        assert!((served - sum).abs() < Decimal::new(1, 2), "{:?}: {served} {sum}", repair.changes);
    }
}

/// The unit in which some demands hold and all others are lifted, as a unit of its own: what is promised comes first,
/// then the matter, then what may be dropped: its cases still arrive, so it still binds who audits it. Written without a
/// look at how the program lifts a demand.
fn with_only(unit: &Unit, matter: MatterIx, demands: &[Demand]) -> Unit {
    let mut only = unit.clone();
    let holds = |rule| demands.contains(&Demand::Rule(rule));
    let rules = &mut only.rules;
    if !holds(RuleId::Separation) {
        rules.separation = Separation::Off;
    }
    rules.duty_groups &= holds(RuleId::DutyGroups);
    rules.leader_steps &= holds(RuleId::LeaderSteps);
    rules.own_audit &= holds(RuleId::OwnAudit);
    rules.sections_per_person = rules.sections_per_person.filter(|_| holds(RuleId::SectionsPerPerson));
    rules.contract_steps = rules.contract_steps.take().filter(|_| holds(RuleId::ContractSteps));
    rules.kin = rules.kin.take().filter(|_| holds(RuleId::Kin));
    rules.cashier = rules.cashier.take().filter(|_| holds(RuleId::Cashier));
    if !holds(RuleId::Cover) {
        rules.cover = 1;
    }
    for staff in StaffKind::ALL.into_iter().filter(|staff| !demands.contains(&Demand::Headcount(*staff))) {
        let contract = staff == StaffKind::Contract;
        let hire = Hire {
            id: staff.id().into(),
            month: unit.as_of,
            count: 20,
            employment: if contract { Employment::Contract } else { Employment::Established },
            kind: None,
            learning: None,
            rank: if staff == StaffKind::Leaders { Rank::Leader } else { Rank::Staff },
            section: unit[matter].section,
            work_since: unit.as_of,
        };
        only = only.with(&[Change::Join(hire)]);
    }
    only.tiers.extend([only.tiers[0].clone(), only.tiers[0].clone()]);
    for (i, other) in only.matters.iter_mut().enumerate() {
        let promised = demands.contains(&Demand::Promise(MatterIx(i)));
        other.tier = TierIx(if promised { 0 } else { 2 });
        if i == matter.0 {
            other.tier = TierIx(1);
            other.steps.retain(|s| demands.contains(&Demand::Step(s.step, s.people)));
        }
        if !demands.contains(&Demand::Hours) {
            other.steps.iter_mut().for_each(|step| step.minutes.value = shuanggang::units::Minutes::ZERO);
        }
    }
    only
}

/// The level of a matter when only some demands hold, from a plan that passes the checker. `None` where a step is
/// lifted but rules about the posts of the matter hold: a unit of its own would lose the post with the step.
fn level_with_only(unit: &Unit, matter: MatterIx, demands: &[Demand]) -> Option<Decimal> {
    let only = with_only(unit, matter, demands);
    let of_posts = [RuleId::Cashier, RuleId::OwnAudit, RuleId::Kin];
    let about_posts = of_posts.into_iter().any(|rule| demands.contains(&Demand::Rule(rule)));
    if about_posts && only[matter].steps.len() < unit[matter].steps.len() {
        return None;
    }
    if only[matter].steps.is_empty() {
        return Some(Decimal::ONE);
    }
    let plan = service(&only, &Settings::default()).unwrap();
    assert_eq!(verify(&only, &plan), []);
    Some(plan.level(&only, matter).value())
}

fn every_member_is_necessary(unit: &Unit, explained: &Explained, explanation: &Explanation) {
    let matter = explanation.shortfall.matter;
    let all: Vec<Demand> = explanation.conflict.members.iter().map(|member| member.demand).collect();
    // A promise of less than everything cannot be put as a tier of its own.
    let partial = |demand: &Demand| match demand {
        Demand::Promise(other) => explained.plan.level(unit, *other) < Share::ONE,
        _ => false,
    };
    if all.iter().any(partial) {
        return;
    }
    let more = explanation.level.value() + Decimal::new(1, 3);
    assert!(explanation.conflict.proven && !all.is_empty());
    let level = level_with_only(unit, matter, &all);
    assert!(level.is_none_or(|level| level <= more + Decimal::new(1, 5)), "{all:?}");
    for Member { demand, level_without } in &explanation.conflict.members {
        let others: Vec<Demand> = all.iter().copied().filter(|other| other != demand).collect();
        let Some(level) = level_with_only(unit, matter, &others) else { continue };
        assert!(level > more, "without {demand:?} of {all:?}: {level}");
        assert!((level - level_without.value()).abs() < Decimal::new(1, 3), "{demand:?}: {level} {level_without}");
    }
}

proptest! {
    #![proptest_config(regressions(24))]

    #[test]
    fn conflicts_are_minimal_and_repairs_are_plans(unit in units(Size { sections: 2, matters: 4, people: 4 })) {
        let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
        for explanation in &explained.matters {
            every_member_is_necessary(&unit, &explained, explanation);
            for repair in explanation.repairs.iter().take(3) {
                serves_as_a_plan_of_its_own(&unit, &explained.plan, explanation, repair);
            }
        }
    }
}
