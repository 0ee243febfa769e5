//! `shuanggang need`

use super::{Common, Need};
use crate::analysis::need::need;
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::StepsBar;
use crate::cli::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::render::json;
use crate::report;
use crate::report::need::json::NeedFile;
use crate::text::Text;

pub(in crate::cli) fn run(common: &Common, options: &Need, text: &Text) -> Result<Exit, Failure> {
    if let Some(study) = &options.wisn {
        return crate::cli::wisn::run(common, options, study, text);
    }
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let found = finished(need(unit, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| report::need::document(unit, &found, text, detail),
        json: &|| json::write(&NeedFile::of(unit, &found, file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("readings"),
    })?;
    Ok(Exit::Done)
}
