//! Many units at once: the same bytes on any number of shards and threads, nothing lost, nothing run twice.

mod allocated;
mod broken;
mod machines;
mod merged;
mod posts;

use crate::support::counties;
use crate::support::outputs::assert_valid;
use pretty_assertions::assert_eq;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A folder with units of two places and one in none, and the program in it.
struct Folder(TempDir);

impl Folder {
    /// The scenarios of the pages that are solved on paper, and the smallest one.
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let copy = |from: &str, to: &str| {
            let to = folder.path().join("units").join(to);
            fs::create_dir_all(&to).unwrap();
            for ending in [".toml", "-roster.csv"] {
                let from = Path::new(ROOT).join(format!("{from}{ending}"));
                fs::copy(&from, to.join(from.file_name().unwrap())).unwrap();
            }
        };
        copy("docs/examples/hours", "东市/一");
        copy("docs/examples/hiring", "东市/二");
        copy("docs/examples/paper", "西市/三");
        copy("scenarios/minimal", "");
        Self(folder)
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        command.arg("fleet").args(arguments).args(["--lang", "en"]).current_dir(self.0.path());
        for name in ["SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "JOB_COMPLETION_INDEX"] {
            command.env_remove(name);
        }
        command
    }

    /// What a run prints, and its exit code with what it says beside.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        said(&self.command(arguments).output().unwrap())
    }

    /// What a run prints that must end well.
    fn printed(&self, arguments: &[&str]) -> String {
        let (code, printed, said) = self.run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        printed
    }

    /// A manifest with every question, in `tasks.jsonl`.
    fn list(&self, more: &[&str]) -> String {
        let commands = ["manifest", "units", "--commands", "plan,project,need,hire,absence,front", "--quiet"];
        let manifest = self.printed(&[&commands[..], more].concat());
        fs::write(self.path("tasks.jsonl"), &manifest).unwrap();
        manifest
    }

    /// The merged lines of a folder of results.
    fn merged(&self, results: &str) -> String {
        let file = format!("{results}.jsonl");
        self.printed(&["merge", results, "--lines", &file, "--format", "json"]);
        fs::read_to_string(self.path(&file)).unwrap()
    }
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_unit_has_every_question_under_every_scenario_once() {
    let folder = Folder::new();
    let manifest = folder.list(&["--scenarios", "+hire established=1"]);
    let tasks = lines(&manifest);
    // Four units, as they are and with one more, six questions.
    assert_eq!(tasks.len(), 4 * 2 * 6);
    for task in &tasks {
        assert_valid("fleet-task", task);
    }
    let ids: std::collections::BTreeSet<_> = tasks.iter().map(|task| task["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), tasks.len());
    let places: Vec<_> = tasks.iter().step_by(12).map(|task| task["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["", "东市", "东市", "西市"]);
    assert_eq!(manifest, folder.list(&["--scenarios", "+hire established=1"]));
    // By two folders, the place is the unit's own folder too.
    let deeper = lines(&folder.list(&["--places", "2"]));
    assert_eq!(deeper[6]["place"], "东市/一");
    // The id follows from the bytes of every file, the roster's too.
    fs::write(
        folder.path("units/minimal-roster.csv"),
        include_str!("../scenarios/minimal-roster.csv").to_owned() + "\n",
    )
    .unwrap();
    let other = lines(&folder.list(&["--places", "2"]));
    let same: Vec<bool> = deeper.iter().zip(&other).map(|(a, b)| a["id"] == b["id"]).collect();
    assert_eq!(same, [vec![false; 6], vec![true; 18]].concat());
}

#[test]
fn what_extends_a_unit_or_stands_in_its_workbook_is_a_scenario_of_it() {
    let folder = TempDir::new().unwrap();
    let program = || {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        program.current_dir(folder.path());
        program
    };
    assert!(program().args(["examples", "extract", "minimal", "units", "-q"]).status().unwrap().success());
    fs::write(
        folder.path().join("units/more.toml"),
        "extends = \"minimal.toml\"\n[overlay]\nname = \"more\"\nwhy = \"test\"\n[[hire]]\nid = \"n\"\nemployment = \"established\"\n",
    )
    .unwrap();
    assert!(program().args(["convert", "units/minimal.toml", "units/book.xlsx", "-q"]).status().unwrap().success());
    let listed = program().args(["fleet", "manifest", "units", "--scenarios", "own", "-q"]).output().unwrap();
    let named: Vec<(String, String)> = lines(std::str::from_utf8(&listed.stdout).unwrap())
        .iter()
        .map(|task| (task["unit"].as_str().unwrap().to_owned(), task["scenario"].as_str().unwrap().to_owned()))
        .collect();
    let of = |unit: &str| -> Vec<&str> { named.iter().filter(|(u, _)| u == unit).map(|(_, s)| &**s).collect() };
    assert_eq!(of("more"), Vec::<&str>::new(), "{named:?}");
    assert!(of("minimal").contains(&"") && of("minimal").contains(&"more"), "{named:?}");
    assert_eq!(of("book").len(), of("minimal").len(), "{named:?}");
}

/// One process in one thread, and five shards of any number of threads, some through the variables of schedulers.
#[test]
fn the_merged_bytes_do_not_depend_on_shards_or_threads() {
    let folder = Folder::new();
    folder.list(&["--scenarios", "+hire established=1"]);
    let one = folder.command(&["run", "tasks.jsonl", "--out", "one"]).env("RAYON_NUM_THREADS", "1").output().unwrap();
    assert_eq!(one.status.code(), Some(0), "{}", String::from_utf8_lossy(&one.stderr));
    for shard in ["1/5", "2/5"] {
        folder.printed(&["run", "tasks.jsonl", "--out", "many", "--shard", shard]);
    }
    let of_array = |id: &str| {
        let mut command = folder.command(&["run", "tasks.jsonl", "--out", "many"]);
        command.env("SLURM_ARRAY_TASK_ID", id).env("SLURM_ARRAY_TASK_COUNT", "5");
        said(&command.output().unwrap())
    };
    let (code, _, told) = of_array("2");
    assert!(code == 0 && told.contains("Share 3/5"), "{told}");
    let mut of_job = folder.command(&["run", "tasks.jsonl", "--out", "many", "--shard", "auto/5"]);
    assert!(of_job.env("JOB_COMPLETION_INDEX", "3").status().unwrap().success());
    let (code, _, told) = folder.run(&["merge", "many", "--lines", "x.jsonl"]);
    assert!(code == 4 && told.contains("6 tasks have no result") && !folder.path("x.jsonl").exists(), "{told}");
    let (code, printed, _) = folder.run(&["status", "many"]);
    assert!(code == 4 && printed.contains("42 of 48 tasks have a result, 6 have none."), "{printed}");
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "many", "--shard", "5/5"]);
    assert!(code == 0 && told.contains("6 tasks done, 0 were done before"), "{told}");
    assert_eq!(folder.merged("one"), folder.merged("many"));
    for result in lines(&folder.merged_again("one")) {
        assert_valid("fleet-result", &result);
    }
    // What is done is not run again; all of it, or one task.
    let (_, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "many"]);
    assert!(told.contains("0 tasks done, 48 were done before"), "{told}");
    // Each question about a unit by itself, without what was worked out for another.
    let listed = lines(&folder.list(&["--scenarios", "+hire established=1"]));
    for task in &listed[18..24] {
        let id = task["id"].as_str().unwrap();
        let (_, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "alone", "--task", id]);
        assert!(told.contains("1 tasks done"), "{told}");
        let file = |results: &str| {
            fs::read(folder.path(results).join("results").join(id.split_at(2).0).join(format!("{id}.json"))).unwrap()
        };
        assert_eq!(file("alone"), file("one"), "{task}");
    }
    assert_eq!(folder.run(&["run", "tasks.jsonl", "--out", "alone", "--task", "0"]).0, 2);
}

