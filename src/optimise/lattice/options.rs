//! What one section can do with whom: for every staffing worth having, its service by tier.

use super::levels::{Levels, Point};
use super::separable::{Crew, Load, Section};
use crate::model::{TierIx, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// Service is counted in units of 10⁻¹², rounded down: far below what a report shows, and sums stay whole numbers.
pub(super) const UNIT: i128 = 1_000_000_000_000;

/// Past this many combinations a section is left to the engines.
const MOST: usize = 200_000;

/// Holders of one post, by crew.
pub(super) type Holders = Vec<u8>;

/// A staffing of a section and what it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// People taken from each crew.
    pub(super) taken: Vec<u8>,
    /// Holders of each post of the section, in its order.
    pub(super) holders: Vec<Holders>,
    /// Weighted service by tier, in [`UNIT`]s.
    pub(super) service: Vec<i64>,
}

/// The staffings of a section of which none takes as few people for as much; `None` where there are too many,
/// or where numbers outgrow the exact arithmetic.
pub(super) fn choices(unit: &Unit, section: &Section, crews: &[Crew]) -> Option<Vec<Choice>> {
    let posts: Vec<Vec<Holders>> = section
        .posts
        .iter()
        .map(|(post, loads)| holders(loads, crews, |crew| crew.posts.contains(post)))
        .collect::<Option<_>>()?;
    let mut partial: Vec<(Vec<u8>, Vec<Holders>)> = vec![(vec![0; crews.len()], Vec::new())];
    for options in &posts {
        let mut next = Vec::new();
        for (taken, chosen) in &partial {
            for option in options {
                let sum: Vec<u8> = taken.iter().zip(option).map(|(a, b)| a.saturating_add(*b)).collect();
                if sum.iter().zip(crews).all(|(count, crew)| u32::from(*count) <= crew.size) {
                    let mut chosen = chosen.clone();
                    chosen.push(option.clone());
                    next.push((sum, chosen));
                }
            }
            if next.len() > MOST {
                return None;
            }
        }
        partial = next;
    }
    let mut found: Vec<Choice> = Vec::new();
    // Fewer people first, so that whoever is dominated meets its better.
    partial.sort_by_key(|(taken, holders)| {
        (taken.iter().map(|count| u32::from(*count)).sum::<u32>(), taken.clone(), holders.clone())
    });
    for (taken, holders) in partial {
        let service = serve(unit, section, crews, &holders)?;
        let better = |other: &Choice| {
            other.service >= service && other.taken.iter().zip(&taken).all(|(other, here)| other <= here)
        };
        if !found.iter().any(better) {
            found.push(Choice { taken, holders, service });
        }
    }
    Some(found)
}

/// The sets of holders of one post that are worth having: nobody is added to those who do everything.
fn holders(loads: &[Load], crews: &[Crew], may: impl Fn(&Crew) -> bool) -> Option<Vec<Holders>> {
    let mut seen: BTreeSet<Holders> = BTreeSet::new();
    let mut open: Vec<Holders> = vec![vec![0; crews.len()]];
    while let Some(here) = open.pop() {
        if !seen.insert(here.clone()) {
            continue;
        }
        if seen.len() > MOST {
            return None;
        }
        if does_everything(loads, crews, &here) {
            continue;
        }
        for (index, crew) in crews.iter().enumerate().filter(|(_, crew)| may(crew)) {
            if u32::from(here[index]) < crew.size.min(u32::from(u8::MAX)) {
                let mut more = here.clone();
                more[index] += 1;
                open.push(more);
            }
        }
    }
    Some(seen.into_iter().collect())
}

fn does_everything(loads: &[Load], crews: &[Crew], holders: &Holders) -> bool {
    let count = people(holders);
    loads.iter().all(|load| load.least <= count)
        && limits(loads, crews, holders).all(|(work, hours)| work.iter().map(|(_, hours)| hours).sum::<i128>() <= hours)
}

fn people(holders: &Holders) -> u32 {
    holders.iter().map(|count| u32::from(*count)).sum()
}

