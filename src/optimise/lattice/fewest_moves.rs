//! Of the staffings that serve most, one with the fewest moves and the most backups.
//!
//! The table of service alone, which studies share, says what every part of a best plan must serve: prefixes of it are
//! best themselves. So only the staffings of sections that keep to it are looked at, from the last section to the
//! first; mostly few do.

use super::laid::Laid;
use super::layers::{Counts, Layer, MOST_SHARED, Part};
use super::question::{Question, Staffing};
use crate::model::Method;
use crate::optimise::Settings;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Past this many steps the table of all staffings is quicker.
const MOST_STEPS: usize = 20_000_000;

/// The best staffing of a question in which moves count; `None` where this way is not shorter, or where the floors cannot
/// be kept.
///
/// Puts the parts in the order of the tables: those of the unit that is being studied before those that a change made
/// others, so that where only one of them is new nothing is added up again.
pub(super) fn best(
    question: &Question,
    laid: &Laid,
    parts: &mut [Arc<Part>],
    counts: &[u8],
    settings: &Settings,
) -> Option<Staffing> {
    let mut service = Laid::out(&Question { seats: false, ..*question }, settings)?;
    let of = Counts::of(service.crews.iter().map(|(_, most)| *most).collect())?;
    if !of.bears(&service.parts, MOST_SHARED) {
        return None;
    }
    let alike = |(hours, posts, _): &super::separable::Kind| {
        service.crews.iter().position(|(kind, _)| kind.0 == *hours && kind.1 == *posts)
    };
    let crews: Vec<usize> = laid.crews.iter().map(|(kind, _)| alike(kind)).collect::<Option<_>>()?;
    let places = question.order.len() + 3;
    let seen = settings.tables.sort(&mut service.parts);
    let place_of = |piece: usize| service.parts.iter().position(|part| part.piece == piece);
    parts.sort_by_key(|part| place_of(part.piece));
    let there = in_tables(&crews, of.crews(), counts);
    let (last, before) = service.parts.split_last()?;
    let (goal, before) = if seen == service.parts.len() {
        let whole = settings.tables.layer(&of, places, &service.parts);
        let before = whole.last().map(|(before, _)| Arc::clone(before))?;
        (whole.values(&of, &there)?, before)
    } else {
        let before = settings.tables.layer(&of, places, before);
        (before.best_with(&of, last, &there)?.values, before)
    };
    let mut layers = vec![before];
    while let Some((before, _)) = layers.last().and_then(|layer| layer.last()) {
        layers.push(Arc::clone(before));
    }
    layers.reverse();
    let last = parts.len();
    let mut values = goal.clone();
    let mut search =
        Search { parts, of: &of, layers, goal, crews, sums: question.order.len(), known: BTreeMap::new(), steps: 0 };
    search.find(last, counts)?;
    let mut here = counts.to_vec();
    let mut chosen = vec![0; last];
    for section in (1..=last).rev() {
        let (seats, choice) = search.known.get(&(section, here.clone()))?.clone()?;
        if section == last {
            values.splice(search.sums.., seats);
        }
        chosen[section - 1] = choice;
        here = search.left(section, choice, &here)?;
    }
    Some(Staffing { values, open: vec![Decimal::ZERO; places], method: Method::Sections, chosen })
}

/// People of each crew as the tables count them.
fn in_tables(crews: &[usize], all: usize, counts: &[u8]) -> Vec<u8> {
    let mut there = vec![0; all];
    for (crew, count) in crews.iter().zip(counts) {
        // The box has room for all of them.
        there[*crew] += count;
    }
    there
}

/// Moves, backups and the order of the scenario of some sections, and the choice of the last of them.
type Seats = (Vec<i64>, usize);

struct Search<'a> {
    parts: &'a [Arc<Part>],
    of: &'a Counts,
    /// The tables of service, from that of no section to that of all but the last.
    layers: Vec<Arc<Layer>>,
    /// What everyone in all sections serves.
    goal: Vec<i64>,
    /// For each crew of the question, that of the tables.
    crews: Vec<usize>,
    sums: usize,
    known: BTreeMap<(usize, Vec<u8>), Option<Seats>>,
    steps: usize,
}

impl Search<'_> {
    /// Who is left by a choice of a section, if enough are there.
    fn left(&self, section: usize, choice: usize, counts: &[u8]) -> Option<Vec<u8>> {
        let taken = self.parts[section - 1].taken(choice, counts.len());
        counts.iter().zip(taken).map(|(count, taken)| count.checked_sub(taken)).collect()
    }

    /// The best of the first sections with so many people, among those that serve most; `None` where there is none.
    fn find(&mut self, section: usize, counts: &[u8]) -> Option<Vec<i64>> {
        if section == 0 {
            return Some(vec![0; 3]);
        }
        let key = (section, counts.to_vec());
        if let Some(known) = self.known.get(&key) {
            return known.as_ref().map(|(values, _)| values.clone());
        }
        let tables = |counts: &[u8]| in_tables(&self.crews, self.of.crews(), counts);
        let goal = match self.layers.get(section) {
            Some(layer) => layer.at(self.of, &tables(counts)),
            None => self.goal.clone(),
        };
        let part = Arc::clone(&self.parts[section - 1]);
        let whole = self.layers[section - 1].at(self.of, &tables(counts));
        let mut best: Option<Seats> = None;
        for (choice, here) in part.choices.iter().enumerate() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return None;
            }
            let mut values = vec![0; goal.len()];
            for (place, value) in part.places.iter().zip(&here.values) {
                values[*place] = *value;
            }
            // The most valuable come first, and fewer people never serve more.
            if (0..self.sums).map(|sum| whole[sum] + values[sum]).lt(goal[..self.sums].iter().copied()) {
                break;
            }
            let Some(left) = self.left(section, choice, counts) else { continue };
            let before = self.layers[section - 1].at(self.of, &in_tables(&self.crews, self.of.crews(), &left));
            let serves_most = before[0] != i64::MIN && (0..self.sums).all(|sum| before[sum] + values[sum] == goal[sum]);
            if !serves_most {
                continue;
            }
            let Some(mut seats) = self.find(section - 1, &left) else { continue };
            seats.iter_mut().zip(&values[self.sums..]).for_each(|(sum, value)| *sum += value);
            if best.as_ref().is_none_or(|(so_far, _)| seats > *so_far) {
                best = Some((seats, choice));
            }
        }
        self.known.insert(key, best.clone());
        best.map(|(values, _)| values)
    }
}
