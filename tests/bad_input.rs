//! Mistakes in scenario files: each is found with its code, at its place, in these words, and nothing else is.

mod bounds;
mod future;
mod leave;
mod matters;
mod numbers;
mod overlays;
mod people;
mod roster;
mod rules;
mod shape;
mod terms;

use super::support::small::{self, PEOPLE, SCENARIO};
use Edit::{All, Over, Part, Typed};
use File::{People, Scenario};
use pretty_assertions::assert_eq;
use shuanggang::diag::{Code, Diagnostics};
use shuanggang::report::diagnostics::{cause, render};
use shuanggang::scenario::{Loaded, Options};
use shuanggang::text::{Language, Text};
use std::collections::BTreeSet;

/// One mistake in the small scenario.
struct Mistake {
    edit: Edit,
    /// Code, place, and the cause in one of the languages.
    found: &'static [(&'static str, &'static str, &'static str)],
}

#[derive(Clone, Copy)]
enum File {
    Scenario,
    People,
}

#[derive(Clone, Copy)]
enum Edit {
    /// Another text instead.
    All(File, &'static str),
    /// The first occurrence of a part replaced.
    Part(File, &'static str, &'static str),
    /// A file `over.toml` with this text, which names the small scenario `small.toml`.
    Over(&'static str),
    /// Several of these.
    Both([&'static Edit; 2]),
    /// An option of the command line with its value.
    Typed(&'static str, &'static str),
}

fn load(edits: &[Edit]) -> Result<Loaded, Diagnostics> {
    let mut texts = [SCENARIO.to_owned(), PEOPLE.to_owned()];
    let (mut over, mut options) = (None, Options::default());
    let flat = |edit: &Edit| match *edit {
        Edit::Both(both) => both.map(|edit| *edit).to_vec(),
        one => vec![one],
    };
    for edit in edits.iter().flat_map(flat) {
        match edit {
            Edit::Both(_) => {}
            All(file, text) => text.clone_into(&mut texts[file as usize]),
            Part(file, from, to) => {
                let text = &mut texts[file as usize];
                assert!(text.contains(from), "{from} is not in the small scenario");
                *text = text.replacen(from, to, 1);
            }
            Over(text) => over = Some(text),
            Typed("--set", text) => options.set.push(text.to_owned()),
            Typed("--rule", text) => options.rule.push(text.to_owned()),
            Typed("--hire", text) => options.hire.push(text.to_owned()),
            Typed("--recall", text) => options.recall.push(text.to_owned()),
            Typed(_, text) => options.leave.push(text.to_owned()),
        }
    }
    let [scenario, people] = texts;
    match over {
        None => small::load_with(&scenario, people.as_bytes(), &options),
        Some(over) => small::load_over(over, &scenario, people.as_bytes(), &options),
    }
}

fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    [
        shape::MISTAKES,
        numbers::MISTAKES,
        matters::MISTAKES,
        roster::MISTAKES,
        rules::MISTAKES,
        future::MISTAKES,
        leave::MISTAKES,
        overlays::MISTAKES,
        people::MISTAKES,
        bounds::MISTAKES,
        terms::MISTAKES,
    ]
    .into_iter()
    .flatten()
}

/// Code and place of each finding.
fn where_what(found: &Diagnostics) -> Vec<(&'static str, String)> {
    found.as_slice().iter().map(|finding| (finding.code.id(), finding.place.to_string())).collect()
}

#[test]
fn the_small_scenario_is_good() {
    let loaded = load(&[]).unwrap();
    assert_eq!(where_what(&loaded.warnings), []);
}

#[test]
fn every_mistake_is_found_and_no_other() {
    let texts = Language::ALL.map(Text::new);
    let mut other = Vec::new();
    for mistake in mistakes() {
        let Err(found) = load(&[mistake.edit]) else {
            other.push(format!("nothing instead of {:?}", mistake.found));
            continue;
        };
        let expected: Vec<_> = mistake.found.iter().map(|(code, place, _)| (*code, (*place).to_owned())).collect();
        if where_what(&found) != expected {
            other.push(format!("{:?} instead of {expected:?}", where_what(&found)));
            continue;
        }
        for (finding, (_, _, said)) in found.as_slice().iter().zip(mistake.found) {
            let causes = texts.each_ref().map(|text| cause(finding, text));
            if !causes.iter().any(|cause| cause == said) {
                other.push(format!("{causes:#?} instead of {said}"));
            }
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
    assert!(mistakes().count() >= 60);
}

#[test]
fn every_sentence_has_all_its_facts_in_both_languages() {
    for mistake in mistakes() {
        let found = load(&[mistake.edit]).unwrap_err();
        for text in Language::ALL.map(Text::new) {
            let shown = render(&found, &text);
            // A fact that is missing is printed as the name of its argument.
            assert!(!shown.contains("{$"), "{shown}");
        }
    }
}

#[test]
fn every_code_has_its_sentences_and_every_error_its_test() {
    for text in Language::ALL.map(Text::new) {
        for code in Code::ALL {
            assert!(text.has(code.id()) && text.has(&format!("{}.remedy", code.id())), "{}", code.id());
        }
    }
    let tested: BTreeSet<_> = mistakes().flat_map(|mistake| mistake.found).map(|(code, ..)| *code).collect();
    // Those of WISN studies (E8) have theirs in `tests/wisn.rs`.
    let errors = Code::ALL.iter().map(|code| code.id()).filter(|id| id.starts_with('E') && !id.starts_with("E8"));
    // Bytes that are no text are tested below.
    // Tables of people have tests of their own (`roster_import.rs`), and an example each (`error_docs.rs`).
    let untested: Vec<_> = errors.filter(|id| !tested.contains(id) && !id.starts_with("E8")).collect();
    assert_eq!(untested, [Code::NotUtf8.id()]);
}

#[test]
fn all_mistakes_of_both_files_are_found_in_one_run() {
    let found = load(&[
        Part(Scenario, "year = 2024", "yaer = 2024"),
        Part(Scenario, "rate = 0.5", "rate = -1"),
        Part(Scenario, "section = \"check\"", "section = \"chek\""),
        Part(Scenario, "years = 5", "years = 5.5"),
        Part(Scenario, "used = 1", "used = 9"),
        Part(People, "1990-10", "1990-13"),
        Part(People, "no,desk,,,\n", "no,,2025-01,,\n"),
    ])
    .unwrap_err();
    let found: Vec<_> = where_what(&found).into_iter().map(|(code, place)| format!("{code} {place}")).collect();
    assert_eq!(
        found,
        [
            "E305 people.csv:4:6",
            "E507 people.csv:5:1",
            "E508 people.csv:5:11",
            "E103 small.toml:3:1",
            "E301 small.toml:37:8",
            "E203 small.toml:43:11",
            "E302 small.toml:56:9",
            "E701 small.toml:65:8",
        ]
    );
}

#[test]
fn what_refers_to_a_rejected_thing_is_not_blamed() {
    for edit in [
        // Matters and people refer to the section, posts are made of it, rules and audits refer to the matters.
        Part(Scenario, "duty = \"audit\"", "duty = \"audits\""),
        Part(Scenario, "id = \"check\"", "id = \"che/ck\""),
        Part(Scenario, "minutes = 30", "minutes = \"30\""),
        Part(Scenario, "volume = 10", "volume = -10"),
        // The kin pairs refer to the person.
        Part(People, "b1,contract", "b1,contrakt"),
        // The matter refers to the driver.
        Part(Scenario, "value = 1000", "value = \"1000\""),
        // Everything refers to people and sections.
        Part(Scenario, "\"people.csv\"", "\"nobody.csv\""),
    ] {
        let found = load(&[edit]).unwrap_err();
        assert_eq!(found.as_slice().len(), 1, "{:?}", where_what(&found));
    }
}

#[test]
fn a_unit_that_is_only_odd_is_loaded_with_warnings() {
    let second_section = "[[section]]\nid = \"idle\"\nname = \"闲\"\nduty = \"data\"\n\n[[driver]]";
    for (edit, code, place) in [
        (Part(Scenario, "on_books = 3", "on_books = 5"), "W901", "small.toml:8:12"),
        (Part(Scenario, "[[driver]]", second_section), "W902", "small.toml:27:1"),
        (Part(Scenario, "driver = \"insured\"\nrate = 0.5", "volume = 500"), "W903", "small.toml:27:1"),
        (Part(Scenario, "value = 6", "value = 4"), "W904", "small.toml:61:1"),
        (Part(People, "no,,,,\n", "no,desk,,,\n"), "W905", "people.csv:2:10"),
        (Part(People, "1990-10", "Oct-90"), "W907", "people.csv:4:6"),
    ] {
        let loaded = load(&[edit]).unwrap();
        assert_eq!(where_what(&loaded.warnings), [(code, place.to_owned())]);
    }
    let nobody = "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home\n\
        a1,established,seconded_out,staff,male,1970-05,1992-07,management,no,desk\n\
        b1,contract,seconded_out,staff,male,1990-05,2012-07,contract,no,desk\n";
    let loaded = load(&[All(People, nobody), Part(Scenario, "on_books = 3", "on_books = 1")]).unwrap();
    assert_eq!(where_what(&loaded.warnings), [("W906", "people.csv:1:1".to_owned())]);
}

#[test]
fn a_leader_who_only_approves_has_no_home() {
    let home = Part(People, "no,,,,\n", "no,desk,,,\n");
    let unit = load(&[home]).unwrap().unit;
    assert_eq!(unit.people[0].home, None);
    let off = Part(Scenario, "[rules.kin]", "[rules.leader_steps]\non = false\n[rules.kin]");
    let loaded = load(&[home, off]).unwrap();
    assert_eq!((loaded.unit.people[0].home.is_some(), where_what(&loaded.warnings)), (true, vec![]));
}

#[test]
fn a_roster_in_another_encoding_is_named_as_such() {
    // 编 in GB18030.
    let people = [PEOPLE.replace("a3", "").as_bytes(), b"\xb1\xe03,established"].concat();
    let found = small::load(SCENARIO, &people).unwrap_err();
    assert_eq!(where_what(&found), [("E002", "people.csv:6:1".to_owned())]);
    let said = cause(&found.as_slice()[0], &Text::new(Language::Chinese));
    assert_eq!(said, "文件“people.csv”不是 UTF-8 编码，可能是 GB18030（GBK）编码。");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
    let scenario = format!("\u{feff}{}", SCENARIO.replace('\n', "\r\n"));
    let people = format!("\u{feff}{}", PEOPLE.replace('\n', "\r\n"));
    let loaded = small::load(&scenario, people.as_bytes()).unwrap();
    assert_eq!(loaded.unit, small::load(SCENARIO, PEOPLE.as_bytes()).unwrap().unit);
}

#[test]
fn a_finding_is_shown_with_the_line_and_a_caret_under_the_column() {
    let found = load(&[
        Part(Scenario, "steps = [{ step = \"handle\", minutes = 60", "steps = [{ step = \"handle\", minuts = 60"),
        Part(People, "female,1990-10", "未说明,1990-10"),
    ])
    .unwrap_err();
    let expected = "\
error E106 at people.csv:4:5
  4 | 未说明
    | ^
  “sex” cannot be “未说明”, only: male, female.
  help: Use one of these words as it stands.

error E103 at small.toml:48:29
  48 | steps = [{ step = \"handle\", minuts = 60, people = 2 }, { step = \"review\", m…
     |                             ^
  [matter.steps] has no key “minuts”.
  did you mean “minutes”?
  help: Correct the name or delete the line; docs/scenario.md lists all keys.

errors: 2, warnings: 0
";
    assert_eq!(render(&found, &Text::new(Language::English)), expected);
}

#[test]
fn the_caret_counts_wide_characters_twice() {
    let found = load(&[Part(Scenario, "source = \"甲\" }, {", "source = \"甲\" }, { x = 1,")]).unwrap_err();
    let expected = "\
错误 E103　small.toml:66:42
  66 | values = [{ value = 4, source = \"甲\" }, { x = 1, value = 6, source = \"乙\" }]
     |                                           ^
  [conflict.values] 中没有“x”这一项。
  改法：改正名称或删去该行；各项名称见 docs/scenario.md。

错误 1 处，提示 0 处。
";
    assert_eq!(render(&found, &Text::new(Language::Chinese)), expected);
}

#[test]
fn nothing_in_an_input_reaches_the_terminal_as_a_command() {
    let found = load(&[Part(Scenario, "section = \"check\"", "section = \"\\u001b[31m\\u202e\"")]).unwrap_err();
    let shown = render(&found, &Text::new(Language::English));
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}
