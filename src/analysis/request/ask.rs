//! What a request asks for, reconciled before a word is written.

use super::{Evidence, Peak, Route, Ways, routes};
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
    /// How many posts are filled and how many added; none where no source states the authorised posts.
    pub ways: Ways,
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
        let ways = route.as_ref().map(|route| route.ways(heads.established, peak(plan))).unwrap_or_default();
        let posts = match (&route, heads.established, ways) {
            (_, 0, _) => Posts::Nobody,
            (None, ..) => Posts::Unknown,
            (_, _, Ways { fill: 0, .. }) => Posts::New,
            (_, _, Ways { add: 0, .. }) => Posts::Vacant,
            _ => Posts::Both,
        };
        Some(Self { plan, targets, is_lowered, heads, posts, route, ways, cost, unpriced })
    }

    /// Whether nobody is asked for, so that the letter tells and does not ask.
    #[must_use]
    pub fn is_for_nobody(&self) -> bool {
        self.heads.all() == 0
    }
}

/// The first of the months in which most people are on the books, of those from the first established newcomer on.
fn peak(plan: &HiringPlan) -> Peak {
    let established =
        || plan.hires.iter().map(|planned| &planned.hire).filter(|h| h.employment == Employment::Established);
    let Some(first) = established().map(|hire| hire.month).min() else { return Peak::default() };
    let points = plan.projection.points.iter().filter(|point| point.month >= first);
    let peaks = points.map(|point| Peak {
        on_books: point.headcount.on_books,
        newcomers: established().filter(|hire| hire.month <= point.month).map(|hire| hire.count).sum(),
    });
    peaks.reduce(|most, next| if next.on_books > most.on_books { next } else { most }).unwrap_or_default()
}
