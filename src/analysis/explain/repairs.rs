//! Which changes would help a matter. Transfers within the unit are not among them: the plan tries every placement.

use super::count::counted;
use super::demand::{StaffKind, relaxed};
use super::trials::{Trial, favour, plan, plan_all};
use super::{Demand, Explanation, MinimalConflict, Remedy, Repair, Shift, break_even, ranking};
use crate::analysis::plan::reasons::exceeds;
use crate::analysis::{AssessError, Limit, ReasonCode, ServiceStatus, Shortfall, Steps};
use crate::model::{Change, Hire, MatterIx, Plan, Quantity, RuleChange, RuleId, Separation, Status, Step, Unit};
use crate::optimise::{DutyTable, Promise, Settings, alike};
use crate::units::Share;
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Completes the explanations: every change is tried once for all matters, two together where no single one helps.
pub(super) fn explanations(
    unit: &Unit,
    plan: &Plan,
    shortfalls: Vec<Shortfall>,
    conflicts: Vec<MinimalConflict>,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Vec<Explanation>, AssessError> {
    let Some(first) = shortfalls.first() else { return Ok(Vec::new()) };
    let workshop = Workshop::new(unit, plan, settings);
    let common = common(unit, first.matter);
    let singles = |shortfall: &Shortfall| common.iter().cloned().chain(preferred(shortfall));
    let trials = shortfalls.iter().flat_map(singles).map(|change| vec![change]).collect();
    let trials = plan_all(unit, trials, &plan.held, settings, steps)?;
    let cuts = shortfalls.par_iter().map(|s| workshop.cuts(s)).collect::<Result<Vec<_>, _>>()?;
    let mut explanations: Vec<Explanation> = Vec::new();
    for ((shortfall, conflict), cuts) in shortfalls.into_iter().zip(conflicts).zip(cuts) {
        let tried: Vec<Change> = singles(&shortfall).collect();
        // Not to have been tried to the end is not to have been tried in vain.
        let is_settled = |change: &Change| trials.get(std::slice::from_ref(change)).is_some_and(|trial| trial.proven);
        let singles = tried.iter().map(|change| vec![change.clone()]).collect();
        let found = workshop.repairs(shortfall.matter, singles, &trials)?;
        let (helpful, in_vain): (Vec<_>, Vec<_>) = found.into_iter().zip(tried).partition(|(found, _)| found.is_some());
        let mut repairs: Vec<Repair> = helpful.into_iter().filter_map(|(repair, _)| repair).collect();
        repairs.extend(cuts);
        ranking::sort(&mut repairs);
        let level = workshop.before.level(shortfall.matter);
        let stalls = ServiceStatus::from(level) == ServiceStatus::Stalled;
        explanations.push(Explanation {
            level,
            counted: stalls.then(|| counted(unit, plan, shortfall.matter)),
            shortfall,
            conflict,
            repairs,
            pairs: Vec::new(),
            in_vain: in_vain.into_iter().map(|(_, change)| change).filter(is_settled).collect(),
        });
    }
    workshop.add_pairs(&mut explanations, &common, steps)?;
    Ok(explanations)
}

/// For every matter the best single change of staff that helps it, if one does.
pub(super) fn by_staff(
    unit: &Unit,
    plan: &Plan,
    shortfalls: &[Shortfall],
    settings: &Settings,
) -> Result<Vec<Remedy>, AssessError> {
    let Some(first) = shortfalls.first() else { return Ok(Vec::new()) };
    let workshop = Workshop::new(unit, plan, settings);
    let of_staff = |change: &Change| matches!(change, Change::Join(_) | Change::Recall(_));
    let common = common(unit, first.matter).into_iter().filter(of_staff);
    let wanted: BTreeSet<_> = first_of_their_like(unit, common).map(|change| vec![change]).collect();
    let count = wanted.len();
    let trials = plan_all(unit, wanted, &plan.held, settings, &mut ())?;
    let all_settled = trials.len() == count && trials.values().all(|trial| trial.proven);
    let best = |shortfall: &Shortfall| {
        let repairs = workshop.repairs(shortfall.matter, trials.keys().cloned().collect(), &trials)?;
        let mut repairs: Vec<Repair> = repairs.into_iter().flatten().collect();
        ranking::sort(&mut repairs);
        Ok(Remedy { matter: shortfall.matter, repair: repairs.into_iter().next() })
    };
    let known = |shortfall: &&Shortfall| all_settled && shortfall.status != ServiceStatus::Unknown;
    shortfalls.iter().filter(known).collect::<Vec<_>>().into_par_iter().map(best).collect()
}

/// The changes without the recalls of people whom somebody recalled before could stand for in every plan.
fn first_of_their_like(unit: &Unit, changes: impl Iterator<Item = Change>) -> impl Iterator<Item = Change> {
    let changes: Vec<Change> = changes.collect();
    let recalls: Vec<Change> = changes.iter().filter(|change| matches!(change, Change::Recall(_))).cloned().collect();
    let like = alike(&unit.with(&recalls));
    let mut met = BTreeSet::new();
    changes.into_iter().filter(move |change| match change {
        Change::Recall(person) => {
            let like = like.iter().position(|people| people.contains(person));
            like.is_none_or(|like| met.insert(like))
        }
        _ => true,
    })
}

/// Single changes that may help any matter, in the order in which they are listed.
fn common(unit: &Unit, matter: MatterIx) -> Vec<Change> {
    let leaders = unit.rules.leader_steps && unit.needed_posts().any(|(_, post)| post.step == Step::Approve);
    let staff = [StaffKind::Established, StaffKind::Contract].into_iter().chain(leaders.then_some(StaffKind::Leaders));
    let hires = staff.map(|staff| Change::Join(staff.hire(unit, 1, matter)));
    let on_loan = unit.people().filter(|(_, person)| person.status == Status::SecondedOut && !person.departed);
    let recalls = on_loan.map(|(ix, _)| Change::Recall(ix));
    let rules = RuleId::ALL.into_iter().flat_map(|rule| steps_of(unit, rule)).map(Change::Rule);
    let freed = unit.pinned().into_iter().map(Change::Unpin);
    let minima = unit.with_minimum().map(Change::NoMinimum);
    hires.chain(recalls).chain(freed).chain(minima).chain(rules).collect()
}

/// The ways to relax a rule as repairs: people may work in one more section, not in any number.
fn steps_of(unit: &Unit, rule: RuleId) -> Vec<RuleChange> {
    let mut ways = relaxed(unit, rule);
    ways.retain(|way| *way != RuleChange::SectionsPerPerson(None));
    ways
}

/// The matter before all others, where others stand in its way.
fn preferred(shortfall: &Shortfall) -> Option<Change> {
    use ReasonCode::{KeptForHigherTier, KeptForSameTier, SearchStopped};
    let others = matches!(shortfall.reason.code, KeptForHigherTier | KeptForSameTier | SearchStopped);
    others.then_some(Change::Prefer([shortfall.matter].into()))
}

struct Workshop<'a> {
    unit: &'a Unit,
    /// The plan as it is.
    before: Trial,
    /// What it gives to each matter.
    promises: Vec<Promise>,
    /// The posts of the plan.
    today: &'a DutyTable,
    settings: &'a Settings,
}

