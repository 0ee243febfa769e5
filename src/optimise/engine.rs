//! The engines that solve a [`Program`], and what they say of the answer.

#[cfg(feature = "highs")]
mod highs;
#[cfg(feature = "microlp")]
mod microlp;

use super::program::{Program, Sense};
use good_lp::{Constraint, Expression, ProblemVariables, Variable, constraint, variable};
use std::time::Duration;

/// A solver for mixed-integer linear programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// HiGHS, embedded; the default.
    Highs,
    /// microlp, in pure Rust: for machines without a C++ toolchain, and for second opinions on small units.
    Microlp,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 2] = [Self::Highs, Self::Microlp];

    /// The word used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Highs => "highs",
            Self::Microlp => "microlp",
        }
    }

    /// Name and version of the library behind it.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Highs => "HiGHS (highs 2.4, highs-sys 1.15)",
            Self::Microlp => "microlp 0.6",
        }
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
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    pub(super) gap: f64,
    pub(super) time: Option<Duration>,
    /// Whether to look for a smaller equal program first, where the engine has a choice.
    #[cfg_attr(not(feature = "highs"), expect(dead_code, reason = "the other engine has no choice"))]
    pub(super) presolve: bool,
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

/// Solves a program.
///
/// # Errors
/// The engine's own words, when it ends without a feasible point.
pub(super) fn solve(engine: Engine, program: &Program, effort: Effort) -> Result<Answer, String> {
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
    let sum = |terms: &[(super::program::Column, f64)]| -> Expression {
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
