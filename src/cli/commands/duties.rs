//! `shuanggang duties`

use crate::analysis::duties::{judge, rotation};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::session::Run;
use crate::cli::values::whole;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::duties::json::Duties as Answer;
use crate::scenario;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

/// What is wrong with the table of duties and rights of today.
#[derive(Args)]
pub(in crate::cli) struct Duties {
    ledger: PathBuf,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_parser = whole(1, 20))]
    rotation: Option<u32>,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::duties::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Duties, text: &Text) -> Result<Exit, Failure> {
    let looks_ahead = options.table.as_deref().is_some_and(|table| report::duties::ROTATION_TABLES.contains(&table));
    if looks_ahead && options.rotation.is_none() {
        return Err(Failure::usage(text, &text.get("rotation-needs-years")));
    }
    let session = Run::study(common, &options.solving, options.table.as_deref(), text)?.open(&options.scenario)?;
    let unit = session.unit();
    let ledger = scenario::duties::read(&options.ledger, unit);
    let ledger = ledger.map_err(|found| Failure::diagnostics(text, &found))?;
    let judged = judge(unit, &ledger);
    let ahead = options
        .rotation
        .map(|years| session.ask(|unit, settings, bar| rotation(unit, &ledger, &judged.held, years, settings, bar)));
    let ahead = ahead.transpose()?;
    if matches!(ahead, Some(None)) {
        session.say(&text.get("rotation-off"));
    }
    let ahead = ahead.flatten();
    let document = |detail| report::duties::document(unit, &ledger, &judged, ahead.as_ref(), text, detail);
    session.put(report::duties::TABLES[0], options.full, &document, &|file| {
        json::write(&File::new(unit, file, Answer::of(unit, &ledger, &judged, ahead.as_ref())))
    })?;
    Ok(if judged.faults.is_empty() { Exit::Done } else { Exit::No })
}
