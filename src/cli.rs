//! The command line: arguments in, reports out. Every sentence comes from the text catalogues.
//!
//! Data goes to stdout or to the file named by `--output`; everything else goes to stderr.

mod commands;
mod failure;
mod format;
mod language;
mod localise;
mod named;
mod options;
mod output;
mod progress;
mod signals;
mod usage;
mod values;

pub use localise::command;

use self::commands::Arguments;
use self::options::{Changes, ScenarioArgs, Solving};
use crate::analysis::AssessError;
use crate::diag::Diagnostics;
use crate::optimise::{Deadline, Settings, still_running};
use crate::render::line;
use crate::report::diagnostics;
use crate::scenario::{self, Loaded, Options};
use crate::text::Text;
use anstream::AutoStream;
use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use failure::{Exit, Failure};
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Runs the program; the first argument is its name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    signals::install();
    let arguments: Vec<_> = arguments.into_iter().collect();
    let text = Text::new(language::choose(&arguments));
    let exit = obey(&arguments, &text).unwrap_or_else(|failure| {
        say(&failure.message);
        failure.exit
    });
    if still_running() {
        // A search that did not stop in time is still at work; only the end of the process ends it.
        let _ = io::stdout().flush();
        signal_hook::low_level::exit(exit.code().into());
    }
    ExitCode::from(exit.code())
}

fn obey(arguments: &[OsString], text: &Text) -> Result<Exit, Failure> {
    let mut command = command(text);
    let parsed = command.try_get_matches_from_mut(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let Arguments { common, command } = match parsed {
        Ok(arguments) => arguments,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::print(error.render().ansi().to_string().as_bytes(), AutoStream::auto(io::stdout()), text)?;
            return Ok(Exit::Done);
        }
        Err(error) => return Err(Failure::usage(text, &usage::explain(&error, text))),
    };
    command.run(&common, text)
}

/// Reads a scenario, or the one used when none is named, with the changes of the command line.
fn load(scenario: &ScenarioArgs, text: &Text) -> Result<Loaded, Failure> {
    load_changed(scenario.scenario.as_deref(), &scenario.changes, text)
}

/// Reads a scenario as it stands.
fn load_named(path: &Path, text: &Text) -> Result<Loaded, Failure> {
    scenario::load(path).map_err(|found| Failure::diagnostics(text, &found))
}

/// Reads a scenario, or the one used when none is named, with the options typed.
fn load_changed(path: Option<&Path>, changes: &Changes, text: &Text) -> Result<Loaded, Failure> {
    load_from(path, &changes.options(), text)
}

/// Reads a scenario, or the one used when none is named, with changes.
fn load_from(path: Option<&Path>, changes: &Options, text: &Text) -> Result<Loaded, Failure> {
    let loaded = match path {
        Some(path) => scenario::load_with(path, changes),
        None => scenario::embedded_with(changes),
    };
    loaded.map_err(|found| Failure::diagnostics(text, &found))
}

/// Tells what is odd about a scenario, unless nothing but errors is wanted.
fn tell_warnings(loaded: &Loaded, quiet: bool, text: &Text) {
    tell(&loaded.warnings, quiet, text);
}

/// Tells what is doubtful about an input.
fn tell(warnings: &Diagnostics, quiet: bool, text: &Text) {
    if !quiet && !warnings.as_slice().is_empty() {
        say(&diagnostics::render(warnings, text));
    }
}

/// How long one plan may take when nobody says.
const FOR_A_PLAN: Duration = Duration::from_secs(60);
/// How long a study of many plans may take when nobody says.
const FOR_A_STUDY: Duration = Duration::from_secs(600);

/// How to solve, if this build can, and from now on until when. From here on Ctrl-C asks to stop.
fn settings(solving: &Solving, usual: Duration, text: &Text) -> Result<Settings, Failure> {
    let defaults = Settings::default();
    let deadline = Deadline::after(solving.time_limit.unwrap_or(usual));
    signals::hurry(&deadline);
    let settings = Settings {
        engine: solving.solver.unwrap_or(defaults.engine),
        deadline,
        gap: solving.gap.unwrap_or(defaults.gap),
        ..defaults
    };
    if settings.engine.available() {
        return Ok(settings);
    }
    Err(Failure::usage(text, &text.with("engine-missing", &[("engine", settings.engine.id())])))
}

/// What a study found, if every search in it was finished: its sentences rest on all of them.
fn finished<T>(found: Result<T, AssessError>, settings: &Settings, text: &Text) -> Result<T, Failure> {
    let found = found.map_err(|error| Failure::assessment(text, &error))?;
    if settings.deadline.has_cut() { Err(Failure::unfinished(text)) } else { Ok(found) }
}

/// How a command ends that says what it has so far: told where a search was not finished.
fn ending(settings: &Settings, text: &Text) -> Exit {
    if !settings.deadline.has_cut() {
        return Exit::Done;
    }
    say(&text.get("unfinished"));
    Exit::Unfinished
}

/// A path as the user named it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Tells the user something beside the data. That stderr is closed is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", line::lines(message));
}
