//! Why one person fewer is not enough: the first month that breaks, its first matter, and the reason.

use super::answer::{HiringPlan, OneFewer, PlannedHire};
use super::front::joined;
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
            && let Some((month, heads)) = first_break(search, found, smallest, all.less(Staff::of_kind(employment, 1)))
        {
            reasons.push(reason(search, employment, month, heads)?);
        }
    }
    Ok(reasons)
}

/// The first month in which the plan holds and so many people at most do not.
fn first_break(search: &Search<'_>, found: &Found, plan: &HiringPlan, most: Staff) -> Option<(Month, Staff)> {
    let first = *search.intakes.first()?;
    let months = super::timing::each_month(first, search.until).filter(|month| !plan.missed.contains(month));
    months.into_iter().find_map(|month| {
        let begun = plan.hires.iter().filter(|planned| planned.hire.month <= month);
        let heads = begun.map(PlannedHire::heads).fold(Staff::default(), Staff::and);
        let left =
            Staff { established: heads.established.min(most.established), contract: heads.contract.min(most.contract) };
        let interval = found.intervals.iter().find(|interval| (interval.month..=interval.until).contains(&month))?;
        (!interval.front.admits(left)).then_some((month, left))
    })
}

fn reason(search: &Search<'_>, employment: Employment, month: Month, heads: Staff) -> Result<OneFewer, AssessError> {
    let unit = joined(&search.stop_at(month).unit, heads);
    let plan = planned(&unit, search.settings)?;
    let targets = &search.wanted.targets;
    let misses = |matter: MatterIx| !targets.holds_in(&unit, &plan, unit[matter].tier);
    let shortfalls = reasons::shortfalls(&unit, &plan, search.settings)?;
    let shortfall = shortfalls.into_iter().find(|shortfall| misses(shortfall.matter));
    Ok(OneFewer { employment, month, shortfall })
}
