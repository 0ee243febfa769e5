//! How many people there are of each employment.

use super::{Employment, Person, Rank, SectionIx, Unit};
use schemars::JsonSchema;
use serde::Serialize;

/// People by employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, JsonSchema)]
pub struct Staff {
    /// In the establishment (在编).
    pub established: u32,
    /// On contract (合同工).
    pub contract: u32,
}

impl Staff {
    /// So many people of an employment.
    #[must_use]
    pub const fn of_kind(employment: Employment, count: u32) -> Self {
        match employment {
            Employment::Established => Self { established: count, contract: 0 },
            Employment::Contract => Self { established: 0, contract: count },
        }
    }

    /// Who is present, leaders left out: everyone, or those of one home section.
    #[must_use]
    pub fn present(unit: &Unit, section: Option<SectionIx>) -> Self {
        let here = |person: &Person| section.is_none_or(|section| person.home == Some(section));
        let people = unit.present().map(|(_, person)| person).filter(|p| p.rank != Rank::Leader && here(p));
        people.fold(Self::default(), |staff, person| staff.and(Self::of_kind(person.employment, 1)))
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

    /// Whether there are no more of either than others are.
    #[must_use]
    pub const fn fits_in(self, other: Self) -> bool {
        self.established <= other.established && self.contract <= other.contract
    }

    /// These without others; none rather than less than none.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self {
            established: self.established.saturating_sub(other.established),
            contract: self.contract.saturating_sub(other.contract),
        }
    }

    /// These and others.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { established: self.established + other.established, contract: self.contract + other.contract }
    }
}
