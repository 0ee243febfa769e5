//! The program as its users meet it: exit codes, streams, files, languages.

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The program in English with nothing of this machine's settings.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    for name in
        ["SHUANGGANG_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "CLICOLOR_FORCE"]
    {
        command.env_remove(name);
    }
    command
}

/// Exit code, stdout and stderr.
fn run(arguments: &[&str]) -> (i32, String, String) {
    outcome(program().args(arguments))
}

fn outcome(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn refused(arguments: &[&str]) -> String {
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}: {stderr}");
    stderr
}

#[test]
fn usage_errors_in_english() {
    let cases: [(&[&str], &str); 26] = [
        (&[], "name a command, such as plan; --help lists all"),
        (&["pln"], "unknown command “pln”; did you mean “plan”?"),
        (&["plan", "--formt", "json"], "unknown argument “--formt”; did you mean “--format”?"),
        (
            &["plan", "--format", "jsn"],
            "--format <FORMAT> cannot be “jsn”; it can be: table, json, csv, markdown, xlsx, html, docx, ics; did you mean “json”?",
        ),
        (&["plan", "--format"], "--format <FORMAT> needs a value"),
        (&["plan", "--lang", "fr"], "--lang <LANG> cannot be “fr”; it can be: zh, en"),
        (&["plan", "--gap", "1"], "--gap <GAP> cannot be “1”; expected a number, 0 or more and less than 1"),
        (&["plan", "--gap", "nan"], "--gap <GAP> cannot be “nan”; expected a number, 0 or more and less than 1"),
        (&["plan", "--time-limit", "0"], "--time-limit <SECONDS> cannot be “0”; expected a number of seconds above 0"),
        (&["plan", "a.toml", "b.toml"], "unknown argument “b.toml”"),
        (&["plan", "--quiet", "--quiet"], "--quiet cannot be repeated"),
        (&["plan", "--table", "people"], "--table is for csv; the format is table"),
        (&["plan", "--heads", "text", "-f", "json"], "--heads is for csv; the format is json"),
        (&["verify", "a.toml"], "missing: <PLAN>"),
        (&["project", "--years", "0"], "--years <YEARS> cannot be “0”; expected a whole number from 1 to 40"),
        (&["project", "--years", "60"], "--years <YEARS> cannot be “60”; expected a whole number from 1 to 40"),
        (&["project", "--draws", "0"], "--draws <DRAWS> cannot be “0”; expected a whole number from 1 to 100000"),
        (&["project", "--seed", "7"], "missing: --draws <DRAWS>"),
        (
            &["project", "--policy", "late"],
            "--policy <POLICY> cannot be “late”; it can be: statutory, earliest, latest, pre_reform; did you mean \
             “latest”?",
        ),
        (&["retire"], "missing: --born <MONTH>, --sex <SEX>, --category <CATEGORY>"),
        (&["retire", "--born", "1971-13"], "--born <MONTH> cannot be “1971-13”; expected a month such as 1971-04"),
        (&["retire", "--born", "1971-12", "--sex", "male"], "missing: --category <CATEGORY>"),
        (&["retire", "--sex", "man"], "--sex <SEX> cannot be “man”; it can be: male, female; did you mean “male”?"),
        (&["retire", "--roster", "r.csv", "--sex", "male"], "--roster <FILE> cannot be used with --sex <SEX>"),
        (
            &["retire", "--born", "1971-12", "--sex", "male", "--category", "worker", "--senior-title"],
            "--senior-title goes with --category professional only",
        ),
        (&["retire", "--born", "1971-12", "--born", "1971-12"], "--born <MONTH> cannot be repeated"),
    ];
    for (arguments, message) in cases {
        assert_eq!(refused(arguments), format!("error: {message}\nSee --help.\n"));
    }
}

#[test]
fn usage_errors_in_chinese() {
    let cases: [(&[&str], &str); 4] = [
        (&["--lang", "zh"], "请指明命令，如 plan；全部命令见 --help"),
        (&["--lang=zh", "pln"], "没有命令“pln”；是否应为“plan”？"),
        (&["plan", "--gap", "x", "--lang", "zh"], "--gap <差距> 不能取“x”，应为：0 以上、1 以下的数"),
        (&["plan", "-o", "a.json", "-f", "csv", "--lang", "zh"], "--format csv 与 a.json 的扩展名（json）不一致"),
    ];
    for (arguments, message) in cases {
        assert_eq!(refused(arguments), format!("错误：{message}\n用 --help 查看用法。\n"));
    }
}

