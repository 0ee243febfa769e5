//! The JSON of `verify`: every breach of a plan with the facts that prove it.

use crate::check;
use crate::model::Unit;
use crate::report::contract::Scenario;
use crate::report::json::Number;
use serde::{Deserialize, Serialize};

/// The judgement of a saved plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifyFile {
    /// [`VerifyFile::SCHEMA`].
    pub schema: String,
    /// Against which scenario.
    pub scenario: Scenario,
    /// What is broken; empty when the plan keeps every rule.
    pub violations: Vec<Violation>,
}

/// One breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Violation {
    /// Id of the rule, or of the law of arithmetic, that is broken.
    pub breach: String,
    /// Ids of the people concerned.
    pub people: Vec<String>,
    /// Ids of the posts concerned.
    pub posts: Vec<String>,
    /// Id of the matter concerned.
    pub matter: Option<String>,
    /// What was found, where the breach is a number.
    pub found: Option<Number>,
    /// What would be allowed.
    pub allowed: Option<Number>,
}

impl VerifyFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.verify/1";

    /// Puts a judgement into the contract's terms.
    #[must_use]
    pub fn of(unit: &Unit, file: Option<&str>, violations: &[check::Violation]) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            violations: violations.iter().map(|violation| Violation::of(unit, violation)).collect(),
        }
    }
}

impl Violation {
    /// A breach in the contract's terms.
    #[must_use]
    pub fn of(unit: &Unit, violation: &check::Violation) -> Self {
        Self {
            breach: violation.breach.id().to_owned(),
            people: violation.people.iter().map(|person| unit[*person].id.clone()).collect(),
            posts: violation.posts.iter().map(|post| unit.post_id(*post)).collect(),
            matter: violation.matter.map(|matter| unit[matter].id.clone()),
            found: violation.numbers.map(|(found, _)| Number::rounded(found)),
            allowed: violation.numbers.map(|(_, allowed)| Number::rounded(allowed)),
        }
    }
}
