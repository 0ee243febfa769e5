//! What can stand in the way of a matter, and the unit as it would be without it.

use crate::model::{
    Change, Employment, Hire, MatterIx, Person, PersonIx, Rank, RuleChange, RuleId, SectionIx, Separation, Step, Unit,
};
use crate::units::Hours;
use crate::word::words;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// Something that stands in the way of a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// Nobody works longer than the year has hours for.
    Hours,
    /// Another matter keeps the service level that the plan gives it.
    Promise(MatterIx),
    /// A rule is in force.
    Rule(RuleId),
    /// A person is fixed to one place.
    Pinned(PersonIx),
    /// A section has a number of people of its own.
    Minimum(SectionIx),
    /// No more people of a kind are there than now.
    Headcount(StaffKind),
    /// One case of the matter itself needs somebody, or so many people, at a step.
    Step(Step, u32),
}

words! {
    /// People who are counted together.
    pub enum StaffKind {
        /// Leaders.
        Leaders = "leaders",
        /// Contract workers.
        Contract = "contract",
        /// Established people who are no leaders.
        Established = "established",
    }
}

/// To whom a person belongs.
impl From<&Person> for StaffKind {
    fn from(person: &Person) -> Self {
        Self::kind(person.rank, person.employment)
    }
}

/// To whom the people of a hire belong.
impl From<&Hire> for StaffKind {
    fn from(hire: &Hire) -> Self {
        Self::kind(hire.rank, hire.employment)
    }
}

impl StaffKind {
    /// How many of them are present.
    #[must_use]
    pub fn present(self, unit: &Unit) -> usize {
        unit.present().filter(|(_, person)| Self::from(*person) == self).count()
    }

    const fn kind(rank: Rank, employment: Employment) -> Self {
        match (rank, employment) {
            (Rank::Leader, _) => Self::Leaders,
            (_, Employment::Contract) => Self::Contract,
            (_, Employment::Established) => Self::Established,
        }
    }

    /// So many more of them, in the section of a matter.
    pub(in crate::analysis) fn hire(self, unit: &Unit, count: u32, matter: MatterIx) -> Hire {
        Hire {
            id: format!("more-{}", self.id()),
            month: unit.as_of,
            count,
            employment: if self == Self::Contract { Employment::Contract } else { Employment::Established },
            kind: None,
            rank: if self == Self::Leaders { Rank::Leader } else { Rank::Staff },
            section: unit[matter].section,
            work_since: unit.as_of,
            learning: None,
        }
    }
}

impl Demand {
    /// The changes that lift it; promises and steps are no part of the unit and are lifted by not asking for them.
    pub(super) fn lifted(self, unit: &Unit, matter: MatterIx) -> Vec<Change> {
        match self {
            Self::Hours => Change::no_time(unit),
            Self::Rule(rule) => relaxed(unit, rule).pop().map(Change::Rule).into_iter().collect(),
            Self::Headcount(staff) => {
                let one = staff.hire(unit, 1, matter);
                let count = enough(unit, &one);
                vec![Change::Join(Hire { count, ..one })]
            }
            Self::Pinned(person) => vec![Change::Unpin(person)],
            Self::Minimum(section) => vec![Change::NoMinimum(section)],
            Self::Promise(_) | Self::Step(..) => Vec::new(),
        }
    }
}

/// As many people as could ever be needed: holders for every post that suffice for its cases and hours.
fn enough(unit: &Unit, hire: &Hire) -> u32 {
    let hours = unit.with(&[Change::Join(hire.clone())]).people.last().map(|person| person.hours).unwrap_or_default();
    let mut needed: BTreeMap<_, (Hours, u32)> = BTreeMap::new();
    for (_, matter) in unit.open_matters() {
        for step in &matter.steps {
            let entry = needed.entry(unit.post_for(matter, step)).or_default();
            entry.0 += Unit::hours_needed(step, matter.arriving);
            entry.1 = entry.1.max(step.people - 1 + unit.rules.cover);
        }
    }
    let of_post = |(load, people): (Hours, u32)| {
        let holders = load.value().checked_div(hours.value()).unwrap_or_default().ceil();
        holders.to_u32().unwrap_or(u32::MAX / 1000).max(people)
    };
    needed.into_values().map(of_post).fold(0, u32::saturating_add)
}

