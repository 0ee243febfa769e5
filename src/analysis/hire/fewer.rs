//! Why one person fewer is not enough: the first month that breaks, its first matter, and the reason.

use super::answer::{HiringPlan, OneFewer, PlannedHire};
use super::newcomers::Newcomers;
use super::search::{Found, Search};
use crate::analysis::plan::reasons;
use crate::analysis::{AssessError, planned};
use crate::model::{Employment, MatterIx, Staff};
use crate::units::Month;

/// The smallest plan without one of its people, for each employment that it hires.
pub(super) fn fewer(search: &Search<'_>, found: &Found, smallest: &HiringPlan) -> Result<Vec<OneFewer>, AssessError> {
    let mut reasons = Vec::new();
    for employment in Employment::ALL {
        let all = smallest.heads();
        if all.of(employment) > 0
            && let Some((month, left)) = first_break(search, found, smallest, all.less(Staff::of_kind(employment, 1)))?
        {
            reasons.push(reason(search, employment, month, left)?);
        }
    }
    Ok(reasons)
}

/// The first month in which the plan holds and so many people at most do not.
fn first_break(
    search: &Search<'_>,
    found: &Found,
    plan: &HiringPlan,
    most: Staff,
) -> Result<Option<(Month, Newcomers)>, AssessError> {
    let Some(first) = search.able_from else { return Ok(None) };
    let targets = &search.wanted.targets;
    for month in super::timing::each_month(first, search.until).filter(|month| !plan.missed.contains(month)) {
        let batches = plan.hires.iter().map(PlannedHire::batch);
        let left = Newcomers::at(&search.recruitment, batches, month).at_most(most);
        let here = found.intervals.iter().find(|interval| (interval.month..=interval.until).contains(&month));
        let Some(interval) = here else { return Ok(None) };
        if !search.enough(targets, interval, left)? {
            return Ok(Some((month, left)));
        }
    }
    Ok(None)
}

fn reason(search: &Search<'_>, employment: Employment, month: Month, left: Newcomers) -> Result<OneFewer, AssessError> {
    let unit = left.joined(&search.stop_at(month).unit, &search.recruitment);
    let plan = planned(&unit, search.settings)?;
    let targets = &search.wanted.targets;
    let misses = |matter: MatterIx| !targets.holds_in(&unit, &plan, unit[matter].tier);
    let shortfalls = reasons::shortfalls(&unit, &plan, search.settings)?;
    let shortfall = shortfalls.into_iter().find(|shortfall| misses(shortfall.matter));
    Ok(OneFewer { employment, month, shortfall })
}
