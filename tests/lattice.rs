//! Section by section a unit is served as by the program of all of it, wherever that way applies.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{self, matter, person};
use pretty_assertions::assert_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::check::verify;
use shuanggang::model::{
    DutyGroup, Employment, MatterIx, Method, Person, Plan, Rank, Separation, Stage, StageId, Step, Unit,
};
use shuanggang::optimise::{Error, Formulation, Order, Probe, Promise, Settings, fewest, plan, requirement, service};
use shuanggang::scenario;
use std::path::Path;

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

/// Three people away do the second payment matter in full, with nobody left for the first: 1 + 0. Two away, the one
/// with eight hours reviewing two cases of three, leave people at home for one case of three: 2/3 + 1/3. That is as
/// much, and fewer move.
#[test]
fn a_third_and_two_thirds_are_one() {
    let mut unit = tiny::unit(&[DutyGroup::Operations; 3], 2);
    matter(&mut unit, 0, 0, 3, &[(Step::Handle, 240, 2), (Step::Review, 120, 1)]);
    matter(&mut unit, 2, 1, 1, &[(Step::Handle, 0, 1)]);
    matter(&mut unit, 2, 0, 3, &[(Step::Handle, 0, 1), (Step::Review, 240, 1)]);
    for hours in [4, 4, 4, 4, 8] {
        person(&mut unit, Employment::Established, 0, hours);
    }
    let unit = separable(unit);
    compare(&unit);
    let found = reached(&plan(&unit, &Settings::default(), &mut ()).unwrap());
    assert!(found.contains(&(StageId::Moves, "2".to_owned())), "{found:?}");
}

/// Of the second section's work two cases of three are done at most: four people are left to it, and whoever reviews
/// cannot handle. Those at home there, one who reviews besides their own section's work, and one more who makes up the
/// three people of the third section do that: two move.
#[test]
fn two_move_where_more_would_do_no_more() {
    let mut unit = tiny::unit(&[DutyGroup::Operations, DutyGroup::Operations, DutyGroup::Finance], 2);
    matter(&mut unit, 0, 0, 1, &[(Step::Handle, 0, 1), (Step::Review, 0, 1)]);
    matter(&mut unit, 2, 0, 2, &[(Step::Handle, 0, 2), (Step::Review, 240, 1)]);
    matter(&mut unit, 1, 1, 2, &[(Step::Handle, 120, 1), (Step::Review, 120, 1)]);
    matter(&mut unit, 1, 0, 3, &[(Step::Handle, 240, 2), (Step::Review, 120, 1)]);
    for (home, hours) in [(0, 4), (2, 8), (1, 8), (0, 4), (0, 4), (2, 4), (1, 8)] {
        person(&mut unit, Employment::Established, home, hours);
    }
    for sections in [2, 3] {
        let unit = pooled(unit.clone(), sections);
        compare(&unit);
        let found = reached(&plan(&unit, &Settings::default(), &mut ()).unwrap());
        assert!(found.contains(&(StageId::Moves, "2".to_owned())), "{found:?}");
    }
}

/// The rules under which duty groups share people only, and one person may work in several sections.
fn pooled(mut unit: Unit, sections: u32) -> Unit {
    unit = separable(unit);
    unit.rules.sections_per_person = Some(sections);
    unit
}

/// With two sections each, one of the two people who are free reviews for both, so that both audits are done; with
/// three people away only one of them is. Which method found it is told.
#[test]
fn the_built_in_unit_with_two_sections_a_person() {
    let mut unit = pooled(scenario::embedded().unwrap().unit, 2);
    let found = plan(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(verify(&unit, &found), []);
    assert_eq!(found.method, Method::Pooled);
    let values: Vec<String> = reached(&found).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["13", "18", "5", "0", "6", "12"]);
    for person in unit.people.iter_mut().filter(|person| ["编05", "编09", "编11"].contains(&&*person.id)) {
        person.departed = true;
    }
    let found = service(&unit, &Settings::default()).unwrap();
    assert_eq!(found.method, Method::Pooled);
    let sums: Vec<String> = found.service(&unit).into_iter().map(|(_, sum, _)| sum.normalize().to_string()).collect();
    assert_eq!(sums, ["13", "18", "3"]);
}

/// Two sections, one case each of an hour a step, two people of two hours: with two sections each, one handles here
/// and reviews there; with one section each, one of the two matters is served.
#[test]
fn two_people_serve_two_sections() {
    let mut unit = tiny::unit(&[DutyGroup::Operations; 2], 1);
    for section in 0..2 {
        matter(&mut unit, section, 0, 1, &[(Step::Handle, 60, 1), (Step::Review, 60, 1)]);
        person(&mut unit, Employment::Established, section, 2);
    }
    for (sections, served) in [(2, 2), (1, 1)] {
        let unit = pooled(unit.clone(), sections);
        compare(&unit);
        let found = plan(&unit, &Settings::default(), &mut ()).unwrap();
        assert_eq!(reached(&found)[0].1, served.to_string());
        assert_eq!(found.method, if sections == 2 { Method::Pooled } else { Method::Sections });
    }
}

