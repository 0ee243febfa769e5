//! The fewest of some people that a program takes, kind by kind.

use crate::optimise::engine::program::{Column, Objective, Program, Sense};
use crate::optimise::engine::{Answer, Care, Effort, is_infeasible, solve};
use crate::optimise::{Error, Settings, decimal};
use rust_decimal::prelude::ToPrimitive;

/// The fewest people of some kinds with whom every matter is served in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fewest {
    /// How many of each kind, in the order asked.
    pub people: Vec<u32>,
    /// No staffing has fewer of what was to be fewest first.
    pub bound: u32,
    /// Whether nothing better is possible: neither fewer in all, nor as few with fewer of the kinds asked first.
    pub proven: bool,
    /// No staffing with as few people has fewer of a kind, kind by kind; proven in any case.
    pub least: Vec<u32>,
}

/// What is to be fewest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// People in all, then those of the first kind, and so on.
    AllFirst,
    /// People of the first kind, then those of the second, and so on.
    KindByKind,
}

/// Searches for the fewest people, stage by stage.
pub(super) struct Search<'a> {
    pub(super) program: Program,
    /// The columns that count the newcomers of each kind.
    pub(super) hired: Vec<Vec<Column>>,
    pub(super) settings: &'a Settings,
}

/// The least of a sum, what no point goes below, and the point.
struct Least {
    reached: u32,
    bound: u32,
    point: Vec<f64>,
}

impl Search<'_> {
    /// The fewest in all, and of the mixes with as few the one that suits those who are there.
    pub(super) fn required(mut self, alike: bool, there: &[u32]) -> Result<Option<Fewest>, Error> {
        let Some(fewest) = self.run(Order::AllFirst)? else { return Ok(None) };
        if alike { Ok(Some(shared(fewest, there))) } else { Ok(Some(self.among(fewest, there))) }
    }

    /// Fewest in all, then kind by kind; or kind by kind at once. `None` when no number is enough.
    pub(super) fn run(&mut self, order: Order) -> Result<Option<Fewest>, Error> {
        let all: Vec<Column> = self.hired.iter().flatten().copied().collect();
        let mut values = Vec::new();
        let (mut bound, mut proven) = (0, true);
        let mut least = vec![0; self.hired.len()];
        let stages: Vec<(Option<usize>, Vec<Column>)> = match order {
            // The last kind is what the others leave of the whole.
            Order::AllFirst => {
                let kinds = self.hired.iter().take(self.hired.len().saturating_sub(1)).cloned().enumerate();
                std::iter::once((None, all)).chain(kinds.map(|(kind, columns)| (Some(kind), columns))).collect()
            }
            Order::KindByKind => self.hired.iter().cloned().map(|columns| (None, columns)).collect(),
        };
        for (stage, (kind, columns)) in stages.into_iter().enumerate() {
            let Least { reached, bound: below, point } = match self.least(&columns, stage == 0) {
                // What is known already stands; only its proof is missing.
                Err(_) if stage > 0 => {
                    proven = false;
                    break;
                }
                Ok(least) => least,
                Err(cause) if stage == 0 && is_infeasible(&cause) => return Ok(None),
                Err(_) if self.settings.deadline.is_past() => return Err(Error::OutOfTime),
                Err(cause) => return Err(Error::Engine(cause)),
            };
            proven &= below == reached;
            if stage == 0 {
                bound = below;
            }
            if let Some(kind) = kind {
                least[kind] = below;
            }
            self.at_most(format!("fewest_{stage}"), &columns, reached);
            values = point;
        }
        let people = self.hired.iter().map(|columns| people(columns, &values)).collect();
        Ok(Some(Fewest { people, bound, proven, least }))
    }

    /// Of the mixes with as few people as found, the one that falls least short of those who are there.
    fn among(&mut self, mut fewest: Fewest, there: &[u32]) -> Fewest {
        let ([.., last], [.., last_there]) = (&fewest.people[..], there) else { return fewest };
        // All kinds but the last are as few as can be already.
        if last <= last_there {
            return fewest;
        }
        let kinds = self.hired.len();
        // Keeps the first stage, the number in all, and those that the last kind cannot stand in for.
        let kept = kinds.saturating_sub(2);
        self.program.rows.retain(|row| row.name != format!("fewest_{}", kept + 1));
        let least_of_last = self.least(&self.hired[kinds - 1].clone(), false).map(|least| least.bound);
        let short: Vec<Column> = (kept..kinds).map(|kind| self.short(kind, there[kind])).collect();
        let Ok(Least { reached, bound, .. }) = self.least(&short, false) else {
            return Fewest { proven: false, ..fewest };
        };
        self.at_most("short".to_owned(), &short, reached);
        let first = self.hired[kept].clone();
        let Ok(found) = self.least(&first, false) else { return Fewest { proven: false, ..fewest } };
        let proven = fewest.proven && bound == reached && found.bound == found.reached;
        let people = self.hired.iter().map(|columns| people(columns, &found.point)).collect();
        fewest.least[kinds - 1] = least_of_last.unwrap_or_default();
        Fewest { people, proven, ..fewest }
    }

    /// A column for how many more newcomers of a kind there are than are there.
    fn short(&mut self, kind: usize, there: u32) -> Column {
        let most = self.hired[kind].iter().map(|column| self.program.columns[column.0].upper).sum();
        let short = self.program.integer(format!("short_{kind}"), most);
        let mut terms: Vec<_> = self.hired[kind].iter().map(|column| (*column, 1.0)).collect();
        terms.push((short, -1.0));
        self.program.row(format!("short_{kind}"), terms, Sense::AtMost, f64::from(there));
        short
    }

    fn at_most(&mut self, name: String, columns: &[Column], most: u32) {
        let terms = columns.iter().map(|column| (*column, 1.0)).collect();
        self.program.row(name, terms, Sense::AtMost, f64::from(most));
    }

    /// Minimises a count.
    fn least(&mut self, columns: &[Column], may_be_infeasible: bool) -> Result<Least, String> {
        let terms = columns.iter().map(|column| (*column, 1.0)).collect();
        self.program.objective = Objective { maximise: false, terms, constant: 0.0 };
        let until = Effort::until(&self.settings.deadline, self.settings.gap);
        let care = Care::AsIs.if_small(&self.program);
        let effort = Effort { whole: true, may_be_infeasible, care, ..until };
        let Answer { values: point, bound, .. } = solve(self.settings, &self.program, effort)?;
        let reached = people(columns, &point);
        Ok(Least { reached, bound: whole((bound - 1e-6).ceil()).min(reached), point })
    }
}

fn people(columns: &[Column], values: &[f64]) -> u32 {
    whole(columns.iter().map(|column| values[column.0].round()).sum())
}

fn whole(value: f64) -> u32 {
    decimal(value, 0).to_u32().unwrap_or_default()
}

/// People whom nothing tells apart, counted as the last kind, as those who are there: first of the last kind, then of
/// the one before it, and who is missing as the last.
fn shared(mut fewest: Fewest, there: &[u32]) -> Fewest {
    if let ([.., before, last], [.., before_there, last_there]) = (&mut fewest.people[..], there) {
        *before = last.saturating_sub(*last_there).min(*before_there);
        *last -= *before;
    }
    if let [.., before, last] = &mut fewest.least[..] {
        (*before, *last) = (0, 0);
    }
    fewest
}
