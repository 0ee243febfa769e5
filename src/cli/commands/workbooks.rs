//! What the commands that write files make of workbooks: from a list of people, from an example, with codes for names.

use crate::cli::failure::Failure;
use crate::cli::session::load_named;
use crate::cli::shown;
use crate::render::xlsx::marks::{Mark, Tone, mark};
use crate::report;
use crate::scenario::book::WhatIf;
use crate::scenario::import::{self, Options as How};
use crate::scenario::library::{Embedded, start, variants};
use crate::scenario::write::anonymise::{AnonymousBook, key_list};
use crate::scenario::{self, Loaded, Options, book, what_ifs};
use crate::text::Text;
use std::path::{Path, PathBuf};

/// Files to write, each with its contents and what to say of them.
pub(super) type Written = Vec<(PathBuf, Vec<u8>, String)>;

/// Files with what is said beside them.
pub(super) struct Made {
    pub(super) files: Written,
    pub(super) notes: Vec<String>,
    pub(super) next: Vec<String>,
}

/// A unit and what might be otherwise about it as a workbook, which is read back: a change that a workbook cannot hold,
/// such as another roster, is refused rather than lost.
pub(super) fn with_what_ifs(
    loaded: &Loaded,
    what_ifs: &[WhatIf],
    from: &Path,
    text: &Text,
) -> Result<Vec<u8>, Failure> {
    let workbook =
        book::write::workbook(loaded, what_ifs, text).map_err(|error| Failure::internal(text, &error.to_string()))?;
    let paths = variants::extending(Some(from));
    for (one, path) in what_ifs.iter().zip(&paths) {
        let before = load_named(path, text)?.unit;
        let after = scenario::load_what_if(&shown(from), workbook.clone(), Some(&one.name), &Options::default());
        if after.map_or(true, |after| after.unit != before) {
            let arguments = [("name", &*one.name), ("file", &*shown(path))];
            return Err(Failure::input(text, &text.with("convert-what-if", &arguments)));
        }
    }
    Ok(workbook)
}

/// A workbook that begins with the people of an office's own list; what is doubtful is a coloured cell with a note.
pub(super) fn from_roster(from: &Path, sheets: &[String], path: &Path, text: &Text) -> Result<Made, Failure> {
    let imported = import::import(from, &How { sheets, drop_extra: true, sections: None });
    if imported.reading.columns.is_empty() {
        return Err(Failure::diagnostics(text, &imported.found));
    }
    let example = start::example(text).map_err(|found| Failure::diagnostics(text, &found))?;
    let failed = |error: &dyn std::fmt::Display| Failure::internal(text, &error.to_string());
    let started = book::start(&shown(path), &example.tree, &imported, text).map_err(|error| failed(&error))?;
    let mut marks = report::marks::marks(&started.found, &shown(path), text);
    let guesses = started.guesses.iter().map(|(sheet, row, column, key)| Mark {
        sheet: sheet.clone(),
        row: *row,
        column: *column,
        tone: Tone::Doubtful,
        note: text.get(key),
    });
    marks.extend(guesses);
    let workbook =
        mark(&started.workbook, &marks, &report::marks::is_mark).ok_or_else(|| failed(&text.get("mark-failed")))?;
    let (people, sections) = started.counts;
    let count = |number: usize| number.to_string();
    let counts = [("people", &*count(people)), ("sections", &count(sections)), ("cells", &count(marks.len()))];
    let mut notes = vec![text.with("init-from", &counts), text.get("init-workbook")];
    let dropped: Vec<_> = imported.reading.dropped.iter().map(|column| column.header.clone()).collect();
    if !dropped.is_empty() {
        notes.push(text.with("init-from-dropped", &[("columns", &dropped.join(&text.get("list-separator")))]));
    }
    let next = ["check", "plan"].map(|command| format!("shuanggang {command} {}", shown(path))).to_vec();
    Ok(Made { files: vec![(path.to_owned(), workbook, text.get("files-workbook"))], notes, next })
}

/// An example as a workbook, with all that the program knows to be otherwise about it.
pub(super) fn of_example(one: &Embedded, path: PathBuf, text: &Text) -> Result<Made, Failure> {
    let told = |found| Failure::diagnostics(text, &found);
    let loaded = scenario::load_embedded(one, &Options::default()).map_err(told)?;
    let name = Path::new(one.name);
    let what_ifs = what_ifs::of(Some(name)).map_err(told)?;
    let workbook = with_what_ifs(&loaded, &what_ifs, name, text)?;
    let compare = (!what_ifs.is_empty()).then(|| format!("shuanggang compare {}", shown(&path)));
    let next = [format!("shuanggang plan {}", shown(&path))].into_iter().chain(compare).collect();
    Ok(Made { files: vec![(path, workbook, text.get("files-workbook"))], notes: Vec::new(), next })
}

/// A workbook with codes for names, and the key to them where it is wanted.
pub(super) fn anonymous<'k>(
    anonymous: AnonymousBook,
    folder: &Path,
    key_file: Option<&'k Path>,
    text: &Text,
) -> Result<(Made, Option<&'k Path>), Failure> {
    let AnonymousBook { loaded, what_ifs, key, file_name, doubtful } = anonymous;
    let workbook = book::write::workbook(&loaded, &what_ifs, text);
    let workbook = workbook.map_err(|error| Failure::internal(text, &error.to_string()))?;
    let mut files = vec![(folder.join(file_name), workbook, text.get("files-workbook"))];
    files.extend(key_file.map(|path| (path.to_owned(), key_list(&key).into_bytes(), text.get("files-key"))));
    let mut notes = vec![text.with("anonymise-people", &[("people", &key.len().to_string())])];
    if key_file.is_none() {
        notes.push(text.get("anonymise-no-key"));
    }
    if !doubtful.is_empty() {
        notes.push(text.with("anonymise-doubtful-cells", &[("cells", &doubtful.join(&text.get("list-separator")))]));
    }
    notes.push(text.get("anonymise-rest-workbook"));
    Ok((Made { files, notes, next: Vec::new() }, key_file))
}
