//! What a search for hires finds, as data.

use super::aim::Aim;
use super::front::Front;
use super::front::joined_since;
use super::targets::Targets;
use super::timing::{Batch, Interval};
use crate::analysis::Shortfall;
use crate::analysis::project::Projection;
use crate::model::{
    Employment, Hire, MatterIx, MoneyRange, MonthsRange, PersonIx, PostIx, Staff, Unit, annual_leave_days,
};
use crate::units::number::rounded;
use crate::units::{Money, Month, Number};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// People to be hired together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedHire {
    /// Who, how many, in which section, from which month; as a scenario has it.
    pub hire: Hire,
    /// The posts that each of them holds when they are first needed.
    pub posts: Vec<PostIx>,
    /// What they cost by calendar year; zero where pay is not known.
    pub cost: BTreeMap<i32, MoneyRange>,
}

impl PlannedHire {
    pub(super) const fn batch(&self) -> Batch {
        Batch { month: self.hire.month, heads: self.heads() }
    }

    pub(super) const fn heads(&self) -> Staff {
        Staff::of_kind(self.hire.employment, self.hire.count)
    }
}

/// A hiring plan that was projected: in every month but those missed, the targets hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiringPlan {
    /// What it is best in; plans that are the same stand once.
    pub aims: Vec<Aim>,
    /// The hires in order of month.
    pub hires: Vec<PlannedHire>,
    /// Months from the first intake on in which a target is missed all the same.
    pub missed: Vec<Month>,
    /// Months before the people of the first intake are able in which a target is missed, though it would not be if they
    /// were.
    pub learning: Vec<Month>,
    /// The years with these hires; every point a checked plan.
    pub projection: Projection,
}

impl HiringPlan {
    /// Newcomers over all months.
    #[must_use]
    pub fn heads(&self) -> Staff {
        self.hires.iter().map(PlannedHire::heads).fold(Staff::default(), Staff::and)
    }

    /// What it costs over all years.
    #[must_use]
    pub fn cost(&self) -> MoneyRange {
        self.hires.iter().flat_map(|hire| hire.cost.values()).copied().sum()
    }
}

/// Why one person fewer is not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneFewer {
    /// Who is left out.
    pub employment: Employment,
    /// First month in which that breaks a target.
    pub month: Month,
    /// The first matter below its target in the plan of that month without the person, and why.
    pub shortfall: Option<Shortfall>,
}

/// By what means the work is done beside hiring, or instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// Everybody on loan elsewhere comes back.
    Recall(Vec<PersonIx>),
    /// Posts are pooled: one person may work in so many sections.
    Pool(u32),
    /// Contract staff may review where they may handle.
    ContractReview,
    /// The level above takes over matters: here they have no cases any more.
    HandOver(Vec<MatterIx>),
    /// All means within the unit at once.
    Together,
}

impl Means {
    /// The word used in JSON and as key of the text catalogues (`hire-measure-<id>`).
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Recall(_) => "recall",
            Self::Pool(_) => "pool",
            Self::ContractReview => "contract_review",
            Self::HandOver(_) => "hand_over",
            Self::Together => "together",
        }
    }
}

/// What is needed by one means or by hiring alone, at the staffing that then needs most; its plan was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// By what means; `None`: hiring alone.
    pub measure: Option<Means>,
    /// First month of the staffing at which most are needed beside it.
    pub month: Month,
    /// Newcomers needed there; `None`: no number is enough.
    pub heads: Option<Staff>,
    /// Their pay in a full year. Nothing else of the means is in it.
    pub yearly: MoneyRange,
}

/// Targets that can be reached where those asked for cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The targets, the first unreachable one lowered to the greatest whole per cent that can be reached.
    pub targets: Targets,
    /// The smallest plan for them.
    pub plan: HiringPlan,
}

/// What follows if another source is right about the authorised posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherAuthorised {
    /// The other value.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub authorised: Decimal,
    /// Where it is stated.
    pub source: String,
    /// Newcomers of the smallest plan.
    pub heads: Staff,
    /// Months from the first intake on in which a target is missed even so.
    #[serde(rename = "missed_months")]
    pub missed: usize,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Terms {
    /// First month.
    pub from: Month,
    /// Last month.
    pub until: Month,
    /// The targets.
    #[serde(skip)]
    pub targets: Targets,
    /// Holders that every post of an open matter needs.
    pub cover: u32,
    /// Most that newcomers may cost in a calendar year, at the highest reading of pay; null without limit.
    pub budget: Option<Money>,
    /// Months in which newcomers can begin.
    pub intakes: Vec<Month>,
    /// First month in which whoever begins at the first intake is no longer new to the work; null where nobody can
    /// begin.
    pub able_from: Option<Month>,
    /// The replacement cycle: months from the decision to a successor who is able.
    #[serde(rename = "replacement_cycle")]
    pub cycle: MonthsRange,
    /// How many people keep one post manned on every working day.
    pub relief: Relief,
}

/// The relief factor of a post: the days on which it is open over the days on which one newcomer is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Relief {
    /// Working days of the plan year.
    pub open_days: u32,
    /// Days of them without annual leave, training and sickness.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub days_there: Decimal,
}

impl Relief {
    pub(super) fn of(unit: &Unit) -> Self {
        let open_days = unit.calendar.working_days(unit.year);
        let leave = annual_leave_days(joined_since(unit), unit.year);
        let off = Decimal::from(leave) + unit.capacity.training_days.value + unit.capacity.sick_days.value;
        Self { open_days, days_there: Decimal::from(open_days) - off }
    }

    /// People needed for one post; none where nobody is ever there.
    #[must_use]
    pub fn factor(&self) -> Option<Decimal> {
        Decimal::from(self.open_days).checked_div(self.days_there).filter(|_| self.days_there > Decimal::ZERO)
    }
}

/// Everything that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hiring {
    /// What was asked.
    pub terms: Terms,
    /// The staffings without hires, and what each needs.
    pub intervals: Vec<Interval>,
    /// Service without hires at each of them: the projection as it stands.
    pub without: Projection,
    /// Months before the first intake in which a target is missed, whatever is decided now.
    pub waiting: Vec<Month>,
    /// The best plans for the targets asked for; those that miss months are the ones that miss fewest.
    pub plans: Vec<HiringPlan>,
    /// Whether fewer heads than those of the smallest plan would miss months even if all were able from their first day.
    pub fewest: bool,
    /// Why one person fewer than in the smallest plan fails, by employment.
    pub fewer: Vec<OneFewer>,
    /// Where the targets cannot be reached.
    pub nearest: Option<Nearest>,
    /// First month of the staffing that needs most newcomers.
    pub hardest: Month,
    /// Hiring alone and each measure.
    pub alternatives: Vec<Instead>,
    /// What other sources would change.
    pub other_authorised: Vec<OtherAuthorised>,
}

impl Hiring {
    /// Whether the targets hold from the first intake to the end.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        let in_time = || !self.terms.intakes.is_empty() || self.waiting.is_empty();
        in_time() && self.smallest().is_some_and(|plan| plan.missed.is_empty())
    }

    /// The plan with the fewest heads.
    #[must_use]
    pub fn smallest(&self) -> Option<&HiringPlan> {
        self.plans.iter().find(|plan| plan.aims.contains(&Aim::Smallest))
    }

    /// Whether the solver proved every count that the answer rests on.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.intervals.iter().all(|Interval { front: Front { proven, .. }, .. }| *proven)
    }
}
