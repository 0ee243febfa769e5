//! A unit that stays loaded: what a change of it would mean, while one is looking.

mod effects;

pub(in crate::analysis) use effects::effect;
pub use effects::{Effect, people};

use super::compare::Planned;
use super::plan::changed::{Changed, against};
use super::project::{Ahead, next_stall};
use super::{AssessError, Assessment, basis_counts, findings, planned, serve};
use crate::model::{Change, Plan, RetirementPolicy, Unit};
use crate::optimise::{Deadline, Known, Settings, study};

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

    /// How questions about the unit are solved until a deadline.
    #[must_use]
    pub fn settings(&self, deadline: Deadline) -> Settings {
        Settings { deadline, ..self.settings.clone() }
    }

    /// The whole plan of the unit in another state, as the `plan` command makes it: checked, with the reasons of what
    /// falls short. Where sources disagree is not tried again.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn judge(&self, state: &Unit, deadline: &Deadline) -> Result<Assessment, AssessError> {
        Ok(self.moved(state, None, deadline)?.0)
    }

    /// The same, and what tells it from the plan of the unit as it is, if that is given.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn moved(
        &self,
        state: &Unit,
        today: Option<&Plan>,
        deadline: &Deadline,
    ) -> Result<(Assessment, Option<Changed>), AssessError> {
        let settings = self.settings(deadline.clone());
        let plan = planned(state, &settings)?;
        let reasons = || super::plan::reasons::shortfalls(state, &plan, &settings);
        let changed = || {
            let before = |today: &Plan| Planned { unit: self.unit.clone(), plan: today.clone() };
            today.map(|today| against(before(today), state, &plan, &settings)).transpose()
        };
        let (shortfalls, changed) = rayon::join(reasons, changed);
        let (shortfalls, changed) = (shortfalls?, changed?);
        let (findings, inputs) = (findings(state, Some(&plan)), basis_counts(state));
        Ok((Assessment { plan, shortfalls, conflicts: Vec::new(), findings, inputs }, changed))
    }

    /// What stalls next in another state within the `years` ahead, by the retirement that the law sets.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn ahead(&self, state: &Unit, years: u32, deadline: Deadline) -> Result<Ahead, AssessError> {
        next_stall(state, years, RetirementPolicy::Statutory, &self.settings(deadline))
    }
}
