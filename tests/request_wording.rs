//! How the sentences of a request are set.

use crate::request::{all, documents, said};
use crate::support::docx::Package;
use crate::support::shipped::written;
use shuanggang::render::document::Kind;
use shuanggang::render::letter::Part;
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
    assert!(land.contains("权籍调查。先办优先次序在前的事项后，所余人手不够办齐同级事项：权籍调查如在同级中先办，可办100.0%，但登簿制证由100.0%减至0.0%。"), "{land}");
    // Five years alike: one row.
    assert!(land.contains("2025至2029") && !land.contains("2027"), "{land}");
    let medical = said("medical-insurance");
    let sum = "须有在岗在编11人、合同工3人，届时在岗在编9人、合同工2人，分别缺2人、1人，即本次申请补充的人数。";
    assert!(medical.contains(sum), "{medical}");
}

/// Somebody comes back to the medical insurance centre in August: of two equal matters the other one stalls then. Nobody
/// is lost, so that is no new stall, in no report.
#[test]
fn matters_that_change_places_are_no_new_stall() {
    let said = |arguments: &[&str]| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = program.args(arguments).args(["--quiet", "--lang", "zh"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<String>()
    };
    let exchange = "内部审计停摆（与同级事项互换，同级办理程度合计未减）";
    let ahead = said(&["project", "medical-insurance"]);
    assert!(ahead.contains("除与同级事项互换外，期内人员变动不新增停摆事项。") && ahead.contains(exchange), "{ahead}");
    assert!(
        ahead.contains("首次新增停摆（含恢复后再次停摆，不含同级互换）：无论按哪种时间退休，期内均不出现。"),
        "{ahead}"
    );
    let changed = said(&["plan", "medical-insurance", "--hire", "contract=1", "--only-changes"]);
    assert!(changed.contains("与同级事项互换1项：内部审计100.0%→0.0%；同级办理程度合计未减。"), "{changed}");
    assert!(!changed.contains("新增停摆"), "{changed}");
    let report = said(&["request", "medical-insurance", "--part", "report", "--format", "md"]);
    assert!(report.contains(exchange), "{report}");
    // Three are short until July, when somebody is away; two then.
    let eases = "2025年8月（1人休假期满返岗）起至期末所需较少，按测算须增2人，其余1人只在此前需要。";
    assert!(report.contains(eases), "{report}");
    let letter = said(&["request", "medical-insurance", "--format", "md"]);
    assert!(
        letter.contains(eases) && !said(&["request", "treasury", "--format", "md"]).contains("所需较少"),
        "{letter}"
    );
}

/// Pay is spoken of where a source states it, and what stands in the place of hires where somebody is to be hired.
#[test]
fn what_does_not_concern_a_unit_is_not_told() {
    let report = |unit: &str| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let arguments = ["request", unit, "--part", "report", "--quiet", "--lang", "zh", "--format", "md"];
        String::from_utf8(program.args(arguments).output().unwrap().stdout).unwrap()
    };
    let pay = "每人经费按分摊口径计至分";
    let treasury = report("treasury");
    assert!(treasury.contains("停摆指全年不能办理") && !treasury.contains(pay), "{treasury}");
    assert!(!treasury.contains("针对今后所需人数") && !treasury.contains("如不批准的后果"), "{treasury}");
    assert!(said(&documents(Language::Chinese).report).contains(pay));
}

/// A change that opens several matters by a plan for each says of which matter each plan is.
#[test]
fn no_two_repairs_are_called_the_same() {
    let report = documents(Language::Chinese).report;
    let repairs = report.parts.iter().find_map(|part| match part {
        Part::Table(_, table) if table.name == "repairs" => Some(table),
        _ => None,
    });
    let mut called: Vec<String> = repairs.unwrap().rows.iter().map(|row| row[0].show(Kind::Text)).collect();
    let count = called.len();
    assert!(called.iter().any(|change| change.starts_with("工伤定点医院监督检查：召回")), "{called:?}");
    called.sort();
    called.dedup();
    assert_eq!((called.len(), count > 10), (count, true), "{called:?}");
}
