//! Solves many staffings by solving few: more people, more hours or less work never serve less.
//!
//! The best service of a staffing lies between those of any smaller and any larger staffing that is solved.
//! Where the two are equal, the plan of the smaller one is a best plan of the staffing as well: those who are more
//! have nothing to do. It was checked, so nothing is guessed.

use super::{AssessError, Steps, solve_all};
use crate::analysis::ServiceStatus;
use crate::model::{Employment, KindIx, PersonIx, Rank, Unit};
use crate::units::Hours;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

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

/// Staffings solved at a time: enough for any number of processors, and fixed, so that the result depends on none.
const BATCH: usize = 16;

/// The service of every case; `solve` is asked for as few as possible.
pub(super) fn settle(
    cases: &BTreeMap<Likeness, Unit>,
    steps: &mut dyn Steps,
    solve: impl Fn(&Unit) -> Result<Service, AssessError> + Sync,
) -> Result<BTreeMap<Likeness, Service>, AssessError> {
    let mut open: Vec<&Likeness> = cases.keys().collect();
    open.sort_by_key(|case| (case.people.values().sum::<usize>(), *case));
    let mut settled: BTreeMap<Likeness, Service> = BTreeMap::new();
    let mut solved: Vec<Likeness> = Vec::new();
    steps.begin(cases.len());
    while !open.is_empty() {
        let batch: BTreeMap<Likeness, &Unit> = spread(open.len()).map(|i| (open[i].clone(), &cases[open[i]])).collect();
        solved.extend(batch.keys().cloned());
        settled.extend(solve_all(&batch, &mut (), |unit| solve(unit))?);
        let before = settled.len() - batch.len();
        let found: Vec<_> =
            open.iter().filter_map(|case| Some(((*case).clone(), between(case, &solved, &settled)?))).collect();
        settled.extend(found);
        open.retain(|case| !settled.contains_key(case));
        (before..settled.len()).for_each(|_| steps.step());
    }
    Ok(settled)
}

/// Up to [`BATCH`] places spread evenly from first to last.
fn spread(len: usize) -> impl Iterator<Item = usize> {
    let count = len.min(BATCH);
    (0..count).map(move |i| if count == 1 { 0 } else { i * (len - 1) / (count - 1) })
}

/// The service of a case that lies between two solved ones of equal service.
fn between(case: &Likeness, solved: &[Likeness], settled: &BTreeMap<Likeness, Service>) -> Option<Service> {
    let smaller = solved.iter().filter(|other| is_at_most(other, case)).map(|other| &settled[other]);
    let larger = solved.iter().filter(|other| is_at_most(case, other)).map(|other| &settled[other]);
    let least = smaller.max_by_key(|service| &service.by_tier)?;
    let most = larger.min_by_key(|service| &service.by_tier)?;
    (least.by_tier == most.by_tier).then(|| least.clone())
}

/// Whether the first staffing could be had from the second by leaving people or hours unused, and has no less work.
fn is_at_most(small: &Likeness, large: &Likeness) -> bool {
    small.volume >= large.volume
        && small.people.keys().all(|(employment, rank, hours, own)| {
            let kind = (*employment, *rank, *own);
            with_at_least(small, kind, *hours) <= with_at_least(large, kind, *hours)
        })
}

/// People of a kind who have at least so many hours.
fn with_at_least(staffing: &Likeness, kind: (Employment, Rank, Own), hours: Hours) -> usize {
    let alike = staffing.people.iter().filter(|((e, r, h, own), _)| (*e, *r, *own) == kind && *h >= hours);
    alike.map(|(_, count)| count).sum()
}
