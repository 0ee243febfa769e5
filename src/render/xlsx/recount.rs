//! Formulas that count the rows of tables again. They stand on ranges, which every spreadsheet program reads alike.

use crate::render::document::Table;
use crate::render::document::recount::{Holds, Recount, Rows, Term};
use rust_xlsxwriter::utility::row_col_to_cell_absolute;

use super::{col, row};

/// Where the tables written so far stand.
#[derive(Default)]
pub(super) struct Places(Vec<Place>);

struct Place {
    table: &'static str,
    sheet: String,
    /// The row of the head, from 0.
    top: usize,
    keys: Vec<Option<String>>,
    rows: usize,
}

impl Places {
    /// Notes where a table stands. The first of a name is the one that is counted.
    pub(super) fn note(&mut self, sheet: &str, table: &Table, top: usize) {
        let keys = table.columns.iter().map(|column| column.key.clone()).collect();
        self.0.push(Place { table: table.name, sheet: sheet.to_owned(), top, keys, rows: table.rows.len() });
    }

    /// The formula without its sign of equality; `None` where a table or column of it does not stand anywhere.
    pub(super) fn formula(&self, recount: &Recount) -> Option<String> {
        let mut formula = String::new();
        for term in &recount.0 {
            let (sign, said) = match term {
                Term::Plus(rows) => ("+", self.rows(rows)?),
                Term::Minus(rows) => ("-", self.rows(rows)?),
                Term::Number(number) => ("+", number.normalize().to_string()),
            };
            if !(formula.is_empty() && sign == "+") {
                formula.push_str(sign);
            }
            formula.push_str(&said);
        }
        Some(formula)
    }

    fn rows(&self, rows: &Rows) -> Option<String> {
        let place = self.0.iter().find(|place| place.table == rows.table && place.rows > 0)?;
        let mut pairs = Vec::new();
        for (column, holds) in &rows.having {
            pairs.push(format!("{},{}", place.range(place.column(column)?), criterion(holds)));
        }
        let sum = match rows.sum {
            Some(column) => Some(place.range(place.column(column)?)),
            None => None,
        };
        Some(match (sum, &pairs[..]) {
            (None, []) => format!("ROWS({})", place.range(0)),
            (None, [pair]) => format!("COUNTIF({pair})"),
            (None, pairs) => format!("COUNTIFS({})", pairs.join(",")),
            (Some(sum), []) => format!("SUM({sum})"),
            (Some(sum), pairs) => format!("SUMIFS({sum},{})", pairs.join(",")),
        })
    }
}

impl Place {
    fn column(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|known| known.as_deref() == Some(key))
    }

    /// The cells of a column below the head. The name of a sheet has no apostrophe in it.
    fn range(&self, column: usize) -> String {
        let cell = |at: usize| row_col_to_cell_absolute(row(at), col(column));
        format!("'{}'!{}:{}", self.sheet, cell(self.top + 1), cell(self.top + self.rows))
    }
}

/// What is looked for, word for word.
fn criterion(holds: &Holds) -> String {
    match holds {
        Holds::Number(number) => number.to_string(),
        Holds::Word(word) => {
            let literal = word.replace('~', "~~").replace('*', "~*").replace('?', "~?").replace('"', "\"\"");
            format!("\"{literal}\"")
        }
    }
}
