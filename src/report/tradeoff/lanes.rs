//! What gives way, matter by matter: a lane from no case demanded to all.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::tradeoff::{Cost, Frontier};
use crate::model::MatterIx;
use crate::render::document::Block;
use crate::render::document::grid::{Axis, Grid, Lane, Level};
use crate::report::words::cells::tone;

/// What can become of a matter, from best to worst.
const LEVELS: [(ServiceStatus, &str); 3] = [
    (ServiceStatus::Full, "tradeoff-lane-kept"),
    (ServiceStatus::Slowed, "tradeoff-lane-slowed"),
    (ServiceStatus::Stalled, "tradeoff-lane-stalled"),
];

impl View<'_> {
    pub(super) fn lanes(&self) -> Vec<Block> {
        self.found.frontiers.iter().filter_map(|frontier| self.grid(frontier)).map(Block::Grid).collect()
    }

    /// Nothing where nothing gives way.
    fn grid(&self, frontier: &Frontier) -> Option<Grid> {
        let costs = by_number(frontier);
        let first = |matter: MatterIx| costs.iter().position(|cost| level(cost, matter) > 0);
        let mut matters: Vec<(usize, MatterIx)> =
            self.unit.matters().filter_map(|(matter, _)| Some((first(matter)?, matter))).collect();
        // The lanes follow each other as the matters give way.
        matters.sort();
        let lane = |(_, matter): &(usize, MatterIx)| Lane {
            name: self.words.matter(*matter).into(),
            levels: costs.iter().map(|cost| level(cost, *matter)).collect(),
        };
        let name = |(status, key): (ServiceStatus, &str)| Level { name: self.text.get(key).into(), tone: tone(status) };
        (!matters.is_empty()).then(|| Grid {
            name: "frontier",
            title: self.text.with("tradeoff-lanes", &[("audits", &self.name(frontier))]).into(),
            of: self.text.get("column-gives-way").into(),
            axis: Axis::Numbers,
            levels: LEVELS.map(name).into(),
            lanes: matters.iter().map(lane).collect(),
        })
    }
}

/// What each number of cases costs, as far as it can be done. Between two that were solved nothing but the extent
/// changes: those take what the larger one costs.
fn by_number(frontier: &Frontier) -> Vec<&Cost> {
    let mut costs = Vec::new();
    for stretch in &frontier.stretches {
        let Some(cost) = &stretch.cost else { break };
        let places = usize::try_from(stretch.to).unwrap_or_default() + 1;
        costs.resize(places.max(costs.len()), cost);
    }
    costs
}

fn level(cost: &Cost, matter: MatterIx) -> usize {
    let lost = cost.losses.iter().find(|loss| loss.matter == matter);
    lost.map_or(0, |loss| LEVELS.iter().position(|(status, _)| *status == loss.status()).unwrap_or_default().max(1))
}
