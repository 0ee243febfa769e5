//! Every shipped scenario loads, and the baseline says what its sources say.

use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use shuanggang::diag::Diagnostics;
use shuanggang::model::{Basis, ConflictTarget, Hire, RuleId, Unit};
use shuanggang::report::diagnostics::render;
use shuanggang::scenario::{self, Loaded};
use shuanggang::text::{Language, Text};
use std::path::{Path, PathBuf};

fn shipped() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push(path);
            }
        }
    }
    found
}

fn baseline() -> Unit {
    scenario::embedded().unwrap().unit
}

fn in_scenarios(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(file)
}

/// Another text of the minimal scenario with its own roster.
fn minimal(text: &str) -> Loaded {
    let roster = include_bytes!("../scenarios/minimal-roster.csv");
    scenario::load_text("minimal.toml", text, |_| Ok(roster.to_vec())).unwrap()
}

fn show(found: &Diagnostics) -> String {
    render(found, &Text::new(Language::English))
}

#[test]
fn every_shipped_scenario_loads_without_a_word() {
    let files = shipped();
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        let found = scenario::load(&file).map_or_else(|errors| errors, |loaded| loaded.warnings);
        assert_eq!(show(&found), "", "{}", file.display());
    }
}

#[test]
fn a_path_that_is_no_file_is_named() {
    for (path, said) in [
        ("scenarios", "“scenarios” is a folder, not a file."),
        ("scenarios/none.toml", "There is no file “scenarios/none.toml”."),
    ] {
        let found = scenario::load(Path::new(path)).unwrap_err();
        let shown = show(&found);
        assert!(shown.starts_with(&format!("error E001 at {path}:1:1\n  {said}\n")), "{shown}");
    }
}

#[test]
fn the_embedded_scenario_is_the_shipped_one() {
    let file = in_scenarios("hongjiang/baseline.toml");
    assert_eq!(scenario::load(&file).unwrap().unit, baseline());
}

#[test]
fn the_baseline_counts_as_the_document_does() {
    let unit = baseline();
    let count = unit.headcount();
    assert_eq!((count.on_books, count.on_duty, count.seconded_out, count.contract), (17, 15, 2, 17));
    let stated = [&unit.stated.authorised, &unit.stated.on_books, &unit.stated.on_duty, &unit.stated.contract];
    assert_eq!(stated.map(|number| number.as_ref().unwrap().value), [25, 17, 15, 17]);
    let retirements = unit.stated.retirements.as_ref().unwrap();
    assert_eq!((retirements.value, retirements.source.as_deref()), (5, Some("自评报告七（一）")));
    assert_eq!((unit.sections.len(), unit.matters.len(), unit.tiers.len(), unit.people.len()), (9, 36, 3, 34));
}

#[test]
fn driven_volumes_are_whole_cases_rounded_half_up() {
    let unit = baseline();
    let arriving = |id: &str| unit.matters.iter().find(|matter| matter.id == id).unwrap().arriving.value();
    // 13,207 × 1; 13,300 × 0.45 = 5,985; 53,161 × 0.035 = 1,860.635; 53,161 × 0.17 = 9,037.37; 2,454 × 0.045 = 110.43;
    // 13,207 × 0.045 = 594.315; 20,000 × 0.8; 20,000 × 0.1; 13,300 × 0.04; 24,200 × 0.037 = 895.4.
    for (id, cases) in [
        ("employee_changes", 13_207),
        ("resident_enrolment", 5_985),
        ("transfers", 1_861),
        ("rights_records", 9_037),
        ("civil_awards", 110),
        ("enterprise_awards", 594),
        ("enterprise_adjustment", 16_000),
        ("enterprise_certification", 2_000),
        ("resident_awards", 532),
        ("injury_medical", 895),
        ("petitions", 900),
    ] {
        assert_eq!(arriving(id), Decimal::from(cases), "{id}");
    }
}

