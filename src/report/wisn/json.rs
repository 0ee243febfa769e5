//! The JSON of a WISN study that was worked out again. Figures by their word in study files.

use crate::analysis::wisn::{Audit, Results};
use crate::model::wisn::Study;
use crate::render::json::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A study worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WisnFile {
    /// Name and version of this form.
    pub schema: String,
    /// What the study is about.
    pub name: String,
    /// Where it was published.
    pub source: String,
    /// The groups of staff.
    pub groups: Vec<Group>,
    /// What follows of all of them together.
    pub total: BTreeMap<String, Number>,
    /// Every stated value.
    pub stated: Vec<Stated>,
}

/// One group of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// What follows, by figure.
    pub results: BTreeMap<String, Number>,
}

/// One stated value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The group and the item of it; empty for all groups.
    pub place: Vec<String>,
    /// What is stated.
    pub figure: String,
    /// The value as printed.
    pub stated: Number,
    /// What follows; null where the inputs do not say.
    pub computed: Option<Number>,
    /// Whether the value follows.
    pub follows: bool,
}

impl WisnFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.wisn/1";

    /// Puts a study into the contract's terms.
    #[must_use]
    pub fn of(study: &Study, audit: &Audit) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            name: study.name.clone(),
            source: study.source.clone(),
            groups: audit
                .groups
                .iter()
                .map(|group| Group { name: group.name.clone(), results: numbers(&group.results) })
                .collect(),
            total: numbers(&audit.total),
            stated: audit
                .checks
                .iter()
                .map(|check| Stated {
                    place: check.place.clone(),
                    figure: check.figure.id().to_owned(),
                    stated: Number(check.stated),
                    computed: check.computed.map(Number::rounded),
                    follows: check.follows,
                })
                .collect(),
        }
    }
}

fn numbers(results: &Results) -> BTreeMap<String, Number> {
    results.iter().map(|(figure, value)| (figure.id().to_owned(), Number::rounded(*value))).collect()
}
