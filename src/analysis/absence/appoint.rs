//! Backups (AB角): one person more at one post, and the fewest such appointments with which the first tier survives.
//!
//! Everyone keeps what they hold; an appointment is one that the checker lets pass.

use super::held::AsHeld;
use super::kept::{Levels, losses};
use super::{Covered, Loss, days};
use crate::analysis::AssessError;
use crate::check;
use crate::model::{Change, PersonIx, Plan, PostIx, TierIx, Unit};
use crate::optimise::{DutyTable, Settings};
use crate::units::Number;
use crate::units::number::rounded;
use rayon::prelude::*;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// One person more at one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Backup {
    /// Id of the person.
    pub person: PersonIx,
    /// The post, beside what the person holds already.
    pub post: PostIx,
    /// What it saves in a year, by tier.
    pub saved: Vec<Saved>,
}

/// What a backup saves of one tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Saved {
    /// Id of the tier.
    pub tier: TierIx,
    /// Days on which each person is away x the part of each matter that is then not done, added up over people and
    /// matters: by so much less, if no two are away at once.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub matter_days: Decimal,
}

/// What makes every matter of the first tier survive any one absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// It does as it is.
    Nothing,
    /// These appointments, and no fewer: each post where nobody may be away needs as many more.
    Fewest(Fewest),
    /// No appointment does while everyone keeps their posts: the rules leave nobody for these, or not for all at once.
    Impossible(Vec<PostIx>),
    /// At least so many; a set that works was not found.
    AtLeast(usize),
}

/// The fewest appointments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fewest {
    /// People and the posts that they take beside their own.
    pub appointments: Vec<Appointment>,
}

/// One appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Appointment {
    /// Id of the person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
}

/// Sets of appointments whose hours are worked out before the search ends.
const MOST_TRIED: usize = 200;
/// Steps of the search through sets that the rules allow.
const MOST_STEPS: usize = 100_000;

pub(super) struct Question<'a> {
    pub(super) unit: &'a Unit,
    /// The unit to which nothing arrives but what the plan does.
    pub(super) kept: &'a Unit,
    pub(super) plan: &'a Plan,
    pub(super) covered: &'a Covered,
    pub(super) settings: &'a Settings,
    /// The unit without sections that are to have people of their own, which is no matter of an appointment.
    pub(super) lawful: Unit,
}

/// A unit in which no section is to have people of its own.
pub(in crate::analysis) fn without_minima(unit: &Unit) -> Unit {
    let minima: Vec<Change> = unit.with_minimum().map(Change::NoMinimum).collect();
    unit.with(&minima)
}

/// Whether the rules let some people take more posts beside those of a table, in a unit without minima. The unit's own
/// rules decide, with everything that arrives: an appointment is no matter of a day. Every rule speaks of one person or
/// of relatives, and the table keeps them all: nobody else's posts need be looked at again.
pub(in crate::analysis) fn is_lawful(lawful: &Unit, table: &DutyTable, more: &[Appointment]) -> bool {
    let mut people: BTreeSet<PersonIx> = more.iter().map(|one| one.person).collect();
    for (a, b) in lawful.rules.kin.iter().flatten() {
        if people.contains(a) || people.contains(b) {
            people.extend([*a, *b]);
        }
    }
    let own = table.iter().filter(|(person, _)| people.contains(person)).copied();
    let held: DutyTable = own.chain(more.iter().map(|one| (one.person, one.post))).collect();
    check::verify_duty_table(lawful, &held).is_empty()
}

