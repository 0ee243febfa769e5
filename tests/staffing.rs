//! Who is there in a month: one rule, whichever command asks and whichever month is planned first.

use crate::support::regressions;
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use shuanggang::analysis::project::project;
use shuanggang::analysis::{Finding, findings};
use shuanggang::model::{
    Change, Event, Headcount, OvertakenBy, Person, Quantity, RetirementPolicy, RetirementPolicy::Statutory, Unit,
};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario::{Loaded, Options, library, load_embedded, load_text_with};
use shuanggang::units::Month;
use std::fmt::Write as _;
use std::io;

const HOUSING_FUND: &str = include_str!("../scenarios/housing-fund/branch.toml");
const MINIMAL: &str = include_str!("../scenarios/minimal.toml");

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// A month of staffing set by options.
fn at(month: Month) -> Options {
    Options { set: vec![format!("year={}", month.year()), format!("as_of={month}")], ..Options::default() }
}

fn load(scenario: &str, roster: &str, options: &Options) -> Loaded {
    let read = |_: &str| -> io::Result<Vec<u8>> { Ok(roster.as_bytes().to_vec()) };
    load_text_with("s.toml", scenario, options, &read).unwrap_or_else(|found| panic!("{found:?}"))
}

fn overtaken(unit: &Unit) -> Vec<(&str, OvertakenBy, String)> {
    let found = findings(unit, None);
    let rows = found.iter().filter_map(|finding| match finding {
        Finding::Overtaken(row) => Some((unit[row.person].id.as_str(), row.by, row.last.to_string())),
        _ => None,
    });
    rows.collect()
}

fn present(unit: &Unit) -> Vec<&Person> {
    unit.present().map(|(_, person)| person).collect()
}

#[test]
fn whoever_reached_the_statutory_month_is_gone_in_every_command() {
    // 职07, a man in a management post born 1965-04: 60 in 2025-04, n = 3, delay 1 → 2025-05.
    let loaded = load(HOUSING_FUND, include_str!("fixtures/staffing/as-of.csv"), &at(month("2025-11")));
    let unit = loaded.unit;
    assert_eq!(overtaken(&unit), [("职07", OvertakenBy::Retired, "2025-05".to_owned())]);
    assert!(present(&unit).iter().all(|person| person.id != "职07"));
    let expected = Headcount {
        on_books: 8,
        on_duty: 7,
        leaders: 1,
        seconded_out: 1,
        seconded_in: 1,
        contract: 3,
        ..Headcount::default()
    };
    assert_eq!(unit.headcount(), expected);
    // Papers and roster agree on nine and eight; that time has passed is no disagreement of sources.
    assert!(loaded.warnings.as_slice().is_empty());
    // Through May he is there.
    let may = load(HOUSING_FUND, include_str!("fixtures/staffing/as-of.csv"), &at(month("2025-05"))).unit;
    assert_eq!((may.headcount().on_duty, overtaken(&may)), (8, vec![]));
}

#[test]
fn who_retired_in_the_month_before_the_first_is_gone() {
    // A man born 1964-12 is 60 in 2024-12, before the reform: gone from 2025-01.
    let unit = load(MINIMAL, include_str!("fixtures/staffing/month-end.csv"), &at(month("2025-01"))).unit;
    assert_eq!(overtaken(&unit), [("编6", OvertakenBy::Retired, "2024-12".to_owned())]);
    assert_eq!(unit.headcount().on_duty, 5);
}

#[test]
fn people_on_loan_here_retire_and_a_later_return_does_not_replace_it() {
    // 借01, a man born 1965-09: 60 in 2025-09, n = 8, delay 3 → 2025-12.
    let roster = include_str!("fixtures/staffing/loan.csv");
    let guest = "借01,established,seconded_in,staff,male,1965-09,1988-07,professional,no,risk,";
    let leaves = |until: &str| {
        let unit = load(HOUSING_FUND, &roster.replace(guest, &format!("{guest}{until}")), &Options::default()).unit;
        let events = unit.events(Statutory, month("2035-12"));
        let of = |event: &Event| match event {
            Event::Retired(ix) | Event::WentBack(ix) => unit[*ix].id == "借01",
            _ => false,
        };
        let found = events.into_iter().flat_map(|(month, events)| events.into_iter().map(move |e| (month, e)));
        let found = found.filter(|(_, event)| of(event));
        found.map(|(month, event)| (month.to_string(), matches!(event, Event::Retired(_)))).collect::<Vec<_>>()
    };
    assert_eq!(leaves(""), [("2026-01".to_owned(), true)]);
    assert_eq!(leaves("2026-06"), [("2026-01".to_owned(), true)]);
    assert_eq!(leaves("2025-12"), [("2026-01".to_owned(), true)]);
    assert_eq!(leaves("2025-11"), [("2025-12".to_owned(), false)]);
}

