//! One staffing a section, picked by a program, serves as the program of the whole unit; and what large units are spared.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{self, matter, person};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::check::verify;
use shuanggang::model::{DutyGroup, Employment, MatterIx, Plan, Separation, StageId, Step, Unit};
use shuanggang::optimise::{Error, Formulation, Probe, Promise, Settings, plan, service};

/// The rules under which sections share people only.
fn separable(mut unit: Unit, separation: Separation, duty_groups: bool) -> Unit {
    unit.rules.separation = separation;
    unit.rules.duty_groups = duty_groups;
    unit.rules.sections_per_person = Some(1);
    unit.rules.leader_steps = true;
    unit.rules.kin = None;
    unit
}

fn by(formulation: Formulation) -> Settings {
    Settings { formulation, ..Settings::default() }
}

/// The stages whose value does not depend on the choice of posts, to the places of reports.
fn reached(plan: &Plan) -> Vec<(StageId, Decimal)> {
    let stages = plan.stages.iter().filter(|stage| stage.id != StageId::Balance);
    stages.map(|stage| (stage.id, stage.objective.round_dp(6).normalize())).collect()
}

proptest! {
    #![proptest_config(regressions(200))]

    #[test]
    fn one_staffing_a_section_equals_the_program(
        unit in units(Size { sections: 3, matters: 6, people: 8 }),
        separation in prop::sample::select(vec![Separation::Post, Separation::Case, Separation::Off]),
        duty_groups: bool,
    ) {
        let unit = separable(unit, separation, duty_groups);
        let found = plan(&unit, &by(Formulation::Patterns), &mut ()).unwrap();
        prop_assert_eq!(verify(&unit, &found), []);
        prop_assert_eq!(reached(&found), reached(&plan(&unit, &by(Formulation::Grouped), &mut ()).unwrap()));
        let served = service(&unit, &by(Formulation::Patterns)).unwrap();
        prop_assert_eq!(verify(&unit, &served), []);
        prop_assert_eq!(served.service(&unit), found.service(&unit));
    }

    /// Questions about one matter: whatever is promised of others, whether its steps take time or not.
    #[test]
    fn a_matter_is_served_as_far(
        unit in units(Size { sections: 3, matters: 5, people: 7 }),
        share in 1_u32..4,
        takes_time: bool,
    ) {
        let unit = separable(unit, Separation::Post, true);
        let costless: &[Step] = if takes_time { &[] } else { &Step::ALL };
        for (matter, _) in unit.open_matters() {
            let others: Vec<MatterIx> = unit.open_matters().map(|(ix, _)| ix).filter(|ix| *ix != matter).collect();
            let whole: Decimal = others.iter().map(|ix| unit[*ix].weight.value()).sum();
            let promises = [Promise { sum: whole / Decimal::from(share), matters: others }];
            let level = |formulation| {
                let probe = Probe { matter, promises: &promises, costless, without: &[] };
                let level = probe.level(&unit, &by(formulation));
                level.map_err(|error| matches!(error, Error::Promises | Error::Engine(_)))
            };
            let by_program = level(Formulation::Grouped);
            for formulation in [Formulation::Sections, Formulation::Patterns] {
                match (level(formulation), by_program) {
                    (Ok(one), Ok(other)) => {
                        prop_assert!(one.proven && other.proven);
                        let apart = (one.value.value() - other.value.value()).abs();
                        prop_assert!(apart <= Decimal::new(2, 6), "{:?}: {:?}, program {:?}", matter, one, other);
                    }
                    (one, other) => prop_assert_eq!(one, other),
                }
            }
        }
    }
}

/// A hundred people who may hold any of 400 posts, one of two duty groups: eight million numbers that keep the groups
/// apart. That is seen before any is written.
#[test]
fn what_is_too_large_is_not_written_down() {
    let sections = [vec![DutyGroup::Operations; 100], vec![DutyGroup::Audit; 100]].concat();
    let mut unit = tiny::unit(&sections, 1);
    for section in 0..200 {
        matter(&mut unit, section, 0, 1, &[(Step::Handle, 60, 1), (Step::Review, 60, 1)]);
    }
    for section in 0..100 {
        person(&mut unit, Employment::Established, section, 4);
    }
    unit.rules.duty_groups = true;
    match plan(&unit, &by(Formulation::Named), &mut ()) {
        Err(Error::TooLarge { entries }) => assert!(entries >= 100 * 100 * 400, "{entries}"),
        other => panic!("{other:?}"),
    }
}
