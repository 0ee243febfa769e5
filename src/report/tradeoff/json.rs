//! The JSON of `tradeoff`. Matters, people and tiers by id.

use crate::analysis::tradeoff::{self as found, Tradeoff};
use crate::model::{MatterIx, PersonIx, TierIx, Unit};
use crate::render::json::Number;
use crate::report::plan::json::Scenario;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What stops if audits must happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeoffFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was planned.
    pub scenario: Scenario,
    /// Id of the tier that must not give way, nor those above it.
    pub protect: String,
    /// One for each demand.
    pub frontiers: Vec<Frontier>,
}

/// What one demand costs, from no case to all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Frontier {
    /// Ids of the matters demanded.
    pub audits: Vec<String>,
    /// Whether all of them can be done while the protected tiers keep what they have.
    pub possible_while_protected: bool,
    /// Per tier: the most with which it and those above it keep what they have.
    pub kept_up_to: Vec<Kept>,
    /// Runs of equal service, in order.
    pub stretches: Vec<Stretch>,
    /// Ids of matters that lose in the last stretch that can be done, but could change places with another.
    pub exchangeable: Vec<String>,
}

/// How far a tier is untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Id of the tier.
    pub tier: String,
    /// Cases of the largest matter demanded.
    pub cases: u32,
}

/// Demands with the same best service of everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Fewest cases of the largest matter demanded.
    pub from: u32,
    /// Most cases of the largest matter demanded.
    pub to: u32,
    /// Cases of each matter at `to`.
    pub demand: Vec<Demand>,
    /// What it costs; null: cannot be done, even if the unit did nothing else.
    pub cost: Option<Cost>,
}

/// Cases of one matter that must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// Id of the matter.
    pub matter: String,
    /// Cases a year.
    pub cases: u32,
}

/// What a demand costs the other matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Weighted sum of service levels by tier, the demanded matters aside.
    pub service: Vec<TierService>,
    /// Matters served less than without the demand.
    pub losses: Vec<Loss>,
    /// Ids of the people who work at the demanded matters.
    pub people: Vec<String>,
    /// Ids of the people who work outside their home section.
    pub moved: Vec<String>,
    /// `optimal` or `feasible`.
    pub status: String,
}

/// Service of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierService {
    /// Id of the tier.
    pub tier: String,
    /// The sum.
    pub level: Number,
}

/// A matter that is served less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Loss {
    /// Id of the matter.
    pub matter: String,
    /// Service level without the demand.
    pub before: Number,
    /// Service level with it.
    pub after: Number,
    /// Cases no longer done.
    pub cases: Number,
    /// `full`, `slowed` or `stalled`.
    pub status: String,
}

impl TradeoffFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.tradeoff/1";

    /// Puts what was found into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, found: &Tradeoff, protect: TierIx, file: Option<&str>) -> Self {
        let writer = Writer { unit, protect };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            protect: unit[protect].id.clone(),
            frontiers: found.frontiers.iter().map(|frontier| writer.frontier(frontier)).collect(),
        }
    }
}

struct Writer<'a> {
    unit: &'a Unit,
    protect: TierIx,
}

impl Writer<'_> {
    fn ids(&self, matters: &[MatterIx]) -> Vec<String> {
        matters.iter().map(|matter| self.unit[*matter].id.clone()).collect()
    }

    fn people(&self, people: &[PersonIx]) -> Vec<String> {
        people.iter().map(|person| self.unit[*person].id.clone()).collect()
    }

    fn frontier(&self, frontier: &found::Frontier) -> Frontier {
        let kept = |(tier, cases): &(TierIx, u32)| Kept { tier: self.unit[*tier].id.clone(), cases: *cases };
        Frontier {
            audits: self.ids(&frontier.matters),
            possible_while_protected: frontier.kept_up_to(self.protect) == frontier.whole(self.unit),
            kept_up_to: frontier.kept_up_to.iter().map(kept).collect(),
            stretches: frontier.stretches.iter().map(|stretch| self.stretch(frontier, stretch)).collect(),
            exchangeable: self.ids(&frontier.exchangeable),
        }
    }

    fn stretch(&self, frontier: &found::Frontier, stretch: &found::Stretch) -> Stretch {
        let demand = frontier.cases(self.unit, stretch.to).into_iter();
        let demand = demand.map(|(matter, cases)| Demand { matter: self.unit[matter].id.clone(), cases });
        Stretch {
            from: stretch.from,
            to: stretch.to,
            demand: demand.collect(),
            cost: stretch.cost.as_ref().map(|cost| self.cost(cost)),
        }
    }

    fn cost(&self, cost: &found::Cost) -> Cost {
        let service = self.unit.tiers().zip(&cost.service);
        let loss = |loss: &found::Loss| Loss {
            matter: self.unit[loss.matter].id.clone(),
            before: Number::rounded(loss.before.value()),
            after: Number::rounded(loss.after.value()),
            cases: Number::rounded(loss.cases.value()),
            status: loss.status().id().to_owned(),
        };
        Cost {
            service: service.map(|((_, t), sum)| TierService { tier: t.id.clone(), level: Number(*sum) }).collect(),
            losses: cost.losses.iter().map(loss).collect(),
            people: self.people(&cost.people),
            moved: self.people(&cost.moved),
            status: cost.status.id().to_owned(),
        }
    }
}
