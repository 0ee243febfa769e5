//! Findings about a workbook as marks at its cells.

use super::diagnostics::{heading, note};
use crate::diag::{Code, Diagnostics, Severity};
use crate::render::xlsx::marks::{Mark, Tone};
use crate::text::{Language, Text};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The marks for the findings at cells of a workbook, as the user named it; what is wrong elsewhere has none.
#[must_use]
pub fn marks(found: &Diagnostics, file: &str, text: &Text) -> Vec<Mark> {
    let of_file = found.as_slice().iter().filter(|finding| &*finding.place.file == file);
    let mark = of_file.filter_map(|finding| {
        let tone = match finding.code.severity() {
            Severity::Error => Tone::Wrong,
            Severity::Warning => Tone::Doubtful,
        };
        Some(Mark {
            sheet: finding.place.sheet.as_deref()?.to_owned(),
            row: finding.place.line.try_into().ok()?,
            column: finding.place.column.try_into().ok()?,
            tone,
            note: note(finding, text),
        })
    });
    mark.collect()
}

/// Whether a paragraph of a comment is a mark, in either language: it begins as findings do.
#[must_use]
pub fn is_mark(paragraph: &str) -> bool {
    static HEADINGS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let headings = HEADINGS.get_or_init(|| {
        let of = |text: Text| Code::ALL.iter().map(move |code| heading(*code, &text));
        Language::ALL.into_iter().flat_map(|language| of(Text::new(language))).collect()
    });
    headings.contains(paragraph.lines().next().unwrap_or_default().trim())
}
