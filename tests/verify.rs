//! `verify` refuses whatever a saved plan says that does not follow from it and from its scenario.

use crate::support::mutants::{Mutant, mutants};
use assert_cmd::Command;
use shuanggang::analysis::explain::{remedies, rivals};
use shuanggang::analysis::plan::alternatives::{Wanted, alternatives};
use shuanggang::analysis::plan::months::monthly;
use shuanggang::analysis::{Again, again, assess};
use shuanggang::check;
use shuanggang::model::{Plan, Unit};
use shuanggang::optimise::{Deadline, Engine, Settings};
use shuanggang::render::json;
use shuanggang::report::plan::json::{Difference, PlanFile, differences};
use shuanggang::scenario::{self, Options};
use shuanggang::units::Share;
use std::path::Path;
use std::time::Duration;

fn unit(name: &str, set: &[&str]) -> Unit {
    let options = Options { set: set.iter().map(|set| (*set).to_owned()).collect(), ..Options::default() };
    let embedded = scenario::library().iter().find(|embedded| embedded.name == name).unwrap();
    scenario::load_embedded(embedded, &options).unwrap().unit
}

/// What `plan --format json` writes; with months and alternatives if `all`.
fn saved(unit: &Unit, settings: &Settings, all: bool) -> String {
    let assessment = assess(unit, settings, &mut ()).unwrap();
    let remedies = remedies(unit, &assessment.plan, &assessment.shortfalls, settings).unwrap();
    let rivals = rivals(unit, &assessment.plan, &assessment.shortfalls, settings).unwrap();
    let file = PlanFile::of(unit, &assessment, Some("a.toml"));
    let mut file = file.with_remedies(unit, &remedies).with_rivals(unit, &rivals);
    if all {
        file = file.with_months(unit, &monthly(unit, &assessment.plan, settings).unwrap());
        let wanted = Wanted { count: 2, within: Share::ZERO };
        let others = alternatives(unit, &assessment.plan, wanted, settings, &mut ()).unwrap();
        file = file.with_alternatives(unit, &others);
    }
    json::write(&file).unwrap()
}

/// What becomes of a file.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    BadInput,
    Broken,
    Differs(Vec<Difference>),
    Passes,
}

impl Verdict {
    fn paths(&self) -> Vec<&str> {
        match self {
            Self::Differs(differences) => differences.iter().map(|difference| &*difference.path).collect(),
            _ => Vec::new(),
        }
    }
}

/// Judges files of one unit; what follows from one plan is worked out once.
struct Judge<'u> {
    unit: &'u Unit,
    known: Vec<(Plan, bool, Again)>,
}

impl<'u> Judge<'u> {
    fn new(unit: &'u Unit) -> Self {
        Self { unit, known: Vec::new() }
    }

    fn judge(&mut self, text: &str) -> Verdict {
        let Ok(file) = PlanFile::parse(text) else { return Verdict::BadInput };
        let (Ok(plan), Ok(others)) = (file.plan(self.unit), file.alternative_plans(self.unit)) else {
            return Verdict::BadInput;
        };
        if [&plan].into_iter().chain(&others).any(|plan| !check::verify(self.unit, plan).is_empty()) {
            return Verdict::Broken;
        }
        let by_month = file.months.is_some();
        let again = self.again(&plan, by_month, Engine::of_version(&file.engine).unwrap_or_default());
        let differences = differences(&file, &file.rebuilt(self.unit, &again, &others).file).unwrap();
        if differences.is_empty() { Verdict::Passes } else { Verdict::Differs(differences) }
    }

    fn again(&mut self, plan: &Plan, by_month: bool, engine: Engine) -> Again {
        let known = self.known.iter().find(|(known, months, _)| known == plan && *months == by_month);
        if let Some((.., again)) = known {
            return again.clone();
        }
        let settings = Settings { engine, ..Settings::default() };
        let again = again(self.unit, plan, by_month, &settings).unwrap();
        self.known.push((plan.clone(), by_month, again.clone()));
        again
    }
}

#[test]
fn what_plan_writes_passes() {
    for (name, all) in [("baseline", false), ("housing-fund", false), ("minimal", true)] {
        let unit = unit(name, &[]);
        assert_eq!(Judge::new(&unit).judge(&saved(&unit, &Settings::default(), all)), Verdict::Passes, "{name}");
    }
}

#[test]
fn an_unfinished_plan_passes_as_such() {
    let unit = unit("baseline", &[]);
    let settings = Settings { deadline: Deadline::after(Duration::from_millis(1)), ..Settings::default() };
    let text = saved(&unit, &settings, false);
    assert!(text.contains("\"time_limit\""));
    assert_eq!(Judge::new(&unit).judge(&text), Verdict::Passes);
}

