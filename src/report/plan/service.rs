//! How far each tier, and in full each matter, is served.

use super::View;
use crate::analysis::ServiceStatus;
use crate::model::{MatterIx, TierIx};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(super) fn service(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "service-heading"), Block::Table(self.tier_table())];
        match self.detail {
            Detail::Folded => {}
            Detail::Full | Detail::Annexed => blocks.extend([
                Block::Chart(self.tier_chart()),
                Block::heading(self.text, "matters-heading"),
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
        columns("tiers", self.text, self.unit.tiers().map(|(tier, _)| tier))
            .col("tier", Kind::Text, |tier| self.words.tier_cell(*tier))
            .col("matters", Kind::Whole, |tier| self.matters_of(*tier, None))
            .each(self.statuses(), |columns, (status, tone)| {
                columns.named(status.id(), self.words.status(status), Kind::Whole, |tier| {
                    let count = self.matters_of(*tier, Some(status));
                    let quiet = count == 0 || status == ServiceStatus::Full;
                    Cell::from(count).tone(if quiet { Tone::Plain } else { tone })
                })
            })
            .table()
    }

    fn matter_table(&self) -> Table {
        let plan = &self.assessment.plan;
        let rows = self.unit.matters().map(|(ix, matter)| {
            (ix, matter, self.assessment.shortfalls.iter().find(|shortfall| shortfall.matter == ix))
        });
        columns("matters", self.text, rows)
            .id("id", |(_, matter, _)| &*matter.id)
            .head("name", "column-matter", Kind::Text, |(ix, ..)| self.words.matter(*ix))
            .col("section", Kind::Text, |(_, matter, _)| self.words.section_cell(matter.section))
            .col("tier", Kind::Text, |(_, matter, _)| self.words.tier_cell(matter.tier))
            .col("unit", Kind::Text, |(_, matter, _)| self.words.quoted_cell(&matter.unit))
            .col("arriving", Kind::Whole, |(_, matter, _)| matter.arriving)
            .col("done", Kind::of_cases(&plan.done), |(ix, ..)| plan.done[ix.0])
            .col("service_level", Kind::Percent, |(ix, ..)| plan.level(self.unit, *ix))
            .col("status", Kind::Text, |(ix, ..)| self.status(self.status_of(*ix)))
            .col("reason", Kind::Text, |(.., short)| short.map(|short| self.words.reason_cell(&short.reason)))
            .table()
    }
}
