//! Puts the question of a task to its unit: the engine of the commands, and of their answers what many units share.

use super::answer::{
    AbsenceAnswer, Answer, Fewest, HireAnswer, Named, NeedAnswer, PlanAnswer, ProjectAnswer, Short, Stall, TierCount,
};
use super::before::Before;
use super::front::front;
use super::task::Command;
use crate::analysis::absence::absence;
use crate::analysis::hire::{Aim, Hiring, PlannedHire, Targets, Wanted, hire};
use crate::analysis::need::{Found, Missing, in_force};
use crate::analysis::plan::reasons::causes;
use crate::analysis::project::course;
use crate::analysis::{AssessError, ServiceStatus, leveled};
use crate::model::{Employment, Event, MatterIx, PersonIx, Plan, RetirementPolicy, Staff, TierIx, Unit};
use crate::optimise::Settings;
use crate::units::Number;

/// The answer, and whether it is a no.
///
/// # Errors
/// See [`AssessError`].
pub fn ask(
    unit: &Unit,
    command: Command,
    extent: u32,
    before: &Before,
    settings: &Settings,
) -> Result<(Answer, bool), AssessError> {
    Ok(match command {
        Command::Plan => (Answer::Plan(plan(unit, before, settings)?), false),
        Command::Project => (Answer::Project(project(unit, extent, before, settings)?), false),
        Command::Need => (Answer::Need(need(unit, settings)?), false),
        Command::Hire => {
            let wanted = Wanted {
                years: extent,
                policy: RetirementPolicy::Statutory,
                targets: Targets::full(unit),
                cover: None,
                budget: None,
            };
            let found = hired(&hire(unit, &wanted, settings, &mut ())?);
            let is_no = !found.reached;
            (Answer::Hire(found), is_no)
        }
        Command::Absence => {
            let most = usize::try_from(extent).unwrap_or(1);
            let found = absence(unit, most, settings, &mut ())?;
            let people = found.tried.first().copied().unwrap_or_default();
            let irreplaceable = found.irreplaceable(unit).len();
            (Answer::Absence(AbsenceAnswer { people, irreplaceable }), false)
        }
        Command::Front => (Answer::Front(front(unit, extent, before, settings)?), false),
    })
}

fn matter(unit: &Unit, ix: MatterIx) -> Named {
    let matter = &unit[ix];
    Named { id: matter.id.clone(), name: matter.name.clone(), name_en: matter.name_en.clone() }
}

fn tier(unit: &Unit, ix: TierIx) -> Named {
    let tier = &unit[ix];
    Named { id: tier.id.clone(), name: tier.name.clone(), name_en: tier.name_en.clone() }
}

fn plan(unit: &Unit, before: &Before, settings: &Settings) -> Result<PlanAnswer, AssessError> {
    let plan = before.levels(unit, settings)?;
    let short = causes(unit, &plan, settings)?.into_iter().map(|(ix, status, reason)| Short {
        matter: matter(unit, ix),
        tier: unit[unit[ix].tier].id.clone(),
        status,
        level: Number::rounded(plan.level(unit, ix).value()),
        reason,
    });
    Ok(PlanAnswer { tiers: tiers(unit, &plan), short: short.collect() })
}

fn tiers(unit: &Unit, plan: &Plan) -> Vec<TierCount> {
    let count = |of: TierIx, status: ServiceStatus| {
        unit.open_matters().filter(|(ix, m)| m.tier == of && plan.proven_status(unit, *ix) == status).count()
    };
    let services = plan.service(unit).into_iter();
    let counted = services.map(|(ix, service, matters)| TierCount {
        tier: tier(unit, ix),
        matters,
        stalled: count(ix, ServiceStatus::Stalled),
        slowed: count(ix, ServiceStatus::Slowed),
        unknown: count(ix, ServiceStatus::Unknown),
        service: Number(service),
    });
    counted.collect()
}

fn project(unit: &Unit, years: u32, before: &Before, settings: &Settings) -> Result<ProjectAnswer, AssessError> {
    let levels = |later: &Unit| if later == unit { before.levels(unit, settings) } else { leveled(later, settings) };
    let (projection, until) = course(unit, years, RetirementPolicy::Statutory, levels)?;
    let mut stalls: Vec<(TierIx, Stall)> = unit
        .matters()
        .filter_map(|(ix, of)| {
            let since = projection.first_stall(ix)?;
            Some((of.tier, Stall { matter: matter(unit, ix), tier: unit[of.tier].id.clone(), since }))
        })
        .collect();
    stalls.sort_by_key(|(tier, _)| *tier);
    let events = projection.points.iter().flat_map(|point| &point.events);
    let is_established = |ix: PersonIx| unit.people.get(ix.0).is_some_and(|p| p.employment == Employment::Established);
    let retires = |event: &&Event| matches!(event, Event::Retired(ix) if is_established(*ix));
    Ok(ProjectAnswer {
        until,
        retirements: events.filter(retires).count(),
        stalls: stalls.into_iter().map(|(_, stall)| stall).collect(),
        next_stall: projection.first_new_stall().map(|point| point.month),
    })
}

fn need(unit: &Unit, settings: &Settings) -> Result<NeedAnswer, AssessError> {
    let [by_rule, by_both] = in_force(unit, settings)?;
    let there = Staff::present(unit, None);
    let missing = by_both.as_ref().and_then(|found| match found.missing(there) {
        Missing::Nobody => Some(0),
        Missing::ByEmployment(staff) => Some(staff.all()),
        Missing::InAll(count) => Some(count),
        Missing::Unknown => None,
    });
    let fewest = |found: Option<Found>| {
        found.map(|found| Fewest {
            people: found.staff.into(),
            leaders_added: found.leaders_added,
            proven: found.proven,
        })
    };
    Ok(NeedAnswer { there: there.into(), by_rule: fewest(by_rule), by_both: fewest(by_both), missing })
}

fn hired(hiring: &Hiring) -> HireAnswer {
    let reached = hiring.is_reached();
    let smallest = hiring.plans.iter().find(|plan| plan.aims.contains(&Aim::Smallest)).filter(|_| reached);
    HireAnswer {
        reached,
        fewest: smallest.map(|plan| plan.heads().into()),
        first: smallest.and_then(|plan| plan.hires.iter().map(|PlannedHire { hire, .. }| hire.month).min()),
    }
}
