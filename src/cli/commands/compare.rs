//! `shuanggang compare`

mod operand;

use self::operand::{Operand, expand};
use crate::analysis::compare::{Outcome, Side, compare};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, Solving};
use crate::cli::session::{Run, load_from};
use crate::cli::{say, shown};
use crate::model::Unit;
use crate::render::json;
use crate::report;
use crate::report::compare::json::CompareFile;
use crate::scenario::Options;
use crate::scenario::library::variants;
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::Path;

/// Scenarios side by side; changes are part of each scenario's own argument.
#[derive(Args)]
pub(in crate::cli) struct Compare {
    scenarios: Vec<String>,
    #[command(flatten)]
    solving: Solving,
    #[arg(long, value_parser = PossibleValuesParser::new(report::compare::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(in crate::cli) fn run(common: &Common, options: &Compare, text: &Text) -> Result<Exit, Failure> {
    let run = Run::study(common, &options.solving, options.table.as_deref(), text)?;
    let operands = expand(&options.scenarios, text)?;
    let run = run.about(operands.first().and_then(|operand| operand.scenario.as_deref()));
    let scenarios = read(&operands, text);
    let sides = run.ask(|settings, bar| compare(scenarios, settings, bar));
    let files: Vec<_> = operands.iter().map(Operand::file).collect();
    let document = |detail| report::compare::document(&sides, text, detail);
    run.put("measures", options.full, &document, &|| json::write(&CompareFile::of(&sides, &files)))?;
    Ok(exit(&sides, text))
}

/// The scenarios that extend one, with changes laid over each, and the scenario itself as it was planned before them.
/// What is wrong with one of them is said, and it keeps its place.
pub(in crate::cli) fn beside(
    scenario: Option<&Path>,
    unit: &Unit,
    changes: &Options,
    text: &Text,
) -> Vec<(String, Option<Unit>)> {
    let others = variants::extending(scenario);
    let operand = |path: Option<&Path>| Operand {
        typed: path.map_or_else(|| operand::BASELINE.to_owned(), shown),
        scenario: path.map(Path::to_owned),
        changes: changes.clone(),
    };
    let own = (operand(scenario).name(Some(unit)), Some(unit.clone()));
    let others: Vec<_> = others.iter().map(|path| operand(Some(path))).collect();
    unlike([own].into_iter().chain(read(&others, text)).collect())
}

/// Reads every scenario; what is wrong with one is said, and does not keep the others from being read.
fn read(operands: &[Operand], text: &Text) -> Vec<(String, Option<Unit>)> {
    let read = |operand: &Operand| {
        let unit = match load_from(operand.scenario.as_deref(), &operand.changes, text) {
            Ok(loaded) => Some(loaded.unit),
            Err(failure) => {
                let argument = [("scenario", &*operand.typed)];
                say(&format!("{}\n{}", text.with("compare-mistakes", &argument), failure.message));
                None
            }
        };
        (operand.name(unit.as_ref()), unit)
    };
    unlike(operands.iter().map(read).collect())
}

/// The same with a number behind each name that was there before.
fn unlike(scenarios: Vec<(String, Option<Unit>)>) -> Vec<(String, Option<Unit>)> {
    let mut named: Vec<(String, Option<Unit>)> = Vec::new();
    for (name, unit) in scenarios {
        let numbered = |i: usize| if i == 1 { name.clone() } else { format!("{name} ({i})") };
        let taken = |name: &String| named.iter().any(|(other, _)| other == name);
        // One of so many names is free.
        let free = (1..=named.len() + 1).map(numbered).find(|name| !taken(name));
        named.push((free.unwrap_or_default(), unit));
    }
    named
}

/// The worst that became of any scenario; why there is no plan is said.
pub(in crate::cli) fn exit(sides: &[Side], text: &Text) -> Exit {
    let mut exit = Exit::Done;
    for side in sides {
        match &side.outcome {
            Outcome::BadInput if exit == Exit::Done => exit = Exit::BadInput,
            Outcome::Planned(_) | Outcome::BadInput => {}
            Outcome::Failed(error) => {
                let failure = Failure::assessment(text, error);
                let argument = [("scenario", &*side.name)];
                say(&format!("{}\n{}", text.with("compare-mistakes", &argument), failure.message));
                exit = failure.exit;
            }
        }
    }
    exit
}
