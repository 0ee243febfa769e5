//! What the least change of staff would do, in the contract's terms.

use super::PlanFile;
use crate::analysis::explain as found;
use crate::model::Unit;
use crate::report::parts::repair::Repair;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The best single change of staff for a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// Id of the matter.
    pub matter: String,
    /// One more person, or one recalled; null when none of these helps.
    pub repair: Option<Repair>,
}

impl PlanFile {
    /// The same plan with what the least change of staff would do for the matters that fall short.
    #[must_use]
    pub fn with_remedies(self, unit: &Unit, found: &[found::Remedy]) -> Self {
        let remedy = |remedy: &found::Remedy| Remedy {
            matter: unit[remedy.matter].id.clone(),
            repair: remedy.repair.as_ref().map(|repair| Repair::of(unit, repair)),
        };
        Self { remedies: found.iter().map(remedy).collect(), ..self }
    }
}
