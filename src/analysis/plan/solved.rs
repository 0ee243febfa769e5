//! Answers worked out beforehand, for whoever gets a page and no program: so many people more, a rule otherwise, a
//! later month.

use crate::analysis::live::{Effect, effect, people};
use crate::analysis::{AssessError, Steps};
use crate::model::{Change, RetirementPolicy, RuleChange, Separation, Unit};
use crate::optimise::Settings;
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

/// What a unit would be with more people, rules otherwise and in later months; every cell planned and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// Rules otherwise; the first as they are.
    pub rules: Vec<Option<RuleChange>>,
    /// Months; the first that of the unit.
    pub months: Vec<Month>,
    /// Rule by rule, month by month, established by established people, contract by contract worker.
    pub cells: Vec<Effect>,
}

/// Works out the whole table.
///
/// # Errors
/// See [`AssessError`]; [`OutOfTime`](crate::optimise::Error::OutOfTime) where it was not finished.
pub fn solved(unit: &Unit, settings: &Settings, steps: &mut dyn Steps) -> Result<Solved, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let (rules, months) = (rules(unit), months(unit));
    let mut tried: Vec<(Unit, Vec<Change>)> = Vec::new();
    for rule in &rules {
        for month in &months {
            let then = unit.in_month(*month, RetirementPolicy::Statutory).0;
            let then = then.with(&rule.iter().cloned().map(Change::Rule).collect::<Vec<_>>());
            let counts = (0..=MORE).flat_map(|established| (0..=MORE).map(move |contract| (established, contract)));
            tried.extend(counts.map(|(e, c)| (then.clone(), people(&then, e, c))));
        }
    }
    steps.begin(tried.len());
    let steps = Mutex::new(steps);
    let cell = |(unit, changes): &(Unit, Vec<Change>)| {
        let found = effect(&unit.with(changes), &settings);
        if let Ok(mut steps) = steps.lock() {
            steps.step();
        }
        found
    };
    let cells = tried.par_iter().map(cell).collect::<Result<_, _>>()?;
    Ok(Solved { rules, months, cells })
}

/// The rules most often asked about: fixed posts, and one section a person.
fn rules(unit: &Unit) -> Vec<Option<RuleChange>> {
    let asked = [RuleChange::Separation(Separation::Case), RuleChange::SectionsPerPerson(Some(2))];
    let differs = |change: &RuleChange| unit.setting_after(change) != unit.rules.setting(change.rule());
    std::iter::once(None).chain(asked.into_iter().filter(differs).map(Some)).collect()
}

/// The month of the unit, and those in which its staffing changes.
fn months(unit: &Unit) -> Vec<Month> {
    let events = unit.events(RetirementPolicy::Statutory, unit.as_of.plus(12 * YEARS - 1));
    let later: BTreeSet<Month> = events.into_keys().filter(|month| *month > unit.as_of).collect();
    std::iter::once(unit.as_of).chain(later.into_iter().take(MOST_MONTHS)).collect()
}
