//! The JSON of `hire`. Months as `2026-02`, matters, people, sections, posts and tiers by id; money in yuan, exact.

mod write;

use crate::render::json::Number;
use crate::report::plan::json::{Headcount, Scenario};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom to hire, and from when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HireFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was asked about.
    pub scenario: Scenario,
    /// First month.
    pub from: String,
    /// Last month.
    pub until: String,
    /// What is asked of each tier.
    pub targets: Vec<Target>,
    /// Holders that each post of an open matter needs.
    pub cover: u32,
    /// Most that newcomers may cost in a calendar year; null without limit.
    pub budget: Option<Number>,
    /// Months in which newcomers can begin.
    pub intakes: Vec<String>,
    /// Whether the targets hold from the first intake to the end.
    pub reached: bool,
    /// Whether every count is proven to be the fewest.
    pub proven: bool,
    /// Months before the first intake in which a target is missed.
    pub waiting: Vec<String>,
    /// The best plans.
    pub plans: Vec<Plan>,
    /// Every staffing without hires, and what it needs.
    pub needs: Vec<Need>,
    /// Why one person fewer than in the smallest plan fails.
    pub one_fewer: Vec<OneFewer>,
    /// Where the targets cannot be reached, the nearest that can; else null.
    pub nearest: Option<Nearest>,
    /// First month of the staffing at which the alternatives are compared.
    pub hardest: String,
    /// Hiring alone and each measure at that staffing.
    pub alternatives: Vec<Alternative>,
    /// What other values of the authorised posts would change.
    pub other_authorised: Vec<OtherAuthorised>,
}

/// The target of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Id of the tier.
    pub tier: String,
    /// Share of its full service, 0 to 1; 0 asks nothing.
    pub share: Number,
}

/// Newcomers by employment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    /// In the establishment.
    pub established: u32,
    /// On contract.
    pub contract: u32,
}

/// The lowest and the highest reading of an amount, in yuan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// The lowest.
    pub low: Number,
    /// The highest.
    pub high: Number,
}

/// A hiring plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// `smallest`, `cheapest_high`, `cheapest_low`.
    pub best_in: Vec<String>,
    /// Newcomers over all months.
    pub heads: Heads,
    /// Their cost over all years; null where no pay is known.
    pub cost: Option<Cost>,
    /// The hires in order of month.
    pub hires: Vec<Hire>,
    /// Months from the first intake on in which a target is missed.
    pub missed: Vec<String>,
    /// The years with these hires.
    pub timeline: Vec<Point>,
}

/// People to be hired together; what a `[[hire]]` of a scenario needs is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hire {
    /// Id.
    pub id: String,
    /// First month of work.
    pub month: String,
    /// How many.
    pub count: u32,
    /// `established` or `contract`.
    pub employment: String,
    /// Id of the home section.
    pub section: String,
    /// First month of work anywhere, as it was counted.
    pub work_since: String,
    /// Ids of the posts of each of them.
    pub posts: Vec<String>,
    /// Cost by calendar year; empty where pay is not known.
    pub cost: Vec<YearCost>,
}

/// The cost of a calendar year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearCost {
    /// The year.
    pub year: i32,
    /// At the lowest reading of pay.
    pub low: Number,
    /// At the highest.
    pub high: Number,
}

/// The unit from one change of staffing to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// First month.
    pub month: String,
    /// The headcounts.
    pub headcount: Headcount,
    /// Ids of the matters below full service.
    pub below_full: Vec<String>,
}

/// What a staffing needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// First month.
    pub from: String,
    /// Last month.
    pub until: String,
    /// Authorised − on the books; null when the authorised posts are not stated.
    pub vacancies: Option<i64>,
    /// Mixes of newcomers that are enough and of which nobody can be spared; empty: no number is enough.
    pub mixes: Vec<Heads>,
    /// Whether that is proven.
    pub proven: bool,
}

/// Why one person fewer is not enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OneFewer {
    /// Who is left out.
    pub employment: String,
    /// First month in which that breaks a target.
    pub month: String,
    /// Id of the first matter below its target; null when none could be named.
    pub matter: Option<String>,
    /// `slowed` or `stalled`.
    pub status: Option<String>,
    /// Code of the reason.
    pub reason: Option<String>,
}

/// The nearest targets that can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    /// The targets.
    pub targets: Vec<Target>,
    /// The smallest plan for them.
    pub plan: Plan,
}

/// A measure, and what is needed beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// `hire`, `recall`, `pool`, `contract_review`, `together` or `hand_over`.
    pub measure: String,
    /// Ids of the people who come back.
    pub people: Vec<String>,
    /// Ids of the matters handed over.
    pub matters: Vec<String>,
    /// Newcomers needed; null when no number is enough.
    pub heads: Option<Heads>,
    /// Their pay in a full year; null where no pay is known.
    pub yearly: Option<Cost>,
}

/// What another value of the authorised posts would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherAuthorised {
    /// The value.
    pub authorised: Number,
    /// Where it is stated.
    pub source: String,
    /// Newcomers of the smallest plan.
    pub heads: Heads,
    /// Months from the first intake on in which a target is missed.
    pub missed_months: usize,
}

impl HireFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.hire/1";
}
