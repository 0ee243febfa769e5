//! The board answers what the commands answer, only to the page that it was opened with, and leaves nothing behind.

use crate::support::board::{Board, commands, rows, state};
use crate::support::browser::Browser;
use pretty_assertions::assert_eq;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use shuanggang::model::{RetirementPolicy, Status, Unit};
use shuanggang::optimise;
use shuanggang::render::document::Kind;
use shuanggang::scenario::{self, Options};
use shuanggang::units::Month;
use shuanggang::{Diagnostics, Settings};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A folder with a small unit.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in ["paper.toml", "paper-roster.csv"] {
        fs::copy(root().join("docs/examples").join(file), folder.path().join(file)).unwrap();
    }
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn small() -> (TempDir, Board, String) {
    let folder = folder();
    let (board, page) = Board::open(folder.path(), &["paper.toml"]);
    (folder, board, page)
}

/// The page loads nothing from elsewhere and needs no exception from its policy; refusals have the policy too.
#[test]
fn a_page_has_a_policy_and_keeps_it() {
    let (_folder, board, page) = small();
    for inline in ["<style", " style=", "<script>", " onclick=", "//cdn", "https://"] {
        assert!(!page.contains(inline), "{inline}");
    }
    for answer in [&page, &board.get("/nowhere", "").text, &board.get("/board.js", "").text] {
        for header in ["frame-ancestors 'none'", "default-src 'none'", "nosniff", "no-store", "x-frame-options: DENY"] {
            assert!(answer.contains(header), "{header}: {answer}");
        }
        assert!(!answer.contains("access-control"), "{answer}");
    }
    assert!(page.contains("; HttpOnly; SameSite=Strict"), "{page}");
}

#[test]
fn a_token_is_good_once_and_only_the_page_has_the_cookie() {
    let folder = folder();
    let mut board = Board::closed(folder.path(), &["paper.toml"]);
    let path = board.path();
    assert_eq!(board.get("/", "").status, 403, "no token");
    assert_eq!(board.get("/?token=00000000000000000000000000000000", "").status, 403, "wrong token");
    assert_eq!(board.get(&path.replace("/?", "/board.js?"), "").status, 403, "not the page");
    let page = board.get(&path, "");
    assert_eq!(page.status, 200);
    assert_eq!(board.get(&path, "").status, 403, "replayed");
    board.cookie = format!("shuanggang_{}=00000000000000000000000000000000", board.port);
    assert_eq!(board.get("/", "").status, 403, "guessed");
    board.cookie = page.cookie();
    assert_eq!(board.get("/?lang=en", "").status, 200);
    assert!(board.get("/?lang=en", "").text.contains("How many more people?"));
}

#[test]
fn only_this_host_and_this_page_are_answered() {
    let (_folder, board, _) = small();
    let question = json!({ "tab": "a", "number": 1, "lang": "zh", "state": state(&json!({})) }).to_string();
    let but = |name: &str, value: Option<&str>| {
        let lines = board.needed().into_iter().filter(|(line, _)| *line != name);
        let lines: Vec<_> = lines.chain(value.map(|value| ("X-Other", value.to_owned()))).collect();
        let lines: Vec<_> =
            lines.into_iter().map(|(line, v)| (if line == "X-Other" { name } else { line }, v)).collect();
        board.post("/answer", &lines, &question).status
    };
    for host in [Some("evil.example"), Some("localhost"), Some("127.0.0.1"), Some("127.0.0.1:1"), None] {
        assert_eq!(but("Host", host), 421, "{host:?}");
    }
    for origin in [Some("http://evil.example"), Some("null"), Some("https://127.0.0.1"), None] {
        assert_eq!(but("Origin", origin), 403, "{origin:?}");
    }
    assert_eq!(but("Cookie", None), 403);
    assert_eq!(but("X-Shuanggang", None), 403, "as a form of another site would send it");
    assert_eq!(but("Content-Type", Some("text/plain")), 415);
    let twice = [&board.needed()[..], &[("Host", "evil.example".to_owned())]].concat();
    assert!([400, 421].contains(&board.post("/answer", &twice, &question).status), "two hosts");
    assert_eq!(board.get("/", "Origin: http://evil.example\r\n").status, 403);
    assert_eq!(board.post("/answer", &board.needed(), &question).status, 200, "and this is how it is done");
}

