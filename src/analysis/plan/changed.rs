//! What changes do: a plan held against that of the unit without them, and what could be had with nothing made worse.

use crate::analysis::compare::Planned;
use crate::analysis::explain::Shift;
use crate::analysis::explain::at_least;
use crate::analysis::{AssessError, EQUAL_SERVICE, planned, serve};
use crate::model::{MatterIx, Plan, Unit};
use crate::optimise::{Error, Known, Settings};
use crate::units::Share;
use std::collections::BTreeMap;

/// A changed unit against the unit as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The unit as it stands, with its plan.
    pub before: Planned,
    /// The changed unit, with its plan.
    pub after: Planned,
    /// The matters that the plan serves otherwise, by their index in the changed unit.
    pub shifts: Vec<Shift>,
    /// What could be had with nothing made worse.
    pub kept: Kept,
}

/// The best service in which every matter keeps at least the level that it has without the changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// That of the plan: it makes nothing worse.
    Same,
    /// Another; the matters it serves otherwise.
    Otherwise(Vec<Shift>),
    /// There is none: with the changes not every matter can keep its level.
    Impossible,
    /// It was not found out.
    Unknown,
}

/// Holds the plan of a changed unit against the unit as it stands.
///
/// # Errors
/// See [`AssessError`].
pub fn changed(before: &Unit, after: &Unit, plan: &Plan, settings: &Settings) -> Result<Changed, AssessError> {
    let settings = &Settings { export: None, ..settings.clone() };
    let before = Planned { unit: before.clone(), plan: planned(before, settings)? };
    against(before, after, plan, settings)
}

/// The same where the plan of the unit as it stands is there already.
///
/// # Errors
/// See [`AssessError`].
pub(in crate::analysis) fn against(
    before: Planned,
    after: &Unit,
    plan: &Plan,
    settings: &Settings,
) -> Result<Changed, AssessError> {
    let levels = levels_before(&before, after);
    let shifts = shifts(&levels, after, plan);
    let kept = if shifts.iter().any(is_worse) { kept(&levels, after, settings)? } else { Kept::Same };
    Ok(Changed { before, after: Planned { unit: after.clone(), plan: plan.clone() }, shifts, kept })
}

/// Whether a matter is served less, by more than the engines' tolerances.
#[must_use]
pub fn is_worse(shift: &Shift) -> bool {
    shift.to.value() < shift.from.value() - EQUAL_SERVICE
}

/// The level that each matter of the changed unit has without the changes; none for one that is new.
fn levels_before(before: &Planned, after: &Unit) -> Vec<Option<Share>> {
    let known: BTreeMap<&str, MatterIx> = before.unit.matters().map(|(ix, matter)| (&*matter.id, ix)).collect();
    let level = |id: &str| known.get(id).map(|ix| before.plan.level(&before.unit, *ix));
    after.matters.iter().map(|matter| level(&matter.id)).collect()
}

fn shifts(before: &[Option<Share>], after: &Unit, plan: &Plan) -> Vec<Shift> {
    let shift = |(matter, from): (MatterIx, &Option<Share>)| {
        let (from, to) = ((*from)?, plan.level(after, matter));
        let moved = (to.value() - from.value()).abs() > EQUAL_SERVICE;
        moved.then_some(Shift { matter, from, to })
    };
    after.matters().map(|(ix, _)| ix).zip(before).filter_map(shift).collect()
}

fn kept(before: &[Option<Share>], after: &Unit, settings: &Settings) -> Result<Kept, AssessError> {
    let levels: Vec<Share> = before.iter().map(|level| level.unwrap_or(Share::ZERO)).collect();
    let promises = at_least(after, &levels);
    match serve(after, &Known { promises: &promises, ..Known::default() }, settings) {
        Ok(plan) => Ok(Kept::Otherwise(shifts(before, after, &plan))),
        Err(AssessError::Optimise(Error::Promises)) => Ok(Kept::Impossible),
        // That an engine finds no point is no proof that there is none.
        Err(AssessError::Optimise(Error::OutOfTime | Error::Engine(_))) => Ok(Kept::Unknown),
        Err(error) => Err(error),
    }
}
