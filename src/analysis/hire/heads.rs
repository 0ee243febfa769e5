//! How many newcomers there are of each employment.

use crate::model::Employment;

/// Newcomers by employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Heads {
    /// In the establishment.
    pub established: u32,
    /// On contract.
    pub contract: u32,
}

impl Heads {
    /// So many people of an employment.
    #[must_use]
    pub const fn of_kind(employment: Employment, count: u32) -> Self {
        match employment {
            Employment::Established => Self { established: count, contract: 0 },
            Employment::Contract => Self { established: 0, contract: count },
        }
    }

    /// Those of an employment.
    #[must_use]
    pub const fn of(self, employment: Employment) -> u32 {
        match employment {
            Employment::Established => self.established,
            Employment::Contract => self.contract,
        }
    }

    /// All together.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.established + self.contract
    }

    pub(super) const fn fits_in(self, other: Self) -> bool {
        self.established <= other.established && self.contract <= other.contract
    }

    /// These without others; none rather than less than none.
    pub(super) const fn less(self, other: Self) -> Self {
        Self {
            established: self.established.saturating_sub(other.established),
            contract: self.contract.saturating_sub(other.contract),
        }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self { established: self.established + other.established, contract: self.contract + other.contract }
    }
}
