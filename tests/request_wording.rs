//! How the sentences of a request are set.

use crate::request::{all, documents, said};
use crate::support::docx::Package;
use crate::support::shipped::written;
use shuanggang::report::words::Words;
use shuanggang::scenario::{self, Options, library};
use shuanggang::text::{Language, Text};
use std::path::Path;

/// A source in brackets that has brackets itself.
#[test]
fn brackets_do_not_stand_within_their_like() {
    for letter in all(&documents(Language::Chinese)) {
        for line in said(letter).lines() {
            let mut depth = 0;
            for c in line.chars() {
                depth += i32::from(c == '（') - i32::from(c == '）');
                assert!((0..=1).contains(&depth), "{line}");
            }
        }
    }
}

#[test]
fn no_space_stands_beside_a_chinese_character() {
    let said = all(&documents(Language::Chinese)).map(said).concat();
    let wide =
        |c: Option<char>| c.is_some_and(|c| ('\u{4E00}'..'\u{A000}').contains(&c) || "，。；：（）、".contains(c));
    for line in said.lines() {
        for (i, _) in line.match_indices(' ') {
            let (before, after) = (line.get(..i).unwrap(), line.get(i + 1..).unwrap());
            assert!(!wide(before.chars().last()) && !wide(after.chars().next()), "{line}");
        }
    }
}

/// One retires in the treasury office and one is planned to follow: what the letter says of the years ahead names the
/// successor. Where nobody is planned, nobody joins.
#[test]
fn who_is_planned_to_join_is_named_where_nobody_else_does() {
    let letter = |unit: &str, language: &str| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = program.args(["request", unit, "--quiet", "--lang", language, "--format", "md"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let letters = ["treasury", "minimal"].map(|unit| letter(unit, "zh"));
    assert!(
        letters[0].contains("退休1人；除按计划补充的人员（2025年6月在编1人）外，如不再补充，在编人数保持6人"),
        "{}",
        letters[0]
    );
    assert!(letters[0].contains("各年末人员和事项办理情况（除按计划补充的外不再补充）"), "{}", letters[0]);
    assert!(letters[1].contains("；如不补充，在编人数") && !letters[1].contains("按计划补充"), "{}", letters[1]);
    let english = letter("treasury", "en");
    assert!(
        english.contains("If nobody joins but those who are planned already (1 established in June 2025):"),
        "{english}"
    );
}

/// Every number that a shipped unit or the unit of every key has is called by its name, in the checklist and in the list
/// of the input, never by its path.
#[test]
fn every_number_of_the_input_is_called_by_name() {
    let every = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbook/unit.toml");
    let shipped = library().iter().map(|one| scenario::load_embedded(one, &Options::default()).unwrap());
    let mut count = 0;
    for loaded in shipped.chain([scenario::load(&every).unwrap()]) {
        for text in Language::ALL.map(Text::new) {
            let words = Words { unit: &loaded.unit, text: &text };
            for input in &loaded.unit.inputs {
                let place = words.place(&input.path);
                // A driver is called what the unit calls it.
                let is_path = place.contains('_') && !input.path.starts_with("driver.");
                assert!(place != input.path && !is_path, "{}", input.path);
                count += 1;
            }
        }
    }
    assert!(count > 5_000, "{count}");
}

/// What a person of the field would not say twice: a matter just named, a month, and years alike.
#[test]
fn letters_do_not_repeat_themselves() {
    let said = |unit: &str| Package::read(written(&["request", unit], "zh", "docx")).xml("word/document.xml").said();
    let land = said("land-registration");
    assert!(land.contains("权籍调查。原因是：保障更高优先级事项后本可办理"), "{land}");
    // Five years alike: one row.
    assert!(land.contains("2025至2029") && !land.contains("2027"), "{land}");
    let medical = said("medical-insurance");
    let sum = "须有在岗在编11人、合同工3人，届时在岗在编9人、合同工2人，分别缺2人、1人，即本次申请补充的人数。";
    assert!(medical.contains(sum), "{medical}");
}
