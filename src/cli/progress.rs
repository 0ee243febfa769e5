//! Shows the stages of a long solve on a terminal.

use crate::model::{Stage, StageId};
use crate::optimise::Progress;
use crate::report::inert::Line;
use crate::report::words::Words;
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
