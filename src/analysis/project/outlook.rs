//! What a projection finds, as data.

use crate::model::{Event, Headcount, MatterIx, PersonIx, PlanStatus, RetirementPolicy, ServiceStatus, TierIx};
use crate::units::number::rounded;
use crate::units::{Month, Number, Share};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// The years ahead under one policy, and beside it under the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// First month.
    pub from: Month,
    /// Last month.
    pub until: Month,
    /// Under the policy asked for.
    pub chosen: Projection,
    /// Under every policy in the order of [`RetirementPolicy::ALL`], the chosen one included: the band between
    /// earliest and latest, and what the reform changed.
    pub policies: Vec<Projection>,
    /// People on loan elsewhere without a month of return; assumed to stay away.
    pub away_throughout: Vec<PersonIx>,
    /// People away for a time without a last month; taken to stay away.
    pub away_without_end: Vec<PersonIx>,
    /// Retirements from the establishment that the unit's papers expect within the years, if they say so.
    pub stated_retirements: Option<u32>,
}

/// The years ahead under one policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    /// The policy.
    pub policy: RetirementPolicy,
    /// The first month, then every month in which staffing changes; each with a checked plan behind it.
    pub points: Vec<Point>,
}

/// The unit from one change of staffing to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// First month of the staffing. Who retires in a month is gone from the next.
    pub month: Month,
    /// What changed; empty at the first point unless something happens right then.
    pub events: Vec<Event>,
    /// Headcounts.
    pub headcount: Headcount,
    /// Authorised − on the books, if the authorised posts are known; negative: over the establishment.
    pub vacancies: Option<i64>,
    /// Sum of service levels by tier, and the number of matters in it.
    pub service: Vec<(TierIx, Decimal, usize)>,
    /// Service level of every matter.
    pub levels: Vec<Share>,
    /// Matters that stall and did not at the point before.
    pub newly_stalled: Vec<MatterIx>,
    /// Those of them in whose tier no less is served in all: they changed places with others of it.
    pub exchanged: Vec<MatterIx>,
    /// Matters that were below full service at the point before and are full again.
    pub recovered: Vec<MatterIx>,
    /// Matters that are slowed and were full at the point before.
    pub newly_slowed: Vec<MatterIx>,
    /// How sure the plan is.
    pub status: PlanStatus,
}

impl Outlook {
    /// The last month of every year within the projection: December, or the last month of all.
    #[must_use]
    pub fn year_ends(&self) -> Vec<Month> {
        let years = self.from.year()..=self.until.year();
        years.map(|year| Month::january(year).plus(11).min(self.until)).collect()
    }
}

impl Point {
    /// Matters that stall and did not at the point before, and whose tier lost by it.
    pub fn new_stalls(&self) -> impl Iterator<Item = MatterIx> {
        self.newly_stalled.iter().copied().filter(|matter| !self.exchanged.contains(matter))
    }

    /// How far a matter is served.
    #[must_use]
    pub fn status_of(&self, matter: MatterIx) -> ServiceStatus {
        self.levels[matter.0].into()
    }

    /// Matters below full service, in the order of the scenario.
    pub fn below_full(&self) -> impl Iterator<Item = MatterIx> {
        (0..self.levels.len()).map(MatterIx).filter(|matter| self.status_of(*matter) != ServiceStatus::Full)
    }

    /// Matters of a status, in the order of the scenario.
    pub fn with_status(&self, status: ServiceStatus) -> impl Iterator<Item = MatterIx> {
        (0..self.levels.len()).map(MatterIx).filter(move |matter| self.status_of(*matter) == status)
    }
}

impl Projection {
    /// The first month in which a matter stalls, if any.
    #[must_use]
    pub fn first_stall(&self, matter: MatterIx) -> Option<Month> {
        let stalls = |point: &&Point| point.status_of(matter) == ServiceStatus::Stalled;
        self.points.iter().find(stalls).map(|point| point.month)
    }

    /// The first point at which something newly stalls, if any.
    #[must_use]
    pub fn first_new_stall(&self) -> Option<&Point> {
        self.points.iter().find(|point| point.new_stalls().next().is_some())
    }

    /// The point in force in a month; the first when the month is earlier.
    #[must_use]
    pub fn at(&self, month: Month) -> &Point {
        let started = self.points.iter().take_while(|point| point.month <= month).count();
        &self.points[started.saturating_sub(1)]
    }
}

/// What many drawn futures have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// Number of futures.
    pub draws: u32,
    /// Where the drawing began.
    pub seed: u64,
    /// At the end of each year.
    pub years: Vec<YearForecast>,
}

/// The end of one year over all draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearForecast {
    /// The year.
    pub year: i32,
    /// Established people on duty.
    pub on_duty: Band,
    /// Contract workers.
    pub contract: Band,
    /// Sum of service levels by tier.
    pub service: Vec<(TierIx, Band)>,
    /// Share of the draws in which a matter stalls at this or an earlier year's end; every matter.
    pub stalled_by: Vec<Share>,
}

/// A range that holds the middle 80 % of the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Band {
    /// A tenth of the draws lies below.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub low: Decimal,
    /// Half of the draws lies below.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub median: Decimal,
    /// A tenth of the draws lies above.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub high: Decimal,
}
