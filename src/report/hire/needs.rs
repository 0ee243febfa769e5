//! What every staffing needs, and what the service is without and with the hires.

use super::View;
use crate::analysis::hire::Interval;
use crate::analysis::project::Point;
use crate::model::{Event, TierIx};
use crate::render::document::{Block, Cell, Column, Kind, Table};
use crate::units::{Month, Share};
use rust_decimal::Decimal;

impl View<'_> {
    /// The targets against the least that is served.
    pub(super) fn targets(&self) -> Vec<Block> {
        let columns = [
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-tier"),
            self.column(Kind::Percent, "hire-column-target"),
            self.column(Kind::Percent, "hire-column-without"),
            self.column(Kind::Percent, "hire-column-with"),
        ];
        let first = self.hiring.terms.intakes.first().copied();
        let with = self.hiring.smallest().map(|plan| &*plan.projection.points);
        let rows = self.unit.tiers().map(|(tier, named)| {
            let target = self.hiring.terms.targets.of(tier);
            [
                Cell::from(&*named.id),
                self.words.tier(tier).into(),
                if target > Share::ZERO { target.into() } else { Cell::empty() },
                self.least(&self.hiring.without.points, tier, first),
                self.least(with.unwrap_or_default(), tier, first),
            ]
        });
        let table = Table::new("targets", columns, rows);
        vec![
            self.heading("hire-targets-heading"),
            Block::plain(self.text.get("hire-targets-note")),
            Block::Table(table),
        ]
    }

    /// The least share of a tier's service from a month on.
    fn least(&self, points: &[Point], tier: TierIx, from: Option<Month>) -> Cell {
        let begun = points.iter().take_while(|point| from.is_none_or(|from| point.month <= from)).count();
        let shares = points.iter().skip(begun.saturating_sub(1)).map(|point| self.share_of(point, tier));
        shares.min().map_or(Cell::empty(), Cell::from)
    }

    fn share_of(&self, point: &Point, tier: TierIx) -> Share {
        let of_tier = |(i, _): &(usize, &Share)| self.unit.matters[*i].tier == tier;
        let arriving = |i: usize| self.unit.matters[i].arriving.value() > Decimal::ZERO;
        let weighed = point.levels.iter().enumerate().filter(of_tier).filter(|(i, _)| arriving(*i));
        let weight = |i: usize| self.unit.matters[i].weight.value();
        let (sum, whole) = weighed.fold((Decimal::ZERO, Decimal::ZERO), |(sum, whole), (i, level)| {
            (sum + weight(i) * level.value(), whole + weight(i))
        });
        sum.checked_div(whole).map_or(Share::ONE, Share::new)
    }

    /// Every change of staffing of the smallest plan.
    pub(super) fn timeline(&self) -> Vec<Block> {
        let mut columns = vec![
            self.column(Kind::Text, "column-month"),
            self.column(Kind::Text, "column-events"),
            self.column(Kind::Whole, "column-on-books"),
            self.column(Kind::Whole, "column-contract-staff"),
            self.column(Kind::Whole, "column-vacancies"),
        ];
        columns.extend(self.unit.tiers().map(|(tier, _)| Column::new(Kind::Percent, self.words.tier(tier))));
        let points = self.hiring.smallest().map(|plan| &*plan.projection.points).unwrap_or_default();
        let rows = points.iter().map(|point| {
            let mut row = vec![
                Cell::from(point.month.to_string()),
                self.events(&point.events).into(),
                Self::count(point.headcount.on_books),
                Self::count(point.headcount.contract),
                point.vacancies.map_or(Cell::empty(), |count| Decimal::from(count).into()),
            ];
            row.extend(self.unit.tiers().map(|(tier, _)| Cell::from(self.share_of(point, tier))));
            row
        });
        let table = Table { name: "timeline", columns, rows: rows.collect() };
        vec![self.heading("hire-timeline-heading"), Block::Table(table)]
    }

    fn events(&self, events: &[Event]) -> String {
        if events.is_empty() {
            return self.text.get("events-none");
        }
        let event = |event: &Event| self.words.event(event, |hire| self.joined(hire));
        self.words.list(events.iter().map(event))
    }

    /// People who join: those of the scenario and of the plan stand in one order, by month and id.
    fn joined(&self, ix: usize) -> String {
        let planned = self.hiring.smallest().map(|plan| &*plan.hires).unwrap_or_default();
        let mut hires: Vec<_> = self.unit.hires.iter().chain(planned.iter().map(|planned| &planned.hire)).collect();
        hires.sort_by(|a, b| (a.month, &a.id).cmp(&(b.month, &b.id)));
        let Some(hire) = hires.get(ix) else { return String::new() };
        let arguments = [
            ("count", &*hire.count.to_string()),
            ("employment", &*self.words.employment(hire.employment)),
            ("section", &*self.words.section(hire.section)),
        ];
        self.text.with("hire-event-hired", &arguments)
    }

    pub(super) fn needs(&self) -> Vec<Block> {
        vec![
            self.heading("hire-needs-heading"),
            Block::plain(self.text.get("hire-needs-note")),
            Block::Table(self.need_table()),
        ]
    }

    /// Every staffing without hires, and the mixes of newcomers of which nobody can be spared.
    pub(in crate::report) fn need_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "hire-column-from-month"),
            self.column(Kind::Text, "hire-column-until-month"),
            self.column(Kind::Whole, "column-vacancies"),
            self.column(Kind::Whole, "hire-column-least-heads"),
            self.column(Kind::Text, "hire-column-mixes"),
        ];
        let rows = self.hiring.intervals.iter().map(|interval| {
            [
                Cell::from(interval.month.to_string()),
                interval.until.to_string().into(),
                interval.vacancies.map_or(Cell::empty(), |count| Decimal::from(count).into()),
                interval.front.fewest().map_or(Cell::empty(), Self::count),
                self.mixes(interval).into(),
            ]
        });
        Table::new("needs", columns, rows)
    }

    fn mixes(&self, interval: &Interval) -> String {
        let mixes: Vec<String> = interval.front.least.iter().map(|heads| self.words.heads(*heads)).collect();
        if mixes.is_empty() { self.text.get("hire-mixes-none") } else { mixes.join(&self.text.get("hire-mixes-or")) }
    }
}
