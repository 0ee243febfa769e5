//! One cell of a table: what it holds, and what programs get in its place.

use super::recount::Recount;
use super::{Kind, Tone};
use crate::render::line::Line;
use crate::units::{Cases, Hours, Month, Share};
use rust_decimal::Decimal;

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What programs get in place of words: an id, or several set apart by semicolons.
    pub id: Option<String>,
    /// How it is meant.
    pub tone: Tone,
    /// Whether it has the mark of the best among its like, an asterisk before it.
    pub best: bool,
}

impl Cell {
    /// A cell that says in words what programs know by an id.
    #[must_use]
    pub fn word(id: impl Into<String>, word: impl Into<Line>) -> Self {
        Self { id: Some(id.into()), ..Self::from(word.into()) }
    }

    /// The same cell with a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same cell, marked if it is the best among its like.
    #[must_use]
    pub fn best(self, best: bool) -> Self {
        Self { best, ..self }
    }

    /// A cell with several things; `joined` says them all in words.
    #[must_use]
    pub fn list(items: Vec<String>, joined: String) -> Self {
        let items = items.into_iter().map(Line::from).collect();
        Value::List { items, joined: joined.into() }.into()
    }

    /// A number with the way to count it again.
    #[must_use]
    pub fn counted(number: impl Into<Decimal>, by: Recount) -> Self {
        Value::Counted(number.into(), by).into()
    }

    /// A cell without anything in it.
    #[must_use]
    pub const fn empty() -> Self {
        Self { value: Value::Empty, id: None, tone: Tone::Plain, best: false }
    }

    /// The cell as a reader sees it in a column of a kind.
    #[must_use]
    pub fn show(&self, kind: Kind) -> String {
        let shown = match &self.value {
            Value::Text(line) | Value::List { joined: line, .. } => line.to_string(),
            Value::Number(number) | Value::Counted(number, _) => kind.show(*number),
            Value::Month(month) => month.to_string(),
            Value::Empty => String::new(),
        };
        if self.best { format!("*{shown}") } else { shown }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(Line),
    /// Several things of a kind, such as the people at a post.
    List {
        /// Each by itself.
        items: Vec<Line>,
        /// All of them in words.
        joined: Line,
    },
    /// A number in the unit of its column.
    Number(Decimal),
    /// A number that a workbook counts from the rows of other tables.
    Counted(Decimal, Recount),
    /// A month, shown as `2026-02`, in a column of words.
    Month(Month),
    /// Nothing.
    Empty,
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, ..Self::empty() }
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::empty(), T::into)
    }
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        Value::Text(line).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Line::from(text).into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Line::from(&**text).into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Line::from(text).into()
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Value::Number(number).into()
    }
}

impl From<Month> for Cell {
    fn from(month: Month) -> Self {
        Value::Month(month).into()
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Decimal::from(number).into()
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Decimal::from(number).into()
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Decimal::from(number).into()
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Decimal::from(number).into()
    }
}

impl From<Hours> for Cell {
    fn from(number: Hours) -> Self {
        number.value().into()
    }
}

impl From<Cases> for Cell {
    fn from(number: Cases) -> Self {
        number.value().into()
    }
}

impl From<Share> for Cell {
    fn from(number: Share) -> Self {
        number.value().into()
    }
}
