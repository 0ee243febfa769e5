//! Who works away from home, as columns: what a plan is compared by when it is to differ from others.

use super::Model;
use crate::model::{Mover, Moves, SectionIx};
use crate::optimise::count_of;
use crate::optimise::engine::program::{Column, Objective, Sense};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that count who works where.
#[derive(Default)]
pub(in crate::optimise) struct Flows {
    /// y: members of a counted group, of one kind, who sit in bundles of a set of sections.
    pub(in crate::optimise) seated: BTreeMap<(usize, Mover, BTreeSet<SectionIx>), Column>,
    /// Columns whose sum is the number of people of a kind who work in a section away from home.
    away: BTreeMap<(Mover, SectionIx), Vec<Column>>,
    /// Columns whose sum is the number of people moved, or more.
    moved: Vec<Column>,
}

impl Flows {
    /// min people moved.
    pub(in crate::optimise) fn moved(&self) -> Objective {
        let terms = self.moved.iter().map(|column| (*column, 1.0)).collect();
        Objective { maximise: false, terms, constant: 0.0 }
    }
}

impl Model<'_> {
    /// Counted: y_gat members of group g and kind a sit in bundles of the sections t;
    /// Σ_a y_gat = Σ_{b of t} n_gb, Σ_t y_gat = members of kind a.
    /// Named: at_ps = 1 where p holds a working post of section s away from home.
    pub(in crate::optimise) fn flows(&mut self) -> Flows {
        let mut flows = Flows::default();
        for g in 0..self.groups.len() {
            if self.groups[g].bundles.is_some() {
                self.flows_of_counted(g, &mut flows);
            }
        }
        for s in 0..self.seats.len() {
            if self.seats[s].bundle.is_none() {
                self.flows_of_named(s, &mut flows);
            }
        }
        flows
    }

    fn flows_of_counted(&mut self, g: usize, flows: &mut Flows) {
        let mut counts: BTreeMap<BTreeSet<SectionIx>, Vec<Column>> = BTreeMap::new();
        for seat in self.seats.iter().filter(|seat| seat.group == g) {
            let sections = self.sections_of(seat.holders.keys());
            counts.entry(sections).or_default().extend(seat.holders.values().next());
        }
        let mut kinds: BTreeMap<Mover, usize> = BTreeMap::new();
        for person in &self.groups[g].members {
            *kinds.entry(Mover::of(self.unit, *person)).or_default() += 1;
        }
        let mut of_kind: BTreeMap<Mover, Vec<(Column, f64)>> = BTreeMap::new();
        for (t, (sections, counts)) in counts.into_iter().enumerate() {
            let mut terms: Vec<_> = counts.into_iter().map(|count| (count, -1.0)).collect();
            for (a, (kind, people)) in kinds.iter().enumerate() {
                let seated = self.program.integer(format!("y_{g}_{a}_{t}"), count_of(*people));
                let away: Vec<_> = sections.iter().copied().filter(|section| Some(*section) != kind.home).collect();
                flows.moved.extend((!away.is_empty()).then_some(seated));
                for section in away {
                    flows.away.entry((*kind, section)).or_default().push(seated);
                }
                terms.push((seated, 1.0));
                of_kind.entry(*kind).or_default().push((seated, 1.0));
                flows.seated.insert((g, *kind, sections.clone()), seated);
            }
            self.program.row(format!("y_{g}_of_{t}"), terms, Sense::Equal, 0.0);
        }
        for (a, (kind, terms)) in of_kind.into_iter().enumerate() {
            self.program.row(format!("y_{g}_{a}"), terms, Sense::Equal, count_of(kinds[&kind]));
        }
    }

    fn flows_of_named(&mut self, s: usize, flows: &mut Flows) {
        let person = self.groups[self.seats[s].group].members[0];
        let kind = Mover::of(self.unit, person);
        let mut by_section: BTreeMap<SectionIx, Vec<Column>> = BTreeMap::new();
        for (post, column) in &self.seats[s].holders {
            let at = self.unit[*post];
            if at.is_working() && !self.unit[person].belongs_to(at.section) {
                by_section.entry(at.section).or_default().push(*column);
            }
        }
        if by_section.is_empty() {
            return;
        }
        let moved = self.program.continuous(format!("away_{s}"), 0.0, 1.0);
        flows.moved.push(moved);
        for (section, posts) in by_section {
            let name = format!("at_{s}_{}", section.0);
            let at = self.program.continuous(name.clone(), 0.0, 1.0);
            for post in &posts {
                let terms = vec![(*post, 1.0), (at, -1.0)];
                self.program.row(format!("{name}_{}", post.0), terms, Sense::AtMost, 0.0);
            }
            let mut terms = vec![(at, 1.0)];
            terms.extend(posts.into_iter().map(|post| (post, -1.0)));
            self.program.row(name.clone(), terms, Sense::AtMost, 0.0);
            self.program.row(format!("{name}_moved"), vec![(at, 1.0), (moved, -1.0)], Sense::AtMost, 0.0);
            flows.away.entry((kind, section)).or_default().push(at);
        }
    }

    /// max d, d ≤ Σ |F_as − q_as| for each of the moves q listed: as far as possible from the nearest of them.
    ///
    /// F_as counts the people of kind a who work in section s. Where q = 0, |F − q| = F; otherwise
    /// F − q = up − down, up ≤ (most − q) × o, down ≤ q × (1 − o), o ∈ {0, 1}, and |F − q| = up + down.
    pub(in crate::optimise) fn farthest_from(&mut self, flows: &Flows, listed: &[Moves]) -> Objective {
        let far =
            self.program.integer("d".to_owned(), 2.0 * count_of(self.unit.people.len() * self.unit.sections.len()));
        for (i, moves) in listed.iter().enumerate() {
            let there: BTreeMap<_, _> = moves.iter().collect();
            let mut terms = vec![(far, 1.0)];
            for (at, columns) in &flows.away {
                match there.get(at) {
                    None => terms.extend(columns.iter().map(|column| (*column, -1.0))),
                    Some(people) => {
                        let name = format!("d_{i}_{}", columns[0].0);
                        terms.extend(self.apart_from(&name, columns, at.0, *people));
                    }
                }
            }
            self.program.row(format!("d_{i}"), terms, Sense::AtMost, 0.0);
        }
        Objective { maximise: true, terms: vec![(far, 1.0)], constant: 0.0 }
    }

    /// −|F − q| as terms, for q > 0.
    fn apart_from(&mut self, name: &str, columns: &[Column], kind: Mover, people: u32) -> [(Column, f64); 2] {
        let most = self.unit.present().filter(|(person, _)| Mover::of(self.unit, *person) == kind).count();
        let (q, room) = (f64::from(people), count_of(most) - f64::from(people));
        let above = self.program.integer(format!("{name}_o"), 1.0);
        let up = self.program.continuous(format!("{name}_up"), 0.0, room.max(0.0));
        let down = self.program.continuous(format!("{name}_down"), 0.0, q);
        let mut terms: Vec<_> = columns.iter().map(|column| (*column, 1.0)).collect();
        terms.extend([(up, -1.0), (down, 1.0)]);
        self.program.row(format!("{name}_is"), terms, Sense::Equal, q);
        self.program.row(format!("{name}_above"), vec![(up, 1.0), (above, -room)], Sense::AtMost, 0.0);
        self.program.row(format!("{name}_below"), vec![(down, 1.0), (above, q)], Sense::AtMost, q);
        [(up, -1.0), (down, -1.0)]
    }
}
