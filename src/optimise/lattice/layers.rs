//! The best service of every staffing: section by section over the box of headcounts (max-plus).
//!
//! V₀ = 0, V_s[c] = max over the choices a ≤ c of section s of V_{s−1}[c − a] + values(a), compared place by place.
//! Vectors add up over sections and their order keeps under addition, so each V_s[c] is the optimum of its sections.

use super::options::Choice;
use crate::optimise::formulation::bundles::Bundle;
use std::sync::Arc;

/// Past this many cells, or cell by choice, the box is left to the engines.
const MOST_CELLS: usize = 300_000;
const MOST_WORK: usize = 60_000_000;

/// Headcounts of up to 16 crews side by side, seven bits each, so that all are compared at once.
#[derive(Debug, Clone, Copy)]
struct Packed(u128);

/// Most crews, and most people of one, that can be packed.
const MOST_CREWS: usize = 16;
const MOST_PEOPLE: u8 = 127;

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

/// Every staffing of so many crews of at most so many people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    sizes: Vec<u8>,
    cells: usize,
}

impl Counts {
    /// The box; `None` where it is too large.
    pub(super) fn of(sizes: Vec<u8>) -> Option<Self> {
        if sizes.len() > MOST_CREWS || sizes.iter().any(|size| *size > MOST_PEOPLE) {
            return None;
        }
        let cells = sizes.iter().try_fold(1_usize, |cells, size| cells.checked_mul(usize::from(*size) + 1))?;
        (cells <= MOST_CELLS).then_some(Self { sizes, cells })
    }

    /// Whether the work of adding so many choices is bearable.
    pub(super) fn bears(&self, choices: usize) -> bool {
        self.cells.checked_mul(choices).is_some_and(|work| work <= MOST_WORK)
    }

    /// Crews of the box.
    pub(super) const fn crews(&self) -> usize {
        self.sizes.len()
    }

    /// From the counts of a cell to those of the next.
    fn next(&self, counts: &mut [u8]) {
        for (count, size) in counts.iter_mut().zip(&self.sizes).rev() {
            if *count < *size {
                *count += 1;
                return;
            }
            *count = 0;
        }
    }

    fn cell(&self, counts: &[u8]) -> usize {
        counts
            .iter()
            .zip(&self.sizes)
            .fold(0, |cell, (count, size)| cell * (usize::from(*size) + 1) + usize::from(*count))
    }
}

/// The choices of one section as the box sees them.
#[derive(Debug)]
pub(super) struct Part {
    /// Index among the pieces of the unit.
    pub(super) piece: usize,
    /// Number of the section among those known.
    pub(super) number: usize,
    pub(super) choices: Arc<Vec<Choice>>,
    /// For each of the hands of the section, the crew of the box.
    pub(super) crews: Vec<usize>,
    /// The posts of each of its seats.
    pub(super) seats: Vec<Bundle>,
    /// For each value of a choice, its place among those of the question.
    pub(super) places: Vec<usize>,
}

impl Part {
    /// People taken from every crew of the box.
    pub(super) fn taken(&self, choice: usize, crews: usize) -> Vec<u8> {
        let mut taken = vec![0; crews];
        for (crew, count) in self.crews.iter().zip(&self.choices[choice].taken) {
            taken[*crew] = *count;
        }
        taken
    }
}

/// The best of every staffing for the sections so far.
#[derive(Debug)]
pub(super) struct Layer {
    /// The sections before, and this one; nothing for none.
    last: Option<(Arc<Layer>, Arc<Part>)>,
    /// Values of every cell, place by place; the first is `NONE` where the floors cannot be kept.
    values: Vec<i64>,
    places: usize,
    /// The choice of this section in each cell.
    chosen: Vec<u32>,
}

const NONE: i64 = i64::MIN;

/// The best values of one staffing, and the choice of the last section.
pub(super) struct Best {
    pub(super) values: Vec<i64>,
    choice: usize,
}

impl Layer {
    /// No section yet.
    pub(super) fn start(of: &Counts, places: usize) -> Self {
        Self { last: None, values: vec![0; of.cells * places], places, chosen: Vec::new() }
    }

    /// Bytes that it takes.
    pub(super) fn size(&self) -> usize {
        self.values.len() * 8 + self.chosen.len() * 4
    }

