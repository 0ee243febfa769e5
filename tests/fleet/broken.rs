//! What is wrong is told or does no harm, and nothing is lost.

use super::{Folder, lines, said};
use pretty_assertions::assert_eq;
use serde_json::Value;
use std::fs;

#[test]
fn a_unit_that_does_not_read_has_a_result_that_says_so() {
    let folder = Folder::new();
    fs::write(folder.path("units/西市/broken.toml"), "format = 1\nname = 3\n").unwrap();
    fs::remove_file(folder.path("units/东市/二/hiring-roster.csv")).unwrap();
    folder.list(&[]);
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "out"]);
    assert!(code == 0 && told.contains("2 units do not read"), "{told}");
    assert!(told.contains("units/西市/broken.toml does not read"), "{told}");
    let merged: Value = serde_json::from_str(&folder.printed(&["merge", "out", "--format", "json"])).unwrap();
    let units = merged["units"].as_array().unwrap();
    let unread: Vec<_> = units.iter().filter(|unit| unit["about"].is_null()).collect();
    assert_eq!(units.len() - unread.len(), 3);
    assert_eq!(unread[0]["findings"][0]["code"], "E001", "{}", unread[0]);
    assert_eq!(unread[1]["findings"][1]["at"], "units/西市/broken.toml:2:8", "{}", unread[1]);
    // A roster that comes later is another input.
    fs::write(folder.path("units/东市/二/hiring-roster.csv"), "id\n").unwrap();
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "later"]);
    assert!(code == 2 && told.contains("hiring-roster.csv” is not the file that was listed"), "{told}");
}

#[test]
fn a_file_that_changed_since_it_was_listed_is_not_run() {
    let folder = Folder::new();
    folder.list(&[]);
    let roster = folder.path("units/minimal-roster.csv");
    fs::write(&roster, fs::read_to_string(&roster).unwrap() + "\n").unwrap();
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "out"]);
    assert!(code == 2 && told.contains("error: 6 tasks were not run"), "{told}");
    assert!(told.contains("18 tasks done"), "the other units are run: {told}");
    let (code, _, told) = folder.run(&["merge", "out"]);
    assert!(code == 4 && told.contains("6 tasks have no result") && told.contains("absence minimal"), "{told}");
    let (code, printed, _) = folder.run(&["merge", "out", "--partial", "--format", "json"]);
    let merged: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((code, merged["holes"].as_u64(), merged["results"].as_u64()), (4, Some(6), Some(18)));
}

#[test]
fn a_manifest_that_is_wrong_is_refused_before_anything_runs() {
    let folder = Folder::new();
    let manifest = folder.list(&[]);
    let first = manifest.lines().next().unwrap();
    for (wrong, why) in [
        (format!("{manifest}{first}\n"), "error E855 at tasks.jsonl:25:1"),
        (manifest.replacen("\"extent\":0", "\"extent\":7", 1), "error E854 at tasks.jsonl:1:1"),
        (
            manifest.replacen("\"version\":\"", "\"version\":\"9", 1),
            "error E853 at tasks.jsonl:1:1\n  The task is for version 9",
        ),
        (manifest.replacen("\"schema\"", "\"scheme\"", 1), "error E852 at tasks.jsonl:1:9"),
        (manifest.trim_end().trim_end_matches('}').to_owned(), "error E852 at tasks.jsonl:24:"),
        (String::new(), "error E851 at tasks.jsonl:1:1"),
    ] {
        fs::write(folder.path("tasks.jsonl"), &wrong).unwrap();
        let (code, printed, told) = folder.run(&["run", "tasks.jsonl", "--out", "out"]);
        assert!(code == 2 && printed.is_empty() && told.contains(why), "{why}\n{told}");
        assert!(!folder.path("out").exists(), "{why}");
    }
    for arguments in [
        &["run", "nothing.jsonl", "--out", "out"][..],
        &["run", "units", "--out", "out"],
        &["run", "tasks.jsonl", "--out", "out", "--shard", "5/4"],
        &["manifest", "nothing"],
        &["manifest", "units/东市/一/none"],
        &["manifest", "units", "--scenarios", "+fire established=1"],
        &["merge", "units"],
        &["status", "units"],
    ] {
        let (code, _, told) = folder.run(arguments);
        assert!(code == 2 && told.starts_with("error"), "{arguments:?}: {code} {told}");
    }
}

