//! What of a unit's trade comes from its pack: law that was seen, or habits alone.

use crate::model::Seen;
use crate::render::document::{Note, Tone};
use crate::report::words::Words;

/// What the pack holds; nothing where the scenario names none.
pub(in crate::report) fn note(words: Words<'_>) -> Option<Note> {
    let pack = words.unit.pack.as_ref()?;
    let seen = |how| pack.laws.iter().filter(|law| law.seen == how).count().to_string();
    let arguments = [
        ("pack", words.called(&pack.name, Some(&pack.name_en))),
        ("count", &*pack.laws.len().to_string()),
        ("seen", &*seen(Seen::Text)),
        ("quoted", &*seen(Seen::Quoted)),
    ];
    Some(if pack.laws.is_empty() { habits(words)? } else { Note::plain(words.text.with("pack-law", &arguments)) })
}

/// That a trade's law was not seen; nothing where some was, or the scenario names no pack.
pub(in crate::report) fn habits(words: Words<'_>) -> Option<Note> {
    let pack = words.unit.pack.as_ref().filter(|pack| pack.laws.is_empty())?;
    let name = words.called(&pack.name, Some(&pack.name_en));
    Some(Note::new(Tone::Caution, words.text.with("pack-habits", &[("pack", name)])))
}
