//! Who sits where: counts of a group's members by bundle, or one named person's posts.

use super::{Model, Seat, SeatWork, hours_alone};
use crate::model::PostIx;
use crate::optimise::engine::program::{Column, Sense};
use crate::optimise::{Ask, count_of};
use std::collections::BTreeMap;

impl Model<'_> {
    /// Seats of every group, and the shares of work done there.
    pub(super) fn add_seats(&mut self, ask: &Ask) {
        for group in 0..self.groups.len() {
            if self.groups[group].bundles.is_some() {
                self.add_counted_seats(group);
            } else {
                self.add_named_seat(group);
            }
        }
        self.keep_kin_apart();
        for seat in 0..self.seats.len() {
            self.add_work(seat, ask);
        }
    }

    /// n_gb ∈ {0, 1, …} people of group g hold bundle b; Σ_b n_gb = people of the group.
    fn add_counted_seats(&mut self, g: usize) {
        let group = &self.groups[g];
        let size = group.members.len();
        let bundles = group.bundles.clone().unwrap_or_default();
        let starts = self.first_counts(g);
        let mut all = Vec::new();
        for (b, bundle) in bundles.into_iter().enumerate() {
            let count = self.program.integer(format!("n_{g}_{b}"), count_of(size));
            self.program.columns[count.0].start = count_of(starts[b]);
            all.push((count, 1.0));
            let holders = bundle.into_iter().map(|post| (post, count)).collect();
            self.seats.push(Seat { group: g, bundle: Some(b), size, holders, work: Vec::new() });
        }
        if all.is_empty() {
            return;
        }
        self.seated.insert(g, self.program.rows.len());
        self.program.row(format!("seated_{g}"), all, Sense::Equal, count_of(size));
    }

    /// x ∈ [0, holders]: shares of the cases of every matter whose post the seat holds.
    fn add_work(&mut self, s: usize, ask: &Ask) {
        let holders: BTreeMap<PostIx, Column> = self.seats[s].holders.clone();
        let hours = self.groups[self.seats[s].group].hours;
        if hours <= 0.0 {
            return;
        }
        for (matter, _) in self.open_matters() {
            for step in ask.steps(self.unit, matter) {
                let post = self.unit.post_for(&self.unit[matter], step);
                if !holders.contains_key(&post) {
                    continue;
                }
                let size = u32::try_from(self.seats[s].size).unwrap_or(u32::MAX);
                let most = f64::from(step.people.min(size));
                let name = format!("x_{s}_{}_{}", matter.0, step.step.id());
                let share = self.program.continuous(name, 0.0, most);
                let costless = ask.costless.contains(&(matter, step.step));
                let load = if costless { 0.0 } else { hours_alone(self.unit, matter, step) / hours };
                let work = SeatWork { matter, step: step.step, post, share, load, people: step.people };
                self.seats[s].work.push(work);
            }
        }
    }
}
