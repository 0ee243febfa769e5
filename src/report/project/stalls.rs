//! The first month in which each matter stalls, under every policy of retirement.

use super::View;
use crate::model::MatterIx;
use crate::render::document::{Block, Cell, Column, Kind, Table, Tone};
use crate::units::Month;

impl View<'_> {
    pub(super) fn stalls(&self) -> Vec<Block> {
        let table = self.stall_table();
        if table.rows.is_empty() {
            return vec![Block::Table(table)];
        }
        vec![self.heading("stalls-heading"), Block::Table(table), Block::plain(self.text.get("stalls-note"))]
    }

    pub(in crate::report) fn stall_table(&self) -> Table {
        let policies = &self.outlook.policies;
        let mut columns = vec![
            self.column(Kind::Id, "column-id"),
            self.column(Kind::Text, "column-matter"),
            self.column(Kind::Text, "column-tier"),
        ];
        columns.extend(
            policies.iter().map(|p| Column::new(Kind::Text, self.text.get(&format!("window-{}", p.policy.id())))),
        );
        let rows = self.unit.matters().filter_map(|(ix, matter)| {
            let months: Vec<_> = policies.iter().map(|projection| projection.first_stall(ix)).collect();
            if months.iter().all(Option::is_none) {
                return None;
            }
            let mut row =
                vec![Cell::from(&*matter.id), self.words.matter(ix).into(), self.words.tier(matter.tier).into()];
            row.extend(months.into_iter().map(|month| self.first_stall(month)));
            Some((self.outlook.chosen.first_stall(ix), matter.tier, ix, row))
        });
        let mut rows: Vec<(Option<Month>, _, MatterIx, _)> = rows.collect();
        // What never stalls under the policy asked for stands last.
        rows.sort_by_key(|(month, tier, ix, _)| (month.is_none(), *month, *tier, *ix));
        Table { name: "stalls", columns, rows: rows.into_iter().map(|(.., row)| row).collect() }
    }

    fn first_stall(&self, month: Option<Month>) -> Cell {
        match month {
            Some(month) => Cell::from(month).tone(Tone::Bad),
            None => self.text.get("never-within").into(),
        }
    }
}
