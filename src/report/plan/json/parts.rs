//! The parts of the contract. Ids are those of the scenario; a post's id is `section/duty/step`.

use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Name of the unit.
    pub name: String,
    /// The plan year.
    pub year: i32,
    /// The month whose staffing is planned, `2024-01`.
    pub as_of: String,
    /// The scenario file as named by the user; null for the embedded one.
    pub file: Option<String>,
    /// What was changed, the first change first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<NamedChange>,
}

/// A change of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedChange {
    /// Its name, or the options of the command line.
    pub name: String,
    /// Why; null for the command line.
    pub why: Option<String>,
}

/// One stage of the optimisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// `service:` and the id of a tier, `placement`, `moves`, `backups` or `balance`.
    pub id: String,
    /// The value reached.
    pub objective: Number,
    /// No plan can be better than this.
    pub bound: Number,
    /// |bound − objective| / max(|objective|, 1).
    pub gap: Number,
    /// `proven`, `time_limit` or `engine`.
    pub stop: String,
}

/// One matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Id of the section that owns it.
    pub section: String,
    /// Id of its tier.
    pub tier: String,
    /// What one case is called, in the words of the scenario.
    pub unit: String,
    /// Cases arriving in the year.
    pub arriving: Number,
    /// Cases done in the year.
    pub done: Number,
    /// Done / arriving, 0 to 1.
    pub service_level: Number,
    /// `full`, `slowed` or `stalled`; `unknown` when it is below full and the search was not finished.
    pub status: String,
    /// Why it is below full service; null when it is not.
    pub reason: Option<Reason>,
}

/// Why a matter is below full service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Reason code.
    pub code: String,
    /// Id of the post where it bites, if there is one.
    pub post: Option<String>,
    /// `people`, `hours`, `another` when it waits for another matter, or `unknown` when the search was stopped.
    pub limit: String,
    /// What may be given up and people are still short: `alone`, `above-timeless`, `above`, `tier-timeless` or `tier`;
    /// null when people are not what is short.
    pub people_proof: Option<String>,
    /// Service level if the unit did nothing else.
    pub alone: Number,
    /// Service level if only the higher tiers came before it.
    pub after_higher_tiers: Number,
    /// Different people that one case needs over all its steps.
    pub people_needed: u32,
    /// Different people who could hold its posts while the higher tiers are served.
    pub people_left: u32,
    /// Id of the matter that comes before it and is served no further, where that is the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
}

/// One person on duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Id of the section where the person sits; null for the unplaced and for leaders, who belong to none.
    pub section: Option<String>,
    /// Ids of the posts held.
    pub posts: Vec<String>,
    /// Hours worked at posts.
    pub hours: Number,
    /// Hours available for posts.
    pub hours_available: Number,
    /// Whether a handle or review post lies outside the home section.
    pub moved: bool,
    /// Ids of the people whom this person backs up.
    pub backup_for: Vec<String>,
    /// What the person does.
    pub work: Vec<Work>,
}

/// Cases that a person does at one step of one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Id of the matter.
    pub matter: String,
    /// `handle`, `review` or `approve`.
    pub step: String,
    /// Cases in the year.
    pub cases: Number,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Ids of the people who sit there.
    pub people: Vec<String>,
    /// Hours worked at its posts, by whomever.
    pub hours: Number,
    /// Hours that its people have.
    pub hours_available: Number,
}

/// One post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// `section/duty/step`.
    pub id: String,
    /// Ids of its holders.
    pub holders: Vec<String>,
    /// Hours worked at it.
    pub hours_used: Number,
    /// Hours that its holders have, for this and all their other posts.
    pub hours_available: Number,
}

/// The headcounts; authorised posts as stated, the others as the roster has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// Authorised posts; null when not stated.
    pub authorised: Option<u32>,
    /// Established people of this unit.
    pub on_books: u32,
    /// Established people of this unit on duty.
    pub on_duty: u32,
    /// Of those on duty, the leaders.
    pub leaders: u32,
    /// Established people of this unit on loan elsewhere.
    pub seconded_out: u32,
    /// People of other units on loan here.
    pub seconded_in: u32,
    /// Contract workers on duty.
    pub contract: u32,
    /// Established people of this unit who are away for a time; left out where there are none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub away: u32,
    /// Contract workers who are away for a time; left out where there are none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub contract_away: u32,
    /// Authorised − on the books; negative means over the establishment.
    pub vacancies: Option<i64>,
}

