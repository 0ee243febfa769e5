//! Why a matter stalls and what would help: units worked out on paper.

use crate::explain_again::serves_as_a_plan_of_its_own;
use crate::support::outputs::assert_valid;
use crate::support::tiny::{matter, person, two_desks, unit};
use rust_decimal::Decimal;
use shuanggang::analysis::explain::{Demand, Explained, Explanation, Remedy, Repair, StaffKind, explain, remedies};
use shuanggang::analysis::{ReasonCode, ServiceStatus, assess};
use shuanggang::model::{
    Basis, Change, DutyGroup, Employment, MatterIx, PersonIx, Quantity, RuleId, RuleSource, SectionIx, Separation,
    Status, Step, Unit,
};
use shuanggang::optimise::{Deadline, Settings, service};
use shuanggang::render::detail::Detail;
use shuanggang::render::json;
use shuanggang::report::File;
use shuanggang::report::explain::TABLES;
use shuanggang::report::explain::json::Explaining;
use shuanggang::text::{Language, Text};
use shuanggang::units::Share;
use shuanggang::{report, scenario};
use std::collections::BTreeSet;
use std::time::Duration;

const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];
const OPERATIONS: DutyGroup = DutyGroup::Operations;

fn explained(unit: &Unit) -> Explained {
    explain(unit, None, &Settings::default(), &mut ()).unwrap()
}

/// The explanation of the only matter below full service.
fn only(unit: &Unit) -> Explanation {
    let mut matters = explained(unit).matters;
    assert_eq!(matters.len(), 1);
    matters.remove(0)
}

fn demands(explanation: &Explanation) -> BTreeSet<Demand> {
    assert!(explanation.conflict.proven);
    explanation.conflict.members.iter().map(|member| member.demand).collect()
}

/// A change in short: what tests compare.
fn short(unit: &Unit, change: &Change) -> String {
    match change {
        Change::Join(hire) => format!("{} {}", StaffKind::from(hire).id(), hire.count),
        Change::Recall(PersonIx(person)) => format!("recall {person}"),
        Change::Unpin(PersonIx(person)) => format!("unpin {person}"),
        Change::NoMinimum(SectionIx(section)) => format!("no minimum {section}"),
        Change::Rule(rule) => format!("{rule:?}"),
        Change::Number(quantity, to) => format!("{} {to}", quantity.path(unit)),
        Change::Prefer(matters) => {
            format!("prefer {}", matters.iter().map(|ix| ix.0.to_string()).collect::<Vec<_>>().join(" "))
        }
        Change::Leave(PersonIx(person)) => format!("leave {person}"),
    }
}

fn listed(unit: &Unit, repairs: &[Repair]) -> Vec<String> {
    let changes = |repair: &Repair| repair.changes.iter().map(|c| short(unit, c)).collect::<Vec<_>>().join(" + ");
    repairs.iter().map(changes).collect()
}

#[test]
fn a_conflict_holds_what_is_needed_for_it_and_nothing_else() {
    let unit = two_desks();
    let explanation = only(&unit);
    let expected = BTreeSet::from([
        Demand::Promise(MatterIx(0)),
        Demand::Rule(RuleId::Separation),
        Demand::Rule(RuleId::SectionsPerPerson),
        Demand::Headcount(StaffKind::Established),
        // No rule tells people apart, so anybody more would do.
        Demand::Headcount(StaffKind::Contract),
        Demand::Headcount(StaffKind::Leaders),
        Demand::Step(Step::Handle, 1),
        Demand::Step(Step::Review, 1),
    ]);
    assert_eq!(demands(&explanation), expected);
    assert!(explanation.conflict.members.iter().all(|member| member.level_without == Share::ONE));
    assert!(!explanation.conflict.is_by_rule_alone());
}

#[test]
fn repairs_are_listed_by_what_they_ask_for() {
    // Dealing case by case still takes two people for each matter, and each sits in one section only.
    let unit = two_desks();
    let explanation = only(&unit);
    let expected =
        ["SectionsPerPerson(Some(2))", "contract 1", "established 1", "prefer 1", "Separation(Off)"].map(str::to_owned);
    assert_eq!(listed(&unit, &explanation.repairs), expected);
    let in_vain: Vec<_> = explanation.in_vain.iter().map(|change| short(&unit, change)).collect();
    assert_eq!(in_vain, ["Separation(Case)"]);
    let preferred = &explanation.repairs[3];
    assert_eq!((preferred.worse[0].matter, preferred.worse[0].to), (MatterIx(0), Share::ZERO));
    let free: Vec<_> = explanation.repairs.iter().map(Repair::is_free).collect();
    assert_eq!(free, [true, true, true, false, false]);
    assert!(explanation.pairs.is_empty());
    assert!(explanation.repairs.iter().all(|repair| repair.status == ServiceStatus::Full && repair.proven));
}

