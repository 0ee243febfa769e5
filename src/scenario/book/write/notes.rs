//! The first sheet: how to fill the others in, and which columns they can have besides those they show.

use super::Writing;
use crate::scenario::book::look::{self, Further};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Columns: sheet, column, help.
const WIDTHS: [u16; 3] = [14, 32, 84];
/// The height of a line.
const LINE: u16 = 17;

impl Writing<'_> {
    /// The row from which on further columns are listed.
    pub(super) fn first_further(&self) -> u32 {
        u32::try_from(self.text.get("book-notes").lines().count()).unwrap_or_default() + 3
    }

    pub(super) fn notes(&self, sheet: &mut Worksheet, further: &[Further]) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let line = |sheet: &mut Worksheet, row: u32, said: &str, is_head: bool| {
            let format = if is_head { &self.looks.head } else { &self.looks.text };
            let lines = look::lines(said, WIDTHS.iter().sum());
            sheet.merge_range(row, 0, row, 2, said, format)?;
            sheet.set_row_height(row, lines * LINE)?;
            Ok::<_, XlsxError>(())
        };
        // The second line says whose the contents are.
        let (notes, own) = (self.text.get("book-notes"), self.text.get("book-notes-own"));
        for (row, said) in (0..).zip(notes.lines()) {
            line(sheet, row, if row == 1 && !self.is_example { &own } else { said }, row == 0)?;
        }
        let first = self.first_further();
        line(sheet, first - 2, &self.text.get("book-further"), true)?;
        for (column, key) in (0..).zip(["head-change-table", "book-further-column", "book-head-help"]) {
            sheet.write_string_with_format(first - 1, column, self.text.get(key), &self.looks.head)?;
        }
        let rows = further.iter().flat_map(|one| one.columns.iter().map(move |(name, help)| [&one.sheet, name, help]));
        for (row, cells) in (first..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string_with_format(row, column, cell, &self.looks.line)?;
            }
            let lines = cells.iter().zip(WIDTHS).map(|(cell, width)| look::lines(cell, width)).max().unwrap_or(1);
            sheet.set_row_height(row, lines * LINE)?;
        }
        look::pages(sheet, 1);
        Ok(())
    }
}
