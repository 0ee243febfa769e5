//! `shuanggang calendar`

use crate::analysis::leave::leave;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, Later, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::calendar::json::Calendar as Answer;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// A year's leave by weeks.
#[derive(Args)]
pub(in crate::cli) struct Calendar {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    later: Later,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::calendar::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Calendar, text: &Text) -> Result<Exit, Failure> {
    let session = Run::dated(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let (session, _) = session.later(options.later, text)?;
    let unit = session.unit();
    let found = session.ask_so_far(|unit, settings, bar| leave(unit, settings, bar))?;
    let document = |detail| report::calendar::document(unit, &found, text, detail);
    session.put(report::calendar::TABLES[0], options.full, &document, &|file| {
        json::write(&File::new(unit, file, Answer::of(unit, &found)))
    })?;
    Ok(session.ending())
}
