//! A saved plan worked out again: what follows from who does what, and whether a plan is known that refutes its bounds.

use super::explain::{Remedy, Rival, remedies, rivals};
use super::plan::months::{MonthlyPlan, monthly};
use super::{AssessError, Assessment, checked, interpret};
use crate::model::{Plan, PlanStatus, Stage, StageId, StopReason, Unit};
use crate::optimise::{self, Settings};
use rust_decimal::Decimal;

/// What follows from a saved plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// The plan with its stages accounted anew, and what it means.
    pub assessment: Assessment,
    /// What the least change of staff would do.
    pub remedies: Vec<Remedy>,
    /// The matters whose place others of their tier take.
    pub rivals: Vec<Rival>,
    /// Its year by month, if that was asked for.
    pub months: Option<MonthlyPlan>,
    /// The stages whose bounds no search of ours confirmed: other things were reached before, or the time ran out.
    pub unconfirmed: Vec<StageId>,
    /// Name and version of the engine that worked it out.
    pub engine: &'static str,
}

/// Works a saved plan out again. That it keeps the rules is the caller's to ask first; its bounds are held against a
/// plan of the unit made now.
///
/// # Errors
/// See [`AssessError`].
pub fn again(unit: &Unit, saved: &Plan, by_month: bool, settings: &Settings) -> Result<Again, AssessError> {
    let best = checked(unit, optimise::plan(unit, settings, &mut ())?)?;
    let (stages, unconfirmed) = stages(unit, saved, &best);
    let plan = Plan { status: PlanStatus::from(&*stages), stages, ..saved.clone() };
    let assessment = interpret(unit, plan, settings)?;
    let remedies = remedies(unit, &assessment.plan, &assessment.shortfalls, settings)?;
    let rivals = rivals(unit, &assessment.plan, &assessment.shortfalls, settings)?;
    let months = by_month.then(|| monthly(unit, &assessment.plan, settings)).transpose()?;
    Ok(Again { assessment, remedies, rivals, months, unconfirmed, engine: settings.engine.version() })
}

/// The stages that a plan has, with what the saved one reaches. A stated bound stands unless the plan made now
/// reaches more: two plans can be compared in a stage as long as they reached the same in all before it, and in how
/// even the hours are only with the same people at the same posts.
fn stages(unit: &Unit, saved: &Plan, best: &Plan) -> (Vec<Stage>, Vec<StageId>) {
    let mut comparable = true;
    let mut unconfirmed = Vec::new();
    let stages = best.stages.iter().map(|best_stage| {
        let id = best_stage.id;
        let Some(stated) = saved.stages.iter().find(|stage| stage.id == id) else { return best_stage.clone() };
        let stage = saved.account(unit, stated);
        comparable &= id != StageId::Balance || saved.held == best.held;
        // By how much one value is better than another.
        let better = |one: Decimal, other: Decimal| if id.maximises() { one - other } else { other - one };
        let refuted = comparable && better(best_stage.objective, stage.bound) > LAST_PLACE;
        let confirmed =
            comparable && best_stage.stop == StopReason::Proven && better(best_stage.bound, stage.bound) <= LAST_PLACE;
        comparable &= better(best_stage.objective, stage.objective).abs() <= LAST_PLACE;
        if refuted {
            return Stage::new(id, stage.objective, best_stage.objective, stage.stop);
        }
        if !confirmed {
            unconfirmed.push(id);
        }
        stage
    });
    (stages.collect(), unconfirmed)
}

/// The last place of an objective and a bound.
const LAST_PLACE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);
