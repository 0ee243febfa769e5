//! How wide the columns of a sheet are: the tables that stand on it share them.

use crate::render::document::{Cell, Kind, Table};
use crate::render::wrap::{width, wrap};

/// The widest that a column is made.
const WIDEST: usize = 66;
/// Digits of the longest word that is not cut.
const WORD: usize = 16;
/// Digits that a line of running text has room for at least.
const LINE: usize = 88;
/// Digits of a page across whose letters are still read.
pub(super) const WIDE: usize = 225;
/// Digits beyond which letters on one page are too small to be read.
const SMALL: usize = 280;
/// Digits of a column that is there for running text alone.
const SPARE: usize = 10;
/// Digits that the arrow of a filter takes.
const ARROW: usize = 3;
/// By how much a column is widened at a time.
const STEPS: [usize; 3] = [2, 6, 16];
/// Rows of a table from which the widths are learnt.
const SAMPLE: usize = 60;
/// What a line of a row weighs against a line of a single cell.
const ROW: usize = 8;

/// The widths in digits.
pub(super) struct Widths(Vec<usize>);

impl Widths {
    /// As wide as the tables need within so many digits, and as a line of running text does: each column is as narrow as
    /// its words allow, then those are widened that save the most lines.
    pub(super) fn of(tables: &[&Table], digits: usize) -> Self {
        let count = tables.iter().map(|table| table.columns.len()).max().unwrap_or_default();
        if count == 0 {
            // Names of figures, and what is said of them.
            let names = digits / 4;
            return Self(vec![names.max(1), (digits - names).max(1)]);
        }
        let bounds: Vec<(usize, usize)> = (0..count).map(|i| bounds(tables, i)).collect();
        let mut widths: Vec<usize> = bounds.iter().map(|(least, _)| *least).collect();
        let rows: Vec<Sample> = tables.iter().flat_map(|table| sampled(table)).collect();
        while let Some((i, wider)) = widened(&rows, &widths, &bounds, digits) {
            widths[i] = wider;
        }
        while widths.len() < 2 || widths.iter().sum::<usize>() < LINE {
            widths.push(SPARE);
        }
        Self(widths)
    }

    /// Widths that are given.
    pub(super) fn given(widths: &[usize]) -> Self {
        Self(widths.to_vec())
    }

    pub(super) fn all(&self) -> &[usize] {
        &self.0
    }

    pub(super) fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// The columns with which another page beside the first begins, where all on one page could not be read; every page
    /// shows the first column.
    pub(super) fn splits(&self) -> Vec<usize> {
        if self.total() <= SMALL {
            return Vec::new();
        }
        let first = self.0.first().copied().unwrap_or_default();
        let (mut splits, mut used) = (Vec::new(), first);
        for (i, width) in self.0.iter().enumerate().skip(1) {
            if used > first && used + width > WIDE {
                splits.push(i);
                used = first;
            }
            used += width;
        }
        splits
    }

    /// How many columns a line of running text goes across: those of the first page.
    pub(super) fn columns(&self) -> usize {
        self.splits().first().copied().unwrap_or(self.0.len())
    }

    /// The digits of such a line.
    pub(super) fn line(&self) -> usize {
        self.0.iter().take(self.columns()).sum()
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

/// The digits with which a text takes one line.
const fn whole(width: usize) -> usize {
    width * 11 / 10 + 3
}

/// The least that a column of the tables needs, and the most of which it has any use. A number is never broken; a head
/// may take some lines, but not break a word.
fn bounds(tables: &[&Table], i: usize) -> (usize, usize) {
    let mut bounds = (1, 1);
    for table in tables {
        let Some(column) = table.columns.get(i) else { continue };
        let shown = |row: &Vec<Cell>| row.get(i).map(|cell| cell.show(column.kind));
        let shown: Vec<String> = table.rows.iter().filter_map(shown).collect();
        let head = column.head.as_str();
        let cells = shown.iter().map(|cell| width(cell)).max().unwrap_or_default();
        let words = shown.iter().map(|cell| word(cell)).max().unwrap_or_default();
        let fits = if column.kind == Kind::Text { words.min(WORD) } else { cells };
        // A head of Chinese is broken anywhere: four lines of it are enough.
        let heads = word(head).min(WORD).max(width(head) / 4).max(4);
        let least = whole(fits).max(whole(heads) + ARROW - 1);
        let most = whole(cells).max(whole(width(head)) + ARROW);
        bounds = (bounds.0.max(least.min(WIDEST)), bounds.1.max(most.min(WIDEST)));
    }
    bounds
}

/// Width of the longest piece of a text that is not broken.
fn word(text: &str) -> usize {
    text.split(|c: char| c == ' ' || c == '-' || !c.is_ascii()).map(width).max().unwrap_or_default().max(2)
}

/// A row, and how many it stands for.
struct Sample {
    /// The digits with which each cell takes one line.
    cells: Vec<usize>,
    rows: usize,
}

/// Some rows of a table, its head among them.
fn sampled(table: &Table) -> impl Iterator<Item = Sample> {
    let stride = (table.rows.len() / SAMPLE).max(1);
    let head = table.columns.iter().map(|column| whole(width(column.head.as_str())) + ARROW).collect();
    let of = move |row: &Vec<Cell>| Sample {
        cells: row.iter().zip(&table.columns).map(|(cell, column)| whole(width(&cell.show(column.kind)))).collect(),
        rows: stride,
    };
    std::iter::once(Sample { cells: head, rows: 1 }).chain(table.rows.iter().step_by(stride).map(of))
}

/// The column to widen next, and its new width; nothing where no line would be saved.
fn widened(rows: &[Sample], widths: &[usize], bounds: &[(usize, usize)], digits: usize) -> Option<(usize, usize)> {
    let free = digits.checked_sub(widths.iter().sum())?;
    let lines = |needed: &usize, width: usize| needed.saturating_sub(2).div_ceil(width.saturating_sub(2).max(4)).max(1);
    // Lines of every row, and of its cells without those of a column.
    let of = |row: &Sample| row.cells.iter().zip(widths).map(|(needed, width)| lines(needed, *width)).collect();
    let counted: Vec<Vec<usize>> = rows.iter().map(of).collect();
    let mut best: Option<(usize, usize, usize, usize)> = None;
    for (i, (width, (_, most))) in widths.iter().zip(bounds).enumerate() {
        let room = free.min(most.saturating_sub(*width));
        for by in STEPS.into_iter().map(|step| step.min(room)).filter(|by| *by > 0) {
            let saved = |(row, counted): (&Sample, &Vec<usize>)| {
                let (Some(needed), Some(before)) = (row.cells.get(i), counted.get(i)) else { return 0 };
                let after = lines(needed, width + by);
                let others = counted.iter().enumerate().filter(|(k, _)| *k != i).map(|(_, lines)| *lines).max();
                let others = others.unwrap_or(1);
                row.rows * (ROW * ((*before).max(others) - after.max(others)) + before - after)
            };
            let saved: usize = rows.iter().zip(&counted).map(saved).sum();
            if saved > 0 && best.is_none_or(|(_, _, most, of)| saved * of > most * by) {
                best = Some((i, width + by, saved, by));
            }
        }
    }
    best.map(|(i, width, ..)| (i, width))
}
