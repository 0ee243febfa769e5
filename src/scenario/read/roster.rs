//! Turns the cells of a roster into a [tree](super::tree): one table per person, with rows and columns as places.

use super::csv::{self, BrokenQuotes, Rows};
use super::months::{Of, of_spreadsheet};
use super::tree::{Entry, Node, Value};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::scenario::spec::{Key, Kind, Need, ROSTER};
use crate::units::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A table that names fewer columns of a roster is none.
const LEAST_COLUMNS: usize = 3;

/// Whether a column must be there for a scenario to be planned.
pub(in crate::scenario) fn is_needed(key: &Key) -> bool {
    key.need != Need::May
}

/// The people of a roster, and its cells for whoever quotes them. Columns that are not `needed` may be missing.
///
/// `None` for people if the text is no table at all; everything else is reported and rejected cell by cell.
pub(in crate::scenario) fn parse(
    file: &Arc<str>,
    text: &str,
    needed: impl Fn(&Key) -> bool,
    found: &mut Diagnostics,
) -> (Option<Node>, Rows) {
    let place = |row: usize, column: usize| Place { file: Arc::clone(file), sheet: None, line: row, column };
    let rows = match csv::split(text, ',') {
        Ok(rows) => rows,
        Err(BrokenQuotes { row, column }) => {
            found.push(Diagnostic::new(Code::BrokenQuotes, &place(row, column)));
            return (None, Rows::new());
        }
    };
    let Some((header, people)) = rows.split_first() else { return (None, rows) };
    let separator = match header.as_slice() {
        [only] => only.chars().find(|c| matches!(c, ';' | '\t' | '，' | '|')),
        _ => None,
    };
    let heads = header.iter().flat_map(|head| head.split(|c| Some(c) == separator)).map(str::trim);
    let known: BTreeSet<_> = heads.filter(|head| ROSTER.keys.iter().any(|key| key.name == *head)).collect();
    if known.len() < LEAST_COLUMNS {
        // Whatever it is, it is not repeated.
        found.push(Diagnostic::new(Code::NotRoster, &place(1, 1)).fact("file", file));
        return (None, Rows::new());
    }
    if let Some(separator) = separator {
        found.push(Diagnostic::new(Code::WrongSeparator, &place(1, 1)).fact("found", separator.escape_debug()));
        return (None, rows);
    }
    // Columns at the end that nobody fills and nothing names are what a spreadsheet leaves behind.
    let width = rows.iter().map(|cells| filled(cells)).max().unwrap_or_default().min(header.len());
    let full = header.len();
    let header = header.get(..width).unwrap_or(header);
    let columns = columns(header, &place, needed, found);
    // What cannot be read for anybody has been reported in the header, or nobody asks for it.
    let is_read = |key: &Key| columns.iter().flatten().any(|column| column.name == key.name);
    let unread: Vec<_> = ROSTER.keys.iter().filter(|key| is_needed(key) && !is_read(key)).collect();
    let (mut nodes, mut rewritten) = (Vec::new(), Rewritten::default());
    let birth = columns.iter().position(|key| key.is_some_and(|key| key.name == "birth"));
    for (index, cells) in people.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
        let row = index + 2;
        let ragged = cells.len() != full && cells.len() != width;
        if ragged {
            let finding = Diagnostic::new(Code::RaggedRow, &place(row, 1));
            found.push(finding.fact("found", cells.len()).fact("expected", width));
        }
        let born = birth.and_then(|column| month(cells.get(column)?, Of::Birth));
        let mut entries = Vec::new();
        for (column, key) in columns.iter().enumerate() {
            let (Some(key), at) = (key, place(row, column + 1)) else { continue };
            // The cells of a ragged row may have slipped; only the id is kept, for references to it.
            let value =
                if ragged && key.name != "id" { Some(Value::Rejected) } else { cell(cells.get(column), key, &at) };
            let value = value.map(|value| rewritten.taken_back(value, key, born, &at));
            if let Some(value) = value {
                entries.push(Entry { key: key.name.to_owned(), place: at.clone(), node: Node { place: at, value } });
            }
        }
        let rejected = |key: &&Key| Entry {
            key: key.name.to_owned(),
            place: place(row, 1),
            node: Node { place: place(row, 1), value: Value::Rejected },
        };
        entries.extend(unread.iter().map(rejected));
        nodes.push(Node { place: place(row, 1), value: Value::Table(entries) });
    }
    if let Some(told) = rewritten.told() {
        found.push(told);
    }
    (Some(Node { place: place(1, 1), value: Value::List(nodes) }), rows)
}

