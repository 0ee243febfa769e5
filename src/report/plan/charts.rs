//! What is easier seen than read: the service of each tier, the load of each person.

use super::View;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Kind, Tone};

impl View<'_> {
    /// Matters of each tier by status.
    pub(super) fn tier_chart(&self) -> Chart {
        let series = |status, tone| {
            let counts = self.unit.tiers().map(|(tier, _)| self.matters_of(tier, Some(status)).into());
            Series::new(self.words.status(status), tone, counts)
        };
        Chart {
            name: "tiers",
            title: self.text.get("chart-tiers").into(),
            shape: Shape::Stacked,
            kind: Kind::Whole,
            axes: Axes::new(self.text.get("column-tier"), self.text.get("column-matters")),
            categories: self.unit.tiers().map(|(tier, _)| self.words.tier(tier).into()).collect(),
            series: self.statuses().into_iter().map(|(status, tone)| series(status, tone)).collect(),
        }
    }

    /// How much of the hours of each person is used.
    pub(super) fn load_chart(&self) -> Chart {
        let use_of = self.unit.present().map(|(ix, person)| self.tally.of_person(ix).share_of(person.hours).value());
        Chart {
            name: "load",
            title: self.text.get("chart-load").into(),
            shape: Shape::Bars,
            kind: Kind::Percent,
            axes: Axes::new(self.text.get("column-person"), self.text.get("column-use")),
            categories: self.unit.present().map(|(ix, _)| self.words.person(ix).into()).collect(),
            series: vec![Series::new(self.text.get("column-use"), Tone::Plain, use_of)],
        }
    }
}
