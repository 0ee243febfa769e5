//! How far each tier, and in full each matter, is served.

use super::View;
use crate::analysis::ServiceStatus;
use crate::model::{MatterIx, TierIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Column, Kind, Table, Tone};

impl View<'_> {
    pub(super) fn service(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("service-heading"), Block::Table(self.tier_table())];
        match self.detail {
            Detail::Folded => blocks.extend(self.full_by_section()),
            Detail::Full | Detail::Annexed => blocks.extend([
                Block::Chart(self.tier_chart()),
                self.heading("matters-heading"),
                Block::Table(self.matter_table()),
            ]),
        }
        blocks
    }

    fn status_of(&self, matter: MatterIx) -> ServiceStatus {
        self.assessment.plan.proven_status(self.unit, matter)
    }

    /// Matters of a tier, of any status or of one.
    pub(super) fn matters_of(&self, tier: TierIx, status: Option<ServiceStatus>) -> usize {
        let of_tier = self.unit.matters().filter(|(_, matter)| matter.tier == tier);
        of_tier.filter(|(ix, _)| status.is_none_or(|status| self.status_of(*ix) == status)).count()
    }

    /// What can become of a matter in this plan, with its tone: unknown only where the search was not finished.
    pub(super) fn statuses(&self) -> Vec<(ServiceStatus, Tone)> {
        let unknown = self.assessment.shortfalls.iter().any(|shortfall| shortfall.status == ServiceStatus::Unknown);
        let known = [
            (ServiceStatus::Full, Tone::Good),
            (ServiceStatus::Slowed, Tone::Caution),
            (ServiceStatus::Stalled, Tone::Bad),
        ];
        known.into_iter().chain(unknown.then_some((ServiceStatus::Unknown, Tone::Plain))).collect()
    }

    fn tier_table(&self) -> Table {
        let statuses = self.statuses();
        let named = statuses.iter().map(|(status, _)| Column::new(Kind::Whole, self.words.status(*status)));
        let columns = [self.column(Kind::Text, "column-tier"), self.column(Kind::Whole, "column-matters")];
        let columns: Vec<_> = columns.into_iter().chain(named).collect();
        let rows = self.unit.tiers().map(|(tier, _)| {
            let cell = |(status, tone): &(ServiceStatus, Tone)| {
                let count = self.matters_of(tier, Some(*status));
                let quiet = count == 0 || *status == ServiceStatus::Full;
                Cell::from(count).tone(if quiet { Tone::Plain } else { *tone })
            };
            let first = [Cell::from(self.words.tier(tier)), self.matters_of(tier, None).into()];
            first.into_iter().chain(statuses.iter().map(cell)).collect::<Vec<_>>()
        });
        Table { name: "tiers", columns, rows: rows.collect() }
    }

    fn matter_table(&self) -> Table {
        let plan = &self.assessment.plan;
        let columns = [
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-matter"),
            self.column(Kind::Text, "column-section"),
            self.column(Kind::Text, "column-tier"),
            self.column(Kind::Whole, "column-arriving"),
            self.column(Kind::of_cases(&plan.done), "column-done"),
            self.column(Kind::Percent, "column-level"),
            self.column(Kind::Text, "column-status"),
            self.column(Kind::Text, "column-reason"),
        ];
        let rows = self.unit.matters().map(|(ix, matter)| {
            let shortfall = self.assessment.shortfalls.iter().find(|s| s.matter == ix);
            [
                Cell::from(&*matter.id),
                Cell::from(&*matter.name),
                self.words.section(matter.section).into(),
                self.words.tier(matter.tier).into(),
                matter.arriving.into(),
                plan.done[ix.0].into(),
                plan.level(self.unit, ix).into(),
                self.status(self.status_of(ix)),
                shortfall.map_or(Cell::empty(), |s| self.words.reason(&s.reason).into()),
            ]
        });
        Table::new("matters", columns, rows)
    }

    fn full_by_section(&self) -> Option<Block> {
        let counts = self.unit.sections().filter_map(|(section, _)| {
            let here = self.unit.matters().filter(|(_, matter)| matter.section == section);
            let full = here.filter(|(ix, _)| self.status_of(*ix) == ServiceStatus::Full).count();
            let arguments = [("section", &*self.words.section(section)), ("count", &*full.to_string())];
            (full > 0).then(|| self.text.with("section-count", &arguments))
        });
        let counts = self.words.list(counts);
        (!counts.is_empty()).then(|| Block::plain(self.text.with("full-by-section", &[("counts", &counts)])))
    }
}
