//! Characters that somebody would obey instead of showing.

/// Whether a terminal, a spreadsheet or an editor would act on a character instead of showing it.
#[must_use]
pub fn is_live(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Line and paragraph separators.
            '\u{2028}' | '\u{2029}'
            // Marks, embeddings, overrides and isolates that turn the writing direction.
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            // Invisible characters, by which two ids can look the same.
            | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}
