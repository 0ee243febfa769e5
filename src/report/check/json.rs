//! The JSON of `check`: what a scenario rests on, without a plan.

use crate::analysis::{self, ConflictEffect};
use crate::check;
use crate::diag::Diagnostics;
use crate::model::{ConflictTarget, Unit};
use crate::report::parts::assumptions;
use crate::report::plan::json::{Conflict, Effect, Finding, Headcount, Inputs, Scenario};
use crate::report::verify::json::Violation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The account of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckFile {
    /// Name and version of this form.
    pub schema: String,
    /// Which scenario.
    pub scenario: Scenario,
    /// What the reader of the scenario warned of.
    pub warnings: Vec<Warning>,
    /// The headcounts.
    pub headcount: Headcount,
    /// Where sources disagree; `effect` is null where only a plan can tell.
    pub conflicts: Vec<Conflict>,
    /// How many numbers rest on which basis.
    pub inputs: Inputs,
    /// The assumptions by part of the scenario.
    pub assumptions: Vec<AssumptionGroup>,
    /// Things the rules report but do not forbid.
    pub findings: Vec<Finding>,
    /// What the duty table of today breaks; null when the roster has none.
    pub duty_table: Option<Vec<Violation>>,
}

/// A warning about an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// Stable code.
    pub code: String,
    /// File, line and column.
    pub place: String,
}

/// Assumptions in one part of the scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssumptionGroup {
    /// First part of their path.
    pub part: String,
    /// How many.
    pub count: usize,
}

impl CheckFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.check/1";

    /// Puts the account into the contract's terms.
    #[must_use]
    pub fn of(
        unit: &Unit,
        file: Option<&str>,
        warnings: &Diagnostics,
        duty_table: Option<&[check::Violation]>,
    ) -> Self {
        let conflict = |effect: &ConflictEffect| {
            let conflict = &unit.conflicts[effect.conflict];
            let effects = effect.outcomes.iter().map(|outcome| match conflict.target {
                Some(ConflictTarget::Driver(_)) => None,
                _ => Some(Effect::of(unit, outcome, true)),
            });
            Conflict::of(conflict, effects)
        };
        let warning = |found: &crate::diag::Diagnostic| Warning {
            code: found.code.id().to_owned(),
            place: found.place.to_string(),
        };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            warnings: warnings.as_slice().iter().map(warning).collect(),
            headcount: Headcount::of(unit),
            conflicts: analysis::effects_on_paper(unit).iter().map(conflict).collect(),
            inputs: Inputs::of(&analysis::basis_counts(unit)),
            assumptions: assumptions::by_part(unit)
                .into_iter()
                .map(|(part, count)| AssumptionGroup { part: part.to_owned(), count })
                .collect(),
            findings: analysis::findings(unit, None).iter().map(|found| Finding::of(unit, found)).collect(),
            duty_table: duty_table.map(|found| found.iter().map(|v| Violation::of(unit, v)).collect()),
        }
    }
}
