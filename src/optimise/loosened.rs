//! What ties sections together last: the best of a unit as if nobody had to approve, nobody were related, no matter
//! bounded another and no section needed people of its own; and whether the plan found can be had with all that.
//!
//! Without it the unit may fall apart (`lattice`, `pooled`); what it then serves no plan exceeds. Whoever may also
//! approves whatever goes with their posts, relatives change places with people like them, and a linear program of
//! named people says whether the same levels can be dealt. If so, they are best. If there are not hours enough to
//! approve them, a bound that counts those hours may be reached with the same posts. If not, nothing is concluded and
//! the program of the whole unit is asked. Why that is exact: `docs/model.md`.

use super::engine::program::{Column, Objective, Program, Sense};
use super::engine::{Effort, solve};
use super::formulation::minimum::Minima;
use super::formulation::rights::Rights;
use super::formulation::{hours_alone, people_by_post};
use super::lattice::{Answer, Question, Reply};
use super::seats::posts_of;
use super::served::{served, sums_of};
use super::shares::{Shares, asked};
use super::tolerance::{SLACK, TIGHT};
use super::{Ask, DutyTable, Settings, decimal, forced, number, seats};
use crate::model::{MatterIx, PersonIx, PostIx, Step, Unit};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The best a unit can do; `None` where there is nothing to leave out, or where it cannot be put back.
pub(super) fn answer(
    question: &Question,
    settings: &Settings,
    best: impl Fn(&Question, &Settings) -> Option<Reply>,
) -> Option<Reply> {
    let unit = question.unit;
    let loose = loosened(unit);
    if loose == *unit {
        return None;
    }
    let rights = Rights::of(unit);
    let approvers: BTreeSet<PersonIx> = unit
        .present()
        .map(|(person, _)| person)
        .filter(|person| rights.posts[person.0].iter().any(|post| !unit[*post].is_working()))
        .collect();
    let free = Question { unit: &loose, resting: &approvers, ..*question };
    let found = match best(&free, settings)? {
        // What cannot be kept without approvals and relatives cannot be kept with them.
        Reply::Shut => return Some(Reply::Shut),
        Reply::Best(found) => found,
    };
    let tied = |found: &Answer| {
        let mut held = found.held.clone();
        part_relatives(unit, &rights, &mut held);
        add_approvals(unit, &rights, &approvers, &mut held);
        let keeps = keeps_relatives_apart(unit, &rights, &held) && Minima::of(unit, &rights).keeps(unit, &held);
        keeps.then_some(held)
    };
    let held = tied(&found)?;
    if (!question.seats || seats_reach(unit, &rights, &found.held, &held))
        && can_be_dealt(question, &held, &found, settings)
    {
        return Some(Reply::Best(Answer { held, ..found }));
    }
    // With less service fewer people may have to move.
    if question.seats {
        return None;
    }
    within_hours(question, &approvers, held, found, settings)
        .or_else(|| with_forced_levels(question, &free, settings, &best, tied))
}

/// Where the hours of approval leave one way only to serve the first sums as far as they allow: every plan that does so
/// has these levels, so that what else it serves is the best of the loosened unit with them as floors, and without what
/// nobody has the hours to approve. `None` where no plan is seen to do so.
fn with_forced_levels(
    question: &Question,
    free: &Question,
    settings: &Settings,
    best: impl Fn(&Question, &Settings) -> Option<Reply>,
    tied: impl Fn(&Answer) -> Option<DutyTable>,
) -> Option<Reply> {
    let unit = question.unit;
    let hours = free.resting.iter().map(|person| unit[*person].hours.value()).sum();
    let forced = forced::levels(question, hours)?;
    let is_open = |matter: &MatterIx| !forced.closed.contains(matter);
    let of_ask = unit.open_matters().map(|(matter, _)| matter).filter(|matter| question.ask.is_about(*matter));
    let ask = Ask { matters: Some(of_ask.filter(is_open).collect()), ..question.ask.clone() };
    let later = question.order.iter().skip(forced.sums.len());
    let order: Vec<Vec<MatterIx>> = later.map(|sum| sum.iter().copied().filter(is_open).collect()).collect();
    let asked = Question { ask: &ask, floors: &forced.levels, order: &order, ..*free };
    let Reply::Best(found) = best(&asked, settings)? else { return None };
    let held = tied(&found)?;
    let levels = served(question, &held, settings)?;
    let sums = sums_of(question, &levels);
    let slack = decimal(SLACK, 9);
    let is_best = sums.iter().zip(forced.sums.iter().chain(&found.sums)).all(|(sum, bound)| *sum >= *bound - slack);
    let is_proven = found.open.iter().all(Decimal::is_zero);
    let open = vec![Decimal::ZERO; question.order.len() + 3];
    (is_best && is_proven).then_some(Reply::Best(Answer { sums, open, levels, held, ..found }))
}

