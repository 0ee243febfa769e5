//! Whether the cases can be dealt out so that none meets one person twice: the checker against every way to deal.

use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use shuanggang::check::{Breach, verify};
use shuanggang::model::{DutyGroup, Employment, Method, Plan, PlanStatus, PostIx, Separation, Step, Work};
use shuanggang::units::Cases;
use std::collections::BTreeSet;

/// Whole cases that each person does at each step: at step `j`, `people[j]` × `cases` in all.
#[derive(Debug, Clone)]
struct Deal {
    cases: usize,
    people: Vec<usize>,
    /// By step, then by person.
    counts: Vec<Vec<usize>>,
}

fn deals() -> impl Strategy<Value = Deal> {
    (1..=4usize, prop::collection::vec(1..=2usize, 2..=3), 2..=4usize).prop_flat_map(|(cases, people, persons)| {
        // Each place at a step goes to anybody; that is how totals come to exceed the cases.
        let steps: Vec<_> = people.iter().map(|n| prop::collection::vec(0..persons, n * cases)).collect();
        steps.prop_map(move |steps| {
            let count = |places: Vec<usize>| (0..persons).map(|p| places.iter().filter(|x| **x == p).count()).collect();
            Deal { cases, people: people.clone(), counts: steps.into_iter().map(count).collect() }
        })
    })
}

impl Deal {
    /// Tries every way to deal out the cases one after the other, so that no case meets one person twice:
    /// at all steps together, or within each step alone.
    fn can_be_dealt(&self, across_steps: bool) -> bool {
        self.deal(&mut self.counts.clone(), self.cases, across_steps)
    }

    fn deal(&self, left: &mut [Vec<usize>], cases: usize, across_steps: bool) -> bool {
        cases == 0 || self.staff_case(left, cases, &mut Vec::new(), across_steps)
    }

    /// `staffed` holds the (step, person) pairs of the case at hand, in order of step.
    fn staff_case(
        &self,
        left: &mut [Vec<usize>],
        cases: usize,
        staffed: &mut Vec<(usize, usize)>,
        across_steps: bool,
    ) -> bool {
        let full = |step: usize| staffed.iter().filter(|(s, _)| *s == step).count() == self.people[step];
        let Some(step) = (0..self.people.len()).find(|step| !full(*step)) else {
            return self.deal(left, cases - 1, across_steps);
        };
        for person in 0..left[step].len() {
            let met = staffed.iter().any(|(s, p)| *p == person && (across_steps || *s == step));
            if met || left[step][person] == 0 {
                continue;
            }
            left[step][person] -= 1;
            staffed.push((step, person));
            if self.staff_case(left, cases, staffed, across_steps) {
                return true;
            }
            staffed.pop();
            left[step][person] += 1;
        }
        false
    }

    /// What the checker says: everyone holds every post and has time enough, so only the pairing can be wrong.
    fn passes(&self, separation: Separation) -> bool {
        let mut unit = unit(&[DutyGroup::Operations], 1);
        unit.rules.separation = separation;
        let cases = u32::try_from(self.cases).unwrap();
        let people = self.people.iter().map(|n| u32::try_from(*n).unwrap());
        let steps: Vec<_> = Step::ALL.into_iter().zip(people).map(|(step, people)| (step, 60, people)).collect();
        let only = matter(&mut unit, 0, 0, cases, &steps);
        let mut plan = Plan {
            status: PlanStatus::Optimal,
            stages: Vec::new(),
            method: Method::Program,
            engine: String::new(),
            held: BTreeSet::new(),
            work: Vec::new(),
            done: vec![Cases::from(cases)],
        };
        for p in 0..self.counts[0].len() {
            let doer = person(&mut unit, Employment::Established, 0, 100);
            for (s, (step, _, _)) in steps.iter().enumerate() {
                plan.held.insert((doer, PostIx(s)));
                let count = Cases::from(u32::try_from(self.counts[s][p]).unwrap());
                plan.work.push(Work { person: doer, matter: only, step: *step, cases: count });
            }
        }
        let found = verify(&unit, &plan);
        assert!(found.iter().all(|v| v.breach == Breach::Pairing), "{found:?}");
        found.is_empty()
    }
}

proptest! {
    #![proptest_config(regressions(3000))]

    #[test]
    fn the_pairing_is_refused_exactly_when_the_cases_cannot_be_dealt_out(deal in deals()) {
        prop_assert_eq!(deal.passes(Separation::Case), deal.can_be_dealt(true), "each case by different people");
        prop_assert_eq!(deal.passes(Separation::Off), deal.can_be_dealt(false), "different people within a step");
    }
}

#[test]
fn the_pairing_property_meets_both_answers() {
    let deal = |counts: [[usize; 3]; 2]| Deal {
        cases: 2,
        people: vec![1, 1],
        counts: counts.into_iter().map(Vec::from).collect(),
    };
    // Two cases: the first person handles both and then has none left to review.
    for (counts, dealt) in
        [([[2, 0, 0], [0, 1, 1]], true), ([[1, 1, 0], [1, 1, 0]], true), ([[2, 0, 0], [1, 1, 0]], false)]
    {
        assert_eq!(deal(counts).can_be_dealt(true), dealt);
        assert_eq!(deal(counts).passes(Separation::Case), dealt);
        assert!(deal(counts).can_be_dealt(false));
    }
}
