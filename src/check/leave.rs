//! A calendar of leave, day by day: on which days what is to be done finds its people.
//!
//! Each day every case asks for different people among those who are there; whether it finds them is tried by letting
//! the places change hands until nobody can be moved (augmenting paths). Nothing is counted in weeks here.

use super::rules::serves;
use super::{Breach, Violation};
use crate::model::{LeaveCalendar, MatterIx, MatterStep, PersonIx, Plan, PostIx, SectionIx, Separation, Step, Unit};
use crate::units::{Cases, Day};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Something without its people on a day on which it would have them if nobody were on leave.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lacking {
    /// The day.
    pub day: Day,
    /// The matter; `None` where it is a section that has too few.
    pub matter: Option<MatterIx>,
    /// The section that has too few people of its own.
    pub section: Option<SectionIx>,
    /// The posts with fewer people than a case needs; all posts of the matter where only together they have too few.
    pub posts: Vec<PostIx>,
}

/// Everything that lacks its people on some day of a year's leave, in order of days.
#[must_use]
pub fn leave_gaps(unit: &Unit, plan: &Plan, leave: &LeaveCalendar) -> Vec<Lacking> {
    let everybody: BTreeSet<PersonIx> = unit.present().map(|(ix, _)| ix).collect();
    let matters = unit.matters().filter(|(ix, _)| plan.done.get(ix.0).is_some_and(|done| *done > Cases::ZERO));
    let matters: Vec<MatterIx> = matters.map(|(ix, _)| ix).filter(|ix| finds(unit, plan, *ix, &everybody)).collect();
    let sections: Vec<(SectionIx, BTreeSet<PersonIx>, usize)> =
        unit.with_minimum().map(|ix| own(unit, plan, ix)).collect();
    let mut found = Vec::new();
    let mut known: BTreeMap<BTreeSet<PersonIx>, Vec<(MatterIx, Vec<PostIx>)>> = BTreeMap::new();
    for day in working_days(leave.year) {
        let there: BTreeSet<PersonIx> =
            everybody.iter().copied().filter(|person| !is_away(leave, *person, day)).collect();
        if there.len() == everybody.len() {
            continue;
        }
        let lacking = known.entry(there.clone()).or_insert_with(|| {
            let lacks = |ix: &&MatterIx| !finds(unit, plan, **ix, &there);
            matters.iter().filter(lacks).map(|ix| (*ix, short(unit, plan, *ix, &there))).collect()
        });
        let worked = lacking.iter().filter(|(ix, _)| is_worked(unit, *ix, day));
        found.extend(worked.map(|(ix, posts)| Lacking { day, matter: Some(*ix), section: None, posts: posts.clone() }));
        for (section, people, least) in &sections {
            if people.intersection(&there).count() < *least {
                found.push(Lacking { day, matter: None, section: Some(*section), posts: Vec::new() });
            }
        }
    }
    found
}

/// What is wrong with a year's leave in itself: days more or fewer than due, or where none is given. Fewer are due to
/// whoever has not so many weeks left for it.
#[must_use]
pub fn verify_leave(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>, leave: &LeaveCalendar) -> Vec<Violation> {
    let mut found = Vec::new();
    for (ix, person) in unit.people() {
        let days: Vec<Day> = working_days(leave.year).filter(|day| is_away(leave, ix, *day)).collect();
        let free: Vec<Day> = working_days(leave.year).filter(|day| is_given(unit, held, ix, *day)).collect();
        let mut weeks: BTreeMap<u32, u32> = BTreeMap::new();
        free.iter().filter_map(|day| week_of(leave.year, *day)).for_each(|week| *weeks.entry(week).or_default() += 1);
        let whole = weeks.values().filter(|days| **days == 5).count() * 5;
        let due = if person.is_present() { (person.leave_days(leave.year) as usize).min(whole) } else { 0 };
        let barred = days.iter().filter(|day| !free.contains(day)).count();
        if days.len() != due || barred > 0 {
            let numbers = Some((Decimal::from(days.len() - barred.min(days.len())), Decimal::from(due)));
            found.push(Violation { breach: Breach::Leave, people: vec![ix], posts: Vec::new(), matter: None, numbers });
        }
    }
    found
}

/// Mondays to Fridays of a year.
fn working_days(year: i32) -> impl Iterator<Item = Day> {
    let next = move |day: &Day| Some(day.next()).filter(|next| next.year() == year);
    let all = std::iter::successors(Day::of(year, 1, 1), next);
    all.filter(|day| day.weekday() < 5)
}

/// Whether somebody is on leave on a day.
fn is_away(leave: &LeaveCalendar, person: PersonIx, day: Day) -> bool {
    let days = week_of(leave.year, day).and_then(|week| leave.weeks.get(&person)?.get(&week));
    days.is_some_and(|days| day.weekday() < u32::from(*days))
}

