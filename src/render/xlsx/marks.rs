//! A workbook with some of its cells coloured and a comment at each; nothing else of it is changed.
//!
//! The package is edited as it is: parts that have nothing to do with a mark are kept byte for byte.

mod colours;
mod earlier;
mod notes;

use self::colours::Colours;
use self::notes::Note;
use crate::render::package::Package;
use crate::render::package::xml::{Edits, Form, Tag, tags};
use std::collections::BTreeMap;

/// What a mark says by its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// This must be changed.
    Wrong,
    /// This may be right.
    Doubtful,
}

/// A cell to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The name of its sheet.
    pub sheet: String,
    /// Its row, from 1.
    pub row: u32,
    /// Its column, from 1.
    pub column: u32,
    /// How it is coloured.
    pub tone: Tone,
    /// What its comment says.
    pub note: String,
}

/// The marks of a sheet by row and column.
type OfSheet = BTreeMap<u32, BTreeMap<u32, Tone>>;

/// A workbook with marks in the place of those that it had, whose paragraphs in comments `is_mark` knows. `None` if the
/// file is no package of the newer formats, or has no sheet that a mark names.
#[must_use]
pub fn mark(bytes: &[u8], marks: &[Mark], is_mark: &dyn Fn(&str) -> bool) -> Option<Vec<u8>> {
    let mut package = Package::open(bytes)?;
    let workbook = package.workbook()?;
    let Some(styles) = package.related(&workbook, "styles") else {
        return marks.is_empty().then(|| bytes.to_vec());
    };
    let mut colours = Colours::new(package.text(&styles)?);
    let sheets = sheets(&mut package, &workbook)?;
    let mut is_changed = !marks.is_empty();
    for (_, sheet) in &sheets {
        is_changed |= earlier::remove(&mut package, sheet, &mut colours, is_mark)?;
    }
    if !is_changed {
        return Some(bytes.to_vec());
    }
    if !marks.iter().all(|mark| has(&sheets, &mark.sheet)) {
        return None;
    }
    for (name, sheet) in sheets {
        let own: Vec<_> = marks.iter().filter(|mark| mark.sheet.trim() == name.trim()).collect();
        if own.is_empty() {
            continue;
        }
        let mut cells = OfSheet::new();
        let mut said: BTreeMap<(u32, u32), Vec<&str>> = BTreeMap::new();
        for mark in own {
            let tone = cells.entry(mark.row).or_default().entry(mark.column).or_insert(mark.tone);
            *tone = (*tone).min(mark.tone);
            said.entry((mark.row, mark.column)).or_default().push(&mark.note);
        }
        let text = coloured(&package.text(&sheet)?, cells, &mut colours)?;
        package.put(&sheet, text);
        let notes: Vec<_> =
            said.into_iter().map(|((row, column), said)| Note { row, column, text: said.join("\n\n") }).collect();
        notes::add(&mut package, &sheet, &notes)?;
    }
    let changed = colours.write()?;
    package.put(&styles, changed);
    package.save()
}

fn has(sheets: &[(String, String)], name: &str) -> bool {
    sheets.iter().any(|(known, _)| known.trim() == name.trim())
}

/// The sheets of a workbook with their parts.
pub(super) fn sheets(package: &mut Package<'_>, workbook: &str) -> Option<Vec<(String, String)>> {
    let text = package.text(workbook)?;
    let relations = package.relations(workbook);
    let sheets = tags(&text)?;
    let sheets = sheets.iter().filter(|tag| tag.begins("sheet")).filter_map(|tag| {
        let id = tag.attribute("id")?;
        let part = relations.iter().find(|relation| relation.id == id)?;
        Some((tag.attribute("name")?, part.target.clone()))
    });
    Some(sheets.collect())
}

