//! The lexicographic stages up to the point where everyone has posts: tiers, placement, moves, backups.

use super::engine::{Answer, Effort, solve};
use super::formulation::Model;
use super::program::{Objective, Program, Sense};
use super::{Ask, Deadline, Error, Extent, Progress, Settings, deal, decimal, mps, number};
use crate::model::{Matter, MatterIx, PersonIx, PostIx, Stage, StageId, StopReason, TierIx, Unit};
use crate::units::Cases;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Slack that a stage leaves to the next; wider than the engines' own tolerances.
pub(super) const SLACK: f64 = 1e-6;

/// Everyone with posts, and the service levels that these posts were chosen for.
pub(super) struct Seated {
    pub(super) stages: Vec<Stage>,
    pub(super) held: BTreeSet<(PersonIx, PostIx)>,
    /// When the whole run must end.
    pub(super) deadline: Deadline,
    /// Whether everyone stays in the sections chosen, even at a post that in the end carries no hours.
    pub(super) sections_settled: bool,
}

/// Runs the stages one after the other; each keeps what the stages before it reached.
pub(super) fn run(
    unit: &Unit,
    settings: &Settings,
    extent: Extent,
    progress: &mut dyn Progress,
) -> Result<Seated, Error> {
    let deadline = Deadline::of(settings);
    let mut runner = Runner::new(settings, deadline, progress, unit.tiers.len() + 4);
    let mut model = Model::new(unit, &Ask::default(), settings.formulation);
    for (tier, _) in unit.tiers() {
        runner.service_stage(tier, &mut model)?;
    }
    if extent == Extent::Whole {
        let placement = model.placement();
        runner.stage_and_keep(StageId::Placement, &mut model.program, placement)?;
        let moves = model.moves();
        runner.stage_and_keep(StageId::Moves, &mut model.program, moves)?;
        let backups = model.backups();
        runner.stage(StageId::Backups, &mut model.program, backups)?;
    }
    Ok(Seated { held: deal::deal(&model), stages: runner.stages, deadline, sections_settled: false })
}

/// The service stages after those that are proven already, which keep what they state.
/// Where a stage finds no point, nobody has meaningful posts; the caller knows better ones.
pub(super) fn run_after(
    unit: &Unit,
    settings: &Settings,
    proven: Vec<Stage>,
    deadline: Deadline,
) -> Result<Seated, Error> {
    let mut progress = ();
    let mut runner = Runner::new(settings, deadline, &mut progress, unit.tiers.len());
    let mut model = Model::new(unit, &Ask::default(), settings.formulation);
    runner.presolve = !model.program.is_small();
    for (tier, _) in unit.tiers() {
        match proven.get(tier.0) {
            Some(stage) => runner.keep_tier(tier, number(stage.objective), &mut model),
            None => runner.service_stage(tier, &mut model)?,
        }
    }
    let stages = proven.into_iter().chain(runner.stages).collect();
    Ok(Seated { held: deal::deal(&model), stages, deadline, sections_settled: false })
}

/// The weighted service of a tier when every matter to which anything arrives is served in full.
pub(super) fn whole_service(unit: &Unit, tier: TierIx) -> Decimal {
    let counts = |matter: &&Matter| matter.tier == tier && matter.arriving > Cases::ZERO;
    unit.matters.iter().filter(counts).map(|matter| matter.weight.value()).sum()
}

impl Model<'_> {
    /// The matters in question of a tier.
    pub(super) fn matters_of(&self, tier: TierIx) -> Vec<MatterIx> {
        self.open_matters().map(|(matter, _)| matter).filter(|matter| self.unit[*matter].tier == tier).collect()
    }

    /// Σ weight × f over some matters; those to which nothing arrives do not count.
    fn service(&self, matters: &[MatterIx]) -> Objective {
        let weight = |matter: &MatterIx| number(self.unit[*matter].weight.value());
        let terms = matters.iter().filter_map(|m| self.levels.get(m).map(|level| (*level, weight(m)))).collect();
        Objective { maximise: true, terms, constant: 0.0 }
    }

    /// Demands that matters reach a sum of service; the whole sum fixes each of them as full.
    pub(super) fn hold_service(&mut self, matters: &[MatterIx], sum: f64) {
        let objective = self.service(matters);
        if sum >= most(&objective) - SLACK {
            self.fix_full(matters);
        } else {
            let name = format!("service_{}", self.program.rows.len());
            hold(&mut self.program, name, &objective, sum);
        }
    }
}

/// The value of a service objective when every matter is served in full.
fn most(objective: &Objective) -> f64 {
    objective.terms.iter().map(|(_, weight)| weight).sum()
}

