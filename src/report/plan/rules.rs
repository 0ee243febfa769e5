//! The rules in force.

use super::View;
use crate::model::RuleId;
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Kind, Note, Table};

impl View<'_> {
    pub(super) fn rules(&self) -> Vec<Block> {
        let mut blocks = vec![self.annex("rules-heading"), Block::Table(self.rule_table())];
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
        let columns = [
            self.column(Kind::Text, "column-rule"),
            self.column(Kind::Text, "column-setting"),
            self.column(Kind::Text, "column-basis"),
            self.column(Kind::Text, "column-source"),
        ];
        let rules = &self.unit.rules;
        let rows = RuleId::ALL.into_iter().map(|rule| {
            let source = rules.sources.get(&rule);
            [
                Cell::from(self.words.rule(rule)),
                self.words.rule_setting(rules, rule).into(),
                source.map_or(Cell::empty(), |source| self.words.basis(source.basis).into()),
                source.and_then(|source| source.source.as_deref()).map_or(Cell::empty(), Cell::from),
            ]
        });
        Table::new("rules", columns, rows)
    }
}
