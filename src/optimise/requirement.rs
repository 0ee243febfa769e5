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
    settings.in_time()?;
    let ask = if only_holders_count(unit) {
        Ask { matters: Some(BTreeSet::new()), ..Ask::default() }
    } else {
        Ask::default()
    };
    let mut model = Model::new(&crowd.unit, &ask, Formulation::Grouped)?;
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
    settings.in_time()?;
    let ask = Ask::about(unit, promises.iter().flat_map(|promise| &promise.matters).copied());
    let mut model = Model::new(&crowd.unit, &ask, Formulation::Grouped)?;
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
