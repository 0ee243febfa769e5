//! The folder of results: the manifest they belong to, and one file a task, which is there whole or not at all.

use crate::analysis::fleet::answer::TaskResult;
use crate::analysis::fleet::task::Task;
use crate::cli::failure::Failure;
use crate::cli::{output, shown};
use crate::text::Text;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The name of the manifest in the folder.
const MANIFEST: &str = "tasks.jsonl";
/// The folder in it that holds the results.
const RESULTS: &str = "results";

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
        let bytes = fs::read(manifest).map_err(|error| {
            let arguments = [("file", &*shown(manifest)), ("cause", &*error.to_string())];
            Failure::input(text, &text.with("fleet-manifest-unreadable", &arguments))
        })?;
        fs::create_dir_all(folder.join(RESULTS)).map_err(|error| failed(&error))?;
        if !store.manifest().exists() {
            // Two runs that begin together write the same bytes.
            put(&store.manifest(), &bytes).map_err(|error| failed(&error))?;
        }
        if fs::read(store.manifest()).map_err(|error| failed(&error))? != bytes {
            let arguments = [("folder", &*shown(folder)), ("manifest", &*shown(manifest))];
            return Err(Failure::input(text, &text.with("fleet-folder-foreign", &arguments)));
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
        let line = match fs::read_to_string(self.file(&task.id)) {
            Ok(line) => line,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Found::Missing,
            Err(_) => return Found::Broken,
        };
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
        put(&file, &line)
    }
}

/// Writes beside a file and moves the result into place. It is not waited for the disk: what a power cut leaves half
/// written is no whole result, and is worked out anew.
fn put(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = tempfile::Builder::new();
    beside.prefix(".shuanggang-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file; the user's mask takes off what it takes off.
        beside.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut beside = beside.tempfile_in(output::folder(file))?;
    beside.write_all(bytes)?;
    beside.persist(file).map(drop).map_err(|error| error.error)
}
