//! `shuanggang plan`

use super::compare::{beside, exit};
use crate::analysis::compare::compare;
use crate::analysis::explain::remedies;
use crate::analysis::plan::alternatives::{Alternatives, Wanted};
use crate::analysis::plan::months::monthly;
use crate::analysis::project::project;
use crate::analysis::tradeoff::tradeoff;
use crate::analysis::{self, Assessment};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs, Solving};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::{StageLine, StepsBar};
use crate::cli::say;
use crate::cli::session::{FOR_A_PLAN, FOR_A_STUDY, ending, load, settings, tell};
use crate::cli::values::{share, whole};
use crate::model::{RetirementPolicy, Unit};
use crate::optimise::Settings;
use crate::render::json;
use crate::report;
use crate::report::plan;
use crate::report::plan::Extras;
use crate::report::plan::json::PlanFile;
use crate::report::studies::{Origin, Studies};
use crate::report::words::Words;
use crate::scenario::Options;
use crate::text::Text;
use crate::units::Share;
use clap::Args;
use clap::builder::PossibleValuesParser;
use rust_decimal::Decimal;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(Args)]
pub(in crate::cli) struct Plan {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    solving: Solving,
    #[arg(long)]
    export_model: Option<PathBuf>,
    #[arg(long)]
    months: bool,
    #[arg(long, value_parser = whole(1, 20))]
    alternatives: Option<u32>,
    #[arg(long, requires = "alternatives", default_value = "0", value_parser = share)]
    within: Decimal,
    #[arg(long, value_parser = PossibleValuesParser::new(
        [&report::plan::TABLES[..], &report::plan::MONTH_TABLES, &report::plan::ALTERNATIVE_TABLES].concat()
    ))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

/// Years ahead on a page.
const YEARS: u32 = 5;

/// Alternatives where a table of them is asked for, but not how many.
const USUAL_ALTERNATIVES: u32 = 3;

pub(in crate::cli) fn run(common: &Common, plan: &Plan, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, plan.table.as_deref(), text)?;
    let usual = if destination.is_large() { FOR_A_STUDY } else { FOR_A_PLAN };
    let settings = Settings { export: plan.export_model.clone(), ..settings(&plan.solving, usual, text)? };
    let loaded = load(&plan.scenario, text)?;
    tell(&loaded.warnings, common.quiet, text);
    let unit = &loaded.unit;
    let start = Instant::now();
    let assessment = assess(unit, &settings, common.quiet, text)?;
    let by_month = plan.months || plan.table.as_deref().is_some_and(|table| plan::MONTH_TABLES.contains(&table));
    let months = by_month.then(|| monthly(unit, &assessment.plan, &settings)).transpose();
    let months = months.map_err(|error| Failure::assessment(text, &error))?;
    let seconds = format!("{:.2}", start.elapsed().as_secs_f64());
    let studies = if destination.is_large() { studies(common, plan, unit, &settings, text)? } else { None };
    let others = alternatives(unit, &assessment, plan, &settings, common.quiet, text)?;
    let remedies = remedies(unit, &assessment.plan, &assessment.shortfalls, &settings);
    let remedies = remedies.map_err(|error| Failure::assessment(text, &error))?;
    let extras = Extras {
        months: months.as_ref(),
        alternatives: others.as_ref(),
        remedies: &remedies,
        studies: studies.as_ref(),
        cut: settings.deadline.has_cut(),
    };
    let file = plan.scenario.file();
    destination.put(&Report {
        document: &|detail| plan::document(unit, &assessment, extras, text, detail),
        json: &|| {
            let mut plan = PlanFile::of(unit, &assessment, file.as_deref()).with_remedies(unit, &remedies);
            if let Some(months) = &months {
                plan = plan.with_months(unit, months);
            }
            if let Some(others) = &others {
                plan = plan.with_alternatives(unit, others);
            }
            json::write(&plan)
        },
        full: plan.full,
        table: plan.table.as_deref().unwrap_or("matters"),
    })?;
    if !common.quiet {
        say(&text.with("solved-in", &[("engine", &assessment.plan.engine), ("seconds", &seconds)]));
    }
    Ok(ending(&settings, text))
}

/// What a page and a workbook carry beside the plan; nothing where the time was up before these were finished.
fn studies(
    common: &Common,
    plan: &Plan,
    unit: &Unit,
    settings: &Settings,
    text: &Text,
) -> Result<Option<Studies>, Failure> {
    let outcome = all_studies(common, plan, unit, settings, text);
    if settings.deadline.has_cut() { Ok(None) } else { outcome.map(Some) }
}

fn all_studies(
    common: &Common,
    plan: &Plan,
    unit: &Unit,
    settings: &Settings,
    text: &Text,
) -> Result<Studies, Failure> {
    let failed = |error| Failure::assessment(text, &error);
    let settings = Settings { export: None, ..settings.clone() };
    let mut bar = StepsBar::new(text, common.quiet);
    let outlook = project(unit, YEARS, RetirementPolicy::Statutory, &settings, &mut bar).map_err(failed)?;
    let tradeoff = tradeoff(unit, &[], &settings, &mut bar).map_err(failed)?;
    let (scenario, changes) = (plan.scenario.scenario.as_deref(), plan.scenario.changes.options());
    let scenarios = beside(scenario, unit, &changes, text);
    let sides = compare(scenarios, &settings, &mut bar);
    drop(bar);
    // A scenario that fails is told at its place on the page, and why here; the plan itself stands.
    exit(&sides, text);
    let origin = if scenario.is_some_and(Path::exists) { Origin::Folder } else { Origin::Program };
    Ok(Studies { outlook, tradeoff, sides, origin, changed: changes != Options::default() })
}

fn assess(unit: &Unit, settings: &Settings, quiet: bool, text: &Text) -> Result<Assessment, Failure> {
    let mut progress = StageLine::new(Words { unit, text }, quiet);
    analysis::assess(unit, settings, &mut progress).map_err(|error| Failure::assessment(text, &error))
}

/// Other plans to choose from, when they are asked for, or a table of them.
fn alternatives(
    unit: &Unit,
    assessment: &Assessment,
    plan: &Plan,
    settings: &Settings,
    quiet: bool,
    text: &Text,
) -> Result<Option<Alternatives>, Failure> {
    let table = plan.table.as_deref().is_some_and(|table| plan::ALTERNATIVE_TABLES.contains(&table));
    let Some(count) = plan.alternatives.or_else(|| table.then_some(USUAL_ALTERNATIVES)) else { return Ok(None) };
    let wanted = Wanted { count, within: Share::new(plan.within) };
    let mut bar = StepsBar::new(text, quiet);
    let found = analysis::plan::alternatives::alternatives(unit, &assessment.plan, wanted, settings, &mut bar);
    found.map(Some).map_err(|error| Failure::assessment(text, &error))
}
