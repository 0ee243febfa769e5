//! Another question than a plan: how few people could do everything.

mod crowd;
mod search;
mod ways;

pub use self::search::{Fewest, Order};

use self::crowd::Crowd;
use self::search::Search;
use super::engine::program::Column;
use super::formulation::Model;
use super::tolerance::SLACK;
use super::{Ask, Error, Formulation, Promise, Settings, number};
use crate::model::{MatterIx, Person, Separation, Unit};
use crate::units::Minutes;
use std::collections::BTreeSet;

/// The fewest people to add to those present so that every matter to which anything arrives is served in full:
/// fewest in all, then those that fall least short of so many of each kind as `there` says, then fewest of the first of
/// `kinds`, then of the second, and so on. People of a kind are alike, and as many can be had as it takes. Who is
/// present may be left without a post. `None`: no number of them is enough, because a post is needed that nobody of
/// these kinds or of those present may hold.
///
/// # Errors
/// See [`Error`]; also when the time limit comes before any such staffing is found.
pub fn requirement(unit: &Unit, kinds: &[Person], there: &[u32], settings: &Settings) -> Result<Option<Fewest>, Error> {
    if !settings.engine.available() {
        return Err(Error::MissingEngine(settings.engine));
    }
    let crowd = Crowd::of(unit, kinds);
    let arriving = unit.open_matters();
    let matters: Vec<MatterIx> = arriving.map(|(ix, _)| ix).collect();
    let all = Promise { sum: matters.iter().map(|ix| unit[*ix].weight.value()).sum(), matters: matters.clone() };
    if let Some(found) = ways::search(&crowd, &[all], settings, |search, alike| search.required(alike, there)) {
        return found;
    }
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
    let alike = crowd.last_are_alike(&model);
    Search { program: model.program, hired, settings }.required(alike, there)
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
    if let Some(found) = ways::search(&crowd, promises, settings, |mut search, _| search.run(order)) {
        return found;
    }
    let ask = Ask::about(unit, promises.iter().flat_map(|promise| &promise.matters).copied());
    let mut model = Model::new(&crowd.unit, &ask, Formulation::Grouped);
    for promise in promises {
        model.hold_service(&promise.matters, number(promise.sum), SLACK);
    }
    if model.levels.is_empty() {
        let none = vec![0; kinds.len()];
        return Ok(Some(Fewest { people: none.clone(), bound: 0, proven: true, least: none }));
    }
    let full = |level: &Column| model.program.columns[level.0].lower >= 1.0;
    let full: Vec<MatterIx> = model.open_matters().filter(|(_, level)| full(level)).map(|(ix, _)| ix).collect();
    if !can_be_held(&model, &full) {
        return Ok(None);
    }
    let hired = crowd.hired(&mut model);
    Search { program: model.program, hired, settings }.run(order)
}

/// Whether enough holders at every post are all it takes: work takes no time, and who may hold two posts may also do
/// both steps of one case. Then the shares of the cases say nothing and are left out.
fn only_holders_count(unit: &Unit) -> bool {
    let mut steps = unit.open_matters().flat_map(|(_, matter)| &matter.steps);
    unit.open_matters().all(|(_, matter)| matter.same_handler.is_none())
        && unit.rules.separation != Separation::Case
        && steps.all(|step| step.minutes.value == Minutes::ZERO)
}

/// Whether every post of some matters has somebody who may hold it.
fn can_be_held(model: &Model<'_>, matters: &[MatterIx]) -> bool {
    let posts = matters.iter().flat_map(|matter| model.unit.posts_of_matter(&model.unit[*matter]));
    posts.collect::<BTreeSet<_>>().into_iter().all(|post| model.holders_of(post).next().is_some())
}
<<<<<<< HEAD

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

    /// Whether nothing tells newcomers of the last two kinds apart, so that they are one group.
    fn last_are_alike(&self, model: &Model<'_>) -> bool {
        let &[.., before, last] = &self.begins[..] else { return false };
        let both = |group: &super::formulation::groups::Group| {
            let is_before = |ix: usize| (before..last).contains(&ix);
            group.members.iter().any(|m| is_before(m.0)) && group.members.iter().any(|m| m.0 >= last)
        };
        model.groups.iter().any(both)
    }
}

/// As many people as could hold every post without anybody holding two of them, and be what sections are to have.
fn enough_at_own_posts(unit: &Unit, hours: Hours) -> usize {
    let mut needed: BTreeMap<PostIx, (Decimal, u32)> = BTreeMap::new();
    for (_, matter) in unit.open_matters() {
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
    let minima = unit.sections.iter().map(|section| usize::try_from(section.minimum).unwrap_or_default());
    needed.values().map(at_post).chain(minima).sum()
}

/// Searches for the fewest people, stage by stage.
struct Search<'a> {
    program: Program,
    /// The columns that count the newcomers of each kind.
    hired: Vec<Vec<Column>>,
    settings: &'a Settings,
}

/// The least of a sum, what no point goes below, and the point.
struct Least {
    reached: u32,
    bound: u32,
    point: Vec<f64>,
}