#[test]
fn people_on_loan_can_be_recalled() {
    let mut unit = two_desks();
    let away = person(&mut unit, Employment::Established, 1, 100);
    unit.people[away.0].status = Status::SecondedOut;
    let explanation = only(&unit);
    assert!(listed(&unit, &explanation.repairs).contains(&"recall 3".to_owned()));
    assert_eq!(listed(&unit, &[explanation.best_by_people().unwrap().clone()]), ["recall 3"]);
}

#[test]
fn every_plan_says_what_the_least_change_of_staff_would_do() {
    let least = |unit: &Unit| {
        let assessment = assess(unit, &Settings::default(), &mut ()).unwrap();
        let found = remedies(unit, &assessment.plan, &assessment.shortfalls, &Settings::default()).unwrap();
        let of = |remedy: &Remedy| remedy.repair.as_ref().map(|r| (listed(unit, std::slice::from_ref(r)), r.status));
        found.iter().map(of).collect::<Vec<_>>()
    };
    // A fourth person of any kind takes the second post.
    assert_eq!(least(&two_desks()), [Some((vec!["contract 1".to_owned()], ServiceStatus::Full))]);
    let mut unit = two_desks();
    matter(&mut unit, 1, 1, 10_000, BOTH);
    let second = unit.matters.len() - 1;
    unit.matters[second].steps[0].people = 3;
    // Three to handle and one to review are more than one more person makes possible.
    assert_eq!(least(&unit).pop(), Some(None));
}

#[test]
fn what_law_demands_is_not_for_the_unit_to_relax() {
    let mut unit = two_desks();
    let law = RuleSource { basis: Basis::Law, source: None };
    unit.rules.sources.insert(RuleId::SectionsPerPerson, law);
    let explanation = only(&unit);
    let by_law: Vec<_> = explanation.repairs.iter().map(|repair| repair.against_law).collect();
    assert_eq!(by_law, [false, false, false, false, true], "last, after what other matters pay for");
    assert_eq!(listed(&unit, &explanation.repairs)[4], "SectionsPerPerson(Some(2))");
}

#[test]
fn hours_are_in_the_conflict_where_they_bind_and_numbers_are_cut_to_the_break_even() {
    // 120 hours: 100 go to the first tier; 20 of 50 cases of an hour remain, or 50 cases of 24 minutes.
    let mut unit = unit(&[OPERATIONS], 2);
    matter(&mut unit, 0, 0, 100, HANDLE);
    matter(&mut unit, 0, 1, 50, HANDLE);
    person(&mut unit, Employment::Established, 0, 120);
    let explanation = only(&unit);
    let expected = BTreeSet::from([
        Demand::Hours,
        Demand::Promise(MatterIx(0)),
        Demand::Headcount(StaffKind::Established),
        Demand::Headcount(StaffKind::Contract),
        Demand::Headcount(StaffKind::Leaders),
        Demand::Step(Step::Handle, 1),
    ]);
    assert_eq!(demands(&explanation), expected, "without any rule, anybody would do");
    let cuts: Vec<_> = listed(&unit, &explanation.repairs).into_iter().take(2).collect();
    assert_eq!(cuts, ["matter.m1.volume 20", "matter.m1.handle.minutes 24"]);
}

#[test]
fn a_number_is_cut_no_further_than_needed() {
    let mut unit = unit(&[OPERATIONS], 2);
    matter(&mut unit, 0, 0, 100, HANDLE);
    let below = matter(&mut unit, 0, 1, 50, HANDLE);
    person(&mut unit, Employment::Established, 0, 120);
    for (quantity, most) in [(Quantity::Volume(below), 20), (Quantity::Minutes(below, Step::Handle), 24)] {
        for (value, status) in [(most, ServiceStatus::Full), (most + 1, ServiceStatus::Slowed)] {
            let changed = unit.with(&[Change::Number(quantity.clone(), Decimal::from(value))]);
            let plan = service(&changed, &Settings::default()).unwrap();
            assert_eq!(plan.status_of(&changed, below), status, "{quantity:?} {value}");
        }
    }
}

#[test]
fn other_matters_of_the_tier_are_named_where_they_are_served_instead() {
    // One person sits in one of two sections: where the weight is.
    let mut unit = unit(&[OPERATIONS; 2], 1);
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 10, HANDLE);
    matter(&mut unit, 1, 0, 10, HANDLE);
    unit.matters[1].weight = Share::new(Decimal::TWO);
    person(&mut unit, Employment::Established, 0, 100);
    let demands = demands(&only(&unit));
    assert!(
        demands.contains(&Demand::Promise(MatterIx(1))) && demands.contains(&Demand::Rule(RuleId::SectionsPerPerson))
    );
    assert!(!demands.contains(&Demand::Hours), "{demands:?}");
}

