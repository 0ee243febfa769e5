//! What reports say must be so: every kind of claim about a shortfall is tried by planning the changed unit from scratch.

use crate::support::generated::{Size, units};
use crate::support::regressions;
use crate::support::tiny::{matter, person, unit};
use proptest::prelude::*;
use rust_decimal::Decimal;
use shuanggang::analysis::explain::explain;
use shuanggang::analysis::{Limit, PeopleProof, ReasonCode, ServiceStatus, Shortfall, assess};
use shuanggang::model::{
    Change, DutyGroup, Employment, Hire, MatterIx, Plan, Quantity, Rank, SectionIx, Separation, Step, TierIx, Unit,
};
use shuanggang::optimise::{Settings, plan};
use shuanggang::scenario;
use shuanggang::units::{Cases, Share};

const OPERATIONS: DutyGroup = DutyGroup::Operations;
const HANDLE: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1)];
const BOTH: &[(Step, u32, u32)] = &[(Step::Handle, 60, 1), (Step::Review, 60, 1)];

fn planned(unit: &Unit) -> Plan {
    plan(unit, &Settings::default(), &mut ()).unwrap()
}

/// Every step of some matters in no time at all.
fn hurried(unit: &Unit, which: impl Fn(MatterIx) -> bool) -> Unit {
    let steps = unit.matters().filter(|(ix, _)| which(*ix));
    let steps = steps.flat_map(|(ix, matter)| matter.steps.iter().map(move |step| Quantity::Minutes(ix, step.step)));
    let changes: Vec<Change> = steps.map(|minutes| Change::Number(minutes, Decimal::ZERO)).collect();
    unit.with(&changes)
}

/// Nothing that has to be done but some matters: the others come last. Their rules still hold, as in the unit itself.
fn only(unit: &Unit, which: impl Fn(MatterIx) -> bool) -> Unit {
    let mut unit = unit.clone();
    let last = TierIx(unit.tiers.len());
    unit.tiers.extend(unit.tiers.last().cloned());
    for (_, matter) in unit.matters.iter_mut().enumerate().filter(|(i, _)| !which(MatterIx(*i))) {
        matter.tier = last;
    }
    unit
}

fn limits(unit: &Unit) -> Vec<(MatterIx, ReasonCode, Limit)> {
    let shortfalls = assess(unit, &Settings::default(), &mut ()).unwrap().shortfalls;
    shortfalls.into_iter().map(|s| (s.matter, s.reason.code, s.reason.limit)).collect()
}

/// Two sections of one matter each, everybody in one of them; people have 100 hours.
fn two_desks(first: (usize, u32), second: (usize, u32), people: usize) -> Unit {
    let mut unit = unit(&[OPERATIONS; 2], 2);
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, first.0, first.1, HANDLE);
    matter(&mut unit, 1, second.0, second.1, HANDLE);
    for _ in 0..people {
        person(&mut unit, Employment::Established, 0, 100);
    }
    unit
}

#[test]
fn who_takes_the_place_of_another_once_its_cases_are_quick_is_short_of_hours() {
    // One person for both: half of the 200 cases, or a quarter of the 400. Were these quick, all of them would be done.
    let unit = two_desks((0, 400), (0, 200), 1);
    assert_eq!(limits(&unit)[0], (MatterIx(0), ReasonCode::KeptForSameTier, Limit::Hours));
    assert_eq!(planned(&hurried(&unit, |ix| ix.0 == 0)).level(&unit, MatterIx(0)), Share::ONE);
}

#[test]
fn a_place_between_equals_is_taken_only_from_another() {
    // One person does all of either: quick cases win nothing for the tier, and neither do all cases being quick.
    let mut unit = two_desks((0, 400), (0, 100), 1);
    let stalled = (MatterIx(0), ReasonCode::KeptForSameTier, Limit::People(PeopleProof::TierTimeless));
    assert_eq!(limits(&unit), [stalled]);

    // Two people are needed for the second, of threefold weight; one of them if it were quick.
    unit = two_desks((0, 10), (0, 200), 2);
    unit.matters[1].weight = Share::new(Decimal::from(3));
    assert_eq!(limits(&unit), [(MatterIx(0), ReasonCode::KeptForSameTier, Limit::People(PeopleProof::Tier))]);
}

