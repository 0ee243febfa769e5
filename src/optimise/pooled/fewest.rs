//! How few newcomers may be enough where people work in several sections: the bound as a program.

use super::draft::{Draft, Movers};
use super::pool::Pool;
use crate::optimise::engine::program::Sense;
use crate::optimise::lattice::{Hiring, Newcomers, Question};
use crate::optimise::tolerance::SLACK;
use crate::optimise::{count_of, number};
use rust_decimal::Decimal;

/// A program that has a point for every staffing with enough people, and perhaps for others, of a unit in which people
/// from `begins[k]` on are newcomers of kind k. What must be reached are the floors of the question, and `least` of its
/// only sum, if it has one.
///
/// Σ_d (S + M) of crew g ≤ people of it who are there + w_g. `None` where the unit is no such unit, or newcomers would
/// approve.
///
/// With `parts` the holders of posts need not be whole: a looser bound, found sooner.
pub(in crate::optimise) fn hiring(
    question: &Question,
    begins: &[usize],
    least: Option<Decimal>,
    parts: bool,
) -> Option<Hiring> {
    let pool = Pool::of(question)?;
    let first = *begins.first()?;
    if question.order.len() > 1 || pool.leaders.iter().any(|leader| leader.0 >= first) {
        return None;
    }
    if question.floors.iter().any(|(matter, floor)| !floor.is_zero() && !pool.matters.contains(matter)) {
        return Some(Hiring::Never);
    }
    let mut draft = Draft::new(&pool, &pool.duties(), if parts { Movers::Parts } else { Movers::Pooled });
    let mut hired = vec![Vec::new(); begins.len()];
    let mut alike = false;
    for (index, crew) in pool.crews.iter().enumerate() {
        let mut terms = draft.people(index);
        let newcomers = Newcomers::among(&crew.members, begins);
        if let Some(kind) = newcomers.kind {
            let column = draft.program.integer(format!("w_{index}"), count_of(newcomers.most));
            terms.push((column, -1.0));
            hired[kind].push(column);
            alike |= newcomers.alike;
        }
        draft.program.row(format!("people_{index}"), terms, Sense::AtMost, count_of(newcomers.free));
    }
    if let (Some(least), Some(sum)) = (least, question.order.first()) {
        let served = draft.service(sum);
        draft.program.row("served".to_owned(), served.terms, Sense::AtLeast, number(least) - SLACK);
    }
    if parts {
        draft.seat_enough();
    }
    draft.program.fits().ok()?;
    Some(Hiring::Program { program: draft.program, hired, alike })
}
