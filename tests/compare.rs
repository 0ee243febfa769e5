//! Scenarios side by side: measures worked out by hand, failures at their place, what is typed.

use crate::support::document::{sentences, table};
use crate::support::tiny::{matter, person, unit};
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use shuanggang::analysis::compare::{Side, compare, rows};
use shuanggang::model::{DutyGroup, Employment, StageId, Status, Step, Unit};
use shuanggang::optimise::Settings;
use shuanggang::render::detail::Detail;
use shuanggang::render::terminal::Screen;
use shuanggang::render::{csv, terminal};
use shuanggang::report;
use shuanggang::report::compare::json::CompareFile;
use shuanggang::scenario;
use shuanggang::scenario::library::variants;
use shuanggang::text::{Language, Text};
use shuanggang::units::{Number, Share};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

const HOURS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/hours.toml");
const HONGJIANG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/hongjiang");

/// People of 100 hours each at home with the daily work: 60 hours of it, and 60 of audits in another section.
fn staffed(people: usize) -> Unit {
    let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Audit], 2);
    matter(&mut unit, 0, 0, 60, &[(Step::Handle, 60, 1)]);
    matter(&mut unit, 1, 1, 60, &[(Step::Handle, 60, 1)]);
    for _ in 0..people {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit
}

fn sides(scenarios: &[(&str, Option<Unit>)]) -> Vec<Side> {
    let scenarios = scenarios.iter().map(|(name, unit)| ((*name).to_owned(), unit.clone())).collect();
    compare(scenarios, &Settings::default(), &mut ())
}

fn three() -> Vec<Side> {
    sides(&[("one", Some(staffed(1))), ("unreadable", None), ("two", Some(staffed(2)))])
}

/// Of one person's 100 hours the daily work takes 60, so 40 of 60 audits are done, away from home; nobody stands in at
/// either post. Two people do all: one of them goes to the audits, so that both can hold the post at home, and
/// 200 − 120 = 80 hours are left.
#[test]
fn the_measures_are_those_worked_out_by_hand() {
    let sides = three();
    let file = CompareFile::of(&sides, &[]);
    let measured = |id: &str| {
        let row = file.measures.iter().find(|row| row.id == id).unwrap();
        let number = |value: &Option<Number>| value.map(|value| value.0.round_dp(3).normalize().to_string());
        let cells = |values: &[_]| values.iter().map(|v| number(v).unwrap_or_default()).collect::<Vec<_>>().join(" ");
        (cells(&row.values), cells(&row.differences), row.best.clone())
    };
    let none = vec![false; 3];
    let last = vec![false, false, true];
    let expected = [
        ("stalled", "0  0", "0  0", &none),
        ("slowed", "1  0", "0  -1", &none),
        ("full", "1  2", "0  1", &last),
        ("service:t0", "1  1", "0  0", &none),
        ("service:t1", "0.667  1", "0  0.333", &last),
        ("authorised", "  ", "  ", &none),
        ("on_books", "1  2", "0  1", &none),
        ("on_duty", "1  2", "0  1", &none),
        ("contract", "0  0", "0  0", &none),
        ("vacancies", "  ", "  ", &none),
        ("moved", "1  1", "0  0", &none),
        ("without_backup", "2  1", "0  -1", &last),
        ("slack_hours", "0  80", "0  80", &none),
    ];
    for (id, values, differences, best) in expected {
        assert_eq!(measured(id), (values.to_owned(), differences.to_owned(), best.clone()), "{id}");
    }
    let statuses: Vec<_> = file.scenarios.iter().map(|scenario| scenario.status).collect();
    assert_eq!(statuses, ["optimal", "bad_input", "optimal"]);
}

#[test]
fn pay_is_heads_times_the_range_of_readings_to_the_cent() {
    // 17 established at 1,936,800 / 33 to 1,936,800 / 15, 17 on contract at 1,936,800 / 33 to
    // 1,042,000 / 17 yuan: 34 × 58,690.91; 17 × 129,120.00 + 17 × 61,294.12.
    let unit = scenario::embedded().unwrap().unit;
    let sides = compare(vec![("a".to_owned(), Some(unit))], &Settings::default(), &mut ());
    let pay = sides[0].planned().unwrap().yearly_pay().unwrap();
    let (low, high) = (pay.low.value().to_string(), pay.high.value().to_string());
    assert_eq!((low.as_str(), high.as_str()), ("1995490.94", "3237040.04"));
}

/// Nobody is away in the one, somebody in the other: 0 and 1; where nobody is away in either, there is no row.
#[test]
fn who_is_away_is_counted_in_every_scenario_or_in_none() {
    let away = |people: &[(&str, Unit)]| {
        let sides = sides(&people.iter().map(|(name, unit)| (*name, Some(unit.clone()))).collect::<Vec<_>>());
        rows(&sides).into_iter().find(|row| row.id() == "away").map(|row| row.values)
    };
    let mut on_leave = staffed(2);
    on_leave.people[1].status = Status::Away;
    assert_eq!(away(&[("all", staffed(2)), ("less", on_leave)]), Some(vec![Some(0.into()), Some(1.into())]));
    assert_eq!(away(&[("all", staffed(2)), ("more", staffed(3))]), None);
}

