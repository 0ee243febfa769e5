//! The JSON of `project`. Months as `2026-02`, matters, people and tiers by id.

mod write;

use crate::render::json::Number;
use crate::report::plan::json::{Headcount, Scenario};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The years ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was projected.
    pub scenario: Scenario,
    /// First month.
    pub from: String,
    /// Last month.
    pub until: String,
    /// The policy of the timeline.
    pub policy: String,
    /// The first month, then every month in which staffing changes.
    pub timeline: Vec<Point>,
    /// The state at the end of each year.
    pub years: Vec<Year>,
    /// Matters that stall under some policy, with the first month in which they do.
    pub first_stalls: Vec<FirstStall>,
    /// Who retires within the years, under each policy.
    pub policies: Vec<Policy>,
    /// What the law says of everyone whom it can retire within the years.
    pub reform: Vec<Reform>,
    /// Retirements that the unit's papers expect within five years; null when they say nothing.
    pub stated_retirements: Option<u32>,
    /// Ids of people on loan elsewhere without a month of return; taken to stay away.
    pub away_throughout: Vec<String>,
    /// What the draws have in common; null without draws.
    pub forecast: Option<Forecast>,
}

/// The unit from one change of staffing to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// First month of the staffing.
    pub month: String,
    /// What changed.
    pub events: Vec<Event>,
    /// The headcounts.
    pub headcount: Headcount,
    /// Service by tier.
    pub service: Vec<TierService>,
    /// Service level of every matter.
    pub matters: Vec<Level>,
    /// Ids of matters that stall and did not before.
    pub newly_stalled: Vec<String>,
    /// Ids of matters that are slowed and were full before.
    pub newly_slowed: Vec<String>,
    /// Ids of matters that are full again.
    pub recovered: Vec<String>,
    /// `optimal` or `feasible`.
    pub status: String,
}

/// A change of staffing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Retired, or left for good, at the end of the month before.
    Retired {
        /// Id of the person.
        person: String,
    },
    /// Left for good at the end of the month before, as the scenario says.
    Left {
        /// Id of the person.
        person: String,
    },
    /// Back from a loan that ended.
    Returned {
        /// Id of the person.
        person: String,
    },
    /// Called back from a loan.
    Recalled {
        /// Id of the person.
        person: String,
    },
    /// Another home section.
    Transferred {
        /// Id of the person.
        person: String,
        /// Id of the section.
        to: String,
    },
    /// A loan to this unit ended.
    WentBack {
        /// Id of the person.
        person: String,
    },
    /// People joined.
    Joined {
        /// Id of the hire.
        hire: String,
        /// How many.
        count: u32,
    },
}

/// Sum of the service levels of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierService {
    /// Id of the tier.
    pub tier: String,
    /// The sum.
    pub level: Number,
    /// Matters in it.
    pub matters: usize,
}

/// Service level of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Id of the matter.
    pub id: String,
    /// Done / arriving, 0 to 1.
    pub service_level: Number,
}

/// The end of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// Its last month within the projection.
    pub month: String,
    /// The headcounts.
    pub headcount: Headcount,
    /// Service by tier.
    pub service: Vec<TierService>,
}

/// The first month in which a matter stalls; null: not within the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstStall {
    /// Id of the matter.
    pub matter: String,
    /// With everyone retiring in the statutory month.
    pub statutory: Option<String>,
    /// As early as possible.
    pub earliest: Option<String>,
    /// As late as possible.
    pub latest: Option<String>,
    /// Under the rules before 2025.
    pub pre_reform: Option<String>,
}

/// Retirements under a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// `statutory`, `earliest`, `latest` or `pre_reform`.
    pub policy: String,
    /// Ids of the established people who retire within the years, in order.
    pub retired: Vec<String>,
}

/// The law for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reform {
    /// Id of the person.
    pub person: String,
    /// The month under the rules before 2025.
    pub pre_reform_month: String,
    /// The statutory month.
    pub statutory_month: String,
    /// Months between the two.
    pub delay_months: i32,
    /// The earliest month by choice.
    pub earliest_month: String,
    /// The latest month by agreement; null where that is closed.
    pub latest_month: Option<String>,
}

/// What many drawn futures have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// Number of futures.
    pub draws: u32,
    /// Where the drawing began.
    pub seed: u64,
    /// At the end of each year.
    pub years: Vec<ForecastYear>,
}

/// The end of one year over all draws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForecastYear {
    /// The year.
    pub year: i32,
    /// Established people on duty.
    pub on_duty: Band,
    /// Contract workers.
    pub contract: Band,
    /// Sum of service levels by tier.
    pub service: Vec<TierBand>,
    /// Chance that a matter has stalled by then; matters that never stall are left out.
    pub stalled_by: Vec<Risk>,
}

/// A range that holds the middle 80 % of the draws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// A tenth of the draws lies below.
    pub low: Number,
    /// Half of the draws lies below.
    pub median: Number,
    /// A tenth of the draws lies above.
    pub high: Number,
}

/// The range of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierBand {
    /// Id of the tier.
    pub tier: String,
    /// Sum of its service levels.
    pub level: Band,
}

/// The chance that a matter has stalled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Id of the matter.
    pub matter: String,
    /// 0 to 1.
    pub probability: Number,
}

impl ProjectFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.project/1";
}
