//! What the page says of a state.

use super::levers::{Choice, Mark};
use crate::render::document::glance::Figure;
use crate::render::document::{Document, Note, Table, Tone};
use crate::render::line::Line;

/// What the page says before a lever is moved; the script asks for what is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// The unit as it is.
    pub answer: Answer,
    /// The months ahead in which staffing changes.
    pub marks: Option<Vec<Mark>>,
    /// What the years ahead bring.
    pub ahead: Option<Document>,
}

/// The answer to how the levers stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In a sentence or two.
    pub verdict: Document,
    /// How much of the input is assumption.
    pub rests: Vec<Note>,
    /// What stalls and who is there.
    pub figures: Vec<Figure>,
    /// What a demand for audits stops; where none was made what each would, if that is known.
    pub demand: Vec<Note>,
    /// What tells it from today.
    pub changed: Document,
    /// What is not served in full.
    pub short: Vec<Short>,
    /// Who sits where.
    pub house: Vec<Place>,
    /// Every matter.
    pub matters: Table,
    /// The commands that say the same.
    pub commands: Vec<String>,
    /// The letters that may be drafted, each with what it is called.
    pub letters: Vec<Choice>,
}

/// A matter that is not served in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Line,
    /// How far it is served.
    pub status: Note,
    /// Why, once that is known.
    pub reason: Option<Line>,
}

/// A place on the duty board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What becomes of whoever is put there.
    pub target: String,
    /// What it is called.
    pub name: Line,
    /// How busy its people are, in hundredths.
    pub load: Option<u32>,
    /// Its people.
    pub cards: Vec<Card>,
}

/// Somebody on the duty board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The id, which is what is read too.
    pub id: String,
    /// What else there is to know.
    pub about: Line,
    /// The steps held here.
    pub posts: Line,
    /// How busy, in hundredths.
    pub load: Option<u32>,
    /// What may become of them.
    pub choices: Choices,
    /// Where they can hold no post, so that nobody puts them there.
    pub never: Vec<String>,
    /// What was made of them.
    pub fate: String,
}

/// What may become of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    /// On duty, fixed, on leave, gone.
    Here,
    /// On loan or called back.
    Loan,
    /// Nothing: gone by themselves, or not yet there.
    None,
}

/// Why a matter falls short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What cannot all hold.
    pub conflict: Document,
    /// What would help.
    pub offers: Vec<Offer>,
}

/// A change that would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is and does.
    pub said: Line,
    /// Whether it costs nobody anything.
    pub tone: Tone,
    /// The levers that make it, if the page has them.
    pub levers: Option<Vec<Lever>>,
}

/// A lever moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lever {
    /// So many more people of an employment.
    Hire(&'static str, u32),
    /// What becomes of a person.
    Person(String, &'static str),
    /// What a rule is set to.
    Rule(&'static str, String),
    /// A number by its path.
    Number(String, String),
    /// So many cases of a matter demanded.
    Audits(String, u32),
}

/// What a lever would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Which lever.
    pub key: String,
    /// What it would do.
    pub said: Line,
    /// How that is meant.
    pub tone: Tone,
}

/// What more people would do, by how many of either employment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// A row for each number of established people, a cell for each of contract workers.
    pub rows: Vec<Vec<GridCell>>,
}

/// So many people more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// Established people.
    pub established: usize,
    /// Contract workers.
    pub contract: usize,
    /// How the result is meant.
    pub tone: Tone,
    /// How many matters stall, and behind a plus are slowed.
    pub count: Line,
    /// All of it in words.
    pub said: Line,
}
