//! What the program leaves behind on the disk: whole files with the rights of those they replace, and nothing else.

#![cfg(unix)]

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;
use tempfile::TempDir;

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A roster of many people.
fn roster(people: usize) -> String {
    let head = "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home\n";
    let person = |at| format!("人{at},established,on_duty,staff,female,1990-10,2013-07,professional,no,desk\n");
    head.to_owned() + &(0..people).map(person).collect::<String>()
}

#[test]
fn whoever_ends_the_program_leaves_no_stray_file() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("roster.csv"), roster(300)).unwrap();
    let program = |out: &Path| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        command.args(["anonymise", "roster.csv", out.to_str().unwrap(), "--force", "--key", "key.csv"]);
        command.current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let out = folder.path().join("out");
    let start = Instant::now();
    assert!(program(&out).status().unwrap().success());
    let whole = start.elapsed();
    let kills = 40;
    for at in 0..kills {
        let mut child = program(&out).spawn().unwrap();
        // Most of the time goes by before the first file is begun; the last half is where the harm was done.
        sleep(whole * (kills / 2 + at / 2) / kills);
        let signal = if at % 2 == 0 { "-TERM" } else { "-INT" };
        let _ =
            std::process::Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        child.wait().unwrap();
        assert_eq!(names(&out), ["roster.csv"], "kill {at}");
        assert_eq!(names(folder.path()), ["key.csv", "out", "roster.csv"], "kill {at}");
    }
}

#[test]
fn a_file_keeps_its_rights_and_a_key_is_for_its_owner() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
        let output = command.args(arguments).args(["--lang", "zh"]).current_dir(folder.path()).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    fs::write(path("roster.csv"), roster(2)).unwrap();
    fs::write(path("report.md"), "old").unwrap();
    for rights in [0o600, 0o664, 0o644] {
        fs::set_permissions(path("report.md"), Permissions::from_mode(rights)).unwrap();
        let (code, stderr) = run(&["retire", "--roster", "roster.csv", "-o", "report.md", "--force"]);
        assert_eq!((code, mode(&path("report.md"))), (0, rights), "{stderr}");
    }
    fs::write(path("key.csv"), "old").unwrap();
    fs::set_permissions(path("key.csv"), Permissions::from_mode(0o644)).unwrap();
    for force in [&["--force"][..], &[]] {
        let (code, stderr) = run(&[&["anonymise", "roster.csv", "out", "--key", "key.csv"], force].concat());
        assert_eq!((code, mode(&path("key.csv"))), (0, 0o600), "{stderr}");
        fs::remove_file(path("key.csv")).unwrap();
        fs::remove_dir_all(path("out")).unwrap();
    }
    // The key opens the copy: it does not lie beside it, by whatever path.
    for (out, key) in [("out", "out/key.csv"), ("out", "./out/../out/key.csv"), (".", "key.csv")] {
        let _ = fs::create_dir(path("out"));
        let (code, stderr) = run(&["anonymise", "roster.csv", out, "--key", key, "--force"]);
        assert!(code == 2 && stderr.contains("对照表"), "{stderr}");
        assert!(!path(key).exists());
    }
}
