//! The JSON of `show` and `diff`: values by path, each with the file and line that set it.

use crate::model::{Difference, Pack, Setting, Unit};
use crate::report::parts::file::Answer;
use crate::report::plan::json::Scenario;
use schemars::JsonSchema;
use serde::Serialize;

/// Every value of a scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Shown<'a> {
    /// What holds for its trade; null where it names no pack.
    pub pack: Option<&'a Pack>,
    /// The values that its files state, in their order; what they leave to the defaults is not among them.
    pub values: &'a [Setting],
}

impl Answer for Shown<'_> {
    const SCHEMA: &'static str = "shuanggang.show/1";
}

/// Where two scenarios differ.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DiffFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The first scenario.
    pub left: Scenario,
    /// The second scenario.
    pub right: Scenario,
    /// Paths at which they differ, defaults and roster included.
    pub differences: &'a [Difference],
}

impl<'a> DiffFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.diff/1";

    /// What differs between scenarios, each with its file as the user named it.
    #[must_use]
    pub fn new(left: (&Unit, &str), right: (&Unit, &str), differences: &'a [Difference]) -> Self {
        let scenario = |(unit, file): (&Unit, &str)| Scenario::of(unit, Some(file));
        Self { schema: Self::SCHEMA, left: scenario(left), right: scenario(right), differences }
    }
}
