//! What an `.xlsx` workbook says beyond the values of its cells: what is not shown, and formulas without a result.
//!
//! The parts of the archive are read as a stream; nothing is built of their size.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read as _};
use zip::ZipArchive;

/// No part of a workbook of people comes near this, unpacked.
const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// A sheet has no more rows than this.
const MOST_ROWS: u32 = 1_048_576;
/// Nor more columns.
const MOST_COLUMNS: u32 = 16_384;
/// Formulas without a result that are told of a sheet; one is reason enough to calculate.
const MOST_FORMULAS: usize = 1_000;

/// What a sheet says of itself, rows and columns counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::scenario) struct Facts {
    /// Rows that are not shown.
    pub(in crate::scenario) rows: BTreeSet<u32>,
    /// Columns that are not shown.
    pub(in crate::scenario) columns: BTreeSet<u32>,
    /// Formulas whose result was never stored, by row and column.
    pub(in crate::scenario) uncalculated: BTreeMap<(u32, u32), String>,
}

/// What each sheet says of itself, by name; a sheet that cannot be followed is left out.
pub(super) fn of(bytes: &[u8]) -> BTreeMap<String, Facts> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let targets: BTreeMap<_, _> = elements(&mut archive, "xl/_rels/workbook.xml.rels", "Relationship")
        .into_iter()
        .filter_map(|mut one| Some((one.remove("Id")?, one.remove("Target")?)))
        .collect();
    let sheets = elements(&mut archive, "xl/workbook.xml", "sheet");
    let facts = sheets.into_iter().filter_map(|mut sheet| {
        let target = targets.get(&sheet.remove("id")?)?;
        let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let part = archive.by_name(&part).ok()?;
        Some((sheet.remove("name")?, of_sheet(BufReader::new(part.take(MOST_BYTES)))?))
    });
    facts.collect()
}

/// The attributes of every element of a name in a part, by their names without prefixes.
fn elements(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let Ok(part) = archive.by_name(part) else { return Vec::new() };
    let mut reader = Reader::from_reader(BufReader::new(part.take(MOST_BYTES)));
    let (mut buffer, mut found) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == name => {
                found.push(attributes(&element));
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

fn attributes(element: &BytesStart<'_>) -> BTreeMap<String, String> {
    let read = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let raw = attribute.value.as_ref();
        let value = quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), Cow::into_owned);
        (attribute.key.local_name().as_ref().to_owned(), value)
    };
    element.attributes().flatten().map(read).collect()
}

/// Reads a sheet; `None` if it breaks off.
fn of_sheet(part: impl BufRead) -> Option<Facts> {
    let mut reader = Reader::from_reader(part);
    let (mut buffer, mut facts) = (Vec::new(), Facts::default());
    let mut all_hidden = false;
    let (mut next_row, mut next_column) = (0, 0);
    let mut cell = Cell::default();
    loop {
        let event = reader.read_event_into(&mut buffer).ok()?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                let is_empty = matches!(event, Event::Empty(_));
                match element.local_name().as_ref() {
                    "sheetFormatPr" => all_hidden = is_set(attributes(element).get("zeroHeight")),
                    "col" => hide_columns(&attributes(element), &mut facts.columns),
                    "row" => {
                        let said = attributes(element);
                        let row = number(said.get("r")).and_then(|row| row.checked_sub(1)).unwrap_or(next_row);
                        let is_hidden = is_set(said.get("hidden")) || all_hidden && !said.contains_key("ht");
                        if is_hidden && row < MOST_ROWS {
                            facts.rows.insert(row);
                        }
                        (next_row, next_column) = (row.saturating_add(1), 0);
                    }
                    "c" => {
                        let said = attributes(element);
                        let at = said.get("r").and_then(|name| position(name));
                        let at = at.unwrap_or((next_row.saturating_sub(1), next_column));
                        next_column = at.1.saturating_add(1);
                        // A formula that gives the empty text has stored it: its cell says that it holds text.
                        cell =
                            Cell { at, has_result: said.get("t").is_some_and(|kind| kind == "str"), ..Cell::default() };
                    }
                    "f" => {
                        (cell.formula, cell.part) =
                            (Some(String::new()), if is_empty { Part::Other } else { Part::Formula });
                    }
                    "v" | "is" => cell.part = if is_empty { Part::Other } else { Part::Value },
                    _ => {}
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "c" => std::mem::take(&mut cell).judge(&mut facts),
                "f" | "v" | "is" => cell.part = Part::Other,
                _ => {}
            },
            Event::Text(text) => cell.say(text.as_ref()),
            Event::GeneralRef(name) => cell.say(match name.as_ref() {
                "quot" => "\"",
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                _ => "?",
            }),
            Event::Eof => return Some(facts),
            _ => {}
        }
        buffer.clear();
    }
}

/// A cell as far as it has been read.
#[derive(Default)]
struct Cell {
    at: (u32, u32),
    formula: Option<String>,
    has_result: bool,
    part: Part,
}

/// What the text that follows belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Other,
    Formula,
    Value,
}

impl Cell {
    fn say(&mut self, text: &str) {
        match (self.part, &mut self.formula) {
            (Part::Formula, Some(formula)) => formula.push_str(text),
            (Part::Value, _) if !text.is_empty() => self.has_result = true,
            _ => {}
        }
    }

    fn judge(self, facts: &mut Facts) {
        let (row, column) = self.at;
        if let Some(formula) = self.formula.filter(|_| !self.has_result)
            && row < MOST_ROWS
            && column < MOST_COLUMNS
            && facts.uncalculated.len() < MOST_FORMULAS
        {
            facts.uncalculated.insert(self.at, formula);
        }
    }
}

fn hide_columns(said: &BTreeMap<String, String>, columns: &mut BTreeSet<u32>) {
    let is_hidden = is_set(said.get("hidden")) || said.get("width").is_some_and(|width| width == "0");
    if let Some((first, last)) = number(said.get("min")).zip(number(said.get("max"))).filter(|_| is_hidden) {
        columns.extend((first..=last.min(MOST_COLUMNS)).filter_map(|column| column.checked_sub(1)));
    }
}

fn is_set(value: Option<&String>) -> bool {
    value.is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

fn number(value: Option<&String>) -> Option<u32> {
    value?.parse().ok()
}

/// Row and column of `C7`, from 0.
fn position(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_tells_what_it_hides_and_what_it_never_calculated() {
        let sheet = r#"<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>
            <row r="2" hidden="1"><c r="A2"><v>1</v></c></row>
            <row><c r="A3"><f>1&amp;2</f><v></v></c><c><f>A1</f></c><c t="str"><f>""</f><v></v></c></row>
            <row r="4"><c r="B4"><f>1+1</f><v>2</v></c><c t="shared"><f si="0"/></c></row></sheetData></worksheet>"#;
        let facts = of_sheet(sheet.as_bytes()).unwrap_or_default();
        assert_eq!((facts.rows, facts.columns), (BTreeSet::from([1]), BTreeSet::from([1, 2])));
        let formulas: Vec<_> = facts.uncalculated.iter().map(|(at, formula)| (*at, formula.as_str())).collect();
        assert_eq!(formulas, [((2, 0), "1&2"), ((2, 1), "A1"), ((3, 2), "")]);
        assert_eq!(
            [position("C7"), position("AA1"), position("7"), position("A0")],
            [Some((6, 2)), Some((0, 26)), None, None]
        );
    }
}
