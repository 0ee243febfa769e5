//! CSV as programs read it: heads and words that do not change with the language, the same as in JSON.

use pretty_assertions::assert_eq;
use rust_decimal::Decimal;
use serde_json::Value;
use shuanggang::analysis::absence::absence;
use shuanggang::analysis::compare::compare;
use shuanggang::analysis::explain::explain;
use shuanggang::analysis::hire::{self, Targets, hire};
use shuanggang::analysis::leave::leave;
use shuanggang::analysis::need::need;
use shuanggang::analysis::plan::alternatives::{Wanted, alternatives};
use shuanggang::analysis::plan::months::monthly;
use shuanggang::analysis::project::{forecast, project};
use shuanggang::analysis::sensitivity::sensitivity;
use shuanggang::analysis::tradeoff::tradeoff;
use shuanggang::analysis::{assess, wisn};
use shuanggang::check::verify_duty_table;
use shuanggang::diag::Diagnostics;
use shuanggang::model::{
    Employment, PostCategory, PostIx, RetirementChoice, RetirementPolicy, RosterEntry, Sex, TierIx, Unit, differences,
};
use shuanggang::optimise::Settings;
use shuanggang::render::csv;
use shuanggang::render::detail::Detail;
use shuanggang::render::document::Document;
use shuanggang::report::outputs::Output;
use shuanggang::report::plan::Extras;
use shuanggang::report::show::diff;
use shuanggang::report::{self, verify};
use shuanggang::scenario::import::{Options as Reading, import_bytes};
use shuanggang::scenario::{self, Options};
use shuanggang::text::{Language, Text};
use shuanggang::units::{Month, Share};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples").join(name)
}

fn unit(name: &str) -> Unit {
    scenario::load_with(&example(name), &Options::default()).unwrap().unit
}

