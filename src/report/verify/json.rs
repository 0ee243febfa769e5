//! The JSON of `verify`: every breach of a plan with the facts that prove it.

use super::Judgement;
use crate::check;
use crate::model::Unit;
use crate::render::json::Number;
use crate::report::plan::json;
use crate::report::plan::json::Scenario;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The judgement of a saved plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyFile {
    /// Name and version of this form.
    pub schema: String,
    /// Against which scenario.
    pub scenario: Scenario,
    /// What is broken; empty when the plan keeps every rule.
    pub violations: Vec<Violation>,
    /// Where the file does not say what follows from it; not looked for while rules are broken.
    pub differences: Vec<Difference>,
    /// Paths of what was only checked for consistency.
    pub unconfirmed: Vec<String>,
}

/// A place where the file does not say what follows from the rest of it and from the scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Where in the file.
    pub path: String,
    /// What stands there.
    pub stated: String,
    /// What should stand there.
    pub recomputed: String,
}

/// One breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    pub fn of(unit: &Unit, file: Option<&str>, judgement: &Judgement) -> Self {
        let Judgement { violations, differences, unconfirmed } = judgement;
        let difference = |found: &json::Difference| Difference {
            path: found.path.clone(),
            stated: found.stated.clone(),
            recomputed: found.recomputed.clone(),
        };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            violations: violations.iter().map(|violation| Violation::of(unit, violation)).collect(),
            differences: differences.iter().map(difference).collect(),
            unconfirmed: unconfirmed.clone(),
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
