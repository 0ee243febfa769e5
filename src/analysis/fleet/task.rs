//! What one task of a fleet is, and the id that follows from all that its result depends on.

use crate::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

words! {
    /// What is asked of a unit.
    pub enum Command {
        /// What stalls today, and why.
        Plan = "plan",
        /// From when on what stalls in the years ahead.
        Project = "project",
        /// How many people the work takes.
        Need = "need",
        /// How many must be hired, and until when.
        Hire = "hire",
        /// Whom the unit cannot do without.
        Absence = "absence",
        /// What so many more established posts would bring.
        Front = "front",
    }
}

impl Command {
    /// How far it looks where nobody says: years ahead, people away at once, posts more; 0 where it looks nowhere.
    #[must_use]
    pub const fn usual_extent(self) -> u32 {
        match self {
            Self::Plan | Self::Need => 0,
            Self::Project | Self::Hire => 5,
            Self::Absence => 1,
            Self::Front => 6,
        }
    }
}

/// A file that a task reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its path from the folder in which the tasks are run.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A change of the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// `set`, `rule`, `hire`, `recall` or `leave`.
    pub option: String,
    /// Its value, as it was typed.
    pub value: String,
}

/// One task: a question about one unit under one scenario. A line of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Name and version of this form.
    pub schema: String,
    /// What follows from everything else on the line: 32 hexadecimal digits.
    pub id: String,
    /// Version of the planner that is to run it.
    pub version: String,
    /// The unit: its path below the folder of the manifest, without the ending.
    pub unit: String,
    /// The place that the unit is counted under: the first folders of that path; empty where it lies in none.
    pub place: String,
    /// The scenario or workbook, by its path from the folder in which the tasks are run.
    pub file: String,
    /// What the scenario is called: empty for the unit as it is.
    pub scenario: String,
    /// What is changed about it.
    pub changes: Vec<Typed>,
    /// What is asked.
    pub command: Command,
    /// How far it looks: years ahead (`project`, `hire`), people away at once (`absence`), posts more (`front`); else 0.
    pub extent: u32,
    /// Every file that is read for it, in the order in which it is read.
    pub inputs: Vec<Input>,
}

impl Task {
    /// Name and version of the form.
    pub const SCHEMA: &str = "shuanggang.fleet-task/1";

    /// The same task with the id that follows from it.
    #[must_use]
    pub fn named(self) -> Self {
        let task = Self { id: String::new(), ..self };
        // A task of texts and numbers can always be written.
        let id = digest(&serde_json::to_vec(&task).unwrap_or_default()).chars().take(LETTERS).collect();
        Self { id, ..task }
    }

    /// Whether the id is the one that follows from the rest.
    #[must_use]
    pub fn keeps_its_name(&self) -> bool {
        self.clone().named().id == self.id
    }
}

/// Digits of an id: 128 bits, more than any number of tasks can meet by chance.
const LETTERS: usize = 32;

/// SHA-256 in hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
