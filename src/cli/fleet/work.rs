//! Runs many tasks on all processors: each in one thread of its own, so that results and memory do not depend on how
//! many there are.

use super::limits::Limits;
use super::manifest::{Line, Tasks};
use super::pace::Pace;
use super::perform::{Performed, Subject, perform};
use super::store::{Found, Store};
use crate::analysis::fleet::task::Task;
use crate::cli::failure::{Exit, Failure};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::scenario::read::file::start;
use crate::text::Text;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::{io, thread};

/// What became of the tasks of a run.
#[derive(Debug, Default)]
pub(in crate::cli) struct Tally {
    /// Results written.
    pub(in crate::cli) done: usize,
    /// Results that were there.
    pub(in crate::cli) before: usize,
    /// Units that do not read, each once.
    pub(in crate::cli) unread: BTreeSet<String>,
    /// Tasks whose files, or whose lines in the manifest, are not those listed.
    pub(in crate::cli) changed: usize,
    /// Which files these are, each with the units that read it.
    pub(in crate::cli) found: Diagnostics,
    others: BTreeSet<(String, String)>,
    /// Tasks that were not finished in time.
    pub(in crate::cli) unfinished: usize,
    /// Tasks in which the program failed.
    pub(in crate::cli) failed: usize,
    /// Why a result could not be written; nothing more was begun then.
    pub(in crate::cli) unwritten: Option<String>,
}

impl Tally {
    /// How the run ends: what cannot be had by trying again comes first.
    pub(in crate::cli) fn exit(&self) -> Exit {
        match () {
            () if self.changed > 0 => Exit::BadInput,
            () if self.failed > 0 || self.unwritten.is_some() => Exit::Failed,
            () if self.unfinished > 0 => Exit::Unfinished,
            () => Exit::Done,
        }
    }
}

/// What a thread tells of a task.
enum Told {
    /// Its line is not the one that was read.
    Altered(Diagnostic),
    Kept {
        unread: bool,
    },
    Before,
    Not(Performed),
    Unwritten(io::Error),
}

/// Runs the tasks that have no result yet. Whoever asks to stop, stops what is under way; what is done is kept.
pub(in crate::cli) fn work(tasks: &Tasks, store: &Store, limits: &Limits, quiet: bool, text: &Text) -> Tally {
    let mut tally = Tally::default();
    // A result that is there is read whole before it counts.
    let is_open = |line: &Line| !tasks.get(*line).is_ok_and(|task| matches!(store.find(&task), Found::Whole(..)));
    let open = |group: &Vec<Line>| group.iter().copied().filter(is_open).collect();
    let todo: Vec<Vec<Line>> = tasks.groups().iter().map(open).collect();
    let count = |groups: &[Vec<Line>]| groups.iter().map(Vec::len).sum::<usize>();
    tally.before = count(tasks.groups()) - count(&todo);
    let mut pace = Pace::new(count(&todo), quiet, text);
    let (next, full) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel::<(Option<Task>, Told)>();
    thread::scope(|scope| {
        for _ in 0..rayon::current_num_threads().clamp(1, todo.len().max(1)) {
            let (sender, next, full, todo) = (sender.clone(), &next, &full, &todo);
            scope.spawn(move || {
                // Whatever a task would do side by side it does one after the other in its own thread.
                let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
                while let Some(group) = todo.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // What is worked out for one unit is of no use to another.
                    let mut subject = Subject::default();
                    for line in group {
                        if full.load(Ordering::Relaxed) || limits.stop().is_stopped() {
                            return;
                        }
                        let mut one = || match tasks.get(*line) {
                            Ok(task) => {
                                let told = one(&task, &mut subject, store, limits);
                                (Some(task), told)
                            }
                            Err(found) => (None, Told::Altered(found)),
                        };
                        let (task, told) = match &pool {
                            Ok(pool) => pool.install(one),
                            Err(_) => one(),
                        };
                        if matches!(told, Told::Unwritten(_)) {
                            full.store(true, Ordering::Relaxed);
                        }
                        if sender.send((task, told)).is_err() {
                            return;
                        }
                    }
                }
            });
        }
        drop(sender);
        for (task, told) in &receiver {
            tally.hear(task.as_ref(), told, &mut pace, text);
        }
    });
    let over = tally.done + tally.before + tally.changed + tally.failed + tally.unfinished;
    tally.unfinished += count(tasks.groups()) - over;
    tally
}

fn one(task: &Task, subject: &mut Subject, store: &Store, limits: &Limits) -> Told {
    // Another run in the same folder may have come before.
    if matches!(store.find(task), Found::Whole(..)) {
        return Told::Before;
    }
    match perform(task, subject, limits) {
        Performed::Result(result) => match store.keep(&result) {
            Ok(()) => Told::Kept { unread: result.code == Exit::BadInput.code() },
            Err(error) => Told::Unwritten(error),
        },
        other => Told::Not(other),
    }
}

impl Tally {
    fn hear(&mut self, task: Option<&Task>, told: Told, pace: &mut Pace<'_>, text: &Text) {
        let of_task = |task: &Task, key: &str, more: (&str, &str)| {
            let scenario = if task.scenario.is_empty() { String::new() } else { format!(" [{}]", task.scenario) };
            let called = format!("{} {}{scenario}", task.command.id(), task.file);
            text.with(key, &[("task", &called), more])
        };
        let mut well = false;
        match (told, task) {
            (Told::Before, _) => {
                self.before += 1;
                well = true;
            }
            (Told::Kept { unread }, Some(task)) => {
                self.done += 1;
                well = true;
                if unread && self.unread.insert(task.file.clone()) {
                    pace.tell(&text.with("fleet-unread", &[("file", &task.file)]));
                }
            }
            (Told::Altered(found), _) => {
                self.changed += 1;
                self.found.push(found);
            }
            (Told::Not(Performed::Changed(file)), Some(task)) => {
                self.changed += 1;
                if self.others.insert((file.clone(), task.file.clone())) {
                    let found = Diagnostic::new(Code::InputChanged, &start(&file.as_str().into()));
                    self.found.push(found.fact("file", file).fact("unit", &task.file));
                }
            }
            (Told::Not(Performed::Failed(error)), Some(task)) => {
                self.failed += 1;
                let cause = Failure::assessment(text, &error).message;
                pace.tell(&of_task(task, "fleet-failed", ("cause", &cause)));
            }
            // Counted among what is not finished.
            (Told::Unwritten(error), _) => _ = self.unwritten.get_or_insert_with(|| error.to_string()),
            (Told::Kept { .. } | Told::Not(_), _) => self.unfinished += 1,
        }
        pace.step(well);
    }
}
