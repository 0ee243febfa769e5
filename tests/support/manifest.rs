//! Manifests with a mistake, of tasks about the smallest unit.

use serde_json::{Map, Value};
use shuanggang::analysis::fleet::task::Task;
use std::fs;
use std::process::{Command, Output};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The task `plan` about the smallest unit, as `fleet manifest` lists it.
static TASK: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let folder = folder();
    let listed = run(&folder, &["manifest", "units"]);
    serde_json::from_slice(&listed.stdout).unwrap()
});

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("units")).unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for name in ["minimal.toml", "minimal-roster.csv"] {
        fs::copy(root.join(name), folder.path().join("units").join(name)).unwrap();
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    for name in ["SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "JOB_COMPLETION_INDEX"] {
        command.env_remove(name);
    }
    command.arg("fleet").args(arguments).args(["--lang", "en", "--quiet"]).current_dir(folder.path()).output().unwrap()
}

/// A line of a manifest: the task with some of its fields otherwise, and the id that follows from them if none is given.
fn line(change: &str) -> String {
    let change: Map<String, Value> = serde_json::from_str(change).unwrap();
    let mut task = TASK.clone();
    let has_id = change.contains_key("id");
    task.extend(change);
    let read = serde_json::from_value::<Task>(Value::Object(task.clone())).ok().filter(|_| !has_id);
    read.map_or_else(|| Value::Object(task).to_string(), |task| serde_json::to_string(&task.named()).unwrap()) + "\n"
}

/// What is told of a manifest whose tasks differ from that about the smallest unit as the lines say, and how the run
/// ends. `long`: with much behind the last line; `folder`: of an empty folder nothing is listed. It runs into a folder
/// that holds the result of the task as it is, where `beside` says so.
pub(crate) fn told(lines: &str, kind: &[&str], beside: bool) -> (i32, String) {
    let folder = folder();
    fs::create_dir(folder.path().join("none")).unwrap();
    let of = |lines: &str| lines.lines().map(line).collect::<String>();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    if beside {
        write("as-it-is.jsonl", &of("{}"));
        assert!(run(&folder, &["run", "as-it-is.jsonl", "--out", "out"]).status.success());
    }
    let mut manifest = of(lines);
    if kind.contains(&"long") {
        manifest = manifest.trim_end().to_owned() + &" ".repeat(2_000_000);
    }
    write("tasks.jsonl", &manifest);
    let output = if kind.contains(&"folder") {
        run(&folder, &["manifest", "none"])
    } else {
        run(&folder, &["run", "tasks.jsonl", "--out", "out"])
    };
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).unwrap())
}
