//! What many single changes of a state would do, each planned and checked: the service alone, for whoever only looks.

use super::super::{AssessError, serve};
use super::Live;
use crate::analysis::ServiceStatus::{self, Slowed, Stalled};
use crate::analysis::explain::StaffKind;
use crate::model::{Change, MatterIx, Plan, Unit};
use crate::optimise::{Deadline, Error, Known, Settings};
use rayon::prelude::*;

/// What becomes of the matters with some changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Those that stall, in the order of the scenario.
    pub stalled: Vec<MatterIx>,
    /// Those that are slowed.
    pub slowed: Vec<MatterIx>,
    /// Those of which neither is proven.
    pub unknown: Vec<MatterIx>,
}

impl Effect {
    /// What a plan does.
    #[must_use]
    pub fn of(unit: &Unit, plan: &Plan) -> Self {
        let with = |status: ServiceStatus| -> Vec<MatterIx> {
            let all = unit.matters().map(|(ix, _)| ix);
            all.filter(|ix| plan.proven_status(unit, *ix) == status).collect()
        };
        Self { stalled: with(Stalled), slowed: with(Slowed), unknown: with(ServiceStatus::Unknown) }
    }
}

/// A state, and changes of it that are tried one by one.
pub(super) type Tried = (Unit, Vec<Vec<Change>>);
/// What each of them does, if that is known.
pub(super) type Effects = Vec<Option<Effect>>;

/// What becomes of the matters of a unit: its service alone, planned and checked.
///
/// # Errors
/// See [`AssessError`].
pub(in crate::analysis) fn effect(unit: &Unit, settings: &Settings) -> Result<Effect, AssessError> {
    serve(unit, &Known::default(), settings).map(|plan| Effect::of(unit, &plan))
}

/// So many people more, who work wherever the service needs them.
#[must_use]
pub fn people(unit: &Unit, established: u32, contract: u32) -> Vec<Change> {
    let staff = [(StaffKind::Established, established), (StaffKind::Contract, contract)];
    let joining = staff.into_iter().filter(|(_, count)| *count > 0);
    joining.map(|(kind, count)| Change::Join(kind.hire(unit, count, MatterIx(0)))).collect()
}

impl Live {
    /// What each of some changes would make of a state, side by side, each within some hundredths of the time left.
    /// `None`: the time was up before that was known.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn effects(
        &self,
        state: &Unit,
        trials: &[Vec<Change>],
        hundredths: u32,
        deadline: &Deadline,
    ) -> Result<Effects, AssessError> {
        let question = (state.clone(), trials.to_vec());
        if let Some(known) = self.effects.of(&question) {
            return Ok(known);
        }
        let one = |changes: &Vec<Change>| {
            let settings = self.settings(deadline.share(hundredths));
            match effect(&state.with(changes), &settings) {
                Err(AssessError::Optimise(Error::OutOfTime)) => Ok(None),
                found => found.map(Some),
            }
        };
        let found: Effects = trials.par_iter().map(one).collect::<Result<_, _>>()?;
        // What was not known in time may be known later.
        if found.iter().all(Option::is_some) && !deadline.has_cut() {
            self.effects.keep(&question, &found);
        }
        Ok(found)
    }
}
