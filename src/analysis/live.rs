//! A unit that stays loaded: what a change of it would mean, while one is looking.

use super::{AssessError, serve};
use crate::model::{Change, Plan, Unit};
use crate::optimise::{Known, Settings, study};

/// A unit whose answers are kept from question to question: whatever a change leaves as it is, is not worked out again.
#[derive(Debug)]
pub struct Live {
    unit: Unit,
    settings: Settings,
}

impl Live {
    /// Keeps a unit, and everything worked out with the same settings before.
    #[must_use]
    pub fn new(unit: Unit, settings: &Settings) -> Self {
        let settings = Settings { export: None, ..settings.clone() };
        study(&unit, &settings);
        Self { unit, settings }
    }

    /// The unit as it is.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The best service with some changes, checked: people who leave, come back or join, rules, numbers, priorities.
    /// Posts are those that the service needs, whoever then moves.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn with(&self, changes: &[Change]) -> Result<Plan, AssessError> {
        serve(&self.unit.with(changes), &Known::default(), &self.settings)
    }
}
