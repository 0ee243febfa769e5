//! If some audits must happen, which other work stops? The frontier from none of them to all.

mod frontier;

use super::project::solve_all;
use super::{AssessError, EQUAL_SERVICE, ServiceStatus, Steps, checked, equal_service, planned};
use crate::model::{Change, MatterIx, PersonIx, Plan, PlanStatus, Quantity, StageId, StopReason, TierIx, Unit};
use crate::optimise::{self, Settings};
use crate::units::{Cases, Share};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the demands cost, one frontier for each demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tradeoff {
    /// Service level of every matter when nothing is demanded: the plan as it is.
    pub before: Vec<Share>,
    /// The frontiers, in the order of the demands.
    pub frontiers: Vec<Frontier>,
}

/// What stops when more and more cases of some matters are demanded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frontier {
    /// The matters demanded.
    pub matters: Vec<MatterIx>,
    /// From no case to all, in order.
    pub stretches: Vec<Stretch>,
    /// Per tier: the most cases with which it and every tier above it serve as much as without the demand.
    pub kept_up_to: Vec<(TierIx, u32)>,
    /// Matters that lose service when as much as possible is demanded, but need not: with equal service overall
    /// another of the tier can lose it instead.
    pub exchangeable: Vec<MatterIx>,
}

/// Demands with the same best service of everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Fewest cases of it; see [`Frontier::cases`].
    pub from: u32,
    /// Most cases; for all demands of the stretch the plan of these is a best one.
    pub to: u32,
    /// What they cost; `None`: they cannot all be done, even if the unit did nothing else.
    pub cost: Option<Cost>,
}

/// What a demand costs the other matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// Weighted sum of the service levels of each tier, the demanded matters aside.
    pub service: Vec<Decimal>,
    /// Service level of every matter.
    pub levels: Vec<Share>,
    /// Matters that are served less than without the demand, in order of tier, then of the scenario.
    pub losses: Vec<Loss>,
    /// Who works at the demanded matters.
    pub people: Vec<PersonIx>,
    /// Who works outside the home section.
    pub moved: Vec<PersonIx>,
    /// How sure the service of the plan is.
    pub status: PlanStatus,
}

/// A matter that is served less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Loss {
    /// Id of the matter.
    pub matter: MatterIx,
    /// Service level without the demand.
    pub before: Share,
    /// Service level with it.
    pub after: Share,
    /// Cases that are no longer done, to a thousandth.
    pub cases: Cases,
}

impl Loss {
    /// What becomes of the matter.
    #[must_use]
    pub fn status(&self) -> ServiceStatus {
        ServiceStatus::from(self.after)
    }
}

impl Frontier {
    /// Cases of every matter that the demand number `n` names, `n` counted in cases of the largest matter:
    /// of the others the same part, rounded up.
    #[must_use]
    pub fn cases(&self, unit: &Unit, n: u32) -> Vec<(MatterIx, u32)> {
        demand(unit, &self.matters, n).into_iter().collect()
    }

    /// The number of the whole demand: all cases that arrive.
    #[must_use]
    pub fn whole(&self, unit: &Unit) -> u32 {
        largest(unit, &self.matters)
    }

    /// The last stretch that can be done.
    #[must_use]
    pub fn furthest(&self) -> Option<(&Stretch, &Cost)> {
        self.stretches.iter().rev().find_map(|stretch| Some((stretch, stretch.cost.as_ref()?)))
    }

    /// The most cases that can be done while a tier and those above it keep what they have.
    #[must_use]
    pub fn kept_up_to(&self, tier: TierIx) -> u32 {
        self.kept_up_to.iter().find(|(t, _)| *t == tier).map_or(0, |(_, cases)| *cases)
    }
}

/// What is usually asked: each matter of the last tier that the plan does not serve in full, and all of them together.
#[must_use]
pub fn usual_demands(unit: &Unit, plan: &Plan) -> Vec<Vec<MatterIx>> {
    let last = TierIx(unit.tiers.len().saturating_sub(1));
    let below =
        unit.matters().filter(|(ix, matter)| matter.tier == last && plan.status_of(unit, *ix) != ServiceStatus::Full);
    with_all_together(below.map(|(ix, _)| ix).collect())
}

/// Each matter by itself, and if there are several all of them together.
#[must_use]
pub fn with_all_together(matters: Vec<MatterIx>) -> Vec<Vec<MatterIx>> {
    let mut demands: Vec<Vec<MatterIx>> = matters.iter().map(|matter| vec![*matter]).collect();
    if matters.len() > 1 {
        demands.push(matters);
    }
    demands
}