/// Changed units, planned with nothing promised to anybody.
type Trials = BTreeMap<Vec<Change>, Trial>;

impl<'a> Workshop<'a> {
    fn new(unit: &'a Unit, plan: &'a Plan, settings: &'a Settings) -> Self {
        let before = Trial::of(unit, plan);
        let promises = before.each(unit);
        Self { unit, before, promises, today: &plan.held, settings }
    }

    /// What each of some changes does for a matter, side by side; `None` where it does not help.
    fn repairs(
        &self,
        matter: MatterIx,
        changes: Vec<Vec<Change>>,
        trials: &Trials,
    ) -> Result<Vec<Option<Repair>>, AssessError> {
        let repair = |changes: Vec<Change>| match trials.get(&changes) {
            Some(free) => self.repair(matter, changes, free),
            None => Ok(None),
        };
        changes.into_par_iter().map(repair).collect()
    }

    /// What changes do for a matter: as far as they serve it with nothing made worse; only where that is no further
    /// than today, as far as the best service with them allows, whatever other matters then lose.
    fn repair(&self, matter: MatterIx, changes: Vec<Change>, free: &Trial) -> Result<Option<Repair>, AssessError> {
        if changes.iter().any(|change| matches!(change, Change::Prefer(_))) {
            return Ok(self.gain(matter, changes, free));
        }
        // More of the matter with nothing made worse would be more of its tier, and the best service has no more.
        if free.proven && !self.tier_gains(matter, free) {
            return Ok(None);
        }
        let served_by_all = |(ix, _): (MatterIx, _)| !exceeds(self.before.level(ix), free.level(ix));
        if ServiceStatus::from(free.level(matter)) == ServiceStatus::Full && self.unit.matters().all(served_by_all) {
            return Ok(self.gain(matter, changes, free));
        }
        let Some(kept) = self.with_nothing_worse(matter, &changes)? else { return Ok(None) };
        if exceeds(kept.level(matter), self.before.level(matter)) {
            return Ok(self.gain(matter, changes, &kept));
        }
        let tiers = free.tiers(self.unit, self.unit[matter].tier);
        let Some(taken) = favour(self.unit, matter, &changes, (free, &tiers), self.settings)? else { return Ok(None) };
        Ok(self.gain(matter, changes, &taken).filter(|_| self.tier_gains(matter, &taken)))
    }

