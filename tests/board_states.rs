//! What the board shows of a state is what the commands make of it, to the byte.

use crate::board::{folder, small};
use crate::support::board::{Board, commands, rows, state};
use pretty_assertions::assert_eq;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use shuanggang::model::{RetirementPolicy, ServiceStatus, Status, Unit};
use shuanggang::optimise;
use shuanggang::render::document::Kind;
use shuanggang::scenario::{self, Options};
use shuanggang::units::Month;
use shuanggang::{Diagnostics, Settings};
use std::fs;
use std::path::Path;

/// The unit of a command that the board shows.
pub(crate) fn unit_of(command: &str, folder: &Path) -> Result<Unit, Diagnostics> {
    let words: Vec<_> = command.split(' ').collect();
    assert_eq!(words[..2], ["shuanggang", "plan"]);
    let is_file = words.get(2).is_some_and(|word| !word.starts_with("--"));
    let mut options = Options::default();
    let mut later = None;
    for pair in words[if is_file { 3 } else { 2 }..].chunks(2) {
        let list = match pair[0] {
            "--set" => &mut options.set,
            "--rule" => &mut options.rule,
            "--hire" => &mut options.hire,
            "--recall" => &mut options.recall,
            "--leave" => &mut options.leave,
            "--month" => {
                later = Month::parse(pair[1]);
                continue;
            }
            other => panic!("{other}"),
        };
        list.push(pair[1].to_owned());
    }
    let loaded =
        if is_file { scenario::load_with(&folder.join(words[2]), &options) } else { scenario::embedded_with(&options) };
    let in_month = |unit: Unit| match later {
        Some(month) => unit.in_month(month, RetirementPolicy::Statutory).0,
        None => unit,
    };
    loaded.map(|loaded| in_month(loaded.unit))
}

/// The name and the level of every matter in the order of the page, as `plan` has them.
pub(crate) fn planned(unit: &Unit) -> Vec<[String; 2]> {
    let plan = optimise::plan(unit, &Settings::default(), &mut ()).unwrap();
    let mut matters: Vec<_> = unit.matters().collect();
    matters.sort_by_key(|(_, matter)| matter.tier);
    let shown = matters.iter().map(|(ix, m)| [m.name.clone(), Kind::Percent.show(plan.level(unit, *ix).value())]);
    shown.collect()
}

/// Levers moved one after another, some of them back again.
struct Moves<'a> {
    unit: &'a Unit,
    rules: &'a [(&'a str, &'a str)],
    months: &'a [&'a str],
    random: ChaCha8Rng,
}

impl Moves<'_> {
    fn pick<'t, T>(&mut self, among: &'t [T]) -> &'t T {
        &among[self.random.random_range(0..among.len())]
    }

    fn person(&mut self, status: Status) -> Option<String> {
        let people: Vec<_> = self.unit.people.iter().filter(|person| person.status == status).collect();
        (!people.is_empty()).then(|| self.pick(&people).id.clone())
    }

    fn section(&mut self) -> String {
        let sections: Vec<_> = self.unit.sections().map(|(_, section)| section.id.clone()).collect();
        self.pick(&sections).clone()
    }

    fn step(&mut self, state: &mut Value) {
        match self.random.random_range(0..8) {
            0 => state["hires"]["established"] = json!(self.random.random_range(0..3)),
            1 => {
                let section = self.section();
                state["hires"][format!("contract:{section}")] = json!(self.random.random_range(0..2));
            }
            2 => {
                let Some(person) = self.person(Status::SecondedOut) else { return };
                state["people"][person] = json!(*self.pick(&["back", "back", "off"]));
            }
            3 | 4 => {
                let Some(person) = self.person(Status::OnDuty) else { return };
                let pinned = format!("at:{}", self.section());
                state["people"][person] = json!(*self.pick(&["off", "away", &pinned]));
            }
            5 => {
                let (rule, to) = *self.pick(self.rules);
                state["rules"][rule] = json!(to);
            }
            6 => state["month"] = json!(*self.pick(self.months)),
            _ => {
                let section = self.section();
                state["volumes"][section] = json!(*self.pick(&[0, 50, 120, 175]));
            }
        }
    }

    /// Where a sequence of moves ends.
    fn state(&mut self) -> Value {
        let mut end = state(&json!({}));
        for _ in 0..self.random.random_range(1..6) {
            self.step(&mut end);
        }
        end
    }
}