impl Question<'_> {
    /// Everyone at every post of what is served that they do not hold but may, beside what they hold.
    pub(super) fn candidates(&self) -> Result<Vec<Appointment>, AssessError> {
        let people = || self.unit.present().map(|(person, _)| person);
        let posts = self.covered.posts.iter().map(|cover| cover.post);
        let mut found = Vec::new();
        for post in posts {
            self.settings.in_time()?;
            let all = people().map(|person| Appointment { person, post });
            let new = all.filter(|one| !self.plan.held.contains(&(one.person, one.post)));
            found.extend(new.filter(|one| self.is_lawful(&[*one])));
        }
        Ok(found)
    }

    fn is_lawful(&self, more: &[Appointment]) -> bool {
        is_lawful(&self.lawful, &self.plan.held, more)
    }

    fn with(&self, more: &[Appointment]) -> DutyTable {
        let added = more.iter().map(|one| (one.person, one.post));
        self.plan.held.iter().copied().chain(added).collect()
    }

    /// The appointments that save something, the one that saves most first: of the first tier, then of the next.
    pub(super) fn backups(&self, candidates: &[Appointment]) -> Result<Vec<Backup>, AssessError> {
        let backup = |one: &Appointment| -> Result<Backup, AssessError> {
            let post = self.covered.posts.iter().find(|cover| cover.post == one.post);
            let people: BTreeSet<PersonIx> = post.into_iter().flat_map(|cover| cover.holders.clone()).collect();
            let after = self.alone(&[*one], &people)?;
            let mut saved = Vec::new();
            for (tier, _) in self.unit.tiers() {
                let cost = |person: PersonIx, losses: &[Loss]| self.matter_days(tier, person, losses);
                let before: Decimal = people.iter().map(|p| cost(*p, self.covered.of_person(*p))).sum();
                let now: Decimal = after.iter().map(|(person, losses)| cost(*person, losses)).sum();
                saved.push(Saved { tier, matter_days: (before - now).max(Decimal::ZERO) });
            }
            Ok(Backup { person: one.person, post: one.post, saved })
        };
        let mut backups: Vec<Backup> = candidates.par_iter().map(backup).collect::<Result<_, _>>()?;
        backups.retain(|backup| backup.saved.iter().any(|saved| saved.matter_days >= Decimal::new(5, 1)));
        backups.sort_by_key(|backup| {
            let saved: Vec<_> = backup.saved.iter().map(|saved| Reverse(saved.matter_days.round_dp(3))).collect();
            (saved, backup.person, backup.post)
        });
        Ok(backups)
    }

    /// What the absence of each of some people costs with more appointments.
    fn alone(
        &self,
        more: &[Appointment],
        people: &BTreeSet<PersonIx>,
    ) -> Result<Vec<(PersonIx, Vec<Loss>)>, AssessError> {
        let sets: Vec<Vec<PersonIx>> = people.iter().map(|person| vec![*person]).collect();
        let levels = AsHeld::new(self.kept, &self.with(more)).levels(&sets, self.settings)?;
        let lost = |levels: &Levels| losses(self.unit, self.plan, self.kept, levels);
        Ok(people.iter().copied().zip(levels.iter().map(lost)).collect())
    }

    fn matter_days(&self, tier: TierIx, person: PersonIx, losses: &[Loss]) -> Decimal {
        let part = |loss: &Loss| {
            let left = loss.after.value().checked_div(loss.before.value()).unwrap_or(Decimal::ONE);
            Decimal::ONE - left
        };
        let of_tier = losses.iter().filter(|loss| self.unit[loss.matter].tier == tier);
        Decimal::from(days::away(self.unit, person)) * of_tier.map(part).sum::<Decimal>()
    }

    /// The fewest appointments that let the first tier survive any one absence. A post that can spare nobody needs one
    /// more holder, and one appointment is one post's: a set with one for each of them is smallest.
    pub(super) fn fewest(&self, candidates: &[Appointment]) -> Result<Needed, AssessError> {
        let first = TierIx(0);
        let hit = |losses: &[Loss]| losses.iter().any(|loss| self.unit[loss.matter].tier == first);
        if !self.covered.of_size(1).any(|absent| hit(&absent.as_held)) {
            return Ok(Needed::Nothing);
        }
        let bare = days::posts_up_to(self.unit, self.kept, &self.plan.held, first)
            .into_iter()
            .filter(days::PostCover::is_bare);
        let open: Vec<(PostIx, Vec<PersonIx>)> = bare
            .map(|cover| {
                let takers = candidates.iter().filter(|one| one.post == cover.post).map(|one| one.person);
                (cover.post, takers.collect())
            })
            .collect();
        let without: Vec<PostIx> = open.iter().filter(|(_, takers)| takers.is_empty()).map(|(post, _)| *post).collect();
        if !without.is_empty() {
            return Ok(Needed::Impossible(without));
        }
        let mut search = Search { question: self, open: &open, steps: 0, found: Vec::new() };
        let is_whole = search.from(&mut Vec::new());
        let all: BTreeSet<PersonIx> = self.plan.held.iter().map(|(person, _)| *person).collect();
        let sets = std::mem::take(&mut search.found);
        if is_whole && sets.is_empty() {
            return Ok(Needed::Impossible(open.into_iter().map(|(post, _)| post).collect()));
        }
        for set in sets {
            if !self.alone(&set, &all)?.iter().any(|(_, losses)| hit(losses)) {
                return Ok(Needed::Fewest(Fewest { appointments: set }));
            }
        }
        Ok(Needed::AtLeast(open.len().max(1)))
    }
}

/// Sets with one person more at each of some posts that the rules allow.
struct Search<'q> {
    question: &'q Question<'q>,
    open: &'q [(PostIx, Vec<PersonIx>)],
    steps: usize,
    found: Vec<Vec<Appointment>>,
}

impl Search<'_> {
    /// Goes on from a set; whether all were looked at.
    fn from(&mut self, set: &mut Vec<Appointment>) -> bool {
        if !self.question.is_lawful(set) {
            return true;
        }
        let Some((post, takers)) = self.open.get(set.len()) else {
            self.found.push(set.clone());
            return true;
        };
        for person in takers {
            self.steps += 1;
            let is_late = self.question.settings.in_time().is_err();
            if is_late || self.steps > MOST_STEPS || self.found.len() >= MOST_TRIED {
                return false;
            }
            set.push(Appointment { person: *person, post: *post });
            let whole = self.from(set);
            set.pop();
            if !whole {
                return false;
            }
        }
        true
    }
}
