//! `shuanggang fleet status`: how many tasks of a folder have a result, and which have none.

use crate::cli::failure::{Exit, Failure};
use crate::cli::fleet::{Found, Manifest, Store};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::cli::shown;
use crate::render::json;
use crate::report::fleet::json::{CommandCount, FleetStatus, Hole};
use crate::report::fleet::status;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(in crate::cli) struct Status {
    results: PathBuf,
    #[arg(long, value_parser = PossibleValuesParser::new(status::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(super) fn run(common: &Common, options: &Status, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let status = look(&options.results, text)?;
    destination.put(&Report {
        document: &|detail| status::document(&status, text, detail),
        json: &|| json::write(&status),
        full: options.full,
        table: options.table.as_deref().unwrap_or("commands"),
    })?;
    Ok(if status.holes.is_empty() { Exit::Done } else { Exit::Unfinished })
}

fn look(folder: &Path, text: &Text) -> Result<FleetStatus, Failure> {
    let store = Store::of(folder);
    let mut status = FleetStatus { schema: FleetStatus::SCHEMA, folder: shown(folder), ..FleetStatus::default() };
    for task in Manifest::open(&store.manifest(), text)? {
        let task = task?;
        let found = store.find(&task);
        let is_done = matches!(found, Found::Whole(..));
        status.tasks += 1;
        status.done += usize::from(is_done);
        status.unread += usize::from(matches!(&found, Found::Whole(_, result) if !result.findings.is_empty()));
        let known = status.commands.iter().position(|row| row.command == task.command);
        let at = known.unwrap_or_else(|| {
            status.commands.push(CommandCount { command: task.command, tasks: 0, done: 0 });
            status.commands.len() - 1
        });
        status.commands[at].tasks += 1;
        status.commands[at].done += usize::from(is_done);
        if !is_done {
            let broken = matches!(found, Found::Broken);
            let (id, unit, scenario, command) = (task.id, task.unit, task.scenario, task.command);
            status.holes.push(Hole { id, unit, scenario, command, broken });
        }
    }
    Ok(status)
}
