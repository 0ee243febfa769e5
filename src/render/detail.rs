//! How much of its long lists a document holds.

/// How much of the long lists a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// For a screen: matters in full service are counted by section, rules are named.
    Folded,
    /// For a file: every matter in a row of its own, every rule with its meaning.
    Full,
    /// For a workbook or a page, where nobody must scroll past it: also every number of the input, and the roster.
    Annexed,
}
