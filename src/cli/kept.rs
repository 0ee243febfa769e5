//! A result that goes neither to stdout nor into a file: the board hands it on.

use std::sync::{Arc, Mutex, PoisonError};

/// A result that is kept in memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept(Arc<Mutex<Vec<u8>>>);

impl Kept {
    /// What was kept.
    pub(super) fn taken(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps more.
    pub(super) fn put(&self, contents: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(contents);
    }
}
