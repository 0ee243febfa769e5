//! A column of a table is one line: its key, its kind, its value.
//!
//! The key is the head in CSV and, where the same thing is a field of the JSON form, the name of that field. The head
//! that people read is `column-KEY` of the catalogues, with hyphens.

use crate::model::{MatterIx, TierIx};
use crate::render::document::{Cell, Column, Kind, Table};
use crate::render::line::Line;
use crate::report::words::Words;
use crate::text::Text;

/// A table in the making: its rows, and a column for each line that follows.
pub(in crate::report) struct Columns<'t, R> {
    text: &'t Text,
    rows: Vec<R>,
    table: Table,
}

/// A table without columns yet, of the things that its rows are about.
pub(in crate::report) fn columns<'t, R>(
    name: &'static str,
    text: &'t Text,
    rows: impl IntoIterator<Item = R>,
) -> Columns<'t, R> {
    let rows: Vec<R> = rows.into_iter().collect();
    let table = Table { name, columns: Vec::new(), rows: vec![Vec::new(); rows.len()] };
    Columns { text, rows, table }
}

impl<R> Columns<'_, R> {
    /// A column.
    pub(in crate::report) fn col<C: Into<Cell>>(self, key: &str, kind: Kind, cell: impl Fn(&R) -> C) -> Self {
        let head = self.text.get(&format!("column-{}", key.replace('_', "-")));
        self.add(Some(key), head.into(), kind, cell)
    }

    /// A column whose head is another text of the catalogues.
    pub(in crate::report) fn head<C: Into<Cell>>(
        self,
        key: &str,
        head: &str,
        kind: Kind,
        cell: impl Fn(&R) -> C,
    ) -> Self {
        let head = self.text.get(head);
        self.add(Some(key), head.into(), kind, cell)
    }

    /// A column whose head is no text of the catalogues but a name, a month or a year.
    pub(in crate::report) fn named<C: Into<Cell>>(
        self,
        key: &str,
        head: impl Into<Line>,
        kind: Kind,
        cell: impl Fn(&R) -> C,
    ) -> Self {
        self.add(Some(key), head.into(), kind, cell)
    }

    /// A column of a file that programs and people read alike: its head is its key in every form.
    pub(in crate::report) fn same<C: Into<Cell>>(self, key: &str, cell: impl Fn(&R) -> C) -> Self {
        self.named(key, key, Kind::Text, cell)
    }

    /// Ids, for programs.
    pub(in crate::report) fn id<C: Into<Cell>>(self, key: &str, cell: impl Fn(&R) -> C) -> Self {
        self.head(key, "column-id", Kind::Id, cell)
    }

    /// What the ids say in words, for people.
    pub(in crate::report) fn words<C: Into<Cell>>(self, head: &str, cell: impl Fn(&R) -> C) -> Self {
        let head = self.text.get(head);
        self.add(None, head.into(), Kind::Text, cell)
    }

    /// The same under a head that is no text of the catalogues.
    pub(in crate::report) fn words_under<C: Into<Cell>>(self, head: String, cell: impl Fn(&R) -> C) -> Self {
        self.add(None, head.into(), Kind::Text, cell)
    }

    /// A matter: its id, and its name under a head.
    pub(in crate::report) fn matter(self, head: &str, words: Words<'_>, matter: impl Fn(&R) -> MatterIx) -> Self {
        self.id("matter", |row| &*words.unit[matter(row)].id)
            .head("name", head, Kind::Text, |row| words.matter(matter(row)))
    }

    /// A column for each tier.
    pub(in crate::report) fn tiers<C: Into<Cell>>(
        self,
        words: Words<'_>,
        kind: Kind,
        cell: impl Fn(&R, TierIx) -> C,
    ) -> Self {
        self.each(words.unit.tiers(), |columns, (ix, tier)| {
            columns.named(&format!("service_{}", tier.id), words.tier(ix), kind, |row| cell(row, ix))
        })
    }

    /// A column for each of several things.
    pub(in crate::report) fn each<T>(
        self,
        things: impl IntoIterator<Item = T>,
        column: impl Fn(Self, T) -> Self,
    ) -> Self {
        things.into_iter().fold(self, column)
    }

    /// Columns that several tables share.
    pub(in crate::report) fn with(self, columns: impl FnOnce(Self) -> Self) -> Self {
        columns(self)
    }

    /// Without the columns in which nothing stands, except for some.
    pub(in crate::report) fn filled_or(mut self, keys: &[&str]) -> Self {
        let Table { columns, rows, .. } = &mut self.table;
        let is_empty = |i: usize, rows: &[Vec<Cell>]| rows.iter().all(|cells| cells[i].show(Kind::Text).is_empty());
        for i in (0..columns.len()).rev() {
            if columns[i].key.as_deref().is_none_or(|key| !keys.contains(&key)) && is_empty(i, rows) {
                columns.remove(i);
                for cells in rows.iter_mut() {
                    cells.remove(i);
                }
            }
        }
        self
    }

    /// The table.
    pub(in crate::report) fn table(self) -> Table {
        self.table
    }

    fn add<C: Into<Cell>>(mut self, key: Option<&str>, head: Line, kind: Kind, cell: impl Fn(&R) -> C) -> Self {
        self.table.columns.push(Column { key: key.map(str::to_owned), head, kind });
        for (cells, row) in self.table.rows.iter_mut().zip(&self.rows) {
            cells.push(cell(row).into());
        }
        self
    }
}