/// For the k holders of fewest hours, k = 1, 2, …: what must fall on them of each matter served in full, and their
/// hours. By max-flow and min-cut the work can be dealt so that nobody meets a case twice iff it fits them for every k:
/// Σ_m max(0, people_m − (N − k)) × alone_m × f_m ≤ hours of the k. Where one person is enough, only k = N speaks.
fn limits<'a>(
    loads: &'a [Load],
    crews: &[Crew],
    holders: &Holders,
) -> impl Iterator<Item = (Vec<(usize, i128)>, i128)> + use<'a> {
    let mut hours: Vec<i128> = Vec::new();
    for (crew, count) in crews.iter().zip(holders) {
        hours.extend(std::iter::repeat_n(crew.hours, usize::from(*count)));
    }
    hours.sort_unstable();
    let all = people(holders);
    let deepest = loads.iter().map(|load| load.people).max().unwrap_or(1);
    let mut sum = 0;
    let sums: Vec<i128> = std::iter::once(0)
        .chain(hours.into_iter().map(|hours| {
            sum += hours;
            sum
        }))
        .collect();
    let first = (all + 1).saturating_sub(deepest);
    (first..=all).map(move |k| {
        let work = loads.iter().map(|load| {
            let must = load.people.saturating_sub(all - k);
            (load.matter, load.alone * i128::from(must))
        });
        (work.filter(|(_, hours)| *hours > 0).collect(), sums.get(k as usize).copied().unwrap_or_default())
    })
}

/// The most that known holders serve, tier by tier.
fn serve(unit: &Unit, section: &Section, crews: &[Crew], holders: &[Holders]) -> Option<Vec<i64>> {
    let posts = || section.posts.iter().zip(holders);
    let open = |index: usize| {
        posts().all(|((_, loads), here)| {
            loads.iter().filter(|load| load.matter == index).all(|load| load.least <= people(here))
        })
    };
    let open: Vec<usize> = (0..section.matters.len()).filter(|index| open(*index)).collect();
    let weights = weights(unit, section)?;
    let limits: Vec<(Vec<(usize, i128)>, i128)> = posts()
        .flat_map(|((_, loads), here)| limits(loads, crews, here))
        .map(|(work, hours)| (work.into_iter().filter(|(index, _)| open.contains(index)).collect(), hours))
        .collect();
    let total = |work: &[(usize, i128)]| work.iter().map(|(_, hours)| hours).sum::<i128>();
    let levels = if limits.iter().all(|(work, hours)| total(work) <= *hours) {
        Point { values: vec![1; open.len()], denominator: 1 }
    } else {
        let rows = limits.iter().filter(|(work, hours)| total(work) > *hours);
        let row = |work: &[(usize, i128)]| -> Vec<i128> {
            let of = |index: &usize| work.iter().filter(|(other, _)| other == index).map(|(_, hours)| hours).sum();
            open.iter().map(of).collect()
        };
        let objective = |tier: TierIx| -> Vec<i128> {
            let of = |index: &usize| if unit[section.matters[*index]].tier == tier { weights[*index] } else { 0 };
            open.iter().map(of).collect()
        };
        let rows = rows.map(|(work, hours)| (row(work), *hours)).collect();
        let objectives = unit.tiers().map(|(tier, _)| objective(tier)).collect();
        Levels { rows, objectives, columns: open.len() }.solve()?
    };
    let mut service = vec![0_i128; unit.tiers.len()];
    for (index, value) in open.iter().zip(&levels.values) {
        let tier = unit[section.matters[*index]].tier;
        service[tier.0] = service[tier.0].checked_add(value.checked_mul(weights[*index])?)?;
    }
    let scaled = |sum: &i128| i64::try_from(sum.checked_mul(UNIT / WEIGHT)? / levels.denominator).ok();
    service.iter().map(scaled).collect()
}

/// Weights are whole numbers of millionths.
const WEIGHT: i128 = 1_000_000;

fn weights(unit: &Unit, section: &Section) -> Option<Vec<i128>> {
    let whole = |weight: Decimal| {
        let scaled = weight.checked_mul(Decimal::from(1_000_000))?;
        if scaled.fract().is_zero() { scaled.to_i128() } else { None }
    };
    section.matters.iter().map(|matter| whole(unit[*matter].weight.value())).collect()
}
