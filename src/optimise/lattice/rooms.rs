//! Which people can hold the posts of one section side by side, and what work then must fall on whom.
//!
//! A *seat* is the set of posts that one person holds here; mostly that is one post. Posts that no seat joins share
//! nothing but people: they are different *rooms*, and each room is looked at by itself.

use super::work::{Desk, Frame, Hands, Load};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Past this many combinations a room is left to the engines.
const MOST: usize = 100_000;
/// Past this many kinds of few holders at once the sets of them are too many to be listed.
const MOST_CELLS: usize = 10;
/// Past this many posts that share holders.
const MOST_DESKS: usize = 8;

/// Holders of the seats of one room, cell by cell.
pub(super) type Holders = Vec<u8>;

/// Work by matter, and the hours that it must fit.
pub(super) type Limit = (Vec<(usize, i128)>, i128);

/// What holders of a room leave: holders that leave the same serve alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Leave {
    /// Matters that too few people can meet.
    pub(super) closed: BTreeSet<usize>,
    /// The limits that bind.
    pub(super) binding: Vec<Limit>,
}

impl Leave {
    fn is_nothing(&self) -> bool {
        self.closed.is_empty() && self.binding.is_empty()
    }
}

/// Posts of a section that share holders, as a section of their own.
pub(super) struct Apart {
    pub(super) frame: Frame,
    /// Which of the hands of the section its are.
    pub(super) hands: Vec<usize>,
    /// Which of the seats of the section its are.
    pub(super) seats: Vec<usize>,
}

impl Apart {
    /// The rooms of a section, in the order of their first posts.
    pub(super) fn all(frame: &Frame) -> Vec<Self> {
        let mut room_of: Vec<usize> = (0..frame.desks.len()).collect();
        for seat in &frame.seats {
            let joined: BTreeSet<usize> = desks_of(seat).map(|desk| room_of[desk]).collect();
            if let Some(first) = joined.first() {
                room_of.iter_mut().filter(|room| joined.contains(room)).for_each(|room| *room = *first);
            }
        }
        let mut rooms: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (desk, room) in room_of.into_iter().enumerate() {
            rooms.entry(room).or_default().push(desk);
        }
        rooms.into_values().map(|desks| Self::of(frame, &desks)).collect()
    }

    fn of(frame: &Frame, desks: &[usize]) -> Self {
        let is_here = |seat: &usize| desks_of(&frame.seats[*seat]).any(|desk| desks.contains(&desk));
        let seats: Vec<usize> = (0..frame.seats.len()).filter(is_here).collect();
        let sits = |hand: &usize| seats.iter().any(|seat| frame.hands[*hand].seats[*seat]);
        let hands: Vec<usize> = (0..frame.hands.len()).filter(sits).collect();
        let hands_here = hands.iter().map(|hand| {
            let Hands { hours, most, seats: all } = &frame.hands[*hand];
            Hands { hours: *hours, seats: seats.iter().map(|seat| all[*seat]).collect(), most: *most }
        });
        let seat = |seat: &usize| desks.iter().map(|desk| frame.seats[*seat][*desk]).collect();
        let here = Frame {
            desks: desks.iter().map(|desk| frame.desks[*desk].clone()).collect(),
            seats: seats.iter().map(seat).collect(),
            apart: frame.apart,
            hands: hands_here.collect(),
        };
        Self { frame: here, hands, seats }
    }
}

/// Posts that share holders.
pub(super) struct Room<'s> {
    frame: &'s Frame,
    /// The work with its desks, by matter, the longest steps first.
    loads: Vec<(usize, &'s Load)>,
    /// Who may sit where, as hands and seats.
    pub(super) cells: Vec<(usize, usize)>,
}

