//! Splits CSV text into cells, strictly: RFC 4180 and nothing else.
//!
//! The `csv` crate forgives broken quotation marks; a roster must not silently lose people to one.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

/// Rows of cells; a blank line is an empty row, so that row numbers are those of a spreadsheet.
pub(in crate::scenario) type Rows = Vec<Vec<String>>;

/// A quotation mark out of place, at a row and column counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::scenario) struct BrokenQuotes {
    pub(in crate::scenario) row: usize,
    pub(in crate::scenario) column: usize,
}

/// Splits a text into rows of cells with the blanks around each cell removed.
pub(in crate::scenario) fn split(text: &str, separator: char) -> Result<Rows, BrokenQuotes> {
    // Programs of old Macintosh computers end a line by a carriage return alone.
    let lines = if text.contains('\n') { Cow::Borrowed(text) } else { Cow::Owned(text.replace('\r', "\n")) };
    let text = lines.as_ref();
    let mut rows = Rows::new();
    let mut chars = text.chars().peekable();
    while chars.peek().is_some() {
        let mut row = Vec::new();
        loop {
            let broken = BrokenQuotes { row: rows.len() + 1, column: row.len() + 1 };
            row.push(cell(&mut chars, separator).ok_or(broken)?.trim().to_owned());
            if chars.next_if_eq(&separator).is_none() {
                break;
            }
        }
        // The cell ended at a line end or at the end of the text.
        chars.next();
        if row.iter().all(String::is_empty) {
            row.clear();
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Rows as text, in quotation marks only where they are needed.
pub(in crate::scenario) fn join(rows: &Rows) -> String {
    let field = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(",") + "\n").collect()
}

/// Reads one cell up to the separator or line end behind it; `None` if its quotation marks do not match.
fn cell(chars: &mut Peekable<Chars<'_>>, separator: char) -> Option<String> {
    let mut text = String::new();
    if chars.next_if_eq(&'"').is_some() {
        loop {
            match chars.next()? {
                '"' if chars.next_if_eq(&'"').is_some() => text.push('"'),
                '"' => break,
                other => text.push(other),
            }
        }
        chars.next_if_eq(&'\r');
        return chars.peek().is_none_or(|c| *c == separator || *c == '\n').then_some(text);
    }
    while let Some(next) = chars.next_if(|c| *c != separator && *c != '\n') {
        if next == '"' {
            return None;
        }
        text.push(next);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_split_as_a_spreadsheet_does() {
        let rows = split("id,name\r\n1,\"a, \"\"b\"\"\nc\"\n\n2, x \n", ',').unwrap_or_default();
        assert_eq!(rows, [vec!["id", "name"], vec!["1", "a, \"b\"\nc"], vec![], vec!["2", "x"]]);
    }

    #[test]
    fn lines_may_end_by_a_carriage_return_alone() {
        let rows = split("id,name\r1,\"a\rb\"\r2,x", ',').unwrap_or_default();
        assert_eq!(rows, [vec!["id", "name"], vec!["1", "a\nb"], vec!["2", "x"]]);
    }

    #[test]
    fn a_quotation_mark_out_of_place_is_found_where_it_stands() {
        for text in ["a,b\n1,\"x", "a,b\n1,\"x\"y\n", "a,b\n1,x\"y\n"] {
            assert_eq!(split(text, ','), Err(BrokenQuotes { row: 2, column: 2 }), "{text}");
        }
    }
}
