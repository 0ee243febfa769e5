//! Tables of the page.

use super::{Page, class};
use crate::render::document::{Cell, Column, Kind, Table, Value};
use crate::render::wrap::width;
use maud::{Markup, html};

/// Columns of text from which a cell holds more than a name.
const LONG: usize = 28;
/// Columns of text from which a cell holds a sentence.
const SENTENCE: usize = 48;
/// Columns up to which two tables stand side by side on paper.
const NARROW: usize = 5;
/// Columns up to which the heads of a table need not be turned on paper.
const UPRIGHT: usize = 12;
/// Columns of text up to which a head stays on one line.
const HEAD: usize = 18;
/// Columns of text up to which a cell holds a word.
const SHORT: usize = 10;

impl Page<'_> {
    /// A table in a box of its own that scrolls where the screen is narrow. `caption` is read aloud, not shown:
    /// the heading above says the same.
    pub(super) fn table(&self, table: &Table, caption: &str) -> Markup {
        let table = table.without_ids();
        let choices: Vec<_> = table.columns.iter().map(|column| self.choice(column.head.as_str())).collect();
        let turned = if table.columns.len() > UPRIGHT { " turned" } else { "" };
        html! {
            div class={ "scroll" (turned) } role="group" tabindex="0" aria-label=(caption) {
                table class={ "table-" (table.name) } {
                    caption.unseen { (caption) }
                    thead { tr {
                        @for (column, choice) in table.columns.iter().zip(&choices) {
                            @let classes = [numeric(column), tall(column)].into_iter().flatten().collect::<Vec<_>>().join(" ");
                            @let classes = (!classes.is_empty()).then_some(classes);
                            th scope="col" class=[classes] data-choice=[choice] { (column.head) }
                        }
                    } }
                    tbody {
                        @for (i, row) in table.rows.iter().enumerate() {
                            (self.row(row, i.checked_sub(1).and_then(|i| table.rows.get(i)), &table.columns, &choices))
                        }
                    }
                }
            }
        }
    }

    /// A row below another. A sentence that the row above says too is marked: paper need not say it twice.
    fn row(&self, row: &[Cell], above: Option<&Vec<Cell>>, columns: &[Column], choices: &[Option<usize>]) -> Markup {
        let repeats = |i: usize, cell: &Cell| {
            let is_same = above.and_then(|above| above.get(i)).is_some_and(|above| above.value == cell.value);
            (is_same && width(&cell.show(Kind::Text)) > SHORT).then_some("same")
        };
        let named = row.first().zip(columns.first()).and_then(|(cell, column)| self.choice(&cell.show(column.kind)));
        html! {
            tr data-choice=[named] {
                @for (i, ((cell, column), choice)) in row.iter().zip(columns).zip(choices).enumerate() {
                    @let classes = [numeric(column), class(cell.tone), extent(cell, column), repeats(i, cell)].into_iter().flatten().collect::<Vec<_>>().join(" ");
                    @let classes = (!classes.is_empty()).then_some(classes);
                    @if i == 0 && column.kind.is_name() && !cell.show(column.kind).is_empty() {
                        th scope="row" class=[classes] data-choice=[choice] { (content(cell, column)) }
                    } @else {
                        td class=[classes] data-choice=[choice] { (content(cell, column)) }
                    }
                }
            }
        }
    }
}

/// Whether a table takes the whole width of a sheet of paper: one of many columns, or with several of sentences.
pub(super) fn is_wide(table: &Table) -> bool {
    let table = table.without_ids();
    let is_long = |i: &usize| {
        table.rows.iter().filter_map(|row| row.get(*i)).any(|cell| width(&cell.show(Kind::Text)) > SENTENCE)
    };
    let long = (0..table.columns.len()).filter(is_long).count();
    let several = if table.columns.len() < NARROW { table.columns.len() / 2 } else { 1 };
    table.columns.len() > NARROW || long > several
}

/// Whether a table is too long for paper, unless the reader unfolds it. The style goes by the same name.
pub(super) fn is_unprinted(table: &Table) -> bool {
    table.name == "numbers"
}

fn content(cell: &Cell, column: &Column) -> Markup {
    match &cell.value {
        Value::List { items, .. } => html! { ul.chips { @for item in items { li { (item) } } } },
        Value::Month(month) => html! { time { (month.to_string()) } },
        Value::Text(_) | Value::Number(_) | Value::Counted(..) | Value::Empty => {
            html! { (cell.show(column.kind)) }
        }
    }
}

/// Sentences need a column of some width, and a word stays on its line.
fn extent(cell: &Cell, column: &Column) -> Option<&'static str> {
    let extent = width(&cell.show(column.kind));
    match column.kind {
        Kind::Text if extent > LONG => Some("long"),
        Kind::Text if extent <= SHORT && matches!(cell.value, Value::Text(_)) => Some("short"),
        _ => None,
    }
}

/// A head of many words takes several lines, for what stands below it is mostly a number.
fn tall(column: &Column) -> Option<&'static str> {
    (width(column.head.as_str()) > HEAD).then_some("tall")
}

/// Numbers stand right.
fn numeric(column: &Column) -> Option<&'static str> {
    (!column.kind.is_name()).then_some("number")
}
