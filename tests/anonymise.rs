//! Codes in place of names: everywhere, in rules, words, comments and file names, and the plan is the same.

use crate::roster_import::run;
use pretty_assertions::assert_eq;
use shuanggang::scenario;
use shuanggang::scenario::write::anonymise;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A scenario in which people are named in rules, words and comments.
fn named(folder: &TempDir) -> std::path::PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let scenario = fs::read_to_string(root.join("minimal.toml")).unwrap();
    let rules = "\n# 张三与李四为亲属\n[rules.kin]\npairs = [[\"张三\", '李四'], [\"王五六\", \"Li\"]]\nsource = \"张三申报\"\n";
    let names = [("编1", "张三"), ("编2", "李四"), ("编3", "王五六"), ("编4", "Li"), ("合1", "赵六")];
    let mut roster = fs::read_to_string(root.join("minimal-roster.csv")).unwrap();
    for (code, name) in names {
        roster = roster.replace(&format!("\n{code},"), &format!("\n{name},"));
    }
    fs::write(folder.path().join("unit.toml"), scenario + rules).unwrap();
    fs::write(folder.path().join("minimal-roster.csv"), roster).unwrap();
    folder.path().join("unit.toml")
}

#[test]
fn codes_stand_for_names_everywhere_and_the_plan_is_the_same() {
    let folder = TempDir::new().unwrap();
    let path = named(&folder);
    let (code, stdout, stderr) = run(&folder, &["anonymise", "unit.toml", "out", "--key", "key.csv"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    let scenario = read("out/unit.toml");
    assert!(scenario.ends_with(
        "\n# 编01与编02为亲属\n[rules.kin]\npairs = [[\"编01\", \"编02\"], [\"编03\", \"编04\"]]\nsource = \"编01申报\"\n"
    ));
    assert!(read("out/minimal-roster.csv").contains("\n合01,contract,on_duty,staff,female,1996-12"));
    // A spreadsheet takes neither for UTF-8 without the mark.
    assert!(read("out/minimal-roster.csv").starts_with("\u{feff}id,"));
    assert_eq!(
        read("key.csv"),
        "\u{feff}id,code\n张三,编01\n李四,编02\n王五六,编03\nLi,编04\n编5,编05\n编6,编06\n赵六,合01\n"
    );

    let plan = |file: &str| {
        let (code, plan, stderr) = run(&folder, &["plan", file, "-q", "--format", "json"]);
        assert_eq!(code, 0, "{stderr}");
        plan
    };
    let mut expected = plan("unit.toml");
    for (name, code) in anonymise::scenario(&path).unwrap().key {
        expected = expected
            .replace(&format!("\"{name}\""), &format!("\"{code}\""))
            .replace(&format!("roster.{name}."), &format!("roster.{code}."));
    }
    let expected = expected.replace("\"unit.toml\"", "\"out/unit.toml\"").replace("张三申报", "编01申报");
    assert_eq!(plan("out/unit.toml"), expected);
}

#[test]
fn names_are_replaced_where_a_section_or_a_file_bears_them() {
    let folder = TempDir::new().unwrap();
    let path = named(&folder);
    let scenario = fs::read_to_string(&path).unwrap();
    // 张三 is a person, and a section and a matter bear the name; so do both files.
    let scenario = scenario
        .replace("\"service\"", "\"张三室\"")
        .replace("综合服务股", "张三工作室")
        .replace("minimal-roster.csv", "张三名册.csv");
    let roster = fs::read_to_string(folder.path().join("minimal-roster.csv")).unwrap();
    fs::write(folder.path().join("张三名册.csv"), roster.replace(",service", ",张三室")).unwrap();
    fs::write(folder.path().join("李四方案.toml"), scenario).unwrap();
    let (code, stdout, stderr) = run(&folder, &["anonymise", "李四方案.toml", "out"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
    let mut names: Vec<_> = fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["编01名册.csv", "编02方案.toml"]);
    for name in names {
        let copy = fs::read_to_string(folder.path().join("out").join(name)).unwrap();
        assert!(!["张三", "李四", "王五六", "赵六"].iter().any(|name| copy.contains(name)), "{copy}");
    }
    let (code, _, stderr) = run(&folder, &["check", "out/编02方案.toml"]);
    assert_eq!(code, 0, "{stderr}");
}

#[test]
fn no_key_is_written_unasked_and_nothing_by_halves() {
    let folder = TempDir::new().unwrap();
    named(&folder);
    assert_eq!(run(&folder, &["anonymise", "minimal-roster.csv", "out"]).0, 0);
    let files: Vec<_> = fs::read_dir(folder.path().join("out")).unwrap().collect();
    assert_eq!(files.len(), 1);
    // The roster is there already, so the scenario is not written either.
    let (code, _, stderr) = run(&folder, &["anonymise", "unit.toml", "out"]);
    assert_eq!(code, 2, "{stderr}");
    assert!(!folder.path().join("out/unit.toml").exists());
    assert!(scenario::load(&folder.path().join("unit.toml")).is_ok());
}
