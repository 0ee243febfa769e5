//! Smaller questions than a plan: how far one matter could be served, how far all would be.

use super::engine::{Effort, solve};
use super::formulation::Model;
use super::program::Objective;
use super::stages::Runner;
use super::{Ask, Error, Settings, decimal, number};
use crate::model::{MatterIx, StageId, TierIx, Unit};
use crate::units::{Cases, Share};
use rust_decimal::Decimal;

/// Service of every tier without the stages about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Weighted sum of service levels, by tier.
    pub by_tier: Vec<(TierIx, Decimal)>,
    /// Service level of each matter; 1 where nothing arrives.
    pub levels: Vec<Share>,
}

/// How far every matter is served; the service stages of [`super::plan`] alone.
///
/// # Errors
/// As [`super::plan`].
pub fn service(unit: &Unit, settings: &Settings) -> Result<Service, Error> {
    let settings = Settings { export: None, ..settings.clone() };
    let mut runner =
        Runner { settings: &settings, deadline: None, progress: &mut (), total: unit.tiers.len(), stages: Vec::new() };
    let mut model = Model::new(unit, &Ask::default(), settings.formulation);
    for (tier, _) in unit.tiers() {
        let objective = model.service(tier);
        runner.stage(StageId::Tier(tier), &mut model.program, objective)?;
        model.keep_service(tier);
    }
    let by_tier = unit.tiers().map(|(ix, _)| ix).zip(runner.stages.iter().map(|stage| stage.objective)).collect();
    let values = model.program.start();
    let level = |ix| model.levels.get(&ix).map_or(Share::ONE, |column| Share::new(decimal(values[column.0], 6)));
    Ok(Service { by_tier, levels: unit.matters().map(|(ix, _)| level(ix)).collect() })
}

/// How far one matter could be served while the tiers in `promises` reach the sums given and all else is dropped.
/// With `costless` its cases are taken to need no time: what then still fails, fails for want of people.
///
/// # Errors
/// [`Error::Engine`] when the promises cannot be kept at all, or the engine fails.
pub fn level_given(
    unit: &Unit,
    settings: &Settings,
    matter: MatterIx,
    promises: &[(TierIx, Decimal)],
    costless: bool,
) -> Result<Share, Error> {
    if unit[matter].arriving == Cases::ZERO {
        return Ok(Share::ONE);
    }
    let is_kept = |tier: TierIx| promises.iter().any(|(t, _)| *t == tier);
    let matters = unit.matters().filter(|(ix, m)| *ix == matter || is_kept(m.tier)).map(|(ix, _)| ix).collect();
    let ask = Ask { matters: Some(matters), costless: costless.then_some(matter) };
    let mut model = Model::new(unit, &ask, settings.formulation);
    for (tier, sum) in promises {
        model.hold_service(*tier, number(*sum));
    }
    let Some(level) = model.levels.get(&matter).copied() else { return Ok(Share::ONE) };
    model.program.objective = Objective { maximise: true, terms: vec![(level, 1.0)], constant: 0.0 };
    let effort = Effort { gap: settings.gap, time: settings.time_limit };
    let answer = solve(settings.engine, &model.program, effort).map_err(Error::Engine)?;
    Ok(Share::new(decimal(answer.values[level.0].clamp(0.0, 1.0), 6)))
}
