//! Why matters are below full service. Every statement is counted or solved again, none is guessed.

use crate::analysis::{Limit, PeopleProof, Reason, ReasonCode, ServiceStatus, Shortfall};
use crate::model::{Change, MatterIx, Plan, PostIx, Separation, Step, TierIx, Unit};
use crate::optimise::{Error, Most, Probe, Promise, Settings, eligible};
use crate::units::Share;
use rust_decimal::Decimal;

/// Matters below full service with their reasons, in order of tier, then of the scenario.
/// Where one of the questions, or the plan, was cut short, the reason says so.
pub(in crate::analysis) fn shortfalls(unit: &Unit, plan: &Plan, settings: &Settings) -> Result<Vec<Shortfall>, Error> {
    let of = |(matter, status)| {
        let reason = Inquiry { unit, plan, settings, matter }.reason()?;
        Ok(Shortfall { matter, status, reason })
    };
    short(unit, plan).into_iter().map(of).collect()
}

/// The same with the reasons alone, and nothing of what would help.
pub(in crate::analysis) fn causes(
    unit: &Unit,
    plan: &Plan,
    settings: &Settings,
) -> Result<Vec<(MatterIx, ServiceStatus, ReasonCode)>, Error> {
    let of = |(matter, status)| {
        let inquiry = Inquiry { unit, plan, settings, matter };
        Ok((matter, status, inquiry.cause(&inquiry.higher_tiers())?.code))
    };
    short(unit, plan).into_iter().map(of).collect()
}

/// The matters below full service.
fn short(unit: &Unit, plan: &Plan) -> Vec<(MatterIx, ServiceStatus)> {
    let of_tier = |tier| unit.matters().filter(move |(_, matter)| matter.tier == tier);
    let all = unit.tiers().flat_map(|(tier, _)| of_tier(tier)).map(|(ix, _)| (ix, plan.proven_status(unit, ix)));
    all.filter(|(_, status)| *status != ServiceStatus::Full).collect()
}

/// The questions asked about one matter.
#[derive(Clone, Copy)]
struct Inquiry<'a> {
    unit: &'a Unit,
    plan: &'a Plan,
    settings: &'a Settings,
    matter: MatterIx,
}

/// Why a matter falls short, and what was found out on the way.
struct Cause {
    code: ReasonCode,
    /// The post that nobody may hold.
    post: Option<PostIx>,
    alone: Share,
    after_higher_tiers: Share,
    bound: Option<MatterIx>,
}

