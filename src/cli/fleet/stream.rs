//! Results as they come, one after the other into a file, which is there whole in the end or not at all.

use crate::analysis::fleet::answer::TaskResult;
use crate::cli::failure::Failure;
use crate::cli::{output, shown};
use crate::render::csv;
use crate::report::fleet::rows;
use crate::text::Text;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that grows by a result at a time.
pub(in crate::cli) struct Stream {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
    is_csv: bool,
}

/// The files that results go into.
pub(in crate::cli) struct Streams<'a> {
    all: Vec<Stream>,
    force: bool,
    text: &'a Text,
}

impl<'a> Streams<'a> {
    /// Begins files: JSON lines under `.jsonl`, CSV under `.csv`.
    pub(in crate::cli) fn begin(paths: &[PathBuf], force: bool, text: &'a Text) -> Result<Self, Failure> {
        let all = paths.iter().map(|path| Stream::begin(path, force, text)).collect::<Result<_, _>>()?;
        Ok(Self { all, force, text })
    }

    /// Adds the next result, and the line that it is.
    pub(in crate::cli) fn add(&mut self, line: &str, result: &TaskResult) -> Result<(), Failure> {
        for stream in &mut self.all {
            let added = if stream.is_csv {
                stream.file.write_all(csv::line(rows::row(result)).as_bytes())
            } else {
                stream.file.write_all(line.as_bytes())
            };
            added.map_err(|error| failed(&stream.path, &error, self.text))?;
        }
        Ok(())
    }

    /// Moves all of them into place.
    pub(in crate::cli) fn end(self) -> Result<(), Failure> {
        for Stream { path, file, .. } in self.all {
            let placed = file.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| {
                let moved = if self.force { file.persist(&path) } else { file.persist_noclobber(&path) };
                moved.map(drop).map_err(|error| error.error)
            });
            placed.map_err(|error| failed(&path, &error, self.text))?;
        }
        Ok(())
    }
}

impl Stream {
    fn begin(path: &Path, force: bool, text: &Text) -> Result<Self, Failure> {
        let ends = |ending: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
        let is_csv = ends("csv");
        if !is_csv && !ends("jsonl") {
            return Err(Failure::usage(text, &text.with("fleet-results-form", &[("file", &shown(path))])));
        }
        let path = output::target(path, force, text)?;
        let file = output::empty_beside(&path).map_err(|error| failed(&path, &error, text))?;
        let mut file = BufWriter::new(file);
        if is_csv {
            // Spreadsheets take a CSV file for UTF-8 only if it says so.
            let head = csv::line(rows::HEADS.iter().map(|head| (*head).to_owned()));
            file.write_all(format!("\u{FEFF}{head}").as_bytes()).map_err(|error| failed(&path, &error, text))?;
        }
        Ok(Self { path, file, is_csv })
    }
}

fn failed(path: &Path, error: &io::Error, text: &Text) -> Failure {
    Failure::internal(text, &output::unwritable(text, path, error))
}