/// The week of the year that a day belongs to; some days around New Year belong to one of another year.
fn week_of(year: i32, day: Day) -> Option<u32> {
    (0..7).any(|weekday| Day::of_week(year, day.week(), weekday) == Some(day)).then(|| day.week())
}

/// Whether leave may be given to somebody on a day.
fn is_given(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>, person: PersonIx, day: Day) -> bool {
    let closed = unit.no_leave.iter().filter(|rule| rule.weeks.contains(&day.week()));
    let mut closed = closed.filter(|rule| {
        rule.section.is_none_or(|section| {
            unit[person].home == Some(section)
                || held.iter().any(|(holder, post)| *holder == person && unit[*post].section == section)
        })
    });
    closed.next().is_none() && !unit[person].terms.leave.blocked.contains(&day.week())
}

/// Whether cases of a matter are worked at in the month of a day.
fn is_worked(unit: &Unit, matter: MatterIx, day: Day) -> bool {
    let of = &unit[matter];
    let month = day.month();
    if let Some(profile) = &of.profile {
        return (1..).zip(profile).any(|(number, share)| number == month && share.value() > Decimal::ZERO);
    }
    of.months.is_empty() || of.months.iter().any(|own| u32::from(*own) == month)
}

/// Whether a case of a matter finds different people for all its places among those who are there.
fn finds(unit: &Unit, plan: &Plan, matter: MatterIx, there: &BTreeSet<PersonIx>) -> bool {
    let places = places(unit, plan, matter, there);
    if unit.rules.separation != Separation::Off {
        return all_find(
            &places.into_iter().flat_map(|(_, holders, people)| vec![holders; people]).collect::<Vec<_>>(),
        );
    }
    // One person may do several steps of a case, but stands for one of the people of a step only.
    places.into_iter().all(|(_, holders, people)| all_find(&vec![holders; people]))
}

/// The steps of a matter: the post, who holds it and is there, how many a case needs.
fn places(
    unit: &Unit,
    plan: &Plan,
    matter: MatterIx,
    there: &BTreeSet<PersonIx>,
) -> Vec<(PostIx, BTreeSet<PersonIx>, usize)> {
    let of = &unit[matter];
    let place = |step: &MatterStep| {
        let at = (step.hall.unwrap_or(of.section), of.duty, step.step);
        let post = unit.posts().find(|(_, post)| (post.section, post.duty, post.step) == at).map(|(ix, _)| ix)?;
        let holders = plan.held.iter().filter(|(person, own)| *own == post && there.contains(person));
        Some((post, holders.map(|(person, _)| *person).collect(), step.people as usize))
    };
    of.steps.iter().filter_map(place).collect()
}

/// Whether every place can have a person of its own among those who may take it.
fn all_find(places: &[BTreeSet<PersonIx>]) -> bool {
    let mut taken: BTreeMap<PersonIx, usize> = BTreeMap::new();
    (0..places.len()).all(|place| seat(place, places, &mut taken, &mut BTreeSet::new()))
}

/// Seats somebody at a place, and lets others move on for it.
fn seat(
    place: usize,
    places: &[BTreeSet<PersonIx>],
    taken: &mut BTreeMap<PersonIx, usize>,
    asked: &mut BTreeSet<PersonIx>,
) -> bool {
    for person in &places[place] {
        if !asked.insert(*person) {
            continue;
        }
        let moves_on = match taken.get(person).copied() {
            None => true,
            Some(other) => seat(other, places, taken, asked),
        };
        if moves_on {
            taken.insert(*person, place);
            return true;
        }
    }
    false
}

/// The posts that have too few people.
fn short(unit: &Unit, plan: &Plan, matter: MatterIx, there: &BTreeSet<PersonIx>) -> Vec<PostIx> {
    let places = places(unit, plan, matter, there);
    let bare: Vec<PostIx> = places.iter().filter(|(_, holders, people)| holders.len() < *people).map(|p| p.0).collect();
    if bare.is_empty() { places.into_iter().map(|(post, ..)| post).collect() } else { bare }
}

/// The people of a section who work nowhere else, and how many of them it is to have at least.
fn own(unit: &Unit, plan: &Plan, section: SectionIx) -> (SectionIx, BTreeSet<PersonIx>, usize) {
    let works = |person: PersonIx| {
        let posts = plan.held.iter().filter(|(holder, _)| *holder == person).map(|(_, post)| unit[*post]);
        let worked = posts.filter(|post| post.step != Step::Approve && unit.matters.iter().any(|m| serves(m, *post)));
        worked.map(|post| post.section).collect::<BTreeSet<_>>()
    };
    let alone = unit.present().filter(|(_, person)| person.terms.split.is_empty()).map(|(ix, _)| ix);
    let people: BTreeSet<PersonIx> = alone.filter(|ix| works(*ix) == BTreeSet::from([section])).collect();
    let least = people.len().min(unit[section].minimum as usize);
    (section, people, least)
}
