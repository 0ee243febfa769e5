//! The report of `fleet allocate`: who gets so many posts, what that opens, and what other ways of dealing them open.

mod table;
mod verdict;

use super::number;
use crate::analysis::fleet::allocate::{Allocation, Claim, Served, Terms};
use crate::analysis::fleet::answer::Named;
use crate::render::detail::Detail;
use crate::render::document::{Block, Document};
use crate::text::Text;
use crate::units::Number;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Names of the tables, in order.
pub const TABLES: [&str; 2] = ["units", "ways"];

/// What the posts are given by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The tiers of all units, first served first.
    pub tiers: Vec<Named>,
    /// The units that may get posts.
    pub claims: Vec<Claim>,
    /// How they may be given.
    pub terms: Terms,
    /// So that most is served.
    pub best: Allocation,
    /// In proportion to the insured; `None` where nobody states them.
    pub by_insured: Option<Allocation>,
    /// In proportion to the vacancies; `None` where there are none.
    pub by_vacancy: Option<Allocation>,
    /// Units that do not read, which get nothing.
    pub unread: usize,
}

impl Found {
    /// What is served with no post given.
    fn before(&self) -> Served {
        let mut sum = Served::default();
        for claim in &self.claims {
            sum.iter_mut().zip(claim.with(0)).for_each(|(sum, own)| *sum += own);
        }
        sum
    }

    /// By tier the matters that stall when each unit has so many posts.
    fn stalled(&self, posts: impl Fn(usize) -> u32) -> Vec<u32> {
        let mut sum = vec![0; self.tiers.len()];
        for (at, claim) in self.claims.iter().enumerate() {
            sum.iter_mut().zip(claim.stalled_with(posts(at))).for_each(|(sum, own)| *sum += own);
        }
        sum
    }

    /// The ways of giving that were worked out, each with its id.
    fn ways(&self) -> Vec<(&'static str, &Allocation)> {
        let others = [("insured", &self.by_insured), ("vacancy", &self.by_vacancy)];
        let others = others.into_iter().filter_map(|(id, way)| Some((id, way.as_ref()?)));
        std::iter::once(("best", &self.best)).chain(others).collect()
    }
}

/// Thousandths of a matter as matters.
fn matters(thousandths: u64) -> Decimal {
    Decimal::from(thousandths) / Decimal::ONE_THOUSAND
}

/// Who gets posts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Allocated {
    /// Name and version of this form.
    pub schema: &'static str,
    /// How posts may be given.
    pub terms: Terms,
    /// The tiers, first served first.
    pub tiers: Vec<Named>,
    /// By tier what all units serve today: the sum of the service levels of their matters.
    pub before: Vec<Number>,
    /// The ways of giving: `best`, then `insured` and `vacancy` where they can be worked out.
    pub ways: Vec<Way>,
    /// The units, in order of the manifest.
    pub units: Vec<UnitPosts>,
    /// Units that do not read, which get nothing.
    pub unread: usize,
}

/// A way of giving posts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Way {
    /// `best`: so that most is served, tier after tier; `insured`, `vacancy`: in proportion to them.
    pub way: &'static str,
    /// Posts that are given; `best` gives none that serve nothing more.
    pub given: u32,
    /// By tier what all units serve then.
    pub service: Vec<Number>,
    /// By tier the matters that stall then.
    pub stalled: Vec<u32>,
}

/// What a unit gets, and what it could check of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UnitPosts {
    /// The unit, as its task names it.
    pub unit: String,
    /// The place that it is counted under.
    pub place: String,
    /// Posts by the best way.
    pub posts: u32,
    /// Posts in proportion to the insured; null where that cannot be worked out.
    pub by_insured: Option<u32>,
    /// Posts in proportion to the vacancies.
    pub by_vacancy: Option<u32>,
    /// By tier what it serves with no post more, with one, and so on: what `shuanggang plan FILE --hire established=N`
    /// says of it.
    pub front: Vec<Vec<Number>>,
}

impl Allocated {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.fleet-allocate/1";

    /// What was found.
    #[must_use]
    pub fn of(found: &Found) -> Self {
        let tiers = &found.tiers;
        let numbers = |served: Served| -> Vec<Number> {
            served.iter().take(tiers.len()).map(|of| Number(matters(*of))).collect()
        };
        let at = |way: &Option<Allocation>, at: usize| way.as_ref().and_then(|way| way.posts.get(at).copied());
        let unit = |(i, claim): (usize, &Claim)| UnitPosts {
            unit: claim.unit.clone(),
            place: claim.place.clone(),
            posts: found.best.posts.get(i).copied().unwrap_or_default(),
            by_insured: at(&found.by_insured, i),
            by_vacancy: at(&found.by_vacancy, i),
            front: claim.front.iter().map(|served| numbers(*served)).collect(),
        };
        let way = |(id, way): (&'static str, &Allocation)| Way {
            way: id,
            given: way.given(),
            service: numbers(way.served),
            stalled: found.stalled(|at| way.posts.get(at).copied().unwrap_or_default()),
        };
        Self {
            schema: Self::SCHEMA,
            terms: found.terms,
            tiers: tiers.clone(),
            before: numbers(found.before()),
            ways: found.ways().into_iter().map(way).collect(),
            units: found.claims.iter().enumerate().map(unit).collect(),
            unread: found.unread,
        }
    }
}

/// Writes the report.
#[must_use]
pub fn document(found: &Found, text: &Text, detail: Detail) -> Document {
    let view = View { found, text, detail };
    Document {
        title: text.with("allocate-title", &[("posts", &number(found.terms.posts))]).into(),
        blocks: [view.verdict(), view.units(), vec![Block::plain(text.get("allocate-check"))], view.ways()].concat(),
    }
}

struct View<'a> {
    found: &'a Found,
    text: &'a Text,
    detail: Detail,
}
