//! What was changed against the scenario that another extends.

use crate::model::Overlay;
use crate::render::document::{Block, Note};
use crate::report::words::{Words, clause};

/// The changes, the first change first; nothing for a scenario that extends no other.
pub(in crate::report) fn section(words: Words<'_>) -> Vec<Block> {
    let overlays = &words.unit.overlays;
    if overlays.is_empty() {
        return Vec::new();
    }
    vec![Block::List(overlays.iter().map(|overlay| Note::plain(line(words, overlay))).collect())]
}

fn line(words: Words<'_>, overlay: &Overlay) -> String {
    match &overlay.why {
        Some(why) => words
            .text
            .with("overlay-change", &[("name", words.quoted(&overlay.name)), ("why", clause(words.quoted(why)))]),
        None => words.text.with("overlay-typed", &[("options", &overlay.name)]),
    }
}
