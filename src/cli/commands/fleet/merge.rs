//! `shuanggang fleet merge`: puts the results of a folder together in order of its manifest.

use crate::analysis::fleet::gather::Fleet;
use crate::cli::failure::{Exit, Failure};
use crate::cli::fleet::{Found, Manifest, Store, Streams};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::cli::{say, shown};
use crate::render::json;
use crate::report::fleet::json::Merged;
use crate::report::fleet::merged;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Merge {
    results: PathBuf,
    #[arg(long)]
    lines: Vec<PathBuf>,
    #[arg(long)]
    partial: bool,
    #[arg(long, value_parser = PossibleValuesParser::new(merged::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

/// Holes that are named one by one; `fleet status` names all of them.
const NAMED: usize = 50;

pub(super) fn run(common: &Common, options: &Merge, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let store = Store::of(&options.results);
    let mut streams = Streams::begin(&options.lines, common.force, text)?;
    let (mut fleet, mut holes) = (Fleet::default(), Vec::new());
    for task in Manifest::open(&store.manifest(), text)? {
        let task = task?;
        match store.find(&task) {
            Found::Whole(line, result) => {
                streams.add(&line, &result)?;
                fleet.add(*result);
            }
            Found::Broken | Found::Missing => holes.push((task.id, task.command, task.unit)),
        }
    }
    if !holes.is_empty() {
        let count = holes.len().to_string();
        let named = holes.iter().take(NAMED).map(|(id, command, unit)| format!("- {id} {} {unit}", command.id()));
        let lines: Vec<_> = named.chain((holes.len() > NAMED).then(|| "- …".to_owned())).collect();
        let arguments = [("holes", &*count), ("folder", &*shown(&options.results))];
        let key = if options.partial { "fleet-merged-partial" } else { "fleet-holes" };
        let message = format!("{}\n{}", text.with(key, &arguments), lines.join("\n"));
        if !options.partial {
            return Err(Failure { exit: Exit::Unfinished, message: text.with("error", &[("message", &message)]) });
        }
        say(&message);
    }
    streams.end()?;
    let count = holes.len();
    destination.put(&Report {
        document: &|detail| merged::document(&fleet, count, text, detail),
        json: &|| json::write(&Merged::of(&fleet, count)),
        full: options.full,
        table: options.table.as_deref().unwrap_or("units"),
    })?;
    Ok(if holes.is_empty() { Exit::Done } else { Exit::Unfinished })
}
