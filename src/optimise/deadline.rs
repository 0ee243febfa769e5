//! When a run must end. The only place where the clock enters a result.

use super::Settings;
use std::time::{Duration, Instant};

/// The end of a run; none when it may go on until the proof.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// For a run that begins now; a limit beyond what the clock can tell is none.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self(settings.time_limit.and_then(|limit| Instant::now().checked_add(limit)))
    }

    /// The time that is left; nothing when it is past.
    #[must_use]
    pub fn left(self) -> Option<Duration> {
        self.0.map(|end| end.saturating_duration_since(Instant::now()))
    }
}