#[test]
fn a_loan_that_is_over_is_over_in_the_plan_too() {
    // 借01 stays until 2026-06, 职08 is away until 2025-12.
    let roster = include_str!("../scenarios/housing-fund/roster.csv");
    let unit = load(HOUSING_FUND, roster, &at(month("2026-07"))).unit;
    let expected =
        [("职08", OvertakenBy::Returned, "2025-12".to_owned()), ("借01", OvertakenBy::WentBack, "2026-06".to_owned())];
    assert_eq!(overtaken(&unit), expected);
    let expected = Headcount {
        on_books: 9,
        on_duty: 9,
        leaders: 1,
        seconded_out: 0,
        seconded_in: 0,
        contract: 3,
        ..Headcount::default()
    };
    assert_eq!(unit.headcount(), expected);
}

#[test]
fn a_choice_that_is_past_has_happened() {
    let roster = include_str!("../scenarios/minimal-roster.csv");
    let roster = roster.replacen("home\n", "home,retirement\n", 1).replace("no,service\n", "no,service,\n");
    let roster = roster.replace("no,inspection\n", "no,inspection,\n").replace("no,\n", "no,,\n");
    let roster = roster.replace("contract,no,service,", "contract,no,service,2024-12");
    let unit = load(MINIMAL, &roster, &at(month("2025-01"))).unit;
    assert_eq!(overtaken(&unit), [("合1", OvertakenBy::Retired, "2024-12".to_owned())]);
    assert_eq!(unit.headcount().contract, 0);
}

#[test]
fn a_month_fixed_by_approval_holds_under_every_policy_and_is_told() {
    // 编3, a woman in a professional post born 1990-01, may retire from 2045-01 at the earliest.
    let roster = include_str!("../scenarios/minimal-roster.csv");
    let roster = roster.lines().map(|line| match line {
        line if line.starts_with("id,") => format!("{line},retirement,retirement_reason\n"),
        line if line.starts_with("编3,") => format!("{line},2026-03,病退审批表\n"),
        line => format!("{line},,\n"),
    });
    let roster = roster.collect::<String>();
    let unit = load(MINIMAL, &roster, &at(month("2025-01"))).unit;
    for policy in [Statutory, RetirementPolicy::Earliest, RetirementPolicy::Latest, RetirementPolicy::PreReform] {
        let events = unit.events(policy, month("2027-12"));
        let retired =
            events.iter().flat_map(|(month, events)| events.iter().map(move |event| (month.to_string(), event)));
        let retired: Vec<_> = retired.filter(|(_, event)| matches!(event, Event::Retired(_))).collect();
        assert!(
            matches!(retired.as_slice(), [(month, Event::Retired(ix))] if month == "2026-04" && unit[*ix].id == "编3")
        );
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("minimal-roster.csv"), roster).unwrap();
    std::fs::write(folder.path().join("unit.toml"), MINIMAL).unwrap();
    let said = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = command.current_dir(&folder).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for command in [["plan", "unit.toml"].as_slice(), &["project", "unit.toml", "--years", "1"]] {
        let words = |language| said(&[command, &["--format", "markdown", "--lang", language]].concat());
        assert!(words("zh").contains("编3于2026年3月底退休离岗，月份经审批确定：病退审批表。"), "{command:?}");
        assert!(
            words("en").contains("编3 leaves at the end of March 2026, fixed by approval: 病退审批表."),
            "{command:?}"
        );
    }
    let json: serde_json::Value = serde_json::from_str(&said(&["plan", "unit.toml", "--format", "json"])).unwrap();
    let approved = serde_json::json!({"person": "编3", "month": "2026-03", "reason": "病退审批表"});
    assert_eq!(json["findings"][0]["retirement_approved"], approved);
}

#[test]
fn the_built_in_unit_of_2027_has_the_people_of_the_projection() {
    // 编05 leaves at the end of 2025-10 and 编11 at the end of 2026-01: 15 on duty less two.
    let baseline = library().iter().find(|scenario| scenario.name == "baseline").unwrap();
    let unit = load_embedded(baseline, &at(month("2027-01"))).unwrap().unit;
    assert_eq!(unit.headcount().on_duty, 13);
    assert_eq!(overtaken(&unit).iter().map(|(id, ..)| *id).collect::<Vec<_>>(), ["编05", "编11"]);
}

