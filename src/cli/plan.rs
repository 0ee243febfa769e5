//! `shuanggang plan`

use super::arguments::{Common, Plan};
use super::failure::{Exit, Failure};
use super::output::{Destination, Report};
use super::progress::StageLine;
use super::{load, say, shown};
use crate::analysis::{self, AssessError, Assessment};
use crate::model::Unit;
use crate::optimise::Settings;
use crate::report::contract::PlanFile;
use crate::report::words::Words;
use crate::report::{diagnostics, json, plan_view};
use crate::text::Text;
use std::time::Instant;

pub(super) fn run(common: &Common, plan: &Plan, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(plan, text)?;
    let destination = Destination::new(common, plan.table.as_deref(), text)?;
    let loaded = load(plan.scenario.as_deref(), text)?;
    if !common.quiet && !loaded.warnings.as_slice().is_empty() {
        say(&diagnostics::render(&loaded.warnings, text));
    }
    let unit = &loaded.unit;
    let start = Instant::now();
    let assessment = assess(unit, &settings, common.quiet, text)?;
    let file = plan.scenario.as_deref().map(shown);
    destination.put(&Report {
        document: &|detail| plan_view::document(unit, &assessment, text, detail),
        json: &|| json::write(&PlanFile::of(unit, &assessment, file.as_deref())),
        full: plan.full,
        table: plan.table.as_deref().unwrap_or("matters"),
    })?;
    if !common.quiet {
        let seconds = format!("{:.2}", start.elapsed().as_secs_f64());
        say(&text.with("solved-in", &[("engine", &assessment.plan.engine), ("seconds", &seconds)]));
    }
    Ok(Exit::Done)
}

fn settings(plan: &Plan, text: &Text) -> Result<Settings, Failure> {
    let defaults = Settings::default();
    let settings = Settings {
        engine: plan.solver.unwrap_or(defaults.engine),
        time_limit: plan.time_limit,
        gap: plan.gap.unwrap_or(defaults.gap),
        export: plan.export_model.clone(),
        ..Settings::default()
    };
    if settings.engine.available() {
        return Ok(settings);
    }
    Err(Failure::usage(text, &text.with("engine-missing", &[("engine", settings.engine.id())])))
}

fn assess(unit: &Unit, settings: &Settings, quiet: bool, text: &Text) -> Result<Assessment, Failure> {
    let mut progress = StageLine::new(Words { unit, text }, quiet);
    analysis::assess(unit, settings, &mut progress).map_err(|error| match error {
        AssessError::Optimise(error) => {
            Failure::internal(text, &text.with("plan-failed", &[("cause", &error.to_string())]))
        }
        AssessError::Rejected(violations) => Failure::rejected(text, unit, &violations),
    })
}
