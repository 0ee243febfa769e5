//! Matter by matter: in how many units it stalls, or will.

use super::answer::{Named, Short};
use super::gather::{Fleet, UnitRow};
use crate::analysis::ReasonCode;
use crate::model::ServiceStatus;
use crate::units::Month;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A matter that is below full service in some units, today or later; units that give it the same id and tier share it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatterRow {
    /// The matter, as the first unit that has it calls it.
    pub matter: Named,
    /// Id of its tier.
    pub tier: String,
    /// Units in which it stalls today.
    pub stalled: usize,
    /// Units in which it is slowed today, or of which it is not settled how far it can be served.
    pub slowed: usize,
    /// Units in which it comes to stall later.
    pub later: usize,
    /// The first month from which it does.
    pub first: Option<Month>,
    /// The reason of most units today.
    pub reason: Option<ReasonCode>,
}

/// A matter in the making, with how many units name which reason.
struct Tally {
    row: MatterRow,
    reasons: BTreeMap<&'static str, (usize, ReasonCode)>,
}

impl Fleet {
    /// Every matter that is short somewhere: tier by tier, then what stalls in most units.
    #[must_use]
    pub fn matters(&self) -> Vec<MatterRow> {
        let mut tallies: BTreeMap<(&str, &str), Tally> = BTreeMap::new();
        for unit in &self.units {
            for short in unit.plan.iter().flat_map(|plan| &plan.short) {
                let tally = of(&mut tallies, &short.matter, &short.tier);
                tally.add(short);
            }
            for (matter, tier, since) in unit.later() {
                let row = &mut of(&mut tallies, matter, tier).row;
                row.later += 1;
                row.first = row.first.into_iter().chain([since]).min();
            }
        }
        let tiers = self.tiers();
        let place = |row: &MatterRow| tiers.iter().position(|total| total.tier.id == row.tier).unwrap_or(tiers.len());
        let mut rows: Vec<MatterRow> = tallies.into_values().map(Tally::finish).collect();
        rows.sort_by_cached_key(|row| {
            let often = Reverse((row.stalled, row.slowed, row.later));
            (place(row), row.tier.clone(), often, row.matter.id.clone())
        });
        rows
    }
}

fn of<'t, 'u>(tallies: &'t mut BTreeMap<(&'u str, &'u str), Tally>, matter: &'u Named, tier: &'u str) -> &'t mut Tally {
    tallies.entry((tier, &matter.id)).or_insert_with(|| {
        let (matter, tier) = (matter.clone(), tier.to_owned());
        let row = MatterRow { matter, tier, stalled: 0, slowed: 0, later: 0, first: None, reason: None };
        Tally { row, reasons: BTreeMap::new() }
    })
}

impl Tally {
    fn add(&mut self, short: &Short) {
        let is_stalled = short.status == ServiceStatus::Stalled;
        self.row.stalled += usize::from(is_stalled);
        self.row.slowed += usize::from(!is_stalled);
        self.reasons.entry(short.reason.id()).or_insert((0, short.reason)).0 += 1;
    }

    fn finish(self) -> MatterRow {
        let most = self.reasons.into_iter().max_by_key(|(id, (units, _))| (*units, Reverse(*id)));
        MatterRow { reason: most.map(|(_, (_, reason))| reason), ..self.row }
    }
}

impl UnitRow {
    /// What stalls later, with its tier and from when. Without a plan nobody knows what stalls today, and all counts.
    pub fn later(&self) -> impl Iterator<Item = (&Named, &str, Month)> {
        let today = self.about.as_ref().filter(|_| self.plan.is_some()).map(|about| about.as_of);
        let stalls = self.project.iter().flat_map(|project| &project.stalls);
        stalls.filter(move |stall| Some(stall.since) != today).map(|stall| (&stall.matter, &*stall.tier, stall.since))
    }
}
