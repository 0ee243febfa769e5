//! Everyone with posts; and the accounts of a plan whose posts were found section by section.

use super::formulation::people_by_post;
use super::lattice::Answer;
use super::{DutyTable, Extent, Progress};
use crate::model::{MatterIx, Method, PersonIx, PostIx, Stage, StageId, StopReason, TierIx, Unit};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Everyone with posts, and the service levels that these posts were chosen for.
pub(super) struct Seated {
    pub(super) stages: Vec<Stage>,
    pub(super) held: DutyTable,
    /// Whether everyone stays in the sections chosen, even at a post that in the end carries no hours.
    pub(super) sections_settled: bool,
    /// The levels, where they are known exactly.
    pub(super) levels: Option<BTreeMap<MatterIx, Decimal>>,
    /// How they were found.
    pub(super) method: Method,
}

impl Seated {
    /// Posts without more.
    pub(super) fn at(held: DutyTable, stages: Vec<Stage>) -> Self {
        Self { stages, held, sections_settled: false, levels: None, method: Method::Program }
    }
}

/// The plan so far, stage by stage.
pub(super) fn told(unit: &Unit, best: Answer, extent: Extent, progress: &mut dyn Progress) -> Seated {
    // A search for patterns that ended early leaves something open.
    let stage = |id: StageId, reached: Decimal, better: Decimal| {
        let stop = if better.is_zero() { StopReason::Proven } else { StopReason::TimeLimit };
        Stage::new(id, reached, reached + better, stop)
    };
    let mut open = best.open.iter().copied();
    let tiers = unit.tiers().zip(&best.sums);
    let tier =
        |((tier, _), sum): ((TierIx, _), &Decimal)| stage(StageId::Tier(tier), *sum, open.next().unwrap_or_default());
    let mut stages: Vec<Stage> = tiers.map(tier).collect();
    if extent != Extent::Service {
        let count = |count: usize| Decimal::from(count);
        let (moved, backed) = (count(moved(unit, &best.held)), count(backed(unit, &best.held)));
        // Where the time was up before anybody looked for fewer moves, none are ruled out.
        let fewer = open.next().unwrap_or(moved);
        let more = open.next().unwrap_or_else(|| count(people_by_post(unit).len()) - backed);
        stages.push(stage(StageId::Placement, count(without_post(unit, &best.held)), Decimal::ZERO));
        stages.push(stage(StageId::Moves, moved, Decimal::ZERO - fewer));
        stages.push(stage(StageId::Backups, backed, more));
    }
    let all = stages.len() + usize::from(extent == Extent::Whole);
    for (number, stage) in (1..).zip(&stages) {
        progress.stage_started(stage.id, number, all);
        progress.stage_ended(stage);
    }
    Seated { levels: Some(best.levels), method: best.method, ..Seated::at(best.held, stages) }
}

/// People present without a post.
fn without_post(unit: &Unit, held: &DutyTable) -> usize {
    let seated: BTreeSet<_> = held.iter().map(|(person, _)| *person).collect();
    unit.present().filter(|(person, _)| !seated.contains(person)).count()
}

/// People who hold a handle or review post outside their home section.
pub(super) fn moved(unit: &Unit, held: &DutyTable) -> usize {
    let away =
        held.iter().filter(|(person, post)| unit[*post].is_working() && !unit[*person].belongs_to(unit[*post].section));
    away.map(|(person, _)| person).collect::<BTreeSet<_>>().len()
}

/// Posts with one holder more than a case needs.
pub(super) fn backed(unit: &Unit, held: &DutyTable) -> usize {
    let holders = |post: PostIx| held.iter().filter(|(_, other)| *other == post).count();
    people_by_post(unit).into_iter().filter(|(post, people)| holders(*post) > *people as usize).count()
}

/// The posts of a person.
pub(super) fn posts_of(held: &DutyTable, person: PersonIx) -> impl Iterator<Item = PostIx> {
    held.range((person, PostIx(0))..=(person, PostIx(usize::MAX))).map(|(_, post)| *post)
}