impl<'s> Room<'s> {
    /// The posts of a section of one room.
    pub(super) fn of(frame: &'s Frame) -> Self {
        let hands = 0..frame.hands.len();
        let cells = hands.flat_map(|hand| (0..frame.seats.len()).map(move |seat| (hand, seat)));
        let cells = cells.filter(|(hand, seat)| frame.hands[*hand].seats[*seat]).collect();
        let of_desk = |(desk, here): (usize, &'s Desk)| here.loads.iter().map(move |load| (desk, load));
        let mut loads: Vec<(usize, &Load)> = frame.desks.iter().enumerate().flat_map(of_desk).collect();
        loads.sort_by_key(|(_, load)| (load.matter, std::cmp::Reverse(load.alone)));
        Self { frame, loads, cells }
    }

    /// The sets of holders that are worth having in their order, with what each leaves: nobody is added to those who do
    /// everything and are enough. `None` where there are too many.
    pub(super) fn holders(&self) -> Option<Vec<(Holders, Leave)>> {
        if self.frame.desks.len() > MOST_DESKS {
            return None;
        }
        let mut found: Vec<(Holders, Leave)> = Vec::new();
        // With the last cell that somebody was added to: cells are filled in their order, so that each set is met once.
        let mut open: Vec<(Holders, usize)> = vec![(vec![0; self.cells.len()], 0)];
        while let Some((here, last)) = open.pop() {
            if found.len() >= MOST {
                return None;
            }
            // What fits in any case limits nothing.
            let binding = self.limits(&here)?.into_iter().filter(|(work, hours)| sum(work) > *hours).collect();
            let leave = Leave { closed: self.closed(&here), binding };
            let is_enough = self.do_all(&here) && leave.is_nothing() && self.are_backed(&here);
            for cell in (last..self.cells.len()).filter(|_| !is_enough) {
                let (hand, _) = self.cells[cell];
                if self.taken(&here, hand) < u32::from(self.frame.hands[hand].most) {
                    let mut more = here.clone();
                    more[cell] += 1;
                    open.push((more, cell));
                }
            }
            found.push((here, leave));
        }
        found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Some(found)
    }

    /// Whether holders have the hours of all work.
    fn do_all(&self, holders: &Holders) -> bool {
        let work: i128 = self.loads.iter().map(|(_, load)| load.alone * i128::from(load.people)).sum();
        let hours = |((hand, _), count): (&(usize, usize), &u8)| self.frame.hands[*hand].hours * i128::from(*count);
        self.cells.iter().zip(holders).map(hours).sum::<i128>() >= work
    }

    fn are_backed(&self, holders: &Holders) -> bool {
        self.frame.desks.iter().enumerate().all(|(index, desk)| self.at(holders, index) >= desk.backed)
    }

    /// Posts with as many holders as count as a backup.
    pub(super) fn backed(&self, holders: &Holders) -> usize {
        let is_backed = |(index, desk): &(usize, &Desk)| desk.backed > 0 && self.at(holders, *index) >= desk.backed;
        self.frame.desks.iter().enumerate().filter(is_backed).count()
    }

    /// People of one of the hands.
    fn taken(&self, holders: &Holders, hand: usize) -> u32 {
        self.counted(holders, |(of, _)| of == hand)
    }

    /// Holders of a post.
    fn at(&self, holders: &Holders, desk: usize) -> u32 {
        self.counted(holders, |(_, seat)| self.frame.seats[seat][desk])
    }

    fn counted(&self, holders: &Holders, which: impl Fn((usize, usize)) -> bool) -> u32 {
        let here = self.cells.iter().zip(holders).filter(|(cell, _)| which(**cell));
        here.map(|(_, count)| u32::from(*count)).sum()
    }

    /// The matters that too few people can meet here. Where nobody may meet a case at two posts, any posts of a matter
    /// need as many different people as a case meets there (Hall).
    fn closed(&self, holders: &Holders) -> BTreeSet<usize> {
        let short = |(desk, load): &&(usize, &Load)| self.at(holders, *desk) < load.least;
        let mut closed: BTreeSet<usize> = self.loads.iter().filter(short).map(|(_, load)| load.matter).collect();
        if self.frame.apart {
            for (matter, loads) in self.of_several_desks() {
                let meets = |set: u32| {
                    let some =
                        || loads.iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1).map(|(_, load)| load);
                    let people: u32 = some().map(|(_, load)| load.people).sum();
                    let holds = |seat: usize| some().any(|(desk, _)| self.frame.seats[seat][*desk]);
                    self.counted(holders, |(_, seat)| holds(seat)) >= people
                };
                if !(1..1_u32 << loads.len()).all(meets) {
                    closed.insert(matter);
                }
            }
        }
        closed
    }

