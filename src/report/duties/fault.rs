//! One finding in words: the rows, who, where, and what else is to be known of it.

use super::View;
use crate::analysis::duties::{Detail, Fault, Kind, Unused};
use crate::report::words::month;

/// Matters named; the rest is counted.
const NAMED: usize = 4;

impl View<'_> {
    /// A finding in one line.
    pub(super) fn sentence(&self, fault: &Fault) -> String {
        let mut facts = Vec::new();
        let people = self.people(fault);
        if !people.is_empty() {
            facts.push(self.words.list(people));
        }
        if !fault.posts.is_empty() {
            facts.push(self.words.list(fault.posts.iter().map(|post| self.words.post(*post))));
        }
        if !fault.matters.is_empty() {
            facts.push(self.matters(fault));
        }
        let detail = self.detail(fault);
        facts.extend((!detail.is_empty()).then_some(detail));
        if !fault.takers.is_empty() {
            let takers = self.words.list(fault.takers.iter().map(|person| self.words.person(*person)));
            facts.push(self.text.with("duties-takers", &[("people", &takers)]));
        }
        let arguments = [("rows", &*self.words.list(self.rows(fault))), ("facts", &*self.words.clauses(facts))];
        let key = match fault.rows.len() {
            // Every row is meant, or nobody holds what lacks somebody.
            _ if fault.detail == Detail::Unsaid => "duties-fault-of-none",
            0 => "duties-fault-of-none",
            1 => "duties-fault-of-one",
            _ => "duties-fault",
        };
        self.text.with(key, &arguments)
    }

    /// Who is concerned: by id, or as the table has the name.
    pub(super) fn people(&self, fault: &Fault) -> Vec<String> {
        let known = fault.people.iter().map(|person| self.words.person(*person));
        known.chain(fault.strangers.iter().cloned()).collect()
    }

    /// The rows of the table.
    pub(super) fn rows(&self, fault: &Fault) -> Vec<String> {
        fault.rows.iter().filter_map(|row| self.ledger.grants.get(*row)).map(|grant| grant.place.clone()).collect()
    }

    fn matters(&self, fault: &Fault) -> String {
        let named = self.words.list(fault.matters.iter().take(NAMED).map(|matter| self.words.matter(*matter)));
        if fault.matters.len() <= NAMED {
            return named;
        }
        let arguments = [("matters", &*named), ("count", &*fault.matters.len().to_string())];
        self.text.with("duties-matters", &arguments)
    }

    /// What else is to be known of a finding; empty where its kind says it all.
    pub(super) fn detail(&self, fault: &Fault) -> String {
        match &fault.detail {
            Detail::None => String::new(),
            Detail::Since(since) => {
                let years = (self.unit.as_of.months_since(*since) / 12).to_string();
                let most = self.unit.rules.rotation.as_ref().map_or(0, |rule| rule.years).to_string();
                let arguments = [("since", &*month(self.text, *since)), ("years", &*years), ("most", &*most)];
                self.text.with("duties-detail-since", &arguments)
            }
            Detail::Numbers(found, wanted) => {
                let is_people = matches!(fault.kind, Kind::Vacant | Kind::Single);
                let arguments = [("found", &*found.to_string()), ("wanted", &*wanted.to_string())];
                self.text.with(if is_people { "duties-detail-people" } else { "duties-detail-sections" }, &arguments)
            }
            Detail::Gone(why) => self.text.get(&format!("duties-gone-{}", why.id())),
            Detail::Unused(Unused::NoStep) => {
                let rows = fault.rows.iter().filter_map(|row| self.ledger.grants.get(*row));
                let rights: Vec<_> = rows.flat_map(|grant| grant.rights.iter().copied()).collect();
                let steps = self.words.list(self.words.steps_nowhere(&rights));
                self.text.with("duties-unused-no_step", &[("steps", if steps.is_empty() { "none" } else { &steps })])
            }
            Detail::Unused(why) => self.text.get(&format!("duties-unused-{}", why.id())),
            Detail::Lacks(lacks) => {
                let lacks = lacks.iter().map(|one| self.text.get(&format!("duties-signature-{}", one.id())));
                self.text.with("duties-detail-lacks", &[("signatures", &self.words.list(lacks))])
            }
            Detail::Names(names) => self.text.with("duties-detail-names", &[("count", &names.to_string())]),
            Detail::Unsaid => self.text.get("duties-detail-unsaid"),
        }
    }
}
