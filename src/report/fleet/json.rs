//! The JSON of fleets: how far a run is, and what all results say together.

use crate::analysis::fleet::gather::{Fleet, PlaceRow, ScenarioRow, TierTotal, UnitRow};
use crate::analysis::fleet::matters::MatterRow;
use crate::analysis::fleet::task::Command;
use schemars::JsonSchema;
use serde::Serialize;

/// How far the tasks of a folder are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FleetStatus {
    /// Name and version of this form.
    pub schema: &'static str,
    /// The folder.
    pub folder: String,
    /// Tasks of its manifest.
    pub tasks: usize,
    /// Those with a result.
    pub done: usize,
    /// Results that say that the unit does not read, among those done.
    pub unread: usize,
    /// By question, in order of the first task.
    pub commands: Vec<CommandCount>,
    /// The tasks without a whole result, in order of the manifest.
    pub holes: Vec<Hole>,
}

impl FleetStatus {
    /// Name and version of the form.
    pub const SCHEMA: &str = "shuanggang.fleet-status/1";
}

/// The tasks with one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommandCount {
    /// What is asked.
    pub command: Command,
    /// Tasks.
    pub tasks: usize,
    /// Those with a result.
    pub done: usize,
}

/// A task without a whole result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hole {
    /// Id of the task.
    pub id: String,
    /// The unit.
    pub unit: String,
    /// The scenario; empty for the unit as it is.
    pub scenario: String,
    /// What is asked.
    pub command: Command,
    /// Whether there is a result that is not whole.
    pub broken: bool,
}

/// What all results say together.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Merged<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// Results that it is made from.
    pub results: usize,
    /// Tasks without a result; more than none only if that was allowed.
    pub holes: usize,
    /// Tier by tier over the units as they are.
    pub tiers: Vec<TierTotal>,
    /// Matter by matter, what is short somewhere: tier by tier, then what stalls in most units.
    pub matters: Vec<MatterRow>,
    /// Place by place, in order of their names.
    pub places: Vec<PlaceRow>,
    /// What scenarios do.
    pub scenarios: &'a [ScenarioRow],
    /// The units as they are: the worst first, those that do not read last.
    pub units: Vec<&'a UnitRow>,
}

impl<'a> Merged<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.fleet-merge/1";

    /// What was gathered.
    #[must_use]
    pub fn of(fleet: &'a Fleet, holes: usize) -> Self {
        Self {
            schema: Self::SCHEMA,
            results: fleet.results,
            holes,
            tiers: fleet.tiers(),
            matters: fleet.matters(),
            places: fleet.places(),
            scenarios: &fleet.scenarios,
            units: fleet.worst().into_iter().chain(fleet.unread()).collect(),
        }
    }
}