proptest! {
    #![proptest_config(regressions(200))]
    #[test]
    fn the_bound_that_is_reached_equals_the_program(unit in units(Size { sections: 4, matters: 7, people: 8 })) {
        compare(&pooled(unit.clone(), 2));
        compare(&pooled(unit, 3));
    }
}

proptest! {
    #![proptest_config(regressions(200))]
    #[test]
    fn the_lattice_equals_the_program(unit in units(Size { sections: 3, matters: 6, people: 8 })) {
        compare(&unit);
        compare(&separable(unit));
    }
}

/// Two sections, a case each of an hour to handle and an hour to approve, two people who may do either. With two hours
/// each approves what the other handled; with one hour each there is time for one matter.
#[test]
fn two_people_approve_for_one_another() {
    for (hours, served) in [(2, "2"), (1, "1")] {
        let mut unit = tiny::unit(&[DutyGroup::Operations; 2], 1);
        for section in 0..2 {
            matter(&mut unit, section, 0, 1, &[(Step::Handle, 60, 1), (Step::Approve, 60, 1)]);
            person(&mut unit, Employment::Established, section, hours);
        }
        let unit = loose(unit, Separation::Post, true, false, 1);
        compare(&unit);
        let found = service(&unit, &Settings::default()).unwrap();
        assert_eq!(reached(&found)[0].1, served);
        assert_eq!(found.method, if hours == 2 { Method::Sections } else { Method::Program });
    }
}

/// 5 h 20 min of approving are wanted, four hours are there: one and a half of two matters, and no plan does more.
#[test]
fn leaders_short_of_hours_bound_the_last_tier() {
    let mut unit = tiny::unit(&[DutyGroup::Operations; 2], 1);
    for section in 0..2 {
        matter(&mut unit, section, 0, 1, &[(Step::Handle, 60, 1), (Step::Approve, 160, 1)]);
        person(&mut unit, Employment::Established, section, 2);
    }
    person(&mut unit, Employment::Established, 0, 4);
    unit.people.last_mut().unwrap().rank = Rank::Leader;
    let unit = loose(unit, Separation::Post, true, true, 1);
    compare(&unit);
    let served = service(&unit, &Settings::default()).unwrap();
    assert_eq!(served.method, Method::Sections);
    assert_eq!(reached(&served)[0].1, "1.5");
}

/// Four hours of approving: 2 h 40 min for the first matter of the upper tier, and of the 3 h 20 min of the second 1 h
/// 20 min, 2/5. Nobody approves the last matter then. The third needs no approval, but two hours of handling where the
/// first leaves one: 1/2.
#[test]
fn leaders_short_of_hours_bound_the_first_tier() {
    let mut unit = tiny::unit(&[DutyGroup::Operations; 2], 2);
    matter(&mut unit, 0, 0, 1, &[(Step::Handle, 60, 1), (Step::Approve, 160, 1)]);
    matter(&mut unit, 1, 0, 1, &[(Step::Handle, 60, 1), (Step::Approve, 200, 1)]);
    matter(&mut unit, 0, 1, 1, &[(Step::Handle, 120, 1)]);
    matter(&mut unit, 1, 1, 1, &[(Step::Handle, 60, 1), (Step::Approve, 60, 1)]);
    person(&mut unit, Employment::Established, 0, 2);
    person(&mut unit, Employment::Established, 1, 2);
    person(&mut unit, Employment::Established, 0, 4);
    unit.people.last_mut().unwrap().rank = Rank::Leader;
    let unit = loose(unit, Separation::Post, true, true, 1);
    compare(&unit);
    let served = service(&unit, &Settings::default()).unwrap();
    assert_eq!(served.method, Method::Sections);
    assert_eq!((&*reached(&served)[0].1, &*reached(&served)[1].1), ("1.4", "0.5"));
}

/// Nobody approves, and no newcomer would: no number of them serves half of two matters that have to be approved.
#[test]
fn no_number_of_newcomers_approves() {
    let mut unit = tiny::unit(&[DutyGroup::Operations], 2);
    for tier in 0..2 {
        matter(&mut unit, 0, tier, 1, &[(Step::Handle, 0, 1), (Step::Approve, 0, 1)]);
    }
    person(&mut unit, Employment::Established, 0, 4);
    let unit = loose(unit, Separation::Post, false, true, 1);
    let matters: Vec<MatterIx> = unit.open_matters().map(|(ix, _)| ix).collect();
    let promises = [Promise { sum: Decimal::ONE, matters }];
    let kinds = [newcomer(&unit, Employment::Established), newcomer(&unit, Employment::Contract)];
    for formulation in [Formulation::Sections, Formulation::Grouped] {
        let settings = Settings { formulation, ..Settings::default() };
        assert_eq!(fewest(&unit, &kinds, &promises, Order::AllFirst, &settings).unwrap(), None);
    }
}

