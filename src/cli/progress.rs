//! Shows how far a long solve is, on a terminal only.

use crate::analysis::Steps;
use crate::model::{Stage, StageId};
use crate::optimise::Progress;
use crate::render::line::Line;
use crate::report::words::Words;
use crate::text::Text;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A line on stderr that names the stage at work. It draws nothing unless stderr is a terminal.
pub(super) struct StageLine<'a> {
    bar: ProgressBar,
    words: Words<'a>,
}

impl<'a> StageLine<'a> {
    pub(super) fn new(words: Words<'a>, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target).with_style(ProgressStyle::default_spinner());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar, words }
    }
}

impl Progress for StageLine<'_> {
    fn stage_started(&mut self, id: StageId, number: usize, of: usize) {
        let arguments = [("number", &*number.to_string()), ("of", &*of.to_string()), ("stage", &*self.words.stage(id))];
        self.bar.set_message(Line::from(self.words.text.with("progress", &arguments)).to_string());
    }

    fn stage_ended(&mut self, _: &Stage) {}
}

impl Drop for StageLine<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A bar on stderr that counts plans. It draws nothing unless stderr is a terminal.
pub(super) struct StepsBar {
    bar: ProgressBar,
}

impl StepsBar {
    pub(super) fn new(text: &Text, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(0), target).with_message(text.get("progress-plans"));
        // The template is a constant; should it not parse, the default bar does as well.
        let style = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len}");
        Self { bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")) }
    }
}

impl Steps for StepsBar {
    fn begin(&mut self, total: usize) {
        self.bar.set_position(0);
        self.bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
    }

    fn step(&mut self) {
        self.bar.inc(1);
    }
}

impl Drop for StepsBar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
