//! A smaller question than a plan: how far one matter could be served.

use super::engine::program::{Column, Objective};
use super::engine::{Care, Effort, solve};
use super::formulation::Model;
use super::lattice::{Holders, Reply};
use super::stages::trivial_bound;
use super::tolerance::SLACK;
use super::{Ask, Error, Settings, decimal, number, service};
use crate::model::{MatterIx, PostIx, Step, Unit};
use crate::units::{Share, round_half_up};
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
    /// Steps of the matter that are taken to need nobody.
    pub without: &'a [Step],
}

/// The most that a probe found, or cannot rule out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Most<T> {
    /// The largest value when proven, otherwise an upper bound of it: nothing is called impossible without proof.
    pub value: T,
    /// Whether it can be reached, and nothing beyond it; otherwise the time limit cut the question short.
    pub proven: bool,
}

impl Probe<'_> {
    /// How far the matter could be served, 0 to 1.
    ///
    /// # Errors
    /// [`Error::Promises`] when they cannot be kept at all; [`Error::Engine`] when the engine finds no way, or fails.
    pub fn level(self, unit: &Unit, settings: &Settings) -> Result<Most<Share>, Error> {
        if settings.in_time().is_err() {
            return Ok(Most { value: Share::ONE, proven: false });
        }
        if let Some(served) = service::is_served(unit, &self.ask(unit), self.matter, self.promises, settings)? {
            return Ok(Most { value: if served { Share::ONE } else { Share::ZERO }, proven: true });
        }
        let level = (&[vec![self.matter]][..], true);
        match service::best_keeping(unit, &self.ask(unit), self.promises, level, settings) {
            Some(Reply::Best(best)) => {
                let level = best.levels.get(&self.matter).copied().unwrap_or_default();
                return Ok(Most { value: Share::new(round_half_up(level, 6)), proven: true });
            }
            Some(Reply::Shut) => return Err(Error::Promises),
            None => {}
        }
        if settings.in_time().is_err() {
            return Ok(Most { value: Share::ONE, proven: false });
        }
        let Ok(model) = self.model(unit, settings) else {
            return Ok(Most { value: Share::ONE, proven: false });
        };
        let Some(level) = model.levels.get(&self.matter).copied() else {
            return Ok(Most { value: Share::ONE, proven: true });
        };
        let Most { value, proven } = maximum(model, settings, vec![(level, 1.0)])?;
        Ok(Most { value: Share::new(decimal(value.clamp(0.0, 1.0), 6)), proven })
    }

    /// How many different people could hold posts of the matter at once.
    ///
    /// # Errors
    /// As [`Probe::level`].
    pub fn people(self, unit: &Unit, settings: &Settings) -> Result<Most<u32>, Error> {
        let present = u32::try_from(unit.present().count()).unwrap_or(u32::MAX);
        if settings.in_time().is_err() {
            return Ok(Most { value: present, proven: false });
        }
        match service::holders(unit, &self.ask(unit), self.matter, self.promises, settings) {
            Some(Holders::Most(people)) => return Ok(Most { value: people.min(present), proven: true }),
            Some(Holders::Shut) => return Err(Error::Promises),
            None => {}
        }
        if settings.in_time().is_err() {
            return Ok(Most { value: present, proven: false });
        }
        let Ok(mut model) = self.model(unit, settings) else {
            return Ok(Most { value: present, proven: false });
        };
        let posts: Vec<PostIx> = unit.posts_of_matter(&unit[self.matter]).collect();
        let terms = model.people_at(&posts).into_iter().map(|column| (column, 1.0)).collect();
        let Most { value, proven } = maximum(model, settings, terms)?;
        Ok(Most { value: decimal(value, 0).to_u32().unwrap_or_default().min(present), proven })
    }

    fn ask(self, unit: &Unit) -> Ask {
        let kept = self.promises.iter().flat_map(|promise| &promise.matters).copied();
        let own = |steps: &[Step]| steps.iter().map(|step| (self.matter, *step)).collect();
        Ask { costless: own(self.costless), without: own(self.without), ..Ask::about(unit, kept.chain([self.matter])) }
    }

    fn model<'u>(self, unit: &'u Unit, settings: &Settings) -> Result<Model<'u>, Error> {
        let mut model = Model::new(unit, &self.ask(unit), settings.formulation)?;
        for promise in self.promises {
            model.hold_service(&promise.matters, number(promise.sum), SLACK);
        }
        Ok(model)
    }
}

/// The largest value of a sum, or its bound when the time limit comes before the proof.
fn maximum(mut model: Model, settings: &Settings, terms: Vec<(Column, f64)>) -> Result<Most<f64>, Error> {
    model.program.objective = Objective { maximise: true, terms, constant: 0.0 };
    let limit = trivial_bound(&model.program);
    let care = Care::Plain.if_small(&model.program);
    let effort = Effort { care, ..Effort::until(&settings.deadline, settings.gap) };
    match solve(settings, &model.program, effort) {
        Ok(answer) if answer.proven => Ok(Most { value: model.program.objective.at(&answer.values), proven: true }),
        Ok(answer) => Ok(Most { value: answer.bound.min(limit), proven: false }),
        Err(_) if settings.deadline.is_past() => Ok(Most { value: limit, proven: false }),
        Err(cause) => Err(Error::Engine(cause)),
    }
}
