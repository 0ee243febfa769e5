//! Gives names to counted seats, so that as few people as possible move.

use super::formulation::{Model, Seat};
use crate::model::{PersonIx, PostIx, SectionIx};
use std::collections::{BTreeSet, VecDeque};

/// Who holds which post at the program's start.
pub(super) fn deal(model: &Model) -> BTreeSet<(PersonIx, PostIx)> {
    let mut held = BTreeSet::new();
    for (g, group) in model.groups.iter().enumerate() {
        let seats = model.seats.iter().filter(|seat| seat.group == g);
        if group.bundles.is_some() {
            for (person, seat) in seat_members(model, &group.members, seats.collect()) {
                held.extend(seat.holders.keys().map(|post| (person, *post)));
            }
        } else {
            let person = group.members[0];
            let holds = seats.flat_map(|seat| &seat.holders).filter(|(_, column)| value(model, **column) > 0.5);
            held.extend(holds.map(|(post, _)| (person, *post)));
        }
    }
    held
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
    let holders = seat.holders.values().next().map_or(0.0, |column| value(model, *column));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count, rounded")]
    let count = holders.round().max(0.0) as usize;
    count
}

fn value(model: &Model, column: super::program::Column) -> f64 {
    model.program.columns[column.0].start
}
