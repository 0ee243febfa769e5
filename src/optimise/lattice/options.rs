//! What one section can do with whom: for every staffing worth having, what it serves.

use super::levels::{Levels, Point};
use super::work::{Desk, FLOOR, Hands, Load, Section, UNIT, WEIGHT};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Past this many combinations a section is left to the engines.
const MOST: usize = 100_000;

/// Holders of one post, by the hands of its section.
pub(super) type Holders = Vec<u8>;

/// A staffing of a section and what it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// People taken from each of the hands.
    pub(super) taken: Vec<u8>,
    /// Holders of each post of the section, in its order.
    pub(super) holders: Vec<Holders>,
    /// The objectives but the last, minus the people who have to move here, the posts with a backup, the last objective.
    pub(super) values: Vec<i64>,
    /// Service level of every matter, rounded down to [`UNIT`]ths.
    pub(super) levels: Vec<i64>,
}

/// The staffings of a section of which none takes as few people for as much, the best first; `None` where there are too many, or where
/// numbers outgrow the exact arithmetic.
pub(super) fn choices(section: &Section) -> Option<Vec<Choice>> {
    let desks: Vec<Vec<Holders>> =
        section.desks.iter().enumerate().map(|(d, desk)| holders(section, d, desk)).collect::<Option<_>>()?;
    let mut partial: Vec<(Vec<u8>, Vec<u16>)> = vec![(vec![0; section.hands.len()], Vec::new())];
    for options in &desks {
        let mut next = Vec::new();
        for (taken, chosen) in &partial {
            for (index, option) in options.iter().enumerate() {
                let sum: Vec<u8> = taken.iter().zip(option).map(|(a, b)| a.saturating_add(*b)).collect();
                if sum.iter().zip(&section.hands).all(|(count, hands)| *count <= hands.most) {
                    let mut chosen = chosen.clone();
                    chosen.push(u16::try_from(index).ok()?);
                    next.push((sum, chosen));
                }
            }
            if next.len() > MOST {
                return None;
            }
        }
        partial = next;
    }
    // Fewer people first, so that whoever is dominated meets its better.
    partial.sort_by_cached_key(|(taken, chosen)| (total(taken), taken.clone(), chosen.clone()));
    let mut known = Known::new(section, &desks);
    let mut found: Vec<Choice> = Vec::new();
    for (taken, chosen) in partial {
        let Reach::Served { sums, levels } = known.served(&chosen)? else { continue };
        let holders: Vec<Holders> =
            chosen.iter().zip(&desks).map(|(index, d)| d[usize::from(*index)].clone()).collect();
        let values = valued(section, &sums, &taken, &holders);
        let better = |other: &Choice| {
            other.values >= values && other.taken.iter().zip(&taken).all(|(other, here)| other <= here)
        };
        if !found.iter().any(better) {
            found.push(Choice { taken, holders, values, levels });
        }
    }
    // The most valuable first; of equals those of fewer people.
    found.sort_by_cached_key(|choice| (Reverse(choice.values.clone()), total(&choice.taken), choice.holders.clone()));
    Some(found)
}

/// Sums in order with the moves and the backups before the last of them.
fn valued(section: &Section, sums: &[i64], taken: &[u8], holders: &[Holders]) -> Vec<i64> {
    let away = |(hands, count): (&Hands, &u8)| hands.home.map_or(0, |home| i64::from(count.saturating_sub(home)));
    let moved: i64 = section.hands.iter().zip(taken).map(away).sum();
    let is_backed = |(desk, here): &(&Desk, &Holders)| desk.backed > 0 && total(here) >= desk.backed;
    let backed = section.desks.iter().zip(holders).filter(is_backed).count();
    let (last, before) = sums.split_last().unwrap_or((&0, &[]));
    // There are few posts in a section.
    before.iter().copied().chain([-moved, i64::try_from(backed).unwrap_or(i64::MAX), *last]).collect()
}

/// The sets of holders of one post that are worth having: nobody is added to those who do everything and are enough.
fn holders(section: &Section, d: usize, desk: &Desk) -> Option<Vec<Holders>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut open: Vec<Holders> = vec![vec![0; section.hands.len()]];
    while let Some(here) = open.pop() {
        if !seen.insert(here.clone()) {
            continue;
        }
        if seen.len() > MOST {
            return None;
        }
        if total(&here) >= desk.backed && does_everything(desk, &section.hands, &here) {
            continue;
        }
        for (index, hands) in section.hands.iter().enumerate().filter(|(_, hands)| hands.desks[d]) {
            if here[index] < hands.most {
                let mut more = here.clone();
                more[index] += 1;
                open.push(more);
            }
        }
    }
    Some(seen.into_iter().collect())
}

