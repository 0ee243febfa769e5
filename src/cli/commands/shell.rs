//! What shells, editors and manuals want to know of the program: `schema`, `completions`, `man`.

use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::cli::output::{NewFile, put_text, write_all};
use crate::cli::{command, named, output, say, shown};
use crate::render::json;
use crate::report::outputs::{OUTPUTS, Output};
use crate::scenario::schema;
use crate::text::Text;
use anstream::AutoStream;
use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use std::io;
use std::path::PathBuf;

/// What `--help` says, of the program or of a command.
#[derive(Args)]
pub(in crate::cli) struct Help {
    command: Vec<String>,
}

#[derive(Args)]
pub(in crate::cli) struct Schema {
    #[arg(long, value_parser = PossibleValuesParser::new(OUTPUTS.map(|output| output.name)))]
    of: Option<String>,
}

#[derive(Args)]
pub(in crate::cli) struct Completions {
    shell: clap_complete::Shell,
}

#[derive(Args)]
pub(in crate::cli) struct Man {
    dir: Option<PathBuf>,
}

/// `shuanggang schema`: of scenarios, or of what a command prints.
pub(in crate::cli) fn schema(common: &Common, options: &Schema, text: &Text) -> Result<Exit, Failure> {
    let written = match options.of.as_deref().and_then(Output::parse) {
        Some(output) => json::write(&output.schema()),
        None => json::write(&schema::schema(text)),
    };
    let written = written.map_err(|error| Failure::internal(text, &error.to_string()))?;
    put_text(&written, common, text)?;
    Ok(Exit::Done)
}

/// `shuanggang completions`
pub(in crate::cli) fn completions(common: &Common, options: &Completions, text: &Text) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command(text), env!("CARGO_PKG_NAME"), &mut script);
    put_text(&String::from_utf8_lossy(&script), common, text)?;
    Ok(Exit::Done)
}

/// `shuanggang help`: the same text as `--help`.
pub(in crate::cli) fn help(options: &Help, text: &Text) -> Result<Exit, Failure> {
    let mut program = command(text);
    program.build();
    let mut of = &mut program;
    for name in &options.command {
        let known: Vec<_> = of.get_subcommands().map(|known| known.get_name().to_owned()).collect();
        let Some(found) = of.find_subcommand_mut(name) else {
            let message = text.with("usage-command-unknown", &[("command", name)]);
            let things: Vec<_> = known.iter().map(|known| (&**known, [""; 2])).collect();
            return Err(Failure::usage(text, &named::suggested(text, message, name, &things)));
        };
        of = found;
    }
    let help = of.render_help().ansi().to_string();
    output::print(help.as_bytes(), AutoStream::auto(io::stdout()), text)?;
    Ok(Exit::Done)
}

/// `shuanggang man`
pub(in crate::cli) fn man(common: &Common, options: &Man, text: &Text) -> Result<Exit, Failure> {
    let failed = |error: io::Error| Failure::internal(text, &error.to_string());
    let mut program = command(text);
    program.build();
    let Some(folder) = &options.dir else {
        put_text(&page(program, text).map_err(failed)?, common, text)?;
        return Ok(Exit::Done);
    };
    let name = |command: &Command| command.get_display_name().unwrap_or(command.get_name()).replace(' ', "-");
    let mut pages = Vec::new();
    let mut commands = vec![program];
    while let Some(command) = commands.pop() {
        commands.extend(command.get_subcommands().cloned());
        let file = folder.join(format!("{}.1", name(&command)));
        let contents = page(command, text).map_err(failed)?.into_bytes();
        pages.push(NewFile { path: file, contents, is_secret: false });
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    write_all(&pages, common.force, text)?;
    if !common.quiet {
        let count = pages.len().to_string();
        say(&text.with("man-written", &[("count", &count), ("folder", &shown(folder))]));
    }
    Ok(Exit::Done)
}

/// The manual page of a command, its headings in the language of the rest.
fn page(command: Command, text: &Text) -> io::Result<String> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).manual(env!("CARGO_PKG_NAME")).render(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    // Chinese has no blanks to stretch a line by.
    page = page.replacen(".SH ", ".ad l\n.SH ", 1);
    for (heading, key) in HEADINGS {
        page = page.replace(&format!(".SH {heading}\n"), &format!(".SH \"{}\"\n", text.get(key)));
    }
    Ok(page)
}

/// The headings that pages are made with, and their words.
const HEADINGS: [(&str, &str); 7] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "heading-options"),
    ("SUBCOMMANDS", "heading-commands"),
    ("EXTRA", "man-notes"),
    ("VERSION", "man-version"),
];
