//! A roster read by itself, for the retirement of its people.

use pretty_assertions::assert_eq;
use shuanggang::diag::Diagnostics;
use shuanggang::model::{RetirementChoice, RetirementPolicy, RosterEntry};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario;
use shuanggang::text::{Language, Text};
use shuanggang::units::Month;
use std::path::Path;

fn load(text: &str) -> Result<Vec<RosterEntry>, Diagnostics> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, text).unwrap();
    scenario::load_roster(&path).map(|loaded| loaded.people)
}

/// Code, row and column of each finding.
fn findings(text: &str) -> Vec<(&'static str, usize, usize)> {
    let found = load(text).unwrap_err();
    found.as_slice().iter().map(|finding| (finding.code.id(), finding.place.line, finding.place.column)).collect()
}

#[test]
fn the_roster_of_a_scenario_gives_its_people() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/roster.csv");
    let entries = scenario::load_roster(&path).unwrap().people;
    assert_eq!(entries.len(), 34);
    // Management, born 1970-05: see the mistakes of rosters.
    let law = entries[0].law();
    assert_eq!((law.statutory.to_string().as_str(), law.latest), ("2031-10", None));
}

#[test]
fn only_the_columns_that_retirement_needs_must_be_there() {
    let entries = load(
        "id,birth,sex,employment,post_category,senior_title,retirement\n\
         a,1971-04,female,established,professional,no,earliest\n\
         b,1990-01,male,contract,contract,no,2027-06\n\
         c,1990-01,male,established,worker,no,\n",
    )
    .unwrap();
    let choices: Vec<_> = entries.iter().map(|entry| entry.retirement).collect();
    let month = Month::parse("2027-06").map(RetirementChoice::Month);
    assert_eq!(choices, [Some(RetirementChoice::Policy(RetirementPolicy::Earliest)), month, None]);
    // 55 in 2026-04, 15 months after 2025-01: 4 months later.
    assert_eq!(entries[0].law().statutory.to_string(), "2026-08");
}

#[test]
fn every_mistake_of_a_roster_alone_is_found() {
    assert_eq!(
        findings(
            "id,birth,employment,post_category,senior_title,home,retirement\n\
             a,1971-13,established,professional,no,nowhere,\n\
             a,1990-01,contract,contract,no,,latest\n"
        ),
        // No column for the sex; whose home is where does not matter here.
        [("E502", 1, 1), ("E305", 2, 2), ("E202", 3, 1), ("E518", 3, 7)]
    );
    assert_eq!(
        findings(
            "id,birth,sex,employment,post_category,senior_title,retirement\n\
             a,1971-04,female,established,professional,no,2026-03\n\
             b,1990-01,male,contract,contract,no,latest\n\
             c,,male,established,other,no,\n"
        ),
        [("E516", 2, 7), ("E518", 3, 7), ("E107", 4, 2), ("E106", 4, 5)]
    );
    assert_eq!(findings("id,birth,sex,employment,post_category,senior_title\n"), [("E110", 1, 1)]);
    assert_eq!(findings(""), [("E003", 1, 1)]);
}

#[test]
fn a_roster_that_is_not_there_is_named() {
    let found = scenario::load_roster(Path::new("nobody.csv")).unwrap_err();
    assert_eq!(found.as_slice()[0].code.id(), "E001");
}

const SPECIAL_TRADES: &str = include_str!("fixtures/staffing/special-trades.csv");

#[test]
fn a_month_outside_the_law_is_refused_with_the_way_to_have_it() {
    // 甲, a male worker born 1971-03: 60 in 2031-03, n = 74, delay 19. 丙, a woman in management born 1972-05: 55 in
    // 2027-05, n = 28, delay 8 → 2028-01.
    let without = SPECIAL_TRADES.replace("县人社局特殊工种审批表", "").replace("县委组织部批准延长任职", "");
    assert_eq!(findings(&without), [("E516", 2, 11), ("E516", 4, 11)]);
    let said = |language| render(&load(&without).unwrap_err(), &Text::new(language));
    assert!(said(Language::Chinese).contains(
        "经审批确定的月份（特殊工种、病退、经批准延长等），在 retirement_reason（退休审批依据）列写明依据。"
    ));
    assert!(said(Language::English).contains("takes its reason in the column retirement_reason"));
}

#[test]
fn a_month_fixed_by_approval_is_taken_with_its_reason() {
    let people = load(SPECIAL_TRADES).unwrap();
    let said: Vec<_> = people.iter().map(|person| (person.retirement, person.approval.as_deref())).collect();
    let month = |text| Month::parse(text).map(RetirementChoice::Month);
    let expected = [
        (month("2026-03"), Some("县人社局特殊工种审批表")),
        (month("2027-06"), None),
        (month("2029-06"), Some("县委组织部批准延长任职")),
        (None, None),
    ];
    assert_eq!(said, expected);
    // A reason fixes a month, not a policy, and not nothing.
    let reason = "县人社局特殊工种审批表";
    for choice in ["latest", ""] {
        let text = SPECIAL_TRADES.replace(&format!("2026-03,{reason}"), &format!("{choice},{reason}"));
        assert_eq!(findings(&text), [("E525", 2, 12)]);
    }
    // What is wrong with the month is told, and no more.
    let text = SPECIAL_TRADES.replace("2026-03,", "2026-13,");
    assert_eq!(findings(&text), [("E305", 2, 11)]);
}

#[test]
fn months_that_a_spreadsheet_rewrote_are_taken_back_and_told_once() {
    let text = "id,birth,sex,employment,post_category,senior_title,retirement,work_since\n\
         a,Apr-71,female,established,professional,no,earliest,1992/7\n\
         b,1990/1/1,male,contract,contract,no,27-Jun,15-Jul\n\
         c,1990年1月,male,contract,contract,no,Jun-27,Jul-15\n";
    // Whether 27-Jun and 15-Jul are of a year or of a day nobody can tell.
    assert_eq!(findings(text), [("W907", 2, 2), ("E305", 3, 7), ("E305", 3, 8)]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, format!("\u{feff}{}", text.replace("27-Jun,15-Jul", "2027/6,2015/7"))).unwrap();
    let loaded = scenario::load_roster(&path).unwrap();
    let births: Vec<_> = loaded.people.iter().map(|person| person.birth.to_string()).collect();
    assert_eq!(births, ["1971-04", "1990-01", "1990-01"]);
    let month = Month::parse("2027-06").map(RetirementChoice::Month);
    assert_eq!((loaded.people[1].retirement, loaded.people[2].retirement), (month, month));
    let said = render(&loaded.warnings, &Text::new(Language::Chinese));
    assert!(
        said.contains("自此格起有 8 处年月为表格软件改写后的写法，已按原月份读取，例如“Apr-71”按 1971-04。"),
        "{said}"
    );
    assert_eq!(loaded.warnings.as_slice().len(), 1);
}
