//! The arithmetic of a year by month.

use super::{Breach, Violation, cases};
use crate::model::{MONTHS, MonthlyWork, Plan, Unit};
use crate::units::{Cases, Hours, Month};

/// Judges every month as a plan of its own with the hours of the month, and that no case appears or vanishes.
pub(super) fn verify(unit: &Unit, plan: &Plan, monthly: &MonthlyWork) -> Vec<Violation> {
    let mut found = Vec::new();
    for (t, month) in monthly.months.iter().enumerate().take(MONTHS) {
        let mut of_month = unit.clone();
        for person in &mut of_month.people {
            let hours = unit.calendar.hours_by_month(unit.year, person.hours)[t];
            let month = Month::january(unit.year).plus(i32::try_from(t).unwrap_or_default());
            let slow = person.terms.learning.filter(|learning| learning.until < month);
            person.hours = match slow {
                _ if person.is_away_in(month) => Hours::ZERO,
                // No longer new to the work: the hours of the year are those of a newcomer.
                Some(learning) => Hours::new(hours.value().checked_div(learning.share.value()).unwrap_or_default()),
                None => hours,
            };
        }
        let as_plan = Plan { work: month.work.clone(), done: month.done.clone(), ..plan.clone() };
        found.extend(cases::verify(&of_month, &as_plan));
    }
    found.extend(flows(unit, monthly));
    found.extend(bounds(unit, plan, monthly));
    found
}

/// Up to every month, nothing outruns what bounds it.
fn bounds(unit: &Unit, plan: &Plan, monthly: &MonthlyWork) -> Vec<Violation> {
    let mut so_far = Plan { work: Vec::new(), done: vec![Cases::ZERO; unit.matters.len()], ..plan.clone() };
    let mut found = Vec::new();
    for month in monthly.months.iter().take(MONTHS) {
        so_far.work.extend(month.work.iter().copied());
        for (sum, done) in so_far.done.iter_mut().zip(&month.done) {
            *sum += *done;
        }
        found.extend(super::bounds::verify(unit, &so_far));
    }
    found
}

/// Waiting before + arriving = done + missed + waiting after, and nothing waits longer than it may.
fn flows(unit: &Unit, monthly: &MonthlyWork) -> Vec<Violation> {
    let mut found = Vec::new();
    let days = unit.calendar.days_by_month(unit.year);
    for (ix, matter) in unit.matters() {
        let mut waiting = Cases::ZERO;
        for ((month, arriving), days) in monthly.months.iter().zip(matter.arriving_by_month()).zip(days) {
            let (due, out) = (waiting + arriving, month.done[ix.0] + month.missed[ix.0] + month.carried[ix.0]);
            let too_long = matter.may_wait(arriving, days).is_some_and(|most| month.carried[ix.0] > most);
            let negative = month.missed[ix.0] < Cases::ZERO || month.carried[ix.0] < Cases::ZERO;
            if due != out || too_long || negative {
                found.push(Violation {
                    breach: Breach::Conservation,
                    people: Vec::new(),
                    posts: Vec::new(),
                    matter: Some(ix),
                    numbers: Some((out.value(), due.value())),
                });
            }
            waiting = month.carried[ix.0];
        }
    }
    found
}
