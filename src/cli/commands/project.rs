//! `shuanggang project`

use crate::analysis::project::{forecast, project};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::StepsBar;
use crate::cli::values::{one_of, seed, whole};
use crate::cli::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::model::RetirementPolicy;
use crate::render::json;
use crate::report;
use crate::report::project::json::ProjectFile;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub(in crate::cli) struct Project {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, default_value = "5", value_parser = whole(1, 40))]
    years: u32,
    #[arg(long, default_value = "statutory", value_parser = one_of(&RetirementPolicy::ALL, RetirementPolicy::id))]
    policy: RetirementPolicy,
    #[arg(long, value_parser = whole(1, 100_000))]
    draws: Option<u32>,
    #[arg(long, requires = "draws", default_value = "1", value_parser = seed)]
    seed: u64,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::project::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Project, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let outlook = project(unit, options.years, options.policy, &settings, &mut bar);
    let outlook = finished(outlook, &settings, text)?;
    let drawn = |draws| forecast(unit, options.years, draws, options.seed, &settings, &mut bar);
    let forecast = finished(options.draws.map(drawn).transpose(), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| report::project::document(unit, &outlook, forecast.as_ref(), text, detail),
        json: &|| json::write(&ProjectFile::of(unit, &outlook, forecast.as_ref(), file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("timeline"),
    })?;
    Ok(Exit::Done)
}
