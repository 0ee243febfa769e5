//! `shuanggang request`

use super::arguments::{Common, Request};
use super::failure::{Exit, Failure};
use super::progress::StepsBar;
use super::{load, output, say, settings};
use crate::analysis::request::gather;
use crate::report::letter::markdown;
use crate::report::{diagnostics, docx, request_view};
use crate::text::Text;
use anstream::{AutoStream, ColorChoice};
use std::io;

pub(super) fn run(common: &Common, options: &Request, text: &Text) -> Result<Exit, Failure> {
    let settings = settings(&options.solving, text)?;
    let loaded = load(&options.scenario, text)?;
    if !common.quiet && !loaded.warnings.as_slice().is_empty() {
        say(&diagnostics::render(&loaded.warnings, text));
    }
    let unit = &loaded.unit;
    let mut bar = StepsBar::new(text, common.quiet);
    let evidence =
        gather(unit, options.years, &settings, &mut bar).map_err(|error| Failure::assessment(text, unit, &error))?;
    drop(bar);
    let letter = request_view::letter(unit, &evidence, text);
    if let Some(file) = &common.output {
        let bytes = docx::render(&letter, unit.as_of).map_err(|e| Failure::internal(text, &e.to_string()))?;
        std::fs::write(file, bytes).map_err(|e| Failure::internal(text, &e.to_string()))?;
    } else {
        output::print(&markdown::render(&letter), AutoStream::new(io::stdout(), ColorChoice::Never), text)?;
    }
    Ok(Exit::Done)
}