    /// The loads of matters that flow over several posts of this room.
    fn of_several_desks(&self) -> BTreeMap<usize, Vec<(usize, &'s Load)>> {
        let mut of_matter: BTreeMap<usize, Vec<(usize, &Load)>> = BTreeMap::new();
        for (desk, load) in &self.loads {
            of_matter.entry(load.matter).or_default().push((*desk, load));
        }
        of_matter.retain(|_, loads| loads.len() > 1);
        of_matter
    }

    /// What must fall on some of the holders, and their hours; `None` where there are too many kinds of them.
    fn limits(&self, holders: &Holders) -> Option<Vec<Limit>> {
        match &self.frame.desks[..] {
            [desk] => Some(self.limits_of_one(desk, holders)),
            _ => self.limits_of_several(holders),
        }
    }

    /// For the k holders of fewest hours, k = 1, 2, …: what must fall on them of each matter served in full, and their
    /// hours. By max-flow and min-cut the work can be dealt so that nobody meets a case twice iff it fits them for
    /// every k: Σ_m max(0, people_m − (N − k)) × alone_m × f_m ≤ hours of the k. Where one person is enough, only
    /// k = N speaks.
    fn limits_of_one(&self, desk: &Desk, holders: &Holders) -> Vec<Limit> {
        let mut hours: Vec<i128> = Vec::new();
        for ((hand, _), count) in self.cells.iter().zip(holders) {
            hours.extend(std::iter::repeat_n(self.frame.hands[*hand].hours, usize::from(*count)));
        }
        hours.sort_unstable();
        let all = total(holders);
        let deepest = desk.loads.iter().map(|load| load.people).max().unwrap_or(1);
        let first = (all + 1).saturating_sub(deepest);
        let limit = |k: u32| {
            let must = |load: &Load| (load.matter, load.alone * i128::from(load.people.saturating_sub(all - k)));
            let work = desk.loads.iter().map(must).filter(|(_, hours)| *hours > 0).collect();
            (work, hours.iter().take(k as usize).sum())
        };
        (first..=all).map(limit).collect()
    }

    /// For sets W of cells, N_d the holders of post d outside W: Σ_m Σ_d max(0, people_md − N_d) × alone_md × f_m ≤ hours
    /// of W, by the same cut; people of a cell are alike, and their mean does what they do. Only those W speak that are
    /// all holders of some posts but for fewer people than a case needs.
    ///
    /// Where nobody may meet a case at two posts, the people outside W meet no more cases than they are, so that more
    /// falls on W: they are given the longest steps. That is necessary; whether it is enough is asked of named people.
    fn limits_of_several(&self, holders: &Holders) -> Option<Vec<Limit>> {
        let taken = Taken::of(self, holders)?;
        let deepest = self.deepest();
        let few = taken.those(|count| count < deepest);
        let mut sets: BTreeSet<Cells> = BTreeSet::new();
        for all in taken.at_any() {
            let few = Cells(all.0 & few.0);
            if few.0.count_ones() as usize > MOST_CELLS {
                return None;
            }
            let out = few.parts().filter(|out| taken.people(*out) < deepest);
            sets.extend(out.map(|out| Cells(all.0 & !out.0)));
        }
        let limit = |set: &Cells| (self.forced(&taken, taken.but(*set)), taken.hours(*set));
        Some(sets.iter().map(limit).filter(|(work, _)| !work.is_empty()).collect())
    }

    /// The most people that a case needs at a post; at all its posts, where nobody may meet it at two.
    fn deepest(&self) -> u32 {
        let mut people: BTreeMap<usize, u32> = BTreeMap::new();
        for (_, load) in &self.loads {
            let here = people.entry(load.matter).or_default();
            *here = if self.frame.apart { *here + load.people } else { load.people.max(*here) };
        }
        people.into_values().max().unwrap_or(1)
    }

