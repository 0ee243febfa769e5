//! Sections that are to have a number of people of their own.
//!
//! Such a number is kept as far as there are people. How far that is, is counted before anything is solved: people are
//! matched with places, section after section in the order of the scenario, so that of two sections the earlier one
//! comes first. The matching is where the search starts, so the start keeps what is demanded.

use super::Model;
use super::rights::Rights;
use crate::model::{PersonIx, PostIx, SectionIx, Unit};
use crate::optimise::engine::program::{Column, Sense};
use crate::optimise::{DutyTable, count_of};
use std::collections::{BTreeMap, BTreeSet};

/// How many people each section can have of its own, and who they are at the start.
#[derive(Debug, Default)]
pub(in crate::optimise) struct Minima {
    /// People that each section is to have; none where there are too few.
    wanted: BTreeMap<SectionIx, usize>,
    /// Whom the start puts where.
    seats: BTreeMap<PersonIx, SectionIx>,
}

impl Minima {
    /// Matches people with the places of sections. Relatives are left out, since who of them may sit where depends on
    /// the others; and whoever is split between sections is in none of them alone.
    pub(in crate::optimise) fn of(unit: &Unit, rights: &Rights) -> Self {
        let mut minima = Self::default();
        for (section, minimum) in unit.sections().map(|(ix, section)| (ix, section.minimum)).filter(|(_, m)| *m > 0) {
            for _ in 0..minimum {
                if !minima.seat(unit, rights, section, &mut BTreeSet::new()) {
                    break;
                }
                *minima.wanted.entry(section).or_default() += 1;
            }
        }
        minima
    }

    /// Finds one more person for a section, if need be by finding another for the place that they leave.
    fn seat(&mut self, unit: &Unit, rights: &Rights, section: SectionIx, tried: &mut BTreeSet<PersonIx>) -> bool {
        for (person, _) in unit.present().filter(|(ix, _)| counts(unit, *ix) && !Rights::has_kin(unit, *ix)) {
            let may =
                rights.posts[person.0].iter().any(|post| unit[*post].is_working() && unit[*post].section == section);
            // Whoever sits here already is no help here.
            if !may || self.seats.get(&person) == Some(&section) || !tried.insert(person) {
                continue;
            }
            if self.seats.get(&person).copied().is_none_or(|left| self.seat(unit, rights, left, tried)) {
                self.seats.insert(person, section);
                return true;
            }
        }
        false
    }

    /// Whether a duty table keeps what can be kept.
    pub(in crate::optimise) fn keeps(&self, unit: &Unit, held: &DutyTable) -> bool {
        self.wanted.iter().all(|(section, wanted)| {
            let of = |person: PersonIx| {
                let posts = held.range((person, PostIx(0))..=(person, PostIx(usize::MAX))).map(|(_, post)| unit[*post]);
                posts.filter(|post| post.is_working()).map(|post| post.section).collect::<BTreeSet<_>>()
            };
            let here = |person: &PersonIx| counts(unit, *person) && of(*person) == BTreeSet::from([*section]);
            unit.present().map(|(person, _)| person).filter(here).count() >= *wanted
        })
    }
}

/// Whether a person can be of one section alone.
fn counts(unit: &Unit, person: PersonIx) -> bool {
    unit[person].terms.split.is_empty()
}

impl Model<'_> {
    /// Σ_b n_gb over bundles of the section alone + Σ_p only_ps ≥ people of the section;
    /// only_ps ≤ Σ_k h_pk over its posts k, only_ps + h_pl ≤ 1 for working posts l elsewhere.
    pub(super) fn keep_minima(&mut self) {
        for (section, wanted) in self.minima.wanted.clone() {
            let mut terms = Vec::new();
            for s in 0..self.seats.len() {
                let there = self.sections_of(self.seats[s].holders.keys());
                if self.seats[s].bundle.is_some() {
                    let count = self.seats[s].holders.values().next().copied();
                    terms.extend(count.filter(|_| there == BTreeSet::from([section])).map(|count| (count, 1.0)));
                } else if there.contains(&section) && counts(self.unit, self.groups[self.seats[s].group].members[0]) {
                    terms.push((self.only(s, section), 1.0));
                }
            }
            self.program.row(format!("minimum_{}", section.0), terms, Sense::AtLeast, count_of(wanted));
        }
    }

    /// 1 at most where a named person works in one section and nowhere else.
    fn only(&mut self, s: usize, section: SectionIx) -> Column {
        let person = self.groups[self.seats[s].group].members[0];
        let name = format!("only_{s}_{}", section.0);
        let only = self.program.continuous(name.clone(), 0.0, 1.0);
        let is_there = self.minima.seats.get(&person) == Some(&section);
        self.program.columns[only.0].start = if is_there { 1.0 } else { 0.0 };
        let working = |post: &PostIx| self.unit[*post].is_working();
        let posts = self.seats[s].holders.iter().filter(|(post, _)| working(post));
        let (here, elsewhere): (Vec<_>, Vec<_>) = posts.partition(|(post, _)| self.unit[**post].section == section);
        let here: Vec<Column> = here.into_iter().map(|(_, column)| *column).collect();
        let elsewhere: Vec<Column> = elsewhere.into_iter().map(|(_, column)| *column).collect();
        let mut terms = vec![(only, 1.0)];
        terms.extend(here.into_iter().map(|column| (column, -1.0)));
        self.program.row(name.clone(), terms, Sense::AtMost, 0.0);
        for column in elsewhere {
            let terms = vec![(only, 1.0), (column, 1.0)];
            self.program.row(format!("{name}_{}", column.0), terms, Sense::AtMost, 1.0);
        }
        only
    }

    /// The post of a named person at the start: in the section that counts on them, else the first.
    pub(super) fn first_post(&self, g: usize) -> Option<PostIx> {
        let section = self.minima.seats.get(&self.groups[g].members[0]);
        let there = |post: &&PostIx| self.unit[**post].is_working() && Some(&self.unit[**post].section) == section;
        let posts = &self.groups[g].posts;
        posts.iter().find(there).or_else(|| posts.first()).copied()
    }

    /// How many of a counted group hold each of its bundles at the start.
    pub(super) fn first_counts(&self, g: usize) -> Vec<usize> {
        let group = &self.groups[g];
        let bundles = group.bundles.as_deref().unwrap_or_default();
        let mut counts = vec![0; bundles.len()];
        for person in &group.members {
            let section = self.minima.seats.get(person).copied();
            let of_it = |section: SectionIx| {
                bundles.iter().position(|bundle| self.sections_of(bundle.iter()) == BTreeSet::from([section]))
            };
            let bundle = section.and_then(of_it).unwrap_or_default();
            if let Some(count) = counts.get_mut(bundle) {
                *count += 1;
            }
        }
        counts
    }
}
