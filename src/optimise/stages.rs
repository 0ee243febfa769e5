//! The lexicographic stages up to the point where everyone has posts: tiers, placement, moves, backups.

use super::engine::{Answer, Effort, solve};
use super::formulation::Model;
use super::program::{Objective, Program, Sense};
use super::{Ask, Error, Progress, Settings, deal, decimal, mps};
use crate::model::{MatterIx, PersonIx, PostIx, Stage, StageId, StopReason, TierIx, Unit};
use std::collections::BTreeSet;
use std::time::Instant;

/// Slack that a stage leaves to the next; wider than the engines' own tolerances.
pub(super) const SLACK: f64 = 1e-6;

/// Everyone with posts, and the service levels that these posts were chosen for.
pub(super) struct Seated {
    pub(super) stages: Vec<Stage>,
    pub(super) held: BTreeSet<(PersonIx, PostIx)>,
    /// When the whole run must end.
    pub(super) deadline: Option<Instant>,
}

/// Runs the stages one after the other; each keeps what the stages before it reached.
pub(super) fn run(unit: &Unit, settings: &Settings, progress: &mut dyn Progress) -> Result<Seated, Error> {
    let deadline = settings.time_limit.map(|limit| Instant::now() + limit);
    let mut runner = Runner { settings, deadline, progress, total: unit.tiers.len() + 4, stages: Vec::new() };
    let mut model = Model::new(unit, &Ask::default(), settings.formulation);
    for (tier, _) in unit.tiers() {
        let objective = model.service(tier);
        runner.stage(StageId::Tier(tier), &mut model.program, objective)?;
        model.keep_service(tier);
    }
    let placement = model.placement();
    runner.stage_and_keep(StageId::Placement, &mut model.program, placement)?;
    let moves = model.moves();
    runner.stage_and_keep(StageId::Moves, &mut model.program, moves)?;
    let backups = model.backups();
    runner.stage(StageId::Backups, &mut model.program, backups)?;
    Ok(Seated { held: deal::deal(&model), stages: runner.stages, deadline })
}

impl Model<'_> {
    /// Σ weight × f over the matters of a tier; the matters to which nothing arrives do not count.
    pub(super) fn service(&self, tier: TierIx) -> Objective {
        let terms = self
            .open_matters()
            .filter(|(matter, _)| self.unit[*matter].tier == tier)
            .map(|(matter, level)| (level, super::number(self.unit[matter].weight.value())))
            .collect();
        Objective { maximise: true, terms, constant: 0.0 }
    }

    /// Keeps the service that a tier has at the program's start.
    pub(super) fn keep_service(&mut self, tier: TierIx) {
        let reached = self.service(tier).at(&self.program.start());
        self.hold_service(tier, reached);
    }

    /// Demands that a tier reach a sum of service; the whole sum fixes its matters as full.
    pub(super) fn hold_service(&mut self, tier: TierIx, sum: f64) {
        let objective = self.service(tier);
        let most: f64 = objective.terms.iter().map(|(_, weight)| weight).sum();
        if sum >= most - SLACK {
            let full: Vec<MatterIx> =
                self.open_matters().map(|(m, _)| m).filter(|m| self.unit[*m].tier == tier).collect();
            self.fix_full(&full);
        } else {
            hold(&mut self.program, &format!("service_{}", tier.0), &objective, sum);
        }
    }
}

/// Demands that an objective keep a value, up to [`SLACK`].
fn hold(program: &mut Program, name: &str, objective: &Objective, value: f64) {
    let slack = SLACK * value.abs().max(1.0);
    let rhs = value - objective.constant;
    let (sense, rhs) = if objective.maximise { (Sense::AtLeast, rhs - slack) } else { (Sense::AtMost, rhs + slack) };
    program.row(name.to_owned(), objective.terms.clone(), sense, rhs);
}

/// Solves stage after stage within one time limit.
pub(super) struct Runner<'a> {
    pub(super) settings: &'a Settings,
    pub(super) deadline: Option<Instant>,
    pub(super) progress: &'a mut dyn Progress,
    pub(super) total: usize,
    pub(super) stages: Vec<Stage>,
}

impl Runner<'_> {
    /// Optimises one objective; the program's start becomes the point found.
    /// When the engine finds nothing better in its time, the start stands with the bound known.
    pub(super) fn stage(&mut self, id: StageId, program: &mut Program, objective: Objective) -> Result<(), Error> {
        self.progress.stage_started(id, self.stages.len() + 1, self.total);
        program.objective = objective;
        self.export(id, program)?;
        let (bound, stop) = self.improve(program);
        let stage = account(id, program, bound, stop);
        self.progress.stage_ended(&stage);
        self.stages.push(stage);
        Ok(())
    }

    /// Moves the program's start to the best point found; says what is proven of it and why the search ended.
    fn improve(&self, program: &mut Program) -> (f64, StopReason) {
        let limit = trivial_bound(program);
        if (program.objective.at(&program.start()) - limit).abs() <= 1e-9 {
            return (limit, StopReason::Proven);
        }
        let effort = Effort { gap: self.settings.gap, time: self.time_left() };
        let Ok(Answer { values, bound, proven }) = solve(self.settings.engine, program, effort) else {
            let timed_out = self.time_left().is_some_and(|left| left.is_zero());
            return (limit, if timed_out { StopReason::TimeLimit } else { StopReason::Engine });
        };
        program.start_from(&values);
        let bound = if program.objective.maximise { bound.min(limit) } else { bound.max(limit) };
        (bound, if proven { StopReason::Proven } else { StopReason::TimeLimit })
    }

    fn stage_and_keep(&mut self, id: StageId, program: &mut Program, objective: Objective) -> Result<(), Error> {
        self.stage(id, program, objective)?;
        let objective = program.objective.clone();
        let reached = objective.at(&program.start());
        hold(program, &format!("keep_{}", self.stages.len()), &objective, reached);
        Ok(())
    }

    fn time_left(&self) -> Option<std::time::Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    fn export(&self, id: StageId, program: &Program) -> Result<(), Error> {
        let Some(folder) = &self.settings.export else { return Ok(()) };
        let name = match id {
            StageId::Tier(tier) => format!("{}-service-{}", self.stages.len() + 1, tier.0 + 1),
            StageId::Placement => format!("{}-placement", self.stages.len() + 1),
            StageId::Moves => format!("{}-moves", self.stages.len() + 1),
            StageId::Backups => format!("{}-backups", self.stages.len() + 1),
            StageId::Balance => format!("{}-balance", self.stages.len() + 1),
        };
        let path = folder.join(format!("{name}.mps"));
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, mps::write(&name, program)));
        written.map_err(|cause| Error::Export { path, cause })
    }
}

/// The value if every column of the objective took its best bound.
fn trivial_bound(program: &Program) -> f64 {
    let best = |(column, factor): &(super::program::Column, f64)| {
        let variable = &program.columns[column.0];
        let (low, high) = (variable.lower * factor, variable.upper * factor);
        if program.objective.maximise { low.max(high) } else { low.min(high) }
    };
    program.objective.constant + program.objective.terms.iter().map(best).sum::<f64>()
}

/// The account of a stage whose result is the program's start.
fn account(id: StageId, program: &Program, bound: f64, stop: StopReason) -> Stage {
    let reached = program.objective.at(&program.start());
    // Rounding may leave the point a hair beyond its bound.
    let bound = if program.objective.maximise { bound.max(reached) } else { bound.min(reached) };
    Stage::new(id, decimal(reached, 6), decimal(bound, 6), stop)
}
