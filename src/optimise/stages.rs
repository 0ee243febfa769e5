//! The lexicographic stages up to the point where everyone has posts: tiers, placement, moves, backups.

use super::engine::mps;
use super::engine::program::{Objective, Program, Sense};
use super::engine::{Answer, Care, Effort, solve};
use super::formulation::Model;
use super::seats::{self, Seated};
use super::tolerance::{SLACK, TIGHT};
use super::{Ask, Deadline, Error, Extent, Progress, Promise, Settings, deal, decimal, number, service};
use crate::model::{Matter, MatterIx, Stage, StageId, StopReason, TierIx, Unit};
use rust_decimal::Decimal;

/// Hundredths of the time left that the service stages may take together, so that something is left for the moves.
const FOR_SERVICE: u32 = 60;
/// Hundredths of the time then left for the moves, and of what the moves leave for the backups.
const FOR_MOVES: u32 = 60;

/// Runs the stages one after the other; each keeps what the stages before it reached.
pub(super) fn run(
    unit: &Unit,
    settings: &Settings,
    extent: Extent,
    progress: &mut dyn Progress,
) -> Result<Seated, Error> {
    if let Some(best) = service::best(unit, extent != Extent::Service, settings) {
        return Ok(seats::told(unit, best, extent, progress));
    }
    if extent == Extent::Service {
        // The program of a large unit takes long to be written down.
        settings.in_time()?;
    }
    let mut runner = Runner::new(settings, progress, unit.tiers.len() + 4);
    let mut model = Model::new(unit, &Ask::default(), settings.formulation)?;
    let service = settings.deadline.share(if extent == Extent::Service { 100 } else { FOR_SERVICE });
    for (tier, _) in unit.tiers() {
        // What a tier leaves of its part is there for the next.
        let waiting = u32::try_from(unit.tiers.len() - tier.0).unwrap_or(u32::MAX);
        runner.deadline = service.share(100 / waiting);
        runner.service_stage(tier, &mut model)?;
    }
    if extent != Extent::Service {
        runner.deadline = settings.deadline.share(FOR_MOVES);
        let placement = model.placement();
        runner.stage_and_keep(StageId::Placement, &mut model.program, placement)?;
        let moves = model.moves();
        runner.stage_and_keep(StageId::Moves, &mut model.program, moves)?;
        runner.deadline = settings.deadline.share(FOR_MOVES);
        let backups = model.backups();
        runner.stage(StageId::Backups, &mut model.program, backups)?;
    }
    Ok(Seated::at(deal::deal(&model), runner.stages))
}

/// The service stages after those that are proven already, which keep what they state, while promises are kept.
/// Where a stage finds no point, nobody has meaningful posts; the caller knows better ones.
pub(super) fn run_after(
    unit: &Unit,
    settings: &Settings,
    proven: Vec<Stage>,
    promises: &[Promise],
) -> Result<Seated, Error> {
    let mut progress = ();
    let mut runner = Runner::new(settings, &mut progress, unit.tiers.len());
    let mut model = Model::new(unit, &Ask::default(), settings.formulation)?;
    for promise in promises {
        model.hold_service(&promise.matters, number(promise.sum), SLACK);
    }
    for (tier, _) in unit.tiers() {
        match proven.get(tier.0) {
            Some(stage) => runner.keep_tier(tier, number(stage.objective), SLACK, &mut model),
            None => runner.service_stage(tier, &mut model)?,
        }
    }
    let stages = proven.into_iter().chain(runner.stages).collect();
    Ok(Seated::at(deal::deal(&model), stages))
}

/// The weighted service of a tier when every matter to which anything arrives is served in full.
pub(super) fn whole_service(unit: &Unit, tier: TierIx) -> Decimal {
    let counts = |matter: &&Matter| matter.tier == tier && matter.has_cases();
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

    /// Demands that matters reach a sum of service, up to `slack`; the whole sum fixes each of them as full.
    pub(super) fn hold_service(&mut self, matters: &[MatterIx], sum: f64, slack: f64) {
        let objective = self.service(matters);
        if is_full(&objective, sum) {
            self.fix_full(matters);
        } else {
            let name = format!("service_{}", self.program.rows.len());
            hold(&mut self.program, name, &objective, sum, slack);
        }
    }
}

/// Whether a sum of service is all that there can be.
fn is_full(objective: &Objective, sum: f64) -> bool {
    sum >= most(objective) - SLACK
}

/// The value of a service objective when every matter is served in full.
fn most(objective: &Objective) -> f64 {
    objective.terms.iter().map(|(_, weight)| weight).sum()
}

/// Demands that an objective keep a value, up to a relative slack.
pub(super) fn hold(program: &mut Program, name: String, objective: &Objective, value: f64, slack: f64) {
    let slack = slack * value.abs().max(1.0);
    let rhs = value - objective.constant;
    let (sense, rhs) = if objective.maximise { (Sense::AtLeast, rhs - slack) } else { (Sense::AtMost, rhs + slack) };
    program.row(name, objective.terms.clone(), sense, rhs);
}

/// Solves stage after stage within one time limit.
pub(super) struct Runner<'a> {
    pub(super) settings: &'a Settings,
    /// When the stage at hand must end.
    pub(super) deadline: Deadline,
    pub(super) progress: &'a mut dyn Progress,
    pub(super) total: usize,
    pub(super) stages: Vec<Stage>,
    /// Objectives of the tiers that are not served in full.
    partial: Vec<Objective>,
    /// Rows that keep them, without the slack that an engine may need.
    tight: Vec<usize>,
}

