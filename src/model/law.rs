//! Articles of law that hold for the trade of a unit.

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

/// How the words of an article are known. What was not seen at all has no place in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The text itself was seen.
    Text,
    /// It was seen quoted by somebody else.
    Quoted,
}

impl Seen {
    /// Every value.
    pub const ALL: [Self; 2] = [Self::Text, Self::Quoted];

    /// The word used in packs.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Quoted => "quoted",
        }
    }
}
