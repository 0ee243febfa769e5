//! `shuanggang need`

mod wisn;

use crate::analysis::need::need;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::need::json::Needed;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Need {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, conflicts_with_all = ["scenario", "time_limit", "gap", "solver", "full"])]
    wisn: Option<PathBuf>,
    #[arg(long, value_parser = PossibleValuesParser::new([&report::need::TABLES[..], &report::wisn::TABLES].concat()))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Need, text: &Text) -> Result<Exit, Failure> {
    if let Some(study) = &options.wisn {
        return wisn::run(common, options, study, text);
    }
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let unit = session.unit();
    let found = session.ask(|unit, settings, bar| need(unit, settings, bar))?;
    session.put("readings", options.full, &|detail| report::need::document(unit, &found, text, detail), &|file| {
        json::write(&File::new(unit, file, Needed::of(unit, &found)))
    })?;
    Ok(Exit::Done)
}
