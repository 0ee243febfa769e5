//! What one section can do with whom: for every staffing worth having, what it serves.

use super::kept::Kept;
use super::levels::{Levels, Point};
use super::rooms::{Leave, total};
use super::staffings::Staffings;
use super::work::{FLOOR, Section, UNIT, WEIGHT};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A staffing of a section and what it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// People taken from each of the hands.
    pub(super) taken: Vec<u8>,
    /// People at each seat of the section, in its order, by hands.
    pub(super) holders: Vec<Vec<u8>>,
    /// The objectives but the last, minus the people who have to move here, the posts with a backup, the last objective.
    pub(super) values: Vec<i64>,
    /// Service level of every matter, rounded down to [`UNIT`]ths.
    pub(super) levels: Vec<i64>,
}

/// The staffings of a section of which none takes as few people for as much, the best first; `None` where numbers
/// outgrow the exact arithmetic.
pub(super) fn choices(section: &Section, staffings: &Staffings) -> Option<Vec<Choice>> {
    let reaches: Vec<Reach> = staffings.leaves().map(|leaves| Reach::of(section, &leaves)).collect::<Option<_>>()?;
    let mut kept = Kept::new(section.frame.hands.len());
    let best = best_first(section, staffings, &reaches);
    let kept = best.into_iter().filter(|staffing| kept.takes_up(staffings.taken(*staffing)));
    let mut found: Vec<Choice> = kept.filter_map(|staffing| choice(section, staffings, &reaches, staffing)).collect();
    // The most valuable first; of equals those of fewer people.
    found.sort_by_cached_key(|choice| (Reverse(choice.values.clone()), total(&choice.taken), choice.holders.clone()));
    Some(found)
}

/// The staffings that keep the floors, the most valuable first, of equals those of fewer people.
fn best_first(section: &Section, staffings: &Staffings, reaches: &[Reach]) -> Vec<usize> {
    let sums = |reach: &Reach| match reach {
        Reach::Served { sums, .. } => sums.split_last().map(|(_, before)| before.to_vec()),
        Reach::Short => None,
    };
    let served: BTreeSet<Vec<i64>> = reaches.iter().filter_map(sums).collect();
    let ranks: BTreeMap<&Vec<i64>, usize> = served.iter().rev().zip(0..).collect();
    let of_kind = |reach: &Reach| match reach {
        Reach::Served { sums, .. } => {
            let (last, before) = sums.split_last()?;
            Some((*ranks.get(&before.to_vec())?, *last))
        }
        Reach::Short => None,
    };
    let kinds: Vec<Option<(usize, i64)>> = reaches.iter().map(of_kind).collect();
    let key = |staffing: usize| {
        let (rank, last) = kinds[staffings.kind(staffing)]?;
        let taken = staffings.taken(staffing);
        let seats = (moved(section, taken), Reverse(staffings.backed(staffing)));
        Some((rank, seats, Reverse(last), total(taken), staffing))
    };
    let mut keys: Vec<_> = (0..staffings.len()).filter_map(key).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(.., staffing)| staffing).collect()
}

/// People who have to move here.
fn moved(section: &Section, taken: &[u8]) -> i64 {
    let away = |(home, count): (&Option<u8>, &u8)| home.map_or(0, |home| i64::from(count.saturating_sub(home)));
    section.homes.iter().zip(taken).map(away).sum()
}

fn choice(section: &Section, staffings: &Staffings, reaches: &[Reach], staffing: usize) -> Option<Choice> {
    let Reach::Served { sums, levels } = &reaches[staffings.kind(staffing)] else { return None };
    let (last, before) = sums.split_last()?;
    let taken = staffings.taken(staffing);
    // There are few posts in a section.
    let backed = i64::try_from(staffings.backed(staffing)).unwrap_or(i64::MAX);
    Some(Choice {
        taken: taken.to_vec(),
        holders: staffings.holders(&section.frame, staffing),
        values: before.iter().copied().chain([-moved(section, taken), backed, *last]).collect(),
        levels: levels.clone(),
    })
}

/// What holders of all desks can do.
#[derive(Debug, Clone)]
enum Reach {
    /// Sums of the objectives and levels of the matters.
    Served { sums: Vec<i64>, levels: Vec<i64> },
    /// They cannot keep the floors.
    Short,
}

impl Reach {
    /// The most that holders serve, objective by objective; `None` where numbers outgrow the arithmetic.
    fn of(section: &Section, leaves: &[&Leave]) -> Option<Self> {
        let Section { floors, objectives, .. } = section;
        let is_open = |matter: &usize| leaves.iter().all(|leave| !leave.closed.contains(matter));
        let open: Vec<usize> = (0..floors.len()).filter(is_open).collect();
        if (0..floors.len()).any(|matter| floors[matter] > 0 && !open.contains(&matter)) {
            return Some(Self::Short);
        }
        // With g = f − floor ≥ 0: Σ a g ≤ b − Σ a floor, all times FLOOR.
        let mut rows = Vec::new();
        for (work, hours) in leaves.iter().flat_map(|leave| &leave.binding) {
            let mut row = vec![0; open.len()];
            let mut rest = hours.checked_mul(FLOOR)?;
            for (matter, hours) in work {
                if let Some(column) = open.iter().position(|other| other == matter) {
                    row[column] += hours.checked_mul(FLOOR)?;
                    rest = rest.checked_sub(hours.checked_mul(floors[*matter])?)?;
                }
            }
            if rest < 0 {
                return Some(Self::Short);
            }
            rows.push((row, rest));
        }
        let objectives_here = objectives.iter().map(|weights| open.iter().map(|matter| weights[*matter]).collect());
        let most: Vec<(i128, i128)> = open.iter().map(|matter| (FLOOR, FLOOR - floors[*matter])).collect();
        let Point { values, denominator } = Levels { rows, most, objectives: objectives_here.collect() }.solve()?;
        let mut numerators = vec![0; floors.len()];
        let whole = denominator.checked_mul(FLOOR)?;
        for (matter, value) in open.iter().zip(values) {
            let floor = floors[*matter].checked_mul(denominator)?;
            numerators[*matter] = value.checked_mul(FLOOR)?.checked_add(floor)?;
        }
        // Levels are rounded down, so that they can be kept; sums to the nearest, so that a third and two thirds are one.
        let level = |numerator: &i128| share_of(*numerator, whole, UNIT, 0);
        let levels = numerators.iter().map(level).collect::<Option<_>>()?;
        let mut sums = Vec::with_capacity(objectives.len());
        for weights in objectives {
            let mut sum = 0_i128;
            for (weight, numerator) in weights.iter().zip(&numerators) {
                sum = sum.checked_add(weight.checked_mul(*numerator)?)?;
            }
            sums.push(share_of(sum, whole, UNIT / WEIGHT, whole / 2)?);
        }
        Some(Self::Served { sums, levels })
    }
}

/// ⌊(numerator × unit + up) / whole⌋.
fn share_of(numerator: i128, whole: i128, unit: i128, up: i128) -> Option<i64> {
    // First the whole part, so that the product stays small.
    let rest = (numerator % whole).checked_mul(unit)?.checked_add(up)? / whole;
    i64::try_from((numerator / whole).checked_mul(unit)?.checked_add(rest)?).ok()
}
