//! What `hire` prints: exit codes, widths, and sums that add up.

use assert_cmd::Command;
use rust_decimal::Decimal;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

const EXAMPLE: &str = "docs/examples/hiring.toml";

/// Exit code, stdout and stderr of `hire` on the example.
fn run(options: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    command.args(["hire", EXAMPLE, "--years", "3", "--lang", "en"]).args(options).env_remove("COLUMNS");
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(options: &[&str]) -> (i32, Value) {
    let (code, stdout, stderr) = run(&[options, &["--format", "json"]].concat());
    (code, serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stderr}")))
}

fn list(of: &Value) -> impl Iterator<Item = &Value> {
    of.as_array().unwrap().iter()
}

fn number(of: &Value) -> Decimal {
    of.to_string().parse().unwrap()
}

#[test]
fn the_answer_is_the_exit_code() {
    assert_eq!(json(&[]).0, 0);
    let (code, file) = json(&["--budget", "10"]);
    assert_eq!((code, &file["reached"]), (1, &Value::Bool(false)));
    // 9 months of a head cost 9, a year 12: nobody can be paid for all of 2025. 编丙 leaves the audits for the desk.
    let targets = list(&file["nearest"]["targets"]);
    assert_eq!(targets.map(|target| number(&target["share"])).collect::<Vec<_>>(), [Decimal::ONE, Decimal::ZERO]);
}

#[test]
fn usage_mistakes_are_told() {
    for (options, said) in [
        (["--target", "daily"], "TIER=full or TIER=60%, 0 to 100 per cent"),
        (["--target", "daily=120%"], "TIER=full or TIER=60%, 0 to 100 per cent"),
        (["--target", "payments=full"], "names no tier “payments”; the tiers are: daily, audit"),
        (["--target", "daily=60%"], "tiers are served in order"),
        (["--target", "daily=full,daily=full"], "names “daily” twice"),
        (["--budget", "-1"], ""),
        (["--cover", "0"], ""),
    ] {
        let (code, stdout, stderr) = run(&options);
        assert_eq!((code, &*stdout), (2, ""), "{options:?}");
        assert!(stderr.contains(said), "{options:?}: {stderr}");
    }
}

#[test]
fn nothing_is_asked_of_a_tier_at_zero() {
    let (code, file) = json(&["--target", "audit=0%"]);
    assert_eq!(code, 0);
    // The desk's reviewer leaves in 2025-03, and 编丙 of the inspection takes the seat.
    assert_eq!(list(&file["plans"][0]["hires"]).count(), 0);
}

#[test]
fn learning_the_replacement_cycle_and_the_relief_factor_are_told() {
    let options = ["--lead-months", "4", "--learning-months", "6", "--learning-share", "0.5"];
    let (code, file) = json(&options);
    assert_eq!(code, 0);
    // Decided in January or July people begin nine months later, in December or June four; six more they learn.
    assert_eq!(file["replacement_cycle"], serde_json::json!({ "least": 10, "most": 15 }));
    assert_eq!(file["learning"], serde_json::json!({ "months": 6, "share": 0.5 }));
    // 251 working days of 2024 less 5 of leave, 12 of training, 3 of sickness.
    assert_eq!(file["relief"], serde_json::json!({ "open_days": 251, "days_there": 231 }));
    let hire = &file["plans"][0]["hires"][0];
    assert_eq!((hire["month"].as_str(), hire["able_from"].as_str()), (Some("2024-10"), Some("2025-04")));
    let (_, report, _) = run(&options);
    for said in ["10 months at best, 15", "takes 1.09 people", "able from"] {
        assert!(report.replace("\n  ", " ").contains(said), "{said}: {report}");
    }
    let (code, _, stderr) = run(&["--learning-months", "6"]);
    assert!(code == 2 && stderr.contains("share"), "{stderr}");
}

#[test]
fn every_sum_is_the_sum_of_what_is_shown() {
    let (_, file) = json(&[]);
    assert!(list(&file["plans"]).count() > 0);
    for plan in list(&file["plans"]) {
        for reading in ["low", "high"] {
            let years = list(&plan["hires"]).flat_map(|hire| list(&hire["cost"]));
            assert_eq!(years.map(|year| number(&year[reading])).sum::<Decimal>(), number(&plan["cost"][reading]));
        }
    }
    let (_, csv, _) = run(&["--format", "csv", "--table", "costs"]);
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let (total, years) = rows.split_last().unwrap();
    for column in [2, 3] {
        let sum: Decimal = years.iter().map(|row| row[column].parse::<Decimal>().unwrap()).sum();
        assert_eq!(sum, total[column].parse().unwrap());
    }
}

#[test]
fn the_report_fits_the_screen_in_both_languages() {
    for language in ["en", "zh"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        command.args(["hire", EXAMPLE, "--lang", language, "--cover", "2"]).env_remove("COLUMNS");
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        let report = String::from_utf8(output.stdout).unwrap();
        assert!(report.lines().count() > 60, "{report}");
        for line in report.lines() {
            assert!(line.width() <= 80, "{language}: {line}");
        }
    }
}
