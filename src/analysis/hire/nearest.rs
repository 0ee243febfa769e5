//! Where targets cannot be reached: the nearest that can.

use super::aim::Aim;
use super::answer::Nearest;
use super::search::{Found, Search};
use super::targets::Targets;
use crate::analysis::{AssessError, Steps};
use crate::units::Share;
use rust_decimal::Decimal;

/// From the last tier to the first: nothing asked of the tiers after it, and of the tier itself the greatest whole per
/// cent that can be reached in every month from the first intake on. `None` when nobody can ever begin.
pub(super) fn nearest(search: &Search<'_>, steps: &mut dyn Steps) -> Result<Option<Nearest>, AssessError> {
    let asked = &search.wanted.targets;
    for tier in (0..search.unit.tiers.len()).rev() {
        let mut reach = |percent: u32| reached(search, asked, tier, percent, &mut *steps);
        let Some(mut best) = reach(0)? else { continue };
        let (mut low, mut high) = (0, 100);
        while high - low > 1 {
            let middle = u32::midpoint(low, high);
            match reach(middle)? {
                Some(found) => (low, best) = (middle, found),
                None => high = middle,
            }
        }
        let (targets, found) = best;
        let Some(walk) = found.walks.get(&Aim::Smallest) else { return Ok(None) };
        let plan = search.placed(&targets, &found.intervals, walk, vec![Aim::Smallest], steps)?;
        return Ok(Some(Nearest { targets, plan }));
    }
    Ok(None)
}

/// What a search finds with a tier at a percentage, if that can be reached and no more is asked than before.
fn reached(
    search: &Search<'_>,
    asked: &Targets,
    tier: usize,
    percent: u32,
    steps: &mut dyn Steps,
) -> Result<Option<(Targets, Found)>, AssessError> {
    let share = Share::new(Decimal::new(i64::from(percent), 2));
    if share > asked.of(crate::model::TierIx(tier)) {
        return Ok(None);
    }
    let targets = asked.lowered(tier, share);
    let found = search.run(&targets, steps)?;
    let holds = found.walks.get(&Aim::Smallest).is_some_and(|walk| walk.missed.is_empty());
    Ok((holds && !search.intakes.is_empty()).then_some((targets, found)))
}
