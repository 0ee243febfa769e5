//! Many numbers at once, and the rules.

use super::{Direction, Flip, Inquiry, Subject, Verdict};
use crate::analysis::AssessError;
use crate::model::{Basis, Change, Quantity, RuleChange, Separation, Unit};
use std::collections::BTreeMap;

/// What follows from a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What is served then.
    pub verdict: Verdict,
    /// What that changes.
    pub flipped: Vec<Flip>,
}

/// Many numbers at the ends of their ranges at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Together {
    /// Every volume, rate and minute one way.
    Work(Direction),
    /// Every number tried one way, days and shares too.
    Everything(Direction),
}

impl Together {
    /// What is tried.
    pub const ALL: [Self; 4] = [
        Self::Work(Direction::Easier),
        Self::Everything(Direction::Easier),
        Self::Work(Direction::Harder),
        Self::Everything(Direction::Harder),
    ];

    /// The word used in JSON and as key of the text catalogues.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Work(Direction::Easier) => "work-easier",
            Self::Work(Direction::Harder) => "work-harder",
            Self::Everything(Direction::Easier) => "everything-easier",
            Self::Everything(Direction::Harder) => "everything-harder",
        }
    }

    const fn direction(self) -> Direction {
        match self {
            Self::Work(direction) | Self::Everything(direction) => direction,
        }
    }

    const fn moves(self, quantity: &Quantity) -> bool {
        let is_work =
            matches!(quantity, Quantity::Driver(_) | Quantity::Rate(_) | Quantity::Volume(_) | Quantity::Minutes(..));
        matches!(self, Self::Everything(_)) || is_work
    }
}

impl Inquiry<'_> {
    pub(super) fn together(&self, numbers: &[(Quantity, Basis)]) -> Result<Vec<(Together, Effect)>, AssessError> {
        let unit = |together: Together| {
            let moved = numbers.iter().filter(|(quantity, _)| together.moves(quantity));
            let changes = moved.flat_map(|(quantity, _)| {
                let subject = Subject::One(quantity.clone());
                let end = subject.end(self.unit, together.direction(), self.factor);
                subject.changes(self.unit, end)
            });
            let unit = self.unit.with(&changes.collect::<Vec<_>>());
            (unit, together.direction() == Direction::Harder)
        };
        let units: BTreeMap<usize, (Unit, bool)> = Together::ALL.iter().map(|t| unit(*t)).enumerate().collect();
        let effects = self.effects(&units)?;
        Ok(Together::ALL.into_iter().zip(effects.into_values()).collect())
    }

    /// Each rule in force lifted or eased, and backups demanded.
    pub(super) fn rules(&self) -> Result<Vec<(RuleChange, Effect)>, AssessError> {
        let changes = rule_changes(self.unit);
        let units = changes.iter().map(|change| (self.unit.with(&[Change::Rule(change.clone())]), false));
        let effects = self.effects(&units.enumerate().collect())?;
        Ok(changes.into_iter().zip(effects.into_values()).collect())
    }
}

fn rule_changes(unit: &Unit) -> Vec<RuleChange> {
    let rules = &unit.rules;
    let separation = match rules.separation {
        Separation::Post => vec![Separation::Case, Separation::Off],
        Separation::Case => vec![Separation::Post, Separation::Off],
        Separation::Off => vec![Separation::Post, Separation::Case],
    };
    let mut changes: Vec<_> = separation.into_iter().map(RuleChange::Separation).collect();
    changes.push(RuleChange::DutyGroups(!rules.duty_groups));
    match rules.sections_per_person {
        Some(most) => changes.extend([Some(most + 1), None].map(RuleChange::SectionsPerPerson)),
        None => changes.push(RuleChange::SectionsPerPerson(Some(1))),
    }
    changes.extend(rules.contract_steps.is_some().then_some(RuleChange::ContractSteps(None)));
    changes.push(RuleChange::LeaderSteps(!rules.leader_steps));
    let pairs = rules.kin.as_ref().is_some_and(|pairs| !pairs.is_empty());
    changes.extend(pairs.then_some(RuleChange::WithoutKin));
    changes.extend(rules.cashier.is_some().then_some(RuleChange::WithoutCashier));
    changes.push(RuleChange::OwnAudit(!rules.own_audit));
    changes.push(RuleChange::Cover(rules.cover + 1));
    changes
}
