//! When holders of high-risk posts exceed the limit in the years ahead, and how they can rotate.
//!
//! Month by month in which somebody exceeds it: the posts as they are by then, then the same with those people kept from
//! their posts. Both are plans with the fewest moves from the posts before; what the second serves less, rotation costs.

use super::keep::kept;
use super::start::starting_from;
use crate::analysis::{AssessError, EQUAL_SERVICE, Steps, planned};
use crate::model::{Ledger, MatterIx, PersonIx, Plan, PlanStatus, PostIx, RetirementPolicy, Unit};
use crate::optimise::{DutyTable, Settings};
use crate::units::Month;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The years ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rotation {
    /// First month looked at.
    pub from: Month,
    /// Last month looked at.
    pub until: Month,
    /// Years after which a holder is to leave a high-risk post.
    pub years: u32,
    /// The months in which somebody is to leave, in order.
    pub turns: Vec<Turn>,
    /// Holders of high-risk posts of whom the table does not say since when.
    pub unsaid: Vec<Place>,
    /// Whether every plan behind this was proven best.
    pub proven: bool,
}

/// A month in which somebody exceeds the limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Turn {
    /// The month.
    pub month: Month,
    /// Who exceeds the limit, where, and since when it is held.
    pub due: Vec<Due>,
    /// Posts that people leave for the rotation.
    pub leaves: Vec<Place>,
    /// Posts that people take instead.
    pub takes: Vec<Place>,
    /// Ids of those who change section for it.
    pub moved: Vec<PersonIx>,
}

/// Somebody at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// Id of the person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
}

/// Somebody who exceeds the limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Due {
    /// Id of the person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
    /// Since when it is held.
    pub since: Month,
    /// Ids of matters that would be served less if the person left the post; empty: the person can leave it.
    pub costs: Vec<MatterIx>,
}

/// Since when posts are held; `None`: the table does not say.
type Tenures = BTreeMap<(PersonIx, PostIx), Option<Month>>;

/// Looks so many years ahead from the posts that a plan gives people who start from a table.
///
/// # Errors
/// See [`AssessError`].
pub fn rotation(
    unit: &Unit,
    ledger: &Ledger,
    today: &DutyTable,
    years: u32,
    settings: &Settings,
    steps: &mut dyn Steps,
) -> Result<Option<Rotation>, AssessError> {
    let Some(rule) = &unit.rules.rotation else { return Ok(None) };
    let until = ahead(unit.as_of, years.saturating_mul(12).saturating_sub(1));
    let mut course = Course { settings, proven: true, barred: BTreeSet::new() };
    let first = course.plan(&starting_from(unit, today), today)?;
    let mut tenures = since_first(unit, ledger, &first.held);
    let risky = |tenures: &Tenures| -> Vec<((PersonIx, PostIx), Option<Month>)> {
        tenures.iter().filter(|((_, post), _)| rule.posts.contains(post)).map(|(at, since)| (*at, *since)).collect()
    };
    let unsaid = risky(&tenures).into_iter().filter(|(_, since)| since.is_none());
    let unsaid = unsaid.map(|((person, post), _)| Place { person, post }).collect();
    let exceeds = |since: Month| ahead(since, rule.years.saturating_mul(12).saturating_add(1)).max(unit.as_of);
    let mut turns: Vec<Turn> = Vec::new();
    // Whoever cannot be spared stays, and is asked no second time.
    let mut stay: BTreeSet<(PersonIx, PostIx)> = BTreeSet::new();
    loop {
        let open = risky(&tenures).into_iter().filter(|(at, _)| !stay.contains(at));
        let Some(month) = open.filter_map(|(_, since)| since.map(exceeds)).min().filter(|month| *month <= until) else {
            break;
        };
        steps.begin(1);
        let (then, _) = unit.in_month(month, RetirementPolicy::Statutory);
        // First what the month brings by itself: who has left is followed.
        let before: DutyTable = tenures.keys().filter(|(person, _)| then[*person].is_present()).copied().collect();
        let base = course.plan(&starting_from(&course.without(&then, &[]), &before), &before)?;
        tenures = carried(&tenures, &base.held, month);
        let due: Vec<((PersonIx, PostIx), Month)> = risky(&tenures)
            .into_iter()
            .filter(|(at, _)| !stay.contains(at))
            .filter_map(|(at, since)| since.filter(|since| exceeds(*since) <= month).map(|since| (at, since)))
            .collect();
        steps.step();
        if due.is_empty() {
            continue;
        }
        let (turn, held) = course.turn(&then, month, &base, &due)?;
        stay.extend(turn.due.iter().filter(|due| !due.costs.is_empty()).map(|due| (due.person, due.post)));
        tenures = carried(&tenures, &held, month);
        turns.push(turn);
    }
    Ok(Some(Rotation { from: unit.as_of, until, years: rule.years, turns, unsaid, proven: course.proven }))
}

