//! How a sheet is laid out: of some ways to lay it on paper that which takes the fewest pages.

use super::paper::{ACROSS, Paper, UPRIGHT};
use super::row::{Look, Row};
use super::widths::{WIDE, Widths};
use crate::render::document::Table;

/// Digits that the columns may take, and whether the page lies across: the largest letters first.
const TRIES: [(usize, bool); 4] = [(92, UPRIGHT), (120, UPRIGHT), (150, UPRIGHT), (WIDE, ACROSS)];
/// What columns have beyond the least that they need, in percent of that: else a sentence becomes a column of words.
const ROOM: [usize; 2] = [15, 35];
/// Points of a row of a table from which it is better to be avoided: six lines.
const HIGH: u32 = 96;

/// A sheet on paper.
pub(super) struct Layout {
    pub(super) widths: Widths,
    pub(super) paper: Paper,
    /// Points of each row.
    pub(super) heights: Vec<u32>,
    /// The rows with which a new page begins.
    pub(super) breaks: Vec<u32>,
}

impl Layout {
    /// The layout of rows, among them those of some tables.
    pub(super) fn of(rows: &[Row<'_>], tables: &[&Table]) -> Self {
        let least = Widths::of(tables, 0).total();
        let roomy = ROOM.map(|more| least + least * more / 100);
        let tries = TRIES.into_iter().filter(|(digits, _)| *digits >= roomy[0]);
        // Tables of many columns take smaller letters, or several pages side by side.
        let smaller = roomy.into_iter().filter(|digits| *digits > WIDE).map(|digits| (digits, ACROSS));
        let mut best: Option<(Self, (u32, bool))> = None;
        for (digits, across) in tries.chain(smaller) {
            let widths = Widths::of(tables, digits);
            let paper = Paper::of(&widths, across);
            let heights: Vec<u32> = rows.iter().map(|row| row.height(&widths)).collect();
            let (breaks, pages) = breaks(&sections(rows, &heights), paper.height());
            let of_tables = rows.iter().zip(&heights).filter(|(row, _)| matches!(row, Row::Cells(..)));
            let is_torn = of_tables.map(|(_, height)| *height).max() > Some(HIGH);
            if best.as_ref().is_none_or(|(_, least)| (pages, is_torn) < *least) {
                best = Some((Self { widths, paper, heights, breaks }, (pages, is_torn)));
            }
        }
        // One of the tries is always a choice.
        best.map_or_else(Self::empty, |(layout, _)| layout)
    }

    /// Whether a page ends between two rows.
    pub(super) fn parts(&self, first: usize, last: usize) -> bool {
        let page = self.paper.height();
        let (mut used, mut number, mut pages) = (0, 0_usize, Vec::new());
        for (at, height) in self.heights.iter().enumerate() {
            if used > 0 && (self.breaks.contains(&super::row(at)) || used + height > page) {
                (used, number) = (0, number + 1);
            }
            used += height;
            pages.push(number);
        }
        pages.get(first) != pages.get(last)
    }

    fn empty() -> Self {
        let widths = Widths::of(&[], 0);
        let paper = Paper::of(&widths, UPRIGHT);
        Self { widths, paper, heights: Vec::new(), breaks: Vec::new() }
    }
}

/// The sections and their parts, each with the number of its first row and its height in points.
fn sections(rows: &[Row<'_>], heights: &[u32]) -> Vec<(u32, u32)> {
    let mut sections: Vec<(u32, u32)> = Vec::new();
    for (at, (row, height)) in rows.iter().zip(heights).enumerate() {
        // One of several tables of a section, with its own words above it, begins a part of its own.
        let before = at.checked_sub(1).and_then(|at| rows.get(at));
        let is_titled = matches!(row, Row::Said(_, Look::Prose(_))) && matches!(rows.get(at + 1), Some(Row::Head(_)));
        let is_next = is_titled && matches!(before, Some(Row::Gap));
        if sections.is_empty() || is_next || matches!(row, Row::Said(_, Look::Heading)) {
            sections.push((super::row(at), 0));
        }
        if let Some((_, all)) = sections.last_mut() {
            *all += height;
        }
    }
    sections
}

/// The rows with which a new page begins, and how many pages there are. A section that would be cut stands whole on the
/// next page if little room is left or it is short; else a page would be left half empty.
fn breaks(sections: &[(u32, u32)], page: u32) -> (Vec<u32>, u32) {
    let (mut used, mut pages, mut breaks) = (0, 1, Vec::new());
    for (first, height) in sections {
        let is_cut = used + height > page;
        if used > 0 && is_cut && (page.saturating_sub(used) < page / 6 || *height <= page / 3) {
            breaks.push(*first);
            (used, pages) = (0, pages + 1);
        }
        let end = used + height;
        pages += end.saturating_sub(1) / page.max(1);
        used = if end > page { (end - 1) % page.max(1) + 1 } else { end };
    }
    (breaks, pages)
}
