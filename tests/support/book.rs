//! Workbooks of a unit, changed cell by cell as people change them.

use calamine::{Data, Reader as _, Xlsx};
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;
use shuanggang::scenario::{self, Loaded, book};
use shuanggang::text::{Language, Text};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

/// The cells of each sheet in the order of the file.
pub(crate) type Sheets = Vec<(String, BTreeMap<(u32, u16), Data>)>;

/// The workbook of a unit in a language.
pub(crate) fn written(loaded: &Loaded, language: Language) -> Vec<u8> {
    book::write::workbook(loaded, &[], &Text::new(language)).unwrap()
}

/// The workbook of the smallest unit, in Chinese.
pub(crate) fn minimal() -> Vec<u8> {
    let loaded = scenario::load("minimal".as_ref()).unwrap();
    written(&loaded, Language::Chinese)
}

/// The cells of a workbook that say something.
pub(crate) fn cells(bytes: Vec<u8>) -> Sheets {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let of_sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        let at = |(row, column, cell): (usize, usize, &Data)| {
            let place =
                (top + u32::try_from(row).unwrap(), u16::try_from(left).unwrap() + u16::try_from(column).unwrap());
            (place, cell.clone())
        };
        let cells = range.used_cells().filter(|(.., cell)| **cell != Data::Empty).map(at).collect();
        (name, cells)
    };
    names.into_iter().map(of_sheet).collect()
}

/// A place such as `事项!F12`.
fn place(text: &str) -> (&str, (u32, u16)) {
    let (sheet, cell) = text.trim().split_once('!').unwrap();
    let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, digits) = cell.split_at(digits);
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    (sheet, (digits.parse::<u32>().unwrap() - 1, column - 1))
}

/// Changes cells, a line each: `事项!F12 = 300`. Digits are a number, nothing empties the cell, quotation marks and a
/// leading `=` make text and a formula of what follows; a sheet that is not there is added, `- 事项` takes one away.
pub(crate) fn changed(bytes: Vec<u8>, lines: &str, hides: bool) -> Vec<u8> {
    let mut sheets = cells(bytes);
    let (mut hidden, mut formulas) = (Vec::new(), BTreeMap::new());
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(gone) = line.strip_prefix("- ") {
            sheets.retain(|(name, _)| name != gone);
            continue;
        }
        let (at, value) = line.split_once('=').unwrap();
        let (sheet, at) = place(at);
        let value = value.trim();
        if !sheets.iter().any(|(name, _)| name == sheet) {
            sheets.push((sheet.to_owned(), BTreeMap::new()));
        }
        let cells = &mut sheets.iter_mut().find(|(name, _)| name == sheet).unwrap().1;
        if hides {
            hidden.push((sheet.to_owned(), at.0));
        }
        if let Some(formula) = value.strip_prefix('=') {
            formulas.insert((sheet.to_owned(), at), formula.to_owned());
        } else if value.is_empty() {
            cells.remove(&at);
        } else if let Ok(number) = value.parse() {
            cells.insert(at, Data::Float(number));
        } else {
            cells.insert(at, Data::String(value.trim_matches('"').to_owned()));
        }
    }
    let mut book = Workbook::new();
    for (name, cells) in &sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for ((row, column), cell) in cells {
            match cell {
                Data::Float(number) => sheet.write_number(*row, *column, *number).unwrap(),
                other => sheet.write_string(*row, *column, other.to_string()).unwrap(),
            };
        }
        for ((_, (row, column)), formula) in formulas.iter().filter(|((of, _), _)| of == name) {
            sheet.write_formula(*row, *column, rust_xlsxwriter::Formula::new(formula).set_result("")).unwrap();
        }
        for (_, row) in hidden.iter().filter(|(of, _)| of == name) {
            sheet.set_row_hidden(*row).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The files in a package.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut part = archive.by_index(at).unwrap();
        let mut contents = Vec::new();
        part.read_to_end(&mut contents).unwrap();
        (part.name().unwrap().into_owned(), contents)
    };
    (0..count).map(read).collect()
}

/// A package of these files.
pub(crate) fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(contents).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Every value with what it rests on, wherever it is written.
pub(crate) fn said(loaded: &Loaded) -> Vec<(String, String)> {
    let settings = loaded.all_settings().into_iter().filter(|one| one.path != "roster.file");
    // 1.0 and 1 are one number.
    let plain = |value: String| value.parse().map_or(value, |number: Decimal| number.normalize().to_string());
    let mut said: Vec<_> = settings.map(|one| (one.path, plain(one.value))).collect();
    said.sort();
    said
}
