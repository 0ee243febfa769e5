//! People who are named one by one: the rules on one person as rows.

use super::rights::Rights;
use super::{Model, Seat};
use crate::model::{PersonIx, PostIx, Unit};
use crate::optimise::count_of;
use crate::optimise::engine::program::{Column, Sense};
use std::collections::BTreeMap;

impl Model<'_> {
    /// h_pk ∈ {0, 1}: person p holds post k. Starts at the first post, or with relatives at none.
    pub(super) fn add_named_seat(&mut self, g: usize) {
        let has_kin = Rights::has_kin(self.unit, self.groups[g].members[0]);
        let first = self.first_post(g).filter(|_| !has_kin);
        let mut holders = BTreeMap::new();
        for post in &self.groups[g].posts {
            let column = self.program.integer(format!("h_{g}_{}", post.0), 1.0);
            self.program.columns[column.0].start = if first == Some(*post) { 1.0 } else { 0.0 };
            holders.insert(*post, column);
        }
        self.keep_posts_apart(g, &holders);
        self.limit_by(g, &holders, "duty", 1, |unit, post| {
            (unit.rules.duty_groups && unit[post].is_working()).then(|| unit[post].duty as usize)
        });
        let most = self.rights.most_sections_of(&self.unit[self.groups[g].members[0]]);
        self.limit_by(g, &holders, "section", most, |unit, post| unit[post].is_working().then(|| unit[post].section.0));
        self.seat_somewhere(g, &holders, has_kin);
        self.seats.push(Seat { group: g, bundle: None, size: 1, holders, work: Vec::new() });
    }

    /// h_pa + h_pb ≤ 1 for posts kept apart.
    fn keep_posts_apart(&mut self, g: usize, holders: &BTreeMap<PostIx, Column>) {
        for (a, column_a) in holders {
            for (b, column_b) in holders.range(a..).skip(1) {
                if !self.rights.compatible(*a, *b) {
                    let terms = vec![(*column_a, 1.0), (*column_b, 1.0)];
                    self.program.row(format!("apart_{g}_{}_{}", a.0, b.0), terms, Sense::AtMost, 1.0);
                }
            }
        }
    }

    /// h_pk ≤ u_pc for the class c of post k, Σ_c u_pc ≤ most: at most `most` classes.
    fn limit_by(
        &mut self,
        g: usize,
        holders: &BTreeMap<PostIx, Column>,
        what: &str,
        most: usize,
        class: impl Fn(&Unit, PostIx) -> Option<usize>,
    ) {
        let mut by_class: BTreeMap<usize, Vec<Column>> = BTreeMap::new();
        for (post, column) in holders {
            if let Some(class) = class(self.unit, *post) {
                by_class.entry(class).or_default().push(*column);
            }
        }
        if by_class.len() <= most {
            return;
        }
        let mut classes = Vec::new();
        for (class, columns) in by_class {
            let uses = self.program.continuous(format!("{what}_{g}_{class}"), 0.0, 1.0);
            let starts = columns.iter().map(|column| self.program.columns[column.0].start);
            self.program.columns[uses.0].start = starts.fold(0.0, f64::max);
            classes.push((uses, 1.0));
            for column in columns {
                let terms = vec![(column, 1.0), (uses, -1.0)];
                self.program.row(format!("{what}_{g}_{}", column.0), terms, Sense::AtMost, 0.0);
            }
        }
        self.program.row(format!("{what}_{g}"), classes, Sense::AtMost, count_of(most));
    }

    /// Σ_k h_pk + e_p ≥ 1: everyone has a post; e_p lets a person with relatives go without.
    fn seat_somewhere(&mut self, g: usize, holders: &BTreeMap<PostIx, Column>, has_kin: bool) {
        if holders.is_empty() {
            return;
        }
        let mut terms: Vec<_> = holders.values().map(|column| (*column, 1.0)).collect();
        if has_kin {
            let without = self.program.integer(format!("e_{g}"), 1.0);
            self.program.columns[without.0].start = 1.0;
            self.unplaced.insert(g, without);
            terms.push((without, 1.0));
        }
        self.seated.insert(g, self.program.rows.len());
        self.program.row(format!("seated_{g}"), terms, Sense::AtLeast, 1.0);
    }

    /// h_ak + h_bl ≤ 1 for relatives a, b and posts k, l that meet on a matter.
    pub(super) fn keep_kin_apart(&mut self) {
        let seat_of: BTreeMap<PersonIx, usize> = self
            .seats
            .iter()
            .enumerate()
            .filter(|(_, seat)| seat.bundle.is_none())
            .map(|(s, seat)| (self.groups[seat.group].members[0], s))
            .collect();
        for (a, b) in self.unit.rules.kin.iter().flatten() {
            let (Some(seat_a), Some(seat_b)) = (seat_of.get(a), seat_of.get(b)) else { continue };
            let (seat_a, seat_b) = (&self.seats[*seat_a], &self.seats[*seat_b]);
            for (k, l) in &self.rights.shared_matter {
                if let (Some(one), Some(other)) = (seat_a.holders.get(k), seat_b.holders.get(l)) {
                    let name = format!("kin_{}_{}", one.0, other.0);
                    self.program.row(name, vec![(*one, 1.0), (*other, 1.0)], Sense::AtMost, 1.0);
                }
            }
        }
    }
}
