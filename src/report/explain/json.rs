//! The JSON of `explain`. Levels from 0 to 1.

use crate::analysis::ServiceStatus;
use crate::analysis::explain::{self as found, Counted, Explained, Explanation, StaffKind};
use crate::model::{MatterIx, PersonIx, RuleId, SectionIx, Step, Unit};
use crate::report::parts::file::Answer;
use crate::report::parts::repair::{Change, Repair};
use crate::report::plan::json::Reason;
use crate::units::Share;
use schemars::JsonSchema;
use serde::Serialize;

/// Why matters are below full service, and what would help.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Explaining {
    /// `optimal` or `feasible`: how sure the plan is.
    pub status: &'static str,
    /// The matter that was asked about; null for all below full service.
    pub asked: Option<MatterIx>,
    /// Every matter in question that is below full service, in order of tier.
    pub matters: Vec<Matter>,
}

impl Answer for Explaining {
    const SCHEMA: &'static str = "shuanggang.explain/1";
}

/// One matter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Matter {
    /// Id.
    pub id: MatterIx,
    /// How far it is served.
    pub status: ServiceStatus,
    /// Service level in the plan.
    pub service_level: Share,
    /// Why.
    pub reason: Reason,
    /// What counting heads says; null where it is served in part.
    pub counted: Option<Counted>,
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
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Conflict {
    /// Whether it is proven that all members cannot hold and that each is necessary.
    pub proven: bool,
    /// Whether rules alone forbid the matter, whoever is there.
    pub by_rule_alone: bool,
    /// The members; empty when the search was stopped before any conflict was proven.
    pub members: Vec<Member>,
}

/// A member of a conflict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Member {
    /// What it demands.
    pub demand: Demand,
    /// Service level of the matter when only the other members hold.
    pub level_without: Share,
}

/// What stands in the way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// Nobody works longer than the year has hours for.
    Hours,
    /// A matter keeps its service level.
    Promise {
        /// Id of the matter.
        matter: MatterIx,
        /// The level that it keeps.
        service_level: Share,
    },
    /// A rule is in force.
    Rule {
        /// Id of the rule.
        rule: RuleId,
    },
    /// Only so many people of a kind are there.
    Headcount {
        /// Who; the established without the leaders.
        staff: StaffKind,
        /// How many.
        count: usize,
    },
    /// A person is fixed to one section or post.
    Pinned {
        /// Id of the person.
        person: PersonIx,
    },
    /// A section is to have a number of people of its own.
    Minimum {
        /// Id of the section.
        section: SectionIx,
    },
    /// One case needs so many people at a step.
    Step {
        /// The step.
        step: Step,
        /// How many.
        people: u32,
    },
}

impl Explaining {
    /// Explanations of the matter asked about, or of all.
    #[must_use]
    pub fn of(unit: &Unit, explained: &Explained, asked: Option<MatterIx>) -> Self {
        let matters = explained.matters.iter().map(|matter| Matter::of(unit, explained, matter));
        Self { status: explained.plan.status.id(), asked, matters: matters.collect() }
    }
}

impl Matter {
    fn of(unit: &Unit, explained: &Explained, explanation: &Explanation) -> Self {
        let conflict = &explanation.conflict;
        let repairs = |found: &[found::Repair]| found.iter().map(|repair| Repair::of(unit, repair)).collect();
        let member = |member: &found::Member| Member {
            demand: Demand::of(unit, explained, member.demand),
            level_without: member.level_without,
        };
        Self {
            id: explanation.shortfall.matter,
            status: explanation.shortfall.status,
            service_level: explanation.level,
            reason: Reason::of(unit, &explanation.shortfall.reason),
            counted: explanation.counted.clone(),
            conflict: Conflict {
                proven: conflict.proven,
                by_rule_alone: conflict.is_by_rule_alone(),
                members: conflict.members.iter().map(member).collect(),
            },
            repairs: repairs(&explanation.repairs),
            pairs: repairs(&explanation.pairs),
            in_vain: explanation.in_vain.iter().map(|change| Change::of(unit, change)).collect(),
        }
    }
}

impl Demand {
    fn of(unit: &Unit, explained: &Explained, demand: found::Demand) -> Self {
        match demand {
            found::Demand::Hours => Self::Hours,
            found::Demand::Promise(matter) => {
                Self::Promise { matter, service_level: explained.plan.level(unit, matter) }
            }
            found::Demand::Rule(rule) => Self::Rule { rule },
            found::Demand::Headcount(staff) => Self::Headcount { staff, count: staff.present(unit) },
            found::Demand::Pinned(person) => Self::Pinned { person },
            found::Demand::Minimum(section) => Self::Minimum { section },
            found::Demand::Step(step, people) => Self::Step { step, people },
        }
    }
}
