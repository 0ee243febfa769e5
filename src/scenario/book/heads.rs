//! Which field a head of a sheet, or the label of a row, stands for.

use super::cells::Grid;
use super::fields::{Field, Role};
use super::labels::{is_named, plain};
use super::layout::Block;
use super::say;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// The fields of the columns in the order of the format, so that the order of columns means nothing.
pub(super) fn columns<'f>(
    grid: &Grid<'_>,
    head: usize,
    fields: &'f [Field],
    found: &mut Diagnostics,
) -> Vec<(&'f Field, usize)> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for column in 0..width {
        let place = grid.place(head, column);
        let Some(cell) = grid.cell(head, column) else {
            if let Some(row) = grid.written().filter(|row| *row > head).find(|row| grid.cell(*row, column).is_some()) {
                found.push(Diagnostic::new(Code::HeadMissing, &grid.place(row, column)));
            }
            continue;
        };
        let Some(at) = fields.iter().position(|field| is_named(&field.names, &cell.text)) else {
            let known = fields.iter().flat_map(|field| &field.names).map(String::as_str);
            found.push(say::unknown(&place, &cell.text, &grid.name, known));
            continue;
        };
        if let Some((_, first)) = columns.iter().find(|(known, _)| *known == at) {
            let twice = Diagnostic::new(Code::ColumnTwice, &place).fact("header", &cell.text);
            found.push(twice.fact("first", grid.place(head, *first).cell()));
        } else {
            columns.push((at, column));
        }
    }
    columns.sort_unstable();
    columns.into_iter().filter_map(|(at, column)| Some((fields.get(at)?, column))).collect()
}

/// The field that a row names, and the year behind the name where it has one.
pub(super) fn field_of<'b>(block: &'b Block, item: &str) -> Option<(&'b Field, Option<String>)> {
    let mut fields = block.fields.iter().filter(|field| field.role != Role::Origin);
    if let Some(field) = fields.clone().find(|field| field.role != Role::ByYear && is_named(&field.names, item)) {
        return Some((field, None));
    }
    let item = plain(item);
    let digits = item.trim_end_matches('年');
    let name = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = digits.get(name.len()..).filter(|year| year.len() == 4)?;
    let field = fields.find(|field| field.role == Role::ByYear && is_named(&field.names, name))?;
    Some((field, Some(year.to_owned())))
}