#[test]
fn what_is_no_question_is_refused() {
    let (_folder, mut board, _) = small();
    let post = |body: &str| board.post("/answer", &board.needed(), body).status;
    let of = |state: Value| json!({ "tab": "a", "number": 1, "lang": "zh", "state": state }).to_string();
    assert_eq!(post(""), 400);
    assert_eq!(post("{"), 400);
    assert_eq!(post("[1]"), 400);
    assert_eq!(post(&"[".repeat(10_000)), 400);
    assert_eq!(post(&of(json!({}))), 400, "levers missing");
    assert_eq!(post(&of(state(&json!({ "file": "/etc/passwd" })))), 400, "an unknown lever");
    assert_eq!(post(&of(state(&json!({ "established": 51 })))), 400);
    assert_eq!(post(&of(state(&json!({ "established": -1 })))), 400);
    assert_eq!(post(&of(state(&json!({ "month": "soon" })))), 400);
    assert_eq!(post(&of(state(&json!({}))).replace("zh", "fr")), 400);
    assert_eq!(post(&" ".repeat(65 * 1024)), 413);
    assert_eq!(board.get("/answer", "").status, 405);
    assert_eq!(board.post("/", &board.needed(), "").status, 405);
    for path in ["/paper.toml", "/../paper.toml", "/%2e%2e/paper.toml", "/board.js/../../paper.toml", "//etc/passwd"] {
        let answer = board.get(path, "");
        assert_eq!(answer.status, 404, "{path}");
    }
    assert!([0, 400, 414, 431].contains(&board.get(&format!("/?{}", "a".repeat(1_000_000)), "").status));
    assert!(board.process.try_wait().unwrap().is_none(), "it goes on");
    assert_eq!(board.get("/", "").status, 200);
}

/// Lines that say nothing keep nobody else from being answered.
#[test]
fn silent_clients_and_many_requests_are_borne() {
    let (_folder, board, _) = small();
    let silent: Vec<_> = (0..40).map(|_| std::net::TcpStream::connect(("127.0.0.1", board.port)).unwrap()).collect();
    for _ in 0..300 {
        assert_eq!(board.get("/board.css", "").status, 200);
    }
    assert_eq!(silent.len(), 40);
}

#[cfg(target_os = "linux")]
#[test]
fn it_listens_on_loopback_writes_nothing_and_ends_when_asked() {
    let (folder, mut board, _) = small();
    let port = format!(":{:04X}", board.port);
    let table = [fs::read_to_string("/proc/net/tcp").unwrap(), fs::read_to_string("/proc/net/tcp6").unwrap()].concat();
    let listens = table.lines().filter(|line| line.split_whitespace().nth(3) == Some("0A"));
    let places: Vec<_> = listens.filter_map(|line| line.split_whitespace().nth(1)?.strip_suffix(&port)).collect();
    assert_eq!(places, ["0100007F"]);
    assert_eq!(board.ask("/answer", 1, &state(&json!({ "contract": 1 }))).status, 200);
    let files: BTreeSet<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["paper-roster.csv", "paper.toml"].map(Into::into).into());
    let (second, _) = Board::open(folder.path(), &["paper.toml"]);
    assert_ne!(second.port, board.port);
    assert!(Command::new("kill").args(["-INT", &board.process.id().to_string()]).status().unwrap().success());
    assert_eq!(board.process.wait().unwrap().code(), Some(0));
}

#[test]
fn a_newer_question_makes_an_older_one_worthless() {
    let (_folder, board, _) = small();
    assert_eq!(board.ask("/answer", 5, &state(&json!({}))).status, 200);
    for number in [4, 5] {
        assert_eq!(board.ask("/answer", number, &state(&json!({}))).status, 204, "{number}");
    }
    assert_eq!(board.ask("/answer", 6, &state(&json!({}))).status, 200);
}

/// A mistake is told where the answer would stand, with its code.
#[test]
fn what_cannot_be_is_told_in_its_place() {
    let (_folder, board, _) = small();
    let answer = board.ask("/answer", 1, &state(&json!({ "away": ["nobody<script>"] })));
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("E203") && !answer.text.contains("<script>"), "{}", answer.text);
}

