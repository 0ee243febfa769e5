//! Other plans with the same service, in which other people move: for management to choose from.

use crate::analysis::{AssessError, EQUAL_SERVICE, Steps, checked};
use crate::model::{MatterIx, Moves, PersonIx, Plan, SectionIx, StageId, Unit};
use crate::optimise::{Different, Farthest, Settings};
use crate::units::{Hours, Share};
use crate::word::words;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How many alternatives, and how much more may be moved for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Most alternatives beside the plan itself.
    pub count: u32,
    /// Share of the people present who may move beyond the fewest; one person may in any case.
    pub within: Share,
}

/// What there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternatives {
    /// People moved in the plan itself: the fewest, if the plan is optimal.
    pub fewest_moved: u32,
    /// Most people whom an alternative may move.
    pub most_moved: u32,
    /// The plans, each as far as possible from all before it, the plan itself included.
    pub plans: Vec<Alternative>,
    /// Why there are no more.
    pub end: End,
}

/// A whole plan, checked, with the service of the plan itself in every tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The plan.
    pub plan: Plan,
    /// Moves that only this or only the nearest plan before it has ([`Moves::difference`]).
    pub difference: u32,
    /// No plan within the limits differs more.
    pub bound: u32,
    /// Moves that the plan itself does not have.
    pub more: Moves,
    /// Moves of the plan itself that this one does without.
    pub fewer: Moves,
    /// Matters whose service is not that of the plan itself, though their tier's is: level there, level here.
    pub served_otherwise: Vec<(MatterIx, Share, Share)>,
}

impl Alternative {
    /// Another plan beside the best one; `listed` are the moves of all plans before it, the best one's first.
    #[must_use]
    pub fn beside(unit: &Unit, best: &Plan, listed: &[Moves], other: Plan) -> Self {
        let (own, moves) = (Moves::of(unit, &best.held), Moves::of(unit, &other.held));
        let difference = listed.iter().map(|before| moves.difference(before)).min().unwrap_or_default();
        Self {
            difference,
            bound: bound(&other).max(difference),
            more: moves.beyond(&own),
            fewer: own.beyond(&moves),
            served_otherwise: served_otherwise(unit, best, &other),
            plan: other,
        }
    }

    /// Whether no plan within the limits differs more.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.difference >= self.bound
    }
}

words! {
    /// Why the list of alternatives ends.
    pub enum End {
        /// As many as were asked for.
        Enough = "enough",
        /// Proven: in every other plan within the limits the moves are those of a plan listed.
        NoOther = "no_other",
        /// No other was found before the search was stopped.
        NotFound = "not_found",
    }
}

/// Alternatives to a plan, one after the other; a time limit holds for each by itself.
///
/// # Errors
/// See [`AssessError`].
pub fn alternatives(
    unit: &Unit,
    plan: &Plan,
    wanted: Wanted,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Alternatives, AssessError> {
    let fewest_moved = count(moved(unit, plan).len());
    let most_moved = fewest_moved + extra(unit, wanted.within);
    let mut listed = vec![Moves::of(unit, &plan.held)];
    let mut found = Alternatives { fewest_moved, most_moved, plans: Vec::new(), end: End::Enough };
    let most = usize::try_from(wanted.count).unwrap_or(usize::MAX);
    steps.begin(most);
    while found.plans.len() < most {
        let question = Different { best: plan, listed: &listed, most_moved };
        let other = match question.farthest(unit, settings)? {
            Farthest::Plan(other) => checked(unit, other)?,
            Farthest::Nothing { proven } => {
                found.end = if proven { End::NoOther } else { End::NotFound };
                break;
            }
        };
        // The tolerance between stages may feign service that the finished plan cannot keep.
        if !serves_as_much(unit, &other, plan) {
            found.end = End::NotFound;
            break;
        }
        let moves = Moves::of(unit, &other.held);
        found.plans.push(Alternative::beside(unit, plan, &listed, other));
        listed.push(moves);
        steps.step();
    }
    Ok(found)
}

/// Everyone who works away from home.
#[must_use]
pub fn moved(unit: &Unit, plan: &Plan) -> Vec<PersonIx> {
    unit.present().map(|(ix, _)| ix).filter(|ix| plan.is_moved(unit, *ix)).collect()
}

/// The sections away from home in which a person works.
#[must_use]
pub fn sections_away(unit: &Unit, plan: &Plan, person: PersonIx) -> Vec<SectionIx> {
    let working = plan.posts_of(person).map(|post| unit[post]).filter(|post| post.is_working());
    let mut sections: Vec<_> = working.map(|p| p.section).filter(|s| !unit[person].belongs_to(*s)).collect();
    sections.dedup();
    sections
}

/// The least and the greatest part of their hours that people with a post work.
#[must_use]
pub fn spread_of_hours(unit: &Unit, plan: &Plan) -> Option<(Share, Share)> {
    let placed = unit.present().filter(|(ix, p)| p.hours > Hours::ZERO && plan.posts_of(*ix).next().is_some());
    let used: Vec<Share> = placed.map(|(ix, person)| plan.hours(unit, ix, None).share_of(person.hours)).collect();
    Some((used.iter().copied().min()?, used.iter().copied().max()?))
}

/// People who may move beyond the fewest: the share of those present, rounded down, and at least one.
fn extra(unit: &Unit, within: Share) -> u32 {
    let present = Decimal::from(unit.present().count());
    (present * within.value()).floor().to_u32().unwrap_or_default().max(1)
}

/// Whether one plan serves every tier as much as another.
#[must_use]
pub fn serves_as_much(unit: &Unit, one: &Plan, other: &Plan) -> bool {
    let (one, other) = (one.service(unit), other.service(unit));
    one.iter().zip(&other).all(|((_, one, _), (_, other, _))| *one + EQUAL_SERVICE >= *other)
}

fn served_otherwise(unit: &Unit, plan: &Plan, other: &Plan) -> Vec<(MatterIx, Share, Share)> {
    let levels = unit.matters().map(|(ix, _)| (ix, plan.level(unit, ix), other.level(unit, ix)));
    levels.filter(|(_, here, there)| (here.value() - there.value()).abs() > EQUAL_SERVICE).collect()
}

fn bound(plan: &Plan) -> u32 {
    let stage = plan.stages.iter().find(|stage| stage.id == StageId::Difference);
    stage.and_then(|stage| stage.bound.to_u32()).unwrap_or_default()
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
