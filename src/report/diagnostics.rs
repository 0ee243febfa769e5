//! Stand-in until the real one is merged.

use crate::diag::Diagnostics;
use crate::text::Text;

/// Findings as text.
#[must_use]
pub fn render(diagnostics: &Diagnostics, _: &Text) -> String {
    let lines: Vec<_> = diagnostics.as_slice().iter().map(|d| format!("{} {}", d.code.id(), d.place)).collect();
    lines.join("\n")
}
