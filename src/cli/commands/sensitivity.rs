//! `shuanggang sensitivity`

use super::{Common, Sensitivity};
use crate::analysis::sensitivity::sensitivity;
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::{Destination, Report};
use crate::cli::progress::StepsBar;
use crate::cli::{FOR_A_STUDY, finished, load, settings, tell_warnings};
use crate::render::json;
use crate::report;
use crate::report::sensitivity::json::SensitivityFile;
use crate::text::Text;

pub(in crate::cli) fn run(common: &Common, options: &Sensitivity, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(&options.solving, FOR_A_STUDY, text)?;
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let loaded = load(&options.scenario, text)?;
    tell_warnings(&loaded, common.quiet, text);
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let found = finished(sensitivity(unit, options.range, &settings, &mut bar), &settings, text)?;
    drop(bar);
    let file = options.scenario.file();
    destination.put(&Report {
        document: &|detail| report::sensitivity::document(unit, &found, text, detail),
        json: &|| json::write(&SensitivityFile::of(unit, &found, file.as_deref())),
        full: options.full,
        table: options.table.as_deref().unwrap_or("margins"),
    })?;
    Ok(Exit::Done)
}
