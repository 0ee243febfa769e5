//! Why a matter stalls, what would help, what that costs. Every answer is a re-solve and says how far it was proven.

mod break_even;
mod conflict;
mod count;
mod demand;
mod ranking;
mod repairs;
mod rivals;
mod trials;

pub use count::{Counted, counted, counts};
pub use demand::{Demand, StaffKind};
pub use rivals::{Rival, rivals};
pub(super) use trials::at_least;

use super::plan::reasons;
use super::{AssessError, ServiceStatus, Shortfall, Steps, checked};
use crate::model::{Change, MatterIx, Plan, RuleChange, Separation, Unit};
use crate::optimise::{self, Settings};
use crate::units::Share;
use rayon::prelude::*;

/// Every slowed or stalled matter in question, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The plan that leaves them short; it passed the checker.
    pub plan: Plan,
    /// In order of tier, then of the scenario. Empty when nothing in question is below full service.
    pub matters: Vec<Explanation>,
}

/// One matter, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The matter and the reason.
    pub shortfall: Shortfall,
    /// Its service level in the plan.
    pub level: Share,
    /// What counting heads says; `None` where it is served in part, so that its posts are held.
    pub counted: Option<Counted>,
    /// What cannot all hold with more of it done than in the plan.
    pub conflict: MinimalConflict,
    /// Single changes with which more of it is done, best first.
    pub repairs: Vec<Repair>,
    /// Two changes together that help, where no single one does that the unit may make without giving up other
    /// matters; best first.
    pub pairs: Vec<Repair>,
    /// Single changes that were tried and do not help, in order of trial.
    pub in_vain: Vec<Change>,
}

impl Explanation {
    /// The repair to name first: a single free one, two together that are free, or the best of what remains.
    #[must_use]
    pub fn best(&self) -> Option<&Repair> {
        let mut free = self.repairs.iter().chain(&self.pairs).filter(|repair| repair.is_free());
        free.next().or_else(|| self.repairs.first()).or_else(|| self.pairs.first())
    }

    /// The first free repair that only brings in people and leaves rules and numbers alone.
    #[must_use]
    pub fn best_by_people(&self) -> Option<&Repair> {
        let brings = |change: &Change| matches!(change, Change::Join(_) | Change::Recall(_));
        let mut all = self.repairs.iter().chain(&self.pairs);
        all.find(|repair| repair.is_free() && repair.changes.iter().all(brings))
    }
}

/// Demands that cannot all be met while more of a matter is done than in the plan, though any of them left out the
/// others can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinimalConflict {
    /// The demands; empty when the search was stopped before any conflict was proven.
    pub members: Vec<Member>,
    /// Whether everything about it is proven: that the whole cannot hold, and that each member is necessary.
    /// If not, some members may be superfluous.
    pub proven: bool,
}

impl MinimalConflict {
    /// Whether the matter could not be done by any number of people: the rules alone forbid it.
    #[must_use]
    pub fn is_by_rule_alone(&self) -> bool {
        let of_rules = |member: &Member| matches!(member.demand, Demand::Rule(_) | Demand::Step(..));
        self.proven && !self.members.is_empty() && self.members.iter().all(of_rules)
    }
}

/// A member of a conflict with the proof that it is necessary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The demand.
    pub demand: Demand,
    /// Service level of the matter when only the other members hold.
    pub level_without: Share,
}

/// Changes to the unit with which more of a matter is done, and what else they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The changes; one, or two.
    pub changes: Vec<Change>,
    /// Service level of the matter with them.
    pub level: Share,
    /// Its status with them.
    pub status: ServiceStatus,
    /// Whether a law forbids the unit to make one of them by itself.
    pub against_law: bool,
    /// Other matters that are served less than without the changes.
    pub worse: Vec<Shift>,
    /// Other matters that are served better.
    pub better: Vec<Shift>,
    /// Whether the service with them is proven to be the best.
    pub proven: bool,
}

impl Repair {
    /// Whether the unit may make it, no other matter pays for it, and handler and reviewer stay two people.
    #[must_use]
    pub fn is_free(&self) -> bool {
        !self.against_law && !self.ends_separation() && self.worse.is_empty()
    }

    /// Whether it gives up what two posts and two reviews are for: that one person does not review their own work.
    #[must_use]
    pub fn ends_separation(&self) -> bool {
        self.changes.contains(&Change::Rule(RuleChange::Separation(Separation::Off)))
    }
}

/// A matter served otherwise than in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// The matter.
    pub matter: MatterIx,
    /// Its service level in the plan.
    pub from: Share,
    /// Its service level with the changes.
    pub to: Share,
}

/// The best single change of staff for a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The matter.
    pub matter: MatterIx,
    /// One more person of some employment, or one recalled; `None` when none of these helps.
    pub repair: Option<Repair>,
}

/// For every shortfall of a plan what the least change of staff would do: the part of an explanation that costs so
/// little that every plan can have it. A matter of which that is not known, because the plan or a trial was not
/// finished, has no entry.
///
/// # Errors
/// See [`AssessError`].
pub fn remedies(
    unit: &Unit,
    plan: &Plan,
    shortfalls: &[Shortfall],
    settings: &Settings,
) -> Result<Vec<Remedy>, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    repairs::by_staff(unit, plan, shortfalls, &settings)
}

/// Hundredths of the time left that the plan may take, so that something is left for what is asked.
const FOR_THE_PLAN: u32 = 40;

/// Explains one matter, or every matter below full service, as far as the time goes.
///
/// # Errors
/// See [`AssessError`].
pub fn explain(
    unit: &Unit,
    which: Option<MatterIx>,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Explained, AssessError> {
    let for_plan = Settings { deadline: settings.deadline.share(FOR_THE_PLAN), ..settings.clone() };
    let plan = checked(unit, optimise::plan(unit, &for_plan, &mut ())?)?;
    let settings = Settings { export: None, ..settings.clone() };
    let mut shortfalls = reasons::shortfalls(unit, &plan, &settings)?;
    shortfalls.retain(|shortfall| which.is_none_or(|matter| matter == shortfall.matter));
    if shortfalls.is_empty() {
        return Ok(Explained { plan, matters: Vec::new() });
    }
    let find = |shortfall: &Shortfall| conflict::minimal(unit, &plan, shortfall, &settings);
    let conflicts = shortfalls.par_iter().map(find).collect::<Result<Vec<_>, _>>()?;
    let matters = repairs::explanations(unit, &plan, shortfalls, conflicts, &settings, steps)?;
    Ok(Explained { plan, matters })
}
