//! Which sheet is the roster, which row names its columns, and which column is what.

use super::sheet::{Cell, Sheet};
use super::words::{headers_of, is_counter, key_of};
use super::{At, Options, REMARK};
use crate::diag::reading::{Dropped, DroppedBecause};
use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::text::{announces_identity_numbers, holds_identity_number};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A header this far down is none.
const ROWS_SEARCHED: usize = 30;
/// With fewer columns of a roster a row is no header.
const LEAST_COLUMNS: usize = 3;

/// A column that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its position, from 0.
    pub(super) at: usize,
    /// The column of the roster that it becomes, or [`REMARK`].
    pub(super) key: &'static str,
}

/// The sheet to be read and its row of heads, from 0.
pub(super) fn choose(
    file: &Arc<str>,
    sheets: &[Sheet],
    options: &Options<'_>,
) -> Result<(usize, usize), Box<Diagnostic>> {
    let report = |code| Diagnostic::new(code, &super::start(file));
    let names = |of: &mut dyn Iterator<Item = &Sheet>| of.map(|sheet| &*sheet.name).collect::<Vec<_>>().join("、");
    if let Some(wanted) = options.sheet
        && !sheets.iter().any(|sheet| sheet.name == wanted)
    {
        let unknown = report(Code::UnknownSheet).fact("sheet", wanted).fact("sheets", names(&mut sheets.iter()));
        return Err(unknown.suggest(wanted, sheets.iter().map(|sheet| &*sheet.name)).into());
    }
    let candidates: Vec<_> = sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| options.sheet.is_none_or(|wanted| sheet.name == wanted))
        .filter_map(|(at, sheet)| header_row(sheet).map(|(row, score)| (score, at, row)))
        .collect();
    let Some(best) = candidates.iter().map(|(score, ..)| *score).max() else {
        return Err(report(Code::NoHeader).fact("least", LEAST_COLUMNS).into());
    };
    let alike: Vec<_> = candidates.into_iter().filter(|(score, ..)| *score == best).collect();
    if let [(_, at, row)] = alike[..] {
        return Ok((at, row));
    }
    let mut alike = alike.iter().filter_map(|(_, at, _)| sheets.get(*at));
    Err(report(Code::SheetUnclear).fact("sheets", names(&mut alike)).into())
}

/// The row that names the most columns of a roster, and how many. Of two header rows the lower one.
fn header_row(sheet: &Sheet) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (row, cells) in sheet.rows.iter().enumerate().take(ROWS_SEARCHED) {
        let score = keys(cells).collect::<BTreeSet<_>>().len();
        let better = best.is_none_or(|(at, most)| score > most || score == most && at + 1 == row);
        if score >= LEAST_COLUMNS && better {
            best = Some((row, score));
        }
    }
    best
}

/// The columns of a roster that the cells of a row name.
fn keys(cells: &[Cell]) -> impl Iterator<Item = &'static str> {
    cells.iter().filter_map(|cell| key_of(&cell.text)).filter(|key| *key != REMARK)
}

/// Whether a row names the same columns as the header: it is the header again, on the next page.
pub(super) fn is_again(header: &[Cell], cells: &[Cell]) -> bool {
    header.iter().zip(cells).all(|(head, cell)| head.text == cell.text)
}

/// What each column is. `people` are the rows below that are somebody.
pub(super) fn columns(
    header: &[Cell],
    people: &[(usize, &[Cell])],
    at: &At<'_>,
    drop_extra: bool,
    found: &mut Diagnostics,
) -> (Vec<Column>, Vec<Dropped>) {
    let (mut columns, mut dropped): (Vec<Column>, Vec<Dropped>) = (Vec::new(), Vec::new());
    let width = people.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default().max(header.len());
    for position in 0..width {
        let head = header.get(position).cloned().unwrap_or_default();
        let of_left =
            position.checked_sub(1).and_then(|left| header.get(left)).is_some_and(|left| left.text == head.text);
        let written =
            || people.iter().filter_map(|(_, cells)| cells.get(position)).filter(|cell| !cell.text.is_empty());
        // A head merged over two columns belongs to the left one; an empty column is none.
        if head.filled && of_left && written().all(|cell| cell.filled)
            || head.text.is_empty() && written().next().is_none()
        {
            continue;
        }
        let place = at.place(position);
        // The catalogues cannot select by an empty word.
        let called = if head.text.is_empty() { "0" } else { &head.text };
        let report = |code| Diagnostic::new(code, &place).fact("header", called);
        let holds_numbers = written().any(|cell| holds_identity_number(&cell.text));
        let why = if announces_identity_numbers(&head.text) || holds_numbers {
            if !drop_extra {
                let by = if announces_identity_numbers(&head.text) { "header" } else { "content" };
                found.push(report(Code::IdentityNumbers).fact("by", by));
            }
            DroppedBecause::Identity
        } else if is_counter(&head.text) {
            DroppedBecause::Counts
        } else if let Some(key) = key_of(&head.text) {
            if let Some(first) = columns.iter().find(|column| column.key == key) {
                found.push(report(Code::ColumnTwice).fact("first", at.place(first.at).cell()));
            } else {
                columns.push(Column { at: position, key });
            }
            continue;
        } else {
            if !drop_extra {
                let known = super::words::HEADERS.iter().flat_map(|(_, names)| names.iter().copied());
                let mut extra = report(Code::ExtraColumn);
                if found.has_room(Code::ExtraColumn) {
                    extra.suggestion = nearest(&head.text, known).filter(|_| head.text.chars().count() > 2);
                }
                found.push(extra);
            }
            DroppedBecause::Unknown
        };
        dropped.push(Dropped { cell: place.cell(), header: head.text, why });
    }
    (columns, dropped)
}

/// A finding for each column that must be there and is not.
pub(super) fn missing(columns: &[Column], at: &At<'_>, needed: &[&'static str], found: &mut Diagnostics) {
    for key in needed.iter().filter(|key| !columns.iter().any(|column| column.key == **key)) {
        let absent = Diagnostic::new(Code::ColumnAbsent, &at.place(0));
        found.push(absent.fact("headers", headers_of(key)));
    }
}
