//! HiGHS through `good_lp`, down to the bound that `good_lp` itself does not pass on.

use super::program::Program;
use super::{Answer, Care, Effort, is_infeasible, lower};
use ::highs::{HighsModelStatus, HighsSolutionStatus, Model};
use good_lp::SolverModel;
use good_lp::solvers::highs::highs;

/// Solves a program that is known to be feasible. Presolve has been seen to lose the last feasible point to rounding;
/// a failure with it is tried again without, and the other way round.
pub(super) fn solve(program: &Program, effort: &Effort) -> Result<Answer, String> {
    let (first, second) = if effort.care == Care::Reduced { ("on", "off") } else { ("off", "on") };
    attempt(program, effort, first).or_else(|cause| {
        let answered = effort.may_be_infeasible && is_infeasible(&cause);
        if answered || effort.deadline.is_past() { Err(cause) } else { attempt(program, effort, second) }
    })
}

fn attempt(program: &Program, effort: &Effort, presolve: &str) -> Result<Answer, String> {
    let (variables, _, objective, constraints) = lower(program);
    let goal = if program.objective.maximise { variables.maximise(objective) } else { variables.minimise(objective) };
    let mut problem = goal.using(highs);
    for constraint in constraints {
        problem.add_constraint(constraint);
    }
    let mut model = problem.try_into_inner().map_err(|e| e.to_string())?;
    set_options(&mut model, effort, presolve)?;
    // No start is handed over: HiGHS 1.15 has declared a start optimal that was not
    // (`a_start_is_no_proof` in tests/optimum.rs). The stages keep the better of start and answer themselves.
    let solved = model.try_solve().map_err(|status| format!("{status:?}"))?;
    let status = solved.status();
    if solved.primal_solution_status() != HighsSolutionStatus::Feasible {
        return Err(format!("{status:?}"));
    }
    let proven = status == HighsModelStatus::Optimal;
    let has_integers = program.columns.iter().any(|column| column.integer);
    let bound = if has_integers {
        solved.double_info_value(c"mip_dual_bound").map_err(|status| format!("{status:?}"))?
    } else if proven {
        solved.objective_value()
    } else {
        return Err(format!("{status:?}"));
    };
    let values = solved.get_solution().columns().to_vec();
    Ok(Answer { values, bound: bound + program.objective.constant, proven })
}

/// One thread and a fixed seed, so that the same program gives the same point.
fn set_options(model: &mut Model, effort: &Effort, presolve: &str) -> Result<(), String> {
    model.make_quiet();
    let failed = |_| "HiGHS refused an option".to_owned();
    model.try_set_option("presolve", presolve).map_err(failed)?;
    model.try_set_option("threads", 1).map_err(failed)?;
    model.try_set_option("parallel", "off").map_err(failed)?;
    model.try_set_option("random_seed", 0).map_err(failed)?;
    // It takes time on every program and has found nothing that the others do not find.
    model.try_set_option("mip_heuristic_run_feasibility_jump", false).map_err(failed)?;
    for neighbourhoods in ["mip_heuristic_run_rins", "mip_heuristic_run_rens"] {
        model.try_set_option(neighbourhoods, effort.care != Care::Plain).map_err(failed)?;
    }
    model.try_set_option("mip_rel_gap", effort.gap).map_err(failed)?;
    model.try_set_option("mip_abs_gap", effort.absolute_gap()).map_err(failed)?;
    model.try_set_option("mip_feasibility_tolerance", 1e-7).map_err(failed)?;
    model.try_set_option("primal_feasibility_tolerance", 1e-9).map_err(failed)?;
    if let Some(time) = effort.deadline.left() {
        model.try_set_option("time_limit", time.as_secs_f64()).map_err(failed)?;
    }
    Ok(())
}
