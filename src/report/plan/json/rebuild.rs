//! A saved plan as this program would write it now, from who does what in it and from the scenario alone.

use super::{Alternative, Alternatives, Matter, Misfit, PlanFile, Reason};
use crate::analysis::Again;
use crate::analysis::plan::alternatives as found;
use crate::model::{Moves, Plan, PlanStatus, Stage, StageId, StopReason, Unit};
use rust_decimal::Decimal;

/// A saved plan written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// The file as it should be.
    pub file: PlanFile,
    /// Paths of what was taken from the saved file, because nothing here can tell it or the search did not end;
    /// it was only checked for consistency.
    pub unconfirmed: Vec<String>,
}

impl PlanFile {
    /// The alternatives of the file in terms of a unit.
    ///
    /// # Errors
    /// As [`PlanFile::plan`].
    pub fn alternative_plans(&self, unit: &Unit) -> Result<Vec<Plan>, Vec<Misfit>> {
        let stated = self.alternatives.iter().flat_map(|alternatives| &alternatives.plans);
        let read = stated.enumerate().map(|(i, other)| {
            let read = self.as_plan(other).plan(unit);
            read.map_err(|misfits| {
                let place =
                    |misfit: Misfit| Misfit { path: format!("alternatives.plans[{i}].{}", misfit.path), ..misfit };
                misfits.into_iter().map(place).collect()
            })
        });
        read.collect()
    }

    /// An alternative as a file of its own.
    fn as_plan(&self, other: &Alternative) -> Self {
        let known = |id: &str| self.matters.iter().find(|matter| matter.id == id);
        let matters = other.matters.iter().filter_map(|served| {
            known(&served.matter).or(self.matters.first()).map(|matter| Matter {
                id: served.matter.clone(),
                done: served.done,
                ..matter.clone()
            })
        });
        Self {
            status: other.status.clone(),
            stages: other.stages.clone(),
            people: other.people.clone(),
            matters: matters.collect(),
            alternatives: None,
            ..self.clone()
        }
    }

    /// Writes the file anew. `others` are its alternatives as plans.
    #[must_use]
    pub fn rebuilt(&self, unit: &Unit, again: &Again, others: &[Plan]) -> Rebuilt {
        let mut unconfirmed = ["scenario.file", "method", "engine"].map(str::to_owned).to_vec();
        let plan = &again.assessment.plan;
        let named = |id| plan.stages.iter().position(|stage| stage.id == id);
        unconfirmed.extend(again.unconfirmed.iter().filter_map(|id| named(*id)).map(|i| format!("stages[{i}].bound")));
        let mut file = Self::of(unit, &again.assessment, self.scenario.file.as_deref());
        again.engine.clone_into(&mut file.engine);
        file = file.with_remedies(unit, &again.remedies).with_rivals(unit, &again.rivals);
        if let Some(months) = &again.months {
            file = file.with_months(unit, months);
        }
        if let Some(stated) = &self.alternatives {
            file = file.with_alternatives(unit, &alternatives(unit, plan, stated, others));
            unconfirmed.extend(["most_moved", "end"].map(|field| format!("alternatives.{field}")));
            let bounds = (0..others.len()).map(|i| format!("alternatives.plans[{i}].stages[].bound"));
            unconfirmed.extend(bounds);
        }
        if self.rights.is_some() {
            // The table is not at hand.
            file.rights.clone_from(&self.rights);
            unconfirmed.push("rights".to_owned());
        }
        self.keep_unproven(&mut file, &mut unconfirmed);
        Rebuilt { file, unconfirmed }
    }

