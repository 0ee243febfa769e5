//! The years ahead: every month in which staffing changes is planned anew, and every figure comes from a checked plan.

mod between;
mod forecast;
mod outlook;

pub use forecast::forecast;
pub use outlook::{Band, Forecast, Outlook, Point, Projection, YearForecast};

use super::ServiceStatus::{Full, Slowed, Stalled};
use super::{AssessError, ServiceStatus, Steps, exchanged, planned};
use crate::model::{Event, MatterIx, PersonIx, Plan, RetirementPolicy, SectionIx, Unit};
use crate::optimise::Settings;
use crate::units::Month;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// The `years` from the unit's month on: under `policy`, and under every other policy beside it.
///
/// # Errors
/// See [`AssessError`].
pub fn project(
    unit: &Unit,
    years: u32,
    policy: RetirementPolicy,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Outlook, AssessError> {
    let from = unit.as_of;
    let until = last_month(from, years);
    let courses: Vec<Course> = RetirementPolicy::ALL.iter().map(|p| Course::new(unit, *p, from, until)).collect();
    let mut staffings: BTreeMap<Staffing, &Unit> = BTreeMap::new();
    for stop in courses.iter().flat_map(|course| &course.stops) {
        staffings.entry(staffing(&stop.unit)).or_insert(&stop.unit);
    }
    let settings = Settings { export: None, ..settings.clone() };
    let plans = solve_all(&staffings, steps, |unit| planned(unit, &settings))?;
    let policies: Vec<Projection> = courses.iter().map(|course| course.projection(&plans)).collect();
    let chosen = policies.iter().find(|p| p.policy == policy).cloned();
    Ok(Outlook {
        from,
        until,
        chosen: chosen.unwrap_or(Projection { policy, points: Vec::new() }),
        policies,
        away_throughout: unit.away_throughout(),
        away_without_end: unit.away_without_end(),
        stated_retirements: unit.stated.retirements.as_ref().map(|stated| stated.value),
    })
}

/// The `years` as [`project`] has them, under one policy and no other, and the last of their months. Of the plan of every
/// staffing only the levels count.
pub(super) fn course(
    unit: &Unit,
    years: u32,
    policy: RetirementPolicy,
    levels: impl Fn(&Unit) -> Result<Plan, AssessError> + Sync,
) -> Result<(Projection, Month), AssessError> {
    let until = last_month(unit.as_of, years);
    let course = Course::new(unit, policy, unit.as_of, until);
    let cases: BTreeMap<Staffing, &Unit> = course.stops.iter().map(|stop| (staffing(&stop.unit), &stop.unit)).collect();
    let plans = solve_all(&cases, &mut (), |unit| levels(unit))?;
    Ok((course.projection(&plans), until))
}

/// What the years ahead make stall next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ahead {
    /// Nothing that does not stall already.
    Nothing,
    /// Matters that do not stall yet, from a month on.
    Stalls(Month, Vec<MatterIx>),
    /// The search was not finished.
    Unknown,
}

impl Ahead {
    /// What newly stalls at a point.
    #[must_use]
    pub fn of(point: &Point) -> Self {
        Self::Stalls(point.month, point.new_stalls().collect())
    }
}

/// What stalls next within the `years` as [`project`] has it, planned change by change and no further.
pub(super) fn next_stall(
    unit: &Unit,
    years: u32,
    policy: RetirementPolicy,
    settings: &Settings,
) -> Result<Ahead, AssessError> {
    let course = Course::new(unit, policy, unit.as_of, last_month(unit.as_of, years));
    let mut last: Option<Point> = None;
    for stop in &course.stops {
        let plan = planned(&stop.unit, settings)?;
        if !unit.tiers().all(|(tier, _)| plan.proves(tier)) {
            return Ok(Ahead::Unknown);
        }
        let found = point(stop, &plan, last.as_ref());
        if found.new_stalls().next().is_some() {
            return Ok(Ahead::of(&found));
        }
        last = Some(found);
    }
    Ok(Ahead::Nothing)
}

