//! Changes of a unit in words.

use super::Words;
use crate::analysis::ServiceStatus;
use crate::analysis::explain::{Explanation, Shift, StaffKind};
use crate::model::{Change, Quantity, RuleChange};
use crate::render::document::Kind;
use rust_decimal::Decimal;

impl Words<'_> {
    /// Changes as one clause.
    #[must_use]
    pub fn changes(self, changes: &[Change]) -> String {
        self.changes_as(changes, |change| self.change(change))
    }

    /// Changes as one clause, each told in a way of its own.
    fn changes_as(self, changes: &[Change], told: impl Fn(&Change) -> String) -> String {
        let changes: Vec<_> = changes.iter().map(told).collect();
        match &*changes {
            [first, second] => self.text.with("change-both", &[("first", first), ("second", second)]),
            _ => self.clauses(changes),
        }
    }

    /// That so many people of a kind join, as a clause.
    #[must_use]
    pub fn joining(self, kind: StaffKind, count: u32) -> String {
        let key = format!("change-join-{}{}", kind.id(), if count == 1 { ".one" } else { "" });
        self.text.with(&key, &[("count", &count.to_string())])
    }

    /// A matter served otherwise than before, with how far it is served; full service is said in a word.
    #[must_use]
    pub fn shift(self, shift: Shift) -> String {
        let arguments = [
            ("matter", &*self.matter(shift.matter)),
            ("from", &*Kind::Percent.show(shift.from.value())),
            ("to", &*Kind::Percent.show(shift.to.value())),
        ];
        let full = ServiceStatus::from(shift.to) == ServiceStatus::Full;
        self.text.with(if full { "repair-full" } else { "repair-shift" }, &arguments)
    }

    /// One change as a clause.
    #[must_use]
    pub fn change(self, change: &Change) -> String {
        let person = |ix| [("person", self.person(ix))];
        let with = |key: &str, arguments: &[(&str, String)]| {
            let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, &**value)).collect();
            self.text.with(key, &arguments)
        };
        match change {
            Change::Join(hire) => self.joining(StaffKind::from(hire), hire.count),
            Change::Recall(ix) => with("change-recall", &person(*ix)),
            Change::Leave(ix) => with("change-leave", &person(*ix)),
            Change::Unpin(ix) => with("change-unpin", &person(*ix)),
            Change::NoMinimum(ix) => with("change-no-minimum", &[("section", self.section(*ix))]),
            Change::Rule(rule) => self.rule_change(rule),
            Change::Number(quantity, to) => self.number_change(quantity, *to),
            Change::Prefer(matters) => {
                let names: Vec<_> = matters.iter().map(|ix| self.matter(*ix)).collect();
                with("change-prefer", &[("matter", self.list(&names))])
            }
        }
    }

    fn rule_change(self, change: &RuleChange) -> String {
        let rule = change.rule();
        let after = self.unit.with(&[Change::Rule(change.clone())]).rules;
        let arguments = [("rule", &*self.rule(rule)), ("to", &*self.rule_setting(&after, rule))];
        self.text.with("change-rule", &arguments)
    }

    fn number_change(self, quantity: &Quantity, to: Decimal) -> String {
        let (from, to) = (Kind::Given.show(quantity.of(self.unit)), Kind::Given.show(to));
        match quantity {
            Quantity::Volume(matter) => {
                let arguments = [
                    ("matter", &*self.matter(*matter)),
                    ("unit", self.counted_in(*matter)),
                    ("from", &*from),
                    ("to", &*to),
                ];
                self.text.with("change-volume", &arguments)
            }
            Quantity::Minutes(matter, step) => {
                let arguments =
                    [("matter", &*self.matter(*matter)), ("step", &*self.step(*step)), ("from", &*from), ("to", &*to)];
                self.text.with("change-minutes", &arguments)
            }
            other => {
                let arguments = [("path", &*other.path(self.unit)), ("from", &*from), ("to", &*to)];
                self.text.with("change-number", &arguments)
            }
        }
    }
}

impl Words<'_> {
    /// The first line of an explanation: the best single change that the unit may make at nobody's expense, else two
    /// together, else what remains.
    #[must_use]
    pub fn first_help(self, explanation: &Explanation) -> String {
        self.first_help_as(explanation, |change| self.change(change))
    }

    /// The same with each change told in a way of its own.
    pub(in crate::report) fn first_help_as(
        self,
        explanation: &Explanation,
        told: impl Fn(&Change) -> String,
    ) -> String {
        let Some(repair) = explanation.best() else {
            let key = if explanation.conflict.is_by_rule_alone() { "help-none-by-rule" } else { "help-none" };
            return self.text.get(key);
        };
        let key = match repair {
            _ if repair.is_free() && repair.changes.len() == 1 => "help-single",
            _ if repair.is_free() => "help-pair",
            _ if repair.against_law => "help-against-law",
            _ if repair.ends_separation() => "help-without-separation",
            _ => "help-at-a-price",
        };
        let arguments = [
            ("changes", &*self.changes_as(&repair.changes, &told)),
            ("reach", &*self.reach(repair.level)),
            ("worse", &*self.matters(&repair.worse.iter().map(|shift| shift.matter).collect::<Vec<_>>())),
        ];
        let first = self.text.with(key, &arguments);
        match explanation.best_by_people() {
            Some(by_people) if by_people != repair => {
                let arguments = [
                    ("changes", &*self.changes_as(&by_people.changes, &told)),
                    ("reach", &*self.reach(by_people.level)),
                ];
                self.sentences([first, self.text.with("help-by-people", &arguments)])
            }
            _ => first,
        }
    }
}
