//! Finds where the frontier bends by solving few of its points.
//!
//! More demanded cases never serve the rest better, so the best service of a demand lies, tier by tier in their order,
//! between those of any smaller and any larger demand. Where the two are equal, the plan of the larger one is a best
//! plan of all between. Convexity does not hold and is not used: posts are whole.

use super::{Cost, Inquiry, Stretch};
use crate::analysis::project::solve_all;
use crate::analysis::{AssessError, ServiceStatus, Steps, equal_service, planned};
use crate::model::{MatterIx, Unit};
use std::collections::BTreeMap;

/// A frontier that slopes, with the same matters slowed all along, is solved at so many places at most.
const PLACES: u32 = 64;

/// What was found at one demand.
type Point = Option<Cost>;

impl Inquiry<'_> {
    /// Bisects wherever the service of two solved neighbours differs.
    pub(super) fn stretches(&self, steps: &mut dyn Steps) -> Result<Vec<Stretch>, AssessError> {
        let whole = super::largest(self.unit, &self.matters);
        let mut solved: BTreeMap<u32, Point> = BTreeMap::new();
        let mut asked = vec![0, whole.min(1), whole];
        asked.dedup();
        while !asked.is_empty() {
            let units: BTreeMap<u32, Unit> = asked.into_iter().map(|n| (n, self.demanding(n))).collect();
            let found = solve_all(&units, steps, |unit| {
                let plan = planned(unit, self.settings)?;
                Ok(self.cost(unit, &plan))
            })?;
            solved.extend(found);
            asked = open_places(&solved, (whole / PLACES).max(1));
        }
        Ok(stretches(solved))
    }
}

/// The middles of the intervals in which something is not settled yet.
fn open_places(solved: &BTreeMap<u32, Point>, width: u32) -> Vec<u32> {
    let neighbours = solved.iter().zip(solved.iter().skip(1));
    let open = neighbours.filter(|((a, from), (b, to))| {
        let far = *b - *a > if same_matters(from, to) { width } else { 1 };
        far && !same_service(from, to)
    });
    open.map(|((a, _), (b, _))| a + (b - a) / 2).collect()
}

fn same_service(a: &Point, b: &Point) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => equal_service(&a.service, &b.service),
        (None, None) => true,
        _ => false,
    }
}

/// Whether the same matters stall and the same are slowed.
fn same_matters(a: &Point, b: &Point) -> bool {
    let matters = |cost: &Cost| -> Vec<(MatterIx, ServiceStatus)> {
        cost.losses.iter().map(|loss| (loss.matter, loss.status())).collect()
    };
    a.as_ref().map(matters) == b.as_ref().map(matters)
}

/// Runs of equal service; each takes the plan of its largest demand.
fn stretches(solved: BTreeMap<u32, Point>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (n, cost) in solved {
        match stretches.last_mut() {
            Some(last) if same_service(&last.cost, &cost) => (last.to, last.cost) = (n, cost),
            _ => stretches.push(Stretch { from: n, to: n, cost }),
        }
    }
    stretches
}
