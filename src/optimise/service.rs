//! The service stages: which way to them a unit allows. The only place where that is chosen.

use super::lattice::{self, Answer, Holders, Question, Reply};
use super::loosened;
use super::pooled;
use super::tolerance::HAIR;
use super::{Ask, Error, Promise, Settings};
use crate::model::{MatterIx, MatterStep, Separation, Unit};
use crate::units::Minutes;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// The matters of every tier to which something arrives, in order of the tiers.
pub(super) fn tiers(unit: &Unit) -> Vec<Vec<MatterIx>> {
    let of_tier = |tier| unit.matters().filter(move |(_, matter)| matter.tier == tier && matter.has_cases());
    unit.tiers().map(|(tier, _)| of_tier(tier).map(|(ix, _)| ix).collect()).collect()
}

/// The best of a question without a search, where the unit and the settings allow that. Models can only be written
/// where there is a program.
pub(super) fn without_search(question: &Question, settings: &Settings) -> Option<Reply> {
    let may = settings.formulation.is_by_sections() && settings.export.is_none();
    if !may {
        return None;
    }
    in_parts(question, settings).or_else(|| loosened::answer(question, settings, in_parts))
}

fn in_parts(question: &Question, settings: &Settings) -> Option<Reply> {
    if !falls_apart(question.unit) {
        return None;
    }
    let found = lattice::answer(question, settings).or_else(|| pooled::answer(question, settings))?;
    let is_had = match &found {
        // Holders of several posts who may not meet a case twice are known to be enough only when it is dealt.
        Reply::Best(best) if question.unit.rules.separation == Separation::Case => {
            loosened::can_be_dealt(question, &best.held, best, settings)
        }
        _ => true,
    };
    is_had.then_some(found)
}

/// Whether nothing ties sections, matters or hours together in a way that only a program of the whole unit knows.
pub(super) fn falls_apart(unit: &Unit) -> bool {
    unit.sections.iter().all(|section| section.minimum == 0)
        && unit.present().all(|(_, person)| person.terms.split.is_empty())
        && unit.open_matters().all(|(_, matter)| matter.bounds().all(|bound| !unit[bound].has_cases()))
}

/// The best service of a unit without a search; with `seats`, with the fewest moves and the most backups.
pub(super) fn best(unit: &Unit, seats: bool, settings: &Settings) -> Option<Answer> {
    let (ask, floors, order) = (Ask::default(), BTreeMap::new(), tiers(unit));
    match without_search(&Question { seats, ..Question::of(unit, &ask, &floors, &order) }, settings)? {
        Reply::Best(answer) => Some(answer),
        // Without floors there is always the plan that does nothing.
        Reply::Shut => None,
    }
}

/// Makes a unit the one that is being studied. It changes no answer: questions about changes of few of its sections
/// then cost least. To be called before any question is asked, since of equal plans another may stand otherwise.
pub fn study(unit: &Unit, settings: &Settings) {
    let (ask, floors, order) = (Ask::default(), BTreeMap::new(), tiers(unit));
    if falls_apart(unit) {
        lattice::study(&Question::of(unit, &ask, &floors, &order), settings);
    }
}

/// Makes room for questions about many staffings of no more people than a unit has: they then share what is worked out. It
/// changes no answer.
pub fn make_room(unit: &Unit, settings: &Settings) {
    let (ask, floors, order) = (Ask::default(), BTreeMap::new(), tiers(unit));
    if falls_apart(unit) {
        lattice::make_room(&Question::of(unit, &ask, &floors, &order), settings);
    }
}

/// The best of some sums, one after the other, while promises are kept; without a search, where that is possible. Of
/// plans with the same sums any, or the one that serves what comes earlier in the scenario.
///
/// A promise of one matter, or of all that some matters can have, is a floor of each. Any other is put before the sums
/// asked for: where no more than it can be had, to serve it first is to keep it. Where more can be had, the first sum is
/// served before it, which is best if the promise is kept even so.
pub(super) fn best_keeping(
    unit: &Unit,
    ask: &Ask,
    promises: &[Promise],
    (sums, any): (&[Vec<MatterIx>], bool),
    settings: &Settings,
) -> Option<Reply> {
    let (floors, others) = floors(unit, promises)?;
    let asked = |order: Vec<&Vec<MatterIx>>| {
        let order: Vec<Vec<MatterIx>> = order.into_iter().cloned().collect();
        without_search(&Question { any, ..Question::of(unit, ask, &floors, &order) }, settings)
    };
    let before = others.iter().map(|promise| &promise.matters);
    let mut answer = match asked(before.clone().chain(sums).collect())? {
        Reply::Best(answer) => answer,
        Reply::Shut => return Some(Reply::Shut),
    };
    if answer.open.iter().any(|open| !open.is_zero()) {
        // What others could do instead is not known.
        return None;
    }
    if others.iter().zip(&answer.sums).any(|(promise, reached)| *reached < promise.sum - HAIR) {
        return Some(Reply::Shut);
    }
    let Some(loose) = others.iter().zip(&answer.sums).position(|(promise, reached)| *reached > promise.sum + HAIR)
    else {
        answer.sums.drain(..others.len());
        return Some(Reply::Best(answer));
    };
    let order = before.clone().take(loose).chain(sums.iter().take(1)).chain(before.skip(loose)).collect();
    let Reply::Best(mut answer) = asked(order)? else { return None };
    let first = answer.sums.remove(loose.min(answer.sums.len() - 1));
    let kept = others.iter().zip(&answer.sums).all(|(promise, reached)| *reached >= promise.sum - HAIR);
    (kept && sums.len() == 1).then(|| Reply::Best(Answer { sums: vec![first], ..answer }))
}

