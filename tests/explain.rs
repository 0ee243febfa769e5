//! Why a matter stalls and what would help: units worked out on paper, and every claim about generated units solved
//! again as a plan of its own, which the checker judges.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::explain::{
    Demand, Explained, Explanation, Member, Remedy, Repair, StaffKind, explain, remedies,
};
use shuanggang::analysis::{ReasonCode, ServiceStatus, assess};
use shuanggang::check::verify;
use shuanggang::model::{
    Basis, Change, DutyGroup, Employment, Hire, MatterIx, PersonIx, Plan, Quantity, Rank, RuleId, RuleSource,
    Separation, Status, Step, TierIx, Unit,
};
use shuanggang::optimise::{Deadline, Settings, plan, service};
use shuanggang::render::detail::Detail;
use shuanggang::render::json;
use shuanggang::report::explain::TABLES;
use shuanggang::report::explain::json::ExplainFile;
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
        Change::Join(hire) => format!("{} {}", StaffKind::of_hire(hire).id(), hire.count),
        Change::Recall(PersonIx(person)) => format!("recall {person}"),
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

/// Three people, each in one section and at one post there: the first tier takes two, one is left for two posts.
fn two_desks() -> Unit {
    let mut unit = unit(&[OPERATIONS; 2], 2);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 10, BOTH);
    matter(&mut unit, 1, 1, 10, BOTH);
    for _ in 0..3 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit
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
fn the_report_has_its_tables_in_both_languages_and_the_contract_is_read_back() {
    let unit = two_desks();
    let explained = explained(&unit);
    for language in Language::ALL {
        let text = Text::new(language);
        let document = report::explain::document(&unit, &explained, None, &text, Detail::Full);
        assert_eq!(document.tables().map(|table| table.name).collect::<Vec<_>>(), TABLES);
    }
    let file = ExplainFile::of(&unit, &explained, None, None);
    let written = json::write(&file).unwrap();
    assert_eq!(serde_json::from_str::<ExplainFile>(&written).unwrap(), file);
}

/// A repair put as a plan of its own. What takes from nobody: the matter comes right after all who must keep full
/// service, in tiers of their own. What takes from others serves each tier as the whole plan of the changed unit does.
fn serves_as_a_plan_of_its_own(unit: &Unit, today: &Plan, explanation: &Explanation, repair: &Repair) {
    let matter = explanation.shortfall.matter;
    let mut changed = unit.with(&repair.changes);
    let before = |ix: MatterIx| today.level(unit, ix);
    let is_preferred = repair.changes.iter().any(|change| matches!(change, Change::Prefer(_)));
    if repair.worse.is_empty() && !is_preferred {
        let others = || unit.matters().map(|(ix, _)| ix).filter(|ix| *ix != matter);
        if others().any(|ix| before(ix) > Share::ZERO && before(ix) < Share::ONE) {
            return;
        }
        changed.tiers = vec![unit.tiers[0].clone(); 3];
        for ix in others() {
            changed.matters[ix.0].tier = TierIx(if before(ix) == Share::ONE { 0 } else { 2 });
        }
        changed.matters[matter.0].tier = TierIx(1);
        let plan = plan(&changed, &Settings::default(), &mut ()).unwrap();
        assert_eq!(verify(&changed, &plan), vec![]);
        let full = others().filter(|ix| before(*ix) == Share::ONE);
        assert!(full.into_iter().all(|ix| plan.status_of(&changed, ix) == ServiceStatus::Full));
        let difference = (plan.level(&changed, matter).value() - repair.level.value()).abs();
        assert!(difference < Decimal::new(1, 4), "{:?}: {difference}", repair.changes);
        return;
    }
    let whole = service(&changed, &Settings::default()).unwrap();
    let shifts = || repair.worse.iter().chain(&repair.better);
    let after = |ix: MatterIx| match shifts().find(|shift| shift.matter == ix) {
        Some(shift) => shift.to,
        None if ix == matter => repair.level,
        None => before(ix),
    };
    for (tier, sum, _) in whole.service(&changed).into_iter().take(changed[matter].tier.0 + 1) {
        let of_tier = changed.matters().filter(|(_, m)| m.tier == tier && m.has_cases());
        let served: Decimal = of_tier.map(|(ix, m)| m.weight.value() * after(ix).value()).sum();
        assert!((served - sum).abs() < Decimal::new(1, 2), "{:?}: {served} {sum}", repair.changes);
    }
}

