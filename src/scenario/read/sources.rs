//! What was read, under which name, so that a finding can quote it.

use super::csv::Rows;
use crate::diag::{Excerpt, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts and tables of a run by name.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Sources(BTreeMap<Name, Contents>);

/// A file, and a sheet of it if it is a workbook.
type Name = (Arc<str>, Option<Arc<str>>);

#[derive(Debug)]
enum Contents {
    Text(String),
    Cells(Rows),
}

impl Sources {
    /// Keeps a text.
    pub(in crate::scenario) fn text(&mut self, name: &Arc<str>, text: &str) {
        self.0.insert((Arc::clone(name), None), Contents::Text(text.to_owned()));
    }

    /// Keeps a table.
    pub(in crate::scenario) fn cells(&mut self, name: &Arc<str>, cells: Rows) {
        self.0.insert((Arc::clone(name), None), Contents::Cells(cells));
    }

    /// Keeps a sheet of a workbook.
    pub(in crate::scenario) fn sheet(&mut self, name: &Arc<str>, sheet: &Arc<str>, cells: Rows) {
        self.0.insert((Arc::clone(name), Some(Arc::clone(sheet))), Contents::Cells(cells));
    }

    /// The line or cell at a place.
    pub(in crate::scenario) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        let line = place.line.checked_sub(1)?;
        match self.0.get(&(Arc::clone(&place.file), place.sheet.clone()))? {
            Contents::Text(text) => Some(Excerpt { text: text.lines().nth(line)?.to_owned(), column: place.column }),
            Contents::Cells(rows) => {
                Some(Excerpt { text: rows.get(line)?.get(place.column.checked_sub(1)?)?.clone(), column: 1 })
            }
        }
    }
}