fn does_everything(desk: &Desk, hands: &[Hands], holders: &Holders) -> bool {
    let count = total(holders);
    desk.loads.iter().all(|load| load.least <= count)
        && limits(&desk.loads, hands, holders).iter().all(|(work, hours)| sum(work) <= *hours)
}

fn total(holders: &[u8]) -> u32 {
    holders.iter().map(|count| u32::from(*count)).sum()
}

/// Work by matter, and the hours that it must fit.
type Limit = (Vec<(usize, i128)>, i128);

fn sum(work: &[(usize, i128)]) -> i128 {
    work.iter().map(|(_, hours)| hours).sum()
}

/// For the k holders of fewest hours, k = 1, 2, …: what must fall on them of each matter served in full, and their
/// hours. By max-flow and min-cut the work can be dealt so that nobody meets a case twice iff it fits them for every k:
/// Σ_m max(0, people_m − (N − k)) × alone_m × f_m ≤ hours of the k. Where one person is enough, only k = N speaks.
fn limits(loads: &[Load], hands: &[Hands], holders: &Holders) -> Vec<Limit> {
    let mut hours: Vec<i128> = Vec::new();
    for (hands, count) in hands.iter().zip(holders) {
        hours.extend(std::iter::repeat_n(hands.hours, usize::from(*count)));
    }
    hours.sort_unstable();
    let all = total(holders);
    let deepest = loads.iter().map(|load| load.people).max().unwrap_or(1);
    let first = (all + 1).saturating_sub(deepest);
    let limit = |k: u32| {
        let must = |load: &Load| (load.matter, load.alone * i128::from(load.people.saturating_sub(all - k)));
        let work = loads.iter().map(must).filter(|(_, hours)| *hours > 0).collect();
        (work, hours.iter().take(k as usize).sum())
    };
    (first..=all).map(limit).collect()
}

/// What holders of all desks can do.
#[derive(Debug, Clone)]
enum Reach {
    /// Sums of the objectives and levels of the matters.
    Served { sums: Vec<i64>, levels: Vec<i64> },
    /// They cannot keep the floors.
    Short,
}

/// What was asked before. Holders that are as many and leave the same limits serve alike.
struct Known<'a> {
    section: &'a Section,
    /// For each desk and set of holders, the first set that is like it.
    likes: Vec<Vec<u16>>,
    /// People and limits of each set of holders.
    limits: Vec<Vec<(u32, Vec<Limit>)>>,
    served: BTreeMap<Vec<u16>, Reach>,
}

impl<'a> Known<'a> {
    fn new(section: &'a Section, desks: &[Vec<Holders>]) -> Self {
        let mut known = Self { section, likes: Vec::new(), limits: Vec::new(), served: BTreeMap::new() };
        for (desk, options) in section.desks.iter().zip(desks) {
            let most = desk.loads.iter().map(|load| load.least).max().unwrap_or(0);
            let mut seen: BTreeMap<(u32, Vec<Limit>), u16> = BTreeMap::new();
            let (mut likes, mut all) = (Vec::new(), Vec::new());
            for (index, holders) in (0_u16..).zip(options) {
                // What fits in any case limits nothing, and who is enough is enough.
                let binding =
                    limits(&desk.loads, &section.hands, holders).into_iter().filter(|(work, hours)| sum(work) > *hours);
                let key = (total(holders).min(most), binding.collect::<Vec<_>>());
                all.push(key.clone());
                likes.push(*seen.entry(key).or_insert(index));
            }
            known.likes.push(likes);
            known.limits.push(all);
        }
        known
    }

    /// The most that some holders serve, objective by objective; `None` where numbers outgrow the arithmetic.
    fn served(&mut self, chosen: &[u16]) -> Option<Reach> {
        let likes: Vec<u16> = chosen.iter().zip(&self.likes).map(|(index, likes)| likes[usize::from(*index)]).collect();
        if let Some(served) = self.served.get(&likes) {
            return Some(served.clone());
        }
        let served = self.solve(&likes)?;
        self.served.insert(likes, served.clone());
        Some(served)
    }

    fn solve(&self, chosen: &[u16]) -> Option<Reach> {
        let Section { desks, floors, objectives, .. } = self.section;
        let here = || desks.iter().zip(&self.limits).zip(chosen).map(|((desk, all), i)| (desk, &all[usize::from(*i)]));
        let is_open = |matter: usize| {
            here().all(|(desk, (people, _))| desk.loads.iter().all(|l| l.matter != matter || l.least <= *people))
        };
        let open: Vec<usize> = (0..floors.len()).filter(|matter| is_open(*matter)).collect();
        if (0..floors.len()).any(|matter| floors[matter] > 0 && !open.contains(&matter)) {
            return Some(Reach::Short);
        }
        // With g = f − floor ≥ 0: Σ a g ≤ b − Σ a floor, all times FLOOR.
        let mut rows = Vec::new();
        for (work, hours) in here().flat_map(|(_, (_, limits))| limits) {
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
