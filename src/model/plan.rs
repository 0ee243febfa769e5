//! A plan: who holds which posts, who does how many cases, and how sure that is.

use super::{MatterIx, PersonIx, PostIx, SectionIx, Step, TierIx, Unit};
use crate::units::{Cases, Hours, Share};
use crate::word::words;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A year-long picture of a unit at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How sure the plan is, over all stages.
    pub status: PlanStatus,
    /// The stages of the optimisation in order.
    pub stages: Vec<Stage>,
    /// The way in which the service and the posts were found.
    pub method: Method,
    /// Name and version of the engine that solved the rest.
    pub engine: String,
    /// Who holds which post.
    pub held: BTreeSet<(PersonIx, PostIx)>,
    /// Who does how many cases of what; no entry where nothing is done.
    pub work: Vec<Work>,
    /// Cases done in the year, by matter.
    pub done: Vec<Cases>,
}

words! {
    /// How the best service was found, and the posts that allow it.
    pub enum Method {
        /// Every staffing of every section was worked out, and the sections added up: nothing was searched.
        Sections = "sections",
        /// Every staffing worth having of every section was worked out; a program picked one for each.
        Patterns = "patterns",
        /// What no plan can exceed was found by a program that pools whoever works in several sections, and a plan was
        /// built that reaches it.
        Pooled = "pooled",
        /// One program of the whole unit.
        Program = "program",
    }
}

/// Cases that one person does at one step of one matter in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    /// The person.
    pub person: PersonIx,
    /// The matter.
    pub matter: MatterIx,
    /// The step.
    pub step: Step,
    /// Cases, positive.
    pub cases: Cases,
}

/// How sure a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanStatus {
    /// Every stage is proven within the gap that was asked for.
    Optimal,
    /// Some stage stopped early; the largest relative gap.
    Feasible {
        /// Relative distance between the objective and its bound.
        gap: Decimal,
    },
}

/// How sure a plan is whose stages are these: optimal when each is proven to the last place of its objective.
impl From<&[Stage]> for PlanStatus {
    fn from(stages: &[Stage]) -> Self {
        let gap = stages.iter().map(|stage| stage.gap).max().unwrap_or_default();
        let proven = stages.iter().all(|stage| stage.stop == StopReason::Proven);
        if proven && gap <= Decimal::new(1, 6) { Self::Optimal } else { Self::Feasible { gap } }
    }
}

impl PlanStatus {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Feasible { .. } => "feasible",
        }
    }
}

/// What a stage optimises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageId {
    /// Most weighted service of one tier.
    Tier(TierIx),
    /// Fewest people present without any post.
    Placement,
    /// Moves that differ most from those of other plans.
    Difference,
    /// Fewest people at work outside their home section.
    Moves,
    /// Most posts with one holder more than a case needs.
    Backups,
    /// Most even use of hours.
    Balance,
}

impl StageId {
    /// The word used in JSON; for a tier `service:` and the tier's id.
    #[must_use]
    pub fn id(self, unit: &Unit) -> String {
        match self {
            Self::Tier(tier) => format!("service:{}", unit[tier].id),
            Self::Placement => "placement".into(),
            Self::Difference => "difference".into(),
            Self::Moves => "moves".into(),
            Self::Backups => "backups".into(),
            Self::Balance => "balance".into(),
        }
    }

    /// Whether the objective counts people, seats or posts: then it is whole, and never below zero.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Placement | Self::Difference | Self::Moves | Self::Backups)
    }

    /// Whether a larger objective is better.
    #[must_use]
    pub const fn maximises(self) -> bool {
        matches!(self, Self::Tier(_) | Self::Difference | Self::Backups)
    }
}

words! {
    /// Why a stage ended.
    pub enum StopReason {
        /// Proven within the gap.
        Proven = "proven",
        /// The time limit.
        TimeLimit = "time_limit",
        /// The engine gave up for another reason; the previous incumbent stands.
        Engine = "engine",
    }
}

/// The account of one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// What was optimised.
    pub id: StageId,
    /// The value reached.
    pub objective: Decimal,
    /// No plan can be better than this.
    pub bound: Decimal,
    /// |bound − objective| / max(|objective|, 1).
    pub gap: Decimal,
    /// Why it ended.
    pub stop: StopReason,
}