    /// Takes over what a search that was stopped, then or now, leaves open.
    fn keep_unproven(&self, file: &mut Self, unconfirmed: &mut Vec<String>) {
        for (i, (stated, matter)) in self.matters.iter().zip(&mut file.matters).enumerate() {
            if let (Some(stated), Some(reason)) = (&stated.reason, &mut matter.reason)
                && stated != reason
                && (stated.is_open_where(reason) || reason.is_open())
            {
                *reason = stated.clone();
                unconfirmed.push(format!("matters[{i}].reason"));
            }
        }
        if file.status == PlanStatus::Optimal.id() {
            return;
        }
        // What another search of the same questions would find, a plan that is itself unfinished need not say.
        if file.conflicts != self.conflicts && same_values(&file.conflicts, &self.conflicts) {
            file.conflicts.clone_from(&self.conflicts);
            unconfirmed.push("conflicts[].values[].effect".to_owned());
        }
        let matters = |file: &Self| file.remedies.iter().map(|remedy| remedy.matter.clone()).collect::<Vec<_>>();
        if file.remedies != self.remedies && matters(file) == matters(self) {
            file.remedies.clone_from(&self.remedies);
            unconfirmed.push("remedies[].repair".to_owned());
        }
        if file.rivals != self.rivals {
            file.rivals.clone_from(&self.rivals);
            unconfirmed.push("rivals".to_owned());
        }
    }
}

/// Whether two lists of conflicts differ in nothing but what follows from the values.
fn same_values(one: &[super::Conflict], other: &[super::Conflict]) -> bool {
    let without = |conflicts: &[super::Conflict]| {
        let mut conflicts = conflicts.to_vec();
        conflicts.iter_mut().flat_map(|conflict| &mut conflict.values).for_each(|value| value.effect = None);
        conflicts
    };
    without(one) == without(other)
}

impl Reason {
    fn is_open(&self) -> bool {
        self.code == crate::analysis::ReasonCode::SearchStopped.id()
    }

    /// Whether this leaves open what is known by now, with bounds that this keeps.
    fn is_open_where(&self, known: &Self) -> bool {
        self.is_open()
            && self.limit == crate::analysis::Limit::Unknown.id()
            && self.post.is_none()
            && self.people_needed == known.people_needed
            && self.people_left >= known.people_left
            && self.alone >= known.alone
            && self.after_higher_tiers >= known.after_higher_tiers
    }
}

/// The alternatives beside a plan. The limit on moves and the end of the list stand as stated, as far as the plans
/// listed allow it.
fn alternatives(unit: &Unit, plan: &Plan, stated: &Alternatives, others: &[Plan]) -> found::Alternatives {
    let mut listed = vec![Moves::of(unit, &plan.held)];
    let mut plans = Vec::new();
    let count = |plan: &Plan| u32::try_from(found::moved(unit, plan).len()).unwrap_or(u32::MAX);
    let fewest_moved = count(plan);
    let mut least = fewest_moved.saturating_add(1);
    for other in others {
        if !found::serves_as_much(unit, other, plan) {
            continue;
        }
        least = least.max(count(other));
        let stages: Vec<_> = stages_of_alternatives(unit).map(|id| accounted(unit, other, id)).collect();
        let anew = Plan { status: PlanStatus::from(&*stages), stages, ..other.clone() };
        plans.push(found::Alternative::beside(unit, plan, &listed, anew));
        listed.push(Moves::of(unit, &other.held));
    }
    let present = u32::try_from(unit.present().count()).unwrap_or(u32::MAX);
    let most_moved = stated.most_moved.min(fewest_moved.saturating_add(present)).max(least);
    let end = found::End::parse(&stated.end).unwrap_or(found::End::Enough);
    found::Alternatives { fewest_moved, most_moved, plans, end }
}

/// The stages of an alternative, in order (`docs/model.md`, section 11).
fn stages_of_alternatives(unit: &Unit) -> impl Iterator<Item = StageId> {
    let of_people = [StageId::Placement, StageId::Difference, StageId::Moves, StageId::Backups, StageId::Balance];
    unit.tiers().map(|(tier, _)| StageId::Tier(tier)).chain(of_people)
}

/// What a plan reaches in a stage; one that it does not state stops for no reason that a plan would give.
fn accounted(unit: &Unit, plan: &Plan, id: StageId) -> Stage {
    let stated = plan.stages.iter().find(|stage| stage.id == id);
    let missing = Stage::new(id, Decimal::ZERO, Decimal::ZERO, StopReason::Engine);
    plan.account(unit, stated.unwrap_or(&missing))
}
