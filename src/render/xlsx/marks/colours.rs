//! The styles of a workbook, and what they are with another background.

use super::Tone;
use crate::render::package::xml::{Edits, children, element, first, tags, with};
use std::collections::BTreeMap;

/// The backgrounds, in the order of [`Tone`]: those by which spreadsheets mark what is bad and what is neutral.
const FILLS: [&str; 2] = ["FFFFC7CE", "FFFFEB9C"];

/// The styles of a workbook with those that are added.
pub(super) struct Colours {
    text: String,
    /// How many formats of cells there are.
    known: usize,
    /// The formats that are added, by the format below and the colour.
    added: BTreeMap<(usize, Tone), usize>,
}

impl Colours {
    pub(super) fn new(text: String) -> Self {
        let known = tags(&text).and_then(|tags| Some(children(&tags, first(&tags, "cellXfs")?).len()));
        Self { known: known.unwrap_or_default(), text, added: BTreeMap::new() }
    }

    /// The number of a format with a background.
    pub(super) fn of(&mut self, format: usize, tone: Tone) -> usize {
        let next = self.known + self.added.len();
        *self.added.entry((format, tone)).or_insert(next)
    }

    /// The styles with what was added.
    pub(super) fn write(self) -> Option<String> {
        let tags = tags(&self.text)?;
        let (fills, formats) = (first(&tags, "fills")?, first(&tags, "cellXfs")?);
        let prefix = tags.get(fills)?.prefix();
        let before = children(&tags, fills).len();
        let fill = |colour: &str| {
            format!(
                "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"{colour}\"/>\
                 <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
            )
        };
        let mut edits = Edits::default();
        edits.append(&tags, fills, &FILLS.map(fill).concat(), Some(before + FILLS.len()));
        let known = children(&tags, formats);
        let mut added: Vec<_> = self.added.iter().collect();
        added.sort_by_key(|(_, number)| **number);
        let mut more = String::new();
        for ((format, tone), _) in added {
            // A format that is not there is the first one.
            let at = *known.get(*format).or(known.first())?;
            let number = before + usize::from(*tone == Tone::Doubtful);
            let tag = tags.get(at)?;
            let open = with(&tag.with("fillId", &number.to_string()), "applyFill", "1");
            let rest = self.text.get(tag.span.end..element(&tags, at)?.end)?;
            more.push_str(&open);
            more.push_str(rest);
        }
        edits.append(&tags, formats, &more, Some(known.len() + self.added.len()));
        Some(edits.apply(&self.text))
    }
}
