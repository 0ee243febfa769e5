//! What every staffing needs, and what the service is without and with the hires.

use super::View;
use crate::analysis::hire::Interval;
use crate::analysis::project::Point;
use crate::model::{Event, Hire, TierIx};
use crate::render::document::{Block, Cell, Kind, Table};
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::units::{Month, Share};
use rust_decimal::Decimal;

impl View<'_> {
    /// The targets against the least that is served.
    pub(super) fn targets(&self) -> Vec<Block> {
        let first = self.hiring.terms.intakes.first().copied();
        let with = self.hiring.smallest().map(|plan| &*plan.projection.points).unwrap_or_default();
        let target = |tier: TierIx| Some(self.hiring.terms.targets.of(tier)).filter(|target| *target > Share::ZERO);
        let table = columns("targets", self.text, self.unit.tiers())
            .id("tier", |(_, named)| &*named.id)
            .head("name", "column-tier", Kind::Text, |(tier, _)| self.words.tier(*tier))
            .head("share", "hire-column-target", Kind::Percent, |(tier, _)| target(*tier))
            .head("without", "hire-column-without", Kind::Percent, |(tier, _)| {
                self.least(&self.hiring.without.points, *tier, first)
            })
            .head("with", "hire-column-with", Kind::Percent, |(tier, _)| self.least(with, *tier, first))
            .table();
        vec![
            Block::heading(self.text, "hire-targets-heading"),
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
        let points = self.hiring.smallest().map(|plan| &*plan.projection.points).unwrap_or_default();
        let table = columns("timeline", self.text, points)
            .col("month", Kind::Text, |point| point.month)
            .col("events", Kind::Text, |point| self.events(&point.events))
            .col("on_books", Kind::Whole, |point| point.headcount.on_books)
            .head("contract", "column-contract-staff", Kind::Whole, |point| point.headcount.contract)
            .col("vacancies", Kind::Whole, |point| point.vacancies)
            .tiers(self.words, Kind::Percent, |point, tier| self.share_of(point, tier))
            .table();
        vec![Block::heading(self.text, "hire-timeline-heading"), Block::Table(table)]
    }

    fn events(&self, events: &[Event]) -> Cell {
        let said = match events {
            [] => self.text.get("events-none"),
            _ => self
                .words
                .list(events.iter().map(|event| self.words.event(event, |ix| self.hire(ix), |hire| self.joined(hire)))),
        };
        let id = |ix| self.hire(ix).map(|hire| hire.id.clone()).unwrap_or_default();
        Cell::word(self.words.event_ids(events, id), said)
    }

    /// People who join: those of the scenario and of the plan stand in one order, by month and id.
    fn hire(&self, ix: usize) -> Option<&Hire> {
        let planned = self.hiring.smallest().map(|plan| &*plan.hires).unwrap_or_default();
        let mut hires: Vec<_> = self.unit.hires.iter().chain(planned.iter().map(|planned| &planned.hire)).collect();
        hires.sort_by(|a, b| (a.month, &a.id).cmp(&(b.month, &b.id)));
        hires.get(ix).copied()
    }

    fn joined(&self, hire: &Hire) -> String {
        let arguments = [
            ("count", &*hire.count.to_string()),
            ("employment", &*self.words.engaged(hire.employment)),
            ("section", &*self.words.section(hire.section)),
        ];
        self.text.with("hire-event-hired", &arguments)
    }

    pub(super) fn needs(&self) -> Vec<Block> {
        vec![
            Block::heading(self.text, "hire-needs-heading"),
            Block::plain(self.text.get("hire-needs-note")),
            Block::Table(self.need_table()),
        ]
    }

    /// Every staffing without hires, and the mixes of newcomers of which nobody can be spared.
    pub(in crate::report) fn need_table(&self) -> Table {
        columns("needs", self.text, &self.hiring.intervals)
            .head("from", "hire-column-from-month", Kind::Text, |interval| interval.month)
            .head("until", "hire-column-until-month", Kind::Text, |interval| interval.until)
            .col("vacancies", Kind::Whole, |interval| interval.vacancies)
            .head("fewest", "hire-column-least-heads", Kind::Whole, |interval| interval.front.fewest())
            .head("mixes", "hire-column-mixes", Kind::Text, |interval| self.mixes(interval))
            .table()
    }

    /// Mixes of newcomers; to programs established and contract staff of each, as `2+1`.
    fn mixes(&self, interval: &Interval) -> Cell {
        let mixes = &interval.front.least;
        let id = mixes.iter().map(|heads| format!("{}+{}", heads.established, heads.contract));
        let said: Vec<String> = mixes.iter().map(|heads| self.words.heads(*heads)).collect();
        let or = self.text.get("hire-mixes-or");
        Cell::word(ids(id), if said.is_empty() { self.text.get("hire-mixes-none") } else { said.join(&or) })
    }
}
