//! The command line: arguments in, reports out. Every sentence comes from the text catalogues.
//!
//! Data goes to stdout or to the file named by `--output`; everything else goes to stderr.

mod board;
mod commands;
mod failure;
mod fleet;
mod format;
mod kept;
mod language;
mod localise;
mod named;
mod options;
mod output;
mod papers;
mod progress;
mod session;
mod signals;
mod typed;
mod usage;
mod values;

pub use localise::command;

use self::commands::Arguments;
use crate::optimise::still_running;
use crate::render::line;
use crate::text::Text;
use anstream::AutoStream;
use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use failure::{Exit, Failure};
use kept::Kept;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

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
    command.run(&common, kept, text)
}

/// What a command would write to stdout, kept in memory; `words` stand behind the name of the program.
fn kept(words: &[String], text: &Text) -> Result<Vec<u8>, Failure> {
    let all = std::iter::once("shuanggang").chain(words.iter().map(String::as_str));
    let parsed = command(text).try_get_matches_from(all).and_then(|found| Arguments::from_arg_matches(&found));
    let parsed = parsed.map_err(|error| Failure::usage(text, &usage::explain(&error, text)))?;
    let Arguments { mut common, command } = parsed;
    let result = Kept::default();
    (common.kept, common.quiet) = (Some(result.clone()), true);
    command.run(&common, kept, text)?;
    Ok(result.taken())
}

/// A path as the user named it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Tells the user something beside the data. That stderr is closed is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", line::lines(message));
}
