//! Scenarios side by side: each planned and checked, and what of each can be set beside the others.

mod measures;

pub use measures::{Better, MEASURES, Row, rows};

use super::{AssessError, EQUAL_SERVICE, ServiceStatus, Steps, planned};
use crate::model::{Employment, Matter, MatterIx, MoneyRange, PersonIx, Plan, PostIx, Unit};
use crate::optimise::{Error, Settings};
use crate::units::{Hours, Share};
use rayon::prelude::*;
use std::sync::Mutex;

/// One of the scenarios; differences are against the first.
#[derive(Debug)]
pub struct Side {
    /// What it is called, unlike any other.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a scenario.
#[derive(Debug)]
pub enum Outcome {
    /// Planned.
    Planned(Box<Planned>),
    /// It could not be read.
    BadInput,
    /// It was read, and there is no plan.
    Failed(Box<AssessError>),
}

/// A scenario with its plan, which passed the checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The scenario.
    pub unit: Unit,
    /// The plan.
    pub plan: Plan,
}

impl Side {
    /// The scenario with its plan, if there is one.
    #[must_use]
    pub fn planned(&self) -> Option<&Planned> {
        match &self.outcome {
            Outcome::Planned(planned) => Some(planned),
            Outcome::BadInput | Outcome::Failed(_) => None,
        }
    }

    /// What became of it, in a word of JSON and CSV: the status of its plan, `bad_input` or `failed`.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match &self.outcome {
            Outcome::Planned(planned) => planned.plan.status.id(),
            Outcome::BadInput => "bad_input",
            Outcome::Failed(_) => "failed",
        }
    }
}

/// A plan of which it is proven how far every tier can be served: others cannot stand beside each other.
fn planned_in_full(unit: &Unit, settings: &Settings) -> Result<Plan, AssessError> {
    let plan = planned(unit, settings)?;
    let cut = settings.deadline.has_cut() && !unit.tiers().all(|(tier, _)| plan.proves(tier));
    if cut { Err(Error::OutOfTime.into()) } else { Ok(plan) }
}

/// Plans every scenario, side by side; one that cannot be planned does not keep the others from it.
/// A scenario without a unit could not be read. The result does not depend on the number of processors.
#[must_use]
pub fn compare(scenarios: Vec<(String, Option<Unit>)>, settings: &Settings, steps: &mut dyn Steps) -> Vec<Side> {
    let settings = Settings { export: None, ..settings.clone() };
    steps.begin(scenarios.len());
    let steps = Mutex::new(steps);
    let outcome = |unit: Unit| match planned_in_full(&unit, &settings) {
        Ok(plan) => Outcome::Planned(Box::new(Planned { unit, plan })),
        Err(error) => Outcome::Failed(Box::new(error)),
    };
    let side = |(name, unit): (String, Option<Unit>)| {
        let outcome = unit.map_or(Outcome::BadInput, outcome);
        if let Ok(mut steps) = steps.lock() {
            steps.step();
        }
        Side { name, outcome }
    };
    scenarios.into_par_iter().map(side).collect()
}

impl Planned {
    /// Matters of a status, in the order of the scenario.
    pub fn with_status(&self, status: ServiceStatus) -> impl Iterator<Item = MatterIx> {
        let of = move |ix: &MatterIx| self.plan.status_of(&self.unit, *ix) == status;
        self.unit.matters().map(|(ix, _)| ix).filter(of)
    }

    /// Service levels of the matters of a tier to which anything arrives.
    pub fn levels_of(&self, tier: &str) -> impl Iterator<Item = Share> {
        let of_tier = move |matter: &Matter| self.unit[matter.tier].id == tier;
        let matters = self.unit.open_matters().filter(move |(_, matter)| of_tier(matter));
        matters.map(|(ix, _)| self.plan.level(&self.unit, ix))
    }

    /// Matters of a tier that are served further than in another scenario that has them too.
    #[must_use]
    pub fn further_than(&self, other: &Self, tier: &str) -> Vec<MatterIx> {
        self.changed(other, tier, |own, other| own.value() > other.value() + EQUAL_SERVICE)
    }

    /// The same of those that are served less far.
    #[must_use]
    pub fn less_than(&self, other: &Self, tier: &str) -> Vec<MatterIx> {
        self.changed(other, tier, |own, other| own.value() < other.value() - EQUAL_SERVICE)
    }

    fn changed(&self, other: &Self, tier: &str, is: impl Fn(Share, Share) -> bool) -> Vec<MatterIx> {
        let there = |id: &str| other.unit.open_matters().find(|(_, matter)| matter.id == id).map(|(ix, _)| ix);
        let is_changed = |ix: MatterIx, matter: &Matter| {
            let there = there(&matter.id).map(|there| other.plan.level(&other.unit, there));
            self.unit[matter.tier].id == tier && there.is_some_and(|there| is(self.plan.level(&self.unit, ix), there))
        };
        self.unit.open_matters().filter(|(ix, matter)| is_changed(*ix, matter)).map(|(ix, _)| ix).collect()
    }

    /// People with a handle or review post outside their home section.
    pub fn moved(&self) -> impl Iterator<Item = PersonIx> {
        self.unit.present().map(|(person, _)| person).filter(|person| self.plan.is_moved(&self.unit, *person))
    }

    /// Posts without one holder more than a case needs, stalled matters' posts too: who closes a post does not
    /// thereby back it up.
    pub fn without_backup(&self) -> impl Iterator<Item = PostIx> {
        let backed = |post: PostIx| self.plan.holders_of(post).count() > self.people_a_case(post);
        self.unit.needed_posts().map(|(post, _)| post).filter(move |post| !backed(*post))
    }

    /// Distinct people that one case needs at a post: the most of any matter to which anything arrives.
    fn people_a_case(&self, post: PostIx) -> usize {
        let steps =
            self.unit.open_matters().flat_map(|(_, matter)| matter.steps.iter().map(move |step| (matter, step)));
        let here = steps.filter(|(matter, step)| self.unit.post_for(matter, step) == post);
        here.map(|(_, step)| usize::try_from(step.people).unwrap_or(usize::MAX)).max().unwrap_or_default()
    }

    /// Hours of the people on duty that no work takes.
    #[must_use]
    pub fn slack(&self) -> Hours {
        let spare = |(ix, person): (_, &crate::model::Person)| person.hours - self.plan.hours(&self.unit, ix, None);
        self.unit.present().map(spare).sum()
    }

    /// A year's pay of everyone on the books and on contract: heads × the range of what is known of a head's pay.
    /// `None` where the scenario knows nothing of it. Who is on loan here is paid elsewhere.
    #[must_use]
    pub fn yearly_pay(&self) -> Option<MoneyRange> {
        let known = self.unit.recruitment.as_ref()?;
        let headcount = self.unit.headcount();
        let established = known.yearly(Employment::Established)? * headcount.on_books;
        Some(established + known.yearly(Employment::Contract)? * headcount.contract)
    }
}
