//! The JSON of `check`: what a scenario rests on, without a plan.

use crate::analysis::{self, ConflictEffect};
use crate::check;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{ConflictTarget, Pack, Unit};
use crate::report::parts::assumptions;
use crate::report::parts::file::Answer;
use crate::report::plan::json::{Conflict, Effect, Finding, Headcount, Inputs};
use crate::report::verify::json::Violation;
use schemars::JsonSchema;
use serde::Serialize;

/// The account of a scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Checked<'a> {
    /// What the reader of the scenario warned of.
    pub warnings: Vec<Warning>,
    /// The headcounts.
    pub headcount: Headcount,
    /// What holds for its trade; null where the scenario names no pack.
    pub pack: Option<&'a Pack>,
    /// Where sources disagree; `effect` is null where only a plan can tell.
    pub conflicts: Vec<Conflict>,
    /// How many numbers rest on which basis.
    pub inputs: Inputs,
    /// The assumptions by part of the scenario.
    pub assumptions: Vec<AssumptionGroup>,
    /// Things the rules report but do not forbid.
    pub findings: Vec<Finding>,
    /// What the duty table of today breaks; null when the roster has none.
    pub duty_table: Option<Vec<Violation<'a>>>,
}

impl Answer for Checked<'_> {
    const SCHEMA: &'static str = "shuanggang.check/1";
}

/// A warning about an input.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// File, line and column.
    pub place: String,
}

/// Assumptions in one part of the scenario.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AssumptionGroup {
    /// First part of their path.
    pub part: String,
    /// How many.
    pub count: usize,
}

impl<'a> Checked<'a> {
    /// What a scenario rests on, and what the duty table of its roster breaks.
    #[must_use]
    pub fn of(unit: &'a Unit, warnings: &Diagnostics, duty_table: Option<&'a [check::Violation]>) -> Self {
        let conflict = |effect: &ConflictEffect| {
            let conflict = &unit.conflicts[effect.conflict];
            let effects = effect.outcomes.iter().map(|outcome| match conflict.target {
                Some(ConflictTarget::Driver(_)) => None,
                _ => Some(Effect::of(unit, outcome, true)),
            });
            Conflict::of(conflict, effects)
        };
        let warning = |found: &Diagnostic| Warning { code: found.code.id(), place: found.place.to_string() };
        let group = |(part, count): (&str, usize)| AssumptionGroup { part: part.to_owned(), count };
        Self {
            warnings: warnings.as_slice().iter().map(warning).collect(),
            headcount: Headcount::of(unit),
            pack: unit.pack.as_ref(),
            conflicts: analysis::effects_on_paper(unit).iter().map(conflict).collect(),
            inputs: Inputs::of(&analysis::basis_counts(unit)),
            assumptions: assumptions::by_part(unit).into_iter().map(group).collect(),
            findings: analysis::findings(unit, None).iter().map(|found| Finding::of(unit, found)).collect(),
            duty_table: duty_table.map(|found| found.iter().map(Violation::from).collect()),
        }
    }
}
