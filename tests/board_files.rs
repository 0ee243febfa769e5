//! The files that the board offers of a state are those of the commands that it shows, or the unit with that state in it.

use crate::board::{folder, small};
use crate::board_states::unit_of;
use crate::support::board::{Board, commands, state};
use pretty_assertions::assert_eq;
use serde_json::{Value, json};
use shuanggang::model::Unit;
use shuanggang::scenario::{self, Options, what_ifs};
use std::fs;
use std::path::Path;

/// Somebody off, somebody more, a rule otherwise, half as much again in a section.
fn moved(folder: &Path) -> Value {
    let unit = unit_of("shuanggang plan paper.toml", folder).unwrap();
    let people: Vec<_> = unit.present().map(|(_, person)| person.id.clone()).collect();
    let section = &unit.sections().next().unwrap().1.id;
    state(&json!({ "hires": { "established": 1, format!("contract:{section}"): 2 },
        "people": { &people[0]: "away", &people[1]: "off", &people[2]: format!("at:{section}") },
        "rules": { "separation": "case" }, "volumes": { section: 150 } }))
}

fn run(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let done = program.current_dir(folder).args(arguments).args(["--lang", "zh", "--quiet"]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// How a unit is without what is said of its changes.
fn plain(unit: Unit) -> Unit {
    Unit { overlays: Vec::new(), ..unit }
}

/// Page, workbook and letter of a state, byte by byte what the command gives that the page shows.
#[test]
fn page_workbook_and_letter_are_those_of_the_commands() {
    let (folder, board, _) = small();
    let mut moved = moved(folder.path());
    moved["month"] = json!("2025-01");
    let command = commands(&board.ask("/answer", 1, &moved).text).remove(0);
    let words: Vec<_> = command.split(' ').skip(1).collect();
    for (number, form) in (2..).zip(["html", "xlsx", "json"]) {
        let file = board.file(number, &moved, form);
        assert_eq!(file.status, 200, "{}", file.text);
        assert!(file.body() == run(folder.path(), &[&words[..], &["--format", form]].concat()), "{form}: {command}");
    }
    // The letter is about the day of the scenario.
    let about: Vec<_> = words.iter().copied().take_while(|word| *word != "--month").skip(1).collect();
    let letter = [&["request", "--part", "letter"], &about[..], &["--format", "docx"]].concat();
    let file = board.file(9, &moved, "docx");
    assert_eq!(file.status, 200, "{}", file.text);
    assert!(file.body() == run(folder.path(), &letter), "{letter:?}");
}

/// A month that is not later than that of the unit changes nothing, on the page and in the command.
#[test]
fn a_month_before_that_of_the_unit_is_none() {
    let (folder, board, _) = small();
    let early = state(&json!({ "month": "2024-06" }));
    assert_eq!(commands(&board.ask("/answer", 1, &early).text), ["shuanggang plan paper.toml"]);
    let file = board.file(1, &early, "json");
    assert!(file.body() == run(folder.path(), &["plan", "paper.toml", "--format", "json"]));
}

/// A unit in text becomes a workbook with the state as a what-if of it.
#[test]
fn a_state_is_one_more_what_if_of_the_workbook() {
    let (folder, board, _) = small();
    let moved = moved(folder.path());
    let command = commands(&board.ask("/answer", 1, &moved).text).remove(0);
    let question =
        json!({ "tab": "file", "number": 1, "lang": "zh", "state": moved, "about": "book", "name": "多三人" });
    let book = board.post("/file", &board.needed(), &question.to_string());
    assert_eq!(book.status, 200, "{}", book.text);
    let load = |what_if| {
        let loaded = scenario::load_what_if("book.xlsx", book.body().to_vec(), what_if, &Options::default());
        plain(loaded.unwrap_or_else(|found| panic!("{found:?}")).unit)
    };
    assert_eq!(load(Some("多三人")), plain(unit_of(&command, folder.path()).unwrap()));
    assert_eq!(load(None), plain(unit_of("shuanggang plan paper.toml", folder.path()).unwrap()));
    let nothing = board.file(2, &state(&json!({ "month": "2025-01" })), "book");
    assert_eq!(nothing.status, 422, "nothing that the sheet could hold");
}

/// A workbook keeps its own what-ifs, and one of them can be what the board was opened on.
#[test]
fn a_workbook_keeps_its_own_what_ifs() {
    let folder = folder();
    run(folder.path(), &["examples", "extract", "hongjiang.xlsx"]);
    let book = folder.path().join("hongjiang.xlsx");
    let before = what_ifs::of(Some(&book)).unwrap();
    let first = before[0].name.clone();
    let opened = format!("hongjiang.xlsx#{first}");
    let (board, _) = Board::open(folder.path(), &[&*opened]);
    let hired = state(&json!({ "hires": { "contract": 1 } }));
    let question = json!({ "tab": "file", "number": 1, "lang": "zh", "state": hired, "about": "book", "name": first });
    let file = board.post("/file", &board.needed(), &question.to_string());
    assert_eq!(file.status, 200, "{}", file.text);
    let saved = folder.path().join("saved.xlsx");
    fs::write(&saved, file.body()).unwrap();
    let after = what_ifs::of(Some(&saved)).unwrap();
    let names = |all: &[scenario::book::WhatIf]| all.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    let own = format!("{first} 2");
    assert_eq!(names(&after), [names(&before), vec![own.clone()]].concat(), "the name was taken");
    assert_eq!(after.last().unwrap().base.as_deref(), Some(&*first));
    let typed = Options { hire: vec!["contract=1".to_owned()], ..Options::default() };
    let typed = scenario::load_with(&folder.path().join(opened), &typed).unwrap().unit;
    let read = scenario::load(&folder.path().join(format!("saved.xlsx#{own}"))).unwrap().unit;
    assert_eq!(plain(read), plain(typed));
}

/// Where sources disagree on the authorised posts there is a draft by each of their numbers, as the command makes it, and no
/// letter that takes no side.
#[test]
fn a_disputed_number_of_posts_gives_a_draft_by_each() {
    let folder = folder();
    let paper = fs::read_to_string(folder.path().join("paper.toml")).unwrap();
    let disputed = "[headcount]\nauthorised = 5\n[[conflict]]\nid = \"posts\"\ntopic = \"编制数\"
target = \"headcount.authorised\"\nused = 1\nvalues = [{ value = 5, basis = \"document\", source = \"甲\" },
  { value = 4, basis = \"document\", source = \"乙\" }]\n";
    fs::write(folder.path().join("paper.toml"), format!("{paper}\n{disputed}")).unwrap();
    let (board, page) = Board::open(folder.path(), &["paper.toml"]);
    let drafts = page.split("data-file=\"docx").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert_eq!(drafts.collect::<Vec<_>>(), [" 5", " 4"]);
    let file = board.file(1, &state(&json!({})), "docx 4");
    assert_eq!(file.status, 200, "{}", file.text);
    let letter = ["request", "paper.toml", "--part", "letter", "--as-if", "4", "--format", "docx"];
    assert!(file.body() == run(folder.path(), &letter));
    for (number, wrong) in (2..).zip(["docx", "docx 6", "docx --force", "docx 4 --output x"]) {
        assert_eq!(board.file(number, &state(&json!({})), wrong).status, 422, "{wrong}");
    }
}
