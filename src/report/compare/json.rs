//! The JSON of `compare`.

use crate::analysis::ServiceStatus;
use crate::analysis::compare::{Better, Planned, Row, Side, rows};
use crate::model::{InUnit, MatterIx, PersonIx, PlanStatus, PostIx};
use crate::report::plan::json::{Headcount, Scenario};
use crate::report::project::json::TierService;
use crate::units::{Hours, Number};
use schemars::JsonSchema;
use serde::Serialize;

/// Scenarios side by side.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CompareFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The scenarios; differences are against the first.
    pub scenarios: Vec<Compared<'a>>,
    /// Every measure of every scenario.
    pub measures: Vec<Measured>,
}

/// One of the scenarios.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Compared<'a> {
    /// What it is called, unlike any other.
    pub name: &'a str,
    /// `optimal`, `feasible`, `bad_input` or `failed`.
    pub status: &'static str,
    /// What was planned; null without a plan.
    pub plan: Option<InUnit<'a, Plan>>,
}

/// The plan of one of the scenarios.
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
    pub stalled: Vec<MatterIx>,
    /// Ids of the matters that are slowed.
    pub slowed: Vec<MatterIx>,
    /// Ids of the people who work outside their home section.
    pub moved: Vec<PersonIx>,
    /// Ids of the posts without one holder more than a case needs.
    pub posts_without_backup: Vec<PostIx>,
    /// Hours of the people on duty that no work takes.
    pub slack_hours: Hours,
}

/// A measure of every scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Measured {
    /// Its word; of a tier `service:` and the tier's id.
    pub id: String,
    /// Which values are better; null where no value is better than another.
    pub better: Option<Better>,
    /// In the order of the scenarios; null where there is none.
    pub values: Vec<Option<Number>>,
    /// Value less that of the first.
    pub differences: Vec<Option<Number>>,
    /// Whether it has the best value; false for all where they are the same.
    pub best: Vec<bool>,
}

impl<'a> CompareFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.compare/1";

    /// A comparison; `files` are the scenarios as the user named them, each null for the embedded one.
    #[must_use]
    pub fn of(sides: &'a [Side], files: &[Option<String>]) -> Self {
        let file = |i: usize| files.get(i).and_then(Option::as_deref);
        Self {
            schema: Self::SCHEMA,
            scenarios: sides.iter().enumerate().map(|(i, side)| Compared::of(side, file(i))).collect(),
            measures: rows(sides).iter().map(Measured::from).collect(),
        }
    }
}

impl<'a> Compared<'a> {
    fn of(side: &'a Side, file: Option<&str>) -> Self {
        Self {
            name: &side.name,
            status: side.status(),
            plan: side.planned().map(|planned| InUnit { unit: &planned.unit, value: Plan::of(planned, file) }),
        }
    }
}

impl Plan {
    fn of(planned: &Planned, file: Option<&str>) -> Self {
        let Planned { unit, plan } = planned;
        let matters = |status| planned.with_status(status).collect();
        Self {
            scenario: Scenario::of(unit, file),
            gap: Number(match plan.status {
                PlanStatus::Optimal => rust_decimal::Decimal::ZERO,
                PlanStatus::Feasible { gap } => gap,
            }),
            headcount: Headcount::of(unit),
            service: plan.service(unit).iter().map(TierService::from).collect(),
            stalled: matters(ServiceStatus::Stalled),
            slowed: matters(ServiceStatus::Slowed),
            moved: planned.moved().collect(),
            posts_without_backup: planned.without_backup().collect(),
            slack_hours: planned.slack(),
        }
    }
}

impl From<&Row> for Measured {
    fn from(row: &Row) -> Self {
        let all = || 0..row.values.len();
        Self {
            id: row.id(),
            better: row.measure.better,
            values: row.values.iter().map(|value| value.map(Number::rounded)).collect(),
            differences: all().map(|i| row.difference(i).map(Number::rounded)).collect(),
            best: all().map(|i| row.is_best(i)).collect(),
        }
    }
}
