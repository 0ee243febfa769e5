//! Solves many staffings by solving few: more people, more hours or less work never serve less.
//!
//! The best service of a staffing lies between those of any smaller and any larger staffing that is solved.
//! Where the two are equal, the plan of the smaller one is a best plan of the staffing as well: those who are more
//! have nothing to do. It was checked, so nothing is guessed.

use super::{AssessError, Steps, solve_all};
use crate::analysis::ServiceStatus;
use crate::model::{Employment, KindIx, PersonIx, Rank};
use crate::units::Hours;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What the plan of a snapshot serves.
#[derive(Debug, Clone)]
pub(super) struct Service {
    /// Sum of service levels, by tier.
    pub(super) by_tier: Vec<Decimal>,
    /// Of every matter.
    pub(super) statuses: Vec<ServiceStatus>,
}

/// What sets people of one employment apart: a kind of their own, and the person where nobody else can stand in.
pub(super) type Own = (Option<KindIx>, Option<PersonIx>);

/// What makes two snapshots equal in service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness {
    /// How many people of each kind; relatives are a kind of their own.
    pub(super) people: BTreeMap<(Employment, Rank, Hours, Own), usize>,
    /// Per cent of the plan year's volumes.
    pub(super) volume: i64,
}

/// Different staffings, numbered in the order in which they came up.
#[derive(Default)]
pub(super) struct Cases {
    numbers: BTreeMap<Likeness, usize>,
    /// Draw and year, counted from the first, in which each came up.
    pub(super) origins: Vec<(u32, usize)>,
}

impl Cases {
    /// The number of a staffing that comes up in a year of a draw.
    pub(super) fn number(&mut self, likeness: Likeness, draw: u32, year: usize) -> usize {
        *self.numbers.entry(likeness).or_insert_with(|| {
            self.origins.push((draw, year));
            self.origins.len() - 1
        })
    }
}

/// Staffings solved at a time: enough for any number of processors, and fixed, so that the result depends on none.
const BATCH: usize = 16;

/// The service of every case, by its number; `solve` is asked for as few as possible, by draw and year.
pub(super) fn settle(
    cases: &Cases,
    steps: &mut dyn Steps,
    solve: impl Fn((u32, usize)) -> Result<Service, AssessError> + Sync,
) -> Result<Vec<Service>, AssessError> {
    let mut order: Vec<(&Likeness, usize)> = cases.numbers.iter().map(|(case, number)| (case, *number)).collect();
    order.sort_by_key(|(case, _)| (case.people.values().sum::<usize>(), *case));
    let mut open: Vec<usize> = order.into_iter().map(|(_, number)| number).collect();
    let counts = Counts::of(cases);
    let mut settled: BTreeMap<usize, Service> = BTreeMap::new();
    let mut solved: Vec<usize> = Vec::new();
    steps.begin(cases.origins.len());
    while !open.is_empty() {
        let batch: BTreeMap<usize, _> = spread(open.len()).map(|i| (open[i], cases.origins[open[i]])).collect();
        solved.extend(batch.keys());
        settled.extend(solve_all(&batch, &mut (), |origin| solve(*origin))?);
        let before = settled.len() - batch.len();
        let found: Vec<_> =
            open.iter().filter_map(|case| Some((*case, counts.between(*case, &solved, &settled)?))).collect();
        settled.extend(found);
        open.retain(|case| !settled.contains_key(case));
        (before..settled.len()).for_each(|_| steps.step());
    }
    Ok(settled.into_values().collect())
}

/// Up to [`BATCH`] places spread evenly from first to last.
fn spread(len: usize) -> impl Iterator<Item = usize> {
    let count = len.min(BATCH);
    (0..count).map(move |i| if count == 1 { 0 } else { i * (len - 1) / (count - 1) })
}

/// What cases are compared by.
struct Counts {
    /// Per cent of the plan year's volumes, by case.
    volumes: Vec<i64>,
    /// By case: for every kind and number of hours that some case has, people of the kind who have at least so many.
    people: Vec<Vec<usize>>,
}

impl Counts {
    fn of(cases: &Cases) -> Self {
        let kinds = || cases.numbers.keys().flat_map(|case| case.people.keys());
        let thresholds: BTreeSet<(Employment, Rank, Own, Hours)> =
            kinds().map(|(employment, rank, hours, own)| (*employment, *rank, *own, *hours)).collect();
        let counts = |case: &Likeness| {
            let with = |(employment, rank, own, hours): &(Employment, Rank, Own, Hours)| {
                let alike = case.people.iter();
                let alike = alike.filter(|((e, r, h, o), _)| (e, r, o) == (employment, rank, own) && h >= hours);
                alike.map(|(_, count)| count).sum()
            };
            thresholds.iter().map(with).collect()
        };
        let mut cases: Vec<(&Likeness, usize)> = cases.numbers.iter().map(|(case, number)| (case, *number)).collect();
        cases.sort_by_key(|(_, number)| *number);
        Self {
            volumes: cases.iter().map(|(case, _)| case.volume).collect(),
            people: cases.iter().map(|(case, _)| counts(case)).collect(),
        }
    }

    /// The service of a case that lies between two solved ones of equal service.
    fn between(&self, case: usize, solved: &[usize], settled: &BTreeMap<usize, Service>) -> Option<Service> {
        let smaller = solved.iter().filter(|other| self.is_at_most(**other, case)).map(|other| &settled[other]);
        let larger = solved.iter().filter(|other| self.is_at_most(case, **other)).map(|other| &settled[other]);
        let least = smaller.max_by_key(|service| &service.by_tier)?;
        let most = larger.min_by_key(|service| &service.by_tier)?;
        (least.by_tier == most.by_tier).then(|| least.clone())
    }

    /// Whether the first staffing could be had from the second by leaving people or hours unused, and has no less work.
    fn is_at_most(&self, small: usize, large: usize) -> bool {
        self.volumes[small] >= self.volumes[large]
            && self.people[small].iter().zip(&self.people[large]).all(|(small, large)| small <= large)
    }
}
