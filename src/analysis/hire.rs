//! Whom to hire, and from when, so that the promised service holds in the years ahead.
//!
//! For every staffing of the projection the fewest newcomers are found (`front`), then the months in which they must
//! begin (`timing`), then their sections (`places`). What is shown was projected with the hires and checked.

mod aim;
mod alternatives;
mod answer;
mod fewer;
mod front;
mod nearest;
mod newcomers;
mod places;
mod search;
mod targets;
mod timing;

pub use aim::Aim;
pub use answer::{Hiring, HiringPlan, Instead, Means, Nearest, OneFewer, OtherAuthorised, PlannedHire, Relief, Terms};
pub use front::Front;
pub use targets::Targets;
pub use timing::Interval;

use super::{AssessError, Steps};
use crate::model::{RetirementPolicy, Unit};
use crate::optimise::Settings;
use crate::units::Money;
use search::{Found, Search};
use std::collections::BTreeMap;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Years from the unit's month on.
    pub years: u32,
    /// When people retire.
    pub policy: RetirementPolicy,
    /// What service is to be reached.
    pub targets: Targets,
    /// Holders that every post of an open matter needs; `None`: as the unit's rules have it.
    pub cover: Option<u32>,
    /// Most that newcomers may cost in a calendar year, at the highest reading of pay.
    pub budget: Option<Money>,
}

/// Searches for the smallest and the cheapest hiring plan.
///
/// # Errors
/// See [`AssessError`].
pub fn hire(unit: &Unit, wanted: &Wanted, settings: &Settings, steps: &mut dyn Steps) -> Result<Hiring, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let search = Search::new(unit, wanted, &settings);
    let found = search.run(&wanted.targets, steps)?;
    let without = search.without(steps)?;
    let plans = plans(&search, &wanted.targets, &found, steps)?;
    let is_reached = plans.first().is_some_and(|plan| plan.missed.is_empty());
    let nearest = if is_reached { None } else { nearest::nearest(&search, steps)? };
    let smallest = plans.iter().find(|plan| plan.aims.contains(&Aim::Smallest));
    let hardest = hardest(&found.intervals);
    Ok(Hiring {
        hardest: hardest.map_or(search.unit.as_of, |interval| interval.month),
        fewer: smallest.map_or(Ok(Vec::new()), |plan| fewer::fewer(&search, &found, plan))?,
        alternatives: hardest
            .map_or(Ok(Vec::new()), |at| alternatives::alternatives(&search, at, &found.intervals, &without, steps))?,
        other_authorised: alternatives::other_authorised(&search, &found.intervals)?,
        terms: Terms {
            from: search.unit.as_of,
            until: search.until,
            targets: wanted.targets.clone(),
            cover: search.unit.rules.cover,
            budget: wanted.budget,
            intakes: search.intakes.clone(),
            able_from: search.able_from,
            cycle: search.recruitment.cycle(),
            relief: Relief::of(&search.unit),
        },
        fewest: search.is_fewest(&found)?,
        intervals: found.intervals,
        without,
        waiting: found.waiting,
        plans,
        nearest,
    })
}

/// The first of the staffings that need most newcomers; one for which no number is enough needs most.
fn hardest(intervals: &[Interval]) -> Option<&Interval> {
    let need = |interval: &&Interval| interval.front.fewest().unwrap_or(u32::MAX);
    intervals.iter().rev().max_by_key(need)
}

/// The best plans, each once.
fn plans(
    search: &Search<'_>,
    targets: &Targets,
    found: &Found,
    steps: &mut dyn Steps,
) -> Result<Vec<HiringPlan>, AssessError> {
    let mut by_course: Vec<(&timing::Walk, Vec<Aim>)> = Vec::new();
    let walks: &BTreeMap<Aim, timing::Walk> = &found.walks;
    for (aim, walk) in walks {
        match by_course.iter_mut().find(|(known, _)| known.batches == walk.batches) {
            Some((_, aims)) => aims.push(*aim),
            None => by_course.push((walk, vec![*aim])),
        }
    }
    let placed = |(walk, aims)| search.placed(targets, &found.intervals, walk, aims, &mut *steps);
    by_course.into_iter().map(placed).collect()
}