/// The optimiser counts the posts with a backup to have the most of them; the comparison counts the others.
#[test]
fn posts_without_backup_are_those_that_the_optimiser_did_not_back_up() {
    let units = [scenario::embedded().unwrap().unit, staffed(1), staffed(2)];
    for side in compare(units.map(|unit| (String::new(), Some(unit))).to_vec(), &Settings::default(), &mut ()) {
        let planned = side.planned().unwrap();
        let stage = planned.plan.stages.iter().find(|stage| stage.id == StageId::Backups).unwrap();
        let without = Decimal::from(planned.without_backup().count());
        assert_eq!(Decimal::from(planned.unit.posts.len()) - without, stage.objective);
    }
}

#[test]
fn the_report_says_what_changes_and_marks_the_best() {
    let (sides, text) = (three(), Text::new(Language::English));
    let document = report::compare::document(&sides, &text, Detail::Full);
    let said = sentences(&document);
    assert!(said.contains(&"one: 1 slowed (M1)."), "{said:?}");
    assert!(said.contains(&"unreadable: bad input, not planned; the mistakes are listed elsewhere."), "{said:?}");
    assert!(said.contains(&"two: 1 back in full (M1)."), "{said:?}");
    let measures = table(&document, "measures");
    assert_eq!(measures[0], ["status", "status", "proven", "bad input", "proven"]);
    assert!(measures.contains(&["service:t1", "T1 (of 1)", "1 at 67%", "", "*full"].map(str::to_owned).to_vec()));
    assert!(measures.contains(&["on_duty", "established, on duty", "1", "", "2"].map(str::to_owned).to_vec()));
    let differences = table(&document, "differences");
    assert!(differences.contains(&["service:t1", "T1 (of 1)", "", "full +1, slowed -1"].map(str::to_owned).to_vec()));
    assert_eq!(table(&document, "statuses"), [["m1", "M1", "slowed", "", "full"]]);
    // People read how far matters are served, programs the sum; in CSV a number is a number, mark and sign aside.
    let rows = csv::with_keys(document.tables().next().unwrap());
    assert!(rows.contains("service:t1,0.667,,1\n"), "{rows}");
}

/// One person of 100 hours in one section of the two that need 100 each: whichever matter weighs more is done, and the
/// sum of the tier is the same.
#[test]
fn matters_that_change_places_are_named_where_no_count_changes() {
    let heavier = |matter_of: usize| {
        let mut unit = unit(&[DutyGroup::Operations, DutyGroup::Operations], 1);
        for section in [0, 1] {
            matter(&mut unit, section, 0, 100, &[(Step::Handle, 60, 1)]);
        }
        unit.matters[matter_of].weight = Share::new(2.into());
        person(&mut unit, Employment::Established, 0, 100);
        Some(unit)
    };
    let sides = sides(&[("one", heavier(0)), ("other", heavier(1)), ("same", heavier(0))]);
    let document = report::compare::document(&sides, &Text::new(Language::English), Detail::Full);
    let differences = table(&document, "differences");
    let service = differences.iter().find(|row| row[0] == "service:t0").unwrap();
    assert_eq!(service[2..], ["up: M1; down: M0", "0"]);
}

#[test]
fn nothing_is_best_where_all_are_the_same_or_one_is_alone() {
    for scenarios in
        [vec![("a", Some(staffed(1))), ("b", Some(staffed(1)))], vec![("a", Some(staffed(1))), ("b", None)]]
    {
        let sides = sides(&scenarios);
        assert!(rows(&sides).iter().all(|row| !row.is_best(0) && !row.is_best(1)));
    }
}

#[test]
fn many_scenarios_fit_a_narrow_screen_and_no_number_is_lost() {
    let names: Vec<String> = (1..=12).map(|i| format!("第{i}种方案，名称较长")).collect();
    let scenarios: Vec<_> = names.iter().map(|name| (&**name, Some(staffed(1)))).collect();
    let sides = sides(&scenarios);
    for language in Language::ALL {
        for width in [80, 120] {
            let document = report::compare::document(&sides, &Text::new(language), Detail::Folded);
            let shown = terminal::render(&document, Screen { width, colour: false });
            assert!(shown.lines().all(|line| line.width() <= width), "{shown}");
            assert_eq!(shown.matches("67%").count(), 12, "{shown}");
        }
    }
}

/// Exit code, stdout and stderr of the program in English.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let output = program.args(["compare", "--lang", "en"]).args(arguments).output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code().unwrap(), stdout, stderr)
}

