//! What the stages of the optimisation optimise, counted in a finished plan.

use super::{PersonIx, Plan, PostIx, Stage, StageId, Unit};
use crate::units::{Hours, round_half_up};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Parts into which a person's hours are cut to tell how even their use is.
pub const PARTS: u32 = 10;

/// The last place of an objective.
const LAST_PLACE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

impl Plan {
    /// The value of a stage's objective in this plan, to six places; `None` for what only other plans can tell.
    #[must_use]
    pub fn objective(&self, unit: &Unit, stage: StageId) -> Option<Decimal> {
        let value = match stage {
            StageId::Tier(tier) => self.service(unit).into_iter().find(|(t, ..)| *t == tier)?.1,
            StageId::Placement => self.unplaced(unit).count().into(),
            StageId::Moves => unit.present().filter(|(ix, _)| self.is_moved(unit, *ix)).count().into(),
            StageId::Backups => self.backed_up(unit).into(),
            StageId::Balance => self.unevenness(unit),
            StageId::Difference => return None,
        };
        Some(round_half_up(value, 6).normalize())
    }

    /// A stage as the finished plan has it: with what the plan reaches, and no bound that this passes.
    /// Even use is taken from the engine as far as the two differ in nothing but the last place.
    #[must_use]
    pub fn account(&self, unit: &Unit, stage: &Stage) -> Stage {
        let reached = self.objective(unit, stage.id).filter(|reached| {
            stage.id != StageId::Balance || reached.saturating_sub(stage.objective).abs() > LAST_PLACE
        });
        let reached = reached.unwrap_or(stage.objective);
        let bound = if stage.id.maximises() { stage.bound.max(reached) } else { stage.bound.min(reached) };
        Stage::new(stage.id, reached, bound, stage.stop)
    }

    /// Posts of matters to which anything arrives with one holder more than a case needs.
    fn backed_up(&self, unit: &Unit) -> usize {
        let mut needed: BTreeMap<PostIx, u32> = BTreeMap::new();
        for (_, matter) in unit.open_matters() {
            for step in &matter.steps {
                let people = needed.entry(unit.post_for(matter, step)).or_default();
                *people = step.people.max(*people);
            }
        }
        let backed = |(post, people): &(PostIx, u32)| Decimal::from(self.holders_of(*post).count()) > (*people).into();
        needed.into_iter().filter(backed).count()
    }

    /// Σ_p w_p Σ_i (2i − 1) / 10 × t_pi, where t_pi is the part of the i-th tenth of p's hours that is used and w_p
    /// the part of all hours that p has, over those who hold a post of a matter to which anything arrives.
    fn unevenness(&self, unit: &Unit) -> Decimal {
        let posts: Vec<PostIx> = unit.needed_posts().map(|(post, _)| post).collect();
        let works = |ix: PersonIx| self.posts_of(ix).any(|post| posts.contains(&post));
        let people: Vec<PersonIx> = unit.present().map(|(ix, _)| ix).filter(|ix| works(*ix)).collect();
        let all: Hours = people.iter().map(|ix| unit[*ix].hours).sum();
        let uneven = |ix: &PersonIx| {
            let own = unit[*ix].hours;
            let used = self.hours(unit, *ix, None).share_of(own).value();
            let width = Decimal::ONE / Decimal::from(PARTS);
            let parts = (0..PARTS).map(|i| {
                let part = (used - width * Decimal::from(i)).clamp(Decimal::ZERO, width);
                part * Decimal::from(2 * i + 1) * width
            });
            own.share_of(all).value() * parts.sum::<Decimal>()
        };
        people.iter().map(uneven).sum()
    }
}
