//! `shuanggang need --wisn`

use super::Need;
use crate::analysis::wisn::audit;
use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::render::json;
use crate::report::wisn;
use crate::report::wisn::json::WisnFile;
use crate::scenario;
use crate::text::Text;
use std::path::Path;

/// Works a study out again; that a stated value does not follow is the answer no.
pub(super) fn run(common: &Common, options: &Need, study: &Path, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let study = scenario::load_study(study).map_err(|found| Failure::diagnostics(text, &found))?;
    let audit = audit(&study);
    destination.put(&Report {
        document: &|_| wisn::document(&study, &audit, text),
        json: &|| json::write(&WisnFile::new(&study, &audit)),
        full: true,
        table: options.table.as_deref().unwrap_or("groups"),
    })?;
    Ok(if audit.unfounded().next().is_some() { Exit::No } else { Exit::Done })
}
