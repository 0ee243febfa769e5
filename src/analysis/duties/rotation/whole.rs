//! All months of a rotation together: whether another course moves fewer people, and that course.

use super::super::start::starting_from;
use super::tenures::{carried, still_held};
use super::{Course, Found, Passed, Start, Turn, kept_from, moved, without_those, workplaces};
use crate::analysis::{AssessError, EQUAL_SERVICE, Steps, planned};
use crate::model::{Matter, MatterIx, PersonIx, PlanStatus, PostIx, TierIx};
use crate::optimise::{DutyTable, Least, Leg, Legs, least_moves};
use crate::units::Month;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Months that people may leave before their time, where others leave.
const A_YEAR: u32 = 12;
const FOR_EVER: u32 = 12_000;
/// Numbers in the program of all months, and in that of some, up to which it is solved: a matter of seconds. Fewer months
/// of more numbers are no harder.
const MOST_IN_ALL: usize = 20_000;
const MOST_IN_PART: usize = 40_000;
/// Months that are added to the one that takes most.
const MOST_TRIED: usize = 4;

impl Course<'_> {
    /// A course with the fewest moves that was found, and no course moves fewer than so many; that is not known where
    /// people may work in several sections at once.
    ///
    /// People leave month by month, or some earlier with others; where these do not reach the bound of some of the months,
    /// and it is small enough, all months are one program.
    pub(super) fn fewest(
        &mut self,
        start: &Start<'_>,
        steps: &mut dyn Steps,
    ) -> Result<(Found, Vec<Month>, Option<usize>), AssessError> {
        let latest = self.month_by_month(start, 0, &[], steps)?;
        let months: Vec<Month> = latest.legs.iter().map(|leg| leg.turn.month).collect();
        if latest.moves() == 0 {
            return Ok((latest, months, Some(0)));
        }
        let mut better: Option<Found> = None;
        for early in [A_YEAR, FOR_EVER] {
            let other = self.month_by_month(start, early, &months, steps)?;
            let known = better.as_ref().unwrap_or(&latest);
            if other.moves() < known.moves() && other.serves_as(&latest) {
                better = Some(other);
            }
        }
        if start.unit.rules.sections_per_person != Some(1) || !self.proven {
            return Ok((better.unwrap_or(latest), months, None));
        }
        let known = better.as_ref().unwrap_or(&latest);
        let moves = known.moves();
        let mut at_least = self.in_part(start, &latest, known, steps)?;
        if at_least < moves {
            let all: Vec<usize> = (0..latest.legs.len()).collect();
            if let Some(least) = self.together(start, &latest, &all, MOST_IN_ALL, steps)? {
                at_least = at_least.max(least.moves);
                if least.moves < moves {
                    better = self.replayed(start, &latest, moves, &least.held)?.or(better);
                }
            }
        }
        let found = better.unwrap_or(latest);
        // Fewer than the least there is: somebody came back to a high-risk post, and the two cannot be compared.
        let at_least = (at_least <= found.moves()).then_some(at_least);
        Ok((found, months, at_least))
    }

    /// How many each month by itself takes: whoever works elsewhere by then than today has moved at least once.
    fn months_alone(&mut self, start: &Start<'_>, found: &Found) -> Result<Vec<usize>, AssessError> {
        let exempt = start.exempt(found);
        let mut alone = Vec::new();
        for passed in &found.legs {
            let month = passed.turn.month;
            let unit = kept_from(&start.then(month, &start.homes), &start.over(month, &exempt));
            let plan = planned(&unit, self.settings)?;
            let sum = |tier: TierIx, level: &dyn Fn(MatterIx) -> Decimal| -> Decimal {
                let of = |(ix, matter): &(MatterIx, &Matter)| (matter.tier == tier).then_some(*ix);
                unit.open_matters().filter_map(|at| of(&at)).map(|ix| level(ix) * unit[ix].weight.value()).sum()
            };
            let known: BTreeMap<MatterIx, Decimal> = passed.levels.iter().copied().collect();
            // More service might take more moves.
            let is_as_much = unit.tiers().all(|(tier, _)| {
                let (here, there) = (sum(tier, &|ix| plan.level(&unit, ix).value()), sum(tier, &|ix| known[&ix]));
                (here - there).abs() <= EQUAL_SERVICE
            });
            let is_told = is_as_much && plan.status == PlanStatus::Optimal;
            alone.push(if is_told { moved(&unit, &plan).len() } else { 0 });
        }
        Ok(alone)
    }

    /// How few there could be, by some of the months: the one that takes most by itself, and of the others one by one those
    /// that raise the number, first those in which people move in a course that is known.
    fn in_part(
        &mut self,
        start: &Start<'_>,
        found: &Found,
        known: &Found,
        steps: &mut dyn Steps,
    ) -> Result<usize, AssessError> {
        let alone = self.months_alone(start, found)?;
        let all = 0..alone.len();
        let Some(first) = all.clone().rev().max_by_key(|at| alone[*at]) else { return Ok(0) };
        let (mut some, mut at_least) = (vec![first], alone[first]);
        let busy: BTreeSet<Month> = known.legs.iter().filter(|leg| leg.moves() > 0).map(|leg| leg.turn.month).collect();
        let mut others: Vec<usize> = all.filter(|at| *at != first).collect();
        others.sort_by_key(|at| !busy.contains(&found.legs[*at].turn.month));
        for other in others.into_iter().take(MOST_TRIED) {
            if at_least >= known.moves() {
                break;
            }
            let mut more = [&some[..], &[other]].concat();
            more.sort_unstable();
            let least = self.together(start, found, &more, MOST_IN_PART, steps)?;
            if let Some(least) = least.filter(|least| least.moves > at_least) {
                (some, at_least) = (more, least.moves);
            }
        }
        Ok(at_least)
    }

    /// The fewest moves of all courses through some of the months, by one program.
    fn together(
        &self,
        start: &Start<'_>,
        found: &Found,
        which: &[usize],
        most: usize,
        steps: &mut dyn Steps,
    ) -> Result<Option<Least>, AssessError> {
        steps.begin(1);
        let exempt = start.exempt(found);
        let passed = || which.iter().filter_map(|at| found.legs.get(*at));
        let leg = |passed: &Passed| Leg {
            unit: kept_from(&passed.then, &start.over(passed.turn.month, &exempt)),
            levels: passed.levels.clone(),
        };
        let legs: Vec<Leg> = passed().map(leg).collect();
        let months: Vec<Month> = passed().map(|passed| passed.turn.month).collect();
        let question = Legs {
            legs: &legs,
            homes: &start.homes,
            at_once: start.windows(&months),
            exempt: &exempt,
            slack: EQUAL_SERVICE,
            most,
        };
        let least = least_moves(&question, self.settings)?;
        steps.step();
        Ok(least)
    }

    /// The course in which people hold the posts given month by month; nothing if it breaks the limit, serves less or
    /// moves no fewer.
    fn replayed(
        &mut self,
        start: &Start<'_>,
        found: &Found,
        known: usize,
        held: &[DutyTable],
    ) -> Result<Option<Found>, AssessError> {
        if held.len() != found.legs.len() {
            return Ok(None);
        }
        let (mut homes, mut tenures) = (start.homes.clone(), start.tenures.clone());
        let mut legs: Vec<Passed> = Vec::new();
        let mut left: BTreeSet<(PersonIx, PostIx)> = BTreeSet::new();
        for (passed, wanted) in found.legs.iter().zip(held) {
            let month = passed.turn.month;
            let then = start.then(month, &homes);
            let before = still_held(&tenures, &then);
            let started = starting_from(&then, &before);
            let others = |(person, _): (PersonIx, &crate::model::Person)| {
                then.posts().map(move |(post, _)| (person, post)).filter(|at| !wanted.contains(at))
            };
            let others: BTreeSet<_> = then.present().flat_map(others).collect();
            let kept_to = kept_from(&started, &others);
            let plan = self.plan(&kept_to, &before)?;
            let is_less =
                passed.levels.iter().any(|(ix, level)| *level - plan.level(&then, *ix).value() > EQUAL_SERVICE);
            let comes_back = plan.held.iter().any(|at| left.contains(at));
            let due = start.due(&carried(&tenures, &before, month), &found.stay, start.until);
            let is_gone = |at: &(PersonIx, PostIx)| !plan.held.contains(at);
            // In the month itself, neither before it nor not at all.
            let in_time = |(at, since): &((PersonIx, PostIx), Month)| match start.exceeds(*since).cmp(&month) {
                Ordering::Less => false,
                Ordering::Equal => is_gone(at),
                Ordering::Greater => true,
            };
            if is_less || comes_back || !due.iter().all(in_time) {
                return Ok(None);
            }
            let due = due.into_iter().filter(|(at, _)| is_gone(at));
            let due = due.map(|(at, since)| start.told(at, since, Vec::new())).collect();
            left.extend(before.difference(&plan.held).filter(|(_, post)| start.rule.posts.contains(post)));
            let turn = Turn {
                month,
                due,
                leaves: without_those(&before, &plan.held),
                takes: without_those(&plan.held, &before),
                moved: moved(&started, &plan),
                followed: Vec::new(),
            };
            homes.extend(workplaces(&then, &plan.held));
            tenures = carried(&tenures, &plan.held, month);
            legs.push(Passed { turn, then, levels: passed.levels.clone() });
        }
        let better = Found { legs, stay: found.stay.clone() };
        // Between and after these months nobody may come to exceed the limit either.
        let is_kept = start.due(&tenures, &found.stay, start.until).is_empty();
        Ok((is_kept && better.moves() < known).then_some(better))
    }
}