impl<'a> Runner<'a> {
    pub(super) fn new(settings: &'a Settings, progress: &'a mut dyn Progress, total: usize) -> Self {
        Self {
            settings,
            deadline: settings.deadline.clone(),
            progress,
            total,
            stages: Vec::new(),
            partial: Vec::new(),
            tight: Vec::new(),
        }
    }

    /// Optimises one objective; the program's start becomes the point found.
    /// When the engine finds nothing better in its time, the start stands with the bound known.
    pub(super) fn stage(&mut self, id: StageId, program: &mut Program, objective: Objective) -> Result<(), Error> {
        self.progress.stage_started(id, self.stages.len() + 1, self.total);
        program.objective = objective;
        self.export(id, program)?;
        let (mut bound, mut stop) = self.improve(id, program);
        if stop == StopReason::Engine && self.widen(program) {
            (bound, stop) = self.improve(id, program);
        }
        let stage = account(id, program, bound, stop);
        self.progress.stage_ended(&stage);
        self.stages.push(stage);
        Ok(())
    }

    /// Moves the program's start to the best point found; says what is proven of it and why the search ended.
    fn improve(&self, id: StageId, program: &mut Program) -> (f64, StopReason) {
        let limit = trivial_bound(program);
        let limit = if id.counts() && !program.objective.maximise { limit.max(0.0) } else { limit };
        if (program.objective.at(&program.start()) - limit).abs() <= 1e-9 {
            return (limit, StopReason::Proven);
        }
        let until = Effort::until(&self.deadline, self.settings.gap);
        // Of placements, moves and backups there are many as good: they are taken from a smaller equal program.
        let care = if id.counts() { Care::Reduced } else { Care::Plain.if_small(program) };
        let effort = Effort { whole: id.counts(), care, ..until };
        let Ok(Answer { values, bound, proven }) = solve(self.settings, program, effort) else {
            return (limit, if self.deadline.is_past() { StopReason::TimeLimit } else { StopReason::Engine });
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
        if !self.partial.is_empty() || !is_full(&objective, objective.at(&model.program.start())) {
            self.polish(&mut model.program);
        }
        let reached = objective.at(&model.program.start());
        self.keep_tier(tier, reached, TIGHT, model);
        Ok(())
    }

    /// Demands that a tier keep a sum of service, up to `slack`.
    fn keep_tier(&mut self, tier: TierIx, reached: f64, slack: f64, model: &mut Model) {
        let matters = model.matters_of(tier);
        let objective = model.service(&matters);
        let row = model.program.rows.len();
        model.hold_service(&matters, reached, slack);
        if !is_full(&objective, reached) {
            self.partial.push(objective);
            self.tight.push(row);
        }
    }

    /// Gives the rows that keep tiers served in part the slack of rounded values: an engine may lose the last feasible
    /// points to its own rounding. Whether there was anything to widen.
    fn widen(&mut self, program: &mut Program) -> bool {
        let rows = std::mem::take(&mut self.tight);
        for row in &rows {
            if let Some(row) = program.rows.get_mut(*row) {
                row.rhs -= (SLACK - TIGHT) * row.rhs.abs().max(1.0);
            }
        }
        !rows.is_empty()
    }

    /// Takes back what a tier gained from tolerances: from counts that are almost whole, and from the slack of the
    /// tiers before it that are served in part. With the counts of people fixed, serves those tiers once more as far as
    /// they go, then this one.
    fn polish(&self, program: &mut Program) {
        let mut fixed = program.with_counts_fixed();
        for objective in self.partial.iter().chain([&program.objective]) {
            fixed.objective = objective.clone();
            let effort = Effort::until(&self.settings.deadline, 0.0);
            let Ok(answer) = solve(self.settings, &fixed, effort) else { return };
            fixed.start_from(&answer.values);
            let reached = objective.at(&answer.values) - objective.constant;
            fixed.row("polished".to_owned(), objective.terms.clone(), Sense::AtLeast, reached - TIGHT);
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
        hold(program, format!("keep_{}", self.stages.len()), &objective, reached, SLACK);
        Ok(())
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
    let best = |(column, factor): &(super::engine::program::Column, f64)| {
        let variable = &program.columns[column.0];
        let (low, high) = (variable.lower * factor, variable.upper * factor);
        if program.objective.maximise { low.max(high) } else { low.min(high) }
    };
    program.objective.constant + program.objective.terms.iter().map(best).sum::<f64>()
}

/// The account of a stage whose result is the program's start.
fn account(id: StageId, program: &Program, bound: f64, stop: StopReason) -> Stage {
    let reached = program.objective.at(&program.start());
    // What is counted is whole: between two whole numbers lies nothing.
    let bound = match (id.counts(), program.objective.maximise) {
        (false, _) => bound,
        (true, true) => (bound + SLACK).floor(),
        (true, false) => (bound - SLACK).ceil().max(0.0),
    };
    // Rounding may leave the point a hair beyond its bound.
    let bound = if program.objective.maximise { bound.max(reached) } else { bound.min(reached) };
    let attained = id.counts() && (bound - reached).abs() <= SLACK;
    let stop = if attained { StopReason::Proven } else { stop };
    Stage::new(id, decimal(reached, 6), decimal(bound, 6), stop)
}
