//! Measures, differences and matters: a row for each, a column for each scenario.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::compare::{Better, Outcome, Planned, Row, Side};
use crate::model::{PlanStatus, TierIx};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Cell, Column, Kind, Table, Tone};
use crate::units::round_half_up;
use rust_decimal::Decimal;

impl View<'_> {
    pub(super) fn tables(&self) -> Vec<Block> {
        let mut blocks = vec![
            self.heading("compare-measures-heading"),
            Block::Choice(self.names()),
            Block::Table(self.measure_table()),
            Block::plain(self.text.get("compare-measures-note")),
        ];
        if self.detail != Detail::Folded {
            blocks.push(Block::Chart(self.chart()));
        }
        blocks.extend([self.heading("compare-differences-heading"), Block::Table(self.difference_table())]);
        let matters = self.matter_table();
        if !matters.rows.is_empty() {
            blocks.push(self.heading("compare-matters-heading"));
        }
        blocks.push(Block::Table(matters));
        blocks
    }

    /// A column of names, one of ids, and one for each scenario.
    fn columns(&self, first: &str, kind: Kind, from: usize) -> Vec<Column> {
        let mut columns =
            vec![Column::new(Kind::Id, self.text.get("column-id")), Column::new(Kind::Text, self.text.get(first))];
        columns.extend(self.sides.iter().skip(from).map(|side| Column { head: (&*side.name).into(), kind }));
        columns
    }

    fn measure_table(&self) -> Table {
        let told = self.sides.iter().any(|side| !matches!(status(side), "compare-proven"));
        let row = |row: &Row| {
            let cells = row.values.iter().enumerate().map(|(i, value)| {
                let cell = value.map_or(Cell::empty(), |value| Cell::from(round_half_up(value, row.measure.places)));
                let best = row.is_best(i);
                cell.best(best).tone(if best { Tone::Good } else { Tone::Plain })
            });
            self.named(row).into_iter().chain(cells).collect()
        };
        let statuses = told.then(|| self.status_row());
        Table {
            name: "measures",
            columns: self.columns("column-measure", Kind::Given, 0),
            rows: statuses.into_iter().chain(self.rows.iter().map(row)).collect(),
        }
    }

    /// How sure each plan is, or why there is none.
    fn status_row(&self) -> Vec<Cell> {
        let cells = self.sides.iter().map(|side| {
            let tone = if side.planned().is_none() { Tone::Bad } else { Tone::Plain };
            Cell::from(self.text.get(status(side))).tone(tone)
        });
        [Cell::from("status"), Cell::from(self.text.get("column-status"))].into_iter().chain(cells).collect()
    }

    /// The id and the name of a measure.
    fn named(&self, row: &Row) -> [Cell; 2] {
        let Some(tier) = &row.tier else {
            return [Cell::from(row.id()), self.text.get(&format!("compared-{}", row.measure.id)).into()];
        };
        let found: Vec<_> = self.planned().filter_map(|planned| self.tier(planned, tier)).collect();
        let name = found.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let counts: Vec<_> = found.iter().map(|(_, count)| *count).collect();
        let told = match counts.first() {
            Some(count) if counts.iter().all(|other| other == count) => {
                self.text.with("compared-service.of", &[("tier", &name), ("count", &count.to_string())])
            }
            _ => self.text.with("compared-service", &[("tier", &name)]),
        };
        [Cell::from(row.id()), told.into()]
    }

    /// The name of a tier, and how many matters are in it.
    fn tier(&self, planned: &Planned, id: &str) -> Option<(String, usize)> {
        let service = planned.plan.service(&planned.unit);
        let (tier, _, count) = service.into_iter().find(|(tier, ..)| planned.unit[*tier].id == id)?;
        Some((self.words(planned).tier(tier), count))
    }

    /// What each scenario but the first has more or less.
    fn difference_table(&self) -> Table {
        let row = |row: &Row| -> Vec<Cell> {
            let cells = (1..self.sides.len()).map(|i| {
                let difference = row.difference(i);
                let tone = match row.measure.better.zip(difference) {
                    Some((better, difference)) => tone(better, difference),
                    None => Tone::Plain,
                };
                difference
                    .map_or(Cell::empty(), |value| Cell::from(round_half_up(value, row.measure.places)).tone(tone))
            });
            self.named(row).into_iter().chain(cells).collect()
        };
        Table {
            name: "differences",
            columns: self.columns("column-measure", Kind::Change, 1),
            rows: self.rows.iter().map(row).collect(),
        }
    }

    /// Every matter that some scenario does not serve in full.
    fn matter_table(&self) -> Table {
        let mut matters: Vec<(TierIx, &str, &str)> = Vec::new();
        for planned in self.planned() {
            for (ix, matter) in planned.unit.matters() {
                let full = planned.plan.status_of(&planned.unit, ix) == ServiceStatus::Full;
                if !full && matters.iter().all(|(_, id, _)| *id != matter.id) {
                    matters.push((matter.tier, &matter.id, &matter.name));
                }
            }
        }
        matters.sort_by_key(|(tier, ..)| *tier);
        let row = |(_, id, name): &(TierIx, &str, &str)| -> Vec<Cell> {
            let cells = self.sides.iter().map(|side| self.status_of(side, id));
            [Cell::from(*id), Cell::from(*name)].into_iter().chain(cells).collect()
        };
        Table {
            name: "statuses",
            columns: self.columns("column-matter", Kind::Text, 0),
            rows: matters.iter().map(row).collect(),
        }
    }

    fn status_of(&self, side: &Side, matter: &str) -> Cell {
        let Some(planned) = side.planned() else { return Cell::empty() };
        let found = planned.unit.matters().find(|(_, other)| other.id == matter);
        let Some((ix, _)) = found else { return Cell::from(self.text.get("nothing")) };
        let status = planned.plan.status_of(&planned.unit, ix);
        let tone = match status {
            ServiceStatus::Full => Tone::Good,
            ServiceStatus::Slowed | ServiceStatus::Unknown => Tone::Caution,
            ServiceStatus::Stalled => Tone::Bad,
        };
        Cell::from(self.words(planned).status(status)).tone(tone)
    }

    /// The share of each tier's service in each scenario.
    fn chart(&self) -> Chart {
        let planned: Vec<_> = self.sides.iter().filter_map(|side| Some((side, side.planned()?))).collect();
        let share = |planned: &Planned, id: &str| {
            let service = planned.plan.service(&planned.unit);
            let (_, sum, count) = service.into_iter().find(|(tier, ..)| planned.unit[*tier].id == id)?;
            sum.checked_div(Decimal::from(count))
        };
        let tiers = self.rows.iter().filter_map(|row| row.tier.as_ref());
        let series = tiers.map(|id| {
            let name = self.planned().find_map(|planned| self.tier(planned, id)).map(|(name, _)| name);
            Series {
                name: name.unwrap_or_default().into(),
                tone: Tone::Plain,
                values: planned.iter().map(|(_, planned)| share(planned, id)).collect(),
            }
        });
        Chart {
            name: "scenarios",
            title: self.text.get("compare-chart").into(),
            shape: Shape::Bars,
            kind: Kind::Percent,
            axes: Axes::new(self.text.get("compare-chart-scenario"), self.text.get("column-service-share")),
            categories: planned.iter().map(|(side, _)| (&*side.name).into()).collect(),
            series: series.collect(),
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
