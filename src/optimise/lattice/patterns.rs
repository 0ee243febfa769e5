//! The best staffing of a unit too large for a table of all of them: one choice a section, as a program.
//!
//! y_so ∈ {0, 1}: section s is staffed as choice o. Σ_o y_so = 1; Σ_so taken_gso × y_so ≤ people of crew g; max
//! Σ value_so × y_so place by place. What is reached at a place is kept: where every section has its most, by leaving
//! out the choices that have less, otherwise by a row.

use super::layers::Part;
use super::question::Staffing;
use super::stronger::{cumulated, ranks};
use super::tables::Crews;
use super::work::UNIT;
use crate::model::Method;
use crate::optimise::engine::program::{Column, Objective, Program, Row, Sense};
use crate::optimise::engine::{Care, Effort, is_infeasible, solve};
use crate::optimise::tolerance::SLACK;
use crate::optimise::{Deadline, Settings, decimal};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the search says.
pub(super) enum Found {
    /// The best staffing found until the deadline.
    Best(Staffing),
    /// None keeps the floors.
    Shut,
}

/// The best staffing found until the deadline; `None` where none was.
///
/// The first `sums` places are sums of service; they have three fifths of the time, what comes after the rest. Those that
/// are `known`, each with what is open of it, are kept and not searched.
pub(super) fn best(
    parts: &[Arc<Part>],
    limits: &[Limit],
    places: usize,
    (sums, known): (usize, &[(Decimal, Decimal)]),
    settings: &Settings,
) -> Option<Found> {
    let mut search = Search::new(parts, limits, places, settings)?;
    let service = settings.deadline.share(60);
    for (place, (sum, open)) in known.iter().enumerate() {
        search.know(place, *sum, *open)?;
    }
    // Where no sum is asked for, whether the floors can be kept still is.
    for place in known.len()..places.max(1) {
        let deadline = if place < sums { &service } else { &settings.deadline };
        if !search.stage(place, place == sums || place == sums + 1, deadline, settings.gap)? {
            return Some(Found::Shut);
        }
    }
    search.told().map(Found::Best)
}

/// Some crews and the people of them.
pub(super) type Limit = (Vec<usize>, u32);

/// Nobody stands in for another.
pub(super) fn exactly(counts: &[u32]) -> Vec<Limit> {
    counts.iter().enumerate().map(|(crew, count)| (vec![crew], *count)).collect()
}

/// Whoever has more hours stands in for one with fewer.
pub(super) fn at_least(counts: &[u32], crews: &Crews) -> Vec<Limit> {
    let of = |rank: Vec<usize>| {
        let people = cumulated(&rank, |crew| counts[crew]);
        people.into_iter().enumerate().map(|(i, people)| (rank[..=i].to_vec(), people)).collect::<Vec<_>>()
    };
    ranks(crews).into_iter().flat_map(of).collect()
}

/// y of each choice of each part, and who is taken.
pub(super) struct Patterns {
    pub(super) program: Program,
    pub(super) columns: Vec<Vec<Column>>,
    /// Σ taken × y of each crew that is taken from.
    pub(super) taken: BTreeMap<usize, Vec<(Column, f64)>>,
}

impl Patterns {
    /// Σ_o y_so = 1. `None` where a part has no choice at all.
    pub(super) fn of(parts: &[Arc<Part>]) -> Option<Self> {
        let mut patterns = Self { program: Program::default(), columns: Vec::new(), taken: BTreeMap::new() };
        for (s, part) in parts.iter().enumerate() {
            let mut here = Vec::new();
            for (o, choice) in part.choices.iter().enumerate() {
                let column = patterns.program.integer(format!("y_{s}_{o}"), 1.0);
                for (crew, taken) in part.crews.iter().zip(&choice.taken).filter(|(_, taken)| **taken > 0) {
                    patterns.taken.entry(*crew).or_default().push((column, f64::from(*taken)));
                }
                here.push(column);
            }
            let one: Vec<_> = here.iter().map(|column| (*column, 1.0)).collect();
            if one.is_empty() {
                return None;
            }
            patterns.program.row(format!("one_{s}"), one, Sense::Equal, 1.0);
            patterns.columns.push(here);
        }
        Some(patterns)
    }

    /// Σ taken × y ≤ people of some crews.
    pub(super) fn limit(&mut self, limits: &[Limit]) {
        for (index, (crews, people)) in limits.iter().enumerate() {
            let mut taken: BTreeMap<Column, f64> = BTreeMap::new();
            for (column, count) in crews.iter().filter_map(|crew| self.taken.get(crew)).flatten() {
                *taken.entry(*column).or_default() += count;
            }
            if taken.is_empty() {
                continue;
            }
            self.program.row(format!("people_{index}"), taken.into_iter().collect(), Sense::AtMost, f64::from(*people));
        }
    }

    /// Σ value × y ≥ least of the first sum of the question; `None` where a number is too large for the engines.
    pub(super) fn serve(&mut self, parts: &[Arc<Part>], least: Decimal) -> Option<()> {
        let unit = UNIT.to_f64()?;
        let mut terms = Vec::new();
        for (part, columns) in parts.iter().zip(&self.columns) {
            let Some(at) = part.places.iter().position(|place| *place == 0) else { continue };
            for (choice, column) in part.choices.iter().zip(columns) {
                terms.push((*column, choice.values[at].to_f64()? / unit));
            }
        }
        self.program.row("served".to_owned(), terms, Sense::AtLeast, least.to_f64()? - SLACK);
        Some(())
    }
}

struct Search<'a> {
    parts: &'a [Arc<Part>],
    settings: &'a Settings,
    program: Program,
    /// y of each choice of each part.
    columns: Vec<Vec<Column>>,
    open: Vec<Decimal>,
    places: usize,
    /// Whether the start of the program keeps its rows.
    known: bool,
}

