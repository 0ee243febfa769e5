//! In which month how many newcomers must begin.
//!
//! Newcomers stay, so the numbers only grow: a walk over the intake months. All walks are followed at once; of two
//! that have come to the same numbers, one that is nowhere better is dropped. What is left holds every best walk.

use super::aim::Aim;
use super::front::Front;
use crate::analysis::AssessError;
use crate::model::{Employment, MoneyRange, Staff};
use crate::units::{Money, Month};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The unit between two changes of staffing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Interval {
    /// First month.
    #[serde(rename = "from")]
    pub month: Month,
    /// Last month.
    pub until: Month,
    /// What it needs.
    #[serde(flatten)]
    pub front: Front,
    /// Authorised − on the books; null when the authorised posts are not stated.
    pub vacancies: Option<i64>,
}

/// Newcomers who begin in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Batch {
    pub(super) month: Month,
    pub(super) heads: Staff,
}

/// All that bounds the timing.
pub(super) struct Limits<'a> {
    pub(super) intervals: &'a [Interval],
    /// Months in which newcomers can begin, in order.
    pub(super) intakes: &'a [Month],
    pub(super) until: Month,
    /// A year's pay of one head; zero where it is not known.
    pub(super) pay: BTreeMap<Employment, MoneyRange>,
    /// Most that newcomers may cost in a calendar year.
    pub(super) budget: Option<Money>,
    /// `None`: newcomers are able from their first day.
    pub(super) training: Option<&'a dyn Training>,
}

/// What newcomers are good for who are new to the work at first.
pub(super) trait Training {
    /// Whether the people of a walk are enough in a month of a staffing.
    fn enough(&self, interval: &Interval, walk: &Walk, month: Month) -> Result<bool, AssessError>;

    /// Whether people are new to the work beyond a month.
    fn is_new(&self, batch: &Batch, month: Month) -> bool;
}

/// A course of hiring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) batches: Vec<Batch>,
    /// Months from the first intake on in which the targets are missed.
    pub(super) missed: Vec<Month>,
    pub(super) heads: Staff,
    cost: MoneyRange,
    /// Months of work paid for; tells walks apart where pay is not known.
    served: u32,
    /// Highest reading of the cost by calendar year.
    by_year: BTreeMap<i32, Money>,
}

impl Walk {
    /// What makes it good, most important first.
    fn rank(&self, aim: Aim) -> impl Ord + use<> {
        let missed = self.missed.len();
        let (low, high, heads) = (self.cost.low, self.cost.high, self.heads.all());
        let few = Money::from(heads);
        let ranked = match aim {
            Aim::Smallest => (missed, [few, high, low]),
            Aim::CheapestHigh => (missed, [high, few, low]),
            Aim::CheapestLow => (missed, [low, few, high]),
        };
        (ranked, self.served, self.batches.clone())
    }

    /// Whether it is nowhere worse than another that has come to the same numbers.
    fn serves_for(&self, other: &Self) -> bool {
        let cheap = self.cost.low <= other.cost.low && self.cost.high <= other.cost.high;
        let in_year = |year: &i32| other.by_year.get(year).copied().unwrap_or_default();
        self.missed.len() <= other.missed.len()
            && cheap
            && self.served <= other.served
            && self.by_year.iter().all(|(year, cost)| *cost <= in_year(year))
    }
}

