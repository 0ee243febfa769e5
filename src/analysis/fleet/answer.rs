//! What a task finds: as much of the answer of its command as is told of many units together.

use super::task::{Command, Task};
use crate::analysis::ReasonCode;
use crate::model::{ServiceStatus, Staff, Unit};
use crate::units::{Month, Number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The result of a task: one file, one line of what is merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskResult {
    /// Name and version of this form.
    pub schema: String,
    /// Id of the task.
    pub id: String,
    /// The unit, as the task names it.
    pub unit: String,
    /// The place that the unit is counted under.
    pub place: String,
    /// What the scenario is called: empty for the unit as it is.
    pub scenario: String,
    /// What was asked.
    pub command: Command,
    /// How the command ends: 0 done, 1 the answer is no, 2 the unit does not read.
    pub code: u8,
    /// What keeps the unit from being read; empty where it reads.
    pub findings: Vec<Mistake>,
    /// The unit; null where it does not read.
    pub about: Option<About>,
    /// The answer; null where there is none.
    pub answer: Option<Answer>,
}

impl TaskResult {
    /// Name and version of the form.
    pub const SCHEMA: &str = "shuanggang.fleet-result/1";

    /// The result of a task that is still to be filled.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            id: task.id.clone(),
            unit: task.unit.clone(),
            place: task.place.clone(),
            scenario: task.scenario.clone(),
            command: task.command,
            code: 0,
            findings: Vec::new(),
            about: None,
            answer: None,
        }
    }
}

/// Something that keeps a unit from being read; `shuanggang check` says it in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    /// Its code, as docs/errors.md has it.
    pub code: String,
    /// Where: file, line and column, or cell.
    pub at: String,
}

/// What something is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Id; of a unit the name once more.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name for readers of English, where it has one.
    pub name_en: Option<String>,
}

/// A unit in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The unit.
    pub unit: Named,
    /// The month whose staffing is planned.
    pub as_of: Month,
    /// Authorised posts, if the unit's papers state them.
    pub authorised: Option<u32>,
    /// People on the books.
    pub on_books: u32,
    /// Established people on duty.
    pub on_duty: u32,
    /// Contract workers.
    pub contract: u32,
    /// Authorised less on the books.
    pub vacancies: Option<i64>,
    /// Insured person-times: the drivers of the unit's benchmark, or else its driver `insured`; null where it has neither.
    pub insured: Option<Number>,
}

impl About {
    /// What a unit says of itself.
    #[must_use]
    pub fn of(unit: &Unit) -> Self {
        let heads = unit.headcount();
        let by_benchmark =
            unit.benchmark.as_ref().map(|of| of.drivers.iter().filter_map(|id| unit.drivers.get(id)).sum());
        Self {
            unit: Named { id: unit.name.clone(), name: unit.name.clone(), name_en: unit.name_en.clone() },
            as_of: unit.as_of,
            authorised: unit.stated.authorised.as_ref().map(|stated| stated.value),
            on_books: heads.on_books,
            on_duty: heads.on_duty,
            contract: heads.contract,
            vacancies: unit.vacancies(),
            insured: by_benchmark.or_else(|| unit.drivers.get("insured").copied()).map(Number::rounded),
        }
    }
}

/// What was found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Of `plan`.
    Plan(PlanAnswer),
    /// Of `project`.
    Project(ProjectAnswer),
    /// Of `need`.
    Need(NeedAnswer),
    /// Of `hire`.
    Hire(HireAnswer),
    /// Of `absence`.
    Absence(AbsenceAnswer),
    /// Of `front`.
    Front(FrontAnswer),
}

/// What stalls today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanAnswer {
    /// Tier by tier, first served first.
    pub tiers: Vec<TierCount>,
    /// Matters below full service, in order of tier, then of the scenario.
    pub short: Vec<Short>,
}

/// The matters of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierCount {
    /// The tier.
    pub tier: Named,
    /// Matters to which anything arrives.
    pub matters: usize,
    /// Those stalled.
    pub stalled: usize,
    /// Those slowed.
    pub slowed: usize,
    /// Those below full service of which it is not proven how far they can be served.
    pub unknown: usize,
    /// Weighted sum of the service levels.
    pub service: Number,
}

/// A matter below full service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Short {
    /// The matter.
    pub matter: Named,
    /// Id of its tier.
    pub tier: String,
    /// `slowed` or `stalled`; `unknown` where it is not proven.
    pub status: ServiceStatus,
    /// Service level.
    pub level: Number,
    /// Why.
    pub reason: ReasonCode,
}

/// What stalls in the years ahead, under the law in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectAnswer {
    /// The last month looked at.
    pub until: Month,
    /// People of the establishment on duty here who retire in these years.
    pub retirements: usize,
    /// Every matter that stalls, with the first month in which it does; the unit's own month: today already.
    pub stalls: Vec<Stall>,
    /// The first month in which a matter newly stalls and its tier is served less by it; null for none. A month in which
    /// matters only change places is none.
    pub next_stall: Option<Month>,
}

/// A matter that stalls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stall {
    /// The matter.
    pub matter: Named,
    /// Id of its tier.
    pub tier: String,
    /// The first month in which it stalls.
    pub since: Month,
}

/// How many people the work takes, beside those there; leaders are counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedAnswer {
    /// People there, leaders left out.
    pub there: People,
    /// The fewest by rule alone, as if work took no time; null where no number is enough.
    pub by_rule: Option<Fewest>,
    /// The fewest by hours and rules.
    pub by_both: Option<Fewest>,
    /// How many are missing of the latter; null where it is not known or no number is enough.
    pub missing: Option<u32>,
}

/// People by employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Established.
    pub established: u32,
    /// On contract.
    pub contract: u32,
}

impl From<Staff> for People {
    fn from(staff: Staff) -> Self {
        Self { established: staff.established, contract: staff.contract }
    }
}

impl People {
    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.established + self.contract
    }
}

/// The fewest people that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fewest {
    /// At handle and review posts.
    pub people: People,
    /// Leaders to be added to those there.
    pub leaders_added: u32,
    /// Whether fewer are proven impossible.
    pub proven: bool,
}

/// Whom to hire, so that every matter is served in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HireAnswer {
    /// Whether any number is enough.
    pub reached: bool,
    /// The fewest newcomers over the years; null where none is enough.
    pub fewest: Option<People>,
    /// The month in which the first must begin.
    pub first: Option<Month>,
}

/// Whom a unit cannot do without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AbsenceAnswer {
    /// People with a post.
    pub people: usize,
    /// Those without whom, the others at their posts, some work is not done.
    pub irreplaceable: usize,
}

/// What more established posts would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontAnswer {
    /// The tiers, first served first.
    pub tiers: Vec<Named>,
    /// With no post more, with one, with two and so on, as far as posts bring anything.
    pub steps: Vec<Step>,
}

/// A unit with so many posts more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Posts more.
    pub posts: u32,
    /// By tier: the sum of the service levels of its matters, in thousandths of a matter.
    pub service: Vec<u32>,
    /// By tier: matters that stall.
    pub stalled: Vec<u32>,
}
