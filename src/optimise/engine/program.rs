//! A mixed-integer linear program as plain data: no engine, no domain.

use crate::optimise::Error;

/// A column of a [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::optimise) struct Column(pub(in crate::optimise) usize);

/// Bounds and kind of a column.
#[derive(Debug, Clone)]
pub(in crate::optimise) struct Variable {
    pub(in crate::optimise) name: String,
    pub(in crate::optimise) lower: f64,
    pub(in crate::optimise) upper: f64,
    pub(in crate::optimise) integer: bool,
    /// Value in the best feasible point known so far.
    pub(in crate::optimise) start: f64,
}

/// How a row compares with its right-hand side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::optimise) enum Sense {
    AtMost,
    AtLeast,
    Equal,
}

/// A linear constraint.
#[derive(Debug, Clone)]
pub(in crate::optimise) struct Row {
    pub(in crate::optimise) name: String,
    pub(in crate::optimise) terms: Vec<(Column, f64)>,
    pub(in crate::optimise) sense: Sense,
    pub(in crate::optimise) rhs: f64,
}

/// Direction and terms of an objective.
#[derive(Debug, Clone, Default)]
pub(in crate::optimise) struct Objective {
    pub(in crate::optimise) maximise: bool,
    pub(in crate::optimise) terms: Vec<(Column, f64)>,
    /// Added to the value; no engine needs it.
    pub(in crate::optimise) constant: f64,
}

impl Objective {
    /// The value at a point.
    pub(in crate::optimise) fn at(&self, values: &[f64]) -> f64 {
        self.constant + self.terms.iter().map(|(column, factor)| values[column.0] * factor).sum::<f64>()
    }

    /// Whether one point is clearly better than another.
    pub(in crate::optimise) fn prefers(&self, one: &[f64], other: &[f64]) -> bool {
        let gain = self.at(one) - self.at(other);
        (if self.maximise { gain } else { -gain }) > 1e-6
    }
}

/// Numbers in the rows of the largest program that is searched. 306 people in 81 sections have about a hundredth; an
/// engine has been seen to take some 400 bytes for each, and as much again for what it learns on the way.
const MOST_ENTRIES: usize = 5_000_000;

/// Columns, rows and one objective.
#[derive(Debug, Clone, Default)]
pub(in crate::optimise) struct Program {
    pub(in crate::optimise) columns: Vec<Variable>,
    pub(in crate::optimise) rows: Vec<Row>,
    pub(in crate::optimise) objective: Objective,
}

impl Program {
    /// Adds a continuous column.
    pub(in crate::optimise) fn continuous(&mut self, name: String, lower: f64, upper: f64) -> Column {
        self.column(Variable { name, lower, upper, integer: false, start: lower })
    }

    /// Adds an integer column from 0.
    pub(in crate::optimise) fn integer(&mut self, name: String, upper: f64) -> Column {
        self.column(Variable { name, lower: 0.0, upper, integer: true, start: 0.0 })
    }

    fn column(&mut self, variable: Variable) -> Column {
        self.columns.push(variable);
        Column(self.columns.len() - 1)
    }

    /// Whether an engine is quicker without looking for a smaller equal program first, as measured on the service
    /// stages of units like the embedded one.
    pub(in crate::optimise) fn is_small(&self) -> bool {
        self.columns.len() < 5000
    }

    /// Whether a search in it stays within the memory of an ordinary machine.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub(in crate::optimise) fn fits(&self) -> Result<(), Error> {
        bearable(self.rows.iter().map(|row| row.terms.len()).sum())
    }

    /// Adds the columns and rows of another program behind its own; the objective stays.
    pub(in crate::optimise) fn append(&mut self, other: &Self) {
        let first = self.columns.len();
        self.columns.extend(other.columns.iter().cloned());
        self.rows.extend(other.rows.iter().map(|row| {
            let terms = row.terms.iter().map(|(column, factor)| (Column(first + column.0), *factor)).collect();
            Row { terms, ..row.clone() }
        }));
    }

    /// The best feasible point known so far.
    pub(in crate::optimise) fn start(&self) -> Vec<f64> {
        self.columns.iter().map(|column| column.start).collect()
    }

    /// The same with what is whole as it is at the start.
    pub(in crate::optimise) fn with_counts_fixed(&self) -> Self {
        let mut fixed = self.clone();
        for column in fixed.columns.iter_mut().filter(|column| column.integer) {
            (column.lower, column.upper, column.integer) = (column.start, column.start, false);
        }
        fixed
    }

    /// Remembers a better feasible point.
    pub(in crate::optimise) fn start_from(&mut self, values: &[f64]) {
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.start = if column.integer { value.round() } else { value.clamp(column.lower, column.upper) };
        }
    }

    /// Adds a row. One without terms says nothing where it holds, and is left out; where it does not, no point is feasible.
    pub(in crate::optimise) fn row(&mut self, name: String, mut terms: Vec<(Column, f64)>, sense: Sense, rhs: f64) {
        if terms.is_empty() {
            let holds = match sense {
                Sense::AtMost => 0.0 <= rhs,
                Sense::AtLeast => 0.0 >= rhs,
                Sense::Equal => rhs == 0.0,
            };
            if holds {
                return;
            }
            // Engines want a term: a column that is nothing.
            terms.push((self.continuous(format!("nothing_{name}"), 0.0, 0.0), 1.0));
        }
        self.rows.push(Row { name, terms, sense, rhs });
    }
}

/// Whether a program with so many numbers in its rows is searched.
///
/// # Errors
/// [`Error::TooLarge`].
pub(in crate::optimise) fn bearable(entries: usize) -> Result<(), Error> {
    if entries > MOST_ENTRIES { Err(Error::TooLarge { entries }) } else { Ok(()) }
}
