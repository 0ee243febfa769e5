//! Every staffing of a section's posts worth having, whatever is asked of the section.

use super::rooms::{Holders, Leave, Room, total};
use super::work::Frame;
use std::collections::BTreeMap;

/// Past this many combinations a section is left to the engines.
const MOST: usize = 100_000;

/// The staffings of a section.
#[derive(Debug)]
pub(super) struct Staffings {
    rooms: Vec<Sets>,
    /// Those of fewer people first, so that whoever is dominated meets its better.
    pub(super) all: Vec<Staffing>,
}

/// One set of holders for each room, and the people it takes.
#[derive(Debug)]
pub(super) struct Staffing {
    /// People taken from each of the hands.
    pub(super) taken: Vec<u8>,
    /// For each room, which of its sets.
    sets: Vec<u16>,
}

/// The sets of holders of one room.
#[derive(Debug)]
struct Sets {
    /// Hands and seat of each cell.
    cells: Vec<(usize, usize)>,
    holders: Vec<Holders>,
    /// What each leaves.
    leaves: Vec<Leave>,
    /// For each, the first that leaves the same.
    likes: Vec<u16>,
}

impl Sets {
    fn of(room: &Room) -> Option<Self> {
        let (holders, leaves): (Vec<Holders>, Vec<Leave>) = room.holders()?.into_iter().unzip();
        let mut seen: BTreeMap<&Leave, u16> = BTreeMap::new();
        let mut likes = Vec::with_capacity(leaves.len());
        for (index, leave) in leaves.iter().enumerate() {
            let index = u16::try_from(index).ok()?;
            likes.push(*seen.entry(leave).or_insert(index));
        }
        Some(Self { cells: room.cells.clone(), holders, leaves, likes })
    }
}

impl Staffings {
    /// `None` where there are too many.
    pub(super) fn of(frame: &Frame) -> Option<Self> {
        let rooms: Vec<Sets> = Room::all(frame).iter().map(Sets::of).collect::<Option<_>>()?;
        let mut all = vec![Staffing { taken: vec![0; frame.hands.len()], sets: Vec::new() }];
        for room in &rooms {
            let mut next = Vec::new();
            for Staffing { taken, sets } in &all {
                for (index, option) in (0_u16..).zip(&room.holders) {
                    let mut sum = taken.clone();
                    for ((hand, _), count) in room.cells.iter().zip(option) {
                        sum[*hand] = sum[*hand].saturating_add(*count);
                    }
                    if sum.iter().zip(&frame.hands).all(|(count, hands)| *count <= hands.most) {
                        next.push(Staffing { taken: sum, sets: sets.iter().copied().chain([index]).collect() });
                    }
                }
                if next.len() > MOST {
                    return None;
                }
            }
            all = next;
        }
        all.sort_by(|a, b| (total(&a.taken), &a.taken, &a.sets).cmp(&(total(&b.taken), &b.taken, &b.sets)));
        Some(Self { rooms, all })
    }

    /// For each room the first of its sets that leaves the same.
    pub(super) fn alike(&self, staffing: &Staffing) -> Vec<u16> {
        staffing.sets.iter().zip(&self.rooms).map(|(set, room)| room.likes[usize::from(*set)]).collect()
    }

    /// What some sets leave, room by room.
    pub(super) fn leaves<'a>(&'a self, sets: &'a [u16]) -> impl Iterator<Item = &'a Leave> {
        self.rooms.iter().zip(sets).map(|(room, set)| &room.leaves[usize::from(*set)])
    }

    /// People at each seat of the section, in its order, by hands.
    pub(super) fn holders(&self, frame: &Frame, staffing: &Staffing) -> Vec<Vec<u8>> {
        let mut holders = vec![vec![0; frame.hands.len()]; frame.seats.len()];
        for (room, set) in self.rooms.iter().zip(&staffing.sets) {
            for ((hand, seat), count) in room.cells.iter().zip(&room.holders[usize::from(*set)]) {
                holders[*seat][*hand] = *count;
            }
        }
        holders
    }
}
