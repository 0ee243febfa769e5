//! `shuanggang board`

use crate::cli::board::{Command, Desk, Gate, bind, open, serve, spare};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs};
use crate::cli::session::{load_changed, tell};
use crate::cli::values::whole;
use crate::cli::{output, say, shown, signals};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::optimise::Deadline;
use crate::scenario::library::variants::units_in;
use crate::scenario::{self, read::file};
use crate::text::Text;
use anstream::AutoStream;
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Args)]
pub(in crate::cli) struct Board {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_parser = whole(1, 65535))]
    port: Option<u32>,
    #[arg(long)]
    no_open: bool,
    #[arg(long, default_value = "60", value_parser = whole(1, 1440))]
    idle: u32,
}

pub(in crate::cli) fn run(common: &Common, options: &Board, command: Command, text: &Text) -> Result<Exit, Failure> {
    if options.scenario.scenario.as_deref() == Some(Path::new("-")) {
        return Err(Failure::usage(text, &text.get("board-no-stdin")));
    }
    spare(std::env::args_os());
    let ScenarioArgs { scenario, changes } = &options.scenario;
    let scenario = match scenario {
        Some(folder) if folder.is_dir() => Some(unit_in(folder, text)?),
        named => named.clone(),
    };
    let loaded = load_changed(scenario.as_deref(), changes, text)?;
    tell(&loaded.warnings, common.quiet, text);
    let end = Deadline::default();
    signals::hurry(&end);
    let desk = Desk::new((scenario, changes.options()), loaded.unit, &end, command, text.language());
    let desk = desk.map_err(|error| Failure::assessment(text, &error))?;
    let closed = |cause: &dyn std::fmt::Display| {
        Failure::internal(text, &text.with("board-closed", &[("cause", &cause.to_string())]))
    };
    let port = options.port.map(u16::try_from).transpose().map_err(|error| closed(&error))?;
    let listener = bind(port).map_err(|error| closed(&error))?;
    let port = listener.local_addr().map_err(|error| closed(&error))?.port();
    let gate = Gate::new(port).map_err(|error| closed(&error))?;
    let address = gate.address();
    output::print(format!("{address}\n").as_bytes(), AutoStream::never(io::stdout()), text)?;
    if !common.quiet {
        say(&text.with("board-open", &[("idle", &options.idle.to_string())]));
    }
    if !options.no_open {
        open(&address);
    }
    serve(listener, gate, desk, options.idle, &end).map_err(|error| closed(&error))?;
    Ok(Exit::Done)
}

/// The one unit that lies in a folder. Among several files those that can be read as units count, so that results
/// beside the unit are no others.
fn unit_in(folder: &Path, text: &Text) -> Result<PathBuf, Failure> {
    let name: Arc<str> = shown(folder).into();
    let failed = |wrong: Diagnostic| {
        let mut all = Diagnostics::default();
        all.push(wrong);
        Failure::diagnostics(text, &all)
    };
    let found = units_in(folder).map_err(|error| failed(file::unreadable(&name, &file::start(&name), &error)))?;
    let mut units = found.clone();
    if found.len() > 1 {
        units.retain(|path| scenario::load(path).is_ok());
    }
    match (&units[..], &found[..]) {
        ([unit], _) => Ok(unit.clone()),
        (_, []) => Err(failed(Diagnostic::new(Code::NoUnits, &file::start(&name)).fact("folder", &name))),
        ([], all) | (all, _) => {
            let units: Vec<_> = all.iter().map(|path| shown(path)).collect();
            let arguments = [("folder", &*name), ("units", &*units.join(", "))];
            Err(Failure::usage(text, &text.with("board-folder-several", &arguments)))
        }
    }
}
