//! The documents of a request as files: their names, all or none, and when none are written.

use crate::request::all;
use assert_cmd::Command;
use pretty_assertions::assert_eq;
use shuanggang::analysis::request::gather;
use shuanggang::optimise::Settings;
use shuanggang::render::docx;
use shuanggang::render::letter::markdown;
use shuanggang::report::request;
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use tempfile::TempDir;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    command.env_remove("SHUANGGANG_LANG").env("LC_ALL", "C");
    command
}

#[test]
fn the_forms_of_a_letter_and_of_a_report_are_not_mixed_up() {
    let folder = TempDir::new().unwrap();
    let refused = |arguments: &[&str]| {
        let output = program().args(arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refused(&["plan", "--format", "docx"]).contains("docx is for the letter of `request`"));
    assert!(
        refused(&["request", "--format", "json"]).contains("a request is written as docx or markdown, not as json")
    );
    assert!(refused(&["request", "--output", "a.xlsx"]).contains("not as xlsx"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// 请示.docx names the other two; a folder gets all three; where one of them is there already, none is written.
#[test]
fn the_program_writes_all_documents_or_none_and_lists_what_is_left_blank() {
    let folder = TempDir::new().unwrap();
    let paper = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/paper.toml");
    let run = |arguments: &[&str]| {
        let output =
            program().args(["request", paper, "--lang", "zh"]).args(arguments).current_dir(folder.path()).output();
        let output = output.unwrap();
        let [stdout, stderr] = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        (output.status.code(), stdout, stderr)
    };
    let names = || {
        let files =
            std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        files.collect::<std::collections::BTreeSet<_>>()
    };
    let (code, stdout, listed) = run(&["--output", "请示.docx"]);
    assert!(code == Some(0) && stdout.is_empty(), "{listed}");
    let unit = scenario::load(paper.as_ref()).unwrap().unit;
    let evidence = gather(&unit, 5, &Settings::default(), &mut ()).unwrap();
    let documents = request::documents(&unit, &evidence, None, &Text::new(Language::Chinese)).unwrap();
    assert!(documents.checklist.blanks.iter().all(|blank| listed.contains(blank.as_str())), "{listed}");
    for (name, letter) in ["请示.docx", "请示-论证报告.docx", "请示-核对单.docx"].into_iter().zip(all(&documents))
    {
        let written = std::fs::read(folder.path().join(name)).unwrap();
        assert_eq!(written, docx::render(letter, unit.as_of).unwrap(), "{name}");
    }
    // What is there stays, unless told otherwise.
    std::fs::remove_file(folder.path().join("请示.docx")).unwrap();
    let before = names();
    assert_eq!((run(&["--output", "请示.docx"]).0, names()), (Some(2), before));
    assert_eq!(run(&["--output", ".", "--format", "markdown", "--quiet"]), (Some(0), String::new(), String::new()));
    assert!(["请示.md", "请示-论证报告.md", "请示-核对单.md"].iter().all(|name| names().contains(*name)));
    let (_, printed, _) = run(&["--part", "report", "--quiet"]);
    assert_eq!(printed, markdown::render(&documents.report));
    assert_eq!(run(&["--as-if", "3"]).0, Some(2));
}

/// Nothing is worked out and nothing written where sources disagree and nobody says which draft is wanted.
#[test]
fn the_program_refuses_a_final_letter_on_disputed_posts() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let output =
            program().args(["request", "--output", "a.docx"]).args(arguments).current_dir(folder.path()).output();
        (output.as_ref().unwrap().status.code(), String::from_utf8(output.unwrap().stderr).unwrap())
    };
    let (code, said) = run(&[]);
    assert!(code == Some(1) && said.contains("--as-if") && said.contains("25") && said.contains("16"), "{said}");
    assert_eq!(run(&["--as-if", "17"]).0, Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
