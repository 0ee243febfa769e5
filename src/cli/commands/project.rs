//! `shuanggang project`

use crate::analysis::project::{forecast, project};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::{one_of, seed, whole};
use crate::model::RetirementPolicy;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::project::json::Projected;
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
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let unit = session.unit();
    let outlook = session.ask(|unit, settings, bar| project(unit, options.years, options.policy, settings, bar))?;
    let drawn =
        |draws| session.ask(|unit, settings, bar| forecast(unit, options.years, draws, options.seed, settings, bar));
    let forecast = options.draws.map(drawn).transpose()?;
    let document = |detail| report::project::document(unit, &outlook, forecast.as_ref(), text, detail);
    let file =
        |file: Option<&str>| json::write(&File::new(unit, file, Projected::of(unit, &outlook, forecast.as_ref())));
    session.put("timeline", options.full, &document, &file)?;
    Ok(Exit::Done)
}