/// Whether a matter that takes no time is served at all while promises are kept: then it can be served in full, since
/// whatever serves some of its cases serves all of them in no more time. `None` where that is not known without a search, or
/// where another matter comes before it.
///
/// # Errors
/// [`Error::Promises`].
pub(super) fn is_served(
    unit: &Unit,
    ask: &Ask,
    matter: MatterIx,
    promises: &[Promise],
    settings: &Settings,
) -> Result<Option<bool>, Error> {
    let costs = |step: &MatterStep| step.minutes.value != Minutes::ZERO && !ask.costless.contains(&(matter, step.step));
    if ask.steps(unit, matter).any(costs) || unit[matter].bounds().any(|bound| unit[bound].has_cases()) {
        return Ok(None);
    }
    let Some((floors, others)) = floors(unit, promises) else { return Ok(None) };
    let order: Vec<Vec<MatterIx>> = others.iter().map(|promise| promise.matters.clone()).collect();
    if order.len() > 1 {
        return Ok(None);
    }
    let are_kept = |floors: &BTreeMap<MatterIx, Decimal>| {
        match without_search(&Question { any: true, ..Question::of(unit, ask, floors, &order) }, settings)? {
            Reply::Shut => Some(false),
            Reply::Best(answer) => {
                let kept = others.iter().zip(&answer.sums).all(|(promise, sum)| *sum >= promise.sum - HAIR);
                // A plan that keeps them is enough; that none does is known only when the search has ended.
                (kept || answer.open.iter().all(Decimal::is_zero)).then_some(kept)
            }
        }
    };
    let mut with = floors.clone();
    with.insert(matter, Decimal::ONE);
    Ok(match are_kept(&with) {
        Some(false) => match are_kept(&floors) {
            Some(true) => Some(false),
            Some(false) => return Err(Error::Promises),
            None => None,
        },
        found => found,
    })
}

/// How many different people could hold posts of a matter at once while promises are kept. `None` where only a program of the whole unit knows.
pub(super) fn holders(
    unit: &Unit,
    ask: &Ask,
    matter: MatterIx,
    promises: &[Promise],
    settings: &Settings,
) -> Option<Holders> {
    if !settings.formulation.is_by_sections() || !falls_apart(unit) || unit.rules.separation == Separation::Case {
        return None;
    }
    let (floors, others) = floors(unit, promises)?;
    let order: Vec<Vec<MatterIx>> = others.iter().map(|promise| promise.matters.clone()).collect();
    let question = Question { any: true, ..Question::of(unit, ask, &floors, &order) };
    lattice::holders(&question, matter, others.first().map(|promise| promise.sum), settings)
}

/// Promises as floors of single matters, and those that are none.
pub(super) fn floors<'p>(
    unit: &Unit,
    promises: &'p [Promise],
) -> Option<(BTreeMap<MatterIx, Decimal>, Vec<&'p Promise>)> {
    let mut floors: BTreeMap<MatterIx, Decimal> = BTreeMap::new();
    let mut others = Vec::new();
    for promise in promises {
        let weight = |matter: &MatterIx| unit[*matter].weight.value();
        let matters: Vec<MatterIx> = promise.matters.iter().copied().filter(|m| unit[*m].has_cases()).collect();
        let whole: Decimal = matters.iter().map(weight).sum();
        let share = match matters[..] {
            _ if promise.sum >= whole - HAIR => Decimal::ONE,
            [only] => promise.sum.checked_div(weight(&only))?.round_dp_with_strategy(9, RoundingStrategy::ToZero),
            _ => {
                others.push(promise);
                continue;
            }
        };
        for matter in matters {
            let floor = floors.entry(matter).or_default();
            *floor = share.clamp(*floor, Decimal::ONE);
        }
    }
    Some((floors, others))
}
