//! What could be done beside hiring or instead: every measure is a changed unit, searched anew.

use super::answer::{Heads, Measure, Needed, OtherAuthorised};
use super::search::{Found, Search};
use crate::analysis::{AssessError, ServiceStatus, Steps, checked};
use crate::model::{
    Change, ConflictTarget, ContractRule, MatterIx, PersonIx, Quantity, RuleChange, Status, Step, Unit,
};
use crate::optimise::service;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// The measures open to a unit, and what must still be hired with each.
pub(super) fn alternatives(
    unit: &Unit,
    search: &Search<'_>,
    found: &Found,
    steps: &mut dyn Steps,
) -> Result<Vec<(Measure, Needed)>, AssessError> {
    let inner = within(unit);
    let mut measures: Vec<(Measure, Vec<Change>)> = inner.clone();
    if inner.len() > 1 {
        measures.push((Measure::Together, inner.into_iter().flat_map(|(_, changes)| changes).collect()));
    }
    let handed = unmet(search, found)?;
    if !handed.is_empty() {
        let gone = handed.iter().map(|matter| Change::Number(Quantity::Volume(*matter), Decimal::ZERO));
        measures.push((Measure::HandOver(handed.clone()), gone.collect()));
    }
    let mut needed = Vec::new();
    for (measure, changes) in measures {
        let other = Search::new(&unit.with(&changes), search.request, search.settings);
        let found = other.run(&search.request.targets, steps)?;
        needed.push((measure, other.needed(&search.request.targets, &found)?));
    }
    Ok(needed)
}

/// The measures that the unit can take by itself.
fn within(unit: &Unit) -> Vec<(Measure, Vec<Change>)> {
    let away: Vec<PersonIx> =
        unit.people().filter(|(_, p)| p.status == Status::SecondedOut && !p.departed).map(|(ix, _)| ix).collect();
    let mut measures = Vec::new();
    if !away.is_empty() {
        let recalls = away.iter().map(|person| Change::Recall(*person)).collect();
        measures.push((Measure::Recall(away), recalls));
    }
    if let Some(most) = unit.rules.sections_per_person.filter(|most| (*most as usize) < unit.sections.len()) {
        let change = Change::Rule(RuleChange::SectionsPerPerson(Some(most + 1)));
        measures.push((Measure::Pool(most + 1), vec![change]));
    }
    if let Some(rule) = unit.rules.contract_steps.as_ref().filter(|rule| !rule.steps.contains(&Step::Review)) {
        let steps: BTreeSet<Step> = rule.steps.iter().copied().chain([Step::Review]).collect();
        let rule = ContractRule { steps, duties: rule.duties.clone() };
        measures.push((Measure::ContractReview, vec![Change::Rule(RuleChange::ContractSteps(Some(rule)))]));
    }
    measures
}

/// Matters below full service at some staffing without hires, of the last tier of which something is asked and that
/// has any.
fn unmet(search: &Search<'_>, found: &Found) -> Result<Vec<MatterIx>, AssessError> {
    let mut unmet = BTreeSet::new();
    let staffings = search.course.stops.iter().zip(&found.intervals);
    for (stop, _) in staffings.filter(|(_, interval)| !interval.front.admits(Heads::default())) {
        let unit = &stop.unit;
        let plan = checked(unit, service(unit, search.settings)?)?;
        let short = unit.matters().filter(|(ix, _)| ServiceStatus::of(plan.level(unit, *ix)) != ServiceStatus::Full);
        unmet.extend(short.map(|(ix, _)| ix));
    }
    let tiers = search.request.targets.tiers().map(|(tier, _)| tier);
    let of = |tier| unmet.iter().copied().filter(|ix| search.unit[*ix].tier == tier).collect::<Vec<_>>();
    Ok(tiers.map(of).filter(|matters| !matters.is_empty()).last().unwrap_or_default())
}

/// What would be needed if another source were right about the authorised posts.
pub(super) fn other_authorised(search: &Search<'_>, found: &Found) -> Result<Vec<OtherAuthorised>, AssessError> {
    let mut others = Vec::new();
    let unit = &search.unit;
    let Some(stated) = unit.stated.authorised.as_ref().and_then(|stated| stated.value.to_i64()) else {
        return Ok(others);
    };
    for conflict in unit.conflicts.iter().filter(|c| c.target == Some(ConflictTarget::Authorised)) {
        let values = conflict.values.iter().enumerate().filter(|(i, _)| *i != conflict.used);
        for (value, whole) in values.filter_map(|(_, value)| Some((value, value.value.to_i64()?))) {
            let mut intervals = found.intervals.clone();
            for vacancies in intervals.iter_mut().filter_map(|interval| interval.vacancies.as_mut()) {
                *vacancies += whole - stated;
            }
            let needed = search.needed(&search.request.targets, &search.timed(intervals))?;
            others.push(OtherAuthorised { authorised: value.value, source: value.source.clone(), needed });
        }
    }
    Ok(others)
}
