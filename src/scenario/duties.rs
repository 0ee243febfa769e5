//! Reads a table of duties and rights as an office keeps it (岗位权限台账), for a unit.
//!
//! Its heads and words are recognised as those of a list of people are (`import`), and as strictly: what could mean two
//! things is an error, and every mistake is reported with its cell. Columns that say nothing of rights are not read.

mod heads;
mod row;

use self::heads::{Key, heads_of, key_of};
use self::row::{Row, Rows, called};
use super::import::rows;
use super::import::sheet::{self, Sheet};
use super::read::file;
use super::read::file::start;
use crate::diag::{Code, Diagnostic, Diagnostics, Excerpt, Place};
use crate::model::{Ledger, Unit};
use crate::text::announces_identity_numbers;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Heads this far down are none.
const ROWS_SEARCHED: usize = 30;

/// The columns of a sheet, from 0.
type Columns = BTreeMap<Key, usize>;

/// Reads a file.
///
/// # Errors
///
/// Everything that is wrong with the table.
pub fn read(path: &Path, unit: &Unit) -> Result<Ledger, Diagnostics> {
    let name = path.display().to_string();
    match file::read(path) {
        Ok(bytes) => read_bytes(&name, bytes, unit),
        error => {
            let name: Arc<str> = name.into();
            let mut found = Diagnostics::default();
            file::text(&name, error, &start(&name), &mut found);
            Err(found)
        }
    }
}

/// Reads the bytes of a file called `name`: a workbook, or CSV in UTF-8 or GB18030.
///
/// # Errors
///
/// Everything that is wrong with the table.
pub fn read_bytes(name: &str, bytes: Vec<u8>, unit: &Unit) -> Result<Ledger, Diagnostics> {
    let file: Arc<str> = name.into();
    let mut found = Diagnostics::default();
    let sheets = sheet::read(&file, bytes).and_then(|sheets| {
        let with = tables(&sheets);
        if with.is_empty() { Err(Diagnostic::new(Code::NoDutyHeads, &start(&file)).into()) } else { Ok(sheets) }
    });
    let sheets = match sheets {
        Ok(sheets) => sheets,
        Err(finding) => {
            found.push(*finding);
            return Err(found);
        }
    };
    let tables = tables(&sheets);
    let mut ledger = Ledger { file: name.to_owned(), ..Ledger::default() };
    // The places of one sheet are cells of the file, those of several are cells of `file [sheet]`.
    let is_one = tables.len() == 1;
    let called = called(unit);
    let is_read = |sheet: &Sheet| tables.iter().any(|(own, _)| own.name == sheet.name);
    let named = |sheet: &Sheet| sheet.name.clone();
    ledger.hidden_sheets = tables.iter().filter(|(sheet, _)| sheet.is_hidden).map(|(sheet, _)| named(sheet)).collect();
    let left = sheets.iter().filter(|sheet| sheet.is_hidden && !is_read(sheet) && header(sheet).is_some());
    ledger.left_sheets = left.map(named).collect();
    ledger.hidden_rows = tables.iter().all(|(sheet, _)| sheet.facts.is_some()).then(Vec::new);
    let mut read: Vec<(Arc<str>, &Sheet)> = Vec::new();
    for (sheet, header) in tables {
        let own: Arc<str> = if is_one { Arc::clone(&file) } else { format!("{file} [{}]", sheet.name).into() };
        let columns = columns(&own, sheet, header, &mut ledger, &mut found);
        let before = if is_one { String::new() } else { format!("{}!", sheet.name) };
        let unread = ledger.unread.join("、");
        let rows = Rows { unit, file: &own, epoch: sheet.epoch, columns: &columns, called: &called, unread: &unread };
        for (at, cells) in rows::of_people(sheet, header, &mut Vec::new()) {
            let row = Row { at, cells, place: format!("{before}{}", at + 1) };
            let facts = sheet.facts.as_ref();
            if facts.is_some_and(|facts| u32::try_from(at).is_ok_and(|at| facts.rows.contains(&at))) {
                ledger.hidden_rows.iter_mut().for_each(|rows| rows.push(row.place.clone()));
            }
            rows.read(&row, &mut ledger, &mut found);
        }
        read.push((own, sheet));
    }
    if !found.has_errors() {
        return Ok(ledger);
    }
    let excerpt = |place: &Place| {
        let (_, sheet) = read.iter().find(|(name, _)| *name == place.file)?;
        let cell = sheet.rows.get(place.line.checked_sub(1)?)?.get(place.column.checked_sub(1)?)?;
        (!cell.text.is_empty()).then(|| Excerpt { text: cell.text.clone(), column: 1 })
    };
    let only = if let [(_, sheet)] = read[..] { sheet.name.as_str().into() } else { "".into() };
    Err(found.sorted().with_excerpts(excerpt).in_sheet(&only))
}

/// The sheets that are such tables, with their rows of heads, from 0. What nobody sees is read only where nothing else
/// is there.
fn tables(sheets: &[Sheet]) -> Vec<(&Sheet, usize)> {
    let of = |is_hidden: bool| -> Vec<(&Sheet, usize)> {
        let sheets = sheets.iter().filter(|sheet| sheet.is_hidden == is_hidden);
        sheets.filter_map(|sheet| Some((sheet, header(sheet)?))).collect()
    };
    let shown = of(false);
    if shown.is_empty() { of(true) } else { shown }
}

/// The row that names the most columns, a person's among them and what the person may do.
fn header(sheet: &Sheet) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (row, cells) in sheet.rows.iter().enumerate().take(ROWS_SEARCHED) {
        let keys: BTreeSet<Key> = cells.iter().filter_map(|cell| key_of(&cell.text)).collect();
        let is_table = keys.contains(&Key::Person) && (keys.contains(&Key::Post) || keys.contains(&Key::Matter));
        if is_table && best.is_none_or(|(_, most)| keys.len() > most) {
            best = Some((row, keys.len()));
        }
    }
    best.map(|(row, _)| row)
}

/// What each column is.
fn columns(file: &Arc<str>, sheet: &Sheet, header: usize, ledger: &mut Ledger, found: &mut Diagnostics) -> Columns {
    let mut columns = Columns::new();
    let place = |column: usize| Place { file: Arc::clone(file), sheet: None, line: header + 1, column: column + 1 };
    for (at, head) in sheet.rows.get(header).into_iter().flatten().enumerate() {
        let Some(key) = key_of(&head.text).filter(|_| !announces_identity_numbers(&head.text)) else {
            if head.is_written() && !ledger.unread.contains(&head.text) {
                ledger.unread.push(head.text.clone());
            }
            continue;
        };
        if let Some(first) = columns.get(&key).filter(|_| head.is_written()) {
            let twice = Diagnostic::new(Code::ColumnTwice, &place(at)).fact("header", &head.text);
            found.push(twice.fact("first", place(*first).cell()));
        }
        columns.entry(key).or_insert(at);
    }
    if !columns.contains_key(&Key::Post) {
        let absent = Diagnostic::new(Code::ColumnAbsent, &place(0));
        found.push(absent.fact("headers", heads_of(Key::Post)));
    }
    ledger.says_signatures |= [Key::Signed, Key::Requested, Key::Audited, Key::Approved, Key::Granted]
        .iter()
        .any(|key| columns.contains_key(key));
    columns
}
