//! `shuanggang fleet manifest`: lists the tasks that the units of a folder make.

use crate::analysis::fleet::task::Command;
use crate::cli::failure::{Exit, Failure};
use crate::cli::fleet::{Asked, refused, tasks};
use crate::cli::options::Common;
use crate::cli::output::put_text;
use crate::cli::values::{one_of, whole};
use crate::cli::{say, typed};
use crate::text::Text;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Manifest {
    folder: PathBuf,
    #[arg(long, value_delimiter = ',', default_value = "plan", value_parser = one_of(&Command::ALL, Command::id))]
    commands: Vec<Command>,
    #[arg(long)]
    scenarios: Vec<String>,
    #[arg(long, value_parser = whole(1, 40))]
    years: Option<u32>,
    #[arg(long, value_parser = whole(1, 50))]
    posts: Option<u32>,
    #[arg(long, default_value = "1", value_parser = whole(0, 9))]
    places: u32,
}

/// The word of `--scenarios` for all that extend a unit or stand in its workbook.
const OWN: &str = "own";

pub(super) fn run(common: &Common, options: &Manifest, text: &Text) -> Result<Exit, Failure> {
    let mut commands: Vec<(Command, u32)> = Vec::new();
    for command in &options.commands {
        let asked = match command {
            Command::Project | Command::Hire => options.years,
            Command::Front => options.posts,
            Command::Plan | Command::Need | Command::Absence => None,
        };
        if commands.iter().all(|(known, _)| known != command) {
            commands.push((*command, asked.unwrap_or(command.usual_extent())));
        }
    }
    let mut asked =
        Asked { commands, own: false, changes: Vec::new(), depth: usize::try_from(options.places).unwrap_or_default() };
    for scenario in &options.scenarios {
        let typed = scenario.trim();
        if typed == OWN {
            asked.own = true;
        } else if !typed.is_empty() && asked.changes.iter().all(|(known, _)| known != typed) {
            asked.changes.push((typed.to_owned(), typed::changes(typed.split_whitespace(), typed, text)?));
        }
    }
    let tasks = tasks(&options.folder, &asked).map_err(|found| refused(found, text))?;
    let mut lines = String::new();
    for task in &tasks {
        lines.push_str(&serde_json::to_string(task).map_err(|error| Failure::internal(text, &error.to_string()))?);
        lines.push('\n');
    }
    put_text(&lines, common, text)?;
    if !common.quiet {
        let count = |of: usize| of.to_string();
        let units = tasks.iter().map(|task| &task.unit).collect::<std::collections::BTreeSet<_>>().len();
        say(&text.with("fleet-listed", &[("tasks", &count(tasks.len())), ("units", &count(units))]));
    }
    Ok(Exit::Done)
}