impl Inquiry<'_> {
    fn reason(self) -> Result<Reason, Error> {
        let higher = self.higher_tiers();
        let people_left = self.people(&higher)?;
        let Cause { code, post, alone, after_higher_tiers, bound } = self.cause(&higher)?;
        let code = if code.is_impossible() || people_left.proven { code } else { ReasonCode::SearchStopped };
        let reached = self.plan.level(self.unit, self.matter);
        let (post, limit) = match code {
            _ if code.is_impossible() => (post, Limit::People(PeopleProof::Alone)),
            ReasonCode::SearchStopped => (None, Limit::Unknown),
            ReasonCode::WaitsForAnother => (None, Limit::Another),
            ReasonCode::HoursExhausted => (self.post_out_of_hours(alone)?, self.limit(&higher, reached)?),
            _ => (None, self.limit(&higher, reached)?),
        };
        Ok(Reason {
            code,
            post,
            limit,
            alone,
            after_higher_tiers,
            people_needed: self.people_needed(),
            people_left: people_left.value,
            waits_for: bound.filter(|_| code == ReasonCode::WaitsForAnother),
        })
    }

    fn cause(self, higher: &[Promise]) -> Result<Cause, Error> {
        // A matter that would stall even if the unit did nothing else.
        let impossible =
            |code, post| Ok(Cause { code, post, alone: Share::ZERO, after_higher_tiers: Share::ZERO, bound: None });
        if let Some((code, post)) = self.nobody_eligible() {
            return impossible(code, Some(post));
        }
        let reached = self.plan.level(self.unit, self.matter);
        let bound = self.bound(reached);
        let without_time = self.level(&[], &Step::ALL)?;
        if ServiceStatus::from(without_time.value) == ServiceStatus::Stalled && bound.is_none() {
            let code = if self.stalls_unbound()? { ReasonCode::NoSecondPerson } else { ReasonCode::NoSameHandler };
            return impossible(code, None);
        }
        let alone = self.level(&[], &[])?;
        let after_higher_tiers = self.level(higher, &[])?;
        let answers = [without_time.proven, alone.proven, after_higher_tiers.proven];
        let code = if answers.contains(&false) || !self.plan.proves(self.unit[self.matter].tier) {
            ReasonCode::SearchStopped
        } else if bound.is_some() {
            ReasonCode::WaitsForAnother
        } else if !exceeds(alone.value, reached) {
            ReasonCode::HoursExhausted
        } else if exceeds(after_higher_tiers.value, reached) {
            ReasonCode::KeptForSameTier
        } else {
            ReasonCode::KeptForHigherTier
        };
        Ok(Cause { code, post: None, alone: alone.value, after_higher_tiers: after_higher_tiers.value, bound })
    }

    /// The matter before this one that the plan serves no further; of several the one served least.
    fn bound(self, reached: Share) -> Option<MatterIx> {
        let level = |ix: MatterIx| self.plan.level(self.unit, ix);
        let before = self.unit[self.matter].bounds().filter(|ix| self.unit[*ix].has_cases());
        before.filter(|ix| !exceeds(level(*ix), reached)).min_by_key(|ix| (level(*ix), *ix))
    }

    /// Whether the matter would stall even if anybody might handle its cases and nothing came before it.
    fn stalls_unbound(self) -> Result<bool, Error> {
        if self.unit[self.matter].same_handler.is_none() {
            return Ok(true);
        }
        let mut unbound = self.unit.clone();
        unbound.matters[self.matter.0].same_handler = None;
        let probe = Probe { matter: self.matter, promises: &[], costless: &Step::ALL, without: &[] };
        Ok(ServiceStatus::from(probe.level(&unbound, self.settings)?.value) == ServiceStatus::Stalled)
    }

    /// A step whose post nobody present may hold.
    fn nobody_eligible(self) -> Option<(ReasonCode, PostIx)> {
        let matter = &self.unit[self.matter];
        let nobody = |post: PostIx| eligible(self.unit, post).is_empty();
        let empty = matter.steps.iter().find(|step| nobody(self.unit.post_for(matter, step)))?;
        let code = match empty.step {
            Step::Handle => ReasonCode::NoEligibleHandler,
            Step::Review | Step::SecondReview => ReasonCode::NoEligibleReviewer,
            Step::Approve => ReasonCode::NoEligibleApprover,
        };
        Some((code, self.unit.post_for(matter, empty)))
    }

    /// Different people over all steps; without separation those of the largest step do.
    fn people_needed(self) -> u32 {
        let people = self.unit[self.matter].steps.iter().map(|step| step.people - 1 + self.unit.rules.cover);
        match self.unit.rules.separation {
            Separation::Off => people.max().unwrap_or_default(),
            Separation::Post | Separation::Case => people.sum(),
        }
    }

    fn level(self, promises: &[Promise], costless: &[Step]) -> Result<Most<Share>, Error> {
        Probe { matter: self.matter, promises, costless, without: &[] }.level(self.unit, self.settings)
    }

    fn people(self, promises: &[Promise]) -> Result<Most<u32>, Error> {
        Probe { matter: self.matter, promises, costless: &[], without: &[] }.people(self.unit, self.settings)
    }

    /// What the plan gives to the tiers above.
    fn higher_tiers(self) -> Vec<Promise> {
        let own = self.unit[self.matter].tier;
        (0..own.0).map(|tier| self.promise(TierIx(tier))).collect()
    }

    /// What the tiers above and the other matters of the same tier must keep for the tier to be served better on the
    /// whole once this matter is served in full: the others may lose a little less than it gains.
    fn kept_if_better(self, higher: &[Promise], reached: Share) -> Vec<Promise> {
        let matter = &self.unit[self.matter];
        let own = self.promise(matter.tier);
        let gain = matter.weight.value() * (Share::ONE.value() - reached.value() - EQUAL);
        let own = Promise { sum: own.sum - gain, ..own };
        higher.iter().cloned().chain((own.sum > Decimal::ZERO).then_some(own)).collect()
    }

    /// What the plan gives to a tier, this matter aside.
    fn promise(self, tier: TierIx) -> Promise {
        let counts = |ix: MatterIx| ix != self.matter && self.unit[ix].has_cases();
        let of_tier = self.unit.matters().filter(|(ix, m)| m.tier == tier && counts(*ix));
        let matters: Vec<MatterIx> = of_tier.map(|(ix, _)| ix).collect();
        let service = |ix: &MatterIx| self.unit[*ix].weight.value() * self.plan.level(self.unit, *ix).value();
        Promise { sum: matters.iter().map(service).sum(), matters }
    }

    /// Hours, if the plan would serve the matter in full were its cases to take no time; people, if it would not, with
    /// the strongest proof of that. A matter that takes no time can be served in full or not at all.
    fn limit(self, higher: &[Promise], reached: Share) -> Result<Limit, Error> {
        let kept = self.kept_if_better(higher, reached);
        let without_time = self.level(&kept, &Step::ALL)?;
        if exceeds(without_time.value, reached) {
            return Ok(if without_time.proven { Limit::Hours } else { Limit::Unknown });
        }
        let timeless = self.unit.with(&Change::no_time(self.unit));
        // An upper bound no higher is a proof; one that is higher is none.
        let shut = |level: Most<Share>| !exceeds(level.value, reached);
        let above = shut(self.level(higher, &Step::ALL)?);
        let timeless = shut(self.level_in(&timeless, if above { higher } else { &kept })?);
        Ok(Limit::People(match (above, timeless) {
            (true, true) => PeopleProof::AboveTimeless,
            (true, false) => PeopleProof::Above,
            (false, true) => PeopleProof::TierTimeless,
            (false, false) => PeopleProof::Tier,
        }))
    }

    /// How far the matter could be served in a changed unit.
    fn level_in(self, unit: &Unit, promises: &[Promise]) -> Result<Most<Share>, Error> {
        Probe { matter: self.matter, promises, costless: &[], without: &[] }.level(unit, self.settings)
    }

    /// The post of the first step that, if it took no time, would let more be done.
    fn post_out_of_hours(self, alone: Share) -> Result<Option<PostIx>, Error> {
        let matter = &self.unit[self.matter];
        for step in &matter.steps {
            let without_time = self.level(&[], &[step.step])?;
            if without_time.proven && exceeds(without_time.value, alone) {
                return Ok(Some(self.unit.post_for(matter, step)));
            }
        }
        Ok(None)
    }
}

/// Levels this close count as equal: a thousandth.
const EQUAL: Decimal = Decimal::from_parts(1, 0, 0, false, 3);

/// Whether a level is higher by more than what counts as equal.
pub(in crate::analysis) fn exceeds(a: Share, b: Share) -> bool {
    a.value() > b.value() + EQUAL
}
