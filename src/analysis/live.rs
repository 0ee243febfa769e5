//! A unit that stays loaded: what a change of it would mean, while one is looking.
//!
//! A state is answered in steps, what is known first is told first: the service, the posts, the reasons.

mod effects;
mod recent;

pub(in crate::analysis) use effects::effect;
pub use effects::{Effect, people};

use self::effects::{Effects, Tried};
use self::recent::Recent;
use super::compare::Planned;
use super::plan::changed::{Changed, against};
use super::project::{Ahead, next_stall};
use super::{AssessError, Assessment, Shortfall, basis_counts, findings, planned, serve};
use crate::model::{Change, Plan, PlanStatus, RetirementPolicy, Unit};
use crate::optimise::{Deadline, Known, Settings, Tables, study};
use std::sync::{Mutex, PoisonError};

/// States worked out after which what is remembered of sections is forgotten: it grows with each of them.
const MOST_STATES: usize = 24;

/// Years ahead that are looked at.
pub const YEARS: u32 = 5;

/// A unit whose answers are kept from question to question: whatever a change leaves as it is, is not worked out again.
#[derive(Debug)]
pub struct Live {
    unit: Unit,
    settings: Settings,
    /// What is remembered of sections, and of which states.
    tables: Mutex<(Tables, Vec<Unit>)>,
    plans: Recent<Unit, Plan>,
    reasons: Recent<Unit, Vec<Shortfall>>,
    ahead: Recent<Unit, Ahead>,
    effects: Recent<Tried, Effects>,
}

impl Live {
    /// Keeps a unit, and everything worked out with the same settings before.
    #[must_use]
    pub fn new(unit: Unit, settings: &Settings) -> Self {
        let tables = Mutex::new((settings.tables.clone(), Vec::new()));
        let settings = Settings { export: None, tables: Tables::default(), ..settings.clone() };
        let (plans, reasons, ahead, effects) = <_>::default();
        let live = Self { unit, settings, tables, plans, reasons, ahead, effects };
        study(&live.unit, &live.settings(Deadline::default()));
        live
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
        serve(&self.unit.with(changes), &Known::default(), &self.settings(Deadline::default()))
    }

    /// How questions about the unit are solved until a deadline.
    #[must_use]
    pub fn settings(&self, deadline: Deadline) -> Settings {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner).0.clone();
        Settings { deadline, tables, ..self.settings.clone() }
    }

    /// The same for a state whose plan is not known: its sections are remembered with those of others.
    fn settings_of(&self, state: &Unit, deadline: &Deadline) -> Settings {
        let mut remembered = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        if !remembered.1.contains(state) {
            if remembered.1.len() >= MOST_STATES {
                *remembered = (Tables::default(), Vec::new());
                study(&self.unit, &Settings { tables: remembered.0.clone(), ..self.settings.clone() });
            }
            remembered.1.push(state.clone());
        }
        drop(remembered);
        self.settings(deadline.clone())
    }

    /// The first step: a plan of the best service of the unit in another state, checked. Every tier is served as far as
    /// in the whole plan; where a tier can be so in several ways, another of them may be here. The whole plan where it
    /// is known.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn service(&self, state: &Unit, deadline: &Deadline) -> Result<Plan, AssessError> {
        match self.plans.of(state) {
            Some(plan) => Ok(plan),
            None => serve(state, &Known::default(), &self.settings_of(state, deadline)),
        }
    }

    /// The second step: the whole plan, as the `plan` command makes it, checked.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn plan(&self, state: &Unit, deadline: &Deadline) -> Result<Plan, AssessError> {
        if let Some(plan) = self.plans.of(state) {
            return Ok(plan);
        }
        let plan = planned(state, &self.settings_of(state, deadline))?;
        // What was cut short might be found with more time.
        if plan.status == PlanStatus::Optimal && is_whole(deadline) {
            self.plans.keep(state, &plan);
        }
        Ok(plan)
    }

    /// The third step: why matters fall short of the whole plan of a state.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn reasons(&self, state: &Unit, plan: &Plan, deadline: &Deadline) -> Result<Vec<Shortfall>, AssessError> {
        if let Some(known) = self.reasons.of(state) {
            return Ok(known);
        }
        let found = super::plan::reasons::shortfalls(state, plan, &self.settings(deadline.clone()))?;
        if plan.status == PlanStatus::Optimal && is_whole(deadline) {
            self.reasons.keep(state, &found);
        }
        Ok(found)
    }

    /// What a plan of a state means, with the reasons where they are known already, or given. Where sources disagree is
    /// not tried again.
    #[must_use]
    pub fn meaning(&self, state: &Unit, plan: Plan, reasons: Option<Vec<Shortfall>>) -> Assessment {
        let shortfalls = reasons.or_else(|| self.reasons.of(state)).unwrap_or_default();
        let (findings, inputs) = (findings(state, Some(&plan)), basis_counts(state));
        Assessment { plan, shortfalls, conflicts: Vec::new(), findings, inputs }
    }

    /// What tells the plan of a state from that of the unit as it is.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn changed(
        &self,
        state: &Unit,
        plan: &Plan,
        today: &Plan,
        deadline: &Deadline,
    ) -> Result<Changed, AssessError> {
        let before = Planned { unit: self.unit.clone(), plan: today.clone() };
        against(before, state, plan, &self.settings(deadline.clone()))
    }

    /// What stalls next in another state within [`YEARS`], by the retirement that the law sets.
    ///
    /// # Errors
    /// See [`AssessError`].
    pub fn ahead(&self, state: &Unit, deadline: &Deadline) -> Result<Ahead, AssessError> {
        if let Some(known) = self.ahead.of(state) {
            return Ok(known);
        }
        let found = next_stall(state, YEARS, RetirementPolicy::Statutory, &self.settings(deadline.clone()))?;
        if found != Ahead::Unknown && is_whole(deadline) {
            self.ahead.keep(state, &found);
        }
        Ok(found)
    }
}

/// Whether no search was cut short: with more time nothing else would be found.
fn is_whole(deadline: &Deadline) -> bool {
    !deadline.has_cut() && !deadline.is_past()
}
