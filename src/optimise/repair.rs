//! Takes back what the tolerance of an engine gave too much, in decimals.
//!
//! An engine keeps its rows to about 10⁻⁷ of the year's cases; with many cases and long minutes that is hours.

use super::order::in_order;
use crate::model::{MatterIx, PersonIx, SectionIx, Separation, Step, Unit, Work};
use crate::units::{Cases, Hours, Share};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Hours over a person's own that are left as they are: below every tolerance, and no reason to touch full service.
const HAIR: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// Places of a repaired share: 10⁻¹⁵ of as many cases as can arrive takes no time that counts.
const PLACES: u32 = 15;

/// Who does which part of the cases of each matter, and how far each is served.
#[derive(Debug, Default)]
pub(super) struct Dealt {
    /// 0 to 1.
    pub(super) levels: BTreeMap<MatterIx, Decimal>,
    /// Share of the matter's cases that a person does at a step, 0 to the level; at each step they add up to
    /// level × people.
    pub(super) shares: BTreeMap<(MatterIx, Step, PersonIx), Decimal>,
}

impl Dealt {
    /// Makes what nearly keeps the hours, and with case separation the cases, of each person keep them.
    pub(super) fn repair(&mut self, unit: &Unit) {
        if unit.rules.separation == Separation::Case {
            self.separate(unit);
        }
        self.keep_hours(unit);
        self.keep_bounds(unit);
    }

    /// Where people would work more than their hours, every matter that they work on is served less by as much:
    /// each matter by the factor of the person who exceeds the most.
    fn keep_hours(&mut self, unit: &Unit) {
        // Whoever is split between sections has hours in each of them, beside those in all.
        let mut used: BTreeMap<(PersonIx, Option<SectionIx>), Hours> = BTreeMap::new();
        let place = |matter: MatterIx, step: Step, person: PersonIx| {
            let split = &unit[person].terms.split;
            let steps = unit[matter].steps.iter().filter(|s| s.step == step);
            let at = steps.map(|step| unit[unit.post_for(&unit[matter], step)].section).next();
            at.filter(|at| split.contains_key(at))
        };
        for ((matter, step, person), share) in &self.shares {
            let hours = hours(unit, *matter, *step, *share);
            *used.entry((*person, None)).or_default() += hours;
            if let Some(at) = place(*matter, *step, *person) {
                *used.entry((*person, Some(at))).or_default() += hours;
            }
        }
        let over = |person: PersonIx, at: Option<SectionIx>| {
            let share = at.and_then(|at| unit[person].terms.split.get(&at)).copied().unwrap_or(Share::ONE);
            let own = if share == Share::ONE { unit[person].hours } else { unit[person].hours * share };
            let used = used.get(&(person, at)).copied().unwrap_or_default();
            (used > own + Hours::new(HAIR)).then(|| own.share_of(used).value())
        };
        let mut factors: BTreeMap<MatterIx, Decimal> = BTreeMap::new();
        for ((matter, step, person), _) in self.shares.iter().filter(|(_, share)| **share > Decimal::ZERO) {
            let here = place(*matter, *step, *person).and_then(|at| over(*person, Some(at)));
            let Some(factor) = over(*person, None).into_iter().chain(here).min() else { continue };
            let least = factors.entry(*matter).or_insert(factor);
            *least = factor.min(*least);
        }
        for (matter, factor) in factors {
            self.serve_less(unit, matter, factor);
        }
    }

    /// What is bounded by another matter goes no further than that one, and is handled by no other people.
    fn keep_bounds(&mut self, unit: &Unit) {
        for (matter, bound) in in_order(unit) {
            let (Some(level), Some(most)) = (self.levels.get(&matter).copied(), self.levels.get(&bound).copied())
            else {
                continue;
            };
            if level > most {
                self.serve_less(unit, matter, most.checked_div(level).unwrap_or_default());
            }
            if unit[matter].same_handler == Some(bound) {
                self.keep_handlers(matter, bound);
            }
        }
    }

