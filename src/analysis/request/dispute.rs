//! Sources that disagree on the authorised posts, and a unit as if one of them were right.

use crate::model::{Conflict, ConflictTarget, Sourced, Unit};
use std::collections::BTreeSet;

/// The conflict in which sources state different numbers of authorised posts; `None` where they agree.
#[must_use]
pub fn dispute(unit: &Unit) -> Option<&Conflict> {
    let differs =
        |conflict: &Conflict| conflict.values.iter().map(|value| value.value).collect::<BTreeSet<_>>().len() > 1;
    unit.conflicts.iter().find(|conflict| concerns(conflict) && differs(conflict))
}

/// The unit as if so many posts were authorised and nobody said otherwise; `None` where no source of the dispute states
/// that number.
#[must_use]
pub fn as_if(unit: &Unit, authorised: u32) -> Option<Unit> {
    let stated = dispute(unit)?.values.iter().find(|value| value.value == authorised.into())?;
    let stated = Sourced { value: authorised, basis: stated.basis, source: Some(stated.source.clone()) };
    let mut settled = unit.clone();
    settled.conflicts.retain(|conflict| !concerns(conflict));
    settled.stated.authorised = Some(stated);
    Some(settled)
}

fn concerns(conflict: &Conflict) -> bool {
    conflict.target == Some(ConflictTarget::Authorised)
}
