//! Deals cases at fixed levels without a search: every step to whoever has most hours left.

use super::formulation::hours_alone;
use super::number;
use super::shares::Shares;
use crate::model::{MatterIx, MatterStep, PersonIx, Separation, Unit};
use std::collections::BTreeMap;

/// Hours that somebody may be over, as a share of their own: the tolerance of the engines.
const HAIR: f64 = 1e-9;

/// The shares of everyone at the levels at which the columns are fixed, in the order of the columns; `None` where this
/// way finds none, or where more than hours and holders has to be kept. A linear program then still may.
pub(super) fn deal(model: &Shares) -> Option<Vec<f64>> {
    let unit = model.unit;
    if !is_bound_by_hours(unit) {
        return None;
    }
    let mut left: BTreeMap<PersonIx, f64> =
        model.loads.keys().map(|person| (*person, number(unit[*person].hours.value()))).collect();
    let mut values: Vec<f64> = model.program.columns.iter().map(|column| column.lower).collect();
    let steps = model.levels.keys().flat_map(|matter| unit[*matter].steps.iter().map(|step| (*matter, step)));
    let mut steps: Vec<(MatterIx, &MatterStep)> = steps.collect();
    // A step for several people takes a part of each of them; the others fill what is left.
    steps.sort_by_key(|(_, step)| std::cmp::Reverse(step.people));
    for (matter, step) in steps {
        let level = values[model.levels[&matter].0];
        if level <= 0.0 {
            continue;
        }
        let here = (matter, step.step, PersonIx(0))..=(matter, step.step, PersonIx(usize::MAX));
        let holders: Vec<_> = model.dealt.range(here).map(|((.., person), column)| (*person, *column)).collect();
        let alone = hours_alone(unit, matter, step);
        let hours: Vec<f64> = holders.iter().map(|(person, _)| left[person]).collect();
        let shares = levelled(&hours, alone, level, f64::from(step.people))?;
        for ((person, column), share) in holders.into_iter().zip(shares) {
            let own = number(unit[person].hours.value());
            let left = left.entry(person).or_default();
            *left -= alone * share;
            if *left < -HAIR * own {
                return None;
            }
            values[column.0] = share;
        }
    }
    Some(values)
}

/// Whether nothing else ties the shares of people: no matter bounds another, nobody meets a case twice at one of them,
/// nobody has hours for each section.
fn is_bound_by_hours(unit: &Unit) -> bool {
    unit.rules.separation != Separation::Case
        && unit.present().all(|(_, person)| person.terms.split.is_empty())
        && unit.open_matters().all(|(_, matter)| matter.bounds().next().is_none())
}

/// Shares of at most `level` that add up to `people` × `level` and leave everybody as many hours as can be:
/// x_p = (hours_p − λ) / alone within 0 and the level, with the one λ for which they add up. `None` where there are too few
/// people.
fn levelled(hours: &[f64], alone: f64, level: f64, people: f64) -> Option<Vec<f64>> {
    let wanted = people * level;
    if super::count_of(hours.len()) < people {
        return None;
    }
    if alone <= 0.0 {
        let shares = (0..hours.len()).map(|place| if super::count_of(place) < people { level } else { 0.0 });
        return Some(shares.collect());
    }
    let share = |hours: f64, lambda: f64| ((hours - lambda) / alone).clamp(0.0, level);
    let sum = |lambda: f64| hours.iter().map(|hours| share(*hours, lambda)).sum::<f64>();
    // The sum falls as λ grows, straight between the places where somebody begins or is full.
    let mut places: Vec<f64> = hours.iter().flat_map(|hours| [*hours, hours - alone * level]).collect();
    places.sort_by(|a, b| b.total_cmp(a));
    let below = places.iter().position(|place| sum(*place) >= wanted).unwrap_or(places.len() - 1);
    let (low, high) = (places[below], places[below.saturating_sub(1)]);
    let (most, least) = (sum(low), sum(high));
    let lambda = if most > least { low + (high - low) * (most - wanted) / (most - least) } else { low };
    Some(hours.iter().map(|hours| share(*hours, lambda)).collect())
}

#[cfg(test)]
mod tests {
    use super::levelled;

    #[test]
    fn whoever_has_most_hours_left_takes_most() {
        // 4 hours of 5 and 3: both are left with 2.
        assert_eq!(levelled(&[5.0, 3.0], 4.0, 1.0, 1.0), Some(vec![0.75, 0.25]));
        // Two people for 4 hours each of 10, 6 and 2: the first two, whole.
        assert_eq!(levelled(&[10.0, 6.0, 2.0], 4.0, 1.0, 2.0), Some(vec![1.0, 1.0, 0.0]));
        // Of 6, 6 and 4 at half level 4 hours in all, at most 2 each: 4, 4 and 4 are left.
        assert_eq!(levelled(&[6.0, 6.0, 4.0], 4.0, 0.5, 2.0), Some(vec![0.5, 0.5, 0.0]));
    }

    #[test]
    fn work_that_takes_no_time_is_done_by_the_first() {
        assert_eq!(levelled(&[1.0, 1.0, 1.0], 0.0, 1.0, 2.0), Some(vec![1.0, 1.0, 0.0]));
    }

    #[test]
    fn two_people_are_not_one() {
        assert_eq!(levelled(&[100.0], 1.0, 0.5, 2.0), None);
    }
}
