//! A scenario as a tree of values, each with the place it was written at.
//!
//! The tree knows nothing of units or matters. It is what files are turned into before they are understood, so that
//! several of them can be laid over each other and every value still says where it comes from.

use crate::diag::Place;
use crate::units::Month;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where the value begins; for a table with a header, the header.
    pub place: Place,
    /// The value.
    pub value: Value,
}

/// A value as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Flag(bool),
    /// A TOML date or time, as written.
    Date(String),
    /// A list.
    List(Vec<Node>),
    /// A table, in the order of the file.
    Table(Vec<Entry>),
    /// Something was here and has been reported; nobody need look at it again, and it is not missing.
    Rejected,
}

/// A number that still knows how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// As written.
    pub text: String,
    /// Its exact value, unless it is not finite or has more digits than fit.
    pub exact: Option<Decimal>,
}

/// A key of a table with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// The entries of a table; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        if let Value::Table(entries) = &self.value { entries } else { &[] }
    }

    /// The value under a key of a table.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// Whether a table has a key, be its value rejected or not.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether nothing in this node was rejected.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match &self.value {
            Value::Rejected => false,
            Value::List(items) => items.iter().all(Self::is_sound),
            Value::Table(entries) => entries.iter().all(|entry| entry.node.is_sound()),
            Value::Text(_) | Value::Number(_) | Value::Flag(_) | Value::Date(_) => true,
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn as_list(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The items of the list under a key; none if there is no such list.
    pub fn items(&self, key: &str) -> std::slice::Iter<'_, Self> {
        self.get(key).map_or(&[][..], Self::as_list).iter()
    }

    /// The text of this node.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The exact number of this node.
    #[must_use]
    pub fn as_number(&self) -> Option<Decimal> {
        if let Value::Number(number) = &self.value { number.exact } else { None }
    }

    /// The text under a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    /// The text under a key, owned.
    #[must_use]
    pub fn string(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    /// The switch under a key.
    #[must_use]
    pub fn flag(&self, key: &str) -> Option<bool> {
        if let Value::Flag(flag) = self.get(key)?.value { Some(flag) } else { None }
    }

    /// The whole number under a key.
    #[must_use]
    pub fn whole(&self, key: &str) -> Option<u32> {
        self.get(key)?.as_number()?.to_u32()
    }

    /// The month under a key.
    #[must_use]
    pub fn month(&self, key: &str) -> Option<Month> {
        Month::parse(self.text(key)?)
    }

    /// The word under a key, as the one of `all` that has it as its id.
    #[must_use]
    pub fn word<T: Copy>(&self, key: &str, all: &[T], id: fn(T) -> &'static str) -> Option<T> {
        let text = self.text(key)?;
        all.iter().copied().find(|one| id(*one) == text)
    }
}
