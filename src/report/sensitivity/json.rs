//! The JSON of `sensitivity`. Matters, tiers and rules by id, numbers by their path in the scenario.

use crate::analysis::sensitivity::{self as found, Sensitivity};
use crate::analysis::{Outcome, ServiceStatus};
use crate::model::{MatterIx, Unit};
use crate::render::json::Number;
use crate::report::plan::json::Scenario;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which numbers and rules carry the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SensitivityFile {
    /// Name and version of this form.
    pub schema: String,
    /// What was planned.
    pub scenario: Scenario,
    /// Factor up to which volumes, rates and minutes were moved.
    pub factor: Number,
    /// The plan as it is.
    pub verdict: Verdict,
    /// Every number tried, once each way; nearest break first.
    pub margins: Vec<Margin>,
    /// Many numbers at the ends of their ranges at once.
    pub together: Vec<Together>,
    /// Each rule set otherwise.
    pub rules: Vec<Rule>,
    /// Other values of the sources that were solved again.
    pub conflicts: Vec<Conflict>,
    /// Assumptions that were not tried, such as the roster.
    pub untried: usize,
    /// Largest gap of a plan not proven optimal; null: all were.
    pub unproven: Option<Number>,
}

/// What is served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Weighted sum of service levels by tier, in the order of the scenario.
    pub service: Vec<Number>,
    /// Ids of the matters that stall.
    pub stalled: Vec<String>,
    /// Ids of the matters that are slowed.
    pub slowed: Vec<String>,
    /// `optimal` or `feasible`.
    pub status: String,
}

/// How far a number may move one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Margin {
    /// Path of the number; `volumes` or `minutes` for all of them by one factor.
    pub number: String,
    /// What it rests on.
    pub basis: String,
    /// `easier` or `harder`.
    pub direction: String,
    /// Its value.
    pub value: Number,
    /// The last value tried.
    pub end: Number,
    /// Where the verdict changes; null: nowhere up to `end`.
    pub breaks: Option<Break>,
}

/// Where the verdict changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// The last value with the same verdict.
    pub holds: Number,
    /// The first with another.
    pub flips: Number,
    /// How far that is, as a part of the value.
    pub distance: Number,
    /// Whether the verdict is known to hold at every value before.
    pub steady: bool,
    /// What changes.
    pub flipped: Vec<Flip>,
}

/// A matter whose status changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flip {
    /// Id of the matter.
    pub matter: String,
    /// Its status in the plan.
    pub from: String,
    /// Its other status.
    pub to: String,
}

/// Many numbers at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// `work-easier`, `everything-easier`, `work-harder` or `everything-harder`.
    pub case: String,
    /// What is served then.
    pub verdict: Verdict,
    /// What changes.
    pub flipped: Vec<Flip>,
}

/// A rule set otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id of the rule.
    pub rule: String,
    /// Its other setting: `off`, `on`, `post`, `case`, or a number.
    pub setting: String,
    /// What is served then.
    pub verdict: Verdict,
    /// What changes.
    pub flipped: Vec<Flip>,
}

/// Another value of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Id of the conflict.
    pub id: String,
    /// The value tried.
    pub value: Number,
    /// Ids of the matters that stall with it.
    pub stalled: Vec<String>,
    /// Ids of the matters that are slowed with it.
    pub slowed: Vec<String>,
}

impl SensitivityFile {
    /// Name and version of the contract.
    pub const SCHEMA: &str = "shuanggang.sensitivity/1";

    /// Puts what was found into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, found: &Sensitivity, file: Option<&str>) -> Self {
        let writer = Writer { unit };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            factor: Number(found.factor),
            verdict: writer.verdict(&found.base),
            margins: found.margins.iter().map(|margin| writer.margin(margin)).collect(),
            together: found.together.iter().map(|(together, effect)| writer.together(*together, effect)).collect(),
            rules: found.rules.iter().map(|(change, effect)| writer.rule(change, effect)).collect(),
            conflicts: found.conflicts.iter().flat_map(|effect| writer.conflicts(effect)).collect(),
            untried: found.untried,
            unproven: found.unproven.map(Number),
        }
    }
}

struct Writer<'a> {
    unit: &'a Unit,
}

impl Writer<'_> {
    fn ids(&self, matters: &[MatterIx]) -> Vec<String> {
        matters.iter().map(|matter| self.unit[*matter].id.clone()).collect()
    }

    fn verdict(&self, verdict: &found::Verdict) -> Verdict {
        Verdict {
            service: verdict.service.iter().map(|sum| Number(*sum)).collect(),
            stalled: self.ids(&verdict.with(ServiceStatus::Stalled)),
            slowed: self.ids(&verdict.with(ServiceStatus::Slowed)),
            status: verdict.status.id().to_owned(),
        }
    }

    fn flips(&self, flips: &[found::Flip]) -> Vec<Flip> {
        let flip = |flip: &found::Flip| Flip {
            matter: self.unit[flip.matter].id.clone(),
            from: flip.from.id().to_owned(),
            to: flip.to.id().to_owned(),
        };
        flips.iter().map(flip).collect()
    }

    fn margin(&self, margin: &found::Margin) -> Margin {
        let distance = margin.distance().unwrap_or(Decimal::ZERO);
        let at = |found: &found::Break| Break {
            holds: Number::rounded(found.holds),
            flips: Number::rounded(found.flips),
            distance: Number::rounded(distance),
            steady: found.steady,
            flipped: self.flips(&found.flipped),
        };
        Margin {
            number: margin.subject.id(self.unit),
            basis: margin.basis.id().to_owned(),
            direction: margin.direction.id().to_owned(),
            value: Number::rounded(margin.value),
            end: Number::rounded(margin.end),
            breaks: margin.breaks.as_ref().map(at),
        }
    }

    fn together(&self, together: found::Together, effect: &found::Effect) -> Together {
        Together {
            case: together.id().to_owned(),
            verdict: self.verdict(&effect.verdict),
            flipped: self.flips(&effect.flipped),
        }
    }

    fn rule(&self, change: &crate::model::RuleChange, effect: &found::Effect) -> Rule {
        Rule {
            rule: change.rule().id().to_owned(),
            setting: self.unit.setting_after(change),
            verdict: self.verdict(&effect.verdict),
            flipped: self.flips(&effect.flipped),
        }
    }

    fn conflicts(&self, effect: &crate::analysis::ConflictEffect) -> Vec<Conflict> {
        let conflict = &self.unit.conflicts[effect.conflict];
        let values = conflict.values.iter().zip(&effect.outcomes);
        let solved = values.filter_map(|(value, outcome)| match outcome {
            Outcome::Replanned { stalled, slowed, .. } => Some(Conflict {
                id: conflict.id.clone(),
                value: Number(value.value),
                stalled: self.ids(stalled),
                slowed: self.ids(slowed),
            }),
            _ => None,
        });
        solved.collect()
    }
}
