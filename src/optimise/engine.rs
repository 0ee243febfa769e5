//! The engines that solve a [`Program`], and what they say of the answer.

#[cfg(feature = "highs")]
mod highs;
#[cfg(feature = "microlp")]
mod microlp;
pub(super) mod mps;
pub(super) mod program;
mod solved;

pub use self::solved::Solved;

use self::program::{Program, Sense};
use super::{Deadline, Settings};
use crate::word::words;
use good_lp::{Constraint, Expression, ProblemVariables, Variable, constraint, variable};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

words! {
    /// A solver for mixed-integer linear programs.
    pub enum Engine {
        /// HiGHS, embedded; the default.
        Highs = "highs",
        /// microlp, in pure Rust: for machines without a C++ toolchain, and for second opinions on small units.
        Microlp = "microlp",
    }
}

impl Engine {
    /// Name and version of the library behind it. Typed, as the crates do not hand theirs on; a test compares it with
    /// what is locked.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Highs => "HiGHS (highs 2.4, highs-sys 1.15)",
            Self::Microlp => "microlp 0.6",
        }
    }

    /// The engine of a name and version, if this build contains it.
    #[must_use]
    pub fn of_version(version: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.available() && engine.version() == version)
    }

    /// Whether this build contains it.
    #[must_use]
    pub const fn available(self) -> bool {
        match self {
            Self::Highs => cfg!(feature = "highs"),
            Self::Microlp => cfg!(feature = "microlp"),
        }
    }
}

impl Default for Engine {
    fn default() -> Self {
        if Self::Highs.available() { Self::Highs } else { Self::Microlp }
    }
}

/// How hard to try.
#[derive(Debug, Clone)]
pub(super) struct Effort {
    pub(super) gap: f64,
    pub(super) deadline: Deadline,
    /// Whether the best value is whole, so that a bound less than one away proves it.
    pub(super) whole: bool,
    /// Whether that there is no solution is an answer looked for, and need not be asked twice.
    pub(super) may_be_infeasible: bool,
    /// How to go about it.
    pub(super) care: Care,
}

/// How an engine goes about a program, where it has a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// Looks for a smaller equal program first.
    Reduced,
    /// Takes the program as it is: few rows of many columns are reduced no sooner than searched.
    AsIs,
    /// Does not search smaller programs for better points on the way, either: what is soon proven is proven sooner so.
    Plain,
}

impl Care {
    /// This one for a small program; large ones are reduced first.
    pub(super) fn if_small(self, program: &Program) -> Self {
        if program.is_small() { self } else { Self::Reduced }
    }
}

/// A feasible point and how good it is.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) values: Vec<f64>,
    /// No feasible point is better than this.
    pub(super) bound: f64,
    /// Whether the bound was proven within the gap; otherwise the time ran out.
    pub(super) proven: bool,
}

impl Effort {
    /// As hard as it takes until the deadline, reduced first, for a program that has a solution.
    pub(super) fn until(deadline: &Deadline, gap: f64) -> Self {
        Self { gap, deadline: deadline.clone(), whole: false, may_be_infeasible: false, care: Care::Reduced }
    }

    /// The difference between value and bound that proves the value.
    #[cfg(feature = "highs")]
    pub(super) const fn absolute_gap(&self) -> f64 {
        if self.whole { 0.999 } else { 1e-9 }
    }
}

/// How long an engine may take to notice that its time is up before it is left to itself.
const GRACE: Duration = Duration::from_millis(500);

/// Whether a search was left to itself and still runs.
static LEFT_RUNNING: AtomicBool = AtomicBool::new(false);

/// Whether an engine that did not stop in time may still be running. Then the program must end without the clean-up
/// of the engine's libraries, which takes the ground from under a search at work.
#[must_use]
pub fn still_running() -> bool {
    LEFT_RUNNING.load(Ordering::Relaxed)
}

