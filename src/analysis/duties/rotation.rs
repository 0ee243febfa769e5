//! When holders of high-risk posts exceed the limit in the years ahead, and how they can rotate.
//!
//! Month by month in which somebody exceeds it: the posts as they are by then, then the same with those people kept from
//! their posts. Both are plans with the fewest moves from the posts before; what the second serves less, rotation costs.
//! Then all these months together: whether any other course moves fewer people.

mod tenures;
mod whole;

use self::tenures::{Tenures, carried, since_first, still_held};
use super::keep::kept;
use super::start::starting_from;
use crate::analysis::{AssessError, EQUAL_SERVICE, Steps, planned};
use crate::model::{
    Ledger, MatterIx, PersonIx, Plan, PlanStatus, PostIx, RetirementPolicy, RotationRule, SectionIx, Unit,
};
use crate::optimise::{DutyTable, Settings};
use crate::units::Month;
use rust_decimal::Decimal;
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
    /// The months in which somebody leaves or changes section, in order.
    pub turns: Vec<Turn>,
    /// The months in which somebody's time is over if everybody stays as long as they may.
    pub months: Vec<Month>,
    /// Holders of high-risk posts of whom the table does not say since when.
    pub unsaid: Vec<Place>,
    /// Whether every plan behind this was proven best.
    pub proven: bool,
    /// How many people change section in all these months, each as often as they do, whether for the rotation or for
    /// what a month brings by itself.
    pub moves: usize,
    /// No course in which the same people leave the same posts in time, and every matter is served as far in these
    /// months, moves fewer; null where that was not found out.
    pub at_least: Option<usize>,
}

/// A month in which somebody exceeds the limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Turn {
    /// The month.
    pub month: Month,
    /// Who exceeds the limit, where, and since when it is held.
    pub due: Vec<Due>,
    /// Posts that people leave, for the rotation or for what the month brings by itself.
    pub leaves: Vec<Place>,
    /// Posts that people take.
    pub takes: Vec<Place>,
    /// Ids of those who change section for it.
    pub moved: Vec<PersonIx>,
    /// Ids of those who change section for what the month brings by itself, before anybody leaves a post for the rotation.
    pub followed: Vec<PersonIx>,
}

impl Turn {
    /// Whether anybody is to leave or changes section.
    fn says_something(&self) -> bool {
        !self.due.is_empty() || !self.followed.is_empty() || !self.leaves.is_empty() || !self.takes.is_empty()
    }
}

/// Somebody at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// Id of the person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
}

/// Somebody who exceeds the limit, or would by the last month and leaves earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Due {
    /// Id of the person.
    pub person: PersonIx,
    /// The post.
    pub post: PostIx,
    /// Since when it is held.
    pub since: Month,
    /// The first month beyond the limit.
    pub over: Month,
    /// Ids of matters that would be served less if the person left the post; empty: the person can leave it.
    pub costs: Vec<MatterIx>,
}

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
    let mut course = Course { settings, proven: true, barred: BTreeSet::new(), homes: BTreeMap::new() };
    let first = course.plan(&starting_from(unit, today), today)?;
    course.homes.extend(workplaces(unit, &first.held));
    let start =
        Start { unit, rule, until, tenures: since_first(unit, ledger, &first.held), homes: course.homes.clone() };
    let unsaid = start.risky(&start.tenures).into_iter().filter(|(_, since)| since.is_none());
    let unsaid = unsaid.map(|((person, post), _)| Place { person, post }).collect();
    let (found, months, at_least) = course.fewest(&start, steps)?;
    Ok(Some(Rotation {
        from: unit.as_of,
        until,
        years: rule.years,
        months,
        moves: found.moves(),
        turns: found.legs.into_iter().map(|leg| leg.turn).filter(Turn::says_something).collect(),
        unsaid,
        proven: course.proven,
        at_least,
    }))
}

/// Where a course begins, and how far it goes.
struct Start<'a> {
    unit: &'a Unit,
    rule: &'a RotationRule,
    until: Month,
    tenures: Tenures,
    /// The section where everybody works.
    homes: BTreeMap<PersonIx, SectionIx>,
}

