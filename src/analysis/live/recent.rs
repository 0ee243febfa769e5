//! What was last worked out about units, so that a state that comes back costs nothing.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Answers that are kept of each kind; the oldest are forgotten.
const MOST: usize = 24;

/// Answers by the whole of what they are about: whatever differs in it is another question.
#[derive(Debug)]
pub(super) struct Recent<Q, T>(Mutex<VecDeque<(Q, T)>>);

impl<Q, T> Default for Recent<Q, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Q: PartialEq + Clone, T: Clone> Recent<Q, T> {
    /// The answer to a question, if it is kept.
    pub(super) fn of(&self, question: &Q) -> Option<T> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().rev().find(|(other, _)| other == question).map(|(_, answer)| answer.clone())
    }

    /// Keeps the answer to a question.
    pub(super) fn keep(&self, question: &Q, answer: &T) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(other, _)| other != question);
        if known.len() >= MOST {
            known.pop_front();
        }
        known.push_back((question.clone(), answer.clone()));
    }
}
