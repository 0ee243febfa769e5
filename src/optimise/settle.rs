//! With everyone's posts settled: the exact service levels, the most even hours, and the plan in decimals.

use super::engine::program::{Column, Objective, Sense};
use super::engine::{Effort, solve};
use super::formulation::people_by_post;
use super::home::Away;
use super::order::{depth, in_order};
use super::repair::Dealt;
use super::seats::{Seated, posts_of};
use super::shares::Shares;
use super::stages::Runner;
use super::tolerance::{SLACK, TIGHT, settled_level};
use super::{
    Deadline, DutyTable, Error, Extent, Progress, Promise, Settings, balance, count_of, decimal, levelled, number,
};
use crate::model::{MatterIx, PersonIx, Plan, PlanStatus, PostIx, Stage, StageId, Step, StopReason, Unit, Work};
use crate::units::Cases;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::{BTreeMap, BTreeSet};

/// Shares are settled in units of 10⁻⁹, so that cases add up exactly.
const PLACES: u32 = 9;

/// Settles who does how much and accounts for all stages.
pub(super) fn settle(
    unit: &Unit,
    settings: &Settings,
    seated: &Seated,
    extent: Extent,
    progress: &mut dyn Progress,
) -> Result<Plan, Error> {
    settle_keeping(unit, settings, seated, &[], extent, progress)
}

/// [`settle`] with promises kept before anything else. An error of the engine where the posts do not allow that.
pub(super) fn settle_keeping(
    unit: &Unit,
    settings: &Settings,
    seated: &Seated,
    promises: &[Promise],
    extent: Extent,
    progress: &mut dyn Progress,
) -> Result<Plan, Error> {
    let mut held = seated.held.clone();
    let mut model = Shares::new(unit, &held);
    let told = seated.levels.as_ref().is_some_and(|levels| model.fix_levels(levels, settings).is_ok());
    if !told {
        // Levels told with the posts may be a hair more than an engine can deal; the account of the plan says what is
        // reached with these posts.
        model = Shares::new(unit, &held);
        model.keep(promises);
        model.settle_levels(settings)?;
    }
    if extent != Extent::Service && !proves_moves(&seated.stages) {
        held = Away::new(unit).idle_sent_home(&held, &model.exact().1);
        model = Shares::settled(unit, &held, settings)?;
        Homecoming { away: Away::new(unit), settings, held: &mut held, model: &mut model }.run()?;
    }
    let mut runner = Runner::new(settings, progress, seated.stages.len() + 1);
    runner.stages.clone_from(&seated.stages);
    if extent == Extent::Whole {
        let evenness = balance::evenness(&mut model);
        runner.stage(StageId::Balance, &mut model.program, evenness)?;
    }
    let stages = runner.stages;
    let (done, work) = model.exact();
    let held = without_idle_extras(unit, &held, seated.sections_settled, &work);
    let mut plan = Plan {
        status: PlanStatus::Optimal,
        stages,
        method: seated.method,
        engine: settings.engine.version().into(),
        held,
        work,
        done,
    };
    // The finished plan has no slack, and its repairs count.
    restate(unit, &mut plan);
    plan.stages = plan.stages.iter().map(|stage| plan.account(unit, stage)).collect();
    plan.status = PlanStatus::from(&*plan.stages);
    Ok(plan)
}

/// Tries who of those away from home can work at home without any loss of service, block by block.
struct Homecoming<'a, 'u> {
    away: Away<'u>,
    settings: &'a Settings,
    held: &'a mut DutyTable,
    model: &'a mut Shares<'u>,
}

impl Homecoming<'_, '_> {
    /// Whoever is still away in the end is needed there, unless the time was up before that was known.
    fn run(&mut self) -> Result<(), Error> {
        let movers = self.away.movers(self.held);
        self.try_block(&movers)
    }

    fn try_block(&mut self, movers: &[PersonIx]) -> Result<(), Error> {
        if movers.is_empty() || self.settings.deadline.is_past() {
            return Ok(());
        }
        let held = self.away.sent_home(self.held, movers);
        let model = Shares::settled(self.model.unit, &held, self.settings)?;
        let kept = self.model.service().into_iter().zip(model.service()).all(|(before, after)| after >= before - SLACK);
        if kept {
            (*self.held, *self.model) = (held, model);
            return Ok(());
        }
        let (first, second) = movers.split_at(movers.len() / 2);
        if first.is_empty() {
            return Ok(());
        }
        self.try_block(first)?;
        self.try_block(second)
    }
}

/// Whether nobody is away from home without need.
fn proves_moves(stages: &[Stage]) -> bool {
    stages.iter().any(|stage| stage.id == StageId::Moves && stage.stop == StopReason::Proven)
}

