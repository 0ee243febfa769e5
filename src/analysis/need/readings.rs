//! The fewest people by rule, with hours or without, each confirmed by a plan that the checker passed.

use super::hours::standard_hours;
use crate::analysis::{AssessError, ServiceStatus, Steps, checked};
use crate::model::{
    Change, Employment, Person, PostCategory, Quantity, Rank, RuleChange, Sex, Staff, Status, Terms, Unit,
};
use crate::optimise::{self, Error, Fewest, Settings, requirement};
use crate::units::Month;
use crate::word::words;
use rayon::prelude::*;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Mutex;

words! {
    /// In how many sections one person may work, in a reading.
    pub enum Sections {
        /// As many as the rules in force say.
        InForce = "in_force",
        /// One: every section by itself.
        Alone = "alone",
        /// Any number: all sections lend each other people.
        Pooled = "pooled",
    }
}

/// One reading of the fewest people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reading {
    /// Whether hours count; if not, work takes no time and only the rules ask for people.
    pub hours: bool,
    /// In how many sections one person may work.
    pub sections: Sections,
    /// Whether every post is held by one person more than a case needs, so that any one person may be away.
    pub covered: bool,
    /// The fewest people; null where no number is enough to open every matter.
    #[serde(rename = "fewest")]
    pub found: Option<Found>,
}

/// The fewest people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Found {
    /// Leaders to be added to those present.
    pub leaders_added: u32,
    /// People at handle and review posts, section heads included, leaders left out.
    #[serde(flatten)]
    pub staff: Staff,
    /// No staffing has fewer of them, leaders to be added included.
    pub bound: u32,
    /// Whether fewer are proven impossible, in all and of the established.
    pub proven: bool,
    /// No staffing with as few people has fewer of either employment, section heads included.
    pub least: Staff,
    /// By section where nobody works in two.
    #[serde(skip)]
    pub by_section: Option<Vec<Staff>>,
}

/// Who is missing when some people are there, whatever mix of as few people as found is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Nobody: some such mix is among them.
    Nobody,
    /// So many of each employment, in every such mix.
    ByEmployment(Staff),
    /// So many in all; of which employment depends on the mix.
    InAll(u32),
    /// The search ended before it was proven that anybody is.
    Unknown,
}

impl Found {
    /// Who is missing when some people are there. The mix shown falls least short of those present, so it says in all
    /// how many are missing; that an employment is short is said only where no mix has fewer of it.
    #[must_use]
    pub const fn missing(&self, there: Staff) -> Missing {
        let (shown, proven) = (self.staff.less(there), self.least.less(there));
        let in_all = (self.bound - self.leaders_added).saturating_sub(there.all());
        match (shown.all(), proven.all()) {
            (0, _) => Missing::Nobody,
            (all, least) if all == least => Missing::ByEmployment(proven),
            (all, _) if self.proven => Missing::InAll(all),
            (_, least) if least > 0 && least >= in_all => Missing::ByEmployment(proven),
            _ if in_all > 0 => Missing::InAll(in_all),
            _ => Missing::Unknown,
        }
    }
}

/// Every reading, side by side; the result does not depend on the number of processors.
pub(super) fn readings(unit: &Unit, settings: &Settings, steps: &mut dyn Steps) -> Result<Vec<Reading>, AssessError> {
    let cases = cases(unit);
    steps.begin(cases.len());
    let steps = Mutex::new(steps);
    let settings = Settings { export: None, ..settings.clone() };
    cases
        .into_par_iter()
        .map(|(hours, sections, covered)| {
            let found = fewest(unit, hours, sections, covered, &settings)?;
            if let Ok(mut steps) = steps.lock() {
                steps.step();
            }
            Ok(Reading { hours, sections, covered, found })
        })
        .collect()
}

/// What is asked: rules alone, then with hours; sections as they are, by themselves, pooled; bare, then covered.
/// What the rules in force already say is not asked twice. Pooled sections are asked by rule alone: with hours, people
/// who may work anywhere take the search hours.
fn cases(unit: &Unit) -> Vec<(bool, Sections, bool)> {
    let most = unit.rules.sections_per_person;
    let mut sections = vec![Sections::InForce];
    sections.extend((most != Some(1)).then_some(Sections::Alone));
    sections.extend(most.is_some().then_some(Sections::Pooled));
    let covered: &[bool] = if unit.rules.cover > 1 { &[false] } else { &[false, true] };
    let each = |hours: bool| {
        let sections = sections.iter().copied().filter(move |s| !(hours && *s == Sections::Pooled));
        let sections: Vec<_> = sections.collect();
        sections.into_iter().flat_map(move |section| covered.iter().map(move |covered| (hours, section, *covered)))
    };
    each(false).chain(each(true)).collect()
}

pub(super) fn fewest(
    unit: &Unit,
    hours: bool,
    sections: Sections,
    covered: bool,
    settings: &Settings,
) -> Result<Option<Found>, AssessError> {
    let (asked, heads) = asked(unit, hours, sections, covered);
    let kinds = kinds(unit);
    let newcomers: Vec<Person> = kinds.iter().map(|kind| newcomer(unit, *kind)).collect();
    let present = Staff::present(unit, None).less(heads);
    let there = kinds.iter().map(|kind| match (kind.rank, kind.employment) {
        (Rank::Leader, _) => u32::MAX,
        (_, Employment::Established) => present.established,
        (_, Employment::Contract) => present.contract,
    });
    let there: Vec<u32> = there.collect();
    let Some(fewest) = requirement(&asked, &newcomers, &there, settings)? else { return Ok(None) };
    let mut staffed = asked;
    for (person, count) in newcomers.iter().zip(&fewest.people) {
        let count = usize::try_from(*count).unwrap_or(usize::MAX);
        staffed.people.extend(std::iter::repeat_n(person, count).cloned());
    }
    let by_section = confirmed(&staffed, settings)?;
    Ok(Some(found(&kinds, heads, &fewest, by_section)))
}

