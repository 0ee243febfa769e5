//! The board answers what the commands answer, only to the page that it was opened with, and leaves nothing behind.

use crate::support::board::{Board, commands, rows, state};
use pretty_assertions::assert_eq;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;
use tempfile::TempDir;

/// A folder with a small unit.
pub(crate) fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in ["paper.toml", "paper-roster.csv"] {
        fs::copy(root().join("docs/examples").join(file), folder.path().join(file)).unwrap();
    }
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn small() -> (TempDir, Board, String) {
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

/// Whoever is switched off for today: the line of the page is the line of `absence`, in the state shown.
#[test]
fn who_is_away_today_is_told_as_the_command_tells_it() {
    let (folder, board, page) = small();
    assert!(page.contains("id=\"gone\"") && page.contains("id=\"absent\""));
    let ask = |number: u64, about: &str, moved: &Value| {
        let question = json!({ "tab": "g", "number": number, "lang": "zh", "about": about, "state": state(moved) });
        let answer = board.post("/gone", &board.needed(), &question.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text);
        let body = String::from_utf8(answer.body().to_vec()).unwrap();
        body.split(['<', '>']).skip(2).step_by(2).collect::<String>()
    };
    let command = |more: &[&str]| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        run.args(["absence", "paper.toml", "--lang", "zh", "--quiet", "--format", "markdown"]).args(more);
        String::from_utf8(run.current_dir(folder.path()).output().unwrap().stdout).unwrap()
    };
    let said = ask(1, "编乙", &json!({}));
    assert!(said.contains("编乙") && command(&[]).lines().any(|line| line.contains(&said)), "{said}");
    // With one more on the desk somebody else may be at the post: asked anew, and the command with the same change.
    let moved = json!({ "hires": { "established": 1 } });
    let again = ask(2, "编乙", &moved);
    assert!(command(&["--hire", "established=1"]).contains(&again) || again.contains("照办"), "{again}");
    assert!(ask(3, "nobody", &json!({})).contains("本不在岗"));
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
    assert_eq!(post(&of(state(&json!({ "hires": { "established": 51 } })))), 400);
    assert_eq!(post(&of(state(&json!({ "hires": { "established": -1 } })))), 400);
    assert_eq!(post(&of(state(&json!({ "month": "soon" })))), 400);
    assert_eq!(post(&of(state(&json!({ "people": { "甲": "gone" } })))), 400);
    assert_eq!(post(&of(state(&json!({ "numbers": { "roster.file": "/etc/passwd" } })))), 400);
    assert_eq!(board.file(1, &state(&json!({})), "../../etc/passwd").status, 422);
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

/// Quick requests in great number, some for pages, some malformed, most of them levers in other places: the memory of the
/// process stays small, and it answers as before. Meanwhile a board that nobody asks for a minute ends by itself, and
/// says so by nothing but its end.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes"]
fn ten_thousand_quick_requests_are_borne_and_a_board_left_alone_ends() {
    let left = folder();
    let begun = Instant::now();
    let (mut alone, _) = Board::open(left.path(), &["--idle", "1", "paper.toml"]);
    let alone = thread::spawn(move || (alone.process.wait().unwrap().code(), begun.elapsed().as_secs()));
    let (mut board, _) = Board::open(root(), &[] as &[PathBuf]);
    let moved = |number: u64| {
        let hires = json!({ "established": number % 6, "contract": number / 6 % 6 });
        state(&json!({ "hires": hires, "volumes": { "audit": 50 + number / 36 % 100 } }))
    };
    for number in 1..=10_000 {
        let (path, status) = match number % 10 {
            0 => ("/service", 200),
            1 => ("/answer", 400),
            _ => ("/board.css", 200),
        };
        let answer = match number % 10 {
            0 => board.ask(path, number, &moved(number / 10)),
            1 => board.post(path, &board.needed(), "{"),
            _ => board.get(path, ""),
        };
        assert_eq!(answer.status, status, "{number}: {}", answer.text);
    }
    let peak = board.peak();
    assert!(peak < 250, "{peak} MiB");
    assert!(board.process.try_wait().unwrap().is_none());
    let (ended, seconds) = alone.join().unwrap();
    assert_eq!(ended, Some(0));
    assert!((60..120).contains(&seconds), "{seconds}");
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
    assert_eq!(board.ask("/answer", 1, &state(&json!({ "hires": { "contract": 1 } }))).status, 200);
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

/// A year's leave in the state shown: the sentence is that of `calendar`.
#[test]
fn a_years_leave_is_told_as_the_command_tells_it() {
    let (folder, board, page) = small();
    assert!(page.contains("id=\"leave\""));
    for (number, moved, more) in
        [(1, json!({}), &[][..]), (2, json!({ "people": { "编丁": "off" } }), &["--leave", "编丁"])]
    {
        let question = json!({ "tab": "l", "number": number, "lang": "zh", "state": state(&moved) });
        let answer = board.post("/leave", &board.needed(), &question.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text);
        let mut run = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        run.args(["calendar", "paper.toml", "--lang", "zh", "--quiet", "--format", "markdown"]).args(more);
        let printed = String::from_utf8(run.current_dir(folder.path()).output().unwrap().stdout).unwrap();
        let said = printed.lines().find(|line| line.contains("按每周缺人的事项数累计")).unwrap();
        assert!(answer.text.contains(said) && answer.text.contains("编乙"), "{said}\n{}", answer.text);
    }
}

/// Whatever is asked, no reason of leave and none of what keeps somebody away from a post is told; that volumes and minutes
/// are assumptions is.
#[test]
fn no_reason_of_health_is_told_and_what_is_assumed_is() {
    let folder = folder();
    let paper = fs::read_to_string(folder.path().join("paper.toml")).unwrap();
    let people = "[[person]]\nid = \"编丙\"\naway = { from = \"2024-11\", until = \"2026-03\", reason = \"illness\" }
[[person]]\nid = \"编乙\"\nnot_at = [{ section = \"inspection\", reason = \"肺结核\" }]
[[person]]\nid = \"编丁\"\npinned = { section = \"inspection\", reason = \"孕期照顾\" }\n";
    fs::write(folder.path().join("paper.toml"), format!("{paper}\n{people}")).unwrap();
    let (board, page) = Board::open(folder.path(), &["paper.toml"]);
    let mut said = page;
    let paths = ["/service", "/answer", "/reasons", "/ahead", "/today", "/hints", "/why", "/gone", "/leave", "/beside"];
    for (number, path) in (1..).zip(paths) {
        let about = if path == "/why" { "site_audit" } else { "编乙" };
        let question = json!({ "tab": "health", "number": number, "lang": "zh", "about": about,
            "state": state(&json!({ "people": { "编丁": "off" } })), "others": [["现状", state(&json!({}))]] });
        let answer = board.post(path, &board.needed(), &question.to_string());
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        said += &answer.text;
    }
    for reason in ["病假", "illness", "肺结核", "孕期"] {
        assert!(!said.contains(reason), "{reason}");
    }
    assert!(said.contains("休假") && said.contains("为假设"), "{said}");
}

/// A folder stands for the one unit in it; a result that lies beside it is no other.
#[test]
fn a_folder_stands_for_its_one_unit() {
    let folder = folder();
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let run =
            program.current_dir(folder.path()).args(arguments).args(["--lang", "zh", "--quiet"]).output().unwrap();
        (run.status.code(), String::from_utf8(run.stderr).unwrap())
    };
    fs::write(folder.path().join("more.toml"), "extends = \"paper.toml\"\n").unwrap();
    assert_eq!(run(&["plan", "paper.toml", "--output", "result.xlsx"]).0, Some(0));
    let (_, page) = Board::open(folder.path(), &["."]);
    assert_eq!(commands(&page), ["shuanggang plan ./paper.toml"]);
    fs::copy(root().join("docs/examples/paper.toml"), folder.path().join("other.toml")).unwrap();
    let (code, said) = run(&["board", ".", "--no-open"]);
    assert_eq!((code, said.contains("./other.toml, ./paper.toml")), (Some(2), true), "{said}");
    fs::create_dir(folder.path().join("empty")).unwrap();
    let (code, said) = run(&["board", "empty", "--no-open"]);
    assert_eq!((code, said.contains("E859")), (Some(2), true), "{said}");
}

/// A mistake is told where the answer would stand, with its code.
#[test]
fn what_cannot_be_is_told_in_its_place() {
    let (_folder, board, _) = small();
    let answer = board.ask("/answer", 1, &state(&json!({ "people": { "nobody<script>": "off" } })));
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("E203") && !answer.text.contains("<script>"), "{}", answer.text);
    assert!(answer.text.contains("data-trouble") && !answer.text.contains("--leave:1"), "{}", answer.text);
}

