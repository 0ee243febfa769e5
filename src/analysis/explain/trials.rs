//! Changed units planned again: the service stages alone, checked.

use super::super::{AssessError, Steps, serve};
use crate::model::{Change, MatterIx, Plan, PlanStatus, StopReason, TierIx, Unit};
use crate::optimise::{DutyTable, Error, Known, Promise, Settings};
use crate::units::Share;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// What changes do to the service.
pub(super) struct Trial {
    /// Service level of every matter.
    pub(super) levels: Vec<Share>,
    /// Whether it is proven to be the best service.
    pub(super) proven: bool,
    /// Posts with which it is reached.
    held: DutyTable,
}

impl Trial {
    pub(super) fn of(unit: &Unit, plan: &Plan) -> Self {
        let levels = unit.matters().map(|(ix, _)| plan.level(unit, ix)).collect();
        Self { levels, proven: plan.status == PlanStatus::Optimal, held: plan.held.clone() }
    }

    pub(super) fn level(&self, matter: MatterIx) -> Share {
        self.levels[matter.0]
    }

    /// That every matter keeps at least the level it has here.
    pub(super) fn each(&self, unit: &Unit) -> Vec<Promise> {
        at_least(unit, &self.levels)
    }

    /// That every tier as far as one keeps at least the service it has here.
    pub(super) fn tiers(&self, unit: &Unit, last: TierIx) -> Vec<Promise> {
        let of_tier = |tier: TierIx| unit.open_matters().filter(move |(_, m)| m.tier == tier);
        let tiers = (0..=last.0).map(TierIx);
        tiers.map(|tier| sum(unit, &self.levels, of_tier(tier).map(|(ix, _)| ix).collect())).collect()
    }
}

/// That every matter keeps at least a level.
pub(in crate::analysis) fn at_least(unit: &Unit, levels: &[Share]) -> Vec<Promise> {
    let served = unit.open_matters().map(|(ix, _)| ix).filter(|ix| levels[ix.0] > Share::ZERO);
    // Full service of all who have it says it in one sum.
    let (full, part): (Vec<_>, Vec<_>) = served.partition(|ix| levels[ix.0] == Share::ONE);
    let promises = part.into_iter().map(|ix| sum(unit, levels, vec![ix]));
    promises.chain((!full.is_empty()).then(|| sum(unit, levels, full))).collect()
}

fn sum(unit: &Unit, levels: &[Share], matters: Vec<MatterIx>) -> Promise {
    let sum = matters.iter().map(|ix| unit[*ix].weight.value() * levels[ix.0].value()).sum();
    Promise { matters, sum }
}

/// Plans a changed unit. The posts of the plan as it is show what is served anyway. `None`: the time was up.
pub(super) fn plan(
    unit: &Unit,
    changes: &[Change],
    today: &DutyTable,
    settings: &Settings,
) -> Result<Option<Trial>, AssessError> {
    let unit = &unit.with(changes);
    let plan = in_time(serve(unit, &Known { tables: vec![today], ..Known::default() }, settings))?;
    Ok(plan.map(|plan| Trial::of(unit, &plan)))
}

/// Plans a changed unit so that one matter is served as far as can be while promises are kept, and the others as far
/// as that leaves room for. The posts of a trial that keeps them show what can be had anyway. `None`: the time was up.
pub(super) fn favour(
    unit: &Unit,
    matter: MatterIx,
    changes: &[Change],
    (kept, promises): (&Trial, &[Promise]),
    settings: &Settings,
) -> Result<Option<Trial>, AssessError> {
    let unit = &unit.with(changes).with(&[Change::Prefer([matter].into())]);
    let plan = in_time(serve(unit, &Known { tables: vec![&kept.held], promises, ..Known::default() }, settings))?;
    // The matter is the first stage; how well the others fare is no part of the question.
    let is_proven = |plan: &Plan| plan.stages.first().is_some_and(|stage| stage.stop == StopReason::Proven);
    Ok(plan.map(|plan| Trial { proven: is_proven(&plan), ..Trial::of(unit, &plan) }))
}

fn in_time(plan: Result<Plan, AssessError>) -> Result<Option<Plan>, AssessError> {
    match plan {
        Ok(plan) => Ok(Some(plan)),
        Err(AssessError::Optimise(Error::OutOfTime)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Plans every set of changes once, side by side; the result does not depend on the number of processors. What there
/// was no time for is left out.
pub(super) fn plan_all(
    unit: &Unit,
    trials: BTreeSet<Vec<Change>>,
    today: &DutyTable,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<BTreeMap<Vec<Change>, Trial>, AssessError> {
    steps.begin(trials.len());
    let steps = Mutex::new(steps);
    let trials: Vec<_> = trials.into_iter().collect();
    trials
        .into_par_iter()
        .filter_map(|changes| {
            let trial = plan(unit, &changes, today, settings).transpose()?;
            if let Ok(mut steps) = steps.lock() {
                steps.step();
            }
            Some(trial.map(|trial| (changes, trial)))
        })
        .collect()
}
