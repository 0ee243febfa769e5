//! Measures, differences and matters: a row for each, a column for each scenario.

use super::View;
use crate::analysis::ServiceStatus;
use crate::analysis::compare::{Measure, Outcome, Planned, Row, Side};
use crate::model::{PlanStatus, TierIx};
use crate::render::detail::Detail;
use crate::render::document::chart::{Axes, Chart, Series, Shape};
use crate::render::document::{Block, Cell, Column, Kind, Table, Tone};
use crate::units::round_half_up;
use rust_decimal::Decimal;

/// Decimals of a sum of service levels.
const SERVICE_PLACES: u32 = 3;

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
                let cell = value.map_or(Cell::empty(), |value| Cell::from(shown(&row.measure, value)));
                let best = row.is_best(i);
                cell.best(best).tone(if best { Tone::Good } else { Tone::Plain })
            });
            self.named(&row.measure).into_iter().chain(cells).collect()
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
    fn named(&self, measure: &Measure) -> [Cell; 2] {
        let Measure::Service(tier) = measure else {
            return [Cell::from(measure.id()), self.text.get(key(measure)).into()];
        };
        let found: Vec<_> = self.planned().filter_map(|planned| self.tier(planned, tier)).collect();
        let name = found.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let counts: Vec<_> = found.iter().map(|(_, count)| *count).collect();
        let told = match counts.first() {
            Some(count) if counts.iter().all(|other| other == count) => {
                self.text.with("compare-service-of", &[("tier", &name), ("count", &count.to_string())])
            }
            _ => self.text.with("compare-service", &[("tier", &name)]),
        };
        [Cell::from(format!("service:{tier}")), told.into()]
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
                let tone = match row.measure.better().zip(difference) {
                    Some((better, difference)) => tone(better, difference),
                    None => Tone::Plain,
                };
                difference.map_or(Cell::empty(), |value| Cell::from(shown(&row.measure, value)).tone(tone))
            });
            self.named(&row.measure).into_iter().chain(cells).collect()
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
                let full = ServiceStatus::of(planned.plan.level(&planned.unit, ix)) == ServiceStatus::Full;
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
        let status = ServiceStatus::of(planned.plan.level(&planned.unit, ix));
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
        let tiers = self.rows.iter().filter_map(|row| match &row.measure {
            Measure::Service(tier) => Some(tier),
            _ => None,
        });
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

/// A value as far as it is shown: service to thousandths, money to the cent, hours whole.
fn shown(measure: &Measure, value: Decimal) -> Decimal {
    match measure {
        Measure::Service(_) => round_half_up(value, SERVICE_PLACES),
        Measure::PayLow | Measure::PayHigh => round_half_up(value, 2),
        _ => round_half_up(value, 0),
    }
}

/// Whether a difference is for the better.
fn tone(better: crate::analysis::compare::Better, difference: Decimal) -> Tone {
    use crate::analysis::compare::Better::{Higher, Lower};
    match better {
        _ if difference.is_zero() => Tone::Plain,
        Higher if difference > Decimal::ZERO => Tone::Good,
        Lower if difference < Decimal::ZERO => Tone::Good,
        Higher | Lower => Tone::Bad,
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

/// The key of the name of a measure that is no tier's.
const fn key(measure: &Measure) -> &'static str {
    match measure {
        Measure::Authorised => "headcount-authorised",
        Measure::OnBooks => "headcount-on-books",
        Measure::OnDuty => "headcount-on-duty",
        Measure::SecondedOut => "headcount-seconded-out",
        Measure::SecondedIn => "headcount-seconded-in",
        Measure::Contract => "headcount-contract",
        Measure::Vacancies => "compare-vacancies",
        Measure::Service(_) => "compare-service",
        Measure::Full => "compare-full",
        Measure::Slowed => "compare-slowed.count",
        Measure::Stalled => "compare-stalled.count",
        Measure::Moved => "compare-moved",
        Measure::WithoutBackup => "compare-without-backup",
        Measure::Slack => "compare-slack",
        Measure::PayLow => "compare-pay-low",
        Measure::PayHigh => "compare-pay-high",
    }
}
