//! `shuanggang show` and `shuanggang diff`

use crate::cli::failure::{Exit, Failure};
use crate::cli::options::{Common, ScenarioArgs};
use crate::cli::output::{Destination, Report};
use crate::cli::session::{load, load_named};
use crate::cli::shown;
use crate::model::differences;
use crate::render::json;
use crate::report::File;
use crate::report::show;
use crate::report::show::diff;
use crate::report::show::json::{DiffFile, Shown};
use crate::text::Text;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Show {
    #[command(flatten)]
    scenario: ScenarioArgs,
}

#[derive(Args)]
pub(in crate::cli) struct Diff {
    left: PathBuf,
    right: PathBuf,
}

/// The table form of a scenario is TOML, so that it can be used as a scenario again.
pub(in crate::cli) fn show(common: &Common, options: &Show, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, None, text)?;
    let loaded = load(&options.scenario, text)?;
    if destination.is_plain() {
        let told = show::comment(&loaded.unit, text);
        destination.write((told + &loaded.to_toml()).as_bytes())?;
        return Ok(Exit::Done);
    }
    let (unit, settings) = (&loaded.unit, loaded.settings());
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|_| show::document(unit, &settings, text),
        json: &|| json::write(&File::new(unit, file.as_deref(), Shown { pack: unit.pack.as_ref(), values: &settings })),
        full: true,
        table: "values",
    })?;
    Ok(Exit::Done)
}

pub(in crate::cli) fn diff(common: &Common, options: &Diff, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, None, text)?;
    let (left, right) = (load_named(&options.left, text)?, load_named(&options.right, text)?);
    let found = differences(&left.all_settings(), &right.all_settings());
    let (left_file, right_file) = (shown(&options.left), shown(&options.right));
    destination.put(&Report {
        document: &|_| diff::document([&left_file, &right_file], &found, text),
        json: &|| json::write(&DiffFile::new((&left.unit, &left_file), (&right.unit, &right_file), &found)),
        full: true,
        table: "differences",
    })?;
    Ok(Exit::Done)
}
