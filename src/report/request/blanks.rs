//! The list of what was left blank, as a table to tick off.

use super::draft::Draft;
use crate::render::document::{Cell, Kind, Table};
use crate::report::parts::columns::columns;

/// The list as a table to tick off.
pub(super) fn table(draft: &Draft<'_>) -> Table {
    columns("blanks", draft.text, draft.blanks().into_iter().enumerate())
        .head("number", "request-column-number", Kind::Whole, |(i, _)| i + 1)
        .head("blank", "request-column-blank", Kind::Text, |(_, blank)| draft.text.get(blank.key()))
        .head("filled", "request-column-filled", Kind::Blank, |_| Cell::empty())
        .table()
}
