//! What a duty table serves of what is asked: by a linear program of named people, sum after sum.

use crate::model::{Matter, MatterIx, MatterStep, Unit};
use crate::optimise::engine::program::{Column, Objective, Sense};
use crate::optimise::engine::{Effort, solve};
use crate::optimise::lattice::Question;

use crate::optimise::shares::Shares;
use crate::optimise::tolerance::{TIGHT, settled_level};
use crate::optimise::{Deadline, DutyTable, Settings, decimal, number};
use crate::units::{Cases, Minutes};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Levels that a duty table reaches, rounded down to 10⁻⁹; `None` where it cannot keep the floors.
pub(super) fn served(
    question: &Question,
    held: &DutyTable,
    settings: &Settings,
) -> Option<BTreeMap<MatterIx, Decimal>> {
    let asked = asked(question);
    let mut model = Shares::new(&asked, held);
    let levels: Vec<(MatterIx, Column)> = model.levels.iter().map(|(matter, column)| (*matter, *column)).collect();
    for (matter, column) in &levels {
        let floor = question.floors.get(matter).copied().unwrap_or_default();
        model.program.columns[column.0].lower = number(floor);
    }
    for (place, sum) in question.order.iter().enumerate() {
        let weight = |matter: &MatterIx| number(asked[*matter].weight.value());
        let terms: Vec<_> = sum.iter().filter_map(|m| model.levels.get(m).map(|level| (*level, weight(m)))).collect();
        model.program.objective = Objective { maximise: true, terms: terms.clone(), constant: 0.0 };
        // These small linear programs take no time worth limiting.
        let answer = solve(settings.engine, &model.program, Effort::until(&Deadline::default(), 0.0)).ok()?;
        model.program.start_from(&answer.values);
        let reached = model.program.objective.at(&answer.values);
        model.program.row(format!("sum_{place}"), terms, Sense::AtLeast, reached - TIGHT);
    }
    let level = |column: Column| decimal(settled_level(model.program.columns[column.0].start), 9);
    let mut found: BTreeMap<MatterIx, Decimal> = question.unit.matters().map(|(ix, _)| (ix, Decimal::ZERO)).collect();
    found.extend(levels.into_iter().map(|(matter, column)| (matter, level(column))));
    Some(found)
}

/// The unit with nothing but what is asked: other matters have no cases, what costs nothing takes no time, and a step
/// that needs nobody is none.
fn asked(question: &Question) -> Unit {
    let mut unit = question.unit.clone();
    for (ix, _) in question.unit.matters() {
        let asked: &mut Matter = &mut unit.matters[ix.0];
        if !question.ask.is_about(ix) {
            asked.arriving = Cases::ZERO;
        }
        asked.steps = question.ask.steps(question.unit, ix).cloned().collect();
        let costless = |step: &&mut MatterStep| question.ask.costless.contains(&(ix, step.step));
        asked.steps.iter_mut().filter(costless).for_each(|step| step.minutes.value = Minutes::ZERO);
    }
    unit
}
