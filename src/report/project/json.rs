//! The JSON of `project`.

use crate::analysis::project::{self as found, Band, Outlook, Projection, YearForecast};
use crate::model::{self, MatterIx, PersonIx, Retirement, RetirementPolicy, SectionIx, TierIx, Unit};
use crate::report::parts::file::Answer;
use crate::report::parts::retirements;
use crate::report::plan::json::Headcount;
use crate::units::{Month, Number, Share};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// The years ahead.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Projected<'a> {
    /// First month.
    pub from: Month,
    /// Last month.
    pub until: Month,
    /// The policy of the timeline.
    pub policy: RetirementPolicy,
    /// The first month, then every month in which staffing changes.
    pub timeline: Vec<Point<'a>>,
    /// The state at the end of each year.
    pub years: Vec<Year>,
    /// Matters that stall under some policy, with the first month in which they do.
    pub first_stalls: Vec<FirstStall>,
    /// Who retires within the years, under each policy.
    pub policies: Vec<Policy>,
    /// What the law says of everyone whom it can retire within the years.
    pub reform: Vec<Reform>,
    /// Retirements that the unit's papers expect within five years; null when they say nothing.
    pub stated_retirements: Option<u32>,
    /// Ids of people on loan elsewhere without a month of return; taken to stay away.
    pub away_throughout: &'a [PersonIx],
    /// Ids of people away for a time without a last month; taken to stay away. Left out where there are none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub away_without_end: &'a [PersonIx],
    /// What the draws have in common; null without draws.
    pub forecast: Option<Forecast>,
}

impl Answer for Projected<'_> {
    const SCHEMA: &'static str = "shuanggang.project/1";
}

/// The unit from one change of staffing to the next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Point<'a> {
    /// First month of the staffing.
    pub month: Month,
    /// What changed.
    pub events: Vec<Event<'a>>,
    /// The headcounts.
    pub headcount: Headcount,
    /// Service by tier.
    pub service: Vec<TierService>,
    /// Service level of every matter.
    pub matters: Vec<Level>,
    /// Ids of matters that stall and did not before.
    pub newly_stalled: &'a [MatterIx],
    /// Those of them in whose tier no less is served in all: they changed places with others of it.
    pub exchanged: &'a [MatterIx],
    /// Ids of matters that are slowed and were full before.
    pub newly_slowed: &'a [MatterIx],
    /// Ids of matters that are full again.
    pub recovered: &'a [MatterIx],
    /// `optimal` or `feasible`.
    pub status: &'static str,
}

/// A change of staffing.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Event<'a> {
    /// Retired, or left for good, at the end of the month before.
    Retired {
        /// Id of the person.
        person: PersonIx,
    },
    /// Left for good at the end of the month before, as the scenario says.
    Left {
        /// Id of the person.
        person: PersonIx,
    },
    /// Back from a loan that ended.
    Returned {
        /// Id of the person.
        person: PersonIx,
    },
    /// Called back from a loan.
    Recalled {
        /// Id of the person.
        person: PersonIx,
    },
    /// Another home section.
    Transferred {
        /// Id of the person.
        person: PersonIx,
        /// Id of the section.
        to: SectionIx,
    },
    /// A loan to this unit ended.
    WentBack {
        /// Id of the person.
        person: PersonIx,
    },
    /// Away for a time, and not on loan.
    WentAway {
        /// Id of the person.
        person: PersonIx,
    },
    /// Back after a time away.
    CameBack {
        /// Id of the person.
        person: PersonIx,
    },
    /// No longer new to the work.
    Able {
        /// Id of the person.
        person: PersonIx,
    },
    /// People who joined are no longer new to the work.
    Learnt {
        /// Id of the hire.
        hire: &'a str,
        /// How many.
        count: u32,
    },
    /// People joined.
    Joined {
        /// Id of the hire.
        hire: &'a str,
        /// How many.
        count: u32,
    },
}

/// Sum of the service levels of a tier.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TierService {
    /// Id of the tier.
    pub tier: TierIx,
    /// The sum.
    pub level: Number,
    /// Matters in it.
    pub matters: usize,
}

/// Service level of a matter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Level {
    /// Id of the matter.
    pub id: MatterIx,
    /// Done / arriving, 0 to 1.
    pub service_level: Share,
}

/// The end of a year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Year {
    /// Its last month within the projection.
    pub month: Month,
    /// The headcounts.
    pub headcount: Headcount,
    /// Service by tier.
    pub service: Vec<TierService>,
}

/// The first month in which a matter stalls; null: not within the years.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FirstStall {
    /// Id of the matter.
    pub matter: MatterIx,
    /// With everyone retiring in the statutory month.
    pub statutory: Option<Month>,
    /// As early as possible.
    pub earliest: Option<Month>,
    /// As late as possible.
    pub latest: Option<Month>,
    /// Under the rules before 2025.
    pub pre_reform: Option<Month>,
}

/// Retirements under a policy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Policy {
    /// The policy.
    pub policy: RetirementPolicy,
    /// Ids of the established people who retire within the years, in order.
    pub retired: Vec<PersonIx>,
}

/// The law for one person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Reform {
    /// Id of the person.
    pub person: PersonIx,
    /// What the law says.
    #[serde(flatten)]
    pub law: Retirement,
}

/// What many drawn futures have in common.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Forecast {
    /// Number of futures.
    pub draws: u32,
    /// Where the drawing began.
    pub seed: u64,
    /// At the end of each year.
    pub years: Vec<ForecastYear>,
}

