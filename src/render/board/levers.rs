//! What may be moved.

use crate::render::line::Line;

/// What may be moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levers {
    /// The sections.
    pub sections: Vec<Choice>,
    /// Whoever is there.
    pub people: Vec<Choice>,
    /// The months ahead, that which stands first.
    pub months: Vec<Choice>,
    /// Audits that may be demanded, each alone or all together.
    pub audits: Vec<Demand>,
    /// Rules, each with what it may be set to.
    pub rules: Vec<Rule>,
    /// How long an answer to them may take.
    pub seconds: u64,
}

/// One of several values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent; empty: as it is.
    pub value: String,
    /// What is read.
    pub name: Line,
}

/// A month in which staffing changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The month.
    pub value: String,
    /// Months from the first.
    pub at: u32,
    /// The month, what happens and what newly stalls.
    pub name: Line,
    /// Whether anything newly stalls.
    pub stalls: bool,
}

/// Matters that may be demanded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// Their ids, set apart by spaces.
    pub ids: String,
    /// Their names.
    pub name: Line,
    /// Cases that arrive at the largest of them.
    pub most: u32,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The id.
    pub id: &'static str,
    /// The name.
    pub name: Line,
    /// What it rests on.
    pub basis: Line,
    /// What it may be set to; what it is set to first.
    pub settings: Vec<Choice>,
}
