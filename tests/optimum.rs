//! Optimal values against answers worked out on paper.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::check::verify;
use shuanggang::model::{DutyGroup, Employment, Plan, Separation, Step, Unit};
use shuanggang::optimise::{Formulation, Settings, plan};

/// Plans in both formulations, checks both plans, and returns the grouped one after comparing the two.
pub(crate) fn solve(unit: &Unit) -> Plan {
    let named = Settings { formulation: Formulation::Named, ..Settings::default() };
    let plans = [Settings::default(), named].map(|settings| plan(unit, &settings, &mut ()).unwrap());
    for plan in &plans {
        assert_eq!(verify(unit, plan), [], "{plan:#?}");
    }
    let values = |plan: &Plan| plan.stages.iter().map(|s| (s.id, s.objective.round_dp(4))).collect::<Vec<_>>();
    let (grouped, named) = (values(&plans[0]), values(&plans[1]));
    assert_eq!(grouped[..grouped.len() - 1], named[..named.len() - 1], "{plans:#?}");
    let [plan, _] = plans;
    plan
}

fn level(unit: &Unit, plan: &Plan, matter: usize) -> Decimal {
    plan.level(unit, shuanggang::model::MatterIx(matter)).value().round_dp(6)
}

const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

#[test]
fn fixed_posts_cost_more_people_than_separate_cases() {
    // Two people of 100 hours; 100 cases of 1 + 1 hour. Fixed posts: one handles, one reviews, all 100 done.
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 100, BOTH);
    person(&mut unit, Employment::Established, 0, 100);
    unit.rules.separation = Separation::Post;
    assert_eq!(level(&unit, &solve(&unit), 0), Decimal::ZERO);
    person(&mut unit, Employment::Established, 0, 50);
    // 100 + 50 hours. Fixed posts: the one with 50 hours is the bottleneck.
    assert_eq!(level(&unit, &solve(&unit), 0), Decimal::new(5, 1));
    // By case: 150 hours do 75 cases of 2 hours, and nobody touches more than 75 of them (100 hours: 75 + 0 ... 75).
    unit.rules.separation = Separation::Case;
    assert_eq!(level(&unit, &solve(&unit), 0), Decimal::new(5, 1));
    person(&mut unit, Employment::Established, 0, 50);
    assert_eq!(level(&unit, &solve(&unit), 0), Decimal::ONE);
    unit.rules.separation = Separation::Off;
    assert_eq!(level(&unit, &solve(&unit), 0), Decimal::ONE);
}
