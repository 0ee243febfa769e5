//! The two commands of the README are the ones that `.ci/run` runs.

use crate::support::console::blocks;
use assert_cmd::Command;
use std::collections::BTreeSet;
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

#[test]
fn the_first_command_installs_what_ci_installs() {
    let (plan, _) = two_commands();
    let (_, rest) = plan.split_once("install --yes ").unwrap();
    let installed: BTreeSet<_> = rest.split_once(" &&").unwrap().0.split(' ').collect();
    let ci = read(".ci/run");
    let (_, rest) = ci.split_once("packages=(").unwrap();
    let wanted: BTreeSet<_> = rest.split_once(')').unwrap().0.split(' ').collect();
    assert_eq!(installed, wanted);
}

#[test]
fn the_first_command_prints_the_plan() {
    let (plan, _) = two_commands();
    let (_, arguments) = plan.split_once("cargo run --locked -- ").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    program.env("SHUANGGANG_LANG", "en").args(arguments.split(' ')).assert().success();
}

#[test]
fn the_second_command_is_the_one_of_ci() {
    let (_, test) = two_commands();
    assert!(read(".ci/run").lines().any(|line| line == test), "{test}");
}