    /// With one section more.
    pub(super) fn with(self: &Arc<Self>, of: &Counts, part: &Arc<Part>) -> Self {
        let places = self.places;
        let options = Options::of(of, part, places);
        let last = Some((Arc::clone(self), Arc::clone(part)));
        let mut layer = Self { last, values: vec![NONE; of.cells * places], places, chosen: vec![0; of.cells] };
        let mut counts = vec![0; of.sizes.len()];
        for (cell, best) in layer.values.chunks_mut(places).enumerate() {
            let choice = self.find(&options, cell, Packed::of(&counts), best);
            // There are fewer choices than work allowed, which fits.
            layer.chosen[cell] = u32::try_from(choice).unwrap_or_default();
            of.next(&mut counts);
        }
        layer
    }

    /// The best with one section more and so many people of each crew; `None` where the floors cannot be kept.
    pub(super) fn best_with(&self, of: &Counts, part: &Part, counts: &[u8]) -> Option<Best> {
        let mut values = vec![NONE; self.places];
        let choice = self.find(&Options::of(of, part, self.places), of.cell(counts), Packed::of(counts), &mut values);
        (values.first() != Some(&NONE)).then_some(Best { values, choice })
    }

    /// The first best choice of one section more in a cell.
    ///
    /// Choices come with the most valuable first, and fewer people never have more: V[c − a] ≤ V[c]. So when even V[c]
    /// with a choice falls behind the best, all that follow do.
    fn find(&self, options: &Options, cell: usize, there: Packed, best: &mut [i64]) -> usize {
        let mut chosen = 0;
        let whole = self.row(cell);
        if whole[0] == NONE {
            return chosen;
        }
        for (choice, ((offset, take), here)) in options.takes.iter().zip(options.values.chunks(self.places)).enumerate()
        {
            if !there.holds(*take) {
                continue;
            }
            if sums(whole, here).lt(best.iter().copied()) {
                break;
            }
            let rest = self.row(cell - offset);
            if rest[0] != NONE && sums(rest, here).gt(best.iter().copied()) {
                best.iter_mut().zip(sums(rest, here)).for_each(|(best, sum)| *best = sum);
                chosen = choice;
            }
        }
        chosen
    }

    fn row(&self, cell: usize) -> &[i64] {
        &self.values[cell * self.places..][..self.places]
    }

    /// The best of so many people of each crew; `None` where the floors cannot be kept.
    pub(super) fn values(&self, of: &Counts, counts: &[u8]) -> Option<Vec<i64>> {
        let values = self.row(of.cell(counts)).to_vec();
        (values.first() != Some(&NONE)).then_some(values)
    }

    /// The table before the last section, and that section.
    pub(super) fn last(&self) -> Option<(&Arc<Self>, &Arc<Part>)> {
        self.last.as_ref().map(|(before, part)| (before, part))
    }

    /// Values in a cell; the first is `i64::MIN` where the floors cannot be kept.
    pub(super) fn at(&self, of: &Counts, counts: &[u8]) -> &[i64] {
        self.row(of.cell(counts))
    }

    /// The choice of every section, first to last, with so many people of each crew.
    pub(super) fn walk(&self, of: &Counts, counts: &[u8]) -> Vec<usize> {
        let mut cell = of.cell(counts);
        let mut chosen = Vec::new();
        let mut here = self;
        while let Some((before, part)) = &here.last {
            let choice = here.chosen[cell] as usize;
            chosen.push(choice);
            cell -= of.cell(&part.taken(choice, of.sizes.len()));
            here = before;
        }
        chosen.reverse();
        chosen
    }

    /// The same with one section more, whose best is known.
    pub(super) fn walk_with(&self, of: &Counts, part: &Part, best: &Best, counts: &[u8]) -> Vec<usize> {
        let taken = part.taken(best.choice, of.sizes.len());
        let left: Vec<u8> = counts.iter().zip(taken).map(|(count, taken)| count - taken).collect();
        let mut chosen = self.walk(of, &left);
        chosen.push(best.choice);
        chosen
    }
}

/// Place by place.
fn sums(values: &[i64], more: &[i64]) -> impl Iterator<Item = i64> {
    values.iter().zip(more).map(|(value, more)| value + more)
}

/// The choices of a section, ready to be added.
struct Options {
    /// What each takes, as an offset of cells and packed.
    takes: Vec<(usize, Packed)>,
    /// Values of each at every place of the question.
    values: Vec<i64>,
}

impl Options {
    fn of(of: &Counts, part: &Part, places: usize) -> Self {
        let take = |choice: usize| {
            let taken = part.taken(choice, of.sizes.len());
            (of.cell(&taken), Packed::of(&taken))
        };
        let mut values = vec![0; part.choices.len() * places];
        for (choice, row) in part.choices.iter().zip(values.chunks_mut(places)) {
            for (place, value) in part.places.iter().zip(&choice.values) {
                row[*place] = *value;
            }
        }
        Self { takes: (0..part.choices.len()).map(take).collect(), values }
    }
}
