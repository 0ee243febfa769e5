//! Matters of a tier that change places: what some of them lose the others gain, so that no less is done.

use super::EQUAL_SERVICE;
use crate::model::{MatterIx, TierIx, Unit};
use crate::units::Share;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The tiers of which some matter is served less than before and all together are not, given every matter that is
/// served otherwise with its level before and now. Which of them gives way is then no loss of hands: where they count
/// alike, the plan chose it.
#[must_use]
pub fn exchanged(unit: &Unit, moved: impl IntoIterator<Item = (MatterIx, Share, Share)>) -> BTreeSet<TierIx> {
    let mut tiers: BTreeMap<TierIx, (Decimal, bool)> = BTreeMap::new();
    for (matter, from, to) in moved {
        let (gain, has_loss) = tiers.entry(unit[matter].tier).or_default();
        *gain += to.value() - from.value();
        *has_loss |= to.value() < from.value() - EQUAL_SERVICE;
    }
    tiers
        .into_iter()
        .filter(|(_, (gain, has_loss))| *has_loss && *gain >= -EQUAL_SERVICE)
        .map(|(tier, _)| tier)
        .collect()
}
