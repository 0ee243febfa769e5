//! A request for staff as three documents: the letter (请示), the report that argues it (论证报告), and what whoever drafts
//! has to check (核对单); one part of the argument a file.
//!
//! Every number comes from a checked result; what is an assumption is called one, and what only the unit can know is
//! left blank and listed.

mod annexes;
mod assumed;
mod between;
mod blank;
mod blanks;
mod checklist;
mod closing;
mod compared;
mod count;
mod cover;
mod draft;
mod duties;
mod gate;
mod help;
mod hiring;
mod letter;
mod limits;
mod money;
mod need;
mod opening;
mod outlook;
mod present;
mod questions;
mod sources;
mod stalls;
mod study;
mod ways;
mod work;

use self::draft::Draft;
pub use self::gate::Refused;
use super::words::Words;
use crate::analysis::request::{Ask, Evidence, dispute};
use crate::model::{Conflict, Unit};
use crate::render::letter::Letter;
use crate::text::Text;

/// What a request consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// The letter that leaves the house (请示).
    pub letter: Letter,
    /// The report attached to it (论证报告).
    pub report: Letter,
    /// What whoever drafts has to fill in, settle and check (核对单); it stays in the house, and lists what both others
    /// leave blank.
    pub checklist: Letter,
}

/// Writes the documents. `supposed` is the disagreement on the authorised posts in which the unit was taken as if one
/// source were right: then they are drafts, and every page says so.
///
/// # Errors
///
/// Sources disagree on the authorised posts, nothing can be asked for, or the parts do not ask for the same.
pub fn documents(
    unit: &Unit,
    evidence: &Evidence,
    supposed: Option<&Conflict>,
    text: &Text,
) -> Result<Documents, Refused> {
    if dispute(unit).is_some() {
        return Err(Refused::Disputed);
    }
    let ask = Ask::of(unit, evidence).ok_or(Refused::Unsettled)?;
    let draft = || Draft::new(Words { unit, text }, evidence, &ask, supposed);
    let (mut letter, mut report, mut checklist) = (draft(), draft(), draft());
    letter::write(&mut letter);
    study::write(&mut report);
    checklist.adopt(&letter);
    checklist.adopt(&report);
    checklist::write(&mut checklist);
    let documents = Documents { letter: letter.finish(), report: report.finish(), checklist: checklist.finish() };
    check(&documents, unit, &ask, text)?;
    Ok(documents)
}

/// What each source of a disagreement states.
#[must_use]
pub fn disputed(unit: &Unit, conflict: &Conflict, text: &Text) -> String {
    sources::disputed(Words { unit, text }, conflict)
}

/// Why there are no documents, in a sentence.
#[must_use]
pub fn refusal(unit: &Unit, refused: Refused, text: &Text) -> String {
    let values = dispute(unit).map(|conflict| disputed(unit, conflict, text));
    text.with(refused.key(), &[("values", &values.unwrap_or_default())])
}

/// Holds documents against what is asked for.
///
/// # Errors
///
/// The first part that asks for something else.
pub fn check(documents: &Documents, unit: &Unit, ask: &Ask<'_>, text: &Text) -> Result<(), Refused> {
    gate::check(documents, Words { unit, text }, ask)
}