/// Nobody is offered a place where they can hold no post: contract staff the section of audits. With that rule off they are.
#[test]
fn nobody_is_offered_a_place_without_a_post_for_them() {
    let (_folder, board, _) = small();
    let never = |number: u64, moved: &Value| {
        let answer = board.ask("/answer", number, &state(moved)).text;
        let card = answer.split("data-person=\"合甲\"").nth(1).unwrap().split('>').next().unwrap().to_owned();
        card.split_once("data-never=\"").map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    assert_eq!(never(1, &json!({})).as_deref(), Some("at:inspection"));
    assert_eq!(never(2, &json!({ "rules": { "contract_steps": "off" } })), None);
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
    let asked = board.ask("/ahead", 1, &state(&json!({}))).text;
    assert!(asked.contains("2025年11月起新增停摆"), "{asked}");
    // The first page says so where that is known in a second; if not, the months are asked for.
    let known = page.contains("2025年11月起新增停摆");
    assert_eq!(known, !page.contains("data-wait"), "{page}");
    let months = board.ask("/today", 2, &state(&json!({}))).text;
    assert!(months.contains("2025年11月") && months.contains("，新增停摆："), "{months}");
    assert!(months.contains("data-part=\"demand\"") && !months.contains("data-wait"), "{months}");
}

/// What is known first is told first: the levels, then the posts, then the reasons.
#[test]
fn an_answer_comes_in_steps() {
    let (_folder, board, _) = small();
    let moved = state(&json!({ "people": {}, "hires": { "contract": 1 }, "volumes": { "audit": 150 } }));
    let service = board.ask("/service", 1, &moved).text;
    for (part, is_there) in [("verdict", true), ("figures", true), ("rest", true), ("house", false), ("changed", false)]
    {
        assert_eq!(service.contains(&format!("data-part=\"{part}\"")), is_there, "{part}: {service}");
    }
    let answer = board.ask("/answer", 2, &moved).text;
    let levels = |page: &str| rows(page, "matters").into_iter().map(|row| row[3].clone()).collect::<Vec<_>>();
    assert_eq!(levels(&service), levels(&answer));
    let because = "主要原因";
    assert!(!answer.contains(because), "{answer}");
    let reasons = board.ask("/reasons", 3, &moved).text;
    let short = answer.matches("data-why=").count();
    assert!(short > 0 && reasons.contains(because), "{reasons}");
    assert_eq!(reasons.matches("data-part=\"reason ").count(), short);
    // Now that all is known, all is told at once.
    assert!(board.ask("/service", 4, &moved).text.contains(because));
}

/// Why a matter stalls comes with repairs, each with the levers that make it.
#[test]
fn a_repair_names_the_levers_that_make_it() {
    let (_folder, board, _) = small();
    let question =
        json!({ "tab": "why", "number": 1, "lang": "zh", "state": state(&json!({})), "about": "site_audit" });
    let why = board.post("/why", &board.needed(), &question.to_string());
    assert!(why.text.contains("data-apply=\"hire\testablished\t"), "{}", why.text);
    let beside = json!({ "tab": "beside", "number": 1, "lang": "zh", "state": state(&json!({})),
        "others": [["现状", state(&json!({}))], ["多一人", state(&json!({ "hires": { "established": 1 } }))]] });
    let beside = board.post("/beside", &board.needed(), &beside.to_string());
    assert!(beside.text.contains("table-measures") && beside.text.contains("多一人"), "{}", beside.text);
}
