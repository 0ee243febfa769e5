//! Who gets so many additional posts: exactly, so that most is served of the first tier, then of the second, and so on.
//!
//! Every unit's front says what it serves with so many posts more, and no plan of it serves more: tier after tier. The
//! sum over units is best where each unit is at its best for the posts it gets, so that what is left to choose are the
//! numbers of posts, which a table over units and posts spent tries all.

use super::answer::{Answer, FrontAnswer, Named, TaskResult};
use crate::units::Number;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use schemars::JsonSchema;
use serde::Serialize;

/// Tiers that are told apart; the rest of a unit with more counts as none.
pub const TIERS: usize = 8;

/// By tier what is served, in thousandths of a matter; compared tier after tier.
pub type Served = [u64; TIERS];

/// A unit that may get posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The unit, as its task names it.
    pub unit: String,
    /// The place that it is counted under.
    pub place: String,
    /// What it is called.
    pub name: Named,
    /// Its tiers.
    pub tiers: Vec<Named>,
    /// What it serves with no post more, with one, and so on; more posts than are listed serve as much as the last.
    pub front: Vec<Served>,
    /// By tier the matters that stall, likewise.
    pub stalled: Vec<Vec<u32>>,
    /// Insured person-times, where they are known.
    pub insured: Option<u64>,
    /// Vacancies, none where the unit is full or does not state its posts.
    pub vacant: u64,
}

impl Claim {
    /// The claim that a result of `front` makes; none where it is about something else, a changed unit or no unit.
    #[must_use]
    pub fn of(result: TaskResult) -> Option<Self> {
        let (about, Answer::Front(front)) = (result.about?, result.answer?) else { return None };
        if !result.scenario.is_empty() {
            return None;
        }
        let FrontAnswer { tiers, steps } = front;
        let served = |service: &[u32]| -> Served {
            let mut served = [0; TIERS];
            served.iter_mut().zip(service).for_each(|(lane, of)| *lane = u64::from(*of));
            served
        };
        Some(Self {
            unit: result.unit,
            place: result.place,
            name: about.unit,
            front: steps.iter().map(|step| served(&step.service)).collect(),
            stalled: steps.into_iter().map(|step| step.stalled).collect(),
            tiers,
            insured: about.insured.and_then(|Number(insured)| insured.to_u64()),
            vacant: about.vacancies.and_then(|vacancies| u64::try_from(vacancies).ok()).unwrap_or_default(),
        })
    }

    /// What it serves with so many posts.
    #[must_use]
    pub fn with(&self, posts: u32) -> Served {
        self.front.get(self.step(posts)).copied().unwrap_or_default()
    }

    /// By tier the matters that stall with so many posts.
    #[must_use]
    pub fn stalled_with(&self, posts: u32) -> &[u32] {
        self.stalled.get(self.step(posts)).map_or(&[], |stalled| stalled)
    }

    fn step(&self, posts: u32) -> usize {
        usize::try_from(posts).unwrap_or(usize::MAX).min(self.front.len().saturating_sub(1))
    }
}

/// Lays the tiers of all claims side by side by their ids, and returns them in order: one that a claim has and the
/// others so far have not comes behind the one that is before it there.
#[must_use]
pub fn align(claims: &mut [Claim]) -> Vec<Named> {
    let mut order: Vec<Named> = Vec::new();
    for claim in &*claims {
        let mut next = 0;
        for tier in &claim.tiers {
            let at = order.iter().position(|known| known.id == tier.id).unwrap_or_else(|| {
                order.insert(next, tier.clone());
                next
            });
            next = at + 1;
        }
    }
    order.truncate(TIERS);
    for claim in claims {
        let own: Vec<Option<usize>> =
            order.iter().map(|tier| claim.tiers.iter().position(|own| own.id == tier.id)).collect();
        for (served, stalled) in claim.front.iter_mut().zip(&mut claim.stalled) {
            let before = (*served, std::mem::take(stalled));
            *served = [0; TIERS];
            for (lane, own) in served.iter_mut().zip(&own) {
                *lane = own.and_then(|own| before.0.get(own)).copied().unwrap_or_default();
            }
            *stalled =
                own.iter().map(|own| own.and_then(|own| before.1.get(own)).copied().unwrap_or_default()).collect();
        }
        claim.tiers.clone_from(&order);
    }
    order
}

/// How posts may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Terms {
    /// Posts to give.
    pub posts: u32,
    /// Every unit gets at least so many.
    pub floor: u32,
    /// No unit gets more than so many.
    pub cap: u32,
}

/// Posts by unit, in the order of the claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Posts of each unit.
    pub posts: Vec<u32>,
    /// By tier what all units serve together.
    pub served: Served,
}

