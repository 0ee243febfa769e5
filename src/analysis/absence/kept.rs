//! The unit whose work is what a plan does, and what is lost of that.

use super::Loss;
use crate::model::{Matter, MatterIx, Plan, ServiceStatus, Unit};
use crate::units::{Cases, Share, round_half_up};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How much of what a plan does of each matter is done, 0 to 1.
pub(super) type Levels = BTreeMap<MatterIx, Share>;

/// The unit to which nothing arrives but what a plan does, so that full service is all of that and nothing is lost by
/// doing other things instead. A matter weighs what it serves in the plan: sums of service stay what they are.
///
/// What `cover` demands beyond the people of a case, it demands for days like these: while people are away it is 1.
pub(super) fn as_planned(unit: &Unit, plan: &Plan) -> Unit {
    let mut kept = unit.clone();
    kept.rules.cover = 1;
    // No plan of it is shown with what its numbers rest on.
    kept.inputs.clear();
    for (ix, matter) in unit.matters() {
        let level = plan.level(unit, ix);
        if plan.status_of(unit, ix) == ServiceStatus::Stalled {
            kept.matters[ix.0].arriving = Cases::ZERO;
        } else if !is_bound_otherwise(unit, plan, ix, matter) {
            let weight = round_half_up(matter.weight.value() * level.value(), 6).max(Decimal::new(1, 6));
            let own = &mut kept.matters[ix.0];
            (own.arriving, own.weight) = (plan.done[ix.0], Share::new(weight));
        }
    }
    kept
}

/// Whether a matter and another that bounds it, or that it bounds, are served to different parts. They are compared by
/// the parts of what arrives, so that has to stay.
fn is_bound_otherwise(unit: &Unit, plan: &Plan, ix: MatterIx, matter: &Matter) -> bool {
    let others =
        unit.matters().filter(|(other, of)| matter.bounds().any(|b| b == *other) || of.bounds().any(|b| b == ix));
    let mut levels = others.map(|(other, _)| plan.level(unit, other));
    levels.any(|level| level != plan.level(unit, ix))
}

/// What is lost against a plan where each matter has such a part of what `kept` asks for, in order of tier.
pub(super) fn losses(unit: &Unit, plan: &Plan, kept: &Unit, levels: &Levels) -> Vec<Loss> {
    let days = Decimal::from(unit.calendar.working_days(unit.year));
    let loss = |(ix, level): (&MatterIx, &Share)| {
        let done = kept[*ix].arriving * *level;
        let (before, after) = (plan.level(unit, *ix), done.share_of(unit[*ix].arriving));
        let share = after.value().checked_div(before.value()).unwrap_or(Decimal::ONE);
        let status = ServiceStatus::from(Share::new(share));
        let lost = (plan.done[ix.0] - done).value().checked_div(days).unwrap_or_default();
        let after = after.round(6);
        (status != ServiceStatus::Full).then_some(Loss { matter: *ix, before, after, status, cases_a_day: lost })
    };
    let mut losses: Vec<Loss> = levels.iter().filter_map(loss).collect();
    losses.sort_by_key(|loss| (unit[loss.matter].tier, loss.matter));
    losses
}
