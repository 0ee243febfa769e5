//! `shuanggang fleet run`: runs the tasks of a manifest, or a share of them, that have no result yet.

use crate::cli::failure::{Exit, Failure};
use crate::cli::fleet::{Limits, Manifest, Shard, Store, Tally, Tasks, work};
use crate::cli::options::{Common, Solving};
use crate::cli::{say, shown, signals};
use crate::optimise::Settings;
use crate::report::diagnostics;
use crate::text::Text;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Run {
    manifest: PathBuf,
    #[arg(long)]
    out: PathBuf,
    #[arg(long)]
    shard: Option<String>,
    #[arg(long, conflicts_with = "shard")]
    task: Option<String>,
    #[command(flatten)]
    solving: Solving,
}

pub(super) fn run(common: &Common, options: &Run, text: &Text) -> Result<Exit, Failure> {
    let defaults = Settings::default();
    let settings = Settings {
        engine: options.solving.solver.unwrap_or(defaults.engine),
        gap: options.solving.gap.unwrap_or(defaults.gap),
        ..defaults
    };
    if !settings.engine.available() {
        return Err(Failure::usage(text, &text.with("engine-missing", &[("engine", settings.engine.id())])));
    }
    let limits = Limits { settings, limit: options.solving.time_limit };
    let tasks = own(options, common.quiet, text)?;
    let store = Store::open(&options.out, &options.manifest, text)?;
    signals::hurry(&limits.settings.deadline);
    let tally = work(&tasks, &store, &limits, common.quiet, text);
    tell(&tally, options, common.quiet, text);
    Ok(tally.exit())
}

/// The tasks that are this run's own.
fn own(options: &Run, quiet: bool, text: &Text) -> Result<Tasks, Failure> {
    let shard = if options.task.is_some() { Shard::WHOLE } else { Shard::find(options.shard.as_deref(), text)? };
    if shard != Shard::WHOLE && !quiet {
        say(&text.with("fleet-shard", &[("shard", &shard.to_string())]));
    }
    let manifest = Manifest::open(&options.manifest, text)?;
    let Some(id) = &options.task else { return manifest.own(|place, _| shard.has(place)) };
    let own = manifest.only(id).own(|_, task| *id == task.id)?;
    if own.groups().is_empty() {
        return Err(Failure::usage(text, &text.with("fleet-task-unknown", &[("id", id)])));
    }
    Ok(own)
}

fn tell(tally: &Tally, options: &Run, quiet: bool, text: &Text) {
    let count = |of: usize| of.to_string();
    let folder = shown(&options.out);
    let arguments = [
        ("folder", &*folder),
        ("done", &*count(tally.done)),
        ("before", &*count(tally.before)),
        ("unread", &*count(tally.unread.len())),
        ("changed", &*count(tally.changed)),
        ("unfinished", &*count(tally.unfinished)),
        ("failed", &*count(tally.failed)),
    ];
    if !quiet {
        say(&text.with("fleet-ran", &arguments));
    }
    // What keeps the results from being whole is told in any case.
    let found = diagnostics::render(&tally.found.clone().sorted(), text);
    if !found.is_empty() {
        say(found.trim_end());
    }
    for (key, is_so) in [
        ("fleet-ran-changed", tally.changed > 0),
        ("fleet-ran-failed", tally.failed > 0),
        ("fleet-ran-unfinished", tally.unfinished > 0 && tally.unwritten.is_none()),
    ] {
        if is_so {
            say(&text.with(key, &arguments));
        }
    }
    if let Some(cause) = &tally.unwritten {
        let arguments = [("folder", &*folder), ("cause", cause), ("left", &*count(tally.unfinished))];
        say(&text.with("error", &[("message", &text.with("fleet-unwritten", &arguments))]));
    }
}
