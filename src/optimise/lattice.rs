//! The lattice: the best service of a unit whose sections share nothing but people, without a search.
//!
//! Such a unit is a sum of sections. For each section the staffings worth having are listed with what they serve
//! (`options`, by the exact programs of `levels`); a table over all headcounts adds them up (`layers`). It answers every
//! staffing inside the box of the people there, exactly, and is kept (`tables`): a question that changes one section
//! asks for the choices of that section only. What it can do and why it is exact: `docs/model.md`.

mod layers;
mod levels;
mod options;
mod seating;
mod separable;
mod tables;
mod work;

pub use self::tables::Tables;

use self::layers::{Counts, Part};
use self::separable::{Crew, Kind, pieces};
use self::tables::Crews;
use self::work::UNIT;
use super::{Ask, DutyTable};
use crate::model::{MatterIx, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is asked of a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) unit: &'a Unit,
    pub(super) ask: &'a Ask,
    /// What certain matters must reach.
    pub(super) floors: &'a BTreeMap<MatterIx, Decimal>,
    /// Sums of weighted levels, the most important first.
    pub(super) order: &'a [Vec<MatterIx>],
    /// Whether, of equal service, few are to move and many posts to have a backup.
    pub(super) seats: bool,
}

/// What a unit can do at best.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// The sums of the order, to 10⁻¹².
    pub(super) sums: Vec<Decimal>,
    /// Levels, rounded down to 10⁻¹².
    pub(super) levels: BTreeMap<MatterIx, Decimal>,
    /// Who holds what.
    pub(super) held: DutyTable,
}

/// What the lattice says.
#[derive(Debug, Clone)]
pub(super) enum Reply {
    /// This is best.
    Best(Answer),
    /// What must be kept cannot be.
    Shut,
}

/// The best a unit can do; `None` where its sections share more than people, or where there are too many staffings.
pub(super) fn answer(question: &Question, tables: &Tables) -> Option<Reply> {
    let pieces = pieces(question)?;
    // What nobody can approve is served by nobody.
    let served = |matter: &MatterIx| pieces.pieces.iter().any(|piece| piece.matters.contains(matter));
    if question.floors.iter().any(|(matter, floor)| !floor.is_zero() && !served(matter)) {
        return Some(Reply::Shut);
    }
    let size = |crew: &Crew| Some((crew.kind.clone(), u8::try_from(crew.members.len()).ok()?));
    let there: Crews = pieces.crews.iter().map(size).collect::<Option<_>>()?;
    // Who has a home where is part of a question about moves, so that its table is for these people alone.
    let crews = if question.seats { there.clone() } else { tables.crews(&there) };
    let of = Counts::of(crews.iter().map(|(_, most)| *most).collect())?;
    let count = |kind: &Kind| there.iter().find(|(other, _)| other == kind).map_or(0, |(_, count)| *count);
    let counts: Vec<u8> = crews.iter().map(|(kind, _)| count(kind)).collect();
    let mut parts = Vec::new();
    for (index, piece) in pieces.pieces.iter().enumerate() {
        let (section, from) = piece.section(question, &crews, &pieces.crews);
        let (number, choices) = tables.choices(section)?;
        parts.push(Arc::new(Part { piece: index, number, choices, crews: from, places: piece.places(question) }));
    }
    if !of.bears(parts.iter().map(|part| part.choices.len()).sum()) {
        return None;
    }
    let Some((values, chosen)) = best(question, &of, &mut parts, &counts, tables) else { return Some(Reply::Shut) };
    let chosen = || parts.iter().map(AsRef::as_ref).zip(chosen.iter().copied());
    let part_of_one = |value: &i64| (Decimal::from(*value) / Decimal::from(UNIT)).normalize();
    let mut levels: BTreeMap<MatterIx, Decimal> = question.unit.matters().map(|(ix, _)| (ix, Decimal::ZERO)).collect();
    for (part, choice) in chosen() {
        levels.extend(
            pieces.pieces[part.piece].matters.iter().copied().zip(part.choices[choice].levels.iter().map(part_of_one)),
        );
    }
    Some(Reply::Best(Answer {
        sums: values.iter().take(question.order.len()).map(part_of_one).collect(),
        levels,
        held: seating::seat(question.unit, &pieces, &crews, chosen()),
    }))
}

/// The best values of a staffing with the choice of each part; `None` where the floors cannot be kept.
///
/// All but the last part are added up over the whole box, which is kept. The parts that this box has not seen come
/// last, so that where only one of them is new nothing is added up again.
fn best(
    question: &Question,
    of: &Counts,
    parts: &mut [Arc<Part>],
    counts: &[u8],
    tables: &Tables,
) -> Option<(Vec<i64>, Vec<usize>)> {
    let places = question.order.len() + 3;
    let seen = tables.sort(of, places, parts);
    if seen == parts.len() {
        let layer = tables.layer(of, places, parts);
        return Some((layer.values(of, places, counts)?.to_vec(), layer.walk(of, counts)));
    }
    let (last, before) = parts.split_last()?;
    let layer = tables.layer(of, places, before);
    let best = layer.best_with(of, places, last, counts)?;
    let chosen = layer.walk_with(of, last, &best, counts);
    Some((best.values, chosen))
}