#[test]
fn what_higher_tiers_take_may_rest_on_their_minutes() {
    // The first tier takes both people for its 200 hours; were its cases quick, one would be left.
    let unit = two_desks((0, 200), (1, 10), 2);
    assert_eq!(limits(&unit), [(MatterIx(1), ReasonCode::KeptForHigherTier, Limit::People(PeopleProof::Above))]);
    assert_eq!(planned(&hurried(&unit, |_| true)).level(&unit, MatterIx(1)), Share::ONE);

    // A pair for each desk and three people: no minute changes that.
    let mut unit = two_desks((0, 10), (1, 10), 3);
    unit.rules.separation = Separation::Post;
    for matter in &mut unit.matters {
        let review = shuanggang::model::MatterStep { step: Step::Review, ..matter.steps[0].clone() };
        matter.steps.push(review);
    }
    unit.posts = Unit::posts_of(&unit.matters);
    let expected = Limit::People(PeopleProof::AboveTimeless);
    assert_eq!(limits(&unit), [(MatterIx(1), ReasonCode::KeptForHigherTier, expected)]);
}

#[test]
fn hours_above_and_people_beside() {
    // The first tier takes all hours of the one, a matter of its own tier the other; the pair needs both.
    let mut unit = unit(&[OPERATIONS; 2], 2);
    unit.rules.separation = Separation::Post;
    unit.rules.sections_per_person = Some(1);
    matter(&mut unit, 0, 0, 100, HANDLE);
    matter(&mut unit, 0, 1, 10, BOTH);
    matter(&mut unit, 1, 1, 10, HANDLE);
    unit.matters[2].weight = Share::new(Decimal::TWO);
    for _ in 0..2 {
        person(&mut unit, Employment::Established, 0, 100);
    }
    let expected = Limit::People(PeopleProof::TierTimeless);
    assert_eq!(limits(&unit), [(MatterIx(1), ReasonCode::KeptForHigherTier, expected)]);
}

/// A registry of five sections: recording stalls, and once its cases are quick it is done in full in the place of
/// petitions, which leaves more for the audits. So it is short of people only as long as petitions do not give way.
#[test]
fn the_registry_records_in_the_place_of_petitions_once_its_cases_are_quick() {
    let text = include_str!("proofs/registry.toml");
    let roster = include_bytes!("proofs/registry-roster.csv");
    let unit = scenario::load_text("registry.toml", text, |_| Ok(roster.to_vec())).unwrap().unit;
    let named = |name: &str| unit.matters().find(|(_, m)| m.name == name).map(|(ix, _)| ix).unwrap();
    let (recording, petitions) = (named("登簿缮证"), named("信访"));
    let found = limits(&unit).into_iter().find(|(ix, ..)| *ix == recording);
    let expected = Limit::People(PeopleProof::Tier);
    assert_eq!(found.unwrap(), (recording, ReasonCode::KeptForSameTier, expected));
    let minute = Decimal::new(1, 3);
    let steps = [Step::Handle, Step::Review].map(|step| Quantity::Minutes(recording, step));
    let quick = planned(&unit.with(&steps.map(|minutes| Change::Number(minutes, minute))));
    assert_eq!(quick.status_of(&unit, recording), ServiceStatus::Full);
    assert_eq!(quick.status_of(&unit, petitions), ServiceStatus::Stalled);
}

/// One shortfall of a unit and the plan that leaves it.
struct Claim<'a> {
    unit: &'a Unit,
    plan: &'a Plan,
    shortfall: &'a Shortfall,
}

