//! `shuanggang need`

mod study;

use crate::analysis::need::need;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::StepsBar;
use crate::cli::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::render::json;
use crate::report;
use crate::report::need::json::NeedFile;
use crate::report::wisn;
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
    #[arg(long, value_parser = PossibleValuesParser::new([&report::need::TABLES[..], &wisn::TABLES].concat()))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Need, text: &Text) -> Result<Exit, Failure> {
    if let Some(study) = &options.wisn {
        return study::run(common, options, study, text);
    }
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let found = finished(need(unit, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| report::need::document(unit, &found, text, detail),
        json: &|| json::write(&NeedFile::of(unit, &found, file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("readings"),
    })?;
    Ok(Exit::Done)
}