impl Found {
    /// Whether nobody more has to stay than in another course, and in its months every matter is served as far.
    fn serves_as(&self, other: &Self) -> bool {
        let of = |leg: &Passed| {
            let own = self.legs.iter().find(|own| own.turn.month == leg.turn.month);
            own.is_some_and(|own| own.levels.iter().zip(&leg.levels).all(|(a, b)| b.1 - a.1 <= EQUAL_SERVICE))
        };
        self.stay.is_subset(&other.stay) && other.legs.iter().all(of)
    }
}

impl Start<'_> {
    /// Who holds a high-risk post today and must have left it by a month.
    fn over(&self, month: Month, exempt: &BTreeSet<(PersonIx, PostIx)>) -> BTreeSet<(PersonIx, PostIx)> {
        self.due(&self.tenures, exempt, month).into_iter().map(|(at, _)| at).collect()
    }

    /// Whom the limit does not bind: those who cannot be spared, and those of whom it is not known since when.
    fn exempt(&self, found: &Found) -> BTreeSet<(PersonIx, PostIx)> {
        let unsaid = self.risky(&self.tenures).into_iter().filter(|(_, since)| since.is_none());
        unsaid.map(|(at, _)| at).chain(found.stay.iter().copied()).collect()
    }

    /// Posts with runs of months in all of which nobody may hold them: from one month to the first beyond the limit.
    fn windows(&self, months: &[Month]) -> Vec<(PostIx, RangeInclusive<usize>)> {
        let runs = months.iter().enumerate().filter_map(|(first, month)| {
            let last = months.iter().position(|other| *other >= self.longest(*month))?;
            Some(first..=last)
        });
        let runs: Vec<_> = runs.collect();
        let posts: BTreeSet<PostIx> = self.rule.posts.iter().copied().collect();
        posts.into_iter().flat_map(|post| runs.iter().map(move |run| (post, run.clone()))).collect()
    }
}
