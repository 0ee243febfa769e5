//! On how many working days of a year some matter lacks a person: what can be said without knowing who is away when.

use crate::model::{Matter, MatterIx, PersonIx, PostIx, Separation, TierIx, Unit};
use crate::optimise::DutyTable;
use crate::units::number::rounded;
use crate::units::{Number, Share};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Working days of the plan year on which at least one matter that counts lacks people for a case, whoever of those
/// there takes which step: bounds that hold however leave is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Days {
    /// Working days of the year.
    pub working_days: u32,
    /// At least so many, even if everyone for whom nobody can stand in is away on the same days.
    pub at_least: u32,
    /// At most so many, even if no two absences meet.
    pub at_most: u32,
    /// Ids of those whose absence alone leaves a matter without a person.
    pub people: Vec<PersonIx>,
}

/// A post of something that is served, and how far it is covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PostCover {
    /// The post.
    pub post: PostIx,
    /// People whom one case needs there.
    pub needed: u32,
    /// Ids of those who hold it.
    pub holders: Vec<PersonIx>,
    /// Ids of the matters served there.
    pub matters: Vec<MatterIx>,
    /// Working days of a year / days on which a holder is there, in the mean of the holders: the people that it takes
    /// to have one there every day.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub relief_factor: Decimal,
}

impl PostCover {
    /// Whether nobody may be away.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.holders.len() <= self.needed as usize
    }
}

/// Days of a year on which a person is away, in whole days: annual leave, training and sick days as the hours
/// of the plan have them.
pub(super) fn away(unit: &Unit, person: PersonIx) -> u32 {
    let leave = unit[person].leave_days(unit.year);
    let days = Decimal::from(leave) + unit.capacity.training_days.value + unit.capacity.sick_days.value;
    days.ceil().to_u32().unwrap_or_default()
}

/// The most days on which a person may be missing: who works part of the time may be away for the rest of it.
fn away_at_most(unit: &Unit, person: PersonIx) -> u32 {
    let days = unit.calendar.working_days(unit.year);
    let terms = &unit[person].terms;
    if !terms.split.is_empty() {
        // Elsewhere on any day.
        return days;
    }
    let rest = Decimal::from(days) * (Share::ONE - terms.share).value();
    away(unit, person).saturating_add(rest.ceil().to_u32().unwrap_or(days))
}

/// The posts of what is served, in their order; `kept` is the unit to which nothing arrives but that.
pub(super) fn posts(unit: &Unit, kept: &Unit, held: &DutyTable) -> Vec<PostCover> {
    posts_up_to(unit, kept, held, TierIx(usize::MAX))
}

/// The posts of what is served of some tiers, up to a last one.
pub(super) fn posts_up_to(unit: &Unit, kept: &Unit, held: &DutyTable, last: TierIx) -> Vec<PostCover> {
    let mut posts: BTreeMap<PostIx, PostCover> = BTreeMap::new();
    for (ix, matter) in kept.open_matters().filter(|(_, matter)| matter.tier <= last) {
        for step in &matter.steps {
            let post = unit.post_for(matter, step);
            let cover = posts.entry(post).or_insert_with(|| {
                let of_post = held.iter().filter(|(_, other)| *other == post);
                let holders: Vec<PersonIx> = of_post.map(|(person, _)| *person).collect();
                let relief_factor = relief(unit, &holders);
                PostCover { post, needed: 0, holders, matters: Vec::new(), relief_factor }
            });
            cover.needed = cover.needed.max(step.people);
            cover.matters.push(ix);
        }
    }
    posts.into_values().collect()
}

fn relief(unit: &Unit, holders: &[PersonIx]) -> Decimal {
    let days = Decimal::from(unit.calendar.working_days(unit.year));
    let there: Decimal = holders.iter().map(|person| days - Decimal::from(away(unit, *person))).sum();
    (days * Decimal::from(holders.len())).checked_div(there).unwrap_or_default()
}

/// Days on which a matter of the tiers that count lacks a person; `docs/model.md` derives both bounds.
pub(super) fn days(unit: &Unit, kept: &Unit, held: &DutyTable) -> Days {
    let demands = demands(unit, kept, held);
    let bare: BTreeSet<PersonIx> =
        demands.iter().filter(|(of, needed)| of.len() <= **needed).flat_map(|(of, _)| of.clone()).collect();
    let working_days = unit.calendar.working_days(unit.year);
    // A day on which nobody of those is away lacks somebody only where more of the others are away at once than can be
    // spared.
    let together: BTreeSet<(Vec<PersonIx>, usize)> = demands
        .iter()
        .map(|(of, needed)| (of.difference(&bare).copied().collect::<Vec<_>>(), of.len().saturating_sub(*needed) + 1))
        .filter(|(others, at_once)| others.len() >= *at_once)
        .collect();
    let of_demand = |(others, at_once): &(Vec<PersonIx>, usize)| {
        let all: u32 = others.iter().map(|person| away_at_most(unit, *person)).sum();
        u32::try_from(*at_once).map_or(all, |at_once| all / at_once.max(1))
    };
    let alone: u32 = bare.iter().map(|person| away_at_most(unit, *person)).sum();
    let together: u32 = together.iter().map(of_demand).sum();
    Days {
        working_days,
        at_least: bare.iter().map(|person| away(unit, *person)).max().unwrap_or_default().min(working_days),
        at_most: alone.saturating_add(together).min(working_days),
        people: bare.into_iter().collect(),
    }
}

/// Of which people how many are to be there for every matter of the tiers that count. A case finds its people iff of
/// those who hold some of its steps, whichever these are, as many are there as the steps need together (Hall); where one
/// person may do several steps of a case, each step counts by itself.
fn demands(unit: &Unit, kept: &Unit, held: &DutyTable) -> BTreeMap<BTreeSet<PersonIx>, usize> {
    let mut demands = BTreeMap::new();
    let is_off = unit.rules.separation == Separation::Off;
    for (_, matter) in kept.open_matters().filter(|(_, matter)| matter.tier <= last_daily(unit)) {
        let steps = holders(unit, matter, held);
        for set in 1_u32..1 << steps.len() {
            let chosen = || steps.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, step)| step);
            let union: BTreeSet<PersonIx> = chosen().flat_map(|(own, _)| own.iter().copied()).collect();
            // Steps that nobody shares need nothing together that they do not need alone.
            let is_apart = union.len() == chosen().map(|(own, _)| own.len()).sum::<usize>();
            if set.count_ones() > 1 && (is_off || is_apart) {
                continue;
            }
            let needed: usize = chosen().map(|(_, needed)| *needed).sum();
            let most = demands.entry(union).or_insert(needed);
            *most = needed.max(*most);
        }
    }
    demands
}

/// Who holds each step of a matter, and how many of them a case needs.
fn holders(unit: &Unit, matter: &Matter, held: &DutyTable) -> Vec<(BTreeSet<PersonIx>, usize)> {
    let of_post = |post: PostIx| held.iter().filter(move |(_, other)| *other == post).map(|(person, _)| *person);
    let steps = matter.steps.iter();
    steps.map(|step| (of_post(unit.post_for(matter, step)).collect(), step.people as usize)).collect()
}

/// The last of the tiers whose work is to be done every day: all but the last count, or the only one.
#[must_use]
pub fn last_daily(unit: &Unit) -> TierIx {
    TierIx(unit.tiers.len().saturating_sub(2))
}