/// The end of one year over all draws.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ForecastYear {
    /// The year.
    pub year: i32,
    /// Established people on duty.
    pub on_duty: Band,
    /// Contract workers.
    pub contract: Band,
    /// Sum of service levels by tier.
    pub service: Vec<TierBand>,
    /// Chance that a matter has stalled by then; matters that never stall are left out.
    pub stalled_by: Vec<Risk>,
}

/// The range of a tier.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TierBand {
    /// Id of the tier.
    pub tier: TierIx,
    /// Sum of its service levels.
    pub level: Band,
}

/// The chance that a matter has stalled.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Risk {
    /// Id of the matter.
    pub matter: MatterIx,
    /// 0 to 1.
    pub probability: Share,
}

impl<'a> Projected<'a> {
    /// What was found.
    #[must_use]
    pub fn of(unit: &'a Unit, outlook: &'a Outlook, forecast: Option<&found::Forecast>) -> Self {
        let law = |(person, law)| Reform { person, law };
        Self {
            from: outlook.from,
            until: outlook.until,
            policy: outlook.chosen.policy,
            timeline: outlook.chosen.points.iter().map(|point| Point::of(unit, point)).collect(),
            years: outlook.year_ends().into_iter().map(|end| Year::of(unit, end, outlook.chosen.at(end))).collect(),
            first_stalls: unit.matters().filter_map(|(matter, _)| FirstStall::of(outlook, matter)).collect(),
            policies: outlook.policies.iter().map(|projection| Policy::of(unit, projection)).collect(),
            reform: retirements::possible(unit, outlook).into_iter().map(law).collect(),
            stated_retirements: outlook.stated_retirements,
            away_throughout: &outlook.away_throughout,
            away_without_end: &outlook.away_without_end,
            forecast: forecast.map(Forecast::from),
        }
    }
}

impl<'a> Point<'a> {
    fn of(unit: &'a Unit, point: &'a found::Point) -> Self {
        let level = |((id, _), level): ((MatterIx, _), &Share)| Level { id, service_level: *level };
        Self {
            month: point.month,
            events: point.events.iter().map(|event| Event::of(unit, event)).collect(),
            headcount: Headcount::counted(unit, point.headcount),
            service: point.service.iter().map(TierService::from).collect(),
            matters: unit.matters().zip(&point.levels).map(level).collect(),
            newly_stalled: &point.newly_stalled,
            exchanged: &point.exchanged,
            newly_slowed: &point.newly_slowed,
            recovered: &point.recovered,
            status: point.status.id(),
        }
    }
}

impl<'a> Event<'a> {
    fn of(unit: &'a Unit, event: &model::Event) -> Self {
        match *event {
            model::Event::Retired(person) => Self::Retired { person },
            model::Event::Left(person) => Self::Left { person },
            model::Event::Recalled(person) => Self::Recalled { person },
            model::Event::Transferred(person, to) => Self::Transferred { person, to },
            model::Event::Returned(person) => Self::Returned { person },
            model::Event::WentBack(person) => Self::WentBack { person },
            model::Event::WentAway(person) => Self::WentAway { person },
            model::Event::CameBack(person) => Self::CameBack { person },
            model::Event::Able(person) => Self::Able { person },
            model::Event::Learnt(hire) => {
                let hire = &unit.hires[hire];
                Self::Learnt { hire: &hire.id, count: hire.count }
            }
            model::Event::Joined(hire) => {
                let hire = &unit.hires[hire];
                Self::Joined { hire: &hire.id, count: hire.count }
            }
        }
    }
}

impl From<&(TierIx, Decimal, usize)> for TierService {
    fn from((tier, sum, matters): &(TierIx, Decimal, usize)) -> Self {
        Self { tier: *tier, level: Number::rounded(*sum), matters: *matters }
    }
}

impl Year {
    fn of(unit: &Unit, end: Month, point: &found::Point) -> Self {
        let service = point.service.iter().map(TierService::from).collect();
        Self { month: end, headcount: Headcount::counted(unit, point.headcount), service }
    }
}

impl FirstStall {
    fn of(outlook: &Outlook, matter: MatterIx) -> Option<Self> {
        if outlook.policies.iter().all(|projection| projection.first_stall(matter).is_none()) {
            return None;
        }
        let under = |policy| {
            let projection = outlook.policies.iter().find(|projection| projection.policy == policy)?;
            projection.first_stall(matter)
        };
        Some(Self {
            matter,
            statutory: under(RetirementPolicy::Statutory),
            earliest: under(RetirementPolicy::Earliest),
            latest: under(RetirementPolicy::Latest),
            pre_reform: under(RetirementPolicy::PreReform),
        })
    }
}

impl Policy {
    fn of(unit: &Unit, projection: &Projection) -> Self {
        Self { policy: projection.policy, retired: retirements::within(unit, projection) }
    }
}

impl From<&found::Forecast> for Forecast {
    fn from(forecast: &found::Forecast) -> Self {
        let years = forecast.years.iter().map(ForecastYear::from).collect();
        Self { draws: forecast.draws, seed: forecast.seed, years }
    }
}

impl From<&YearForecast> for ForecastYear {
    fn from(year: &YearForecast) -> Self {
        let stalled = year.stalled_by.iter().enumerate().filter(|(_, share)| **share > Share::ZERO);
        Self {
            year: year.year,
            on_duty: year.on_duty,
            contract: year.contract,
            service: year.service.iter().map(|(tier, level)| TierBand { tier: *tier, level: *level }).collect(),
            stalled_by: stalled.map(|(i, share)| Risk { matter: MatterIx(i), probability: *share }).collect(),
        }
    }
}