#[test]
fn the_language_is_asked_for_then_set_then_of_the_system() {
    let head = |command: &mut Command| outcome(command.arg("--help")).1.lines().next().unwrap().to_owned();
    let (chinese, english) = ("双岗：小型公共机构人员安排与双审能力测算", "Staffing and dual-review capacity planner");
    assert!(head(&mut program()).starts_with(english));
    assert_eq!(head(program().env("LC_ALL", "zh_CN.UTF-8")), chinese);
    assert_eq!(head(program().env("LANG", "zh_CN.UTF-8")), chinese);
    assert!(head(program().env("LANG", "zh_CN.UTF-8").env("SHUANGGANG_LANG", "en")).starts_with(english));
    assert_eq!(head(program().env("SHUANGGANG_LANG", "en").args(["--lang", "zh"])), chinese);
    let (code, _, stderr) = outcome(program().env("SHUANGGANG_LANG", "fr").arg("plan"));
    assert_eq!((code, stderr.as_str()), (2, "error: --lang <LANG> cannot be “fr”; it can be: zh, en\nSee --help.\n"));
}

#[test]
fn help_and_version_are_data() {
    for arguments in [["--help"].as_slice(), &["plan", "-h"], &["--version"]] {
        let (code, stdout, stderr) = run(arguments);
        assert_eq!((code, stderr.as_str()), (0, ""));
        assert!(!stdout.is_empty() && !stdout.contains('\u{1b}'));
    }
    assert_eq!(run(&["--version"]).1, concat!("shuanggang ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn output_files_are_refused_before_any_work() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let there = path("there.json");
    fs::write(&there, "old").unwrap();
    fs::create_dir(path("folder.json")).unwrap();
    let cases = [
        (there.clone(), format!("{there} exists; replace it with --force")),
        (path("no/plan.xlsx"), format!("the folder of {} does not exist", path("no/plan.xlsx"))),
        (path("folder.json"), format!("{} is not a regular file", path("folder.json"))),
        (path("no/plan.json"), format!("the folder of {} does not exist", path("no/plan.json"))),
        (
            path("plan.odt"),
            format!(
                "the ending of {} names no format; use .txt .json .csv .md .xlsx .html .docx .ics, or add --format",
                path("plan.odt")
            ),
        ),
    ];
    for (file, message) in cases {
        assert_eq!(refused(&["plan", "--output", &file]), format!("error: {message}\nSee --help.\n"));
    }
    assert_eq!(fs::read_to_string(&there).unwrap(), "old");
    let page = path("plan.html");
    fs::write(&page, "old").unwrap();
    assert_eq!(
        refused(&["plan", "-o", &page]),
        format!("error: {page} exists; replace it with --force\nSee --help.\n")
    );
    let conflict = format!("--format xlsx does not agree with the ending of {page} (html)");
    assert_eq!(refused(&["plan", "-f", "xlsx", "-o", &page]), format!("error: {conflict}\nSee --help.\n"));
    assert_eq!(run(&["plan", "-q", "--time-limit", "3600", "--force", "-o", &page]).0, 0);
    assert!(fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
}

#[cfg(unix)]
#[test]
#[ignore = "needs script"]
fn a_workbook_is_never_shown_on_a_terminal() {
    // `script` gives a command a terminal of its own.
    let program = env!("CARGO_BIN_EXE_shuanggang");
    let shown =
        Command::new("script").args(["-qec", &format!("{program} plan --lang en -f xlsx"), "/dev/null"]).output();
    let shown = shown.unwrap();
    assert_eq!(shown.status.code(), Some(2));
    let message = "error: a workbook cannot be shown on a terminal; write it to an .xlsx file with --output";
    assert!(String::from_utf8_lossy(&shown.stdout).starts_with(message));
}

#[cfg(unix)]
#[test]
fn a_device_is_never_replaced() {
    let message = refused(&["plan", "--format", "json", "--force", "--output", "/dev/null"]);
    assert_eq!(message, "error: /dev/null is not a regular file\nSee --help.\n");
}

#[test]
fn a_missing_scenario_is_bad_input() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.json").display().to_string();
    let (code, stdout, stderr) = run(&["plan", "no-such.toml", "--output", &file]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("no-such.toml"), "{stderr}");
    assert!(!Path::new(&file).exists());
}

/// The files in a folder.
fn files(folder: &TempDir) -> Vec<String> {
    let names = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_embedded_baseline_is_planned_from_any_folder() {
    let folder = TempDir::new().unwrap();
    let (code, stdout, stderr) = outcome(program().arg("plan").current_dir(folder.path()));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.contains("Verdict") && stdout.ends_with('\n'));
    // One line on stderr: the engine and the time.
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.ends_with(" s.\n"), "{stderr}");
    let (_, again, quiet) = outcome(program().args(["plan", "--quiet"]).current_dir(folder.path()));
    assert_eq!((again, quiet.as_str()), (stdout, ""), "the same input gives the same bytes");
    assert_eq!(files(&folder), Vec::<String>::new());
}

#[test]
fn the_name_of_a_file_gives_its_form() {
    let folder = TempDir::new().unwrap();
    let starts = [
        ("plan.json", "{\n  \"schema\": \"shuanggang.plan/1\""),
        ("plan.csv", "\u{FEFF}id,name,section,tier,unit,arriving,done,service_level,status,reason\n"),
        ("plan.md", "# "),
        ("plan.txt", "Hongjiang District Social Insurance Service Centre"),
    ];
    for (name, start) in starts {
        let (code, stdout, stderr) = outcome(program().args(["plan", "-q", "-o", name]).current_dir(folder.path()));
        assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "", ""));
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(start), "{name}: {written}");
        assert!(!written.contains('\u{1b}'));
    }
    assert_eq!(files(&folder), ["plan.csv", "plan.json", "plan.md", "plan.txt"], "nothing is left beside them");
    let (code, ..) = outcome(program().args(["plan", "-q", "-o", "plan.md"]).current_dir(folder.path()));
    assert_eq!(code, 2);
    let (code, ..) = outcome(program().args(["plan", "-q", "-o", "plan.md", "--force"]).current_dir(folder.path()));
    assert_eq!(code, 0);
}

