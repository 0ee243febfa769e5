//! Which numbers and rules carry the verdict: how far each may move before the status of a matter changes.

mod breaks;
mod subject;
mod whatif;

pub use subject::{Direction, Subject};
pub use whatif::{Effect, Together};

use super::plan::conflicts;
use super::project::solve_all;
use super::{AssessError, ConflictEffect, ServiceStatus, Steps, equal_service, serve};
use crate::model::{Basis, Matter, MatterIx, Plan, PlanStatus, Quantity, RuleChange, Stage, StopReason, Unit};
use crate::optimise::{DutyTable, Known, Settings};
use crate::units::number::rounded;
use crate::units::{Number, Share};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// What the verdict rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitivity {
    /// The plan as it is.
    pub base: Verdict,
    /// Factor up to which volumes, rates and minutes were moved either way.
    pub factor: Decimal,
    /// Every number tried, once for each way it could move; nearest break first, then those without one.
    pub margins: Vec<Margin>,
    /// Many numbers moved at once.
    pub together: Vec<(Together, Effect)>,
    /// Each rule set otherwise.
    pub rules: Vec<(RuleChange, Effect)>,
    /// The other values of each conflict of the sources.
    pub conflicts: Vec<ConflictEffect>,
    /// Assumptions of the scenario that are no numbers of a plan's volumes or hours, such as the roster.
    pub untried: usize,
    /// Largest gap of a plan that was not proven optimal; `None`: all were.
    pub unproven: Option<Decimal>,
}

/// What a plan serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Weighted sum of service levels of each tier.
    pub service: Vec<Decimal>,
    /// Service level of every matter.
    pub levels: Vec<Share>,
    /// How sure that is.
    pub status: PlanStatus,
}

/// How far one number can move one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margin {
    /// The number, or numbers moved alike.
    pub subject: Subject,
    /// What it rests on.
    pub basis: Basis,
    /// Which way.
    pub direction: Direction,
    /// Its value; 1 for numbers moved alike.
    pub value: Decimal,
    /// The last value tried.
    pub end: Decimal,
    /// Where the verdict changes; `None`: it is the same at `end`.
    pub breaks: Option<Break>,
}

/// Where the verdict changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Break {
    /// The last value with the same verdict.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub holds: Decimal,
    /// The first value with another one, a step of [`Subject::step`] further.
    #[serde(serialize_with = "rounded")]
    #[schemars(with = "Number")]
    pub flips: Decimal,
    /// What changes there.
    pub flipped: Vec<Flip>,
    /// Whether the service at `holds` is that of the plan, so that the verdict holds at every value between.
    pub steady: bool,
}

/// A matter whose status changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Flip {
    /// Id of the matter.
    pub matter: MatterIx,
    /// Its status in the plan.
    pub from: ServiceStatus,
    /// Its other status.
    pub to: ServiceStatus,
}

impl Margin {
    /// How far the first value with another verdict is, as a part of the value.
    #[must_use]
    pub fn distance(&self) -> Option<Decimal> {
        let moved = (self.breaks.as_ref()?.flips - self.value).abs();
        Some(moved.checked_div(self.value.abs()).unwrap_or(Decimal::MAX))
    }
}

impl Verdict {
    fn of(unit: &Unit, plan: &Plan) -> Self {
        let levels = unit.matters().map(|(ix, _)| plan.level(unit, ix)).collect();
        let service = plan.service(unit).into_iter().map(|(_, sum, _)| sum).collect();
        Self { service, levels, status: plan.status }
    }

    /// Whether each tier is served as much.
    fn serves_as(&self, other: &Self) -> bool {
        equal_service(&self.service, &other.service)
    }

    /// What changes against the plan. With the same service in every tier nothing does: that other matters stall
    /// is then a choice between equals.
    fn flips(&self, base: &Self) -> Vec<Flip> {
        if self.serves_as(base) {
            return Vec::new();
        }
        let pairs = base.statuses().zip(self.statuses()).enumerate();
        let changed = pairs.filter(|(_, (from, to))| from != to);
        changed.map(|(i, (from, to))| Flip { matter: MatterIx(i), from, to }).collect()
    }

    /// How far from the optimum at most; `None`: proven.
    const fn gap(&self) -> Option<Decimal> {
        match self.status {
            PlanStatus::Optimal => None,
            PlanStatus::Feasible { gap } => Some(gap),
        }
    }

    /// Status of every matter.
    pub fn statuses(&self) -> impl Iterator<Item = ServiceStatus> {
        self.levels.iter().map(|level| ServiceStatus::from(*level))
    }

    /// Matters of a status.
    #[must_use]
    pub fn with(&self, status: ServiceStatus) -> Vec<MatterIx> {
        self.statuses().enumerate().filter(|(_, own)| *own == status).map(|(i, _)| MatterIx(i)).collect()
    }
}

