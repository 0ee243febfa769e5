//! Which scenarios extend another, which lie in a folder, and which units lie below one.

use crate::diag::Diagnostics;
use crate::scenario::import::sheet::is_workbook;
use crate::scenario::library;
use crate::scenario::read::tree::Node;
use crate::scenario::read::{file, layers, parse};
use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The scenarios that extend one, directly or through others: of a scenario in the program those in the program,
/// of a file those beside it, in order of their names. None named: the scenario that is used then.
/// A file that cannot be read extends nothing.
#[must_use]
pub fn extending(scenario: Option<&Path>) -> Vec<PathBuf> {
    let embedded = match scenario {
        None => Some(&library::BASELINE),
        Some(path) => path.to_str().and_then(library::find).filter(|_| !file::is_there(path)),
    };
    match (embedded, scenario) {
        (Some(embedded), _) => extending_embedded(embedded),
        (None, Some(path)) => in_workbook(path).unwrap_or_else(|| extending_file(path)),
        (None, None) => Vec::new(),
    }
}

/// The what-ifs of a workbook, each by the path under which it is read; `None` if the file is none.
fn in_workbook(path: &Path) -> Option<Vec<PathBuf>> {
    let name: Arc<str> = path.display().to_string().into();
    let bytes = file::read(path).ok().filter(|bytes| is_workbook(&name, bytes))?;
    let what_ifs = layers::what_ifs_of_book(&name, bytes, &mut Diagnostics::default()).unwrap_or_default();
    Some(what_ifs.iter().map(|one| format!("{name}{}{}", file::MARK, one.name).into()).collect())
}

/// The scenarios of a folder, those that extend no other first, then by name.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn in_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    files.sort_by_cached_key(|path| (!matches!(parent(path), Parent::None), path.clone()));
    Ok(files)
}

/// The units of a folder and of all folders below it, in order of their paths: workbooks, and scenarios that extend no
/// other. What begins with a dot, and what spreadsheets keep beside a workbook that is open, is no unit; links to
/// folders are not followed.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn units_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir()? {
            let entry = entry?;
            let (name, path) = (entry.file_name(), entry.path());
            let ends = |ending: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
            if name.to_string_lossy().starts_with(['.', '~']) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.is_file() && (ends("xlsx") || (ends("toml") && !matches!(parent(&path), Parent::File(_)))) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn extending_embedded(base: &library::Embedded) -> Vec<PathBuf> {
    let own = base.files.first().map(|(name, _)| *name);
    let extends = |other: &&library::Embedded| {
        other.folder == base.folder && other.files.iter().skip(1).any(|(name, _)| Some(*name) == own)
    };
    library::library().iter().filter(extends).map(|other| PathBuf::from(other.name)).collect()
}

fn extending_file(base: &Path) -> Vec<PathBuf> {
    let folder = match base.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let files = in_folder(folder).unwrap_or_default();
    let parents: Vec<_> = files.iter().map(|path| parent(path)).collect();
    let mut found: BTreeSet<PathBuf> = base.file_name().map(PathBuf::from).into_iter().collect();
    let mut extending = BTreeSet::new();
    loop {
        let before = extending.len();
        for (path, parent) in files.iter().zip(&parents) {
            if let Parent::File(parent) = parent
                && found.contains(parent)
                && let Some(name) = path.file_name()
            {
                found.insert(name.into());
                extending.insert(base.with_file_name(name));
            }
        }
        if extending.len() == before {
            return extending.into_iter().filter(|path| path.file_name() != base.file_name()).collect();
        }
    }
}

/// What a file extends.
enum Parent {
    /// A file, by its path from the folder of the other.
    File(PathBuf),
    None,
    /// The file is not one that could be read.
    Unknown,
}

fn parent(path: &Path) -> Parent {
    let name: Arc<str> = path.display().to_string().into();
    let text = file::read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(Ok(tree)) = text.map(|text| parse::parse(&name, text.trim_start_matches('\u{FEFF}'))) else {
        return Parent::Unknown;
    };
    match tree.get("extends").map(Node::as_text) {
        None => Parent::None,
        Some(None) => Parent::Unknown,
        Some(Some(parent)) => {
            Parent::File(Path::new(parent).components().filter(|part| *part != Component::CurDir).collect())
        }
    }
}