impl Claim<'_> {
    fn matter(&self) -> MatterIx {
        self.shortfall.matter
    }

    fn level(&self, changed: &Unit) -> Share {
        planned(changed).level(changed, self.matter())
    }

    /// What the other matters of its tier are served in all.
    fn beside(&self, unit: &Unit, plan: &Plan) -> Decimal {
        let own = self.unit[self.matter()].tier;
        let others = unit.matters().filter(|(ix, m)| *ix != self.matter() && m.tier == own && m.arriving > Cases::ZERO);
        others.map(|(ix, m)| m.weight.value() * plan.level(unit, ix).value()).sum()
    }

    fn stalls(&self, changed: &Unit) -> bool {
        ServiceStatus::from(self.level(changed)) == ServiceStatus::Stalled
    }

    /// That it is served only where others of its tier give up as much as it gains.
    fn only_takes_places(&self, changed: &Unit) -> bool {
        let plan = planned(changed);
        let gain = self.unit[self.matter()].weight.value() * plan.level(changed, self.matter()).value();
        let lost = self.beside(self.unit, self.plan) - self.beside(changed, &plan);
        gain <= lost.max(Decimal::ZERO) + Decimal::new(2, 3)
    }

    /// What refutes what is said of people and hours; `None`: nothing was found.
    fn refuted(&self) -> Option<&'static str> {
        let matter = self.matter();
        let quick = hurried(self.unit, |ix| ix == matter);
        let all_quick = hurried(self.unit, |_| true);
        let tried: Vec<(&'static str, bool)> = match self.shortfall.reason.limit {
            Limit::Hours => {
                vec![("quick cases are served in full", ServiceStatus::from(self.level(&quick)) == ServiceStatus::Full)]
            }
            Limit::People(PeopleProof::Alone) => {
                vec![("not even alone and in no time", self.stalls(&only(&all_quick, |ix| ix == matter)))]
            }
            Limit::People(PeopleProof::AboveTimeless) => vec![
                ("not even in no time", self.stalls(&quick)),
                ("not even if nothing takes time", self.stalls(&all_quick)),
            ],
            Limit::People(PeopleProof::Above) => vec![("not even in no time", self.stalls(&quick))],
            Limit::People(PeopleProof::TierTimeless) => vec![
                ("in no time only in the place of others", self.only_takes_places(&quick)),
                ("with no time for anything only in the place of others", self.only_takes_places(&all_quick)),
            ],
            Limit::People(PeopleProof::Tier) => {
                vec![("in no time only in the place of others", self.only_takes_places(&quick))]
            }
            Limit::Another | Limit::Unknown => Vec::new(),
        };
        tried.into_iter().find(|(_, holds)| !holds).map(|(claim, _)| claim)
    }
}

fn equal(a: Share, b: Share) -> bool {
    (a.value() - b.value()).abs() <= Decimal::new(2, 3)
}

proptest! {
    #![proptest_config(regressions(80))]

    #[test]
    fn what_is_said_of_shortfalls_is_not_refuted(unit in units(Size { sections: 3, matters: 5, people: 5 })) {
        let assessment = assess(&unit, &Settings::default(), &mut ()).unwrap();
        for shortfall in &assessment.shortfalls {
            let claim = Claim { unit: &unit, plan: &assessment.plan, shortfall };
            prop_assert_eq!(claim.refuted(), None, "{:?}", shortfall);
            let (matter, reason) = (shortfall.matter, &shortfall.reason);
            let own: TierIx = unit[matter].tier;
            let alone = claim.level(&only(&unit, |ix| ix == matter));
            prop_assert!(equal(reason.alone, alone), "alone {}: {:?}", alone, shortfall);
            let after = claim.level(&only(&unit, |ix| ix == matter || unit[ix].tier < own));
            prop_assert!(equal(reason.after_higher_tiers, after), "after {}: {:?}", after, shortfall);
        }
    }
}

/// Six more people of every kind.
fn crowded(unit: &Unit) -> Unit {
    let hire = |(employment, rank): (Employment, Rank)| Hire {
        id: format!("crowd-{}-{}", employment.id(), rank.id()),
        month: unit.as_of,
        count: 6,
        employment,
        kind: None,
        learning: None,
        rank,
        section: SectionIx(0),
        work_since: unit.as_of,
    };
    let kinds = [
        (Employment::Established, Rank::Staff),
        (Employment::Contract, Rank::Staff),
        (Employment::Established, Rank::Leader),
    ];
    unit.with(&kinds.map(|kind| Change::Join(hire(kind))))
}

proptest! {
    #![proptest_config(regressions(40))]

    #[test]
    fn what_no_number_of_people_can_do_a_crowd_cannot(unit in units(Size { sections: 2, matters: 3, people: 2 })) {
        let explained = explain(&unit, None, &Settings::default(), &mut ()).unwrap();
        for explanation in explained.matters.iter().filter(|e| e.conflict.is_by_rule_alone()) {
            let matter = explanation.shortfall.matter;
            let crowd = only(&crowded(&hurried(&unit, |_| true)), |ix| ix == matter);
            let level = planned(&crowd).level(&crowd, matter);
            prop_assert_eq!(ServiceStatus::from(level), ServiceStatus::Stalled, "{:?}", explanation);
        }
    }
}
