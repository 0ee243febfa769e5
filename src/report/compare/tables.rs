//! Measures, differences and matters: a row for each, a column for each scenario.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::compare::{Better, Outcome, Planned, Row, Side};
use crate::model::{PlanStatus, TierIx};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Shape};
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::{Columns, columns};
use crate::report::parts::statuses;
use crate::units::round_half_up;
use rust_decimal::Decimal;

impl View<'_> {
    pub(super) fn tables(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::heading(self.text, "compare-measures-heading"),
            Block::Choice(self.names()),
            Block::Table(self.measure_table()),
            Block::plain(self.text.get("compare-measures-note")),
        ];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.chart()));
        }
        blocks
            .extend([Block::heading(self.text, "compare-differences-heading"), Block::Table(self.difference_table())]);
        let matters = self.matter_table();
        if !matters.rows.is_empty() {
            blocks.push(Block::heading(self.text, "compare-matters-heading"));
        }
        blocks.push(Block::Table(matters));
        blocks
    }

    pub(super) fn measure_table(&self) -> Table {
        let told = self.sides.iter().any(|side| !matches!(status(side), "compare-proven"));
        let rows = told.then_some(None).into_iter().chain(self.rows.iter().map(Some));
        columns("measures", self.text, rows)
            .id("id", |row| row.map_or_else(|| "status".to_owned(), Row::id))
            .words("column-measure", |row| row.map_or_else(|| self.text.get("column-status"), |row| self.name_of(row)))
            .with(|columns| {
                self.each_side(columns, Kind::Given, 0, |row, i, side| {
                    let Some(row) = row else { return self.outcome(side) };
                    let best = row.is_best(i);
                    let tone = if best { Tone::Good } else { Tone::Plain };
                    if let Some((tier, planned)) = row.tier.as_deref().zip(side.planned()) {
                        return self.service_of(planned, tier, row, i).best(best).tone(tone);
                    }
                    let value = row.values[i].map(|value| round_half_up(value, row.measure.places));
                    Cell::from(value).best(best).tone(tone)
                })
            })
            .table()
    }

    /// A column for each scenario from one of them on.
    fn each_side<'c, R>(
        &self,
        columns: Columns<'c, R>,
        kind: Kind,
        from: usize,
        cell: impl Fn(&R, usize, &Side) -> Cell,
    ) -> Columns<'c, R> {
        columns.each(self.sides.iter().enumerate().skip(from), |columns, (i, side)| {
            columns.named(&format!("scenario_{}", i + 1), self.name(side), kind, |row| cell(row, i, side))
        })
    }

    /// How sure a plan is, or why there is none.
    fn outcome(&self, side: &Side) -> Cell {
        let tone = if side.planned().is_none() { Tone::Bad } else { Tone::Plain };
        Cell::word(side.status(), self.text.get(status(side))).tone(tone)
    }

    /// The name of a measure.
    fn name_of(&self, row: &Row) -> String {
        let Some(tier) = &row.tier else { return self.text.get(&format!("compared-{}", row.measure.id)) };
        let found: Vec<_> = self.planned().filter_map(|planned| self.tier(planned, tier)).collect();
        let name = found.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let counts: Vec<_> = found.iter().map(|(_, count)| *count).collect();
        match counts.first() {
            Some(count) if counts.iter().all(|other| other == count) => {
                self.text.with("compared-service.of", &[("tier", &name), ("count", &count.to_string())])
            }
            _ => self.text.with("compared-service", &[("tier", &name)]),
        }
    }

    /// The name of a tier, and how many matters are in it.
    fn tier(&self, planned: &Planned, id: &str) -> Option<(String, usize)> {
        let service = planned.plan.service(&planned.unit);
        let (tier, _, count) = service.into_iter().find(|(tier, ..)| planned.unit[*tier].id == id)?;
        Some((self.words(planned).tier(tier), count))
    }

    /// How a scenario serves the matters of a tier.
    fn service_of(&self, planned: &Planned, tier: &str, row: &Row, side: usize) -> Cell {
        let sum = row.values[side].map(|sum| round_half_up(sum, row.measure.places));
        Cell::from(sum.map(|sum| self.words(planned).service_cell_of(sum, planned.levels_of(tier))))
    }

    /// What a scenario makes of the matters of a tier, against the first.
    fn change_of(&self, tier: &str, side: usize, by: Decimal) -> Cell {
        let [Some(before), Some(after)] = [0, side].map(|side| self.sides[side].planned()) else {
            return Cell::empty();
        };
        let statuses = |planned: &Planned| planned.levels_of(tier).map(ServiceStatus::from).collect::<Vec<_>>();
        let said = self.words(after).service_change(
            &statuses(before),
            &statuses(after),
            [&after.further_than(before, tier), &after.less_than(before, tier)],
        );
        Cell::word(by.normalize().to_string(), said)
    }

    /// What each scenario but the first has more or less.
    fn difference_table(&self) -> Table {
        columns("differences", self.text, &self.rows)
            .id("id", |row| row.id())
            .words("column-measure", |row| self.name_of(row))
            .with(|columns| {
                self.each_side(columns, Kind::Change, 1, |row, i, _| {
                    let difference = row.difference(i);
                    let tone = row.measure.better.zip(difference).map(|(better, by)| tone(better, by));
                    let shown = difference.map(|difference| round_half_up(difference, row.measure.places));
                    let shown = match (&row.tier, shown) {
                        (Some(tier), Some(by)) => self.change_of(tier, i, by),
                        _ => Cell::from(shown),
                    };
                    shown.tone(tone.unwrap_or(Tone::Plain))
                })
            })
            .table()
    }

    /// Every matter that some scenario does not serve in full.
    fn matter_table(&self) -> Table {
        let mut matters: Vec<(TierIx, &str, String)> = Vec::new();
        for planned in self.planned() {
            for (ix, matter) in planned.unit.matters() {
                let full = planned.plan.status_of(&planned.unit, ix) == ServiceStatus::Full;
                if !full && matters.iter().all(|(_, id, _)| *id != matter.id) {
                    matters.push((matter.tier, &matter.id, self.words(planned).matter(ix)));
                }
            }
        }
        matters.sort_by_key(|(tier, ..)| *tier);
        columns("statuses", self.text, matters)
            .id("matter", |(_, id, _)| *id)
            .head("name", "column-matter", Kind::Text, |(.., name)| name.clone())
            .with(|columns| self.each_side(columns, Kind::Text, 0, |(_, id, _), _, side| self.status_of(side, id)))
            .table()
    }

    fn status_of(&self, side: &Side, matter: &str) -> Cell {
        let Some(planned) = side.planned() else { return Cell::empty() };
        let found = planned.unit.matters().find(|(_, other)| other.id == matter);
        let Some((ix, _)) = found else { return Cell::word("", self.text.get("nothing")) };
        self.words(planned).status_cell(planned.plan.status_of(&planned.unit, ix))
    }

    /// Matters by status in each scenario.
    fn chart(&self) -> Chart {
        let planned: Vec<_> = self.sides.iter().filter_map(|side| Some((side, side.planned()?))).collect();
        let count = |(_, planned): &(&Side, &Planned), status| planned.with_status(status).count();
        Chart {
            name: "scenarios",
            title: self.text.get("compare-chart").into(),
            shape: Shape::Stacked,
            kind: Kind::Whole,
            axes: Axes::new(self.text.get("compare-chart-scenario"), self.text.get("column-matters")),
            categories: planned.iter().map(|(side, _)| self.name(side).into()).collect(),
            series: statuses::series(self.text, &planned, count),
        }
    }
}

/// Whether a difference is for the better.
fn tone(better: Better, difference: Decimal) -> Tone {
    match better {
        _ if difference.is_zero() => Tone::Plain,
        Better::Higher if difference > Decimal::ZERO => Tone::Good,
        Better::Lower if difference < Decimal::ZERO => Tone::Good,
        Better::Higher | Better::Lower => Tone::Bad,
    }
}

/// The key of what became of a scenario.
fn status(side: &Side) -> &'static str {
    match &side.outcome {
        Outcome::Planned(planned) if planned.plan.status == PlanStatus::Optimal => "compare-proven",
        Outcome::Planned(_) => "compare-unproven",
        Outcome::BadInput => "compare-bad-input",
        Outcome::Failed(_) => "compare-failed",
    }
}
