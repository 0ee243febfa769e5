//! In what order matters bound one another.

use crate::model::{MatterIx, Unit};

/// Each matter with one that bounds it, those first that bound others.
pub(super) fn in_order(unit: &Unit) -> Vec<(MatterIx, MatterIx)> {
    let mut pairs: Vec<_> =
        unit.open_matters().flat_map(|(ix, matter)| matter.bounds().map(move |bound| (ix, bound))).collect();
    pairs.sort_by_key(|(matter, _)| depth(unit, *matter));
    pairs
}

/// How many matters bound a matter one behind the other. There are no circles.
pub(super) fn depth(unit: &Unit, matter: MatterIx) -> usize {
    unit[matter].bounds().map(|bound| depth(unit, bound) + 1).max().unwrap_or_default()
}
