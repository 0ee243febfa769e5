//! A unit with more newcomers than any staffing can use, of whom a program takes the fewest.

use crate::model::{Person, PostIx, Unit};
use crate::optimise::engine::program::Column;
use crate::optimise::formulation::Model;
use crate::units::Hours;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// A unit with more newcomers of every kind than any staffing can use.
pub(super) struct Crowd {
    pub(super) unit: Unit,
    /// First index of the newcomers of each kind.
    pub(super) begins: Vec<usize>,
}

impl Crowd {
    pub(super) fn of(unit: &Unit, kinds: &[Person]) -> Self {
        let mut crowd = unit.clone();
        let mut begins = Vec::new();
        for kind in kinds {
            begins.push(crowd.people.len());
            let enough = enough_at_own_posts(unit, kind.hours);
            crowd.people.extend(std::iter::repeat_n(kind, enough).cloned());
        }
        Self { unit: crowd, begins }
    }

    /// The unit with so many newcomers of each kind.
    pub(super) fn with(&self, people: &[u32]) -> Unit {
        let mut unit = self.unit.clone();
        let ends = self.begins.iter().skip(1).copied().chain([unit.people.len()]);
        let ranges: Vec<_> = self.begins.iter().copied().zip(ends).zip(people).collect();
        let stays = |index: usize| {
            let among = ranges.iter().find(|((begin, end), _)| (*begin..*end).contains(&index));
            among.is_none_or(|((begin, _), count)| index - begin < **count as usize)
        };
        let kept = unit.people.drain(..).enumerate().filter(|(index, _)| stays(*index)).map(|(_, person)| person);
        unit.people = kept.collect();
        unit
    }

    /// The columns that count the newcomers of each kind. Newcomers whom nothing tells apart count as the last kind.
    pub(super) fn hired(&self, model: &mut Model<'_>) -> Vec<Vec<Column>> {
        let mut hired = vec![Vec::new(); self.begins.len()];
        for g in 0..model.groups.len() {
            let members = &model.groups[g].members;
            let Some(last) = members.last() else { continue };
            let Some(kind) = self.begins.iter().rposition(|begin| *begin <= last.0) else { continue };
            let free = members.iter().filter(|member| member.0 < self.begins[0]).count();
            let column = model.hire_at_will(g, free);
            hired[kind].push(column);
        }
        hired
    }

    /// Whether nothing tells newcomers of the last two kinds apart, so that they are one group.
    pub(super) fn last_are_alike(&self, model: &Model<'_>) -> bool {
        let &[.., before, last] = &self.begins[..] else { return false };
        let both = |group: &crate::optimise::formulation::groups::Group| {
            let is_before = |ix: usize| (before..last).contains(&ix);
            group.members.iter().any(|m| is_before(m.0)) && group.members.iter().any(|m| m.0 >= last)
        };
        model.groups.iter().any(both)
    }
}

/// As many people as could hold every post without anybody holding two of them, and be what sections are to have.
fn enough_at_own_posts(unit: &Unit, hours: Hours) -> usize {
    let mut needed: BTreeMap<PostIx, (Decimal, u32)> = BTreeMap::new();
    for (_, matter) in unit.open_matters() {
        for step in &matter.steps {
            let entry = needed.entry(unit.post_for(matter, step)).or_default();
            entry.0 += Unit::hours_needed(step, matter.arriving).value();
            entry.1 = entry.1.max(step.people - 1 + unit.rules.cover);
        }
    }
    let at_post = |(worked, holders): &(Decimal, u32)| {
        let by_hours = worked.checked_div(hours.value()).unwrap_or_default().ceil().to_usize().unwrap_or_default();
        by_hours.max(usize::try_from(*holders).unwrap_or_default())
    };
    let minima = unit.sections.iter().map(|section| usize::try_from(section.minimum).unwrap_or_default());
    needed.values().map(at_post).chain(minima).sum()
}
