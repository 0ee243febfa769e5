//! Where a number comes from, and what to do when two sources disagree.

use crate::word::words;
use rust_decimal::Decimal;

words! {
    /// What a number rests on. What names no basis is an assumption.
    pub enum Basis {
        /// Stated in a document of the unit.
        Document = "document",
        /// Fixed by a legal text that was seen.
        Law = "law",
        /// Counted or timed by the unit.
        Measured = "measured",
        /// A choice of the unit or of the planner, to be confirmed.
        Policy = "policy",
        /// Nobody has confirmed it.
        Assumption = "assumption",
    }
}

/// A value with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
    /// Section of the document, article of the law, or who decided.
    pub source: Option<String>,
}

impl<T> Sourced<T> {
    /// The same origin with another form of the value.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced { value: form(self.value), basis: self.basis, source: self.source }
    }
}

/// One number of the scenario, for the account of how much of the input is assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it stands in the scenario: `matter.transfers.rate`, `roster.编01.work_since`.
    pub path: String,
    /// The value as written.
    pub value: String,
    /// What it rests on.
    pub basis: Basis,
    /// Section, article or decision.
    pub source: Option<String>,
}

/// Two or more sources give different values for one thing (口径不一).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Stable id.
    pub id: String,
    /// What the sources disagree about.
    pub topic: String,
    /// The values, in the order of the scenario.
    pub values: Vec<ConflictValue>,
    /// Index into `values` of the one in use.
    pub used: usize,
    /// What the number is in the model, if anything is computed from it.
    pub target: Option<ConflictTarget>,
    /// Why the used value was taken and what depends on it, in the scenario's own words.
    pub note: Option<String>,
}

/// One of the values of a [`Conflict`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictValue {
    /// The number.
    pub value: Decimal,
    /// What it rests on.
    pub basis: Basis,
    /// Where it is stated.
    pub source: String,
}

/// What a conflicting number feeds in the model, so that the other values can be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConflictTarget {
    /// The authorised posts; moves the vacancies, never the plan.
    Authorised,
    /// The people on the books, as stated; compared with the roster.
    OnBooks,
    /// The established people on duty, as stated; compared with the roster.
    OnDuty,
    /// The contract workers, as stated; compared with the roster.
    Contract,
    /// A driver of volumes; moves the volume of every matter with that driver.
    Driver(String),
}

impl ConflictTarget {
    /// The headcounts of a unit's papers by their ids.
    pub const HEADCOUNTS: [(&str, Self); 4] = [
        ("authorised", Self::Authorised),
        ("on_books", Self::OnBooks),
        ("on_duty", Self::OnDuty),
        ("contract", Self::Contract),
    ];
}
