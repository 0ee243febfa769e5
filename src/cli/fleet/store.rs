//! The folder of results: the manifest they belong to, and one file a task, which is there whole or not at all.

use super::manifest::refused;
use crate::analysis::fleet::answer::TaskResult;
use crate::analysis::fleet::task::Task;
use crate::cli::failure::Failure;
use crate::cli::{output, shown};
use crate::diag::{Code, Diagnostic};
use crate::scenario::read::file;
use crate::text::Text;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::NamedTempFile;

/// The name of the manifest in the folder.
const MANIFEST: &str = "tasks.jsonl";
/// The folder in it that holds the results.
const RESULTS: &str = "results";

/// No result comes near this; what is larger is something else.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A folder of results.
pub(in crate::cli) struct Store {
    folder: PathBuf,
}

/// What there is of a result.
pub(in crate::cli) enum Found {
    /// All of it: its line, and what the line says.
    Whole(String, Box<TaskResult>),
    /// Something that is no whole result of the task.
    Broken,
    /// Nothing.
    Missing,
}

impl Store {
    /// A folder in which tasks of a manifest were run.
    pub(in crate::cli) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// A folder for the results of a manifest. One that is new gets the manifest; one of another manifest is refused.
    pub(in crate::cli) fn open(folder: &Path, manifest: &Path, text: &Text) -> Result<Self, Failure> {
        let store = Self::of(folder);
        let failed = |error: &io::Error| {
            let arguments = [("folder", &*shown(folder)), ("cause", &*error.to_string())];
            Failure::internal(text, &text.with("fleet-folder-unwritable", &arguments))
        };
        let unreadable = |error: &io::Error| {
            let name: Arc<str> = shown(manifest).into();
            refused(file::unreadable(&name, &file::start(&name), error), text)
        };
        fs::create_dir_all(folder.join(RESULTS)).map_err(|error| failed(&error))?;
        if !store.manifest().exists() {
            // Two runs that begin together write the same bytes.
            let mut from = file::open(manifest).map_err(|error| unreadable(&error))?;
            put(&store.manifest(), |file| io::copy(&mut from, file).map(drop)).map_err(|error| failed(&error))?;
        }
        if !is_same(manifest, &store.manifest()).map_err(|error| failed(&error))? {
            let found = Diagnostic::new(Code::ResultsForeign, &file::start(&shown(&store.manifest()).into()));
            return Err(refused(found.fact("folder", shown(folder)).fact("manifest", shown(manifest)), text));
        }
        Ok(store)
    }

    /// The manifest of the folder.
    pub(in crate::cli) fn manifest(&self) -> PathBuf {
        self.folder.join(MANIFEST)
    }

    /// Where the result of a task lies; in many folders, for many files in one are slow to list.
    fn file(&self, id: &str) -> PathBuf {
        let first: String = id.chars().take(2).collect();
        self.folder.join(RESULTS).join(first).join(format!("{id}.json"))
    }

    /// What there is of the result of a task.
    pub(in crate::cli) fn find(&self, task: &Task) -> Found {
        let mut line = String::new();
        let read = file::open(&self.file(&task.id)).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut line));
        match read {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Found::Missing,
            Err(_) => return Found::Broken,
        }
        let result = line.strip_suffix('\n').and_then(|line| serde_json::from_str::<TaskResult>(line).ok());
        match result.filter(|result| result.schema == TaskResult::SCHEMA && result.id == task.id) {
            Some(result) => Found::Whole(line, Box::new(result)),
            None => Found::Broken,
        }
    }

    /// Keeps the result of a task.
    pub(super) fn keep(&self, result: &TaskResult) -> io::Result<()> {
        let file = self.file(&result.id);
        fs::create_dir_all(output::folder(&file))?;
        let mut line = serde_json::to_vec(result).map_err(io::Error::other)?;
        line.push(b'\n');
        put(&file, |file| file.write_all(&line))
    }
}

/// Whether two files have the same bytes; neither is held in memory.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (BufReader::new(file::open(one)?), BufReader::new(file::open(other)?));
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 {
            return Ok(left.len() == right.len());
        }
        if left[..length] != right[..length] {
            return Ok(false);
        }
        one.consume(length);
        other.consume(length);
    }
}

/// Writes beside a file and moves the result into place. It is not waited for the disk: what a power cut leaves half
/// written is no whole result, and is worked out anew.
fn put(file: &Path, write: impl FnOnce(&mut NamedTempFile) -> io::Result<()>) -> io::Result<()> {
    let mut beside = tempfile::Builder::new();
    beside.prefix(".shuanggang-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file; the user's mask takes off what it takes off.
        beside.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut beside = beside.tempfile_in(output::folder(file))?;
    write(&mut beside)?;
    beside.persist(file).map(drop).map_err(|error| error.error)
}
