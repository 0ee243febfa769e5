//! A year's leave: units worked out by hand, and small generated ones against every calendar there is.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use shuanggang::analysis::leave::{Vacations, leave};
use shuanggang::check::{Breach, leave_gaps, verify_leave};
use shuanggang::model::{
    DutyGroup, Employment, MatterIx, NoLeave, PersonIx, Plan, PostIx, SectionIx, Separation, Step, Unit, leave_weeks,
};
use shuanggang::optimise::Settings;
use shuanggang::units::Day;
use std::collections::{BTreeMap, BTreeSet};

const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

fn found(unit: &Unit) -> Vacations {
    leave(unit, &Settings::default(), &mut ()).unwrap()
}

fn here(found: &Vacations) -> Vec<(u32, u32)> {
    found.weeks.iter().map(|weeks| (weeks.here, weeks.at_least)).collect()
}

/// Desks of one matter with two steps each, `people` at each; everyone has 15 days of leave, three weeks.
fn desks(sections: usize, people: usize) -> Unit {
    let mut unit = unit(&vec![DutyGroup::Operations; sections], 1);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    for section in 0..sections {
        matter(&mut unit, section, 0, 20, BOTH);
        for _ in 0..people {
            person(&mut unit, Employment::Established, section, 300);
        }
    }
    unit
}

fn weeks_of(found: &Vacations, person: usize) -> Vec<u32> {
    found.calendar.weeks.get(&PersonIx(person)).into_iter().flat_map(|weeks| weeks.keys().copied()).collect()
}

/// 2024 begins on a Monday and ends on a Tuesday; 1 January 2027 is a Friday of week 53 of 2026.
#[test]
fn weeks_are_those_that_lie_in_the_year() {
    assert_eq!(leave_weeks(2024), (1..=52).collect::<Vec<_>>());
    assert_eq!(leave_weeks(2025), (2..=52).collect::<Vec<_>>());
    assert_eq!(leave_weeks(2026), (2..=52).collect::<Vec<_>>());
    assert_eq!(leave_weeks(2027), (1..=52).collect::<Vec<_>>());
    assert_eq!(Day::of_week(2027, 1, 0).unwrap().to_string(), "2027-01-04");
}

/// Without either nothing is done: three weeks if both go together, and nobody else may step in.
#[test]
fn two_at_two_posts_go_together() {
    let found = found(&desks(1, 2));
    assert_eq!(here(&found), [(3, 3), (0, 0)]);
    assert_eq!(weeks_of(&found, 0), weeks_of(&found, 1));
    let [gap] = &found.gaps[..] else { panic!("{:?}", found.gaps) };
    assert_eq!((gap.matters.len(), gap.posts.len(), gap.days), (1, 2, 15));
    assert_eq!((found.appointments.len(), found.then.len()), (0, 0));
}

/// With two at each post somebody is always there.
#[test]
fn four_at_two_posts_leave_no_gap() {
    let mut unit = desks(1, 4);
    unit.rules.cover = 2;
    let found = found(&unit);
    assert_eq!(here(&found), [(0, 0), (0, 0)]);
    assert!(found.gaps.is_empty());
    assert!((0..4).all(|person| weeks_of(&found, person).len() == 3));
}

/// People of two desks who may work at both back each other up: four appointments, then nobody's leave leaves a gap.
#[test]
fn appointments_end_the_gaps() {
    let mut unit = desks(2, 2);
    unit.rules.sections_per_person = Some(2);
    let found = found(&unit);
    assert_eq!(here(&found), [(6, 6), (0, 0)]);
    assert_eq!((found.appointments.len(), &found.then[..]), (4, &[0, 0][..]));
    assert!(found.gaps.iter().all(|gap| !gap.closed_by.is_empty()));
    // By trying: the table with them keeps the rules.
    let more = found.appointments.iter().map(|one| (one.person, one.post));
    let held: BTreeSet<_> = found.plan.held.iter().copied().chain(more).collect();
    assert!(shuanggang::check::verify_duty_table(&unit, &held).is_empty());
}

