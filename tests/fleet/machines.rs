//! The recipes of docs/fleet.md on machines: nodes over ssh, an array of Slurm, a job of Kubernetes.

use super::{Folder, lines};
use crate::support::counties;
use pretty_assertions::assert_eq;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Runs a script of this folder with the program and more arguments, and says what it says.
fn script(folder: &Folder, name: &str, more: &[&str]) -> String {
    let mut command = Command::new(path("tests/fleet").join(name));
    command.arg(env!("CARGO_BIN_EXE_shuanggang")).args(more).current_dir(folder.path(""));
    let output = command.env_remove("SHUANGGANG_LANG").output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name}: {said}");
    said
}

/// 500 tasks on three nodes: a worker and a node are killed while they run, the disk of another node is full.
#[test]
#[ignore = "needs root, sshd, rsync and parallel"]
fn nodes_that_fail_lose_nothing() {
    let folder = Folder::new();
    // Four small units, as they are and with 1 to 62 more people of either kind.
    let scenarios = (1..=62).flat_map(|more| ["contract", "established"].map(|kind| format!("+hire {kind}={more}")));
    let more: Vec<String> = scenarios.flat_map(|scenario| ["--scenarios".to_owned(), scenario]).collect();
    let commands = ["manifest", "units", "--commands", "plan", "--output", "tasks.jsonl", "--quiet"];
    folder.printed(&[&commands[..], &more.iter().map(|word| &**word).collect::<Vec<_>>()].concat());
    let tasks = lines(&fs::read_to_string(folder.path("tasks.jsonl")).unwrap());
    assert_eq!(tasks.len(), 500);
    let recipe = path("docs/examples/fleet/parallel.sh");
    let said = script(&folder, "nodes", &["tasks.jsonl", "units", recipe.to_str().unwrap(), "work"]);
    assert!(
        said.contains("killed a worker of node1: ") && !said.contains("node1: \n") && said.contains("killed node2"),
        "{said}"
    );
    assert!(!said.contains("full disk of node3: 0 runs"), "{said}");
    folder.printed(&["run", "tasks.jsonl", "--out", "one"]);
    assert_eq!(folder.merged("results"), folder.merged("one"));
    // Each task ran to its end, and none again after that, but for what was lost with a node before it came back.
    let mut ended: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in fs::read_to_string(folder.path("work/runs")).unwrap().lines() {
        let [node, id, code] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        if code == "0" {
            ended.entry(id.to_owned()).or_default().push(node.to_owned());
        }
    }
    assert_eq!(ended.len(), 500);
    for (id, nodes) in ended {
        let kept = nodes.iter().filter(|node| *node != "node2").count();
        assert!(kept <= 1, "{id} ran to its end on {nodes:?}");
    }
}

/// The same manifest as an array of four, one of whose tasks is put back into the queue.
#[test]
#[ignore = "needs root, slurm-wlm and munge"]
fn an_array_of_slurm_runs_a_manifest() {
    let folder = Folder::new();
    counties::write(&folder.path("units"), 12);
    folder.list(&[]);
    let recipe = path("docs/examples/fleet/slurm.sh");
    let said = script(&folder, "slurm", &["tasks.jsonl", recipe.to_str().unwrap(), "work"]);
    assert!(said.contains("requeued ") && said.contains("of the manifest"), "{said}");
    folder.printed(&["run", "tasks.jsonl", "--out", "one"]);
    assert_eq!(folder.merged("results"), folder.merged("one"));
}

/// What the job says of exit codes and shares is what the program does.
#[test]
#[ignore = "needs python3-yaml"]
fn a_job_of_kubernetes_is_whole_and_knows_the_exit_codes() {
    let job = path("docs/examples/fleet/kubernetes.yaml");
    let read = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))";
    let output = Command::new("python3").args(["-c", read]).arg(job).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let job: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let spec = &job["spec"];
    assert_eq!((job["apiVersion"].as_str(), job["kind"].as_str()), (Some("batch/v1"), Some("Job")));
    assert_eq!(spec["completionMode"], "Indexed");
    // An index that fails for good must not end the others; a policy needs pods that are not restarted.
    assert!(spec["backoffLimitPerIndex"].is_u64() && spec["maxFailedIndexes"] == spec["completions"]);
    let pod = &spec["template"]["spec"];
    assert_eq!(pod["restartPolicy"], "Never");
    let container = &pod["containers"][0];
    let words: Vec<_> = container["command"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    assert_eq!(words.last().unwrap(), &format!("auto/{}", spec["completions"]));
    let rules = spec["podFailurePolicy"]["rules"].as_array().unwrap();
    let codes = |action: &str| -> Vec<u64> {
        let rule = rules.iter().find(|rule| rule["action"] == action && rule["onExitCodes"].is_object()).unwrap();
        assert_eq!(rule["onExitCodes"]["containerName"], container["name"]);
        rule["onExitCodes"]["values"].as_array().unwrap().iter().map(|code| code.as_u64().unwrap()).collect()
    };
    assert_eq!((codes("FailIndex"), codes("Count")), (vec![2], vec![3, 4]));
    // The program takes the words as they stand.
    let folder = Folder::new();
    folder.list(&[]);
    let mut run = folder.command(&words[2..]);
    assert!(run.env("JOB_COMPLETION_INDEX", "19").status().unwrap().success());
}
