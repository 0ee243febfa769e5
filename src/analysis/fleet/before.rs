//! What is worked out once for all questions about one unit.

use crate::analysis::{AssessError, leveled};
use crate::model::{Plan, PlanStatus, Unit};
use crate::optimise::Settings;
use std::sync::{Mutex, PoisonError};

/// What was worked out for one unit before. It saves work and changes no answer.
#[derive(Debug, Default)]
pub struct Before(Mutex<Option<Plan>>);

impl Before {
    /// The levels of a unit as it is, worked out once.
    pub(super) fn levels(&self, unit: &Unit, settings: &Settings) -> Result<Plan, AssessError> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(plan) = &*known() {
            return Ok(plan.clone());
        }
        let plan = leveled(unit, settings)?;
        // What was cut short might be found with more time.
        if plan.status == PlanStatus::Optimal && !settings.deadline.has_cut() {
            *known() = Some(plan.clone());
        }
        Ok(plan)
    }
}
