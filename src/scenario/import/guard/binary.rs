//! Workbooks that are compound files: .xls, and what .et and encrypted workbooks are kept in (MS-XLS 2.1.4).

use super::compound::{Compound, long, short};
use super::{Extent, MOST_CELLS, Refusal};

/// The stream of an encrypted workbook of the newer formats.
const ENCRYPTED: &str = "EncryptedPackage";
/// Records that all sheets have together.
const MOST_RECORDS: u32 = 4_000_000;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const LOCKED: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const MERGES: u16 = 0x00E5;
const LABELS: [u16; 2] = [0x0204, 0x00D6];
const SEVERAL: u16 = 0x00BD;
/// Formula, number, flag, small number and string of the table: they begin with row and column.
const CELLS: [u16; 5] = [0x0006, 0x0203, 0x0205, 0x027E, 0x00FD];

/// Whether the workbook may be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    if file.entries.iter().any(|entry| entry.name == ENCRYPTED) {
        return Err(Refusal::Locked);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or(Refusal::Damaged)?;
    let mut sheets = Vec::new();
    let mut left = MOST_RECORDS;
    for (kind, data) in records(&stream, 0) {
        match kind {
            END => break,
            LOCKED if short(data, 0) != Some(0) => return Err(Refusal::Locked),
            SHEET => sheets.push(long(data, 0).ok_or(Refusal::Damaged)?),
            _ => {}
        }
    }
    let mut extent = Extent::default();
    for start in sheets {
        let start = usize::try_from(start).map_err(|_| Refusal::Damaged)?;
        sheet(&stream, start, &mut extent, &mut left)?;
        extent.end_of_sheet()?;
    }
    Ok(())
}

fn sheet(stream: &[u8], start: usize, extent: &mut Extent, left: &mut u32) -> Result<(), Refusal> {
    // Charts within a sheet have records of their own.
    let mut depth = 0_u32;
    for (kind, data) in records(stream, start) {
        *left = left.checked_sub(1).ok_or(Refusal::TooLarge)?;
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => return Ok(()),
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => dimensions(data)?,
            MERGES => merges(data, extent)?,
            SEVERAL => {
                let last = data.len().checked_sub(2).and_then(|at| short(data, at)).ok_or(Refusal::Damaged)?;
                let first = short(data, 2).ok_or(Refusal::Damaged)?;
                if first > last {
                    return Err(Refusal::Damaged);
                }
                cell(data, last, extent)?;
            }
            kind if LABELS.contains(&kind) => {
                // The reader makes room for as many characters as are announced.
                if short(data, 6).is_none_or(|length| usize::from(length) > data.len()) {
                    return Err(Refusal::Damaged);
                }
                cell(data, short(data, 2).ok_or(Refusal::Damaged)?, extent)?;
            }
            kind if CELLS.contains(&kind) => cell(data, short(data, 2).ok_or(Refusal::Damaged)?, extent)?,
            _ => {}
        }
    }
    Ok(())
}

fn cell(data: &[u8], column: u16, extent: &mut Extent) -> Result<(), Refusal> {
    let row = short(data, 0).ok_or(Refusal::Damaged)?;
    extent.cell(u32::from(row) + 1, u32::from(column) + 1)
}

/// The reader makes room for all cells of these dimensions, which may be blank: four times the cells it may find.
fn dimensions(data: &[u8]) -> Result<(), Refusal> {
    let (rows, at) = if data.len() == 10 {
        (short(data, 0).zip(short(data, 2)).map(|(first, last)| (u32::from(first), u32::from(last))), 4)
    } else {
        (long(data, 0).zip(long(data, 4)), 8)
    };
    let columns = short(data, at).zip(short(data, at + 2));
    let ((top, bottom), (left, right)) = rows.zip(columns).ok_or(Refusal::Damaged)?;
    let length = |first: u32, last: u32| u64::from(last.saturating_sub(first)) + 1;
    let cells = length(top, bottom) * length(left.into(), right.into());
    if cells > 4 * MOST_CELLS { Err(Refusal::TooLarge) } else { Ok(()) }
}

fn merges(data: &[u8], extent: &mut Extent) -> Result<(), Refusal> {
    for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
        let at = |at| short(area, at).map(|number| u32::from(number) + 1).ok_or(Refusal::Damaged);
        extent.merge(((at(0)?, at(4)?), (at(2)?, at(6)?)))?;
    }
    Ok(())
}

/// The kind and contents of each record from a position on.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..)?;
        Some((kind, data))
    })
}