#[test]
fn hours_follow_leave_and_rank() {
    let unit = baseline();
    let hours = |id: &str| unit.people.iter().find(|person| person.id == id).unwrap().hours.value().normalize();
    // 2024 has 251 working days; training and sickness take 15, overhead 0.15.
    for (id, expected) in [
        // 8 × (251 − 15 − 15) × 0.85 × 0.2
        ("编01", "300.56"),
        // 8 × (251 − 15 − 15) × 0.85 × 0.8
        ("编05", "1202.24"),
        // since 2011-07, 12 years: 8 × (251 − 10 − 15) × 0.85
        ("编13", "1536.8"),
        // since 2014-08, 9 years: 8 × (251 − 5 − 15) × 0.85
        ("编14", "1570.8"),
        // since 2024-01, no leave: 8 × (251 − 15) × 0.85
        ("编15", "1604.8"),
        // on loan elsewhere
        ("编16", "0"),
    ] {
        assert_eq!(hours(id).to_string(), expected, "{id}");
    }
}

#[test]
fn every_number_is_accounted_for_by_basis() {
    let unit = baseline();
    let count = |basis| unit.inputs.iter().filter(|input| input.basis == basis).count();
    // Headcounts 4 and retirements 1, drivers 6, working days 1, six readings of pay with their heads.
    assert_eq!(count(Basis::Document), 12 + 12);
    // Hours of a day 1, bands of annual leave 3.
    assert_eq!(count(Basis::Law), 4);
    assert_eq!(count(Basis::Measured), 0);
    // Training, sickness, overhead; three rank shares; three parameters of rules.
    assert_eq!(count(Basis::Policy), 9);
    // 36 volumes and rates, 77 minutes, 2 steps for two people, 34 people with two months each,
    // 6 chances and months of illness, 3 rates of growth, the ratio of the benchmark, lead time and intake months of
    // recruiting.
    assert_eq!(count(Basis::Assumption), 36 + 77 + 2 + 68 + 9 + 1 + 2);
    let mut paths: Vec<_> = unit.inputs.iter().map(|input| &input.path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), unit.inputs.len(), "no number is counted twice");
    assert!(unit.inputs.iter().all(|input| input.source.is_some()), "every number of the baseline names a source");
}

#[test]
fn only_the_rule_that_was_seen_in_a_law_is_called_law() {
    let unit = baseline();
    let law: Vec<_> = RuleId::ALL.into_iter().filter(|rule| unit.rules.sources[rule].basis == Basis::Law).collect();
    assert_eq!(law, [RuleId::Cashier]);
    assert!(RuleId::ALL.into_iter().all(|rule| unit.rules.sources[&rule].source.is_some()));
}

#[test]
fn the_known_conflicts_of_the_document_are_held() {
    let unit = baseline();
    let held: Vec<_> = unit
        .conflicts
        .iter()
        .map(|conflict| {
            let values: Vec<_> = conflict.values.iter().map(|value| value.value.normalize().to_string()).collect();
            (conflict.id.as_str(), values.join(" "), conflict.used, conflict.target.clone())
        })
        .collect();
    let insured = ConflictTarget::Driver("all_insured".to_owned());
    assert_eq!(
        held,
        [
            ("authorised_posts", "25 16".to_owned(), 0, Some(ConflictTarget::Authorised)),
            ("people_on_books", "17 16".to_owned(), 0, Some(ConflictTarget::OnBooks)),
            ("people_on_duty", "15 16".to_owned(), 0, Some(ConflictTarget::OnDuty)),
            ("insured_people", "53161 28961".to_owned(), 0, Some(insured)),
            ("fund_income", "15300 15397.06".to_owned(), 1, None),
            ("project_spending", "149.27 106.13".to_owned(), 0, None),
            ("project_items", "149.27 33".to_owned(), 0, None),
            ("public_funds", "8.3 193.68".to_owned(), 0, None),
        ]
    );
}

#[test]
fn a_scenario_that_says_little_gets_the_defaults_with_their_basis() {
    let file = in_scenarios("minimal.toml");
    let unit = scenario::load(&file).unwrap().unit;
    assert_eq!((unit.as_of.to_string().as_str(), unit.calendar.working_days(2025)), ("2025-01", 248));
    assert_eq!(unit.calendar.working_days(2030), 248);
    assert!(RuleId::ALL.into_iter().all(|rule| unit.rules.sources[&rule].basis != Basis::Assumption));
    // 8,000 × 0.25.
    assert_eq!(unit.matters[0].arriving.value(), Decimal::from(2000));
    // A number that names no basis is an assumption, in the same file as one that does.
    let basis = |path: &str| unit.inputs.iter().find(|input| input.path == path).unwrap().basis;
    assert_eq!(basis("matter.enrolment.rate"), Basis::Assumption);
    assert_eq!(basis("matter.payment_check.volume"), Basis::Measured);
    assert_eq!(basis("capacity.overhead"), Basis::Policy);
}

