//! Reads a table of people as personnel offices keep it, and makes a roster of it in exactly our format.
//!
//! cells → which row names the columns → which rows are people → words and months → checked as any roster is.
//! Nothing is guessed: what could mean two things is an error, what is filled in is told, and every mistake is
//! reported with the cell it stands in.

pub(in crate::scenario) mod cell;
mod guard;
pub(in crate::scenario) mod head_words;
mod header;
pub(in crate::scenario) mod month;
mod people;
pub(in crate::scenario) mod rows;
pub(in crate::scenario) mod sheet;
pub mod template;
pub(in crate::scenario) mod words;
mod workbook_facts;

use super::read::names::Names;
use super::read::tree::{Node, Value};
use super::read::{file, parse, shape};
use super::spec::{Need, ROSTER};
use super::{EVERYBODY, lower};
use crate::diag::reading::{Column, Conversion, Dropped, Filled, OtherSheet, Reading, Roster, SheetRead};
use crate::diag::{Code, Diagnostic, Diagnostics, Excerpt, Place};
use crate::model::Section;
use cell::Cell;
use file::start;
use month::Epoch;
use people::{People, Seen};
use sheet::Sheet;
use std::path::Path;
use std::sync::Arc;

/// What the column of remarks is called among the columns of a roster, which has none.
const REMARK: &str = "remark";
/// Without these a roster says too little; of the post category only the established need speak.
const NEEDED: [&str; 6] = ["id", "employment", "sex", "birth", "work_since", "home"];

/// What the user says about the table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The sheets to read as one list; the only one that looks like a roster if none is named.
    pub sheets: &'a [String],
    /// Leave out columns that a roster does not need instead of refusing them.
    pub drop_extra: bool,
    /// The sections of the scenario; without it people belong to sections by name.
    pub sections: Option<&'a [SectionName]>,
}

/// A section of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionName {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
}

/// What came of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// How it was read, as far as it could be.
    pub reading: Reading,
    /// What is wrong or doubtful; with an error the roster is not to be used.
    pub found: Diagnostics,
    /// The people as far as they could be read, with the place of every cell.
    pub(in crate::scenario) people: Vec<Node>,
}

impl Imported {
    /// The column of the roster that a cell was read for.
    pub(in crate::scenario) fn key_at(&self, place: &Place) -> Option<&'static str> {
        let letters = place.cell().trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let of = |cell: &str| {
            let (sheet, cell) = cell.split_once('!').map_or((None, cell), |(sheet, cell)| (Some(sheet), cell));
            let is_sheet = sheet.is_none_or(|sheet| place.file.ends_with(&format!("[{sheet}]")));
            is_sheet && cell.trim_end_matches(|c: char| c.is_ascii_digit()) == letters
        };
        self.reading.columns.iter().find(|column| of(&column.cell)).map(|column| column.key)
    }
}

/// Reads a file.
#[must_use]
pub fn import(path: &Path, options: &Options<'_>) -> Imported {
    let name = path.display().to_string();
    match file::read(path) {
        Ok(bytes) => import_bytes(&name, bytes, options),
        error => {
            let name: Arc<str> = name.into();
            let mut found = Diagnostics::default();
            file::text(&name, error, &start(&name), &mut found);
            Imported { reading: Reading { file: name, ..Reading::default() }, found, people: Vec::new() }
        }
    }
}

