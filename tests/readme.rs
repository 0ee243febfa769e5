//! The two commands of the README are the ones that `.ci/run` runs.

use crate::support::console::blocks;
use assert_cmd::Command;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The two commands: the one that installs and plans, and the one that tests.
fn two_commands() -> (String, String) {
    let readme = read("README.md");
    let found = blocks(&readme, "sh");
    let [plan, test, ..] = found[..] else { panic!("{found:?}") };
    assert!(!plan.contains('\n') && !test.contains('\n'), "one line each");
    (plan.to_owned(), test.to_owned())
}

/// What a command installs.
fn installed(command: &str) -> BTreeSet<&str> {
    let (_, rest) = command.split_once("install --yes ").unwrap();
    rest.split_once(" &&").unwrap().0.split(' ').collect()
}

#[test]
fn the_second_command_installs_what_the_first_does_and_what_the_tests_use_and_leaves_none_out() {
    let (plan, test) = two_commands();
    let (build, all) = (installed(&plan), installed(&test));
    assert!(build.is_subset(&all), "{build:?} {all:?}");
    assert!(test.ends_with("cargo test --locked -- --include-ignored"), "{test}");
    // A test without its tool is ignored and counted, never passed; the reason names the tools.
    let packages = BTreeMap::from([
        ("chromium", "chromium"),
        ("chromedriver", "chromium-driver"),
        ("glpsol", "glpk-utils"),
        ("cbc", "coinor-cbc"),
        ("man", "man-db"),
        ("script", "bsdutils"),
        ("soffice", "libreoffice-writer"),
        ("calc", "libreoffice-calc"),
        ("python3-lxml", "python3-lxml"),
        ("openpyxl", "python3-openpyxl"),
        ("fonts", "fonts-noto-cjk"),
        ("pdftotext", "poppler-utils"),
    ]);
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut used = BTreeSet::new();
    for file in tests.read_dir().unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let module = fs::read_to_string(file).unwrap_or_default();
        for reason in module.lines().filter_map(|line| line.trim().strip_prefix("#[ignore = \"needs ")) {
            used.extend(reason.trim_end_matches("\"]").split(" and ").map(str::to_owned));
        }
    }
    assert_eq!(used.iter().map(String::as_str).collect::<BTreeSet<_>>(), packages.keys().copied().collect());
    assert!(packages.values().all(|package| all.contains(package)), "{all:?}");
}

#[test]
fn the_first_command_prints_the_plan() {
    let (plan, _) = two_commands();
    let (_, arguments) = plan.split_once(" -- ").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    program.env("SHUANGGANG_LANG", "en").args(arguments.split(' ')).assert().success();
}

#[test]
fn the_second_command_is_the_one_of_ci() {
    let (_, test) = two_commands();
    assert!(read(".ci/run").lines().any(|line| line.trim() == test), "{test}");
}
