//! Gives names to counted seats, so that as few people as possible move.

use super::formulation::{Flows, Model, Seat};
use crate::model::{Mover, PersonIx, PostIx, SectionIx};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Who holds which post at the program's start.
pub(super) fn deal(model: &Model) -> BTreeSet<(PersonIx, PostIx)> {
    let mut held = held_by_named(model);
    for (g, group) in model.groups.iter().enumerate().filter(|(_, group)| group.bundles.is_some()) {
        let seats = model.seats.iter().filter(|seat| seat.group == g);
        for (person, seat) in seat_members(model, &group.members, seats.collect()) {
            held.extend(seat.holders.keys().map(|post| (person, *post)));
        }
    }
    held
}

/// The same where it is settled how many of each kind sit in which sections; of a kind in order of the roster.
pub(super) fn deal_flows(model: &Model, flows: &Flows) -> BTreeSet<(PersonIx, PostIx)> {
    let mut held = held_by_named(model);
    let mut free: Vec<(&Seat, usize)> =
        model.seats.iter().filter(|s| s.bundle.is_some()).map(|s| (s, count(model, s))).collect();
    let mut waiting: BTreeMap<(usize, Mover), VecDeque<PersonIx>> = BTreeMap::new();
    for (g, group) in model.groups.iter().enumerate() {
        for person in &group.members {
            waiting.entry((g, Mover::of(model.unit, *person))).or_default().push_back(*person);
        }
    }
    for ((g, kind, sections), seated) in &flows.seated {
        let Some(people) = waiting.get_mut(&(*g, *kind)) else { continue };
        for person in people.drain(..whole(value(model, *seated)).min(people.len())) {
            let seat = free.iter_mut().find(|(seat, left)| {
                *left > 0 && seat.group == *g && model.sections_of(seat.holders.keys()) == *sections
            });
            if let Some((seat, left)) = seat {
                *left -= 1;
                held.extend(seat.holders.keys().map(|post| (person, *post)));
            }
        }
    }
    held
}

fn held_by_named(model: &Model) -> BTreeSet<(PersonIx, PostIx)> {
    let named = model.seats.iter().filter(|seat| seat.bundle.is_none());
    let of_seat = |seat: &Seat| -> Vec<(PersonIx, PostIx)> {
        let person = model.groups[seat.group].members[0];
        let holds = seat.holders.iter().filter(|(_, column)| value(model, **column) > 0.5);
        holds.map(|(post, _)| (person, *post)).collect()
    };
    named.flat_map(of_seat).collect()
}

/// First everyone who can stay in the home section, in order of the roster; then the rest.
/// A bundle of one section is home to the members of that section only, so the greedy choice is best.
fn seat_members<'m>(model: &Model, members: &[PersonIx], seats: Vec<&'m Seat>) -> Vec<(PersonIx, &'m Seat)> {
    let mut free: Vec<(&Seat, usize)> = seats.into_iter().map(|seat| (seat, count(model, seat))).collect();
    let mut waiting: VecDeque<PersonIx> = VecDeque::new();
    let mut seated = Vec::new();
    for person in members {
        let home = model.unit[*person].home;
        let at_home =
            free.iter_mut().find(|(seat, left)| *left > 0 && home.is_some() && only_section(model, seat) == home);
        match at_home {
            Some((seat, left)) => {
                *left -= 1;
                seated.push((*person, *seat));
            }
            None => waiting.push_back(*person),
        }
    }
    for (seat, left) in free {
        seated.extend(waiting.drain(..left.min(waiting.len())).map(|person| (person, seat)));
    }
    seated
}

/// The section of a seat whose working posts all lie in one.
fn only_section(model: &Model, seat: &Seat) -> Option<SectionIx> {
    let sections: BTreeSet<SectionIx> =
        seat.holders.keys().map(|post| model.unit[*post]).filter(|p| p.is_working()).map(|p| p.section).collect();
    if sections.len() == 1 { sections.first().copied() } else { None }
}

fn count(model: &Model, seat: &Seat) -> usize {
    whole(seat.holders.values().next().map_or(0.0, |column| value(model, *column)))
}

fn whole(value: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count, rounded")]
    let count = value.round().max(0.0) as usize;
    count
}

fn value(model: &Model, column: super::engine::program::Column) -> f64 {
    model.program.columns[column.0].start
}
