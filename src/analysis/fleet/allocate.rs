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

#[cfg(test)]
mod tests {
    use super::{Claim, Named, Served, TIERS, Terms, best, pro_rata};

    fn claim(front: &[[u64; 2]], insured: u64) -> Claim {
        let served = |of: &[u64; 2]| -> Served {
            let mut served = [0; TIERS];
            served[..2].copy_from_slice(of);
            served
        };
        let name = Named { id: String::new(), name: String::new(), name_en: None };
        Claim {
            unit: String::new(),
            place: String::new(),
            name,
            tiers: Vec::new(),
            front: front.iter().map(served).collect(),
            stalled: Vec::new(),
            insured: Some(insured),
            vacant: 0,
        }
    }

    /// On paper: of two posts both go to the unit that opens a payment matter with two, though the other would open
    /// three audits with one; with three posts the other gets the third.
    #[test]
    fn the_first_tier_comes_before_any_number_of_the_second() {
        let claims = [claim(&[[0, 0], [0, 3000]], 1), claim(&[[0, 0], [0, 0], [1000, 0]], 1)];
        let given = |posts| best(&claims, Terms { posts, floor: 0, cap: 5 }).map(|best| best.posts);
        assert_eq!(given(1), Some(vec![1, 0]));
        assert_eq!(given(2), Some(vec![0, 2]));
        assert_eq!(given(3), Some(vec![1, 2]));
        // A fourth post serves nothing: it is not given.
        assert_eq!(given(4), Some(vec![1, 2]));
        let capped = best(&claims, Terms { posts: 3, floor: 0, cap: 1 }).map(|best| best.posts);
        assert_eq!(capped, Some(vec![1, 0]));
        let floored = best(&claims, Terms { posts: 3, floor: 1, cap: 2 }).map(|best| best.posts);
        assert_eq!(floored, Some(vec![1, 2]));
        assert_eq!(best(&claims, Terms { posts: 1, floor: 1, cap: 2 }), None);
    }

    /// Small fleets drawn anew, beside every allocation there is.
    #[test]
    fn it_is_as_good_as_every_allocation_tried() {
        let mut state = 7_u64;
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..300 {
            let units = 1 + draw(4);
            let claims: Vec<Claim> = (0..units)
                .map(|_| {
                    let steps = 1 + draw(4);
                    // More posts never serve less, tier after tier.
                    let mut served: Vec<[u64; 2]> = (0..steps).map(|_| [draw(4), draw(4)]).collect();
                    served.sort_unstable();
                    claim(&served, draw(100))
                })
                .collect();
            let number = |of: u64| u32::try_from(of).unwrap_or_default();
            let terms = Terms { posts: number(draw(9)), floor: number(draw(2)), cap: number(draw(5)) };
            let mut tried: Vec<(Served, u32)> = Vec::new();
            let mut given = vec![terms.floor; claims.len()];
            'all: loop {
                let spent: u32 = given.iter().sum();
                if spent <= terms.posts && terms.floor <= terms.cap {
                    let each = claims.iter().zip(&given).map(|(claim, posts)| claim.with(*posts));
                    tried.push((each.fold([0; TIERS], super::plus), spent));
                }
                for own in &mut given {
                    *own += 1;
                    if *own <= terms.cap {
                        continue 'all;
                    }
                    *own = terms.floor;
                }
                break;
            }
            let most = tried.iter().map(|(served, _)| *served).max();
            let fewest = tried.iter().filter(|(served, _)| Some(*served) == most).map(|(_, spent)| *spent).min();
            let found = best(&claims, terms);
            assert_eq!(found.as_ref().map(|found| found.served), most, "{claims:?} {terms:?}");
            assert_eq!(found.map(|found| found.given()), fewest, "{claims:?} {terms:?}");
        }
    }

    /// A unit without payments beside one with all tiers: its daily work is daily work.
    #[test]
    fn tiers_are_told_apart_by_their_ids() {
        let tier = |id: &str| Named { id: id.to_owned(), name: id.to_owned(), name_en: None };
        let mut claims = [claim(&[[2, 1]], 1), claim(&[[3, 4]], 1)];
        claims[0].tiers = vec![tier("daily"), tier("audit")];
        claims[1].tiers = vec![tier("payment"), tier("audit")];
        claims.iter_mut().for_each(|claim| claim.stalled = vec![vec![5, 6]]);
        let order: Vec<String> = super::align(&mut claims).into_iter().map(|tier| tier.id).collect();
        assert_eq!(order, ["daily", "payment", "audit"].map(str::to_owned).to_vec());
        assert_eq!((&claims[0].front[0][..3], &claims[1].front[0][..3]), (&[2, 0, 1][..], &[0, 3, 4][..]));
        assert_eq!((&claims[0].stalled[0], &claims[1].stalled[0]), (&vec![5, 0, 6], &vec![0, 5, 6]));
    }

    /// On paper: 7 posts by 50 : 30 : 20 are 3.5, 2.1 and 1.4, so 4, 2 and 1; with no more than 3 for each, the one that
    /// is left over is dealt out again: 30 : 20 share 4 as 2.4 and 1.6, so 2 and 2.
    #[test]
    fn pro_rata_goes_by_largest_remainders_within_the_cap() {
        let claims = [50, 30, 20].map(|insured| claim(&[[0, 0]], insured));
        let given =
            |terms| pro_rata(&claims, |claim| claim.insured.unwrap_or_default(), terms).map(|found| found.posts);
        assert_eq!(given(Terms { posts: 7, floor: 0, cap: 9 }), Some(vec![4, 2, 1]));
        assert_eq!(given(Terms { posts: 7, floor: 0, cap: 3 }), Some(vec![3, 2, 2]));
        assert_eq!(given(Terms { posts: 20, floor: 0, cap: 3 }), Some(vec![3, 3, 3]));
        assert_eq!(given(Terms { posts: 5, floor: 1, cap: 9 }), Some(vec![2, 2, 1]));
        assert_eq!(given(Terms { posts: 2, floor: 1, cap: 9 }), None);
        assert_eq!(pro_rata(&claims, |_| 0, Terms { posts: 2, floor: 0, cap: 9 }), None);
    }
}
