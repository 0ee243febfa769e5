//! What is merged is what the commands say of each unit, and adds up.

use super::{Folder, lines};
use crate::support::outputs::assert_valid;
use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::Value;
use std::fs;
use std::process::Command;

/// What a command prints of a unit as JSON.
fn alone(folder: &Folder, arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    let run = command.args(arguments).args(["--format", "json", "-q"]).current_dir(folder.path("")).output().unwrap();
    serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

fn ids(list: &Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
}

/// Every answer beside that of its command.
#[test]
fn each_result_says_what_its_command_says() {
    let folder = Folder::new();
    let tasks = lines(&folder.list(&["--years", "3"]));
    folder.printed(&["run", "tasks.jsonl", "--out", "out"]);
    for (task, result) in tasks.iter().zip(lines(&folder.merged("out"))) {
        let file = task["file"].as_str().unwrap();
        let answer = &result["answer"];
        match task["command"].as_str().unwrap() {
            "plan" => {
                let plan = alone(&folder, &["plan", file]);
                let below: Vec<_> =
                    plan["matters"].as_array().unwrap().iter().filter(|matter| matter["status"] != "full").collect();
                let short = answer["plan"]["short"].as_array().unwrap();
                assert_eq!(short.len(), below.len(), "{file}");
                for short in short {
                    let own = below.iter().find(|matter| matter["id"] == short["matter"]["id"]).unwrap();
                    assert_eq!(own["status"], short["status"], "{file}");
                    assert_eq!(own["service_level"], short["level"], "{file}");
                    assert_eq!(own["reason"]["code"], short["reason"], "{file}");
                }
                assert_eq!(result["about"]["on_duty"], plan["headcount"]["on_duty"]);
                assert_eq!(result["about"]["vacancies"], plan["headcount"]["vacancies"]);
            }
            "project" => {
                let years = alone(&folder, &["project", file, "--years", "3"]);
                let first = years["first_stalls"].as_array().unwrap().iter();
                let mut own: Vec<(String, String)> = first
                    .filter_map(|stall| Some((text(&stall["matter"]), stall["statutory"].as_str()?.to_owned())))
                    .collect();
                let stalls = answer["project"]["stalls"].as_array().unwrap().iter();
                let mut found: Vec<(String, String)> =
                    stalls.map(|stall| (text(&stall["matter"]["id"]), text(&stall["since"]))).collect();
                found.sort();
                own.sort();
                assert_eq!(found, own, "{file}");
            }
            "need" => {
                let need = alone(&folder, &["need", file]);
                for (hours, field) in [(false, "by_rule"), (true, "by_both")] {
                    let readings = need["readings"].as_array().unwrap().iter();
                    let reading = readings
                        .clone()
                        .find(|r| r["hours"] == hours && r["sections"] == "in_force" && r["covered"] == false)
                        .unwrap();
                    let own = &answer["need"][field];
                    for employment in ["established", "contract"] {
                        assert_eq!(own["people"][employment], reading["fewest"][employment], "{file} {field}");
                    }
                }
            }
            "hire" => {
                let hire = alone(&folder, &["hire", file, "--years", "3"]);
                let plans = hire["plans"].as_array().unwrap();
                let is_smallest = |plan: &&Value| strings(&plan["best_in"]).contains(&"smallest".to_owned());
                let smallest = &plans.iter().find(is_smallest).unwrap()["heads"];
                for employment in ["established", "contract"] {
                    assert_eq!(answer["hire"]["fewest"][employment], smallest[employment], "{file}");
                }
            }
            "absence" => {
                let absence = alone(&folder, &["absence", file]);
                let own = answer["absence"]["irreplaceable"].as_u64().unwrap();
                assert_eq!(own, absence["irreplaceable"].as_array().unwrap().len() as u64, "{file}");
            }
            _ => {
                // Each step of a front is a plan with so many more on the command line.
                for step in answer["front"]["steps"].as_array().unwrap() {
                    let hire = format!("established={}", step["posts"]);
                    let plan = if step["posts"] == 0 {
                        alone(&folder, &["plan", file])
                    } else {
                        alone(&folder, &["plan", file, "--hire", &hire])
                    };
                    let stalled =
                        plan["matters"].as_array().unwrap().iter().filter(|m| m["status"] == "stalled").count();
                    let own: u64 =
                        step["stalled"].as_array().unwrap().iter().map(|count| count.as_u64().unwrap()).sum();
                    assert_eq!(own, stalled as u64, "{file} {hire}");
                    let levels = plan["matters"].as_array().unwrap().iter();
                    let levels = levels.map(|m| m["service_level"].to_string().parse::<Decimal>().unwrap());
                    let service = levels.sum::<Decimal>() * Decimal::ONE_THOUSAND;
                    let own: u64 = step["service"].as_array().unwrap().iter().map(|sum| sum.as_u64().unwrap()).sum();
                    // Each tier is rounded by itself.
                    assert!((service - Decimal::from(own)).abs() < Decimal::TWO, "{file} {hire}: {service} {own}");
                }
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The sums by hand: of the four units the one of `paper` (西市) stalls its audit, the one of `hiring` (东市) the paper
/// audit; `hours` slows its audit; the smallest has nothing short.
#[test]
fn what_is_merged_adds_up() {
    let folder = Folder::new();
    folder.list(&["--scenarios", "+hire established=2"]);
    folder.printed(&["run", "tasks.jsonl", "--out", "out"]);
    let merged: Value = serde_json::from_str(&folder.printed(&["merge", "out", "--format", "json"])).unwrap();
    assert_valid("fleet-merge", &merged);
    let audit = &merged["tiers"].as_array().unwrap().iter().find(|tier| tier["tier"]["id"] == "audit").unwrap().clone();
    assert_eq!((&audit["matters"], &audit["stalled"], &audit["slowed"]), (&4.into(), &2.into(), &1.into()));
    assert_eq!(audit["units_stalled"], 2);
    // Matter by matter, the one short in two units first; nothing of what scenarios do.
    let matters: Vec<(String, u64, u64)> = merged["matters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(&row["matter"]["id"]), row["stalled"].as_u64().unwrap(), row["slowed"].as_u64().unwrap()))
        .collect();
    let short: Vec<_> = matters.iter().filter(|(_, stalled, slowed)| stalled + slowed > 0).cloned().collect();
    assert_eq!(short, [("file_audit".to_owned(), 1, 1), ("site_audit".to_owned(), 1, 0)]);
    let places = merged["places"].as_array().unwrap();
    assert_eq!(ids(&merged["places"], "place"), ["", "东市", "西市"]);
    assert_eq!(places.iter().map(|p| p["units_stalled"].as_u64().unwrap()).collect::<Vec<_>>(), [0, 1, 1]);
    // As they are and with two more: nothing stalls any more in either.
    let scenarios = merged["scenarios"].as_array().unwrap();
    assert_eq!(ids(&merged["scenarios"], "scenario"), ["", "+hire established=2"]);
    let of = |scenario: &Value| -> u64 {
        scenario["tiers"].as_array().unwrap().iter().map(|tier| tier["stalled"].as_u64().unwrap()).sum()
    };
    assert_eq!(of(&scenarios[0]), 2);
    assert!(of(&scenarios[1]) < 2);
    // People: what the units say one by one.
    let units = merged["units"].as_array().unwrap();
    let sum = |field: &str| -> u64 { units.iter().map(|unit| unit["need"][field].as_u64().unwrap_or_default()).sum() };
    let of_places: u64 = places.iter().map(|place| place["missing"].as_u64().unwrap()).sum();
    assert_eq!(sum("missing"), of_places);
    // The worst first: what stalls before what is slowed before what is whole, though not all have the same tiers.
    let of = |unit: &Value, field: &str| -> u64 {
        unit["plan"]["tiers"].as_array().unwrap().iter().map(|tier| tier[field].as_u64().unwrap()).sum()
    };
    let worst: Vec<_> = units.iter().map(|unit| (of(unit, "stalled"), of(unit, "slowed"))).collect();
    assert_eq!(worst, [(1, 0), (1, 0), (0, 1), (0, 0)]);
    assert_eq!(
        merged["tiers"].as_array().unwrap().iter().map(|t| t["tier"]["id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["payment", "daily", "audit"]
    );
}

#[test]
fn the_merged_report_has_every_form() {
    let folder = Folder::new();
    fs::write(folder.path("units/broken.toml"), "format = 1\n").unwrap();
    folder.list(&["--scenarios", "+rule separation=case"]);
    folder.printed(&["run", "tasks.jsonl", "--out", "out"]);
    for language in ["zh", "en"] {
        for file in ["all.xlsx", "all.html", "all.md", "all.csv", "all.txt", "all.json"] {
            let arguments = ["merge", "out", "--output", file, "--force", "--lang", language];
            let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
            let run = command.arg("fleet").args(arguments).current_dir(folder.path("")).output().unwrap();
            assert!(run.status.success(), "{file}: {}", String::from_utf8_lossy(&run.stderr));
            let bytes = fs::read(folder.path(file)).unwrap();
            assert!(bytes.len() > 200, "{file}");
        }
    }
    let page = fs::read_to_string(folder.path("all.html")).unwrap();
    assert!(page.contains("Units, the worst first") && page.contains("units/broken.toml:1:1"), "{page}");
    folder.printed(&["merge", "out", "--lines", "rows.csv"]);
    let rows = fs::read_to_string(folder.path("rows.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |head: &str| heads.iter().position(|own| own == head).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5 * 2 * 6);
    assert!(rows.iter().any(|row| &row[at("stalled")] == "site_audit" || &row[at("stalled")] == "audit"));
    assert!(rows.iter().filter(|row| &row[at("code")] == "2").all(|row| row[at("findings")].starts_with("E104:")));
    // What a spreadsheet would take for a formula is text.
    assert!(rows.iter().any(|row| &row[at("scenario")] == "'+rule separation=case"));
}
