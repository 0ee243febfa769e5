//! The requirement by hours: WISN, with the numbers of the scenario.
//!
//! Available working time is hours per day × (working days − annual leave − training − sick days);
//! the overhead share is the category allowance, what section heads keep for leading the individual one.

use crate::analysis::wisn::Workload;
use crate::model::{DutyGroup, Employment, Matter, MatterStep, Person, PostIx, Rank, SectionIx, Step, Unit};
use crate::units::number::rounded;
use crate::units::{Hours, Number, Share};
use crate::word::words;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use serde::Serialize;

/// Annual leave of somebody of one to ten years of work: what a cadre without anybody present is given.
const USUAL_LEAVE: u32 = 5;

/// Established staff or contract workers, leaders left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadre {
    /// Which.
    pub employment: Employment,
    /// How many are present.
    pub present: u32,
    /// Section heads among them.
    pub heads: u32,
    /// Mean annual leave of those present, in days.
    pub leave_days: Decimal,
    /// Their hours.
    pub workload: Workload,
}

impl Cadre {
    /// Present less required: below zero people are missing.
    #[must_use]
    pub fn difference(&self) -> Decimal {
        Decimal::from(self.present) - self.workload.required()
    }

    /// Present / required: below 1 the work presses; `None` where nothing is required.
    #[must_use]
    pub fn ratio(&self) -> Option<Decimal> {
        Decimal::from(self.present).checked_div(self.workload.required())
    }
}

/// The hours of leaders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeaderHours {
    /// Hours at posts that only leaders hold.
    #[serde(rename = "leader_hours_needed")]
    pub needed: Hours,
    /// Hours that the leaders present have.
    #[serde(rename = "leader_hours_available")]
    pub available: Hours,
}

/// What a section takes by hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionHours {
    /// Hours of steps that contract workers may do.
    #[serde(rename = "hours_open_to_contract")]
    pub open_to_contract: Hours,
    /// Hours of steps that only established staff may do.
    #[serde(rename = "hours_established_only")]
    pub established_only: Hours,
    /// Required by hours, in people: allowances included, leaders left out.
    #[serde(rename = "by_hours")]
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub required: Decimal,
}

/// What one post takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PostHours {
    /// Id.
    #[serde(rename = "id")]
    pub post: PostIx,
    /// Hours of a year's cases.
    pub hours: Hours,
    /// Who does it when as much as possible is left to contract workers.
    pub holder: Holder,
    /// Holders so that the hours fit, whole people.
    pub by_hours: u32,
    /// Holders that the rules demand: people of its largest step − 1 + `cover`.
    pub by_rule: u32,
}

words! {
    /// Who may hold a post.
    pub enum Holder {
        /// Leaders only.
        Leader = "leader",
        /// Established staff only.
        Established = "established",
        /// Contract workers too.
        Contract = "contract",
    }
}

pub(super) fn cadres(unit: &Unit) -> [Cadre; 2] {
    [Employment::Established, Employment::Contract].map(|employment| cadre(unit, employment, None))
}

/// A cadre of the whole unit, or of one section.
fn cadre(unit: &Unit, employment: Employment, section: Option<SectionIx>) -> Cadre {
    let here = |person: &&Person| section.is_none_or(|section| person.home == Some(section));
    let present: Vec<&Person> = members(unit, employment).filter(here).collect();
    let heads = present.iter().filter(|person| person.rank == Rank::SectionHead).count();
    let available = available(unit, employment);
    let wanted = match employment {
        Employment::Contract => Holder::Contract,
        Employment::Established => Holder::Established,
    };
    let for_leading = Share::ONE - rank_share(unit, Rank::SectionHead);
    let individual = Hours::new(available.value() * for_leading.value() * Decimal::from(heads));
    let workload = Workload {
        available,
        service: service(unit, |matter, step| {
            let place = step.hall.unwrap_or(matter.section);
            section.is_none_or(|section| place == section) && holder(unit, matter.duty, step.step) == wanted
        }),
        support: unit.capacity.overhead.value,
        individual,
    };
    Cadre {
        employment,
        present: present.len().to_u32().unwrap_or(u32::MAX),
        heads: heads.to_u32().unwrap_or(u32::MAX),
        leave_days: leave_days(unit, employment),
        workload,
    }
}

