//! What is to be signed against a table of duties, in the contract's terms.

use super::PlanFile;
use crate::analysis::duties::{Granting, Withdrawal};
use crate::model::{MatterIx, Unit};
use crate::report::plan::FromDuties;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The table of duties from which moves are counted, and what is to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    /// The table.
    pub file: String,
    /// Rights to be granted.
    pub grants: Vec<Grant>,
    /// Rights to be taken back.
    pub withdrawals: Vec<Withdraw>,
}

/// A right to be granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Id of the person.
    pub person: String,
    /// The post.
    pub post: String,
    /// Ids of its matters that the table does not give.
    pub matters: Vec<String>,
}

/// A right to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The row of the table.
    pub row: String,
    /// The person as the table has the name.
    pub person: String,
    /// What is taken back, as `matter/step`.
    pub rights: Vec<String>,
    /// Whether the row gives nothing else.
    pub whole: bool,
    /// Why the person is not here: `unknown`, `retired`, `left`, `on_loan`, `away`; null: the plan has them elsewhere.
    pub gone: Option<String>,
}

impl PlanFile {
    /// The same plan with what is to be signed against a table of duties.
    #[must_use]
    pub fn with_rights(self, unit: &Unit, from: FromDuties<'_>) -> Self {
        let id = |matter: &MatterIx| unit[*matter].id.clone();
        let grant = |grant: &Granting| Grant {
            person: unit[grant.person].id.clone(),
            post: unit.post_id(grant.post),
            matters: grant.matters.iter().map(id).collect(),
        };
        let withdraw = |back: &Withdrawal| {
            let row = from.ledger.grants.get(back.row)?;
            Some(Withdraw {
                row: row.place.clone(),
                person: row.name.clone(),
                rights: back.rights.iter().map(|(matter, step)| format!("{}/{}", id(matter), step.id())).collect(),
                whole: back.is_whole,
                gone: back.gone.map(|gone| gone.id().to_owned()),
            })
        };
        let rights = Rights {
            file: from.ledger.file.clone(),
            grants: from.signing.grants.iter().map(grant).collect(),
            withdrawals: from.signing.withdrawals.iter().filter_map(withdraw).collect(),
        };
        Self { rights: Some(rights), ..self }
    }
}
