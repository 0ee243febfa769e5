//! `shuanggang verify`

use crate::analysis;
use crate::check;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Changes, Common};
use crate::cli::output::{Destination, Report};
use crate::cli::session::{load_changed, started};
use crate::cli::shown;
use crate::model::Unit;
use crate::optimise::{Deadline, Engine, Settings};
use crate::render::json;
use crate::report;
use crate::report::File;
use crate::report::plan::json::{Misfit, PlanFile, ReadError, differences};
use crate::report::verify;
use crate::report::verify::Judgement;
use crate::report::verify::json::Verified;
use crate::scenario;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};
use std::time::Duration;

#[derive(Args)]
pub(in crate::cli) struct Verify {
    scenario: PathBuf,
    plan: PathBuf,
    #[command(flatten)]
    changes: Changes,
    #[arg(long)]
    from_duties: Option<PathBuf>,
    #[arg(long, value_parser = PossibleValuesParser::new(report::verify::TABLES))]
    table: Option<String>,
}

pub(in crate::cli) fn run(common: &Common, verify: &Verify, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, verify.table.as_deref(), text)?;
    let unit = load_changed(Some(&verify.scenario), &verify.changes, text)?.unit;
    let from = |table: &PathBuf| started(&unit, table, text).map(|(unit, _)| unit);
    let unit = &verify.from_duties.as_ref().map(from).transpose()?.unwrap_or(unit);
    let judgement = judge(&verify.plan, unit, text)?;
    let file = shown(&verify.scenario);
    // Without a choice, a table that has something to say.
    let table = if judgement.violations.is_empty() { "differences" } else { "violations" };
    destination.put(&Report {
        document: &|_| verify::document(unit, &judgement, text),
        json: &|| json::write(&File::new(unit, Some(&file), Verified::from(&judgement))),
        full: true,
        table: verify.table.as_deref().unwrap_or(table),
    })?;
    Ok(if judgement.is_clean() { Exit::Done } else { Exit::No })
}

/// Reads a saved plan, has it checked, and holds what it says against what follows.
fn judge(path: &Path, unit: &Unit, text: &Text) -> Result<Judgement, Failure> {
    let name = shown(path);
    let contents = scenario::read_text(path).map_err(|error| {
        Failure::input(text, &text.with("plan-file-unreadable", &[("file", &name), ("cause", &error.to_string())]))
    })?;
    let file = PlanFile::parse(&contents).map_err(|error| Failure::input(text, &misread(text, &name, &error)))?;
    let foreign = |misfits: Vec<Misfit>| {
        let lines = misfits.iter().map(|misfit| format!("- {}", describe(text, misfit)));
        let lines: Vec<_> = [text.with("plan-file-foreign", &[("file", &name)])].into_iter().chain(lines).collect();
        Failure::input(text, &lines.join("\n"))
    };
    let plan = file.plan(unit).map_err(foreign)?;
    let others = file.alternative_plans(unit).map_err(foreign)?;
    let mut judgement = Judgement {
        violations: [&plan].into_iter().chain(&others).flat_map(|plan| check::verify(unit, plan)).collect(),
        differences: Vec::new(),
        unconfirmed: Vec::new(),
    };
    if judgement.violations.is_empty() {
        let engine = Engine::of_version(&file.engine).unwrap_or_default();
        let settings = Settings { engine, deadline: Deadline::after(PATIENCE), ..Settings::default() };
        let again = analysis::again(unit, &plan, file.months.is_some(), &settings);
        let again = again.map_err(|error| Failure::assessment(text, &error))?;
        let rebuilt = file.rebuilt(unit, &again, &others);
        judgement.differences = differences(&file, &rebuilt.file)
            .map_err(|error| Failure::internal(text, &text.with("plan-failed", &[("cause", &error.to_string())])))?;
        judgement.unconfirmed = rebuilt.unconfirmed;
    }
    Ok(judgement)
}

/// What one would wait for the search that holds a plan's bounds against another plan.
const PATIENCE: Duration = Duration::from_mins(1);

fn misread(text: &Text, file: &str, error: &ReadError) -> String {
    match error {
        ReadError::Schema { found } => {
            let arguments = [("file", file), ("found", found), ("expected", PlanFile::SCHEMA)];
            text.with("plan-file-schema", &arguments)
        }
        ReadError::Shape { line, column, detail } => {
            let place = format!("{file}:{line}:{column}");
            text.with("plan-file-shape", &[("place", &place), ("detail", detail)])
        }
    }
}

fn describe(text: &Text, misfit: &Misfit) -> String {
    let arguments = [("path", &*misfit.path), ("found", &*misfit.found)];
    let problem = text.with(&format!("plan-file-{}", misfit.problem.id()), &arguments);
    match &misfit.suggestion {
        Some(suggestion) => text.with("plan-file-suggestion", &[("problem", &problem), ("suggestion", suggestion)]),
        None => problem,
    }
}