    /// The least work of each matter that some holders leave to others.
    fn forced(&self, taken: &Taken, outside: Cells) -> Vec<(usize, i128)> {
        let all = taken.people(outside);
        let mut forced: Vec<(usize, i128)> = Vec::new();
        let mut met = 0;
        for (desk, load) in &self.loads {
            if forced.last().is_none_or(|(matter, _)| *matter != load.matter) {
                forced.push((load.matter, 0));
                met = 0;
            }
            let mut done = load.people.min(taken.people(Cells(outside.0 & taken.desks[*desk].0)));
            if self.frame.apart {
                done = done.min(all.saturating_sub(met));
                met += done;
            }
            if let Some((_, hours)) = forced.last_mut() {
                *hours += load.alone * i128::from(load.people - done);
            }
        }
        forced.retain(|(_, hours)| *hours > 0);
        forced
    }
}

/// Some of the cells that are taken, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cells(u32);

impl Cells {
    /// Every set of some of them.
    fn parts(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self.0), move |set| (*set > 0).then(|| (set - 1) & self.0)).map(Self)
    }

    fn bits(self) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(self.0), |set| Some(set & (set.wrapping_sub(1))))
            .take_while(|set| *set > 0)
            .map(|set| set.trailing_zeros() as usize)
    }
}

impl Ord for Cells {
    /// As lists of cells: at the first cell that only one of them has, the other goes on beyond it, or has ended.
    fn cmp(&self, other: &Self) -> Ordering {
        let differ = self.0 ^ other.0;
        if differ == 0 {
            return Ordering::Equal;
        }
        let first = differ & differ.wrapping_neg();
        let has = self.0 & first > 0;
        let goes_on = (if has { other } else { self }).0 > first;
        if has == goes_on { Ordering::Less } else { Ordering::Greater }
    }
}

impl PartialOrd for Cells {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The cells of a room that are taken, with what is asked of sets of them.
struct Taken {
    /// People of each, and the hours of all of them.
    cells: Vec<(u32, i128)>,
    /// For each desk those whose people hold it.
    desks: Vec<Cells>,
}

impl Taken {
    /// `None` where they are more than bits: so many have more than [`MOST`] sets, each of which is looked at.
    fn of(room: &Room, holders: &Holders) -> Option<Self> {
        let mut taken = Self { cells: Vec::new(), desks: vec![Cells(0); room.frame.desks.len()] };
        for ((hand, seat), count) in room.cells.iter().zip(holders).filter(|(_, count)| **count > 0) {
            let bit = 1_u32.checked_shl(u32::try_from(taken.cells.len()).ok()?)?;
            taken.cells.push((u32::from(*count), room.frame.hands[*hand].hours * i128::from(*count)));
            for desk in desks_of(&room.frame.seats[*seat]) {
                taken.desks[desk].0 |= bit;
            }
        }
        Some(taken)
    }

    fn those(&self, are: impl Fn(u32) -> bool) -> Cells {
        let those = self.cells.iter().enumerate().filter(|(_, (count, _))| are(*count));
        Cells(those.fold(0, |set, (cell, _)| set | 1 << cell))
    }

    /// Those who hold any of some desks, for all sets of desks.
    fn at_any(&self) -> BTreeSet<Cells> {
        let mut sets: BTreeSet<Cells> = BTreeSet::new();
        for desk in self.desks.iter().copied() {
            let with: Vec<Cells> = sets.iter().map(|set| Cells(set.0 | desk.0)).collect();
            sets.extend(with);
            sets.insert(desk);
        }
        sets
    }

    fn people(&self, set: Cells) -> u32 {
        set.bits().map(|cell| self.cells[cell].0).sum()
    }

    fn hours(&self, set: Cells) -> i128 {
        set.bits().map(|cell| self.cells[cell].1).sum()
    }

    /// Everyone else.
    fn but(&self, set: Cells) -> Cells {
        Cells(self.those(|_| true).0 & !set.0)
    }
}

pub(super) fn total(holders: &[u8]) -> u32 {
    holders.iter().map(|count| u32::from(*count)).sum()
}

fn sum(work: &[(usize, i128)]) -> i128 {
    work.iter().map(|(_, hours)| hours).sum()
}

fn desks_of(seat: &[bool]) -> impl Iterator<Item = usize> {
    seat.iter().enumerate().filter(|(_, holds)| **holds).map(|(desk, _)| desk)
}
