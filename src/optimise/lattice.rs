//! The lattice: the best service of a unit whose sections share nothing but people, without a search.
//!
//! Such a unit is a sum of sections. For each section the staffings worth having are listed with what they serve
//! (`options`, by the exact programs of `levels`); a table over all headcounts adds them up (`layers`). It answers every
//! staffing inside the box of the people there, exactly, and is kept (`tables`): a question that changes one section
//! asks for the choices of that section only. Where there are too many headcounts a program picks one choice a section
//! (`patterns`). What it can do and why it is exact: `docs/model.md`.

mod fewest;
mod layers;
mod levels;
mod options;
mod patterns;
mod seating;
mod separable;
mod tables;
mod work;

pub use self::tables::Tables;

pub(super) use self::fewest::{Hiring, hiring};

use self::layers::{Counts, Part};
use self::separable::{Crew, Kind, Pieces, pieces};
use self::tables::Crews;
use self::work::UNIT;
use super::{Ask, DutyTable, Settings};
use crate::model::{MatterIx, Method, Unit};
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
    /// By how much another plan could be better in each of the sums, in moves and in backups, if it is as good in those
    /// before: nothing, unless a search ended early.
    pub(super) open: Vec<Decimal>,
    /// How it was found.
    pub(super) method: Method,
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

/// A unit in pieces, each with its choices.
struct Laid {
    pieces: Pieces,
    /// The crews of the box.
    crews: Crews,
    /// How many of them are there.
    counts: Vec<u8>,
    parts: Vec<Arc<Part>>,
}

impl Laid {
    /// `None` where sections share more than people, or a section has too many staffings.
    fn out(question: &Question, settings: &Settings) -> Option<Self> {
        let pieces = pieces(question)?;
        let size = |crew: &Crew| Some((crew.kind.clone(), u8::try_from(crew.members.len()).ok()?));
        let there: Crews = pieces.crews.iter().map(size).collect::<Option<_>>()?;
        // Who has a home where is part of a question about moves, so that its table is for these people alone.
        let crews = if question.seats { there.clone() } else { settings.tables.crews(&there) };
        let count = |kind: &Kind| there.iter().find(|(other, _)| other == kind).map_or(0, |(_, count)| *count);
        let counts: Vec<u8> = crews.iter().map(|(kind, _)| count(kind)).collect();
        let mut parts = Vec::new();
        for (index, piece) in pieces.pieces.iter().enumerate() {
            // Nothing here takes long, but when the time is up nothing more is begun.
            settings.in_time().ok()?;
            let (section, from) = piece.section(question, &crews, &pieces.crews);
            let (number, choices) = settings.tables.choices(section)?;
            parts.push(Arc::new(Part { piece: index, number, choices, crews: from, places: piece.places(question) }));
        }
        Some(Self { pieces, crews, counts, parts })
    }

    /// Whether nobody works at a matter that must be served, since nobody can approve it.
    fn is_shut(&self, floors: &BTreeMap<MatterIx, Decimal>) -> bool {
        let served = |matter: &MatterIx| self.pieces.pieces.iter().any(|piece| piece.matters.contains(matter));
        floors.iter().any(|(matter, floor)| !floor.is_zero() && !served(matter))
    }
}

/// The best a unit can do; `None` where its sections share more than people, or where there are too many staffings.
pub(super) fn answer(question: &Question, settings: &Settings) -> Option<Reply> {
    let laid = Laid::out(question, settings)?;
    if laid.is_shut(question.floors) {
        return Some(Reply::Shut);
    }
    let Laid { pieces, crews, counts, mut parts } = laid;
    let places = question.order.len() + 3;
    let of = Counts::of(crews.iter().map(|(_, most)| *most).collect());
    let of = of.filter(|of| of.bears(parts.iter().map(|part| part.choices.len()).sum()));
    let found = match of {
        Some(of) => {
            let Some(found) = best(&of, places, &mut parts, &counts, &settings.tables) else {
                return Some(Reply::Shut);
            };
            found
        }
        None => patterns::best(&parts, &counts, places, question.order.len(), settings)?,
    };
    let chosen = || parts.iter().map(AsRef::as_ref).zip(found.chosen.iter().copied());
    let part_of_one = |value: &i64| (Decimal::from(*value) / Decimal::from(UNIT)).normalize();
    let mut levels: BTreeMap<MatterIx, Decimal> = question.unit.matters().map(|(ix, _)| (ix, Decimal::ZERO)).collect();
    for (part, choice) in chosen() {
        let here = part.choices[choice].levels.iter().map(part_of_one);
        levels.extend(pieces.pieces[part.piece].matters.iter().copied().zip(here));
    }
    Some(Reply::Best(Answer {
        sums: found.values.iter().take(question.order.len()).map(part_of_one).collect(),
        open: found.open,
        method: found.method,
        levels,
        held: seating::seat(question.unit, &pieces, &crews, chosen()),
    }))
}

/// A staffing of all parts.
struct Staffing {
    values: Vec<i64>,
    /// See [`Answer::open`].
    open: Vec<Decimal>,
    method: Method,
    /// The choice of each part.
    chosen: Vec<usize>,
}

/// The best staffing; `None` where the floors cannot be kept.
///
/// All but the last part are added up over the whole box, which is kept. The parts that this box has not seen come
/// last, so that where only one of them is new nothing is added up again.
fn best(of: &Counts, places: usize, parts: &mut [Arc<Part>], counts: &[u8], tables: &Tables) -> Option<Staffing> {
    let seen = tables.sort(of, places, parts);
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
