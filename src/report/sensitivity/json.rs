//! The JSON of `sensitivity`. Numbers by their path in the scenario.

use crate::analysis::sensitivity::{self as found, Direction, Flip, Sensitivity};
use crate::analysis::{ConflictEffect, Outcome, ServiceStatus};
use crate::model::{Basis, MatterIx, RuleId, Unit};
use crate::report::parts::file::Answer;
use crate::units::Number;
use schemars::JsonSchema;
use serde::Serialize;

/// Which numbers and rules carry the verdict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Sensed<'a> {
    /// Factor up to which volumes, rates and minutes were moved.
    pub factor: Number,
    /// The plan as it is.
    pub verdict: Verdict,
    /// Every number tried, once each way; nearest break first.
    pub margins: Vec<Margin<'a>>,
    /// Many numbers at the ends of their ranges at once.
    pub together: Vec<Together<'a>>,
    /// Each rule set otherwise.
    pub rules: Vec<Rule<'a>>,
    /// Other values of the sources that were solved again.
    pub conflicts: Vec<Conflict<'a>>,
    /// Assumptions that were not tried, such as the roster.
    pub untried: usize,
    /// Largest gap of a plan not proven optimal; null: all were.
    pub unproven: Option<Number>,
}

impl Answer for Sensed<'_> {
    const SCHEMA: &'static str = "shuanggang.sensitivity/1";
}

/// What is served.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Verdict {
    /// Weighted sum of service levels by tier, in the order of the scenario.
    pub service: Vec<Number>,
    /// Ids of the matters that stall.
    pub stalled: Vec<MatterIx>,
    /// Ids of the matters that are slowed.
    pub slowed: Vec<MatterIx>,
    /// `optimal` or `feasible`.
    pub status: &'static str,
}

/// How far a number may move one way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Margin<'a> {
    /// Path of the number; `volumes` or `minutes` for all of them by one factor.
    pub number: String,
    /// What it rests on.
    pub basis: Basis,
    /// Which way.
    pub direction: Direction,
    /// Its value.
    pub value: Number,
    /// The last value tried.
    pub end: Number,
    /// Where the verdict changes; null: nowhere up to `end`.
    pub breaks: Option<Break<'a>>,
}

/// Where the verdict changes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Break<'a> {
    /// Where.
    #[serde(flatten)]
    pub at: &'a found::Break,
    /// How far that is, as a part of the value.
    pub distance: Number,
}

/// What follows from a change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Effect<'a> {
    /// What is served then.
    pub verdict: Verdict,
    /// What changes.
    pub flipped: &'a [Flip],
}

/// Many numbers at once.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Together<'a> {
    /// `work-easier`, `everything-easier`, `work-harder` or `everything-harder`.
    pub case: &'static str,
    /// What follows.
    #[serde(flatten)]
    pub effect: Effect<'a>,
}

/// A rule set otherwise.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Rule<'a> {
    /// Id of the rule.
    pub rule: RuleId,
    /// Its other setting: `off`, `on`, `post`, `case`, or a number.
    pub setting: String,
    /// What follows.
    #[serde(flatten)]
    pub effect: Effect<'a>,
}

/// Another value of a conflict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Conflict<'a> {
    /// Id of the conflict.
    pub id: &'a str,
    /// The value tried.
    pub value: Number,
    /// Ids of the matters that stall with it.
    pub stalled: &'a [MatterIx],
    /// Ids of the matters that are slowed with it.
    pub slowed: &'a [MatterIx],
}

impl<'a> Sensed<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &'a Unit, found: &'a Sensitivity) -> Self {
        let margin = |margin: &'a found::Margin| Margin {
            number: margin.subject.id(unit),
            basis: margin.basis,
            direction: margin.direction,
            value: Number::rounded(margin.value),
            end: Number::rounded(margin.end),
            breaks: margin
                .breaks
                .as_ref()
                .map(|at| Break { at, distance: Number::rounded(margin.distance().unwrap_or_default()) }),
        };
        let together = found.together.iter();
        let rules = found.rules.iter();
        Self {
            factor: Number::rounded(found.factor),
            verdict: Verdict::from(&found.base),
            margins: found.margins.iter().map(margin).collect(),
            together: together
                .map(|(together, effect)| Together { case: together.id(), effect: Effect::from(effect) })
                .collect(),
            rules: rules
                .map(|(change, effect)| Rule {
                    rule: change.rule(),
                    setting: unit.setting_after(change),
                    effect: Effect::from(effect),
                })
                .collect(),
            conflicts: found.conflicts.iter().flat_map(|effect| conflicts(unit, effect)).collect(),
            untried: found.untried,
            unproven: found.unproven.map(Number::rounded),
        }
    }
}

impl From<&found::Verdict> for Verdict {
    fn from(verdict: &found::Verdict) -> Self {
        Self {
            service: verdict.service.iter().map(|sum| Number::rounded(*sum)).collect(),
            stalled: verdict.with(ServiceStatus::Stalled),
            slowed: verdict.with(ServiceStatus::Slowed),
            status: verdict.status.id(),
        }
    }
}

impl<'a> From<&'a found::Effect> for Effect<'a> {
    fn from(effect: &'a found::Effect) -> Self {
        Self { verdict: Verdict::from(&effect.verdict), flipped: &effect.flipped }
    }
}

fn conflicts<'a>(unit: &'a Unit, effect: &'a ConflictEffect) -> impl Iterator<Item = Conflict<'a>> {
    let conflict = &unit.conflicts[effect.conflict];
    conflict.values.iter().zip(&effect.outcomes).filter_map(|(value, outcome)| match outcome {
        Outcome::Replanned { stalled, slowed, .. } => {
            Some(Conflict { id: &conflict.id, value: Number::rounded(value.value), stalled, slowed })
        }
        _ => None,
    })
}
