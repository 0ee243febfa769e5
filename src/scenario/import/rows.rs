//! Which rows of a sheet are people who work here, and which of its rows and columns the user does not see.

use super::cell::Cell;
use super::head_words::is_counter;
use super::header::Column;
use super::sheet::Sheet;
use super::words::{Answer, answer, plain};
use super::workbook_facts::Facts;
use super::{At, REMARK};
use crate::diag::reading::{Skipped, SkippedBecause, Unseen};
use std::sync::Arc;

/// A row with its position, from 0.
pub(in crate::scenario) type Row<'a> = (usize, &'a [Cell]);

/// The rows below the header that are somebody. A row of which only the number and merged cells say something is blank.
pub(in crate::scenario) fn of_people<'a>(sheet: &'a Sheet, header: usize, skipped: &mut Vec<Skipped>) -> Vec<Row<'a>> {
    let (above, below) = sheet.rows.split_at_checked(header).unwrap_or_default();
    let heads = below.first().map(Vec::as_slice).unwrap_or_default();
    let counts = |at: usize| heads.get(at).is_some_and(|head| is_counter(&head.text));
    let mut people = Vec::new();
    for (row, cells) in sheet.rows.iter().enumerate().skip(header + 1) {
        let first = cells.iter().find(|cell| cell.is_written()).map(|cell| cell.text.as_str()).unwrap_or_default();
        let mut skip = |why| skipped.push(Skipped { sheet: sheet.name.clone(), row: row + 1, why });
        if is_total(first) {
            skip(SkippedBecause::Total);
        } else if is_note(first) {
            skip(SkippedBecause::Note);
        } else if says_the_same(heads, cells) {
            skip(SkippedBecause::Header);
        } else if is_title(cells, above) {
            skip(SkippedBecause::Title);
        } else if cells.iter().enumerate().any(|(at, cell)| cell.is_written() && !counts(at)) {
            people.push((row, cells.as_slice()));
        }
    }
    people
}

/// Whether two rows say the same, blank cells at their ends apart.
fn says_the_same(one: &[Cell], other: &[Cell]) -> bool {
    let text = |cells: &[Cell], at: usize| cells.get(at).map(|cell| plain(&cell.text)).unwrap_or_default();
    (0..one.len().max(other.len())).all(|at| text(one, at) == text(other, at))
}

/// Whether a row is a title: one of the rows above the header again, or one text over or in an otherwise empty row that
/// numbers a part of the table.
fn is_title(cells: &[Cell], above: &[Vec<Cell>]) -> bool {
    let is_written = cells.iter().any(Cell::is_written);
    if is_written && above.iter().any(|row| says_the_same(row, cells)) {
        return true;
    }
    let mut texts = cells.iter().filter(|cell| !cell.text.is_empty());
    let Some(first) = texts.next().filter(|cell| cell.is_written()) else { return false };
    let spread = cells.iter().filter(|cell| cell.filled && cell.text == first.text).count();
    texts.all(|cell| cell.filled && cell.text == first.text) && (spread > 1 || is_part_title(&first.text))
}

/// Leaves out who does not work here any more, as the column of status says, or else the remark.
pub(super) fn leave_out_leavers(sheet: &str, rows: &mut Vec<Row<'_>>, columns: &[Column], skipped: &mut Vec<Skipped>) {
    let position = |key: &str| columns.iter().find(|column| column.key == key).map(|column| column.at);
    let says = |cells: &[Cell], key| cells.get(position(key)?).filter(|cell| !cell.text.is_empty()).cloned();
    rows.retain(|(row, cells)| {
        let said = says(cells, "status").or_else(|| says(cells, REMARK));
        let has_left = said.is_some_and(|cell| answer("status", &cell.text) == Answer::Left);
        if has_left {
            skipped.push(Skipped { sheet: sheet.to_owned(), row: row + 1, why: SkippedBecause::Left });
        }
        !has_left
    });
}

/// The rows and columns that say something and are not shown.
pub(super) fn unseen(sheet: &Sheet, facts: &Facts) -> Unseen {
    let file: Arc<str> = "".into();
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let says = |cell: Option<&Cell>| cell.is_some_and(|cell| !cell.text.is_empty());
    let rows = facts.rows.iter().map(|row| index(*row));
    let columns = facts.columns.iter().map(|column| index(*column));
    let letters = |column| At { file: &file, row: 0 }.place(column).cell().trim_end_matches('1').to_owned();
    Unseen {
        rows: rows
            .filter(|row| sheet.rows.get(*row).is_some_and(|cells| cells.iter().any(|cell| says(Some(cell)))))
            .map(|row| row + 1)
            .collect(),
        columns: columns
            .filter(|column| sheet.rows.iter().any(|cells| says(cells.get(*column))))
            .map(letters)
            .collect(),
    }
}

/// How a row that adds up others begins.
const TOTALS: &[&str] = &["合计", "总计", "小计", "共计", "总人数", "合计人数"];
/// How a note below the table begins.
const NOTES: &[&str] = &[
    "注:",
    "注：",
    "备注:",
    "备注：",
    "说明:",
    "说明：",
    "填表",
    "制表",
    "填报",
    "审核",
    "单位负责人",
    "联系人",
    "联系电话",
];

/// Whether a row that begins with this adds up others.
fn is_total(text: &str) -> bool {
    let text = plain(text);
    // `综合股小计` adds up what stands above it.
    ["合计", "小计", "总计"].iter().any(|end| text.ends_with(end))
        || TOTALS.iter().any(|start| {
            text.strip_prefix(start).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with([':', '(']) || rest.chars().any(|c| c.is_ascii_digit())
            })
        })
}

/// Whether this is the title of a part of the table: `一、在编人员`, `（二）编外`.
fn is_part_title(text: &str) -> bool {
    let text = plain(text);
    let numbered = text.trim_start_matches('(').trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    numbered.len() < text.len() && numbered.starts_with(['、', ')'])
}

/// Whether a row that begins with this is a note.
fn is_note(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    NOTES.iter().any(|start| text.starts_with(start))
}
