//! What stalls or slows while people are away: with the posts as they are held, and with posts given anew.

mod appoint;
mod days;
mod held;
mod kept;
mod reappointed;

pub use appoint::{Appointment, Backup, Fewest, Needed, Saved};
pub use days::{Days, PostCover, last_daily};

pub(super) use appoint::{is_lawful, without_minima};

use self::held::AsHeld;
use super::{AssessError, ServiceStatus, Steps, planned};
use crate::model::{MatterIx, PersonIx, Plan, PlanStatus, TierIx, Unit};
use crate::optimise::Settings;
use crate::units::number::rounded;
use crate::units::{Number, Share};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What absences do to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The plan; it passed the checker.
    pub plan: Plan,
    /// Most people away at once.
    pub most: usize,
    /// Every set of people with a post, up to `most` of them, that leaves some work undone: first the single ones, in
    /// order of the roster.
    pub absences: Vec<Absent>,
    /// How many sets were tried: by number of people away, one first.
    pub tried: Vec<usize>,
    /// How many may be away, by tier.
    pub survived: Vec<Survived>,
    /// On how many days something lacks a person.
    pub days: Days,
    /// The posts of what is served.
    pub posts: Vec<PostCover>,
    /// One person more at one post, what removes most first; nothing that removes nothing.
    pub backups: Vec<Backup>,
    /// What makes every matter of the first tier survive any one absence.
    pub fewest: Needed,
    /// Largest gap of a plan behind this that was not proven optimal; `None`: all were.
    pub unproven: Option<Decimal>,
}

/// Some people away at once, and what is not done for as long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Absent {
    /// Ids of those away.
    pub people: Vec<PersonIx>,
    /// What is lost while everyone else stays at their posts, in order of tier, then of the scenario.
    pub as_held: Vec<Loss>,
    /// What is lost even if posts are given anew among those who are there.
    pub reappointed: Vec<Loss>,
}

/// Work of a matter that is not done while people are away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Loss {
    /// Id of the matter.
    pub matter: MatterIx,
    /// Service level in the plan.
    pub before: Share,
    /// Service level meanwhile.
    pub after: Share,
    /// What becomes of it meanwhile: `slowed` or `stalled`.
    pub status: ServiceStatus,
    /// Cases of a working day that the plan does and that are not done.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub cases_a_day: Decimal,
}

/// How many people may be away, whoever they are, without a loss to a tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Survived {
    /// Id of the tier.
    pub tier: TierIx,
    /// With the posts as they are held; the number tried means: at least so many.
    pub as_held: usize,
    /// With posts given anew.
    pub reappointed: usize,
}

impl Absent {
    /// How badly it hits: by tier, first the matters that stall, then those that slow.
    fn weight(&self, unit: &Unit) -> Vec<Reverse<(usize, usize, Decimal)>> {
        let of_tier = |tier: TierIx| {
            let losses: Vec<_> = self.as_held.iter().filter(|loss| unit[loss.matter].tier == tier).collect();
            let stalled = losses.iter().filter(|loss| loss.status == ServiceStatus::Stalled).count();
            let lost = losses.iter().map(|loss| loss.before.value() - loss.after.value()).sum();
            Reverse((stalled, losses.len(), lost))
        };
        unit.tiers().map(|(tier, _)| of_tier(tier)).collect()
    }
}

impl Covered {
    /// Everyone without whom some work is not done, the one who is missed most first: by tier, the matters that stall,
    /// those that slow, and how much of them.
    #[must_use]
    pub fn irreplaceable(&self, unit: &Unit) -> Vec<&Absent> {
        let mut alone: Vec<&Absent> = self.of_size(1).filter(|absent| !absent.as_held.is_empty()).collect();
        alone.sort_by_key(|absent| absent.weight(unit));
        alone
    }

    /// The sets of so many people, the worst first.
    #[must_use]
    pub fn worst(&self, unit: &Unit, size: usize) -> Vec<&Absent> {
        let mut sets: Vec<&Absent> = self.of_size(size).collect();
        sets.sort_by_cached_key(|absent| absent.weight(unit));
        sets
    }

    /// The sets of several people who are missed together while everything is done as long as one of them is there, the
    /// worst first.
    #[must_use]
    pub fn only_together(&self, unit: &Unit) -> Vec<&Absent> {
        let missed = self.absences.iter().filter(|one| !one.as_held.is_empty());
        let known: BTreeSet<BTreeSet<PersonIx>> = missed.map(|one| one.people.iter().copied().collect()).collect();
        // Whoever is missed within a set is missed without one of its people as well, down to sets of one.
        let is_least = |absent: &&Absent| {
            let whole: BTreeSet<PersonIx> = absent.people.iter().copied().collect();
            let without =
                |person: &PersonIx| whole.iter().copied().filter(|other| other != person).collect::<BTreeSet<_>>();
            !absent.as_held.is_empty()
                && whole.len() > 1
                && !whole.iter().any(|person| known.contains(&without(person)))
        };
        let mut sets: Vec<&Absent> = self.absences.iter().filter(is_least).collect();
        sets.sort_by_cached_key(|absent| absent.weight(unit));
        sets
    }

