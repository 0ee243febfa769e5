//! What so many more established posts would bring a unit: the plan with one, two and more newcomers.
//!
//! A newcomer is the one of `--hire established=N`, so that every step can be seen again by planning with it.

use super::answer::{FrontAnswer, Named, Step};
use super::before::Before;
use crate::analysis::{AssessError, leveled};
use crate::model::{Change, Employment, Hire, Plan, Rank, SectionIx, ServiceStatus, TierIx, Unit};
use crate::optimise::Settings;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// With no post more, with one, and so on up to `most`; it ends where everything is served in full.
pub(super) fn front(unit: &Unit, most: u32, before: &Before, settings: &Settings) -> Result<FrontAnswer, AssessError> {
    let mut steps: Vec<Step> = Vec::new();
    for posts in 0..=most {
        let (with, plan) = if posts == 0 {
            (unit.clone(), before.levels(unit, settings)?)
        } else {
            let with = unit.with(&[Change::Join(newcomers(unit, posts))]);
            let plan = leveled(&with, settings)?;
            (with, plan)
        };
        steps.push(step(&with, &plan, posts));
        if with.open_matters().all(|(ix, _)| plan.status_of(&with, ix) == ServiceStatus::Full) {
            break;
        }
    }
    let tiers = unit.tiers.iter();
    let named = |tier: &crate::model::Tier| Named {
        id: tier.id.clone(),
        name: tier.name.clone(),
        name_en: tier.name_en.clone(),
    };
    Ok(FrontAnswer { tiers: tiers.map(named).collect(), steps })
}

fn newcomers(unit: &Unit, count: u32) -> Hire {
    let taken = |id: &str| unit.people.iter().any(|person| person.id.starts_with(&format!("{id}-")));
    let mut id = "post".to_owned();
    while taken(&id) {
        id.push('_');
    }
    Hire {
        id,
        month: unit.as_of,
        count,
        employment: Employment::Established,
        kind: None,
        rank: Rank::Staff,
        section: SectionIx(0),
        work_since: unit.as_of,
        learning: None,
    }
}

fn step(unit: &Unit, plan: &Plan, posts: u32) -> Step {
    let of = |tier: TierIx| unit.open_matters().filter(move |(_, matter)| matter.tier == tier);
    let service = |tier: TierIx| {
        let sum: Decimal = of(tier).map(|(ix, _)| plan.level(unit, ix).value()).sum();
        crate::units::round_half_up(sum * Decimal::ONE_THOUSAND, 0).to_u32().unwrap_or_default()
    };
    let stalled = |tier: TierIx| of(tier).filter(|(ix, _)| plan.status_of(unit, *ix) == ServiceStatus::Stalled).count();
    Step {
        posts,
        service: unit.tiers().map(|(tier, _)| service(tier)).collect(),
        stalled: unit.tiers().map(|(tier, _)| u32::try_from(stalled(tier)).unwrap_or(u32::MAX)).collect(),
    }
}