/// The frontier of every demand; none named: the [`usual_demands`].
///
/// # Errors
/// See [`AssessError`].
pub fn tradeoff(
    unit: &Unit,
    matters: &[MatterIx],
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Tradeoff, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let base = planned(unit, &settings)?;
    let demands = if matters.is_empty() { usual_demands(unit, &base) } else { with_all_together(matters.to_vec()) };
    let inquiry = |matters: Vec<MatterIx>| Inquiry { unit, base: &base, matters, settings: &settings };
    let frontiers = demands.into_iter().map(|matters| inquiry(matters).frontier(steps)).collect::<Result<_, _>>()?;
    let before = unit.matters().map(|(ix, _)| base.level(unit, ix)).collect();
    Ok(Tradeoff { before, frontiers })
}

/// Cases of the largest of some matters.
fn largest(unit: &Unit, matters: &[MatterIx]) -> u32 {
    matters.iter().map(|matter| arriving(unit, *matter)).max().unwrap_or_default()
}

fn arriving(unit: &Unit, matter: MatterIx) -> u32 {
    unit[matter].arriving.value().to_u32().unwrap_or_default()
}

/// `n` cases of the largest matter and the same part of the others, rounded up to whole cases.
fn demand(unit: &Unit, matters: &[MatterIx], n: u32) -> BTreeMap<MatterIx, u32> {
    let whole = u64::from(largest(unit, matters).max(1));
    let part = |matter: MatterIx| (u64::from(arriving(unit, matter)) * u64::from(n)).div_ceil(whole);
    matters.iter().map(|matter| (*matter, u32::try_from(part(*matter)).unwrap_or(u32::MAX))).collect()
}

/// So many cases of some matters asked for, and before everything else.
fn before_all(cases: &BTreeMap<MatterIx, u32>) -> Vec<Change> {
    let volume = |(ix, cases): (&MatterIx, &u32)| Change::Number(Quantity::Volume(*ix), Decimal::from(*cases));
    cases.iter().map(volume).chain([Change::Prefer(cases.keys().copied().collect())]).collect()
}

/// What one demand costs, the plan without it being known: `cases` of the largest matter and the same part of the others.
///
/// # Errors
/// See [`AssessError`].
pub fn price(
    unit: &Unit,
    base: &Plan,
    matters: Vec<MatterIx>,
    cases: u32,
    settings: &Settings,
) -> Result<Frontier, AssessError> {
    let inquiry = Inquiry { unit, base, matters, settings };
    let demanding = inquiry.demanding(cases);
    let cost = inquiry.cost(&demanding, &planned(&demanding, settings)?);
    let stretches = vec![Stretch { from: cases, to: cases, cost }];
    Ok(Frontier { matters: inquiry.matters, stretches, kept_up_to: Vec::new(), exchangeable: Vec::new() })
}

/// What it costs to do every case of some matters.
///
/// # Errors
/// See [`AssessError`].
pub fn all(unit: &Unit, base: &Plan, matters: Vec<MatterIx>, settings: &Settings) -> Result<Frontier, AssessError> {
    let cases = largest(unit, &matters);
    price(unit, base, matters, cases, settings)
}

/// Whether a service is as good as another, tier by tier in their order.
fn serves_at_least(service: &[Decimal], other: &[Decimal]) -> bool {
    let apart = service.iter().zip(other).find(|(a, b)| (**a - **b).abs() > EQUAL_SERVICE);
    apart.is_none_or(|(a, b)| a > b)
}

/// How sure the service stages of a plan are, whatever the stages after them.
fn service_status(plan: &Plan) -> PlanStatus {
    let service = plan.stages.iter().filter(|stage| matches!(stage.id, StageId::Tier(_)));
    let unproven = service.filter(|stage| stage.stop != StopReason::Proven);
    unproven.map(|stage| stage.gap).max().map_or(PlanStatus::Optimal, |gap| PlanStatus::Feasible { gap })
}

/// The questions asked about one demand.
struct Inquiry<'a> {
    unit: &'a Unit,
    /// The plan without the demand.
    base: &'a Plan,
    matters: Vec<MatterIx>,
    settings: &'a Settings,
}

