//! What a duty table serves of what is asked: by a linear program of named people, sum after sum.

use super::engine::program::{Column, Objective, Sense};
use super::engine::{Effort, solve};
use super::lattice::Question;
use super::shares::{Shares, asked};
use super::tolerance::{TIGHT, settled_level};
use super::{Deadline, DutyTable, Settings, decimal, number};
use crate::model::MatterIx;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Levels that a duty table reaches, rounded down to 10⁻⁹; `None` where it cannot keep the floors.
pub(super) fn served(
    question: &Question,
    held: &DutyTable,
    settings: &Settings,
) -> Option<BTreeMap<MatterIx, Decimal>> {
    let asked = asked(question.unit, question.ask);
    let mut model = Shares::new(&asked, held);
    let levels: Vec<(MatterIx, Column)> = model.levels.iter().map(|(matter, column)| (*matter, *column)).collect();
    for (matter, column) in &levels {
        let floor = question.floors.get(matter).copied().unwrap_or_default();
        model.program.columns[column.0].lower = number(floor);
    }
    // Whether the floors can be kept is a question of its own where no sum is asked for.
    let sums = question.order.iter().map(Vec::as_slice).chain(question.order.is_empty().then_some(&[][..]));
    for (place, sum) in sums.enumerate() {
        let weight = |matter: &MatterIx| number(asked[*matter].weight.value());
        let terms: Vec<_> = sum.iter().filter_map(|m| model.levels.get(m).map(|level| (*level, weight(m)))).collect();
        model.program.objective = Objective { maximise: true, terms: terms.clone(), constant: 0.0 };
        // These small linear programs take no time worth limiting.
        let answer = solve(settings, &model.program, Effort::until(&Deadline::default(), 0.0)).ok()?;
        model.program.start_from(&answer.values);
        let reached = model.program.objective.at(&answer.values);
        if !terms.is_empty() {
            model.program.row(format!("sum_{place}"), terms, Sense::AtLeast, reached - TIGHT);
        }
    }
    let level = |column: Column| decimal(settled_level(model.program.columns[column.0].start), 9);
    let mut found: BTreeMap<MatterIx, Decimal> = question.unit.matters().map(|(ix, _)| (ix, Decimal::ZERO)).collect();
    found.extend(levels.into_iter().map(|(matter, column)| (matter, level(column))));
    Some(found)
}

/// The sums of a question at some levels.
pub(super) fn sums_of(question: &Question, levels: &BTreeMap<MatterIx, Decimal>) -> Vec<Decimal> {
    let level = |matter: &MatterIx| levels.get(matter).copied().unwrap_or_default();
    let weighted = |matter: &MatterIx| question.unit[*matter].weight.value() * level(matter);
    question.order.iter().map(|sum| sum.iter().map(weighted).sum()).collect()
}
