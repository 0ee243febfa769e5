//! What bounds what: order between matters, one handler for two, people of a section's own, people split between
//! sections. Each on paper, on and off, by every way of planning, and told by the checker.

use crate::support::small::{self, PEOPLE, SCENARIO};
use crate::support::tiny::{matter, person, unit};
use crate::support::ways::{decimals, levels, planned};
use rust_decimal::Decimal;
use shuanggang::analysis::explain::{Demand, explain};
use shuanggang::analysis::{ReasonCode, assess};
use shuanggang::check::{Breach, verify, verify_duty_table, verify_months};
use shuanggang::model::{Change, DutyGroup, Employment, MatterIx, PersonIx, PostIx, SectionIx, Separation, Step, Unit};
use shuanggang::optimise::{Formulation, Settings, monthly, requirement};
use shuanggang::units::{Hours, Share};
use std::collections::{BTreeMap, BTreeSet};

const ONE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

/// One person of fifteen hours; two matters of ten hours, the second in the first tier.
fn pair() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations], 2);
    matter(&mut unit, 0, 1, 10, ONE);
    matter(&mut unit, 0, 0, 10, ONE);
    person(&mut unit, Employment::Established, 0, 15);
    unit
}

#[test]
fn what_comes_after_goes_no_further_than_what_comes_before() {
    let mut unit = pair();
    assert_eq!(levels(&unit), decimals(["0.5", "1"]));
    // Fifteen hours are shared by two matters that must go equally far: 7.5 each.
    unit.matters[1].after = vec![MatterIx(0)];
    assert_eq!(levels(&unit), decimals(["0.75", "0.75"]));
    // What nothing arrives of binds nothing.
    unit.matters[0].arrive(0.into());
    assert_eq!(levels(&unit)[1], Decimal::ONE);
}

#[test]
fn order_holds_over_several_matters_and_in_every_month() {
    let mut unit = pair();
    let third = matter(&mut unit, 0, 0, 5, ONE);
    unit.matters[1].after = vec![MatterIx(0)];
    unit.matters[third.0].after = vec![MatterIx(1)];
    // 10 f + 10 f + 5 f = 15.
    assert_eq!(levels(&unit), decimals(["0.6", "0.6", "0.6"]));
    unit.people[0].hours = Hours::from(1200);
    unit.matters[0].months = vec![7];
    let found = planned(&unit, Formulation::Sections);
    let months = monthly(&unit, &found, &Settings::default()).unwrap();
    assert_eq!(verify_months(&unit, &found, &months), []);
    let before_july: Decimal = months.months[..6].iter().map(|month| month.done[1].value()).sum();
    assert_eq!(before_july, Decimal::ZERO, "nothing is completed that was not begun");
    let mut early = months;
    early.months[0].done[1] = 1.into();
    let told: BTreeSet<_> = verify_months(&unit, &found, &early).into_iter().map(|v| v.breach).collect();
    assert!(told.contains(&Breach::Order), "{told:?}");
}

#[test]
fn the_reason_names_the_matter_that_is_waited_for() {
    let mut unit = pair();
    unit.matters[1].after = vec![MatterIx(0)];
    let assessment = assess(&unit, &Settings::default(), &mut ()).unwrap();
    let reason = |ix: usize| &assessment.shortfalls.iter().find(|s| s.matter == MatterIx(ix)).unwrap().reason;
    assert_eq!((reason(1).code, reason(1).waits_for), (ReasonCode::WaitsForAnother, Some(MatterIx(0))));
    assert_eq!(reason(0).waits_for, None);
}

/// Two sections of one post each, a matter in each, two people who may work in both.
fn two_desks() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations; 2], 1);
    matter(&mut unit, 0, 0, 10, ONE);
    matter(&mut unit, 1, 0, 10, ONE);
    for home in 0..2 {
        person(&mut unit, Employment::Established, home, 10);
    }
    unit.rules.sections_per_person = Some(1);
    unit
}

