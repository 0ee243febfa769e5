//! The best service by trying every table of posts: the checker says which tables keep the rules,
//! microlp deals out the cases of each. Shares no code with the optimiser.

use good_lp::{Expression, ProblemVariables, Solution, SolverModel, constraint, microlp, variable};
use rust_decimal::prelude::ToPrimitive;
use shuanggang::check::{Breach, verify_duty_table};
use shuanggang::model::{MatterIx, PersonIx, PostIx, SectionIx, Separation, Step, Unit};
use shuanggang::units::Cases;
use std::collections::{BTreeMap, BTreeSet};

type Held = BTreeSet<(PersonIx, PostIx)>;

/// The lexicographically best sums of service levels, one per tier.
pub(crate) fn best_service(unit: &Unit) -> Vec<f64> {
    let tables = tables(unit);
    tables.iter().map(|held| service(unit, held)).fold(vec![0.0; unit.tiers.len()], |best, new| {
        let better = best.iter().zip(&new).find(|(a, b)| (*a - *b).abs() > 1e-7).is_some_and(|(a, b)| b > a);
        if better { new } else { best }
    })
}

/// Every table that keeps the rules. Without relatives a person's largest sets are enough.
fn tables(unit: &Unit) -> Vec<Held> {
    let mut tables = vec![Held::new()];
    for (person, _) in unit.present() {
        let mut sets: Vec<Held> = subsets(unit, person).into_iter().filter(|s| keeps_rules(unit, s)).collect();
        if unit.rules.kin.is_none() {
            let all = sets.clone();
            // Whoever works in a section as well is no longer of another alone.
            let counts = unit.sections.iter().any(|section| section.minimum > 0);
            let alike = |a: &Held, b: &Held| !counts || sections(unit, a) == sections(unit, b);
            let larger = |set: &Held, other: &Held| other.len() > set.len() && set.is_subset(other);
            sets.retain(|set| !all.iter().any(|other| larger(set, other) && alike(set, other)));
        }
        tables = tables.iter().flat_map(|t| sets.iter().map(move |s| t.union(s).copied().collect())).collect();
    }
    let minima = |table: &Held| verify_duty_table(unit, table).iter().all(|v| v.breach != Breach::Minimum);
    tables.retain(|table| keeps_rules(unit, table) && minima(table));
    tables
}

/// Every table that keeps the rules and in which nobody could hold more in the sections where they work.
/// Not for units with relatives.
pub(crate) fn every_table(unit: &Unit) -> Vec<Held> {
    let mut tables = vec![Held::new()];
    for (person, _) in unit.present() {
        let mut sets: Vec<Held> = subsets(unit, person).into_iter().filter(|s| keeps_rules(unit, s)).collect();
        let all = sets.clone();
        let grows = |set: &Held, other: &Held| other.len() > set.len() && set.is_subset(other);
        sets.retain(|set| !all.iter().any(|other| grows(set, other) && sections(unit, set) == sections(unit, other)));
        tables = tables.iter().flat_map(|t| sets.iter().map(move |s| t.union(s).copied().collect())).collect();
    }
    tables
}

fn sections(unit: &Unit, set: &Held) -> BTreeSet<SectionIx> {
    set.iter().map(|(_, post)| unit[*post]).filter(|post| post.step != Step::Approve).map(|p| p.section).collect()
}

fn keeps_rules(unit: &Unit, held: &Held) -> bool {
    verify_duty_table(unit, held).iter().all(|violation| violation.people.is_empty())
}

fn subsets(unit: &Unit, person: PersonIx) -> Vec<Held> {
    let of_mask = |mask: usize| (0..unit.posts.len()).filter(move |i| mask >> i & 1 == 1);
    (0..1usize << unit.posts.len()).map(|mask| of_mask(mask).map(|i| (person, PostIx(i))).collect()).collect()
}

/// Sums of service by tier when the posts are held like this.
pub(crate) fn service(unit: &Unit, held: &Held) -> Vec<f64> {
    let mut reached: Vec<f64> = Vec::new();
    for tier in 0..unit.tiers.len() {
        let value = maximise_tier(unit, held, tier, &reached);
        reached.push(value);
    }
    reached
}

fn maximise_tier(unit: &Unit, held: &Held, tier: usize, reached: &[f64]) -> f64 {
    let mut variables = ProblemVariables::new();
    let mut rows = Vec::new();
    let mut sums = vec![Expression::from(0.0); unit.tiers.len()];
    let mut hours: BTreeMap<PersonIx, Expression> = BTreeMap::new();
    let mut here: BTreeMap<(PersonIx, SectionIx), Expression> = BTreeMap::new();
    let mut levels: BTreeMap<MatterIx, Expression> = BTreeMap::new();
    let mut handled: BTreeMap<(MatterIx, PersonIx), Expression> = BTreeMap::new();
    for (ix, matter) in unit.matters().filter(|(_, m)| m.arriving > Cases::ZERO) {
        let enough_holders = matter.steps.iter().all(|step| {
            let holders = held.iter().filter(|(_, k)| *k == unit.post_for(matter, step)).count();
            holders >= (step.people - 1 + unit.rules.cover) as usize
        });
        let level = variables.add(variable().min(0.0).max(if enough_holders { 1.0 } else { 0.0 }));
        sums[matter.tier.0] += level;
        levels.insert(ix, level.into());
        let mut met: BTreeMap<(PersonIx, Option<Step>), Expression> = BTreeMap::new();
        for step in &matter.steps {
            let mut done = Expression::from(0.0);
            for (person, _) in held.iter().filter(|(_, k)| *k == unit.post_for(matter, step)) {
                let share = variables.add(variable().min(0.0).max(1.0));
                let each = (step.minutes.value * matter.arriving).value().to_f64().unwrap();
                done += share;
                *hours.entry(*person).or_default() += each * share;
                *here.entry((*person, step.hall.unwrap_or(matter.section))).or_default() += each * share;
                if step.step == Step::Handle {
                    *handled.entry((ix, *person)).or_default() += share;
                }
                let step = (unit.rules.separation == Separation::Off).then_some(step.step);
                *met.entry((*person, step)).or_default() += share;
            }
            rows.push(constraint!(done == f64::from(step.people) * level));
        }
        rows.extend(met.into_values().map(|total| constraint!(total <= level)));
    }
    for (ix, level) in &levels {
        let bounds = unit[*ix].after.iter().chain(&unit[*ix].same_handler).filter_map(|other| levels.get(other));
        rows.extend(bounds.map(|bound| constraint!(level.clone() <= bound.clone())));
        let Some(other) = unit[*ix].same_handler.filter(|other| levels.contains_key(other)) else { continue };
        for ((_, person), own) in handled.range((*ix, PersonIx(0))..=(*ix, PersonIx(usize::MAX))) {
            let bound = handled.get(&(other, *person)).cloned().unwrap_or_default();
            rows.push(constraint!(own.clone() <= bound));
        }
    }
    for ((person, section), used) in here {
        if let Some(share) = unit[person].terms.split.get(&section) {
            rows.push(constraint!(used <= (unit[person].hours.value() * share.value()).to_f64().unwrap()));
        }
    }
    for (person, used) in hours {
        rows.push(constraint!(used <= unit[person].hours.value().to_f64().unwrap()));
    }
    for (sum, value) in sums.iter().zip(reached) {
        rows.push(constraint!(sum.clone() >= *value - 1e-8));
    }
    let solution = variables.maximise(sums[tier].clone()).using(microlp).with_all(rows).solve().unwrap();
    solution.eval(&sums[tier])
}
