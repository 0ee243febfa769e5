//! How far the matters of one section go with known holders: a small linear program, solved exactly.
//!
//! Tiers count in their order (lexicographic). All numbers are integers with one common denominator (the pivoting of
//! Edmonds and Bareiss), so nothing is rounded; what outgrows 128 bits is refused and left to the engines.

/// max the objectives in order over f ≥ 0 with rows Σ a f ≤ b, b ≥ 0, and c f ≤ d for each f; all numbers whole.
pub(super) struct Levels {
    /// Rows `(a, b)`; each `a` has one entry a column.
    pub(super) rows: Vec<(Vec<i128>, i128)>,
    /// The most of each column as `(c, d)`.
    pub(super) most: Vec<(i128, i128)>,
    /// Objectives, the most important first; each has one entry a column.
    pub(super) objectives: Vec<Vec<i128>>,
}

/// The best point: numerators over one denominator.
pub(super) struct Point {
    pub(super) values: Vec<i128>,
    pub(super) denominator: i128,
}

impl Levels {
    /// The lexicographic optimum; `None` where the numbers outgrow the type.
    pub(super) fn solve(&self) -> Option<Point> {
        Tableau::of(self).optimise(self)
    }
}

/// Basic columns in terms of the others. Columns: the levels, then one slack a row, then the right-hand side.
struct Tableau {
    /// Constraint rows, then the objectives as reduced costs.
    cells: Vec<Vec<i128>>,
    basis: Vec<usize>,
    denominator: i128,
}

impl Tableau {
    fn of(levels: &Levels) -> Self {
        let n = levels.most.len();
        let rows = levels.rows.len() + n;
        let width = n + rows + 1;
        let mut cells = Vec::with_capacity(rows + levels.objectives.len());
        let slack = |cells: &mut Vec<Vec<i128>>, a: &[i128], b: i128| {
            let divisor = a.iter().copied().fold(b, gcd).max(1);
            let mut row: Vec<i128> = a.iter().map(|value| value / divisor).collect();
            row.resize(width, 0);
            let index = cells.len();
            row[n + index] = 1;
            row[width - 1] = b / divisor;
            cells.push(row);
        };
        for (a, b) in &levels.rows {
            slack(&mut cells, a, *b);
        }
        for (column, (factor, most)) in levels.most.iter().enumerate() {
            let mut unit = vec![0; n];
            unit[column] = *factor;
            slack(&mut cells, &unit, *most);
        }
        for objective in &levels.objectives {
            let mut row = objective.clone();
            row.resize(width, 0);
            cells.push(row);
        }
        Self { cells, basis: (n..n + rows).collect(), denominator: 1 }
    }

    fn optimise(mut self, levels: &Levels) -> Option<Point> {
        let rows = self.basis.len();
        let width = self.cells.first()?.len();
        for objective in rows..self.cells.len() {
            // Bland's rule: the first column that helps and costs no objective before; it never cycles.
            while let Some(entering) = (0..width - 1).find(|column| {
                self.cells[objective][*column] > 0 && (rows..objective).all(|before| self.cells[before][*column] == 0)
            }) {
                let leaving = self.leaving(entering)?;
                self.pivot(leaving, entering)?;
            }
        }
        let mut values = vec![0; levels.most.len()];
        for (row, column) in self.basis.iter().enumerate() {
            if *column < values.len() {
                values[*column] = self.cells[row][width - 1];
            }
        }
        Some(Point { values, denominator: self.denominator })
    }

    /// The row that binds first; of equals the one whose basic column comes first.
    fn leaving(&self, entering: usize) -> Option<usize> {
        let mut best: Option<usize> = None;
        for row in (0..self.basis.len()).filter(|row| self.cells[*row][entering] > 0) {
            let Some(so_far) = best else {
                best = Some(row);
                continue;
            };
            let rhs = |row: usize| self.cells[row].last().copied().unwrap_or_default();
            let here = rhs(row).checked_mul(self.cells[so_far][entering])?;
            let there = rhs(so_far).checked_mul(self.cells[row][entering])?;
            if here < there || (here == there && self.basis[row] < self.basis[so_far]) {
                best = Some(row);
            }
        }
        // Every column has its most or is a slack bounded by a row, so some row always binds.
        best
    }

    fn pivot(&mut self, leaving: usize, entering: usize) -> Option<()> {
        let row = self.cells[leaving].clone();
        let pivot = row[entering];
        for (_, cells) in self.cells.iter_mut().enumerate().filter(|(index, _)| *index != leaving) {
            let factor = cells[entering];
            for (cell, above) in cells.iter_mut().zip(&row) {
                let product = cell.checked_mul(pivot)?.checked_sub(factor.checked_mul(*above)?)?;
                *cell = product / self.denominator;
            }
        }
        self.denominator = pivot;
        self.basis[leaving] = entering;
        Some(())
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
