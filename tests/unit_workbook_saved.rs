//! Workbooks of units that other programs have saved, and one that a clerk filled in: they are the units they were.

use crate::support::book::{said, written};
use pretty_assertions::assert_eq;
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::{self, Loaded, Options, book, library, library::start};
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn read(name: &str, bytes: Vec<u8>) -> Loaded {
    scenario::load_workbook(name, bytes, &Options::default())
        .unwrap_or_else(|found| panic!("{}", render(&found, &Text::new(Language::Chinese))))
}

/// The workbooks of every scenario of the program, and that of a new unit in both languages.
fn all(folder: &Path) -> Vec<(String, Loaded)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for one in library().iter().filter(|_| language == Language::Chinese) {
            let loaded = scenario::load_embedded(one, &Options::default()).unwrap();
            let name = format!("{}-{}.xlsx", one.name, language.id());
            fs::write(folder.join(&name), written(&loaded, language)).unwrap();
            all.push((name, loaded));
        }
        let text = Text::new(language);
        let example = book::write::example(&start::example(&text).unwrap(), &start::what_ifs(&text), &text).unwrap();
        let name = format!("init-{}.xlsx", language.id());
        fs::write(folder.join(&name), &example).unwrap();
        all.push((name.clone(), read(&name, example)));
    }
    all
}

fn same(folder: &Path, all: &[(String, Loaded)]) {
    for (name, before) in all {
        let after = read(name, fs::read(folder.join(name)).unwrap());
        assert!(before.unit == after.unit, "{name}");
        if !name.starts_with("init") {
            assert_eq!(said(before), said(&after), "{name}");
        }
    }
}

#[test]
#[ignore = "needs soffice and calc"]
fn every_workbook_that_libreoffice_saved_is_the_same_unit() {
    let folder = TempDir::new().unwrap();
    let all = all(folder.path());
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("office").display());
    let mut office = Command::new("soffice");
    office.current_dir(folder.path()).args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]);
    office.args(["--outdir", "saved"]).args(all.iter().map(|(name, _)| name));
    assert!(office.output().unwrap().status.success());
    same(&folder.path().join("saved"), &all);
}

fn python(folder: &Path, script: &str, arguments: &[&str]) -> String {
    let run = Command::new("/usr/bin/python3").current_dir(folder).args(["-c", script]).args(arguments).output();
    let run = run.unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

const SAVE: &str = "
import sys, warnings
import openpyxl
warnings.simplefilter('ignore')
for name in sys.argv[1:]:
    openpyxl.load_workbook(name).save(name)
";

#[test]
#[ignore = "needs openpyxl"]
fn every_workbook_that_openpyxl_saved_is_the_same_unit() {
    let folder = TempDir::new().unwrap();
    let all = all(folder.path());
    let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    python(folder.path(), SAVE, &names);
    same(folder.path(), &all);
}

/// The land registration centre, filled into a new workbook by its own words: see `tests/fixtures/workbook/clerk.py`.
#[test]
#[ignore = "needs openpyxl"]
fn a_unit_is_built_from_the_empty_workbook_by_its_own_words() {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbook");
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    program.current_dir(folder.path()).args(["init", "单位.xlsx", "--lang", "zh", "--quiet"]).assert().success();
    let script = fs::read_to_string(fixtures.join("clerk.py")).unwrap();
    let filled = fixtures.join("land-registration.txt");
    let counts = python(folder.path(), &script, &["单位.xlsx", filled.to_str().unwrap()]);
    assert_eq!(counts.trim(), COUNTS);
    let built = read("单位.xlsx", fs::read(folder.path().join("单位.xlsx")).unwrap());
    // The scenario with things told by their names in one language, as whoever fills in a workbook tells them.
    let text = Text::new(Language::Chinese);
    let shipped = scenario::load("land-registration".as_ref()).unwrap();
    let shipped = read("单位.xlsx", book::write::example(&shipped, &[], &text).unwrap());
    assert_eq!(built.unit, shipped.unit);
    assert_eq!(said(&built), said(&shipped));
    assert!(built.warnings.as_slice().is_empty(), "{:?}", built.warnings);
    // What docs/workbook.md says of it.
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/workbook.md")).unwrap();
    let [sheets, columns, cells] = COUNTS.split(' ').collect::<Vec<_>>()[..] else { panic!() };
    let line = format!("{sheets} sheets, {columns} columns added, {cells} cells");
    assert!(page.contains(&line), "{line}");
}

/// Sheets that were filled in, columns that were added, cells that were written.
const COUNTS: &str = "9 13 204";
