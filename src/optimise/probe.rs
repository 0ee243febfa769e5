//! A smaller question than a plan: how far one matter could be served.

use super::engine::{Effort, solve};
use super::formulation::Model;
use super::program::{Column, Objective};
use super::stages::trivial_bound;
use super::{Ask, Error, Settings, decimal, number};
use crate::model::{MatterIx, PostIx, Step, Unit};
use crate::units::Share;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A sum of service levels that some matters must reach together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The matters.
    pub matters: Vec<MatterIx>,
    /// Weighted sum of their levels.
    pub sum: Decimal,
}

/// A question about one matter while promises to others are kept and all else is dropped.
#[derive(Debug, Clone, Copy)]
pub struct Probe<'a> {
    /// The matter.
    pub matter: MatterIx,
    /// What must be kept.
    pub promises: &'a [Promise],
    /// Steps of the matter that are taken to need no time: what then still fails, fails for want of people.
    pub costless: &'a [Step],
}

impl Probe<'_> {
    /// How far the matter could be served. When the time limit cuts the question short, an upper bound of that:
    /// nothing is called impossible without proof.
    ///
    /// # Errors
    /// [`Error::Engine`] when the promises cannot be kept at all, or the engine fails.
    pub fn level(self, unit: &Unit, settings: &Settings) -> Result<Share, Error> {
        if is_out_of_time(settings) {
            return Ok(Share::ONE);
        }
        let model = self.model(unit, settings);
        let Some(level) = model.levels.get(&self.matter).copied() else { return Ok(Share::ONE) };
        let best = maximum(model, settings, vec![(level, 1.0)])?;
        Ok(Share::new(decimal(best.clamp(0.0, 1.0), 6)))
    }

    /// How many different people could hold posts of the matter at once; cut short, an upper bound of that.
    ///
    /// # Errors
    /// As [`Probe::level`].
    pub fn people(self, unit: &Unit, settings: &Settings) -> Result<u32, Error> {
        let present = u32::try_from(unit.present().count()).unwrap_or(u32::MAX);
        if is_out_of_time(settings) {
            return Ok(present);
        }
        let mut model = self.model(unit, settings);
        let posts: Vec<PostIx> = unit.posts_of_matter(&unit[self.matter]).collect();
        let terms = model.people_at(&posts).into_iter().map(|column| (column, 1.0)).collect();
        let best = maximum(model, settings, terms)?;
        Ok(decimal(best, 0).to_u32().unwrap_or_default().min(present))
    }

    fn model<'u>(self, unit: &'u Unit, settings: &Settings) -> Model<'u> {
        let kept = self.promises.iter().flat_map(|promise| &promise.matters).copied();
        let matters = kept.chain([self.matter]).collect();
        let costless = self.costless.iter().map(|step| (self.matter, *step)).collect();
        let mut model = Model::new(unit, &Ask { matters: Some(matters), costless }, settings.formulation);
        for promise in self.promises {
            model.hold_service(&promise.matters, number(promise.sum));
        }
        model
    }
}

fn is_out_of_time(settings: &Settings) -> bool {
    settings.time_limit.is_some_and(|left| left.is_zero())
}

/// The largest value of a sum, or its bound when the time limit comes before the proof.
fn maximum(mut model: Model, settings: &Settings, terms: Vec<(Column, f64)>) -> Result<f64, Error> {
    model.program.objective = Objective { maximise: true, terms, constant: 0.0 };
    let limit = trivial_bound(&model.program);
    let effort = Effort { gap: settings.gap, time: settings.time_limit };
    match solve(settings.engine, &model.program, effort) {
        Ok(answer) if answer.proven => Ok(model.program.objective.at(&answer.values)),
        Ok(answer) => Ok(answer.bound.min(limit)),
        Err(_) if settings.time_limit.is_some() => Ok(limit),
        Err(cause) => Err(Error::Engine(cause)),
    }
}