impl Allocation {
    fn of(claims: &[Claim], posts: Vec<u32>) -> Self {
        let served = claims.iter().zip(&posts).fold([0; TIERS], |sum, (claim, posts)| plus(sum, claim.with(*posts)));
        Self { posts, served }
    }

    /// Posts that were given.
    #[must_use]
    pub fn given(&self) -> u32 {
        self.posts.iter().sum()
    }
}

fn plus(mut a: Served, b: Served) -> Served {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}

/// The best allocation, of equally good ones the one that gives fewest posts, then that in which later units get
/// fewest; `None` where the floors take more than there are, or a floor lies above the cap.
#[must_use]
pub fn best(claims: &[Claim], terms: Terms) -> Option<Allocation> {
    let (posts, floor, cap) = (size(terms.posts), size(terms.floor), size(terms.cap));
    if floor > cap || floor.saturating_mul(claims.len()) > posts {
        return None;
    }
    // By posts spent so far: what the units so far serve at best, and how many posts the last of them has then.
    let mut best: Vec<Option<Served>> = vec![None; posts + 1];
    best[0] = Some([0; TIERS]);
    let mut choices: Vec<Vec<u32>> = Vec::with_capacity(claims.len());
    for claim in claims {
        let mut with: Vec<Option<Served>> = vec![None; posts + 1];
        let mut choice = vec![0; posts + 1];
        // Posts beyond the front serve nothing more: only the floor gives them.
        let most = cap.min((claim.front.len().saturating_sub(1)).max(floor));
        for spent in 0..=posts {
            for own in floor..=most.min(spent) {
                let Some(before) = best[spent - own] else { continue };
                let own = u32::try_from(own).unwrap_or(u32::MAX);
                let sum = plus(before, claim.with(own));
                if with[spent].is_none_or(|known| sum > known) {
                    (with[spent], choice[spent]) = (Some(sum), own);
                }
            }
        }
        choices.push(choice);
        best = with;
    }
    let mut spent = 0;
    for (at, served) in best.iter().enumerate() {
        if *served > best[spent] {
            spent = at;
        }
    }
    best[spent]?;
    let mut given = vec![0; claims.len()];
    for (own, choice) in given.iter_mut().zip(&choices).rev() {
        *own = choice[spent];
        spent -= size(*own);
    }
    Some(Allocation::of(claims, given))
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// Posts in proportion to a weight of each unit, by largest remainders, within floor and cap: what is above the cap of
/// one goes to the others. Of equal remainders the earlier unit is rounded up. `None` where a floor lies above the cap,
/// where the floors take more than there are, or where no unit has any weight.
#[must_use]
pub fn pro_rata(claims: &[Claim], weight: impl Fn(&Claim) -> u64, terms: Terms) -> Option<Allocation> {
    let count = u32::try_from(claims.len()).unwrap_or(u32::MAX);
    let weights: Vec<Decimal> = claims.iter().map(|claim| Decimal::from(weight(claim))).collect();
    let floors = terms.floor.checked_mul(count)?;
    if terms.floor > terms.cap || floors > terms.posts || weights.iter().all(Decimal::is_zero) {
        return None;
    }
    let mut given = vec![terms.floor; claims.len()];
    let mut left = terms.posts - floors;
    // Each round deals out what is left among those below the cap; whoever reaches it is out of the next.
    while left > 0 {
        let open: Vec<usize> =
            (0..claims.len()).filter(|at| given[*at] < terms.cap && !weights[*at].is_zero()).collect();
        let sum: Decimal = open.iter().map(|at| weights[*at]).sum();
        if open.is_empty() {
            break;
        }
        let shares: Vec<Decimal> = open.iter().map(|at| Decimal::from(left) * weights[*at] / sum).collect();
        let mut rounded: Vec<u32> = shares.iter().map(|share| share.floor().to_u32().unwrap_or_default()).collect();
        let mut order: Vec<usize> = (0..open.len()).collect();
        order.sort_by(|a, b| shares[*b].fract().cmp(&shares[*a].fract()).then(a.cmp(b)));
        let rest = left - rounded.iter().sum::<u32>();
        order.iter().take(size(rest)).for_each(|at| rounded[*at] += 1);
        let is_over = |(at, more): (&usize, &u32)| given[*at] + more > terms.cap;
        let over: Vec<usize> = open.iter().zip(&rounded).filter(|pair| is_over(*pair)).map(|(at, _)| *at).collect();
        if over.is_empty() {
            open.iter().zip(&rounded).for_each(|(at, more)| given[*at] += more);
            break;
        }
        for at in over {
            left -= terms.cap - given[at];
            given[at] = terms.cap;
        }
    }
    Some(Allocation::of(claims, given))
}
