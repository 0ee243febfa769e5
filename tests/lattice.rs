//! Section by section a unit is served as by the program of all of it, wherever that way applies.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use shuanggang::check::verify;
use shuanggang::model::{Plan, Separation, Stage, StageId, Unit};
use shuanggang::optimise::{Formulation, Settings, plan, service};
use shuanggang::scenario;

/// The rules under which sections share people only.
fn separable(mut unit: Unit) -> Unit {
    unit.rules.separation = Separation::Post;
    unit.rules.duty_groups = true;
    unit.rules.sections_per_person = Some(1);
    unit.rules.leader_steps = true;
    unit.rules.kin = None;
    unit
}

/// The stages whose value does not depend on the choice of posts, to the places of reports.
fn reached(plan: &Plan) -> Vec<(StageId, String)> {
    let stages = plan.stages.iter().filter(|stage| stage.id != StageId::Balance);
    stages.map(|stage: &Stage| (stage.id, stage.objective.round_dp(6).normalize().to_string())).collect()
}

fn compare(unit: &Unit) {
    let by_program = Settings { formulation: Formulation::Grouped, ..Settings::default() };
    let found = plan(unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(verify(unit, &found), []);
    assert_eq!(reached(&found), reached(&plan(unit, &by_program, &mut ()).unwrap()));
    let served = service(unit, &Settings::default()).unwrap();
    assert_eq!(verify(unit, &served), []);
    assert_eq!(served.service(unit), found.service(unit));
}

#[test]
fn the_built_in_unit() {
    compare(&scenario::embedded().unwrap().unit);
}

proptest! {
    #![proptest_config(regressions(200))]
    #[test]
    fn the_lattice_equals_the_program(unit in units(Size { sections: 3, matters: 6, people: 8 })) {
        compare(&unit);
        compare(&separable(unit));
    }
}