#[test]
fn whoever_handles_what_completes_another_matter_handled_that_one() {
    let mut unit = two_desks();
    assert_eq!(levels(&unit), decimals(["1", "1"]));
    unit.matters[1].same_handler = Some(MatterIx(0));
    assert_eq!(levels(&unit), decimals(["1", "0"]), "nobody may sit at both desks");
    let assessment = assess(&unit, &Settings::default(), &mut ()).unwrap();
    assert_eq!(assessment.shortfalls[0].reason.code, ReasonCode::NoSameHandler);
    unit.rules.sections_per_person = Some(2);
    assert_eq!(levels(&unit), decimals(["1", "1"]), "each does half of both");
    let plan = planned(&unit, Formulation::Sections);
    // One does all of the first, the other all of the second: hours would allow that, the matter does not.
    let mut split = plan.clone();
    split.work.clear();
    for (person, of) in [(0, 0), (1, 1)] {
        let (person, matter) = (PersonIx(person), MatterIx(of));
        split.work.push(shuanggang::model::Work { person, matter, step: Step::Handle, cases: 10.into() });
    }
    split.held = unit.posts().flat_map(|(post, _)| [(PersonIx(0), post), (PersonIx(1), post)]).collect();
    let told: Vec<_> = verify(&unit, &split).into_iter().map(|v| v.breach).collect();
    assert_eq!(told, [Breach::SameHandler]);
    unit.matters[1].same_handler = None;
    assert_eq!(verify(&unit, &split), []);
}

#[test]
fn of_two_who_inspect_together_either_may_complete_the_case() {
    let mut unit = unit(&[DutyGroup::Operations], 1);
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 2)]);
    matter(&mut unit, 0, 0, 20, ONE);
    unit.matters[1].same_handler = Some(MatterIx(0));
    for hours in [10, 30] {
        person(&mut unit, Employment::Established, 0, hours);
    }
    assert_eq!(levels(&unit), decimals(["1", "1"]), "the one with more hours completes all");
    unit.people[1].hours = Hours::from(10);
    // 20 f + 20 g ≤ 20, g ≤ f: the first matter alone is as good as both, half and half is less.
    let found = planned(&unit, Formulation::Sections);
    assert_eq!(found.service(&unit)[0].1, Decimal::ONE);
}

/// Two sections; the first serves the first tier and could use both people.
fn drawn() -> Unit {
    let mut unit = unit(&[DutyGroup::Operations; 2], 2);
    matter(&mut unit, 0, 0, 20, ONE);
    matter(&mut unit, 1, 1, 10, ONE);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 10);
    }
    unit.rules.sections_per_person = Some(1);
    unit
}

#[test]
fn a_section_keeps_the_people_that_it_is_to_have() {
    let mut unit = drawn();
    assert_eq!(levels(&unit), decimals(["1", "0"]));
    unit.sections[1].minimum = 1;
    assert_eq!(levels(&unit), decimals(["0.5", "1"]));
    // Whoever works in both is in neither.
    unit.rules.sections_per_person = Some(2);
    assert_eq!(levels(&unit), decimals(["0.5", "1"]));
    // More than there are: as many as there are, the earlier section first.
    unit.rules.sections_per_person = Some(1);
    unit.sections[1].minimum = 3;
    assert_eq!(levels(&unit), decimals(["0", "1"]));
    unit.sections[0].minimum = 1;
    assert_eq!(levels(&unit), decimals(["0.5", "1"]));
    // Who may not work there cannot be asked to.
    for person in &mut unit.people {
        person.terms.not_at = BTreeSet::from([PostIx(1)]);
    }
    assert_eq!(levels(&unit), decimals(["1", "0"]));
}