/// The most with these posts where there are not hours enough to approve what people could do; `None` where more might
/// be possible with others.
fn within_hours(
    question: &Question,
    approvers: &BTreeSet<PersonIx>,
    held: DutyTable,
    loose: Answer,
    settings: &Settings,
) -> Option<Reply> {
    let bound = approved(question, approvers, &loose, settings)?;
    let levels = served(question, &held, settings)?;
    let sums = sums_of(question, &levels);
    let is_reached = |(sum, bound): (&Decimal, &f64)| *sum >= decimal(*bound - SLACK, 9);
    let is_best = sums.iter().zip(&bound).all(is_reached);
    is_best.then_some(Reply::Best(Answer { sums, levels, held, ..loose }))
}

/// What no plan exceeds, sum after sum: max Σ weight × f over floor ≤ f ≤ 1 with the hours of approval Σ a × f within
/// those of all who approve, and as long as every sum before is what it is without approvals, no more than that.
fn approved(
    question: &Question,
    approvers: &BTreeSet<PersonIx>,
    loose: &Answer,
    settings: &Settings,
) -> Option<Vec<f64>> {
    let unit = question.unit;
    let mut program = Program::default();
    let mut levels: BTreeMap<MatterIx, Column> = BTreeMap::new();
    let mut work = Vec::new();
    for (matter, _) in unit.open_matters().filter(|(matter, _)| question.ask.is_about(*matter)) {
        let floor = question.floors.get(&matter).copied().unwrap_or_default();
        let level = program.continuous(format!("f_{}", matter.0), number(floor), 1.0);
        let steps = question.ask.steps(unit, matter).filter(|step| step.step == Step::Approve);
        let costs = steps.filter(|step| !question.ask.costless.contains(&(matter, step.step)));
        work.extend(costs.map(|step| (level, f64::from(step.people) * hours_alone(unit, matter, step))));
        levels.insert(matter, level);
    }
    let hours: Decimal = approvers.iter().map(|person| unit[*person].hours.value()).sum();
    program.row("approved".to_owned(), work, Sense::AtMost, number(hours));
    let mut bounds = Vec::new();
    let mut is_loose = true;
    for (place, (sum, most)) in question.order.iter().zip(&loose.sums).enumerate() {
        let weight = |matter: &MatterIx| number(unit[*matter].weight.value());
        let terms: Vec<_> = sum.iter().filter_map(|m| levels.get(m).map(|level| (*level, weight(m)))).collect();
        if is_loose && !terms.is_empty() {
            program.row(format!("most_{place}"), terms.clone(), Sense::AtMost, number(*most));
        }
        program.objective = Objective { maximise: true, terms: terms.clone(), constant: 0.0 };
        let answer = solve(settings, &program, Effort::until(&settings.deadline, 0.0)).ok()?;
        let reached = program.objective.at(&answer.values);
        is_loose &= reached >= number(*most) - TIGHT;
        if !terms.is_empty() {
            program.row(format!("keep_{place}"), terms, Sense::AtLeast, reached - TIGHT);
        }
        bounds.push(reached);
    }
    Some(bounds)
}

/// The unit in which nothing has to be approved, nobody is related, matters do not bound one another and sections need
/// no people of their own.
pub(super) fn loosened(unit: &Unit) -> Unit {
    let mut loose = unit.clone();
    loose.rules.kin = None;
    for section in &mut loose.sections {
        section.minimum = 0;
    }
    for matter in &mut loose.matters {
        matter.same_handler = None;
        matter.after.clear();
        matter.steps.retain(|step| step.step != Step::Approve);
    }
    loose
}