/// Solves a program, unless the same one was solved before.
///
/// # Errors
/// The engine's own words, when it ends without a feasible point; or that the time is up.
pub(super) fn solve(settings: &Settings, program: &Program, effort: Effort) -> Result<Answer, String> {
    let question = (settings.engine, program, &effort.clone());
    settings.solved.or_search(question, || search(settings.engine, program, effort))
}

/// With a deadline a program is solved beside, so that neither an engine that does not look at the clock nor a request
/// to stop has to wait for it.
fn search(engine: Engine, program: &Program, effort: Effort) -> Result<Answer, String> {
    let deadline = effort.deadline.clone();
    let Some(left) = deadline.left() else { return run(engine, program, &effort) };
    if left.is_zero() {
        deadline.cut();
        return Err(TIME_IS_UP.into());
    }
    let (sender, receiver) = mpsc::channel();
    let program = program.clone();
    let search = move || {
        // Nobody may be waiting any more.
        let _ = sender.send(run(engine, &program, &effort));
    };
    thread::Builder::new().stack_size(STACK).spawn(search).map_err(|error| error.to_string())?;
    let answer = wait(&receiver, &deadline);
    if !answer.as_ref().is_ok_and(|answer| answer.proven) && deadline.is_past() {
        deadline.cut();
    }
    answer
}

/// As much as the first thread of a program has.
const STACK: usize = 8 << 20;

const TIME_IS_UP: &str = "the time is up";

/// The answer of a search, if it comes in time.
fn wait(search: &Receiver<Result<Answer, String>>, deadline: &Deadline) -> Result<Answer, String> {
    loop {
        let left = deadline.left().unwrap_or(GRACE);
        let patience = if deadline.is_stopped() { GRACE / 10 } else { GRACE };
        let time = if left.is_zero() { patience } else { left.min(GRACE / 5) };
        match search.recv_timeout(time) {
            Ok(answer) => return answer,
            Err(RecvTimeoutError::Disconnected) => return Err("the engine ended without an answer".into()),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => {
                LEFT_RUNNING.store(true, Ordering::Relaxed);
                return Err(TIME_IS_UP.into());
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn run(engine: Engine, program: &Program, effort: &Effort) -> Result<Answer, String> {
    if program.columns.is_empty() {
        // Not every engine knows what to do with nothing; and no row is without terms.
        return Ok(Answer { values: Vec::new(), bound: program.objective.constant, proven: true });
    }
    match engine {
        #[cfg(feature = "highs")]
        Engine::Highs => highs::solve(program, effort),
        #[cfg(feature = "microlp")]
        Engine::Microlp => microlp::solve(program, effort),
        #[cfg(not(all(feature = "highs", feature = "microlp")))]
        missing => Err(format!("engine {} is not part of this build", missing.id())),
    }
}

/// Whether an engine's words say that a program has no solution at all.
pub(super) fn is_infeasible(cause: &str) -> bool {
    cause.to_ascii_lowercase().contains("infeasible")
}

/// The program in the words of `good_lp`: variables in column order, objective, constraints.
fn lower(program: &Program) -> (ProblemVariables, Vec<Variable>, Expression, Vec<Constraint>) {
    let mut variables = ProblemVariables::new();
    let columns: Vec<Variable> = program
        .columns
        .iter()
        .map(|column| {
            let definition = variable().bounds(column.lower..=column.upper);
            variables.add(if column.integer { definition.integer() } else { definition })
        })
        .collect();
    let sum = |terms: &[(program::Column, f64)]| -> Expression {
        terms.iter().map(|(column, factor)| *factor * columns[column.0]).sum()
    };
    let objective = sum(&program.objective.terms);
    let constraints = program
        .rows
        .iter()
        .map(|row| {
            let left = sum(&row.terms);
            match row.sense {
                Sense::AtMost => constraint!(left <= row.rhs),
                Sense::AtLeast => constraint!(left >= row.rhs),
                Sense::Equal => constraint!(left == row.rhs),
            }
        })
        .collect();
    (variables, columns, objective, constraints)
}
