//! How far a matter is served, in one word.

use super::{MatterIx, Plan, Unit};
use crate::units::Share;
use crate::word::words;
use rust_decimal::Decimal;

words! {
    /// How far a matter is served.
    pub enum ServiceStatus {
        /// Level ≥ 0.999.
        Full = "full",
        /// In between.
        Slowed = "slowed",
        /// Level ≤ 0.001 (停摆).
        Stalled = "stalled",
        /// Below full in this plan, and it is not proven how far it can be served: the search was not finished (未定).
        Unknown = "unknown",
    }
}

/// The status of a service level that is proven, at the six places that reports show,
/// so that the rounding of an engine never turns 0.999 into slowed.
impl From<Share> for ServiceStatus {
    fn from(level: Share) -> Self {
        let level = level.round(6).value();
        if level >= Decimal::new(999, 3) {
            Self::Full
        } else if level <= Decimal::new(1, 3) {
            Self::Stalled
        } else {
            Self::Slowed
        }
    }
}

impl Plan {
    /// How far a matter is served in this plan, whether or not it could be served further.
    #[must_use]
    pub fn status_of(&self, unit: &Unit, matter: MatterIx) -> ServiceStatus {
        self.level(unit, matter).into()
    }

    /// How far a matter can be served. Full service is its own proof; less is one only where the search was finished.
    #[must_use]
    pub fn proven_status(&self, unit: &Unit, matter: MatterIx) -> ServiceStatus {
        let status = self.status_of(unit, matter);
        if status == ServiceStatus::Full || self.proves(unit[matter].tier) { status } else { ServiceStatus::Unknown }
    }
}
