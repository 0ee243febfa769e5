//! Another question than a plan: how few people could do everything.

use super::engine::{Answer, Effort, is_infeasible, solve};
use super::formulation::Model;
use super::program::{Column, Objective, Sense};
use super::stages::SLACK;
use super::{Ask, Error, Formulation, Promise, Settings, decimal, number};
use crate::model::{MatterIx, Person, PostIx, Separation, Unit};
use crate::units::{Cases, Hours, Minutes};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest people of some kinds with whom every matter is served in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fewest {
    /// How many of each kind, in the order asked.
    pub people: Vec<u32>,
    /// No staffing has fewer of what was to be fewest first.
    pub bound: u32,
    /// Whether nothing better is possible: neither fewer in all, nor as few with fewer of the kinds asked first.
    pub proven: bool,
}

/// The fewest people to add to those present so that every matter to which anything arrives is served in full:
/// fewest in all, then fewest of the first of `kinds`, then of the second, and so on. People of a kind are alike, and
/// as many can be had as it takes. Who is present may be left without a post. `None`: no number of them is enough,
/// because a post is needed that nobody of these kinds or of those present may hold.
///
/// # Errors
/// See [`Error`]; also when the time limit comes before any such staffing is found.
pub fn requirement(unit: &Unit, kinds: &[Person], settings: &Settings) -> Result<Option<Fewest>, Error> {
    if !settings.engine.available() {
        return Err(Error::MissingEngine(settings.engine));
    }
    let crowd = Crowd::of(unit, kinds);
    let arriving = unit.matters().filter(|(_, matter)| matter.arriving > Cases::ZERO);
    let matters: Vec<MatterIx> = arriving.map(|(ix, _)| ix).collect();
    let ask = if only_holders_count(unit) {
        Ask { matters: Some(BTreeSet::new()), ..Ask::default() }
    } else {
        Ask::default()
    };
    let mut model = Model::new(&crowd.unit, &ask, Formulation::Grouped);
    model.program.fits()?;
    if !can_be_held(&model, &matters) {
        return Ok(None);
    }
    model.fix_full(&matters);
    model.seat_enough(&matters);
    let hired = crowd.hired(&mut model);
    search(model, &hired, Order::AllFirst, settings)
}

/// What is to be fewest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// People in all, then those of the first kind, and so on.
    AllFirst,
    /// People of the first kind, then those of the second, and so on.
    KindByKind,
}

/// The fewest people to add to those present so that promises are kept; matters in none of them are dropped.
/// `None`: no number of them is enough.
///
/// # Errors
/// As [`requirement`].
pub fn fewest(
    unit: &Unit,
    kinds: &[Person],
    promises: &[Promise],
    order: Order,
    settings: &Settings,
) -> Result<Option<Fewest>, Error> {
    if !settings.engine.available() {
        return Err(Error::MissingEngine(settings.engine));
    }
    let crowd = Crowd::of(unit, kinds);
    let matters = promises.iter().flat_map(|promise| &promise.matters).copied().collect();
    let ask = Ask { matters: Some(matters), ..Ask::default() };
    let mut model = Model::new(&crowd.unit, &ask, Formulation::Grouped);
    for promise in promises {
        model.hold_service(&promise.matters, number(promise.sum), SLACK);
    }
    if model.levels.is_empty() {
        return Ok(Some(Fewest { people: vec![0; kinds.len()], bound: 0, proven: true }));
    }
    let full = |level: &Column| model.program.columns[level.0].lower >= 1.0;
    let full: Vec<MatterIx> = model.open_matters().filter(|(_, level)| full(level)).map(|(ix, _)| ix).collect();
    if !can_be_held(&model, &full) {
        return Ok(None);
    }
    let hired = crowd.hired(&mut model);
    search(model, &hired, order, settings)
}

/// Whether enough holders at every post are all it takes: work takes no time, and who may hold two posts may also do
/// both steps of one case. Then the shares of the cases say nothing and are left out.
fn only_holders_count(unit: &Unit) -> bool {
    let mut steps = unit.matters.iter().flat_map(|matter| &matter.steps);
    unit.rules.separation != Separation::Case && steps.all(|step| step.minutes.value == Minutes::ZERO)
}

/// Whether every post of some matters has somebody who may hold it.
fn can_be_held(model: &Model<'_>, matters: &[MatterIx]) -> bool {
    let posts = matters.iter().flat_map(|matter| model.unit.posts_of_matter(&model.unit[*matter]));
    posts.collect::<BTreeSet<_>>().into_iter().all(|post| model.holders_of(post).next().is_some())
}

