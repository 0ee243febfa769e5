//! What holds for the trade of a unit: articles of law, or habits where none was seen.

use crate::word::words;
use schemars::JsonSchema;
use serde::Serialize;

/// The pack of a trade that a scenario names: what fills in for what the scenario does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pack {
    /// Id.
    pub id: &'static str,
    /// What the trade is called, in Chinese.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// Its law, as far as it was seen. None: the pack holds habits only.
    pub laws: Vec<Law>,
}

/// An article. It comes from the pack that a scenario names; no other law of a trade is ever quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
