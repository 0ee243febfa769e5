//! How wide the columns of a sheet are: the tables that stand on it share them.

use crate::render::document::{Cell, Kind, Table};
use crate::render::wrap::{width, wrap};

/// Widths of a text column, the widest first; the first with which all columns fit a page is taken.
const TEXT: [usize; 6] = [64, 50, 40, 32, 26, 20];
/// Digits that fit a page across without much scaling down.
const PAGE: usize = 150;
/// Digits that a line of running text has room for at least.
const LINE: usize = 88;
/// Columns of a sheet without any table: names of figures, and what is said of them.
const PROSE: [usize; 2] = [24, 66];
/// Digits of a column that is there for running text alone.
const SPARE: usize = 10;
/// Digits that the arrow of a filter takes.
const ARROW: usize = 3;

/// The widths in digits.
pub(super) struct Widths(Vec<usize>);

impl Widths {
    /// As wide as the tables need, and as a line of running text does.
    pub(super) fn of(tables: &[&Table]) -> Self {
        let count = tables.iter().map(|table| table.columns.len()).max().unwrap_or_default();
        if count == 0 {
            return Self(PROSE.into());
        }
        let with = |limit| -> Vec<usize> {
            let needed = |i| tables.iter().map(|table| needed(table, i, limit)).max().unwrap_or_default();
            (0..count).map(needed).collect()
        };
        let fitting = TEXT.into_iter().map(with).find(|widths| widths.iter().sum::<usize>() <= PAGE);
        let mut widths = fitting.unwrap_or_else(|| with(20));
        while widths.len() < 2 || widths.iter().sum::<usize>() < LINE {
            widths.push(SPARE);
        }
        Self(widths)
    }

    pub(super) fn all(&self) -> &[usize] {
        &self.0
    }

    pub(super) fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Lines of the text of a row that needs most.
    pub(super) fn lines(&self, table: &Table, cells: &[Cell]) -> u32 {
        let shown = cells.iter().zip(&table.columns).map(|(cell, column)| cell.show(column.kind));
        self.most(shown.collect::<Vec<_>>().iter().map(String::as_str), 0)
    }

    /// Lines of the head of a table.
    pub(super) fn head_lines(&self, table: &Table) -> u32 {
        self.most(table.columns.iter().map(|column| column.head.as_str()), ARROW)
    }

    fn most<'t>(&self, texts: impl Iterator<Item = &'t str>, taken: usize) -> u32 {
        let lines = texts.zip(&self.0).map(|(text, width)| lines(text, width.saturating_sub(taken)));
        lines.max().unwrap_or(1)
    }
}

/// Lines of a text in so many digits, less an indent; Chinese letters are somewhat wider than two of them.
pub(super) fn lines(text: &str, digits: usize) -> u32 {
    let room = (digits.saturating_sub(2) * 10 / 11).max(6);
    u32::try_from(wrap(text, room, "").len()).unwrap_or(u32::MAX)
}

/// What a column of a table needs. The head of a number may take two lines.
fn needed(table: &Table, i: usize, limit: usize) -> usize {
    let Some(column) = table.columns.get(i) else { return 0 };
    let cells = table.rows.iter().filter_map(|row| row.get(i)).map(|cell| width(&cell.show(column.kind)));
    let cells = cells.max().unwrap_or_default() * 11 / 10 + 3;
    let head = width(column.head.as_str()) * 11 / 10;
    match column.kind {
        Kind::Text => (cells.max(head + ARROW + 3)).min(limit),
        _ => cells.max(head.min((head / 2).max(8)) + ARROW + 2).min(TEXT[0]),
    }
}