#[test]
fn a_saved_plan_is_verified() {
    let folder = TempDir::new().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/baseline.toml");
    let scenario = scenario.to_str().unwrap();
    let inside = |arguments: &[&str]| outcome(program().args(arguments).current_dir(folder.path()));
    assert_eq!(inside(&["plan", scenario, "-q", "-o", "plan.json"]).0, 0);
    let (code, stdout, _) = inside(&["verify", scenario, "plan.json"]);
    assert_eq!(code, 0, "{stdout}");
    assert!(stdout.contains("The plan keeps every rule, adds up, and says what follows from it."));

    let good = fs::read_to_string(folder.path().join("plan.json")).unwrap();
    let write = |contents: &str| fs::write(folder.path().join("bad.json"), contents).unwrap();
    // Somebody's first case count grows a thousandfold: cases no longer add up.
    let (before, after) = good.split_once("\"cases\": ").unwrap();
    write(&format!("{before}\"cases\": 1000{after}"));
    let (code, stdout, _) = inside(&["verify", scenario, "bad.json"]);
    assert_eq!(code, 1, "{stdout}");
    write("{ \"schema\": ");
    let (code, _, stderr) = inside(&["verify", scenario, "bad.json"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("bad.json:1:12"), "{stderr}");
    write(&good.replacen("\"audit\"", "\"adit\"", 1).replace("编03", "编93"));
    let (code, _, stderr) = inside(&["verify", scenario, "bad.json"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("people[2].id: the scenario has no “编93”"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_does_not() {
    let shell = |script: &str| {
        let mut command = Command::new("sh");
        outcome(command.args(["-c", script, env!("CARGO_BIN_EXE_shuanggang")]))
    };
    let (code, _, stderr) = shell("{ \"$0\" plan -q --full; echo $? >&2; } | head -n 1");
    assert_eq!((code, stderr.as_str()), (0, "0\n"));
    for format in ["table", "html", "xlsx"] {
        let (code, _, stderr) = shell(&format!("\"$0\" plan minimal -q --lang en --format {format} > /dev/full"));
        assert_eq!(code, 3);
        assert!(stderr.starts_with("error: stdout could not be written: "), "{format}: {stderr}");
    }
}

#[test]
fn check_needs_no_solver() {
    let (code, stdout, stderr) = run(&["check", "--lang", "zh"]);
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.contains("口径不一"));
    let (code, stdout, _) = run(&["check", "--format", "csv"]);
    assert_eq!(code, 0);
    assert!(stdout.starts_with("basis,count,share\n"));
}

#[test]
fn csv_has_the_words_of_the_language_when_asked() {
    let (code, stdout, _) = run(&["check", "--format", "csv", "--heads", "text", "--lang", "zh"]);
    assert_eq!(code, 0);
    assert!(stdout.starts_with("依据,数值个数,占比\n文件,"), "{stdout}");
}

#[test]
fn the_years_ahead_have_a_table_for_every_purpose() {
    for table in ["timeline", "changes", "stalls", "years", "reform", "policies"] {
        let (code, stdout, stderr) = run(&["project", "--years", "2", "--format", "csv", "--table", table]);
        assert_eq!((code, stderr.as_str()), (0, ""), "{table}");
        assert!(stdout.lines().count() > 1, "{table}: {stdout}");
    }
    let draws = ["project", "--years", "1", "--draws", "3", "--seed", "7", "--format", "json"];
    let (code, stdout, _) = run(&draws);
    assert_eq!(code, 0);
    assert_eq!(run(&draws).1, stdout, "the same seed gives the same bytes");
    let (code, _, stderr) = run(&["project", "--years", "1", "--format", "csv", "--table", "risks"]);
    assert_eq!((code, stderr.as_str()), (2, "error: this report has no table “risks”\nSee --help.\n"));
}

#[test]
fn a_plan_by_month_is_still_a_plan() {
    let folder = TempDir::new().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hongjiang/baseline.toml");
    let inside = |arguments: &[&str]| outcome(program().args(arguments).current_dir(folder.path()));
    let scenario = scenario.to_str().unwrap();
    assert_eq!(inside(&["plan", scenario, "-q", "--months", "-o", "plan.json"]).0, 0);
    assert_eq!(inside(&["verify", scenario, "plan.json"]).0, 0);
    let (code, stdout, _) = inside(&["plan", scenario, "-q", "--format", "csv", "--table", "months"]);
    assert_eq!(code, 0);
    assert!(stdout.starts_with("section,month_1,month_2,month_3,month_4,month_5,"), "{stdout}");
}

#[test]
fn help_is_a_command_too() {
    for (typed, same) in [(&["help"][..], &["--help"][..]), (&["help", "plan"], &["plan", "--help"])] {
        let [typed, same] = [typed, same].map(|arguments| program().args(arguments).output().unwrap());
        assert_eq!((typed.status.code(), typed.stdout), (Some(0), same.stdout));
    }
    let wrong = program().args(["help", "plam"]).output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("plan"));
}

#[test]
fn examples_alone_are_listed() {
    let [alone, list] =
        [&["examples"][..], &["examples", "list"]].map(|arguments| program().args(arguments).output().unwrap());
    assert_eq!((alone.status.code(), alone.stdout), (Some(0), list.stdout));
}

/// The files that a scenario from standard input names lie in the current folder.
#[test]
fn a_scenario_may_come_from_standard_input() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let piped = program()
        .args(["check", "-"])
        .current_dir(folder)
        .write_stdin(include_str!("../scenarios/minimal.toml"))
        .output()
        .unwrap();
    let file = program().args(["check", "minimal.toml"]).current_dir(folder).output().unwrap();
    assert_eq!(piped.status.code(), file.status.code());
    assert_eq!(String::from_utf8_lossy(&piped.stdout), String::from_utf8_lossy(&file.stdout));
}

/// The folder of the README: a scenario, its roster, an overlay beside them.
#[test]
fn a_folder_with_a_scenario_and_its_overlays_is_compared() {
    let folder = TempDir::new().unwrap();
    let unit = folder.path().join("my-unit");
    fs::create_dir(&unit).unwrap();
    for (name, text) in [
        ("minimal.toml", include_str!("../scenarios/minimal.toml")),
        ("minimal-roster.csv", include_str!("../scenarios/minimal-roster.csv")),
    ] {
        fs::write(unit.join(name), text).unwrap();
    }
    let compare = |arguments: &[&str]| {
        let output = program().arg("compare").args(arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(compare(&["my-unit", "+hire established=1"]).contains("+hire established=1"));
    let overlay = "extends = \"minimal.toml\"\n[overlay]\nname = \"hired\"\nwhy = \"why\"\n\
        [[hire]]\nid = \"new\"\nemployment = \"established\"\n";
    fs::write(unit.join("hired.toml"), overlay).unwrap();
    fs::write(unit.join("plan.json"), "{}").unwrap();
    assert!(compare(&["my-unit"]).contains("hired"));
}
