//! The service stages of a unit of which something is known already: what certain duty tables serve, and what no plan
//! can exceed. Neither is believed to be the optimum; each only saves the search for what it proves.

use super::formulation::minimum::Minima;
use super::formulation::rights::Rights;
use super::lattice::Reply;
use super::seats::Seated;
use super::settle::{settle, settle_keeping};
use super::stages;
use super::tolerance::HAIR;
use super::{Ask, Error, Extent, Promise, Settings, seats, service as way};
use crate::model::{PersonIx, Plan, PostIx, Stage, StageId, StopReason, TierIx, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Who holds which post.
pub type DutyTable = BTreeSet<(PersonIx, PostIx)>;

/// What is known of a unit before it is planned.
#[derive(Debug, Clone, Default)]
pub struct Known<'a> {
    /// Duty tables that keep the rules of the unit; so its service is at least what each of them allows.
    pub tables: Vec<&'a DutyTable>,
    /// Weighted service by tier that no plan exceeds, tier by tier in their order, such as that of an easier unit.
    pub at_most: Option<&'a [Decimal]>,
    /// What is to be kept before anything else; the plan of at least one of the tables, or some other, keeps it.
    pub promises: &'a [Promise],
}

impl Known<'_> {
    /// What no plan can exceed at a tier if it serves the tiers before as far as can be: the bound known, or all.
    fn limit(&self, unit: &Unit, tier: TierIx) -> Decimal {
        let all = stages::whole_service(unit, tier);
        self.at_most.and_then(|bounds| bounds.get(tier.0)).map_or(all, |bound| all.min(*bound))
    }

    /// The leading tiers that a plan serves as far as can be.
    fn proven(&self, unit: &Unit, plan: &Plan) -> Vec<Stage> {
        let service = plan.service(unit).into_iter();
        let tiers = service.map(|(tier, reached, _)| (tier, reached, self.limit(unit, tier)));
        let best = tiers.take_while(|(_, reached, limit)| *reached >= limit - HAIR);
        best.map(|(tier, reached, _)| Stage::new(StageId::Tier(tier), reached, reached, StopReason::Proven)).collect()
    }
}

/// [`super::service`] of a unit of which something is known: the same service, mostly in fewer stages; with promises
/// the best service of those plans that keep them.
///
/// With its posts fixed, each table is served as far as it goes, by linear programs. The leading tiers that the best
/// of them serves as far as any plan can are held at that; only the tiers after them are searched. A search that finds
/// nothing better leaves that table standing.
///
/// # Errors
/// As [`super::service`].
pub fn service_knowing(unit: &Unit, known: &Known, settings: &Settings) -> Result<Plan, Error> {
    settings.in_time()?;
    let settings = Settings { export: None, ..settings.clone() };
    let sums = way::tiers(unit);
    match way::best_keeping(unit, &Ask::default(), known.promises, (&sums, false), &settings) {
        Some(Reply::Best(best)) => {
            let seated = seats::told(unit, best, Extent::Service, &mut ());
            return settle_keeping(unit, &settings, &seated, known.promises, Extent::Service, &mut ());
        }
        Some(Reply::Shut) => return Err(Error::Promises),
        None => {}
    }
    let minima = Minima::of(unit, &Rights::of(unit));
    let settled = |seated: &Seated| settle_keeping(unit, &settings, seated, known.promises, Extent::Service, &mut ());
    let mut floor: Option<Plan> = None;
    // With more people than before, more is kept of what sections are to have.
    for table in known.tables.iter().filter(|table| minima.keeps(unit, table)) {
        let plan = settled(&Seated::at((*table).clone(), Vec::new()));
        // A table with which the promises cannot be kept says nothing.
        let plan = if known.promises.is_empty() {
            plan?
        } else if let Ok(plan) = plan {
            plan
        } else {
            continue;
        };
        if floor.as_ref().is_none_or(|floor| serves_more(unit, &plan, floor)) {
            floor = Some(plan);
        }
    }
    let Some(floor) = floor else {
        if known.promises.is_empty() {
            return super::service(unit, &settings);
        }
        return settled(&stages::run_after(unit, &settings, Vec::new(), known.promises)?);
    };
    let proven = known.proven(unit, &floor);
    if proven.len() == unit.tiers.len() {
        return Ok(Plan { stages: proven, ..floor });
    }
    let seated = stages::run_after(unit, &settings, proven, known.promises)?;
    match settled(&seated) {
        Ok(found) if !serves_more(unit, &floor, &found) => Ok(found),
        Err(cause) if known.promises.is_empty() => Err(cause),
        Ok(_) | Err(_) => settled(&Seated { held: floor.held, ..seated }),
    }
}

/// The most that a duty table can serve, tier by tier, by linear programs: nobody is appointed anew.
///
/// # Errors
/// As [`super::service`].
pub fn service_at(unit: &Unit, held: &DutyTable, settings: &Settings) -> Result<Plan, Error> {
    settings.in_time()?;
    let settings = Settings { export: None, ..settings.clone() };
    settle(unit, &settings, &Seated::at(held.clone(), Vec::new()), Extent::Service, &mut ())
}

/// A plan with people at other posts: what they can serve there, and dealt as evenly as can be. The stages are those of the
/// plan with what is reached now.
///
/// # Errors
/// As [`super::plan`].
pub fn reseated(unit: &Unit, plan: &Plan, held: DutyTable, settings: &Settings) -> Result<Plan, Error> {
    let settings = Settings { export: None, ..settings.clone() };
    let stages = plan.stages.iter().filter(|stage| stage.id != StageId::Balance).cloned().collect();
    let seated = Seated { sections_settled: true, method: plan.method, ..Seated::at(held, stages) };
    settle(unit, &settings, &seated, Extent::Whole, &mut ())
}

/// Whether one plan serves more than another, tier by tier in their order.
fn serves_more(unit: &Unit, one: &Plan, other: &Plan) -> bool {
    let sums = |plan: &Plan| -> Vec<Decimal> { plan.service(unit).into_iter().map(|(_, sum, _)| sum).collect() };
    let (one, other) = (sums(one), sums(other));
    one.iter().zip(&other).find(|(a, b)| (**a - **b).abs() > HAIR).is_some_and(|(a, b)| a > b)
}