/// Reads the bytes of a file called `name`: a workbook, or CSV in UTF-8 or GB18030.
#[must_use]
pub fn import_bytes(name: &str, bytes: Vec<u8>, options: &Options<'_>) -> Imported {
    let file: Arc<str> = name.into();
    let mut reading = Reading { file: Arc::clone(&file), ..Reading::default() };
    let mut found = Diagnostics::default();
    let chosen = sheet::read(&file, bytes).and_then(|sheets| {
        let chosen = header::choose(&file, &sheets, options.sheets)?;
        Ok((sheets, chosen))
    });
    let (sheets, chosen) = match chosen {
        Ok(chosen) => chosen,
        Err(finding) => {
            found.push(*finding);
            return Imported { reading, found, people: Vec::new() };
        }
    };
    let is_read = |at: &usize| chosen.iter().any(|(chosen, _)| chosen == at);
    let others = sheets.iter().enumerate().filter(|(at, _)| !is_read(at)).map(|(_, sheet)| sheet);
    reading.other_sheets =
        others.map(|sheet| OtherSheet { name: sheet.name.clone(), is_hidden: sheet.is_hidden }).collect();
    // The places of one sheet are cells of the file, those of several are cells of `file [sheet]`.
    let name_of = |sheet: &Sheet| match chosen.len() {
        1 => Arc::clone(&file),
        _ => format!("{file} [{}]", sheet.name).into(),
    };
    let read: Vec<_> = chosen
        .iter()
        .filter_map(|(at, header)| Some((sheets.get(*at)?, *header)))
        .map(|(sheet, header)| (name_of(sheet), sheet, header))
        .collect();
    let (mut seen, mut people) = (Seen::new(), Vec::new());
    for (name, sheet, header) in &read {
        people.extend(read_sheet(name, sheet, *header, options, &mut seen, &mut reading, &mut found));
    }
    let place = read.first().map_or_else(|| start(&file), |(name, _, header)| At { file: name, row: *header }.place(0));
    reading.roster = checked(Node { place, value: Value::List(people.clone()) }, &mut found);

    let excerpt = |place: &Place| {
        let (_, sheet, _) = read.iter().find(|(name, ..)| *name == place.file)?;
        let cell = sheet.rows.get(place.line.checked_sub(1)?)?.get(place.column.checked_sub(1)?)?;
        (!cell.text.is_empty()).then(|| Excerpt { text: cell.text.clone(), column: 1 })
    };
    let only = if let [sheet] = reading.sheets.as_slice() { sheet.name.as_str().into() } else { "".into() };
    let found = found.sorted().with_excerpts(excerpt).in_sheet(&only);
    Imported { reading, found, people }
}

/// The sections that a scenario names, even one that cannot be used yet because it has no roster.
///
/// # Errors
///
/// Everything that is wrong with a scenario whose sections cannot be told.
pub fn sections(path: &Path) -> Result<Vec<SectionName>, Diagnostics> {
    let errors = match super::load(path) {
        Ok(loaded) => {
            let named = |Section { id, name, name_en, .. }| SectionName { id, name, name_en };
            return Ok(loaded.unit.sections.into_iter().map(named).collect());
        }
        Err(errors) => errors,
    };
    let name: Arc<str> = path.display().to_string().into();
    let text = file::text(&name, file::read(path), &start(&name), &mut Diagnostics::default());
    let Some(Ok(tree)) = text.map(|text| parse::parse(&name, &text)) else { return Err(errors) };
    let section = |node: &Node| {
        let (id, name) = (node.string("id")?, node.string("name")?);
        Some(SectionName { id, name, name_en: node.string("name_en") })
    };
    let sections: Vec<_> = tree.items("section").filter_map(section).collect();
    if sections.is_empty() { Err(errors) } else { Ok(sections) }
}

/// The row of a sheet that findings are about.
#[derive(Debug, Clone, Copy)]
struct At<'a> {
    file: &'a Arc<str>,
    /// From 0.
    row: usize,
}

impl At<'_> {
    /// The cell in a column, counted from 0.
    fn place(&self, column: usize) -> Place {
        Place { file: Arc::clone(self.file), sheet: None, line: self.row + 1, column: column + 1 }
    }
}

/// The people of a sheet; how they were read is added to what was read before.
fn read_sheet(
    file: &Arc<str>,
    sheet: &Sheet,
    header: usize,
    options: &Options<'_>,
    seen: &mut Seen,
    reading: &mut Reading,
    found: &mut Diagnostics,
) -> Vec<Node> {
    let at = At { file, row: header };
    let heads = sheet.rows.get(header).map(Vec::as_slice).unwrap_or_default();
    let mut rows = rows::of_people(sheet, header, &mut reading.skipped);
    let (columns, dropped) = header::columns(heads, &rows, &at, options.drop_extra, found);
    rows::leave_out_leavers(&sheet.name, &mut rows, &columns, &mut reading.skipped);
    header::missing(&columns, &at, &NEEDED, found);

    let mut people = People::new(file, heads, &columns, options.sections, sheet.epoch, seen, found);
    let nodes: Vec<_> = rows.iter().map(|(row, cells)| people.read(*row, cells)).collect();
    people.tell_of_remarks();
    let People { conversions, filled, needs_category, .. } = people;
    if needs_category {
        header::missing(&columns, &at, &["post_category"], found);
    }
    add_filled(&mut reading.defaults, filled);
    let name = |cell: String| if *file == reading.file { cell } else { format!("{}!{cell}", sheet.name) };
    let values =
        |at: usize| rows.iter().filter(|(_, cells)| cells.get(at).is_some_and(|cell| !cell.text.is_empty())).count();
    let column = |column: &header::Column| Column {
        cell: name(at.place(column.at).cell()),
        header: heads.get(column.at).map(|cell| cell.text.clone()).unwrap_or_default(),
        key: column.key,
        values: values(column.at),
        conversions: conversions
            .get(column.key)
            .map(|of_key| by_count(of_key.iter().map(|(_, one)| one)))
            .unwrap_or_default(),
    };
    reading.columns.extend(columns.iter().map(column));
    reading.dropped.extend(dropped.into_iter().map(|one| Dropped { cell: name(one.cell), ..one }));
    let unseen = sheet.facts.as_ref().map(|facts| rows::unseen(sheet, facts));
    reading.sheets.push(SheetRead {
        name: sheet.name.clone(),
        header_row: header + 1,
        is_hidden: sheet.is_hidden,
        unseen,
    });
    nodes
}

