//! The rules in force.

use super::View;
use crate::model::RuleId;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table};
use crate::report::parts::columns::columns;
use crate::report::parts::pack;

impl View<'_> {
    pub(super) fn rules(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(self.text, "rules-heading"), Block::Table(self.rule_table())];
        blocks.extend(pack::note(self.words).map(Block::Paragraph));
        if self.detail != Detail::Folded {
            let demands = RuleId::ALL.into_iter().filter(|rule| self.unit.rules.is_on(*rule)).map(|rule| {
                let arguments = [("rule", &*self.words.rule(rule)), ("what", &*self.words.rule_demand(rule))];
                Note::plain(self.text.with("rule-explained", &arguments))
            });
            blocks.push(Block::List(demands.collect()));
        }
        blocks
    }

    pub(in crate::report) fn rule_table(&self) -> Table {
        let rules = &self.unit.rules;
        columns("rules", self.text, RuleId::ALL.map(|rule| (rule, rules.sources.get(&rule))))
            .head("id", "column-rule", Kind::Text, |(rule, _)| self.words.rule_cell(*rule))
            .col("setting", Kind::Text, |(rule, _)| {
                Cell::word(rules.setting(*rule), self.words.rule_setting(rules, *rule))
            })
            .col("basis", Kind::Text, |(_, source)| source.map(|source| self.words.basis_cell(source.basis)))
            .col("source", Kind::Text, |(_, source)| {
                source.and_then(|source| Some(self.words.quoted_cell(source.source.as_deref()?)))
            })
            .table()
    }
}
