//! A roster read by itself, for the retirement of its people.

use pretty_assertions::assert_eq;
use shuanggang::diag::Diagnostics;
use shuanggang::model::RosterEntry;
use shuanggang::model::{RetirementChoice, RetirementPolicy};
use shuanggang::scenario;
use shuanggang::units::Month;
use std::path::Path;

fn load(text: &str) -> Result<Vec<RosterEntry>, Diagnostics> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, text).unwrap();
    scenario::load_roster(&path)
}

/// Code, row and column of each finding.
fn findings(text: &str) -> Vec<(&'static str, usize, usize)> {
    let found = load(text).unwrap_err();
    found.as_slice().iter().map(|finding| (finding.code.id(), finding.place.line, finding.place.column)).collect()
}

#[test]
fn the_roster_of_a_scenario_gives_its_people() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/roster.csv");
    let entries = scenario::load_roster(&path).unwrap();
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
