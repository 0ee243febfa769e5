//! Which JSON the commands print, each with a JSON Schema (draft 2020-12) made from the types that are written.

use super::{
    check, compare, explain, hire, import, need, plan, project, retire, sensitivity, show, tradeoff, verify, wisn,
};
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
    of: fn() -> Schema,
}

/// All outputs, in the order of the commands.
pub const OUTPUTS: [Output; 17] = [
    Output::new::<plan::json::PlanFile>("plan", plan::json::PlanFile::SCHEMA),
    Output::new::<explain::json::ExplainFile>("explain", explain::json::ExplainFile::SCHEMA),
    Output::new::<project::json::ProjectFile>("project", project::json::ProjectFile::SCHEMA),
    Output::new::<tradeoff::json::TradeoffFile>("tradeoff", tradeoff::json::TradeoffFile::SCHEMA),
    Output::new::<sensitivity::json::SensitivityFile>("sensitivity", sensitivity::json::SensitivityFile::SCHEMA),
    Output::new::<need::json::NeedFile>("need", need::json::NeedFile::SCHEMA),
    Output::new::<wisn::json::WisnFile>("wisn", wisn::json::WisnFile::SCHEMA),
    Output::new::<hire::json::HireFile>("hire", hire::json::HireFile::SCHEMA),
    Output::new::<compare::json::CompareFile>("compare", compare::json::CompareFile::SCHEMA),
    Output::new::<check::json::CheckFile>("check", check::json::CheckFile::SCHEMA),
    Output::new::<verify::json::VerifyFile>("verify", verify::json::VerifyFile::SCHEMA),
    Output::new::<retire::json::PersonFile>("retire", retire::json::PersonFile::SCHEMA),
    Output::new::<retire::json::RosterFile>("retire-roster", retire::json::RosterFile::SCHEMA),
    Output::new::<show::json::ShowFile>("show", show::json::ShowFile::SCHEMA),
    Output::new::<show::json::DiffFile>("diff", show::json::DiffFile::SCHEMA),
    Output::new::<import::json::ImportFile>("import", import::json::ImportFile::SCHEMA),
    Output::new::<import::files::Files>("files", import::files::Files::SCHEMA),
];

impl Output {
    const fn new<T: JsonSchema>(name: &'static str, version: &'static str) -> Self {
        let of = || SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
        Self { name, version, of }
    }

    /// The output of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        OUTPUTS.into_iter().find(|output| output.name == name)
    }

    /// What is printed, as a JSON Schema: types, names, and what each field means.
    #[must_use]
    pub fn schema(self) -> Schema {
        let mut schema = (self.of)();
        schema.insert("title".to_owned(), json!(self.version));
        if let Some(version) = schema.pointer_mut("/properties/schema") {
            *version = json!({ "const": self.version, "description": "Name and version of this form." });
        }
        schema
    }
}