impl Start<'_> {
    /// The high-risk posts that are held, and since when.
    fn risky(&self, tenures: &Tenures) -> Vec<((PersonIx, PostIx), Option<Month>)> {
        let is_risky = |post: PostIx| self.rule.posts.contains(&post);
        tenures.iter().filter(|((_, post), _)| is_risky(*post)).map(|(at, since)| (*at, *since)).collect()
    }

    /// Who holds a high-risk post since a known month and comes to be beyond the limit by another; but whoever may stay.
    fn due(
        &self,
        tenures: &Tenures,
        stay: &BTreeSet<(PersonIx, PostIx)>,
        by: Month,
    ) -> Vec<((PersonIx, PostIx), Month)> {
        let open = self.risky(tenures).into_iter().filter(|(at, _)| !stay.contains(at));
        open.filter_map(|(at, since)| Some((at, since.filter(|since| self.exceeds(*since) <= by)?))).collect()
    }

    /// The first month in which somebody who holds a post since then is beyond the limit.
    fn exceeds(&self, since: Month) -> Month {
        self.longest(since).max(self.unit.as_of)
    }

    /// The same, whether or not it lies in the past.
    fn longest(&self, since: Month) -> Month {
        ahead(since, self.rule.years.saturating_mul(12).saturating_add(1))
    }

    /// Somebody who is to leave a post held since a month, and what that would cost.
    fn told(&self, (person, post): (PersonIx, PostIx), since: Month, costs: Vec<MatterIx>) -> Due {
        Due { person, post, since, over: self.exceeds(since), costs }
    }

    /// The unit in a month, with the law of retirement, and people at home where they work by then.
    fn then(&self, month: Month, homes: &BTreeMap<PersonIx, SectionIx>) -> Unit {
        let (mut then, _) = self.unit.in_month(month, RetirementPolicy::Statutory);
        for (person, home) in homes {
            then.people[person.0].home = Some(*home);
        }
        then
    }
}

/// A course through the months in which somebody is to leave a post.
struct Found {
    legs: Vec<Passed>,
    /// Whoever cannot be spared, and where.
    stay: BTreeSet<(PersonIx, PostIx)>,
}

/// A month of a course.
struct Passed {
    turn: Turn,
    /// The unit in that month.
    then: Unit,
    /// How far each matter is served in that month, whoever leaves a post.
    levels: Vec<(MatterIx, Decimal)>,
}

impl Found {
    fn moves(&self) -> usize {
        self.legs.iter().map(Passed::moves).sum()
    }
}

impl Passed {
    fn moves(&self) -> usize {
        self.turn.moved.len() + self.turn.followed.len()
    }
}

/// A month so many months later.
fn ahead(month: Month, months: u32) -> Month {
    month.plus(i32::try_from(months).unwrap_or(i32::MAX))
}

/// Where everybody who is there works by a table.
fn workplaces(unit: &Unit, held: &DutyTable) -> BTreeMap<PersonIx, SectionIx> {
    starting_from(unit, held).present().filter_map(|(ix, person)| Some((ix, person.home?))).collect()
}

/// A unit in which people are kept from posts.
fn kept_from<'p>(unit: &Unit, posts: impl IntoIterator<Item = &'p (PersonIx, PostIx)>) -> Unit {
    let mut changed = unit.clone();
    for (person, post) in posts {
        changed.people[person.0].terms.not_at.insert(*post);
    }
    changed
}

/// A course in the making.
struct Course<'a> {
    settings: &'a Settings,
    proven: bool,
    /// Posts that people have left for the rotation; nobody comes back to one.
    barred: BTreeSet<(PersonIx, PostIx)>,
    /// The section where everybody works by now.
    homes: BTreeMap<PersonIx, SectionIx>,
}

