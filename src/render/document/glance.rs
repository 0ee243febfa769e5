//! What a reader sees at a glance: figures, and questions with their answers.

use super::Note;
use crate::render::line::Line;

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub name: Line,
    /// The number with its unit, and how it is meant.
    pub value: Note,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question: Line,
    /// The answer, one or two sentences.
    pub answer: Note,
}

impl Figure {
    /// The figure in running text.
    #[must_use]
    pub fn told(&self) -> Note {
        Note::new(self.value.tone, format!("{} {}", self.name, self.value.text))
    }
}

impl Answer {
    /// Question and answer in running text.
    #[must_use]
    pub fn told(&self) -> Note {
        Note::new(self.answer.tone, format!("{} {}", self.question, self.answer.text))
    }
}
