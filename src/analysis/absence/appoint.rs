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
    /// These appointments, and no fewer: all smaller sets that the rules allow were tried, or are too small for the posts
    /// where nobody may be away.
    Fewest(Fewest),
    /// No appointments do while everyone keeps their posts: the rules leave nobody for these, or not for all at once; or,
    /// where none are named, whatever the rules allow leaves people or hours short.
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
const MOST_STEPS: usize = 20_000;

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
            // Whoever is not missed gains nothing, and neither does what shares nobody with the post.
            let as_held = AsHeld::new(self.kept, &self.with(&[*one]));
            let mut people = as_held.linked(one.post);
            people.retain(|person| !self.covered.of_person(*person).is_empty());
            let after = self.alone(&as_held, &people)?;
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

    /// What the absence of each of some people costs with a table of more appointments.
    fn alone(&self, as_held: &AsHeld, people: &BTreeSet<PersonIx>) -> Result<Vec<(PersonIx, Vec<Loss>)>, AssessError> {
        let sets: Vec<Vec<PersonIx>> = people.iter().map(|person| vec![*person]).collect();
        let levels = as_held.levels(&sets, self.settings)?;
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
    /// more holder, and one appointment is one post's, so no fewer do; where none of these sets does, sets of one more
    /// are tried, and so on. Since part of an allowed set is allowed, there is none left once a size has none.
    pub(super) fn fewest(&self, candidates: &[Appointment]) -> Result<Needed, AssessError> {
        let missed: BTreeSet<PersonIx> =
            self.covered.of_size(1).filter(|one| self.hits(&one.as_held)).flat_map(|one| one.people.clone()).collect();
        if missed.is_empty() {
            return Ok(Needed::Nothing);
        }
        let bare = days::posts_up_to(self.unit, self.kept, &self.plan.held, FIRST)
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
        let mut search = Search { question: self, open: &open, candidates, missed, steps: 0, seen: BTreeSet::new() };
        for more in 0..=candidates.len() {
            let before = search.seen.len();
            match search.from(&mut Vec::new(), more, 0)? {
                Found::Set(set) => return Ok(Needed::Fewest(Fewest { appointments: set })),
                Found::OutOfSteps => return Ok(Needed::AtLeast((open.len() + more).max(1))),
                Found::None if search.seen.len() == before => {
                    // Where sets of so many as the bare posts were allowed, people or hours are short and not the rules.
                    let posts = open.iter().filter(|_| more == 0).map(|(post, _)| *post).collect();
                    return Ok(Needed::Impossible(posts));
                }
                Found::None => {}
            }
        }
        Ok(Needed::Impossible(Vec::new()))
    }

    /// Whether some of the first tier is lost.
    fn hits(&self, losses: &[Loss]) -> bool {
        losses.iter().any(|loss| self.unit[loss.matter].tier == FIRST)
    }
}

/// The tier that is to survive.
const FIRST: TierIx = TierIx(0);

/// Sets with one person more at each of some posts, and more appointments beside, that the rules allow.
struct Search<'q> {
    question: &'q Question<'q>,
    open: &'q [(PostIx, Vec<PersonIx>)],
    candidates: &'q [Appointment],
    /// Whose absence costs some of the first tier; with more appointments nobody else's does.
    missed: BTreeSet<PersonIx>,
    steps: usize,
    /// The sets whose hours were worked out.
    seen: BTreeSet<BTreeSet<Appointment>>,
}

/// What a search came to.
enum Found {
    Set(Vec<Appointment>),
    None,
    OutOfSteps,
}

impl Search<'_> {
    /// Goes on from a set, with so many appointments beside those of the open posts, of candidates from one on.
    fn from(&mut self, set: &mut Vec<Appointment>, more: usize, next: usize) -> Result<Found, AssessError> {
        if !self.question.is_lawful(set) {
            return Ok(Found::None);
        }
        let (open, candidates) = (self.open, self.candidates);
        let choices: Vec<(Appointment, usize)> = match open.get(set.len()) {
            Some((post, takers)) => {
                takers.iter().map(|person| (Appointment { person: *person, post: *post }, 0)).collect()
            }
            None if set.len() == open.len() + more => return self.tried(set),
            None => candidates.iter().enumerate().skip(next).map(|(at, one)| (*one, at + 1)).collect(),
        };
        for (one, next) in choices {
            if set.contains(&one) {
                continue;
            }
            self.steps += 1;
            let is_late = self.question.settings.in_time().is_err();
            if is_late || self.steps > MOST_STEPS || self.seen.len() >= MOST_TRIED {
                return Ok(Found::OutOfSteps);
            }
            set.push(one);
            let found = self.from(set, more, next)?;
            set.pop();
            if !matches!(found, Found::None) {
                return Ok(found);
            }
        }
        Ok(Found::None)
    }

    /// Whether a set does.
    fn tried(&mut self, set: &[Appointment]) -> Result<Found, AssessError> {
        if !self.seen.insert(set.iter().copied().collect()) {
            return Ok(Found::None);
        }
        let as_held = AsHeld::new(self.question.kept, &self.question.with(set));
        let lost = self.question.alone(&as_held, &self.missed)?;
        let does = !lost.iter().any(|(_, losses)| self.question.hits(losses));
        Ok(if does { Found::Set(set.to_vec()) } else { Found::None })
    }
}