#[test]
fn a_scenario_that_fails_keeps_its_place_and_loses_no_other() {
    let typed = [HOURS, "missing.toml", "+hire established=1", &format!("{HOURS} --leave 无此人")];
    let (code, stdout, stderr) = run(&[&typed[..], &["--format", "json"]].concat());
    assert_eq!(code, 2);
    let json: Value = serde_json::from_str(&stdout).unwrap();
    let told: Vec<_> = json["scenarios"].as_array().unwrap().iter().map(|s| (&s["name"], &s["status"])).collect();
    let [first, missing, more, gone] =
        [json!("hours"), json!("missing"), json!("+hire established=1"), json!(typed[3])];
    let (planned, bad) = (json!("optimal"), json!("bad_input"));
    assert_eq!(told, [(&first, &planned), (&missing, &bad), (&more, &planned), (&gone, &bad)]);
    assert!(stderr.contains("E001") && stderr.contains("无此人"), "{stderr}");
    // The change is laid over the first scenario: two people there, three with it.
    let on_books = json["measures"].as_array().unwrap().iter().find(|row| row["id"] == "on_books").unwrap();
    assert_eq!(on_books["values"], json!([2, null, 3, null]));
}

#[test]
fn changes_alone_are_compared_with_the_baseline_or_the_first_scenario() {
    let names = |arguments: &[&str]| -> Vec<String> {
        let (code, stdout, stderr) = run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code, 0, "{stderr}");
        let json: Value = serde_json::from_str(&stdout).unwrap();
        let all = json["scenarios"].as_array().unwrap();
        all.iter().map(|scenario| scenario["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["+rule separation=case"]), ["baseline", "+rule separation=case"]);
    assert_eq!(names(&[HOURS, HOURS]), ["hours", "hours (2)"]);
}

#[test]
fn what_is_typed_wrongly_is_a_mistake_of_usage() {
    for (typed, said) in [
        (&["+fire established=1"][..], "“+fire” is no change"),
        (&["baseline hire"][..], "“hire” is no change"),
        (&["baseline +hire"][..], "“+hire” is no change"),
        (&["housing-fund"][..], "nothing to compare with"),
    ] {
        let (code, stdout, stderr) = run(typed);
        assert!(code == 2 && stdout.is_empty() && stderr.contains(said), "{typed:?}: {stderr}");
    }
}

#[test]
fn what_extends_a_scenario_is_found_in_the_program_and_beside_a_file() {
    let files = variants::in_folder(Path::new(HONGJIANG)).unwrap();
    let baseline = Path::new(HONGJIANG).join("baseline.toml");
    assert_eq!((files.len(), &files[0]), (21, &baseline));
    assert_eq!(variants::extending(Some(&baseline)), files[1..]);
    let stems: BTreeSet<PathBuf> = files[1..].iter().map(|file| file.file_stem().unwrap().into()).collect();
    assert_eq!(variants::extending(None).into_iter().collect::<BTreeSet<_>>(), stems);
    // Through another, and only what does.
    let five = Path::new("after-five-retirements");
    assert_eq!(variants::extending(Some(five)), [Path::new("after-five-retirements-replaced")]);
    // What cannot be read extends nothing, and stands last in its folder.
    let folder = TempDir::new().unwrap();
    for (name, text) in [("a.toml", "extends = ["), ("b.toml", "extends = \"c.toml\""), ("c.toml", "")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let within = |name: &str| folder.path().join(name);
    assert_eq!(variants::in_folder(folder.path()).unwrap(), [within("c.toml"), within("a.toml"), within("b.toml")]);
    assert_eq!(variants::extending(Some(&within("c.toml"))), [within("b.toml")]);
}

#[test]
fn a_page_carries_the_studies_and_the_screen_does_not() {
    let folder = TempDir::new().unwrap();
    for name in ["hours.toml", "hours-roster.csv"] {
        fs::copy(Path::new(HOURS).with_file_name(name), folder.path().join(name)).unwrap();
    }
    let over = "extends = \"hours.toml\"\n[overlay]\nname = \"加一人\"\nwhy = \"试\"\n[[hire]]\nid = \"新\"\nemployment = \"established\"\n";
    fs::write(folder.path().join("more.toml"), over).unwrap();
    let scenario = folder.path().join("hours.toml");
    let plan = |arguments: &[&str]| {
        let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let program = program.args(["plan", "--lang", "en", "--quiet"]).arg(&scenario).args(arguments);
        String::from_utf8(program.output().unwrap().stdout).unwrap()
    };
    let page = plan(&["--format", "html", "--with", "all"]);
    for told in [
        "The years ahead",
        "What is asked for, against the rest",
        "What absences do",
        "the scenario files in its folder",
        "加一人",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("laid over each of them"));
    assert!(plan(&["--format", "html", "--with", "compare", "--leave", "编乙"]).contains("laid over each of them"));
    // What takes long is there only for who asks; the questions of the first screen are answered.
    let usual = plan(&["--format", "html"]);
    assert!(usual.contains("The years ahead") && usual.contains("What is asked for, against the rest"));
    assert!(!usual.contains("What absences do") && !usual.contains("Not worked out for this report"));
    let bare = plan(&["--format", "html", "--with", "none"]);
    assert!(!bare.contains("The years ahead") && bare.contains("Not worked out for this report"));
    assert!(!plan(&["--format", "markdown"]).contains("The years ahead"));
}
