//! The JSON of `tradeoff`.

use crate::analysis::ServiceStatus;
use crate::analysis::tradeoff::{self as found, Tradeoff};
use crate::model::{MatterIx, PersonIx, TierIx, Unit};
use crate::report::parts::file::Answer;
use crate::units::Number;
use schemars::JsonSchema;
use serde::Serialize;

/// What stops if audits must happen.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Traded<'a> {
    /// Id of the tier that must not give way, nor those above it.
    pub protect: TierIx,
    /// One for each demand.
    pub frontiers: Vec<Frontier<'a>>,
}

impl Answer for Traded<'_> {
    const SCHEMA: &'static str = "shuanggang.tradeoff/1";
}

/// What one demand costs, from no case to all.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Frontier<'a> {
    /// Ids of the matters demanded.
    pub audits: &'a [MatterIx],
    /// Whether all of them can be done while the protected tiers keep what they have.
    pub possible_while_protected: bool,
    /// Per tier: the most with which it and those above it keep what they have.
    pub kept_up_to: Vec<Kept>,
    /// Runs of equal service, in order.
    pub stretches: Vec<Stretch<'a>>,
    /// Ids of matters that lose in the last stretch that can be done, but could change places with another.
    pub exchangeable: &'a [MatterIx],
}

/// How far a tier is untouched.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Kept {
    /// Id of the tier.
    pub tier: TierIx,
    /// Cases of the largest matter demanded.
    pub cases: u32,
}

/// Demands with the same best service of everything else.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Stretch<'a> {
    /// Fewest cases of the largest matter demanded.
    pub from: u32,
    /// Most cases of the largest matter demanded.
    pub to: u32,
    /// Cases of each matter at `to`.
    pub demand: Vec<Demand>,
    /// What it costs; null: cannot be done, even if the unit did nothing else.
    pub cost: Option<Cost<'a>>,
}

/// Cases of one matter that must be done.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Demand {
    /// Id of the matter.
    pub matter: MatterIx,
    /// Cases a year.
    pub cases: u32,
}

/// What a demand costs the other matters.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Cost<'a> {
    /// Weighted sum of service levels by tier, the demanded matters aside.
    pub service: Vec<TierService>,
    /// Matters served less than without the demand.
    pub losses: Vec<Loss<'a>>,
    /// Ids of the people who work at the demanded matters.
    pub people: &'a [PersonIx],
    /// Ids of the people who work outside their home section.
    pub moved: &'a [PersonIx],
    /// `optimal` or `feasible`.
    pub status: &'static str,
}

/// Service of a tier.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TierService {
    /// Id of the tier.
    pub tier: TierIx,
    /// The sum.
    pub level: Number,
}

/// A matter that is served less.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Loss<'a> {
    /// What it loses.
    #[serde(flatten)]
    pub loss: &'a found::Loss,
    /// What becomes of it.
    pub status: ServiceStatus,
}

impl<'a> Traded<'a> {
    /// What was found, with the tier that must not give way.
    #[must_use]
    pub fn of(unit: &Unit, found: &'a Tradeoff, protect: TierIx) -> Self {
        let frontier = |frontier: &'a found::Frontier| Frontier {
            audits: &frontier.matters,
            possible_while_protected: frontier.kept_up_to(protect) == frontier.whole(unit),
            kept_up_to: frontier.kept_up_to.iter().map(|(tier, cases)| Kept { tier: *tier, cases: *cases }).collect(),
            stretches: frontier.stretches.iter().map(|stretch| Stretch::of(unit, frontier, stretch)).collect(),
            exchangeable: &frontier.exchangeable,
        };
        Self { protect, frontiers: found.frontiers.iter().map(frontier).collect() }
    }
}

impl<'a> Stretch<'a> {
    fn of(unit: &Unit, frontier: &found::Frontier, stretch: &'a found::Stretch) -> Self {
        let demand = frontier.cases(unit, stretch.to).into_iter();
        Self {
            from: stretch.from,
            to: stretch.to,
            demand: demand.map(|(matter, cases)| Demand { matter, cases }).collect(),
            cost: stretch.cost.as_ref().map(Cost::from),
        }
    }
}

impl<'a> From<&'a found::Cost> for Cost<'a> {
    fn from(cost: &'a found::Cost) -> Self {
        let service = cost.service.iter().enumerate();
        Self {
            service: service.map(|(i, sum)| TierService { tier: TierIx(i), level: Number::rounded(*sum) }).collect(),
            losses: cost.losses.iter().map(|loss| Loss { loss, status: loss.status() }).collect(),
            people: &cost.people,
            moved: &cost.moved,
            status: cost.status.id(),
        }
    }
}