/// A month as rosters have it, or as a spreadsheet rewrites it.
fn month(text: &str, of: Of) -> Option<Month> {
    Month::parse(text).or_else(|| of_spreadsheet(text, of))
}

/// Months that a spreadsheet has rewritten: the finding about the first, and how many there are.
#[derive(Debug, Default)]
struct Rewritten {
    first: Option<Diagnostic>,
    count: usize,
}

impl Rewritten {
    /// The value of a cell as it was before a spreadsheet rewrote it. What is no month stays what it is.
    fn taken_back(&mut self, value: Value, key: &Key, born: Option<Month>, place: &Place) -> Value {
        let (Kind::Month | Kind::MonthOr(_), Value::Text(text)) = (key.kind, &value) else { return value };
        let of = if key.name == "birth" { Of::Birth } else { Of::Life(born) };
        let Some(month) = month(text, of).map(|month| month.to_string()).filter(|month| month != text) else {
            return value;
        };
        self.count += 1;
        self.first.get_or_insert_with(|| {
            Diagnostic::new(Code::MonthRewritten, place).fact("value", text).fact("month", &month)
        });
        Value::Text(month)
    }

    /// One finding for all of them.
    fn told(self) -> Option<Diagnostic> {
        let count = self.count;
        self.first.map(|first| first.fact("count", count))
    }
}

/// How many cells there are up to the last that says something.
fn filled(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// The key of each column. What is no column of a roster, stands twice or is missing is reported;
/// which of two columns is meant nobody can know, so both are `None`.
fn columns(
    header: &[String],
    place: &impl Fn(usize, usize) -> Place,
    needed: impl Fn(&Key) -> bool,
    found: &mut Diagnostics,
) -> Vec<Option<&'static Key>> {
    let mut columns = Vec::new();
    let mut misspelt = Vec::new();
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, name) in header.iter().enumerate() {
        positions.entry(name).or_default().push(index);
    }
    for (index, name) in header.iter().enumerate() {
        let key = ROSTER.keys.iter().find(|key| key.name == name);
        let same = positions.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        let (is_first, is_only) = (same.first() == Some(&index), same.len() == 1);
        let finding = |code| Diagnostic::new(code, &place(1, index + 1)).fact("column", name);
        if key.is_none() {
            let unknown = finding(Code::UnknownColumn).suggest(name, ROSTER.keys.iter().map(|key| key.name));
            misspelt.extend(unknown.suggestion.clone().map(String::from));
            found.push(unknown);
        } else if !is_first {
            found.push(finding(Code::DuplicateColumn));
        }
        columns.push(key.filter(|_| is_only));
    }
    // A column that is misspelt is not missing as well.
    let is_there = |key: &Key| header.iter().chain(&misspelt).any(|name| name == key.name);
    for key in ROSTER.keys.iter().filter(|key| needed(key) && !is_there(key)) {
        found.push(Diagnostic::new(Code::MissingColumn, &place(1, 1)).fact("column", key.name));
    }
    columns
}

/// The value of a cell; an empty one counts as absent unless the key must be there.
fn cell(text: Option<&String>, key: &Key, place: &Place) -> Option<Value> {
    let text = text?;
    if text.is_empty() && key.need != Need::Must {
        return None;
    }
    Some(match key.kind {
        Kind::List(..) => {
            let part = |part: &str| Node { place: place.clone(), value: Value::Text(part.trim().to_owned()) };
            Value::List(text.split(';').map(part).collect())
        }
        _ => Value::Text(text.clone()),
    })
}