/// Wishes are granted where they make no gap longer: alone in week 7, or together in 8.
#[test]
fn wishes_give_way_to_gaps() {
    let mut unit = desks(1, 2);
    for (person, wished) in [(0, [7, 8, 9]), (1, [8, 9, 20])] {
        unit.people[person].terms.leave.wished = wished.into();
    }
    let found = found(&unit);
    // Three weeks in common: two wished for by both, and one of 7 and 20.
    assert_eq!((here(&found)[0], found.wishes.asked), ((3, 3), 6));
    assert_eq!((found.wishes.granted, found.wishes.at_most), (5, 5));
    unit.people[1].terms.leave.blocked = [8, 9].into();
    unit.people[1].terms.leave.wished = [20].into();
    let apart = self::found(&unit);
    // What is wished for is 7, 8, 9 of one and 20 of the other: three weeks in common take two of them at most.
    assert_eq!((here(&apart)[0], apart.wishes.asked, apart.wishes.granted, apart.wishes.at_most), ((3, 3), 4, 2, 2));
}

/// Weeks without leave for a section, for everybody and for one person; days of one's own in the last week.
#[test]
fn weeks_without_leave_and_days_of_ones_own() {
    let mut unit = desks(1, 2);
    unit.no_leave.push(NoLeave { section: Some(SectionIx(0)), weeks: (1..=25).collect() });
    unit.no_leave.push(NoLeave { section: None, weeks: (26..=40).collect() });
    unit.people[0].terms.leave.days = Some(7);
    unit.people[1].terms.leave.blocked = (41..=49).collect();
    let found = found(&unit);
    assert_eq!(weeks_of(&found, 1), [50, 51, 52]);
    let own: Vec<(u32, u8)> = found.calendar.weeks[&PersonIx(0)].iter().map(|(week, days)| (*week, *days)).collect();
    assert_eq!((own.len(), own[0].1, own[1].1), (2, 5, 2));
    assert!(own.iter().all(|(week, _)| *week >= 50), "{own:?}");
    assert_eq!(here(&found)[0], (3, 3));
}

/// A matter of June only lets its people go in any other month.
#[test]
fn a_matter_lacks_nobody_in_months_without_cases() {
    let mut unit = desks(1, 2);
    unit.matters[0].months = vec![6];
    assert_eq!(here(&found(&unit)), [(0, 0), (0, 0)]);
}

/// Two of three at a desk that is to have two of its own: nobody goes together, though the matter would let them.
#[test]
fn a_section_keeps_its_people() {
    let mut unit = desks(1, 3);
    unit.matters.clear();
    matter(&mut unit, 0, 0, 20, &[(Step::Handle, 60, 1)]);
    unit.rules.cover = 3;
    unit.sections[0].minimum = 2;
    let kept = found(&unit);
    assert_eq!(here(&kept), [(0, 0), (0, 0)]);
    let all: BTreeSet<u32> = (0..3).flat_map(|person| weeks_of(&kept, person)).collect();
    assert_eq!(all.len(), 9);
    unit.sections[0].minimum = 3;
    let short = found(&unit);
    // Never all three, for the matter comes first: nine weeks of leave by two at a time take five.
    assert_eq!((here(&short), short.gaps[0].section), (vec![(0, 0), (5, 5)], Some(SectionIx(0))));
}

/// The checker goes by days: it sees a week that is no leave, days too few, and a gap that nobody counted.
#[test]
fn the_checker_reads_the_calendar_for_itself() {
    let mut unit = desks(1, 2);
    unit.people[0].terms.leave.blocked = [52].into();
    let found = found(&unit);
    let held = &found.plan.held;
    assert!(verify_leave(&unit, held, &found.calendar).is_empty());
    let mut moved = found.calendar.clone();
    let own = moved.weeks.get_mut(&PersonIx(0)).unwrap();
    own.pop_first();
    let short = verify_leave(&unit, held, &moved);
    assert_eq!((short.len(), short[0].breach), (1, Breach::Leave));
    moved.weeks.get_mut(&PersonIx(0)).unwrap().insert(52, 5);
    assert_eq!(verify_leave(&unit, held, &moved).len(), 1);
    // Together on 15 days; one of them elsewhere for a week, on 20.
    assert_eq!(leave_gaps(&unit, &found.plan, &found.calendar).len(), 15);
    assert_eq!(leave_gaps(&unit, &found.plan, &moved).len(), 20);
}

/// Whether every place of a case finds a person of its own, by trying all.
fn finds(places: &[BTreeSet<PersonIx>], taken: &mut BTreeSet<PersonIx>) -> bool {
    let Some((first, rest)) = places.split_first() else { return true };
    first.iter().any(|person| {
        taken.insert(*person) && {
            let found = finds(rest, taken);
            taken.remove(person);
            found
        }
    })
}

