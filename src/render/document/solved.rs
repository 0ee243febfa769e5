//! Answers worked out beforehand, among which a reader chooses by levers.

use super::Note;
use crate::render::line::Line;

/// A table of answers with four levers: two counts from none to `most`, a rule and a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// What a reader may do here.
    pub title: Line,
    /// What the two counts count.
    pub counts: [Line; 2],
    /// The most of either.
    pub most: u32,
    /// What the rule may be, under its head.
    pub rules: (Line, Vec<Line>),
    /// The months, under their head.
    pub months: (Line, Vec<Line>),
    /// The answers, each once.
    pub answers: Vec<Note>,
    /// Which of them, rule by rule, month by month, first count by first, second by second.
    pub cells: Vec<usize>,
    /// That every one of them was worked out, and how.
    pub proof: Line,
}
