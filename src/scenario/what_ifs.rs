//! What might be otherwise about a scenario: the files that extend it, or the rows of its workbook, as one list.

use super::book::{self, WhatIf};
use super::import::sheet::is_workbook;
use super::library::{self, variants};
use super::read::{file, layers};
use super::write::file_of_overlay;
use super::{Loaded, Options};
use crate::diag::Diagnostics;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The what-ifs of a scenario in order of their names, those of a workbook in its order; none named: those of the
/// scenario that is used then. Each can be read, or all that is wrong is told.
///
/// # Errors
///
/// Everything that is wrong with any of them.
pub fn of(scenario: Option<&Path>) -> Result<Vec<WhatIf>, Diagnostics> {
    let others = variants::extending(scenario);
    let mut found = Diagnostics::default();
    for path in &others {
        if let Err(errors) = super::load(path) {
            found.append(errors);
        }
    }
    if found.has_errors() {
        return Err(found);
    }
    if let Some(path) = scenario.filter(|path| file::is_there(path)) {
        let name: Arc<str> = path.display().to_string().into();
        let bytes = file::read(path).unwrap_or_default();
        if is_workbook(&name, &bytes) {
            return Ok(layers::what_ifs_of_book(&name, bytes, &mut found).unwrap_or_default());
        }
    }
    let read: Vec<_> = others.iter().filter_map(|path| of_file(path)).collect();
    // A change may be laid over another one: it is told by its name, not by its file.
    let names: BTreeMap<PathBuf, String> = read.iter().map(|(file, one, _)| (file.clone(), one.name.clone())).collect();
    let told = |(_, one, parent): (PathBuf, WhatIf, Option<PathBuf>)| WhatIf {
        base: parent.and_then(|parent| names.get(&parent).cloned()),
        ..one
    };
    Ok(read.into_iter().map(told).collect())
}

/// Loads a scenario, and tells of a workbook what is wrong with any of its what-ifs as well.
///
/// # Errors
///
/// Everything that is wrong with it or with any of them.
pub fn load_all(path: &Path, options: &Options) -> Result<Loaded, Diagnostics> {
    let first = super::load_with(path, options);
    let is_one = file::parts(path).1.is_some();
    let others = variants::extending(Some(path)).into_iter().filter(|other| !is_one && file::parts(other).1.is_some());
    let (loaded, mut found) = match first {
        Ok(Loaded { warnings, unit, tree, people }) => {
            (Some(Loaded { warnings: Diagnostics::default(), unit, tree, people }), warnings)
        }
        Err(found) => (None, found),
    };
    for other in others {
        let more = super::load_with(&other, options).map_or_else(|errors| errors, |loaded| loaded.warnings);
        // What is wrong with the unit itself has been told.
        let own =
            more.as_slice().iter().filter(|finding| finding.place.sheet.as_deref().is_some_and(book::has_what_ifs));
        for finding in own {
            if !found.as_slice().contains(finding) {
                found.push(finding.clone());
            }
        }
    }
    let found = found.sorted();
    match loaded {
        Some(loaded) if !found.has_errors() => Ok(Loaded { warnings: found, ..loaded }),
        _ => Err(found),
    }
}

/// A file that extends another one: its name, what it says, and the name of the other one.
fn of_file(path: &Path) -> Option<(PathBuf, WhatIf, Option<PathBuf>)> {
    let embedded = path.to_str().and_then(library::find).filter(|_| !path.exists());
    let (file, text) = match embedded {
        Some(embedded) => embedded.files.first().map(|(file, text)| (PathBuf::from(file), (*text).to_owned()))?,
        None => (path.file_name()?.into(), super::read_text(path).ok()?),
    };
    let (tree, overlays, parent) =
        layers::own(&path.display().to_string().into(), text.trim_start_matches('\u{FEFF}'))?;
    let overlay = overlays.into_iter().next_back()?;
    Some((file, WhatIf { name: overlay.name, why: overlay.why, base: None, tree }, parent))
}

/// The what-ifs of a scenario as files beside it, which is called by this path: names and texts.
#[must_use]
pub fn files(what_ifs: &[WhatIf], scenario: &Path) -> Vec<(PathBuf, String)> {
    let stem = scenario.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut names: Vec<String> = Vec::new();
    for one in what_ifs {
        let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
        let name: String = one.name.chars().map(kept).take(60).collect();
        let numbered =
            |i: usize| if i == 1 { format!("{stem}-{name}.toml") } else { format!("{stem}-{name}-{i}.toml") };
        let free = (1..=names.len() + 1).map(numbered).find(|name| !names.contains(name));
        names.push(free.unwrap_or_default());
    }
    let file_of = |name: &str| what_ifs.iter().position(|one| one.name == name).and_then(|at| names.get(at).cloned());
    let own = || scenario.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = |(one, name): (&WhatIf, &String)| {
        let base = one.base.as_deref().and_then(file_of).unwrap_or_else(own);
        (scenario.with_file_name(name), file_of_overlay(&one.tree, &base, &one.overlay()))
    };
    what_ifs.iter().zip(&names).map(file).collect()
}
