//! The best service of every staffing: section by section over the box of headcounts (max-plus).
//!
//! V₀ = 0, V_s[c] = max over the choices a ≤ c of section s of V_{s−1}[c − a] + values(a), compared place by place.
//! Vectors add up over sections and their order keeps under addition, so each V_s[c] is the optimum of its sections.

use super::options::Choice;
use crate::optimise::formulation::bundles::Bundle;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Past this many cells the box is left to the engines.
const MOST_CELLS: usize = 300_000;
/// Cells by choices up to which a table is filled sooner than the engines search, as measured: where other questions
/// will use it too, and where none will.
pub(super) const MOST_SHARED: usize = 20_000_000;
pub(super) const MOST_ONCE: usize = 4_000_000;
/// Past this many sections too: a cell is worked out from the last section down to the first.
const MOST_LAYERS: usize = 500;

/// Headcounts of up to 16 crews side by side, seven bits each, so that all are compared at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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

    /// The difference, where this holds the other.
    const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The lesser count of each crew.
    const fn least(self, other: Self) -> Self {
        // All bits of a count where this one's is not the lesser.
        let not_less = ((((self.0 | Self::BORROW) - other.0) & Self::BORROW) >> 7) * 0xFF;
        Self(other.0 & not_less | self.0 & !not_less)
    }

    /// The sum, or the most that can be packed where it is more.
    fn plus(self, other: Self) -> Self {
        let mut counts = self.0.to_be_bytes();
        for (count, more) in counts.iter_mut().zip(other.0.to_be_bytes()) {
            *count = (*count + more).min(MOST_PEOPLE);
        }
        Self(u128::from_be_bytes(counts))
    }

    /// The count of a crew, the last of the box first.
    const fn last_but(self, crew: usize) -> usize {
        (self.0 >> (8 * crew) & 0x7F) as usize
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

    /// Whether the work of adding some sections is no more than so many cells by choices.
    pub(super) fn bears(&self, parts: &[Arc<Part>], most: usize) -> bool {
        let choices = parts.iter().map(|part| part.choices.len()).sum();
        parts.len() <= MOST_LAYERS && self.cells.checked_mul(choices).is_some_and(|work| work <= most)
    }

    /// Crews of the box.
    pub(super) const fn crews(&self) -> usize {
        self.sizes.len()
    }

    fn cell(&self, there: Packed) -> usize {
        let sizes = self.sizes.iter().rev().enumerate();
        sizes.rfold(0, |cell, (crew, size)| cell * (usize::from(*size) + 1) + there.last_but(crew))
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

/// The best of every staffing for the sections so far. What nobody asked for is not worked out, and what was, once.
#[derive(Debug)]
pub(super) struct Layer {
    /// The sections before, and this one; nothing for none.
    last: Option<(Arc<Layer>, Arc<Part>)>,
    options: Options,
    /// The most people of each crew that the sections so far can take; who comes beyond them changes nothing.
    reach: Packed,
    places: usize,
    cells: Mutex<Cells>,
}

/// What is known of the cells of a layer.
#[derive(Debug)]
struct Cells {
    /// Values of every cell, place by place; the first is `NONE` where the floors cannot be kept.
    values: Vec<i64>,
    /// One more than the choice of this section in each cell; `UNKNOWN` where nobody asked.
    chosen: Vec<u32>,
}

const NONE: i64 = i64::MIN;
const UNKNOWN: u32 = 0;

/// The best values of one staffing, and the choice of the last section.
pub(super) struct Best {
    pub(super) values: Vec<i64>,
    choice: usize,
}

impl Layer {
    /// No section yet.
    pub(super) fn start(places: usize) -> Self {
        let cells = Mutex::new(Cells { values: vec![0; places], chosen: vec![1] });
        Self { last: None, options: Options::default(), reach: Packed(0), places, cells }
    }

    /// Bytes that it takes once all of it is known.
    pub(super) const fn size(&self, of: &Counts) -> usize {
        of.cells * (self.places * size_of::<i64>() + size_of::<u32>())
    }

    /// With one section more.
    pub(super) fn with(self: &Arc<Self>, of: &Counts, part: &Arc<Part>) -> Self {
        let places = self.places;
        let options = Options::of(of, part, places);
        let reach = self.reach.plus(options.most);
        let cells = Mutex::new(Cells { values: vec![0; of.cells * places], chosen: vec![UNKNOWN; of.cells] });
        Self { last: Some((Arc::clone(self), Arc::clone(part))), options, reach, places, cells }
    }

    /// The best with one section more and so many people of each crew; `None` where the floors cannot be kept.
    pub(super) fn best_with(&self, of: &Counts, part: &Part, counts: &[u8]) -> Option<Best> {
        let options = Options::of(of, part, self.places);
        let mut values = vec![NONE; self.places];
        let there = Packed::of(counts);
        let choice = find(&mut opened(self), of, &options, (there, of.cell(there)), &mut values);
        (values.first() != Some(&NONE)).then_some(Best { values, choice })
    }

    /// The best of so many people of each crew; `None` where the floors cannot be kept.
    pub(super) fn values(&self, of: &Counts, counts: &[u8]) -> Option<Vec<i64>> {
        let values = self.at(of, counts);
        (values.first() != Some(&NONE)).then_some(values)
    }

    /// The table before the last section, and that section.
    pub(super) fn last(&self) -> Option<(&Arc<Self>, &Arc<Part>)> {
        self.last.as_ref().map(|(before, part)| (before, part))
    }

    /// Values in a cell; the first is `i64::MIN` where the floors cannot be kept.
    pub(super) fn at(&self, of: &Counts, counts: &[u8]) -> Vec<i64> {
        let there = Packed::of(counts);
        row(&mut opened(self), of, (there, of.cell(there))).to_vec()
    }

    /// The choice of every section, first to last, with so many people of each crew.
    pub(super) fn walk(&self, of: &Counts, counts: &[u8]) -> Vec<usize> {
        let mut there = Packed::of(counts);
        let mut chosen = Vec::new();
        let mut open = opened(self);
        while open.len() > 1 {
            let cell = of.cell(there);
            row(&mut open, of, (there, cell));
            let Some((layer, cells)) = open.pop() else { break };
            // The cell is known: its values were just asked for.
            let choice = cells.chosen[cell].saturating_sub(1) as usize;
            chosen.push(choice);
            there = there.minus(layer.options.takes[choice]);
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

    fn cells(&self) -> MutexGuard<'_, Cells> {
        // Whoever panicked while holding it left whole cells, or cells that count as unknown.
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A layer while its cells are worked out.
type Open<'a> = (&'a Layer, MutexGuard<'a, Cells>);

/// A layer and all before it, the first layer first. Everyone takes them from the last to the first, so that nobody waits
/// for whoever waits for them.
fn opened(layer: &Layer) -> Vec<Open<'_>> {
    let mut open = Vec::new();
    let mut here = Some(layer);
    while let Some(layer) = here {
        open.push((layer, layer.cells()));
        here = layer.last().map(|(before, _)| &**before);
    }
    open.reverse();
    open
}

/// So many people of each crew, and their cell.
type There = (Packed, usize);

/// Values of the last of some layers with so many people of each crew.
fn row<'o>(open: &'o mut [Open], of: &Counts, (there, cell): There) -> &'o [i64] {
    let Some(layer) = open.last().map(|last| last.0) else { return &[] };
    let places = layer.places;
    // The first layer is one cell, and known.
    let cell = if layer.last.is_none() { 0 } else { cell };
    work_out(open, of, (there, cell));
    open.last().map_or(&[], |(_, cells)| &cells.values[cell * places..][..places])
}

/// Makes a cell known.
fn work_out(open: &mut [Open], of: &Counts, (there, cell): There) {
    let Some(((layer, cells), before)) = open.split_last_mut() else { return };
    if cells.chosen[cell] != UNKNOWN {
        return;
    }
    let places = layer.places;
    let near = there.least(layer.reach);
    if near != there {
        let from = of.cell(near);
        work_out(open, of, (near, from));
        if let Some((_, cells)) = open.last_mut() {
            cells.values.copy_within(from * places..(from + 1) * places, cell * places);
            cells.chosen[cell] = cells.chosen[from];
        }
        return;
    }
    let best = &mut cells.values[cell * places..][..places];
    best.fill(NONE);
    let choice = find(before, of, &layer.options, (there, cell), best);
    // There are fewer choices than work allowed, which fits.
    cells.chosen[cell] = u32::try_from(choice + 1).unwrap_or(u32::MAX);
}

/// The first best choice of one section more than some layers have.
///
/// Choices come with the most valuable first, and fewer people never have more: V[c − a] ≤ V[c]. So when even V[c]
/// with a choice falls behind the best, all that follow do.
fn find(before: &mut [Open], of: &Counts, options: &Options, (there, cell): There, best: &mut [i64]) -> usize {
    let mut chosen = 0;
    let whole = row(before, of, (there, cell)).to_vec();
    if whole[0] == NONE {
        return chosen;
    }
    let values = options.values.chunks_exact(best.len());
    for (choice, ((take, cells), here)) in options.takes.iter().zip(&options.cells).zip(values).enumerate() {
        if !there.holds(*take) {
            continue;
        }
        if sums(&whole, here).lt(best.iter().copied()) {
            break;
        }
        let rest = row(before, of, (there.minus(*take), cell - cells));
        if rest[0] != NONE && sums(rest, here).gt(best.iter().copied()) {
            best.iter_mut().zip(sums(rest, here)).for_each(|(best, sum)| *best = sum);
            chosen = choice;
        }
    }
    chosen
}

/// Place by place.
fn sums(values: &[i64], more: &[i64]) -> impl Iterator<Item = i64> {
    values.iter().zip(more).map(|(value, more)| value + more)
}

/// The choices of a section, ready to be added.
#[derive(Debug, Default)]
struct Options {
    /// What each takes.
    takes: Vec<Packed>,
    /// By how many cells fewer people that is: cells are counted like digits of a number.
    cells: Vec<usize>,
    /// Values of each at every place of the question.
    values: Vec<i64>,
    /// The most that any takes of each crew.
    most: Packed,
}

impl Options {
    fn of(of: &Counts, part: &Part, places: usize) -> Self {
        let mut values = vec![0; part.choices.len() * places];
        for (choice, row) in part.choices.iter().zip(values.chunks_mut(places)) {
            for (place, value) in part.places.iter().zip(&choice.values) {
                row[*place] = *value;
            }
        }
        let of_choices: Vec<Vec<u8>> =
            (0..part.choices.len()).map(|choice| part.taken(choice, of.sizes.len())).collect();
        let mut most = vec![0; of.sizes.len()];
        for taken in &of_choices {
            most.iter_mut().zip(taken).for_each(|(most, taken): (&mut u8, &u8)| *most = *taken.max(most));
        }
        let takes: Vec<Packed> = of_choices.iter().map(|taken| Packed::of(taken)).collect();
        let cells = takes.iter().map(|take| of.cell(*take)).collect();
        Self { takes, cells, values, most: Packed::of(&most) }
    }
}
