//! Runs the `console` blocks of a page: after `$ ` a command, under it what it prints.
//!
//! A line `…` stands for any lines; a command with nothing under it need only succeed.

use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A command of a page and the lines that the page shows under it.
struct Example<'a> {
    command: &'a str,
    shown: Vec<&'a str>,
}

/// The fenced blocks of a page in one language, without their fences.
pub(crate) fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(&*fence).skip(1).map(|rest| rest.split_once("\n```").unwrap().0).collect()
}

/// Runs every example of a page in a fresh folder that has the scenarios and the examples; how many there were.
pub(crate) fn run(page: &str) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page_text = std::fs::read_to_string(root.join(page)).unwrap();
    let folder = TempDir::new().unwrap();
    shell(
        folder.path(),
        &format!("mkdir docs && cp -r '{0}/scenarios' . && cp -r '{0}/docs/examples' docs", root.display()),
    );
    let blocks = blocks(&page_text, "console");
    let examples: Vec<_> = blocks.into_iter().flat_map(examples).collect();
    for Example { command, shown } in &examples {
        let printed = shell(folder.path(), command);
        let lines: Vec<_> = printed.lines().collect();
        assert!(shown.is_empty() || matches(shown, &lines), "{page}: {command}\nprints\n{printed}");
    }
    examples.len()
}

fn examples(block: &str) -> Vec<Example<'_>> {
    let mut examples: Vec<Example> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), examples.last_mut()) {
            (Some(command), _) => examples.push(Example { command, shown: Vec::new() }),
            (None, Some(example)) => example.shown.push(line),
            (None, None) => panic!("no command before: {line}"),
        }
    }
    examples
}

/// What a command prints on stdout, with this build of the program first on the path and English as the system's language.
fn shell(folder: &Path, command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_shuanggang")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(folder).env("PATH", path).env("LC_ALL", "C").env_remove("SHUANGGANG_LANG");
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether `lines` are the lines shown, `…` standing for any number of them.
fn matches(shown: &[&str], lines: &[&str]) -> bool {
    match shown.split_first() {
        None => lines.is_empty(),
        Some((&"…", rest)) => (0..=lines.len()).any(|skipped| matches(rest, &lines[skipped..])),
        Some((first, rest)) => lines.split_first().is_some_and(|(line, others)| line == first && matches(rest, others)),
    }
}
