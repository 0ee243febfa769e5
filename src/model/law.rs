//! Articles of law that hold for the trade of a unit.

use crate::word::words;

/// An article. It comes from the pack that a scenario names; no other law of a trade is ever quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// The instrument, with its book-title marks.
    pub instrument: String,
    /// The article; `None`: its number was not seen.
    pub article: Option<String>,
    /// Its words.
    pub text: String,
    /// How the words are known.
    pub seen: Seen,
}

words! {
    /// How the words of an article are known. What was not seen at all has no place in a pack.
    pub enum Seen {
        /// The text itself was seen.
        Text = "text",
        /// It was seen quoted by somebody else.
        Quoted = "quoted",
    }
}
