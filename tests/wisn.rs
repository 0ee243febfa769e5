//! Published WISN studies, worked out again: those that follow do so to the digit printed, the two that contradict
//! themselves are told.

use crate::support::outputs::assert_valid;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::analysis::wisn::{Audit, audit};
use shuanggang::model::wisn::{Figure, Study};
use shuanggang::render::terminal::Screen;
use shuanggang::render::{json, terminal};
use shuanggang::report::wisn::json::WisnFile;
use shuanggang::report::{diagnostics, wisn};
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use unicode_width::UnicodeWidthStr;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wisn")
}

fn study(name: &str) -> Study {
    scenario::load_study(&folder().join(format!("{name}.toml"))).unwrap()
}

/// The stated values that do not follow: where, what, as printed, what follows to four decimals.
fn unfounded(audit: &Audit) -> Vec<(String, &'static str, String, String)> {
    let told = audit.unfounded().map(|check| {
        let computed = check.computed.map_or_else(String::new, |value| value.round_dp(4).normalize().to_string());
        (check.place.join("/"), check.figure.id(), check.stated.to_string(), computed)
    });
    told.collect()
}

fn result(name: &str, figure: Figure) -> Decimal {
    audit(&study(name)).groups[0].results[&figure]
}

#[test]
fn what_was_published_follows_to_the_digit_printed() {
    let sound = [
        ("bangladesh-nurses", 9),
        ("bangladesh-physicians", 9),
        ("indonesia-cashier", 20),
        ("kenya-hiv-clinic", 6),
        ("nepal-icu", 8),
        ("nepal-medical-ward", 3),
        ("nepal-time", 2),
        ("netherlands-time", 6),
        ("teaching", 9),
    ];
    for (name, stated) in sound {
        let audit = audit(&study(name));
        assert_eq!(unfounded(&audit), [], "{name}");
        assert_eq!(audit.checks.len(), stated, "{name}");
    }
    let files = fs::read_dir(folder()).unwrap().count();
    assert_eq!(files, sound.len() + 2, "a study is not tested");
}

/// The report says that its digital and manual results agree. Its own activities add up to 3.41 + 1.29 + 0.86 + 0.86 +
/// 0.43 = 6.85 people, and 1.5 of 8 hours of support are a factor of 8 / 6.5 = 1.2308.
#[test]
fn a_table_that_does_not_follow_from_its_inputs_is_told() {
    let found = unfounded(&audit(&study("nepal-report-table")));
    let expected = [
        ("ICU", "staff", "7.75", "6.8524"),
        ("ICU", "caf", "1.175", "1.2308"),
        ("ICU", "required", "9.10", "8.4337"),
        ("ICU", "ratio", "0.66", "0.7114"),
        ("", "required", "37.93", "37.2621"),
        ("", "difference", "-3.93", "-3.2621"),
        ("", "ratio", "0.90", "0.9125"),
    ];
    assert_eq!(
        found,
        expected.map(|(place, figure, stated, computed)| (place.into(), figure, stated.into(), computed.into()))
    );
}

/// Six days of leave stated, twelve used: (312 − 40) × 7 = 1,904 hours, not 1,862. 3,120 × 10 / 114,240 + 0.0387.
#[test]
fn leave_that_is_not_the_leave_stated_is_told() {
    let found = unfounded(&audit(&study("indonesia-outpatient-nurses")));
    let expected = [
        ("outpatient nurses/allowance", "support", "0.03", "0.0387"),
        ("outpatient nurses/anamnesis", "standard_workload", "11172", "11424"),
        ("outpatient nurses/anamnesis", "staff_with_allowance", "0.309", "0.3118"),
        ("outpatient nurses", "available_hours", "1862", "1904"),
        ("outpatient nurses", "available_minutes", "111720", "114240"),
    ];
    assert_eq!(
        found,
        expected.map(|(place, figure, stated, computed)| (place.into(), figure, stated.into(), computed.into()))
    );
}

/// Values that the copies seen do not print, worked out elsewhere in exact arithmetic.
#[test]
fn what_was_not_printed_follows_as_well() {
    let expected = [
        ("nepal-icu", Figure::Staff, "6.8523584906"),
        ("nepal-icu", Figure::CategoryFactor, "1.2307692308"),
        ("nepal-icu", Figure::Required, "8.4336719884"),
        ("kenya-hiv-clinic", Figure::CategoryFactor, "1.0591715976"),
        ("kenya-hiv-clinic", Figure::Required, "18.4911242604"),
    ];
    for (name, figure, value) in expected {
        assert_eq!(result(name, figure).round_dp(10).to_string(), value, "{name} {figure:?}");
    }
    assert_eq!(result("nepal-medical-ward", Figure::Required).round_dp(4).to_string(), "14.1121");
}

