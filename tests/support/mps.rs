//! Reads free-format MPS as its description has it, and solves it with HiGHS: shares no code with the writer.

use good_lp::solvers::WithMipGap;
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, constraint, highs, variable};
use std::collections::BTreeMap;

/// A program as a file states it.
#[derive(Debug, Default)]
pub(crate) struct Mps {
    /// Kind and right-hand side of each row but the objective, by name.
    pub(crate) rows: BTreeMap<String, (char, f64)>,
    pub(crate) columns: BTreeMap<String, MpsColumn>,
}

#[derive(Debug)]
pub(crate) struct MpsColumn {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    /// Whether the file names an upper bound; readers disagree on integers without one.
    pub(crate) bounded: bool,
    pub(crate) integer: bool,
    /// Factors by row; the objective is a row like any other.
    factors: BTreeMap<String, f64>,
}

const OBJECTIVE: &str = "objective";

impl Mps {
    /// Refuses what other readers might take in another way: repeated or undeclared names, unknown words.
    pub(crate) fn read(text: &str) -> Self {
        let mut mps = Self::default();
        let mut section = "";
        let mut integer = false;
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            if !line.starts_with(' ') {
                section = words[0];
                assert!(["NAME", "ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA"].contains(&section), "{line}");
                continue;
            }
            match (section, &*words) {
                ("ROWS", ["N", name]) => assert_eq!(*name, OBJECTIVE),
                ("ROWS", [kind @ ("L" | "G" | "E"), name]) => {
                    let row = (kind.chars().next().unwrap(), 0.0);
                    assert!(mps.rows.insert((*name).to_owned(), row).is_none(), "row {name} comes twice");
                }
                ("COLUMNS", [_, "'MARKER'", "'INTORG'"]) => integer = true,
                ("COLUMNS", [_, "'MARKER'", "'INTEND'"]) => integer = false,
                ("COLUMNS", [name, row, factor]) => mps.factor(name, row, factor.parse().unwrap(), integer),
                ("RHS", [_, row, value]) => mps.right_hand_side(row, value.parse().unwrap()),
                ("BOUNDS", [kind, _, name, value]) => mps.bound(kind, name, value.parse().unwrap()),
                _ => panic!("{section}: {line}"),
            }
        }
        assert_eq!((section, integer), ("ENDATA", false));
        mps
    }

    fn factor(&mut self, name: &str, row: &str, factor: f64, integer: bool) {
        assert!(row == OBJECTIVE || self.rows.contains_key(row), "row {row} is not declared");
        let column = self.columns.entry(name.to_owned()).or_insert_with(|| MpsColumn {
            lower: 0.0,
            upper: f64::INFINITY,
            bounded: false,
            integer,
            factors: BTreeMap::new(),
        });
        assert_eq!(column.integer, integer, "column {name} stands in two places");
        assert!(column.factors.insert(row.to_owned(), factor).is_none(), "{name} comes twice in {row}");
    }

    fn right_hand_side(&mut self, row: &str, value: f64) {
        match self.rows.get_mut(row) {
            Some((_, rhs)) => *rhs = value,
            None => panic!("row {row} is not declared"),
        }
    }

    fn bound(&mut self, kind: &str, name: &str, value: f64) {
        let column = self.columns.get_mut(name).unwrap();
        match kind {
            "LO" => column.lower = value,
            "UP" => (column.upper, column.bounded) = (value, true),
            "FX" => (column.lower, column.upper, column.bounded) = (value, value, true),
            _ => panic!("bound {kind}"),
        }
    }

    /// The best value of the objective.
    pub(crate) fn solve(&self) -> f64 {
        let mut variables = ProblemVariables::new();
        let mut sums: BTreeMap<&str, Expression> = BTreeMap::new();
        for column in self.columns.values() {
            let definition = variable().min(column.lower).max(column.upper);
            let variable = variables.add(if column.integer { definition.integer() } else { definition });
            for (row, factor) in &column.factors {
                *sums.entry(row).or_default() += *factor * variable;
            }
        }
        if self.columns.is_empty() {
            return 0.0;
        }
        let objective = sums.remove(OBJECTIVE).unwrap_or_default();
        let mut problem = variables.minimise(objective.clone()).using(highs).with_mip_gap(0.0).unwrap();
        for (name, (kind, rhs)) in &self.rows {
            let sum = sums.remove(name.as_str()).unwrap_or_default();
            problem.add_constraint(match kind {
                'L' => constraint!(sum <= *rhs),
                'G' => constraint!(sum >= *rhs),
                _ => constraint!(sum == *rhs),
            });
        }
        problem.solve().unwrap().eval(&objective)
    }
}
