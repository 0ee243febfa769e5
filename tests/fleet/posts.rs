//! Posts given to a few units, by hand and beside every allocation there is.

use shuanggang::analysis::fleet::allocate::{Claim, Served, TIERS, Terms, align, best, pro_rata};
use shuanggang::analysis::fleet::answer::Named;

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
                tried.push((each.fold([0; TIERS], plus), spent));
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
    for claim in &mut claims {
        claim.stalled = vec![vec![5, 6]];
    }
    let order: Vec<String> = align(&mut claims).into_iter().map(|tier| tier.id).collect();
    assert_eq!(order, ["payment", "daily", "audit"].map(str::to_owned).to_vec());
    assert_eq!((&claims[0].front[0][..3], &claims[1].front[0][..3]), (&[0, 2, 1][..], &[3, 0, 4][..]));
    assert_eq!((&claims[0].stalled[0], &claims[1].stalled[0]), (&vec![0, 5, 6], &vec![5, 0, 6]));
}

/// On paper: 7 posts by 50 : 30 : 20 are 3.5, 2.1 and 1.4, so 4, 2 and 1; with no more than 3 for each, the one that
/// is left over is dealt out again: 30 : 20 share 4 as 2.4 and 1.6, so 2 and 2.
#[test]
fn pro_rata_goes_by_largest_remainders_within_the_cap() {
    let claims = [50, 30, 20].map(|insured| claim(&[[0, 0]], insured));
    let given = |terms| pro_rata(&claims, |claim| claim.insured.unwrap_or_default(), terms).map(|found| found.posts);
    assert_eq!(given(Terms { posts: 7, floor: 0, cap: 9 }), Some(vec![4, 2, 1]));
    assert_eq!(given(Terms { posts: 7, floor: 0, cap: 3 }), Some(vec![3, 2, 2]));
    assert_eq!(given(Terms { posts: 20, floor: 0, cap: 3 }), Some(vec![3, 3, 3]));
    assert_eq!(given(Terms { posts: 5, floor: 1, cap: 9 }), Some(vec![2, 2, 1]));
    assert_eq!(given(Terms { posts: 2, floor: 1, cap: 9 }), None);
    assert_eq!(pro_rata(&claims, |_| 0, Terms { posts: 2, floor: 0, cap: 9 }), None);
}

fn plus(mut a: Served, b: Served) -> Served {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}
