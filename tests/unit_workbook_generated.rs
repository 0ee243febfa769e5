//! Thousands of units as text, as workbooks and back; and workbooks that are damaged.

use crate::support::book::{cells, minimal, said};
use crate::support::{regressions, texts};
use proptest::prelude::*;
use rayon::prelude::*;
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::{self, Loaded, Options, book};
use shuanggang::text::{Language, Text};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;

const UNITS: usize = 2_000;

fn load(text: &str, roster: &str) -> Option<Loaded> {
    scenario::load_text("unit.toml", text, |_| Ok(roster.as_bytes().to_vec())).ok()
}

/// Why a unit is not the same as a workbook and back.
fn difference(before: &Loaded, text: &Text) -> Option<String> {
    let bytes = book::write::workbook(before, &[], text).unwrap();
    let after = match scenario::load_workbook("单位.xlsx", bytes.clone(), &Options::default()) {
        Ok(after) => after,
        Err(found) => return Some(render(&found, text)),
    };
    if after.unit != before.unit || said(&after) != said(before) {
        return Some("another unit".to_owned());
    }
    let (scenario, roster) = after.to_files("roster.csv");
    let Some(again) = load(&scenario, &roster) else { return Some(format!("not read:\n{scenario}")) };
    if again.unit != before.unit {
        return Some("another unit as text".to_owned());
    }
    let written = book::write::workbook(&again, &[], text).unwrap();
    // The same bytes hold the same cells.
    let same = written == bytes || cells(written) == cells(bytes);
    (!same).then(|| "other cells".to_owned())
}

#[test]
fn generated_units_are_the_same_as_workbooks_and_back() {
    let share = |worker: u64| {
        let texts = Language::ALL.map(Text::new);
        let (mut count, mut drawn) = (0, 0);
        let mut wrong = Vec::new();
        while count < UNITS / 8 {
            let seed = worker + 8 * drawn;
            drawn += 1;
            let (scenario, roster) = texts::unit(seed);
            let Some(before) = load(&scenario, &roster) else { continue };
            let text = &texts[count % 2];
            if let Some(difference) = difference(&before, text) {
                wrong.push(format!("{seed}: {difference}"));
            }
            count += 1;
        }
        (drawn, wrong)
    };
    let all: Vec<_> = (0..8).into_par_iter().map(share).collect();
    let drawn: u64 = all.iter().map(|(drawn, _)| drawn).sum();
    // Most of what is drawn can be read.
    assert!(drawn < 3 * UNITS as u64, "{drawn}");
    let wrong: Vec<_> = all.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// The smallest workbook with a piece of one of its parts changed.
fn damaged(part: usize, at: usize, length: usize, piece: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(minimal())).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let count = archive.len();
    for number in 0..count {
        let mut entry = archive.by_index(number).unwrap();
        let (name, mut contents) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut contents).unwrap();
        if number == part % count {
            let start = at % (contents.len() + 1);
            let end = (start + length).min(contents.len());
            contents.splice(start..end, piece.bytes());
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&contents).unwrap();
    }
    out.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(regressions(300))]

    #[test]
    fn a_damaged_workbook_is_refused_or_still_sound(
        (part, at, length) in (any::<usize>(), any::<usize>(), 0..40_usize),
        piece in prop::sample::select(vec!["", "<", ">", "\"", "&", "9", "-", "é", "</c>", "<c r=\"ZZZ9\"/>", "1e9", "=", "股"]),
    ) {
        let bytes = damaged(part, at, length, piece);
        let marks = [shuanggang::render::xlsx::marks::Mark {
            sheet: "事项".into(), row: 4, column: 2, tone: shuanggang::render::xlsx::marks::Tone::Wrong, note: "x".into(),
        }];
        // Neither reading nor marking panics, whatever is in it.
        let _ = shuanggang::render::xlsx::marks::mark(&bytes, &marks, &shuanggang::report::marks::is_mark);
        match scenario::load_workbook("单位.xlsx", bytes, &Options::default()) {
            Ok(loaded) => prop_assert!(!loaded.unit.people.is_empty() && !loaded.warnings.has_errors()),
            Err(found) => prop_assert!(found.has_errors()),
        }
    }
}
