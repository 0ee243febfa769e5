//! From what a projection finds to its contract.

use super::{
    Band, Event, FirstStall, Forecast, ForecastYear, Level, Point, Policy, ProjectFile, Reform, Risk, TierBand,
    TierService, Year,
};
use crate::analysis::project::{self as found, Outlook, Projection};
use crate::model::{self, MatterIx, PersonIx, RetirementPolicy, Unit};
use crate::render::json::Number;
use crate::report::parts::retirements;
use crate::report::plan::json::{Headcount, Scenario};
use crate::units::{Month, Share};

impl ProjectFile {
    /// Puts a projection into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, outlook: &Outlook, forecast: Option<&found::Forecast>, file: Option<&str>) -> Self {
        let writer = Writer { unit, outlook };
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            from: outlook.from.to_string(),
            until: outlook.until.to_string(),
            policy: outlook.chosen.policy.id().to_owned(),
            timeline: outlook.chosen.points.iter().map(|point| writer.point(point)).collect(),
            years: outlook.year_ends().into_iter().map(|end| writer.year(end)).collect(),
            first_stalls: unit.matters().filter_map(|(ix, _)| writer.first_stall(ix)).collect(),
            policies: outlook.policies.iter().map(|projection| writer.policy(projection)).collect(),
            reform: writer.reform(),
            stated_retirements: outlook.stated_retirements,
            away_throughout: outlook.away_throughout.iter().map(|person| unit[*person].id.clone()).collect(),
            forecast: forecast.map(|forecast| writer.forecast(forecast)),
        }
    }
}

struct Writer<'a> {
    unit: &'a Unit,
    outlook: &'a Outlook,
}

impl Writer<'_> {
    fn ids(&self, matters: &[MatterIx]) -> Vec<String> {
        matters.iter().map(|ix| self.unit[*ix].id.clone()).collect()
    }

    fn point(&self, point: &found::Point) -> Point {
        let levels = self.unit.matters().zip(&point.levels);
        Point {
            month: point.month.to_string(),
            events: point.events.iter().map(|event| self.event(event)).collect(),
            headcount: Headcount::counted(self.unit, point.headcount),
            service: self.service(point),
            matters: levels
                .map(|((_, matter), level)| Level {
                    id: matter.id.clone(),
                    service_level: Number::rounded(level.value()),
                })
                .collect(),
            newly_stalled: self.ids(&point.newly_stalled),
            newly_slowed: self.ids(&point.newly_slowed),
            recovered: self.ids(&point.recovered),
            status: point.status.id().to_owned(),
        }
    }

    fn event(&self, event: &model::Event) -> Event {
        let id = |person: PersonIx| self.unit[person].id.clone();
        match event {
            model::Event::Retired(person) => Event::Retired { person: id(*person) },
            model::Event::Left(person) => Event::Left { person: id(*person) },
            model::Event::Recalled(person) => Event::Recalled { person: id(*person) },
            model::Event::Transferred(person, section) => {
                Event::Transferred { person: id(*person), to: self.unit[*section].id.clone() }
            }
            model::Event::Returned(person) => Event::Returned { person: id(*person) },
            model::Event::WentBack(person) => Event::WentBack { person: id(*person) },
            model::Event::Joined(hire) => {
                let hire = &self.unit.hires[*hire];
                Event::Joined { hire: hire.id.clone(), count: hire.count }
            }
        }
    }

    fn service(&self, point: &found::Point) -> Vec<TierService> {
        let tiers = point.service.iter();
        tiers
            .map(|(tier, sum, matters)| TierService {
                tier: self.unit[*tier].id.clone(),
                level: Number::rounded(*sum),
                matters: *matters,
            })
            .collect()
    }

    fn year(&self, end: Month) -> Year {
        let point = self.outlook.chosen.at(end);
        Year {
            month: end.to_string(),
            headcount: Headcount::counted(self.unit, point.headcount),
            service: self.service(point),
        }
    }

    fn first_stall(&self, matter: MatterIx) -> Option<FirstStall> {
        if self.outlook.policies.iter().all(|projection| projection.first_stall(matter).is_none()) {
            return None;
        }
        let under = |policy| {
            let projection = self.outlook.policies.iter().find(|projection| projection.policy == policy)?;
            projection.first_stall(matter).map(|month| month.to_string())
        };
        Some(FirstStall {
            matter: self.unit[matter].id.clone(),
            statutory: under(RetirementPolicy::Statutory),
            earliest: under(RetirementPolicy::Earliest),
            latest: under(RetirementPolicy::Latest),
            pre_reform: under(RetirementPolicy::PreReform),
        })
    }

    fn policy(&self, projection: &Projection) -> Policy {
        let retired = retirements::within(self.unit, projection).into_iter();
        Policy {
            policy: projection.policy.id().to_owned(),
            retired: retired.map(|person| self.unit[person].id.clone()).collect(),
        }
    }

    fn reform(&self) -> Vec<Reform> {
        let hit = retirements::possible(self.unit, self.outlook).into_iter();
        hit.map(|(person, law)| Reform {
            person: self.unit[person].id.clone(),
            pre_reform_month: law.pre_reform.to_string(),
            statutory_month: law.statutory.to_string(),
            delay_months: law.delay_months,
            earliest_month: law.earliest.to_string(),
            latest_month: law.latest.map(|month| month.to_string()),
        })
        .collect()
    }

    fn forecast(&self, forecast: &found::Forecast) -> Forecast {
        let years = forecast.years.iter().map(|year| ForecastYear {
            year: year.year,
            on_duty: Band::of(year.on_duty),
            contract: Band::of(year.contract),
            service: year
                .service
                .iter()
                .map(|(tier, band)| TierBand { tier: self.unit[*tier].id.clone(), level: Band::of(*band) })
                .collect(),
            stalled_by: self
                .unit
                .matters()
                .zip(&year.stalled_by)
                .filter(|(_, share)| **share > Share::ZERO)
                .map(|((_, matter), share)| Risk {
                    matter: matter.id.clone(),
                    probability: Number::rounded(share.value()),
                })
                .collect(),
        });
        Forecast { draws: forecast.draws, seed: forecast.seed, years: years.collect() }
    }
}

impl Band {
    fn of(band: found::Band) -> Self {
        let number = Number::rounded;
        Self { low: number(band.low), median: number(band.median), high: number(band.high) }
    }
}
