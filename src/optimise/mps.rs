//! Writes a [`Program`] as free-format MPS, so that any other solver can check an optimum.

use super::program::{Program, Sense};
use std::fmt::Write as _;

/// The program as text. Columns and rows keep their order and names.
pub(super) fn write(name: &str, program: &Program) -> String {
    let mut text = format!("NAME {name}\n");
    // MPS minimises unless told; OBJSENSE is read by HiGHS, CBC, GLPK, SCIP, Gurobi and CPLEX.
    let _ = writeln!(text, "OBJSENSE\n    {}", if program.objective.maximise { "MAX" } else { "MIN" });
    rows(&mut text, program);
    columns(&mut text, program);
    right_hand_sides(&mut text, program);
    bounds(&mut text, program);
    text.push_str("ENDATA\n");
    text
}

fn rows(text: &mut String, program: &Program) {
    text.push_str("ROWS\n N objective\n");
    for row in &program.rows {
        let sense = match row.sense {
            Sense::AtMost => 'L',
            Sense::AtLeast => 'G',
            Sense::Equal => 'E',
        };
        let _ = writeln!(text, " {sense} {}", row.name);
    }
}

fn columns(text: &mut String, program: &Program) {
    let mut entries = vec![Vec::new(); program.columns.len()];
    for (column, factor) in &program.objective.terms {
        entries[column.0].push(("objective", *factor));
    }
    for row in &program.rows {
        for (column, factor) in &row.terms {
            entries[column.0].push((row.name.as_str(), *factor));
        }
    }
    text.push_str("COLUMNS\n");
    let mut in_integers = false;
    for (variable, entries) in program.columns.iter().zip(entries) {
        if variable.integer != in_integers {
            in_integers = variable.integer;
            marker(text, in_integers);
        }
        if entries.is_empty() {
            let _ = writeln!(text, "    {} objective 0", variable.name);
        }
        for (row, factor) in entries {
            let _ = writeln!(text, "    {} {row} {factor}", variable.name);
        }
    }
    if in_integers {
        marker(text, false);
    }
}

fn marker(text: &mut String, start: bool) {
    let _ = writeln!(text, "    MARKER 'MARKER' '{}'", if start { "INTORG" } else { "INTEND" });
}

fn right_hand_sides(text: &mut String, program: &Program) {
    text.push_str("RHS\n");
    // The constant of an objective is the negative right-hand side of its row.
    if program.objective.constant != 0.0 {
        let _ = writeln!(text, "    RHS objective {}", -program.objective.constant);
    }
    for row in program.rows.iter().filter(|row| row.rhs != 0.0) {
        let _ = writeln!(text, "    RHS {} {}", row.name, row.rhs);
    }
}

fn bounds(text: &mut String, program: &Program) {
    text.push_str("BOUNDS\n");
    for variable in &program.columns {
        if variable.lower != 0.0 {
            let _ = writeln!(text, " LO BOUND {} {}", variable.name, variable.lower);
        }
        if variable.upper.is_finite() {
            let _ = writeln!(text, " UP BOUND {} {}", variable.name, variable.upper);
        }
    }
}
