//! Which scenarios extend another, which lie in a folder, and which units lie below one.

use crate::diag::Diagnostics;
use crate::scenario::import::sheet::is_workbook;
use crate::scenario::library;
use crate::scenario::read::tree::Node;
use crate::scenario::read::{file, layers, parse};
use std::collections::{BTreeMap, BTreeSet};
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

/// The units that lie in a folder itself, in order of their paths.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn units_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut here = Below::default();
    here.add(folder, &mut Vec::new(), &parent)?;
    here.units.sort();
    Ok(here.units)
}

/// The units of a folder and of all folders below it, and what extends them.
#[derive(Debug, Default)]
pub struct Below {
    /// The units in order of their paths: workbooks, and scenarios that extend no other.
    pub units: Vec<PathBuf>,
    /// The scenarios that extend a file beside them, by its path.
    extending: BTreeMap<PathBuf, Vec<PathBuf>>,
}

impl Below {
    /// Lists a folder. What begins with a dot, and what spreadsheets keep beside a workbook that is open, is no unit;
    /// links to folders are not followed.
    ///
    /// # Errors
    ///
    /// The folder that cannot be read, and why.
    pub fn folder(folder: &Path) -> Result<Self, (PathBuf, io::Error)> {
        Self::knowing(folder, &parent)
    }

    /// The same, asking each scenario once what it extends.
    fn knowing(folder: &Path, parent: &dyn Fn(&Path) -> Parent) -> Result<Self, (PathBuf, io::Error)> {
        let (mut folders, mut below) = (vec![folder.to_owned()], Self::default());
        while let Some(folder) = folders.pop() {
            below.add(&folder, &mut folders, parent).map_err(|error| (folder, error))?;
        }
        below.units.sort();
        Ok(below)
    }

    /// Adds what lies in a folder itself, and tells the folders in it.
    fn add(&mut self, folder: &Path, folders: &mut Vec<PathBuf>, parent: &dyn Fn(&Path) -> Parent) -> io::Result<()> {
        for entry in folder.read_dir()? {
            let entry = entry?;
            let (name, path) = (entry.file_name(), entry.path());
            let ends = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
            if name.to_string_lossy().starts_with(['.', '~']) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.is_file() && ends("xlsx") {
                self.units.push(path);
            } else if path.is_file() && ends("toml") {
                match parent(&path) {
                    Parent::File(parent) if parent.components().count() == 1 => {
                        self.extending.entry(folder.join(parent)).or_default().push(path);
                    }
                    Parent::File(_) => {}
                    Parent::None | Parent::Unknown => self.units.push(path),
                }
            }
        }
        Ok(())
    }

    /// The scenarios that extend a unit, directly or through others, or the what-ifs of its workbook, in order of their
    /// names.
    #[must_use]
    pub fn scenarios_of(&self, unit: &Path) -> Vec<PathBuf> {
        if unit.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
            return in_workbook(unit).unwrap_or_default();
        }
        let (mut open, mut found) = (vec![unit], BTreeSet::new());
        while let Some(extended) = open.pop() {
            for path in self.extending.get(extended).into_iter().flatten() {
                // Whoever extends itself in a circle is not among the units, but may hang on to one.
                if found.insert(path.clone()) {
                    open.push(path);
                }
            }
        }
        found.into_iter().collect()
    }
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
    let mut here = Below::default();
    // Nothing is told of a folder that cannot be read.
    let _ = here.add(folder, &mut Vec::new(), &parent);
    let Some(name) = base.file_name() else { return Vec::new() };
    let names = here.scenarios_of(&folder.join(name)).into_iter().filter_map(|path| Some(path.file_name()?.to_owned()));
    names.filter(|own| own != name).map(|own| base.with_file_name(own)).collect()
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::fs;

    /// Sixty units in one folder, each with a scenario that extends it and one that extends that: however often it is asked
    /// what extends a unit, every file is asked once what it extends.
    #[test]
    fn every_scenario_of_a_flat_folder_is_read_once() {
        let folder = tempfile::tempdir().unwrap();
        for unit in 0..60 {
            for (name, extends) in [("a", None), ("b", Some("a")), ("c", Some("b"))] {
                let text = extends.map_or(String::new(), |other| format!("extends = \"./{other}{unit}.toml\"\n"));
                fs::write(folder.path().join(format!("{name}{unit}.toml")), text).unwrap();
            }
        }
        let asked: RefCell<BTreeMap<PathBuf, usize>> = RefCell::default();
        let below = Below::knowing(folder.path(), &|path| {
            *asked.borrow_mut().entry(path.to_owned()).or_default() += 1;
            parent(path)
        });
        let below = below.unwrap();
        assert_eq!(below.units.len(), 60);
        for unit in &below.units {
            let own = |name| unit.with_file_name(unit.file_name().unwrap().to_str().unwrap().replace('a', name));
            assert_eq!(below.scenarios_of(unit), [own("b"), own("c")]);
            assert_eq!(below.scenarios_of(unit), extending(Some(unit)));
        }
        let asked = asked.into_inner();
        assert!(asked.len() == 180 && asked.values().all(|times| *times == 1), "{asked:?}");
    }
}
