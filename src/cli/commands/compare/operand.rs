//! What is to be compared, as it is typed: `FILE`, `FOLDER`, `NAME`, each with changes behind it, or changes alone.
//!
//! A change is written as on any command line, `--hire contract=2`, or with a plus, `+hire contract=2`, with which an
//! argument can begin. Changes alone are laid over the first scenario named.

use crate::cli::failure::Failure;
use crate::cli::{shown, typed};
use crate::model::Unit;
use crate::scenario::Options;
use crate::scenario::library::variants;
use crate::scenario::read::file;
use crate::text::Text;
use std::path::{Path, PathBuf};

/// The name of the scenario that is used when none is named.
pub(super) const BASELINE: &str = "baseline";

/// One scenario to compare.
pub(super) struct Operand {
    /// As it was typed; a file of a folder by its path.
    pub(super) typed: String,
    /// The scenario; none: the one that is used when none is named.
    pub(super) scenario: Option<PathBuf>,
    /// What is changed about it.
    pub(super) changes: Options,
}

impl From<&Path> for Operand {
    fn from(path: &Path) -> Self {
        Self { typed: shown(path), scenario: Some(path.to_owned()), changes: Options::default() }
    }
}

impl Operand {
    fn baseline() -> Self {
        Self { typed: BASELINE.to_owned(), scenario: None, changes: Options::default() }
    }

    /// The scenario for the JSON.
    pub(super) fn file(&self) -> Option<String> {
        self.scenario.as_deref().map(shown)
    }

    /// What the reader calls it: changes as typed, a named change by its name, any other scenario by its file.
    pub(super) fn name(&self, unit: Option<&Unit>) -> String {
        if self.typed.contains(char::is_whitespace) {
            return self.typed.clone();
        }
        // A change on the command line gives no reason.
        let named = unit.and_then(|unit| unit.overlays.iter().rev().find(|overlay| overlay.why.is_some()));
        let stem = || Path::new(&self.typed).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        named.map(|overlay| overlay.name.clone()).or_else(stem).unwrap_or_else(|| self.typed.clone())
    }
}

/// Every scenario to compare, in order. None typed: the baseline; one alone: with all that extend it.
pub(super) fn expand(typed: &[String], text: &Text) -> Result<Vec<Operand>, Failure> {
    let mut operands: Vec<Operand> = Vec::new();
    let mut first: Option<(Option<PathBuf>, Options)> = None;
    for word in typed {
        let (base, changes) = match read(word, text)? {
            Read::Folder(folder) => {
                let files = variants::in_folder(&folder).map_err(|error| {
                    let arguments = [("folder", &*shown(&folder)), ("cause", &*error.to_string())];
                    Failure::usage(text, &text.with("compare-folder", &arguments))
                })?;
                operands.extend(files.iter().map(|file| Operand::from(&**file)));
                if let (None, Some(file)) = (&first, files.first()) {
                    first = Some((Some(file.clone()), Options::default()));
                }
                continue;
            }
            Read::Scenario(scenario, changes) => (Some((Some(scenario), Options::default())), changes),
            Read::Changes(changes) => (None, changes),
        };
        // Changes alone, before any scenario, are laid over the baseline, and compared with it.
        if base.is_none() && first.is_none() {
            operands.push(Operand::baseline());
            first = Some((None, Options::default()));
        }
        let (scenario, mut all) = base.or_else(|| first.clone()).unwrap_or_default();
        add(&mut all, changes);
        first.get_or_insert_with(|| (scenario.clone(), all.clone()));
        operands.push(Operand { typed: word.trim().to_owned(), scenario, changes: all });
    }
    if typed.is_empty() {
        operands.push(Operand::baseline());
    }
    if let [one] = &operands[..] {
        let changes = one.changes.clone();
        let extending = variants::extending(one.scenario.as_deref());
        operands.extend(extending.iter().map(|path| Operand { changes: changes.clone(), ..Operand::from(&**path) }));
    }
    if operands.len() < 2 {
        return Err(Failure::usage(text, &text.get("compare-nothing")));
    }
    Ok(operands)
}

enum Read {
    Folder(PathBuf),
    Scenario(PathBuf, Options),
    Changes(Options),
}

/// What one argument says. The name of a file may have spaces in it.
fn read(operand: &str, text: &Text) -> Result<Read, Failure> {
    let path = Path::new(operand);
    if path.is_dir() {
        return Ok(Read::Folder(path.to_owned()));
    }
    if file::is_there(path) {
        return Ok(Read::Scenario(path.to_owned(), Options::default()));
    }
    let mut words = operand.split_whitespace().peekable();
    let scenario = words.next_if(|word| !word.starts_with(['+', '-'])).map(PathBuf::from);
    let changes = typed::changes(words, operand, text)?;
    Ok(match scenario {
        Some(scenario) => Read::Scenario(scenario, changes),
        None => Read::Changes(changes),
    })
}

fn add(all: &mut Options, more: Options) {
    let Options { set, rule, hire, recall, leave } = more;
    all.set.extend(set);
    all.rule.extend(rule);
    all.hire.extend(hire);
    all.recall.extend(recall);
    all.leave.extend(leave);
}
