//! What a request for staff can rest on: every result that its argument uses, gathered once.

mod ask;
mod dispute;

pub use ask::{Ask, Posts};
pub use dispute::{as_if, dispute};

use super::absence::{Covered, absence_from};
use super::explain::{Explained, Rival, explain, rivals};
use super::hire::{Hiring, Targets, Wanted, hire};
use super::leave::{Vacations, leave_from};
use super::need::{Need, need};
use super::project::{Outlook, project};
use super::{AssessError, Assessment, Steps, assess};
use crate::model::{ConflictTarget, RetirementPolicy, Unit};
use crate::optimise::Settings;
use rust_decimal::prelude::ToPrimitive;

/// The results behind a request; every plan among them passed the checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The unit as it is.
    pub assessment: Assessment,
    /// Why it leaves matters short, and what would help.
    pub explained: Explained,
    /// Matters that others of their tier take the place of.
    pub rivals: Vec<Rival>,
    /// What stalls while any one person is away.
    pub covered: Covered,
    /// A year's leave.
    pub vacations: Vacations,
    /// The years ahead under the law, nobody replaced.
    pub outlook: Outlook,
    /// How many people the work takes.
    pub need: Need,
    /// Whom to hire so that every matter is served in full.
    pub hiring: Hiring,
}

/// Gathers the results for a request that looks so many years ahead.
///
/// # Errors
/// See [`AssessError`].
pub fn gather(unit: &Unit, years: u32, settings: &Settings, steps: &mut dyn Steps) -> Result<Evidence, AssessError> {
    let assessment = assess(unit, settings, &mut ())?;
    let explained = explain(unit, None, settings, steps)?;
    let rivals = rivals(unit, &assessment.plan, &assessment.shortfalls, settings)?;
    let covered = absence_from(unit, assessment.plan.clone(), 1, settings, steps)?;
    let vacations = leave_from(unit, assessment.plan.clone(), settings, steps)?;
    let outlook = project(unit, years, RetirementPolicy::Statutory, settings, steps)?;
    let need = need(unit, settings, steps)?;
    let asked =
        Wanted { years, policy: RetirementPolicy::Statutory, targets: Targets::full(unit), cover: None, budget: None };
    let hiring = sought(unit, &asked, settings, steps)?;
    Ok(Evidence { assessment, explained, rivals, covered, vacations, outlook, need, hiring })
}

/// Whom to hire within the authorised posts; where these are too few, whom to hire if posts were no limit, for then more
/// of them can be asked for.
fn sought(unit: &Unit, wanted: &Wanted, settings: &Settings, steps: &mut dyn Steps) -> Result<Hiring, AssessError> {
    let within = hire(unit, wanted, settings, steps)?;
    if within.is_reached() || unit.stated.authorised.is_none() {
        return Ok(within);
    }
    let mut unlimited = unit.clone();
    unlimited.stated.authorised = None;
    let beyond = hire(&unlimited, wanted, settings, steps)?;
    Ok(if beyond.is_reached() { beyond } else { within })
}

/// By which way posts can be had, as one of the sources has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The authorised posts that the source states.
    pub authorised: u32,
    /// Where it is stated.
    pub source: Option<String>,
    /// Whether the unit's plan uses this value.
    pub used: bool,
    /// Authorised less on the books; negative: over the establishment.
    pub vacancies: i64,
}

impl Route {
    /// How the posts of so many established newcomers can be had, month by month as people come and go.
    #[must_use]
    pub fn ways(&self, asked: u32, peak: Peak) -> Ways {
        let add = peak.on_books.saturating_sub(self.authorised);
        let of_newcomers = add.min(peak.newcomers).min(asked);
        let fill = asked - of_newcomers;
        let vacant = u32::try_from(self.vacancies.max(0)).unwrap_or(u32::MAX);
        Ways { fill, freed: fill.saturating_sub(vacant), add, over: add - of_newcomers }
    }
}

/// The month, from the first newcomer on, in which most people are on the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Peak {
    /// People on the books, newcomers among them.
    pub on_books: u32,
    /// Established newcomers who have joined by then.
    pub newcomers: u32,
}

/// How posts can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// Newcomers who take posts that are vacant when they join (用编).
    pub fill: u32,
    /// Of these posts, those that are vacant only once others have retired.
    pub freed: u32,
    /// New posts without which there are more people than posts in some month (增编).
    pub add: u32,
    /// Of the new posts, those for people who are on the books beyond the establishment already.
    pub over: u32,
}

/// The routes by every source that states the authorised posts: one where the sources agree, none where none does.
#[must_use]
pub fn routes(unit: &Unit) -> Vec<Route> {
    let on_books = i64::from(unit.headcount().on_books);
    let route = |authorised: u32, source: Option<String>, used| Route {
        authorised,
        source,
        used,
        vacancies: i64::from(authorised) - on_books,
    };
    let conflict = unit.conflicts.iter().find(|conflict| conflict.target == Some(ConflictTarget::Authorised));
    if let Some(conflict) = conflict {
        let values = conflict.values.iter().enumerate().filter_map(|(i, value)| {
            Some(route(value.value.to_u32()?, Some(value.source.clone()), i == conflict.used))
        });
        return values.collect();
    }
    unit.stated.authorised.iter().map(|stated| route(stated.value, stated.source.clone(), true)).collect()
}