impl Course<'_> {
    /// Everybody leaves in the last month in which that is in time, or so many months before with others; posts are given
    /// anew in some months more.
    fn month_by_month(
        &mut self,
        start: &Start<'_>,
        early: u32,
        further: &[Month],
        steps: &mut dyn Steps,
    ) -> Result<Found, AssessError> {
        (self.barred, self.homes) = (BTreeSet::new(), start.homes.clone());
        let mut tenures = start.tenures.clone();
        let mut found = Found { legs: Vec::new(), stay: BTreeSet::new() };
        loop {
            // Whoever cannot be spared stays, and is asked no second time.
            let due = start.due(&tenures, &found.stay, start.until);
            let last = found.legs.last().map(|leg: &Passed| leg.turn.month);
            let further = further.iter().copied().filter(|month| last.is_none_or(|last| *month > last));
            let next = due.into_iter().map(|(_, since)| start.exceeds(since)).chain(further).min();
            let Some(month) = next.filter(|month| *month <= start.until) else { return Ok(found) };
            steps.begin(1);
            let then = start.then(month, &self.homes);
            // First what the month brings by itself: who has left is followed.
            let before = still_held(&tenures, &then);
            let started = starting_from(&then, &before);
            let base = self.plan(&self.without(&started, &[]), &before)?;
            let followed = moved(&started, &base);
            self.homes.extend(workplaces(&then, &base.held));
            tenures = carried(&tenures, &base.held, month);
            let by = |last: Month| start.due(&tenures, &found.stay, last);
            let (due, soon) = (by(month), by(ahead(month, early).min(start.until)));
            steps.step();
            let then = start.then(month, &self.homes);
            let Rotated { due, plan, moved } = self.rotated(start, &then, base.clone(), &due, &soon)?;
            found.stay.extend(due.iter().filter(|due| !due.costs.is_empty()).map(|due| (due.person, due.post)));
            self.homes.extend(workplaces(&then, &plan.held));
            tenures = carried(&tenures, &plan.held, month);
            let turn = Turn {
                month,
                due,
                leaves: without_those(&before, &plan.held),
                takes: without_those(&plan.held, &before),
                moved,
                followed,
            };
            let levels = then.open_matters().map(|(ix, _)| (ix, base.level(&then, ix).value())).collect();
            found.legs.push(Passed { turn, then, levels });
        }
    }

    fn plan(&mut self, unit: &Unit, before: &DutyTable) -> Result<Plan, AssessError> {
        let plan = planned(unit, self.settings)?;
        self.proven &= plan.status == PlanStatus::Optimal;
        Ok(kept(unit, plan, before, self.settings))
    }

    /// A unit in which people are kept from the posts that they have left, and from more.
    fn without(&self, unit: &Unit, more: &[(PersonIx, PostIx)]) -> Unit {
        kept_from(unit, self.barred.iter().chain(more))
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

    /// All leave together if that costs nothing, those whose time comes soon too; else those who can of those who are due,
    /// one after the other.
    fn rotated(
        &mut self,
        start: &Start<'_>,
        unit: &Unit,
        base: Plan,
        own: &[((PersonIx, PostIx), Month)],
        soon: &[((PersonIx, PostIx), Month)],
    ) -> Result<Rotated, AssessError> {
        if soon.is_empty() {
            return Ok(Rotated { due: Vec::new(), plan: base, moved: Vec::new() });
        }
        let places = |all: &[((PersonIx, PostIx), Month)]| all.iter().map(|(at, _)| *at).collect::<Vec<_>>();
        let (mut due, mut all) = (soon, places(soon));
        let (mut cost, mut plan) = self.cost(unit, &base, &all)?;
        if !cost.is_empty() && soon.len() > own.len() {
            (due, all) = (own, places(own));
            (cost, plan) = self.cost(unit, &base, &all)?;
        }
        let mut costs: BTreeMap<(PersonIx, PostIx), Vec<MatterIx>> = BTreeMap::new();
        let mut leaving = all.clone();
        if !cost.is_empty() {
            leaving.clear();
            plan = base.clone();
            for at in all {
                let (cost, other) = self.cost(unit, &base, &[&leaving[..], &[at]].concat())?;
                if cost.is_empty() {
                    leaving.push(at);
                    plan = other;
                } else {
                    costs.insert(at, cost);
                }
            }
        }
        self.barred.extend(leaving);
        let due = due.iter().map(|(at, since)| start.told(*at, *since, costs.get(at).cloned().unwrap_or_default()));
        let due = due.collect();
        let moved = moved(&starting_from(unit, &base.held), &plan);
        Ok(Rotated { due, plan, moved })
    }
}

/// What a month is like once people have left their posts for the rotation.
struct Rotated {
    due: Vec<Due>,
    plan: Plan,
    /// Who changes section for it.
    moved: Vec<PersonIx>,
}

/// Who holds what by one table and not by another.
fn without_those(one: &DutyTable, other: &DutyTable) -> Vec<Place> {
    one.difference(other).map(|(person, post)| Place { person: *person, post: *post }).collect()
}

/// Everyone who works elsewhere by a plan than at home.
fn moved(started: &Unit, plan: &Plan) -> Vec<PersonIx> {
    started.present().map(|(ix, _)| ix).filter(|ix| plan.is_moved(started, *ix)).collect()
}