#[test]
fn the_months_of_a_year_add_up_to_it() {
    for unit in [baseline(), scenario::load(&in_scenarios("minimal.toml")).unwrap().unit] {
        let calendar = unit.calendar;
        // Two more days before the Spring Festival of 2026 fall into February.
        assert_eq!((calendar.month_days[&2025].value[0], calendar.month_days[&2026].value[1]), (19, 16));
        for (year, days) in &calendar.month_days {
            assert_eq!((days.value.iter().sum::<u32>(), days.basis), (calendar.working_days(*year), Basis::Document));
        }
        assert!(!calendar.month_days.contains_key(&2024), "not known by month");
    }
}

#[test]
fn a_year_counted_otherwise_has_no_default_for_its_months() {
    let text = format!("{}[calendar.working_days]\n2025 = 250\n", include_str!("../scenarios/minimal.toml"));
    let calendar = minimal(&text).unit.calendar;
    assert_eq!(calendar.month_days.into_keys().collect::<Vec<_>>(), [2026]);
}

#[test]
fn the_uncertainty_of_the_baseline_is_assumed_and_says_so() {
    let uncertainty = baseline().uncertainty.unwrap();
    let shares = [
        uncertainty.early,
        uncertainty.late,
        uncertainty.resign_established,
        uncertainty.resign_contract,
        uncertainty.long_sick,
    ];
    let growth = uncertainty.growth;
    for (basis, source) in
        shares.iter().map(|s| (s.basis, &s.source)).chain(growth.iter().map(|g| (g.basis, &g.source)))
    {
        assert_eq!(basis, Basis::Assumption);
        assert!(source.as_ref().unwrap().starts_with("假设"), "{source:?}");
    }
    assert_eq!(shares.map(|share| share.value.to_string()), ["0.2", "0.1", "0.01", "0.08", "0.02"]);
    assert_eq!(growth.map(|rate| rate.value.normalize().to_string()), ["-0.02", "0", "0.05"]);
    assert_eq!(uncertainty.long_sick_months.value, 6);
}

#[test]
fn hires_are_kept_in_order_of_month_and_id() {
    let hire = |id: &str, month: &str, more: &str| {
        format!(
            "[[hire]]\nid = \"{id}\"\nmonth = \"{month}\"\nemployment = \"contract\"\nsection = \"service\"\n{more}"
        )
    };
    let text = [
        include_str!("../scenarios/minimal.toml"),
        &hire("b", "2026-07", ""),
        &hire("c", "2025-02", "count = 3\nrank = \"section_head\"\nwork_since = \"2019-08\"\n"),
        &hire("a", "2026-07", ""),
    ]
    .concat();
    let loaded = minimal(&text);
    assert_eq!(show(&loaded.warnings), "");
    let said =
        |hire: &Hire| format!("{} {} {} {} {}", hire.id, hire.month, hire.count, hire.rank.id(), hire.work_since);
    assert_eq!(
        loaded.unit.hires.iter().map(said).collect::<Vec<_>>(),
        ["c 2025-02 3 section_head 2019-08", "a 2026-07 1 staff 2026-07", "b 2026-07 1 staff 2026-07"]
    );
}

#[test]
fn a_profile_becomes_shares_of_the_year() {
    let profile = "rate = 0.25\nprofile = [2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 4.0]";
    let text = include_str!("../scenarios/minimal.toml").replacen("rate = 0.25", profile, 1);
    let shares = minimal(&text).unit.matters[0].profile.unwrap().map(|share| share.value().normalize().to_string());
    assert_eq!(shares, ["0.25", "0.125", "0.125", "0", "0", "0", "0", "0", "0", "0", "0", "0.5"]);
}