#[test]
fn a_matter_that_nobody_may_ever_do_is_said_to_be_forbidden_by_the_rule() {
    // The audit audits itself: whoever holds its post holds a post of what is audited.
    let mut unit = unit(&[DutyGroup::Audit], 1);
    let audit = matter(&mut unit, 0, 0, 10, HANDLE);
    unit.matters[audit.0].audits = vec![audit];
    unit.rules.own_audit = true;
    person(&mut unit, Employment::Established, 0, 100);
    let explanation = only(&unit);
    assert_eq!(explanation.shortfall.reason.code, ReasonCode::NoEligibleHandler);
    assert_eq!(demands(&explanation), BTreeSet::from([Demand::Rule(RuleId::OwnAudit), Demand::Step(Step::Handle, 1)]));
    assert!(explanation.conflict.is_by_rule_alone());
    assert_eq!(listed(&unit, &explanation.repairs), ["OwnAudit(false)"]);
}

/// Two inspectors and a reviewer; one person is there.
fn inspection() -> Unit {
    let mut unit = unit(&[DutyGroup::Audit], 1);
    unit.rules.separation = Separation::Post;
    matter(&mut unit, 0, 0, 10, &[(Step::Handle, 60, 2), (Step::Review, 60, 1)]);
    person(&mut unit, Employment::Established, 0, 100);
    unit
}

#[test]
fn two_changes_are_tried_together_where_no_single_one_helps() {
    let unit = inspection();
    let explanation = only(&unit);
    assert!(explanation.repairs.is_empty());
    let expected = ["contract 2", "established 1 + contract 1", "established 2"];
    assert_eq!(listed(&unit, &explanation.pairs), expected);
    assert_eq!(explanation.best(), explanation.pairs.first());
}

#[test]
fn a_full_matter_needs_no_explanation_and_one_matter_can_be_asked_about() {
    let unit = two_desks();
    let of = |matter| explain(&unit, Some(MatterIx(matter)), &Settings::default(), &mut ()).unwrap().matters;
    assert!(of(0).is_empty());
    assert_eq!(of(1), explained(&unit).matters);
}

#[test]
fn a_stopped_search_pretends_no_proof() {
    let unit = scenario::embedded().unwrap().unit;
    let settings = Settings { deadline: Deadline::after(Duration::from_nanos(1)), ..Settings::default() };
    let assessment = assess(&unit, &settings, &mut ()).unwrap();
    assert!(!assessment.shortfalls.is_empty());
    for shortfall in &assessment.shortfalls {
        assert_eq!(shortfall.reason.code, ReasonCode::SearchStopped, "{shortfall:?}");
    }
    let matter = assessment.shortfalls[0].matter;
    let explanation = explain(&unit, Some(matter), &settings, &mut ()).unwrap().matters.remove(0);
    assert!(explanation.conflict.members.is_empty() && !explanation.conflict.proven);
    assert!(explanation.repairs.iter().chain(&explanation.pairs).all(|repair| !repair.proven));
}

#[test]
fn the_stalled_audits_of_the_baseline_are_kept_from_by_people_and_not_by_hours() {
    let unit = scenario::embedded().unwrap().unit;
    let explained = explained(&unit);
    let ids: Vec<_> = explained.matters.iter().map(|e| &*unit[e.shortfall.matter].id).collect();
    assert_eq!(ids, ["underreporting_audit", "hospital_inspection"]);
    for explanation in &explained.matters {
        let demands = demands(explanation);
        assert!(!demands.contains(&Demand::Hours) && !demands.contains(&Demand::Headcount(StaffKind::Contract)));
        assert!(demands.contains(&Demand::Headcount(StaffKind::Established)));
        assert!(demands.contains(&Demand::Step(Step::Handle, 2)) && demands.contains(&Demand::Step(Step::Review, 1)));
        // One more established person is a repair like any other, and the quickest to plan again.
        let hire = |repair: &&Repair| listed(&unit, std::slice::from_ref(*repair)) == ["established 1"];
        let repair = explanation.repairs.iter().find(hire).unwrap();
        serves_as_a_plan_of_its_own(&unit, &explained.plan, explanation, repair);
    }
}

#[test]
fn the_report_has_its_tables_in_both_languages_and_its_json_its_fields() {
    let unit = two_desks();
    let explained = explained(&unit);
    for language in Language::ALL {
        let text = Text::new(language);
        let document = report::explain::document(&unit, &explained, None, &text, Detail::Full);
        assert_eq!(document.tables().map(|table| table.name).collect::<Vec<_>>(), TABLES);
    }
    let written = json::write(&File::new(&unit, None, Explaining::of(&unit, &explained, None))).unwrap();
    assert_valid("explain", &serde_json::from_str(&written).unwrap());
}