    /// Moves what people handle of a matter beyond what they handle of the other to those who have room for it.
    fn keep_handlers(&mut self, matter: MatterIx, other: MatterIx) {
        let level = self.levels.get(&matter).copied().unwrap_or_default();
        let most: BTreeMap<PersonIx, Decimal> = self
            .shares
            .range((matter, Step::Handle, PersonIx(0))..=(matter, Step::Handle, PersonIx(usize::MAX)))
            .map(|((.., person), _)| (*person, self.shares.get(&(other, Step::Handle, *person)).copied()))
            .map(|(person, handled)| (person, handled.unwrap_or_default().min(level)))
            .collect();
        let mut moved = Decimal::ZERO;
        for (person, most) in &most {
            if let Some(share) = self.shares.get_mut(&(matter, Step::Handle, *person)) {
                moved += (*share - *most).max(Decimal::ZERO);
                *share = (*share).min(*most);
            }
        }
        for (person, most) in &most {
            if let Some(share) = self.shares.get_mut(&(matter, Step::Handle, *person)) {
                let more = moved.min(*most - *share);
                *share += more;
                moved -= more;
            }
        }
    }

    fn serve_less(&mut self, unit: &Unit, matter: MatterIx, factor: Decimal) {
        let Some(level) = self.levels.get_mut(&matter) else { return };
        *level = down(*level * factor);
        let level = *level;
        for step in &unit[matter].steps {
            let mut missing = level * Decimal::from(step.people);
            for share in self.at_step(matter, step.step) {
                *share = down(*share * factor);
                missing -= *share;
            }
            // Rounding down leaves a little to be done by those who have room for it below the level.
            for share in self.at_step(matter, step.step) {
                let more = missing.min(level - *share).max(-*share);
                *share += more;
                missing -= more;
            }
        }
    }

    /// Moves what people do of a matter over all steps beyond its level to others at the same step.
    fn separate(&mut self, unit: &Unit) {
        for (matter, level) in &self.levels {
            let mut totals: BTreeMap<PersonIx, Decimal> = BTreeMap::new();
            let of_matter = (*matter, Step::Handle, PersonIx(0))..=(*matter, Step::Approve, PersonIx(usize::MAX));
            for ((_, _, person), share) in self.shares.range(of_matter) {
                *totals.entry(*person).or_default() += *share;
            }
            for step in &unit[*matter].steps {
                let people: Vec<PersonIx> = totals.keys().copied().collect();
                for from in &people {
                    for to in &people {
                        let (giver, taker) = ((*matter, step.step, *from), (*matter, step.step, *to));
                        let (Some(has), Some(_)) = (self.shares.get(&giver), self.shares.get(&taker)) else {
                            continue;
                        };
                        let moved = (totals[from] - level).min(level - totals[to]).min(*has);
                        if moved > Decimal::ZERO {
                            for (person, key, change) in [(from, giver, -moved), (to, taker, moved)] {
                                *totals.entry(*person).or_default() += change;
                                *self.shares.entry(key).or_default() += change;
                            }
                        }
                    }
                }
            }
        }
    }

    fn at_step(&mut self, matter: MatterIx, step: Step) -> impl Iterator<Item = &mut Decimal> {
        self.shares
            .range_mut((matter, step, PersonIx(0))..=(matter, step, PersonIx(usize::MAX)))
            .map(|(_, share)| share)
    }

    /// Cases done of each matter, and who does them.
    pub(super) fn in_cases(&self, unit: &Unit) -> (Vec<Cases>, Vec<Work>) {
        let mut done = vec![Cases::ZERO; unit.matters.len()];
        for (matter, level) in &self.levels {
            done[matter.0] = unit[*matter].arriving * Share::new(*level);
        }
        let worked = self.shares.iter().filter(|(_, share)| **share > Decimal::ZERO);
        let mut work: Vec<Work> = worked
            .map(|((matter, step, person), share)| {
                let cases = unit[*matter].arriving * Share::new(*share);
                Work { person: *person, matter: *matter, step: *step, cases }
            })
            .collect();
        work.sort();
        (done, work)
    }
}

/// Hours that a share of a year's cases takes one person at a step.
fn hours(unit: &Unit, matter: MatterIx, step: Step, share: Decimal) -> Hours {
    let cases = unit[matter].arriving * Share::new(share);
    unit[matter].steps.iter().filter(|s| s.step == step).map(|s| s.minutes.value * cases).sum()
}

fn down(share: Decimal) -> Decimal {
    share.round_dp_with_strategy(PLACES, RoundingStrategy::ToZero).normalize()
}