pub(super) fn of_section(unit: &Unit, section: SectionIx) -> SectionHours {
    let [established, contract] =
        [Employment::Established, Employment::Contract].map(|employment| cadre(unit, employment, Some(section)));
    SectionHours {
        open_to_contract: contract.workload.service,
        established_only: established.workload.service,
        required: established.workload.required() + contract.workload.required(),
    }
}

pub(super) fn of_post(unit: &Unit, ix: PostIx) -> PostHours {
    let post = unit[ix];
    let holder = holder(unit, post.duty, post.step);
    let steps = || {
        let steps = unit.open_matters().flat_map(|(_, matter)| matter.steps.iter().map(move |step| (matter, step)));
        steps.filter(move |(matter, step)| unit.post_for(matter, step) == ix)
    };
    let hours: Hours = steps().map(|(matter, step)| Unit::hours_needed(step, matter.arriving)).sum();
    let each = match holder {
        Holder::Leader => {
            let leader = unit.present().find(|(_, person)| person.rank == Rank::Leader).map(|(_, person)| person.hours);
            leader.unwrap_or_else(|| standard_hours(unit, Employment::Established, Rank::Leader))
        }
        Holder::Established => standard_hours(unit, Employment::Established, Rank::Staff),
        Holder::Contract => standard_hours(unit, Employment::Contract, Rank::Staff),
    };
    let people = steps().map(|(_, step)| step.people).max().unwrap_or(1);
    PostHours {
        post: ix,
        hours,
        holder,
        by_hours: hours.value().checked_div(each.value()).unwrap_or_default().ceil().to_u32().unwrap_or(u32::MAX),
        by_rule: people - 1 + unit.rules.cover,
    }
}

/// Hours at posts that only leaders hold, and hours that the leaders present have.
pub(super) fn leaders(unit: &Unit) -> LeaderHours {
    let needed = service(unit, |matter, step| holder(unit, matter.duty, step.step) == Holder::Leader);
    let present = unit.present().filter(|(_, person)| person.rank == Rank::Leader);
    LeaderHours { needed, available: present.map(|(_, person)| person.hours).sum() }
}

/// Hours of a year at the steps that `counts` picks.
fn service(unit: &Unit, counts: impl Fn(&Matter, &MatterStep) -> bool) -> Hours {
    let steps = unit.matters.iter().flat_map(|matter| matter.steps.iter().map(move |step| (matter, step)));
    let counted = steps.filter(|(matter, step)| counts(matter, step));
    counted.map(|(matter, step)| Unit::hours_needed(step, matter.arriving)).sum()
}

fn holder(unit: &Unit, duty: DutyGroup, step: Step) -> Holder {
    if unit.rules.leader_steps && step == Step::Approve {
        return Holder::Leader;
    }
    match &unit.rules.contract_steps {
        Some(rule) if !rule.steps.contains(&step) || !rule.duties.contains(&duty) => Holder::Established,
        _ => Holder::Contract,
    }
}

/// Everyone present of an employment who is no leader.
fn members(unit: &Unit, employment: Employment) -> impl Iterator<Item = &Person> {
    let people = unit.present().map(|(_, person)| person);
    people.filter(move |person| person.employment == employment && person.rank != Rank::Leader)
}

/// Mean annual leave of those present; the usual one where nobody is.
fn leave_days(unit: &Unit, employment: Employment) -> Decimal {
    let days: Vec<Decimal> = members(unit, employment).map(|p| p.leave_days(unit.year).into()).collect();
    let mean = days.iter().sum::<Decimal>().checked_div(Decimal::from(days.len()));
    mean.unwrap_or_else(|| USUAL_LEAVE.into())
}

/// Available working time of one person of an employment, before any allowance.
fn available(unit: &Unit, employment: Employment) -> Hours {
    unit.capacity.available(&unit.calendar, unit.year, leave_days(unit, employment))
}

fn rank_share(unit: &Unit, rank: Rank) -> Share {
    unit.capacity.rank_share.get(&rank).map_or(Share::ONE, |share| share.value)
}

/// Hours for posts of one person of an employment and rank, with the mean annual leave of those present.
pub(super) fn standard_hours(unit: &Unit, employment: Employment, rank: Rank) -> Hours {
    available(unit, employment) * (Share::ONE - unit.capacity.overhead.value) * rank_share(unit, rank)
}
