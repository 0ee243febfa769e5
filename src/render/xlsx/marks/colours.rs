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
    /// The formats that are added, by the format below and the colour, or none.
    added: BTreeMap<(usize, Option<Tone>), usize>,
    /// The formats with the background of a mark, each with the one that is the same without, if there is one.
    marked: BTreeMap<usize, Option<usize>>,
}

impl Colours {
    pub(super) fn new(text: String) -> Self {
        let known = tags(&text).and_then(|tags| Some(children(&tags, first(&tags, "cellXfs")?).len()));
        let marked = marked(&text).unwrap_or_default();
        Self { known: known.unwrap_or_default(), text, added: BTreeMap::new(), marked }
    }

    /// The number of a format with a background.
    pub(super) fn of(&mut self, format: usize, tone: Tone) -> usize {
        let base = self.added.iter().find(|(_, number)| **number == format).map_or(format, |((base, _), _)| *base);
        self.added(base, Some(tone))
    }

    /// The number of what a format was before a mark gave it a background; other formats stay as they are. Which
    /// background the format had is not kept: what is the same but for the background is taken for it.
    pub(super) fn before(&mut self, format: usize) -> usize {
        match self.marked.get(&format) {
            None => format,
            Some(Some(before)) => *before,
            Some(None) => self.added(format, None),
        }
    }

    fn added(&mut self, format: usize, tone: Option<Tone>) -> usize {
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
            let number = tone.map_or(0, |tone| before + usize::from(tone == Tone::Doubtful));
            let tag = tags.get(at)?;
            let open = with(&tag.with("fillId", &number.to_string()), "applyFill", if number > 0 { "1" } else { "0" });
            let rest = self.text.get(tag.span.end..element(&tags, at)?.end)?;
            more.push_str(&open);
            more.push_str(rest);
        }
        edits.append(&tags, formats, &more, Some(known.len() + self.added.len()));
        Some(edits.apply(&self.text))
    }
}

/// The formats with the background of a mark, each with one that is the same without: with no background rather than
/// with another one.
fn marked(text: &str) -> Option<BTreeMap<usize, Option<usize>>> {
    let tags = tags(text)?;
    let is_mark = |at: &usize| {
        let said = element(&tags, *at).and_then(|range| text.get(range)).unwrap_or_default().to_ascii_uppercase();
        FILLS.iter().any(|colour| said.contains(&format!("RGB=\"{colour}\"")))
    };
    let fills: Vec<_> = children(&tags, first(&tags, "fills")?).iter().map(is_mark).collect();
    let format = |at: usize| {
        let tag = tags.get(at)?;
        let rest = text.get(tag.span.end..element(&tags, at)?.end)?;
        let fill: usize = tag.number("fillId").unwrap_or_default();
        let plain = with(&tag.with("fillId", "0"), "applyFill", "0");
        Some((fill, format!("{plain}{rest}")))
    };
    let formats: Vec<_> = children(&tags, first(&tags, "cellXfs")?).into_iter().filter_map(format).collect();
    let has_mark = |fill: &usize| fills.get(*fill).copied().unwrap_or_default();
    let before = |wanted: &str| {
        let same = formats.iter().enumerate().filter(|(_, (fill, said))| said == wanted && !has_mark(fill));
        same.min_by_key(|(_, (fill, _))| *fill).map(|(at, _)| at)
    };
    let marked = formats.iter().enumerate().filter(|(_, (fill, _))| has_mark(fill));
    Some(marked.map(|(at, (_, said))| (at, before(said))).collect())
}
