//! The JSON contract of a plan: what `plan --format json` writes and `verify` reads, from the same types.
//!
//! `schema` changes when a field changes its meaning or goes; unknown fields are refused.
//! Hours and levels are rounded to 6 decimals; cases, objectives, bounds and gaps stand exactly as planned,
//! so that a plan that is read back is the plan that was written.

mod alternatives;
mod difference;
mod months;
mod parts;
mod read;
mod rebuild;
mod remedies;
mod rights;
mod rivals;
mod write;

pub use self::alternatives::{Alternative, Alternatives, Move, Served};
pub use self::difference::{Difference, differences};
pub use self::months::{Backlog, Late, Load, Month, Months};
pub use self::parts::{
    Conflict, ConflictValue, Effect, Finding, Headcount, Inputs, Matter, NamedChange, Person, Post, Reason, Rule,
    Scenario, Section, Stage, SystemStep, TierService, Work,
};
pub use self::read::{Misfit, Problem, ReadError};
pub use self::rebuild::Rebuilt;
pub use self::remedies::Remedy;
pub use self::rights::{Grant, Rights, Withdraw};
pub use self::rivals::Rival;

use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A plan, with everything from which `verify` works it out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was planned.
    pub scenario: Scenario,
    /// `optimal` or `feasible`.
    pub status: String,
    /// The largest relative gap of a stage when `feasible`, else 0.
    pub gap: Number,
    /// How the service and the posts were found: `sections`, `patterns` or `program`.
    pub method: String,
    /// Name and version of the engine.
    pub engine: String,
    /// Version of the planner.
    pub version: String,
    /// The stages of the optimisation in order.
    pub stages: Vec<Stage>,
    /// Every matter of the scenario, in its order.
    pub matters: Vec<Matter>,
    /// Everyone on duty here, in the order of the roster.
    pub people: Vec<Person>,
    /// Every section.
    pub sections: Vec<Section>,
    /// Every post.
    pub posts: Vec<Post>,
    /// Ids of the people on duty who hold no post.
    pub unplaced: Vec<String>,
    /// The headcounts.
    pub headcount: Headcount,
    /// The rules, on or off.
    pub rules: Vec<Rule>,
    /// Where sources disagree, and what follows from each value.
    pub conflicts: Vec<Conflict>,
    /// Things the rules report but do not forbid.
    pub findings: Vec<Finding>,
    /// How many numbers of the scenario rest on which basis.
    pub inputs: Inputs,
    /// The year by month, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<Months>,
    /// Other plans to choose from, when they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<Alternatives>,
    /// What the least change of staff would do for each matter that falls short, when it was worked out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// The matters whose place others of their tier take, and what weight would change it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Rival>,
    /// What is to be signed, where the plan starts from a table of duties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<Rights>,
}

impl PlanFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.plan/1";
}