/// A month so many months later.
fn ahead(month: Month, months: u32) -> Month {
    month.plus(i32::try_from(months).unwrap_or(i32::MAX))
}

/// Since when the posts of a plan are held by a table; those that it does not give begin now.
fn since_first(unit: &Unit, ledger: &Ledger, held: &DutyTable) -> Tenures {
    let mut known: Tenures = Tenures::new();
    for grant in &ledger.grants {
        let Some(person) = grant.person else { continue };
        for (matter, step) in &grant.rights {
            let Some(post) = unit.post_at(*matter, *step) else { continue };
            let since = known.entry((person, post)).or_insert(grant.since);
            // The longest time counts.
            *since = match (*since, grant.since) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
    }
    held.iter().map(|at| (*at, known.get(at).copied().unwrap_or(Some(unit.as_of)))).collect()
}

/// Since when the posts of another table are held, those that are new from a month on.
fn carried(tenures: &Tenures, held: &DutyTable, month: Month) -> Tenures {
    held.iter().map(|at| (*at, tenures.get(at).copied().unwrap_or(Some(month)))).collect()
}

/// A course through the years.
struct Course<'a> {
    settings: &'a Settings,
    proven: bool,
    /// Posts that people have left for the rotation; nobody comes back to one.
    barred: BTreeSet<(PersonIx, PostIx)>,
}

impl Course<'_> {
    fn plan(&mut self, unit: &Unit, before: &DutyTable) -> Result<Plan, AssessError> {
        let plan = planned(unit, self.settings)?;
        self.proven &= plan.status == PlanStatus::Optimal;
        Ok(kept(unit, plan, before, self.settings))
    }

    /// A unit in which people are kept from the posts that they have left, and from more.
    fn without(&self, unit: &Unit, more: &[(PersonIx, PostIx)]) -> Unit {
        let mut changed = unit.clone();
        for (person, post) in self.barred.iter().chain(more) {
            changed.people[person.0].terms.not_at.insert(*post);
        }
        changed
    }

    /// The matters that are served less where some people are kept from some posts, and the posts then.
    fn cost(
        &mut self,
        unit: &Unit,
        base: &Plan,
        leave: &[(PersonIx, PostIx)],
    ) -> Result<(Vec<MatterIx>, Plan), AssessError> {
        let other = self.without(&starting_from(unit, &base.held), leave);
        let plan = self.plan(&other, &base.held)?;
        let less =
            |matter: &MatterIx| base.level(unit, *matter).value() - plan.level(unit, *matter).value() > EQUAL_SERVICE;
        Ok((unit.matters().map(|(ix, _)| ix).filter(less).collect(), plan))
    }

    /// All leave together if that costs nothing; else those who can, one after the other.
    fn turn(
        &mut self,
        unit: &Unit,
        month: Month,
        base: &Plan,
        due: &[((PersonIx, PostIx), Month)],
    ) -> Result<(Turn, DutyTable), AssessError> {
        let all: Vec<(PersonIx, PostIx)> = due.iter().map(|(at, _)| *at).collect();
        let (cost, mut plan) = self.cost(unit, base, &all)?;
        let mut costs: BTreeMap<(PersonIx, PostIx), Vec<MatterIx>> = BTreeMap::new();
        let mut leaving = all.clone();
        if !cost.is_empty() {
            leaving.clear();
            plan = base.clone();
            for at in all {
                let (cost, other) = self.cost(unit, base, &[&leaving[..], &[at]].concat())?;
                if cost.is_empty() {
                    leaving.push(at);
                    plan = other;
                } else {
                    costs.insert(at, cost);
                }
            }
        }
        self.barred.extend(leaving);
        let places = |one: &DutyTable, other: &DutyTable| {
            one.difference(other).map(|(person, post)| Place { person: *person, post: *post }).collect()
        };
        let started = starting_from(unit, &base.held);
        let due = due.iter().map(|(at, since)| Due {
            person: at.0,
            post: at.1,
            since: *since,
            costs: costs.get(at).cloned().unwrap_or_default(),
        });
        let turn = Turn {
            month,
            due: due.collect(),
            leaves: places(&base.held, &plan.held),
            takes: places(&plan.held, &base.held),
            moved: unit.present().map(|(ix, _)| ix).filter(|ix| plan.is_moved(&started, *ix)).collect(),
        };
        Ok((turn, plan.held))
    }
}
