//! What those who approve can get through at best where they have not hours enough for all of it, if nothing else is
//! short: how far each matter then goes, where there is one way only.

use super::lattice::Question;
use crate::model::{MatterIx, Step};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::{BTreeMap, BTreeSet};

/// The only levels with which the first sums are as large as the hours of approval allow.
pub(super) struct Forced {
    /// These sums.
    pub(super) sums: Vec<Decimal>,
    /// Levels of their matters, rounded down to 10⁻⁹.
    pub(super) levels: BTreeMap<MatterIx, Decimal>,
    /// For all other matters that have to be approved no hours are left.
    pub(super) closed: BTreeSet<MatterIx>,
}

/// The levels that so many hours of approval force, up to the sum at which they run out; `None` where they do not, or
/// where there are several ways.
///
/// max Σ weight × f over 0 ≤ f ≤ 1 with Σ hours × f within those left takes matters in the order of hours for each unit of
/// service; that is the only optimum unless matters that need as many are served in part between them.
pub(super) fn levels(question: &Question, hours: Decimal) -> Option<Forced> {
    let unit = question.unit;
    if !question.floors.is_empty() {
        return None;
    }
    let mut left = hours;
    let mut forced = Forced { sums: Vec::new(), levels: BTreeMap::new(), closed: BTreeSet::new() };
    for sum in question.order {
        let mut waiting: Vec<(Decimal, MatterIx)> = Vec::new();
        for matter in sum.iter().filter(|matter| unit[**matter].has_cases() && question.ask.is_about(**matter)) {
            if forced.levels.contains_key(matter) {
                return None;
            }
            waiting.push((approval(question, *matter)?.checked_div(unit[*matter].weight.value())?, *matter));
        }
        waiting.sort();
        let mut reached = Decimal::ZERO;
        for group in waiting.chunk_by(|(one, _), (other, _)| *other - *one <= ALIKE) {
            let mut whole = Decimal::ZERO;
            for (_, matter) in group {
                whole += approval(question, *matter)?;
            }
            let share = match group {
                _ if whole <= left => Decimal::ONE,
                _ if left.is_zero() => Decimal::ZERO,
                [_] => left.checked_div(whole)?,
                _ => return None,
            };
            left -= (whole * share).min(left);
            if share < Decimal::ONE {
                left = Decimal::ZERO;
            }
            let level = share.round_dp_with_strategy(9, RoundingStrategy::ToZero);
            for (_, matter) in group {
                reached += unit[*matter].weight.value() * share;
                forced.levels.insert(*matter, level);
            }
        }
        forced.sums.push(reached);
        if left.is_zero() {
            for (matter, _) in unit.open_matters().filter(|(matter, _)| !forced.levels.contains_key(matter)) {
                if !approval(question, matter)?.is_zero() {
                    forced.closed.insert(matter);
                }
            }
            return Some(forced);
        }
    }
    None
}

/// Hours for each unit of service that differ by less are the same.
const ALIKE: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// Hours to approve all cases of a matter; `None` where that is too large a number.
fn approval(question: &Question, matter: MatterIx) -> Option<Decimal> {
    let steps = question.ask.steps(question.unit, matter).filter(|step| step.step == Step::Approve);
    let costs = steps.filter(|step| !question.ask.costless.contains(&(matter, step.step)));
    let mut hours = Decimal::ZERO;
    for step in costs {
        let alone = (step.minutes.value * question.unit[matter].arriving).value();
        hours = hours.checked_add(alone.checked_mul(Decimal::from(step.people))?)?;
    }
    Some(hours)
}
