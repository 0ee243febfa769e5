//! The JSON of `show` and `diff`: values by path, each with the file and line that set it.

use crate::model::{self, Unit};
use crate::report::plan::json::Scenario;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every value of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowFile {
    /// Name and version of this form.
    pub schema: String,
    /// Which scenario.
    pub scenario: Scenario,
    /// The values that its files state, in their order; what they leave to the defaults is not among them.
    pub values: Vec<Setting>,
}

/// Where two scenarios differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiffFile {
    /// Name and version of this form.
    pub schema: String,
    /// The first scenario.
    pub left: Scenario,
    /// The second scenario.
    pub right: Scenario,
    /// Paths at which they differ, defaults and roster included.
    pub differences: Vec<Difference>,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Its path, in the form of `--set`.
    pub path: String,
    /// As written; a list as its entries with commas between.
    pub value: String,
    /// The file or option that says so.
    pub file: String,
    /// The line, or the row of a roster.
    pub line: usize,
}

/// A path at which two scenarios differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The path.
    pub path: String,
    /// What the first says; null when it says nothing.
    pub left: Option<Setting>,
    /// What the second says; null when it says nothing.
    pub right: Option<Setting>,
}

impl Setting {
    fn of(setting: &model::Setting) -> Self {
        let model::Setting { path, value, file, line } = setting.clone();
        Self { path, value, file, line }
    }
}

impl ShowFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.show/1";

    /// Puts a scenario into the contract's terms.
    #[must_use]
    pub fn of(unit: &Unit, file: Option<&str>, settings: &[model::Setting]) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            values: settings.iter().map(Setting::of).collect(),
        }
    }
}

impl DiffFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.diff/1";

    /// Puts a comparison into the contract's terms; each scenario with its file as the user named it.
    #[must_use]
    pub fn of(left: (&Unit, &str), right: (&Unit, &str), differences: &[model::Difference]) -> Self {
        let scenario = |(unit, file): (&Unit, &str)| Scenario::of(unit, Some(file));
        let difference = |difference: &model::Difference| Difference {
            path: difference.path.clone(),
            left: difference.left.as_ref().map(Setting::of),
            right: difference.right.as_ref().map(Setting::of),
        };
        Self {
            schema: Self::SCHEMA.to_owned(),
            left: scenario(left),
            right: scenario(right),
            differences: differences.iter().map(difference).collect(),
        }
    }
}
