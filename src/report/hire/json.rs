//! The JSON of `hire`. Money in yuan.

use crate::analysis::hire::{self as found, Aim, Hiring, HiringPlan, Interval, Means, PlannedHire, Targets, Terms};
use crate::analysis::{ReasonCode, ServiceStatus, project};
use crate::model::{Employment, MatterIx, MoneyRange, PersonIx, PostIx, Recruitment, SectionIx, Staff, TierIx, Unit};
use crate::report::parts::file::Answer;
use crate::report::plan::json::Headcount;
use crate::units::{Month, Share};
use schemars::JsonSchema;
use serde::Serialize;

/// Whom to hire, and from when.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Hired<'a> {
    /// What was asked.
    #[serde(flatten)]
    pub terms: &'a Terms,
    /// What is asked of each tier.
    pub targets: Vec<Target>,
    /// Whether the targets hold from the first intake to the end.
    pub reached: bool,
    /// Whether every count is proven to be the fewest.
    pub proven: bool,
    /// How long newcomers are new to the work; null where they are able from their first day.
    pub learning: Option<Training>,
    /// Months before the first intake in which a target is missed.
    pub waiting: &'a [Month],
    /// The best plans.
    pub plans: Vec<Plan<'a>>,
    /// Every staffing without hires, and what it needs.
    pub needs: &'a [Interval],
    /// Why one person fewer than in the smallest plan fails.
    pub one_fewer: Vec<OneFewer>,
    /// Where the targets cannot be reached, the nearest that can; else null.
    pub nearest: Option<Nearest<'a>>,
    /// First month of the staffing that needs most newcomers.
    pub hardest: Month,
    /// Hiring alone and each measure at that staffing.
    pub alternatives: Vec<Alternative<'a>>,
    /// What other values of the authorised posts would change.
    pub other_authorised: &'a [found::OtherAuthorised],
}

impl Answer for Hired<'_> {
    const SCHEMA: &'static str = "shuanggang.hire/1";
}

/// How long newcomers are new to the work.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Training {
    /// Months from the first day of work.
    pub months: u32,
    /// Share of the hours that is of use until then, 0 to 1.
    pub share: Share,
}

impl Training {
    fn of(recruitment: &Recruitment) -> Option<Self> {
        let training = recruitment.training.as_ref()?;
        Some(Self { months: training.months.value, share: training.share.value })
    }
}

/// The target of a tier.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Target {
    /// Id of the tier.
    pub tier: TierIx,
    /// Share of its full service, 0 to 1; 0 asks nothing.
    pub share: Share,
}

/// A hiring plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Plan<'a> {
    /// What it is best in.
    pub best_in: &'a [Aim],
    /// Newcomers over all months.
    pub heads: Staff,
    /// Their cost over all years; null where no pay is known.
    pub cost: Option<MoneyRange>,
    /// The hires in order of month.
    pub hires: Vec<Hire<'a>>,
    /// Months from the first intake on in which a target is missed.
    pub missed: &'a [Month],
    /// Months before the people of the first intake are able in which a target is missed, though it would not be if they
    /// were.
    pub learning: &'a [Month],
    /// The years with these hires.
    pub timeline: Vec<Point>,
}

/// People to be hired together; what a `[[hire]]` of a scenario needs is in it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Hire<'a> {
    /// Id.
    pub id: &'a str,
    /// First month of work.
    pub month: Month,
    /// First month in which they are no longer new to the work.
    pub able_from: Month,
    /// How many.
    pub count: u32,
    /// How they are employed.
    pub employment: Employment,
    /// Id of the home section.
    pub section: SectionIx,
    /// First month of work anywhere, as it was counted.
    pub work_since: Month,
    /// Ids of the posts of each of them.
    pub posts: &'a [PostIx],
    /// Cost by calendar year; empty where pay is not known.
    pub cost: Vec<YearCost>,
}

/// The cost of a calendar year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct YearCost {
    /// The year.
    pub year: i32,
    /// The cost.
    #[serde(flatten)]
    pub cost: MoneyRange,
}

/// The unit from one change of staffing to the next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Point {
    /// First month.
    pub month: Month,
    /// The headcounts.
    pub headcount: Headcount,
    /// Ids of the matters below full service.
    pub below_full: Vec<MatterIx>,
}

/// Why one person fewer is not enough.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OneFewer {
    /// Who is left out.
    pub employment: Employment,
    /// First month in which that breaks a target.
    pub month: Month,
    /// Id of the first matter below its target; null when none could be named.
    pub matter: Option<MatterIx>,
    /// How far it is served.
    pub status: Option<ServiceStatus>,
    /// Why not further.
    pub reason: Option<ReasonCode>,
}

