//! What all results say together: unit by unit, the worst first, by place, by tier, by scenario.
//!
//! Results come one after the other and are not kept: of each unit as it is a row stays, of everything else sums.

use super::answer::{
    About, AbsenceAnswer, Answer, HireAnswer, Mistake, Named, NeedAnswer, PlanAnswer, ProjectAnswer, TaskResult,
    TierCount,
};
use crate::units::{Month, Number};
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All units of a fleet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fleet {
    /// Results that were added.
    pub results: usize,
    /// The units as they are, in order of the results.
    pub units: Vec<UnitRow>,
    /// What scenarios do, in the order in which they first came.
    pub scenarios: Vec<ScenarioRow>,
}

/// A unit as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnitRow {
    /// The unit, as its tasks name it.
    pub unit: String,
    /// The place that it is counted under.
    pub place: String,
    /// What keeps it from being read; empty where it reads.
    pub findings: Vec<Mistake>,
    /// The unit in figures; null where it does not read.
    pub about: Option<About>,
    /// What stalls today; null where it was not asked, as all that follows.
    pub plan: Option<PlanAnswer>,
    /// What stalls in the years ahead.
    pub project: Option<ProjectAnswer>,
    /// How many people the work takes.
    pub need: Option<NeedAnswer>,
    /// How many must be hired.
    pub hire: Option<HireAnswer>,
    /// Whom it cannot do without.
    pub absence: Option<AbsenceAnswer>,
}

impl UnitRow {
    /// The matters of a tier, by its id; none where the unit was not planned or has no such tier.
    #[must_use]
    pub fn tier(&self, id: &str) -> Option<&TierCount> {
        self.plan.iter().flat_map(|plan| &plan.tiers).find(|count| count.tier.id == id)
    }

    /// Whether anything stalls today.
    #[must_use]
    pub fn has_stalls(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.tiers.iter().any(|tier| tier.stalled > 0))
    }

    /// The first month in which a matter newly stalls and its tier is served less by it.
    #[must_use]
    pub fn next_stall(&self) -> Option<Month> {
        self.project.as_ref()?.next_stall
    }

    /// By how bad it is: what stalls, tier by tier, then what is slowed, then how soon more stalls, then who is missing.
    fn weight(&self, tiers: &[TierTotal]) -> impl Ord + use<> {
        let counts = || tiers.iter().map(|total| self.tier(&total.tier.id));
        let stalled: Vec<_> = counts().map(|count| Reverse(count.map_or(0, |tier| tier.stalled))).collect();
        let slowed: Vec<_> =
            counts().map(|count| Reverse(count.map_or(0, |tier| tier.slowed + tier.unknown))).collect();
        let next = self.next_stall();
        let missing = Reverse(self.need.as_ref().and_then(|need| need.missing));
        (stalled, slowed, (next.is_none(), next), missing)
    }
}

/// A scenario over all units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScenarioRow {
    /// What it is called; empty for the units as they are.
    pub scenario: String,
    /// Units that were planned.
    pub units: usize,
    /// Tier by tier.
    pub tiers: Vec<TierTotal>,
}

/// The matters of a tier over many units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TierTotal {
    /// The tier, as the first unit that has it calls it.
    pub tier: Named,
    /// Units in which one of its matters stalls.
    pub units_stalled: usize,
    /// Its matters to which anything arrives.
    pub matters: usize,
    /// Those stalled.
    pub stalled: usize,
    /// Those slowed.
    pub slowed: usize,
    /// Those of which it is not proven how far they can be served.
    pub unknown: usize,
    /// Weighted sum of the service levels.
    pub service: Number,
}

/// Several units of one place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceRow {
    /// The place; empty for units in no folder.
    pub place: String,
    /// Units that were read.
    pub units: usize,
    /// Units in which something stalls.
    pub units_stalled: usize,
    /// Established people on duty.
    pub on_duty: u32,
    /// Contract workers.
    pub contract: u32,
    /// Vacancies of the units that state their authorised posts; who is over the establishment fills no vacancy of others.
    pub vacancies: i64,
    /// People there, leaders left out, of the units whose need is known.
    pub there: u32,
    /// The fewest that the work of these units takes, by hours and rules.
    pub needed: u32,
    /// How many are missing.
    pub missing: u32,
    /// Tier by tier.
    pub tiers: Vec<TierTotal>,
}

