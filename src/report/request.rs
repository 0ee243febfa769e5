//! A request for staff (请示) as a letter: the argument in order, one part a file.
//!
//! Every number comes from a checked result; what is an assumption is called one, and what only the unit can know is
//! left blank and listed.

mod annexes;
mod blank;
mod blanks;
mod closing;
mod draft;
mod duties;
mod gate;
mod help;
mod hiring;
mod need;
mod opening;
mod outlook;
mod present;
mod questions;
mod stalls;

use self::draft::Draft;
pub use self::gate::Refused;
use super::words::Words;
use crate::analysis::request::{Ask, Evidence};
use crate::model::Unit;
use crate::render::letter::Letter;
use crate::text::Text;

/// Drafts the letter.
///
/// # Errors
///
/// Nothing can be asked for, or the parts of the letter do not ask for the same.
pub fn letter(unit: &Unit, evidence: &Evidence, text: &Text) -> Result<Letter, Refused> {
    let ask = Ask::of(unit, evidence).ok_or(Refused::Unsettled)?;
    let letter = written(unit, evidence, &ask, text);
    check(&letter, unit, &ask, text)?;
    Ok(letter)
}

/// Holds a letter against what is asked for.
///
/// # Errors
///
/// The first part that asks for something else.
pub fn check(letter: &Letter, unit: &Unit, ask: &Ask<'_>, text: &Text) -> Result<(), Refused> {
    gate::check(letter, Words { unit, text }, ask)
}

fn written(unit: &Unit, evidence: &Evidence, ask: &Ask<'_>, text: &Text) -> Letter {
    let mut draft = Draft::new(Words { unit, text }, evidence, ask);
    opening::write(&mut draft);
    duties::write(&mut draft);
    present::write(&mut draft);
    stalls::write(&mut draft);
    outlook::write(&mut draft);
    need::write(&mut draft);
    help::write(&mut draft);
    questions::write(&mut draft);
    closing::write(&mut draft);
    annexes::write(&mut draft);
    draft.finish()
}
