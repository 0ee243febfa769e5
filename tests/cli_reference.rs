//! `docs/cli.md` is what the commands say of themselves. `UPDATE=1 cargo test cli_reference` writes it anew.

use pretty_assertions::assert_eq;
use shuanggang::cli;
use shuanggang::text::{Language, Text};
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

const HEAD: &str = "\
# Command reference · 命令参考

Made from the program's own help texts; a test keeps the two equal.
本页由程序的说明文字生成，测试保证二者一致。
";

/// The help of the program, of each command and of the commands within it, in a language.
fn helps(language: Language) -> Vec<(String, String)> {
    fn add(name: &str, command: &mut clap::Command, found: &mut Vec<(String, String)>) {
        found.push((name.to_owned(), command.render_help().to_string()));
        for sub in command.get_subcommands_mut() {
            let name = format!("{name} {}", sub.get_name());
            add(&name, sub, found);
        }
    }
    let mut command = cli::command(&Text::new(language));
    command.build();
    let mut found = Vec::new();
    add("shuanggang", &mut command, &mut found);
    found
}

fn reference() -> String {
    let block = |help: &str| format!("\n```text\n{}\n```\n", help.trim_end());
    let commands = helps(Language::English).into_iter().zip(helps(Language::Chinese));
    let sections = commands
        .map(|((command, english), (_, chinese))| format!("\n## {command}\n{}{}", block(&english), block(&chinese)));
    [HEAD.to_owned()].into_iter().chain(sections).collect()
}

#[test]
fn cli_reference_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, reference()).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), reference());
}

#[test]
fn help_fits_80_columns() {
    for language in Language::ALL {
        for (command, help) in helps(language) {
            for line in help.lines() {
                assert!(line.width() <= 80, "{command}: {line}");
            }
        }
    }
}
