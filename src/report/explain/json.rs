//! The JSON of `explain`. Matters, people and rules by id; levels from 0 to 1.

mod write;

use crate::render::json::Number;
use crate::report::plan::json::{Reason, Scenario};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why matters are below full service, and what would help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was planned.
    pub scenario: Scenario,
    /// `optimal` or `feasible`: how sure the plan is.
    pub status: String,
    /// The matter that was asked about; null for all below full service.
    pub asked: Option<String>,
    /// Every matter in question that is below full service, in order of tier.
    pub matters: Vec<Matter>,
}

/// One matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Id.
    pub id: String,
    /// `slowed` or `stalled`.
    pub status: String,
    /// Service level in the plan.
    pub service_level: Number,
    /// Why.
    pub reason: Reason,
    /// What cannot all hold with more of it done.
    pub conflict: Conflict,
    /// Single changes that help, best first.
    pub repairs: Vec<Repair>,
    /// Two changes that help together, where no single one helps that the unit may make at nobody's expense.
    pub pairs: Vec<Repair>,
    /// Single changes that were tried and do not help.
    pub in_vain: Vec<Change>,
}

/// A minimal conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Whether it is proven that all members cannot hold and that each is necessary.
    pub proven: bool,
    /// Whether rules alone forbid the matter, whoever is there.
    pub by_rule_alone: bool,
    /// The members; empty when the search was stopped before any conflict was proven.
    pub members: Vec<Member>,
}

/// A member of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// What it demands.
    pub demand: Demand,
    /// Service level of the matter when only the other members hold.
    pub level_without: Number,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Demand {
    /// Nobody works longer than the year has hours for.
    Hours,
    /// A matter keeps its service level.
    Promise {
        /// Id of the matter.
        matter: String,
        /// The level that it keeps.
        service_level: Number,
    },
    /// A rule is in force.
    Rule {
        /// Id of the rule.
        rule: String,
    },
    /// Only so many people of a kind are there.
    Headcount {
        /// `established` (leaders apart), `contract` or `leaders`.
        staff: String,
        /// How many.
        count: usize,
    },
    /// One case needs so many people at a step.
    Step {
        /// `handle`, `review` or `approve`.
        step: String,
        /// How many.
        people: u32,
    },
}

/// Changes that help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// One change, or two.
    pub changes: Vec<Change>,
    /// Service level of the matter with them.
    pub service_level: Number,
    /// `full`, `slowed` or `stalled` with them.
    pub status: String,
    /// Whether a law keeps the unit from making them by itself.
    pub against_law: bool,
    /// Other matters that are served less.
    pub worse: Vec<Shift>,
    /// Other matters that are served better.
    pub better: Vec<Shift>,
    /// Whether the service with them is proven to be the best.
    pub proven: bool,
}

/// One change of the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// People join.
    Join {
        /// `established`, `contract` or `leaders`.
        staff: String,
        /// How many.
        count: u32,
    },
    /// A person comes back from a loan.
    Recall {
        /// Id of the person.
        person: String,
    },
    /// A person leaves.
    Leave {
        /// Id of the person.
        person: String,
    },
    /// A rule is set otherwise.
    Rule {
        /// Id of the rule.
        rule: String,
        /// What it is set to: `off`, `case`, a number, or steps joined by `+`.
        to: String,
    },
    /// A number is changed.
    Number {
        /// Where it stands in the scenario.
        path: String,
        /// Its value now.
        from: Number,
        /// Its new value.
        to: Number,
    },
    /// Some matters are served before all others.
    Prefer {
        /// Ids of the matters.
        matters: Vec<String>,
    },
}

/// A matter served otherwise than in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Id of the matter.
    pub matter: String,
    /// Service level in the plan.
    pub from: Number,
    /// Service level with the changes.
    pub to: Number,
}

impl ExplainFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.explain/1";
}
