//! From what a search for hires finds to its contract.

use super::{
    Alternative, Cost, Heads, Hire, HireFile, Nearest, Need, OneFewer, OtherAuthorised, Plan, Point, Target, YearCost,
};
use crate::analysis::hire::{self as found, Hiring, HiringPlan, Interval, Means, Targets};
use crate::analysis::{ServiceStatus, project};
use crate::model::{MatterIx, MoneyRange, Staff, Unit};
use crate::render::json::Number;
use crate::report::plan::json::{Headcount, Scenario};
use crate::units::Month;

impl HireFile {
    /// Puts an answer into the contract's terms; `file` is the scenario as the user named it.
    #[must_use]
    pub fn of(unit: &Unit, hiring: &Hiring, file: Option<&str>) -> Self {
        let writer = Writer { unit };
        let terms = &hiring.terms;
        Self {
            schema: Self::SCHEMA.to_owned(),
            scenario: Scenario::of(unit, file),
            from: terms.from.to_string(),
            until: terms.until.to_string(),
            targets: writer.targets(&terms.targets),
            cover: terms.cover,
            budget: terms.budget.map(|budget| Number(budget.value())),
            intakes: months(&terms.intakes),
            reached: hiring.is_reached(),
            proven: hiring.is_proven(),
            waiting: months(&hiring.waiting),
            plans: hiring.plans.iter().map(|plan| writer.plan(plan)).collect(),
            needs: hiring.intervals.iter().map(need).collect(),
            one_fewer: hiring.fewer.iter().map(|fewer| writer.fewer(fewer)).collect(),
            nearest: hiring
                .nearest
                .as_ref()
                .map(|nearest| Nearest { targets: writer.targets(&nearest.targets), plan: writer.plan(&nearest.plan) }),
            hardest: hiring.hardest.to_string(),
            alternatives: hiring.alternatives.iter().map(|alternative| writer.alternative(alternative)).collect(),
            other_authorised: hiring.other_authorised.iter().map(other_authorised).collect(),
        }
    }
}

struct Writer<'a> {
    unit: &'a Unit,
}

impl Writer<'_> {
    fn targets(&self, targets: &Targets) -> Vec<Target> {
        let tiers = self.unit.tiers();
        tiers.map(|(ix, tier)| Target { tier: tier.id.clone(), share: Number(targets.of(ix).value()) }).collect()
    }

    fn plan(&self, plan: &HiringPlan) -> Plan {
        Plan {
            best_in: plan.aims.iter().map(|aim| aim.id().to_owned()).collect(),
            heads: heads(plan.heads()),
            cost: self.cost(plan.cost()),
            hires: plan.hires.iter().map(|planned| self.hire(planned)).collect(),
            missed: months(&plan.missed),
            timeline: plan.projection.points.iter().map(|point| self.point(point)).collect(),
        }
    }

    /// Null where no pay is known.
    fn cost(&self, range: MoneyRange) -> Option<Cost> {
        let is_priced = self.unit.recruitment.as_ref().is_some_and(|recruitment| !recruitment.pay.is_empty());
        is_priced.then(|| Cost { low: Number(range.low.value()), high: Number(range.high.value()) })
    }

    fn hire(&self, planned: &found::PlannedHire) -> Hire {
        let hire = &planned.hire;
        let year = |(year, cost): (&i32, &MoneyRange)| YearCost {
            year: *year,
            low: Number(cost.low.value()),
            high: Number(cost.high.value()),
        };
        let is_priced = self.cost(MoneyRange::default()).is_some();
        Hire {
            id: hire.id.clone(),
            month: hire.month.to_string(),
            count: hire.count,
            employment: hire.employment.id().to_owned(),
            section: self.unit[hire.section].id.clone(),
            work_since: hire.work_since.to_string(),
            posts: planned.posts.iter().map(|post| self.unit.post_id(*post)).collect(),
            cost: planned.cost.iter().filter(|_| is_priced).map(year).collect(),
        }
    }

    fn point(&self, point: &project::Point) -> Point {
        let levels = point.levels.iter().enumerate();
        let below = levels.filter(|(_, level)| ServiceStatus::from(**level) != ServiceStatus::Full);
        Point {
            month: point.month.to_string(),
            headcount: Headcount::counted(self.unit, point.headcount),
            below_full: below.map(|(i, _)| self.unit[MatterIx(i)].id.clone()).collect(),
        }
    }

    fn fewer(&self, fewer: &found::OneFewer) -> OneFewer {
        let shortfall = fewer.shortfall.as_ref();
        OneFewer {
            employment: fewer.employment.id().to_owned(),
            month: fewer.month.to_string(),
            matter: shortfall.map(|shortfall| self.unit[shortfall.matter].id.clone()),
            status: shortfall.map(|shortfall| shortfall.status.id().to_owned()),
            reason: shortfall.map(|shortfall| shortfall.reason.code.id().to_owned()),
        }
    }

    fn alternative(&self, alternative: &found::Instead) -> Alternative {
        let (people, matters) = match &alternative.measure {
            Some(Means::Recall(people)) => (&people[..], &[][..]),
            Some(Means::HandOver(matters)) => (&[][..], &matters[..]),
            _ => (&[][..], &[][..]),
        };
        Alternative {
            measure: alternative.measure.as_ref().map_or("hire", Means::id).to_owned(),
            people: people.iter().map(|person| self.unit[*person].id.clone()).collect(),
            matters: matters.iter().map(|matter| self.unit[*matter].id.clone()).collect(),
            heads: alternative.heads.map(heads),
            yearly: alternative.heads.and_then(|_| self.cost(alternative.yearly)),
        }
    }
}

fn months(months: &[Month]) -> Vec<String> {
    months.iter().map(Month::to_string).collect()
}

const fn heads(heads: Staff) -> Heads {
    Heads { established: heads.established, contract: heads.contract }
}

fn need(interval: &Interval) -> Need {
    Need {
        from: interval.month.to_string(),
        until: interval.until.to_string(),
        vacancies: interval.vacancies,
        mixes: interval.front.least.iter().map(|mix| heads(*mix)).collect(),
        proven: interval.front.proven,
    }
}

fn other_authorised(other: &found::OtherAuthorised) -> OtherAuthorised {
    OtherAuthorised {
        authorised: Number(other.authorised),
        source: other.source.clone(),
        heads: heads(other.heads),
        missed_months: other.missed,
    }
}
