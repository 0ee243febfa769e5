//! microlp through `good_lp`. It reports no bound and may fail an internal assertion, so it is guarded:
//! a panic inside it is an ordinary error here, and its answer is a bound only when it claims a proof.

use super::program::Program;
use super::{Answer, Effort, lower};
use good_lp::solvers::{SolutionStatus, WithMipGap, WithTimeLimit};
use good_lp::{Solution, SolverModel, microlp};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) fn solve(program: &Program, effort: &Effort) -> Result<Answer, String> {
    catch_unwind(AssertUnwindSafe(|| run(program, effort)))
        .unwrap_or_else(|_| Err("microlp failed an internal assertion".into()))
}

fn run(program: &Program, effort: &Effort) -> Result<Answer, String> {
    let (variables, columns, objective, constraints) = lower(program);
    let goal = if program.objective.maximise { variables.maximise(objective) } else { variables.minimise(objective) };
    let mut problem = goal.using(microlp);
    for constraint in constraints {
        problem.add_constraint(constraint);
    }
    #[expect(clippy::cast_possible_truncation, reason = "a gap needs few digits")]
    let mut problem = problem.with_mip_gap(effort.gap as f32).map_err(|e| format!("{e:?}"))?;
    if let Some(time) = effort.deadline.left() {
        problem = problem.with_time_limit(time.as_secs_f64());
    }
    let solution = problem.solve().map_err(|e| e.to_string())?;
    let values: Vec<f64> = columns.iter().map(|column| solution.value(*column)).collect();
    let proven = !matches!(solution.status(), SolutionStatus::TimeLimit);
    let trivial = if program.objective.maximise { f64::INFINITY } else { f64::NEG_INFINITY };
    let bound = if proven { program.objective.at(&values) } else { trivial };
    Ok(Answer { values, bound, proven })
}
