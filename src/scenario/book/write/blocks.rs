//! Sheets of tables that are there once, a value a row.

use super::Writing;
use crate::scenario::book::fields::{Field, Role};
use crate::scenario::book::labels;
use crate::scenario::book::layout::{self, Block};
use crate::scenario::book::look;
use crate::scenario::book::ways::{find, step};
use crate::scenario::read::tree::Node;
use crate::scenario::spec::ORIGIN_KEYS;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// The heads of a sheet of tables that are there once.
const HEADS_OF_BLOCKS: [&str; 6] =
    ["book-head-table", "book-head-item", "book-head-value", "head-basis", "head-source", "book-head-help"];

/// Columns of a table that is there once: table, item, value, basis, source, help.
const WIDTHS: [u16; 6] = [16, 26, 24, 12, 34, 70];

impl Writing<'_> {
    /// A sheet of tables that are there once.
    pub(super) fn blocks(&self, book: &mut Workbook, name: &'static str) -> Result<(), XlsxError> {
        let sheet = self.sheet(book, &labels::named(name, name))?;
        for (column, (key, width)) in (0..).zip(HEADS_OF_BLOCKS.into_iter().zip(WIDTHS)) {
            if (2..5).contains(&column) {
                sheet.set_column_format(column, &self.looks.open_number)?;
            }
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(0, column, self.text.get(key), &self.looks.head)?;
        }
        let mut row = 1;
        for block in layout::blocks().iter().filter(|block| block.sheet == name) {
            for field in block.fields.iter().filter(|field| field.role != Role::Origin) {
                for (label, node) in self.values(block, field) {
                    self.row(sheet, row, (block, field), &label, node)?;
                    row += 1;
                }
            }
        }
        look::tab(sheet, name == labels::UNIT, false);
        sheet.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
        look::pages(sheet, 1);
        look::protect(sheet);
        Ok(())
    }

    /// The rows of a field with their labels: one, or one a year.
    fn values(&self, block: &Block, field: &Field) -> Vec<(String, Option<&Node>)> {
        let table = find(&self.pinned, &block.path);
        let name = field.name(self.text.language());
        let node = table.and_then(|table| step(table, &field.path, 0));
        // Basis and source stand beside the numbers.
        let is_origin = ORIGIN_KEYS.iter().any(|key| key.name == field.key());
        if is_origin && node.is_none() && !block.speaks_for_itself {
            return Vec::new();
        }
        if field.role != Role::ByYear {
            return vec![(name.to_owned(), node)];
        }
        let years = node.map(Node::entries).unwrap_or_default();
        let years = years.iter().filter(|entry| ORIGIN_KEYS.iter().all(|key| key.name != entry.key));
        let bare = name.split(['（', '(']).next().unwrap_or_default().trim();
        let mut rows: Vec<_> = years.map(|entry| (format!("{bare} {}", entry.key), Some(&entry.node))).collect();
        if rows.is_empty() {
            rows.push((format!("{bare} {}", self.tree.whole("year").unwrap_or_default()), None));
        }
        rows
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        (block, field): (&Block, &Field),
        label: &str,
        node: Option<&Node>,
    ) -> Result<(), XlsxError> {
        let help = self.help(field.doc);
        sheet.write_string_with_format(row, 0, self.name(&block.names), &self.looks.label)?;
        sheet.write_string_with_format(row, 1, label, &self.looks.label)?;
        sheet.write_string_with_format(row, 5, &help, &self.looks.help)?;
        look::offer(sheet, (row, row), 2, &self.choice(field.kind), &help)?;
        let value = node.map(|node| node.get("value").unwrap_or(node));
        let own = |key: &str| node.and_then(|node| node.get(key));
        let parts = ORIGIN_KEYS.iter().filter(|_| field.role != Role::Plain).map(|key| (key.kind, own(key.name)));
        for (column, (kind, node)) in (2..).zip(std::iter::once((field.kind, value)).chain(parts)) {
            match node {
                Some(node) => {
                    look::put(sheet, row, column, &self.words.show(kind, node), (&self.looks, self.is_example))?;
                }
                None => drop(sheet.write_blank(row, column, &self.looks.value)?),
            }
            if column == 3 {
                look::offer(sheet, (row, row), column, &self.choice(kind), &self.help("doc-basis"))?;
            }
        }
        Ok(())
    }
}
