//! The report of `import`: how a table of people was read.

pub mod files;
pub mod json;

use self::json::Origin;
use crate::diag::reading::{self, Reading};
use crate::diag::{Diagnostics, Severity};
use crate::render::detail::Detail;
use crate::render::document::{Block, Cell, Document, Kind, Note, Table, Tone};
use crate::report::diagnostics;
use crate::report::parts::columns::columns;
use crate::report::words::cells::ids;
use crate::text::Text;

/// Names of the tables of the report; the first is the roster itself.
pub const TABLES: [&str; 3] = ["roster", "columns", "dropped"];
/// Ways of writing a value that are shown for a column; the rest is counted.
const SHOWN: usize = 12;

/// Writes the report. A screen is not shown the roster itself.
#[must_use]
pub fn document(
    reading: &Reading,
    found: &Diagnostics,
    origin: Option<&Origin>,
    text: &Text,
    detail: Detail,
) -> Document {
    let rows = reading.roster.rows.len().to_string();
    let mut blocks = vec![Block::heading(text, "verdict-heading"), verdict(reading, found, text)];
    blocks.extend([Block::heading(text, "import-columns-heading"), Block::Table(column_table(reading, text))]);
    let dropped = dropped(reading, text);
    if !dropped.rows.is_empty() {
        blocks.push(Block::heading(text, "import-dropped-heading"));
    }
    blocks.push(Block::Table(dropped));
    if !reading.defaults.is_empty() {
        blocks.push(Block::heading(text, "import-defaults-heading"));
        blocks.push(Block::List(reading.defaults.iter().map(|filled| default(filled, text)).collect()));
    }
    // Beside errors the warnings are told with them.
    if !found.has_errors() {
        blocks.extend(warnings(found, text));
        blocks.extend([Block::heading(text, "import-origin-heading"), Block::List(rests_on(origin, text))]);
    }
    if detail != Detail::Folded {
        blocks.extend([
            Block::Heading(text.with("import-roster-heading", &[("people", &rows)]).into()),
            roster(reading, text),
        ]);
    }
    Document { title: text.with("import-title", &[("file", &reading.file)]).into(), blocks }
}

fn verdict(reading: &Reading, found: &Diagnostics, text: &Text) -> Block {
    let errors = found.count(Severity::Error);
    let people = reading.roster.rows.len().to_string();
    let verdict = if errors == 0 {
        Note::new(Tone::Good, text.with("import-usable", &[("people", &people)]))
    } else {
        Note::new(Tone::Bad, text.with("import-unusable", &[("errors", &errors.to_string())]))
    };
    let mut notes = vec![verdict];
    for sheet in &reading.sheets {
        notes.extend(sheet_notes(sheet, text));
    }
    let separator = text.get("list-separator");
    for (is_hidden, key) in [(false, "import-other-sheets"), (true, "import-hidden-sheets")] {
        let others = reading.other_sheets.iter().filter(|sheet| sheet.is_hidden == is_hidden);
        let names: Vec<_> = others.map(|sheet| sheet.name.as_str()).collect();
        if !names.is_empty() {
            notes.push(Note::new(Tone::Caution, text.with(key, &[("sheets", &names.join(&separator))])));
        }
    }
    for why in reading::SkippedBecause::ALL {
        let rows: Vec<_> = reading.skipped.iter().filter(|row| row.why == why).collect();
        let rows: Vec<_> = rows
            .iter()
            .map(
                |row| if reading.sheets.len() > 1 { format!("{}!{}", row.sheet, row.row) } else { row.row.to_string() },
            )
            .collect();
        if !rows.is_empty() {
            let key = format!("import-skipped-{}", why.id());
            let said = text.with(&key, &[("rows", &rows.join(&separator)), ("count", &rows.len().to_string())]);
            let is_doubtful = why == reading::SkippedBecause::Left;
            notes.push(Note::new(if is_doubtful { Tone::Caution } else { Tone::Plain }, said));
        }
    }
    Block::List(notes)
}