    /// The most of a matter with some changes while every matter keeps at least today's level.
    fn with_nothing_worse(&self, matter: MatterIx, changes: &[Change]) -> Result<Option<Trial>, AssessError> {
        favour(self.unit, matter, changes, (&self.before, &self.promises), self.settings)
    }

    /// What a trial of changes gives a matter, and what it does to others; `None` when it gives it nothing.
    fn gain(&self, matter: MatterIx, changes: Vec<Change>, trial: &Trial) -> Option<Repair> {
        let (from, to) = (self.before.level(matter), trial.level(matter));
        if !exceeds(to, from) {
            return None;
        }
        let shifts = |is: &dyn Fn(Share, Share) -> bool| -> Vec<Shift> {
            let others = self.unit.matters().map(|(ix, _)| ix).filter(|ix| *ix != matter);
            let shift = |ix: MatterIx| Shift { matter: ix, from: self.before.level(ix), to: trial.level(ix) };
            others.map(shift).filter(|shift| is(shift.from, shift.to)).collect()
        };
        Some(Repair {
            level: to,
            status: ServiceStatus::from(to),
            against_law: changes.iter().any(|change| self.is_against_law(change)),
            worse: shifts(&|from, to| exceeds(from, to)),
            better: shifts(&|from, to| exceeds(to, from)),
            proven: trial.proven,
            changes,
        })
    }

    /// Whether the tier of a matter, or one above it, is served better on the whole.
    fn tier_gains(&self, matter: MatterIx, trial: &Trial) -> bool {
        let own = self.unit[matter].tier;
        let sum = |of: &Trial, tier| -> Decimal {
            let matters = self.unit.matters().filter(|(_, m)| m.tier == tier);
            matters.map(|(ix, m)| m.weight.value() * of.level(ix).value()).sum()
        };
        let gains = |tier| sum(trial, tier) > sum(&self.before, tier) + Decimal::new(1, 3);
        self.unit.tiers().any(|(tier, _)| tier <= own && gains(tier))
    }

    /// Whether the unit may make a change and keeps handler and reviewer apart with it.
    fn may_make(&self, change: &Change) -> bool {
        !self.is_against_law(change) && *change != Change::Rule(RuleChange::Separation(Separation::Off))
    }

    fn is_against_law(&self, change: &Change) -> bool {
        let Change::Rule(rule) = change else { return false };
        self.unit.rules.is_law(rule.rule())
    }

