//! Which tasks the units of a folder make: every unit, under every scenario, with every question.

use crate::analysis::fleet::task::{Command, Input, Task, Typed, digest};
use crate::cli::{shown, typed};
use crate::diag::{Code, Diagnostic};
use crate::scenario::library::variants::Below;
use crate::scenario::read::file::{self, MARK};
use crate::scenario::{self, Options};
use rayon::prelude::*;
use std::cell::RefCell;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What is asked of every unit.
pub(in crate::cli) struct Asked {
    /// The questions, each with how far it looks.
    pub(in crate::cli) commands: Vec<(Command, u32)>,
    /// Whether every scenario that extends a unit, or stands in its workbook, is asked about too.
    pub(in crate::cli) own: bool,
    /// Changes that are laid over every unit, each as it was typed.
    pub(in crate::cli) changes: Vec<(String, Options)>,
    /// Folders below the one of the manifest that make up the name of a place.
    pub(in crate::cli) depth: usize,
}

/// The tasks in order of the units, then of the scenarios, then of the questions.
pub(in crate::cli) fn tasks(folder: &Path, asked: &Asked) -> Result<Vec<Task>, Diagnostic> {
    let below = Below::folder(folder).map_err(|(folder, error)| {
        let name: Arc<str> = shown(&folder).into();
        file::unreadable(&name, &file::start(&name), &error)
    })?;
    if below.units.is_empty() {
        let name: Arc<str> = shown(folder).into();
        return Err(Diagnostic::new(Code::NoUnits, &file::start(&name)).fact("folder", name));
    }
    Ok(below.units.par_iter().flat_map_iter(|path| of_unit(folder, &below, path, asked)).collect())
}

/// A scenario of a unit.
struct Scenario {
    name: String,
    path: PathBuf,
    changes: Vec<Typed>,
    inputs: Vec<Input>,
}

fn of_unit(folder: &Path, all: &Below, path: &Path, asked: &Asked) -> Vec<Task> {
    // Under the name that the task has: a name that is no text names no file, and the task says so.
    let read = |path: &Path| read(Path::new(&shown(path)), &Options::default()).1;
    let as_it_is = read(path);
    let mut scenarios =
        vec![Scenario { name: String::new(), path: path.to_owned(), changes: Vec::new(), inputs: as_it_is.clone() }];
    if asked.own {
        scenarios.extend(all.scenarios_of(path).into_iter().map(|path| {
            let inputs = read(&path);
            Scenario { name: name_of(&path), path, changes: Vec::new(), inputs }
        }));
    }
    // What is typed is laid over the unit's own files and reads no other.
    scenarios.extend(asked.changes.iter().map(|(name, changes)| Scenario {
        name: name.clone(),
        path: path.to_owned(),
        changes: listed(changes),
        inputs: as_it_is.clone(),
    }));
    let below = path.strip_prefix(folder).unwrap_or(path);
    let unit = shown(&below.with_extension("")).replace('\\', "/");
    let folders: Vec<_> = below.parent().into_iter().flat_map(Path::components).collect();
    let names = folders.iter().take(asked.depth).map(|part| part.as_os_str().to_string_lossy());
    let place = names.collect::<Vec<_>>().join("/");
    let mut tasks = Vec::new();
    for Scenario { name, path, changes, inputs } in &scenarios {
        tasks.extend(asked.commands.iter().map(|(command, extent)| {
            Task {
                schema: Task::SCHEMA.to_owned(),
                id: String::new(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                unit: unit.clone(),
                place: place.clone(),
                file: shown(path),
                scenario: name.clone(),
                changes: changes.clone(),
                command: *command,
                extent: *extent,
                inputs: inputs.clone(),
            }
            .named()
        }));
    }
    tasks
}

/// What a scenario of a unit's own is called: the what-if of a workbook, or the file.
fn name_of(path: &Path) -> String {
    let whole = shown(path);
    let what_if = (!path.exists()).then(|| whole.split_once(MARK)).flatten().map(|(_, name)| name.to_owned());
    let stem = || path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    what_if.or_else(stem).unwrap_or_default()
}

/// Changes as a task has them.
fn listed(changes: &Options) -> Vec<Typed> {
    let each = typed::each(changes).into_iter();
    each.map(|(option, value)| Typed { option: option.to_owned(), value: value.to_owned() }).collect()
}

/// A scenario with its changes, and every file that was read for it.
pub(super) fn read(path: &Path, changes: &Options) -> (Result<scenario::Loaded, crate::diag::Diagnostics>, Vec<Input>) {
    let seen: RefCell<Vec<Input>> = RefCell::default();
    let loaded = scenario::load_seeing(path, changes, &|file, bytes| {
        // Without `./`, so that one file has one name.
        let plain: PathBuf = file.components().filter(|part| *part != Component::CurDir).collect();
        let input = Input { file: shown(&plain).replace('\\', "/"), sha256: digest(bytes) };
        let mut seen = seen.borrow_mut();
        if !seen.contains(&input) {
            seen.push(input);
        }
    });
    (loaded, seen.into_inner())
}