impl Search<'_> {
    /// The fewest in all, and of the mixes with as few the one that suits those who are there.
    fn required(mut self, alike: bool, there: &[u32]) -> Result<Option<Fewest>, Error> {
        let Some(fewest) = self.run(Order::AllFirst)? else { return Ok(None) };
        if alike { Ok(Some(shared(fewest, there))) } else { Ok(Some(self.among(fewest, there))) }
    }

    /// Fewest in all, then kind by kind; or kind by kind at once. `None` when no number is enough.
    fn run(&mut self, order: Order) -> Result<Option<Fewest>, Error> {
        let all: Vec<Column> = self.hired.iter().flatten().copied().collect();
        let mut values = Vec::new();
        let (mut bound, mut proven) = (0, true);
        let mut least = vec![0; self.hired.len()];
        let stages: Vec<(Option<usize>, Vec<Column>)> = match order {
            // The last kind is what the others leave of the whole.
            Order::AllFirst => {
                let kinds = self.hired.iter().take(self.hired.len().saturating_sub(1)).cloned().enumerate();
                std::iter::once((None, all)).chain(kinds.map(|(kind, columns)| (Some(kind), columns))).collect()
            }
            Order::KindByKind => self.hired.iter().cloned().map(|columns| (None, columns)).collect(),
        };
        for (stage, (kind, columns)) in stages.into_iter().enumerate() {
            let Least { reached, bound: below, point } = match self.least(&columns, stage == 0) {
                // What is known already stands; only its proof is missing.
                Err(_) if stage > 0 => {
                    proven = false;
                    break;
                }
                Ok(least) => least,
                Err(cause) if stage == 0 && is_infeasible(&cause) => return Ok(None),
                Err(_) if self.settings.deadline.is_past() => return Err(Error::OutOfTime),
                Err(cause) => return Err(Error::Engine(cause)),
            };
            proven &= below == reached;
            if stage == 0 {
                bound = below;
            }
            if let Some(kind) = kind {
                least[kind] = below;
            }
            self.at_most(format!("fewest_{stage}"), &columns, reached);
            values = point;
        }
        let people = self.hired.iter().map(|columns| people(columns, &values)).collect();
        Ok(Some(Fewest { people, bound, proven, least }))
    }

    /// Of the mixes with as few people as found, the one that falls least short of those who are there.
    fn among(&mut self, mut fewest: Fewest, there: &[u32]) -> Fewest {
        let ([.., last], [.., last_there]) = (&fewest.people[..], there) else { return fewest };
        // All kinds but the last are as few as can be already.
        if last <= last_there {
            return fewest;
        }
        let kinds = self.hired.len();
        // Keeps the first stage, the number in all, and those that the last kind cannot stand in for.
        let kept = kinds.saturating_sub(2);
        self.program.rows.retain(|row| row.name != format!("fewest_{}", kept + 1));
        let least_of_last = self.least(&self.hired[kinds - 1].clone(), false).map(|least| least.bound);
        let short: Vec<Column> = (kept..kinds).map(|kind| self.short(kind, there[kind])).collect();
        let Ok(Least { reached, bound, .. }) = self.least(&short, false) else {
            return Fewest { proven: false, ..fewest };
        };
        self.at_most("short".to_owned(), &short, reached);
        let first = self.hired[kept].clone();
        let Ok(found) = self.least(&first, false) else { return Fewest { proven: false, ..fewest } };
        let proven = fewest.proven && bound == reached && found.bound == found.reached;
        let people = self.hired.iter().map(|columns| people(columns, &found.point)).collect();
        fewest.least[kinds - 1] = least_of_last.unwrap_or_default();
        Fewest { people, proven, ..fewest }
    }

    /// A column for how many more newcomers of a kind there are than are there.
    fn short(&mut self, kind: usize, there: u32) -> Column {
        let most = self.hired[kind].iter().map(|column| self.program.columns[column.0].upper).sum();
        let short = self.program.integer(format!("short_{kind}"), most);
        let mut terms: Vec<_> = self.hired[kind].iter().map(|column| (*column, 1.0)).collect();
        terms.push((short, -1.0));
        self.program.row(format!("short_{kind}"), terms, Sense::AtMost, f64::from(there));
        short
    }

    fn at_most(&mut self, name: String, columns: &[Column], most: u32) {
        let terms = columns.iter().map(|column| (*column, 1.0)).collect();
        self.program.row(name, terms, Sense::AtMost, f64::from(most));
    }

    /// Minimises a count.
    fn least(&mut self, columns: &[Column], may_be_infeasible: bool) -> Result<Least, String> {
        let terms = columns.iter().map(|column| (*column, 1.0)).collect();
        self.program.objective = Objective { maximise: false, terms, constant: 0.0 };
        let until = Effort::until(&self.settings.deadline, self.settings.gap);
        let effort = Effort { whole: true, may_be_infeasible, ..until };
        let Answer { values: point, bound, .. } = solve(self.settings.engine, &self.program, effort)?;
        let reached = people(columns, &point);
        Ok(Least { reached, bound: whole((bound - 1e-6).ceil()).min(reached), point })
    }
}

fn people(columns: &[Column], values: &[f64]) -> u32 {
    whole(columns.iter().map(|column| values[column.0].round()).sum())
}

fn whole(value: f64) -> u32 {
    decimal(value, 0).to_u32().unwrap_or_default()
}
=======
>>>>>>> 03d5f38 (Answer people with several posts, approvals and relatives section by section, and newcomers by a bound that is then seen to hold)