/// The unit in which some demands hold and all others are lifted, as a unit of its own: what is promised comes first,
/// then the matter, then what may be dropped: its cases still arrive, so it still binds who audits it. Written without a
/// look at how the program lifts a demand.
fn with_only(unit: &Unit, matter: MatterIx, demands: &[Demand]) -> Unit {
    let mut only = unit.clone();
    let holds = |rule| demands.contains(&Demand::Rule(rule));
    let rules = &mut only.rules;
    if !holds(RuleId::Separation) {
        rules.separation = Separation::Off;
    }
    rules.duty_groups &= holds(RuleId::DutyGroups);
    rules.leader_steps &= holds(RuleId::LeaderSteps);
    rules.own_audit &= holds(RuleId::OwnAudit);
    rules.sections_per_person = rules.sections_per_person.filter(|_| holds(RuleId::SectionsPerPerson));
    rules.contract_steps = rules.contract_steps.take().filter(|_| holds(RuleId::ContractSteps));
    rules.kin = rules.kin.take().filter(|_| holds(RuleId::Kin));
    rules.cashier = rules.cashier.take().filter(|_| holds(RuleId::Cashier));
    if !holds(RuleId::Cover) {
        rules.cover = 1;
    }
    for staff in StaffKind::ALL.into_iter().filter(|staff| !demands.contains(&Demand::Headcount(*staff))) {
        let contract = staff == StaffKind::Contract;
        let hire = Hire {
            id: staff.id().into(),
            month: unit.as_of,
            count: 20,
            employment: if contract { Employment::Contract } else { Employment::Established },
            rank: if staff == StaffKind::Leaders { Rank::Leader } else { Rank::Staff },
            section: unit[matter].section,
            work_since: unit.as_of,
        };
        only = only.with(&[Change::Join(hire)]);
    }
    only.tiers.extend([only.tiers[0].clone(), only.tiers[0].clone()]);
    for (i, other) in only.matters.iter_mut().enumerate() {
        let promised = demands.contains(&Demand::Promise(MatterIx(i)));
        other.tier = TierIx(if promised { 0 } else { 2 });
        if i == matter.0 {
            other.tier = TierIx(1);
            other.steps.retain(|s| demands.contains(&Demand::Step(s.step, s.people)));
        }
        if !demands.contains(&Demand::Hours) {
            other.steps.iter_mut().for_each(|step| step.minutes.value = shuanggang::units::Minutes::ZERO);
        }
    }
    only
}

/// The level of a matter when only some demands hold, from a plan that passes the checker. `None` where a step is
/// lifted but rules about the posts of the matter hold: a unit of its own would lose the post with the step.
fn level_with_only(unit: &Unit, matter: MatterIx, demands: &[Demand]) -> Option<Decimal> {
    let only = with_only(unit, matter, demands);
    let of_posts = [RuleId::Cashier, RuleId::OwnAudit, RuleId::Kin];
    let about_posts = of_posts.into_iter().any(|rule| demands.contains(&Demand::Rule(rule)));
    if about_posts && only[matter].steps.len() < unit[matter].steps.len() {
        return None;
    }
    if only[matter].steps.is_empty() {
        return Some(Decimal::ONE);
    }
    let plan = service(&only, &Settings::default()).unwrap();
    assert_eq!(verify(&only, &plan), []);
    Some(plan.level(&only, matter).value())
}

fn every_member_is_necessary(unit: &Unit, explained: &Explained, explanation: &Explanation) {
    let matter = explanation.shortfall.matter;
    let all: Vec<Demand> = explanation.conflict.members.iter().map(|member| member.demand).collect();
    // A promise of less than everything cannot be put as a tier of its own.
    let partial = |demand: &Demand| match demand {
        Demand::Promise(other) => explained.plan.level(unit, *other) < Share::ONE,
        _ => false,
    };
    if all.iter().any(partial) {
        return;
    }
    let more = explanation.level.value() + Decimal::new(1, 3);
    assert!(explanation.conflict.proven && !all.is_empty());
    let level = level_with_only(unit, matter, &all);
    assert!(level.is_none_or(|level| level <= more + Decimal::new(1, 5)), "{all:?}");
    for Member { demand, level_without } in &explanation.conflict.members {
        let others: Vec<Demand> = all.iter().copied().filter(|other| other != demand).collect();
        let Some(level) = level_with_only(unit, matter, &others) else { continue };
        assert!(level > more, "without {demand:?} of {all:?}: {level}");
        assert!((level - level_without.value()).abs() < Decimal::new(1, 3), "{demand:?}: {level} {level_without}");
    }
}

proptest! {
    #![proptest_config(regressions(24))]

    #[test]
    fn conflicts_are_minimal_and_repairs_are_plans(unit in units(Size { sections: 2, matters: 4, people: 4 })) {
        let explained = explained(&unit);
        for explanation in &explained.matters {
            every_member_is_necessary(&unit, &explained, explanation);
            for repair in explanation.repairs.iter().take(3) {
                serves_as_a_plan_of_its_own(&unit, &explained.plan, explanation, repair);
            }
        }
    }
}