impl Inquiry<'_> {
    fn frontier(&self, steps: &mut dyn Steps) -> Result<Frontier, AssessError> {
        let stretches = self.stretches(steps)?;
        let before = self.service(self.base);
        let kept = |tier: TierIx| {
            let keeps = |cost: &Cost| serves_at_least(&cost.service[..=tier.0], &before[..=tier.0]);
            let kept = stretches.iter().rev().find(|stretch| stretch.cost.as_ref().is_some_and(keeps));
            (tier, kept.map_or(0, |stretch| stretch.to))
        };
        let kept_up_to = self.unit.tiers().map(|(tier, _)| kept(tier)).collect();
        let matters = self.matters.clone();
        let mut frontier = Frontier { matters, stretches, kept_up_to, exchangeable: Vec::new() };
        frontier.exchangeable = self.exchangeable(&frontier)?;
        Ok(frontier)
    }

    /// The unit that must do a demand.
    fn demanding(&self, n: u32) -> Unit {
        self.unit.with(&before_all(&demand(self.unit, &self.matters, n)))
    }

    /// Weighted service of each tier, the demanded matters aside.
    fn service(&self, plan: &Plan) -> Vec<Decimal> {
        let counts =
            |ix: MatterIx, tier| self.unit[ix].tier == tier && self.unit[ix].has_cases() && !self.matters.contains(&ix);
        let of_tier = |tier: TierIx| {
            let matters = self.unit.matters().filter(|(ix, _)| counts(*ix, tier));
            let sum = matters.map(|(ix, m)| m.weight.value() * plan.level(self.unit, ix).value()).sum();
            crate::units::round_half_up(sum, 6).normalize()
        };
        self.unit.tiers().map(|(tier, _)| of_tier(tier)).collect()
    }

    /// What the plan of a demand costs, if it does all that is demanded.
    fn cost(&self, demanding: &Unit, plan: &Plan) -> Option<Cost> {
        let done = |matter: &MatterIx| plan.level(demanding, *matter).round(6) == Share::ONE;
        self.matters.iter().all(done).then(|| Cost {
            service: self.service(plan),
            levels: self.unit.matters().map(|(ix, _)| plan.level(self.unit, ix)).collect(),
            losses: self.losses(plan),
            people: self.unit.present().map(|(ix, _)| ix).filter(|ix| self.works_at_demand(plan, *ix)).collect(),
            moved: self.unit.present().map(|(ix, _)| ix).filter(|ix| plan.is_moved(self.unit, *ix)).collect(),
            status: service_status(plan),
        })
    }

    fn works_at_demand(&self, plan: &Plan, person: PersonIx) -> bool {
        plan.work.iter().any(|work| work.person == person && self.matters.contains(&work.matter))
    }

    fn losses(&self, plan: &Plan) -> Vec<Loss> {
        let loss = |matter: MatterIx| {
            let (before, after) = (self.base.level(self.unit, matter), plan.level(self.unit, matter));
            let cases = (self.base.done[matter.0] - plan.done[matter.0]).round(3);
            (before.value() > after.value() + EQUAL_SERVICE).then_some(Loss { matter, before, after, cases })
        };
        let of_tier = |tier| self.unit.matters().filter(move |(ix, m)| m.tier == tier && !self.matters.contains(ix));
        self.unit.tiers().flat_map(|(tier, _)| of_tier(tier).filter_map(|(ix, _)| loss(ix))).collect()
    }

    /// Solves the furthest demand once more for each matter that loses by it, that matter demanded as well.
    fn exchangeable(&self, frontier: &Frontier) -> Result<Vec<MatterIx>, AssessError> {
        let Some((stretch, cost)) = frontier.furthest() else { return Ok(Vec::new()) };
        let spared = |loss: &Loss| {
            let mut cases = demand(self.unit, &self.matters, stretch.to);
            cases.insert(loss.matter, self.base.done[loss.matter.0].value().to_u32().unwrap_or_default());
            (loss.matter, self.unit.with(&before_all(&cases)))
        };
        let cases: BTreeMap<MatterIx, Unit> = cost.losses.iter().map(spared).collect();
        let plans = solve_all(&cases, &mut (), |unit| checked(unit, optimise::service(unit, self.settings)?))?;
        let as_good = |matter: &MatterIx, plan: &Plan| {
            let demanded = self.cost(&cases[matter], plan).is_some();
            demanded && equal_service(&self.service(plan), &cost.service)
        };
        Ok(plans.iter().filter(|(matter, plan)| as_good(matter, plan)).map(|(matter, _)| *matter).collect())
    }
}
