//! Results beside input: one workbook with the sheets of the unit as they were and the results behind them.

use crate::support::book::{cells, parts};
use assert_cmd::Command;
use calamine::{Reader as _, Xlsx};
use pretty_assertions::assert_eq;
use shuanggang::scenario;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use tempfile::TempDir;

fn run(folder: &Path, arguments: &[&str]) -> i32 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = program.current_dir(folder).args(["--lang", "zh"]).args(arguments).output().unwrap();
    let code = output.status.code().unwrap();
    assert!(code < 2, "{}", String::from_utf8_lossy(&output.stderr));
    code
}

#[test]
fn the_results_stand_behind_the_sheets_of_the_unit_which_read_as_before() {
    let folder = TempDir::new().unwrap();
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    run(folder.path(), &["init", "单位.xlsx"]);
    let before = scenario::load(&folder.path().join("单位.xlsx")).unwrap();
    let input = cells(read("单位.xlsx"));
    run(folder.path(), &["convert", "单位.xlsx", "unit.toml"]);
    run(folder.path(), &["plan", "unit.toml", "--output", "结果.xlsx"]);
    let alone = cells(read("结果.xlsx"));
    for (arguments, sheets) in [
        (&["plan", "单位.xlsx"][..], Some(&alone)),
        (&["need", "单位.xlsx"], None),
        (&["check", "单位.xlsx"], None),
        (&["compare", "单位.xlsx"], None),
        (&["project", "单位.xlsx"], None),
        (&["plan", "单位.xlsx#增1人"], None),
    ] {
        run(folder.path(), &[arguments, &["--output", "单位-结果.xlsx", "--force"]].concat());
        let after = scenario::load(&folder.path().join("单位-结果.xlsx")).unwrap();
        assert_eq!((&after.unit, &after.warnings), (&before.unit, &before.warnings));
        let both = cells(read("单位-结果.xlsx"));
        let (own, results) = both.split_at(input.len());
        assert_eq!(own, &input[..]);
        assert!(!results.is_empty() && results.iter().all(|(name, _)| name.starts_with("结果·")), "{arguments:?}");
        if let Some(alone) = sheets {
            let names: Vec<_> = results.iter().map(|(name, _)| name.trim_start_matches("结果·")).collect();
            assert_eq!(names, alone.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
            // The people are the same cells, but for the names of sheets that lead there.
            let people = |sheets: &[(String, _)]| sheets.iter().position(|(name, _)| name.ends_with("名册")).unwrap();
            assert_eq!(results[people(results)].1, alone[people(alone)].1);
        }
        // Every part of the sheets of the unit is what it was.
        let (old, new) = (parts(&read("单位.xlsx")), parts(&read("单位-结果.xlsx")));
        for (name, bytes) in old.iter().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
            assert!(new.get(name) == Some(bytes), "{name}");
        }
        Xlsx::new(Cursor::new(read("单位-结果.xlsx"))).unwrap().load_tables().unwrap();
    }
    // Results of an earlier run go, and nothing else does.
    run(folder.path(), &["plan", "单位-结果.xlsx", "--output", "一.xlsx", "--with", "none"]);
    run(folder.path(), &["plan", "一.xlsx", "--output", "二.xlsx", "--with", "none"]);
    assert!(parts(&read("一.xlsx")).into_keys().eq(parts(&read("二.xlsx")).into_keys()));
    assert_eq!(cells(read("一.xlsx")), cells(read("二.xlsx")));
    assert_eq!(&cells(read("二.xlsx"))[..input.len()], &input[..]);
}

#[test]
#[ignore = "needs soffice and calc"]
fn a_workbook_with_results_that_libreoffice_saved_is_the_same_unit_and_gets_new_results() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &["init", "单位.xlsx"]);
    run(folder.path(), &["plan", "单位.xlsx", "--output", "结果.xlsx"]);
    let before = scenario::load(&folder.path().join("单位.xlsx")).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("office").display());
    let mut office = std::process::Command::new("soffice");
    office.current_dir(folder.path()).args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]);
    assert!(office.args(["--outdir", "saved", "结果.xlsx"]).output().unwrap().status.success());
    let saved = folder.path().join("saved/结果.xlsx");
    assert_eq!(scenario::load(&saved).unwrap().unit, before.unit);
    run(folder.path(), &["plan", "saved/结果.xlsx", "--output", "再来.xlsx"]);
    let names: Vec<_> =
        cells(fs::read(folder.path().join("再来.xlsx")).unwrap()).into_iter().map(|(name, _)| name).collect();
    let first: Vec<_> =
        cells(fs::read(folder.path().join("结果.xlsx")).unwrap()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, first);
    assert_eq!(scenario::load(&folder.path().join("再来.xlsx")).unwrap().unit, before.unit);
}
