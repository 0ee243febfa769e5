//! How few newcomers are enough, without a program of the whole unit.
//!
//! Where sections share nothing but people, a program of one choice a section says it exactly. Elsewhere a program that
//! leaves something out (who of the movers holds what; approvals and relatives) says what no staffing goes below, and
//! that counts where the unit with as many newcomers is seen to keep the promises.

use super::crowd::Crowd;
use super::search::{Fewest, Search};
use crate::model::{MatterIx, Separation, Unit};
use crate::optimise::lattice::{self, Hiring, Question, Reply};
use crate::optimise::tolerance::HAIR;
use crate::optimise::{Ask, Error, Promise, Settings, loosened, pooled, service};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The first answer that is seen to hold; `None` where there is none.
pub(super) fn search(
    crowd: &Crowd,
    promises: &[Promise],
    settings: &Settings,
    run: impl Fn(Search, bool) -> Result<Option<Fewest>, Error>,
) -> Option<Result<Option<Fewest>, Error>> {
    if !settings.formulation.is_by_sections() {
        return None;
    }
    let loose = loosened::loosened(&crowd.unit);
    let is_loose = loose != crowd.unit;
    let units = [(&crowd.unit, true), (&loose, false)].into_iter().filter(|(_, kept)| *kept || is_loose);
    // A looser bound mostly does; where it does not, the tighter one may.
    for ((unit, ties_kept), parts) in units.flat_map(|unit| [true, false].map(|parts| (unit, parts))) {
        let Some((hiring, is_exact)) = hiring(unit, crowd, promises, parts, settings) else { continue };
        let (program, hired, alike) = match hiring {
            Hiring::Never => return Some(Ok(None)),
            Hiring::Program { program, hired, alike } => (program, hired, alike),
        };
        let found = match run(Search { program, hired, settings }, alike) {
            Ok(Some(found)) => found,
            // What no number is enough for with less to do, no number is enough for.
            other => return Some(other),
        };
        if is_exact && ties_kept || keeps(&crowd.with(&found.people), promises, settings) {
            return Some(Ok(Some(found)));
        }
    }
    None
}

/// Promises as a question asks for them.
struct Asked<'p> {
    ask: Ask,
    floors: BTreeMap<MatterIx, Decimal>,
    /// Those that are no floors.
    others: Vec<&'p Promise>,
    order: Vec<Vec<MatterIx>>,
}

impl<'p> Asked<'p> {
    fn of(unit: &Unit, promises: &'p [Promise]) -> Option<Self> {
        let (floors, others) = service::floors(unit, promises)?;
        let ask = Ask::about(unit, promises.iter().flat_map(|promise| &promise.matters).copied());
        let order = others.iter().map(|promise| promise.matters.clone()).collect();
        Some(Self { ask, floors, others, order })
    }

    fn of_unit<'q>(&'q self, unit: &'q Unit) -> Question<'q> {
        Question { any: true, ..Question::of(unit, &self.ask, &self.floors, &self.order) }
    }
}

/// The program of a unit, and whether each of its points is a staffing.
fn hiring(
    unit: &Unit,
    crowd: &Crowd,
    promises: &[Promise],
    parts: bool,
    settings: &Settings,
) -> Option<(Hiring, bool)> {
    if !service::falls_apart(unit) {
        return None;
    }
    let asked = Asked::of(unit, promises)?;
    let question = asked.of_unit(unit);
    let least = asked.others.first().map(|promise| promise.sum);
    match lattice::hiring(&question, &crowd.begins, least, settings) {
        // That has no parts.
        Some(found) => parts.then_some((found, unit.rules.separation != Separation::Case)),
        None => pooled::hiring(&question, &crowd.begins, least, parts).map(|found| (found, false)),
    }
}

/// Whether a unit is seen to keep promises.
fn keeps(unit: &Unit, promises: &[Promise], settings: &Settings) -> bool {
    let Some(asked) = Asked::of(unit, promises) else { return false };
    match service::without_search(&asked.of_unit(unit), settings) {
        Some(Reply::Best(best)) => asked.others.iter().zip(&best.sums).all(|(promise, sum)| *sum >= promise.sum - HAIR),
        _ => false,
    }
}
