//! Many numbers at once, the rules, and the other values of the sources.

use super::View;
use crate::analysis::sensitivity::Effect;
use crate::analysis::{Outcome, ServiceStatus};
use crate::model::Change;
use crate::render::document::{Block, Cell, Column, Kind, Table};
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn together(&self) -> Vec<Block> {
        let rows = self.found.together.iter().map(|(together, effect)| {
            let case = Cell::from(self.text.with(&format!("together-{}", together.id()), &[]));
            [vec![case], self.effect_cells(effect)].concat()
        });
        let columns = [vec![self.column(Kind::Text, "column-case")], self.effect_columns()].concat();
        let table = Table { name: "together", columns, rows: rows.collect() };
        vec![self.heading("together-heading"), Block::Table(table)]
    }

    pub(super) fn rules(&self) -> Vec<Block> {
        let rows = self.found.rules.iter().map(|(change, effect)| {
            let changed = self.unit.with(&[Change::Rule(change.clone())]);
            let setting = self.words.rule_setting(&changed.rules, change.rule());
            [vec![Cell::from(self.words.rule(change.rule())), setting.into()], self.effect_cells(effect)].concat()
        });
        let own = vec![self.column(Kind::Text, "column-rule"), self.column(Kind::Text, "column-setting")];
        let columns = [own, self.effect_columns()].concat();
        let table = Table { name: "rules", columns, rows: rows.collect() };
        let note = Block::plain(self.text.get("sensitivity-rules-note"));
        vec![self.heading("sensitivity-rules-heading"), Block::Table(table), note]
    }

    fn effect_columns(&self) -> Vec<Column> {
        let mut columns: Vec<_> =
            self.unit.tiers().map(|(tier, _)| Column::new(Kind::Decimal(2), self.words.tier(tier))).collect();
        columns.push(self.column(Kind::Text, "column-change"));
        columns
    }

    /// The service by tier, and what changes.
    fn effect_cells(&self, effect: &Effect) -> Vec<Cell> {
        let service = effect.verdict.service.iter().map(|sum| Cell::from(*sum));
        let changes =
            if effect.flipped.is_empty() { self.text.get("outcome-same") } else { self.flips(&effect.flipped) };
        service.chain([changes.into()]).collect()
    }

    pub(super) fn conflicts(&self) -> Vec<Block> {
        let columns = [
            self.column(Kind::Text, "column-topic"),
            self.column(Kind::Given, "column-value"),
            self.column(Kind::Text, "column-source"),
            self.column(Kind::Text, "column-effect"),
        ];
        let rows: Vec<[Cell; 4]> = self
            .found
            .conflicts
            .iter()
            .flat_map(|effect| {
                let conflict = &self.unit.conflicts[effect.conflict];
                let values = conflict.values.iter().zip(&effect.outcomes).enumerate();
                let others = values.filter(|(i, (_, outcome))| *i != conflict.used && **outcome != Outcome::Nothing);
                others.map(|(_, (value, outcome))| {
                    let told = self.words.outcome(outcome, self.is_same(outcome));
                    [Cell::from(&*conflict.topic), value.value.into(), Cell::from(&*value.source), told.into()]
                })
            })
            .collect();
        let heading = (!rows.is_empty()).then(|| self.heading("conflicts-heading"));
        heading.into_iter().chain([Block::Table(Table::new("conflicts", columns, rows))]).collect()
    }

    /// Whether the very matters stall and slow that do so now.
    fn is_same(&self, outcome: &Outcome) -> bool {
        let Outcome::Replanned { stalled, slowed, .. } = outcome else { return *outcome != Outcome::Unknown };
        let now = |status| -> BTreeSet<_> { self.found.base.with(status).into_iter().collect() };
        now(ServiceStatus::Stalled) == stalled.iter().copied().collect()
            && now(ServiceStatus::Slowed) == slowed.iter().copied().collect()
    }
}
