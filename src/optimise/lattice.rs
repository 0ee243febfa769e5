//! The lattice: the best service of a unit whose sections share nothing but people, without a search.
//!
//! Such a unit is a sum of sections. For each section the staffings worth having are listed with what they serve
//! (`options`, by the exact programs of `levels`); a table over all headcounts adds them up (`table`). It answers every
//! staffing inside the box of the people there, exactly. What it can do and why it is exact: `docs/model.md`.

mod levels;
mod options;
mod separable;
mod table;

use self::options::{Choice, UNIT, choices};
use self::separable::{Pieces, pieces};
use self::table::Table;
use super::DutyTable;
use super::formulation::rights::Rights;
use crate::model::{PersonIx, PostIx, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The table of a unit with what is needed to walk back to people.
pub(super) struct Lattice {
    pieces: Pieces,
    sections: Vec<Vec<Choice>>,
    table: Table,
}

impl Lattice {
    /// The lattice of a unit; `None` where sections share more than people, or where there are too many staffings.
    pub(super) fn of(unit: &Unit) -> Option<Self> {
        let pieces = pieces(unit, &Rights::of(unit))?;
        let sections: Vec<Vec<Choice>> =
            pieces.sections.iter().map(|section| choices(unit, section, &pieces.crews)).collect::<Option<_>>()?;
        let table = Table::of(&pieces.crews, &sections, unit.tiers.len())?;
        Some(Self { pieces, sections, table })
    }

    /// Everyone there, by crew.
    fn everyone(&self) -> Vec<u8> {
        // A crew beyond a byte has no table: its box would be too large.
        self.pieces.crews.iter().map(|crew| u8::try_from(crew.size).unwrap_or(u8::MAX)).collect()
    }

    /// The best weighted service by tier with everyone there, to 10⁻¹².
    pub(super) fn service(&self) -> Vec<Decimal> {
        let scaled = self.table.service(&self.everyone()).iter();
        scaled.map(|sum| (Decimal::from(*sum) / Decimal::from(UNIT)).normalize()).collect()
    }

    /// A duty table that serves as much, with everyone who may hold a post at one: whoever can stays at home.
    pub(super) fn duty_table(&self, unit: &Unit) -> DutyTable {
        let mut held = DutyTable::new();
        let mut free: Vec<Vec<PersonIx>> =
            self.pieces.crews.iter().map(|crew| self.pieces.groups[crew.group].members.clone()).collect();
        let chosen = self.table.choices(&self.everyone(), &self.sections);
        let mut wanted: BTreeMap<(usize, PostIx), u8> = BTreeMap::new();
        for ((section, choices), index) in self.pieces.sections.iter().zip(&self.sections).zip(chosen) {
            for ((post, _), holders) in section.posts.iter().zip(&choices[index].holders) {
                for (crew, count) in holders.iter().enumerate().filter(|(_, count)| **count > 0) {
                    *wanted.entry((crew, *post)).or_default() += count;
                }
            }
        }
        // First at home, then wherever somebody is still wanted.
        for only_home in [true, false] {
            for ((crew, post), count) in &mut wanted {
                let home = unit[*post].section;
                while *count > 0 {
                    let fits = |person: &PersonIx| !only_home || unit[*person].home == Some(home);
                    let Some(place) = free[*crew].iter().position(fits) else { break };
                    held.insert((free[*crew].remove(place), *post));
                    *count -= 1;
                }
            }
        }
        for (crew, left) in self.pieces.crews.iter().zip(free) {
            for person in left {
                let at_home = |post: &&PostIx| Some(unit[**post].section) == unit[person].home;
                let post = crew.posts.iter().find(at_home).or_else(|| crew.posts.first());
                held.extend(post.map(|post| (person, *post)));
            }
        }
        held.extend(self.leaders(unit));
        held
    }

    /// Every leader holds every post of approval.
    fn leaders<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = (PersonIx, PostIx)> + 'a {
        let approving = self.pieces.groups.iter().filter(|group| group.posts.iter().any(|p| !unit[*p].is_working()));
        approving.flat_map(|g| g.members.iter().flat_map(|person| g.posts.iter().map(|post| (*person, *post))))
    }
}