/// The last of so many years that begin with a month.
#[must_use]
pub fn last_month(from: Month, years: u32) -> Month {
    from.plus(i32::try_from(years).unwrap_or(i32::MAX / 12).saturating_mul(12) - 1)
}

/// The people present, their homes, and whether they are new to the work; two units of one projection with the same staffing have the same plan.
pub(super) type Staffing = BTreeSet<(PersonIx, Option<SectionIx>, bool)>;

pub(super) fn staffing(unit: &Unit) -> Staffing {
    unit.present().map(|(ix, person)| (ix, person.home, person.terms.learning.is_some())).collect()
}

/// Solves every distinct case once, side by side; the result does not depend on the number of processors.
pub(super) fn solve_all<K: Ord + Clone + Send + Sync, U: Sync, T: Send>(
    cases: &BTreeMap<K, U>,
    steps: &mut dyn Steps,
    solve: impl Fn(&U) -> Result<T, AssessError> + Sync,
) -> Result<BTreeMap<K, T>, AssessError> {
    steps.begin(cases.len());
    let steps = Mutex::new(steps);
    let cases: Vec<(&K, &U)> = cases.iter().collect();
    cases
        .into_par_iter()
        .map(|(key, case)| {
            let solved = solve(case)?;
            if let Ok(mut steps) = steps.lock() {
                steps.step();
            }
            Ok((key.clone(), solved))
        })
        .collect()
}

/// The units from one change of staffing to the next, under one policy.
pub(super) struct Course {
    policy: RetirementPolicy,
    pub(super) stops: Vec<Stop>,
}

/// The unit from a month on.
pub(super) struct Stop {
    pub(super) month: Month,
    pub(super) events: Vec<Event>,
    pub(super) unit: Unit,
}

impl Course {
    pub(super) fn new(unit: &Unit, policy: RetirementPolicy, from: Month, until: Month) -> Self {
        let mut events: BTreeMap<Month, Vec<Event>> = BTreeMap::from([(from, Vec::new())]);
        for (month, some) in unit.events(policy, until) {
            events.entry(month.max(from)).or_default().extend(some);
        }
        let mut unit = unit.clone();
        let mut stops = Vec::new();
        for (month, mut events) in events {
            events.sort();
            unit.as_of = month;
            for event in &events {
                unit.apply(event);
            }
            stops.push(Stop { month, events, unit: unit.clone() });
        }
        Self { policy, stops }
    }

    pub(super) fn projection(&self, plans: &BTreeMap<Staffing, Plan>) -> Projection {
        let mut points: Vec<Point> = Vec::new();
        for stop in &self.stops {
            // Every staffing of every course was solved.
            let Some(plan) = plans.get(&staffing(&stop.unit)) else { continue };
            points.push(point(stop, plan, points.last()));
        }
        Projection { policy: self.policy, points }
    }
}

fn point(stop: &Stop, plan: &Plan, before: Option<&Point>) -> Point {
    let unit = &stop.unit;
    let levels: Vec<_> = unit.matters().map(|(ix, _)| plan.level(unit, ix)).collect();
    let changed = |is: &dyn Fn(ServiceStatus, ServiceStatus) -> bool| -> Vec<MatterIx> {
        let Some(before) = before else { return Vec::new() };
        let matters = unit.matters().map(|(ix, _)| ix);
        matters.filter(|ix| is(before.status_of(*ix), plan.status_of(unit, *ix))).collect()
    };
    let moved = before.iter().flat_map(|before| before.levels.iter().zip(&levels).enumerate());
    let tiers = exchanged(unit, moved.map(|(i, (from, to))| (MatterIx(i), *from, *to)));
    let newly_stalled = changed(&|was, is| was != Stalled && is == Stalled);
    Point {
        month: stop.month,
        events: stop.events.clone(),
        headcount: unit.headcount(),
        vacancies: unit.vacancies(),
        service: plan.service(unit),
        exchanged: newly_stalled.iter().copied().filter(|matter| tiers.contains(&unit[*matter].tier)).collect(),
        newly_stalled,
        newly_slowed: changed(&|was, is| was == Full && is == Slowed),
        recovered: changed(&|was, is| was != Full && is == Full),
        levels,
        status: plan.status,
    }
}
