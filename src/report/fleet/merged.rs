//! The report of `fleet merge`: which units stall what, since when, who is missing; the worst first.

mod tables;
mod verdict;

use super::number;
use crate::analysis::fleet::gather::{Fleet, PlaceRow, TierTotal, UnitRow};
use crate::render::detail::Detail;
use crate::render::document::topic::Topic;
use crate::render::document::{Block, Document};
use crate::text::Text;

/// Names of the tables, in order.
pub const TABLES: [&str; 7] = ["tiers", "units", "matters", "stalls", "places", "scenarios", "unread"];

/// Writes the report on all results.
#[must_use]
pub fn document(fleet: &Fleet, holes: usize, text: &Text, detail: Detail) -> Document {
    let view = View { fleet, tiers: fleet.tiers(), places: fleet.places(), worst: fleet.worst(), holes, text, detail };
    Document {
        title: text.with("fleet-merge-title", &[("units", &number(fleet.units.len()))]).into(),
        blocks: [
            view.verdict(),
            view.tiers(),
            vec![Block::About(Topic::Units)],
            view.units(),
            vec![Block::About(Topic::Matters)],
            view.matters(),
            view.stalls(),
            vec![Block::About(Topic::Places)],
            view.places(),
            vec![Block::About(Topic::Options)],
            view.scenarios(),
            vec![Block::About(Topic::Basis)],
            view.unread(),
        ]
        .concat(),
    }
}

struct View<'a> {
    fleet: &'a Fleet,
    tiers: Vec<TierTotal>,
    places: Vec<PlaceRow>,
    worst: Vec<&'a UnitRow>,
    holes: usize,
    text: &'a Text,
    detail: Detail,
}
