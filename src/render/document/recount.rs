//! How a number is counted from the rows of other tables, so that whoever reads it in a workbook can count again.

use rust_decimal::Decimal;

/// A number as the sum of its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recount(pub Vec<Term>);

/// What is added, or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Rows, added.
    Plus(Rows),
    /// Rows, taken away.
    Minus(Rows),
    /// A number that no table has, added.
    Number(Decimal),
}

/// The rows of a table, or a column of theirs added up. Tables and columns by their stable names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The table; it stands before the number.
    pub table: &'static str,
    /// The column that is added up; `None`: the rows are counted.
    pub sum: Option<&'static str>,
    /// Only rows in which these columns hold this.
    pub having: Vec<(&'static str, Holds)>,
}

/// What a column holds in the rows that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// A word.
    Word(String),
    /// A number.
    Number(usize),
}

impl Rows {
    /// All rows of a table.
    #[must_use]
    pub const fn of(table: &'static str) -> Self {
        Self { table, sum: None, having: Vec::new() }
    }

    /// Of them those in which a column holds a word.
    #[must_use]
    pub fn word(mut self, column: &'static str, word: String) -> Self {
        self.having.push((column, Holds::Word(word)));
        self
    }

    /// Of them those in which a column holds a number.
    #[must_use]
    pub fn number(mut self, column: &'static str, number: usize) -> Self {
        self.having.push((column, Holds::Number(number)));
        self
    }

    /// A column of theirs, added up.
    #[must_use]
    pub fn sum(self, column: &'static str) -> Self {
        Self { sum: Some(column), ..self }
    }
}
