//! Stand-in until the real one is merged.

use crate::model::{Stage, StageId};
use std::path::PathBuf;
use std::time::Duration;

/// How to solve.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The engine.
    pub engine: Engine,
    /// Time limit of all stages together.
    pub time_limit: Option<Duration>,
    /// Relative gap at which a stage counts as proven.
    pub gap: f64,
    /// Folder for the stages as MPS files.
    pub export: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { engine: Engine::Highs, time_limit: None, gap: 1e-6, export: None }
    }
}

/// An engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// `HiGHS`.
    Highs,
    /// microlp.
    Microlp,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 2] = [Self::Highs, Self::Microlp];

    /// The word used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Highs => "highs",
            Self::Microlp => "microlp",
        }
    }

    /// Whether this build has it.
    #[must_use]
    pub const fn available(self) -> bool {
        match self {
            Self::Highs => cfg!(feature = "highs"),
            Self::Microlp => cfg!(feature = "microlp"),
        }
    }
}

/// Hears of stages.
pub trait Progress {
    /// A stage begins.
    fn stage_started(&mut self, id: StageId, number: usize, of: usize);
    /// A stage has ended.
    fn stage_ended(&mut self, stage: &Stage);
}

impl Progress for () {
    fn stage_started(&mut self, _: StageId, _: usize, _: usize) {}
    fn stage_ended(&mut self, _: &Stage) {}
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
#[error("stand-in")]
pub struct Error;
