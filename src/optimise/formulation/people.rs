//! The stages about people: who goes without a post, who moves, which posts have a backup.

use super::Model;
use crate::model::{PostIx, SectionIx, Unit};
use crate::optimise::count_of;
use crate::optimise::engine::program::{Column, Objective, Sense};
use std::collections::{BTreeMap, BTreeSet};

impl Model<'_> {
    /// min Σ e_p: people present without a post. Who may hold none is counted too.
    pub(in crate::optimise) fn placement(&self) -> Objective {
        let idle: usize = self.groups.iter().filter(|g| g.posts.is_empty()).map(|g| g.members.len()).sum();
        let terms = self.unplaced.values().map(|column| (*column, 1.0)).collect();
        Objective { maximise: false, terms, constant: count_of(idle) }
    }

    /// min people who hold a handle or review post outside their home section.
    ///
    /// Counted: people of the group − Σ_h stay_gh − people in bundles of no section,
    /// stay_gh ≤ members with home h, stay_gh ≤ people in bundles of section h alone.
    /// Named: mv_p ≥ h_pk for every working post k elsewhere.
    pub(in crate::optimise) fn moves(&mut self) -> Objective {
        let mut objective = Objective::default();
        for g in 0..self.groups.len() {
            if self.groups[g].bundles.is_some() {
                self.moves_of_counted(g, &mut objective);
            }
        }
        for s in 0..self.seats.len() {
            if self.seats[s].bundle.is_none() {
                self.moves_of_named(s, &mut objective);
            }
        }
        objective
    }

    fn moves_of_counted(&mut self, g: usize, objective: &mut Objective) {
        let mut by_section: BTreeMap<SectionIx, Vec<Column>> = BTreeMap::new();
        for seat in self.seats.iter().filter(|seat| seat.group == g) {
            let Some(count) = seat.holders.values().next() else { continue };
            let mut sections = self.sections_of(seat.holders.keys()).into_iter();
            match (sections.next(), sections.next()) {
                (None, _) => objective.terms.push((*count, -1.0)),
                (Some(only), None) => by_section.entry(only).or_default().push(*count),
                _ => {}
            }
        }
        if !self.groups[g].posts.is_empty() {
            objective.constant += count_of(self.groups[g].members.len());
        }
        for (section, counts) in by_section {
            let at_home = self.groups[g].members.iter().filter(|p| self.unit[**p].home == Some(section)).count();
            if at_home == 0 {
                continue;
            }
            let seated: f64 = counts.iter().map(|count| self.program.columns[count.0].start).sum();
            let stay = self.program.continuous(format!("stay_{g}_{}", section.0), 0.0, count_of(at_home));
            self.program.columns[stay.0].start = seated.min(count_of(at_home));
            let mut terms = vec![(stay, 1.0)];
            terms.extend(counts.into_iter().map(|count| (count, -1.0)));
            self.program.row(format!("stay_{g}_{}", section.0), terms, Sense::AtMost, 0.0);
            objective.terms.push((stay, -1.0));
        }
    }

    fn moves_of_named(&mut self, s: usize, objective: &mut Objective) {
        let seat = &self.seats[s];
        let person = &self.unit[self.groups[seat.group].members[0]];
        let away: Vec<Column> = seat
            .holders
            .iter()
            .filter(|(post, _)| self.unit[**post].is_working() && !person.belongs_to(self.unit[**post].section))
            .map(|(_, column)| *column)
            .collect();
        if away.is_empty() {
            return;
        }
        let moved = self.program.continuous(format!("mv_{s}"), 0.0, 1.0);
        let starts = away.iter().map(|column| self.program.columns[column.0].start);
        self.program.columns[moved.0].start = starts.fold(0.0, f64::max);
        for column in away {
            let terms = vec![(column, 1.0), (moved, -1.0)];
            self.program.row(format!("mv_{s}_{}", column.0), terms, Sense::AtMost, 0.0);
        }
        objective.terms.push((moved, 1.0));
    }

    /// Lets the members of a group stay away, and counts those of them who do not, beyond the first `free`.
    ///
    /// Counted: w ≥ Σ_b n_gb − free. Named: w ≥ h_pk for every post k.
    pub(in crate::optimise) fn hire_at_will(&mut self, g: usize, free: usize) -> Column {
        let size = self.groups[g].members.len();
        let hired = self.program.integer(format!("w_{g}"), count_of(size - free));
        let seats = self.seats.iter().filter(|seat| seat.group == g);
        let (counted, named): (Vec<_>, Vec<_>) = seats.partition(|seat| seat.bundle.is_some());
        let mut all: Vec<_> =
            counted.iter().filter_map(|seat| seat.holders.values().next()).map(|count| (*count, 1.0)).collect();
        let posts: Vec<Column> = named.iter().flat_map(|seat| seat.holders.values()).copied().collect();
        if !all.is_empty() {
            all.push((hired, -1.0));
            self.program.row(format!("w_{g}"), all, Sense::AtMost, count_of(free));
        }
        for post in posts {
            self.program.row(format!("w_{g}_{}", post.0), vec![(post, 1.0), (hired, -1.0)], Sense::AtMost, 0.0);
        }
        if let Some(row) = self.seated.get(&g).and_then(|row| self.program.rows.get_mut(*row)) {
            match row.sense {
                Sense::AtLeast => row.rhs = 0.0,
                Sense::Equal | Sense::AtMost => row.sense = Sense::AtMost,
            }
        }
        hired
    }

    /// Lets somebody of a group go without a post.
    pub(in crate::optimise) fn let_stand_by(&mut self, group: usize) {
        if let Some(row) = self.seated.get(&group).and_then(|row| self.program.rows.get_mut(*row)) {
            (row.sense, row.rhs) = (Sense::AtLeast, 0.0);
        }
    }

    /// Columns whose sum is at most the number of different people who hold any of some posts, and can reach it.
    pub(in crate::optimise) fn people_at(&mut self, posts: &[PostIx]) -> Vec<Column> {
        let mut people = Vec::new();
        for s in 0..self.seats.len() {
            let seat = &self.seats[s];
            let holders: BTreeSet<Column> = posts.iter().filter_map(|post| seat.holders.get(post)).copied().collect();
            let mut columns = holders.into_iter();
            match (columns.next(), columns.next()) {
                (Some(only), None) => people.push(only),
                (Some(first), Some(second)) => {
                    let there = self.program.continuous(format!("at_{s}"), 0.0, 1.0);
                    let mut terms = vec![(there, 1.0), (first, -1.0), (second, -1.0)];
                    terms.extend(columns.map(|column| (column, -1.0)));
                    self.program.row(format!("at_{s}"), terms, Sense::AtMost, 0.0);
                    people.push(there);
                }
                _ => {}
            }
        }
        people
    }

    /// Sections of the working posts among `posts`.
    pub(in crate::optimise) fn sections_of<'p>(&self, posts: impl Iterator<Item = &'p PostIx>) -> BTreeSet<SectionIx> {
        posts.map(|post| self.unit[*post]).filter(|post| post.is_working()).map(|post| post.section).collect()
    }

    /// max Σ b_k: posts with one holder more than a case needs; (people_k + 1) × b_k ≤ holders of k, b_k ∈ {0, 1}.
    pub(in crate::optimise) fn backups(&mut self) -> Objective {
        let mut objective = Objective { maximise: true, ..Objective::default() };
        for (post, people) in people_by_post(self.unit) {
            let holders: Vec<Column> = self.holders_of(post).collect();
            let held: f64 = holders.iter().map(|column| self.program.columns[column.0].start).sum();
            let enough = f64::from(people + 1);
            let backed = self.program.integer(format!("b_{}", post.0), 1.0);
            self.program.columns[backed.0].start = if held >= enough - 0.5 { 1.0 } else { 0.0 };
            let mut terms = vec![(backed, enough)];
            terms.extend(holders.into_iter().map(|column| (column, -1.0)));
            self.program.row(format!("b_{}", post.0), terms, Sense::AtMost, 0.0);
            objective.terms.push((backed, 1.0));
        }
        objective
    }
}

/// Different people that one case needs at each post at which anything arrives.
pub(in crate::optimise) fn people_by_post(unit: &Unit) -> BTreeMap<PostIx, u32> {
    let mut needed: BTreeMap<PostIx, u32> = BTreeMap::new();
    for (_, matter) in unit.open_matters() {
        for step in &matter.steps {
            let people = needed.entry(unit.post_for(matter, step)).or_default();
            *people = step.people.max(*people);
        }
    }
    needed
}