impl<'a> Shares<'a> {
    /// The posts given, with the levels that they allow.
    fn settled(unit: &'a Unit, held: &DutyTable, settings: &Settings) -> Result<Self, Error> {
        let mut model = Self::new(unit, held);
        model.settle_levels(settings)?;
        Ok(model)
    }

    /// Raises the service tier by tier once more, now with the posts of people with names, and fixes the levels: those
    /// of a tier served in full at once, the others when the last tier is raised, since a tier may have its sum in more
    /// ways than one.
    fn settle_levels(&mut self, settings: &Settings) -> Result<(), Error> {
        let rows = self.program.rows.len();
        for (tier, _) in self.unit.tiers() {
            let of_tier = self.levels.iter().filter(|(matter, _)| self.unit[**matter].tier == tier);
            let terms: Vec<_> =
                of_tier.map(|(matter, level)| (*level, number(self.unit[*matter].weight.value()))).collect();
            if terms.is_empty() {
                continue;
            }
            self.program.objective = Objective { maximise: true, terms: terms.clone(), constant: 0.0 };
            // These small linear programs take no time worth limiting, and a plan needs them.
            let effort = Effort::until(&Deadline::default(), settings.gap);
            let answer = solve(settings, &self.program, effort).map_err(Error::Engine)?;
            self.program.start_from(&answer.values);
            if terms.iter().all(|(level, _)| settled_level(answer.values[level.0]) >= 1.0) {
                for (level, _) in terms {
                    self.fix(level, 1.0);
                }
            } else {
                let reached = self.program.objective.at(&answer.values);
                self.program.row(format!("service_{}", tier.0), terms, Sense::AtLeast, reached - TIGHT);
            }
        }
        self.program.rows.truncate(rows);
        let levels: Vec<Column> = self.levels.values().copied().collect();
        for level in levels {
            self.fix(level, settled_level(self.program.columns[level.0].start));
        }
        // Rounding lets nothing outrun what bounds it.
        for (matter, bound) in in_order(self.unit) {
            if let (Some(level), Some(bound)) = (self.levels.get(&matter).copied(), self.levels.get(&bound)) {
                let most = self.program.columns[bound.0].start;
                self.fix(level, self.program.columns[level.0].start.min(most));
            }
        }
        Ok(())
    }

    /// Fixes levels that are known to go with the posts, and deals the cases in some way.
    pub(super) fn fix_levels(
        &mut self,
        levels: &BTreeMap<MatterIx, Decimal>,
        settings: &Settings,
    ) -> Result<(), Error> {
        for (matter, column) in self.levels.clone() {
            let level = levels.get(&matter).copied().unwrap_or_default();
            self.fix(column, number(level.round_dp_with_strategy(PLACES, RoundingStrategy::ToZero)));
        }
        if self.dealt.is_empty() {
            return Ok(());
        }
        self.program.objective = Objective::default();
        let values = if let Some(values) = levelled::deal(self) {
            values
        } else {
            let effort = Effort::until(&Deadline::default(), settings.gap);
            solve(settings, &self.program, effort).map_err(Error::Engine)?.values
        };
        self.program.start_from(&values);
        Ok(())
    }

    /// The weighted service of every tier, at the levels fixed.
    fn service(&self) -> Vec<f64> {
        let level = |(matter, column): (&MatterIx, &Column)| {
            (self.unit[*matter].tier, number(self.unit[*matter].weight.value()) * self.program.columns[column.0].lower)
        };
        let mut sums = vec![0.0; self.unit.tiers.len()];
        for (tier, service) in self.levels.iter().map(level) {
            sums[tier.0] += service;
        }
        sums
    }

    fn fix(&mut self, level: Column, value: f64) {
        let column = &mut self.program.columns[level.0];
        (column.lower, column.upper, column.start) = (value, value, value);
    }

    /// The plan in decimals: levels as fixed, shares in units of 10⁻⁹ that add up exactly, and nobody over their hours.
    fn exact(&self) -> (Vec<Cases>, Vec<Work>) {
        let mut dealt = Dealt::default();
        let mut order: Vec<MatterIx> = self.levels.keys().copied().collect();
        // What bounds the handlers of another comes first.
        order.sort_by_key(|matter| depth(self.unit, *matter));
        for matter in &order {
            let level = decimal(self.program.columns[self.levels[matter].0].lower, PLACES);
            dealt.levels.insert(*matter, level);
            for step in &self.unit[*matter].steps {
                let holders =
                    self.dealt.range((*matter, step.step, PersonIx(0))..=(*matter, step.step, PersonIx(usize::MAX)));
                let most = |person: PersonIx| match self.unit[*matter].same_handler {
                    Some(other) if step.step == Step::Handle && dealt.levels.contains_key(&other) => {
                        let handled = dealt.shares.get(&(other, Step::Handle, person));
                        handled.copied().unwrap_or_default().min(level)
                    }
                    _ => level,
                };
                let holders: Vec<_> =
                    holders.map(|((_, _, p), column)| (*p, self.program.columns[column.0].start, most(*p))).collect();
                let shares = deal_exactly(&holders, Decimal::from(step.people) * level);
                dealt.shares.extend(shares.into_iter().map(|(person, share)| ((*matter, step.step, person), share)));
            }
        }
        dealt.repair(self.unit);
        dealt.in_cases(self.unit)
    }
}

