//! The head of what is printed as JSON about a scenario.

use crate::model::{InUnit, Unit};
use crate::report::plan::json::Scenario;
use schemars::JsonSchema;
use serde::Serialize;

/// The answer of a command in the form that programs read.
pub trait Answer: JsonSchema {
    /// Name and version of the form.
    const SCHEMA: &'static str;
}

/// An answer with its head.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct File<'a, T> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// What the answer is about.
    pub scenario: Scenario,
    /// The answer, at the top level.
    #[serde(flatten)]
    pub answer: InUnit<'a, T>,
}

impl<'a, T: Answer> File<'a, T> {
    /// Puts the head on an answer; `file` is the scenario as the user named it.
    #[must_use]
    pub fn new(unit: &'a Unit, file: Option<&str>, answer: T) -> Self {
        Self { schema: T::SCHEMA, scenario: Scenario::of(unit, file), answer: InUnit { unit, value: answer } }
    }
}
