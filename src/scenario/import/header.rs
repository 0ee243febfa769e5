//! Which sheet is the roster, which row names its columns, and which column is what.

use super::cell::{Cell, Form};
use super::head_words::{self, Birth, birth_of, headers_of, is_counter, key_of};
use super::sheet::Sheet;
use super::words::{Answer, answer};
use super::{At, REMARK};
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

/// The sheets to be read, those named or the only one that can be meant, with their rows of heads, from 0.
pub(super) fn choose(
    file: &Arc<str>,
    sheets: &[Sheet],
    wanted: &[String],
) -> Result<Vec<(usize, usize)>, Box<Diagnostic>> {
    let report = |code| Diagnostic::new(code, &super::start(file));
    let no_header = || report(Code::NoHeader).fact("least", LEAST_COLUMNS);
    let names = |of: &mut dyn Iterator<Item = &Sheet>| of.map(|sheet| &*sheet.name).collect::<Vec<_>>().join("、");
    if !wanted.is_empty() {
        let chosen = wanted.iter().map(|wanted| {
            let Some(at) = sheets.iter().position(|sheet| sheet.name == *wanted) else {
                let unknown =
                    report(Code::UnknownSheet).fact("sheet", wanted).fact("sheets", names(&mut sheets.iter()));
                return Err(unknown.suggest(wanted, sheets.iter().map(|sheet| &*sheet.name)).into());
            };
            let (row, _) = sheets.get(at).and_then(header_row).ok_or_else(no_header)?;
            Ok((at, row))
        });
        return chosen.collect();
    }
    let candidates: Vec<_> = sheets
        .iter()
        .enumerate()
        .filter_map(|(at, sheet)| header_row(sheet).map(|(row, score)| (score, at, row)))
        .collect();
    let is_hidden = |at: &usize| sheets.get(*at).is_some_and(|sheet| sheet.is_hidden);
    let shown: Vec<_> = candidates.iter().filter(|(_, at, _)| !is_hidden(at)).copied().collect();
    // What nobody sees is read on request only.
    let (of, why) = if shown.is_empty() { (candidates, "hidden") } else { (shown, "alike") };
    let Some(best) = of.iter().map(|(score, ..)| *score).max() else { return Err(no_header().into()) };
    // Which of two lists of people is meant does not follow from a head more or less.
    let meant: Vec<_> = of.into_iter().filter(|(score, ..)| score * 2 > best).collect();
    if let [(_, at, row)] = meant[..]
        && why != "hidden"
    {
        return Ok(vec![(at, row)]);
    }
    let mut meant = meant.iter().filter_map(|(_, at, _)| sheets.get(*at));
    Err(report(Code::SheetUnclear).fact("sheets", names(&mut meant)).fact("why", why).into())
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
    let has_archive = header.iter().any(|head| birth_of(&head.text) == Some(Birth::Archive));
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
        if head.form == Form::Uncalculated {
            found.push(Diagnostic::new(Code::CellBroken, &place).fact("value", &head.text).fact("why", "formula"));
            continue;
        }
        let birth = birth_of(&head.text);
        let holds_numbers = written().any(|cell| holds_identity_number(&cell.text));
        // A month of birth as the identity card has it is none of its numbers.
        let is_of_numbers = announces_identity_numbers(&head.text) && birth.is_none();
        let why = if is_of_numbers || holds_numbers {
            if !drop_extra {
                let by = if is_of_numbers { "header" } else { "content" };
                found.push(report(Code::IdentityNumbers).fact("by", by));
            }
            DroppedBecause::Identity
        } else if is_counter(&head.text) {
            DroppedBecause::Counts
        } else if birth.is_some_and(|birth| birth != Birth::Archive) && has_archive {
            DroppedBecause::OtherBirth
        } else if let Some(key) = key_of(&head.text).or(birth.map(|_| "birth")) {
            if let Some(first) = columns.iter().find(|column| column.key == key) {
                found.push(report(Code::ColumnTwice).fact("first", at.place(first.at).cell()));
            } else {
                columns.push(Column { at: position, key });
            }
            continue;
        } else {
            let has_left = |cell: &Cell| answer("status", &cell.text) == Answer::Left;
            if let Some(cell) = written().find(|cell| has_left(cell) || head_words::is_head_of_leavers(&head.text)) {
                found.push(report(Code::LeaversColumn).fact("value", &cell.text));
            } else if !drop_extra {
                let known = head_words::HEADERS.iter().flat_map(|(_, names)| names.iter().copied());
                let mut extra = report(Code::ExtraColumn);
                if found.has_room(Code::ExtraColumn) {
                    let near = nearest(&head.text, known).filter(|_| head.text.chars().count() > 2);
                    extra.suggestion = near.map(Into::into);
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