/// The people of a sheet of a unit's own workbook: of the rows named, the first has the heads, every other is somebody.
pub(super) fn people_in(
    file: &Arc<str>,
    sheet: &[Vec<Cell>],
    rows: &[usize],
    epoch: Epoch,
    sections: &[SectionName],
    found: &mut Diagnostics,
) -> Vec<Node> {
    let Some((header, below)) = rows.split_first() else { return Vec::new() };
    let at = At { file, row: *header };
    let cells = |row: &usize| sheet.get(*row).map(Vec::as_slice).unwrap_or_default();
    let heads = cells(header);
    let rows: Vec<_> = below.iter().map(|row| (*row, cells(row))).collect();
    let (columns, _) = header::columns(heads, &rows, &at, false, found);
    header::missing(&columns, &at, &NEEDED, found);
    let mut seen = Seen::new();
    let mut people = People::new(file, heads, &columns, Some(sections), epoch, &mut seen, found);
    let nodes: Vec<_> = rows.iter().map(|(row, cells)| people.read(*row, cells)).collect();
    people.tell_of_remarks();
    if people.needs_category {
        header::missing(&columns, &at, &["post_category"], found);
    }
    nodes
}

/// Adds up what was filled in on several sheets.
fn add_filled(all: &mut Vec<Filled>, of_sheet: Vec<Filled>) {
    for one in of_sheet {
        match all.iter_mut().find(|known| (known.key, known.value) == (one.key, one.value)) {
            Some(known) => known.count += one.count,
            None => all.push(one),
        }
    }
}

/// The most frequent first; of equal ones the one that is met first.
fn by_count<'a>(conversions: impl Iterator<Item = &'a Conversion>) -> Vec<Conversion> {
    let mut sorted: Vec<_> = conversions.cloned().collect();
    sorted.sort_by_key(|conversion| std::cmp::Reverse(conversion.count));
    sorted
}

/// The roster of the people that pass every check that rosters pass.
fn checked(people: Node, found: &mut Diagnostics) -> Roster {
    let nothing = Node { place: people.place.clone(), value: Value::Table(Vec::new()) };
    let names = Names::collect(&nothing, Some(&people), found);
    let people = shape::check(people, EVERYBODY, ROSTER.name, found);
    lower::roster(&people, &names, found);
    for row in people.as_list() {
        let rank = row.text("duty_rank");
        if rank.is_some_and(|rank| rank != "leader") && !row.has("home") {
            let missing = Diagnostic::new(Code::HomeMissing, &row.place);
            found.push(missing.fact("person", row.text("id").unwrap_or_default()));
        }
    }
    let is_used = |key: &str| people.as_list().iter().any(|row| row.has(key));
    let columns: Vec<_> =
        ROSTER.keys.iter().filter(|key| key.need != Need::May || is_used(key.name)).map(|key| key.name).collect();
    let cell = |row: &Node, key: &str| match row.get(key) {
        Some(node) if !node.as_list().is_empty() => {
            node.as_list().iter().filter_map(Node::as_text).collect::<Vec<_>>().join(";")
        }
        Some(node) => node.as_text().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let rows = people.as_list().iter().map(|row| columns.iter().map(|key| cell(row, key)).collect()).collect();
    Roster { columns, rows }
}