/// Whoever may approves every matter that goes with their posts and with those of their relatives.
fn add_approvals(unit: &Unit, rights: &Rights, approvers: &BTreeSet<PersonIx>, held: &mut DutyTable) {
    for person in approvers {
        for post in rights.posts[person.0].iter().filter(|post| !unit[**post].is_working()) {
            let goes_with = posts_of(held, *person).all(|other| rights.compatible(*post, other));
            if goes_with && relatives(unit, *person).all(|other| !meets(rights, held, other, *post)) {
                held.insert((*person, *post));
            }
        }
    }
}

/// Lets relatives who meet change places with people who may hold the same posts and have the same hours and home.
fn part_relatives(unit: &Unit, rights: &Rights, held: &mut DutyTable) {
    let related: Vec<PersonIx> =
        unit.present().map(|(person, _)| person).filter(|p| Rights::has_kin(unit, *p)).collect();
    for person in related {
        if is_apart(unit, rights, held, person) {
            continue;
        }
        let alike = |other: PersonIx| {
            other != person
                && unit[other].hours == unit[person].hours
                && unit[other].home == unit[person].home
                && rights.posts[other.0] == rights.posts[person.0]
        };
        let others: Vec<PersonIx> = unit.present().map(|(other, _)| other).filter(|other| alike(*other)).collect();
        for other in others {
            let changed = exchanged(held, person, other);
            if is_apart(unit, rights, &changed, person) && is_apart(unit, rights, &changed, other) {
                *held = changed;
                break;
            }
        }
    }
}

/// The same posts with two people in each other's places.
fn exchanged(held: &DutyTable, a: PersonIx, b: PersonIx) -> DutyTable {
    let other = |person: PersonIx| match person {
        person if person == a => b,
        person if person == b => a,
        person => person,
    };
    held.iter().map(|(person, post)| (other(*person), *post)).collect()
}

fn keeps_relatives_apart(unit: &Unit, rights: &Rights, held: &DutyTable) -> bool {
    unit.rules.kin.iter().flatten().all(|(person, _)| is_apart(unit, rights, held, *person))
}

fn is_apart(unit: &Unit, rights: &Rights, held: &DutyTable, person: PersonIx) -> bool {
    let mut posts = posts_of(held, person);
    posts.all(|post| relatives(unit, person).all(|other| !meets(rights, held, other, post)))
}

/// Whether a person holds a post that meets another on some matter.
fn meets(rights: &Rights, held: &DutyTable, person: PersonIx, post: PostIx) -> bool {
    posts_of(held, person).any(|other| rights.shared_matter.contains(&(post, other)))
}

fn relatives(unit: &Unit, person: PersonIx) -> impl Iterator<Item = PersonIx> {
    let pairs = unit.rules.kin.iter().flatten();
    pairs.filter_map(move |(a, b)| match person {
        person if person == *a => Some(*b),
        person if person == *b => Some(*a),
        _ => None,
    })
}

/// Whether everyone who may hold a post has one, as few people move as without approvals and relatives, and every post
/// of approval that can have a backup has one.
fn seats_reach(unit: &Unit, rights: &Rights, loose: &DutyTable, held: &DutyTable) -> bool {
    let holders = |post: PostIx| held.iter().filter(|(_, other)| *other == post).count();
    let mut approvals = people_by_post(unit).into_iter().filter(|(post, _)| !unit[*post].is_working());
    let mut idle = unit.present().filter(|(person, _)| posts_of(held, *person).next().is_none());
    idle.all(|(person, _)| rights.posts[person.0].is_empty())
        && seats::moved(unit, held) == seats::moved(unit, loose)
        && approvals.all(|(post, people)| {
            let people = people as usize;
            holders(post) > people || rights.eligible(unit, post).len() <= people
        })
}

/// Whether the levels found can be dealt to named people with these posts.
pub(super) fn can_be_dealt(question: &Question, held: &DutyTable, found: &Answer, settings: &Settings) -> bool {
    let unit = asked(question.unit, question.ask);
    let mut model = Shares::new(&unit, held);
    let level = |matter: &MatterIx| found.levels.get(matter).copied().unwrap_or(Decimal::ZERO);
    let is_open = |matter: &MatterIx, most: f64| level(matter).is_zero() || most > 0.0;
    model.levels.iter().all(|(matter, column)| is_open(matter, model.program.columns[column.0].upper))
        && model.fix_levels(&found.levels, settings).is_ok()
}
