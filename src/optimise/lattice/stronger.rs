//! People of the same rights: whoever has more hours can take the place of one with fewer.
//!
//! So where nobody asks who moves, a section need only be offered the weakest people that serve as much, and what counts
//! is how many there are with at least so many hours: Σ over the crews of at least h hours, for every h.

use super::layers::Part;
use super::tables::Crews;
use crate::model::PostIx;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The crews of a box that may hold the same posts, those of most hours first.
pub(super) fn ranks(crews: &Crews) -> Vec<Vec<usize>> {
    let mut ranks: BTreeMap<&BTreeSet<PostIx>, Vec<usize>> = BTreeMap::new();
    for (crew, ((_, posts, _), _)) in crews.iter().enumerate() {
        ranks.entry(posts).or_default().push(crew);
    }
    let by_hours = |mut rank: Vec<usize>| {
        rank.sort_by_key(|crew| Reverse(crews[*crew].0.0));
        rank
    };
    ranks.into_values().map(by_hours).collect()
}

/// The sections with the choices of which none serves as much with as few people of at least so many hours; what counts
/// of a choice is what it has at the first `places` of the question.
pub(super) fn weakest(parts: &[Arc<Part>], crews: &Crews, places: usize) -> Vec<Arc<Part>> {
    let ranks = ranks(crews);
    let of = |part: &Arc<Part>| {
        // Values come in the order of their places.
        let counts = part.places.iter().filter(|place| **place < places).count();
        let values = |choice: usize| &part.choices[choice].values[..counts];
        let people = |choice: usize| {
            let taken = part.taken(choice, crews.len());
            ranks.iter().flat_map(|rank| cumulated(rank, |crew| u32::from(taken[crew]))).collect::<Vec<_>>()
        };
        let mut all: Vec<(usize, Vec<u32>)> = (0..part.choices.len()).map(|choice| (choice, people(choice))).collect();
        // The most valuable first; of equals those of fewer people, whom no other can do without.
        all.sort_by_cached_key(|(choice, people)| (Reverse(values(*choice)), people.iter().sum::<u32>()));
        let mut kept: Vec<(usize, Vec<u32>)> = Vec::new();
        for (choice, people) in all {
            let is_no_better = |(_, other): &(usize, Vec<u32>)| other.iter().zip(&people).all(|(a, b)| a <= b);
            if !kept.iter().any(is_no_better) {
                kept.push((choice, people));
            }
        }
        let choices = Arc::new(kept.iter().map(|(choice, _)| part.choices[*choice].clone()).collect());
        let Part { piece, number, crews, seats, places, .. } = part.as_ref();
        let (piece, number) = (*piece, *number);
        Arc::new(Part { piece, number, choices, crews: crews.clone(), seats: seats.clone(), places: places.clone() })
    };
    parts.iter().map(of).collect()
}

/// The sums over the first crew, the first two, and so on.
pub(super) fn cumulated(rank: &[usize], count: impl Fn(usize) -> u32) -> Vec<u32> {
    let sum = |sum: &mut u32, crew: &usize| {
        *sum += count(*crew);
        Some(*sum)
    };
    rank.iter().scan(0, sum).collect()
}

/// From whose crew each place is filled: of those who have enough hours, the one with the fewest. Places are as wanted
/// by a crew; there are enough people of at least so many hours for all of them.
pub(super) fn substituted<K: Ord + Clone>(
    wanted: &BTreeMap<(usize, K), u8>,
    there: &[usize],
    crews: &Crews,
) -> BTreeMap<(usize, K), u8> {
    let mut left = there.to_vec();
    let mut filled: BTreeMap<(usize, K), u8> = BTreeMap::new();
    for rank in ranks(crews) {
        for (place, crew) in rank.iter().enumerate() {
            for ((_, seat), count) in wanted.iter().filter(|((of, _), _)| of == crew) {
                for _ in 0..*count {
                    let from = rank[..=place].iter().rev().copied().find(|crew| left[*crew] > 0);
                    if let Some(from) = from {
                        left[from] -= 1;
                        *filled.entry((from, seat.clone())).or_default() += 1;
                    }
                }
            }
        }
    }
    filled
}