fn is_done(unit: &Unit, plan: &Plan, ix: MatterIx, away: &BTreeSet<PersonIx>) -> bool {
    let of = &unit.matters[ix.0];
    let steps: Vec<Vec<BTreeSet<PersonIx>>> = of
        .steps
        .iter()
        .map(|step| {
            let post: PostIx = unit.post_for(of, step);
            let there = plan.held.iter().filter(|(person, own)| *own == post && !away.contains(person));
            vec![there.map(|(person, _)| *person).collect(); step.people as usize]
        })
        .collect();
    if unit.rules.separation == Separation::Off {
        return steps.iter().all(|places| finds(places, &mut BTreeSet::new()));
    }
    finds(&steps.concat(), &mut BTreeSet::new())
}

/// Weeks without people by tier, then wishes that fail.
fn cost(unit: &Unit, plan: &Plan, served: &[MatterIx], weeks: &BTreeMap<PersonIx, Vec<u32>>) -> Vec<u32> {
    let mut cost = vec![0; unit.tiers.len() + 1];
    for week in OPEN {
        let away = weeks.iter().filter(|(_, own)| own.contains(&week)).map(|(person, _)| *person).collect();
        for ix in served.iter().filter(|ix| !is_done(unit, plan, **ix, &away)) {
            cost[unit.matters[ix.0].tier.0] += 1;
        }
    }
    for (person, own) in weeks {
        let wished = &unit.people[person.0].terms.leave.wished;
        let granted = own.iter().filter(|week| wished.contains(week)).count();
        cost[unit.tiers.len()] += u32::try_from(wished.len().min(own.len()) - granted).unwrap();
    }
    cost
}

const OPEN: [u32; 4] = [10, 11, 12, 13];

/// The best of all calendars in four weeks.
fn best(unit: &Unit, plan: &Plan, served: &[MatterIx]) -> Vec<u32> {
    let people: Vec<PersonIx> = unit.present().map(|(ix, _)| ix).collect();
    let sets = |weeks: u32| -> Vec<Vec<u32>> {
        let all = (0..1_u32 << OPEN.len()).filter(|set| set.count_ones() == weeks);
        all.map(|set| (0..OPEN.len()).filter(|at| set >> at & 1 == 1).map(|at| OPEN[at]).collect()).collect()
    };
    let mut all = vec![BTreeMap::new()];
    for person in people {
        let due = unit.people[person.0].leave_days(2024).div_ceil(5);
        all = all
            .into_iter()
            .flat_map(|known: BTreeMap<PersonIx, Vec<u32>>| {
                sets(due).into_iter().map(move |own| {
                    let mut next = known.clone();
                    next.insert(person, own);
                    next
                })
            })
            .collect();
    }
    all.iter().map(|weeks| cost(unit, plan, served, weeks)).min().unwrap()
}

proptest! {
    #![proptest_config(regressions(24))]

    #[test]
    fn no_calendar_is_better(
        mut unit in units(Size { sections: 2, matters: 3, people: 4 }),
        seeds in prop::collection::vec((0..=10_u32, prop::collection::btree_set(10..=13_u32, 0..3)), 4),
    ) {
        for (person, (days, wished)) in unit.people.iter_mut().zip(seeds) {
            (person.terms.leave.days, person.terms.leave.wished) = (Some(days), wished);
        }
        unit.no_leave.push(NoLeave { section: None, weeks: (1..=53).filter(|week| !OPEN.contains(week)).collect() });
        let found = found(&unit);
        let plan = &found.plan;
        let is_served = |ix: &MatterIx| plan.level(&unit, *ix).value() > rust_decimal::Decimal::new(1, 3);
        let served = unit.open_matters().map(|(ix, _)| ix).filter(is_served);
        let served: Vec<MatterIx> = served.filter(|ix| is_done(&unit, plan, *ix, &BTreeSet::new())).collect();
        let best = best(&unit, plan, &served);
        let (unmet, gaps) = best.split_last().unwrap();
        let mut expected: Vec<(u32, u32)> = gaps.iter().map(|gaps| (*gaps, *gaps)).collect();
        expected.push((0, 0));
        prop_assert_eq!(here(&found), expected);
        prop_assert_eq!(found.wishes.asked - found.wishes.granted, *unmet);
        prop_assert_eq!(found.wishes.at_most, found.wishes.granted);
    }
}