/// Tries every number that rests on an assumption or a policy, volumes, rates and minutes up to `factor` either way;
/// every rule; every conflict of the sources.
///
/// # Errors
/// See [`AssessError`].
pub fn sensitivity(
    unit: &Unit,
    factor: Decimal,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Sensitivity, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let inquiry = Inquiry::new(unit, factor, &settings)?;
    let numbers = numbers(unit);
    let margins = inquiry.margins(&numbers, steps)?;
    Ok(Sensitivity {
        margins,
        together: inquiry.together(&numbers)?,
        rules: inquiry.rules()?,
        conflicts: conflicts::effects(unit, &settings)?,
        untried: untried(unit, &numbers),
        factor,
        unproven: inquiry.unproven.into_inner().unwrap_or_default(),
        base: inquiry.base.verdict,
    })
}

/// Numbers of the plan that rest on an assumption or a policy.
fn numbers(unit: &Unit) -> Vec<(Quantity, Basis)> {
    let stated: BTreeMap<&str, Basis> = unit.inputs.iter().map(|input| (&*input.path, input.basis)).collect();
    // What names no basis is an assumption.
    let basis = |quantity: &Quantity| stated.get(&*quantity.path(unit)).copied().unwrap_or(Basis::Assumption);
    let all = Quantity::all(unit).into_iter().map(|quantity| (basis(&quantity), quantity));
    let open = all.filter(|(basis, _)| matches!(basis, Basis::Assumption | Basis::Policy));
    open.map(|(basis, quantity)| (quantity, basis)).collect()
}

fn untried(unit: &Unit, numbers: &[(Quantity, Basis)]) -> usize {
    let assumed = unit.inputs.iter().filter(|input| input.basis == Basis::Assumption).count();
    assumed.saturating_sub(numbers.iter().filter(|(_, basis)| *basis == Basis::Assumption).count())
}

/// A unit solved, with what that proves of easier and harder ones.
#[derive(Debug, Clone)]
struct Solved {
    verdict: Verdict,
    /// Posts that allow it. They keep the rules of every unit that differs in numbers only.
    table: DutyTable,
    /// Service that no harder unit exceeds; `None` where it is not proven.
    ceiling: Option<Vec<Decimal>>,
    /// Which matters have anything arriving; sums over others cannot be compared.
    arrives: Vec<bool>,
}

impl Solved {
    fn of(unit: &Unit, plan: Plan) -> Self {
        let verdict = Verdict::of(unit, &plan);
        let exact = |stage: &Stage| stage.stop == StopReason::Proven && stage.gap <= EXACT;
        let ceiling = plan.stages.iter().all(exact).then(|| verdict.service.clone());
        Self { verdict, table: plan.held, ceiling, arrives: arrives(unit) }
    }

    /// The most that a harder unit can serve.
    fn ceiling_of(&self, harder: &Unit) -> Option<&[Decimal]> {
        self.ceiling.as_deref().filter(|_| self.arrives == arrives(harder))
    }
}

/// The gap up to which a stage is taken as the very optimum.
const EXACT: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

fn arrives(unit: &Unit) -> Vec<bool> {
    unit.matters.iter().map(Matter::has_cases).collect()
}

/// Solves changed units and compares them with the plan.
struct Inquiry<'a> {
    unit: &'a Unit,
    factor: Decimal,
    settings: &'a Settings,
    base: Solved,
    /// The largest gap so far of what was not proven, whichever thread met it.
    unproven: Mutex<Option<Decimal>>,
}

impl<'a> Inquiry<'a> {
    fn new(unit: &'a Unit, factor: Decimal, settings: &'a Settings) -> Result<Self, AssessError> {
        let base = Solved::of(unit, serve(unit, &Known::default(), settings)?);
        let unproven = Mutex::new(base.verdict.gap());
        Ok(Self { unit, factor, settings, base, unproven })
    }

    /// Solves a changed unit, given others that differ from it in numbers or rules; `easier` is one of which it is
    /// known that it serves no less.
    fn solved(&self, unit: &Unit, others: &[&Solved], easier: Option<&Solved>) -> Result<Solved, AssessError> {
        let tables = others.iter().map(|solved| &solved.table).collect();
        let at_most = easier.and_then(|easier| easier.ceiling_of(unit));
        let solved = Solved::of(unit, serve(unit, &Known { tables, at_most, promises: &[] }, self.settings)?);
        if let Ok(mut unproven) = self.unproven.lock() {
            *unproven = (*unproven).max(solved.verdict.gap());
        }
        Ok(solved)
    }

    /// Effects of some changed units, side by side; for each whether the unit as it is serves no less.
    fn effects<K: Ord + Clone + Send + Sync>(
        &self,
        units: &BTreeMap<K, (Unit, bool)>,
    ) -> Result<BTreeMap<K, Effect>, AssessError> {
        solve_all(units, &mut (), |(unit, harder)| {
            let verdict = self.solved(unit, &[&self.base], harder.then_some(&self.base))?.verdict;
            Ok(Effect { flipped: verdict.flips(&self.base.verdict), verdict })
        })
    }
}
