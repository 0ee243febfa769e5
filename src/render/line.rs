//! Text from input that nothing obeys: no terminal, no writing direction, no line break.

use crate::text::is_live;
use std::fmt;

/// One line of text, safe to show anywhere. Only this reaches the renderers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Line(String);

impl Line {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self(text.chars().map(inert).collect())
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Several lines of text, each made safe on its own; the line breaks stay.
#[must_use]
pub fn lines(text: &str) -> String {
    let safe: Vec<_> = text.lines().map(|line| Line::from(line).0).collect();
    safe.join("\n")
}

fn inert(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}' => ' ',
        // The pictures of the control characters stand at the same distance in their own block.
        '\u{0000}'..='\u{001F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{007F}' => '\u{2421}',
        c if is_live(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}
