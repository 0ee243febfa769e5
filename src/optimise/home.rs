//! Sends home who was moved for nothing, where the search for the fewest moves did not end.

use super::DutyTable;
use super::formulation::rights::Rights;
use super::seats::posts_of;
use crate::model::{Person, PersonIx, PostIx, Unit, Work};
use std::collections::BTreeSet;

/// People away from home, and the seats that wait for them there.
pub(super) struct Away<'a> {
    unit: &'a Unit,
    rights: Rights,
}

impl<'a> Away<'a> {
    pub(super) fn new(unit: &'a Unit) -> Self {
        Self { unit, rights: Rights::of(unit) }
    }

    /// Everyone with a handle or review post away from home who could sit at home instead. Relatives stay where they
    /// are: at home they may meet.
    pub(super) fn movers(&self, held: &DutyTable) -> Vec<PersonIx> {
        let away = |post: PostIx, person: &Person| {
            let at = self.unit[post];
            // Whoever a section counts on stays there.
            at.is_working() && !person.belongs_to(at.section) && self.unit[at.section].minimum == 0
        };
        let people = self.unit.present().filter(|(ix, person)| {
            posts_of(held, *ix).any(|post| away(post, person)) && !Rights::has_kin(self.unit, *ix)
        });
        people.map(|(ix, _)| ix).filter(|ix| self.seat_at_home(held, *ix).is_some()).collect()
    }

    /// The same posts, but some people sit at a post at home instead of away.
    pub(super) fn sent_home(&self, held: &DutyTable, people: &[PersonIx]) -> DutyTable {
        let mut table = held.clone();
        for person in people {
            if let Some(seat) = self.seat_at_home(held, *person) {
                table.retain(|(holder, post)| holder != person || !self.unit[*post].is_working());
                table.insert((*person, seat));
            }
        }
        table
    }

    /// The same posts, but whoever does nothing away from home sits at home, if no matter that is worked loses a
    /// holder that it must have. Nobody's work changes, so the service is at least the same.
    pub(super) fn idle_sent_home(&self, held: &DutyTable, work: &[Work]) -> DutyTable {
        let busy: BTreeSet<PersonIx> = work.iter().map(|work| work.person).collect();
        let mut table = held.clone();
        for person in self.movers(held).into_iter().filter(|person| !busy.contains(person)) {
            if posts_of(&table, person).all(|post| can_spare(self.unit, &table, work, post)) {
                table = self.sent_home(&table, &[person]);
            }
        }
        table
    }

    /// The first handle or review post at home that goes with the other posts of a person.
    fn seat_at_home(&self, held: &DutyTable, person: PersonIx) -> Option<PostIx> {
        let others = || posts_of(held, person).filter(|post| !self.unit[*post].is_working());
        let at_home = |post: &&PostIx| {
            self.unit[**post].is_working() && Some(self.unit[**post].section) == self.unit[person].home
        };
        let mut posts = self.rights.posts[person.0].iter().filter(at_home);
        posts.find(|post| others().all(|other| self.rights.compatible(**post, other))).copied()
    }
}

/// Whether a post keeps the holders that the matters worked there must have when one holder leaves.
fn can_spare(unit: &Unit, held: &DutyTable, work: &[Work], post: PostIx) -> bool {
    let holders = held.iter().filter(|(_, other)| *other == post).count();
    let worked: BTreeSet<_> = work.iter().map(|work| work.matter).collect();
    let steps =
        unit.matters().filter(|(ix, _)| worked.contains(ix)).flat_map(|(_, m)| m.steps.iter().map(move |s| (m, s)));
    let here = steps.filter(|(matter, step)| unit.post_for(matter, step) == post);
    let needed = here.map(|(_, step)| step.people - 1 + unit.rules.cover).max().unwrap_or_default();
    u32::try_from(holders).is_ok_and(|holders| holders > needed)
}
