//! What is wrong with the table of duties and rights that people hold today: nothing is planned or solved.

mod faults;
mod keep;
mod rotation;
mod start;

pub use faults::{Detail, Fault, Gone, Kind, Unused};
pub use keep::kept;
pub use rotation::{Due, Place, Rotation, Turn, rotation};
pub use start::{Granting, Signing, Withdrawal, signing, starting_from};

use self::faults::Table;
use crate::check;
use crate::model::{Basis, Ledger, PersonIx, PostIx, Signed, Unit};
use std::collections::BTreeSet;

/// What a table was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Everything that is wrong, by kind.
    pub faults: Vec<Fault>,
    /// Who holds which post by it and is here, whatever is wrong with that.
    pub held: BTreeSet<(PersonIx, PostIx)>,
    /// People of the roster with a row of their own.
    pub people: usize,
}

impl Judged {
    /// The faults of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(move |fault| fault.kind == kind)
    }
}

/// Judges a table against the rules of a unit.
#[must_use]
pub fn judge(unit: &Unit, ledger: &Ledger) -> Judged {
    let table = Table::new(unit, ledger);
    let mut faults: Vec<Fault> = check::verify_rights(unit, &table.rights).into_iter().map(Fault::of).collect();
    faults.extend(table.tenure());
    faults.extend(table.uncovered());
    faults.extend(table.gone());
    faults.extend(table.unused());
    if ledger.grants.iter().any(|grant| grant.signed != Signed::Unsaid) {
        faults.extend(table.unsigned());
    } else if !ledger.grants.is_empty() {
        faults.push(table.unsigned_altogether());
    }
    faults.sort_by_key(|fault| (fault.kind, fault.people.clone(), fault.rows.clone(), fault.posts.clone()));
    let people: BTreeSet<PersonIx> = ledger.grants.iter().filter_map(|grant| grant.person).collect();
    Judged { faults, held: table.held, people: people.len() }
}

/// What a fault rests on: the source of its rule, or the choice of the planner.
#[must_use]
pub fn origin(unit: &Unit, fault: &Fault) -> (Basis, Option<String>) {
    let source = fault.rule.and_then(|rule| unit.rules.sources.get(&rule));
    // The rule on backups demands them only where it is set so; that a post should have one is a choice.
    let is_demanded = fault.kind != Kind::Single || unit.rules.cover > 1;
    match source.filter(|_| is_demanded) {
        Some(source) => (source.basis, source.source.clone()),
        None => (Basis::Policy, None),
    }
}
