//! `shuanggang board`

use crate::cli::board::{Command, Desk, Gate, bind, open, serve};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs};
use crate::cli::session::{load, tell};
use crate::cli::values::whole;
use crate::cli::{output, say, signals};
use crate::optimise::Deadline;
use crate::text::Text;
use anstream::AutoStream;
use clap::Args;
use std::io;
use std::path::Path;

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
    let loaded = load(&options.scenario, text)?;
    tell(&loaded.warnings, common.quiet, text);
    let end = Deadline::default();
    signals::hurry(&end);
    let scenario = (options.scenario.scenario.clone(), options.scenario.changes.options());
    let desk = Desk::new(scenario, loaded.unit, &end, command, text.language());
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