/// Reports by the command that prints them, each in both languages.
struct Reports(Vec<(&'static str, [Document; 2])>);

impl Reports {
    fn add(&mut self, command: &'static str, document: impl Fn(&Text) -> Document) {
        let both = [Language::Chinese, Language::English].map(|language| document(&Text::new(language)));
        self.0.push((command, both));
    }

    /// What every command says of a unit.
    fn on(&mut self, unit: &Unit) {
        let settings = Settings::default();
        let full = Detail::Annexed;
        let assessment = assess(unit, &settings, &mut ()).unwrap();
        let months = monthly(unit, &assessment.plan, &settings).unwrap();
        let wanted = Wanted { count: 2, within: Share::ONE };
        let others = alternatives(unit, &assessment.plan, wanted, &settings, &mut ()).unwrap();
        let extras = Extras { months: Some(&months), alternatives: Some(&others), ..Extras::default() };
        self.add("plan", |text| report::plan::document(unit, &assessment, extras, text, full));
        let explained = explain(unit, None, &settings, &mut ()).unwrap();
        self.add("explain", |text| report::explain::document(unit, &explained, None, text, full));
        let outlook = project(unit, 6, RetirementPolicy::Statutory, &settings, &mut ()).unwrap();
        let drawn = forecast(unit, 2, 3, 1, &settings, &mut ()).unwrap();
        self.add("project", |text| report::project::document(unit, &outlook, Some(&drawn), text, full));
        let traded = tradeoff(unit, &[], &settings, &mut ()).unwrap();
        self.add("tradeoff", |text| report::tradeoff::document(unit, &traded, TierIx(0), text, full));
        let missed = absence(unit, 2, &settings, &mut ()).unwrap();
        self.add("absence", |text| report::absence::document(unit, &missed, text, full));
        let vacations = leave(unit, &settings, &mut ()).unwrap();
        self.add("calendar", |text| report::calendar::document(unit, &vacations, text, full));
        let sensitive = sensitivity(unit, Decimal::TWO, &settings, &mut ()).unwrap();
        self.add("sensitivity", |text| report::sensitivity::document(unit, &sensitive, text, full));
        let needed = need(unit, &settings, &mut ()).unwrap();
        self.add("need", |text| report::need::document(unit, &needed, text, full));
        let sides = [("甲", Some(unit.clone())), ("乙", None)].map(|(name, unit)| (name.to_owned(), unit));
        let sides = compare(sides.to_vec(), &settings, &mut ());
        self.add("compare", |text| report::compare::document(&sides, text, full));
    }
}

/// Every report that has tables, on small units.
fn reports() -> Reports {
    let mut all = Reports(Vec::new());
    let (paper, hiring) = (unit("paper.toml"), unit("hiring.toml"));
    all.on(&paper);
    all.on(&hiring);
    let wanted = hire::Wanted {
        years: 3,
        policy: RetirementPolicy::Statutory,
        targets: Targets::new(vec![Share::ONE; hiring.tiers.len()]).unwrap(),
        cover: None,
        budget: None,
    };
    let hired = hire(&hiring, &wanted, &Settings::default(), &mut ()).unwrap();
    all.add("hire", |text| report::hire::document(&hiring, &hired, text));
    let embedded = scenario::embedded().unwrap();
    // Everybody at every post breaks most rules.
    let posts = || (0..embedded.unit.posts.len()).map(PostIx);
    let everywhere = embedded.unit.people().flat_map(|(person, _)| posts().map(move |post| (person, post)));
    let broken = verify_duty_table(&embedded.unit, &everywhere.collect());
    all.add("check", |text| report::check::document(&embedded.unit, &Diagnostics::default(), Some(&broken), text));
    let judgement = verify::Judgement { violations: broken.clone(), differences: Vec::new(), unconfirmed: Vec::new() };
    all.add("verify", |text| verify::document(&embedded.unit, &judgement, text));
    let other = scenario::load_with(&example("hiring.toml"), &Options::default()).unwrap();
    let found = differences(&embedded.settings(), &other.settings());
    all.add("diff", |text| diff::document(["甲", "乙"], &found, text));
    all.add("show", |text| report::show::document(&other.unit, &other.settings(), text));
    let table = std::fs::read(example("staff.csv")).unwrap();
    let imported = import_bytes("staff.csv", table, &Reading::default());
    all.add("import", |text| report::import::document(&imported.reading, &imported.found, None, text, Detail::Full));
    let study = scenario::load_study(&example("clinic-wisn.toml")).unwrap();
    let audit = wisn::audit(&study);
    all.add("wisn", |text| report::wisn::document(&study, &audit, text));
    let people = roster();
    all.add("retire", |text| report::retire::person(&people[0], text));
    all.add("retire-roster", |text| report::retire::roster(&people, text));
    all
}

/// One closed to management, one with a choice, one whom the law does not bind.
fn roster() -> Vec<RosterEntry> {
    let entry = |id: &str, birth: &str, category| RosterEntry {
        id: id.into(),
        employment: if category == PostCategory::Contract { Employment::Contract } else { Employment::Established },
        sex: Sex::Male,
        birth: Month::parse(birth).unwrap(),
        category,
        senior_title: false,
        retirement: None,
        approval: None,
    };
    let choice = Some(RetirementChoice::Policy(RetirementPolicy::Earliest));
    vec![
        entry("编01", "1970-05", PostCategory::Management),
        RosterEntry { retirement: choice, ..entry("编02", "1965-10", PostCategory::Worker) },
        entry("合01", "1950-01", PostCategory::Contract),
    ]
}

#[test]
fn csv_is_the_same_in_both_languages_and_heads_are_unique_keys() {
    for (_, [chinese, english]) in reports().0 {
        let title = english.title.as_str();
        for (chinese, english) in chinese.tables().zip(english.tables()) {
            let name = chinese.name;
            let written = csv::with_keys(chinese);
            assert_eq!(written, csv::with_keys(english), "{title}: {name}");
            assert!(is_key(name), "{name}");
            let heads: Vec<_> = written.lines().next().unwrap().split(',').collect();
            assert!(heads.iter().copied().all(is_key), "{title}: {name}: {heads:?}");
            assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "{title}: {name}: {heads:?}");
        }
        assert_eq!(chinese.tables().count(), english.tables().count());
    }
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Columns that are no field of JSON: counts, sums and shares that a program gets from the lists and numbers there.
const DERIVED: &[&str] = &[
    "absence: absences.slowed",
    "absence: absences.stalled",
    "absence: matters.slows_without",
    "absence: matters.stalls_without",
    "absence: people.slowed",
    "absence: people.stalled",
    "calendar: leave.granted",
    "calendar: weeks.away",
    "calendar: weeks.lacking",
    "check: headcounts.planned",
    "check: inputs.share",
    "compare: differences.scenario_2",
    "compare: measures.scenario_1",
    "compare: measures.scenario_2",
    "compare: statuses.matter",
    "compare: statuses.scenario_1",
    "compare: statuses.scenario_2",
    "diff: differences.place",
    "explain: count_people.employment",
    "explain: in_vain.change",
    "explain: recount.figure",
    "hire: alternatives.cost_high",
    "hire: alternatives.cost_low",
    "hire: costs.cost_high",
    "hire: costs.cost_low",
    "hire: needs.fewest",
    "hire: pay.a_head",
    "hire: pay.basis",
    "hire: pay.total",
    "hire: plans.cost_high",
    "hire: plans.cost_low",
    "hire: targets.with",
    "hire: targets.without",
    "hire: timeline.events",
    "need: readings.contract_difference",
    "need: readings.established_difference",
    "need: readings.in_all",
    "need: readings.reading",
    "need: sections.by_both_contract",
    "need: sections.by_both_established",
    "need: sections.present_contract",
    "need: sections.present_established",
    "need: wisn.in_all",
    "need: wisn.quantity",
    "plan: alternatives.arrangement",
    "plan: alternatives.backups",
    "plan: board.duty",
    "plan: board.handle",
    "plan: board.review",
    "plan: count.needed_by",
    "plan: inputs.share",
    "plan: moves.arrangement",
    "plan: people.use",
    "plan: recount.figure",
    "plan: rules.setting",
    "plan: sections.handle",
    "plan: sections.review",
    "plan: spare.group",
    "plan: spare.hours_idle",
    "plan: spare.use",
    "plan: staff.rank",
    "plan: tiers.full",
    "project: changes.change",
    "project: forecast.measure",
    "project: numbers.basis",
    "project: numbers.path",
    "project: numbers.source",
    "project: numbers.value",
    "project: years.slowed",
    "project: years.stalled",
    "retire: window.month",
    "retire: window.notice_by",
    "retire: window.window",
    "sensitivity: conflicts.effect",
    "sensitivity: conflicts.source",
    "sensitivity: conflicts.topic",
    "show: values.place",
    "tradeoff: frontier.slowed",
    "tradeoff: frontier.stalled",
    "tradeoff: losses.section",
    "wisn: groups.available_hours",
    "wisn: groups.caf",
    "wisn: groups.current",
    "wisn: groups.difference",
    "wisn: groups.iaf",
    "wisn: groups.ratio",
    "wisn: groups.required",
    "wisn: groups.staff",
];

#[test]
fn other_heads_are_fields_of_json() {
    let mut derived = BTreeSet::new();
    for (command, [document, _]) in reports().0 {
        let mut fields = BTreeSet::new();
        names(Output::parse(command).unwrap().schema().as_value(), &mut fields);
        // A roster has the heads of roster files.
        for table in document.tables().filter(|table| table.name != "roster") {
            let keys = table.columns.iter().filter_map(|column| column.key.as_deref());
            // A column for each tier, month or year; in JSON they are elements of lists.
            let is_element = |key: &str| ["service_", "month_", "stalled_by_"].iter().any(|of| key.starts_with(of));
            let others = keys.filter(|key| !fields.contains(*key) && !is_element(key));
            derived.extend(others.map(|key| format!("{command}: {}.{key}", table.name)));
        }
    }
    assert_eq!(derived.iter().map(String::as_str).collect::<Vec<_>>(), DERIVED);
}

/// The names of all fields of a schema.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::Object(properties)) = entries.get("properties") {
                found.extend(properties.keys().cloned());
            }
            entries.values().for_each(|value| names(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}
