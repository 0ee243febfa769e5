//! A unit laid out for the search of a staffing: its pieces, the box of its crews, the choices of every section.

use super::counts::{Counts, Use};
use super::layers::Part;
use super::question::Question;
use super::separable::{Crew, Kind, Pieces, pieces};
use super::tables::{Crews, sizes};
use crate::model::MatterIx;
use crate::optimise::Settings;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A unit in pieces, each with its choices.
pub(super) struct Laid {
    pub(super) pieces: Pieces,
    /// The crews of the box.
    pub(super) crews: Crews,
    /// How many of them are there.
    pub(super) counts: Vec<u32>,
    pub(super) parts: Vec<Arc<Part>>,
    /// What tables in that box are for.
    of_use: Use,
}

impl Laid {
    /// `None` where sections share more than people, or a section has too many staffings.
    pub(super) fn out(question: &Question, settings: &Settings) -> Option<Self> {
        let pieces = pieces(question)?;
        let there = there(&pieces);
        // Who has a home where is part of a question about moves, so that its table is for these people alone.
        let own = || (there.clone(), Use::Shared);
        let (shared, of_use) = if question.seats { own() } else { settings.tables.crews(&there) };
        let parts = Self::parts(question, settings, &pieces, &shared);
        // In a box for many more people a section may have too many staffings.
        let (crews, of_use, parts) = match parts {
            Some(parts) => (shared, of_use, parts),
            None if shared != there => {
                let parts = Self::parts(question, settings, &pieces, &there)?;
                (there, Use::Shared, parts)
            }
            None => return None,
        };
        let of_kind = |kind: &Kind| pieces.crews.iter().find(|crew| crew.kind == *kind);
        let count = |kind: &Kind| of_kind(kind).map_or(0, |crew| u32::try_from(crew.members.len()).unwrap_or(u32::MAX));
        let counts: Vec<u32> = crews.iter().map(|(kind, _)| count(kind)).collect();
        // What is asked of every unit alike; promises before that, or a matter by itself, hardly any other question shares.
        let is_shared = !question.any && question.order.len() == question.unit.tiers.len();
        let of_use = if is_shared { of_use } else { Use::Once };
        Some(Self { pieces, crews, counts, parts, of_use })
    }

    /// The box, where a table of it is worth its work.
    pub(super) fn tabled(&self) -> Option<Counts> {
        let choices = self.parts.iter().map(|part| part.choices.len());
        Counts::of(sizes(&self.crews)).filter(|of| of.bears(choices, self.of_use))
    }

    /// The choices of every section in a box.
    fn parts(question: &Question, settings: &Settings, pieces: &Pieces, crews: &Crews) -> Option<Vec<Arc<Part>>> {
        let mut parts = Vec::new();
        for (index, piece) in pieces.sections.iter().enumerate() {
            // Nothing here takes long, but when the time is up nothing more is begun.
            settings.in_time().ok()?;
            let (section, from, seats) = piece.section(question, crews, pieces)?;
            let (number, choices) = settings.tables.choices(section)?;
            if choices.iter().any(|choice| choice.taken.contains(&u8::MAX)) {
                // It may be more than a byte holds.
                return None;
            }
            parts.push(Arc::new(Part {
                piece: index,
                number,
                choices,
                crews: from,
                seats,
                places: piece.places(question),
            }));
        }
        // The sections before those that are singled out are the same for every question of the kind.
        parts.sort_by_key(|part| is_singled_out(question, &pieces.sections[part.piece].matters));
        Some(parts)
    }

    /// Whether nobody works at a matter that must be served, since nobody can approve it.
    pub(super) fn is_shut(&self, floors: &BTreeMap<MatterIx, Decimal>) -> bool {
        let served = |matter: &MatterIx| self.pieces.sections.iter().any(|piece| piece.matters.contains(matter));
        floors.iter().any(|(matter, floor)| !floor.is_zero() && !served(matter))
    }
}

/// Everyone present, by crew.
pub(super) fn there(pieces: &Pieces) -> Crews {
    let size = |crew: &Crew| (crew.kind.clone(), u8::try_from(crew.members.len()).unwrap_or(u8::MAX));
    pieces.crews.iter().map(size).collect()
}

/// Whether a question asks something of single matters among these.
fn is_singled_out(question: &Question, matters: &[MatterIx]) -> bool {
    let mut sums = question.order.iter();
    let changed = question.ask.costless.iter().chain(&question.ask.without);
    sums.any(|sum| matches!(sum[..], [only] if matters.contains(&only)))
        || changed.into_iter().any(|(matter, _)| matters.contains(matter))
}
