//! Matters of one tier that compete, in the contract's terms.

use super::PlanFile;
use crate::analysis::explain as found;
use crate::model::Unit;
use crate::report::parts::repair::Shift;
use crate::units::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A matter whose place others of its tier take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rival {
    /// Id of the matter.
    pub matter: String,
    /// Service level that it could have in their place.
    pub service_level: Number,
    /// Matters of its tier that would then be served less.
    pub less: Vec<Shift>,
    /// With any weight above this one it would be served further than now.
    pub weight: Number,
}

impl PlanFile {
    /// The same plan with the matters whose place others of their tier take.
    #[must_use]
    pub fn with_rivals(self, unit: &Unit, found: &[found::Rival]) -> Self {
        let rival = |rival: &found::Rival| Rival {
            matter: unit[rival.matter].id.clone(),
            service_level: Number::rounded(rival.level.value()),
            less: rival.less.iter().map(|shift| Shift::of(unit, shift)).collect(),
            weight: Number(rival.weight),
        };
        Self { rivals: found.iter().map(rival).collect(), ..self }
    }
}
