//! What a section has to do and with whom, as bare numbers: sections of equal numbers have equal answers.

/// The work of one matter at one post.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Load {
    /// Index among the matters of the section.
    pub(super) matter: usize,
    /// What one person doing all of its cases would work, in the units of the hours.
    pub(super) alone: i128,
    /// Different people needed on one case.
    pub(super) people: u32,
    /// Holders without which the matter may not be open.
    pub(super) least: u32,
}

/// A post over which matters flow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Desk {
    pub(super) loads: Vec<Load>,
    /// Holders with which the post counts as backed; 0 where nobody asks.
    pub(super) backed: u32,
}

/// People of the same rights and hours, as one section sees them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hands {
    /// Hours of each.
    pub(super) hours: i128,
    /// Which of the seats each of them may take.
    pub(super) seats: Vec<bool>,
    /// How many of them there can be.
    pub(super) most: u8,
}

/// Posts and who may hold them: what a section is before anything is asked of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    pub(super) desks: Vec<Desk>,
    /// Sets of desks that one person may hold together, none of them part of another.
    pub(super) seats: Vec<Vec<bool>>,
    /// Whether nobody may meet a case at two desks, though they may hold both.
    pub(super) apart: bool,
    pub(super) hands: Vec<Hands>,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Section {
    pub(super) frame: Frame,
    /// Of each of the hands, how many have their home here; `None` where nobody asks who moves.
    pub(super) homes: Vec<Option<u8>>,
    /// What each matter must reach, in [`FLOOR`]ths.
    pub(super) floors: Vec<i128>,
    /// Objectives in order: weights of the matters, in [`WEIGHT`]ths.
    pub(super) objectives: Vec<Vec<i128>>,
}

/// Weights are whole numbers of millionths.
pub(super) const WEIGHT: i128 = 1_000_000;

/// Floors are whole numbers of 10⁻⁹, like the levels of a plan.
pub(super) const FLOOR: i128 = 1_000_000_000;

/// Sums and levels are counted in units of 10⁻¹²: far below what a report shows, and sums stay whole numbers.
pub(super) const UNIT: i128 = 1_000_000_000_000;