/// Where a sheet has its heads, and what was read of it that its reader does not see.
fn sheet_notes(sheet: &reading::SheetRead, text: &Text) -> Vec<Note> {
    let row = sheet.header_row.to_string();
    let name = &*sheet.name;
    let place = if name.is_empty() {
        text.with("import-row", &[("row", &row)])
    } else {
        text.with("import-sheet", &[("row", &row), ("sheet", name)])
    };
    let mut notes = vec![Note::plain(place)];
    if sheet.is_hidden {
        notes.push(Note::new(Tone::Caution, text.with("import-hidden-sheet", &[("sheet", name)])));
    }
    match &sheet.unseen {
        None => notes.push(Note::new(Tone::Caution, text.get("import-hidden-unknown"))),
        Some(unseen) => {
            let rows: Vec<_> = unseen.rows.iter().map(ToString::to_string).collect();
            for (key, what) in [("import-hidden-rows", &rows), ("import-hidden-columns", &unseen.columns)] {
                if !what.is_empty() {
                    let what = what.join(&text.get("list-separator"));
                    notes.push(Note::new(Tone::Caution, text.with(key, &[("sheet", name), ("what", &what)])));
                }
            }
        }
    }
    notes
}

fn column_table(reading: &Reading, text: &Text) -> Table {
    columns("columns", text, &reading.columns)
        .col("cell", Kind::Text, |column| &*column.cell)
        .col("header", Kind::Text, |column| &*column.header)
        .col("read_as", Kind::Text, |column| Cell::word(column.key, name(column.key, text)))
        .col("values", Kind::Whole, |column| column.values)
        .head("conversions", "column-how", Kind::Text, |column| {
            let conversions = column.conversions.iter().map(|one| format!("{}={}", one.from, one.to));
            Cell::word(ids(conversions), how(column, text))
        })
        .table()
}

/// What the scenario is to say of the list, so that real people are not taken for examples.
fn rests_on(origin: Option<&Origin>, text: &Text) -> Vec<Note> {
    let Some(Origin { file, basis, source }) = origin else {
        return vec![Note::new(Tone::Caution, text.get("import-origin-unsaid"))];
    };
    // A text of JSON is one of TOML as well.
    let line = |key: &str, value: &str| Note::plain(format!("{key} = {}", serde_json::Value::from(value)));
    let lines = [line("file", file), line("basis", basis), line("source", source)];
    [Note::plain(text.get("import-origin")), Note::plain("[roster]".to_owned())].into_iter().chain(lines).collect()
}

/// The name of a column of the roster, with its key.
fn name(key: &str, text: &Text) -> String {
    let name = text.get(&format!("roster-{key}"));
    text.with("import-column", &[("name", &name), ("key", key)])
}

fn how(column: &reading::Column, text: &Text) -> String {
    if column.key == "id" {
        return text.get("import-names");
    }
    let shown = column.conversions.iter().take(SHOWN).map(|one| {
        let to = if one.to.is_empty() { text.get("import-blank") } else { one.to.clone() };
        let from = if one.from.is_empty() { text.get("import-blank") } else { one.from.clone() };
        text.with("import-conversion", &[("from", &from), ("to", &to), ("count", &one.count.to_string())])
    });
    let mut said: Vec<_> = shown.collect();
    if let Some(more) = column.conversions.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        said.push(text.with("import-more", &[("count", &more.to_string())]));
    }
    said.join(&text.get("import-separator"))
}

fn dropped(reading: &Reading, text: &Text) -> Table {
    columns("dropped", text, &reading.dropped)
        .col("cell", Kind::Text, |dropped| &*dropped.cell)
        .col("header", Kind::Text, |dropped| &*dropped.header)
        .col("why", Kind::Text, |dropped| {
            Cell::word(dropped.why.id(), text.get(&format!("import-dropped-{}", dropped.why.id())))
        })
        .table()
}

fn default(filled: &reading::Filled, text: &Text) -> Note {
    let name = text.get(&format!("roster-{}", filled.key));
    let value = text.get(&format!("import-value-{}", filled.value));
    let count = filled.count.to_string();
    Note::new(Tone::Caution, text.with("import-default", &[("column", &name), ("value", &value), ("count", &count)]))
}

fn warnings(found: &Diagnostics, text: &Text) -> Vec<Block> {
    let warnings = found.as_slice().iter().filter(|finding| finding.code.severity() == Severity::Warning);
    let notes: Vec<_> = warnings
        .map(|finding| {
            let cause = diagnostics::cause(finding, text);
            let arguments = [("code", finding.code.id()), ("place", &*finding.place.cell()), ("cause", &*cause)];
            Note::new(Tone::Caution, text.with("warning", &arguments))
        })
        .collect();
    if notes.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(text, "warnings-heading"), Block::List(notes)]
}

/// The roster in the format of scenarios, so that its CSV can be used as it is.
fn roster(reading: &Reading, text: &Text) -> Block {
    let keys = reading.roster.columns.iter().enumerate();
    let table = columns("roster", text, &reading.roster.rows)
        .each(keys, |columns, (i, key)| columns.same(key, |row| &*row[i]))
        .table();
    Block::Table(table)
}