/// The unit of a command that the board shows.
fn unit_of(command: &str, folder: &Path) -> Result<Unit, Diagnostics> {
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
fn planned(unit: &Unit) -> Vec<[String; 2]> {
    let plan = optimise::plan(unit, &Settings::default(), &mut ()).unwrap();
    let mut matters: Vec<_> = unit.matters().collect();
    matters.sort_by_key(|(_, matter)| matter.tier);
    let shown = matters.iter().map(|(ix, m)| [m.name.clone(), Kind::Percent.show(plan.level(unit, *ix).value())]);
    shown.collect()
}

fn random_state(unit: &Unit, rules: &[(&str, &str)], months: &[&str], random: &mut ChaCha8Rng) -> Value {
    let pick = |status: &[Status], most: usize, random: &mut ChaCha8Rng| -> Vec<String> {
        let people: Vec<_> = unit.people.iter().filter(|person| status.contains(&person.status)).collect();
        let chosen: BTreeSet<_> =
            (0..random.random_range(0..=most)).map(|_| random.random_range(0..people.len().max(1))).collect();
        chosen.into_iter().filter_map(|i| Some(people.get(i)?.id.clone())).collect()
    };
    let (away, back) = (pick(&[Status::OnDuty], 3, random), pick(&[Status::SecondedOut], 1, random));
    let set: Vec<_> = rules.iter().filter(|_| random.random_bool(0.25)).collect();
    let set: serde_json::Map<String, Value> = set.iter().map(|(rule, to)| ((*rule).to_owned(), json!(to))).collect();
    let month = random.random_bool(0.3).then(|| months[random.random_range(0..months.len())]);
    let [established, contract] = [0; 2].map(|_: u32| random.random_range(0..3));
    state(&json!({ "established": established, "contract": contract, "away": away, "back": back, "rules": set,
        "month": month }))
}

/// What the board shows of a state is what `plan` makes of the command that it shows.
fn same_as_commands(arguments: &[&str], states: u64, rules: &[(&str, &str)], months: &[&str]) {
    let folder = folder();
    let (board, page) = Board::open(folder.path(), arguments);
    let base = unit_of(&commands(&page)[0], folder.path()).unwrap();
    let mut random = ChaCha8Rng::seed_from_u64(16);
    let mut planned_states = 0;
    for number in 1..=states {
        let state = random_state(&base, rules, months, &mut random);
        let answer = board.ask("/answer", number, &state);
        assert_eq!(answer.status, 200, "{state}");
        let shown: Vec<_> =
            rows(&answer.text, "matters").into_iter().map(|row| [row[0].clone(), row[3].clone()]).collect();
        match commands(&answer.text).first() {
            Some(command) => {
                planned_states += 1;
                assert_eq!(shown, planned(&unit_of(command, folder.path()).unwrap()), "{command}");
            }
            None => assert!(shown.is_empty() && answer.text.contains("class=\"caution\""), "{state}"),
        }
    }
    assert!(planned_states * 2 > states, "{planned_states} of {states}");
}

#[test]
fn random_states_of_a_small_unit_are_what_the_shown_command_plans() {
    let rules = [
        ("separation", "case"),
        ("separation", "off"),
        ("contract_steps", "off"),
        ("own_audit", "off"),
        ("cover", "2"),
    ];
    same_as_commands(&["paper.toml"], 80, &rules, &["2024-06", "2025-01", "2027-12"]);
}

#[test]
fn random_states_of_the_built_in_unit_are_what_the_shown_command_plans() {
    let rules = [("kin", "off"), ("cashier", "off"), ("contract_steps", "off")];
    same_as_commands(&[], 20, &rules, &["2024-11", "2025-11", "2027-12"]);
}

/// On paper (docs/examples/paper.toml): one audit takes all three established people, and both other matters stop.
#[test]
fn a_demand_for_audits_names_what_stops() {
    let (_folder, board, page) = small();
    assert!(page.contains("data-most=\"20\""), "{page}");
    let answer = board.ask("/answer", 1, &state(&json!({ "audits": ["site_audit"], "cases": 7 })));
    for named in ["实地稽核 7 户", "待遇核定", "参保登记"] {
        let sentence = answer.text.split("须作如下调整").collect::<Vec<_>>();
        assert!(sentence.len() == 2 && answer.text.contains(named), "{named}: {}", answer.text);
    }
    let shown = commands(&answer.text);
    assert_eq!(shown, ["shuanggang plan paper.toml", "shuanggang tradeoff paper.toml --audit site_audit --cases 7"]);
}

/// The next stall is the first of `project`; in the built-in unit that of November 2025.
#[test]
fn the_next_stall_is_the_first_of_the_projection() {
    let (board, page) = Board::open(root(), &[] as &[PathBuf]);
    assert!(page.contains("2025年11月起新增停摆"), "{page}");
    let asked = board.ask("/ahead", 1, &state(&json!({})));
    assert!(asked.text.contains("2025年11月起新增停摆"), "{}", asked.text);
}

#[test]
#[ignore = "needs chromium and chromedriver"]
fn a_manager_moves_the_levers_with_the_keyboard_and_the_mouse() {
    let (folder, widths) = (folder(), [390, 1920]);
    for width in widths {
        let board = Board::closed(folder.path(), &[] as &[&str]);
        let browser = Browser::start(width);
        browser.visit(&board.address);
        let verdict = "return document.querySelector('#answer > p').textContent";
        let before = browser.run(verdict);
        assert!(before.as_str().unwrap().contains("停摆"), "{before}");
        let settled = "const done = arguments[0]; const look = () => document.querySelector('#ahead').dataset.wanted === undefined && document.getElementById('state').textContent.startsWith('已') ? done(document.querySelector('.command').textContent) : setTimeout(look, 100); setTimeout(look, 300);";
        browser.click("button[data-step=\"1\"][data-for=\"established\"]");
        assert_eq!(browser.wait_for(settled), json!("shuanggang plan --hire established=1"));
        let after = browser.run(verdict);
        assert_ne!(after, before);
        browser.run("for (const part of document.querySelectorAll('details')) part.open = true; document.querySelector('input[name=person]').focus()");
        browser.click("input[name=\"person\"]");
        let command = browser.wait_for(settled);
        assert!(command.as_str().unwrap().contains("--leave"), "{command}");
        browser.click("button[type=\"reset\"]");
        assert_eq!(browser.wait_for(settled), json!("shuanggang plan"));
        assert_eq!(browser.run(verdict), before);
        let over = browser.run("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        assert_eq!((over, browser.complaints()), (json!(0), json!([])), "at {width}");
        assert_eq!(browser.run("return location.search"), json!(""), "the token stays in no history");
    }
}
