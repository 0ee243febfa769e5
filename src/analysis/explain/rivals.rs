//! Matters of one tier that compete for the same people: who could change places, and what weight would do it.

use super::Shift;
use super::trials::{Trial, favour};
use crate::analysis::plan::reasons::exceeds;
use crate::analysis::{AssessError, ReasonCode, ServiceStatus, Shortfall};
use crate::model::{MatterIx, Plan, TierIx, Unit};
use crate::optimise::Settings;
use crate::units::{Share, round_half_up};
use rayon::prelude::*;
use rust_decimal::Decimal;

/// Decimals of a weight, rounded up.
const DECIMALS: u32 = 2;

/// A matter whose place others of its tier take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The matter.
    pub matter: MatterIx,
    /// How far it could be served in their place, with the tiers above as they are.
    pub level: Share,
    /// Matters of its tier that would then be served less.
    pub less: Vec<Shift>,
    /// With any weight above this one it would be served further than now.
    pub weight: Decimal,
}

/// The matters that are possible after the higher tiers and give way to others of their own, each with what would
/// happen were it served first within its tier. What there was no time to prove is left out.
///
/// # Errors
/// See [`AssessError`].
pub fn rivals(
    unit: &Unit,
    plan: &Plan,
    shortfalls: &[Shortfall],
    settings: &Settings,
) -> Result<Vec<Rival>, AssessError> {
    let settings = Settings { export: None, ..settings.clone() };
    let before = Trial::of(unit, plan);
    let gives_way = |s: &&Shortfall| s.reason.code == ReasonCode::KeptForSameTier && s.status != ServiceStatus::Unknown;
    let matters: Vec<MatterIx> = shortfalls.iter().filter(gives_way).map(|shortfall| shortfall.matter).collect();
    let rival = |matter: MatterIx| rival(unit, matter, &before, &settings);
    let found = matters.into_par_iter().map(rival).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// Let a plan serve the matter further by g and its tier's others, weighted, less by c. The plan at hand is best, so
/// with a weight w of the matter w g ≤ c. With more than c / g the other plan is better than this one, and than any
/// that serves the matter no further than this one does: those gain no more by the weight than this one.
fn rival(unit: &Unit, matter: MatterIx, before: &Trial, settings: &Settings) -> Result<Option<Rival>, AssessError> {
    let own = unit[matter].tier;
    let above = own.0.checked_sub(1).map(|last| before.tiers(unit, TierIx(last))).unwrap_or_default();
    let Some(first) = favour(unit, matter, &[], (before, &above), settings)? else { return Ok(None) };
    let (from, level) = (before.level(matter), first.level(matter));
    if !first.proven || !exceeds(level, from) {
        return Ok(None);
    }
    let others = unit.open_matters().filter(|(ix, other)| other.tier == own && *ix != matter);
    let shifts: Vec<Shift> =
        others.map(|(ix, _)| Shift { matter: ix, from: before.level(ix), to: first.level(ix) }).collect();
    let lost: Decimal = shifts.iter().map(|s| unit[s.matter].weight.value() * (s.from.value() - s.to.value())).sum();
    let exact = lost.checked_div(level.value() - from.value()).unwrap_or_default();
    // A hair of the solvers is no reason for another hundredth.
    let rounded = round_half_up(exact, DECIMALS);
    let up = if exact - rounded > Decimal::new(1, 5) { Decimal::new(1, DECIMALS) } else { Decimal::ZERO };
    Ok(Some(Rival {
        matter,
        level,
        less: shifts.into_iter().filter(|shift| exceeds(shift.from, shift.to)).collect(),
        weight: (rounded + up).max(unit[matter].weight.value()).normalize(),
    }))
}