/// A sheet whose marked cells have a colour of their own; those that are not there are added.
fn coloured(text: &str, mut marks: OfSheet, colours: &mut Colours) -> Option<String> {
    let tags = tags(text)?;
    let columns: Vec<(u32, u32, usize)> = tags
        .iter()
        .filter(|tag| tag.begins("col"))
        .filter_map(|tag| Some((tag.number("min")?, tag.number("max")?, tag.number("style")?)))
        .collect();
    let of_column = |column: u32| {
        let own = columns.iter().find(|(min, max, _)| (*min..=*max).contains(&column));
        own.map_or(0, |(_, _, style)| *style)
    };
    let mut edits = Edits::default();
    let (mut row, mut column) = (0, 0);
    let mut pending: BTreeMap<u32, Tone> = BTreeMap::new();
    let mut of_row: Option<usize> = None;
    let add = |row: u32, cells: BTreeMap<u32, Tone>, of_row: Option<usize>, prefix: &str, colours: &mut Colours| {
        let cell = |(column, tone): (u32, Tone)| {
            let style = colours.of(of_row.unwrap_or_else(|| of_column(column)), tone);
            format!("<{prefix}c r=\"{}\" s=\"{style}\"/>", name_of(row, column))
        };
        cells.into_iter().map(cell).collect::<String>()
    };
    let add_rows = |rows: OfSheet, prefix: &str, colours: &mut Colours| {
        let row = |(row, cells): (u32, BTreeMap<u32, Tone>)| {
            format!("<{prefix}row r=\"{row}\">{}</{prefix}row>", add(row, cells, None, prefix, colours))
        };
        rows.into_iter().map(row).collect::<String>()
    };
    for tag in &tags {
        let prefix = tag.prefix();
        let open = |tag: &Tag<'_>| tag.raw().trim_end_matches('>').trim_end_matches('/').trim_end().to_owned();
        if tag.begins("row") {
            row = tag.number("r").unwrap_or(row + 1);
            column = 0;
            of_row = tag.number("s");
            let later = marks.split_off(&row);
            let earlier = add_rows(std::mem::replace(&mut marks, later), prefix, colours);
            edits.put(tag.span.start..tag.span.start, earlier);
            pending = marks.remove(&row).unwrap_or_default();
            if tag.form == Form::Empty && !pending.is_empty() {
                let cells = add(row, std::mem::take(&mut pending), of_row, prefix, colours);
                edits.put(tag.span.clone(), format!("{}>{cells}</{}>", open(tag), tag.full_name));
            }
        } else if tag.begins("c") {
            column = tag.attribute("r").and_then(|name| column_of(&name)).unwrap_or(column + 1);
            let later = pending.split_off(&column);
            let earlier = std::mem::replace(&mut pending, later);
            edits.put(tag.span.start..tag.span.start, add(row, earlier, of_row, prefix, colours));
            if let Some(tone) = pending.remove(&column) {
                let style = colours.of(tag.number("s").unwrap_or_default(), tone);
                edits.put(tag.span.clone(), tag.with("s", &style.to_string()));
            }
        } else if tag.ends("row") {
            let rest = add(row, std::mem::take(&mut pending), of_row, prefix, colours);
            edits.put(tag.span.start..tag.span.start, rest);
        } else if tag.ends("sheetData") {
            edits.put(tag.span.start..tag.span.start, add_rows(std::mem::take(&mut marks), prefix, colours));
        } else if tag.begins("sheetData") && tag.form == Form::Empty {
            let rows = add_rows(std::mem::take(&mut marks), prefix, colours);
            edits.put(tag.span.clone(), format!("{}>{rows}</{}>", open(tag), tag.full_name));
        }
    }
    Some(edits.apply(text))
}

/// The column of `C7`, from 1.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    letters.take(4).try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })
}

/// The row of `C7`, from 1.
fn row_of(name: &str) -> Option<u32> {
    name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok().filter(|row| *row > 0)
}

/// What a cell is called: `C7`.
fn name_of(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column);
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    format!("{}{row}", letters.iter().rev().collect::<String>())
}