#[test]
fn results_of_another_manifest_are_not_mixed_in() {
    let folder = Folder::new();
    let manifest = folder.list(&[]);
    let (some, rest) = manifest.split_at(manifest.find('\n').unwrap() + 1);
    fs::write(folder.path("some.jsonl"), some).unwrap();
    fs::write(folder.path("rest.jsonl"), rest.split_inclusive('\n').take(2).collect::<String>()).unwrap();
    folder.printed(&["run", "some.jsonl", "--out", "out"]);
    let (code, _, told) = folder.run(&["run", "rest.jsonl", "--out", "out"]);
    assert!(code == 2 && told.contains("error E857 at out/tasks.jsonl:1:1\n  The folder “out” holds results of another manifest than “rest.jsonl”."), "{told}");
}

/// What a crash, a copy or a full disk leaves of a result counts as none, and is replaced.
#[test]
fn a_result_that_is_not_whole_is_told_and_run_again() {
    let folder = Folder::new();
    folder.list(&[]);
    folder.printed(&["run", "tasks.jsonl", "--out", "out"]);
    let whole = folder.merged("out");
    let results = lines(&whole);
    let file = |at: usize| {
        let id = results[at]["id"].as_str().unwrap();
        folder.path("out/results").join(id.split_at(2).0).join(format!("{id}.json"))
    };
    let text = fs::read_to_string(file(3)).unwrap();
    fs::write(file(3), text.split_at(text.len() / 2).0).unwrap();
    fs::write(file(4), text.trim_end()).unwrap();
    fs::write(file(5), "").unwrap();
    fs::copy(file(7), file(6)).unwrap();
    fs::remove_file(file(8)).unwrap();
    fs::write(file(8).with_file_name(".shuanggang-stray"), "{").unwrap();
    let (code, printed, _) = folder.run(&["status", "out", "--format", "csv", "--table", "holes"]);
    let states: Vec<_> = printed.lines().skip(1).map(|line| line.rsplit(',').next().unwrap()).collect();
    assert_eq!((code, states), (4, vec!["broken", "broken", "broken", "broken", "missing"]));
    assert_eq!(folder.run(&["merge", "out"]).0, 4);
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "out"]);
    assert!(code == 0 && told.contains("5 tasks done, 19 were done before"), "{told}");
    fs::remove_file(folder.path("out.jsonl")).unwrap();
    assert_eq!(folder.merged("out"), whole);
}

#[test]
fn two_runs_in_one_folder_do_no_harm() {
    let folder = Folder::new();
    folder.list(&[]);
    let runs: Vec<_> = (0..3)
        .map(|_| {
            let mut run = folder.command(&["run", "tasks.jsonl", "--out", "out"]);
            run.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for run in runs {
        let (code, _, told) = said(&run.wait_with_output().unwrap());
        assert_eq!(code, 0, "{told}");
    }
    folder.printed(&["run", "tasks.jsonl", "--out", "one"]);
    assert_eq!(folder.merged("out"), folder.merged("one"));
}

/// A folder that cannot be written fails, and says so; nothing else is begun.
#[cfg(unix)]
#[test]
fn a_result_that_cannot_be_written_ends_the_run() {
    let folder = Folder::new();
    folder.list(&[]);
    fs::create_dir_all(folder.path("out/results")).unwrap();
    for first in 0..256 {
        // Where the folder of a result should be there is a file.
        fs::write(folder.path("out/results").join(format!("{first:02x}")), "").unwrap();
    }
    let (code, _, told) = folder.run(&["run", "tasks.jsonl", "--out", "out"]);
    assert!(code == 3 && told.contains("error: a result could not be written into out"), "{told}");
}
