//! What could be done beside hiring or instead: at every staffing that may need most beside it, a measure is a changed
//! unit, asked anew.

use super::aim::Aim;
use super::answer::{Instead, Means, OtherAuthorised};
use super::front::{joined, smallest};
use super::search::Search;
use super::targets::Targets;
use super::timing::Interval;
use crate::analysis::project::{Projection, solve_all};
use crate::analysis::{AssessError, Steps, checked};
use crate::model::{
    Change, ConflictTarget, ContractRule, MatterIx, MoneyRange, Person, PersonIx, Quantity, RuleChange, Staff, Status,
    Unit,
};
use crate::optimise::service;
use crate::units::Month;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Hiring alone, then the measures open to a unit, with what must still be hired beside each where most must.
pub(super) fn alternatives(
    search: &Search<'_>,
    hardest: &Interval,
    intervals: &[Interval],
    without: &Projection,
    steps: &mut dyn Steps,
) -> Result<Vec<Instead>, AssessError> {
    let inner = within(&search.stop_at(hardest.month).unit);
    let handed = unmet(search, intervals, without);
    let measures = std::iter::once(None).chain(inner.iter().cloned().map(Some));
    let more = [(inner.len() > 1).then_some(Means::Together), (!handed.is_empty()).then_some(Means::HandOver(handed))];
    let measures: Vec<Option<Means>> = measures.chain(more.into_iter().flatten().map(Some)).collect();
    let mut staffings: Vec<&Interval> = intervals.iter().collect();
    // Those that need most come first, of equals the earliest.
    staffings.sort_by_key(|interval| Reverse(interval.front.fewest().unwrap_or(u32::MAX)));
    let cases: BTreeMap<usize, &Option<Means>> = measures.iter().enumerate().collect();
    let found = solve_all(&cases, steps, |measure| {
        let means = match measure {
            Some(Means::Together) => inner.iter().collect(),
            measure => measure.iter().collect::<Vec<_>>(),
        };
        most_needed(search, &staffings, &means)
    })?;
    let pay = search.pay();
    let yearly = |heads: Staff| pay.iter().map(|(employment, yearly)| *yearly * heads.of(*employment)).sum();
    let alternative = |(measure, (month, heads)): (Option<Means>, (_, Option<Staff>))| Instead {
        measure,
        month,
        heads,
        yearly: heads.map_or(MoneyRange::default(), yearly),
    };
    Ok(measures.into_iter().zip(found.into_values()).map(alternative).collect())
}

/// The first month of the staffing at which most newcomers are needed beside some means, and who.
///
/// No means makes anybody necessary who is not so without it: once no staffing left needs more without it than one
/// before needs with it, none of them needs more with it either. Nor does one that has everybody of another one need more
/// than that.
fn most_needed(
    search: &Search<'_>,
    staffings: &[&Interval],
    means: &[&Means],
) -> Result<(Month, Option<Staff>), AssessError> {
    let mut most: Option<(Month, Staff)> = None;
    let mut asked: Vec<&Unit> = Vec::new();
    for interval in staffings {
        let without = interval.front.fewest().unwrap_or(u32::MAX);
        if most.is_some_and(|(_, heads)| without <= heads.all()) {
            break;
        }
        let unit = &search.stop_at(interval.month).unit;
        if asked.iter().any(|other| has_all(unit, other)) {
            continue;
        }
        asked.push(unit);
        let changes: Vec<Change> = means.iter().flat_map(|means| changes(means, unit)).collect();
        let Some(heads) = needed(search, &unit.with(&changes))? else { return Ok((interval.month, None)) };
        if most.is_none_or(|(_, known)| heads.all() > known.all()) {
            most = Some((interval.month, heads));
        }
    }
    Ok(most.map_or((search.unit.as_of, Some(Staff::default())), |(month, heads)| (month, Some(heads))))
}

/// Whether a unit has everybody whom another has, or can recall, just as they are there.
fn has_all(unit: &Unit, other: &Unit) -> bool {
    let mut people = other.present().chain(other.people().filter(|(_, person)| is_on_loan(person)));
    people.all(|(ix, person)| unit.people.get(ix.0) == Some(person))
}

/// What a means changes in a unit of some month.
fn changes(means: &Means, unit: &Unit) -> Vec<Change> {
    let is_away = |person: &&PersonIx| unit.people.get(person.0).is_some_and(is_on_loan);
    match means {
        Means::Recall(people) => people.iter().filter(is_away).map(|person| Change::Recall(*person)).collect(),
        Means::Pool(most) => vec![Change::Rule(RuleChange::SectionsPerPerson(Some(*most)))],
        Means::ContractReview => {
            let rule = unit.rules.contract_steps.as_ref().and_then(ContractRule::reviewing);
            rule.into_iter().map(|rule| Change::Rule(RuleChange::ContractSteps(Some(rule)))).collect()
        }
        Means::HandOver(matters) => {
            matters.iter().map(|matter| Change::Number(Quantity::Volume(*matter), Decimal::ZERO)).collect()
        }
        // Its parts are asked for one by one.
        Means::Together => Vec::new(),
    }
}

fn is_on_loan(person: &Person) -> bool {
    person.status == Status::SecondedOut && !person.departed
}

/// The fewest newcomers of a changed unit, whose plan the checker has seen.
fn needed(search: &Search<'_>, unit: &Unit) -> Result<Option<Staff>, AssessError> {
    let targets: &Targets = &search.wanted.targets;
    let Some(heads) = smallest(unit, &targets.promises(unit), search.settings)? else { return Ok(None) };
    let unit = joined(unit, heads);
    let plan = checked(&unit, service(&unit, search.settings)?)?;
    if targets.hold_in(&unit, &plan) { Ok(Some(heads)) } else { Err(AssessError::Unkept(unit.as_of)) }
}

/// The means that the unit has by itself.
fn within(unit: &Unit) -> Vec<Means> {
    let away: Vec<PersonIx> = unit.people().filter(|(_, person)| is_on_loan(person)).map(|(ix, _)| ix).collect();
    let most = unit.rules.sections_per_person.filter(|most| (*most as usize) < unit.sections.len());
    let may_review = unit.rules.contract_steps.as_ref().and_then(ContractRule::reviewing).is_some();
    let means = [
        (!away.is_empty()).then_some(Means::Recall(away)),
        most.map(|most| Means::Pool(most + 1)),
        may_review.then_some(Means::ContractReview),
    ];
    means.into_iter().flatten().collect()
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
