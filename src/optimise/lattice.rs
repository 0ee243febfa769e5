//! The lattice: the best service of a unit whose sections share nothing but people, without a search.
//!
//! Such a unit is a sum of sections. For each section the staffings worth having are listed with what they serve
//! (`options`, by the exact programs of `levels`); a table over all headcounts adds them up (`layers`). It answers every
//! staffing inside the box of the people there, exactly, and is kept (`tables`): a question that changes one section
//! asks for the choices of that section only. Where there are too many headcounts a program picks one choice a section
//! (`patterns`). What it can do and why it is exact: `docs/model.md`.

mod counts;
mod fewest;
mod fewest_moves;
mod kept;
mod laid;
mod layers;
mod levels;
mod options;
mod patterns;
mod question;
mod rooms;
mod seating;
mod separable;
mod spare;
mod staffings;
mod stronger;
mod tables;
mod work;

pub use self::tables::Tables;

pub(super) use self::fewest::{Hiring, Newcomers, hiring};
pub(super) use self::question::{Answer, Question, Reply};
pub(super) use self::separable::approved;
pub(super) use self::spare::{Holders, holders};

use self::counts::Counts;
use self::laid::Laid;
use self::layers::Part;
use self::patterns::Found;
use self::question::Staffing;
use self::work::UNIT;
use super::{Formulation, Settings};
use crate::model::{MatterIx, Method};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Makes a unit the one that is being studied: questions about changes of few of its sections then cost least.
pub(super) fn study(question: &Question, settings: &Settings) {
    if let Some(laid) = Laid::out(question, settings) {
        settings.tables.study(&laid.parts);
    }
}

/// Makes room in one table for questions about many staffings of no more people than are present.
pub(super) fn make_room(question: &Question, settings: &Settings) {
    if let Some(pieces) = separable::pieces(question) {
        settings.tables.make_room(&laid::there(&pieces));
    }
}

/// The best a unit can do; `None` where its sections share more than people, or where there are too many staffings.
pub(super) fn answer(question: &Question, settings: &Settings) -> Option<Reply> {
    let laid = Laid::out(question, settings)?;
    if laid.is_shut(question.floors) {
        return Some(Reply::Shut);
    }
    let places = question.order.len() + 3;
    let is_tabled = settings.formulation != Formulation::Patterns;
    let of = laid.tabled().filter(|_| is_tabled);
    // A box has room for no more than a byte holds.
    let bytes = || laid.counts.iter().map(|count| u8::try_from(*count)).collect::<Result<Vec<_>, _>>().ok();
    let mut parts = laid.parts.clone();
    let found = if let Some(of) = &of {
        let counts = bytes()?;
        let few =
            question.seats.then(|| fewest_moves::best(question, &laid, &mut parts, (of, &counts), settings)).flatten();
        let Some(found) = few.or_else(|| best(of, places, &mut parts, &counts, &settings.tables)) else {
            return Some(Reply::Shut);
        };
        found
    } else if question.seats {
        // What is served at best is known much sooner where nobody asks who moves.
        let service = match answer(&Question { seats: false, any: true, ..*question }, settings)? {
            Reply::Best(service) => service,
            Reply::Shut => return Some(Reply::Shut),
        };
        let known: Vec<_> = service.sums.iter().copied().zip(service.open.iter().copied()).collect();
        match patterns::best(&parts, &patterns::exactly(&laid.counts), places, (known.len(), &known), settings) {
            Some(Found::Best(found)) => found,
            // The time was up.
            Some(Found::Shut) | None => return Some(Reply::Best(service)),
        }
    } else {
        let sums = question.order.len();
        let places = if question.any { sums } else { places };
        parts = stronger::weakest(&parts, &laid.crews, places);
        match patterns::best(&parts, &patterns::at_least(&laid.counts, &laid.crews), places, (sums, &[]), settings)? {
            Found::Best(found) => found,
            Found::Shut => return Some(Reply::Shut),
        }
    };
    let Laid { pieces, crews, .. } = laid;
    let chosen = || parts.iter().map(AsRef::as_ref).zip(found.chosen.iter().copied());
    let part_of_one = |value: &i64| (Decimal::from(*value) / Decimal::from(UNIT)).normalize();
    let mut levels: BTreeMap<MatterIx, Decimal> = question.unit.matters().map(|(ix, _)| (ix, Decimal::ZERO)).collect();
    for (part, choice) in chosen() {
        let here = part.choices[choice].levels.iter().map(part_of_one);
        levels.extend(pieces.sections[part.piece].matters.iter().copied().zip(here));
    }
    Some(Reply::Best(Answer {
        sums: found.values.iter().take(question.order.len()).map(part_of_one).collect(),
        open: found.open,
        method: found.method,
        levels,
        held: seating::seat(question, &pieces, &crews, chosen()),
    }))
}

/// The best staffing; `None` where the floors cannot be kept.
///
/// All but the last part are added up in a table, which is kept. The parts that a change made others come
/// last, so that where only one of them is new nothing is added up again.
fn best(of: &Counts, places: usize, parts: &mut [Arc<Part>], counts: &[u8], tables: &Tables) -> Option<Staffing> {
    let seen = tables.sort(parts);
    let open = vec![Decimal::ZERO; places];
    if seen == parts.len() {
        let layer = tables.layer(of, places, parts);
        let values = layer.values(of, counts)?;
        return Some(Staffing { values, open, method: Method::Sections, chosen: layer.walk(of, counts) });
    }
    let (last, before) = parts.split_last()?;
    let layer = tables.layer(of, places, before);
    let best = layer.best_with(of, last, counts)?;
    let chosen = layer.walk_with(of, last, &best, counts);
    Some(Staffing { values: best.values, open, method: Method::Sections, chosen })
}
