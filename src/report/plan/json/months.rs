//! The year of a plan by month, in the contract's terms.

use super::PlanFile;
use crate::analysis::plan::months::{MonthlyPlan, Slip};
use crate::model::{MatterIx, Unit};
use crate::units::Cases;
use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The year by month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Months {
    /// Whether the working days of each month are given; if not, the year's are spread evenly.
    pub days_known: bool,
    /// January first.
    pub months: Vec<Month>,
    /// Cases left at the end of the year, of matters of which any are.
    pub backlog: Vec<Backlog>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// 1 to 12.
    pub month: u8,
    /// Every section.
    pub sections: Vec<Load>,
    /// What is late.
    pub slipped: Vec<Late>,
}

/// A section in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// Id of the section.
    pub section: String,
    /// Hours that its people work.
    pub hours: Number,
    /// Hours that they have.
    pub hours_available: Number,
}

/// Work of a month that is not done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Id of the matter.
    pub matter: String,
    /// Cases that had to be done in this month and never are.
    pub missed: Number,
    /// Cases carried into the next month.
    pub carried: Number,
}

/// Cases of a matter left at the end of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Backlog {
    /// Id of the matter.
    pub matter: String,
    /// Cases.
    pub cases: Number,
}

impl PlanFile {
    /// The same plan with its year by month.
    #[must_use]
    pub fn with_months(self, unit: &Unit, months: &MonthlyPlan) -> Self {
        Self { months: Some(Months::of(unit, months)), ..self }
    }
}

impl Months {
    fn of(unit: &Unit, plan: &MonthlyPlan) -> Self {
        let id = |ix: MatterIx| unit[ix].id.clone();
        let late = |Slip { matter, missed, carried }: &Slip| Late {
            matter: id(*matter),
            missed: Number::rounded(missed.value()),
            carried: Number::rounded(carried.value()),
        };
        let months = plan.months.iter().map(|month| Month {
            month: month.month,
            sections: month
                .sections
                .iter()
                .map(|(section, hours, available)| Load {
                    section: unit[*section].id.clone(),
                    hours: Number::rounded(hours.value()),
                    hours_available: Number::rounded(available.value()),
                })
                .collect(),
            slipped: month.slipped.iter().map(late).collect(),
        });
        let left = unit.matters().filter(|(ix, _)| plan.backlog[ix.0].round(6) > Cases::ZERO);
        Self {
            days_known: plan.days_known,
            months: months.collect(),
            backlog: left
                .map(|(ix, _)| Backlog { matter: id(ix), cases: Number::rounded(plan.backlog[ix.0].value()) })
                .collect(),
        }
    }
}
