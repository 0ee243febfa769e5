//! What happens when somebody ends the program before its time (Ctrl-C, `SIGTERM`): what is being written is written
//! to its end, so that nothing half written stays behind; what is being solved is asked for the best so far, and ends at
//! the second signal; anything else ends at once.

#[cfg(unix)]
pub(super) use unix::{hurry, install, undisturbed};

#[cfg(not(unix))]
pub(super) fn install() {}

#[cfg(not(unix))]
pub(super) fn hurry(_: &crate::optimise::Deadline) {}

#[cfg(not(unix))]
pub(super) fn undisturbed<T>(write: impl FnOnce() -> T) -> T {
    write()
}

#[cfg(unix)]
mod unix {
    use crate::optimise::Deadline;
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::{flag, low_level};
    use std::io;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::sync::{Arc, LazyLock};

    /// Whether a signal ends the program at once.
    static ENDS_AT_ONCE: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(true)));
    /// The last signal that came, 0 for none.
    static CAME: LazyLock<Arc<AtomicUsize>> = LazyLock::new(|| Arc::new(AtomicUsize::new(0)));

    /// To be called once, before anything is written.
    pub(in super::super) fn install() {
        let register = |signal| -> io::Result<()> {
            flag::register_conditional_default(signal, Arc::clone(&ENDS_AT_ONCE))?;
            flag::register_usize(signal, Arc::clone(&CAME), usize::try_from(signal).unwrap_or_default())?;
            Ok(())
        };
        // Where no handler can be set the program ends like any other.
        let _ = register(SIGINT).and_then(|()| register(SIGTERM));
    }

    /// From now on the first signal moves the deadline to now, so that the command says what it has so far; the second
    /// ends the program at once.
    pub(in super::super) fn hurry(deadline: &Deadline) {
        let register = |signal| -> io::Result<()> {
            // After the handler of `install`, which finds the flag as it was before this signal.
            flag::register(signal, Arc::clone(&ENDS_AT_ONCE))?;
            flag::register(signal, deadline.stop_flag())?;
            Ok(())
        };
        if register(SIGINT).and_then(|()| register(SIGTERM)).is_ok() {
            ENDS_AT_ONCE.store(false, Ordering::SeqCst);
        }
    }

    /// Lets `write` come to its end; a signal that came meanwhile ends the program then.
    pub(in super::super) fn undisturbed<T>(write: impl FnOnce() -> T) -> T {
        CAME.store(0, Ordering::SeqCst);
        let before = ENDS_AT_ONCE.swap(false, Ordering::SeqCst);
        let written = write();
        ENDS_AT_ONCE.store(before, Ordering::SeqCst);
        if let Ok(signal @ 1..) = i32::try_from(CAME.load(Ordering::SeqCst)) {
            let _ = low_level::emulate_default_handler(signal);
        }
        written
    }
}