/// 96 people, volumes that differ: too many headcounts for a table. Where only service counts people of more hours stand
/// in for those of fewer, where moves count nobody does; both serve the same.
#[test]
fn whoever_stands_in_for_others_serves_no_less() {
    let loaded = scenario::load(Path::new("tests/benches/units/people-96.toml")).unwrap();
    let found = plan(&loaded.unit, &Settings::default(), &mut ()).unwrap();
    let served = service(&loaded.unit, &Settings::default()).unwrap();
    for plan in [&found, &served] {
        assert_eq!(verify(&loaded.unit, plan), []);
        assert_eq!(plan.method, Method::Patterns);
    }
    let sums =
        |plan: &Plan| plan.service(&loaded.unit).into_iter().map(|(_, sum, _)| sum.round_dp(6)).collect::<Vec<_>>();
    assert_eq!(sums(&found), sums(&served));
}

/// Units whose people share more than their numbers: they approve beside their work, hold several posts of a section,
/// or are related.
fn loose(mut unit: Unit, separation: Separation, duty_groups: bool, leader_steps: bool, sections: u32) -> Unit {
    unit.rules.separation = separation;
    unit.rules.duty_groups = duty_groups;
    unit.rules.leader_steps = leader_steps;
    unit.rules.sections_per_person = Some(sections);
    unit
}

proptest! {
    #![proptest_config(regressions(200))]
    #[test]
    fn approvals_relatives_and_several_posts_of_a_section(
        unit in units(Size { sections: 3, matters: 6, people: 8 }),
        separation in prop::sample::select(vec![Separation::Post, Separation::Case, Separation::Off]),
        duty_groups: bool,
        leader_steps: bool,
    ) {
        compare(&loose(unit.clone(), separation, duty_groups, leader_steps, 1));
        compare(&loose(unit, Separation::Post, true, leader_steps, 2));
    }

    #[test]
    fn as_many_could_hold_posts_of_a_matter(unit in units(Size { sections: 3, matters: 5, people: 7 }), kept in 0_usize..4) {
        let unit = separable(unit);
        let promises: Vec<Promise> = unit
            .open_matters()
            .take(kept)
            .map(|(ix, matter)| Promise { matters: vec![ix], sum: matter.weight.value() })
            .collect();
        for (matter, _) in unit.open_matters() {
            let by = |formulation| {
                let settings = Settings { formulation, ..Settings::default() };
                let probe = Probe { matter, promises: &promises, costless: &[], without: &[] };
                probe.people(&unit, &settings).map_err(|error| matches!(error, Error::Promises | Error::Engine(_)))
            };
            prop_assert_eq!(by(Formulation::Sections), by(Formulation::Grouped));
        }
    }

    #[test]
    fn as_few_newcomers_are_enough(
        unit in units(Size { sections: 3, matters: 4, people: 5 }),
        separation in prop::sample::select(vec![Separation::Post, Separation::Case, Separation::Off]),
        leader_steps: bool,
        sections in 1_u32..3,
        share in 1_u32..3,
    ) {
        let unit = loose(unit, separation, true, leader_steps, sections);
        let matters: Vec<MatterIx> = unit.open_matters().map(|(ix, _)| ix).collect();
        let whole: Decimal = matters.iter().map(|ix| unit[*ix].weight.value()).sum();
        let promises = [Promise { sum: whole / Decimal::from(share), matters }];
        let kinds = [newcomer(&unit, Employment::Established), newcomer(&unit, Employment::Contract)];
        for order in [Order::AllFirst, Order::KindByKind] {
            let by = |formulation| {
                let settings = Settings { formulation, ..Settings::default() };
                fewest(&unit, &kinds, &promises, order, &settings).unwrap()
            };
            prop_assert_eq!(by(Formulation::Sections), by(Formulation::Grouped));
        }
    }
}

/// Somebody of no section, with eight hours.
fn newcomer(unit: &Unit, employment: Employment) -> Person {
    let mut with = unit.clone();
    person(&mut with, employment, 0, 8);
    let mut newcomer = with.people.pop().unwrap();
    newcomer.home = None;
    newcomer
}

/// One person may handle or approve, not both; whether many sections are allowed makes no difference.
#[test]
fn who_handles_does_not_approve() {
    let mut unit = tiny::unit(&[DutyGroup::Operations; 2], 1);
    matter(&mut unit, 0, 0, 1, &[(Step::Handle, 0, 1), (Step::Approve, 0, 1)]);
    unit.rules.separation = Separation::Post;
    person(&mut unit, Employment::Established, 0, 4);
    let kinds = [newcomer(&unit, Employment::Established), newcomer(&unit, Employment::Contract)];
    for sections in [Some(1), Some(2), None] {
        unit.rules.sections_per_person = sections;
        let found = requirement(&unit, &kinds, &[u32::MAX; 2], &Settings::default()).unwrap().unwrap();
        assert_eq!((found.people, found.bound, found.proven), (vec![0, 1], 1, true));
    }
}
