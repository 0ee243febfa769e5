//! `shuanggang sensitivity`

use crate::analysis::sensitivity::sensitivity;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::StepsBar;
use crate::cli::values::range;
use crate::cli::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::render::json;
use crate::report;
use crate::report::sensitivity::json::SensitivityFile;
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
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let found = finished(sensitivity(unit, options.range, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| report::sensitivity::document(unit, &found, text, detail),
        json: &|| json::write(&SensitivityFile::of(unit, &found, file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("margins"),
    })?;
    Ok(Exit::Done)
}
