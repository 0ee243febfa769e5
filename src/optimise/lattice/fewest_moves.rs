//! Of the staffings that serve most, one with the fewest moves and the most backups.
//!
//! The table of service alone, which studies share, says what every part of a best plan must serve: prefixes of it are
//! best themselves. So only the staffings of sections that keep to it are looked at, from the last section to the
//! first; mostly few do.

use super::laid::Laid;
use super::layers::{Counts, Layer};
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
pub(super) fn best(question: &Question, laid: &Laid, counts: &[u8], settings: &Settings) -> Option<Staffing> {
    let service = Laid::out(&Question { seats: false, ..*question }, settings)?;
    let of = Counts::of(service.crews.iter().map(|(_, most)| *most).collect())?;
    if !of.bears(service.parts.iter().map(|part| part.choices.len()).sum()) {
        return None;
    }
    let alike = |(hours, posts, _): &super::separable::Kind| {
        service.crews.iter().position(|(kind, _)| kind.0 == *hours && kind.1 == *posts)
    };
    let crews: Vec<usize> = laid.crews.iter().map(|(kind, _)| alike(kind)).collect::<Option<_>>()?;
    let places = question.order.len() + 3;
    let mut layers = vec![settings.tables.layer(&of, places, &service.parts)];
    while let Some((before, _)) = layers.last().and_then(|layer| layer.last()) {
        layers.push(Arc::clone(before));
    }
    layers.reverse();
    let mut search =
        Search { laid, of: &of, layers, crews, sums: question.order.len(), known: BTreeMap::new(), steps: 0 };
    let last = laid.parts.len();
    search.find(last, counts)?;
    let mut here = counts.to_vec();
    let mut chosen = vec![0; last];
    let mut values = search.layers[last].at(&of, &search.service(counts)).to_vec();
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

/// Moves, backups and the order of the scenario of some sections, and the choice of the last of them.
type Seats = (Vec<i64>, usize);

struct Search<'a> {
    laid: &'a Laid,
    of: &'a Counts,
    /// The tables of service, from that of no section to that of all.
    layers: Vec<Arc<Layer>>,
    /// For each crew of the question, that of the tables.
    crews: Vec<usize>,
    sums: usize,
    known: BTreeMap<(usize, Vec<u8>), Option<Seats>>,
    steps: usize,
}

impl Search<'_> {
    /// People of each crew as the tables count them.
    fn service(&self, counts: &[u8]) -> Vec<u8> {
        let mut all = vec![0; self.of.crews()];
        for (crew, count) in self.crews.iter().zip(counts) {
            // The box has room for all of them.
            all[*crew] += count;
        }
        all
    }

    /// Who is left by a choice of a section, if enough are there.
    fn left(&self, section: usize, choice: usize, counts: &[u8]) -> Option<Vec<u8>> {
        let taken = self.laid.parts[section - 1].taken(choice, counts.len());
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
        let goal = self.layers[section].at(self.of, &self.service(counts)).to_vec();
        let part = Arc::clone(&self.laid.parts[section - 1]);
        let mut best: Option<Seats> = None;
        for (choice, here) in part.choices.iter().enumerate() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return None;
            }
            let Some(left) = self.left(section, choice, counts) else { continue };
            let before = self.layers[section - 1].at(self.of, &self.service(&left));
            let mut values = vec![0; goal.len()];
            for (place, value) in part.places.iter().zip(&here.values) {
                values[*place] = *value;
            }
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
