//! What a cell of a workbook says, as a value of the kind that is wanted there.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::import::cell::{Cell, Form};
use crate::scenario::import::month::{self, Epoch, Reading};
use crate::scenario::read::months::Of;
use crate::scenario::read::options;
use crate::scenario::read::tree::{Node, Number, Value};
use crate::scenario::read::wording;
use crate::scenario::spec::Kind;
use rust_decimal::Decimal;
use std::sync::Arc;

/// How a row begins that only explains.
pub(super) const NOTE: char = '※';
/// What a list says that has no items.
pub(super) const EMPTY: [&str; 3] = ["无", "none", "[]"];
/// What may stand between the items of a list.
pub(super) const BETWEEN: [char; 6] = ['、', '，', ',', '；', ';', '\n'];
/// What stands between pairs.
pub(super) const BETWEEN_PAIRS: [char; 3] = ['；', ';', '\n'];

/// A sheet as it is read.
pub(super) struct Grid<'a> {
    /// The workbook.
    pub(super) file: &'a Arc<str>,
    /// The sheet.
    pub(super) name: Arc<str>,
    /// Its rows from the first on.
    pub(super) rows: &'a [Vec<Cell>],
    /// From when its day numbers count.
    pub(super) epoch: Epoch,
}

impl Grid<'_> {
    /// The cell at a position, counted from 0.
    pub(super) fn place(&self, row: usize, column: usize) -> Place {
        Place { file: Arc::clone(self.file), sheet: Some(Arc::clone(&self.name)), line: row + 1, column: column + 1 }
    }

    /// The cell at a position, if it says something of its own.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.get(column).filter(|cell| cell.is_written())
    }

    /// The rows that say something, without those that only explain.
    pub(super) fn written(&self) -> impl Iterator<Item = usize> {
        let says = |cells: &Vec<Cell>| {
            cells.iter().find(|cell| cell.is_written()).is_some_and(|cell| !cell.text.starts_with(NOTE))
        };
        self.rows.iter().enumerate().filter(move |(_, cells)| says(cells)).map(|(row, _)| row)
    }

    /// The value of a cell that says something.
    pub(super) fn value(&self, kind: Kind, row: usize, column: usize, found: &mut Diagnostics) -> Option<Node> {
        let cell = self.cell(row, column)?;
        let place = self.place(row, column);
        let value = match flaw(cell, &place) {
            None => value(kind, cell, self.epoch, &place, found),
            Some(flaw) => {
                found.push(flaw);
                Value::Rejected
            }
        };
        Some(Node { place, value })
    }
}

/// Why a cell holds no value to be read.
fn flaw(cell: &Cell, place: &Place) -> Option<Diagnostic> {
    let broken = |why| Diagnostic::new(Code::CellBroken, place).fact("value", &cell.text).fact("why", why);
    match cell.form {
        Form::Broken => Some(broken("error")),
        Form::Uncalculated => Some(broken("formula")),
        Form::Long => Some(unclear(cell, "long", place)),
        Form::Text | Form::Number | Form::Date(_) => None,
    }
}

fn unclear(cell: &Cell, why: &str, place: &Place) -> Diagnostic {
    Diagnostic::new(Code::CellUnclear, place).fact("value", &cell.text).fact("why", why)
}

fn value(kind: Kind, cell: &Cell, epoch: Epoch, place: &Place, found: &mut Diagnostics) -> Value {
    let text = || Value::Text(cell.text.clone());
    match kind {
        Kind::Sourced(of) => value(*of, cell, epoch, place, found),
        Kind::Number(_) | Kind::Whole(_) => number(&cell.text).map_or_else(text, Value::Number),
        Kind::Flag => match wording::id_of(&cell.text, &["yes", "no", "on", "off"]).unwrap_or(&cell.text) {
            "yes" | "on" | "true" | "TRUE" => Value::Flag(true),
            "no" | "off" | "false" | "FALSE" => Value::Flag(false),
            _ => text(),
        },
        Kind::MonthOr(words) if wording::id_of(&cell.text, words).is_some() => text(),
        Kind::Month | Kind::MonthOr(_) => match month::read(cell, epoch, Of::Life(None)) {
            Reading::Month(month, _) => Value::Text(month.to_string()),
            Reading::JanuaryOrOctober => {
                found.push(unclear(cell, "october", place));
                Value::Rejected
            }
            Reading::SerialOfUnknownEpoch => {
                found.push(unclear(cell, "epoch", place));
                Value::Rejected
            }
            Reading::Nothing => text(),
        },
        Kind::List(of, _) => list(*of, &cell.text, place),
        _ => text(),
    }
}

/// A list in one cell. As in scenario files in brackets, or with marks between its items.
fn list(of: Kind, text: &str, place: &Place) -> Value {
    if EMPTY.contains(&text) {
        return Value::List(Vec::new());
    }
    if text.starts_with('[')
        && let Some(value) = options::toml(text, place)
    {
        return value;
    }
    let between = if matches!(of, Kind::List(..)) { &BETWEEN_PAIRS[..] } else { &BETWEEN[..] };
    let items = text.split(between).map(str::trim).filter(|item| !item.is_empty());
    let item = |item: &str| {
        let value = match of {
            Kind::List(of, _) => list(*of, item, place),
            Kind::Number(_) | Kind::Whole(_) => {
                number(item).map_or_else(|| Value::Text(item.to_owned()), Value::Number)
            }
            _ => Value::Text(item.to_owned()),
        };
        Node { place: place.clone(), value }
    };
    Value::List(items.map(item).collect())
}

/// An exact number, by its digits.
fn number(text: &str) -> Option<Number> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    if text.is_empty() || !text.chars().all(is_digit) || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let exact = Decimal::from_str_exact(text).ok().map(|exact| exact.normalize());
    let is_number = exact.is_some() || text.matches('.').count() <= 1 && !text.trim_start_matches('-').contains('-');
    is_number.then(|| Number { text: text.to_owned(), exact })
}
