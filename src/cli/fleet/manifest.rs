//! Reads a manifest line by line: every task with the id that follows from it, none twice, all for this version.

use crate::analysis::fleet::task::Task;
use crate::cli::failure::Failure;
use crate::cli::shown;
use crate::diag::{Code, Diagnostic, Diagnostics, Excerpt, Place};
use crate::scenario::read::file;
use crate::text::Text;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The longest line that can be a task, in bytes; what is longer is something else.
const LONGEST: u64 = 1024 * 1024;

/// A manifest that is being read; only the ids of its tasks are kept.
pub(in crate::cli) struct Manifest<'a> {
    name: Arc<str>,
    lines: BufReader<File>,
    /// The line at hand.
    here: Line,
    seen: BTreeSet<u128>,
    /// The one task that is wanted: other lines are not looked at.
    only: Option<String>,
    text: &'a Text,
}

/// Where a task stands in its manifest.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::cli) struct Line {
    /// Counted from 1.
    number: usize,
    /// Bytes before it.
    start: u64,
    /// Bytes of it, the end of the line among them.
    length: usize,
}

impl<'a> Manifest<'a> {
    /// Opens a manifest.
    pub(in crate::cli) fn open(path: &Path, text: &'a Text) -> Result<Self, Failure> {
        let name: Arc<str> = shown(path).into();
        let file = file::open(path).map_err(|error| {
            let found = file::unreadable(&name, &file::start(&name), &error);
            refused(found, text)
        })?;
        let (lines, here) = (BufReader::new(file), Line::default());
        Ok(Self { name, lines, here, seen: BTreeSet::new(), only: None, text })
    }

    /// The same for one task alone, which is found in a long manifest at once.
    pub(in crate::cli) fn only(self, id: &str) -> Self {
        Self { only: Some(id.to_owned()), ..self }
    }

    /// The tasks that are wanted, after the manifest was read to its end: a mistake anywhere is told before any work.
    ///
    /// Tasks about one unit under one scenario stand together and are counted as one place, from 0: what is worked out
    /// for one question serves the next.
    pub(in crate::cli) fn own(mut self, is_own: impl Fn(usize, &Task) -> bool) -> Result<Tasks, Failure> {
        let (mut groups, mut last, mut place): (Vec<Vec<Line>>, Option<Task>, usize) = (Vec::new(), None, 0);
        let mut begun = None;
        while let Some(task) = self.next() {
            let task = task?;
            let alike = |other: &Task| (&other.file, &other.changes) == (&task.file, &task.changes);
            place += usize::from(last.as_ref().is_some_and(|last| !alike(last)));
            if is_own(place, &task) {
                match groups.last_mut().filter(|_| begun == Some(place)) {
                    Some(group) => group.push(self.here),
                    None => groups.push(vec![self.here]),
                }
                begun = Some(place);
            }
            last = Some(task);
        }
        Ok(Tasks { name: self.name, file: Mutex::new(self.lines.into_inner()), groups })
    }

    /// A finding on the line at hand.
    fn found(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, &place(&self.name, self.here.number, 1))
    }

    fn read(&mut self) -> Option<Result<Task, Failure>> {
        loop {
            let mut line = String::new();
            self.here.start += self.here.length as u64;
            self.here.number += 1;
            let read = self.lines.by_ref().take(LONGEST + 1).read_line(&mut line);
            self.here.length = *read.as_ref().unwrap_or(&0);
            let found = match read {
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                    self.found(Code::TaskUnreadable).fact("cause", error)
                }
                Err(error) => file::unreadable(&self.name, &place(&self.name, self.here.number, 1), &error),
                Ok(0) if self.here.number == 1 => self.found(Code::ManifestEmpty),
                Ok(0) => return None,
                Ok(_) if line.len() as u64 > LONGEST => self.found(Code::TaskTooLong),
                Ok(_) if line.trim().is_empty() => continue,
                Ok(_) if self.only.as_ref().is_some_and(|id| !line.contains(&**id)) => continue,
                Ok(_) => match self.understood(&line) {
                    Ok(task) => return Some(Ok(task)),
                    Err(found) => found,
                },
            };
            return Some(Err(refused(found, self.text)));
        }
    }

    fn understood(&mut self, line: &str) -> Result<Task, Diagnostic> {
        let task: Task = serde_json::from_str(line).map_err(|error| {
            let text = line.trim_end().to_owned();
            // Columns of JSON are counted in bytes, and the last is that before the end of the line.
            let column =
                line.char_indices().take_while(|(at, _)| *at < error.column()).count().clamp(1, text.len().max(1));
            let found = Diagnostic::new(Code::TaskUnreadable, &place(&self.name, self.here.number, column));
            Diagnostic { excerpt: Some(Box::new(Excerpt { text, column })), ..found.fact("cause", error) }
        })?;
        if task.schema != Task::SCHEMA || task.version != env!("CARGO_PKG_VERSION") {
            let found = self.found(Code::TaskOfOtherVersion);
            return Err(found.fact("found", &task.version).fact("own", env!("CARGO_PKG_VERSION")));
        }
        let known = u128::from_str_radix(&task.id, 16).ok().filter(|_| task.keeps_its_name());
        let Some(id) = known else { return Err(self.found(Code::TaskAltered).fact("id", &task.id)) };
        if !self.seen.insert(id) {
            return Err(self.found(Code::TaskTwice).fact("id", &task.id));
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

/// Tasks of a manifest that was read to its end. Each is read once more when its turn comes: a long manifest is not held
/// in memory.
pub(in crate::cli) struct Tasks {
    name: Arc<str>,
    file: Mutex<File>,
    /// Those about one unit under one scenario stand together.
    groups: Vec<Vec<Line>>,
}

impl Tasks {
    /// The tasks, those about one unit under one scenario together.
    pub(in crate::cli) fn groups(&self) -> &[Vec<Line>] {
        &self.groups
    }

    /// The task on a line.
    ///
    /// # Errors
    /// If the line is no longer what it was when the manifest was read.
    pub(in crate::cli) fn get(&self, line: Line) -> Result<Task, Diagnostic> {
        let task = self.bytes(line).ok().and_then(|bytes| serde_json::from_slice::<Task>(&bytes).ok());
        task.filter(Task::keeps_its_name)
            .ok_or_else(|| Diagnostic::new(Code::TaskAltered, &place(&self.name, line.number, 1)).fact("id", "?"))
    }

    fn bytes(&self, line: Line) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; line.length];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(line.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// A place in a manifest.
fn place(name: &Arc<str>, line: usize, column: usize) -> Place {
    Place { file: Arc::clone(name), sheet: None, line, column }
}

/// A run that stops at a mistake.
pub(in crate::cli) fn refused(found: Diagnostic, text: &Text) -> Failure {
    let mut all = Diagnostics::default();
    all.push(found);
    Failure::diagnostics(text, &all)
}
