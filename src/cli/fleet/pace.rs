//! How far a run is and how long it will still take, told on stderr: a bar on a terminal, else a line now and then.

use crate::cli::say;
use crate::text::Text;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _};
use std::time::Duration;

/// The pace of a run.
pub(super) struct Pace<'a> {
    bar: ProgressBar,
    /// Whether lines are written, for there is nothing to draw on.
    lines: bool,
    quiet: bool,
    total: u32,
    done: u32,
    failed: u32,
    text: &'a Text,
}

/// Lines of a run at most.
const LINES: u32 = 20;

impl<'a> Pace<'a> {
    pub(super) fn new(total: usize, quiet: bool, text: &'a Text) -> Self {
        let is_terminal = io::stderr().is_terminal();
        let target = if quiet || !is_terminal { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(u64::try_from(total).unwrap_or(u64::MAX)), target);
        // The template is a constant; should it not parse, the default bar does as well.
        let style = ProgressStyle::with_template("[{bar:30}] {msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let bar = bar.with_style(style.progress_chars("=> "));
        Self { bar, lines: !quiet && !is_terminal, quiet, total, done: 0, failed: 0, text }
    }

    /// One more task is over.
    pub(super) fn step(&mut self, well: bool) {
        self.done += 1;
        self.failed += u32::from(!well);
        self.bar.inc(1);
        let message = self.message();
        let slice = |done: u32| u64::from(done) * u64::from(LINES) / u64::from(self.total.max(1));
        if self.lines && slice(self.done) > slice(self.done - 1) {
            say(&message);
        }
        self.bar.set_message(message);
    }

    /// Says something between.
    pub(super) fn tell(&self, message: &str) {
        if !self.quiet {
            self.bar.suspend(|| say(message));
        }
    }

    fn message(&self) -> String {
        // What was done before this run took none of its time, and is not counted here.
        let spent = self.bar.elapsed();
        let left = spent.checked_mul(self.total - self.done).map(|all| all / self.done.max(1)).unwrap_or_default();
        let arguments = [
            ("done", &*self.done.to_string()),
            ("of", &*self.total.to_string()),
            ("failed", &*self.failed.to_string()),
            ("left", &*self.span(left)),
        ];
        self.text.with(if self.failed > 0 { "fleet-pace-failed" } else { "fleet-pace" }, &arguments)
    }

    /// A span of time as one says it.
    fn span(&self, span: Duration) -> String {
        let seconds = span.as_secs();
        let (key, count) = match seconds {
            0..120 => ("fleet-seconds", seconds),
            120..7200 => ("fleet-minutes", seconds.div_ceil(60)),
            _ => ("fleet-hours", seconds.div_ceil(3600)),
        };
        self.text.with(key, &[("count", &count.to_string())])
    }
}

impl Drop for Pace<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
