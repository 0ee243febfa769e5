//! Many numbers at once, the rules, and the other values of the sources.

use super::View;
use crate::analysis::sensitivity::Effect;
use crate::analysis::{Outcome, ServiceStatus};
use crate::model::Change;
use crate::render::document::{Block, Cell, Kind};
use crate::report::parts::columns::{Columns, columns};
use std::collections::BTreeSet;

impl View<'_> {
    pub(super) fn together(&self) -> Vec<Block> {
        let table = columns("together", self.text, &self.found.together)
            .col("case", Kind::Text, |(together, _)| {
                Cell::word(together.id(), self.text.get(&format!("together-{}", together.id())))
            })
            .with(|columns| self.effect(columns, |(_, effect)| effect))
            .table();
        vec![Block::heading(self.text, "together-heading"), Block::Table(table)]
    }

    pub(super) fn rules(&self) -> Vec<Block> {
        let table = columns("rules", self.text, &self.found.rules)
            .col("rule", Kind::Text, |(change, _)| self.words.rule_cell(change.rule()))
            .col("setting", Kind::Text, |(change, _)| {
                let changed = self.unit.with(&[Change::Rule(change.clone())]).rules;
                Cell::word(changed.setting(change.rule()), self.words.rule_setting(&changed, change.rule()))
            })
            .with(|columns| self.effect(columns, |(_, effect)| effect))
            .table();
        let note = Block::plain(self.text.get("sensitivity-rules-note"));
        vec![Block::heading(self.text, "sensitivity-rules-heading"), Block::Table(table), note]
    }

    /// The service by tier, and what changes.
    fn effect<'c, R>(&self, columns: Columns<'c, R>, of: impl Fn(&R) -> &Effect) -> Columns<'c, R> {
        let changes = |effect: &Effect| {
            if effect.flipped.is_empty() { self.text.get("outcome-same") } else { self.flips(&effect.flipped) }
        };
        columns
            .tiers(self.words, Kind::Text, |row, tier| {
                let verdict = &of(row).verdict;
                self.words.service_cell(tier, verdict.service[tier.0], &verdict.levels)
            })
            .head("flipped", "column-change", Kind::Text, |row| self.flips_cell(&of(row).flipped, changes(of(row))))
    }

    pub(super) fn conflicts(&self) -> Vec<Block> {
        let rows = self.found.conflicts.iter().flat_map(|effect| {
            let conflict = &self.unit.conflicts[effect.conflict];
            let values = conflict.values.iter().zip(&effect.outcomes).enumerate();
            let others = values.filter(|(i, (_, outcome))| *i != conflict.used && **outcome != Outcome::Nothing);
            others.map(move |(_, (value, outcome))| (conflict, value, outcome))
        });
        let table = columns("conflicts", self.text, rows)
            .col("topic", Kind::Text, |(conflict, ..)| self.words.quoted_cell(&conflict.topic))
            .col("value", Kind::Given, |(_, value, _)| value.value)
            .col("source", Kind::Text, |(_, value, _)| &*value.source)
            .col("effect", Kind::Text, |(.., outcome)| self.words.outcome_cell(outcome, self.is_same(outcome)))
            .table();
        let heading = (!table.rows.is_empty()).then(|| Block::heading(self.text, "conflicts-heading"));
        heading.into_iter().chain([Block::Table(table)]).collect()
    }

    /// Whether the very matters stall and slow that do so now.
    fn is_same(&self, outcome: &Outcome) -> bool {
        let Outcome::Replanned { stalled, slowed, .. } = outcome else { return *outcome != Outcome::Unknown };
        let now = |status| -> BTreeSet<_> { self.found.base.with(status).into_iter().collect() };
        now(ServiceStatus::Stalled) == stalled.iter().copied().collect()
            && now(ServiceStatus::Slowed) == slowed.iter().copied().collect()
    }
}
