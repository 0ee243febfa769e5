//! `shuanggang check`

use crate::check::{self, Violation};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs};
use crate::cli::output::{Destination, Report};
use crate::cli::session::load;
use crate::model::Unit;
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::check::json::Checked;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;

#[derive(Args)]
pub(in crate::cli) struct Check {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_parser = PossibleValuesParser::new(report::check::TABLES))]
    table: Option<String>,
}

pub(in crate::cli) fn run(common: &Common, check: &Check, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, check.table.as_deref(), text)?;
    let loaded = load(&check.scenario, text)?;
    let (unit, warnings) = (&loaded.unit, &loaded.warnings);
    let duty_table = judge_today(unit);
    let file = check.scenario.file();
    destination.put(&Report {
        document: &|_| report::check::document(unit, warnings, duty_table.as_deref(), text),
        json: &|| json::write(&File::new(unit, file.as_deref(), Checked::of(unit, warnings, duty_table.as_deref()))),
        full: true,
        table: check.table.as_deref().unwrap_or("inputs"),
    })?;
    Ok(if duty_table.is_some_and(|found| !found.is_empty()) { Exit::No } else { Exit::Done })
}

/// What the duty table of today breaks; `None` when the roster has none.
fn judge_today(unit: &Unit) -> Option<Vec<Violation>> {
    let held: BTreeSet<_> =
        unit.people().flat_map(|(ix, person)| person.posts_today.iter().map(move |post| (ix, *post))).collect();
    (!held.is_empty()).then(|| check::verify_duty_table(unit, &held))
}
