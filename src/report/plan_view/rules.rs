//! The rules in force, and what they report but do not forbid.

use super::{Detail, View};
use crate::analysis::Finding;
use crate::model::RuleId;
use crate::report::view::{Block, Cell, Kind, Note, Table, Tone};
use crate::report::words::Words;

impl View<'_> {
    pub(super) fn rules(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("rules-heading"), Block::Table(self.rule_table())];
        if self.detail == Detail::Full {
            let demands = RuleId::ALL.into_iter().filter(|rule| self.unit.rules.is_on(*rule)).map(|rule| {
                let arguments = [("rule", &*self.words.rule(rule)), ("what", &*self.words.rule_demand(rule))];
                Note::plain(self.text.with("rule-explained", &arguments))
            });
            blocks.push(Block::List(demands.collect()));
        }
        blocks
    }

    fn rule_table(&self) -> Table {
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

    pub(super) fn findings(&self) -> Vec<Block> {
        let notes: Vec<_> = self.assessment.findings.iter().map(|found| finding(self.words, found)).collect();
        if notes.is_empty() { Vec::new() } else { vec![self.heading("findings-heading"), Block::List(notes)] }
    }
}

/// A finding in words.
fn finding(words: Words<'_>, finding: &Finding) -> Note {
    let text = match finding {
        Finding::ExemptFromDualReview(matter) => {
            let why = words.unit[*matter].dual_review_exempt.clone().unwrap_or_default();
            words.text.with("finding-exempt", &[("matter", &words.matter(*matter)), ("why", &why)])
        }
        Finding::LongTenure { person, post, since } => words.text.with(
            "finding-long-tenure",
            &[("person", &words.person(*person)), ("post", &words.post(*post)), ("since", &since.to_string())],
        ),
        Finding::CashierKeepsAccounts { matter, post } => {
            words.text.with("finding-cashier", &[("matter", &words.matter(*matter)), ("post", &words.post(*post))])
        }
    };
    Note::new(Tone::Caution, text)
}