#[test]
fn the_checker_counts_the_people_of_a_section_by_itself() {
    let mut unit = drawn();
    unit.sections[1].minimum = 2;
    let held = |posts: &[(usize, usize)]| posts.iter().map(|(p, k)| (PersonIx(*p), PostIx(*k))).collect();
    let told = |unit: &Unit, posts: &[(usize, usize)]| {
        verify_duty_table(unit, &held(posts)).into_iter().map(|v| (v.breach, v.numbers)).collect::<Vec<_>>()
    };
    assert_eq!(told(&unit, &[(0, 1), (1, 1)]), []);
    let short = |here: u32, wanted: u32| vec![(Breach::Minimum, Some((here.into(), wanted.into())))];
    assert_eq!(told(&unit, &[(0, 0), (1, 1)]), short(1, 2));
    unit.sections[0].minimum = 1;
    // Of three places two can be filled, that of the first section first.
    assert_eq!(told(&unit, &[(0, 0), (1, 1)]), []);
    assert_eq!(told(&unit, &[(0, 1), (1, 1)]), short(0, 1));
    unit.rules.sections_per_person = Some(2);
    assert_eq!(told(&unit, &[(0, 0), (1, 1), (1, 0)]), short(0, 1), "who works in both is in neither");
}

#[test]
fn a_number_of_people_of_a_section_can_be_the_conflict_and_to_give_it_up_its_repair() {
    let mut unit = drawn();
    unit.sections[1].minimum = 1;
    let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
    let first = explained.matters.iter().find(|e| e.shortfall.matter == MatterIx(0)).unwrap();
    let demands: Vec<_> = first.conflict.members.iter().map(|member| member.demand).collect();
    assert!(first.conflict.proven && demands.contains(&Demand::Minimum(SectionIx(1))), "{demands:?}");
    let given_up = [Change::NoMinimum(SectionIx(1))];
    let repair = first.repairs.iter().find(|repair| repair.changes == given_up).unwrap();
    assert_eq!((repair.level, repair.worse.len()), (Share::ONE, 1), "at the expense of the other section");
}

#[test]
fn people_of_a_sections_own_are_hired_for_it() {
    let mut unit = drawn();
    unit.sections[1].minimum = 4;
    let kind = unit.people[0].clone();
    let fewest = requirement(&unit, &[kind], &[0], &Settings::default()).unwrap().unwrap();
    assert_eq!(fewest.people, [4], "four in the second section and two in the first, of whom two are there");
}

/// One person split between two sections of ten hours of work each.
fn split(shares: [i64; 2]) -> Unit {
    let mut unit = two_desks();
    unit.people.truncate(1);
    unit.people[0].hours = Hours::from(20);
    let share = |percent: i64| Share::new(Decimal::new(percent, 2));
    unit.people[0].terms.split = BTreeMap::from([(SectionIx(0), share(shares[0])), (SectionIx(1), share(shares[1]))]);
    unit
}

#[test]
fn a_person_split_between_sections_works_in_each_the_share_agreed() {
    let mut whole = two_desks();
    whole.people.truncate(1);
    whole.people[0].hours = Hours::from(20);
    assert_eq!(levels(&whole).iter().sum::<Decimal>(), Decimal::ONE, "in one of the two");
    assert_eq!(levels(&split([50, 50])), decimals(["1", "1"]));
    assert_eq!(levels(&split([75, 25])), decimals(["1", "0.5"]));
    assert_eq!(levels(&split([30, 20])), decimals(["0.6", "0.4"]), "what is left is of no use");
    let unit = split([75, 25]);
    let found = planned(&unit, Formulation::Sections);
    assert!(!found.is_moved(&unit, PersonIx(0)), "both sections are their own");
    let mut wrong = found.clone();
    let extra =
        shuanggang::model::Work { person: PersonIx(0), matter: MatterIx(1), step: Step::Handle, cases: 5.into() };
    wrong.work = vec![extra, shuanggang::model::Work { matter: MatterIx(0), cases: 10.into(), ..extra }];
    assert_eq!(verify(&unit, &wrong), []);
    wrong.work[0].cases = 6.into();
    wrong.done[1] = 6.into();
    let told: Vec<_> = verify(&unit, &wrong).into_iter().map(|v| v.breach).collect();
    assert_eq!(told, [Breach::Split]);
    let mut third = unit.clone();
    third.people[0].terms.split = BTreeMap::from([(SectionIx(0), Share::ONE)]);
    let told: BTreeSet<_> = verify(&third, &found).into_iter().map(|v| v.breach).collect();
    assert_eq!(told, BTreeSet::from([Breach::Split, Breach::Rule(shuanggang::model::RuleId::SectionsPerPerson)]));
}

