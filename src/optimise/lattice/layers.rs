//! The best service of every staffing: section by section over the box of headcounts (max-plus).
//!
//! V₀ = 0, V_s[c] = max over the choices a ≤ c of section s of V_{s−1}[c − a] + values(a), compared place by place.
//! Vectors add up over sections and their order keeps under addition, so each V_s[c] is the optimum of its sections.

use super::counts::{Counts, Packed};
use super::options::Choice;
use crate::optimise::formulation::bundles::Bundle;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
    /// Cells worked out.
    known: AtomicUsize,
    cells: Mutex<Cells>,
}

/// What is known of the cells of a layer.
#[derive(Debug)]
struct Cells {
    /// For every cell one more than its row of those below; `UNKNOWN` where nobody asked.
    rows: Vec<u32>,
    /// Values place by place, row after row; the first is `NONE` where the floors cannot be kept.
    values: Vec<i64>,
    /// The choice of this section, row after row.
    chosen: Vec<u32>,
}

const NONE: i64 = i64::MIN;
/// Memory is taken in pieces of so many bytes.
const PAGE: usize = 4096;
const UNKNOWN: u32 = 0;

impl Cells {
    /// The values of a cell that is known.
    fn values(&self, cell: usize, places: usize) -> &[i64] {
        let row = (self.rows[cell] as usize).saturating_sub(1);
        &self.values[row * places..][..places]
    }

    /// The choice in a cell that is known.
    fn choice(&self, cell: usize) -> usize {
        let row = (self.rows[cell] as usize).saturating_sub(1);
        self.chosen[row] as usize
    }
}

/// The best values of one staffing, and the choice of the last section.
pub(super) struct Best {
    pub(super) values: Vec<i64>,
    choice: usize,
}

impl Layer {
    /// No section yet.
    pub(super) fn start(places: usize) -> Self {
        let cells = Mutex::new(Cells { rows: vec![1], values: vec![0; places], chosen: vec![0] });
        Self {
            last: None,
            options: Options::default(),
            reach: Packed::default(),
            places,
            known: AtomicUsize::new(0),
            cells,
        }
    }

    /// Bytes that it takes for what is known of it, of the list of all cells the pages that were written to.
    pub(super) fn size(&self, of: &Counts) -> usize {
        let known = self.known.load(Ordering::Relaxed);
        let list = (known * PAGE).min(of.cells() * size_of::<u32>());
        list + known * (self.places * size_of::<i64>() + size_of::<u32>())
    }

    /// With one section more.
    pub(super) fn with(self: &Arc<Self>, of: &Counts, part: &Arc<Part>) -> Self {
        let places = self.places;
        let options = Options::of(of, part, places);
        let reach = self.reach.plus(options.most);
        let cells = Mutex::new(Cells { rows: vec![UNKNOWN; of.cells()], values: Vec::new(), chosen: Vec::new() });
        let last = Some((Arc::clone(self), Arc::clone(part)));
        Self { last, options, reach, places, known: AtomicUsize::new(0), cells }
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
        self.look(of, Packed::of(counts), |values| values.map(<[i64]>::to_vec))
    }

    /// The table before the last section, and that section.
    pub(super) fn last(&self) -> Option<(&Arc<Self>, &Arc<Part>)> {
        self.last.as_ref().map(|(before, part)| (before, part))
    }

    /// Values of so many people; `None` where the floors cannot be kept.
    pub(super) fn look<T>(&self, of: &Counts, there: Packed, see: impl FnOnce(Option<&[i64]>) -> T) -> T {
        let there = if self.last.is_some() { (there, of.cell(there)) } else { (Packed::default(), 0) };
        let kept = |values: &[i64]| values.first() != Some(&NONE);
        {
            let cells = self.cells();
            if cells.rows[there.1] != UNKNOWN {
                return see(Some(cells.values(there.1, self.places)).filter(|values| kept(values)));
            }
        }
        see(Some(row(&mut opened(self), of, there)).filter(|values| kept(values)))
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
            let choice = cells.choice(cell);
            chosen.push(choice);
            there = there.minus(layer.options.takes[choice]);
        }
        chosen.reverse();
        chosen
    }

    /// The same with one section more, whose best is known.
    pub(super) fn walk_with(&self, of: &Counts, part: &Part, best: &Best, counts: &[u8]) -> Vec<usize> {
        let taken = part.taken(best.choice, of.crews());
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
    open.last().map_or(&[], |(_, cells)| cells.values(cell, places))
}

/// Makes a cell known.
fn work_out(open: &mut [Open], of: &Counts, (there, cell): There) {
    let Some(((layer, cells), before)) = open.split_last_mut() else { return };
    if cells.rows[cell] != UNKNOWN {
        return;
    }
    let near = there.least(layer.reach);
    if near != there {
        let from = of.cell(near);
        work_out(open, of, (near, from));
        if let Some((_, cells)) = open.last_mut() {
            cells.rows[cell] = cells.rows[from];
        }
        return;
    }
    let mut best = vec![NONE; layer.places];
    let choice = find(before, of, &layer.options, (there, cell), &mut best);
    cells.values.extend(best);
    // There are fewer choices and cells than work allowed, which fits.
    cells.chosen.push(u32::try_from(choice).unwrap_or(u32::MAX));
    cells.rows[cell] = u32::try_from(cells.chosen.len()).unwrap_or(u32::MAX);
    layer.known.store(cells.chosen.len(), Ordering::Relaxed);
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
pub(super) struct Options {
    /// What each takes.
    pub(super) takes: Vec<Packed>,
    /// By how many cells fewer people that is: cells are counted like digits of a number.
    cells: Vec<usize>,
    /// Values of each at every place of the question.
    pub(super) values: Vec<i64>,
    /// The most that any takes of each crew.
    most: Packed,
}

impl Options {
    pub(super) fn of(of: &Counts, part: &Part, places: usize) -> Self {
        let mut values = vec![0; part.choices.len() * places];
        for (choice, row) in part.choices.iter().zip(values.chunks_mut(places)) {
            for (place, value) in part.places.iter().zip(&choice.values) {
                row[*place] = *value;
            }
        }
        let of_choices: Vec<Vec<u8>> = (0..part.choices.len()).map(|choice| part.taken(choice, of.crews())).collect();
        let mut most = vec![0; of.crews()];
        for taken in &of_choices {
            most.iter_mut().zip(taken).for_each(|(most, taken): (&mut u8, &u8)| *most = *taken.max(most));
        }
        let takes: Vec<Packed> = of_choices.iter().map(|taken| Packed::of(taken)).collect();
        let cells = takes.iter().map(|take| of.cell(*take)).collect();
        Self { takes, cells, values, most: Packed::of(&most) }
    }
}
