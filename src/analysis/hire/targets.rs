//! What service a hiring plan is to reach.

use crate::analysis::ServiceStatus;
use crate::model::{MatterIx, Plan, TierIx, Unit};
use crate::optimise::Promise;
use crate::units::Share;
use rust_decimal::Decimal;

/// A share of every tier's service: the weighted sum of its service levels as a share of what full service comes to.
/// Zero: nothing is asked of the tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets(Vec<Share>);

impl Targets {
    /// Full service of every tier.
    #[must_use]
    pub fn full(unit: &Unit) -> Self {
        Self(vec![Share::ONE; unit.tiers.len()])
    }

    /// Shares in order of the tiers. `None` when something is asked of a tier that comes after one that need not be
    /// full: tiers are served in order, so what the first leaves undone the second never gets.
    #[must_use]
    pub fn new(shares: Vec<Share>) -> Option<Self> {
        let after_partial = shares.iter().skip_while(|share| **share >= Share::ONE).skip(1);
        after_partial.copied().all(|share| share == Share::ZERO).then_some(Self(shares))
    }

    /// The share asked of a tier.
    #[must_use]
    pub fn of(&self, tier: TierIx) -> Share {
        self.0.get(tier.0).copied().unwrap_or_default()
    }

    /// The same with everything from a tier on lowered: this share of the tier, nothing of those after it.
    pub(super) fn lowered(&self, tier: usize, share: Share) -> Self {
        let lowered = |(i, asked): (usize, &Share)| match i.cmp(&tier) {
            std::cmp::Ordering::Less => *asked,
            std::cmp::Ordering::Equal => share,
            std::cmp::Ordering::Greater => Share::ZERO,
        };
        Self(self.0.iter().enumerate().map(lowered).collect())
    }

    /// The tiers of which something is asked.
    pub(super) fn tiers(&self) -> impl Iterator<Item = (TierIx, Share)> + use<'_> {
        let tiers = self.0.iter().enumerate().map(|(i, share)| (TierIx(i), *share));
        tiers.filter(|(_, share)| *share > Share::ZERO)
    }

    /// The targets as the optimiser needs them.
    pub(super) fn promises(&self, unit: &Unit) -> Vec<Promise> {
        self.tiers().map(|(tier, share)| promise(unit, tier, share)).collect()
    }

    /// Whether a plan reaches a tier's target; by less than a thousandth nothing is missed.
    pub(super) fn holds_in(&self, unit: &Unit, plan: &Plan, tier: TierIx) -> bool {
        let share = self.of(tier);
        let Promise { matters, sum } = promise(unit, tier, share);
        if share >= Share::ONE {
            return matters.iter().all(|matter| plan.status_of(unit, *matter) == ServiceStatus::Full);
        }
        let reached: Decimal = matters.iter().map(|m| unit[*m].weight.value() * plan.level(unit, *m).value()).sum();
        reached + Decimal::new(1, 3) >= sum
    }

    /// Whether a plan reaches every target.
    pub(super) fn hold_in(&self, unit: &Unit, plan: &Plan) -> bool {
        self.tiers().all(|(tier, _)| self.holds_in(unit, plan, tier))
    }
}

fn promise(unit: &Unit, tier: TierIx, share: Share) -> Promise {
    let open = || unit.open_matters().filter(|(_, matter)| matter.tier == tier);
    let matters: Vec<MatterIx> = open().map(|(ix, _)| ix).collect();
    let whole: Decimal = open().map(|(_, matter)| matter.weight.value()).sum();
    Promise { matters, sum: whole * share.value() }
}
