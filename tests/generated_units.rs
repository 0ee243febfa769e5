//! Thousands of generated units: the formulations agree with each other and with brute force.

use crate::support::brute_force::best_service;
use crate::support::generated::{Size, units, units_of_all_kinds, units_with_terms};
use crate::support::regressions;
use proptest::prelude::*;
use rust_decimal::prelude::ToPrimitive;
use shuanggang::check::{verify, verify_months};
use shuanggang::model::{Plan, StageId, Unit};
use shuanggang::optimise::{Formulation, Settings, monthly, plan};

fn planned(unit: &Unit, formulation: Formulation) -> Plan {
    plan(unit, &Settings { formulation, ..Settings::default() }, &mut ()).unwrap()
}

/// Values of the stages up to the point where the two formulations may choose different posts of equal worth.
fn values(plan: &Plan) -> Vec<(StageId, f64)> {
    let stages = plan.stages.iter().filter(|stage| stage.id != StageId::Balance);
    stages.map(|stage| (stage.id, stage.objective.to_f64().unwrap())).collect()
}

proptest! {
    #![proptest_config(regressions(1500))]

    #[test]
    fn counting_people_gives_the_same_optimum_as_naming_them(
        unit in units(Size { sections: 3, matters: 6, people: 7 }),
    ) {
        let grouped = planned(&unit, Formulation::Grouped);
        let named = planned(&unit, Formulation::Named);
        for plan in [&grouped, &named] {
            prop_assert_eq!(verify(&unit, plan), vec![]);
        }
        for ((id, one), (_, other)) in values(&grouped).into_iter().zip(values(&named)) {
            prop_assert!((one - other).abs() < 1e-4, "{:?}: grouped {} named {}", id, one, other);
        }
    }
}

proptest! {
    #![proptest_config(regressions(200))]

    #[test]
    fn the_optimum_is_that_of_brute_force(unit in units(Size { sections: 2, matters: 3, people: 3 })) {
        let plan = planned(&unit, Formulation::Grouped);
        prop_assert_eq!(verify(&unit, &plan), vec![]);
        for (stage, truth) in plan.stages.iter().zip(best_service(&unit)) {
            let found = stage.objective.to_f64().unwrap();
            prop_assert!((found - truth).abs() < 1e-5, "{:?}: found {} truth {}", stage.id, found, truth);
        }
    }
}

proptest! {
    #![proptest_config(regressions(500))]

    #[test]
    fn people_on_terms_of_their_own_are_counted_as_they_are_named(
        unit in units_with_terms(Size { sections: 3, matters: 6, people: 7 }),
    ) {
        let grouped = planned(&unit, Formulation::Grouped);
        for other in [planned(&unit, Formulation::Named), planned(&unit, Formulation::Sections)] {
            prop_assert_eq!(verify(&unit, &other), vec![]);
            for ((id, one), (_, other)) in values(&grouped).into_iter().zip(values(&other)) {
                prop_assert!((one - other).abs() < 1e-4, "{:?}: grouped {} other {}", id, one, other);
            }
        }
        prop_assert_eq!(verify(&unit, &grouped), vec![]);
    }
}

proptest! {
    #![proptest_config(regressions(150))]

    /// Brute force knows who may hold what from the checker alone.
    #[test]
    fn terms_are_read_alike_by_optimiser_and_checker(
        unit in units_with_terms(Size { sections: 2, matters: 3, people: 3 }),
    ) {
        let plan = planned(&unit, Formulation::Sections);
        prop_assert_eq!(verify(&unit, &plan), vec![]);
        for (stage, truth) in plan.stages.iter().zip(best_service(&unit)) {
            let found = stage.objective.to_f64().unwrap();
            prop_assert!((found - truth).abs() < 1e-5, "{:?}: found {} truth {}", stage.id, found, truth);
        }
    }
}

proptest! {
    #![proptest_config(regressions(500))]

    /// With everything that offices have at once, counted, named and section by section; and month by month.
    #[test]
    fn units_as_they_are_have_one_optimum_whichever_way_it_is_found(
        unit in units_of_all_kinds(Size { sections: 3, matters: 6, people: 7 }),
    ) {
        let grouped = planned(&unit, Formulation::Grouped);
        prop_assert_eq!(verify(&unit, &grouped), vec![]);
        for other in [planned(&unit, Formulation::Named), planned(&unit, Formulation::Sections)] {
            prop_assert_eq!(verify(&unit, &other), vec![]);
            for ((id, one), (_, other)) in values(&grouped).into_iter().zip(values(&other)) {
                prop_assert!((one - other).abs() < 1e-4, "{:?}: grouped {} other {}", id, one, other);
            }
        }
        let months = monthly(&unit, &grouped, &Settings::default()).unwrap();
        prop_assert_eq!(verify_months(&unit, &grouped, &months), vec![]);
    }
}

proptest! {
    #![proptest_config(regressions(200))]

    /// Every table of posts of every person, as the checker allows it, and a linear program of named people on it.
    #[test]
    fn units_as_they_are_are_planned_as_by_brute_force(
        unit in units_of_all_kinds(Size { sections: 2, matters: 3, people: 3 }),
    ) {
        let plan = planned(&unit, Formulation::Sections);
        prop_assert_eq!(verify(&unit, &plan), vec![]);
        for (stage, truth) in plan.stages.iter().zip(best_service(&unit)) {
            let found = stage.objective.to_f64().unwrap();
            prop_assert!((found - truth).abs() < 1e-5, "{:?}: found {} truth {}", stage.id, found, truth);
        }
    }
}
