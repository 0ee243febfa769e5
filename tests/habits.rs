//! What editors, shells and manuals want: schema, completions, pages; colour and language by the usual variables.

use assert_cmd::Command;
use pretty_assertions::assert_eq;
use serde_json::{Map, Value, json};
use shuanggang::render::json;
use shuanggang::scenario;
use shuanggang::scenario::library::examples::EXAMPLES;
use shuanggang::scenario::library::start;
use shuanggang::scenario::schema::schema;
use shuanggang::scenario::spec;
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shuanggang"));
    for name in ["SHUANGGANG_LANG", "LC_ALL", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

fn stdout(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every scenario that is shipped or shown.
fn scenarios() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("scenarios"), root().join("docs/examples")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") && !is_study(&path) {
                found.push(path);
            }
        }
    }
    found
}

/// A WISN study is a file of another format.
fn is_study(path: &Path) -> bool {
    path.file_stem().unwrap().to_str().unwrap().ends_with("-wisn")
}

fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect::<Map<_, _>>())
        }
    }
}

/// What a schema has against a scenario.
fn faults(schema: &Value, text: &str) -> Vec<String> {
    let validator = jsonschema::draft202012::new(schema).unwrap();
    let scenario = as_json(toml::from_str(text).unwrap());
    validator.iter_errors(&scenario).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schema_on_file_is_the_one_of_the_program() {
    let path = root().join("docs/scenario.schema.json");
    let expected = json::write(&schema(&Text::new(Language::Chinese))).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &expected).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), expected, "run UPDATE=1 cargo test");
    assert_eq!(stdout(program().args(["schema", "--lang", "zh"])), expected);
}

#[test]
fn the_schema_is_valid_and_takes_every_scenario() {
    let texts = Language::ALL.map(Text::new);
    for text in &texts {
        let schema = schema(text);
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
        for path in scenarios() {
            let found = faults(&schema, &fs::read_to_string(&path).unwrap());
            assert_eq!(found, Vec::<String>::new(), "{}", path.display());
        }
        assert_eq!(faults(&schema, &start::scenario(text)), Vec::<String>::new());
    }
}

#[test]
fn a_new_scenario_explains_every_table_and_every_key() {
    for text in Language::ALL.map(Text::new) {
        let scenario = start::scenario(&text);
        for key in spec::ALL.iter().filter(|table| table.name != "people").flat_map(|table| table.keys) {
            let what = text.get(key.doc);
            let is_rules = key.name == "rules";
            assert!(is_rules || scenario.contains(&what), "{}: {what}", key.name);
        }
    }
}

#[test]
fn every_scenario_names_the_schema_where_it_lies() {
    for path in scenarios() {
        let text = fs::read_to_string(&path).unwrap();
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap();
        let schema = fs::canonicalize(path.parent().unwrap().join(named)).unwrap();
        assert_eq!(schema, fs::canonicalize(root().join("docs/scenario.schema.json")).unwrap(), "{}", path.display());
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let schema = schema(&Text::new(Language::English));
    let minimal = include_str!("../scenarios/minimal.toml");
    for (from, to) in [
        ("year = 2025", "yaer = 2025"),
        ("year = 2025", "year = \"2025\""),
        ("year = 2025", "year = 1999"),
        ("rate = 0.25", "rate = -0.25"),
        ("duty = \"audit\"", "duty = \"audits\""),
        ("minutes = 15", "minutes = 0"),
        ("id = \"service\"", "id = \"ser vice\""),
        ("file = \"minimal-roster.csv\"", "files = \"minimal-roster.csv\""),
        ("basis = \"document\"", "basis = \"documents\""),
        ("people = 2", "people = 2.5"),
    ] {
        let wrong = minimal.replacen(from, to, 1);
        assert_ne!(wrong, minimal, "{from}");
        assert_ne!(faults(&schema, &wrong), Vec::<String>::new(), "{to}");
        assert!(
            scenario::load_text("x.toml", &wrong, |_| Ok(include_bytes!("../scenarios/minimal-roster.csv").to_vec()))
                .is_err()
        );
    }
}

/// The names of all commands.
fn commands() -> Vec<String> {
    let command = shuanggang::cli::command(&Text::new(Language::English));
    command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect()
}

#[test]
fn completions_know_every_command_in_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(program().args(["completions", shell]));
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
    let folder = TempDir::new().unwrap();
    let script = folder.path().join("complete.bash");
    fs::write(&script, stdout(program().args(["completions", "bash", "--lang", "zh"]))).unwrap();
    assert!(std::process::Command::new("bash").arg("-n").arg(script).status().unwrap().success());
}

#[test]
fn there_is_a_page_for_every_command_and_none_makes_the_reader_complain() {
    for language in ["zh", "en"] {
        let folder = TempDir::new().unwrap();
        program().args(["man", "pages", "--quiet", "--lang", language]).current_dir(folder.path()).assert().success();
        let main = fs::read_to_string(folder.path().join("pages/shuanggang.1")).unwrap();
        assert_eq!(stdout(program().args(["man", "--lang", language])), main);
        for command in commands() {
            assert!(main.contains(&format!("shuanggang\\-{command}(1)")), "{command}");
            let page = folder.path().join(format!("pages/shuanggang-{command}.1"));
            assert!(fs::read_to_string(&page).unwrap().starts_with(".ie \\n(.g .ds Aq"), "{command}");
        }
    }
}

#[test]
#[ignore = "needs man"]
fn a_reader_of_pages_has_nothing_to_say_against_them() {
    for language in ["zh", "en"] {
        let folder = TempDir::new().unwrap();
        program().args(["man", "pages", "--quiet", "--lang", language]).current_dir(folder.path()).assert().success();
        for command in commands() {
            let page = folder.path().join(format!("pages/shuanggang-{command}.1"));
            let mut man = std::process::Command::new("man");
            let shown = man.args(["--warnings", "-l"]).arg(&page).env("LC_ALL", "C.UTF-8").output().unwrap();
            assert_eq!(String::from_utf8_lossy(&shown.stderr), "", "{command}");
        }
    }
}

#[test]
fn examples_are_taken_out_whole_and_plan() {
    let listed = stdout(program().args(["examples", "list", "--format", "csv"]));
    for example in EXAMPLES {
        assert!(listed.contains(example.name));
        let folder = TempDir::new().unwrap();
        program().args(["examples", "extract", example.name]).current_dir(folder.path()).assert().success();
        for (name, contents) in
            example.files.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|ending| ending == "csv"))
        {
            // So that a spreadsheet takes it for UTF-8.
            let written = fs::read_to_string(folder.path().join(example.name).join(name)).unwrap();
            assert_eq!(written, format!("\u{feff}{contents}"), "{name}");
        }
        let path = folder.path().join(example.name).join(example.files[0].0);
        assert!(scenario::load(&path).is_ok(), "{}", example.name);
        assert!(!fs::read_to_string(path).unwrap().contains("#:schema"));
    }
    program().args(["examples", "extract", "nothing"]).assert().code(2);
}

#[test]
fn colour_follows_the_option_then_the_usual_variables() {
    let coloured = |set: &[(&str, &str)], more: &[&str]| {
        let mut command = program();
        command.args(["check"]).args(more).envs(set.iter().copied());
        stdout(&mut command).contains('\u{1b}')
    };
    // Not a terminal.
    assert!(!coloured(&[], &[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
}
