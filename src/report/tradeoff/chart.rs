//! What gives way, drawn.

use super::View;
use crate::analysis::tradeoff::{Cost, Frontier};
use crate::model::TierIx;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Kind, Tone};
use crate::render::line::Line;
use rust_decimal::Decimal;

impl View<'_> {
    pub(super) fn charts(&self) -> Vec<Block> {
        self.found.frontiers.iter().map(|frontier| Block::Chart(self.chart(frontier))).collect()
    }

    /// By demand, how many matters of each tier give way: a sum of their levels would say nothing of any of them.
    fn chart(&self, frontier: &Frontier) -> Chart {
        let shown = self.shown(frontier);
        let costs: Vec<_> = shown.iter().filter_map(|stretch| Some((*stretch, stretch.cost.as_ref()?))).collect();
        let lost = |tier: TierIx, cost: &Cost| {
            Decimal::from(cost.losses.iter().filter(|loss| self.unit[loss.matter].tier == tier).count())
        };
        let series = self.unit.tiers().map(|(tier, _)| {
            Series::new(self.words.tier(tier), Tone::Plain, costs.iter().map(|(_, cost)| lost(tier, cost)))
        });
        let label = |from: u32, to: u32| Line::from(if from == to { to.to_string() } else { format!("{from}-{to}") });
        Chart {
            name: "frontier",
            title: self.text.with("tradeoff-chart", &[("audits", &self.name(frontier))]).into(),
            shape: Shape::Stacked,
            kind: Kind::Whole,
            axes: Axes::new(self.text.get("tradeoff-chart-cases"), self.text.get("tradeoff-chart-lost")),
            categories: costs.iter().map(|(stretch, _)| label(stretch.from, stretch.to)).collect(),
            series: series.collect(),
        }
    }
}
