//! `shuanggang absence`

use crate::analysis::absence::absence;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, Later, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::whole;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::absence::json::Missed;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// What stalls or slows while people are away.
#[derive(Args)]
pub(in crate::cli) struct Absence {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    later: Later,
    #[arg(long, default_value = "1", value_parser = whole(1, 3))]
    away: u32,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::absence::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Absence, text: &Text) -> Result<Exit, Failure> {
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let (session, _) = session.later(options.later, text)?;
    let unit = session.unit();
    let most = usize::try_from(options.away).unwrap_or(1);
    let found = session.ask(|unit, settings, bar| absence(unit, most, settings, bar))?;
    session.put("people", options.full, &|detail| report::absence::document(unit, &found, text, detail), &|file| {
        json::write(&File::new(unit, file, Missed::of(unit, &found)))
    })?;
    Ok(Exit::Done)
}
