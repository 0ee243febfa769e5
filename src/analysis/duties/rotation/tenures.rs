//! Since when posts are held, as people take and leave them.

use crate::model::{Ledger, PersonIx, PostIx, Unit};
use crate::optimise::DutyTable;
use crate::units::Month;
use std::collections::BTreeMap;

/// Since when posts are held; `None`: the table does not say.
pub(super) type Tenures = BTreeMap<(PersonIx, PostIx), Option<Month>>;

/// Since when the posts of a plan are held by a table; those that it does not give begin now.
pub(super) fn since_first(unit: &Unit, ledger: &Ledger, held: &DutyTable) -> Tenures {
    let mut known: Tenures = Tenures::new();
    for grant in &ledger.grants {
        let Some(person) = grant.person else { continue };
        for (matter, step) in &grant.rights {
            let Some(post) = unit.post_at(*matter, *step) else { continue };
            let since = known.entry((person, post)).or_insert(grant.since);
            // The longest time counts.
            *since = match (*since, grant.since) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
    }
    held.iter().map(|at| (*at, known.get(at).copied().unwrap_or(Some(unit.as_of)))).collect()
}

/// Since when the posts of another table are held, those that are new from a month on.
pub(super) fn carried(tenures: &Tenures, held: &DutyTable, month: Month) -> Tenures {
    held.iter().map(|at| (*at, tenures.get(at).copied().unwrap_or(Some(month)))).collect()
}

/// What of it is held by people who are there in a month.
pub(super) fn still_held(tenures: &Tenures, then: &Unit) -> DutyTable {
    tenures.keys().filter(|(person, _)| then[*person].is_present()).copied().collect()
}
