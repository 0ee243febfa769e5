//! Findings about a workbook as marks at its cells.

use super::diagnostics::note;
use crate::diag::{Diagnostics, Severity};
use crate::render::xlsx::marks::{Mark, Tone};
use crate::text::Text;

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