impl Folder {
    fn merged_again(&self, results: &str) -> String {
        fs::read_to_string(self.path(&format!("{results}.jsonl"))).unwrap()
    }
}

/// Whoever stops a run keeps what is done; the rest is run the next time.
#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_keeps_what_is_done() {
    let folder = Folder::new();
    counties::write(&folder.path("units"), 3);
    folder.list(&[]);
    let mut run = folder.command(&["run", "tasks.jsonl", "--out", "out"]);
    let mut child = run.env("RAYON_NUM_THREADS", "1").stderr(std::process::Stdio::piped()).spawn().unwrap();
    let results = folder.path("out/results");
    while fs::read_dir(&results).map_or(0, std::iter::Iterator::count) < 4 {
        assert!(child.try_wait().unwrap().is_none());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let (code, _, told) = said(&child.wait_with_output().unwrap());
    assert!(code == 4 && told.contains("tasks were not finished: somebody asked to stop"), "{code} {told}");
    let (code, printed, _) = folder.run(&["status", "out", "--format", "json"]);
    let status: Value = serde_json::from_str(&printed).unwrap();
    assert_valid("fleet-status", &status);
    let done = status["done"].as_u64().unwrap();
    assert!(code == 4 && (4..42).contains(&done), "{done}");
    let stray = Command::new("find").arg(folder.path("out")).args(["-name", ".shuanggang-*"]).output().unwrap();
    assert_eq!(stray.stdout, b"");
}

/// `SHUANGGANG_COUNTIES=FOLDER:3000` writes so many to be measured.
#[test]
fn invented_counties_read_and_are_not_alike() {
    if let Ok(asked) = std::env::var("SHUANGGANG_COUNTIES") {
        let (folder, count) = asked.rsplit_once(':').unwrap();
        counties::write(Path::new(folder), count.parse().unwrap());
        return;
    }
    let folder = TempDir::new().unwrap();
    counties::write(folder.path(), 12);
    let mut staff = std::collections::BTreeSet::new();
    for unit in shuanggang::scenario::library::variants::Below::folder(folder.path()).unwrap().units {
        let loaded = shuanggang::scenario::load(&unit).unwrap_or_else(|found| panic!("{}: {found:?}", unit.display()));
        let unit = loaded.unit;
        let present = unit.present().count();
        assert!((6..=36).contains(&present), "{present}");
        staff.insert((present, unit.sections.len(), unit.drivers["retirees"]));
    }
    assert!(staff.len() >= 10, "{staff:?}");
}
