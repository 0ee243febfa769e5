//! On how many working days of a year some matter lacks a person: what can be said without knowing who is away when.

use crate::model::{MatterIx, PersonIx, PostIx, TierIx, Unit};
use crate::optimise::DutyTable;
use crate::units::number::rounded;
use crate::units::{Number, Share};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Working days of the plan year on which at least one matter that counts has fewer people at one of its posts than a
/// case needs: bounds that hold however leave is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Days {
    /// Working days of the year.
    pub working_days: u32,
    /// At least so many, even if everyone at a post without a second person is away on the same days.
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
        self.spare() == 0
    }

    /// Holders beyond those whom one case needs.
    fn spare(&self) -> usize {
        self.holders.len().saturating_sub(self.needed as usize)
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
    let posts = posts_up_to(unit, kept, held, last_daily(unit));
    let bare: BTreeSet<PersonIx> = posts.iter().filter(|p| p.is_bare()).flat_map(|p| p.holders.clone()).collect();
    let working_days = unit.calendar.working_days(unit.year);
    // A day on which nobody of those is away lacks somebody only where more of the others at a post are away at once
    // than it can spare.
    let together: BTreeSet<(Vec<PersonIx>, usize)> = posts
        .iter()
        .map(|post| (post.holders.iter().copied().filter(|p| !bare.contains(p)).collect::<Vec<_>>(), post.spare() + 1))
        .filter(|(others, at_once)| others.len() >= *at_once)
        .collect();
    let of_posts = |(others, at_once): &(Vec<PersonIx>, usize)| {
        let all: u32 = others.iter().map(|person| away_at_most(unit, *person)).sum();
        u32::try_from(*at_once).map_or(all, |at_once| all / at_once.max(1))
    };
    let alone: u32 = bare.iter().map(|person| away_at_most(unit, *person)).sum();
    let together: u32 = together.iter().map(of_posts).sum();
    Days {
        working_days,
        at_least: bare.iter().map(|person| away(unit, *person)).max().unwrap_or_default().min(working_days),
        at_most: alone.saturating_add(together).min(working_days),
        people: bare.into_iter().collect(),
    }
}

/// The last of the tiers whose work is to be done every day: all but the last count, or the only one.
#[must_use]
pub fn last_daily(unit: &Unit) -> TierIx {
    TierIx(unit.tiers.len().saturating_sub(2))
}
