//! Kinds of employment beside the two built-in ones: trainees, public-welfare posts, agency staff.

use super::{ContractRule, Employment, Unit};

/// Index of a kind in [`super::Unit::kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindIx(pub usize);

/// A kind of employment (用工类别). The scenario names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmploymentKind {
    /// Stable id.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Name shown in English, if it has one of its own.
    pub name_en: Option<String>,
    /// Whether its people are in the establishment; who is not leaves only in a month of their own.
    pub employment: Employment,
    /// What its people may do, instead of what the rule on contract staff says.
    pub may: ContractRule,
}

impl Unit {
    /// How many people of each kind are here, in the order of the scenario; kinds of which nobody is here left out.
    #[must_use]
    pub fn present_by_kind(&self) -> Vec<(KindIx, usize)> {
        let count = |kind: KindIx| self.present().filter(|(_, person)| person.terms.kind == Some(kind)).count();
        let kinds = (0..self.kinds.len()).map(|at| (KindIx(at), count(KindIx(at))));
        kinds.filter(|(_, people)| *people > 0).collect()
    }
}