/// The ways to relax a rule of a unit, from the mildest to none of it left; empty where it forbids nothing.
pub(super) fn relaxed(unit: &Unit, rule: RuleId) -> Vec<RuleChange> {
    let rules = &unit.rules;
    let when = |on: bool, change: RuleChange| if on { vec![change] } else { Vec::new() };
    match rule {
        RuleId::DualReview | RuleId::Rotation => Vec::new(),
        RuleId::Separation => match rules.separation {
            Separation::Post => vec![Separation::Case, Separation::Off],
            Separation::Case => vec![Separation::Off],
            Separation::Off => Vec::new(),
        }
        .into_iter()
        .map(RuleChange::Separation)
        .collect(),
        RuleId::DutyGroups => when(rules.duty_groups, RuleChange::DutyGroups(false)),
        RuleId::SectionsPerPerson => match rules.sections_per_person {
            Some(most) if (most as usize) < unit.sections.len() => {
                vec![RuleChange::SectionsPerPerson(Some(most + 1)), RuleChange::SectionsPerPerson(None)]
            }
            _ => Vec::new(),
        },
        RuleId::ContractSteps => rules.contract_steps.as_ref().map_or_else(Vec::new, |rule| {
            rule.reviewing().map(Some).into_iter().chain([None]).map(RuleChange::ContractSteps).collect()
        }),
        RuleId::LeaderSteps => when(rules.leader_steps, RuleChange::LeaderSteps(false)),
        RuleId::Kin => when(rules.kin.as_ref().is_some_and(|pairs| !pairs.is_empty()), RuleChange::WithoutKin),
        RuleId::Cashier => when(rules.cashier.is_some(), RuleChange::WithoutCashier),
        RuleId::OwnAudit => when(rules.own_audit, RuleChange::OwnAudit(false)),
        RuleId::Cover => when(rules.cover > 1, RuleChange::Cover(1)),
    }
}

/// Everything that may stand in the way of a matter but the promises, in the order in which it is tried to do
/// without: what is tried last stays longest.
pub(super) fn rules_and_people(unit: &Unit, matter: MatterIx) -> Vec<Demand> {
    const RULES: [RuleId; 9] = [
        RuleId::Cover,
        RuleId::Kin,
        RuleId::Cashier,
        RuleId::OwnAudit,
        RuleId::SectionsPerPerson,
        RuleId::ContractSteps,
        RuleId::LeaderSteps,
        RuleId::DutyGroups,
        RuleId::Separation,
    ];
    let rules = RULES.into_iter().filter(|rule| !relaxed(unit, *rule).is_empty()).map(Demand::Rule);
    // Where a rule keeps more of some people from helping, it tells a reader more than their number.
    let people = [StaffKind::Leaders, StaffKind::Contract].map(Demand::Headcount).into_iter();
    let steps = unit[matter].steps.iter().map(|step| Demand::Step(step.step, step.people));
    let pinned = unit.pinned().into_iter().map(Demand::Pinned);
    let minima = unit.with_minimum().map(Demand::Minimum);
    people
        .chain(pinned)
        .chain(minima)
        .chain(rules)
        .chain([Demand::Headcount(StaffKind::Established)])
        .chain(steps)
        .collect()
}

/// Other matters with arriving cases that are served at all.
pub(super) fn promises(unit: &Unit, matter: MatterIx, served: impl Fn(MatterIx) -> bool) -> Vec<MatterIx> {
    let counts = |ix: &MatterIx| *ix != matter && unit[*ix].has_cases() && served(*ix);
    unit.matters().map(|(ix, _)| ix).filter(counts).collect()
}
