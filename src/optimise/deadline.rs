//! When a command must end. The only place where the clock enters a result.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The end of a command: made once when it begins, shared by every search, and moved to now by whoever asks it to
/// stop. The default never comes.
#[derive(Debug, Clone, Default)]
pub struct Deadline {
    end: Option<Instant>,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Somebody asked to stop.
    stop: Arc<AtomicBool>,
    /// A search was cut short, or not begun.
    cut: AtomicBool,
}

/// Longer than anybody waits, and within what the clock can tell.
const FOR_EVER: Duration = Duration::from_secs(1_000_000_000);

impl Deadline {
    /// So long from now.
    #[must_use]
    pub fn after(limit: Duration) -> Self {
        Self { end: Instant::now().checked_add(limit.min(FOR_EVER)), shared: Arc::default() }
    }

    /// So long from now for one of many tasks: whoever asks to stop stops them all, but what is cut of one is its own.
    #[must_use]
    pub fn afresh(&self, limit: Duration) -> Self {
        let shared = Shared { stop: self.stop_flag(), cut: AtomicBool::new(false) };
        Self { shared: Arc::new(shared), ..Self::after(limit) }
    }

    /// Part of the time that is left, in hundredths: no search of this part goes on beyond it.
    #[must_use]
    pub fn share(&self, hundredths: u32) -> Self {
        let part = |left: Duration| Instant::now().checked_add(left / 100 * hundredths.min(100));
        Self { end: self.left().and_then(part), shared: Arc::clone(&self.shared) }
    }

    /// The time that is left; nothing when it is past or somebody asked to stop; `None` when it never comes.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        if self.is_stopped() {
            return Some(Duration::ZERO);
        }
        self.end.map(|end| end.saturating_duration_since(Instant::now()))
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.left().is_some_and(|left| left.is_zero())
    }

    /// Whether somebody asked to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.shared.stop.load(Ordering::Relaxed)
    }

    /// What a signal sets to ask every search to stop.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.shared.stop)
    }

    /// Remembers that a search was cut short, or not begun.
    pub(super) fn cut(&self) {
        self.shared.cut.store(true, Ordering::Relaxed);
    }

    /// Whether any search was cut short or not begun: what it was about is then unknown.
    #[must_use]
    pub fn has_cut(&self) -> bool {
        self.shared.cut.load(Ordering::Relaxed)
    }
}

impl PartialEq for Deadline {
    /// Whether both are one.
    fn eq(&self, other: &Self) -> bool {
        self.end == other.end && Arc::ptr_eq(&self.shared, &other.shared)
    }
}
