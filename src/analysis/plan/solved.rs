//! Answers worked out beforehand, for whoever gets a page and no program: so many people more, a rule otherwise, a
//! later month.

use crate::analysis::live::{Effect, effect, people};
use crate::analysis::{AssessError, Steps};
use crate::model::{Change, ContractRule, RetirementPolicy, RuleChange, Separation, Unit};
use crate::optimise::{Deadline, Error, Settings, make_room};
use crate::units::Month;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Mutex;

/// How many more people of each employment are tried.
pub const MORE: u32 = 5;
/// Years ahead whose months of change are tried.
const YEARS: i32 = 5;
/// Months of change at most.
const MOST_MONTHS: usize = 12;
/// Hundredths of the time left that one cell may take: most take far less, and few keep all others waiting.
const FOR_A_CELL: u32 = 1;

/// What a unit would be with more people, rules otherwise and in later months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// Rules otherwise; the first as they are.
    pub rules: Vec<Option<RuleChange>>,
    /// Months; the first that of the unit.
    pub months: Vec<Month>,
    /// Rule by rule, month by month, established by established people, contract by contract worker.
    pub cells: Vec<Cell>,
}

/// What is known of one of them, and from what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// It was planned, and the plan checked.
    Planned(Effect),
    /// Fewer people were planned to serve every matter in full, and the plan was checked: whoever joins them need do
    /// nothing.
    Full,
    /// Neither, in the time there was.
    Unknown,
}

impl Cell {
    fn is_full(&self) -> bool {
        match self {
            Self::Planned(Effect { stalled, slowed, unknown }) => {
                [stalled, slowed, unknown].into_iter().all(Vec::is_empty)
            }
            Self::Full => true,
            Self::Unknown => false,
        }
    }
}

impl Solved {
    /// How many established people and contract workers more, the fewest tried, with whom every matter is known to be
    /// served in full by the rules and in the month as they are.
    #[must_use]
    pub fn full_with(&self) -> Option<(u32, u32)> {
        let staffings = (0..=MORE).flat_map(|established| (0..=MORE).map(move |contract| (established, contract)));
        let full = staffings.zip(&self.cells).filter(|(_, cell)| cell.is_full()).map(|(staffing, _)| staffing);
        full.min_by_key(|(established, contract)| established + contract)
    }
}

/// Works out the whole table for the unit as it is, and for rules otherwise.
///
/// # Errors
/// See [`AssessError`].
pub fn solved(
    unit: &Unit,
    otherwise: Vec<RuleChange>,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Solved, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let rules: Vec<_> = std::iter::once(None).chain(otherwise.into_iter().map(Some)).collect();
    let months = months(unit);
    let then = |(rule, month): (&Option<RuleChange>, Month)| {
        let then = unit.in_month(month, RetirementPolicy::Statutory).0;
        then.with(&rule.iter().cloned().map(Change::Rule).collect::<Vec<_>>())
    };
    let tried = rules.iter().flat_map(|rule| months.iter().map(move |month| (rule, *month)));
    let tried: Vec<Unit> = tried.map(then).collect();
    for unit in &tried {
        make_room(&unit.with(&people(unit, MORE, MORE)), &settings);
    }
    steps.begin(tried.len());
    let steps = Mutex::new(steps);
    let table = |unit: Unit| {
        let found = staffings(&unit, &settings);
        if let Ok(mut steps) = steps.lock() {
            steps.step();
        }
        found
    };
    let cells = tried.into_par_iter().map(table).collect::<Result<Vec<_>, _>>()?.concat();
    Ok(Solved { rules, months, cells })
}

/// So many more established people, each with so many more contract workers.
fn staffings(unit: &Unit, settings: &Settings) -> Result<Vec<Cell>, AssessError> {
    let side = MORE as usize + 1;
    let mut cells: Vec<Cell> = Vec::with_capacity(side * side);
    for (established, contract) in (0..=MORE).flat_map(|established| (0..=MORE).map(move |more| (established, more))) {
        let fewer = [(established > 0).then_some(side), (contract > 0).then_some(1)];
        let is_full = |fewer: usize| cells.iter().rev().nth(fewer - 1).is_some_and(Cell::is_full);
        let cell = if fewer.into_iter().flatten().any(is_full) {
            Cell::Full
        } else {
            match effect(&unit.with(&people(unit, established, contract)), &in_part(settings)) {
                Err(AssessError::Optimise(Error::OutOfTime)) => Cell::Unknown,
                found => Cell::Planned(found?),
            }
        };
        cells.push(cell);
    }
    Ok(cells)
}

/// With a part of the time left: what one cell does not find in it is unknown of that cell alone.
fn in_part(settings: &Settings) -> Settings {
    let part = settings.deadline.share(FOR_A_CELL).left();
    let deadline = part.map_or_else(Deadline::default, |part| settings.deadline.afresh(part));
    Settings { deadline, ..settings.clone() }
}

/// The rule most often asked about, which takes hardly longer than the rules as they are: contract staff may review too.
#[must_use]
pub fn usual_rules(unit: &Unit) -> Vec<RuleChange> {
    let review = unit.rules.contract_steps.as_ref().and_then(ContractRule::reviewing);
    let review = review.map(|rule| RuleChange::ContractSteps(Some(rule)));
    review.into_iter().filter(|change| may_ask(unit, change)).collect()
}

/// Those often asked about: that one, fixed posts, and one section a person.
#[must_use]
pub fn rules(unit: &Unit) -> Vec<RuleChange> {
    let more = [RuleChange::Separation(Separation::Case), RuleChange::SectionsPerPerson(Some(2))];
    usual_rules(unit).into_iter().chain(more.into_iter().filter(|change| may_ask(unit, change))).collect()
}

/// Whether a rule is otherwise with a change that the unit can make by itself.
fn may_ask(unit: &Unit, change: &RuleChange) -> bool {
    !unit.rules.is_law(change.rule()) && unit.setting_after(change) != unit.rules.setting(change.rule())
}

/// The month of the unit, and those in which its staffing changes.
fn months(unit: &Unit) -> Vec<Month> {
    let events = unit.events(RetirementPolicy::Statutory, unit.as_of.plus(12 * YEARS - 1));
    let later: BTreeSet<Month> = events.into_keys().filter(|month| *month > unit.as_of).collect();
    std::iter::once(unit.as_of).chain(later.into_iter().take(MOST_MONTHS)).collect()
}