/// Whether a count is nobody.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id.
    pub id: String,
    /// Whether it is in force.
    pub on: bool,
    /// What it rests on; null when the scenario does not say.
    pub basis: Option<String>,
    /// Article or decision.
    pub source: Option<String>,
}

/// Where sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Id.
    pub id: String,
    /// What the sources disagree about.
    pub topic: String,
    /// The values.
    pub values: Vec<ConflictValue>,
    /// Why the used one was taken, in the scenario's words.
    pub note: Option<String>,
}

/// One value of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConflictValue {
    /// The number.
    pub value: Number,
    /// What it rests on.
    pub basis: String,
    /// Where it is stated.
    pub source: String,
    /// Whether the plan uses it.
    pub used: bool,
    /// What follows from it; null for the value that this very plan was solved with, and where only a plan
    /// could tell and none was made.
    pub effect: Option<Effect>,
}

/// What follows from one value of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// Nothing is computed from it.
    Nothing {},
    /// It was to be solved again with it, and the search was not finished.
    Unknown {},
    /// It moves the vacancies.
    Vacancies {
        /// Authorised − on the books.
        count: i64,
    },
    /// It is compared with the roster.
    Headcount {
        /// As the value has it.
        stated: Number,
        /// As the roster has it.
        roster: u32,
    },
    /// The plan was solved again with it.
    Replanned {
        /// Whether the same matters stall and slow as in this plan.
        same: bool,
        /// Sum of the service levels by tier.
        service: Vec<TierService>,
        /// Ids of the matters that stall.
        stalled: Vec<String>,
        /// Ids of the matters that are slowed.
        slowed: Vec<String>,
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
}

/// A step that the system does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SystemStep {
    /// The step.
    pub step: String,
    /// Why, in the scenario's words.
    pub why: String,
}

/// Something that no constraint forbids but a reader must know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Finding {
    /// A matter goes without a second pair of eyes.
    ExemptFromDualReview {
        /// Id of the matter.
        matter: String,
        /// Why, in the scenario's words.
        why: String,
    },
    /// A step of a matter is done by the system.
    DoneBySystem {
        /// Id of the matter.
        matter: String,
        /// The steps.
        steps: Vec<SystemStep>,
    },
    /// A share of the cases of a matter is done outside and not counted here.
    DoneOutside {
        /// Id of the matter.
        matter: String,
        /// Share of all cases of the year.
        share_outside: Number,
        /// Cases that it comes to.
        cases: Number,
        /// By whom, in the scenario's words.
        by: String,
    },
    /// A high-risk post is held longer than the rotation rule has it.
    LongTenure {
        /// Id of the person.
        person: String,
        /// Id of the post.
        post: String,
        /// Since when, `2018-01`.
        since: String,
    },
    /// What the roster says of a person was over by the month planned.
    Overtaken {
        /// Id of the person.
        person: String,
        /// `retired`, `went_back` (from a loan here) or `returned` (from a loan elsewhere).
        by: String,
        /// Last month in which the roster was right, `2025-05`.
        last: String,
    },
    /// An approval fixes when a person retires, whatever the law lets people choose.
    RetirementApproved {
        /// Id of the person.
        person: String,
        /// The month.
        month: String,
        /// What the approval rests on, in the roster's words.
        reason: String,
    },
    /// A matter that the cashier must not touch is worked at the cashier's own post.
    CashierKeepsAccounts {
        /// Id of the matter.
        matter: String,
        /// Id of the post.
        post: String,
    },
}

/// How many numbers of the scenario rest on which basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Stated in a document of the unit.
    pub document: usize,
    /// Fixed by a legal text.
    pub law: usize,
    /// Counted or timed by the unit.
    pub measured: usize,
    /// A choice to be confirmed.
    pub policy: usize,
    /// Confirmed by nobody.
    pub assumption: usize,
}