/// Demands that an objective keep a value, up to [`SLACK`].
pub(super) fn hold(program: &mut Program, name: String, objective: &Objective, value: f64) {
    let slack = SLACK * value.abs().max(1.0);
    let rhs = value - objective.constant;
    let (sense, rhs) = if objective.maximise { (Sense::AtLeast, rhs - slack) } else { (Sense::AtMost, rhs + slack) };
    program.row(name, objective.terms.clone(), sense, rhs);
}

/// Solves stage after stage within one time limit.
pub(super) struct Runner<'a> {
    pub(super) settings: &'a Settings,
    pub(super) deadline: Deadline,
    pub(super) progress: &'a mut dyn Progress,
    pub(super) total: usize,
    pub(super) stages: Vec<Stage>,
    /// Objectives of the tiers that are not served in full.
    partial: Vec<Objective>,
    /// See [`Effort`].
    presolve: bool,
}

impl<'a> Runner<'a> {
    pub(super) fn new(
        settings: &'a Settings,
        deadline: Deadline,
        progress: &'a mut dyn Progress,
        total: usize,
    ) -> Self {
        Self { settings, deadline, progress, total, stages: Vec::new(), partial: Vec::new(), presolve: true }
    }

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
        let effort = Effort { gap: self.settings.gap, time: self.time_left(), presolve: self.presolve };
        let Ok(Answer { values, bound, proven }) = solve(self.settings.engine, program, effort) else {
            let timed_out = self.time_left().is_some_and(|left| left.is_zero());
            return (limit, if timed_out { StopReason::TimeLimit } else { StopReason::Engine });
        };
        if !program.objective.prefers(&program.start(), &values) {
            program.start_from(&values);
        }
        let bound = if program.objective.maximise { bound.min(limit) } else { bound.max(limit) };
        (bound, if proven { StopReason::Proven } else { StopReason::TimeLimit })
    }

    /// Serves one tier as far as it goes, and keeps that.
    pub(super) fn service_stage(&mut self, tier: TierIx, model: &mut Model) -> Result<(), Error> {
        let matters = model.matters_of(tier);
        let objective = model.service(&matters);
        self.stage(StageId::Tier(tier), &mut model.program, objective.clone())?;
        self.polish(&mut model.program);
        let reached = objective.at(&model.program.start());
        self.keep_tier(tier, reached, model);
        Ok(())
    }

    /// Demands that a tier keep a sum of service.
    fn keep_tier(&mut self, tier: TierIx, reached: f64, model: &mut Model) {
        let matters = model.matters_of(tier);
        let objective = model.service(&matters);
        model.hold_service(&matters, reached);
        if reached < most(&objective) - SLACK {
            self.partial.push(objective);
        }
    }

    /// Takes back what a tier gained from the slack of the partly served tiers before it, which no plan can keep:
    /// with the counts of people fixed, serves those tiers once more in full, then this one.
    fn polish(&self, program: &mut Program) {
        if self.partial.is_empty() {
            return;
        }
        let mut fixed = program.clone();
        for column in fixed.columns.iter_mut().filter(|column| column.integer) {
            (column.lower, column.upper, column.integer) = (column.start, column.start, false);
        }
        for objective in self.partial.iter().chain([&program.objective]) {
            fixed.objective = objective.clone();
            let Ok(answer) = solve(self.settings.engine, &fixed, Effort { gap: 0.0, time: None, presolve: true })
            else {
                return;
            };
            fixed.start_from(&answer.values);
            let reached = objective.at(&answer.values) - objective.constant;
            fixed.row("polished".to_owned(), objective.terms.clone(), Sense::AtLeast, reached - 1e-8);
        }
        program.start_from(&fixed.start());
    }

    pub(super) fn stage_and_keep(
        &mut self,
        id: StageId,
        program: &mut Program,
        objective: Objective,
    ) -> Result<(), Error> {
        self.stage(id, program, objective)?;
        let objective = program.objective.clone();
        let reached = objective.at(&program.start());
        hold(program, format!("keep_{}", self.stages.len()), &objective, reached);
        Ok(())
    }

    fn time_left(&self) -> Option<std::time::Duration> {
        self.deadline.left()
    }

    fn export(&self, id: StageId, program: &Program) -> Result<(), Error> {
        let Some(folder) = &self.settings.export else { return Ok(()) };
        let name = match id {
            StageId::Tier(tier) => format!("{}-service-{}", self.stages.len() + 1, tier.0 + 1),
            StageId::Placement => format!("{}-placement", self.stages.len() + 1),
            StageId::Difference => format!("{}-difference", self.stages.len() + 1),
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
pub(super) fn trivial_bound(program: &Program) -> f64 {
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
