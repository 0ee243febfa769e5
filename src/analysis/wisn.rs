//! WISN (Workload Indicators of Staffing Need, WHO): how many people the work takes by its hours alone.

use crate::units::{Hours, Share};
use rust_decimal::Decimal;

/// The hours of one group of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workload {
    /// Available working time of one person in a year; positive.
    pub available: Hours,
    /// Hours that the cases of a year take.
    pub service: Hours,
    /// Share of everyone's time that goes into other work, less than 1.
    pub support: Share,
    /// Hours of other work that only some of them do, of all of them together.
    pub individual: Hours,
}

impl Workload {
    /// People for the cases alone: hours of service / available working time.
    #[must_use]
    pub fn service_staff(&self) -> Decimal {
        self.service.value().checked_div(self.available.value()).unwrap_or_default()
    }

    /// Category allowance factor: CAF = 1 / (1 − share of support).
    #[must_use]
    pub fn category_factor(&self) -> Decimal {
        Decimal::ONE.checked_div(Decimal::ONE - self.support.value()).unwrap_or_default()
    }

    /// Individual allowance factor, in people: IAF = individual hours / available working time.
    #[must_use]
    pub fn individual_staff(&self) -> Decimal {
        self.individual.value().checked_div(self.available.value()).unwrap_or_default()
    }

    /// People in all: service × CAF + IAF.
    #[must_use]
    pub fn required(&self) -> Decimal {
        self.service_staff() * self.category_factor() + self.individual_staff()
    }
}
