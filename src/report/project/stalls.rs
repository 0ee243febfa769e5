//! The first month in which each matter stalls, under every policy of retirement.

use super::View;
use crate::render::document::{Block, Cell, Kind, Table, Tone};
use crate::report::parts::columns::columns;

impl View<'_> {
    pub(super) fn stalls(&self) -> Vec<Block> {
        let table = self.stall_table();
        if table.rows.is_empty() {
            return vec![Block::Table(table)];
        }
        vec![
            Block::heading(self.text, "stalls-heading"),
            Block::Table(table),
            Block::plain(self.text.get("stalls-note")),
        ]
    }

    pub(in crate::report) fn stall_table(&self) -> Table {
        let policies = &self.outlook.policies;
        let never = self.text.with("never-within", &[("until", &self.outlook.until.to_string())]);
        let stalls = |ix| policies.iter().any(|projection| projection.first_stall(ix).is_some());
        let mut rows: Vec<_> = self.unit.matters().filter(|(ix, _)| stalls(*ix)).collect();
        // What never stalls under the policy asked for stands last.
        rows.sort_by_key(|(ix, matter)| {
            let month = self.outlook.chosen.first_stall(*ix);
            (month.is_none(), month, matter.tier, *ix)
        });
        columns("stalls", self.text, rows)
            .matter("column-matter", self.words, |(ix, _)| *ix)
            .col("tier", Kind::Text, |(_, matter)| self.words.tier_cell(matter.tier))
            .each(policies, |columns, projection| {
                let policy = projection.policy.id();
                columns.head(policy, &format!("window-{policy}"), Kind::Text, |(ix, _)| {
                    match projection.first_stall(*ix) {
                        Some(month) => Cell::from(month).tone(Tone::Bad),
                        None => Cell::word("", never.clone()),
                    }
                })
            })
            .table()
    }
}
