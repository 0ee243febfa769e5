//! What holds in every report of every command: headcounts add up and name every kind, and nobody who is away for a time
//! is proposed for recall, neither in words nor in data, neither on a page nor in a letter.

use crate::support::book::cells;
use assert_cmd::Command;
use serde_json::Value;
use shuanggang::model::{Employment, PersonIx, RetirementPolicy, Status, Unit};
use shuanggang::scenario::{self, library};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A leader, two heads, somebody ill, one on loan elsewhere, one on loan here, a contract worker on maternity leave and
/// two of a kind of their own: inspections that need three people find two, and the one on loan elsewhere would help.
const ROSTER: &str = "\
id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,kind,seconded_until
长,established,on_duty,leader,male,1975-04,1997-08,management,no,,,
甲,established,on_duty,section_head,female,1980-01,2003-07,management,no,service,,
乙,established,on_duty,section_head,male,1984-06,2008-07,professional,no,inspection,,
丙病,established,on_duty,staff,female,1990-01,2013-07,professional,no,inspection,,
戊借,established,seconded_out,staff,male,1988-07,2012-07,management,no,inspection,,
己来,established,seconded_in,staff,female,1991-11,2015-07,management,no,inspection,,2026-06
庚产,contract,on_duty,staff,female,1996-12,2020-03,contract,no,service,,
辛,contract,on_duty,staff,female,1995-12,2020-03,contract,no,service,welfare,
壬,contract,on_duty,staff,male,1994-12,2020-03,contract,no,service,welfare,
";
const MORE: &str = "
[[kind]]
id = \"welfare\"
name = \"公益性岗位\"
name_en = \"Public-welfare post\"
employment = \"contract\"
steps = [\"handle\"]
duties = [\"operations\"]
[[person]]
id = \"丙病\"
away = { from = \"2025-01\", until = \"2025-10\", reason = \"illness\" }
[[person]]
id = \"庚产\"
away = { from = \"2024-12\", reason = \"maternity\" }
[[person]]
id = \"辛\"
not_at = [{ section = \"inspection\", reason = \"听力缺损\" }]
";
const AWAY: [&str; 2] = ["丙病", "庚产"];

/// The smallest shipped unit with these people.
fn office(folder: &Path) {
    let text = include_str!("../scenarios/minimal.toml").replace("file = \"minimal-roster.csv\"", "file = \"r.csv\"");
    fs::write(folder.join("u.toml"), text + MORE).unwrap();
    fs::write(folder.join("r.csv"), ROSTER).unwrap();
}

fn said(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_shuanggang")).current_dir(folder).args(arguments).output().unwrap();
    let ended = output.status.code();
    assert!(matches!(ended, Some(0 | 1)), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The number that stands behind a word; nothing where the word is not there.
fn behind(text: &str, word: &str) -> Option<u32> {
    let (_, rest) = text.split_once(word)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Every headcount in a text of either language adds up; how many there were.
fn headcounts_add_up(text: &str, whose: &str) -> usize {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let languages = [
        ("；在编", "，其中在岗", "休假在外", "借调在外", "；借调来"),
        (";onthebooks", ",ofthemonduty", "awayforatime", "onloanelsewhere", ";onloanhere"),
    ];
    let mut count = 0;
    for (books, duty, away, out, end) in languages {
        for piece in text.split(books).skip(1) {
            let Some((told, _)) = piece.split_once(end) else { continue };
            let (Some(duty), Some(out)) = (behind(told, duty), behind(told, out)) else { continue };
            let books: String = told.chars().take_while(char::is_ascii_digit).collect();
            let away = behind(told, away).unwrap_or_default();
            assert_eq!(books.parse(), Ok(duty + away + out), "{whose}: {told}");
            count += 1;
        }
    }
    count
}

/// No sentence that speaks of a recall names any of these people.
fn recalls_none(text: &str, away: &[&str], whose: &str) {
    for sentence in text.split(['。', '；', ';', '<', '\n']) {
        let recalls = ["召回", "recall", "Recall"].iter().any(|word| sentence.contains(word));
        let named = away.iter().find(|person| sentence.contains(**person));
        assert!(!recalls || named.is_none(), "{whose}: {sentence}");
    }
}

/// Why somebody is away, or kept from a place, may be their health: nothing says it.
fn reasons_stay(text: &str, whose: &str) {
    for reason in ["听力", "产假", "maternity", "Maternity"] {
        assert!(!text.contains(reason), "{whose}: {reason}");
    }
}

/// The same in data: what is called recall names none of them, and every headcount adds up.
fn data_holds(value: &Value, away: &[&str], whose: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let told = field.to_string();
                let recalled = name.contains("recall") && away.iter().any(|person| told.contains(person));
                assert!(!recalled, "{whose}: {name}: {told}");
                if name == "headcount" && field["on_books"].is_u64() {
                    let of = |key: &str| field[key].as_u64().unwrap_or_default();
                    assert_eq!(of("on_books"), of("on_duty") + of("away") + of("seconded_out"), "{whose}: {told}");
                }
                data_holds(field, away, whose);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| data_holds(item, away, whose)),
        Value::String(text) => recalls_none(text, away, whose),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

const COMMANDS: [&[&str]; 14] = [
    &["plan", "--full"],
    &["plan", "--months"],
    &["plan", "--month", "2026-03"],
    &["explain"],
    &["project", "--years", "2"],
    &["tradeoff"],
    &["absence"],
    &["calendar", "--full"],
    &["need"],
    &["hire", "--years", "2"],
    &["check"],
    &["compare"],
    &["sensitivity"],
    &["request"],
];

#[test]
fn every_command_in_every_form_counts_people_once_and_recalls_nobody_who_is_away() {
    let folder = TempDir::new().unwrap();
    office(folder.path());
    let mut counted = 0;
    for command in COMMANDS {
        for language in ["zh", "en"] {
            let mut arguments = [command, &["u.toml", "--quiet", "--lang", language]].concat();
            if command[0] == "compare" {
                arguments.insert(1, "u.toml");
            }
            // Where no line is broken for want of room.
            arguments.extend(["--format", "markdown"]);
            let text = String::from_utf8(said(folder.path(), &arguments)).unwrap();
            counted += headcounts_add_up(&text, &format!("{arguments:?}"));
            recalls_none(&text, &AWAY, &format!("{arguments:?}"));
            reasons_stay(&text, &format!("{arguments:?}"));
        }
        if command[0] != "request" {
            let file = if command[0] == "compare" { &["u.toml", "u.toml"][..] } else { &["u.toml"] };
            let printed = said(folder.path(), &[command, file, &["--quiet", "--format", "json"]].concat());
            reasons_stay(&String::from_utf8_lossy(&printed), &format!("{command:?}"));
            data_holds(&serde_json::from_slice(&printed).unwrap(), &AWAY, &format!("{command:?}"));
        }
    }
    assert!(counted >= 10, "{counted}");
    // Somebody could be recalled, and is proposed.
    let explained = String::from_utf8(said(folder.path(), &["explain", "u.toml", "--quiet", "--lang", "zh"])).unwrap();
    assert!(explained.contains("召回借调在外的戊借"), "{explained}");
}

#[test]
fn the_page_and_the_workbook_recall_nobody_who_is_away() {
    let folder = TempDir::new().unwrap();
    office(folder.path());
    for command in [&["plan", "--with", "explain,project,absence,calendar"][..], &["explain"]] {
        let arguments = |file: &'static str| [command, &["u.toml", "--quiet", "--output", file]].concat();
        said(folder.path(), &arguments("x.html"));
        let page = fs::read_to_string(folder.path().join("x.html")).unwrap();
        recalls_none(&page, &AWAY, &format!("{command:?}"));
        reasons_stay(&page, &format!("{command:?}"));
        assert!(headcounts_add_up(&page, &format!("{command:?}")) > 0 || command[0] == "explain");
        said(folder.path(), &arguments("x.xlsx"));
        let sheets = cells(fs::read(folder.path().join("x.xlsx")).unwrap());
        for cell in sheets.iter().flat_map(|(_, cells)| cells.values()) {
            recalls_none(&cell.to_string(), &AWAY, &format!("{command:?}"));
            reasons_stay(&cell.to_string(), &format!("{command:?}"));
        }
        fs::remove_file(folder.path().join("x.html")).unwrap();
        fs::remove_file(folder.path().join("x.xlsx")).unwrap();
    }
}

/// The people of a unit one by one, against its headcount: each is counted in one place.
fn counted_one_by_one(unit: &Unit, name: &str) {
    let count = unit.headcount();
    let of = |employment: Employment, status: Status| {
        let is =
            |ix: &PersonIx| unit[*ix].employment == employment && unit[*ix].status == status && !unit[*ix].departed;
        u32::try_from(unit.people().map(|(ix, _)| ix).filter(is).count()).unwrap()
    };
    let established = |status| of(Employment::Established, status);
    let told = [count.on_duty, count.seconded_out, count.away, count.seconded_in];
    let by_hand = [Status::OnDuty, Status::SecondedOut, Status::Away, Status::SecondedIn].map(established);
    assert_eq!(told, by_hand, "{name}");
    assert_eq!(count.on_books, by_hand[0] + by_hand[1] + by_hand[2], "{name}");
    let contract = (of(Employment::Contract, Status::OnDuty), of(Employment::Contract, Status::Away));
    assert_eq!((count.contract, count.contract_away), contract, "{name}");
    let present = u32::try_from(unit.present().count()).unwrap();
    assert_eq!(present, count.on_duty + count.seconded_in + count.contract, "{name}");
    // Every kind that somebody here belongs to is told with as many as there are.
    for (kind, there) in unit.present_by_kind() {
        assert_eq!(unit.present().filter(|(_, person)| person.terms.kind == Some(kind)).count(), there, "{name}");
    }
}

#[test]
fn the_headcount_of_every_shipped_unit_and_change_is_that_of_its_people() {
    for embedded in library() {
        let unit = scenario::load(Path::new(embedded.name)).unwrap().unit;
        counted_one_by_one(&unit, embedded.name);
        for month in [6, 18, 60] {
            let then = unit.in_month(unit.as_of.plus(month), RetirementPolicy::Statutory).0;
            counted_one_by_one(&then, embedded.name);
        }
    }
}
