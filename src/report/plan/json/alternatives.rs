//! Other plans to choose from, in the contract's terms.

use super::write::Writer;
use super::{Person, PlanFile, Stage, TierService};
use crate::analysis::plan::alternatives as found;
use crate::analysis::plan::alternatives::spread_of_hours;
use crate::model::{self, Moves, Unit};
use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Plans with the service of the plan itself, in which other people move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternatives {
    /// People moved in the plan itself.
    pub fewest_moved: u32,
    /// Most people whom an alternative may move.
    pub most_moved: u32,
    /// Why there are no more: `enough` as many as asked for, `no_other` proven, `not_found` before the search stopped.
    pub end: String,
    /// Each as far as possible from all before it, the plan itself included.
    pub plans: Vec<Alternative>,
}

/// One of them: a whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Moves that only this or only the nearest plan before it has.
    pub difference: u32,
    /// No plan within the limits differs more.
    pub difference_bound: u32,
    /// Whether the difference is the largest.
    pub proven: bool,
    /// `optimal` or `feasible`, over all stages.
    pub status: String,
    /// The stages; those of the service are the plan's own.
    pub stages: Vec<Stage>,
    /// Sum of the service levels by tier.
    pub service: Vec<TierService>,
    /// Matters with their service.
    pub matters: Vec<Served>,
    /// Everyone on duty here, in the order of the roster.
    pub people: Vec<Person>,
    /// The least part of their hours that people with a post work, 0 to 1.
    pub least_used: Number,
    /// The greatest part.
    pub most_used: Number,
    /// Moves that the plan itself does not have.
    pub more: Vec<Move>,
    /// Moves of the plan itself that this one does without.
    pub fewer: Vec<Move>,
}

/// A matter in an alternative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Served {
    /// Id of the matter.
    pub matter: String,
    /// Cases done in the year.
    pub done: Number,
    /// Done / arriving, 0 to 1.
    pub service_level: Number,
}

/// People of one kind who work in a section that is not their home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Id of the home section; null for leaders, who have none.
    pub from: Option<String>,
    /// Id of the section where they work.
    pub to: String,
    /// `established` or `contract`; null where no rule makes a difference.
    pub employment: Option<String>,
    /// Id of the person, for those with relatives here; null for all others, who can stand in for each other.
    pub person: Option<String>,
    /// How many.
    pub people: u32,
}

impl PlanFile {
    /// The same plan with others to choose from.
    #[must_use]
    pub fn with_alternatives(self, unit: &Unit, found: &found::Alternatives) -> Self {
        Self { alternatives: Some(Alternatives::of(unit, found)), ..self }
    }
}

impl Alternatives {
    fn of(unit: &Unit, found: &found::Alternatives) -> Self {
        Self {
            fewest_moved: found.fewest_moved,
            most_moved: found.most_moved,
            end: found.end.id().to_owned(),
            plans: found.plans.iter().map(|other| Alternative::of(unit, other)).collect(),
        }
    }
}

impl Alternative {
    fn of(unit: &Unit, other: &found::Alternative) -> Self {
        let plan = &other.plan;
        let writer = Writer::new(unit, plan);
        let (least, most) = spread_of_hours(unit, plan).unwrap_or_default();
        let served = |ix: model::MatterIx| Served {
            matter: unit[ix].id.clone(),
            done: Number(plan.done[ix.0].value()),
            service_level: Number::rounded(plan.level(unit, ix).value()),
        };
        let service = plan.service(unit).into_iter();
        Self {
            difference: other.difference,
            difference_bound: other.bound,
            proven: other.is_proven(),
            status: plan.status.id().to_owned(),
            stages: plan.stages.iter().map(|stage| writer.stage(stage)).collect(),
            service: service
                .map(|(tier, sum, _)| TierService { tier: unit[tier].id.clone(), level: Number::rounded(sum) })
                .collect(),
            matters: unit.matters().map(|(ix, _)| served(ix)).collect(),
            people: unit.present().map(|(ix, _)| writer.person(ix)).collect(),
            least_used: Number::rounded(least.value()),
            most_used: Number::rounded(most.value()),
            more: Move::all(unit, &other.more),
            fewer: Move::all(unit, &other.fewer),
        }
    }
}

impl Move {
    fn all(unit: &Unit, moves: &Moves) -> Vec<Self> {
        let one = |((kind, to), people): ((model::Mover, model::SectionIx), u32)| Self {
            from: kind.home.map(|home| unit[home].id.clone()),
            to: unit[to].id.clone(),
            employment: kind.employment.map(|employment| employment.id().to_owned()),
            person: kind.person.map(|person| unit[person].id.clone()),
            people,
        };
        moves.iter().map(one).collect()
    }
}
