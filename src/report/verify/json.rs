//! The JSON of `verify`: every breach of a plan with the facts that prove it.

use super::Judgement;
use crate::check;
use crate::model::{MatterIx, PersonIx, PostIx};
use crate::report::parts::file::Answer;
use crate::report::plan::json::Difference;
use crate::units::Number;
use schemars::JsonSchema;
use serde::Serialize;

/// The judgement of a saved plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Verified<'a> {
    /// What is broken; empty when the plan keeps every rule.
    pub violations: Vec<Violation<'a>>,
    /// Where the file does not say what follows from it; not looked for while rules are broken.
    pub differences: &'a [Difference],
    /// Paths of what was only checked for consistency.
    pub unconfirmed: &'a [String],
}

impl Answer for Verified<'_> {
    const SCHEMA: &'static str = "shuanggang.verify/1";
}

impl<'a> From<&'a Judgement> for Verified<'a> {
    fn from(judgement: &'a Judgement) -> Self {
        let Judgement { violations, differences, unconfirmed } = judgement;
        Self { violations: violations.iter().map(Violation::from).collect(), differences, unconfirmed }
    }
}

/// One breach.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Violation<'a> {
    /// Id of the rule, or of the law of arithmetic, that is broken.
    pub breach: &'static str,
    /// Ids of the people concerned.
    pub people: &'a [PersonIx],
    /// Ids of the posts concerned.
    pub posts: &'a [PostIx],
    /// Id of the matter concerned.
    pub matter: Option<MatterIx>,
    /// What was found, where the breach is a number.
    pub found: Option<Number>,
    /// What would be allowed.
    pub allowed: Option<Number>,
}

impl<'a> From<&'a check::Violation> for Violation<'a> {
    fn from(violation: &'a check::Violation) -> Self {
        let check::Violation { breach, people, posts, matter, numbers } = violation;
        Self {
            breach: breach.id(),
            people,
            posts,
            matter: *matter,
            found: numbers.map(|(found, _)| Number::rounded(found)),
            allowed: numbers.map(|(_, allowed)| Number::rounded(allowed)),
        }
    }
}