impl Limits<'_> {
    /// The best walk for each aim.
    pub(super) fn best(&self) -> Result<BTreeMap<Aim, Walk>, AssessError> {
        let walks = self.walks()?;
        // Where pay is not known, nothing is cheaper than anything.
        let aims = if self.pay.is_empty() { &Aim::ALL[..1] } else { &Aim::ALL };
        let best = |aim: Aim| Some((aim, walks.iter().min_by_key(|walk| walk.rank(aim))?.clone()));
        Ok(aims.iter().copied().filter_map(best).collect())
    }

    fn walks(&self) -> Result<Vec<Walk>, AssessError> {
        let nobody = Walk {
            batches: Vec::new(),
            missed: Vec::new(),
            heads: Staff::default(),
            cost: MoneyRange::default(),
            served: 0,
            by_year: BTreeMap::new(),
        };
        let numbers = self.numbers();
        let mut walks = vec![nobody];
        for (i, month) in self.intakes.iter().enumerate() {
            let end = self.intakes.get(i + 1).map_or(self.until, |next| next.plus(-1));
            // Of two that differ in who is still new to the work, neither stands in for the other.
            let mut by_heads: BTreeMap<(Staff, Vec<Batch>), Vec<Walk>> = BTreeMap::new();
            for walk in &walks {
                for heads in numbers.iter().filter(|heads| walk.heads.fits_in(**heads)) {
                    let Some(next) = self.extended(walk, *month, end, *heads)? else { continue };
                    let is_new = |batch: &&Batch| self.training.is_some_and(|training| training.is_new(batch, end));
                    let new = next.batches.iter().filter(is_new).copied().collect();
                    let known = by_heads.entry((*heads, new)).or_default();
                    if !known.iter().any(|other| other.serves_for(&next)) {
                        known.retain(|other| !next.serves_for(other));
                        known.push(next);
                    }
                }
            }
            walks = by_heads.into_values().flatten().collect();
        }
        Ok(walks)
    }

    /// Numbers that can be worth having: no walk gains from any between them.
    fn numbers(&self) -> Vec<Staff> {
        let least = || self.intervals.iter().flat_map(|interval| &interval.front.least);
        let established: BTreeSet<u32> = least().map(|heads| heads.established).chain([0]).collect();
        let contract: BTreeSet<u32> = least().map(|heads| heads.contract).chain([0]).collect();
        let beside = |e: &u32| contract.iter().map(|c| Staff { established: *e, contract: *c }).collect::<Vec<_>>();
        established.iter().flat_map(beside).collect()
    }

    /// The walk with so many people from a month on; `None` where posts or money do not allow them.
    fn extended(&self, walk: &Walk, month: Month, end: Month, heads: Staff) -> Result<Option<Walk>, AssessError> {
        let from_here = || self.intervals.iter().filter(|interval| interval.until >= month);
        let over = |interval: &Interval| interval.vacancies.is_some_and(|free| i64::from(heads.established) > free);
        if heads.established > walk.heads.established && from_here().any(over) {
            return Ok(None);
        }
        let mut next = walk.clone();
        let new = heads.less(walk.heads);
        if new.all() > 0 {
            next.batches.push(Batch { month, heads: new });
            next.served += new.all() * months(month, self.until);
            for (year, cost) in self.cost(month, new) {
                *next.by_year.entry(year).or_default() += cost.high;
                next.cost = next.cost + cost;
            }
            let too_dear = |cost: &Money| self.budget.is_some_and(|budget| *cost > budget);
            if next.by_year.values().any(too_dear) {
                return Ok(None);
            }
        }
        next.heads = heads;
        for interval in from_here().filter(|interval| interval.month <= end) {
            let months = each_month(interval.month.max(month), interval.until.min(end));
            match self.training {
                None if interval.front.admits(heads) => {}
                None => next.missed.extend(months),
                Some(training) => {
                    for month in months {
                        if !training.enough(interval, &next, month)? {
                            next.missed.push(month);
                        }
                    }
                }
            }
        }
        Ok(Some(next))
    }

    /// What newcomers cost by calendar year from a month to the end.
    fn cost(&self, from: Month, heads: Staff) -> BTreeMap<i32, MoneyRange> {
        cost(&self.pay, from, self.until, heads)
    }
}

/// What newcomers cost by calendar year from one month to another. Every head is paid to the cent.
pub(super) fn cost(
    pay: &BTreeMap<Employment, MoneyRange>,
    from: Month,
    until: Month,
    heads: Staff,
) -> BTreeMap<i32, MoneyRange> {
    let of = |months| {
        let each = |(employment, yearly): (&Employment, &MoneyRange)| yearly.for_months(months) * heads.of(*employment);
        pay.iter().map(each).sum()
    };
    paid_months(from, until).into_iter().map(|(year, months)| (year, of(months))).collect()
}

/// Months of each calendar year from one month to another, both included.
fn paid_months(from: Month, until: Month) -> Vec<(i32, u32)> {
    let in_year = |year: i32| months(from.max(Month::january(year)), until.min(Month::january(year).plus(11)));
    (from.year()..=until.year()).map(|year| (year, in_year(year))).collect()
}

/// Months from one to another, both included.
fn months(from: Month, until: Month) -> u32 {
    u32::try_from(until.months_since(from) + 1).unwrap_or_default()
}

/// Every month from one to another, both included.
pub(super) fn each_month(from: Month, until: Month) -> impl Iterator<Item = Month> {
    (0..=until.months_since(from)).map(move |i| from.plus(i))
}
