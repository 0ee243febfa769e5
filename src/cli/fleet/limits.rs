//! How a task is solved: with which engine, how exactly, for how long at most.

use crate::analysis::fleet::task::Command;
use crate::optimise::{Deadline, Settings, Tables};
use std::time::Duration;

/// How tasks are solved, and what stops them all.
pub(in crate::cli) struct Limits {
    /// Settings of all tasks but the time.
    pub(in crate::cli) settings: Settings,
    /// How long a task may take; nothing: as long as its command may.
    pub(in crate::cli) limit: Option<Duration>,
}

impl Limits {
    /// Settings of one task that begins now, with what was worked out for the unit before.
    pub(super) fn begin(&self, command: Command, tables: &Tables) -> Settings {
        let usual = if command == Command::Plan { Duration::from_mins(1) } else { Duration::from_mins(10) };
        let deadline = self.stop().afresh(self.limit.unwrap_or(usual));
        Settings { deadline, tables: tables.clone(), ..self.settings.clone() }
    }

    /// What is told to stop.
    pub(super) const fn stop(&self) -> &Deadline {
        &self.settings.deadline
    }
}
