//! The last stage: the most even use of hours.

use super::engine::program::{Objective, Sense};
use super::number;
use super::shares::Shares;
use crate::model::{PARTS, PersonIx};

/// min Σ_p w_p Σ_i (2i − 1) / 10 × t_pi with Σ_i t_pi = hours used / hours held, 0 ≤ t_pi ≤ 1/10,
/// w_p = hours held by p / hours held by all who hold posts: the weighted mean of squared use,
/// exact at every tenth and linear between. It is least where everybody is used alike.
pub(super) fn evenness(model: &mut Shares) -> Objective {
    let mut objective = Objective::default();
    let width = 1.0 / f64::from(PARTS);
    let held = |person: &PersonIx| number(model.unit[*person].hours.value());
    let all: f64 = model.loads.keys().map(held).sum();
    for (person, load) in &model.loads {
        let weight = number(model.unit[*person].hours.value()) / all;
        let used: f64 = load.iter().map(|(column, factor)| model.program.columns[column.0].start * factor).sum();
        let mut terms = load.clone();
        for i in 1..=PARTS {
            let part = model.program.continuous(format!("t_{}_{i}", person.0), 0.0, width);
            model.program.columns[part.0].start = (used - f64::from(i - 1) * width).clamp(0.0, width);
            terms.push((part, -1.0));
            objective.terms.push((part, weight * f64::from(2 * i - 1) * width));
        }
        model.program.row(format!("use_{}", person.0), terms, Sense::Equal, 0.0);
    }
    objective
}