/// A unit with more newcomers of every kind than any staffing can use.
struct Crowd {
    unit: Unit,
    /// First index of the newcomers of each kind.
    begins: Vec<usize>,
}

impl Crowd {
    fn of(unit: &Unit, kinds: &[Person]) -> Self {
        let mut crowd = unit.clone();
        let mut begins = Vec::new();
        for kind in kinds {
            begins.push(crowd.people.len());
            let enough = enough_at_own_posts(unit, kind.hours);
            crowd.people.extend(std::iter::repeat_n(kind, enough).cloned());
        }
        Self { unit: crowd, begins }
    }

    /// The columns that count the newcomers of each kind. Newcomers whom nothing tells apart count as the last kind.
    fn hired(&self, model: &mut Model<'_>) -> Vec<Vec<Column>> {
        let mut hired = vec![Vec::new(); self.begins.len()];
        for g in 0..model.groups.len() {
            let members = &model.groups[g].members;
            let Some(last) = members.last() else { continue };
            let Some(kind) = self.begins.iter().rposition(|begin| *begin <= last.0) else { continue };
            let free = members.iter().filter(|member| member.0 < self.begins[0]).count();
            let column = model.hire_at_will(g, free);
            hired[kind].push(column);
        }
        hired
    }
}

/// As many people as could hold every post without anybody holding two of them.
fn enough_at_own_posts(unit: &Unit, hours: Hours) -> usize {
    let mut needed: BTreeMap<PostIx, (Decimal, u32)> = BTreeMap::new();
    for matter in unit.matters.iter().filter(|matter| matter.arriving > Cases::ZERO) {
        for step in &matter.steps {
            let entry = needed.entry(unit.post_for(matter, step)).or_default();
            entry.0 += Unit::hours_needed(step, matter.arriving).value();
            entry.1 = entry.1.max(step.people - 1 + unit.rules.cover);
        }
    }
    let at_post = |(worked, holders): &(Decimal, u32)| {
        let by_hours = worked.checked_div(hours.value()).unwrap_or_default().ceil().to_usize().unwrap_or_default();
        by_hours.max(usize::try_from(*holders).unwrap_or_default())
    };
    needed.values().map(at_post).sum()
}

/// Fewest in all, then kind by kind; or kind by kind at once. `None` when no number is enough.
fn search(
    mut model: Model<'_>,
    hired: &[Vec<Column>],
    order: Order,
    settings: &Settings,
) -> Result<Option<Fewest>, Error> {
    let all: Vec<Column> = hired.iter().flatten().copied().collect();
    let mut values = Vec::new();
    let (mut bound, mut proven) = (0, true);
    let stages: Vec<&Vec<Column>> = match order {
        // The last kind is what the others leave of the whole.
        Order::AllFirst => std::iter::once(&all).chain(hired.iter().take(hired.len().saturating_sub(1))).collect(),
        Order::KindByKind => hired.iter().collect(),
    };
    for (stage, columns) in stages.into_iter().enumerate() {
        let terms: Vec<_> = columns.iter().map(|column| (*column, 1.0)).collect();
        model.program.objective = Objective { maximise: false, terms: terms.clone(), constant: 0.0 };
        let until = Effort::until(&settings.deadline, settings.gap);
        let effort = Effort { whole: true, may_be_infeasible: stage == 0, ..until };
        let answer = match solve(settings.engine, &model.program, effort) {
            // What is known already stands; only its proof is missing.
            Err(_) if stage > 0 => {
                proven = false;
                break;
            }
            Ok(answer) => answer,
            Err(cause) if stage == 0 && is_infeasible(&cause) => return Ok(None),
            Err(_) if settings.deadline.is_past() => return Err(Error::OutOfTime),
            Err(cause) => return Err(Error::Engine(cause)),
        };
        let Answer { values: point, bound: limit, .. } = answer;
        let reached = people(columns, &point);
        let least = whole((limit - 1e-6).ceil()).min(reached);
        proven &= least == reached;
        if stage == 0 {
            bound = least;
        }
        model.program.row(format!("fewest_{stage}"), terms, Sense::AtMost, f64::from(reached));
        values = point;
    }
    let people = hired.iter().map(|columns| people(columns, &values)).collect();
    Ok(Some(Fewest { people, bound, proven }))
}

fn people(columns: &[Column], values: &[f64]) -> u32 {
    whole(columns.iter().map(|column| values[column.0].round()).sum())
}

fn whole(value: f64) -> u32 {
    decimal(value, 0).to_u32().unwrap_or_default()
}
