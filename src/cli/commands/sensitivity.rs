//! `shuanggang sensitivity`

use crate::analysis::sensitivity::sensitivity;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::range;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::sensitivity::json::Sensed;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use rust_decimal::Decimal;

/// Which numbers and rules carry the verdict.
#[derive(Args)]
pub(in crate::cli) struct Sensitivity {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, default_value = "2", value_parser = range)]
    range: Decimal,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::sensitivity::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Sensitivity, text: &Text) -> Result<Exit, Failure> {
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let unit = session.unit();
    let found = session.ask(|unit, settings, bar| sensitivity(unit, options.range, settings, bar))?;
    session.put(
        "margins",
        options.full,
        &|detail| report::sensitivity::document(unit, &found, text, detail),
        &|file| json::write(&File::new(unit, file, Sensed::of(unit, &found))),
    )?;
    Ok(Exit::Done)
}
