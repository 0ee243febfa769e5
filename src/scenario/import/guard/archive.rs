//! Workbooks that are ZIP archives: .xlsx, .xlsm, .xlsb and .ods.

use super::{Area, Extent, LAST_COLUMN, LAST_ROW, Refusal, records};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;
use zip::ZipArchive;
use zip::result::ZipError;

/// Parts of an archive.
const MOST_PARTS: usize = 10_000;
/// Bytes of all parts that a reader unpacks.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// Strings and formulas that a part announces before they come.
const MOST_ANNOUNCED: u64 = 1_000_000;

/// Whether the archive may be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Refusal::TooLarge);
    }
    let mut extent = Extent::default();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Locked,
            _ => Refusal::Damaged,
        })?;
        let name = part.name().map_err(|_| Refusal::Damaged)?.into_owned();
        let mut part = BufReader::new(part.take(left + 1));
        let begin = part.fill_buf().map_err(|_| Refusal::Damaged)?;
        if begin.trim_ascii_start().starts_with(b"<") || begin.starts_with(b"\xEF\xBB\xBF") {
            xml(&mut part, &mut extent)?;
        } else if name.contains("worksheets/") {
            records::sheet(&mut part, &mut extent)?;
        } else if Path::new(&name).extension().is_none_or(|ending| ending != "bin") {
            // Pictures and the like, which no reader unpacks.
            continue;
        }
        std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| Refusal::Damaged)?;
        left = part.get_ref().limit().checked_sub(1).ok_or(Refusal::TooLarge)?;
        extent.end_of_sheet()?;
    }
    Ok(())
}

/// Where the walk through a sheet stands; rows and columns from 1, 0 before the first.
#[derive(Default)]
struct At {
    row: u32,
    column: u32,
    /// How often the row and the cell are there.
    rows: u32,
    columns: u32,
}

fn xml(part: &mut impl BufRead, extent: &mut Extent) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut at = At::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => enter(&element, &mut at, extent)?,
            Ok(Event::Empty(element)) => {
                enter(&element, &mut at, extent)?;
            }
            // What is damaged the reader will tell where it matters, and not care where it does not.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn enter(element: &BytesStart<'_>, at: &mut At, extent: &mut Extent) -> Result<(), Refusal> {
    match element.local_name().as_ref() {
        "row" => {
            at.row = match attribute(element, "r")? {
                Some(number) => {
                    number.parse().ok().filter(|row| (1..=LAST_ROW).contains(row)).ok_or(Refusal::Damaged)?
                }
                None => at.row + 1,
            };
            at.column = 0;
        }
        "c" => match attribute(element, "r")? {
            Some(name) => (at.row, at.column) = cell_name(&name)?,
            None => at.column += 1,
        },
        // A cell that only has a format is nothing to the reader.
        "v" | "is" if at.column > 0 => extent.cell(at.row.max(1), at.column)?,
        "dimension" => {
            area(attribute(element, "ref")?)?;
        }
        "mergeCell" => extent.merge(area(attribute(element, "ref")?)?)?,
        "sst" => announced(attribute(element, "uniqueCount")?)?,
        "f" => announced(attribute(element, "si")?)?,
        "table" => *at = At::default(),
        "table-row" => {
            at.row += at.rows;
            (at.rows, at.column, at.columns) = (repeats(element, "table:number-rows-repeated")?, 0, 0);
        }
        "table-cell" | "covered-table-cell" => {
            at.column += at.columns;
            at.columns = repeats(element, "table:number-columns-repeated")?;
            if attribute(element, "office:value-type")?.is_some() || attribute(element, "table:formula")?.is_some() {
                extent.cell(at.row.saturating_add(at.rows), at.column.saturating_add(at.columns))?;
            }
        }
        "p" if at.columns > 0 => extent.cell(at.row.saturating_add(at.rows), at.column.saturating_add(at.columns))?,
        _ => {}
    }
    Ok(())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let found = element.try_get_attribute(name).map_err(|_| Refusal::Damaged)?;
    let value = |found: quick_xml::events::attributes::Attribute<'_>| {
        found.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned).map_err(|_| Refusal::Damaged)
    };
    found.map(value).transpose()
}

/// How often a row or cell is there; more than a sheet has is no more than it has.
fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    let Some(number) = attribute(element, name)? else { return Ok(1) };
    number.parse::<u64>().ok().and_then(|n| u32::try_from(n.min(u64::from(LAST_ROW))).ok()).ok_or(Refusal::Damaged)
}

fn announced(number: Option<String>) -> Result<(), Refusal> {
    match number.map(|number| number.trim().parse::<u64>()) {
        Some(Ok(number)) if number > MOST_ANNOUNCED => Err(Refusal::TooLarge),
        Some(Err(_)) => Err(Refusal::Damaged),
        _ => Ok(()),
    }
}

/// Two cells, or one twice.
fn area(name: Option<String>) -> Result<Area, Refusal> {
    let name = name.ok_or(Refusal::Damaged)?;
    let (first, last) = name.split_once(':').unwrap_or((&name, &name));
    let (first, last) = (cell_name(first)?, cell_name(last)?);
    if first.0 > last.0 || first.1 > last.1 { Err(Refusal::Damaged) } else { Ok((first, last)) }
}

/// Row and column of a cell by its name, from 1.
fn cell_name(name: &str) -> Result<(u32, u32), Refusal> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters).ok_or(Refusal::Damaged)?;
    if letters.len() > 3 || digits.len() > 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::Damaged);
    }
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'@'));
    let row = digits.parse().map_err(|_| Refusal::Damaged)?;
    let is_there = (1..=LAST_ROW).contains(&row) && (1..=LAST_COLUMN).contains(&column);
    if is_there { Ok((row, column)) } else { Err(Refusal::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_that_a_sheet_has_are_named() {
        assert_eq!(cell_name("A1"), Ok((1, 1)));
        assert_eq!(cell_name("XFD1048576"), Ok((LAST_ROW, LAST_COLUMN)));
        for name in ["XFE1", "A1048577", "A0", "1", "A", "XFDA1", "A99999999999", "A-1", "", "甲1"] {
            assert_eq!(cell_name(name), Err(Refusal::Damaged), "{name}");
        }
    }
}
