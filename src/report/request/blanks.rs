//! The list of what was left blank, as a table to tick off.

use super::draft::Draft;
use crate::render::document::{Cell, Kind, Table};

/// The list as a table to tick off.
pub(super) fn table(draft: &Draft<'_>) -> Table {
    let columns = [
        draft.column(Kind::Whole, "request-column-number"),
        draft.column(Kind::Text, "request-column-blank"),
        draft.column(Kind::Text, "request-column-filled"),
    ];
    let rows = draft.blanks().into_iter().enumerate().map(|(i, blank)| {
        [Cell::from(i + 1), Cell::from(draft.text.get(blank.key())), Cell::from(draft.text.get("request-blank"))]
    });
    Table::new("blanks", columns, rows)
}
