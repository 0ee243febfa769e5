//! What a request asks for, reconciled before a word is written.

use super::{Evidence, Route, routes};
use crate::analysis::hire::{HiringPlan, Targets};
use crate::model::{Employment, MoneyRange, Staff, Unit};

/// What is asked for. Title, route, requests, costs and blanks of a letter are told from this alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask<'a> {
    /// Whom, where, from when; nobody where it has no hires.
    pub plan: &'a HiringPlan,
    /// The service that this reaches.
    pub targets: &'a Targets,
    /// Whether that is less than was aimed at, because no hires reach it.
    pub is_lowered: bool,
    /// How many.
    pub heads: Staff,
    /// By which way the established ones can be had.
    pub posts: Posts,
    /// The source that states the authorised posts, and what follows from it; `None` where none states them.
    pub route: Option<Route>,
    /// What they cost over all years; `None` where nobody's pay is known.
    pub cost: Option<MoneyRange>,
    /// Employments of which people are asked for and whose pay is not known, so that it is not in the cost.
    pub unpriced: Vec<Employment>,
}

/// By which way established people can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posts {
    /// None are asked for.
    Nobody,
    /// All take vacant posts (用编).
    Vacant,
    /// All need new posts (增编).
    New,
    /// Some take vacant posts, the others need new ones.
    Both,
    /// No source states the authorised posts.
    Unknown,
}

impl<'a> Ask<'a> {
    /// What the evidence asks for: the smallest plan that reaches the targets, or that of the nearest targets that can
    /// be reached. `None` where the search found neither; then no number of people can be asked for.
    #[must_use]
    pub fn of(unit: &Unit, evidence: &'a Evidence) -> Option<Self> {
        let hiring = &evidence.hiring;
        let reached = hiring.smallest().filter(|_| hiring.is_reached()).map(|plan| (plan, &hiring.terms.targets));
        let is_lowered = reached.is_none();
        let (plan, targets) = match (reached, &hiring.nearest) {
            (Some(reached), _) => reached,
            (None, nearest) => nearest.as_ref().map(|nearest| (&nearest.plan, &nearest.targets))?,
        };
        let heads = plan.heads();
        let route = routes(unit).into_iter().find(|route| route.used);
        let asked = Employment::ALL.into_iter().filter(|employment| heads.of(*employment) > 0);
        let is_priced = |employment: &Employment| {
            unit.recruitment.as_ref().is_some_and(|recruitment| recruitment.yearly(*employment).is_some())
        };
        let (priced, unpriced): (Vec<_>, Vec<_>) = asked.partition(is_priced);
        let cost = (!priced.is_empty()).then(|| plan.cost());
        let posts = match (&route, heads.established) {
            (_, 0) => Posts::Nobody,
            (None, _) => Posts::Unknown,
            (Some(route), asked) => route.posts(asked),
        };
        Some(Self { plan, targets, is_lowered, heads, posts, route, cost, unpriced })
    }
}

impl Route {
    /// By which way so many people can be had if this source is right.
    #[must_use]
    pub fn posts(&self, asked: u32) -> Posts {
        match (asked, self.within(asked)) {
            (0, _) => Posts::Nobody,
            (_, 0) => Posts::New,
            (asked, within) if within == asked => Posts::Vacant,
            _ => Posts::Both,
        }
    }
}
