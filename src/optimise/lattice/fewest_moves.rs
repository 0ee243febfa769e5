//! Of the staffings that serve most, one with the fewest moves and the most backups.
//!
//! The table of service alone, which studies share, says what every part of a best plan must serve: prefixes of it are
//! best themselves. So only the staffings of sections that keep to it are looked at, from the last section to the
//! first; mostly few do.

use super::counts::{Counts, Packed};
use super::laid::Laid;
use super::layers::{Layer, Options, Part};
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
    (own, counts): (&Counts, &[u8]),
    settings: &Settings,
) -> Option<Staffing> {
    let mut service = Laid::out(&Question { seats: false, ..*question }, settings)?;
    let of = service.tabled()?;
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
    let section = |(part, before): (&Arc<Part>, Arc<Layer>)| Section::of(part, before, (own, &of), &crews, places);
    let sections: Vec<Section> = parts.iter().zip(layers).map(section).collect();
    let mut values = goal.clone();
    let sums = question.order.len();
    let mut search = Search { sections, of: &of, goal, sums, known: BTreeMap::new(), steps: 0 };
    let mut here = People { own: Packed::of(counts), tabled: Packed::of(&there) };
    let last = parts.len();
    search.find(last, here)?;
    let mut chosen = vec![0; last];
    for section in (1..=last).rev() {
        let (seats, choice) = search.known.get(&(section, here.own)).copied().flatten()?;
        if section == last {
            values.splice(sums.., seats);
        }
        chosen[section - 1] = choice;
        here = here.without(search.sections[section - 1].takes[choice]);
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

/// People of each crew of the question, and the same people as the tables count them.
#[derive(Debug, Clone, Copy)]
struct People {
    own: Packed,
    tabled: Packed,
}

impl People {
    fn without(self, taken: Self) -> Self {
        Self { own: self.own.minus(taken.own), tabled: self.tabled.minus(taken.tabled) }
    }
}

/// Moves, backups and the order of the scenario: what comes after the sums of service.
type Seats = [i64; 3];

/// A section, with the table of service of those before it.
struct Section {
    before: Arc<Layer>,
    /// Of each choice, who is taken.
    takes: Vec<People>,
    /// Of each choice, its values at every place of the question.
    values: Vec<i64>,
}

impl Section {
    fn of(part: &Part, before: Arc<Layer>, (own, of): (&Counts, &Counts), crews: &[usize], places: usize) -> Self {
        let Options { takes, values, .. } = Options::of(own, part, places);
        let tabled = |choice: usize| in_tables(crews, of.crews(), &part.taken(choice, crews.len()));
        let take = |(choice, own): (usize, &Packed)| People { own: *own, tabled: Packed::of(&tabled(choice)) };
        Self { before, takes: takes.iter().enumerate().map(take).collect(), values }
    }
}

struct Search<'a> {
    sections: Vec<Section>,
    /// The box of the tables.
    of: &'a Counts,
    /// What everyone in all sections serves.
    goal: Vec<i64>,
    sums: usize,
    /// The best of the first sections with so many people, and the choice of the last of them.
    known: BTreeMap<(usize, Packed), Option<(Seats, usize)>>,
    steps: usize,
}

impl Search<'_> {
    /// The best of the first sections with so many people, among those that serve most; `None` where there is none.
    fn find(&mut self, section: usize, there: People) -> Option<Seats> {
        if section == 0 {
            return Some(Seats::default());
        }
        let key = (section, there.own);
        if let Some(known) = self.known.get(&key) {
            return known.map(|(seats, _)| seats);
        }
        let best = self.search(section, there);
        if self.steps > MOST_STEPS {
            return None;
        }
        self.known.insert(key, best);
        best.map(|(seats, _)| seats)
    }

    fn search(&mut self, section: usize, there: People) -> Option<(Seats, usize)> {
        let goal = match self.sections.get(section) {
            Some(after) => after.before.look(self.of, there.tabled, |values| values.map(<[i64]>::to_vec))?,
            None => self.goal.clone(),
        };
        let (sums, places) = (self.sums, goal.len());
        let before = Arc::clone(&self.sections[section - 1].before);
        let whole = before.look(self.of, there.tabled, |values| values.map(<[i64]>::to_vec))?;
        let mut best: Option<(Seats, usize)> = None;
        for choice in 0..self.sections[section - 1].takes.len() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return None;
            }
            let Section { takes, values, .. } = &self.sections[section - 1];
            let (taken, here) = (takes[choice], &values[choice * places..][..places]);
            // The most valuable come first, and fewer people never serve more.
            if (0..sums).map(|sum| whole[sum] + here[sum]).lt(goal[..sums].iter().copied()) {
                break;
            }
            if !there.own.holds(taken.own) {
                continue;
            }
            let left = there.without(taken);
            let is_goal = |values: &[i64]| (0..sums).all(|sum| values[sum] + here[sum] == goal[sum]);
            if !before.look(self.of, left.tabled, |values| values.is_some_and(is_goal)) {
                continue;
            }
            let more = Seats::from([here[sums], here[sums + 1], here[sums + 2]]);
            let Some(mut seats) = self.find(section - 1, left) else { continue };
            seats.iter_mut().zip(more).for_each(|(sum, value)| *sum += value);
            if best.is_none_or(|(so_far, _)| seats > so_far) {
                best = Some((seats, choice));
            }
        }
        best
    }
}
