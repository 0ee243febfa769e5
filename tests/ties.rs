//! Equal matters get equal answers, and nothing is taken from one where a plan takes nothing.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::explain::{Explained, Explanation, Repair, explain, remedies};
use shuanggang::analysis::{assess, exchanged};
use shuanggang::model::{Change, DutyGroup, Employment, Matter, MatterIx, Separation, Step, TierIx, Unit};
use shuanggang::optimise::Settings;
use shuanggang::units::Share;
use std::collections::BTreeMap;

/// Three equal matters of ten hours of handling and two and a half of review; two people of eight hours. One of them
/// handles, so eight hours of one matter are done, of whichever.
fn equal_matters() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    unit.rules.separation = Separation::Post;
    for _ in 0..3 {
        matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 1), (Step::Review, 15, 1)]);
    }
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 8);
    }
    unit.capacity.hours_per_day.value = shuanggang::units::Hours::from(8);
    unit.calendar.otherwise.as_mut().unwrap().value = 1;
    unit
}

fn explained(unit: &Unit) -> Explained {
    explain(unit, None, &Settings::default(), &mut ()).unwrap()
}

type Answers = BTreeMap<Vec<String>, (Decimal, bool)>;

/// What changes do that are not about one matter alone: level to three places, and whether no other pays for it.
fn answers(explanation: &Explanation) -> Answers {
    let named = |change: &Change| match change {
        Change::Join(hire) => Some(format!("{:?} {:?} {}", hire.employment, hire.rank, hire.count)),
        Change::Recall(_) | Change::Unpin(_) | Change::NoMinimum(_) | Change::Rule(_) => Some(format!("{change:?}")),
        Change::Leave(_) | Change::Number(..) | Change::Prefer(_) => None,
    };
    let answer = |repair: &Repair| {
        let changes: Option<Vec<String>> = repair.changes.iter().map(named).collect();
        changes.map(|changes| (changes, (repair.level.round(3).value(), repair.worse.is_empty())))
    };
    explanation.repairs.iter().chain(&explanation.pairs).filter_map(answer).collect()
}

/// One person more handles too, so sixteen hours are done: what is served keeps its eight, and any other gets eight; or
/// what is served is done in full.
#[test]
fn one_more_person_takes_nothing_and_serves_each_of_three_equal_matters_alike() {
    let unit = equal_matters();
    let explained = explained(&unit);
    assert_eq!(explained.matters.len(), 3);
    for explanation in &explained.matters {
        let hires: Vec<_> =
            explanation.repairs.iter().filter(|repair| matches!(repair.changes[..], [Change::Join(_)])).collect();
        assert!(!hires.is_empty());
        for hire in hires {
            assert!(hire.worse.is_empty() && hire.proven, "{hire:?}");
            let expected = if explanation.level == Share::ZERO { Decimal::new(8, 1) } else { Decimal::ONE };
            assert_eq!(hire.level.round(3).value(), expected, "from {}", explanation.level);
        }
    }
    equal_answers(&explained.matters);
    let assessment = assess(&unit, &Settings::default(), &mut ()).unwrap();
    let remedies = remedies(&unit, &assessment.plan, &assessment.shortfalls, &Settings::default()).unwrap();
    assert!(remedies.iter().all(|remedy| remedy.repair.as_ref().is_some_and(Repair::is_free)));
}

fn equal_answers(explanations: &[Explanation]) {
    for (i, one) in explanations.iter().enumerate() {
        for other in &explanations[i + 1..] {
            if (one.level.value() - other.level.value()).abs() < Decimal::new(1, 6) {
                assert_eq!(answers(one), answers(other));
            }
        }
    }
}

proptest! {
    #![proptest_config(regressions(40))]

    /// Copies of one matter beside whatever else there is, in both orders of the scenario.
    #[test]
    fn copies_of_a_matter_get_the_same_answers(
        unit in units(Size { sections: 2, matters: 2, people: 4 }), copies in 1..3usize,
    ) {
        let mut unit = unit;
        (unit.rules.own_audit, unit.rules.cashier) = (false, None);
        unit.matters.iter_mut().for_each(|matter| matter.audits.clear());
        let copied = unit.matters[0].id.clone();
        for i in 0..copies {
            let id = format!("{copied}-{i}");
            unit.matters.push(Matter { id, ..unit.matters[0].clone() });
        }
        let mut reversed = unit.clone();
        reversed.matters.reverse();
        let alike = |unit: &Unit| {
            let explained = explained(unit);
            let of_copy = |id: &str| id.starts_with(&copied);
            let class = |id: &str| if of_copy(id) { copied.clone() } else { id.to_owned() };
            let level = |ix| explained.plan.level(unit, ix).round(6);
            let mut levels: Vec<_> = unit.matters().map(|(ix, matter)| (class(&matter.id), level(ix))).collect();
            levels.sort();
            let copies = explained.matters.iter().filter(|e| of_copy(&unit[e.shortfall.matter].id));
            let copies: Vec<_> = copies.cloned().collect();
            equal_answers(&copies);
            let mut answers: Vec<_> = copies.iter().map(|e| (e.level.round(6), answers(e))).collect();
            answers.sort();
            (levels, answers)
        };
        let (forward, backward) = (alike(&unit), alike(&reversed));
        // Of equally good plans either may be found; where it is the same one, so is what follows.
        if forward.0 == backward.0 {
            prop_assert_eq!(forward.1, backward.1);
        }
    }
}

/// Two matters of the first tier and one of the second. What one loses another of its tier gains: they change places.
/// Where less is gained, or in another tier, or nothing is lost, they do not.
#[test]
fn matters_change_places_where_their_tier_does_no_less() {
    let mut unit = unit(&[DutyGroup::Operations], 2);
    for tier in [0, 0, 1] {
        matter(&mut unit, 0, tier, 10, &[(Step::Handle, 60, 1)]);
    }
    let [none, half, whole] = [0, 5, 10].map(|tenths| Share::new(Decimal::new(tenths, 1)));
    let tiers = |moved: &[(usize, Share, Share)]| -> Vec<TierIx> {
        exchanged(&unit, moved.iter().map(|(i, from, to)| (MatterIx(*i), *from, *to))).into_iter().collect()
    };
    assert_eq!(tiers(&[(0, whole, none), (1, none, whole)]), [TierIx(0)]);
    assert_eq!(tiers(&[(0, half, none), (1, none, whole)]), [TierIx(0)]);
    assert_eq!(tiers(&[(0, whole, none), (1, none, half)]), []);
    assert_eq!(tiers(&[(0, whole, none), (2, none, whole)]), []);
    assert_eq!(tiers(&[(1, none, whole)]), []);
    // What counts twice as much is not made good by one that counts once, nor the other way round by half as much.
    let mut weighted = unit.clone();
    weighted.matters[0].weight = Share::new(Decimal::TWO);
    let tiers = |moved: [(usize, Share, Share); 2]| {
        exchanged(&weighted, moved.map(|(i, from, to)| (MatterIx(i), from, to))).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(tiers([(0, whole, none), (1, none, whole)]), []);
    assert_eq!(tiers([(1, whole, none), (0, none, half)]), []);
    assert_eq!(tiers([(1, whole, none), (0, none, whole)]), [TierIx(0)]);
}
