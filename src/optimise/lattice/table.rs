//! The best service of every staffing: section by section over the box of headcounts (max-plus).
//!
//! V₀ = 0, V_s[c] = max over the choices a ≤ c of section s of V_{s−1}[c − a] + service(a), compared tier by tier.
//! Vectors add up over sections and their order keeps under addition, so each V_s[c] is the optimum of its sections.

use super::options::Choice;
use super::separable::Crew;

/// Past this many cells, or cell by choice, the box is left to the engines.
const MOST_CELLS: usize = 300_000;
const MOST_WORK: usize = 60_000_000;

/// Headcounts of up to 16 crews side by side, seven bits each, so that all are compared at once.
#[derive(Debug, Clone, Copy)]
struct Packed(u128);

/// Most crews, and most people of one, that can be packed.
const MOST_CREWS: usize = 16;
const MOST_PEOPLE: u32 = 127;

impl Packed {
    /// The eighth bit of every count.
    const BORROW: u128 = u128::from_ne_bytes([0x80; 16]);

    fn of(counts: &[u8]) -> Self {
        Self(counts.iter().fold(0, |packed, count| packed << 8 | u128::from(*count)))
    }

    /// Whether no count of `other` is larger: then no subtraction borrows.
    const fn holds(self, other: Self) -> bool {
        ((self.0 | Self::BORROW) - other.0) & Self::BORROW == Self::BORROW
    }
}

/// The table with the way back.
pub(super) struct Table {
    sizes: Vec<usize>,
    tiers: usize,
    /// Service by cell and tier.
    service: Vec<i64>,
    /// Per section, the choice taken in each cell.
    taken: Vec<Vec<u32>>,
}

impl Table {
    /// Fills the box; `None` where it is too large.
    pub(super) fn of(crews: &[Crew], sections: &[Vec<Choice>], tiers: usize) -> Option<Self> {
        let sizes: Vec<usize> = crews.iter().map(|crew| crew.size as usize + 1).collect();
        if crews.len() > MOST_CREWS || crews.iter().any(|crew| crew.size > MOST_PEOPLE) {
            return None;
        }
        let cells = sizes.iter().try_fold(1_usize, |cells, size| cells.checked_mul(*size))?;
        let choices: usize = sections.iter().map(Vec::len).sum();
        if cells > MOST_CELLS || cells.checked_mul(choices)? > MOST_WORK {
            return None;
        }
        let mut table = Self { sizes, tiers, service: vec![0; cells * tiers], taken: Vec::new() };
        for choices in sections {
            table.add(choices, cells);
        }
        Some(table)
    }

    fn add(&mut self, choices: &[Choice], cells: usize) {
        let takes: Vec<(usize, Packed)> =
            choices.iter().map(|choice| (self.offset(&choice.taken), Packed::of(&choice.taken))).collect();
        let mut service = vec![i64::MIN; cells * self.tiers];
        let mut chosen = vec![0; cells];
        let mut sum = vec![0; self.tiers];
        for (cell, chosen) in chosen.iter_mut().enumerate() {
            let best = cell * self.tiers..(cell + 1) * self.tiers;
            let there = Packed::of(&self.counts(cell));
            for (index, (offset, take)) in takes.iter().enumerate() {
                if !there.holds(*take) {
                    continue;
                }
                let rest = &self.service[(cell - offset) * self.tiers..][..self.tiers];
                for ((sum, rest), here) in sum.iter_mut().zip(rest).zip(&choices[index].service) {
                    *sum = rest + here;
                }
                if sum[..] > service[best.clone()] {
                    service[best.clone()].copy_from_slice(&sum);
                    // There are fewer choices than work allowed, which fits.
                    *chosen = u32::try_from(index).unwrap_or_default();
                }
            }
        }
        self.service = service;
        self.taken.push(chosen);
    }

    /// People of each crew in a cell.
    fn counts(&self, mut cell: usize) -> Vec<u8> {
        let mut counts = vec![0; self.sizes.len()];
        for (count, size) in counts.iter_mut().zip(&self.sizes).rev() {
            // Sizes are below the room of a packed count.
            *count = u8::try_from(cell % size).unwrap_or(u8::MAX);
            cell /= size;
        }
        counts
    }

    fn offset(&self, counts: &[u8]) -> usize {
        counts.iter().zip(&self.sizes).fold(0, |cell, (count, size)| cell * size + usize::from(*count))
    }

    /// Service by tier with so many people of each crew, in units of [`super::options::UNIT`].
    pub(super) fn service(&self, counts: &[u8]) -> &[i64] {
        let cell = self.offset(counts) * self.tiers;
        &self.service[cell..cell + self.tiers]
    }

    /// The choice of each section in the best staffing with so many people of each crew.
    pub(super) fn choices(&self, counts: &[u8], sections: &[Vec<Choice>]) -> Vec<usize> {
        let mut cell = self.offset(counts);
        let mut chosen = vec![0; sections.len()];
        for (section, taken) in self.taken.iter().enumerate().rev() {
            chosen[section] = taken[cell] as usize;
            cell -= self.offset(&sections[section][chosen[section]].taken);
        }
        chosen
    }
}