impl<'a> Search<'a> {
    fn new(parts: &'a [Arc<Part>], limits: &[Limit], places: usize, settings: &'a Settings) -> Option<Self> {
        let mut patterns = Patterns::of(parts)?;
        patterns.limit(limits);
        let Patterns { mut program, columns, .. } = patterns;
        for (part, here) in parts.iter().zip(&columns) {
            let fewest = part
                .choices
                .iter()
                .enumerate()
                .min_by_key(|(_, choice)| choice.taken.iter().copied().map(u32::from).sum::<u32>());
            program.columns[here[fewest?.0].0].start = 1.0;
        }
        program.fits().ok()?;
        let fits =
            |row: &Row| row.terms.iter().map(|(column, n)| n * program.columns[column.0].start).sum::<f64>() <= row.rhs;
        let known = program.rows.iter().filter(|row| row.sense == Sense::AtMost).all(fits);
        Some(Self { parts, settings, program, columns, open: Vec::new(), places, known })
    }

    /// What a choice has at a place, as the engines need it.
    fn value(&self, part: usize, choice: usize, place: usize) -> f64 {
        let part = &self.parts[part];
        let value = part.places.iter().position(|other| *other == place).map(|i| part.choices[choice].values[i]);
        // Below 2⁵³ in any unit that is planned; the values told are added up anew.
        value.and_then(|value| value.to_f64()).unwrap_or_default()
    }

    /// Makes a place the objective; the most it has if every section has its most.
    fn aim(&mut self, place: usize, unit: f64) -> f64 {
        let mut terms = Vec::new();
        let mut most = 0.0;
        for (s, columns) in self.columns.iter().enumerate() {
            let open = |(o, column): (usize, &Column)| {
                (self.program.columns[column.0].upper > 0.0).then(|| (*column, self.value(s, o, place) / unit))
            };
            let here: Vec<(Column, f64)> = columns.iter().enumerate().filter_map(open).collect();
            most += here.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
            terms.extend(here.into_iter().filter(|(_, value)| *value != 0.0));
        }
        self.program.objective = Objective { maximise: true, terms, constant: 0.0 };
        most
    }

    /// Keeps what is known to be the best at a place, up to what is open of it.
    fn know(&mut self, place: usize, sum: Decimal, open: Decimal) -> Option<()> {
        let unit = UNIT.to_f64()?;
        let most = self.aim(place, unit);
        let reached = sum.to_f64()?;
        self.open.push(open);
        self.keep(place, unit, reached, reached >= most - HAIR);
        // Whether the start does is not looked at.
        self.known = false;
        Some(())
    }

    /// Whether there is a point at all; `None` where the engine does not say.
    fn stage(&mut self, place: usize, counts: bool, deadline: &Deadline, gap: f64) -> Option<bool> {
        let unit = if counts { 1.0 } else { UNIT.to_f64()? };
        let most = self.aim(place, unit);
        let reached = |search: &Self| search.program.objective.at(&search.program.start());
        let mut bound = most;
        if !self.known || reached(self) < most - HAIR {
            // Few rows of many columns: looking for a smaller equal program takes longer than the search.
            let effort = Effort { whole: counts, care: Care::AsIs, ..Effort::until(deadline, gap) };
            match solve(self.settings, &self.program, effort) {
                Ok(answer) => {
                    bound = answer.bound.min(most);
                    self.program.start_from(&answer.values);
                    self.known = true;
                }
                Err(_) if self.known => {}
                Err(cause) if is_infeasible(&cause) => return Some(false),
                Err(_) => return None,
            }
        }
        let reached = reached(self);
        if counts {
            bound = (bound + HAIR).floor();
        }
        // Within the tolerance of the engines nothing is open.
        self.open.push(if bound - reached <= SLACK * reached.abs().max(1.0) {
            Decimal::ZERO
        } else {
            decimal(bound - reached, 6)
        });
        self.keep(place, unit, reached, reached >= most - HAIR);
        Some(true)
    }

    fn keep(&mut self, place: usize, unit: f64, reached: f64, is_most: bool) {
        if !is_most {
            let terms = self.program.objective.terms.clone();
            self.program.row(format!("keep_{place}"), terms, Sense::AtLeast, reached - HAIR);
            return;
        }
        for s in 0..self.columns.len() {
            let values: Vec<(Column, f64)> = (0..self.columns[s].len())
                .map(|o| (self.columns[s][o], self.value(s, o, place) / unit))
                .filter(|(column, _)| self.program.columns[column.0].upper > 0.0)
                .collect();
            let most = values.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
            for (column, _) in values.into_iter().filter(|(_, value)| *value < most - HAIR) {
                self.program.columns[column.0].upper = 0.0;
            }
        }
    }

    fn told(self) -> Option<Staffing> {
        let is_chosen = |column: &Column| self.program.columns[column.0].start > 0.5;
        let chosen: Vec<usize> =
            self.columns.iter().map(|columns| columns.iter().position(is_chosen)).collect::<Option<_>>()?;
        let mut values = vec![0_i64; self.places];
        for (part, choice) in self.parts.iter().zip(&chosen) {
            for (place, value) in part.places.iter().zip(&part.choices[*choice].values) {
                // What is not asked for is not told.
                if let Some(sum) = values.get_mut(*place) {
                    *sum = sum.checked_add(*value)?;
                }
            }
        }
        Some(Staffing { values, open: self.open, method: Method::Patterns, chosen })
    }
}

/// Sums that differ by less are equal to the engines.
const HAIR: f64 = 1e-9;
