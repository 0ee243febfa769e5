//! Plans as good as the best one in which other people move.

use super::engine::program::Sense;
use super::engine::{Effort, solve};
use super::formulation::{Flows, Model};
use super::seats::Seated;
use super::stages::{Runner, hold};
use super::tolerance::SLACK;
use super::{Ask, Error, Extent, Settings, deal, decimal, number, settle};
use crate::model::{Moves, Plan, Stage, StageId, StopReason, Unit};
use rust_decimal::Decimal;

/// What an alternative must keep, and from what it must differ.
#[derive(Debug, Clone, Copy)]
pub struct Different<'a> {
    /// The best plan: its service, tier by tier, and its placement are kept.
    pub best: &'a Plan,
    /// The moves of the plans listed so far.
    pub listed: &'a [Moves],
    /// Most people who may move.
    pub most_moved: u32,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Farthest {
    /// A whole plan; its stage [`StageId::Difference`] says how far it is from the nearest plan listed, and the bound.
    Plan(Plan),
    /// No other plan; whether that is proven, or only not found in time.
    Nothing {
        /// Whether it is proven that there is none.
        proven: bool,
    },
}

impl Different<'_> {
    /// The plan whose moves differ most from those of the nearest plan listed; of these one with the fewest moves,
    /// then the most backups, then the most even hours (`docs/model.md`).
    ///
    /// # Errors
    /// See [`Error`].
    pub fn farthest(self, unit: &Unit, settings: &Settings) -> Result<Farthest, Error> {
        let settings = &Settings { export: None, ..settings.clone() };
        let mut model = Model::new(unit, &Ask::default(), settings.formulation)?;
        self.keep(&mut model);
        let flows = model.flows();
        model.program.row("most_moved".to_owned(), flows.moved().terms, Sense::AtMost, f64::from(self.most_moved));
        model.program.objective = model.farthest_from(&flows, self.listed);
        let effort = Effort { whole: true, ..Effort::until(&settings.deadline, 0.0) };
        let answer = match solve(settings, &model.program, effort) {
            Ok(answer) => answer,
            Err(_) if settings.deadline.is_past() => return Ok(Farthest::Nothing { proven: false }),
            Err(cause) => return Err(Error::Engine(cause)),
        };
        let found = decimal(model.program.objective.at(&answer.values), 0);
        // Differences are whole: what lies between two of them is the lower one.
        let bound = decimal((answer.bound + 1e-6).floor(), 0).max(found);
        if found <= Decimal::ZERO {
            return Ok(Farthest::Nothing { proven: bound <= Decimal::ZERO });
        }
        model.program.start_from(&answer.values);
        let stop = if bound == found { StopReason::Proven } else { StopReason::TimeLimit };
        let difference = Stage::new(StageId::Difference, found, bound, stop);
        self.rest(model, &flows, difference, settings).map(Farthest::Plan)
    }

    /// The stages that remain once it is settled how far the plan is from the others.
    fn rest(self, mut model: Model<'_>, flows: &Flows, difference: Stage, settings: &Settings) -> Result<Plan, Error> {
        let unit = model.unit;
        let far = model.program.objective.clone();
        hold(&mut model.program, "difference".to_owned(), &far, number(difference.objective), SLACK);
        let stages = self.kept_stages().chain([difference]).collect();
        let progress = &mut ();
        let mut runner = Runner::new(settings, progress, unit.tiers.len() + 5);
        runner.stages = stages;
        runner.stage_and_keep(StageId::Moves, &mut model.program, flows.moved())?;
        let backups = model.backups();
        runner.stage(StageId::Backups, &mut model.program, backups)?;
        let held = deal::deal_flows(&model, flows);
        let seated = Seated { sections_settled: true, ..Seated::at(held, runner.stages) };
        settle::settle(unit, settings, &seated, Extent::Whole, &mut ())
    }

    /// The service of every tier, and the number of people without a post.
    fn keep(self, model: &mut Model) {
        for (tier, reached, _) in self.best.service(model.unit) {
            let matters = model.matters_of(tier);
            model.hold_service(&matters, number(reached), SLACK);
        }
        let placement = model.placement();
        let without = self.best.stages.iter().find(|stage| stage.id == StageId::Placement);
        let without = without.map_or(Decimal::ZERO, |stage| stage.objective);
        hold(&mut model.program, "placed".to_owned(), &placement, number(without), SLACK);
    }

    /// The stages of the best plan that hold for the alternative too.
    fn kept_stages(self) -> impl Iterator<Item = Stage> {
        let kept = |stage: &&Stage| matches!(stage.id, StageId::Tier(_) | StageId::Placement);
        self.best.stages.iter().filter(kept).cloned()
    }
}
