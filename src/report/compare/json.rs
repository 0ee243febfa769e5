//! The JSON of `compare`. Matters, people, tiers and posts by id.

use crate::analysis::ServiceStatus;
use crate::analysis::compare::{Planned, Row, Side, rows};
use crate::model::PlanStatus;
use crate::render::json::Number;
use crate::report::plan::json::{Headcount, Scenario};
use crate::report::project::json::TierService;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Scenarios side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareFile {
    /// Name and version of this form.
    pub schema: String,
    /// The scenarios; differences are against the first.
    pub scenarios: Vec<Compared>,
    /// Every measure of every scenario.
    pub measures: Vec<Measured>,
}

/// One of the scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// What it is called, unlike any other.
    pub name: String,
    /// `optimal`, `feasible`, `bad_input` or `failed`.
    pub status: String,
    /// What was planned; null without a plan.
    pub plan: Option<Plan>,
}

/// The plan of one of the scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The scenario.
    pub scenario: Scenario,
    /// The largest relative gap of a stage when `feasible`, else 0.
    pub gap: Number,
    /// The headcounts.
    pub headcount: Headcount,
    /// Service by tier.
    pub service: Vec<TierService>,
    /// Ids of the matters that stall.
    pub stalled: Vec<String>,
    /// Ids of the matters that are slowed.
    pub slowed: Vec<String>,
    /// Ids of the people who work outside their home section.
    pub moved: Vec<String>,
    /// Ids of the posts without one holder more than a case needs.
    pub posts_without_backup: Vec<String>,
    /// Hours of the people on duty that no work takes.
    pub slack_hours: Number,
}

/// A measure of every scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Its word; of a tier `service:` and the tier's id.
    pub id: String,
    /// `higher` or `lower`; null where no value is better than another.
    pub better: Option<String>,
    /// In the order of the scenarios; null where there is none.
    pub values: Vec<Option<Number>>,
    /// Value less that of the first.
    pub differences: Vec<Option<Number>>,
    /// Whether it has the best value; false for all where they are the same.
    pub best: Vec<bool>,
}

impl CompareFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.compare/1";

    /// Puts a comparison into the contract's terms; `files` are the scenarios as the user named them, each null for
    /// the embedded one.
    #[must_use]
    pub fn of(sides: &[Side], files: &[Option<String>]) -> Self {
        let file = |i: usize| files.get(i).and_then(Option::as_deref);
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenarios: sides.iter().enumerate().map(|(i, side)| Compared::of(side, file(i))).collect(),
            measures: rows(sides).iter().map(Measured::of).collect(),
        }
    }
}

impl Compared {
    fn of(side: &Side, file: Option<&str>) -> Self {
        Self {
            name: side.name.clone(),
            status: side.status().to_owned(),
            plan: side.planned().map(|planned| Plan::of(planned, file)),
        }
    }
}

impl Plan {
    fn of(planned: &Planned, file: Option<&str>) -> Self {
        let Planned { unit, plan } = planned;
        let matters = |status| planned.with_status(status).map(|ix| unit[ix].id.clone()).collect();
        let service = plan.service(unit).into_iter();
        Self {
            scenario: Scenario::of(unit, file),
            gap: Number(match plan.status {
                PlanStatus::Optimal => rust_decimal::Decimal::ZERO,
                PlanStatus::Feasible { gap } => gap,
            }),
            headcount: Headcount::of(unit),
            service: service
                .map(|(tier, sum, matters)| TierService {
                    tier: unit[tier].id.clone(),
                    level: Number::rounded(sum),
                    matters,
                })
                .collect(),
            stalled: matters(ServiceStatus::Stalled),
            slowed: matters(ServiceStatus::Slowed),
            moved: planned.moved().map(|person| unit[person].id.clone()).collect(),
            posts_without_backup: planned.without_backup().map(|post| unit.post_id(post)).collect(),
            slack_hours: Number::rounded(planned.slack().value()),
        }
    }
}

impl Measured {
    fn of(row: &Row) -> Self {
        let all = || 0..row.values.len();
        Self {
            id: row.id(),
            better: row.measure.better.map(|better| better.id().to_owned()),
            values: row.values.iter().map(|value| value.map(Number::rounded)).collect(),
            differences: all().map(|i| row.difference(i).map(Number::rounded)).collect(),
            best: all().map(|i| row.is_best(i)).collect(),
        }
    }
}
