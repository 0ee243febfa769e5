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

/// The help of the program and of each command in a language.
fn helps(language: Language) -> Vec<(String, String)> {
    let mut command = cli::command(&Text::new(language));
    command.build();
    let own = (command.get_name().to_owned(), command.render_help().to_string());
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let subs = names.into_iter().map(|name| {
        let help = command.find_subcommand_mut(&name).unwrap().render_help().to_string();
        (format!("shuanggang {name}"), help)
    });
    [own].into_iter().chain(subs.collect::<Vec<_>>()).collect()
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
