//! How far each tier, and in full each matter, is served.

use super::{Detail, View};
use crate::analysis::ServiceStatus;
use crate::model::{MatterIx, TierIx};
use crate::report::view::{Block, Cell, Kind, Table, Tone};

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
        ServiceStatus::of(self.assessment.plan.level(self.unit, matter))
    }

    /// Matters of a tier, of any status or of one.
    pub(super) fn matters_of(&self, tier: TierIx, status: Option<ServiceStatus>) -> usize {
        let of_tier = self.unit.matters().filter(|(_, matter)| matter.tier == tier);
        of_tier.filter(|(ix, _)| status.is_none_or(|status| self.status_of(*ix) == status)).count()
    }

    fn tier_table(&self) -> Table {
        let columns = [
            self.column(Kind::Text, "column-tier"),
            self.column(Kind::Whole, "column-matters"),
            self.column(Kind::Whole, "status-full"),
            self.column(Kind::Whole, "status-slowed"),
            self.column(Kind::Whole, "status-stalled"),
        ];
        let rows = self.unit.tiers().map(|(tier, _)| {
            let cell = |status, tone| {
                let count = self.matters_of(tier, Some(status));
                Cell::from(count).tone(if count > 0 { tone } else { Tone::Plain })
            };
            [
                Cell::from(self.words.tier(tier)),
                self.matters_of(tier, None).into(),
                cell(ServiceStatus::Full, Tone::Plain),
                cell(ServiceStatus::Slowed, Tone::Caution),
                cell(ServiceStatus::Stalled, Tone::Bad),
            ]
        });
        Table::new("tiers", columns, rows)
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