/// As many sequences as a longer run asks for by `SHUANGGANG_STATES` (docs/CONTRIBUTING.md), or these.
fn sequences(usual: u64) -> u64 {
    std::env::var("SHUANGGANG_STATES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// What the board shows of a state is what `plan` makes of the command that it shows; of some of them, byte by byte.
fn same_as_commands(arguments: &[&str], states: u64, rules: &[(&str, &str)], months: &[&str]) {
    let folder = folder();
    let (board, page) = Board::open(folder.path(), arguments);
    let base = unit_of(&commands(&page)[0], folder.path()).unwrap();
    let mut moves = Moves { unit: &base, rules, months, random: ChaCha8Rng::seed_from_u64(16) };
    let mut planned_states = 0;
    for number in 1..=states {
        let state = moves.state();
        let answer = board.ask("/answer", number, &state);
        assert_eq!(answer.status, 200, "{state}");
        let shown: Vec<_> =
            rows(&answer.text, "matters").into_iter().map(|row| [row[0].clone(), row[3].clone()]).collect();
        let Some(command) = commands(&answer.text).into_iter().next() else {
            assert!(shown.is_empty() && answer.text.contains("class=\"caution\""), "{state}");
            continue;
        };
        planned_states += 1;
        assert_eq!(shown, planned(&unit_of(&command, folder.path()).unwrap()), "{command}");
        if number % 5 == 0 {
            let words = command.split(' ').skip(1).map(|word| word.trim_matches('\''));
            let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
            program.current_dir(folder.path()).args(words).args(["--format", "json", "--lang", "zh", "--quiet"]);
            let file = board.file(number, &state, "json");
            assert_eq!(file.status, 200, "{}", file.text);
            let printed = program.output().unwrap();
            // On a busy machine the time limit may come first; that is no difference.
            assert!(printed.status.success(), "{command}: {}", String::from_utf8_lossy(&printed.stderr));
            assert!(printed.stdout == file.body(), "{command}");
        }
    }
    assert!(planned_states * 2 > states, "{planned_states} of {states}");
    #[cfg(target_os = "linux")]
    assert!(board.peak() < 250, "{} MiB", board.peak());
}

/// Whoever moves one lever after another and waits each time until all is told.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes"]
fn what_was_looked_at_does_not_fill_the_memory() {
    let (board, page) = Board::open(folder().path(), &[] as &[&str]);
    let base = unit_of(&commands(&page)[0], folder().path()).unwrap();
    let rules = [("kin", "off"), ("cashier", "off"), ("contract_steps", "off")];
    let mut moves =
        Moves { unit: &base, rules: &rules, months: &["2024-11", "2027-12"], random: ChaCha8Rng::seed_from_u64(16) };
    for number in 0..sequences(40) {
        let state = moves.state();
        for (step, path) in (1..).zip(["/service", "/answer", "/reasons", "/ahead", "/hints"]) {
            assert_eq!(board.ask(path, 5 * number + step, &state).status, 200, "{path} {state}");
        }
    }
    assert!(board.peak() < 250, "{} MiB", board.peak());
}

/// Who joins by a lever is called what a reader understands, wherever the page names them, and the command stays as it is.
#[test]
fn who_joins_has_a_name() {
    let (_folder, board, _) = small();
    let hired = state(&json!({ "hires": { "established": 2, "contract": 1 } }));
    let mut number = 0;
    for (lang, names) in [
        ("zh", ["新增在编1", "新增在编2", "新增合同工1"]),
        ("en", ["New established 1", "New established 2", "New contract 1"]),
    ] {
        for path in ["/service", "/answer", "/reasons", "/hints", "/leave"] {
            number += 1;
            let question = json!({ "tab": "test", "number": number, "lang": lang, "state": hired });
            let answer = board.post(path, &board.needed(), &question.to_string());
            assert_eq!(answer.status, 200, "{path}");
            assert!(!answer.text.contains("hire1-") && !answer.text.contains("hire2-"), "{path} {}", answer.text);
            if path == "/answer" {
                for name in names {
                    assert!(answer.text.contains(&format!("<span class=\"who\">{name}</span>")), "{name}");
                }
                let typed = "shuanggang plan paper.toml --hire contract=1 --hire established=2";
                assert_eq!(commands(&answer.text), [typed]);
            }
        }
    }
}

/// Who joins by the scenario itself is called as it calls them, whatever that looks like; who joins by a lever is told apart.
#[test]
fn who_joins_by_the_scenario_keeps_the_name_it_gives() {
    let folder = folder();
    let paper = fs::read_to_string(folder.path().join("paper.toml")).unwrap();
    let hire = "[[hire]]\nid = \"hire7\"\nmonth = \"2025-03\"\nemployment = \"contract\"\nsection = \"desk\"\n";
    fs::write(folder.path().join("paper.toml"), format!("{paper}\n{hire}")).unwrap();
    let (board, _) = Board::open(folder.path(), &["paper.toml"]);
    let later = board.ask("/answer", 1, &state(&json!({ "month": "2025-06", "hires": { "contract": 1 } }))).text;
    let names: Vec<_> =
        later.split("<span class=\"who\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert!(names.contains(&"hire7-1") && names.contains(&"新增合同工1"), "{names:?}");
    assert!(!names.contains(&"新增合同工2"), "{names:?}");
}

#[test]
fn sequences_of_levers_of_a_small_unit_end_where_the_shown_command_does() {
    let rules = [
        ("separation", "case"),
        ("separation", "off"),
        ("contract_steps", "off"),
        ("own_audit", "off"),
        ("cover", "2"),
    ];
    same_as_commands(&["paper.toml"], sequences(40), &rules, &["2024-06", "2025-01", "2027-12"]);
}

#[test]
fn sequences_of_levers_of_the_built_in_unit_end_where_the_shown_command_does() {
    let rules = [("kin", "off"), ("cashier", "off"), ("contract_steps", "off")];
    same_as_commands(&[], sequences(6), &rules, &["2024-11", "2025-11", "2027-12"]);
}

/// That contract staff review too is a setting of their rule, as the repair has it; the page shows the command for it.
#[test]
fn contract_staff_may_be_let_review() {
    let (folder, board, page) = small();
    assert!(page.contains("<option value=\"handle,review\">"), "{page}");
    let answer = board.ask("/answer", 1, &state(&json!({ "rules": { "contract_steps": "handle,review" } }))).text;
    let shown = commands(&answer);
    assert_eq!(shown, ["shuanggang plan paper.toml --rule contract_steps=handle,review"]);
    let rows: Vec<_> = rows(&answer, "matters").into_iter().map(|row| [row[0].clone(), row[3].clone()]).collect();
    assert_eq!(rows, planned(&unit_of(&shown[0], folder.path()).unwrap()));
}

/// The file of a state beside its scenario is the scenario with the changes of the command.
#[test]
fn the_overlay_of_a_state_plans_as_its_command_does() {
    let (folder, board, _) = small();
    let unit = unit_of("shuanggang plan paper.toml", folder.path()).unwrap();
    let people: Vec<_> = unit.present().map(|(_, person)| person.id.clone()).collect();
    let section = &unit.sections().next().unwrap().1.id;
    let moved = state(&json!({ "hires": { "established": 1, format!("contract:{section}"): 2 }, "cases": 0,
        "people": { &people[0]: "away", &people[1]: "off", &people[2]: format!("at:{section}") },
        "rules": { "separation": "case" }, "volumes": { section: 150 } }));
    let command = commands(&board.ask("/answer", 1, &moved).text).remove(0);
    let overlay = board.file(1, &moved, "toml");
    fs::write(folder.path().join("moved.toml"), overlay.body()).unwrap();
    let laid = scenario::load(&folder.path().join("moved.toml")).unwrap_or_else(|found| panic!("{found:?}")).unit;
    let typed = unit_of(&command, folder.path()).unwrap();
    assert_eq!(
        (&laid.people, &laid.matters, &laid.rules.separation),
        (&typed.people, &typed.matters, &typed.rules.separation)
    );
}

/// Every cell of the table of more people is the plan of the command that says so.
#[test]
fn the_table_of_more_people_is_what_their_commands_plan() {
    let (folder, board, _) = small();
    let hints = board.ask("/hints", 1, &state(&json!({}))).text;
    let cells: Vec<_> = hints.split("data-established=\"").skip(1).collect();
    assert_eq!(cells.len(), 36);
    for cell in cells {
        let mut parts = cell.split('"');
        let (established, contract) = (parts.next().unwrap(), parts.nth(1).unwrap());
        let count = cell.split('>').nth(1).unwrap().split('<').next().unwrap();
        let hire = |kind: &str, n: &str| if n == "0" { String::new() } else { format!(" --hire {kind}={n}") };
        let command =
            format!("shuanggang plan paper.toml{}{}", hire("established", established), hire("contract", contract));
        let unit = unit_of(&command, folder.path()).unwrap();
        let plan = optimise::plan(&unit, &Settings::default(), &mut ()).unwrap();
        let with = |status| unit.matters().filter(|(ix, _)| plan.status_of(&unit, *ix) == status).count();
        let expected = match (with(ServiceStatus::Stalled), with(ServiceStatus::Slowed)) {
            (stalled, 0) => stalled.to_string(),
            (stalled, slowed) => format!("{stalled}+{slowed}"),
        };
        assert_eq!(count, expected, "{command}");
    }
}
