//! Writes a [`Program`] as free-format MPS, so that any other solver can check an optimum.
//!
//! Readers differ in what goes beyond the first description of the format, so nothing does: the file minimises, with
//! the factors of an objective to be maximised negated, and a constant of the objective is a column fixed at 1.

use super::program::{Program, Sense};
use std::fmt::{self, Write as _};

/// The program as text. Columns and rows keep their order and names.
pub(in crate::optimise) fn write(name: &str, program: &Program) -> String {
    let mut text = format!("NAME {name}\n");
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
        entries[column.0].push(("objective", minimised(program, *factor)));
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
            let _ = writeln!(text, "    {} {row} {}", variable.name, Written(factor));
        }
    }
    if in_integers {
        marker(text, false);
    }
    if program.objective.constant != 0.0 {
        let _ = writeln!(text, "    {CONSTANT} objective {}", Written(minimised(program, program.objective.constant)));
    }
}

/// The column of the constant.
const CONSTANT: &str = "constant";

/// A factor of the objective as a minimisation has it.
fn minimised(program: &Program, factor: f64) -> f64 {
    if program.objective.maximise { -factor } else { factor }
}

/// A number as readers take it: some stumble over more than two dozen digits, which tiny numbers have without exponent.
struct Written(f64);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0 == 0.0 || (1e-5..1e15).contains(&self.0.abs());
        if plain { write!(f, "{}", self.0) } else { write!(f, "{:e}", self.0) }
    }
}

fn marker(text: &mut String, start: bool) {
    let _ = writeln!(text, "    MARKER 'MARKER' '{}'", if start { "INTORG" } else { "INTEND" });
}

fn right_hand_sides(text: &mut String, program: &Program) {
    text.push_str("RHS\n");
    for row in program.rows.iter().filter(|row| row.rhs != 0.0) {
        let _ = writeln!(text, "    RHS {} {}", row.name, Written(row.rhs));
    }
}

fn bounds(text: &mut String, program: &Program) {
    text.push_str("BOUNDS\n");
    for variable in &program.columns {
        if variable.lower != 0.0 {
            let _ = writeln!(text, " LO BOUND {} {}", variable.name, Written(variable.lower));
        }
        if variable.upper.is_finite() {
            let _ = writeln!(text, " UP BOUND {} {}", variable.name, Written(variable.upper));
        }
    }
    if program.objective.constant != 0.0 {
        let _ = writeln!(text, " FX BOUND {CONSTANT} 1");
    }
}
