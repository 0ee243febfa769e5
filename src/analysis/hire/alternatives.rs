//! What could be done beside hiring or instead: at the staffing that needs most, every measure is a changed unit,
//! asked anew.

use super::aim::Aim;
use super::answer::{Instead, Means, OtherAuthorised};
use super::front::{joined, smallest};
use super::search::Search;
use super::targets::Targets;
use super::timing::Interval;
use crate::analysis::project::{Projection, solve_all};
use crate::analysis::{AssessError, Steps, checked};
use crate::model::{
    Change, ConflictTarget, ContractRule, MatterIx, MoneyRange, PersonIx, Quantity, RuleChange, Staff, Status, Unit,
};
use crate::optimise::service;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

/// Hiring alone, then the measures open to a unit, with what must still be hired beside each.
pub(super) fn alternatives(
    search: &Search<'_>,
    hardest: &Interval,
    intervals: &[Interval],
    without: &Projection,
    steps: &mut dyn Steps,
) -> Result<Vec<Instead>, AssessError> {
    let unit = &search.stop_at(hardest.month).unit;
    let mut measures: Vec<(Option<Means>, Vec<Change>)> = vec![(None, Vec::new())];
    let inner = within(unit);
    measures.extend(inner.iter().cloned().map(|(measure, changes)| (Some(measure), changes)));
    if inner.len() > 1 {
        measures.push((Some(Means::Together), inner.into_iter().flat_map(|(_, changes)| changes).collect()));
    }
    let handed = unmet(search, intervals, without);
    if !handed.is_empty() {
        let gone = handed.iter().map(|matter| Change::Number(Quantity::Volume(*matter), Decimal::ZERO));
        measures.push((Some(Means::HandOver(handed.clone())), gone.collect()));
    }
    let cases: BTreeMap<usize, Unit> = measures.iter().map(|(_, changes)| unit.with(changes)).enumerate().collect();
    let found = solve_all(&cases, steps, |unit| needed(search, unit))?;
    let pay = search.pay();
    let yearly = |heads: Staff| pay.iter().map(|(employment, yearly)| *yearly * heads.of(*employment)).sum();
    let alternative = |((measure, _), heads): (_, Option<Staff>)| Instead {
        measure,
        heads,
        yearly: heads.map_or(MoneyRange::default(), yearly),
    };
    Ok(measures.into_iter().zip(found.into_values()).map(alternative).collect())
}

/// The fewest newcomers of a changed unit, whose plan the checker has seen.
fn needed(search: &Search<'_>, unit: &Unit) -> Result<Option<Staff>, AssessError> {
    let targets: &Targets = &search.wanted.targets;
    let Some(heads) = smallest(unit, &targets.promises(unit), search.settings)? else { return Ok(None) };
    let unit = joined(unit, heads);
    let plan = checked(&unit, service(&unit, search.settings)?)?;
    if targets.hold_in(&unit, &plan) { Ok(Some(heads)) } else { Err(AssessError::Unkept(unit.as_of)) }
}

/// The measures that the unit can take by itself.
fn within(unit: &Unit) -> Vec<(Means, Vec<Change>)> {
    let away: Vec<PersonIx> =
        unit.people().filter(|(_, p)| p.status == Status::SecondedOut && !p.departed).map(|(ix, _)| ix).collect();
    let mut measures = Vec::new();
    if !away.is_empty() {
        let recalls = away.iter().map(|person| Change::Recall(*person)).collect();
        measures.push((Means::Recall(away), recalls));
    }
    if let Some(most) = unit.rules.sections_per_person.filter(|most| (*most as usize) < unit.sections.len()) {
        let change = Change::Rule(RuleChange::SectionsPerPerson(Some(most + 1)));
        measures.push((Means::Pool(most + 1), vec![change]));
    }
    if let Some(rule) = unit.rules.contract_steps.as_ref().and_then(ContractRule::reviewing) {
        measures.push((Means::ContractReview, vec![Change::Rule(RuleChange::ContractSteps(Some(rule)))]));
    }
    measures
}

/// Matters below full service in some staffing that misses a target without hires, of the last tier that has any.
fn unmet(search: &Search<'_>, intervals: &[Interval], without: &Projection) -> Vec<MatterIx> {
    let short = without.points.iter().zip(intervals).filter(|(_, i)| !i.front.admits(Staff::default()));
    let unmet: BTreeSet<MatterIx> = short.flat_map(|(point, _)| point.below_full()).collect();
    let of = |tier| unmet.iter().copied().filter(|ix| search.unit[*ix].tier == tier).collect::<Vec<_>>();
    let tiers = search.wanted.targets.tiers().map(|(tier, _)| of(tier));
    tiers.filter(|matters| !matters.is_empty()).last().unwrap_or_default()
}

/// What would follow if another source were right about the authorised posts; what the staffings need is the same.
pub(super) fn other_authorised(
    search: &Search<'_>,
    intervals: &[Interval],
) -> Result<Vec<OtherAuthorised>, AssessError> {
    let unit = &search.unit;
    let Some(stated) = unit.stated.authorised.as_ref().map(|stated| i64::from(stated.value)) else {
        return Ok(Vec::new());
    };
    let conflicts = unit.conflicts.iter().filter(|conflict| conflict.target == Some(ConflictTarget::Authorised));
    let values = conflicts.flat_map(|conflict| {
        conflict.values.iter().enumerate().filter(|(i, _)| *i != conflict.used).map(|(_, value)| value)
    });
    let mut others = Vec::new();
    for value in values {
        let Some(more) = value.value.to_i64().map(|value| value - stated) else { continue };
        let mut intervals = intervals.to_vec();
        for vacancies in intervals.iter_mut().filter_map(|interval| interval.vacancies.as_mut()) {
            *vacancies += more;
        }
        let mut walks = search.timed(&search.wanted.targets, intervals)?.walks;
        let Some(walk) = walks.remove(&Aim::Smallest) else { continue };
        let (authorised, source) = (value.value, value.source.clone());
        others.push(OtherAuthorised { authorised, source, heads: walk.heads, missed: walk.missed.len() });
    }
    Ok(others)
}