#[test]
fn a_split_person_works_each_month_the_share_of_the_month() {
    let mut unit = split([75, 25]);
    unit.people[0].hours = Hours::from(2000);
    unit.matters[1].months = vec![3];
    unit.matters[1].arrive(100.into());
    let found = planned(&unit, Formulation::Sections);
    let months = monthly(&unit, &found, &Settings::default()).unwrap();
    assert_eq!(verify_months(&unit, &found, &months), []);
    // A quarter of the hours of March.
    let march = unit.calendar.hours_by_month(2024, Hours::from(2000))[2].value() / Decimal::from(4);
    assert!((months.months[2].done[1].value() - march).abs() < Decimal::new(1, 3));
}

#[test]
fn a_case_is_not_dealt_twice_to_a_person_split_between_the_hall_and_its_section() {
    let mut unit = split([50, 50]);
    unit.people[0].hours = Hours::from(40);
    unit.matters[1].steps = unit.matters[0].steps.clone();
    unit.matters.truncate(1);
    let ix = matter(&mut unit, 0, 0, 10, BOTH);
    unit.matters[ix.0].steps[0].hall = Some(SectionIx(1));
    unit.posts = Unit::posts_of(&unit.matters);
    unit.rules.separation = Separation::Post;
    assert_eq!(levels(&unit)[1], Decimal::ZERO, "whoever accepts does not review");
    unit.rules.separation = Separation::Off;
    assert_eq!(levels(&unit)[1], Decimal::ONE);
}

#[test]
fn the_new_terms_are_read_and_written() {
    let text = SCENARIO
        .replace("id = \"check\"\nname = \"稽核\"\nduty = \"audit\"", "id = \"check\"\nname = \"稽核\"\nduty = \"audit\"\nminimum = 1")
        .replace("audits = [\"enrol\"]", "audits = [\"enrol\"]\nafter = [\"登记\"]")
        .replace(
            "[[conflict]]",
            "[[matter]]\nid = \"close\"\nname = \"登簿\"\nsection = \"desk\"\ntier = \"daily\"\nvolume = 5\nunit = \"件\"\n\
             dual_review_exempt = \"随受理复核\"\nsame_handler = \"enrol\"\nsteps = [{ step = \"handle\", minutes = 5 }]\n\
             [[person]]\nid = \"b1\"\nsplit = [{ section = \"desk\", share = 0.6 }, { section = \"check\", share = 0.4 }]\n\
             rights = { steps = [\"handle\"], duties = [\"operations\", \"audit\"], reason = \"一人兼两股\" }\n\n[[conflict]]",
        );
    let loaded = small::load(&text, PEOPLE.as_bytes()).unwrap();
    let unit = &loaded.unit;
    assert_eq!(unit.sections.iter().map(|section| section.minimum).collect::<Vec<_>>(), [0, 1]);
    assert_eq!((unit.matters[1].after.clone(), unit.matters[2].same_handler), (vec![MatterIx(0)], Some(MatterIx(0))));
    let split = &unit.people[3].terms.split;
    assert_eq!(split.values().map(|share| share.value()).collect::<Vec<_>>(), [Decimal::new(6, 1), Decimal::new(4, 1)]);
    assert_eq!(unit.inputs.iter().filter(|input| input.path.starts_with("person.b1.split.")).count(), 2);
    let again = small::load(&loaded.to_toml(), PEOPLE.as_bytes()).unwrap();
    assert_eq!(again.unit, loaded.unit);
}
