//! The sheets of .xlsb workbooks: records of a kind, a length and so many bytes (MS-XLSB 2.1.4).

use super::{Extent, Refusal};
use std::io::Read;

/// A row begins.
const ROW: u32 = 0;
/// The records of cells that are not blank.
const CELLS: std::ops::RangeInclusive<u32> = 2..=11;
/// The cells are over.
const END_OF_CELLS: u32 = 0x92;
/// No record of a sheet comes near this.
const LONGEST: u32 = 1024 * 1024;

/// Takes the extent of a sheet.
pub(super) fn sheet(part: &mut impl Read, extent: &mut Extent) -> Result<(), Refusal> {
    let mut row = 0;
    // A part that ends early is for the reader to refuse.
    while let Some(kind) = number(part, 2) {
        let length = number(part, 4).filter(|length| *length <= LONGEST).ok_or(Refusal::Damaged)?;
        let mut first = [0; 4];
        let held = length.min(4);
        let Some(bytes) = usize::try_from(held).ok().and_then(|held| first.get_mut(..held)) else { return Ok(()) };
        if part.read_exact(bytes).is_err() {
            return Ok(());
        }
        let position = u32::from_le_bytes(first).saturating_add(1);
        match kind {
            ROW => row = position,
            END_OF_CELLS => return Ok(()),
            kind if CELLS.contains(&kind) => extent.cell(row, position)?,
            _ => {}
        }
        let rest = u64::from(length - held);
        std::io::copy(&mut part.by_ref().take(rest), &mut std::io::sink()).map_err(|_| Refusal::Damaged)?;
    }
    Ok(())
}

/// A number in at most so many bytes of seven bits, the lowest first.
fn number(part: &mut impl Read, most: u32) -> Option<u32> {
    let mut number = 0;
    for at in 0..most {
        let mut byte = [0];
        part.read_exact(&mut byte).ok()?;
        let [byte] = byte;
        number |= u32::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}