    /// The sets of so many people that leave work undone.
    pub fn of_size(&self, size: usize) -> impl Iterator<Item = &Absent> {
        self.absences.iter().filter(move |absent| absent.people.len() == size)
    }

    /// What the absence of one person costs with the posts as held.
    #[must_use]
    pub fn of_person(&self, person: PersonIx) -> &[Loss] {
        self.of_size(1).find(|absent| absent.people == [person]).map_or(&[], |absent| &absent.as_held)
    }
}

/// Plans a unit and asks what is not done while anybody, any two, up to `most` people are away.
///
/// # Errors
/// See [`AssessError`].
pub fn absence(unit: &Unit, most: usize, settings: &Settings, steps: &mut dyn Steps) -> Result<Covered, AssessError> {
    let plan = planned(unit, settings)?;
    absence_from(unit, plan, most, settings, steps)
}

/// What the absence of one person costs a plan that is there already, while everyone else stays at their posts.
///
/// # Errors
/// See [`AssessError`].
pub fn missed(unit: &Unit, plan: &Plan, person: PersonIx, settings: &Settings) -> Result<Absent, AssessError> {
    let kept = kept::as_planned(unit, plan);
    let levels = AsHeld::new(&kept, &plan.held).levels(&[vec![person]], settings)?;
    let as_held = levels.first().map(|levels| kept::losses(unit, plan, &kept, levels)).unwrap_or_default();
    Ok(Absent { people: vec![person], as_held, reappointed: Vec::new() })
}

/// On how many days some matter that a plan does every day lacks a person. Nothing is solved.
#[must_use]
pub fn days_of(unit: &Unit, plan: &Plan) -> Days {
    days::days(unit, &kept::as_planned(unit, plan), &plan.held)
}

/// The same as [`absence`] of a plan that is there already and passed the checker.
///
/// # Errors
/// See [`AssessError`].
pub fn absence_from(
    unit: &Unit,
    plan: Plan,
    most: usize,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Covered, AssessError> {
    let kept = kept::as_planned(unit, &plan);
    let people: Vec<PersonIx> =
        unit.present().map(|(ix, _)| ix).filter(|ix| plan.posts_of(*ix).next().is_some()).collect();
    let sets: Vec<Vec<PersonIx>> = (1..=most).flat_map(|size| combinations(&people, size)).collect();
    steps.begin(2);
    let as_held = AsHeld::new(&kept, &plan.held);
    let levels = as_held.levels(&sets, settings)?;
    steps.step();
    let again = reappointed::levels(&kept, &sets, settings)?;
    steps.step();
    let absences: Vec<Absent> = sets
        .iter()
        .zip(levels)
        .zip(again.levels)
        .map(|((people, as_held), again)| Absent {
            people: people.clone(),
            as_held: kept::losses(unit, &plan, &kept, &as_held),
            reappointed: kept::losses(unit, &plan, &kept, &again),
        })
        .filter(|absent| !absent.as_held.is_empty() || !absent.reappointed.is_empty())
        .collect();
    let survived = unit.tiers().map(|(tier, _)| survived(unit, tier, most, &absences)).collect();
    let mut covered = Covered {
        survived,
        most,
        absences,
        tried: (1..=most).map(|size| sets.iter().filter(|set| set.len() == size).count()).collect(),
        days: days::days(unit, &kept, &plan.held),
        posts: days::posts(unit, &kept, &plan.held),
        backups: Vec::new(),
        fewest: Needed::Nothing,
        unproven: match plan.status {
            PlanStatus::Optimal => again.gap,
            PlanStatus::Feasible { gap } => Some(again.gap.unwrap_or_default().max(gap)),
        },
        plan,
    };
    let lawful = appoint::without_minima(unit);
    let question = appoint::Question { unit, kept: &kept, plan: &covered.plan, covered: &covered, settings, lawful };
    let candidates = question.candidates()?;
    let (backups, fewest) = (question.backups(&candidates)?, question.fewest(&candidates)?);
    (covered.backups, covered.fewest) = (backups, fewest);
    Ok(covered)
}

/// The largest number of people whose absence costs a tier nothing, whoever they are.
fn survived(unit: &Unit, tier: TierIx, most: usize, absences: &[Absent]) -> Survived {
    let up_to = |losses: fn(&Absent) -> &[Loss]| {
        let hits = absences.iter().filter(|absent| losses(absent).iter().any(|loss| unit[loss.matter].tier == tier));
        hits.map(|absent| absent.people.len() - 1).min().unwrap_or(most)
    };
    Survived { tier, as_held: up_to(|absent| &absent.as_held), reappointed: up_to(|absent| &absent.reappointed) }
}

/// Every set of so many of some people, in order.
fn combinations(people: &[PersonIx], size: usize) -> Vec<Vec<PersonIx>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with_first = |(at, first): (usize, &PersonIx)| {
        let rest = combinations(&people[at + 1..], size - 1).into_iter();
        rest.map(|rest| [vec![*first], rest].concat()).collect::<Vec<_>>()
    };
    people.iter().enumerate().flat_map(with_first).collect()
}
