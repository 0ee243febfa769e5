//! One task from its line to its result.

use super::limits::Limits;
use super::tasks::read;
use crate::analysis::AssessError;
use crate::analysis::fleet::answer::{About, Mistake, TaskResult};
use crate::analysis::fleet::task::{Input, Task};
use crate::analysis::fleet::{Before, ask};
use crate::cli::typed;
use crate::diag::{Diagnostics, Severity};
use crate::optimise::{Error, Tables};
use crate::scenario::{Loaded, Options};
use std::path::Path;

/// What becomes of a task.
pub(super) enum Performed {
    /// It has a result.
    Result(Box<TaskResult>),
    /// A file is not the one that was listed.
    Changed(String),
    /// Its time was up, or somebody asked to stop.
    Unfinished,
    /// The program failed.
    Failed(Box<AssessError>),
}

/// A unit under a scenario, read once for all questions about it, and what was worked out for it.
#[derive(Default)]
pub(super) struct Subject {
    read: Option<(Result<Loaded, Diagnostics>, Vec<Input>)>,
    tables: Tables,
    before: Before,
}

/// Runs a task about a subject.
pub(super) fn perform(task: &Task, subject: &mut Subject, limits: &Limits) -> Performed {
    let (loaded, seen) = subject.read.get_or_insert_with(|| {
        let mut changes = Options::default();
        for change in &task.changes {
            if let Some(list) = typed::list(&mut changes, &change.option) {
                list.push(change.value.clone());
            }
        }
        read(Path::new(&task.file), &changes)
    });
    if *seen != task.inputs {
        return Performed::Changed(changed(seen, &task.inputs, &task.file));
    }
    let mut result = TaskResult::of(task);
    let unit = match loaded {
        Ok(loaded) => &loaded.unit,
        Err(found) => {
            (result.code, result.findings) = (2, mistakes(found));
            return Performed::Result(Box::new(result));
        }
    };
    let settings = limits.begin(task.command, &subject.tables);
    let found = ask(unit, task.command, task.extent, &subject.before, &settings);
    if settings.deadline.has_cut() || limits.stop().is_stopped() {
        return Performed::Unfinished;
    }
    match found {
        Ok((answer, is_no)) => {
            (result.code, result.about, result.answer) = (u8::from(is_no), Some(About::of(unit)), Some(answer));
            Performed::Result(Box::new(result))
        }
        Err(AssessError::Optimise(Error::OutOfTime)) => Performed::Unfinished,
        Err(error) => Performed::Failed(Box::new(error)),
    }
}

/// The first file that is another than was listed.
fn changed(seen: &[Input], listed: &[Input], unit: &str) -> String {
    let missing = listed.iter().find(|input| !seen.contains(input));
    let added = || seen.iter().find(|input| !listed.contains(input));
    missing.or_else(added).map_or_else(|| unit.to_owned(), |input| input.file.clone())
}

fn mistakes(found: &Diagnostics) -> Vec<Mistake> {
    let errors = found.as_slice().iter().filter(|finding| finding.code.severity() == Severity::Error);
    let mut mistakes: Vec<Mistake> =
        errors.map(|finding| Mistake { code: finding.code.id().to_owned(), at: finding.location() }).collect();
    // A table that lacks several keys lacks them all at its head.
    mistakes.dedup();
    mistakes
}
