//! Matters of one tier that compete: who could change places, and at what weight they do.

use crate::support::tiny::{matter, person, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::assess;
use shuanggang::analysis::explain::{Rival, rivals};
use shuanggang::model::{DutyGroup, Employment, MatterIx, Step, Unit};
use shuanggang::optimise::Settings;
use shuanggang::units::Share;

fn found(unit: &Unit) -> Vec<Rival> {
    let assessment = assess(unit, &Settings::default(), &mut ()).unwrap();
    rivals(unit, &assessment.plan, &assessment.shortfalls, &Settings::default()).unwrap()
}

fn level(unit: &Unit, ix: usize) -> Decimal {
    let plan = assess(unit, &Settings::default(), &mut ()).unwrap().plan;
    plan.level(unit, MatterIx(ix)).round(4).value().normalize()
}

/// One person of 1,200 hours: 1,200 enrolments of an hour each, or 100 files of ten hours, of one tier.
fn enrolments_and_files() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 1200, &[(Step::Handle, 60, 1)]);
    matter(&mut unit, 0, 0, 100, &[(Step::Handle, 600, 1)]);
    person(&mut unit, Employment::Established, 0, 1200);
    unit
}

#[test]
fn the_weight_at_which_two_matters_change_places_is_what_the_one_loses_by_what_the_other_gains() {
    let mut unit = enrolments_and_files();
    // A file takes 1,000 hours for a whole level, the enrolments 1,200: the files come first.
    assert_eq!((level(&unit, 0), level(&unit, 1)), ("0.1667".parse().unwrap(), Decimal::ONE));
    let told = found(&unit);
    assert_eq!(told.len(), 1);
    let Rival { matter, level: to, less, weight } = &told[0];
    assert_eq!((*matter, to.round(4)), (MatterIx(0), Share::ONE));
    assert_eq!(
        less.iter().map(|shift| (shift.matter, shift.to.round(4))).collect::<Vec<_>>(),
        [(MatterIx(1), Share::ZERO)]
    );
    // All files for five sixths of the enrolments: 1 / (5 / 6).
    assert_eq!(*weight, Decimal::new(12, 1));
    unit.matters[0].weight = Share::new(Decimal::new(121, 2));
    assert_eq!((level(&unit, 0), level(&unit, 1)), (Decimal::ONE, Decimal::ZERO));
    unit.matters[0].weight = Share::new(Decimal::new(119, 2));
    assert_eq!(level(&unit, 1), Decimal::ONE);
    // And back: with 1.21 the files come first again from 1.21 × 5 / 6 of one on, rounded up.
    unit.matters[0].weight = Share::new(Decimal::new(121, 2));
    let told = found(&unit);
    assert_eq!((told[0].matter, told[0].weight), (MatterIx(1), Decimal::new(101, 2)));
}

#[test]
fn matters_that_do_not_compete_or_of_other_tiers_are_no_rivals() {
    let mut other_tier = enrolments_and_files();
    other_tier.tiers.push(shuanggang::model::Tier { id: "t1".into(), name: "T1".into(), name_en: None });
    other_tier.matters[0].tier = shuanggang::model::TierIx(1);
    assert_eq!(found(&other_tier), []);
    let mut enough = enrolments_and_files();
    person(&mut enough, Employment::Established, 0, 1200);
    assert_eq!(found(&enough), []);
}