    /// The matter's own numbers cut to where it is served in full, where hours are short.
    fn cuts(&self, shortfall: &Shortfall) -> Result<Vec<Repair>, AssessError> {
        if shortfall.reason.limit != Limit::Hours {
            return Ok(Vec::new());
        }
        let quantities = break_even::quantities(self.unit, shortfall.matter);
        let matter = shortfall.matter;
        let find = |quantity: Quantity| {
            let kept = |changes: &[Change]| self.with_nothing_worse(matter, changes);
            if let Some(found) = break_even::find(self.unit, matter, &quantity, kept)? {
                return Ok(Some(found));
            }
            let free = |changes: &[Change]| plan(self.unit, changes, self.today, self.settings);
            let found = break_even::find(self.unit, matter, &quantity, free)?;
            Ok(found.filter(|(_, trial)| self.tier_gains(matter, trial)))
        };
        let found = quantities.into_par_iter().map(find).collect::<Result<Vec<_>, AssessError>>()?;
        let found = found.into_iter().flatten();
        Ok(found.filter_map(|(change, trial)| self.gain(matter, vec![change], &trial)).collect())
    }

    /// Tries two changes together for every matter that no single free one helps.
    fn add_pairs(
        &self,
        explanations: &mut [Explanation],
        common: &[Change],
        steps: &mut dyn Steps,
    ) -> Result<(), AssessError> {
        let helpless = |e: &Explanation| !e.repairs.iter().any(Repair::is_free);
        let mut wanted: BTreeMap<MatterIx, Vec<Vec<Change>>> = BTreeMap::new();
        for explanation in explanations.iter().filter(|e| helpless(e)) {
            wanted.insert(explanation.shortfall.matter, self.pairs(&explanation.conflict, common));
        }
        let trials: BTreeSet<_> = wanted.values().flatten().cloned().collect();
        if trials.is_empty() {
            return Ok(());
        }
        let trials = plan_all(self.unit, trials, self.today, self.settings, steps)?;
        for explanation in explanations {
            let matter = explanation.shortfall.matter;
            let pairs = wanted.remove(&matter).unwrap_or_default();
            explanation.pairs = self.repairs(matter, pairs, &trials)?.into_iter().flatten().collect();
            ranking::sort(&mut explanation.pairs);
        }
        Ok(())
    }

    /// Two changes together that the unit may make, of which at least one lifts a member of the conflict: what leaves
    /// all of them standing cannot help. Two people of one kind are a pair; two ways to relax one rule are none.
    fn pairs(&self, conflict: &MinimalConflict, common: &[Change]) -> Vec<Vec<Change>> {
        let allowed: Vec<&Change> = common.iter().filter(|change| self.may_make(change)).collect();
        let mut pairs = Vec::new();
        for (i, first) in allowed.iter().enumerate() {
            for second in &allowed[i..] {
                let hits = self.lifts(conflict, first) || self.lifts(conflict, second);
                if hits && let Some(pair) = together(first, second) {
                    pairs.push(pair);
                }
            }
        }
        pairs
    }

    fn lifts(&self, conflict: &MinimalConflict, change: &Change) -> bool {
        let demand = match change {
            Change::Join(hire) => Demand::Headcount(StaffKind::from(hire)),
            Change::Recall(person) => Demand::Headcount(StaffKind::from(&self.unit[*person])),
            Change::Unpin(person) => Demand::Pinned(*person),
            Change::NoMinimum(section) => Demand::Minimum(*section),
            Change::Rule(rule) => Demand::Rule(rule.rule()),
            Change::Leave(_) | Change::Number(..) | Change::Prefer(_) => return false,
        };
        conflict.members.is_empty() || conflict.members.iter().any(|member| member.demand == demand)
    }
}

/// Two changes as one repair, if they make sense together.
fn together(first: &Change, second: &Change) -> Option<Vec<Change>> {
    match (first, second) {
        (Change::Join(a), Change::Join(b)) if a == b => {
            let hire = Hire { count: a.count + b.count, ..a.clone() };
            Some(vec![Change::Join(hire)])
        }
        (Change::Rule(a), Change::Rule(b)) if a.rule() == b.rule() => None,
        _ if first == second => None,
        _ => Some(vec![first.clone(), second.clone()]),
    }
}