/// Rounds shares to `PLACES` so that each is within 0 and its most, and they add up to `total` exactly.
pub(super) fn deal_exactly(holders: &[(PersonIx, f64, Decimal)], total: Decimal) -> Vec<(PersonIx, Decimal)> {
    let within = |(person, value, most): &(PersonIx, f64, Decimal)| {
        (*person, decimal(*value, PLACES).clamp(Decimal::ZERO, *most))
    };
    let mut shares: Vec<(PersonIx, Decimal)> = holders.iter().map(within).collect();
    let mut missing = total - shares.iter().map(|(_, share)| *share).sum::<Decimal>();
    // The largest share hides the rounding best.
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(shares[*i].1), *i));
    for i in order {
        let changed = (shares[i].1 + missing).clamp(Decimal::ZERO, holders[i].2);
        missing -= changed - shares[i].1;
        shares[i].1 = changed;
    }
    shares
}

/// Drops posts that carry no hours when their holder has another one and the post keeps its backup.
fn without_idle_extras(unit: &Unit, held: &DutyTable, sections_settled: bool, work: &[Work]) -> DutyTable {
    let busy: BTreeSet<(PersonIx, PostIx)> = work
        .iter()
        .flat_map(|work| {
            let matter = &unit[work.matter];
            matter.steps.iter().filter(|s| s.step == work.step).map(|s| (work.person, unit.post_for(matter, s)))
        })
        .collect();
    let mut kept = held.clone();
    let (mut posts, mut holders): (BTreeMap<PersonIx, usize>, BTreeMap<PostIx, usize>) = Default::default();
    for (person, post) in held {
        *posts.entry(*person).or_default() += 1;
        *holders.entry(*post).or_default() += 1;
    }
    // So that one may be away: people of the largest step, and one more or what `cover` demands.
    let people = people_by_post(unit);
    let wanted = |post| people.get(&post).copied().unwrap_or(1) - 1 + unit.rules.cover.max(2);
    for (person, post) in held.difference(&busy) {
        let posts = posts.entry(*person).or_default();
        let holders = holders.entry(*post).or_default();
        let is_settled = sections_settled || unit[unit[*post].section].minimum > 0;
        let leaves_section = is_settled && is_last_of_section(unit, &kept, (*person, *post));
        if *posts > 1 && !leaves_section && count_of(*holders) > f64::from(wanted(*post)) {
            kept.remove(&(*person, *post));
            *posts -= 1;
            *holders -= 1;
        }
    }
    kept
}

/// Whether a person holds no other handle or review post of the section of this one.
fn is_last_of_section(unit: &Unit, held: &BTreeSet<(PersonIx, PostIx)>, (person, post): (PersonIx, PostIx)) -> bool {
    let here = |other: PostIx| unit[other].is_working() && unit[other].section == unit[post].section;
    here(post) && !posts_of(held, person).any(|other| other != post && here(other))
}

/// Restates the service stages with the levels of the finished plan, which no slack blurs; and the moves, where the
/// search for the fewest did not end. A proven bound that differs by no more than the engines' tolerances is the value.
fn restate(unit: &Unit, plan: &mut Plan) {
    for (tier, reached, _) in plan.service(unit) {
        for stage in plan.stages.iter_mut().filter(|stage| stage.id == StageId::Tier(tier)) {
            let equal = stage.stop == StopReason::Proven && stage.bound - reached <= hair(reached);
            let bound = if equal { reached } else { stage.bound.max(reached) };
            *stage = Stage::new(stage.id, reached, bound, stage.stop);
        }
    }
    let moved = unit.present().filter(|(ix, _)| plan.is_moved(unit, *ix)).count();
    for stage in plan.stages.iter_mut().filter(|stage| stage.id == StageId::Moves && stage.stop != StopReason::Proven) {
        let moved = Decimal::from(moved);
        *stage = Stage::new(stage.id, moved, stage.bound.min(moved), stage.stop);
    }
}

/// How much two sums of service may differ and still be equal to the engines.
fn hair(sum: Decimal) -> Decimal {
    decimal(SLACK, PLACES) * sum.max(Decimal::ONE)
}
