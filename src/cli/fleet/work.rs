//! Runs many tasks on all processors: each in one thread of its own, so that results and memory do not depend on how
//! many there are.

use super::limits::Limits;
use super::pace::Pace;
use super::perform::{Performed, perform};
use super::store::{Found, Store};
use crate::analysis::fleet::task::Task;
use crate::cli::failure::{Exit, Failure};
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
    /// Tasks whose files are not those listed.
    pub(in crate::cli) changed: usize,
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
    Kept { unread: bool },
    Before,
    Not(Performed),
    Unwritten(io::Error),
}

/// Runs the tasks that have no result yet. Whoever asks to stop, stops what is under way; what is done is kept.
pub(in crate::cli) fn work(tasks: &[Task], store: &Store, limits: &Limits, quiet: bool, text: &Text) -> Tally {
    let mut tally = Tally::default();
    // A result that is there is read whole before it counts.
    let todo: Vec<&Task> = tasks.iter().filter(|task| !matches!(store.find(task), Found::Whole(..))).collect();
    tally.before = tasks.len() - todo.len();
    let mut pace = Pace::new(todo.len(), quiet, text);
    let (next, full) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel::<(usize, Told)>();
    thread::scope(|scope| {
        for _ in 0..rayon::current_num_threads().clamp(1, todo.len().max(1)) {
            let (sender, next, full, todo) = (sender.clone(), &next, &full, &todo);
            scope.spawn(move || {
                // Whatever a task would do side by side it does one after the other in its own thread.
                let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
                while !full.load(Ordering::Relaxed) && !limits.stop().is_stopped() {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(task) = todo.get(at) else { break };
                    let told = match &pool {
                        Ok(pool) => pool.install(|| one(task, store, limits)),
                        Err(_) => one(task, store, limits),
                    };
                    if matches!(told, Told::Unwritten(_)) {
                        full.store(true, Ordering::Relaxed);
                    }
                    if sender.send((at, told)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (at, told) in &receiver {
            tally.hear(todo[at], told, &mut pace, text);
        }
    });
    let over = tally.done + tally.before + tally.changed + tally.failed + tally.unfinished;
    tally.unfinished += tasks.len() - over;
    tally
}

fn one(task: &Task, store: &Store, limits: &Limits) -> Told {
    // Another run in the same folder may have come before.
    if matches!(store.find(task), Found::Whole(..)) {
        return Told::Before;
    }
    match perform(task, limits) {
        Performed::Result(result) => match store.keep(&result) {
            Ok(()) => Told::Kept { unread: result.code == Exit::BadInput.code() },
            Err(error) => Told::Unwritten(error),
        },
        other => Told::Not(other),
    }
}

impl Tally {
    fn hear(&mut self, task: &Task, told: Told, pace: &mut Pace<'_>, text: &Text) {
        let of_task = |key: &str, more: (&str, &str)| {
            let scenario = if task.scenario.is_empty() { String::new() } else { format!(" [{}]", task.scenario) };
            let called = format!("{} {}{scenario}", task.command.id(), task.file);
            text.with(key, &[("task", &called), more])
        };
        let mut well = true;
        match told {
            Told::Before => self.before += 1,
            Told::Kept { unread } => {
                self.done += 1;
                if unread && self.unread.insert(task.file.clone()) {
                    pace.tell(&text.with("fleet-unread", &[("file", &task.file)]));
                }
            }
            Told::Not(Performed::Changed(file)) => {
                self.changed += 1;
                well = false;
                pace.tell(&of_task("fleet-changed", ("file", &file)));
            }
            Told::Not(Performed::Failed(error)) => {
                self.failed += 1;
                well = false;
                pace.tell(&of_task("fleet-failed", ("cause", &Failure::assessment(text, &error).message)));
            }
            Told::Not(Performed::Unfinished | Performed::Result(_)) => {
                self.unfinished += 1;
                well = false;
            }
            Told::Unwritten(error) => {
                // Counted among what is not finished.
                self.unwritten.get_or_insert_with(|| error.to_string());
                well = false;
            }
        }
        pace.step(well);
    }
}
