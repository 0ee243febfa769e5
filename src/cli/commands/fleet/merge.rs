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
    let (mut fleet, mut holes, mut named) = (Fleet::default(), 0_usize, Vec::new());
    for task in Manifest::open(&store.manifest(), text)? {
        let task = task?;
        match store.find(&task) {
            Found::Whole(line, result) => {
                streams.add(&line, &result)?;
                fleet.add(*result);
            }
            Found::Broken | Found::Missing => {
                holes += 1;
                if holes <= NAMED {
                    named.push(format!("- {} {} {}", task.id, task.command.id(), task.unit));
                }
            }
        }
    }
    if holes > 0 {
        let lines: Vec<_> = named.into_iter().chain((holes > NAMED).then(|| "- …".to_owned())).collect();
        let arguments = [("holes", &*holes.to_string()), ("folder", &*shown(&options.results))];
        let key = if options.partial { "fleet-merged-partial" } else { "fleet-holes" };
        let message = format!("{}\n{}", text.with(key, &arguments), lines.join("\n"));
        if !options.partial {
            return Err(Failure { exit: Exit::Unfinished, message: text.with("error", &[("message", &message)]) });
        }
        say(&message);
    }
    streams.end()?;
    destination.put(&Report {
        document: &|detail| merged::document(&fleet, holes, text, detail),
        json: &|| json::write(&Merged::of(&fleet, holes)),
        full: options.full,
        table: options.table.as_deref().unwrap_or("units"),
    })?;
    Ok(if holes == 0 { Exit::Done } else { Exit::Unfinished })
}
