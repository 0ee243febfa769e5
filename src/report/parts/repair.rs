//! Changes of a unit that help, and what they do, as `explain` and a saved plan have them in JSON.

use crate::analysis::explain::{self as found, StaffKind};
use crate::model::{self, Unit};
use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Changes that help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// One change, or two.
    pub changes: Vec<Change>,
    /// Service level of the matter with them.
    pub service_level: Number,
    /// `full`, `slowed` or `stalled` with them.
    pub status: String,
    /// Whether a law keeps the unit from making them by itself.
    pub against_law: bool,
    /// Other matters that are served less.
    pub worse: Vec<Shift>,
    /// Other matters that are served better.
    pub better: Vec<Shift>,
    /// Whether the service with them is proven to be the best.
    pub proven: bool,
}

/// One change of the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// People join.
    Join {
        /// `established`, `contract` or `leaders`.
        staff: String,
        /// How many.
        count: u32,
    },
    /// A person comes back from a loan.
    Recall {
        /// Id of the person.
        person: String,
    },
    /// A person is no longer fixed to one place.
    Unpin {
        /// Id of the person.
        person: String,
    },
    /// A section needs no number of people of its own any more.
    NoMinimum {
        /// Id of the section.
        section: String,
    },
    /// A person leaves.
    Leave {
        /// Id of the person.
        person: String,
    },
    /// A rule is set otherwise.
    Rule {
        /// Id of the rule.
        rule: String,
        /// What it is set to: `off`, `case`, a number, or steps joined by `+`.
        to: String,
    },
    /// A number is changed.
    Number {
        /// Where it stands in the scenario.
        path: String,
        /// Its value now.
        from: Number,
        /// Its new value.
        to: Number,
    },
    /// Some matters are served before all others.
    Prefer {
        /// Ids of the matters.
        matters: Vec<String>,
    },
}

/// A matter served otherwise than in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Id of the matter.
    pub matter: String,
    /// Service level in the plan.
    pub from: Number,
    /// Service level with the changes.
    pub to: Number,
}

impl Repair {
    /// Changes in the contract's terms.
    pub(in crate::report) fn of(unit: &Unit, repair: &found::Repair) -> Self {
        let shifts = |shifts: &[found::Shift]| shifts.iter().map(|shift| Shift::of(unit, shift)).collect();
        Self {
            changes: repair.changes.iter().map(|change| Change::of(unit, change)).collect(),
            service_level: Number::rounded(repair.level.value()),
            status: repair.status.id().to_owned(),
            against_law: repair.against_law,
            worse: shifts(&repair.worse),
            better: shifts(&repair.better),
            proven: repair.proven,
        }
    }
}

impl Shift {
    pub(in crate::report) fn of(unit: &Unit, shift: &found::Shift) -> Self {
        Self {
            matter: unit[shift.matter].id.clone(),
            from: Number::rounded(shift.from.value()),
            to: Number::rounded(shift.to.value()),
        }
    }
}

impl Change {
    /// A change in the contract's terms.
    pub(in crate::report) fn of(unit: &Unit, change: &model::Change) -> Self {
        let person = |ix: &model::PersonIx| unit[*ix].id.clone();
        match change {
            model::Change::Join(hire) => Self::Join { staff: StaffKind::from(hire).id().to_owned(), count: hire.count },
            model::Change::Recall(ix) => Self::Recall { person: person(ix) },
            model::Change::Leave(ix) => Self::Leave { person: person(ix) },
            model::Change::Unpin(ix) => Self::Unpin { person: person(ix) },
            model::Change::NoMinimum(ix) => Self::NoMinimum { section: unit[*ix].id.clone() },
            model::Change::Rule(rule) => Self::Rule { rule: rule.rule().id().to_owned(), to: unit.setting_after(rule) },
            model::Change::Number(quantity, to) => Self::Number {
                path: quantity.path(unit),
                from: Number::rounded(quantity.of(unit)),
                to: Number::rounded(*to),
            },
            model::Change::Prefer(matters) => {
                Self::Prefer { matters: matters.iter().map(|ix| unit[*ix].id.clone()).collect() }
            }
        }
    }
}