impl Fleet {
    /// Adds the next result.
    pub fn add(&mut self, result: TaskResult) {
        self.results += 1;
        if let Some(Answer::Plan(plan)) = &result.answer {
            self.in_scenario(&result.scenario, plan);
        }
        if !result.scenario.is_empty() {
            return;
        }
        if self.units.last().is_none_or(|last| last.unit != result.unit) {
            let row = UnitRow { unit: result.unit, place: result.place, ..UnitRow::default() };
            self.units.push(row);
        }
        let Some(row) = self.units.last_mut() else { return };
        row.about = row.about.take().or(result.about);
        if row.findings.is_empty() {
            row.findings = result.findings;
        }
        match result.answer {
            Some(Answer::Plan(plan)) => row.plan = Some(plan),
            Some(Answer::Project(project)) => row.project = Some(project),
            Some(Answer::Need(need)) => row.need = Some(need),
            Some(Answer::Hire(hire)) => row.hire = Some(hire),
            Some(Answer::Absence(absence)) => row.absence = Some(absence),
            Some(Answer::Front(_)) | None => {}
        }
    }

    fn in_scenario(&mut self, scenario: &str, plan: &PlanAnswer) {
        let known = self.scenarios.iter().position(|row| row.scenario == scenario);
        let at = known.unwrap_or_else(|| {
            self.scenarios.push(ScenarioRow { scenario: scenario.to_owned(), ..ScenarioRow::default() });
            self.scenarios.len() - 1
        });
        let row = &mut self.scenarios[at];
        row.units += 1;
        add(&mut row.tiers, plan);
    }

    /// The units that read, the worst first, equal ones in order of the results.
    #[must_use]
    pub fn worst(&self) -> Vec<&UnitRow> {
        let mut units: Vec<&UnitRow> = self.units.iter().filter(|row| row.about.is_some()).collect();
        let tiers = self.tiers();
        units.sort_by_cached_key(|row| row.weight(&tiers));
        units
    }

    /// The units that do not read.
    pub fn unread(&self) -> impl Iterator<Item = &UnitRow> {
        self.units.iter().filter(|row| row.about.is_none())
    }

    /// Tier by tier over all units.
    #[must_use]
    pub fn tiers(&self) -> Vec<TierTotal> {
        let mut tiers = Vec::new();
        self.units.iter().filter_map(|row| row.plan.as_ref()).for_each(|plan| add(&mut tiers, plan));
        tiers
    }

    /// Place by place, in order of their names.
    #[must_use]
    pub fn places(&self) -> Vec<PlaceRow> {
        let mut places: BTreeMap<&str, PlaceRow> = BTreeMap::new();
        for row in &self.units {
            let Some(about) = &row.about else { continue };
            let place = places.entry(&row.place).or_default();
            place.place.clone_from(&row.place);
            place.units += 1;
            place.units_stalled += usize::from(row.has_stalls());
            place.on_duty += about.on_duty;
            place.contract += about.contract;
            place.vacancies += about.vacancies.unwrap_or_default().max(0);
            if let Some((need, fewest, missing)) =
                row.need.as_ref().and_then(|need| Some((need, need.by_both?, need.missing?)))
            {
                place.there += need.there.all();
                place.needed += fewest.people.all();
                place.missing += missing;
            }
            row.plan.iter().for_each(|plan| add(&mut place.tiers, plan));
        }
        places.into_values().collect()
    }
}

/// Adds the tiers of a plan. One that is new comes behind the one that is before it in the plan.
fn add(totals: &mut Vec<TierTotal>, plan: &PlanAnswer) {
    let mut next = 0;
    for TierCount { tier, matters, stalled, slowed, unknown, service } in &plan.tiers {
        let at = totals.iter().position(|total| total.tier.id == tier.id).unwrap_or_else(|| {
            let nothing = Number::default();
            let tier = tier.clone();
            let none =
                TierTotal { tier, units_stalled: 0, matters: 0, stalled: 0, slowed: 0, unknown: 0, service: nothing };
            totals.insert(next, none);
            next
        });
        next = at + 1;
        let total = &mut totals[at];
        total.units_stalled += usize::from(*stalled > 0);
        total.matters += matters;
        total.stalled += stalled;
        total.slowed += slowed;
        total.unknown += unknown;
        total.service = Number(total.service.0 + service.0);
    }
}
