//! Options that several commands share, as data. Their texts are in the catalogues, under the ids of this file.

use crate::cli::format::{Format, Heads};
use crate::cli::kept::Kept;
use crate::cli::values::{month, one_of};
use crate::optimise::Engine;
use crate::scenario;
use crate::text::Language;
use crate::units::Month;
use clap::{ArgAction, Args, ValueEnum, value_parser};
use std::path::PathBuf;
use std::time::Duration;

/// Options of every command.
#[derive(Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_parser = one_of(&Language::ALL, Language::id), env = "SHUANGGANG_LANG")]
    pub(super) lang: Option<Language>,
    #[arg(short, long, global = true)]
    pub(super) format: Option<Format>,
    #[arg(long, global = true)]
    pub(super) heads: Option<Heads>,
    #[arg(short, long, global = true)]
    pub(super) output: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) force: bool,
    #[arg(long, global = true, default_value = "auto")]
    pub(super) color: Colour,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Where a result is kept that goes neither to stdout nor into a file.
    #[arg(skip)]
    pub(super) kept: Option<Kept>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// A scenario and what is changed about it, for every command that takes one.
#[derive(Args, Clone)]
pub(super) struct ScenarioArgs {
    pub(super) scenario: Option<PathBuf>,
    #[command(flatten)]
    pub(super) changes: Changes,
}

impl ScenarioArgs {
    /// The scenario as the user named it, if they did.
    pub(super) fn file(&self) -> Option<String> {
        self.scenario.as_ref().map(|path| path.display().to_string())
    }

    /// The same with values set that options of their own name; an option that was not given sets none.
    pub(super) fn with(&self, values: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Self {
        let given = values.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value?)));
        let mut scenario = self.clone();
        scenario.changes.set.extend(given);
        scenario
    }
}

/// What is changed about a scenario without touching its file. Each may be given more than once.
#[derive(Args, Clone)]
pub(super) struct Changes {
    #[arg(long)]
    set: Vec<String>,
    #[arg(long)]
    rule: Vec<String>,
    #[arg(long)]
    hire: Vec<String>,
    #[arg(long)]
    recall: Vec<String>,
    #[arg(long)]
    leave: Vec<String>,
}

impl Changes {
    /// Whether there are any.
    pub(super) fn are_there(&self) -> bool {
        let Self { set, rule, hire, recall, leave } = self;
        [set, rule, hire, recall, leave].iter().any(|typed| !typed.is_empty())
    }

    /// The changes as the reader of scenarios takes them.
    pub(super) fn options(&self) -> scenario::Options {
        let Self { set, rule, hire, recall, leave } = self;
        scenario::Options {
            set: set.clone(),
            rule: rule.clone(),
            hire: hire.clone(),
            recall: recall.clone(),
            leave: leave.clone(),
        }
    }
}

/// A later month whose people are planned.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Later {
    #[arg(long, value_parser = month)]
    month: Option<Month>,
    #[arg(long, conflicts_with = "month", value_parser = value_parser!(i32).range(1950..=2200))]
    year: Option<i32>,
}

impl Later {
    /// The month named, or the last of the year, when all who leave in it have left.
    pub(super) fn month(self) -> Option<Month> {
        self.month.or_else(|| self.year.and_then(|year| Month::new(year, 12)))
    }
}

/// How to solve, in every command that does.
#[derive(Args)]
pub(super) struct Solving {
    #[arg(long, value_parser = seconds)]
    pub(super) time_limit: Option<Duration>,
    #[arg(long, value_parser = gap)]
    pub(super) gap: Option<f64>,
    #[arg(long, value_parser = one_of(&Engine::ALL, Engine::id))]
    pub(super) solver: Option<Engine>,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

/// Seconds, more than none. The catalogues say what is expected; the error carries no text.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| *seconds > 0.0);
    seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).ok_or_else(String::new)
}

/// A relative gap, 0 or more and less than 1.
fn gap(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|gap| (0.0..1.0).contains(gap)).ok_or_else(String::new)
}
