//! `shuanggang import`

use super::arguments::{Common, Import};
use super::failure::{Exit, Failure};
use super::output::{Destination, Report};
use super::say;
use crate::report::import_contract::ImportFile;
use crate::report::plan_view::Detail;
use crate::report::terminal::{self, Screen};
use crate::report::{import_view, json};
use crate::scenario::import::{self, Imported, Options};
use crate::text::Text;

pub(super) fn run(common: &Common, options: &Import, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let sections = options.sections.as_deref().map(import::sections).transpose();
    let sections = sections.map_err(|found| Failure::diagnostics(text, &found))?;
    let how =
        Options { sheet: options.sheet.as_deref(), drop_extra: options.drop_extra, sections: sections.as_deref() };
    let Imported { reading, found } = import::import(&options.file, &how);
    let document = |detail| import_view::document(&reading, &found, text, detail);
    let told = || terminal::render(&document(Detail::Folded), Screen { width: destination.width(), colour: false });
    if found.has_errors() {
        // Whoever has to repair a table wants to know how it was understood.
        if !reading.columns.is_empty() {
            say(&format!("{}\n", told()));
        }
        return Err(Failure::diagnostics(text, &found));
    }
    destination.put(&Report {
        document: &document,
        json: &|| json::write(&ImportFile::of(&reading, &found)),
        full: false,
        table: options.table.as_deref().unwrap_or(import_view::TABLES[0]),
    })?;
    if common.output.is_some() && !common.quiet {
        say(&told());
    }
    Ok(Exit::Done)
}
