//! `shuanggang check`

use crate::check::{self, Violation};
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs};
use crate::cli::output::{Destination, NewFile, Report, write_all};
use crate::cli::session::load;
use crate::cli::{say, shown};
use crate::model::Unit;
use crate::render::{json, xlsx};
use crate::report;
use crate::report::File;
use crate::report::check::json::Checked;
use crate::scenario::{self, Loaded, what_ifs};
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(in crate::cli) struct Check {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_parser = PossibleValuesParser::new(report::check::TABLES))]
    table: Option<String>,
    #[arg(long)]
    mark: Option<PathBuf>,
}

pub(in crate::cli) fn run(common: &Common, check: &Check, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, check.table.as_deref(), text)?.about(check.scenario.scenario.as_deref());
    let loaded = match &check.mark {
        Some(target) => load_marked(common, &check.scenario, target, text)?,
        None => load_all(&check.scenario, text)?,
    };
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

/// Reads a scenario with all that is wrong with it, and with the what-ifs of a workbook.
fn load_all(scenario: &ScenarioArgs, text: &Text) -> Result<Loaded, Failure> {
    let Some(path) = &scenario.scenario else { return load(scenario, text) };
    let loaded = what_ifs::load_all(path, &scenario.changes.options());
    loaded.map_err(|found| Failure::diagnostics(text, &found))
}

/// Reads a workbook and writes it once more, with a mark at each cell that something is to be said of.
fn load_marked(common: &Common, scenario: &ScenarioArgs, target: &Path, text: &Text) -> Result<Loaded, Failure> {
    let refuse = |key: &str, path: &Path| Failure::usage(text, &text.with(key, &[("file", &*shown(path))]));
    let path = scenario.scenario.as_deref().unwrap_or(Path::new("baseline"));
    let is_package = |bytes: &Vec<u8>| bytes.starts_with(b"PK");
    let bytes = scenario::read::file::read(&scenario::read::file::parts(path).0).ok().filter(is_package);
    let bytes = bytes.ok_or_else(|| refuse("mark-no-workbook", path))?;
    if target.canonicalize().is_ok_and(|target| path.canonicalize().is_ok_and(|path| path == target)) {
        return Err(refuse("mark-same-file", path));
    }
    let loaded = what_ifs::load_all(path, &scenario.changes.options());
    let found = match &loaded {
        Ok(loaded) => &loaded.warnings,
        Err(found) => found,
    };
    // What is no workbook at all has no cells.
    let is_read = loaded.is_ok() || found.as_slice().iter().any(|finding| finding.place.sheet.is_some());
    if is_read {
        let file = scenario::read::file::parts(path).0;
        let marks = report::marks::marks(found, &shown(&file), text);
        let cells: BTreeSet<_> = marks.iter().map(|mark| (&mark.sheet, mark.row, mark.column)).collect();
        let contents =
            xlsx::marks::mark(&bytes, &marks, &report::marks::is_mark).ok_or_else(|| refuse("mark-failed", path))?;
        let file = NewFile { path: target.to_owned(), contents, is_secret: false };
        write_all(&[file], common.force, text)?;
        if !common.quiet {
            let arguments = [("cells", &*cells.len().to_string()), ("file", &*shown(target))];
            say(&text.with("mark-done", &arguments));
        }
    }
    loaded.map_err(|found| Failure::diagnostics(text, &found))
}

/// What the duty table of today breaks; `None` when the roster has none.
fn judge_today(unit: &Unit) -> Option<Vec<Violation>> {
    let held: BTreeSet<_> =
        unit.people().flat_map(|(ix, person)| person.posts_today.iter().map(move |post| (ix, *post))).collect();
    (!held.is_empty()).then(|| check::verify_duty_table(unit, &held))
}