/// What a newcomer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    employment: Employment,
    rank: Rank,
}

/// The kinds of newcomers, scarcest first. Leaders are added only where nobody else may approve.
fn kinds(unit: &Unit) -> Vec<Kind> {
    let leader = Kind { employment: Employment::Established, rank: Rank::Leader };
    let staff = Employment::ALL.iter().map(|employment| Kind { employment: *employment, rank: Rank::Staff });
    unit.rules.leader_steps.then_some(leader).into_iter().chain(staff).collect()
}

/// The unit that is asked about: leaders as present, nobody else but, where hours count, as many section heads as there
/// are, whose time is shorter.
fn asked(unit: &Unit, hours: bool, sections: Sections, covered: bool) -> (Unit, Staff) {
    let mut changes = Vec::new();
    match sections {
        Sections::InForce => {}
        Sections::Alone => changes.push(Change::Rule(RuleChange::SectionsPerPerson(Some(1)))),
        Sections::Pooled => changes.push(Change::Rule(RuleChange::SectionsPerPerson(None))),
    }
    if covered {
        changes.push(Change::Rule(RuleChange::Cover(unit.rules.cover + 1)));
    }
    if !hours {
        let minutes = unit.matters().flat_map(|(ix, matter)| matter.steps.iter().map(move |step| (ix, step.step)));
        let free = minutes.map(|(ix, step)| Change::Number(Quantity::Minutes(ix, step), Decimal::ZERO));
        changes.extend(free);
    }
    changes.extend(unit.present().filter(|(_, p)| p.rank != Rank::Leader).map(|(ix, _)| Change::Leave(ix)));
    let mut asked = unit.with(&changes);
    let mut heads = Staff::default();
    if hours {
        let is_head = |person: &Person| person.rank == Rank::SectionHead;
        for (_, person) in unit.present().filter(|(_, person)| is_head(person)) {
            asked.people.push(newcomer(unit, Kind { employment: person.employment, rank: person.rank }));
            heads = heads.and(Staff::of_kind(person.employment, 1));
        }
    }
    (asked, heads)
}

/// Somebody new, with the hours of a whole plan year; nothing else about them matters for posts.
fn newcomer(unit: &Unit, kind: Kind) -> Person {
    Person {
        id: String::new(),
        employment: kind.employment,
        status: Status::OnDuty,
        rank: kind.rank,
        sex: Sex::Male,
        birth: Month::january(unit.year),
        work_since: Month::january(unit.year),
        category: PostCategory::Professional,
        senior_title: false,
        home: None,
        seconded_until: None,
        away: None,
        terms: Terms::default(),
        posts_today: Vec::new(),
        post_since: None,
        retirement: None,
        approval: None,
        departed: false,
        hours: standard_hours(unit, kind.employment, kind.rank),
    }
}

/// Plans the unit with the people found, has the plan checked, and sees that every matter is full;
/// who works in which section, if nobody works in two.
fn confirmed(staffed: &Unit, settings: &Settings) -> Result<Option<Vec<Staff>>, AssessError> {
    let plan = checked(staffed, optimise::service(staffed, settings)?)?;
    if staffed.matters().any(|(ix, _)| plan.status_of(staffed, ix) != ServiceStatus::Full) {
        if settings.deadline.has_cut() {
            return Err(Error::OutOfTime.into());
        }
        return Err(Error::Engine("no plan confirms the fewest people found".to_owned()).into());
    }
    if staffed.rules.sections_per_person != Some(1) {
        return Ok(None);
    }
    let mut by_section = vec![Staff::default(); staffed.sections.len()];
    for (ix, person) in staffed.present().filter(|(_, person)| person.rank != Rank::Leader) {
        if let Some(section) = plan.section_of(staffed, ix) {
            by_section[section.0] = by_section[section.0].and(Staff::of_kind(person.employment, 1));
        }
    }
    Ok(Some(by_section))
}

fn found(kinds: &[Kind], heads: Staff, fewest: &Fewest, by_section: Option<Vec<Staff>>) -> Found {
    let of = |counts: &[u32], wanted: Employment, rank: Rank| -> u32 {
        let wanted = Kind { employment: wanted, rank };
        kinds.iter().zip(counts).filter(|(kind, _)| **kind == wanted).map(|(_, count)| *count).sum()
    };
    let staff = |counts: &[u32]| Staff {
        established: heads.established + of(counts, Employment::Established, Rank::Staff),
        contract: heads.contract + of(counts, Employment::Contract, Rank::Staff),
    };
    Found {
        leaders_added: of(&fewest.people, Employment::Established, Rank::Leader),
        staff: staff(&fewest.people),
        least: staff(&fewest.least),
        bound: fewest.bound + heads.all(),
        proven: fewest.proven,
        by_section,
    }
}
