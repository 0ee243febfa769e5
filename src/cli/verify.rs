//! `shuanggang verify`

use super::arguments::{Common, Verify};
use super::failure::{Exit, Failure};
use super::output::{Destination, Report};
use super::{load_changed, shown};
use crate::check;
use crate::model::{Plan, Unit};
use crate::report::contract::{Misfit, PlanFile, ReadError};
use crate::report::verify_contract::VerifyFile;
use crate::report::{json, verify_view};
use crate::text::Text;
use std::fs;
use std::path::Path;

pub(super) fn run(common: &Common, verify: &Verify, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, None, text)?;
    let unit = &load_changed(Some(&verify.scenario), &verify.changes, text)?.unit;
    let violations = check::verify(unit, &read(&verify.plan, unit, text)?);
    let file = shown(&verify.scenario);
    destination.put(&Report {
        document: &|_| verify_view::document(unit, &violations, text),
        json: &|| json::write(&VerifyFile::of(unit, Some(&file), &violations)),
        full: true,
        table: "violations",
    })?;
    Ok(if violations.is_empty() { Exit::Done } else { Exit::No })
}

fn read(file: &Path, unit: &Unit, text: &Text) -> Result<Plan, Failure> {
    let name = shown(file);
    let contents = fs::read_to_string(file).map_err(|error| {
        Failure::input(text, &text.with("plan-file-unreadable", &[("file", &name), ("cause", &error.to_string())]))
    })?;
    let plan = PlanFile::parse(&contents).map_err(|error| Failure::input(text, &misread(text, &name, &error)))?;
    plan.plan(unit).map_err(|misfits| {
        let lines = misfits.iter().map(|misfit| format!("- {}", describe(text, misfit)));
        let lines: Vec<_> = [text.with("plan-file-foreign", &[("file", &name)])].into_iter().chain(lines).collect();
        Failure::input(text, &lines.join("\n"))
    })
}

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
