//! Programs that were solved before: studies come to the same one along several ways.

use super::program::{Program, Sense};
use super::{Answer, Effort, Engine, is_infeasible};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Numbers past which all are forgotten; they take eight bytes each.
const MOST_NUMBERS: usize = 1_000_000;

/// What engines said of programs with columns to be counted, shared by every search that starts from the same settings.
/// It saves work and changes no answer: the same program gives the same point.
#[derive(Debug, Clone, Default)]
pub struct Solved(Arc<Mutex<Known>>);

impl PartialEq for Solved {
    /// What is remembered makes no difference.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The numbers of a program and of the effort.
type Key = Box<[u64]>;

#[derive(Debug, Default)]
struct Known {
    answers: BTreeMap<Key, Result<Answer, String>>,
    numbers: usize,
}

impl Solved {
    fn known(&self) -> MutexGuard<'_, Known> {
        // Whoever panicked while holding it left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer known, or that of a search, which is kept if time had no part in it.
    pub(super) fn or_search(
        &self,
        (engine, program, effort): (Engine, &Program, &Effort),
        search: impl FnOnce() -> Result<Answer, String>,
    ) -> Result<Answer, String> {
        // Linear programs are solved as soon as they are looked up.
        if program.columns.iter().all(|column| !column.integer) {
            return search();
        }
        let key = key(engine, program, effort);
        if let Some(known) = self.known().answers.get(&key) {
            return known.clone();
        }
        let answer = search();
        let is_final = match &answer {
            Ok(answer) => answer.proven,
            Err(cause) => is_infeasible(cause),
        };
        if is_final {
            let mut known = self.known();
            let more = key.len() + program.columns.len();
            known.numbers += more;
            if known.numbers > MOST_NUMBERS {
                *known = Known { numbers: more, ..Known::default() };
            }
            known.answers.insert(key, answer.clone());
        }
        answer
    }
}

/// All that an answer depends on. Names do not count, nor does the start, which no engine is given.
fn key(engine: Engine, program: &Program, effort: &Effort) -> Key {
    let Effort { gap, deadline: _, whole, may_be_infeasible, care } = effort;
    let mut key = vec![engine as u64, gap.to_bits(), u64::from(*whole), u64::from(*may_be_infeasible), *care as u64];
    let terms = |key: &mut Vec<u64>, terms: &[(super::program::Column, f64)]| {
        key.push(terms.len() as u64);
        key.extend(terms.iter().flat_map(|(column, factor)| [column.0 as u64, factor.to_bits()]));
    };
    key.push(program.columns.len() as u64);
    for column in &program.columns {
        key.extend([column.lower.to_bits(), column.upper.to_bits(), u64::from(column.integer)]);
    }
    for row in &program.rows {
        let sense = match row.sense {
            Sense::AtMost => 0,
            Sense::AtLeast => 1,
            Sense::Equal => 2,
        };
        key.extend([sense, row.rhs.to_bits()]);
        terms(&mut key, &row.terms);
    }
    let objective = &program.objective;
    key.extend([u64::from(objective.maximise), objective.constant.to_bits()]);
    terms(&mut key, &objective.terms);
    key.into()
}
