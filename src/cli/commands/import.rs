//! `shuanggang import`

use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::cli::say;
use crate::model::Basis;
use crate::render::detail::Detail;
use crate::render::terminal::Screen;
use crate::render::{json, terminal};
use crate::report;
use crate::report::import::json::{ImportFile, Origin};
use crate::scenario::import::{self, Imported, Options};
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(in crate::cli) struct Import {
    file: PathBuf,
    #[arg(long)]
    sections: Option<PathBuf>,
    #[arg(long)]
    sheet: Vec<String>,
    #[arg(long)]
    drop_extra: bool,
    #[arg(long, requires = "source", value_parser = PossibleValuesParser::new(Basis::ALL.map(Basis::id)))]
    basis: Option<String>,
    #[arg(long, requires = "basis")]
    source: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(report::import::TABLES))]
    table: Option<String>,
}

pub(in crate::cli) fn run(common: &Common, options: &Import, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let sections = options.sections.as_deref().map(import::sections).transpose();
    let sections = sections.map_err(|found| Failure::diagnostics(text, &found))?;
    let how = Options { sheets: &options.sheet, drop_extra: options.drop_extra, sections: sections.as_deref() };
    let Imported { reading, found, .. } = import::import(&options.file, &how);
    let origin = options.basis.as_deref().zip(options.source.as_deref());
    let origin = origin.map(|(basis, source)| Origin {
        file: common.output.as_deref().map_or_else(|| "roster.csv".to_owned(), shown_name),
        basis: basis.to_owned(),
        source: source.to_owned(),
    });
    let document = |detail| report::import::document(&reading, &found, origin.as_ref(), text, detail);
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
        json: &|| json::write(&ImportFile::of(&reading, &found, origin.as_ref())),
        full: false,
        table: options.table.as_deref().unwrap_or(report::import::TABLES[0]),
    })?;
    if (common.output.is_some() || destination.is_one_table()) && !common.quiet {
        say(&told());
    }
    Ok(Exit::Done)
}

/// The name of a file without its folder.
fn shown_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
