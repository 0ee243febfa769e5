//! What a plan means: what stalls, why, and what the answer rests on.

mod assessment;

pub use assessment::{
    Assessment, BasisCount, ConflictEffect, Finding, Limit, Outcome, Reason, ReasonCode, ServiceStatus, Shortfall,
};

use crate::check::Violation;
use crate::model::Unit;
use crate::optimise::{self, Progress, Settings};

/// Stand-in until the real one is merged.
#[derive(Debug)]
pub enum AssessError {
    /// No plan.
    Optimise(optimise::Error),
    /// A plan that the checker refused.
    Rejected(Vec<Violation>),
}

/// Stand-in until the real one is merged.
///
/// # Errors
/// Always.
pub fn assess(_: &Unit, _: &Settings, _: &mut dyn Progress) -> Result<Assessment, AssessError> {
    Err(AssessError::Optimise(optimise::Error))
}
