//! A year's leave by weeks that leaves matters as few weeks as can be without the people whom a case needs.
//!
//! A search gives out the weeks one by one and then moves them; counting shows how few weeks there must be. Only where
//! the two differ a program is solved. `docs/model.md` section 13 has the mathematics.

mod bound;
mod demands;
mod proof;
mod search;

use self::demands::{Demand, Demands};
use self::proof::Known;
use self::search::Search;
use super::{DutyTable, Settings};
use crate::model::{LeaveCalendar, MatterIx, PersonIx, SectionIx, Unit, WEEK_DAYS};
use std::collections::{BTreeMap, BTreeSet};

/// Who takes leave when, in a unit with these posts.
#[derive(Debug, Clone, Copy)]
pub struct LeaveQuestion<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Who holds which post.
    pub held: &'a DutyTable,
    /// The matters that are to be done.
    pub served: &'a BTreeSet<MatterIx>,
    /// The year.
    pub year: i32,
}

/// What is to have its people in every week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manned {
    /// The steps of a matter.
    Matter(MatterIx),
    /// A section that is to have a number of people.
    Section(SectionIx),
}

/// A calendar, and how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// The calendar.
    pub calendar: LeaveCalendar,
    /// Weeks in which something lacks its people.
    pub gaps: BTreeSet<(Manned, u32)>,
    /// Weeks x matters that lack people, by tier; the sections behind the last tier.
    pub weeks: Vec<u32>,
    /// No calendar has fewer, where none of the tiers before has more than this one.
    pub at_least: Vec<u32>,
    /// Wishes that could at most be granted, and those that are.
    pub wishes: Wishes,
}

/// Weeks wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes {
    /// Weeks of leave of people who wish for as many or more, and weeks wished for by the others.
    pub asked: u32,
    /// Weeks given that were wished for.
    pub granted: u32,
    /// No calendar with as few gaps grants more.
    pub at_most: u32,
}

/// The calendar.
///
/// # Errors
/// [`super::Error::OutOfTime`] where the time is up before it begins.
pub fn leave(question: &LeaveQuestion<'_>, settings: &Settings) -> Result<Leave, super::Error> {
    settings.in_time()?;
    let demands = Demands::of(question);
    let mut search = Search::new(&demands);
    search.give();
    search.improve();
    let mut least: Vec<i64> = bound::least(&demands);
    let mut unmet = 0;
    if search.cost.gaps().iter().zip(&least).any(|(gaps, least)| gaps > least) || search.cost.unmet() > 0 {
        let known = Known { on: &search.on, gaps: search.cost.gaps(), least: &least };
        let proven = proof::prove(&demands, &known, settings);
        if let Some(on) = proven.better {
            search.restart(on);
            search.improve();
        }
        (least, unmet) = (proven.least, proven.unmet);
    }
    Ok(answer(question, &demands, &search, &least, unmet))
}

fn answer(question: &LeaveQuestion<'_>, demands: &Demands, search: &Search<'_>, least: &[i64], unmet: i64) -> Leave {
    let mut weeks: BTreeMap<PersonIx, BTreeMap<u32, u8>> = BTreeMap::new();
    for (person, on) in demands.people.iter().zip(&search.on) {
        let mut left = question.unit[person.ix].leave_days(question.year);
        let own = demands.weeks_of(*on).map(|week| {
            let days = left.min(u32::from(WEEK_DAYS));
            left -= days;
            (week, u8::try_from(days).unwrap_or(WEEK_DAYS))
        });
        let own: BTreeMap<u32, u8> = own.collect();
        if !own.is_empty() {
            weeks.insert(person.ix, own);
        }
    }
    let lacking = |(at, demand): (usize, &Demand)| {
        let bits = search.lacking(at);
        demands.weeks_of(bits).map(|week| (demand.what, week)).collect::<Vec<_>>()
    };
    let whole = |value: i64| u32::try_from(value).unwrap_or_default();
    let asked = demands.asked();
    Leave {
        calendar: LeaveCalendar { year: question.year, weeks },
        gaps: demands.all.iter().enumerate().flat_map(lacking).collect(),
        weeks: search.cost.gaps().iter().map(|gaps| whole(*gaps)).collect(),
        at_least: least.iter().map(|least| whole(*least)).collect(),
        wishes: Wishes {
            asked: whole(asked),
            granted: whole(asked - search.cost.unmet()),
            at_most: whole(asked - unmet),
        },
    }
}
