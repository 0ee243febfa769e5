//! Every staffing of a section's posts worth having, whatever is asked of the section.

use super::kept::Kept;
use super::rooms::{Apart, Holders, Leave, Room, total};
use super::work::Frame;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Past this many combinations a section is left to the engines.
const MOST: usize = 200_000;

/// The sets of holders of one room, with what each takes and leaves.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// Hands and seat of each cell.
    cells: Vec<(usize, usize)>,
    holders: Vec<Holders>,
    /// For each, the people of each of the hands of the room.
    taken: Vec<Vec<u8>>,
    /// For each, the posts with a backup.
    backed: Vec<usize>,
    leaves: Vec<Leave>,
    /// For each a number: those of one number leave the same.
    likes: Vec<u16>,
}

impl Sets {
    /// Those of a section of one room; `None` where there are too many. Of those that leave the same, only such as none
    /// takes as few people for as many backups.
    pub(super) fn of(frame: &Frame) -> Option<Self> {
        let room = Room::of(frame);
        let all = room.holders()?;
        let mut seen: BTreeMap<&Leave, u16> = BTreeMap::new();
        let mut ranked = Vec::with_capacity(all.len());
        for (index, (holders, leave)) in all.iter().enumerate() {
            let next = u16::try_from(seen.len()).ok()?;
            let like = *seen.entry(leave).or_insert(next);
            ranked.push((total(holders), index, like));
        }
        ranked.sort_unstable();
        let mut kept: Vec<Kept> = seen.iter().map(|_| Kept::new(frame.hands.len() + 1)).collect();
        let mut worth = BTreeMap::new();
        for (_, index, like) in ranked {
            let (holders, _) = &all[index];
            let mut taken = vec![0_u8; frame.hands.len()];
            for ((hand, _), count) in room.cells.iter().zip(holders) {
                taken[*hand] = taken[*hand].saturating_add(*count);
            }
            let backed = room.backed(holders);
            // The more backups, the less is lacking.
            let lacking = u8::MAX.saturating_sub(u8::try_from(backed).unwrap_or(u8::MAX));
            let counts: Vec<u8> = taken.iter().copied().chain([lacking]).collect();
            if kept[usize::from(like)].takes_up(&counts) {
                worth.insert(index, (taken, backed, like));
            }
        }
        let mut sets = Self { cells: room.cells, ..Self::default() };
        for (index, (holders, leave)) in all.into_iter().enumerate() {
            if let Some((taken, backed, like)) = worth.remove(&index) {
                sets.holders.push(holders);
                sets.leaves.push(leave);
                sets.taken.push(taken);
                sets.backed.push(backed);
                sets.likes.push(like);
            }
        }
        u16::try_from(sets.len()).is_ok().then_some(sets)
    }

    pub(super) const fn len(&self) -> usize {
        self.holders.len()
    }
}

/// The sets of one room, and which of the hands and seats of the section its are.
#[derive(Debug)]
struct Part {
    sets: Arc<Sets>,
    hands: Vec<usize>,
    seats: Vec<usize>,
}

/// The staffings of a section: one set of holders for each room. They stand side by side, each counted from 0.
#[derive(Debug)]
pub(super) struct Staffings {
    rooms: Vec<Part>,
    hands: usize,
    /// People that each takes from each of the hands.
    taken: Vec<u8>,
    /// Which set of each room.
    sets: Vec<u16>,
    /// Which kind each is: those of one kind leave the same in every room.
    kind: Vec<u32>,
    /// For each kind a set of each room.
    kinds: Vec<Vec<u16>>,
}

impl Staffings {
    /// `None` where there are too many. `sets` are those of a room.
    pub(super) fn of(frame: &Frame, sets: impl Fn(Frame) -> Option<Arc<Sets>>) -> Option<Self> {
        let hands = frame.hands.len();
        let nobody = Self {
            rooms: Vec::new(),
            hands,
            taken: vec![0; hands],
            sets: Vec::new(),
            kind: vec![0],
            kinds: vec![vec![]],
        };
        Apart::all(frame).into_iter().try_fold(nobody, |before, Apart { frame: room, hands, seats }| {
            before.with(frame, Part { sets: sets(room)?, hands, seats })
        })
    }

    /// With one room more.
    fn with(self, frame: &Frame, room: Part) -> Option<Self> {
        let mut all =
            Self { rooms: Vec::new(), hands: self.hands, taken: vec![], sets: vec![], kind: vec![], kinds: vec![] };
        let mut known: BTreeMap<(u32, u16), u32> = BTreeMap::new();
        for staffing in 0..self.len() {
            let before = self.taken(staffing);
            for ((set, taken), like) in (0_u16..).zip(&room.sets.taken).zip(&room.sets.likes) {
                let mut sums =
                    room.hands.iter().zip(taken).map(|(hand, count)| (*hand, before[*hand].saturating_add(*count)));
                if sums.clone().any(|(hand, sum)| sum > frame.hands[hand].most) {
                    continue;
                }
                if all.len() == MOST {
                    return None;
                }
                let here = all.taken.len();
                all.taken.extend_from_slice(before);
                sums.by_ref().for_each(|(hand, sum)| all.taken[here + hand] = sum);
                all.sets.extend_from_slice(self.sets(staffing));
                all.sets.push(set);
                let next = u32::try_from(all.kinds.len()).ok()?;
                let before = self.kind[staffing];
                let kind = *known.entry((before, *like)).or_insert_with(|| {
                    all.kinds.push(self.kinds[before as usize].iter().copied().chain([set]).collect());
                    next
                });
                all.kind.push(kind);
            }
        }
        all.rooms = self.rooms;
        all.rooms.push(room);
        Some(all)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.kind.len()
    }

    /// People that one takes from each of the hands.
    pub(super) fn taken(&self, staffing: usize) -> &[u8] {
        &self.taken[staffing * self.hands..][..self.hands]
    }

    fn sets(&self, staffing: usize) -> &[u16] {
        let rooms = self.rooms.len();
        &self.sets[staffing * rooms..][..rooms]
    }

    /// Which kind one is.
    pub(super) fn kind(&self, staffing: usize) -> usize {
        self.kind[staffing] as usize
    }

    /// What those of each kind leave, room by room.
    pub(super) fn leaves(&self) -> impl Iterator<Item = Vec<&Leave>> {
        let of_kind = |sets: &Vec<u16>| {
            let of_rooms = self.rooms.iter().zip(sets).map(|(room, set)| &room.sets.leaves[usize::from(*set)]);
            of_rooms.collect()
        };
        self.kinds.iter().map(of_kind)
    }

    /// Posts to which one gives a backup.
    pub(super) fn backed(&self, staffing: usize) -> usize {
        self.rooms.iter().zip(self.sets(staffing)).map(|(room, set)| room.sets.backed[usize::from(*set)]).sum()
    }

    /// People at each seat of the section, in its order, by hands.
    pub(super) fn holders(&self, frame: &Frame, staffing: usize) -> Vec<Vec<u8>> {
        let mut holders = vec![vec![0; self.hands]; frame.seats.len()];
        for (room, set) in self.rooms.iter().zip(self.sets(staffing)) {
            for ((hand, seat), count) in room.sets.cells.iter().zip(&room.sets.holders[usize::from(*set)]) {
                holders[room.seats[*seat]][room.hands[*hand]] = *count;
            }
        }
        holders
    }
}
