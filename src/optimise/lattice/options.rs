//! What one section can do with whom: for every staffing worth having, what it serves.

use super::levels::{Levels, Point};
use super::rooms::total;
use super::staffings::{Staffing, Staffings};
use super::work::{Desk, FLOOR, Section, UNIT, WEIGHT};
use std::cmp::Reverse;
use std::collections::BTreeMap;

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
    let mut served = Serving { section, staffings, known: BTreeMap::new() };
    let mut found: Vec<Choice> = Vec::new();
    for staffing in &staffings.all {
        let Reach::Served { sums, levels } = served.by(staffing)? else { continue };
        let holders = staffings.holders(&section.frame, staffing);
        let taken = &staffing.taken;
        let values = valued(section, &sums, taken, &holders);
        let better =
            |other: &Choice| other.values >= values && other.taken.iter().zip(taken).all(|(other, here)| other <= here);
        if !found.iter().any(better) {
            found.push(Choice { taken: taken.clone(), holders, values, levels });
        }
    }
    // The most valuable first; of equals those of fewer people.
    found.sort_by_cached_key(|choice| (Reverse(choice.values.clone()), total(&choice.taken), choice.holders.clone()));
    Some(found)
}

/// Sums in order with the moves and the backups before the last of them.
fn valued(section: &Section, sums: &[i64], taken: &[u8], holders: &[Vec<u8>]) -> Vec<i64> {
    let away = |(home, count): (&Option<u8>, &u8)| home.map_or(0, |home| i64::from(count.saturating_sub(home)));
    let moved: i64 = section.homes.iter().zip(taken).map(away).sum();
    let at = |desk: usize| -> u32 {
        section.frame.seats.iter().zip(holders).filter(|(seat, _)| seat[desk]).map(|(_, here)| total(here)).sum()
    };
    let is_backed = |(index, desk): &(usize, &Desk)| desk.backed > 0 && at(*index) >= desk.backed;
    let backed = section.frame.desks.iter().enumerate().filter(is_backed).count();
    let (last, before) = sums.split_last().unwrap_or((&0, &[]));
    // There are few posts in a section.
    before.iter().copied().chain([-moved, i64::try_from(backed).unwrap_or(i64::MAX), *last]).collect()
}

/// What holders of all desks can do.
#[derive(Debug, Clone)]
enum Reach {
    /// Sums of the objectives and levels of the matters.
    Served { sums: Vec<i64>, levels: Vec<i64> },
    /// They cannot keep the floors.
    Short,
}

/// What was asked before. Holders that leave the same serve alike.
struct Serving<'a> {
    section: &'a Section,
    staffings: &'a Staffings,
    known: BTreeMap<Vec<u16>, Reach>,
}

impl Serving<'_> {
    /// The most that some holders serve, objective by objective; `None` where numbers outgrow the arithmetic.
    fn by(&mut self, staffing: &Staffing) -> Option<Reach> {
        let alike = self.staffings.alike(staffing);
        if let Some(known) = self.known.get(&alike) {
            return Some(known.clone());
        }
        let reach = self.solve(&alike)?;
        self.known.insert(alike, reach.clone());
        Some(reach)
    }

    fn solve(&self, sets: &[u16]) -> Option<Reach> {
        let Section { floors, objectives, .. } = self.section;
        let here = || self.staffings.leaves(sets);
        let is_open = |matter: usize| here().all(|leave| !leave.closed.contains(&matter));
        let open: Vec<usize> = (0..floors.len()).filter(|matter| is_open(*matter)).collect();
        if (0..floors.len()).any(|matter| floors[matter] > 0 && !open.contains(&matter)) {
            return Some(Reach::Short);
        }
        // With g = f − floor ≥ 0: Σ a g ≤ b − Σ a floor, all times FLOOR.
        let mut rows = Vec::new();
        for (work, hours) in here().flat_map(|leave| &leave.binding) {
            let mut row = vec![0; open.len()];
            let mut rest = hours.checked_mul(FLOOR)?;
            for (matter, hours) in work {
                if let Some(column) = open.iter().position(|other| other == matter) {
                    row[column] += hours.checked_mul(FLOOR)?;
                    rest = rest.checked_sub(hours.checked_mul(floors[*matter])?)?;
                }
            }
            if rest < 0 {
                return Some(Reach::Short);
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
        Some(Reach::Served { sums, levels })
    }
}

/// ⌊(numerator × unit + up) / whole⌋.
fn share_of(numerator: i128, whole: i128, unit: i128, up: i128) -> Option<i64> {
    // First the whole part, so that the product stays small.
    let rest = (numerator % whole).checked_mul(unit)?.checked_add(up)? / whole;
    i64::try_from((numerator / whole).checked_mul(unit)?.checked_add(rest)?).ok()
}