impl Stage {
    /// A stage with its gap.
    #[must_use]
    pub fn new(id: StageId, objective: Decimal, bound: Decimal, stop: StopReason) -> Self {
        let gap = (bound - objective).abs().checked_div(objective.abs().max(Decimal::ONE)).unwrap_or_default();
        Self { id, objective, bound, gap: crate::units::round_half_up(gap, 9).normalize(), stop }
    }
}

impl Plan {
    /// Whether it is proven how far a tier can be served: its stage and those of the tiers above ended with a proof.
    /// Otherwise the matters of the tier may be short for no reason but that the search ended.
    #[must_use]
    pub fn proves(&self, tier: TierIx) -> bool {
        let concerns = |id: StageId| matches!(id, StageId::Tier(other) if other <= tier);
        self.stages.iter().filter(|stage| concerns(stage.id)).all(|stage| stage.stop == StopReason::Proven)
    }

    /// Service level of a matter: cases done / cases arriving; 1 when none arrive.
    #[must_use]
    pub fn level(&self, unit: &Unit, matter: MatterIx) -> Share {
        let arriving = unit[matter].arriving;
        if arriving == Cases::ZERO {
            return Share::ONE;
        }
        self.done[matter.0].share_of(arriving)
    }

    /// By tier: the weighted sum of service levels, and the number of matters to which anything arrives.
    #[must_use]
    pub fn service(&self, unit: &Unit) -> Vec<(TierIx, Decimal, usize)> {
        let of_tier = |tier: TierIx| -> (Decimal, usize) {
            let served = unit.open_matters().filter(|(_, m)| m.tier == tier);
            let levels = served.map(|(ix, m)| m.weight.value() * self.level(unit, ix).value());
            levels.fold((Decimal::ZERO, 0), |(sum, count), level| (sum + level, count + 1))
        };
        unit.tiers()
            .map(|(tier, _)| {
                let (sum, count) = of_tier(tier);
                (tier, crate::units::round_half_up(sum, 6).normalize(), count)
            })
            .collect()
    }

    /// Posts of one person.
    pub fn posts_of(&self, person: PersonIx) -> impl Iterator<Item = PostIx> {
        self.held.range((person, PostIx(0))..=(person, PostIx(usize::MAX))).map(|(_, post)| *post)
    }

    /// Holders of one post.
    pub fn holders_of(&self, post: PostIx) -> impl Iterator<Item = PersonIx> {
        self.held.iter().filter(move |(_, held)| *held == post).map(|(person, _)| *person)
    }

    /// The section where a person sits: home if any post is there, else that of the first handle or review post.
    /// A leader who approves for several sections sits in none.
    #[must_use]
    pub fn section_of(&self, unit: &Unit, person: PersonIx) -> Option<SectionIx> {
        let home = unit[person].home.filter(|home| self.posts_of(person).any(|post| unit[post].section == *home));
        let works_in = || self.posts_of(person).find(|post| unit[*post].is_working()).map(|post| unit[post].section);
        home.or_else(works_in)
    }

    /// Whether a person holds a handle or review post outside the home section.
    #[must_use]
    pub fn is_moved(&self, unit: &Unit, person: PersonIx) -> bool {
        let away = |post: PostIx| unit[post].is_working() && !unit[person].belongs_to(unit[post].section);
        self.posts_of(person).any(away)
    }

    /// Hours that a person works at posts, or at one post.
    #[must_use]
    pub fn hours(&self, unit: &Unit, person: PersonIx, post: Option<PostIx>) -> Hours {
        self.work
            .iter()
            .filter(|work| work.person == person)
            .filter_map(|work| {
                let matter = &unit[work.matter];
                let step = matter.steps.iter().find(|s| s.step == work.step)?;
                let at_post = post.is_none_or(|post| unit.post_for(matter, step) == post);
                at_post.then(|| step.minutes.value * work.cases)
            })
            .sum()
    }

    /// Everyone present who holds no post.
    pub fn unplaced<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = PersonIx> + 'a {
        unit.present().map(|(ix, _)| ix).filter(|ix| self.posts_of(*ix).next().is_none())
    }
}
