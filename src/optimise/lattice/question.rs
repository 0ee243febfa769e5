//! What is asked of a unit, and what the answer holds.

use crate::model::{MatterIx, Method, PersonIx, Unit};
use crate::optimise::{Ask, DutyTable};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of a unit.
#[derive(Debug, Clone, Copy)]
pub(in crate::optimise) struct Question<'a> {
    pub(in crate::optimise) unit: &'a Unit,
    pub(in crate::optimise) ask: &'a Ask,
    /// What certain matters must reach.
    pub(in crate::optimise) floors: &'a BTreeMap<MatterIx, Decimal>,
    /// Sums of weighted levels, the most important first.
    pub(in crate::optimise) order: &'a [Vec<MatterIx>],
    /// Whether, of equal service, few are to move and many posts to have a backup.
    pub(in crate::optimise) seats: bool,
    /// Whether any plan of the best sums will do, so that nothing but the sums is asked for.
    pub(in crate::optimise) any: bool,
    /// Who need not have a handle or review post: they hold others.
    pub(in crate::optimise) resting: &'a BTreeSet<PersonIx>,
}

/// Of a plain question.
static NOBODY: BTreeSet<PersonIx> = BTreeSet::new();

impl<'a> Question<'a> {
    /// What is served at best, ties settled, by a unit whose people all have posts.
    pub(in crate::optimise) const fn of(
        unit: &'a Unit,
        ask: &'a Ask,
        floors: &'a BTreeMap<MatterIx, Decimal>,
        order: &'a [Vec<MatterIx>],
    ) -> Self {
        Self { unit, ask, floors, order, seats: false, any: false, resting: &NOBODY }
    }
}

/// What a unit can do at best.
#[derive(Debug, Clone)]
pub(in crate::optimise) struct Answer {
    /// The sums of the order, to 10⁻¹².
    pub(in crate::optimise) sums: Vec<Decimal>,
    /// By how much another plan could be better in each of the sums, in moves and in backups, if it is as good in those
    /// before: nothing, unless a search ended early. Without the last two where nobody looked for them.
    pub(in crate::optimise) open: Vec<Decimal>,
    /// How it was found.
    pub(in crate::optimise) method: Method,
    /// Levels, rounded down to 10⁻¹².
    pub(in crate::optimise) levels: BTreeMap<MatterIx, Decimal>,
    /// Who holds what.
    pub(in crate::optimise) held: DutyTable,
}

/// What the lattice says.
#[derive(Debug, Clone)]
pub(in crate::optimise) enum Reply {
    /// This is best.
    Best(Answer),
    /// What must be kept cannot be.
    Shut,
}

/// A staffing of all parts.
pub(super) struct Staffing {
    pub(super) values: Vec<i64>,
    /// See [`Answer::open`].
    pub(super) open: Vec<Decimal>,
    pub(super) method: Method,
    /// The choice of each part.
    pub(super) chosen: Vec<usize>,
}