/// A stalled matter called full; fewer stages than there are; a bound below what can be reached.
#[test]
fn what_is_overstated_is_refused_at_its_place() {
    let unit = unit("baseline", &[]);
    let text = saved(&unit, &Settings::default(), false);
    let mut judge = Judge::new(&unit);
    let overstated = text.replacen("\"status\": \"stalled\"", "\"status\": \"full\"", 1);
    let i = unit.matters.iter().position(|matter| matter.id == "underreporting_audit").unwrap();
    assert_eq!(judge.judge(&overstated).paths(), [format!("matters[{i}].status")]);

    // Two of three audits served: the plan is called the best there is, and consistently so.
    let mut file = PlanFile::parse(&text).unwrap();
    let audit = file.stages.iter().position(|stage| stage.id == "service:audit").unwrap();
    let served = |m: &&mut shuanggang::report::plan::json::Matter| m.tier == "audit" && m.status == "full";
    let dropped = file.matters.iter_mut().find(served).unwrap();
    dropped.done = 0.into();
    let id = dropped.id.clone();
    for person in &mut file.people {
        person.work.retain(|work| work.matter != id);
    }
    file.stages[audit].objective = 2.into();
    file.stages[audit].bound = 2.into();
    let verdict = judge.judge(&json::write(&file).unwrap());
    let bound = format!("stages[{audit}].bound");
    assert!(verdict.paths().contains(&&*bound), "{verdict:?}");
}

#[test]
fn a_plan_for_other_volumes_months_or_rosters_is_refused() {
    let at_home = unit("minimal", &[]);
    let text = saved(&at_home, &Settings::default(), false);
    let volumes = unit("minimal", &["matter.payment_check.volume=301"]);
    assert!(Judge::new(&volumes).judge(&text).paths().iter().any(|path| path.ends_with(".arriving")));
    let year = unit("minimal", &["year=2026"]);
    assert!(Judge::new(&year).judge(&text).paths().contains(&"scenario.year"));
    let mut roster = at_home.clone();
    roster.people[0].hours = shuanggang::units::Hours::from(1);
    assert_ne!(Judge::new(&roster).judge(&text), Verdict::Passes);
    roster.people.pop();
    assert_ne!(Judge::new(&roster).judge(&text), Verdict::Passes);
}

/// Words that the contract knows, by field.
const WORDS: [(&str, &[&str]); 6] = [
    ("status", &["full", "slowed", "stalled", "optimal", "feasible"]),
    ("stop", &["proven", "time_limit", "engine"]),
    (
        "code",
        &[
            "no_eligible_handler",
            "no_eligible_reviewer",
            "no_eligible_approver",
            "no_second_person",
            "hours_exhausted",
            "kept_for_higher_tier",
            "kept_for_same_tier",
            "search_stopped",
        ],
    ),
    ("limit", &["people", "hours", "unknown"]),
    ("end", &["enough", "no_other", "not_found"]),
    ("basis", &["document", "law", "measured", "policy", "assumption"]),
];

/// What may be changed without making the file false: how its author named the scenario; which of two engines found
/// the plan; how far a search for alternatives was let go and why it ended, which nothing in the file tells, so that
/// a shorter list of them is as true.
fn says_nothing_false(mutant: &Mutant) -> bool {
    let other_engine = Engine::ALL.iter().any(|engine| mutant.change.contains(engine.version()));
    match &*mutant.path {
        "scenario.file" | "alternatives.most_moved" | "alternatives.end" => true,
        "engine" => other_engine,
        "alternatives.plans[0]" | "alternatives.plans[1]" => mutant.change.is_empty(),
        _ => false,
    }
}

fn refuses_every_mutant(unit: &Unit, text: &str, every: usize) {
    let mut judge = Judge::new(unit);
    assert_eq!(judge.judge(text), Verdict::Passes);
    let all = mutants(text, &WORDS);
    assert!(all.len() > 500, "{}", all.len());
    for mutant in all.iter().step_by(every).filter(|mutant| !says_nothing_false(mutant)) {
        assert_ne!(judge.judge(&mutant.text), Verdict::Passes, "{} → {}", mutant.path, mutant.change);
    }
}

#[test]
fn every_mutant_of_a_small_plan_is_refused() {
    // Too little time for everything, so that there are reasons and remedies, and several ways to place people.
    let unit = unit("minimal", &["matter.payment_check.volume=3000"]);
    refuses_every_mutant(&unit, &saved(&unit, &Settings::default(), true), 1);
}

#[test]
fn mutants_of_larger_plans_are_refused() {
    for (name, every) in [("baseline", 97), ("housing-fund", 41)] {
        let unit = unit(name, &[]);
        refuses_every_mutant(&unit, &saved(&unit, &Settings::default(), false), every);
    }
}

#[test]
fn numbers_beyond_counting_are_bad_input() {
    let unit = unit("minimal", &[]);
    let text = saved(&unit, &Settings::default(), false);
    let mut judge = Judge::new(&unit);
    for number in ["1e28", "-1e13", "79228162514264337593543950335"] {
        for key in ["\"cases\": ", "\"objective\": ", "\"done\": "] {
            let (before, rest) = text.split_once(key).unwrap();
            let (_, after) = rest.split_at(rest.find([',', '\n']).unwrap());
            let huge = format!("{before}{key}{number}{after}");
            assert_eq!(judge.judge(&huge), Verdict::BadInput, "{key}{number}");
        }
    }
}

/// The program itself: what is no file is not waited for, what is endless is not read.
#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    for file in [pipe.as_path(), Path::new("/dev/zero")] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.args(["verify", "minimal"]).arg(file).timeout(Duration::from_secs(20));
        program.assert().code(2);
    }
}