/// The quirk of the cashiers is a setting: without it 3.6081 + 3 × 0.0512 people are required.
#[test]
fn nothing_is_rounded_unless_the_study_says_so() {
    let text = fs::read_to_string(folder().join("indonesia-cashier.toml")).unwrap();
    let exact = text.replace("round_to = 2, ", "").replace("round_to = 3, ", "");
    let audit = audit(&scenario::study_text("exact.toml", &exact).unwrap());
    assert_eq!(audit.groups[0].results[&Figure::Required].round_dp(4).to_string(), "3.7617");
    assert!(audit.unfounded().any(|check| check.figure == Figure::Required));
}

#[test]
fn every_line_fits_its_screen_and_the_json_survives_the_journey() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let study = scenario::load_study(&path).unwrap();
        let audit = audit(&study);
        for (language, width) in [(Language::Chinese, 80), (Language::English, 80), (Language::English, 120)] {
            let document = wisn::document(&study, &audit, &Text::new(language));
            for line in terminal::render(&document, Screen { width, colour: false }).lines() {
                assert!(line.width() <= width, "{}: {line}", path.display());
            }
        }
        let written = json::write(&WisnFile::new(&study, &audit)).unwrap();
        assert_valid("wisn", &serde_json::from_str(&written).unwrap());
    }
}

const MINIMAL: &str = r#"format = 1
name = "n"
source = "s"
[[group]]
name = "g"
time = { days = 200, hours_per_day = 8, off = [{ name = "leave", days = 20 }] }
activity = [{ name = "a", minutes = 10, annual = 100 }]
support = [{ name = "meetings", percent = 20 }]
"#;

/// The codes, with line and column, after a replacement.
fn broken(from: &str, to: &str) -> Vec<String> {
    let text = MINIMAL.replace(from, to);
    assert_ne!(text, MINIMAL, "{from}");
    let found = scenario::study_text("study.toml", &text).unwrap_err();
    for language in Language::ALL {
        assert!(!diagnostics::render(&found, &Text::new(language)).contains("{$"));
    }
    found.as_slice().iter().map(|f| format!("{} {}:{}", f.code.id(), f.place.line, f.place.column)).collect()
}

#[test]
fn studies_that_make_no_sense_are_refused() {
    scenario::study_text("study.toml", MINIMAL).unwrap();
    assert_eq!(broken("days = 20 }", "days = 200 }"), ["E822 6:8"]);
    assert_eq!(broken("days = 20 }", "percent = 100 }"), ["E822 6:8"]);
    assert_eq!(broken("percent = 20", "percent = 100"), ["E823 8:11"]);
    assert_eq!(broken("percent = 20", "hours_per_day = 8"), ["E823 8:11"]);
    assert_eq!(broken("minutes = 10, ", ""), ["E821 7:13"]);
    assert_eq!(broken("minutes = 10, ", "minutes = 10, hours = 1, "), ["E821 7:13"]);
    assert_eq!(broken("annual = 100", "per_day = 1"), ["E104 7:13"]);
    assert_eq!(broken("days = 200, hours_per_day = 8", "days = 200"), ["E104 6:8"]);
    assert_eq!(broken("days = 200", "days_per_week = 5"), ["E104 6:26"]);
    assert_eq!(
        broken("time = ", "tim = "),
        ["E103 6:1", "E104 4:1"].map(str::to_owned).into_iter().rev().collect::<Vec<_>>()
    );
    assert_eq!(broken("format = 1", "format = 2"), ["E109 1:10"]);
    assert_eq!(broken("minutes = 10", "minutes = 0"), ["E301 7:37"]);
}

/// 0 when everything follows, 1 when not, 2 for a study that cannot be read.
#[test]
fn the_exit_code_says_whether_it_follows() {
    let run = |file: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        command.args(["need", "--wisn"]).arg(folder().join(file)).output().unwrap().status.code()
    };
    assert_eq!(run("nepal-icu.toml"), Some(0));
    assert_eq!(run("nepal-report-table.toml"), Some(1));
    assert_eq!(run("nowhere.toml"), Some(2));
}

/// A stated 3.50 is told as 3.50, not as 3.5, in the table as in the sentence.
#[test]
fn stated_figures_are_shown_with_the_digits_that_were_typed() {
    let mut zeros = 0;
    for file in fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let Ok(study) = scenario::load_study(&path) else { continue };
        let audited = audit(&study);
        let document = wisn::document(&study, &audited, &Text::new(Language::English));
        let Some(table) = document.tables().find(|table| table.name == "stated") else { continue };
        for (row, check) in table.rows.iter().zip(&audited.checks) {
            let shown = row[2].show(table.columns[2].kind).replace(',', "");
            assert_eq!(shown, check.stated.to_string(), "{}", path.display());
            zeros += usize::from(shown.contains('.') && shown.ends_with('0'));
        }
    }
    assert!(zeros > 0, "no study states a figure that ends in a zero");
}
