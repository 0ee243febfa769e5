//! Reads a manifest line by line: every task with the id that follows from it, none twice, all for this version.

use crate::analysis::fleet::task::Task;
use crate::cli::failure::Failure;
use crate::cli::shown;
use crate::text::Text;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

/// A manifest that is being read; only the ids of its tasks are kept.
pub(in crate::cli) struct Manifest<'a> {
    path: PathBuf,
    lines: BufReader<File>,
    number: usize,
    seen: BTreeSet<u128>,
    /// The one task that is wanted: other lines are not looked at.
    only: Option<String>,
    text: &'a Text,
}

impl<'a> Manifest<'a> {
    /// Opens a manifest.
    pub(in crate::cli) fn open(path: &Path, text: &'a Text) -> Result<Self, Failure> {
        let unreadable = |cause: &dyn std::fmt::Display| {
            let arguments = [("file", &*shown(path)), ("cause", &*cause.to_string())];
            Failure::input(text, &text.with("fleet-manifest-unreadable", &arguments))
        };
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        if !file.metadata().map_err(|error| unreadable(&error))?.is_file() {
            return Err(unreadable(&text.get("fleet-no-file")));
        }
        let lines = BufReader::new(file);
        Ok(Self { path: path.to_owned(), lines, number: 0, seen: BTreeSet::new(), only: None, text })
    }

    /// The same for one task alone, which is found in a long manifest at once.
    pub(in crate::cli) fn only(self, id: &str) -> Self {
        Self { only: Some(id.to_owned()), ..self }
    }

    /// A mistake on the line at hand.
    fn refuse(&self, key: &str, more: &[(&str, &str)]) -> Failure {
        let at = format!("{}:{}", shown(&self.path), self.number);
        Failure::input(self.text, &self.text.with(key, &[&[("at", &*at)], more].concat()))
    }

    fn read(&mut self) -> Option<Result<Task, Failure>> {
        loop {
            let mut line = String::new();
            self.number += 1;
            match self.lines.read_line(&mut line) {
                Err(error) => return Some(Err(self.refuse("fleet-line-broken", &[("cause", &error.to_string())]))),
                Ok(0) if self.number == 1 => return Some(Err(self.refuse("fleet-manifest-empty", &[]))),
                Ok(0) => return None,
                Ok(_) if line.trim().is_empty() => {}
                Ok(_) if self.only.as_ref().is_some_and(|id| !line.contains(&**id)) => {}
                Ok(_) => return Some(self.understood(line.trim())),
            }
        }
    }

    fn understood(&mut self, line: &str) -> Result<Task, Failure> {
        let task: Task = serde_json::from_str(line)
            .map_err(|error| self.refuse("fleet-line-broken", &[("cause", &error.to_string())]))?;
        if task.schema != Task::SCHEMA || task.version != env!("CARGO_PKG_VERSION") {
            let arguments = [("found", &*task.version), ("own", env!("CARGO_PKG_VERSION"))];
            return Err(self.refuse("fleet-line-version", &arguments));
        }
        let known = u128::from_str_radix(&task.id, 16).ok().filter(|_| task.keeps_its_name());
        let Some(id) = known else { return Err(self.refuse("fleet-line-altered", &[("id", &task.id)])) };
        if !self.seen.insert(id) {
            return Err(self.refuse("fleet-line-twice", &[("id", &task.id)]));
        }
        Ok(task)
    }
}

impl Iterator for Manifest<'_> {
    type Item = Result<Task, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read()
    }
}
