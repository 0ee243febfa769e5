//! Which JSON the commands print, each with a JSON Schema (draft 2020-12) made from the types that are written.

use super::{Answer, File};
use super::{
    absence, calendar, check, compare, duties, explain, fleet, hire, import, need, plan, project, retire, sensitivity,
    show, tradeoff, verify, wisn,
};
use crate::analysis::fleet::answer::TaskResult;
use crate::analysis::fleet::task::Task;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::json;

/// What some command prints as JSON.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// The word of `schema --of`: the command, or what it prints where that is of two kinds.
    pub name: &'static str,
    /// Name and version, as the field `schema` has it.
    pub version: &'static str,
    schema: fn() -> Schema,
}

/// All outputs, in the order of the commands.
pub const OUTPUTS: [Output; 26] = [
    Output::of::<plan::json::PlanFile>("plan", plan::json::PlanFile::SCHEMA),
    Output::about::<compare::changes::Changes>("changed"),
    Output::about::<explain::json::Explaining>("explain"),
    Output::about::<project::json::Projected>("project"),
    Output::about::<tradeoff::json::Traded>("tradeoff"),
    Output::about::<absence::json::Missed>("absence"),
    Output::about::<calendar::json::Calendar>("calendar"),
    Output::about::<sensitivity::json::Sensed>("sensitivity"),
    Output::about::<need::json::Needed>("need"),
    Output::of::<wisn::json::WisnFile>("wisn", wisn::json::WisnFile::SCHEMA),
    Output::about::<hire::json::Hired>("hire"),
    Output::of::<compare::json::CompareFile>("compare", compare::json::CompareFile::SCHEMA),
    Output::of::<Task>("fleet-task", Task::SCHEMA),
    Output::of::<TaskResult>("fleet-result", TaskResult::SCHEMA),
    Output::of::<fleet::json::FleetStatus>("fleet-status", fleet::json::FleetStatus::SCHEMA),
    Output::of::<fleet::json::Merged>("fleet-merge", fleet::json::Merged::SCHEMA),
    Output::of::<fleet::allocated::Allocated>("fleet-allocate", fleet::allocated::Allocated::SCHEMA),
    Output::about::<check::json::Checked>("check"),
    Output::about::<duties::json::Duties>("duties"),
    Output::about::<verify::json::Verified>("verify"),
    Output::of::<retire::json::PersonFile>("retire", retire::json::PersonFile::SCHEMA),
    Output::of::<retire::json::RosterFile>("retire-roster", retire::json::RosterFile::SCHEMA),
    Output::about::<show::json::Shown>("show"),
    Output::of::<show::json::DiffFile>("diff", show::json::DiffFile::SCHEMA),
    Output::of::<import::json::ImportFile>("import", import::json::ImportFile::SCHEMA),
    Output::of::<import::files::Files>("files", import::files::Files::SCHEMA),
];

impl Output {
    const fn of<T: JsonSchema>(name: &'static str, version: &'static str) -> Self {
        Self { name, version, schema: root::<T> }
    }

    /// An answer about a scenario, with the head that all of them have.
    const fn about<T: Answer>(name: &'static str) -> Self {
        let schema = || {
            let mut schema = root::<File<T>>();
            schema.insert("description".to_owned(), root::<T>().get("description").cloned().unwrap_or_default());
            schema
        };
        Self { name, version: T::SCHEMA, schema }
    }

    /// The output of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        OUTPUTS.into_iter().find(|output| output.name == name)
    }

    /// What is printed, as a JSON Schema: types, names, and what each field means.
    #[must_use]
    pub fn schema(self) -> Schema {
        let mut schema = (self.schema)();
        schema.insert("title".to_owned(), json!(self.version));
        if let Some(version) = schema.pointer_mut("/properties/schema") {
            *version = json!({ "const": self.version, "description": "Name and version of this form." });
        }
        schema
    }
}

fn root<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
