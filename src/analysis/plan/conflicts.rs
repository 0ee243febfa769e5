//! What the other values of a conflict would change.

use crate::analysis::{AssessError, ConflictEffect, Outcome, ServiceStatus, checked};
use crate::model::{Change, Conflict, ConflictTarget, MatterIx, Quantity, Unit};
use crate::optimise::{Error, Settings, service};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Every conflict with what follows from each of its values; drivers are planned again.
pub(in crate::analysis) fn effects(unit: &Unit, settings: &Settings) -> Result<Vec<ConflictEffect>, AssessError> {
    let mut effects = effects_on_paper(unit);
    for effect in &mut effects {
        let conflict = &unit.conflicts[effect.conflict];
        let Some(ConflictTarget::Driver(driver)) = &conflict.target else { continue };
        for (i, outcome) in effect.outcomes.iter_mut().enumerate().filter(|(i, _)| *i != conflict.used) {
            *outcome = {
                let change = Change::Number(Quantity::Driver(driver.clone()), conflict.values[i].value);
                replanned(&unit.with(&[change]), settings)?
            };
        }
    }
    Ok(effects)
}

/// The same without solving anything: what a driver changes stays [`Outcome::Nothing`].
#[must_use]
pub fn effects_on_paper(unit: &Unit) -> Vec<ConflictEffect> {
    let effect = |(ix, conflict): (usize, &Conflict)| ConflictEffect {
        conflict: ix,
        outcomes: conflict.values.iter().map(|value| on_paper(unit, conflict, value.value)).collect(),
    };
    unit.conflicts.iter().enumerate().map(effect).collect()
}

fn on_paper(unit: &Unit, conflict: &Conflict, value: Decimal) -> Outcome {
    // Somebody who is only supposed to join is no disagreement of sources.
    let headcount = &unit.on_paper;
    let roster = match &conflict.target {
        Some(ConflictTarget::Authorised) => {
            let vacancies = value - Decimal::from(unit.headcount().on_books);
            return Outcome::Vacancies(vacancies.to_i64().unwrap_or_default());
        }
        Some(ConflictTarget::OnBooks) => headcount.on_books,
        Some(ConflictTarget::OnDuty) => headcount.on_duty,
        Some(ConflictTarget::Contract) => headcount.contract,
        Some(ConflictTarget::Driver(_)) | None => return Outcome::Nothing,
    };
    Outcome::Headcount { stated: value, roster }
}

fn replanned(unit: &Unit, settings: &Settings) -> Result<Outcome, AssessError> {
    let plan = match service(unit, settings) {
        Ok(plan) => checked(unit, plan)?,
        Err(Error::OutOfTime) => return Ok(Outcome::Unknown),
        Err(error) => return Err(error.into()),
    };
    if !unit.tiers().all(|(tier, _)| plan.proves(tier)) {
        return Ok(Outcome::Unknown);
    }
    let with = |status: ServiceStatus| -> Vec<MatterIx> {
        let matters = unit.matters().map(|(ix, _)| ix);
        matters.filter(|ix| plan.status_of(unit, *ix) == status).collect()
    };
    let service = plan.service(unit).into_iter().map(|(tier, sum, _)| (tier, sum)).collect();
    Ok(Outcome::Replanned { service, stalled: with(ServiceStatus::Stalled), slowed: with(ServiceStatus::Slowed) })
}
