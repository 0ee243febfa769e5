//! `shuanggang explain`

use crate::analysis::explain::explain;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::{named, shown};
use crate::model::{MatterIx, Unit};
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::explain::json::Explaining;
use crate::scenario::library;
use crate::scenario::read::wording;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};

/// One matter or all; a single word that is no file names a matter of the embedded scenario.
#[derive(Args)]
pub(in crate::cli) struct Explain {
    #[command(flatten)]
    scenario: ScenarioArgs,
    matter: Option<String>,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::explain::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: Explain, text: &Text) -> Result<Exit, Failure> {
    let run = Run::study(common, &options.solving, options.table.as_deref(), text)?;
    let full = options.full;
    let (scenario, matter) = arguments(options);
    let session = run.open(&scenario)?;
    let unit = session.unit();
    let asked = matter.map(|name| find(unit, &name, text)).transpose()?;
    let explained = session.ask_so_far(|unit, settings, bar| explain(unit, asked, settings, bar))?;
    let document = |detail| report::explain::document(unit, &explained, asked, text, detail);
    session.put("repairs", full, &document, &|file| {
        json::write(&File::new(unit, file, Explaining::of(unit, &explained, asked)))
    })?;
    Ok(session.ending())
}

/// The scenario and the matter. A single argument is a scenario if it ends in `.toml` or `.xlsx`, is a path that exists, or is
/// the name of a scenario of the program; else it is a matter of the scenario used when none is named.
fn arguments(options: Explain) -> (ScenarioArgs, Option<String>) {
    let Explain { mut scenario, matter, .. } = options;
    let is_scenario = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "toml" || ending == "xlsx")
            || path == Path::new("-")
            || path.exists()
            || library().iter().any(|embedded| path == Path::new(embedded.name))
    };
    match (scenario.scenario.take(), matter) {
        (Some(only), None) if !is_scenario(&only) => (scenario, Some(shown(&only))),
        (path, matter) => (ScenarioArgs { scenario: path, ..scenario }, matter),
    }
}

/// A matter by its id or name.
fn find(unit: &Unit, wanted: &str, text: &Text) -> Result<MatterIx, Failure> {
    let known: Vec<_> = unit.matters.iter().map(|matter| (&*matter.id, matter.names())).collect();
    wording::position(wanted, known.iter().copied()).map(MatterIx).ok_or_else(|| {
        let message = text.with("explain-unknown-matter", &[("matter", wanted)]);
        Failure::usage(text, &named::suggested(text, message, wanted, &known))
    })
}
