//! The calendar as files: iCalendar by the letter of RFC 5545, and only where there are dates.

use assert_cmd::Command;
use chrono::NaiveDate;
use serde_json::Value;
use shuanggang::render::document::dates::Dated;
use shuanggang::render::document::{Block, Document};
use shuanggang::render::ics;
use shuanggang::text::{Language, Text};
use shuanggang::units::Day;
use std::collections::BTreeSet;

fn program(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("shuanggang").unwrap();
    let run = command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (run.status.code(), text(run.stdout), text(run.stderr))
}

/// The lines of a calendar, put together again (RFC 5545, 3.1): each ends with CRLF and has at most 75 octets.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn long_titles_are_folded_and_special_characters_escaped() {
    let title = format!("{}; a, b\\c\nBEGIN:VEVENT", "张三丰".repeat(20));
    let dated = Dated {
        title: title.as_str().into(),
        first: Day::of(2027, 12, 27).unwrap(),
        last: Day::of(2027, 12, 31).unwrap(),
        stamp: Day::of(2027, 1, 1).unwrap(),
    };
    let calendar = ics::render(
        &Document { title: "年".into(), blocks: vec![Block::Dates(vec![dated.clone()])] },
        &Text::new(Language::Chinese),
    );
    let lines = lines(&calendar);
    let expected = format!("SUMMARY:{}\\; a\\, b\\\\c BEGIN:VEVENT", "张三丰".repeat(20));
    assert!(lines.contains(&expected), "{calendar}");
    for line in ["DTSTART;VALUE=DATE:20271227", "DTEND;VALUE=DATE:20280101", "DTSTAMP:20270101T000000Z", "VERSION:2.0"]
    {
        assert_eq!(lines.iter().filter(|own| *own == line).count(), 1, "{line}\n{calendar}");
    }
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    // People of two units may have the same id and the same week.
    assert_ne!(dated.uid(&"甲".into()), dated.uid(&"乙".into()));
}

#[test]
fn leave_goes_into_calendar_programs_and_nothing_else_does() {
    let (code, calendar, _) = program(&["calendar", "docs/examples/leave.toml", "--format", "ics", "--lang", "zh"]);
    let lines = lines(&calendar);
    let count = |line: &str| lines.iter().filter(|own| own.starts_with(line)).count();
    assert_eq!((code, count("BEGIN:VEVENT"), count("END:VEVENT"), count("SUMMARY:合甲 年休假")), (Some(0), 5, 5, 1));
    let uids: BTreeSet<_> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), 5);
    assert_eq!(count("PRODID:-//shuanggang//shuanggang//ZH"), 1);
    let (_, english, _) = program(&["calendar", "docs/examples/leave.toml", "--format", "ics", "--lang", "en"]);
    assert!(english.contains("PRODID:-//shuanggang//shuanggang//EN\r\n"), "{english}");
    let (code, _, said) = program(&["plan", "docs/examples/leave.toml", "--format", "ics", "--lang", "en"]);
    assert_eq!((code, said.contains("ics is for the dates of `calendar`")), (Some(2), true), "{said}");
}

/// Every day of the year, read back: whoever is on leave by the file for calendar programs is so by the JSON, and nobody
/// else.
#[test]
fn every_day_of_the_year_is_in_both_files() {
    let run =
        |format| program(&["calendar", "docs/examples/leave.toml", "--format", format, "--lang", "zh", "--quiet"]).1;
    let day = |digits: &str| NaiveDate::parse_from_str(digits, "%Y%m%d").unwrap();
    let mut shown = BTreeSet::new();
    let mut first = None;
    let mut end = None;
    for line in lines(&run("ics")) {
        if let Some(digits) = line.strip_prefix("DTSTART;VALUE=DATE:") {
            first = Some(day(digits));
        } else if let Some(digits) = line.strip_prefix("DTEND;VALUE=DATE:") {
            end = Some(day(digits));
        } else if let Some(who) = line.strip_prefix("SUMMARY:").and_then(|title| title.split(' ').next()) {
            // The end is the day after the last.
            let mut days = first.take().unwrap().iter_days().take_while(|day| Some(*day) < end);
            assert!(days.all(|day| shown.insert((who.to_owned(), day))), "{who} twice");
            end = None;
        }
    }
    let found: Value = serde_json::from_str(&run("json")).unwrap();
    let mut told = BTreeSet::new();
    for leave in found["leave"].as_array().unwrap() {
        let who = leave["person"].as_str().unwrap();
        for week in leave["weeks"].as_array().unwrap() {
            let [from, until] = ["from", "to"].map(|key| week[key].as_str().unwrap().parse::<NaiveDate>().unwrap());
            told.extend(from.iter_days().take_while(|day| *day <= until).map(|day| (who.to_owned(), day)));
        }
    }
    assert!(told.len() >= 5, "{told:?}");
    assert_eq!(shown, told);
}

#[test]
fn the_same_bytes_every_time() {
    let run = || program(&["calendar", "scenarios/minimal.toml", "--format", "json", "--quiet"]).1;
    assert_eq!(run(), run());
}
