//! Matters of a tier that change places: what some of them lose the others gain, so that no less is done.

use super::EQUAL_SERVICE;
use crate::model::{MatterIx, TierIx, Unit};
use crate::units::Share;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The tiers of which some matter is served less than before and all together are not, whether by levels or by what
/// they count for, given every matter that is served otherwise with its level before and now. Which of them gives way is
/// then no loss of hands: the plan chose it.
#[must_use]
pub fn exchanged(unit: &Unit, moved: impl IntoIterator<Item = (MatterIx, Share, Share)>) -> BTreeSet<TierIx> {
    let mut tiers: BTreeMap<TierIx, Moved> = BTreeMap::new();
    for (matter, from, to) in moved {
        let tier = tiers.entry(unit[matter].tier).or_default();
        let gain = to.value() - from.value();
        tier.levels += gain;
        tier.weighted += gain * unit[matter].weight.value();
        tier.has_loss |= gain < -EQUAL_SERVICE;
    }
    let exchanges = |tier: &Moved| tier.has_loss && tier.levels.min(tier.weighted) >= -EQUAL_SERVICE;
    tiers.into_iter().filter(|(_, tier)| exchanges(tier)).map(|(tier, _)| tier).collect()
}

/// What a tier gained in all, and whether any of its matters lost.
#[derive(Default)]
struct Moved {
    levels: Decimal,
    weighted: Decimal,
    has_loss: bool,
}