/// The nearest targets that can be reached.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Nearest<'a> {
    /// The targets.
    pub targets: Vec<Target>,
    /// The smallest plan for them.
    pub plan: Plan<'a>,
}

/// A measure, and what is needed beside it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Alternative<'a> {
    /// `hire`, `recall`, `pool`, `contract_review`, `together` or `hand_over`.
    pub measure: &'static str,
    /// Ids of the people who come back.
    pub people: &'a [PersonIx],
    /// Ids of the matters handed over.
    pub matters: &'a [MatterIx],
    /// First month of the staffing at which most are needed beside it.
    pub month: Month,
    /// Newcomers needed there; null when no number is enough.
    pub heads: Option<Staff>,
    /// Their pay in a full year; null where no pay is known.
    pub yearly: Option<MoneyRange>,
}

impl<'a> Hired<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &Unit, hiring: &'a Hiring) -> Self {
        let nearest = |nearest: &'a found::Nearest| Nearest {
            targets: targets(unit, &nearest.targets),
            plan: Plan::of(unit, &nearest.plan),
        };
        Self {
            terms: &hiring.terms,
            targets: targets(unit, &hiring.terms.targets),
            reached: hiring.is_reached(),
            proven: hiring.is_proven() && hiring.fewest,
            learning: unit.recruitment.as_ref().and_then(Training::of),
            waiting: &hiring.waiting,
            plans: hiring.plans.iter().map(|plan| Plan::of(unit, plan)).collect(),
            needs: &hiring.intervals,
            one_fewer: hiring.fewer.iter().map(OneFewer::from).collect(),
            nearest: hiring.nearest.as_ref().map(nearest),
            hardest: hiring.hardest,
            alternatives: hiring.alternatives.iter().map(|measure| Alternative::of(unit, measure)).collect(),
            other_authorised: &hiring.other_authorised,
        }
    }
}

fn targets(unit: &Unit, targets: &Targets) -> Vec<Target> {
    unit.tiers().map(|(tier, _)| Target { tier, share: targets.of(tier) }).collect()
}

fn is_priced(unit: &Unit) -> bool {
    unit.recruitment.as_ref().is_some_and(|recruitment| !recruitment.pay.is_empty())
}

impl<'a> Plan<'a> {
    fn of(unit: &Unit, plan: &'a HiringPlan) -> Self {
        Self {
            best_in: &plan.aims,
            heads: plan.heads(),
            cost: is_priced(unit).then(|| plan.cost()),
            hires: plan.hires.iter().map(|planned| Hire::of(unit, planned)).collect(),
            missed: &plan.missed,
            learning: &plan.learning,
            timeline: plan.projection.points.iter().map(|point| Point::of(unit, point)).collect(),
        }
    }
}

impl<'a> Hire<'a> {
    fn of(unit: &Unit, planned: &'a PlannedHire) -> Self {
        let hire = &planned.hire;
        let costs = planned.cost.iter().filter(|_| is_priced(unit));
        Self {
            id: &hire.id,
            month: hire.month,
            able_from: hire.able_from(),
            count: hire.count,
            employment: hire.employment,
            section: hire.section,
            work_since: hire.work_since,
            posts: &planned.posts,
            cost: costs.map(|(year, cost)| YearCost { year: *year, cost: *cost }).collect(),
        }
    }
}

impl Point {
    fn of(unit: &Unit, point: &project::Point) -> Self {
        let levels = point.levels.iter().enumerate();
        let below = levels.filter(|(_, level)| ServiceStatus::from(**level) != ServiceStatus::Full);
        Self {
            month: point.month,
            headcount: Headcount::counted(unit, point.headcount),
            below_full: below.map(|(i, _)| MatterIx(i)).collect(),
        }
    }
}

impl From<&found::OneFewer> for OneFewer {
    fn from(fewer: &found::OneFewer) -> Self {
        let shortfall = fewer.shortfall.as_ref();
        Self {
            employment: fewer.employment,
            month: fewer.month,
            matter: shortfall.map(|shortfall| shortfall.matter),
            status: shortfall.map(|shortfall| shortfall.status),
            reason: shortfall.map(|shortfall| shortfall.reason.code),
        }
    }
}

impl<'a> Alternative<'a> {
    fn of(unit: &Unit, alternative: &'a found::Instead) -> Self {
        let (people, matters): (&[PersonIx], &[MatterIx]) = match &alternative.measure {
            Some(Means::Recall(people)) => (people, &[]),
            Some(Means::HandOver(matters)) => (&[], matters),
            _ => (&[], &[]),
        };
        Self {
            measure: alternative.measure.as_ref().map_or("hire", Means::id),
            people,
            matters,
            month: alternative.month,
            heads: alternative.heads,
            yearly: alternative.heads.filter(|_| is_priced(unit)).map(|_| alternative.yearly),
        }
    }
}
