//! The minimal conflict: a deletion filter over re-solves.

use super::demand::{promises, rules_and_people};
use super::{Demand, Member, MinimalConflict};
use crate::analysis::plan::reasons::exceeds;
use crate::analysis::{ReasonCode, Shortfall};
use crate::model::{Change, MatterIx, Plan, SectionIx, Step, TierIx, Unit};
use crate::optimise::{Error, Most, Probe, Promise, Settings};
use crate::units::Share;
use std::collections::BTreeMap;

/// A smallest set of demands that keeps a matter from being served further than in the plan.
pub(super) fn minimal(
    unit: &Unit,
    plan: &Plan,
    shortfall: &Shortfall,
    settings: &Settings,
) -> Result<MinimalConflict, Error> {
    let matter = shortfall.matter;
    let filter = Filter { unit, plan, matter, reached: plan.level(unit, matter), settings };
    filter.run(&candidates(unit, plan, shortfall))
}

/// Everything that may be in the conflict, in the order in which it is tried to do without, block by block.
/// What the reason has proven to be out of it is left out from the start.
fn candidates(unit: &Unit, plan: &Plan, shortfall: &Shortfall) -> Vec<Vec<Demand>> {
    let matter = shortfall.matter;
    let own = unit[matter].tier;
    let (hours, above, beside) = match shortfall.reason.code {
        ReasonCode::NoEligibleHandler
        | ReasonCode::NoEligibleReviewer
        | ReasonCode::NoEligibleApprover
        | ReasonCode::NoSecondPerson
        | ReasonCode::NoSameHandler => (false, false, false),
        ReasonCode::HoursExhausted => (true, false, false),
        ReasonCode::KeptForHigherTier => (true, true, false),
        ReasonCode::KeptForSameTier | ReasonCode::WaitsForAnother | ReasonCode::SearchStopped => (true, true, true),
    };
    let may_stand = |tier: TierIx| (beside && tier == own) || (above && tier < own);
    let mut by_place: BTreeMap<(bool, SectionIx), Vec<Demand>> = BTreeMap::new();
    for other in promises(unit, matter, |ix| plan.level(unit, ix) > Share::ZERO) {
        let tier = unit[other].tier;
        if may_stand(tier) {
            by_place.entry((tier != own, unit[other].section)).or_default().push(Demand::Promise(other));
        }
    }
    let mut blocks: Vec<Vec<Demand>> = hours.then(|| vec![Demand::Hours]).into_iter().collect();
    blocks.extend(by_place.into_values());
    blocks.extend(rules_and_people(unit, matter).into_iter().map(|demand| vec![demand]));
    blocks
}

struct Filter<'a> {
    unit: &'a Unit,
    plan: &'a Plan,
    matter: MatterIx,
    /// Service level in the plan.
    reached: Share,
    settings: &'a Settings,
}

/// Whether some demands leave room for the matter.
enum Verdict {
    /// They do.
    Open,
    /// They do not.
    Shut,
    /// The search was stopped.
    Unsettled,
}

impl Filter<'_> {
    fn run(&self, blocks: &[Vec<Demand>]) -> Result<MinimalConflict, Error> {
        let mut kept: Vec<Demand> = blocks.concat();
        if !matches!(self.verdict(&kept)?, Verdict::Shut) {
            return Ok(MinimalConflict { members: Vec::new(), proven: false });
        }
        let mut proven = true;
        for block in blocks {
            proven &= self.thin_out(&mut kept, block)?;
        }
        let mut members = Vec::new();
        for demand in &kept {
            let others: Vec<Demand> = kept.iter().copied().filter(|other| other != demand).collect();
            let level = self.level(&others)?;
            proven &= level.proven && exceeds(level.value, self.reached);
            members.push(Member { demand: *demand, level_without: level.value });
        }
        Ok(MinimalConflict { members, proven })
    }

    /// Takes out of `kept` what of a block is not needed for the conflict: all of it, or half by half.
    /// Whether every question was settled.
    fn thin_out(&self, kept: &mut Vec<Demand>, block: &[Demand]) -> Result<bool, Error> {
        let without: Vec<Demand> = kept.iter().copied().filter(|demand| !block.contains(demand)).collect();
        let verdict = self.verdict(&without)?;
        match (verdict, block) {
            (Verdict::Shut, _) => {
                *kept = without;
                Ok(true)
            }
            (Verdict::Open, [_] | []) => Ok(true),
            (Verdict::Unsettled, [_] | []) => Ok(false),
            (Verdict::Open | Verdict::Unsettled, _) => {
                let (first, second) = block.split_at(block.len() / 2);
                Ok(self.thin_out(kept, first)? & self.thin_out(kept, second)?)
            }
        }
    }

    fn verdict(&self, demands: &[Demand]) -> Result<Verdict, Error> {
        let level = self.level(demands)?;
        Ok(match (exceeds(level.value, self.reached), level.proven) {
            (false, _) => Verdict::Shut,
            (true, true) => Verdict::Open,
            (true, false) => Verdict::Unsettled,
        })
    }

    /// How far the matter could be served if only some demands held.
    fn level(&self, demands: &[Demand]) -> Result<Most<Share>, Error> {
        let unit = self.unit;
        let all = [Demand::Hours].into_iter().chain(rules_and_people(unit, self.matter));
        let lifted = all.filter(|demand| !demands.contains(demand));
        let changes: Vec<Change> = lifted.flat_map(|demand| demand.lifted(unit, self.matter)).collect();
        let promises: Vec<Promise> = demands.iter().filter_map(|demand| self.promise(*demand)).collect();
        let needs = |step: Step| demands.iter().any(|demand| matches!(demand, Demand::Step(own, _) if *own == step));
        let without: Vec<Step> = unit[self.matter].steps.iter().map(|s| s.step).filter(|s| !needs(*s)).collect();
        let probe = Probe { matter: self.matter, promises: &promises, costless: &[], without: &without };
        probe.level(&unit.with(&changes), self.settings)
    }

    fn promise(&self, demand: Demand) -> Option<Promise> {
        let Demand::Promise(other) = demand else { return None };
        let sum = self.unit[other].weight.value() * self.plan.level(self.unit, other).value();
        Some(Promise { matters: vec![other], sum })
    }
}
