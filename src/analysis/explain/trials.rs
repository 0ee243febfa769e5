//! Changed units planned again: the service stages alone, checked.

use super::super::{AssessError, Steps, serve};
use crate::model::{Change, MatterIx, Plan, PlanStatus, Unit};
use crate::optimise::{DutyTable, Error, Known, Settings};
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
}

impl Trial {
    pub(super) fn of(unit: &Unit, plan: &Plan) -> Self {
        let levels = unit.matters().map(|(ix, _)| plan.level(unit, ix)).collect();
        Self { levels, proven: plan.status == PlanStatus::Optimal }
    }

    pub(super) fn level(&self, matter: MatterIx) -> Share {
        self.levels[matter.0]
    }
}

/// Plans a changed unit. The posts of the plan as it is show what is served anyway. `None`: the time was up.
pub(super) fn plan(
    unit: &Unit,
    changes: &[Change],
    today: &DutyTable,
    settings: &Settings,
) -> Result<Option<Trial>, AssessError> {
    let unit = &unit.with(changes);
    match serve(unit, &Known { tables: vec![today], at_most: None }, settings) {
        Ok(plan) => Ok(Some(Trial::of(unit, &plan))),
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
