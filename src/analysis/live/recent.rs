//! What was last worked out about units, so that a state that comes back costs nothing.

use crate::model::Unit;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Units of which answers are kept; the oldest are forgotten.
const MOST: usize = 24;

/// Answers by the whole unit that they are about: whatever differs in it is another question.
#[derive(Debug)]
pub(super) struct Recent<T>(Mutex<VecDeque<(Unit, T)>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Recent<T> {
    /// The answer of a unit, if it is kept.
    pub(super) fn of(&self, unit: &Unit) -> Option<T> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().rev().find(|(other, _)| other == unit).map(|(_, answer)| answer.clone())
    }

    /// Keeps the answer of a unit.
    pub(super) fn keep(&self, unit: &Unit, answer: &T) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(other, _)| other != unit);
        if known.len() >= MOST {
            known.pop_front();
        }
        known.push_back((unit.clone(), answer.clone()));
    }
}
