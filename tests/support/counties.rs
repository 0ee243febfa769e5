//! County units for tests, all of them invented: of the built-in centre's work, with volumes and people drawn anew.
//!
//! What is drawn, and from what: people 9 to 36, as county centres are between 13 people and the 32 of the built-in one;
//! small centres keep business in two sections instead of seven; insured people and volumes in step with the people, a
//! quarter up or down; ages evenly from 24 to 61, so that several retire in any five years. Nothing of it is a statistic.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Writes so many units, in folders of ten prefectures.
pub(crate) fn write(folder: &Path, count: usize) {
    for number in 0..count {
        let folder = folder.join(format!("prefecture{:02}", number % 10)).join(format!("county{number:04}"));
        fs::create_dir_all(&folder).unwrap();
        let (scenario, roster) = unit(number);
        fs::write(folder.join("unit.toml"), scenario).unwrap();
        fs::write(folder.join("roster.csv"), roster).unwrap();
    }
}

/// A unit and its roster; the same number gives the same unit.
pub(crate) fn unit(number: usize) -> (String, String) {
    let mut draw = ChaCha8Rng::seed_from_u64(u64::try_from(number).unwrap());
    let people: usize = draw.random_range(9..=36);
    let is_small = people < 18;
    let mut unit: Table = include_str!("../../scenarios/hongjiang/baseline.toml").parse().unwrap();
    unit.insert("name".into(), format!("虚构县{number:04}社会保险服务中心").into());
    unit.remove("name_en");
    for gone in ["conflict", "rules", "headcount", "uncertainty"] {
        unit.remove(gone);
    }
    let mut heads = Table::new();
    heads.insert("authorised".into(), Value::Integer(i64::try_from(people * 3 / 4).unwrap()));
    heads.insert("basis".into(), "assumption".into());
    unit.insert("headcount".into(), heads.into());
    let duties: Vec<(String, String)> =
        tables(&unit, "section").map(|section| (text(section, "id"), text(section, "duty"))).collect();
    // Hundredths of the built-in unit's 32 people, a quarter up or down.
    let scale = |draw: &mut ChaCha8Rng| i64::try_from(people).unwrap() * draw.random_range(75..=125) / 32;
    let of_unit = scale(&mut draw);
    for driver in tables_mut(&mut unit, "driver") {
        let value = driver["value"].as_integer().unwrap() * of_unit / 100;
        driver.insert("value".into(), value.max(1).into());
    }
    for matter in tables_mut(&mut unit, "matter") {
        if let Some(volume) = matter.get("volume").and_then(Value::as_integer) {
            matter.insert("volume".into(), (volume * scale(&mut draw) / 100).max(1).into());
        }
        let section = text(matter, "section");
        let duty = duties.iter().find(|(id, _)| *id == section).unwrap().1.clone();
        if is_small {
            matter.entry("duty").or_insert_with(|| duty.clone().into());
            matter.insert("section".into(), small(&section).into());
        }
    }
    if is_small {
        let kept = ["finance", "audit", "registration", "enterprise_benefits"];
        let sections = unit["section"].as_array_mut().unwrap();
        sections.retain(|section| kept.contains(&section["id"].as_str().unwrap()));
    }
    let sections: Vec<String> = tables(&unit, "section").map(|section| text(section, "id")).collect();
    (unit.to_string(), roster(&sections, people, &mut draw))
}

/// The section of a small centre that does the work of one of the built-in unit.
fn small(section: &str) -> &str {
    match section {
        "finance" | "fund" => "finance",
        "audit" => "audit",
        "general" | "registration" | "rights" => "registration",
        _ => "enterprise_benefits",
    }
}

fn tables<'a>(unit: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    unit[key].as_array().unwrap().iter().map(|table| table.as_table().unwrap())
}

fn tables_mut<'a>(unit: &'a mut Table, key: &str) -> impl Iterator<Item = &'a mut Table> {
    unit[key].as_array_mut().unwrap().iter_mut().map(|table| table.as_table_mut().unwrap())
}

fn text(table: &Table, key: &str) -> String {
    table[key].as_str().unwrap().to_owned()
}

fn roster(sections: &[String], people: usize, draw: &mut ChaCha8Rng) -> String {
    let mut rows = "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home\n".to_owned();
    let leaders = if people < 18 { 1 } else { 2 };
    for at in 0..people {
        let is_leader = at < leaders;
        let is_head = !is_leader && at < leaders + sections.len().min(people / 3);
        // Of the rest about a half is on contract, as in the built-in unit.
        let is_contract = !is_leader && !is_head && draw.random_bool(0.5);
        let is_female = draw.random_bool(0.5);
        let oldest = if is_female { 54 } else { 59 };
        let age = if is_contract { draw.random_range(22..45) } else { draw.random_range(26..oldest) };
        let birth = 2024 - age;
        let category = match (is_contract, is_leader) {
            (true, _) => "contract",
            (_, true) => "management",
            _ if draw.random_bool(0.3) => "professional",
            _ => "management",
        };
        let away = !is_leader && !is_contract && draw.random_bool(0.05);
        writeln!(
            rows,
            "人{at:02},{},{},{},{},{birth}-{:02},{}-07,{category},no,{}",
            if is_contract { "contract" } else { "established" },
            if away { "seconded_out" } else { "on_duty" },
            match (is_leader, is_head) {
                (true, _) => "leader",
                (_, true) => "section_head",
                _ => "staff",
            },
            if is_female { "female" } else { "male" },
            draw.random_range(1..=12),
            birth + 21,
            if is_leader { "" } else { &sections[(at - leaders) % sections.len()] },
        )
        .unwrap();
    }
    rows
}