#[test]
fn a_hypothetical_hire_is_no_disagreement_of_sources() {
    let options = Options { hire: vec!["established=2".to_owned()], ..Options::default() };
    let roster = include_str!("../scenarios/housing-fund/roster.csv");
    let loaded = load(HOUSING_FUND, roster, &options);
    assert_eq!((loaded.unit.on_paper.on_duty, loaded.unit.headcount().on_duty), (8, 10));
    assert!(loaded.warnings.as_slice().is_empty());
}

/// The unit planned for a later month, its people with the hours of another plan year, as the projection has them.
fn with_hours_of(then: &Unit, year: i32) -> Unit {
    let hours = then.capacity.hours_per_day.value.value();
    Unit { year, ..then.clone() }.with(&[Change::Number(Quantity::HoursPerDay, hours)])
}

/// What tells the staffings of two units apart.
fn staff(unit: &Unit) -> Vec<(&str, Option<usize>, shuanggang::units::Hours)> {
    let mut people: Vec<_> = unit.present().map(|(_, p)| (p.id.as_str(), p.home.map(|home| home.0), p.hours)).collect();
    people.sort_unstable();
    people
}

/// Every month with a change up to a last one: the unit of the plan is the unit of the projection.
fn agree(load: impl Fn(&Options) -> Unit, years: u32, solve: bool) {
    let unit = load(&Options::default());
    let until = unit.as_of.plus(i32::try_from(years).unwrap() * 12 - 1);
    let mut projected = unit.clone();
    let events = unit.events(Statutory, until);
    let rows = solve.then(|| project(&unit, years, Statutory, &Settings::default(), &mut ()).unwrap().chosen);
    for (first, events) in events {
        for event in &events {
            projected.apply(event);
        }
        let then = with_hours_of(&load(&at(first)), unit.year);
        assert_eq!(staff(&then), staff(&projected), "{first}");
        assert_eq!(then.headcount(), projected.headcount(), "{first}");
        if let Some(rows) = &rows {
            let row = rows.at(first);
            assert_eq!((row.month, row.headcount), (first, then.headcount()));
            assert_eq!(row.service, plan(&then, &Settings::default(), &mut ()).unwrap().service(&then), "{first}");
        }
    }
}

#[test]
fn plan_and_projection_agree_on_every_month_of_the_shipped_scenarios() {
    for scenario in library() {
        let solve = ["baseline", "housing-fund", "minimal", "medical-insurance", "treasury"].contains(&scenario.name);
        agree(|options| load_embedded(scenario, options).unwrap().unit, 5, solve);
    }
}

proptest! {
    #![proptest_config(regressions(60))]

    #[test]
    fn plan_and_projection_agree_on_every_month_of_generated_rosters(
        rows in prop::collection::vec((0_u32..3, 1958_u32..1975, 1_u32..13, 0_i32..80, 0_u32..4, any::<bool>()), 2..9),
        solve in prop::bool::weighted(0.2),
    ) {
        let mut roster = "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,\
            seconded_until\n".to_owned();
        for (i, (status, year, of_year, until, category, female)) in rows.iter().enumerate() {
            let status = ["on_duty", "seconded_out", "seconded_in"][*status as usize];
            // Nobody tiny of the sample is a leader; the scenario approves by its one leader.
            let category = ["management", "professional", "worker", "contract"][*category as usize];
            let employment = if category == "contract" { "contract" } else { "established" };
            let sex = if *female { "female" } else { "male" };
            let until = if status == "on_duty" || *until < 20 { String::new() } else { month("2024-01").plus(*until).to_string() };
            let home = if i % 2 == 0 { "service" } else { "inspection" };
            let _ = writeln!(
                roster,
                "p{i},{employment},{status},staff,{sex},{year}-{of_year:02},1995-07,{category},no,{home},{until}"
            );
        }
        roster += "chief,established,on_duty,leader,male,1980-01,2003-07,management,no,,\n";
        agree(|options| load(MINIMAL, &roster, options).unit, 6, solve);
    }
}

#[test]
fn policies_are_about_months_to_come() {
    // 职07 has retired by statute when 2025-11 is planned; no policy brings him back.
    let unit = load(HOUSING_FUND, include_str!("fixtures/staffing/as-of.csv"), &at(month("2025-11"))).unit;
    let gone = unit.people().find(|(_, person)| person.id == "职07").unwrap().0;
    for policy in RetirementPolicy::ALL {
        let events = unit.events(policy, month("2035-12"));
        assert!(!events.values().flatten().any(|event| *event == Event::Retired(gone)), "{}", policy.id());
    }
}
